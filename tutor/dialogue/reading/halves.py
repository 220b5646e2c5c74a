"""Some of the blanks, where a learner says that the others are not known (“quotes and idk the other one”). Pure."""

import re

from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item

_BLANK = re.compile(r"_{3,}")
_UNKNOWN = "?"  # what stands for a blank that is left open
_SMALL = frozenset((
    "the", "a", "an", "i", "and", "but", "um", "so", "sorry", "well",
    "el", "la", "los", "las", "un", "una", "y", "pero",
))  # fmt: skip
_OTHERS = (
    r"(?:the |los? |las? |el )?(?:rest|others?|other (?:ones?|two|three|\d)|last(?: ones?| two)?|"
    r"second(?: one)?|third(?: one)?|remaining|dem[aá]s|resto|otr[oa]s?|[uú]ltim[oa])"
)
_IDK = (
    r"(?:(?:i )?(?:idk|dunno|do not know|don'?t know|dont know|forgot|forget|can'?t remember|"
    r"have no (?:idea|clue)|only know)|not sure(?: about)?|no (?:idea|clue)|no (?:lo |la )?s[eé]|"
    r"ni idea)"
)
_REST_OPEN = re.compile(
    rf"[\s,.;]+(?:(?:and|but|then|y|pero|the|so)[\s,]+)*"
    rf"(?:{_IDK}(?: (?:about|for|of))?(?: {_OTHERS})?|"
    rf"{_OTHERS} (?:{_IDK}|no (?:las?|los?|lo) s[eé])|and then|y luego)"
    r"(?: (?:after that|yet|tho|though|sorry|one|what (?:comes|goes) (?:next|after)))*[\s.?!…]*$",
    re.IGNORECASE,
)
_FIRST_ONLY = re.compile(
    (
        r"^(?:um+ |ok |so )*(?:i (?:only |just )?(?:know|have|got) (?:only |just )?(?:that )?)?"
        r"(?:the )?first(?: one| blank| word| gap)?(?: is|,|:| its| it'?s| =)* "
    ),
    re.IGNORECASE,
)
_BETWEEN = re.compile(r"\s*(?:[,;\n]|\b(?:and|then|y)\b)\s*", re.IGNORECASE)


def begun(body: str, item: Item) -> Grade | None:
    """The grade of what a message has of several blanks, with the others left open; None where it says nothing of the
    kind, has them all, or has none right."""
    size = len(_BLANK.findall(item.prompt)) if item.type_name == "blanks" else 0
    if size < 2:
        return None
    given = _REST_OPEN.sub("", body.strip())
    only_first = _FIRST_ONLY.sub("", given)
    if given == body.strip() and only_first == given:
        return None
    if set(only_first.casefold().split()) <= _SMALL:
        return None
    parts = [part for part in _BETWEEN.split(only_first) if part]
    if len(parts) == 1 and only_first.replace(" ", "").isdigit():
        parts = only_first.split()
    if not 0 < len(parts) < size:
        return None
    grade = item.grade(", ".join((*parts, *[_UNKNOWN] * (size - len(parts)))))
    # Who has none right does not know it.
    return grade if grade.verdict is Verdict.PARTIAL else None
