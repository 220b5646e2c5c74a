"""Whether a text tells an answer by mending the learner's own: “the 10 should be a 5” (pure)."""

import re
from collections.abc import Sequence
from fractions import Fraction

from tutor.items.reveal import worked

_A = r"(?:an?|the|your|el|la|un) "
_CHANGES = re.compile(
    rf"\b(?:{_A})?(?P<old>-?\d+(?:\.\d+)?) (?:should|must|has to|needs to|ought to) (?:really |actually )?(?:be|become|have been) (?:{_A})?(?P<new>-?\d+(?:\.\d+)?)(?![\d/.]\d)"
    rf"|\b(?:change|turn|replace|make) (?:{_A})?(?P<old2>-?\d+(?:\.\d+)?) (?:to|into|with|by) (?:{_A})?(?P<new2>-?\d+(?:\.\d+)?)(?![\d/.]\d)"
)
_PLACES = {"first 2": (0, 1), "last 2": (-2, -1), "first two": (0, 1), "last two": (-2, -1), "first and the last": (0, -1), "first and last": (0, -1), "ends": (0, -1)}  # fmt: skip
_SWAP = re.compile(
    rf"\b(?:swap|switch|exchange|turn (?:a)?round)(?: (?:a)?round)? (?:the |your )?({'|'.join(_PLACES)})\b"
    rf"|\b(?:the |your )({'|'.join(_PLACES)}) (?:(?:must|should|need to|have to) be |are )?(?:swapped|switched|exchanged|(?:the wrong way|changed) (?:a)?round)"
)
_TWO = re.compile(
    r"(\S+) and (?:the )?(\S+) (?:(?:must|should|need to|have to) be |are |have )?(?:only |just )?(?:swapped|switched|exchanged|the wrong way (?:a)?round|changed places)"
)
_SPLIT = re.compile(r"\s*(?:,|;|<|>|→|\band\b|\bthen\b)\s*")


def mended(read: str, value: Fraction, picked: str) -> str:
    """The words that make the number `value` of what the learner wrote; "" when none do."""
    for hit in _CHANGES.finditer(read):
        old, new = hit["old"] or hit["old2"], hit["new"] or hit["new2"]
        changed = re.sub(rf"(?<![\d.]){re.escape(old)}(?![\d.])", new, picked, count=1)
        if changed != picked and any(
            one.value == value for one in worked.values(changed) if not one.worked
        ):
            return hit[0]
    return ""


def swapped(read: str, forms: Sequence[str], picked: str) -> str:
    """The words that put two parts of the learner's list into each other's place."""
    own = [part for part in _SPLIT.split(picked) if part]
    if len(own) < 2:
        return ""
    pairs = [(hit[0], _PLACES[hit[1] or hit[2]]) for hit in _SWAP.finditer(read)]
    for hit in _TWO.finditer(read):
        if hit[1] in own and hit[2] in own:
            pairs.append((hit[0], (own.index(hit[1]), own.index(hit[2]))))
    for words, (one, other) in pairs:
        turned = list(own)
        turned[one], turned[other] = own[other], own[one]
        if any([part for part in _SPLIT.split(form) if part] == turned for form in forms):
            return words
    return ""


def contrasted(read: str, forms: Sequence[str], picked: str) -> str:
    """A form that stands against what the learner said: “for, not while”, “not while but for”."""
    if not picked or picked not in read:  # nearly always; and a pattern takes long to compile
        return ""
    wrong = re.escape(picked)
    for form in forms:
        if form == picked or form not in read:
            continue
        right = re.escape(form)
        if re.search(
            rf"(?<![\w-]){right}[\"'»,]* (?:and )?(?:not|instead of|rather than|y no|nicht|et pas) [\"'«]?(?:an? |the )?{wrong}(?![\w-])"
            rf"|(?<![\w-])not [\"'«]?(?:an? |the )?{wrong}[\"'»]?,? but (?:an? |the )?[\"'«]?{right}(?![\w-])",
            read,
        ):
            return form
    return ""
