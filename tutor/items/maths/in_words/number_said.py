"""The number in words that a sentence ends in: "i think it is three quarters", "fifteen cookies"."""

import re

from tutor.items.maths.in_words.changed import unchanged
from tutor.items.maths.in_words.words import number_words
from tutor.items.numerals import PARTS

_LEADING = frozenset({"is", "equals", "gives", "makes", "get", "got", "so", "its", "it's", "be"})


_BEHIND_LISTED = (
    "i think guess believe reckon suppose maybe probably right please lol idk sir miss i'm im is "
    "my the answer exactly altogether together total in of them all thanks"
)
_BEHIND = frozenset(_BEHIND_LISTED.split())


def _without_talk_behind(parts: list[str]) -> list[str]:
    """The words without "i think", "is my answer" at their end."""
    end = len(parts)
    while end > 1 and parts[end - 1].lower().strip(".,;!?") in _BEHIND:
        end -= 1
    return parts[:end]


_THINGS = re.compile(  # those whose plural has no s as well
    r"[a-z]{3,}s|people|children|men|women|sheep|fish|mice|geese|feet|teeth|cattle|deer", re.I
)
_NO_THINGS = re.compile(
    r"times|plus|minus|less|dozens|hundreds|thousands|millions|billions|sets|lots|groups|pairs|"
    r"scores|percents|negatives|squares|cubes|"
    r"halves|wholes|points|sixes|[a-z]*(?:th|rd|quarter|half|one|two|three|four|five|seven|eight|nine|ten|ty)s",
    re.I,
)


def _without_thing(parts: list[str]) -> list[str]:
    """The words without the things that a number in words counts: "fifteen cookies"."""
    last = parts[-1].strip(".,;!?") if len(parts) > 1 else ""
    counted = _THINGS.fullmatch(last) and not _NO_THINGS.fullmatch(last)
    if not counted or number_words(parts[-2]) is None or number_words(" ".join(parts[-2:])):
        return parts
    if parts[-2].lower() in PARTS and len(parts) > 2 and (number_words(parts[-3]) or 0) > 1:
        return parts  # "two third graders"
    return parts[:-1]


_WHOLE = re.compile(
    r"^(.*\S)\s+of\s+(?:the|an?|it|them|my|his|her|their|this|that)\b([^,;=]*)$", re.I
)


def _without_whole(text: str) -> str:
    """The words without what a part is of: "two thirds of the pizza"; not "of a third"."""
    match = _WHOLE.match(text)
    if match is None or any(number_words(word) is not None for word in match[2].split()):
        return text
    return match[1]


def words_in(text: str) -> str:
    """The number written in words at the end of a sentence: "i think it is three quarters"."""
    if re.search(r"\d", text):
        return ""
    parts = _without_thing(_without_talk_behind(_without_whole(text).replace("=", " = ").split()))
    for start in range(len(parts)):
        rest = " ".join(parts[start:])
        if number_words(rest) is not None:
            before = {p.lower() for p in parts[:start]}
            unchanged(" ".join(parts[:start]) + " ")
            letter = parts[start - 1] if start else ""
            if len(letter) == 1 and letter.isalpha() and letter.lower() not in "ia":
                return ""  # "x third"
            other = any(number_words(p) is not None for p in before - {"a", "an"})
            if before & {"not", "non", "isn't", "isnt", "no", "never"}:
                return ""
            return "" if other and parts[start - 1].lower() not in _LEADING else rest
    return ""


_NONE = re.compile(
    r"\W*(?:(?:there(?:['’]?s| is| are| was| were)|its|it['’]?s|i got|i have|we have)\s+)?"
    r"(?:none|nothing|nowt|zilch|nada)(?:\s+(?:left|left over|at all|of them))*\W*",
    re.I,
)


def says_none(text: str) -> bool:
    """Whether a text says that there is nothing: "none left"."""
    return len(text) < 60 and _NONE.fullmatch(text) is not None
