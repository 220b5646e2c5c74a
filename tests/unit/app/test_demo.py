"""The demonstration's histories: plausible, made once, and each pupil's own."""

import shutil

from tests.support import COURSES
from tests.unit.app.test_app import settings
from tutor import demo
from tutor.app import opened
from tutor.ids import CourseId
from tutor.learner_state.events import Attempted, MessageReceived
from tutor.people.person import AgeBand

PUPILS = tuple(
    demo.Pupil(
        id=f"demo-{name}", name=f"{name} Test", ability=0.5, age_band=AgeBand.FROM_13,
        courses=("tiny", "mine"), days=(6, 4, 2), items=3,
    )
    for name in ("one", "two")
)  # fmt: skip


async def test_past_weeks_are_filled_in_once_by_real_turns(tmp_path):
    shutil.copytree(COURSES / "tiny", tmp_path / "var" / "curricula" / "mine")
    async with opened(settings(tmp_path)) as meno:
        parts = meno.parts
        await demo.found_school(parts, PUPILS, ())
        assert len(await demo.histories_missing(parts, PUPILS)) == 4
        stored = [name async for name in demo.write_histories(parts, PUPILS)]
        assert stored == ["one Test", "one Test", "two Test", "two Test"]
        assert await demo.histories_missing(parts, PUPILS) == []
        for pupil in PUPILS:
            for course in pupil.courses:
                events = await parts.log.whole(pupil.id, CourseId(course))
                assert sum(isinstance(e, Attempted) for e in events) > 3
                days = {e.at.date() for e in events if isinstance(e, MessageReceived)}
                assert len(days) == 3
