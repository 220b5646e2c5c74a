"""The whole tutor on each database: a conversation, a second start, export and erasure."""

from datetime import UTC, datetime

from tests.support import COURSES
from tutor import demo
from tutor.app import opened
from tutor.dialogue.messages import Inbound
from tutor.ids import CourseId, LearnerId, MessageId
from tutor.settings import Settings
from tutor.storage.database import Database
from tutor.storage.erasure import SqlLearnerRecords

ADA = LearnerId("demo-amara")


def inbound(text: str, key: str) -> Inbound:
    return Inbound(
        learner=ADA, course=CourseId("tiny"), message=MessageId(key), text=text,
        at=datetime.now(UTC), channel="test",
    )  # fmt: skip


async def test_a_school_runs_on_it(database: Database, tmp_path):
    settings = Settings(data=tmp_path, curricula=COURSES, dense=False, database_url=database.url)
    async with opened(settings) as meno:
        await demo.found_school(meno.parts)
        replies = [
            await meno.parts.tutor.turn(inbound(text, f"k{n}"))
            for n, text in enumerate(("/start", "what is a sum?", "hint", "skip", "7", "bye"))
        ]
        assert replies[1].citations
    async with opened(settings) as meno:
        assert await meno.parts.tutor.turn(inbound("bye", "k5")) == replies[-1]
        records = SqlLearnerRecords(meno.database)
        body = await records.export(ADA, meno.parts.clock())
        assert len(body["records"]["events"]) >= 18
        gone = await records.forget(ADA, meno.parts.clock())
        assert gone["events"] == len(body["records"]["events"])
