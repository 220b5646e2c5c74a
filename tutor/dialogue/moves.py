"""The closed list of tutor moves: one is decided per turn, and each knows what it needs."""

from dataclasses import dataclass
from typing import Literal

from tutor.curriculum.course import SkillMaterial
from tutor.dialogue.intents.formats import Format
from tutor.ids import ItemId, MisconceptionId, SkillId
from tutor.items.grade import Grade
from tutor.learner_state.select import Choice


@dataclass(frozen=True, slots=True, kw_only=True)
class Ask:
    """Put an item. `again` shows the item that is already open; `easier` says why it changed.

    Without an item, `skill` is a new skill that is only announced: it begins with an example.
    """

    choice: Choice | None = None
    skill: SkillId | None = None
    again: bool = False
    lead: Literal[
        "",
        "topic",
        "skip",
        "easier",
        "harder",
        "claim",
        "twin",
        "placement",
        "again",
        "new",
        "prerequisite",
    ] = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """The first message of a session, from what is due and what comes next."""

    due: tuple[SkillId, ...]
    next: Ask | None
    first_time: bool
    resumed: bool = False  # an item was still open from last time
    place: bool = False  # placement is offered beside the first item


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """A due skill is asked for again."""

    choice: Choice
    since: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Probe:
    """A Socratic question on the open item; with a misconception, one that makes it collide."""

    misconception: MisconceptionId | None
    grade: Grade


@dataclass(frozen=True, slots=True, kw_only=True)
class Hint:
    """Hint `level` of the open item; `after` is the grade when a response came before; `kept` says that
    it stands for an explanation that would give the item away, `held` that it answers an idea held against the item,
    `upset` that it answers a cry."""

    level: int
    bottom_out: bool
    after: Grade | None = None
    asked: bool = False
    kept: bool = False
    held: bool = False
    upset: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Explain:
    """Explain from passages, cited. `question` is what to look for; `term` and `means` are a
    glossary entry that it asks for, if any; `beside` another entry with which it is compared;
    `asked` a heading of the course that asks the same, so that what stands below it answers; `unsaid`
    words of the question that the course says nothing about; `apart` the one of two things that it does not explain;
    `perhaps` the question that may be meant, where none surely is; `held` whether a claim is met with it."""

    question: str
    term: str = ""
    means: str = ""
    beside: tuple[str, str] = ("", "")
    asked: str = ""
    unsaid: tuple[str, ...] = ()
    apart: str = ""
    perhaps: str = ""
    held: bool = False
    skill: SkillId | None
    back_to_item: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkedExample:
    """A different problem solved step by step; `then` is the learner's own turn, if it is new.

    `faded` leaves the last step to the learner, who is no novice any more.
    """

    skill: SkillId
    then: Ask | None = None
    back_to_item: bool = False
    novice: bool = False
    met: bool = False  # whether a novice has tried the skill before
    faded: bool = False
    tack: bool = False  # another tack, after “I don’t know” again and again


@dataclass(frozen=True, slots=True, kw_only=True)
class Feedback:
    """Confirm or correct. `then` follows a closed item; `why_question` asks for the reason first."""

    grade: Grade
    then: Ask | None = None
    why_question: bool = False
    unaided: bool = False
    streak: int = 0
    mastered: SkillId | None = None
    recorded_only: bool = False  # a quiz: noted, feedback afterwards
    accepted: bool = False  # the right value in another form than asked: a remark, and on


@dataclass(frozen=True, slots=True, kw_only=True)
class Tell:
    """The escape: the answer with its reason, then the learner says the key step back."""

    lost: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledge:
    """Thanks for an explanation or an answer to a probe, the key idea, and on."""

    idea: str
    then: Ask | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarify:
    """The response could not be read, or code cannot be sure: say what was read, ask again.

    `thought` says that it is a learner's thinking aloud, as after a hint that asks something.
    """

    grade: Grade
    thought: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicCard:
    """Two lines on a skill or term, where it is in the readings, three buttons; `unsaid` and `held` as in `Explain`."""

    skill: SkillId | None
    term: str
    lines: str
    unsaid: tuple[str, ...] = ()
    held: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """Ask back with two or three choices instead of guessing what was meant. `unsure` whether the
    course says anything about it at all. `questions` are such as headings of the course ask."""

    skills: tuple[SkillId, ...]
    unsure: bool = False
    questions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The end of placement: what seems known of itself, where the course begins for the learner,
    and how many questions it took."""

    known: tuple[SkillId, ...]
    start: SkillId | None
    asked: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ways:
    """The ways in which a skill may be met (reading, example, video, activity, project); `lacks` is the one
    that was asked for and is not there."""

    skill: SkillId
    ways: tuple[SkillMaterial, ...]
    back_to_item: bool
    lacks: Format | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Show:
    """One of these ways, as the course has it."""

    skill: SkillId
    way: SkillMaterial
    back_to_item: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ShowBelief:
    """What the tutor believes of the learner; `why` of the skills practised last; how to contest it."""

    skill: SkillId | None = None
    why: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Recap:
    """A natural end: what was gained, what comes next."""

    gained: tuple[SkillId, ...]
    solved: int
    tried: int
    unaided: int
    next: SkillId | None
    quiz: tuple[tuple[ItemId, int, bool], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Redirect:
    """One friendly sentence, and back to the task. `aside` is which kind, for kind "aside"; `seconds` how
    long until the next hint, for kind "hint_pause"."""

    kind: Literal[
        "social", "thanks", "off_topic", "no_answer_yet", "try_first", "homework", "quiz", "exam", "alone",
        "paused", "appeal", "help", "empty", "too_long", "injection", "no_items", "noted_goal",
        "nothing_open", "no_hints", "why_this", "not_yet_understood", "no_appeal",
        "felt", "placement", "no_ways", "aside", "unplaced", "hint_pause", "only_one", "which",
    ]  # fmt: skip
    back_to_item: bool = False
    aside: str = ""
    seconds: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A fixed reply written by people; an adult is told."""

    kind: str
    tier: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Close:
    """Goodbye."""


Move = (
    Open
    | Ask
    | Review
    | Probe
    | Hint
    | Explain
    | WorkedExample
    | Feedback
    | Tell
    | Acknowledge
    | Clarify
    | TopicCard
    | Offer
    | Place
    | Ways
    | Show
    | ShowBelief
    | Recap
    | Redirect
    | Alert
    | Close
)


def name(move: Move) -> str:
    """The move's name as logged and as its prompt file is called ("worked_example")."""
    words = type(move).__name__
    return "".join(f"_{c.lower()}" if c.isupper() and i else c.lower() for i, c in enumerate(words))
