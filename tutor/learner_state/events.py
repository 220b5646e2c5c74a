"""The events of a learner in a course: everything that happened, in the past tense."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from tutor.ids import ItemId, MessageId, MisconceptionId, PersonId, SkillId, TurnId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty


class Purpose(StrEnum):
    """Why an item was opened."""

    PRACTICE = "practice"
    REVIEW = "review"  # a due skill
    COLD_CHECK = "cold_check"  # one unaided item some days after mastery
    TWIN = "twin"  # a near twin after a Tell, to be done alone
    PLACEMENT = "placement"
    TEST_OUT = "test_out"  # one of three after “I already know this”
    QUIZ = "quiz"


class Outcome(StrEnum):
    """How an open item ended."""

    SOLVED = "solved"
    TOLD = "told"
    SKIPPED = "skipped"
    ANSWERED = "answered"  # a quiz item: recorded, no second try


class Judge(StrEnum):
    """Who graded."""

    CODE = "code"
    MODEL = "model"
    TEACHER = "teacher"


class Felt(StrEnum):
    """How a session felt to the learner, in their own word."""

    EASY = "easy"
    RIGHT = "right"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class MessageReceived:
    """A learner's message came in. `intent` is a `dialogue.read.Intent` value."""

    at: datetime
    message: MessageId
    channel: str
    text: str
    intent: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemOpened:
    """An item was put to the learner. `reason` says why, in words the learner may read.

    `tack` names the change of tack that brought it (`topic.Tack`), if many fruitless items did.
    """

    at: datetime
    item: ItemId
    seed: int
    skills: tuple[SkillId, ...]
    purpose: Purpose
    reason: str = ""
    tack: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class HintGiven:
    """Hint `level` (from 1) of the open item was shown; `bottom_out` when it was the last."""

    at: datetime
    item: ItemId
    level: int
    bottom_out: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """A response to the open item was graded.

    `try_` counts the responses to this opening of the item from 1. `help` is the help that came
    before: 0 none, n the highest hint level seen (a probe counts 1); `told` after the answer was
    shown. `p` is the predicted probability of a right answer before it came; `d_item`, `d_skill`
    the difficulty logits then used (so that a replay needs no other log). `seconds` since the
    item was opened or last answered, 0 when unknown. `id` makes the attempt addressable for a
    regrade.
    """

    at: datetime
    id: str
    message: MessageId
    item: ItemId
    seed: int
    skills: tuple[SkillId, ...]
    purpose: Purpose
    difficulty: Difficulty
    response: str
    read_as: str
    verdict: Verdict
    share: float = 0.0
    try_: int = 1
    help: int = 0
    told: bool = False
    judge: Judge = Judge.CODE
    sure: float = 1.0
    misconception: MisconceptionId | None = None
    p: float = 0.5
    d_item: float = 0.0
    d_skill: float = 0.0
    seconds: float = 0.0

    @property
    def unaided(self) -> bool:
        """A first try without any help: the only full evidence of mastery."""
        return self.try_ == 1 and self.help == 0 and not self.told


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemClosed:
    """The open item ended."""

    at: datetime
    item: ItemId
    outcome: Outcome


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveMade:
    """The tutor's one move of a turn. `asked` identifies the question it left open, if any."""

    at: datetime
    move: str
    skill: SkillId | None = None
    item: ItemId | None = None
    misconception: MisconceptionId | None = None
    why: str = ""
    asked: str = ""
    wording: int = 0  # which of the plain phrasings was used, so that none repeats in a session


@dataclass(frozen=True, slots=True, kw_only=True)
class Replied:
    """The checked reply to a message. `outbound` is the stored reply, JSON-ready."""

    at: datetime
    message: MessageId
    turn: TurnId
    outbound: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class GoalSet:
    """The learner (or a teacher: `by`) wants these skills, until a day if one is named."""

    at: datetime
    skills: tuple[SkillId, ...]
    until: datetime | None = None
    by: PersonId | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Assigned:
    """A teacher assigned skills; an empty tuple takes all earlier assignments back.

    `reason` may be read by the learner. `taken_back` takes back the assignment of these skills until
    this day.
    """

    at: datetime
    skills: tuple[SkillId, ...]
    by: PersonId
    until: datetime | None = None
    reason: str = ""
    taken_back: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillClaimed:
    """The learner said “I know this”; three unaided items follow."""

    at: datetime
    skill: SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class BeliefOverridden:
    """A teacher set a skill as known or not known, with a reason; None takes it back."""

    at: datetime
    skill: SkillId
    known: bool | None
    by: PersonId
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AttemptRegraded:
    """An earlier attempt's verdict was put right (wrong key, an upheld appeal, a judge's word).

    `everyone` says that it holds for whoever answers in the same words.
    """

    at: datetime
    attempt: str
    verdict: Verdict
    by: PersonId | None
    reason: str
    everyone: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TutoringPaused:
    """A teacher paused (or resumed) the tutor for this learner."""

    at: datetime
    paused: bool
    by: PersonId
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ConcernRaised:
    """Something an adult must see was read; `alert` is its delivery's id."""

    at: datetime
    kind: str
    tier: int
    alert: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealMade:
    """The learner thinks that their response was right after all; a teacher decides."""

    at: datetime
    attempt: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionRated:
    """The learner said how the session felt. It moves the next items' difficulty, never belief."""

    at: datetime
    felt: Felt


@dataclass(frozen=True, slots=True, kw_only=True)
class SessionClosed:
    """A natural end: Recap or Close was said."""

    at: datetime


Event = (
    MessageReceived
    | ItemOpened
    | HintGiven
    | Attempted
    | ItemClosed
    | MoveMade
    | Replied
    | GoalSet
    | Assigned
    | SkillClaimed
    | BeliefOverridden
    | AttemptRegraded
    | TutoringPaused
    | ConcernRaised
    | AppealMade
    | SessionRated
    | SessionClosed
)
