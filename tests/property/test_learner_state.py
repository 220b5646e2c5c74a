"""What must hold of a learner's state whatever happened."""

import json
from dataclasses import replace as changed
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.evals.simulate.course import invented_course
from tutor.ids import CourseId, ItemId, LearnerId, MessageId, PersonId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.belief import due_at, known_now, mastered
from tutor.learner_state.events import (
    Attempted,
    AttemptRegraded,
    Event,
    HintGiven,
    ItemClosed,
    ItemOpened,
    Outcome,
    Purpose,
)
from tutor.learner_state.select import choose
from tutor.learner_state.state import apply, empty_state, from_json, replay, to_json
from tutor.learner_state.tracer import CourseModel

COURSE = invented_course(skills=4, items=4)
SKILLS = tuple(COURSE.skills)
START = empty_state(LearnerId("ada"), CourseId("invented"))
MONDAY = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)

turns = st.tuples(
    st.integers(0, 3),
    st.integers(0, 3),
    st.sampled_from(list(Verdict)),
    st.integers(0, 2),  # help
    st.integers(1, 3),  # try
    st.booleans(),  # told
    st.sampled_from([30, 600, 90_000, 900_000]),  # seconds since the turn before
    st.floats(-3, 3),
    st.sampled_from([Purpose.PRACTICE, Purpose.REVIEW, Purpose.TWIN, Purpose.PLACEMENT]),
)
lives = st.lists(turns, max_size=40)


def events_of(life) -> list[Event]:
    at = MONDAY
    events: list[Event] = []
    for number, (s, i, verdict, help_, try_, told, wait, ease, purpose) in enumerate(life):
        at += timedelta(seconds=wait)
        skill, item = SKILLS[s], ItemId(f"{SKILLS[s]}-{i:02d}")
        events.append(
            ItemOpened(at=at, item=item, seed=0, skills=(skill,), purpose=purpose, reason="")
        )
        if help_:
            events.append(HintGiven(at=at, item=item, level=help_))
        events.append(attempt(at, number, skill, item, verdict, help_, try_, told, ease, purpose))
        events.append(ItemClosed(at=at, item=item, outcome=Outcome.SOLVED))
    return events


def attempt(at, number, skill, item, verdict, help_, try_, told, ease, purpose):
    return Attempted(
        at=at,
        id=f"a{number}",
        message=MessageId(f"m{number}"),
        item=item,
        seed=0,
        skills=(skill,),
        purpose=purpose,
        difficulty=Difficulty.MEDIUM,
        response="",
        read_as="",
        verdict=verdict,
        share=0.5,
        try_=try_,
        help=help_,
        told=told,
        d_item=ease,
    )


def state_after(life):
    return replay(events_of(life), START)


@given(lives)
@settings(max_examples=60, deadline=None)
def test_every_belief_stays_a_probability(life):
    state = state_after(life)
    for belief in state.skills.values():
        assert 0.0 <= belief.known <= 1.0
        assert belief.stability > 0
        assert belief.right + belief.wrong == belief.unaided


@given(lives, turns)
@settings(max_examples=120, deadline=None)
def test_right_never_lowers_and_wrong_never_raises(life, turn):
    at = MONDAY + timedelta(days=400)
    s, i, _, help_, try_, told, _, ease, purpose = turn
    skill, item = SKILLS[s], ItemId(f"{SKILLS[s]}-{i:02d}")
    state = state_after(life)
    before = known_now(state.belief(skill), at)
    for verdict in Verdict:
        one = attempt(at, 999, skill, item, verdict, help_, try_, told, ease, purpose)
        after = known_now(apply(state, one).belief(skill), at)
        match verdict:
            case Verdict.CORRECT:
                assert after >= before - 1e-12
            case Verdict.INCORRECT | Verdict.PARTIAL:
                assert after <= before + 1e-12
            case _:
                assert after == before
                assert apply(state, one).skills == state.skills


@given(lives, turns, st.sampled_from([Verdict.CORRECT, Verdict.INCORRECT]))
@settings(max_examples=80, deadline=None)
def test_more_help_never_earns_more(life, turn, verdict):
    at = MONDAY + timedelta(days=400)
    s, i, _, _, try_, _, _, ease, purpose = turn
    skill, item = SKILLS[s], ItemId(f"{SKILLS[s]}-{i:02d}")
    state = state_after(life)
    known = [
        apply(state, attempt(at, 999, skill, item, verdict, h, try_, told, ease, purpose))
        .belief(skill)
        .known
        for h, told in ((0, False), (1, False), (3, False), (3, True))
    ]
    assert all(a >= b - 1e-12 for a, b in pairwise(known))


@given(lives, st.integers(0, 160))
@settings(max_examples=60, deadline=None)
def test_replay_split_anywhere_is_the_same(life, place):
    events = events_of(life)
    whole = replay(events, START)
    first = replay(events[:place], START)
    assert replay(events[place:], first) == whole
    stored = from_json(json.loads(json.dumps(to_json(first))))
    assert stored == first
    assert replay(events[place:], stored) == whole


@given(lives)
@settings(max_examples=30, deadline=None)
def test_time_alone_never_raises_a_belief(life):
    state = state_after(life)
    for belief in state.skills.values():
        seen = [known_now(belief, MONDAY + timedelta(days=d)) for d in (0, 500, 510, 600, 2000)]
        assert all(a >= b for a, b in pairwise(seen))
        if mastered(belief):
            assert due_at(belief) is not None


@given(lives, st.sampled_from([Verdict.CORRECT, Verdict.INCORRECT, Verdict.UNREADABLE]))
@settings(max_examples=40, deadline=None)
def test_a_regraded_attempt_counts_as_if_graded_so_at_first(life, verdict):
    events = events_of(life)
    made = [one for one in events if isinstance(one, Attempted)]
    if not made:
        return
    which = made[len(made) // 2]
    regrade = AttemptRegraded(
        at=events[-1].at, attempt=which.id, verdict=verdict, by=PersonId("t"), reason="wrong key"
    )
    told = replay([*events, regrade], START)
    at_first = [changed(one, verdict=verdict) if one is which else one for one in events]
    assert told.skills == replay(at_first, START).skills
    assert not told.stale
    assert apply(replay(events, START), regrade).stale


@given(lives, st.integers(0, 10_000))
@settings(max_examples=40, deadline=None)
def test_a_choice_is_always_of_the_course_and_predicted(life, seed):
    state = state_after(life)
    model = CourseModel()
    now = MONDAY + timedelta(days=30)
    choice = choose(COURSE, state, model, now, seed)
    assert choice is not None
    assert choice.item in COURSE.by_skill[choice.skill]
    assert 0.0 < choice.p < 1.0
    assert choice.reason
    assert choice == choose(COURSE, state, model, now, seed)


@pytest.mark.parametrize("skill", SKILLS)
def test_an_unseen_skill_has_no_due_date(skill):
    assert due_at(START.belief(SkillId(skill))) is None
