"""The laboratory: deterministic, honest about the truth, and complete in its report."""

from datetime import timedelta
from random import Random

from tutor.evals.simulate.course import invented_course
from tutor.evals.simulate.learner import (
    Forgetting,
    Habits,
    SimulatedLearner,
    ease_of,
    truths_of,
)
from tutor.evals.simulate.run import run, simulate
from tutor.evals.simulate.school import START, Plan
from tutor.items.grade import Verdict

COURSE = invented_course(skills=6, items=5)
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
    one = simulate(plan=SMALL, seeds=1, policies=chosen, workers=1)
    two = simulate(plan=SMALL, seeds=1, policies=chosen, workers=2)
    assert one.results == two.results
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
    assert page.count("<svg") == 4
    assert "<script" not in page
    assert "three in a row" in said[0]
    assert (tmp_path / "simulate.md").read_text() == said[0]
