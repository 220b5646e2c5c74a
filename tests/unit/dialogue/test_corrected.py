"""A corrected answer key: which stored responses are graded anew."""

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.support import COURSES, START, Talk
from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.dialogue.turns.corrected import regrades
from tutor.errors import NotFound
from tutor.ids import CourseId, ItemId, PersonId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event, ItemOpened, Judge, Purpose
from tutor.learner_state.state import empty_state, replay
from tutor.reports.regraded import regraded
from tutor.settings import bundled

NOW = datetime(2026, 5, 4, tzinfo=UTC)
ITEM = ItemId("add-t")
CELLS = CourseId("cells-and-photosynthesis")


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


async def test_what_a_teacher_judged_stays(tmp_path: Path) -> None:
    _, events = await answered_by_the_slip()
    judged = [replace(e, judge=Judge.TEACHER) if isinstance(e, Attempted) else e for e in events]
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


SPERM = ItemId("anc-08")


async def at_sperm() -> Talk:
    """A talk in which the question for an explanation is open."""
    talk = Talk(course=CELLS, courses=bundled("curricula"))
    opened = ItemOpened(
        at=START, item=SPERM, seed=0, skills=talk.course.item(SPERM, 0).skills,
        purpose=Purpose.PRACTICE, reason="",
    )  # fmt: skip
    await talk.log.append(talk.learner, CELLS, [opened], after=0)
    return talk


@pytest.mark.parametrize(
    "said",
    [
        ["the sperm cell has more", "it needs energy to swim"],  # the second alone is but a part
        ["it needs energy to swim", "so the sperm cell, because of that"],
        [
            "hi, i think the sperm cell has more because it has to swim far and needs energy for it, idk"
        ],
    ],
)
async def test_what_was_right_with_what_came_before_or_around_it_stays_right(
    said: list[str],
) -> None:
    talk = await at_sperm()
    for text in said:
        await talk.say(text)
    events = list(await talk.events())
    tries = [e.verdict for e in events if isinstance(e, Attempted)]
    assert tries[-1] is Verdict.CORRECT
    assert len(tries) == len(said)
    assert not list(regrades(events, talk.course, SPERM, NOW))


async def test_a_rubric_put_right_counts_for_what_was_said_and_not_where_it_cannot_tell() -> None:
    talk = await at_sperm()
    await talk.say("the skin cell has more because it works hard")
    await talk.say("the skin cell, because it works hard")
    events = list(await talk.events())
    judged = [
        replace(e, verdict=Verdict.CORRECT, judge=Judge.MODEL) if isinstance(e, Attempted) else e
        for e in events
    ]
    found = list(regrades(judged, talk.course, SPERM, NOW))
    clear, _unclear = (e.id for e in judged if isinstance(e, Attempted))
    assert [one.attempt for one in found] == [clear]
    counts = regraded(judged, SPERM, found)
    assert (counts.responses, counts.changed, counts.by_model) == (2, 1, 1)


async def test_a_fraction_in_two_messages_is_regraded_whole() -> None:
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    item = next(
        made for one in talk.course.sources
        if (made := talk.course.item(one, 0)).type_name == "number" and "/" in made.type.answer_text()
    )  # fmt: skip
    opened = await talk.open_on(item.id)
    top, bottom = opened.type.answer_text().split("/")
    await talk.say(top)
    await talk.say(f"out of {bottom}")
    events = list(await talk.events())
    assert [e.verdict for e in events if isinstance(e, Attempted)][-1] is Verdict.CORRECT
    assert not list(regrades(events, talk.course, item.id, NOW))
