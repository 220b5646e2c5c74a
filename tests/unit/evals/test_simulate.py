"""The laboratory: deterministic, honest about the truth, and complete in its report."""

import asyncio
import zlib
from datetime import timedelta
from random import Random
from xml.etree import ElementTree

import pytest

from tutor.errors import BadInput
from tutor.evals.simulate.course import invented_course
from tutor.evals.simulate.dialogue import InDialogue
from tutor.evals.simulate.figures import MEASURES
from tutor.evals.simulate.learner import (
    Forgetting,
    Habits,
    SimulatedLearner,
    ease_of,
    truths_of,
)
from tutor.evals.simulate.ours import Ours
from tutor.evals.simulate.policies import Happened
from tutor.evals.simulate.run import POLICIES, run, simulate
from tutor.evals.simulate.school import START, Plan, run_learner
from tutor.items.grade import Verdict
from tutor.learner_state.events import (
    Attempted,
    ItemClosed,
    ItemOpened,
    MessageReceived,
    MoveMade,
    Outcome,
    Purpose,
)
from tutor.learner_state.select import due

COURSE = invented_course(skills=6, items=5)
LOOKING_BACK = (Purpose.REVIEW, Purpose.COLD_CHECK)
SMALL = Plan(skills=6, items=5, sessions=3, session_items=12, learners=3, warm_up=1)


def learner(seed: int = 1, **more) -> SimulatedLearner:
    return SimulatedLearner.make(COURSE, truths_of(COURSE, 0), ease_of(COURSE, 0), seed, **more)


def test_the_same_seed_makes_the_same_life():
    def life():
        one, dice = learner(), Random(4)
        return [
            one.respond(COURSE.item(i, 0), COURSE.sources[i].skills[0], START, dice)
            for i in COURSE.sources
        ]

    assert life() == life()


def test_what_they_type_is_graded_as_it_was_meant():
    one, dice = learner(ability=3.0), Random(0)
    verdicts = set()
    for item in COURSE.sources:
        for _ in range(4):
            text, seconds = one.respond(
                COURSE.item(item, 0), COURSE.sources[item].skills[0], START, dice
            )
            verdicts.add(COURSE.item(item, 0).grade(text).verdict)
            assert seconds > 0
    assert Verdict.CORRECT in verdicts


def test_a_planted_misconception_gives_the_authored_wrong_answer():
    one = learner(ability=-4.0, habits=Habits(misconceived=1.0, give_up=0.0))
    dice, seen = Random(1), set()
    for item in COURSE.sources:
        text, _ = one.respond(COURSE.item(item, 0), COURSE.sources[item].skills[0], START, dice)
        seen.add(COURSE.item(item, 0).grade(text).misconception)
    assert seen & set(COURSE.misconceptions)


def test_both_families_forget_but_in_different_forms():
    skill = next(iter(COURSE.skills))
    shapes = []
    for forgetting in Forgetting:
        one = learner(forgetting=forgetting)
        one.answer(COURSE.by_skill[skill][0], skill, START, Random(0))
        kept = [one.retained(skill, START + timedelta(days=d)) for d in (0, 7, 30, 90)]
        assert kept == sorted(kept, reverse=True)
        assert kept[0] > 0.99 > 0.9 > kept[2]
        shapes.append(kept[3] / kept[1])
    assert shapes[0] > 1.5 * shapes[1]


def test_a_simulation_is_deterministic_and_reports_every_policy(tmp_path):
    chosen = ["ours", "three in a row", "Elo"]
    one = simulate(plan=SMALL, seeds=(3,), policies=chosen, workers=1)
    two = simulate(plan=SMALL, seeds=(3,), policies=chosen, workers=2)
    assert one.results == two.results
    other = simulate(plan=SMALL, seeds=(4,), policies=chosen, workers=2)
    assert one.results != other.results
    ticks: list[int] = []
    said: list[str] = []
    code = run(
        tmp_path,
        seeds=1,
        learners=3,
        policies=["OATutor", "three in a row"],
        workers=1,
        say=said.append,
        progress=lambda done, of: ticks.append(done),
    )
    assert code == 0
    assert ticks == [1, 2, 3, 4]
    page = (tmp_path / "simulate.html").read_text()
    assert page.count("<svg") == 8
    assert "<script" not in page
    assert "three in a row" in said[0]
    assert (tmp_path / "simulate.md").read_text() == said[0]
    ElementTree.parse(tmp_path / "simulate.svg")


def test_every_measure_of_every_policy_is_in_the_report():
    said: list[str] = []
    run(None, seeds=1, learners=3, workers=1, say=said.append)
    for policy in POLICIES:
        assert said[0].count(f"\n| {policy} |") == len(Forgetting)
    for measure in MEASURES:
        assert f"| {measure.title} |" in said[0]
    assert said[0].count("recall after 30 days") == len(Forgetting)


def test_shorter_sessions_can_be_asked_for_and_are_named_in_the_command():
    said: list[str] = []
    run(
        None, seeds=1, learners=3, sessions=2, session_items=4, policies=["random"], workers=1,
        say=said.append,
    )  # fmt: skip
    assert "2 daily sessions of 4 items" in said[0]
    assert "meno simulate --seeds 1 --seed-base 0 --learners 3 --sessions 2 --items 4" in said[0]


def test_an_unknown_policy_is_refused_by_name():
    with pytest.raises(BadInput, match="six in a row"):
        simulate(plan=SMALL, policies=["six in a row"])


def test_the_dialogue_and_the_direct_mode_choose_the_same_items_for_the_same_responses():
    course = invented_course(skills=6, items=8, seed=2)
    truths, ease = truths_of(course, 2), ease_of(course, 2)
    plan = Plan(sessions=3, session_items=12)
    spoken, direct = InDialogue(course=course, persists=0.0), Ours(course)
    chosen = 0
    for seed in range(3):
        one = SimulatedLearner.make(course, truths, ease, seed)
        run_learner(spoken, one, plan, seed)
        events = asyncio.run(spoken.log.whole(spoken.who, course.id))
        direct.begin(one, seed)
        for opened, dice, attempt in openings(events, spoken.who):
            asked = direct.ask(opened.at, dice=dice)
            assert direct.choice is not None
            assert (asked.item, direct.choice.seed) == (opened.item, opened.seed)
            assert (direct.choice.purpose, direct.choice.reason) == (opened.purpose, opened.reason)
            chosen += 1
            if attempt is not None:
                direct.took(asked, happened(attempt))
        assert direct.state is not None
        assert spoken.state is not None
        for skill in course.skills:
            assert direct.state.belief(skill).known == spoken.state.belief(skill).known
            assert direct.mastered(skill) == spoken.mastered(skill)
    spoken.close()
    assert chosen > 90


def openings(events, who):
    """Every opened item with the dice of its turn and its first response, if one came."""
    listed = []
    for position, event in enumerate(events):
        if isinstance(event, MessageReceived):
            # a turn appends the reading with its evidence; its dice are the length after that
            length = position + 1
        elif isinstance(event, Attempted):
            length = position + 1
            if listed and listed[-1][2] is None:
                listed[-1][2] = event
        elif isinstance(event, ItemClosed) and event.outcome is Outcome.SOLVED:
            length = position + 1
        elif isinstance(event, ItemOpened):
            dice = zlib.crc32(f"{who}:{length}".encode())
            listed.append([event, dice, None])
    return listed


def happened(attempt: Attempted) -> Happened:
    return Happened(
        right=attempt.verdict is Verdict.CORRECT,
        helped=attempt.help > 0,
        misconception=attempt.misconception,
        at=attempt.at,
    )


def test_simulated_learners_talk_to_the_whole_turn():
    course = invented_course(skills=4, items=6)
    one = SimulatedLearner.make(
        course,
        truths_of(course, 0),
        ease_of(course, 0),
        1,
        ability=-2.0,
        habits=Habits(ask_for_help=0.3, misconceived=1.0),
    )
    spoken = InDialogue(course=course)
    record = run_learner(spoken, one, Plan(sessions=2, session_items=15), 1)
    events = asyncio.run(spoken.log.whole(spoken.who, course.id))
    spoken.close()
    moves = {event.move for event in events if isinstance(event, MoveMade)}
    assert {"open", "feedback", "hint", "probe", "ask"} <= moves
    assert record.turns > 30
    assert record.stuck == 0
    assert any(isinstance(e, Attempted) and e.misconception for e in events)
    assert any(isinstance(e, Attempted) and e.help for e in events)


class CountsReviews(Ours):
    """Ours, which counts the items chosen while something is due, and the reviews among them."""

    due = reviews = 0

    def ask(self, now, *, dice=None):
        waiting = due(self.course, self.state, now)
        asked = super().ask(now, dice=dice)
        CountsReviews.due += bool(waiting)
        CountsReviews.reviews += bool(waiting) and self.choice.purpose in LOOKING_BACK
        return asked


def test_about_every_third_item_looks_back_while_something_is_due():
    course = invented_course(seed=11)
    truths, ease = truths_of(course, 11), ease_of(course, 11)
    policy = CountsReviews(course)
    for seed in (1, 2):
        one = SimulatedLearner.make(course, truths, ease, seed)
        run_learner(policy, one, Plan(sessions=8, session_items=30), seed)
    assert CountsReviews.due > 200
    assert 0.27 < CountsReviews.reviews / CountsReviews.due < 0.36


def test_an_item_that_is_open_still_is_known_as_the_one_asked_before():
    course = invented_course(skills=4, items=6)
    one = SimulatedLearner.make(course, truths_of(course, 0), ease_of(course, 0), 1)
    spoken = InDialogue(course=course)
    spoken.begin(one, 1)
    first, second = spoken.ask(START), spoken.ask(START)
    spoken.took(second, Happened(right=True, helped=False, misconception=None, at=START))
    third = spoken.ask(START)
    spoken.close()
    assert (first.again, second.again, third.again) == (False, True, False)
    assert second.item == first.item
    assert first.shows is not None
    assert first.shows <= set(course.misconceptions)


def test_a_bundled_course_can_be_simulated_in_dialogue():
    plan = Plan(sessions=1, session_items=6, learners=2, warm_up=1, course="fractions")
    found = simulate(plan=plan, seeds=(0,), dialogue=True, policies=["ours"], workers=1)
    assert found.turns >= 6
