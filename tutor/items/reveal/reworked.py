"""Whether a text leaves only the last number to be written: of a worked line, or of the learner's own working (pure).

A line is worked out as it stands (“40 − 22.50 = …”); the learner's working is worked out again with the number
that the text puts right, where it says that the rest may stay; terms that it has found one by one are collected.
"""

import itertools
import re
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import worked
from tutor.items.reveal.wordings import CARRY_ON, asks, sentences

_OPEN = re.compile(r" ?=\s*(?:\?|…|\.{2,}|_+|\[ ?\]|\( ?\))")
_ASKED = re.compile(
    r"\b(?:what|how|which|can|could|do|does|would|will|is|try)\b[^.!?]*$|\bcu[aá]nto\b[^.!?]*$"
)
_EQUATION = re.compile(r"([\d.]+(?: ?[-+*/x] ?[\d.]+)+) ?(?:=|\bis\b|\bmakes\b|\bgives\b) ?(-?\d+(?:\.\d+)?)")  # fmt: skip
_TERM = re.compile(r"([+-]?)(\d*)([a-z]?)(?:\^(\d))?")
_FOUND = re.compile(
    r"(?:=|\bis|\bare|\bgives|\bmakes) ?(-?\d*[a-z](?:\^\d)?|-?\d+)(?![\w^*/]|\.\d| ?[-+*/=])"
)
_COLLECT = re.compile(
    r"\b(?:collect|combine|add|put|write|like terms|together|all (?:four|three|of them|you have to do))\w*\b"
)
_CLOCK = re.compile(r"(?<![\d:])(\d{1,2}):(\d{2})(?![\d:])")
_TIME = r"(\d+)(?:-| )?(minutes?|mins?|hours?|hrs?)"
_LATER = re.compile(
    rf"\b(?:add|plus|go (?:on|forward)|count on|and|another|then|wait) "
    rf"(?:another |just |only |the (?:other )?|by |for )*{_TIME}"
    rf"(?: more| later| after| on)?\b|\b{_TIME} (?:more|later|after)\b"
)
_SOONER = re.compile(
    rf"\b(?:back|subtract|take(?: away)?|take off|minus|less) "
    rf"(?:by |for |just |only |the |another )*{_TIME}\b|"
    rf"\b{_TIME} (?:earlier|before|back|less|too (?:late|far|much|many))\b"
)
_LINES, _NUMBERS = 8, 12  # of a working and of a text: more are none of a lesson
_CENTS = 100  # a working may be in pence where pounds are asked for
_DAY = 24 * 60


def left_to_write(read: str, value: Fraction, shown: str, picked: str) -> str:
    """The words of a text in figures that leave only the number `value` to be written; "" when none do."""
    return _open_line(read, value, shown) or _worked_again(read, value, picked)


def _open_line(read: str, value: Fraction, shown: str) -> str:
    """“so x = 24/3 = ?”: a line of arithmetic of the text's own, up to its last number."""
    if "=" not in read:
        return ""
    tight = re.sub(r"\s", "", shown)
    for hit in _OPEN.finditer(read):
        before = re.split(r"(?<=[.!?;:]) ", read[: hit.start()])[-1]
        if _ASKED.search(before) or "=" not in read[: hit.start()]:
            continue
        line = worked.values(worked.worded(before))
        last = next((one for one in reversed(line) if one.worked), None)
        if (
            last is not None
            and last.value == value
            and re.sub(r"\s", "", last.written) not in tight
        ):
            return last.written + hit[0]
    return ""


def _worked_again(read: str, value: Fraction, picked: str) -> str:
    """The words that put one number of the learner's working right, where the rest of it then comes to `value`."""
    lines = _lines(picked)
    rest = CARRY_ON.search(read) if lines else None
    if rest is None:
        return ""
    plain = [one for one in worked.values(read) if not one.worked and one.written not in picked]
    fresh = {one.value for one in plain[-_NUMBERS:]}
    for line, result in lines:
        # “52 − 17 is 35”, said of the learner's own 52 − 17 = 45
        put = {said for own, said in _EQUATION.findall(read) if _tight(own) == _tight(line)}
        own = {*map(Fraction, re.findall(r"\d+(?:\.\d+)?", line)), Fraction(result)}
        for old, new in itertools.product(own, {*map(Fraction, put), *fresh}):
            outcome = None if new in {old, value} else _followed(lines, old, new)
            if outcome in {value, value * _CENTS}:
                return rest[0]
    return ""


@lru_cache(maxsize=256)
def _lines(picked: str) -> tuple[tuple[str, str], ...]:
    """The sums of a learner's working, with what they take them to be."""
    return tuple(_EQUATION.findall(picked)[:_LINES])


def _tight(text: str) -> str:
    return re.sub(r"\s", "", text).replace("x", "*")


def _followed(lines: Sequence[tuple[str, str]], old: Fraction, new: Fraction) -> Fraction | None:
    """What a working ends with when `old` is `new` in it, and what follows from it is worked out anew."""
    changed, last = {old: new}, None
    for arithmetic, result in lines:
        line = re.sub(
            r"\d+(?:\.\d+)?", lambda one: str(changed.get(Fraction(one[0]), one[0])), arithmetic
        )
        was = Fraction(result)
        if was in changed:  # this result is what the text puts right
            last = changed[was]
        elif line != arithmetic:
            last = worked.evaluate(line)
            if last is not None:
                changed[was] = last
    return last


@lru_cache(maxsize=1024)
def _terms(written: str) -> tuple[tuple[str, int], ...]:
    """A polynomial as how often each power of a letter is in it; none for what is no polynomial."""
    tight = re.sub(r"[\s*]", "", written)
    found, at = dict[str, int](), 0
    while at < len(tight):
        hit = _TERM.match(tight, at)
        if hit is None or not hit[0].lstrip("+-") or (at and not hit[1]):
            return ()
        power = f"{hit[3]}{hit[4] or (1 if hit[3] else '')}"
        found[power] = found.get(power, 0) + int(f"{hit[1]}{hit[2] or 1}")
        at = hit.end()
    return tuple(sorted((power, times) for power, times in found.items() if times))


def collected(read: str, forms: Sequence[str]) -> str:
    """The words that leave only like terms to be collected: “x·x = x^2, x·5 = 5x, 3·x = 3x and 3·5 = 15”."""
    wanted = {terms for form in forms if len(terms := _terms(form)) > 1}
    if not wanted:
        return ""
    told = [one for one in sentences(read) if not asks(one)]
    found = [hit[1] for one in told for hit in _FOUND.finditer(one)]
    order = next((hit[0] for one in told if (hit := _COLLECT.search(one))), "")
    total = _terms("".join(term if term.startswith("-") else f"+{term}" for term in found))
    return order if len(found) > 2 and total in wanted else ""


def by_clock(read: str, forms: Sequence[str]) -> str:
    """The words that make the time of the answer of another that the text says: “12:35, then go back ten minutes”."""
    wanted = next((hit for form in forms if (hit := _CLOCK.fullmatch(form))), None)
    if wanted is None:
        return ""
    at = _minutes(wanted[1], wanted[2])
    told = " ".join(one for one in sentences(read) if not asks(one))
    for clock in _CLOCK.finditer(told):
        rest = told[clock.end() : clock.end() + 80]
        for words, moved in _moves(rest):
            if (_minutes(clock[1], clock[2]) + moved - at) % (_DAY // 2) == 0:
                return words
    minutes = re.search(rf"\b{int(wanted[2])} minutes\b", told)
    hours = re.search(rf"\bhours?[^.]{{0,12}} {int(wanted[1])}\b|\b{int(wanted[1])} hours?\b", told)
    return minutes[0] if minutes and hours else ""


def _minutes(hours: str, minutes: str) -> int:
    return int(hours) * 60 + int(minutes)


def _moves(text: str) -> Iterator[tuple[str, int]]:
    """How far a text bids go on from a time, in minutes, and its words."""
    for wording, way in ((_LATER, 1), (_SOONER, -1)):
        for hit in wording.finditer(text):
            number, unit = next(
                (n, u) for n, u in zip(hit.groups()[::2], hit.groups()[1::2], strict=True) if n
            )
            yield hit[0], way * int(number) * (60 if unit.startswith("h") else 1)
