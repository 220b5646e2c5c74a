"""The items of one template are one item to the counters: what they ask differs, how hard they are does not."""

from dataclasses import replace

from story import Story

from tutor.evals.simulate.course import invented_course
from tutor.ids import ItemId, LearnerId
from tutor.learner_state.events import Attempted
from tutor.learner_state.pick import facts_of
from tutor.learner_state.state import empty_state, replay
from tutor.learner_state.tracer import CourseModel

TEMPLATE, OTHER = ItemId("skill-000-00"), ItemId("skill-000-03")  # both labelled easy
COURSE = invented_course(skills=1, items=6, templated=1)
BEFORE = Story(course=COURSE)


def predicted(model: CourseModel, item: ItemId) -> float:
    state = empty_state(LearnerId("new"), COURSE.id)
    return model.predict(state, facts_of(COURSE.sources[item]), BEFORE.at).p


def learned(model: CourseModel, seed: int, *, right: bool) -> None:
    """One learner's first response to the template, drawn with `seed`."""
    state = empty_state(LearnerId(f"learner-{seed}"), COURSE.id)
    story = Story(course=COURSE, model=model).open("skill-000", seed=seed)
    before = replay(story.events, state)
    attempt = story.answer("skill-000", right).events[-1]
    assert isinstance(attempt, Attempted)
    p = model.predict(before, facts_of(COURSE.sources[TEMPLATE]), story.at)
    model.learn(before, replace(attempt, seed=seed, p=p.p, d_item=p.d_item, d_skill=p.d_skill))


def test_failures_at_other_variants_make_every_variant_of_a_template_harder_and_that_alone():
    model = CourseModel()
    start = predicted(model, TEMPLATE), predicted(model, OTHER)
    assert abs(start[0] - start[1]) < 1e-9
    for seed in range(1, 41):  # forty learners, forty different sums of one template
        learned(model, seed, right=False)
    assert predicted(model, TEMPLATE) < start[0] - 0.15
    assert predicted(model, OTHER) > predicted(model, TEMPLATE) + 0.05


def test_one_variant_and_many_teach_the_same():
    one, many = CourseModel(), CourseModel()
    for seed in range(1, 21):
        learned(one, 7, right=seed % 3 > 0)
        learned(many, seed, right=seed % 3 > 0)
    assert predicted(one, TEMPLATE) == predicted(many, TEMPLATE)
