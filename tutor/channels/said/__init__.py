"""What the channels say to a learner beside the tutor's replies: by its English sentence, as graders do."""

from tutor.channels.said import es
from tutor.items.said import Tables, say, worded

TABLES: Tables = {"es": es.SPANISH}


def told(text: str, language: str, /, **values: object) -> str:
    """An English sentence with its values, in a language (BCP 47); unchanged where it has none."""
    return worded(say(text, **values) if values else text, language, TABLES)


def placed(place: str, language: str) -> str:
    """“page 3” in a language; a time stays as it is."""
    kind, _, number = place.rpartition(" ")
    return told(f"{kind} {{number}}", language, number=number) if kind else place


def tongue(language: str) -> str:
    """The language that is really spoken where this one is wished for: its own, else English."""
    base = language.partition("-")[0].casefold()
    return base if base in TABLES else "en"
