"""The port of alerts: concerns on their way to a named adult, until one has acknowledged them."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol

from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, PersonId


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """An alert's way to one adult: `step` 0 is the first one told, higher ones are escalations.

    `delivered_at` is None until a channel confirmed that it arrived.
    """

    step: int
    to: PersonId
    addressed_at: datetime
    delivered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alert:
    """A concern about a learner that an adult must see.

    `kind` is a `safety.concern.Kind` value. `tier` 1 must be acknowledged or it escalates, 2 waits
    on the teacher's list. `excerpt` is what the adult needs to read of the message.
    """

    id: str
    learner: LearnerId
    kind: str
    tier: int
    raised_at: datetime
    course: CourseId | None = None
    message: MessageId | None = None
    excerpt: str = ""
    deliveries: tuple[Delivery, ...] = ()
    acknowledged_at: datetime | None = None
    acknowledged_by: PersonId | None = None
    note: str = ""

    @property
    def delivered(self) -> bool:
        """Whether an adult has been told: only then may the learner read so."""
        return any(delivery.delivered_at is not None for delivery in self.deliveries)


class Alerts(Protocol):
    """Every alert, from the concern to the adult's word that it was seen."""

    async def raise_alert(self, alert: Alert) -> bool:
        """Store a new alert with its first deliveries; False when its id is there already.

        Raises NotFound for a learner who was erased.
        """
        ...

    async def delivered(self, id: str, to: PersonId, at: datetime) -> bool:
        """Note that the alert reached an adult; False when it was never addressed to them."""
        ...

    async def escalate(self, id: str, to: PersonId, at: datetime) -> bool:
        """Address one more adult; False when the alert is acknowledged or was addressed to them."""
        ...

    async def acknowledge(self, id: str, by: PersonId, at: datetime, note: str = "") -> bool:
        """Note that an adult has taken it on; False when somebody had before.

        The caller checks that `by` may see the learner. Raises NotFound for an unknown alert.
        """
        ...

    async def alert(self, id: str) -> Alert | None:
        """One alert, or None."""
        ...

    async def waiting(self, *, tier: int | None = None) -> tuple[Alert, ...]:
        """The alerts that nobody has acknowledged, oldest first."""
        ...

    async def undelivered(self) -> tuple[Alert, ...]:
        """The unacknowledged alerts with a delivery that is not confirmed, oldest first."""
        ...

    async def alerts_about(self, learner: LearnerId) -> tuple[Alert, ...]:
        """Every alert about a learner, oldest first."""
        ...


class MemoryAlerts:
    """Alerts that go with the process."""

    def __init__(self) -> None:
        self._alerts: dict[str, Alert] = {}

    async def raise_alert(self, alert: Alert) -> bool:
        """See Alerts."""
        new = alert.id not in self._alerts
        self._alerts.setdefault(alert.id, alert)
        return new

    async def delivered(self, id: str, to: PersonId, at: datetime) -> bool:
        """See Alerts."""
        alert = self._alerts.get(id)
        if alert is None or to not in {way.to for way in alert.deliveries}:
            return False
        ways = tuple(
            replace(way, delivered_at=way.delivered_at or at) if way.to == to else way
            for way in alert.deliveries
        )
        self._alerts[id] = replace(alert, deliveries=ways)
        return True

    async def escalate(self, id: str, to: PersonId, at: datetime) -> bool:
        """See Alerts."""
        alert = self._required(id)
        if alert.acknowledged_at is not None or to in {way.to for way in alert.deliveries}:
            return False
        step = max((way.step for way in alert.deliveries), default=-1) + 1
        way = Delivery(step=step, to=to, addressed_at=at)
        self._alerts[id] = replace(alert, deliveries=(*alert.deliveries, way))
        return True

    async def acknowledge(self, id: str, by: PersonId, at: datetime, note: str = "") -> bool:
        """See Alerts."""
        alert = self._required(id)
        if alert.acknowledged_at is not None:
            return False
        self._alerts[id] = replace(alert, acknowledged_at=at, acknowledged_by=by, note=note)
        return True

    async def alert(self, id: str) -> Alert | None:
        """See Alerts."""
        return self._alerts.get(id)

    async def waiting(self, *, tier: int | None = None) -> tuple[Alert, ...]:
        """See Alerts."""
        return self._where(
            lambda alert: alert.acknowledged_at is None and tier in (None, alert.tier)
        )

    async def undelivered(self) -> tuple[Alert, ...]:
        """See Alerts."""
        return self._where(
            lambda alert: (
                alert.acknowledged_at is None
                and any(way.delivered_at is None for way in alert.deliveries)
            )
        )

    async def alerts_about(self, learner: LearnerId) -> tuple[Alert, ...]:
        """See Alerts."""
        return self._where(lambda alert: alert.learner == learner)

    def _required(self, id: str) -> Alert:
        if id not in self._alerts:
            raise NotFound("There is no such alert.", where=id)
        return self._alerts[id]

    def _where(self, wanted: Callable[[Alert], bool]) -> tuple[Alert, ...]:
        found = [alert for alert in self._alerts.values() if wanted(alert)]
        return tuple(sorted(found, key=lambda alert: (alert.raised_at, alert.id)))
