"""What was heard and what it is taken to be: the values that a reading passes on. Pure."""

from collections.abc import Callable
from dataclasses import dataclass

from tutor.dialogue.intents.formats import Format
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.session import Session
from tutor.ids import SkillId
from tutor.items.grade import Grade
from tutor.items.item import Item
from tutor.safety.concern import Concern

NUMERIC = frozenset(
    {"number", "units", "line", "order", "expression", "list", "set", "clock", "remainder"}
)
INEXACT = frozenset({"short", "open", "blanks", "output"})  # types whose grader reads any words


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A skill or term that a message names; `sure` in 0–1."""

    skill: SkillId | None
    term: str
    means: str = ""
    sure: float = 1.0


Vocabulary = Callable[[str], tuple[Found, ...]]
Matter = Callable[[str], bool]  # whether a message speaks of what the course's texts do
Asked = Callable[[str], str]  # a message → the heading of the course that asks the same, or ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What we take a message to be.

    `grade` comes with a response; `about` are the skills or terms it names, best first;
    `concern` goes before everything. `text` is the message as cleaned. `doubt` are the intents
    between which the reading is unsure, likeliest first; empty when it is sure. `unsure` says that the words
    alone left it open, so that their meaning may be looked at. `aside` says which kind of
    message beside the task it is (one of `intents.asides.KINDS`), for ABOUT and FEELING. `gave_up` says that
    a response is “I don't know”; `format` which other way OTHER_WAY asks for, if one.
    """

    intent: Intent
    text: str = ""
    grade: Grade | None = None
    about: tuple[Found, ...] = ()
    concern: Concern | None = None
    unsure: bool = False
    doubt: tuple[Intent, ...] = ()
    aside: str = ""
    gave_up: bool = False
    format: Format | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Heard:
    """A message with all that its reading may look at.

    `body` is the message as cleaned, `spoken` as matched against phrases; `about` what it names,
    `wanted` the skills that it asks to practise (“quiz me on …”), `asked` the heading of the course that asks
    the same; `matter` whether it speaks of what the course's texts speak of; `grade` the open item's.
    """

    body: str
    spoken: str
    item: Item | None
    grade: Grade | None
    session: Session
    about: tuple[Found, ...] = ()
    wanted: tuple[Found, ...] = ()
    asked: str = ""
    matter: bool = False

    @property
    def item_is_numeric(self) -> bool:
        """Whether numbers in a message are likely its answer."""
        return self.item is not None and self.item.type_name in NUMERIC

    @property
    def exact(self) -> bool:
        """Whether a grader that reads only answers made something of it that counts."""
        return (
            self.item is not None
            and self.grade is not None
            and self.grade.verdict.counts
            and self.item.type_name not in INEXACT
        )
