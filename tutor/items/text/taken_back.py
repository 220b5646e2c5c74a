"""Whether a whole response is taken back by the words around it: "not evaporation and condensation", "A and C maybe not"."""

import re

# What stands behind all that was named, as words without marks.
TAILS = frozenset(
    tuple(words.split())
    for words in (
        "no",
        "nope",
        "not",
        "maybe not",
        "probably not",
        "or not",
        "but no",
        "but not that",
        "but not it",
        "but not this",
        "or something else",
        "was my first idea but no",
        "is what i thought but no",
        "i thought but no",
        "no idea",
        "no clue",
        "who knows",
        "creo que no",
        "o no",
        "pero no",
    )
)
_BEFORE = re.compile(
    r"^\W*(?:(?:it|its|it['’]?s|is|i|was|the answer)\s+)*"
    r"(?:not(?! sure)|never|isn['’]?t|wasn['’]?t|can['’]?t be|cannot be|"
    r"don['’]?t think(?: it['’]?s)?|anything but|"
    r"everything (?:but|except)|(?:the )?opposite of|crossed out|ruled out|definitely not|no es|no son|tach[eé])\s",
    re.I,
)
_TAIL = (
    r"(?:\s|^)(?:" + "|".join(sorted((" ".join(t) for t in TAILS), key=len, reverse=True)) + r")"
)
_LEFT_BEHIND = re.compile(rf"(?:{_TAIL})\W*$", re.I)
_BEHIND = re.compile(
    r"(?:\b(?:is|are|was|were)\s+(?:wrong|incorrect|false|untrue|not (?:it|them|right|correct|true))|"
    rf"{_TAIL})\W*$",
    re.I,
)


_REACH = 40  # of a tag, in signs
_TAG = re.compile(
    r"[\s,]+(?:is|was|are|were|does|do)n['’]?t\s+(?:it|that|they)\s*\?+\s*$|[\s,]+¿?\s*(?:no|verdad|ne|oder)\s*\?+\s*$",
    re.I,
)


def without_tag(response: str) -> str:
    """The response without a tag that asks for a nod: "mitosis, isn't it?", "es la A, ¿no?"."""
    if not response.rstrip().endswith("?"):
        return response
    return response[:-_REACH] + _TAG.sub("", response[-_REACH:])


def all_taken_back(response: str, own: frozenset[str]) -> bool:
    """Whether the whole is denied, by words that are none of the answer's `own`."""
    return _found(_BEFORE, response[:120], own) or _found(_BEHIND, response[-400:], own)


def left_open(response: str, own: frozenset[str]) -> bool:
    """Whether it ends in words such as "maybe not", that are none of the answer's `own`."""
    return _found(_LEFT_BEHIND, response[-400:], own)


def _found(pattern: re.Pattern[str], text: str, own: frozenset[str]) -> bool:
    found = pattern.search(without_tag(text))
    return found is not None and not own & set(re.findall(r"[^\W\d_]+", found[0].lower()))
