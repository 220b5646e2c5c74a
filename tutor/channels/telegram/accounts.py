"""Who writes in a chat: linking it by a single-use link, cutting the tie, and consent."""

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum

from tutor.channels.parts import Parts
from tutor.errors import NotAllowed
from tutor.ids import LearnerId, PersonId
from tutor.people.directory import LinkPurpose
from tutor.people.person import AgeBand, Person, Purpose, Role
from tutor.people.rules import consented

CHANNEL = "telegram"
LINK_LASTS = timedelta(hours=24)
OWN_PREFERENCES = ("telegram_course", "telegram_answered", "telegram_asked")
_TOKEN = re.compile(r"[A-Za-z0-9_-]{20,64}")


class Allowed(StrEnum):
    """Whether a learner may be tutored here."""

    YES = "yes"
    TUTORING_OFF = "tutoring_off"
    ADULT_MUST_AGREE = "adult_must_agree"
    SWITCHED_OFF = "switched_off"


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """How linking went: the person, or why not ("bad" link, chat of an "other")."""

    person: Person | None = None
    why_not: str = ""


class ChatAccounts:
    """The ties between chats and people."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    async def who(self, chat: int) -> Person | None:
        """Who writes in a chat, or None."""
        return await self._parts.people.person_at(CHANNEL, str(chat))

    async def chat_of(self, person: PersonId) -> int | None:
        """Where a person is reached, or None."""
        address = await self._parts.people.address_of(CHANNEL, person)
        return int(address) if address is not None else None

    async def link(self, chat: int, token: str) -> Linked:
        """Tie a chat to the person whose single-use link holds the token."""
        people, now = self._parts.people, self._parts.clock()
        if not _TOKEN.fullmatch(token):
            return Linked(why_not="bad")
        owner = await people.use_link(token, LinkPurpose.TELEGRAM, now)
        person = await people.person(owner) if owner is not None else None
        if person is None:
            return Linked(why_not="bad")
        try:
            await people.identify(CHANNEL, str(chat), person.id, now)
        except NotAllowed:
            return Linked(why_not="other")
        return Linked(person=person)

    async def unlink(self, person: PersonId) -> None:
        """Cut the tie and forget what was kept for the chat."""
        await self._parts.people.unidentify(CHANNEL, person)
        await self._parts.people.prefer(person, dict.fromkeys(OWN_PREFERENCES))

    async def new_token(self, person: PersonId) -> str:
        """The token of a fresh link; the person's older ones end."""
        people = self._parts.people
        await people.drop_links(person, LinkPurpose.TELEGRAM)
        return await people.make_link(person, LinkPurpose.TELEGRAM, self._parts.clock(), LINK_LASTS)

    async def allowed(self, learner: Person) -> Allowed:
        """Whether the learner may be tutored here now: consent may end at any time."""
        people = self._parts.people
        ledger = await people.consents(LearnerId(learner.id))
        ties = await people.guardianships(learner.id)
        admins = await people.people(Role.ADMIN)
        if not consented(Purpose.TUTORING, learner, ledger, ties, admins):
            return Allowed.TUTORING_OFF
        if consented(Purpose.TELEGRAM, learner, ledger, ties, admins):
            return Allowed.YES
        if learner.age_band in (AgeBand.FROM_16, AgeBand.ADULT):
            return Allowed.SWITCHED_OFF
        return Allowed.ADULT_MUST_AGREE

    async def may_be_sent(self, person: PersonId) -> bool:
        """Whether a text may go to the person here: to a learner, only with consent."""
        found = await self._parts.people.person(person)
        if found is None or found.role is not Role.LEARNER:
            return found is not None
        return await self.allowed(found) is Allowed.YES

    async def guardians(self, learner: Person) -> list[Person]:
        """The learner's guardians."""
        ties = await self._parts.people.guardianships(learner.id)
        found = [
            await self._parts.people.person(tie.guardian)
            for tie in ties
            if tie.learner == LearnerId(learner.id)
        ]
        return [person for person in found if person is not None]

    async def children(self, guardian: Person) -> list[Person]:
        """The learners whom the person is guardian of."""
        ties = await self._parts.people.guardianships(guardian.id)
        found = [
            await self._parts.people.person(PersonId(tie.learner))
            for tie in ties
            if tie.guardian == guardian.id
        ]
        return [person for person in found if person is not None]
