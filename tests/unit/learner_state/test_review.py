"""When to ask again is FSRS's word alone, P(known) and P(right) are not, and both go the same way."""

from dataclasses import replace
from datetime import timedelta
from itertools import pairwise

from story import Story

from tutor.ids import ItemId, SkillId
from tutor.learner_state.belief import Mastery, due_at, is_due, known_now, mastery
from tutor.learner_state.tracer import ItemFacts

SKILL = SkillId("skill-000")


def reviewed_when_due(times: int) -> list[tuple[float, float]]:
    """Of each right review on its day: the days since the one before, and P(known) just before."""
    story = Story().master(SKILL)
    found = []
    for _ in range(times):
        belief = story.state.belief(SKILL)
        due = due_at(belief)
        assert due is not None
        assert belief.last_at is not None
        found.append(((due - belief.last_at) / timedelta(days=1), known_now(belief, due)))
        story.at = due
        story.do(SKILL, "R")
    return found


def test_every_right_review_on_its_day_moves_the_next_one_further_away():
    days = [gap for gap, _ in reviewed_when_due(5)]
    assert days[0] >= 2
    assert all(later > 1.3 * before for before, later in pairwise(days))


def test_when_a_review_falls_due_the_readout_says_that_some_is_forgotten_and_most_is_not():
    for _, known in reviewed_when_due(5):
        assert 0.6 < known < 0.95


def test_what_is_not_due_is_not_called_fading_and_what_is_long_due_is():
    story = Story().master(SKILL)
    belief = story.state.belief(SKILL)
    due = due_at(belief)
    assert due is not None
    for days in range(120):
        now = story.at + timedelta(days=days)
        fading = mastery(belief, now) is Mastery.FADING
        assert fading <= is_due(belief, now)
        if now - due > timedelta(days=14):
            assert fading


def test_a_right_review_raises_and_a_wrong_one_lowers_and_is_asked_again_by_the_next_day():
    story = Story().master(SKILL)
    due = due_at(story.state.belief(SKILL))
    assert due is not None
    story.at = due
    before = known_now(story.state.belief(SKILL), story.at)
    wrong = Story(events=[*story.events], at=story.at).do(SKILL, "W")
    assert story.do(SKILL, "R").state.belief(SKILL).known > before
    assert wrong.state.belief(SKILL).known < before
    again = Story().master(SKILL).do(SKILL, "RRRR").wait(days=1).do(SKILL, "W")
    asked = due_at(again.state.belief(SKILL))
    assert asked is not None
    assert asked - again.at <= timedelta(days=1)


def test_the_date_says_nothing_of_what_is_known_or_will_be_right():
    story = Story().master(SKILL).wait(days=9)
    state = story.state
    belief = state.belief(SKILL)
    assert belief.review is not None
    other = replace(belief, review=replace(belief.review, stability=1.0, due=story.at))
    moved = replace(state, skills={**state.skills, SKILL: other})
    item = ItemFacts(id=ItemId(f"{SKILL}-03"), skills=(SKILL,))
    assert known_now(other, story.at) == known_now(belief, story.at)
    assert story.model.predict(moved, item, story.at) == story.model.predict(state, item, story.at)
