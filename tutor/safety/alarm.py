"""The school's alarm: a concern goes to a named adult, and on to the next until one takes it."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from tutor.errors import NotFound
from tutor.ids import LearnerId, PersonId
from tutor.people.directory import Directory
from tutor.people.person import Role
from tutor.safety.addressed import sent
from tutor.safety.alerts import Alert, Alerts, Delivery
from tutor.safety.concern import Concern
from tutor.safety.crisis import reply_to
from tutor.safety.screen import screen

PATIENCE = timedelta(minutes=15)  # before an unacknowledged crisis goes to the next adult
# Seconds that a learner in a crisis waits for one adult to be reached, and for any: what is not
# delivered by then is tried again beside, and the reply does not say that somebody was told.
ONE_ADULT, ANY_ADULT = 3.0, 8.0

Notify = Callable[[PersonId, str], Awaitable[bool]]


class SchoolAlarm:
    """Tells who is named `first` by the school, then the learner's class teachers in order, then the admins.

    Tier 1 is notified at once and escalates; tier 2 is addressed to the teacher and waits on the
    list; tier 0 is told to nobody.
    """

    def __init__(
        self,
        alerts: Alerts,
        directory: Directory,
        notify: Notify | None,
        country: str,
        clock: Callable[[], datetime],
        patience: timedelta = PATIENCE,
        first: Sequence[PersonId] = (),
        address: str = "",
    ) -> None:
        self._alerts = alerts
        self._directory = directory
        self._notify = notify
        self._country = country
        self._clock = clock
        self._patience = patience
        self._first = tuple(first)
        self._address = address

    async def raise_alert(
        self, learner: LearnerId, concern: Concern, alert: str, at: datetime
    ) -> bool:
        """Store the alert and deliver it; True only when a named adult has it.

        The same alert again is not stored twice; what was not delivered is tried once more.
        """
        if concern.tier == 0:
            return False
        adults = await self._adults(learner)
        ways = tuple(Delivery(step=0, to=adult, addressed_at=at) for adult in adults[:1])
        raised = Alert(
            id=alert, learner=learner, kind=concern.kind, tier=concern.tier, raised_at=at,
            deliveries=ways,
        )  # fmt: skip
        try:
            await self._alerts.raise_alert(raised)
        except NotFound:
            return False  # the learner was erased meanwhile: there is nobody to tell about
        stored = await self._alerts.alert(alert)
        if stored is None or stored.tier != 1:
            return False
        return stored.delivered or await self._tell_somebody(stored, adults, at)

    def crisis_reply(self, concern: Concern, language: str, *, delivered: bool) -> str:
        """The fixed reply; it says that somebody was told only when that is so."""
        return reply_to(concern, language, self._country, delivered=delivered)

    async def hear(
        self, learner: LearnerId, text: str, language: str, alert: str, at: datetime
    ) -> str:
        """Screen a message that the tutor does not answer: a crisis is told to an adult all the same.

        The fixed reply to it, or "" when there is no crisis. Consent to a channel or to tutoring
        is no condition for help.
        """
        concern = screen(text, language)
        if concern is None or not (concern.tier == 1 or concern.doubtful):
            return ""
        delivered = await self.raise_alert(learner, concern, alert, at)
        if concern.doubtful:
            return ""  # nobody would hear the answer to a question
        return self.crisis_reply(concern, language, delivered=delivered)

    async def escalate_due(self, now: datetime) -> int:
        """Carry every crisis that nobody took on one step further; how many adults were told.

        What could not be delivered is tried again; after `patience` without an acknowledgement
        the next adult is addressed as well.
        """
        told = 0
        for alert in await self._alerts.waiting(tier=1):
            told += await self._again(alert)
            last = max((way.addressed_at for way in alert.deliveries), default=None)
            if last is not None and now - last < self._patience:
                continue
            known = {way.to for way in alert.deliveries}
            rest = [a for a in await self._adults(alert.learner) if a not in known]
            if rest and await self._alerts.escalate(alert.id, rest[0], now):
                told += await self._deliver(alert, rest[0])
        return told

    async def _tell_somebody(self, alert: Alert, adults: list[PersonId], at: datetime) -> bool:
        """Tell the first adult; when no channel reaches them at once, the next one, and so on."""
        known = {way.to for way in alert.deliveries}
        time = asyncio.get_running_loop().time
        end = time() + ANY_ADULT
        for adult in adults:
            if time() >= end:
                break
            if adult not in known and not await self._alerts.escalate(alert.id, adult, at):
                continue
            if await self._deliver(alert, adult, min(ONE_ADULT, end - time())):
                return True
        return False

    async def _again(self, alert: Alert) -> int:
        waiting = [way.to for way in alert.deliveries if way.delivered_at is None]
        return sum([await self._deliver(alert, to) for to in waiting])

    async def _deliver(self, alert: Alert, to: PersonId, within: float | None = None) -> bool:
        """Tell an adult, `within` so many seconds; True when it is sure that it arrived."""
        if self._notify is None:
            return False
        text = await self._text(alert, to)
        try:
            async with asyncio.timeout(within):
                arrived = await self._notify(to, text)
        except TimeoutError:
            return False
        return arrived and await self._alerts.delivered(alert.id, to, self._clock())

    async def _text(self, alert: Alert, to: PersonId) -> str:
        """What the adult reads on the way, in their own language."""
        learner, adult = [
            await self._directory.person(one) for one in (PersonId(alert.learner), to)
        ]
        name = learner.name if learner is not None else alert.learner
        language = adult.language if adult is not None else "en"
        where = f"{self._address}/classes" if self._address else ""
        return sent(alert.kind, name, language, where=where)

    async def _adults(self, learner: LearnerId) -> list[PersonId]:
        """Who is told, in order: whom the school named, the teachers of the learner's classes, the admins.

        An id that nobody has any more is passed over, and so is a learner's or a guardian's, wherever it stands.
        """
        classes = await self._directory.classes(PersonId(learner))
        teachers = [t for c in classes if learner in c.learners for t in c.teachers]
        admins = [person.id for person in await self._directory.people(Role.ADMIN)]
        told = dict.fromkeys([*self._first, *teachers, *admins])
        return [one for one in told if await self._is_staff(one)]

    async def _is_staff(self, one: PersonId) -> bool:
        person = await self._directory.person(one)
        return person is not None and person.role in (Role.TEACHER, Role.ADMIN)
