"""What a channel may use of the rest of Meno, handed over by `app`."""

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol

from tutor.channels.metrics import Metrics
from tutor.curriculum.book import Book
from tutor.dialogue.media import MediaReader
from tutor.dialogue.turn import Tutor
from tutor.dialogue.turns.running import Running
from tutor.ids import LearnerId, PersonId
from tutor.jobs import Jobs
from tutor.learner_state.log import LearnerLog
from tutor.learner_state.precedents import Precedents
from tutor.llm.budget import Booked, Spent
from tutor.people.directory import Accounts, Audit, ConsentLedger, Directory
from tutor.prices import PriceList
from tutor.retrieval.imports import Imports
from tutor.retrieval.index import Library
from tutor.retrieval.passage import PassageStore
from tutor.safety.alarm import SchoolAlarm
from tutor.safety.alerts import Alerts
from tutor.settings import Settings


class PeopleBook(Directory, Accounts, ConsentLedger, Audit, Protocol):
    """Everything stored about people."""


@dataclass(slots=True)
class Reach:
    """What a channel that starts later offers to the others. `telegram_link` makes a single-use
    link for a person; None while there is no bot."""

    telegram_link: Callable[[PersonId], Awaitable[str | None]] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The running parts. `clock` gives the aware time now; `digests` a learner's latest
    digest in a language ("" is the learner's own); `models` what was spent on each account today
    and the state of each model, `full` which accounts are at their cap, `spent` what was booked over days, `prices` what tokens cost; `media` reads photos and voice notes, where a model can."""

    settings: Settings
    clock: Callable[[], datetime]
    book: Book
    people: PeopleBook
    log: LearnerLog
    tutor: Tutor
    running: Running
    library: Library
    passages: PassageStore
    jobs: Jobs
    imports: Imports
    alerts: Alerts
    alarm: SchoolAlarm
    precedents: Precedents
    meter: Metrics = field(default_factory=Metrics)
    models: Callable[[], tuple[Mapping[str, Spent], Mapping[str, str]]] | None = None
    full: Callable[[], frozenset[str]] | None = None
    spent: Booked | None = None
    prices: PriceList = field(default_factory=PriceList)
    media: MediaReader | None = None
    digests: Callable[[LearnerId, str], Awaitable[str | None]] | None = None
    reach: Reach = field(default_factory=Reach)
