"""What graders say to a learner: an English sentence that can be said in another language.

As with gettext, the English sentence is the key of its translation, so a grader reads as it speaks.
A sentence without values is a plain text; one with values is made by `say`, which keeps the values
beside it. Graders know no language: `tutor.items.item.Item` says what they said in the course's own.
"""

from collections.abc import Mapping

from tutor.items.said import es

Tables = Mapping[str, Mapping[str, str]]
TABLES: Tables = {"es": es.SPANISH}


class Said(str):
    """An English sentence with its values filled in, and how it was made: `key` and `values`."""

    __slots__ = ("key", "values")
    key: str
    values: Mapping[str, object]


def say(key: str, **values: object) -> Said:
    """The sentence `key` with its values; a value may itself be something said."""
    said = Said(key.format(**values))
    said.key, said.values = key, values
    return said


def worded(text: str, language: str, tables: Tables = TABLES) -> str:
    """What was said, in a language (BCP 47); unchanged where there is no translation of it."""
    table = tables.get(language.partition("-")[0].casefold())
    if table is None:
        return str(text)
    if not isinstance(text, Said):
        return table.get(text, text)
    values = {
        name: worded(value, language, tables) if isinstance(value, str) else value
        for name, value in text.values.items()
    }
    return table.get(text.key, text.key).format(**values)
