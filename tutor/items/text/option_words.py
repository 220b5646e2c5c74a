"""The words that name options by place or letter, and the texts of options made ready to be found."""

import re
from collections.abc import Sequence

from tutor.items.text.clean import without_markup
from tutor.items.text.words import stem

PLACES = (
    ("first", "1st", "primero", "primera", "premier", "première", "erste", "primeira", "الأول"),
    ("second", "2nd", "segundo", "segunda", "deuxième", "zweite", "seconda", "الثاني"),
    ("third", "3rd", "tercero", "tercera", "troisième", "dritte", "terceira", "الثالث"),
    ("fourth", "4th", "cuarto", "cuarta", "quatrième", "vierte", "quarta", "الرابع"),
    ("fifth", "5th", "quinto", "quinta", "cinquième", "fünfte", "الخامس"),
    ("sixth", "6th", "sexto", "sexta", "sixième", "sechste", "السادس"),
)
LAST = ("last", "último", "última", "ultimo", "ultima", "dernier", "dernière", "letzte", "الأخير")
COUNTS = ("one", "two", "three", "four", "five", "six", "seven", "eight")
PARTED = frozenset((*COUNTS, "a", "an", "un", "una", "dos", "tres"))  # before "third", "cuarto"
LEADS = frozenset(
    [
        "option",
        "options",
        "answer",
        "answers",
        "choice",
        "choices",
        "letter",
        "letters",
        "number",
        "opción",
        "opciones",
        "letra",
        "letras",
        "lettre",
    ]
)
# what an ordinal points at: "the second one", "la primera opción"
POINTED = frozenset(
    ["one", "ones", "option", "choice", "answer", "opción", "opcion", "respuesta", "letra"]
)
AFTER_LABEL = frozenset(
    (
        "is",
        "because",
        "bc",
        "cuz",
        "since",
        "would",
        "seems",
        "looks",
        "sounds",
        "maybe",
        "probably",
    )
)
THINKS = frozenset(("think", "guess", "reckon", "believe", "say", "suppose"))
# the first letters of true and false, of yes and no: for options that are just these
TRUTH = tuple(
    {pair[0][0]: pair[0], pair[1][0]: pair[1]} | more
    for pair, more in (
        (
            ("true", "false"),
            {"correct": "true", "right": "true", "wrong": "false", "incorrect": "false"},
        ),
        (("verdadero", "falso"), {}),
        (("vrai", "faux"), {}),
        (("wahr", "falsch"), {}),
        (
            ("yes", "no"),
            dict.fromkeys(("yep", "yeah", "yup", "ya"), "yes")
            | dict.fromkeys(("nope", "nah"), "no"),
        ),
        (("sí", "no"), {"si": "sí"}),
    )
)
ASKS_FOR_WRONG = frozenset(
    ("wrong", "incorrect", "false", "untrue", "error", "mistake", "falsa", "falso", "incorrecta")
)
GROUPED = tuple(  # "none" for "none of the above"
    (start, frozenset((word, *(f"{word} of {them}" for them in ("them", "these", "those")))))
    for start, word in (
        ("none of", "none"),
        ("all of", "all"),
        ("both", "both"),
        ("neither", "neither"),
    )
)
IN_PART = frozenset(
    ("half", "partly", "partially", "mostly", "sometimes", "almost", "nearly", "barely", "hardly")
)
PARTINGS = (  # what parts options that are listed, the surest first
    r"\n+",
    r"\s*[;\n]\s*",
    r"\s*[,;\n]\s*(?:and\s+)?",
    r"\s*(?:[<>→]|->|\bthen\b)\s*",
    r"\s+",
)
PRONOUNS = frozenset("i")  # a label only when named as one ("option i")
WORDLIKE = frozenset("aiouye")  # labels that are also words of some language


def lone_stems(words: frozenset[str], language: str) -> dict[str, str]:
    """The word of each stem of five letters and more that only one of the options' words has."""
    found: dict[str, list[str]] = {}
    for word in words:
        found.setdefault(stem(word, language), []).append(word)
    return {key: own[0] for key, own in found.items() if len(own) == 1 and len(key) > 4}


_SIGN_IN_BRACKETS = re.compile(r"\s*\(\s*[^\w\s()]{1,3}\s*\)")


def without_signs(texts: Sequence[str]) -> list[str]:
    """Options without the signs that each has in brackets: "less than" for "less than (<)"."""
    bare = [_SIGN_IN_BRACKETS.sub("", text) for text in texts]
    named = all(one.strip() and one != text for one, text in zip(bare, texts, strict=True))
    return bare if named else list(texts)


def apart(response: str, options: Sequence[str]) -> str:
    """The response with a space behind the commas between options that are numbers: "2,3,11 are prime"."""

    def parted(match: re.Match[str]) -> str:
        listed = match[0].split(",")
        return ", ".join(listed) if all(number in options for number in listed) else match[0]

    return re.sub(r"(?<![\d,.])\d+(?:,\d+)+(?![\d,.])", parted, response)


def exact_text(text: str) -> str:
    """Text without markup and without spaces that mean nothing, its case kept."""
    plain = without_markup(text).strip().rstrip(".").strip()
    plain = plain.replace("≤", "<=").replace("≥", ">=")
    return re.sub(r"\s*([^\w\s])\s*", r"\1", plain)


_DRAWN_OUT = re.compile(r"(.)\1{2,}")  # nooo, yesss


def in_short(bare: str, options: Sequence[str]) -> int | None:
    """The option that a word alone means: "t" or "nope" among true and false, yes and no, "none" for "none of the above"."""
    drawn, bare = bare, _DRAWN_OUT.sub(r"\1", bare)
    if drawn != bare and list(options).count(bare) == 1:
        return options.index(bare)
    for pair in TRUTH:
        if bare in pair and len(options) == 2 and set(options) == set(pair.values()):
            return options.index(pair[bare])
    for start, names in GROUPED:
        grouped = [i for i, text in enumerate(options) if text.startswith(start)]
        both = start == "both" and bare.startswith("both ") and bare.count(" ") < 3
        if (bare in names or both) and len(grouped) == 1:
            return grouped[0]
    return None


_SOLVED = re.compile(r"[a-z]=(.+)")


def solved(exact: str, options: Sequence[str]) -> int | None:
    """The option that a value alone means: "-4" for "x=-4" where every option says what a letter is."""
    found = [_SOLVED.fullmatch(text) for text in options]
    values = [one[1] for one in found if one]
    alone = len(values) == len(options) and values.count(exact) == 1
    return values.index(exact) if alone else None
