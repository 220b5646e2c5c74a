"""Whether a text tells an answer by mending the learner's own: “the 10 should be a 5” (pure)."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

from tutor.items.reveal import worked

_A = r"(?:an?|the|your|el|la|un) "
_CHANGES = re.compile(
    rf"\b(?:{_A})?(?P<old>-?\d+(?:\.\d+)?) (?:should|must|has to|needs to|ought to) "
    rf"(?:really |actually )?(?:be|become|have been) (?:{_A})?(?P<new>-?\d+(?:\.\d+)?)(?![\d/.]\d)"
    rf"|\b(?:change|turn|replace|make|swap|exchange) (?:{_A})?(?P<old2>-?\d+(?:\.\d+)?) "
    rf"(?:to|into|with|by|for) (?:{_A})?(?P<new2>-?\d+(?:\.\d+)?)(?![\d/.]\d)"
    r"|\b(?:cambia|reemplaza|sustituye|convierte) (?:el |la |tu |ese )?(?P<old3>\d+) (?:por|en|a) "
    r"(?:el |la |una? )?(?P<new3>\d+)(?![\d/.]\d)"
)
_PLACES = {"first 2": (0, 1), "last 2": (-2, -1), "first two": (0, 1), "last two": (-2, -1), "first and the last": (0, -1), "first and last": (0, -1), "ends": (0, -1)}  # fmt: skip
_SWAP = re.compile(
    rf"\b(?:swap|switch|exchange|turn (?:a)?round)(?: (?:a)?round)? (?:the |your )?({'|'.join(_PLACES)})\b"
    rf"|\bturn (?:the |your )({'|'.join(_PLACES)})(?: \w+)? (?:a)?round\b"
    rf"|\b(?:the |your )({'|'.join(_PLACES)}) (?:(?:must|should|need to|have to) be |are )?"
    rf"(?:swapped|switched|exchanged|(?:the wrong way|changed) (?:a)?round)"
)
_TWO = re.compile(
    r"(\S+) and (?:the )?(\S+) (?:(?:must|should|need to|have to) be |are |have )?"
    r"(?:only |just )?(?:swapped|switched|exchanged|the wrong way (?:a)?round|changed places)"
)
_DOUBLED = re.compile(
    rf"\b(?:{_A})?(?P<old>\d+) (?:should|must|has to|needs to|ought to) be "
    rf"(?P<way>doubled|halved|tripled)\b|"
    rf"\b(?P<way2>double|halve|triple) (?:only |just )?(?:the |your )(?P<old2>\d+)\b"
)
_TIMES = {"d": Fraction(2), "h": Fraction(1, 2), "t": Fraction(3)}
# “Add -es to your verb”, “replace -ched with -ught”: what is done to the end of the learner's word.
_ENDED = re.compile(
    r"\b(?:add|put|append|attach) (?:an? |the )?(?:ending |letters? )?[\"'«“]?(-?)"
    r"([^\W\d_]{1,4})[\"'»”]? (?:to|on|onto|at|after) (?:the end|your|it)\b"
)
_REPLACED = re.compile(
    r"\b(?:replace|change|swap|turn) (?:the |your )?(?:ending |final |last )?[\"'«“]?-?"
    r"([^\W\d_]{1,6})[\"'»”]? (?:with|to|into|for|by) [\"'«“]?-?([^\W\d_]{1,6})\b"
)
_LETTER_OUT = re.compile(
    r"\b(?:take|leave|drop|cut|remove|cross|strike)(?: out)? (?:the |your )"
    r"(first|second|third|fourth|fifth|last) letter\b"
)
_DIGITS = 2  # of a number that may be exchanged inside it: the 41 of 1941
_LETTERS = ("first", "second", "third", "fourth", "fifth")
# Each number of a list moved by one.
_ALL_MOVED = re.compile(
    r"\b(?:each|every|all)\b[^.?!]{0,40}?\b1 (?:too )?(?P<down>smaller|lower|less|high|big)\b|"
    r"\b(?:each|every|all)\b[^.?!]{0,40}?\b1 (?:too )?"
    r"(?P<up>larger|bigger|higher|more|low|small)\b"
    r"|\b(?:shift|move) (?:them |it |each |everything |all )+(?:of them |your numbers )?"
    r"(?:(?P<down2>down)|(?P<up2>up)) by 1\b"
)
_SPLIT = re.compile(r"\s*(?:,|;|<|>|→|\band\b|\bthen\b)\s*")


def mended(read: str, value: Fraction, picked: str) -> str:
    """The words that make the number `value` of what the learner wrote; "" when none do."""
    for hit in _CHANGES.finditer(read):
        old, new = _change(hit)
        for changed in {_put(picked, old, new), _digit_put(picked, old, new)} - {picked}:
            # A line of the learner's own that comes to it with the new number tells it as well.
            if any(one.value == value for one in worked.values(changed)):
                return hit[0]
    return ""


def swapped(read: str, forms: Sequence[str], picked: str) -> str:
    """The words that put two parts of the learner's list into each other's place."""
    own = [part for part in _SPLIT.split(picked) if part]
    if len(own) == 1 and own[0].isdigit():
        own = list(own[0])  # the digits of a year
        forms = [",".join(form) for form in forms if form.isdigit()]
    if len(own) < 2:
        return ""
    pairs = [(hit[0], _PLACES[hit[1] or hit[2] or hit[3]]) for hit in _SWAP.finditer(read)]
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
            rf"(?<![\w-]){right}[\"'»,]* (?:and )?"
            rf"(?:not|instead of|rather than|y no|nicht|et pas) [\"'«]?(?:an? |the )?{wrong}"
            rf"(?![\w-])"
            rf"|(?<![\w-])not [\"'«]?(?:an? |the )?{wrong}[\"'»]?,? but (?:an? |the )?[\"'«]?{right}(?![\w-])",
            read,
        ):
            return form
    return ""


def edited(read: str, forms: Sequence[str], picked: str) -> str:
    """The words that make a form of the learner's own: another number or ending, or all moved by one."""
    if not picked:
        return ""
    for words, made in _edits(read, picked):
        if made != picked and _tight(made) in {_tight(form) for form in forms}:
            return words
    return ""


def _edits(read: str, picked: str) -> Iterator[tuple[str, str]]:
    """What a text bids the learner do to their answer, and what comes of it."""
    for hit in _CHANGES.finditer(read):
        yield hit[0], _put(picked, *_change(hit))
    for hit in _DOUBLED.finditer(read):
        old, way = hit["old"] or hit["old2"], hit["way"] or hit["way2"]
        yield hit[0], _put(picked, old, str(Fraction(old) * _TIMES[way[0]]))
    for hit in _ENDED.finditer(read):
        yield hit[0], picked + hit[2]
    for hit in _REPLACED.finditer(read):
        if picked.endswith(hit[1]):
            yield hit[0], picked.removesuffix(hit[1]) + hit[2]
    for hit in _LETTER_OUT.finditer(read):
        at = len(picked) - 1 if hit[1] == "last" else _LETTERS.index(hit[1])
        yield hit[0], picked[:at] + picked[at + 1 :]
    for hit in _ALL_MOVED.finditer(read):
        by = -1 if hit["down"] or hit["down2"] else 1
        pieces = re.split(r"(\d+)", picked)
        yield hit[0], "".join(str(int(one) + by) if one.isdigit() else one for one in pieces)


def _change(hit: re.Match[str]) -> tuple[str, str]:
    """The number to be replaced, and the one in its place."""
    return hit["old"] or hit["old2"] or hit["old3"], hit["new"] or hit["new2"] or hit["new3"]


def _digit_put(picked: str, old: str, new: str) -> str:
    """The learner's number with one or two of its digits replaced, where they are in it once."""
    inside = len(old) == len(new) and len(old) <= _DIGITS and picked.count(old) == 1
    return picked.replace(old, new) if inside else picked


def _put(picked: str, old: str, new: str) -> str:
    return re.sub(rf"(?<![\d.]){re.escape(old)}(?![\d.])", new, picked, count=1)


def _tight(written: str) -> str:
    return re.sub(r"[\s,;]+", "" if re.search(r"[a-z]", written) else " ", written).strip()
