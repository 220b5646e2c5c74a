"""Answers with their marks and what is said of them, as Moodle's formats hold them, as fields of items.

An answer that gives only a part of the marks is never taken for right: a wrong key is worse than a
question that is left out.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.exchange.markup import plain_number

Fields = tuple[str, dict[str, object]]
_FULL = 99.99  # percent; thirds that are added up come to a little less than 100
_PICTURE = re.compile(r"<img\b|!\[", re.IGNORECASE)
_EMPTY_WORDS = re.compile(
    r"(that'?s |this is |your answer is |yes|no|sorry|very |well )*\W*"
    r"(right|wrong|correct|incorrect|good|done|false|true|try again|excellent|ok)?( answer)?\W*",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """An answer, its share of the marks in percent (-100 to 100), and what is said after it."""

    text: str
    share: float
    said: str = ""

    @property
    def full(self) -> bool:
        """Whether it gives all marks."""
        return self.share >= _FULL

    @property
    def part(self) -> bool:
        """Whether it gives some of the marks, but not all."""
        return 0 < self.share < _FULL


def one_of(answers: Sequence[Marked]) -> Fields | str:
    """A choice with one right option, or why there is none."""
    right = [one.text for one in answers if one.full]
    if len(right) > 1:
        return "Several options give full marks each; a choice has one right option."
    if not right:
        return "It has no one right option."
    return "choice", {"choices": [one.text for one in answers], "answer": right[0]}


def several_of(answers: Sequence[Marked]) -> Fields | str:
    """A choice of all options that give marks, or why there is none."""
    right = [one.text for one in answers if one.share > 0]
    if not right:
        return "No option gives marks."
    return "choices", {"choices": [one.text for one in answers], "answer": right}


def word_of(answers: Sequence[Marked], *, patterns: bool = True) -> Fields | str:
    """A word from the answers with full marks; with `patterns`, a star makes no certain text."""
    full = [one.text for one in answers if one.full and not (patterns and "*" in one.text)]
    if not full:
        return "It has no answer with full marks that is one certain text."
    return "short", {"answer": full[0], **({"accept": full[1:]} if full[1:] else {})}


def number_of(answers: Sequence[tuple[Marked, str]]) -> Fields | str:
    """A number with its tolerance, the other of each pair, from the one answer with full marks."""
    full = [(plain_number(one.text), allowed) for one, allowed in answers if one.full]
    if not full:
        return "It has no answer with full marks."
    if len({number for number, _ in full}) > 1:
        return "Several numbers give full marks each; a number item has one."
    number, allowed = full[0]
    fields: dict[str, object] = {"answer": number}
    if plain_number(allowed).strip("0."):
        fields["tolerance"] = plain_number(allowed)
    return "number", fields


def explained(general: str, answers: Sequence[Marked]) -> str:
    """What is said in general and after each answer, as one solution; bare praise is left out."""
    parts = [general] if general else []
    for one in answers:
        said = one.said.strip()
        if not said or _EMPTY_WORDS.fullmatch(said):
            continue
        if one.full or (one.share > 0 and not any(other.full for other in answers)):
            parts.append(said)
        elif one.text and one.text != "*":
            parts.append(f"{'' if one.part else 'Not '}“{one.text}”: {said}")
    return "\n\n".join(dict.fromkeys(parts))


def lost_marks(kind: str, answers: Sequence[Marked]) -> Iterator[str]:
    """What of the marks has no place in an item of this type."""
    if kind in {"choice", "short", "number"} and any(one.part for one in answers):
        yield "Answers that give a part of the marks count as wrong here."
    if kind == "short" and any("*" in one.text and one.share > 0 for one in answers):
        yield "Patterns with a star were left out."


def pictured(*texts: str) -> bool:
    """Whether one of the HTML texts shows a picture."""
    return any(_PICTURE.search(text) for text in texts)
