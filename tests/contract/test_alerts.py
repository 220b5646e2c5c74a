"""The contract of alerts, on memory, SQLite and PostgreSQL."""

import asyncio
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, MessageId, PersonId
from tutor.safety.alerts import Alert, Alerts, Delivery, MemoryAlerts
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ANNA = LearnerId("anna")
TEACHER, HEAD = PersonId("teacher"), PersonId("head")
ALERT = Alert(
    id="a1",
    learner=ANNA,
    kind="self_harm",
    tier=1,
    raised_at=NOON,
    course=CourseId("fractions"),
    message=MessageId("m1"),
    excerpt="I don’t want to be here any more",
    deliveries=(Delivery(step=0, to=TEACHER, addressed_at=NOON),),
)


@pytest.fixture
def alerts(database_or_memory: Database | None) -> Alerts:
    return MemoryAlerts() if database_or_memory is None else SqlAlerts(database_or_memory)


async def test_an_alert_comes_back_as_it_was_raised(alerts: Alerts) -> None:
    assert await alerts.raise_alert(ALERT)
    assert await alerts.alert("a1") == ALERT
    assert await alerts.waiting() == (ALERT,)
    assert await alerts.alerts_about(ANNA) == (ALERT,)
    assert await alerts.alerts_about(LearnerId("ben")) == ()
    assert await alerts.alert("a2") is None


async def test_raising_the_same_alert_again_changes_nothing(alerts: Alerts) -> None:
    await alerts.raise_alert(ALERT)
    assert not await alerts.raise_alert(replace(ALERT, tier=2, deliveries=()))
    assert await alerts.alert("a1") == ALERT


async def test_nobody_has_been_told_until_a_delivery_is_confirmed(alerts: Alerts) -> None:
    await alerts.raise_alert(ALERT)
    assert not ALERT.delivered
    assert await alerts.undelivered() == (ALERT,)
    assert not await alerts.delivered("a1", HEAD, NOON)
    assert await alerts.delivered("a1", TEACHER, NOON + timedelta(minutes=1))
    assert await alerts.delivered("a1", TEACHER, NOON + timedelta(minutes=9))
    told = await alerts.alert("a1")
    assert told is not None
    assert told.delivered
    assert told.deliveries[0].delivered_at == NOON + timedelta(minutes=1)
    assert await alerts.undelivered() == ()
    assert await alerts.waiting() == (told,)  # told is not yet seen


async def test_an_alert_escalates_until_somebody_acknowledges_it(alerts: Alerts) -> None:
    await alerts.raise_alert(ALERT)
    assert await alerts.escalate("a1", HEAD, NOON + timedelta(minutes=15))
    assert not await alerts.escalate("a1", HEAD, NOON + timedelta(minutes=16))
    found = await alerts.alert("a1")
    assert found is not None
    assert [(way.step, way.to) for way in found.deliveries] == [(0, TEACHER), (1, HEAD)]
    assert await alerts.acknowledge("a1", HEAD, NOON + timedelta(minutes=20), "Called home.")
    assert not await alerts.acknowledge("a1", TEACHER, NOON + timedelta(minutes=21), "Me too.")
    assert not await alerts.escalate("a1", PersonId("other"), NOON + timedelta(minutes=30))
    seen = await alerts.alert("a1")
    assert seen is not None
    assert (seen.acknowledged_by, seen.note) == (HEAD, "Called home.")
    assert seen.acknowledged_at == NOON + timedelta(minutes=20)
    assert await alerts.waiting() == ()
    assert await alerts.undelivered() == ()


async def test_of_two_adults_at_once_one_takes_it_on(alerts: Alerts) -> None:
    await alerts.raise_alert(ALERT)
    taken = await asyncio.gather(
        *(alerts.acknowledge("a1", PersonId(f"p{number}"), NOON) for number in range(5))
    )
    assert sum(taken) == 1


async def test_waiting_alerts_are_listed_by_tier_oldest_first(alerts: Alerts) -> None:
    for name, tier, minute in (("x", 2, 5), ("y", 1, 3), ("z", 2, 1)):
        raised = NOON + timedelta(minutes=minute)
        await alerts.raise_alert(replace(ALERT, id=name, tier=tier, raised_at=raised))
    assert [alert.id for alert in await alerts.waiting()] == ["z", "y", "x"]
    assert [alert.id for alert in await alerts.waiting(tier=2)] == ["z", "x"]


async def test_no_character_keeps_an_alert_from_an_adult(database: Database) -> None:
    alerts = SqlAlerts(database)
    await alerts.raise_alert(replace(ALERT, excerpt="help\x00 me \ud83d"))
    found = await alerts.alert("a1")
    assert found is not None
    assert found.excerpt == "help me ?"


async def test_an_unknown_alert_is_not_found(alerts: Alerts) -> None:
    for call in (alerts.acknowledge, alerts.escalate):
        with pytest.raises(NotFound):
            await call("nothing", HEAD, NOON)
    assert not await alerts.delivered("nothing", HEAD, NOON)


async def test_no_alert_is_raised_about_an_erased_learner(database: Database) -> None:
    await SqlLearnerLog(database).forget(ANNA)
    with pytest.raises(NotFound):
        await SqlAlerts(database).raise_alert(ALERT)
