"""Where phrases stand among the words of a response."""

from collections.abc import Callable, Sequence, Set
from dataclasses import dataclass

from tutor.items.text.words import PAUSE, STOP


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase from word `start` to before word `end`, with how many of its words are misspelt."""

    start: int
    end: int
    slips: int


def places(
    found: Sequence[str],
    phrases: Sequence[tuple[str, ...]],
    slips: Callable[[str, str], int | None],
    *,
    between: Set[str],
) -> list[Found]:
    """Every place of the phrases, longer ones first, none upon another.

    `slips` counts those of a typed word for a meant one, None for another word; words `between` may stand inside.
    """
    made: list[Found] = []
    for phrase in sorted(phrases, key=len, reverse=True):
        for start in range(len(found)):
            place = _run(found, start, phrase, slips, between)
            if place and not any(overlap(place, other) for other in made):
                made.append(place)
    return made


def _run(
    found: Sequence[str],
    start: int,
    phrase: tuple[str, ...],
    slips: Callable[[str, str], int | None],
    between: Set[str],
) -> Found | None:
    at, total = start, 0
    for n, meant in enumerate(phrase):
        while n and at < len(found) and found[at] in between:
            at += 1
        made = slips(found[at], meant) if at < len(found) else None
        if made is None:
            return None
        at, total = at + 1, total + made
    return Found(start, at, total)


def overlap(one: Found, other: Found) -> bool:
    """Whether two places share a word."""
    return one.start < other.end and other.start < one.end


def taken_back(found: tuple[str, ...], said: list[Found], others: list[Found]) -> bool:
    """Whether "X, no Y" may mean Y: it denies Y or corrects X, and nobody can tell."""
    return any(
        other.start > place.end
        and found[other.start - 1] == "no"
        and found[other.start - 2] in (STOP, PAUSE)
        for place in said
        for other in others
    )
