"""Export and erasure of a learner: everything of theirs, nothing of anybody else's."""

import asyncio
import json
import subprocess
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from argon2 import PasswordHasher
from sqlalchemy import func, select

from tutor.errors import LogMoved, NotFound
from tutor.ids import ClassId, CourseId, ItemId, LearnerId, MessageId, PersonId, TurnId
from tutor.items.grade import Verdict
from tutor.learner_state.events import HintGiven, MessageReceived
from tutor.learner_state.log import Snapshot
from tutor.learner_state.precedents import Precedent
from tutor.llm.budget import Spent
from tutor.people.directory import LinkPurpose
from tutor.people.person import Consent, Guardianship, Person, Purpose, Role, SchoolClass
from tutor.safety.alerts import Alert, Delivery
from tutor.storage.alerts import SqlAlerts
from tutor.storage.database import Database
from tutor.storage.erasure import HOLDINGS, IMPERSONAL, SqlLearnerRecords
from tutor.storage.jobs import SqlJobs
from tutor.storage.log import SqlLearnerLog
from tutor.storage.people import SqlPeople
from tutor.storage.precedents import SqlPrecedents
from tutor.storage.spending import SqlSpending
from tutor.storage.tables import metadata
from tutor.storage.turns import SqlTurnRecords

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
FRACTIONS = CourseId("fractions")
TEACHER = PersonId("teacher")
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


async def live(database: Database, name: str) -> dict[str, str]:
    """Leave a trace of a learner in every table; their secrets are returned."""
    secrets = await belong(SqlPeople(database, QUICK), name)
    await learn(database, name)
    return secrets


async def belong(people: SqlPeople, name: str) -> dict[str, str]:
    """Be somebody at the school, with a class, a guardian, a password and links."""
    id, learner, guardian = PersonId(name), LearnerId(name), PersonId(f"guardian-of-{name}")
    for person in (
        Person(id=id, role=Role.LEARNER, name=f"Name-{name}", login=f"login-{name}"),
        Person(id=guardian, role=Role.GUARDIAN, name="Guardian"),
        Person(id=TEACHER, role=Role.TEACHER, name="Teacher"),
    ):
        await people.save_person(person)
    await people.save_class(
        SchoolClass(
            id=ClassId(f"class-{name}"),
            name="5b",
            teachers=(TEACHER,),
            learners=(learner,),
            courses=(FRACTIONS,),
        )
    )
    await people.tie(Guardianship(guardian=guardian, learner=learner), NOON)
    await people.enrol(learner, FRACTIONS, NOON)
    await people.prefer(id, {"language": "es"})
    await people.set_password(id, "correct horse")
    token = await people.open_sign_in(id, NOON, HOUR)
    link = await people.make_link(id, LinkPurpose.TELEGRAM, NOON, HOUR)
    await people.identify("telegram", f"chat-{name}", id, NOON)
    await people.record_consent(
        Consent(purpose=Purpose.TELEGRAM, learner=learner, by=guardian, given=True, at=NOON)
    )
    await people.note(actor=TEACHER, act="chat_viewed", subject=learner, at=NOON)
    return {"token": token, "link": link}


async def learn(database: Database, name: str) -> None:
    """Send a message, with all that it leaves behind."""
    learner, message = LearnerId(name), MessageId(f"{name}-1")
    received = MessageReceived(
        at=NOON, message=message, channel="web", text=f"secret words of {name}", intent="answer"
    )
    snapshot = Snapshot(length=1, format="s", body={"of": name})
    await SqlLearnerLog(database).append(learner, FRACTIONS, [received], after=0, snapshot=snapshot)
    turns, turn = SqlTurnRecords(database), TurnId(f"turn-{name}")
    await turns.start(turn, learner, FRACTIONS, message)
    await turns.add(turn, 0, "sentence", {"text": f"Well done, {name}."})
    await SqlSpending(database).book(
        NOON.date(), "m", {f"learner:{name}": Spent(calls=1, tokens_in=9)}
    )
    await SqlJobs(database).put("digest", {"text": name}, run_at=NOON, learner=learner)
    await SqlPrecedents(database).settle(
        Precedent(
            course=FRACTIONS, item=ItemId("f-1"), seed=0, response=f"secret words of {name}",
            verdict=Verdict.CORRECT, attempt=f"{name}-1/1", learner=learner, by=TEACHER, at=NOON,
        )
    )  # fmt: skip
    await SqlAlerts(database).raise_alert(
        Alert(
            id=f"alert-{name}",
            learner=learner,
            kind="danger",
            tier=1,
            raised_at=NOON,
            excerpt=f"worry of {name}",
            deliveries=(Delivery(step=0, to=TEACHER, addressed_at=NOON),),
        )
    )


async def counts(database: Database) -> dict[str, int]:
    async with database.session() as connection:
        return {
            table.name: (await connection.execute(select(func.count()).select_from(table))).scalar()
            or 0
            for table in metadata.sorted_tables
        }


def test_every_table_is_known_to_hold_persons_or_not() -> None:
    held = [holding.table for holding in HOLDINGS]
    assert {*held, *IMPERSONAL} == set(metadata.sorted_tables)
    assert len(held) + len(IMPERSONAL) == len(metadata.sorted_tables)


def test_every_column_that_names_a_learner_is_in_a_table_that_is_erased() -> None:
    names = {"learner", "person", "guardian"}
    naming = {table for table in metadata.sorted_tables if names & set(table.c.keys())}
    assert naming <= {holding.table for holding in HOLDINGS}


async def test_the_export_has_everything_of_the_learner_and_of_nobody_else(
    database: Database,
) -> None:
    secrets = await live(database, "anna")
    await live(database, "ben")
    exported = await SqlLearnerRecords(database).export(LearnerId("anna"), NOON)
    text = json.dumps(exported)
    records: dict[str, list[dict[str, Any]]] = exported["records"]
    for holding in HOLDINGS:
        expected = 0 if holding.table.name == "class_teachers" else 1
        assert len(records[holding.table.name]) == expected, holding.table.name
    assert records["events"][0]["body"]["text"] == "secret words of anna"
    assert records["people"][0]["name"] == "Name-anna"
    assert [row["act"] for row in exported["audit"]] == ["chat_viewed"]
    assert exported["exported_at"] == "2026-11-02T12:00:00+00:00"
    assert "ben" not in text
    assert "$argon2" not in text
    assert all(secret not in text for secret in secrets.values())
    assert "hash" not in records["passwords"][0]


async def test_forgetting_erases_every_row_of_the_learner_and_counts_them(
    database: Database,
) -> None:
    await live(database, "ben")
    alone = await counts(database)
    await live(database, "anna")
    both = await counts(database)
    gone = await SqlLearnerRecords(database).forget(LearnerId("anna"), NOON)
    after = await counts(database)
    for table in metadata.sorted_tables:
        if table.name in ("class_teachers", "classes", "class_courses", "people", "audit"):
            continue  # the teacher, the class and the guardian stay, and so does the trail
        expected = 1 if table.name == "erasures" else alone[table.name]
        assert after[table.name] == expected, table.name
    assert gone.pop("digests") == 0  # no guardian was told anything
    for name, number in gone.items():
        assert both[name] - after[name] == number, name
    assert gone["people"] == gone["events"] == gone["turn_parts"] == 1
    assert await SqlPeople(database).person(PersonId("anna")) is None
    assert await SqlPeople(database).broken_at() is None
    export = await SqlLearnerRecords(database).export(LearnerId("anna"), NOON)
    assert not any(export["records"].values())


async def test_the_summaries_that_a_guardian_has_are_given_out_and_go_too(
    database: Database,
) -> None:
    await live(database, "anna")
    people, guardian = SqlPeople(database, QUICK), PersonId("guardian-of-anna")
    of = [
        {"week": "2026-W45", "learner": who, "text": f"The week of {who}."}
        for who in ("anna", "ben")
    ]
    await people.prefer(guardian, {"digests": of, "digest_stopped": True})
    records = SqlLearnerRecords(database)
    exported = await records.export(LearnerId("anna"), NOON)
    assert exported["told"] == [{"guardian": guardian, **of[0]}]
    gone = await records.forget(LearnerId("anna"), NOON)
    assert gone["digests"] == 1
    assert await people.preferences(guardian) == {"digests": [of[1]], "digest_stopped": True}


async def test_forgetting_somebody_unknown_erases_nothing(database: Database) -> None:
    gone = await SqlLearnerRecords(database).forget(LearnerId("ghost"), NOON)
    assert set(gone.values()) == {0}


async def test_no_erased_word_stays_in_the_file(sqlite: Database) -> None:
    await live(sqlite, "anna")
    await SqlLearnerRecords(sqlite).forget(LearnerId("anna"), NOON)
    assert sqlite.url.startswith("sqlite")
    path = Path(sqlite.url.split("///")[1])
    # by another process: to close one of these files here would give up SQLite's locks on it
    files = sorted(path.parent.glob(f"{path.name}*"))
    bytes_left = subprocess.run(["cat", *files], capture_output=True, check=True).stdout
    assert len(bytes_left) >= 4096
    for word in (b"secret words", b"Name-anna", b"login-anna", b"worry of", b"Well done, anna"):
        assert word not in bytes_left


async def test_a_turn_under_way_cannot_bring_an_erased_learner_back(database: Database) -> None:
    await live(database, "anna")
    log, anna = SqlLearnerLog(database), LearnerId("anna")
    hint = HintGiven(at=NOON, item=ItemId("halves"), level=1)

    async def keep_appending() -> int:
        done = 0
        while True:
            try:
                length = (await log.read(anna, FRACTIONS)).length
                await log.append(anna, FRACTIONS, [hint], after=length)
            except LogMoved:
                continue
            except NotFound:
                return done
            done += 1

    turns = [asyncio.create_task(keep_appending()) for _ in range(3)]
    await asyncio.sleep(0.05)
    await SqlLearnerRecords(database).forget(anna, NOON)
    await asyncio.wait_for(asyncio.gather(*turns), timeout=20)
    assert await log.whole(anna, FRACTIONS) == ()
    records = SqlTurnRecords(database)
    with pytest.raises(NotFound):
        await records.add(TurnId("turn-anna"), 1, "sentence", {"text": "late"})


async def test_a_learner_added_again_on_purpose_starts_from_nothing(database: Database) -> None:
    await live(database, "anna")
    await SqlLearnerRecords(database).forget(LearnerId("anna"), NOON)
    await live(database, "anna")
    assert len(await SqlLearnerLog(database).whole(LearnerId("anna"), FRACTIONS)) == 1
