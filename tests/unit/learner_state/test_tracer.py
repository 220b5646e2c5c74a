"""The tracer: works from nothing, learns, tells first tries from later ones, explains itself."""

import json
from random import Random

import pytest
from story import Story

from tutor.errors import BadInput
from tutor.ids import ItemId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.belief import uncertainty
from tutor.learner_state.counters import Counters
from tutor.learner_state.events import Attempted
from tutor.learner_state.scale import Scale
from tutor.learner_state.shape import empty_state
from tutor.learner_state.state import apply, replay
from tutor.learner_state.trace import LearnerTrace, Step, follow, sigmoid
from tutor.learner_state.tracer import CourseModel, ItemFacts

SKILL = SkillId("skill-000")


def facts(label: Difficulty = Difficulty.MEDIUM) -> ItemFacts:
    return ItemFacts(id=ItemId("skill-000-00"), skills=(SKILL,), difficulty=label)


def test_a_cold_start_already_orders_items_by_their_label():
    story = Story()
    easy, medium, hard = (
        story.model.predict(story.state, facts(label), story.at).p for label in Difficulty
    )
    assert 0.3 < hard < medium < easy < 0.95


def test_right_answers_raise_and_wrong_ones_lower_the_prediction():
    cold = Story()
    usual = cold.model.predict(cold.state, facts(), cold.at).p
    right, wrong = Story().do(SKILL, "RRRR"), Story().do(SKILL, "WWWW")
    assert right.model.predict(right.state, facts(), right.at).p > usual
    assert wrong.model.predict(wrong.state, facts(), wrong.at).p < usual


def test_terms_add_up_to_the_prediction():
    story = Story().do(SKILL, "RWR")
    said = story.model.predict(story.state, facts(), story.at)
    from math import exp

    assert 1 / (1 + exp(-sum(v for _, v in said.terms))) == pytest.approx(said.p, abs=0.02)


def test_the_course_learns_how_hard_an_item_is_and_keeps_it_as_json():
    story = Story()
    model, state = story.model, story.state
    before = model.predict(empty_state(state.learner, state.course), facts(), story.at)
    for number in range(30):
        story = Story(model=model).open(SKILL, 0).answer(SKILL, number % 10 == 0)
        *earlier, attempt = story.events
        assert isinstance(attempt, Attempted)
        model.learn(apply(empty_state(state.learner, state.course), earlier[0]), attempt)
    after = model.predict(empty_state(state.learner, state.course), facts(), story.at)
    assert after.d_item < before.d_item - 0.5
    assert after.p < before.p
    again = CourseModel.from_json(json.loads(json.dumps(model.to_json())))
    assert again.predict(empty_state(state.learner, state.course), facts(), story.at) == after


def test_a_model_of_another_format_is_refused():
    with pytest.raises(BadInput):
        CourseModel.from_json({"format": "course-model/0"})


def test_unreadable_and_told_responses_teach_the_course_nothing():
    story = Story().open(SKILL).answer(SKILL, Verdict.UNREADABLE).answer(SKILL, True, told=True)
    model = CourseModel()
    for event in story.events:
        if isinstance(event, Attempted):
            model.learn(empty_state(story.state.learner, story.state.course), event)
    assert model.to_json() == CourseModel().to_json()


def test_an_item_asked_of_the_weak_is_not_taken_for_a_hard_one():
    model = CourseModel()
    for number in range(20):
        for before, item in (("WWWWWW", 0), ("RRRRRR", 1)):
            story = Story(model=model).do("skill-001", before)
            state = story.state
            story.open(SKILL, item).answer(SKILL, number % 2 == 0, number=item)
            attempt = story.events[-1]
            assert isinstance(attempt, Attempted)
            model.learn(apply(state, story.events[-2]), attempt)
    weak, able = (ItemId(f"{SKILL}-{number:02d}") for number in (0, 1))
    counts = model.counters.items
    assert counts[weak] == counts[able]
    label = Difficulty.MEDIUM
    assert model.ease(label, weak, (SKILL,)) > model.ease(label, able, (SKILL,)) + 0.5


def test_help_and_later_tries_say_nothing_of_an_items_ease():
    story = Story().open(SKILL).answer(SKILL, False).answer(SKILL, True, try_=2, help=1)
    model, start = CourseModel(), empty_state(story.state.learner, story.state.course)
    for place, event in enumerate(story.events):
        if isinstance(event, Attempted):
            model.learn(replay(story.events[:place], start), event)
            eases = json.dumps(model.eases.items)
            if event.try_ == 1:
                first = eases
    assert eases == first


def test_a_later_try_at_an_item_is_a_step_of_its_own():
    model = CourseModel()
    for student in range(60):
        trace = LearnerTrace()
        for try_, y in ((1, 0.0), (2, 1.0)):
            step = Step("x", ("k",), float(student), try_)
            scored = model.score(trace, step)
            model.take(scored, y)
            follow(trace, step, y, scored.d_item)
    first, _ = model.counters.difficulty(Step("x", ("k",)))
    second, _ = model.counters.difficulty(Step("x", ("k",), try_=2))
    assert first < -1.0 < 1.0 < second


def test_learning_that_only_hurts_falls_back_on_the_prior():
    dice = Random(0)
    model = CourseModel()
    model.weights.b = 6.0  # as if badly learned
    model.weights.learned_loss = 50.0
    trace = LearnerTrace()
    scored = model.score(trace, Step("x", ("k",)))
    assert scored.p < 0.9
    assert dice.random() < 1.0


def test_predictions_that_say_too_much_are_soon_drawn_in():
    dice, scale = Random(3), Scale()
    for _ in range(4000):
        z = dice.gauss(0.7, 1.5)
        scale.learn(z, float(dice.random() < sigmoid(0.5 * z)))
    assert 0.4 < scale.gain < 0.65
    assert abs(scale.of(0.0)) < 0.25
    assert Scale(*json.loads(json.dumps(scale.numbers()))) == scale


def test_what_was_said_too_much_early_on_is_forgotten_once_it_is_so_no_more():
    dice, scale = Random(5), Scale()
    gains = []
    for truth, many in ((0.6, 20_000), (1.0, 20_000)):
        for _ in range(many):
            z = dice.gauss(0.7, 1.0)
            scale.learn(z, float(dice.random() < sigmoid(0.7 + truth * (z - 0.7))))
        gains.append(scale.gain)
    assert gains[0] < 0.65
    assert gains[1] > 0.93


def test_the_parts_of_a_scaled_prediction_add_up_to_it():
    story = Story().do(SKILL, "RRWRW")
    model = story.model
    model.weights.scale = Scale(shift=0.2, gain=0.6)
    said = model.predict(story.state, facts(), story.at)
    assert sigmoid(sum(value for _, value in said.terms)) == pytest.approx(said.p, abs=0.02)


def test_a_course_that_is_frozen_passes_its_predictions_on_as_they_are():
    model, trace = CourseModel(), LearnerTrace()
    for number in range(50):
        model.take(model.score(trace, Step(f"i{number}", ("k",))), float(number % 2))
    assert model.weights.scale != Scale()
    model.settle()
    scored = model.score(trace, Step("x", ("k",)))
    assert scored.p == pytest.approx(sigmoid(scored.raw))


def test_uncertainty_shrinks_with_evidence():
    story = Story()
    nothing = uncertainty(story.state.belief(SKILL), story.at)
    some = story.do(SKILL, "RRRRRR")
    assert uncertainty(some.state.belief(SKILL), some.at) < nothing == 1.0


def test_a_rehearsed_response_is_not_counted_again_and_leans_on_the_counts_of_others():
    model, trace, others = CourseModel(), LearnerTrace(), Counters()
    step = Step("x", ("k",))
    alone = others.difficulty(step)
    model.take(model.score(trace, step), 1.0)
    counted = json.loads(json.dumps(model.to_json()["counters"]))
    learned = model.weights.b
    assert model.rehearse(LearnerTrace(), step, 1.0, others) == alone[0]
    assert model.to_json()["counters"] == counted
    assert model.weights.b > learned
