"""The judgement of one response, and the contract that every item type fulfils."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from tutor.ids import MisconceptionId


class Verdict(StrEnum):
    """What a response turned out to be."""

    CORRECT = "correct"
    PARTIAL = "partial"  # part right, or the right value in the wrong form
    INCORRECT = "incorrect"
    UNREADABLE = "unreadable"  # could not be read: costs nothing, is asked again
    UNCLEAR = "unclear"  # read, but code cannot be sure: a judge (model or teacher) decides

    @property
    def counts(self) -> bool:
        """Whether the verdict is evidence; unreadable and unclear change no belief."""
        return self in (Verdict.CORRECT, Verdict.PARTIAL, Verdict.INCORRECT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Grade:
    """The verdict on a response, what was read, and what may be said about it.

    `read_as` is how the response was read, for showing ("3/4", "¾·x²"); "" when nothing was.
    `note` is one learner-facing sentence without the answer in it ("Equal, but not yet in lowest
    terms."; "I could read up to “3 +”."); may be "".
    `misconception` names the wrong idea that the response betrays, when one was recognised.
    `share` is how much of the response is right, 0 to 1. `sure` is the probability that the
    verdict is right, 0 to 1 (1 for exact graders). `form` says that the value is right and only the
    form is not the one that was asked for, `by_teacher` that a teacher decided it for these words.
    """

    verdict: Verdict
    read_as: str = ""
    note: str = ""
    misconception: MisconceptionId | None = None
    share: float = 0.0
    sure: float = 1.0
    form: bool = False
    by_teacher: bool = False


BY_TEACHER = "Your teacher has looked at this very answer."
_SHARES = {Verdict.CORRECT: 1.0, Verdict.PARTIAL: 0.5}


def by_teacher(grade: Grade, verdict: Verdict) -> Grade:
    """The grade with a teacher's verdict: what code found wrong with the response is no longer said."""
    return Grade(
        verdict=verdict,
        read_as=grade.read_as,
        note="" if verdict is Verdict.CORRECT else BY_TEACHER,
        share=_SHARES.get(verdict, 0.0),
        by_teacher=True,
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Option:
    """One choice as shown: its label ("A", "1") and its text."""

    label: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """How the learner is asked to respond.

    `kind` is what a channel needs to know to offer the right input: `text`, `number`, `choice`,
    `choices`, `order`, `match`, `blanks`, `line` or `long`. `options` are the things to pick
    from or put in order, as labelled in the prompt; `pairs` the right-hand side of a match.
    `how` is a short instruction ("Reply with a letter."); may be "".
    """

    kind: str = "text"
    options: tuple[Option, ...] = ()
    pairs: tuple[Option, ...] = ()
    how: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Samples:
    """Responses that a type makes of its own answer to prove its grader.

    `right` must be graded correct, `wrong` and `near` must not be correct (`near` are near
    misses: digits swapped, sign lost, wrong unit), `unreadable` must be graded unreadable.
    """

    right: tuple[str, ...] = ()
    wrong: tuple[str, ...] = ()
    near: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()


class ItemType(Protocol):
    """One item's grader and face. A module in `tutor/items/types/` makes it with `build`.

    `build(spec: Mapping[str, object], context: Context) -> ItemType` raises
    `tutor.errors.BadCourse` with the field in `where` when the spec is wrong, unknown fields
    included. `grade` never raises, whatever the text.
    """

    def grade(self, response: str) -> Grade:
        """Judge a response as a learner typed it (or pressed: a button sends its label)."""
        ...

    def shown(self) -> Shown:
        """How to ask for the response."""
        ...

    def answer_text(self) -> str:
        """The answer as a learner would write it."""
        ...

    def answer_forms(self) -> tuple[str, ...]:
        """Texts that would give the answer away (other forms, option label and text, words)."""
        ...

    def samples(self) -> Samples:
        """Responses that prove the grader."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What a grader may know of its surroundings.

    `language` is a BCP 47 tag ("en", "es", "ar"); `decimal_comma` says that the course writes
    0,5 for a half; `terms` are the course's technical terms (a spelling tolerance must never
    cross from one to another); `seed` fixes the order in which options are shown.
    """

    language: str = "en"
    decimal_comma: bool = False
    terms: frozenset[str] = field(default_factory=frozenset)
    seed: int = 0


Spec = Mapping[str, object]
