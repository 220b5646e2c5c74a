"""The ports of what is stored about people: one small one per thing that is kept."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from typing import Any, Protocol

from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.people.periods import Period
from tutor.people.person import Consent, Guardianship, Person, Role, SchoolClass


class People(Protocol):
    """The people of the school."""

    async def person(self, id: PersonId) -> Person | None:
        """One person, or None."""
        ...

    async def known(self, ids: Collection[PersonId]) -> tuple[Person, ...]:
        """Those of these people who are known, by id."""
        ...

    async def people(self, role: Role | None = None) -> tuple[Person, ...]:
        """Everybody, or everybody in a role, by name."""
        ...

    async def save_person(self, person: Person) -> None:
        """Add a person or change one. Raises NotAllowed when somebody else has the login."""
        ...


class Classes(Protocol):
    """The school's classes."""

    async def school_class(self, id: ClassId) -> SchoolClass | None:
        """One class, or None."""
        ...

    async def classes(self, of: PersonId | None = None) -> tuple[SchoolClass, ...]:
        """Every class, or those that a person teaches or learns in, by name."""
        ...

    async def save_class(self, school_class: SchoolClass) -> None:
        """Add a class or put it in place of the older one. Raises NotFound for unknown people."""
        ...


class Periods(Protocol):
    """Times in which a class is taught otherwise."""

    async def periods(self, of: Collection[ClassId], after: datetime) -> tuple[Period, ...]:
        """The periods of these classes that end after a time, the first to start first."""
        ...

    async def add_period(self, period: Period) -> None:
        """Plan one. Raises NotFound for an unknown class."""
        ...

    async def cancel_period(self, of: ClassId, period: str) -> bool:
        """Take back a class's period; whether it was there."""
        ...


class Ties(Protocol):
    """Who is whose guardian, and who takes which course."""

    async def guardianships(self, of: PersonId | None = None) -> tuple[Guardianship, ...]:
        """Every guardianship, or those in which a person is guardian or learner."""
        ...

    async def tie(self, guardianship: Guardianship, at: datetime) -> None:
        """Record a guardianship; again changes nothing. Raises NotFound for unknown people."""
        ...

    async def untie(self, guardianship: Guardianship) -> None:
        """End a guardianship."""
        ...

    async def enrol(self, learner: LearnerId, course: CourseId, at: datetime) -> None:
        """Let a learner take a course beside those of their classes."""
        ...

    async def courses_of(self, learner: LearnerId) -> tuple[CourseId, ...]:
        """The courses of a learner: those of their classes first, then their own."""
        ...


class Preferences(Protocol):
    """What a person chose, by name, as JSON values: `persona`, `language`, `digest_stopped` …"""

    async def preferences(self, person: PersonId) -> dict[str, Any]:
        """Everything that the person chose."""
        ...

    async def prefer(self, person: PersonId, changes: Mapping[str, Any]) -> None:
        """Set the given names and leave the others; None takes a choice back."""
        ...


class Passwords(Protocol):
    """Names and passwords. Only a slow hash of a password is kept."""

    async def set_password(self, person: PersonId, password: str) -> None:
        """Set a password of 8 to 256 characters. Raises BadInput for any other."""
        ...

    async def check_password(self, login: str, password: str) -> Person | None:
        """The person whose login and password these are, else None (taking as long)."""
        ...


class SignIns(Protocol):
    """Sessions of a browser: the token is the caller's, only its hash is kept."""

    async def open_sign_in(self, person: PersonId, now: datetime, lifetime: timedelta) -> str:
        """Open a session and return its token (43 characters, URL-safe)."""
        ...

    async def signed_in(self, token: str, now: datetime) -> Person | None:
        """Whose session the token opens; None when it is unknown, expired or closed."""
        ...

    async def close_sign_in(self, token: str) -> None:
        """Close one session."""
        ...

    async def close_sign_ins(self, person: PersonId) -> int:
        """Close every session of a person; how many there were."""
        ...


class LinkPurpose(StrEnum):
    """What a link lets its holder do."""

    SIGN_IN = "sign_in"  # once
    TELEGRAM = "telegram"  # once
    DEMO = "demo"  # signs in again and again, into the demonstration school only

    @property
    def once(self) -> bool:
        """Whether the first use is the last."""
        return self is not LinkPurpose.DEMO


class Links(Protocol):
    """Links that stand for a person until they expire or are used."""

    async def make_link(
        self, person: PersonId, purpose: LinkPurpose, now: datetime, lifetime: timedelta
    ) -> str:
        """Make a link and return its token (43 characters, fit for a Telegram deep link).

        Raises NotAllowed for a demo link of somebody outside the demonstration school.
        """
        ...

    async def use_link(self, token: str, purpose: LinkPurpose, now: datetime) -> PersonId | None:
        """Whose link it is, used up if its purpose says so; None when it is no longer good."""
        ...

    async def drop_links(self, person: PersonId, purpose: LinkPurpose) -> int:
        """Make a person's links of a purpose worthless; how many there were."""
        ...


class Identities(Protocol):
    """Which person an address on a channel is: one address each, one person each."""

    async def person_at(self, channel: str, address: str) -> Person | None:
        """Who is behind the address, or None."""
        ...

    async def address_of(self, channel: str, person: PersonId) -> str | None:
        """Where the person is reached on the channel, or None."""
        ...

    async def identify(self, channel: str, address: str, person: PersonId, at: datetime) -> None:
        """Tie an address to a person in place of the person's older one.

        Raises NotAllowed when the address is somebody else's.
        """
        ...

    async def unidentify(self, channel: str, person: PersonId) -> bool:
        """Cut a person off the channel; whether there was a tie."""
        ...


class ConsentLedger(Protocol):
    """Who agreed to what, for whom, when; only ever added to."""

    async def record_consent(self, consent: Consent) -> None:
        """Add an entry."""
        ...

    async def consents(self, learner: LearnerId) -> tuple[Consent, ...]:
        """The entries about a learner, oldest first."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class AuditEntry:
    """One act of an adult (or the machine) on somebody's data.

    `act` is a word ("chat_viewed"), `detail` holds ids and numbers only, never what anybody
    wrote. `hash` covers this entry and `before`, the hash of the entry before it.
    """

    position: int
    at: datetime
    actor: str
    act: str
    subject: str
    detail: dict[str, str | int | bool]
    before: str
    hash: str


class Audit(Protocol):
    """The audit trail: a chain of hashes in which nothing can be changed unnoticed.

    A cut-off end is noticed only by one who kept the last hash elsewhere.
    """

    async def note(
        self,
        *,
        actor: str,
        act: str,
        subject: str,
        at: datetime,
        detail: Mapping[str, str | int | bool] | None = None,
    ) -> AuditEntry:
        """Add an entry. Raises BadInput when a word in it could be personal text."""
        ...

    async def trail(self, subject: str | None = None) -> tuple[AuditEntry, ...]:
        """The entries about somebody, or all, oldest first."""
        ...

    async def broken_at(self) -> int | None:
        """The position of the first entry that does not fit the chain, or None."""
        ...


class LearnerRecords(Protocol):
    """Everything kept of one learner, wherever it is."""

    async def export(self, learner: LearnerId, now: datetime) -> dict[str, Any]:
        """All of it, ready for JSON, without anybody's secrets."""
        ...

    async def forget(self, learner: LearnerId, now: datetime) -> dict[str, int]:
        """Erase all of it; how many rows went from each table."""
        ...


class Directory(People, Classes, Periods, Ties, Preferences, Protocol):
    """What most callers need to know of people."""


class Accounts(Passwords, SignIns, Links, Identities, Protocol):
    """How people prove who they are."""
