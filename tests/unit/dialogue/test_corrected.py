"""A corrected answer key: which stored responses are graded anew."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support import COURSES, Talk
from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.dialogue.turns.corrected import regrades
from tutor.errors import NotFound
from tutor.ids import ItemId, PersonId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event, Judge
from tutor.learner_state.state import empty_state, replay

NOW = datetime(2026, 5, 4, tzinfo=UTC)
ITEM = ItemId("add-t")


def corrected(tmp_path: Path) -> Course:
    """The course with the sum less one as its answer."""
    text = (COURSES / "tiny/items/adding.yaml").read_text()
    folder = tmp_path / "tiny"
    for file in (COURSES / "tiny").rglob("*"):
        if file.is_file():
            to = folder / file.relative_to(COURSES / "tiny")
            to.parent.mkdir(parents=True, exist_ok=True)
            to.write_bytes(file.read_bytes())
    (folder / "items/adding.yaml").write_text(
        text.replace("answer: '{{s}}'\n    hints", "answer: '{{slip}}'\n    hints").split(
            "    wrong:\n"
        )[0]
        + text[text.index("  - id: add-words") :]
    )
    loaded = load(folder)
    assert loaded.course is not None
    return loaded.course


async def answered_by_the_slip() -> tuple[Talk, list[Event]]:
    talk = Talk()
    item = await talk.open_on("add-t")
    await talk.say(str(int(item.type.answer_text()) - 1))
    return talk, list(await talk.events())


async def test_what_was_wrong_by_a_false_key_is_right_now(tmp_path: Path) -> None:
    talk, events = await answered_by_the_slip()
    course = corrected(tmp_path)
    found = list(regrades(events, course, ITEM, NOW))
    assert [one.verdict for one in found] == [Verdict.CORRECT]
    assert found[0].by is None
    start = empty_state(talk.learner, course.id)
    before, after = replay(events, start), replay([*events, *found], start)
    skill = course.sources[ITEM].skills[0]
    assert after.belief(skill).known > before.belief(skill).known
    assert not list(regrades([*events, *found], course, ITEM, NOW))


async def test_nothing_changes_where_the_key_was_right() -> None:
    talk, events = await answered_by_the_slip()
    assert not list(regrades(events, talk.course, ITEM, NOW))


@pytest.mark.parametrize("judge", [Judge.MODEL, Judge.TEACHER])
async def test_what_others_judged_stays(tmp_path: Path, judge: Judge) -> None:
    _, events = await answered_by_the_slip()
    judged = [replace(e, judge=judge) if isinstance(e, Attempted) else e for e in events]
    assert not list(regrades(judged, corrected(tmp_path), ITEM, NOW))


async def test_what_a_teacher_decided_since_stays(tmp_path: Path) -> None:
    _, events = await answered_by_the_slip()
    attempt = next(e for e in events if isinstance(e, Attempted))
    said = AttemptRegraded(
        at=NOW, attempt=attempt.id, verdict=Verdict.INCORRECT, by=PersonId("t"), reason="no"
    )
    assert not list(regrades([*events, said], corrected(tmp_path), ITEM, NOW))


async def test_an_item_that_is_not_there_is_said(tmp_path: Path) -> None:
    _, events = await answered_by_the_slip()
    course = corrected(tmp_path)
    gone = replace(course, sources={k: v for k, v in course.sources.items() if k != ITEM}, made={})
    with pytest.raises(NotFound):
        list(regrades(events, gone, ITEM, NOW))
