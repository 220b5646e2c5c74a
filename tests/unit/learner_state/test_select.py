"""Choosing: reviews, the fringe, goals, changes of tack, placement, and the reasons given."""

from dataclasses import replace
from datetime import timedelta
from itertools import groupby
from random import Random
from time import process_time
from zoneinfo import ZoneInfo

import pytest
from story import Story

from tutor.evals.simulate.course import invented_course
from tutor.evals.simulate.learner import SimulatedLearner, ease_of, truths_of
from tutor.ids import CourseId, ItemId, LearnerId, PersonId, SkillId
from tutor.learner_state.belief import REST, UNSEEN, mastered
from tutor.learner_state.events import (
    Assigned,
    GoalSet,
    ItemClosed,
    Outcome,
    Purpose,
    SkillClaimed,
    TutoringPaused,
)
from tutor.learner_state.graph import passed_over, presumed
from tutor.learner_state.pick import fresh_seed
from tutor.learner_state.select import Tack, choose, due, fringe, placement_next, twin
from tutor.learner_state.shape import ItemMemory
from tutor.learner_state.state import empty_state

ZERO = SkillId("skill-000")


def pick(story: Story, **more):
    return choose(story.course, story.state, story.model, story.at, 7, **more)


def test_the_first_item_is_of_a_skill_that_requires_nothing():
    choice = pick(Story())
    assert choice is not None
    assert choice.skill == ZERO
    assert "before" in choice.reason


def test_the_same_arguments_give_the_same_choice():
    assert pick(Story()) == pick(Story())


def test_only_skills_whose_prerequisites_are_mastered_are_new():
    story = Story().do(ZERO, "RRRR")
    for skill in fringe(story.course, story.state, story.at):
        for required in story.course.skills[skill].requires:
            assert mastered(story.state.belief(required))


def test_no_item_comes_back_while_others_are_unseen():
    story = Story()
    seen = []
    for _ in range(5):
        choice = pick(story)
        seen.append(choice.item)
        number = int(choice.item[-2:])
        story.open(choice.skill, number).answer(choice.skill, False, number=number)
    assert len(set(seen)) == 5


def test_who_skips_a_template_again_and_again_is_asked_its_neighbours_too():
    course = invented_course(skills=2, items=4, templated=1)
    story = Story(course=course).do(ZERO, "W").do(ZERO, "W")  # twice wrong at the easy template
    asked = []
    for _ in range(12):
        choice = pick(story, focus=ZERO)
        asked.append(choice.item)
        story.open(ZERO, int(choice.item[-2:]), seed=choice.seed).wait(seconds=20)
    assert len(set(asked)) >= 3


def test_a_due_review_comes_among_three_items():
    story = Story().do(ZERO, "RRRR").wait(days=5)
    assert due(story.course, story.state, story.at)
    purposes = []
    for _ in range(3):
        choice = pick(story)
        purposes.append(choice.purpose)
        number = int(choice.item[-2:])
        story.open(choice.skill, number, choice.purpose).answer(
            choice.skill, True, number=number, purpose=choice.purpose
        )
    assert purposes.count(Purpose.COLD_CHECK) == 1


def test_a_review_says_since_when_it_is_due():
    story = Story().master(ZERO).wait(days=2).do(ZERO, "R")
    story.wait(days=60).do("skill-001", "RW")
    choice = pick(story)
    assert choice.purpose is Purpose.REVIEW
    assert choice.reason.startswith("due since")


def test_the_day_since_when_a_review_is_due_is_that_of_the_school():
    story = Story().master(ZERO).wait(days=2).do(ZERO, "R")
    story.wait(days=60).do("skill-001", "RW")
    (since,) = [one.since for one in due(story.course, story.state, story.at)]
    assert since.hour < 13  # the same day eleven hours further east
    next_day = since.replace(hour=13, minute=30) + timedelta(days=1)

    def said(zone: str) -> str:
        course = replace(story.course, zone=ZoneInfo(zone))
        return choose(course, story.state, story.model, next_day, 7).reason

    assert said("UTC") == "due since yesterday"
    assert said("Etc/GMT-11") == f"due since {since:%A}"  # past midnight there: two days ago
    assert (
        said("Etc/GMT+12") == f"due since {since - timedelta(days=1):%A}"
    )  # it was the evening before there


def test_a_due_skill_that_was_left_twice_in_a_row_lets_another_go_first():
    story = Story()
    for skill in story.course.skills:
        story.do(skill, "RRRR")
    story.wait(days=5)
    asked = []
    for _ in range(7):  # “too easy”, seven times: what was opened is not answered
        choice = pick(story)
        asked.append(choice.skill)
        story.open(choice.skill, int(choice.item[-2:]), choice.purpose).wait(seconds=40)
    assert max(len(list(run)) for _, run in groupby(asked)) == 2
    assert asked[0] == asked[1] != asked[2]


def test_what_alone_is_due_opens_a_session_even_if_it_was_asked_twice_before():
    story = Story().do(ZERO, "RRRR").wait(days=2)
    story.do(ZERO, "RR", Purpose.REVIEW).wait(days=60)
    choice = pick(story, purpose=Purpose.REVIEW)
    assert (choice.skill, choice.purpose) == (ZERO, Purpose.REVIEW)


def test_ten_fruitless_items_change_the_tack():
    story = Story().do(ZERO, "WRWWRWWRWW")
    choice = pick(story)
    assert choice.change_of_tack in (Tack.OTHER_SKILL, Tack.WORKED_EXAMPLE, Tack.PREREQUISITE)
    assert choice.stuck_on == ZERO


@pytest.mark.parametrize("outcome", [Outcome.SKIPPED, Outcome.TOLD])
def test_items_that_are_left_without_a_response_are_fruitless_too(outcome):
    story = Story()
    for number in range(10):
        assert pick(story).stuck_on is None
        story.open(ZERO, number).say(
            ItemClosed(at=story.at, item=ItemId(f"{ZERO}-{number:02d}"), outcome=outcome)
        )
    belief = story.state.belief(ZERO)
    assert (belief.unaided, belief.aided, belief.evidence) == (0, 0, ())
    assert belief.known == pytest.approx(UNSEEN.known, abs=1e-6)
    assert pick(story).stuck_on == ZERO


def test_the_item_that_loses_mastery_is_the_first_fruitless_one_at_whichever_try():
    story = Story().do(ZERO, "RRRR").wait(days=1).do(ZERO, "RRR").open(ZERO, 5)
    tries = 0
    while mastered(story.state.belief(ZERO)):
        tries += 1
        story.answer(ZERO, False, number=5, try_=tries, help=int(tries > 1))
    assert tries > 1
    assert story.state.belief(ZERO).tries_without_progress == 1
    story.open(ZERO, 6).answer(ZERO, False, number=6)
    assert story.state.belief(ZERO).tries_without_progress == 2


def test_an_item_tried_and_then_skipped_is_one_fruitless_item():
    story = Story().open(ZERO, 0).answer(ZERO, False, number=0)
    story.say(ItemClosed(at=story.at, item=ItemId(f"{ZERO}-00"), outcome=Outcome.SKIPPED))
    assert story.state.belief(ZERO).tries_without_progress == 1


@pytest.mark.parametrize(("others", "counted"), [(4, 3), (7, 1)])
def test_a_rested_skill_counts_afresh_after_other_items_and_not_after_many_tries_at_few(
    others, counted
):
    story, other = Story(), SkillId("skill-001")
    for number in range(2):
        story.open(ZERO, number).answer(ZERO, number=number)
    assert story.state.belief(ZERO).known >= REST
    for number in range(others):
        story.open(other, number)
        for try_ in (1, 2, 3):
            story.answer(other, False, number=number, try_=try_)
    story.open(ZERO, 2).answer(ZERO, False, number=2)
    assert story.state.belief(ZERO).tries_without_progress == counted


def test_an_assignment_comes_before_a_goal_and_both_before_course_order():
    story = Story().do(ZERO, "RRRR")
    first, *_, last = fringe(story.course, story.state, story.at)
    assert first != last
    story.say(GoalSet(at=story.at, skills=(last,)))
    assert pick(story).skill == last
    story.say(Assigned(at=story.at, skills=(first,), by=PersonId("t")))
    choice = pick(story)
    assert choice.skill == first
    assert "teacher" in choice.reason


def test_the_goal_whose_day_is_nearest_comes_first_and_says_its_day():
    story = Story().do(ZERO, "RRRR")
    first, *_, last = fringe(story.course, story.state, story.at)
    by = PersonId("t")
    later = Assigned(at=story.at, skills=(first,), by=by, until=story.at + timedelta(days=20))
    story.say(later)
    assert pick(story).reason.endswith(", by 27 September")
    sooner = Assigned(at=story.at, skills=(last,), by=by, until=story.at + timedelta(days=2))
    story.say(sooner)
    choice = pick(story)
    assert choice.skill == last
    assert choice.reason.startswith("your teacher set this")
    assert choice.reason.endswith(", by Wednesday")


def test_what_leads_to_an_assignment_is_not_called_the_assignment():
    story = Story()
    far = next(s for s in story.course.skills.values() if ZERO in s.requires)
    story.say(Assigned(at=story.at, skills=(far.id,), by=PersonId("t")))
    choice = pick(story)
    assert choice.skill != far.id
    assert choice.reason == f"it leads to what your teacher set, *{far.title}*"


def test_after_two_failures_in_a_row_the_next_item_is_easier():
    story = Story().do(ZERO, "RWRR").do("skill-001", "RW")
    usual = pick(story, focus=ZERO, target=0.5).p
    story.do("skill-001", "W")
    assert pick(story, focus=ZERO, target=0.5).p > usual


def test_a_claim_is_tested_first_from_easy_to_hard():
    story = Story()
    story.say(SkillClaimed(at=story.at, skill=SkillId("skill-003")))
    labels = []
    for _ in range(3):
        choice = pick(story)
        assert choice.purpose is Purpose.TEST_OUT
        labels.append(story.course.sources[choice.item].difficulty.value)
        number = int(choice.item[-2:])
        story.open(choice.skill, number, choice.purpose).answer(
            choice.skill, True, number=number, purpose=choice.purpose
        )
    assert labels == ["easy", "medium", "hard"]


def test_the_first_item_of_a_claim_just_made_is_easy_and_says_how_many_are_to_come():
    story = Story()  # as the turn chooses it, before its claim is in the log
    choice = pick(story, focus=SkillId("skill-003"), purpose=Purpose.TEST_OUT)
    assert story.course.sources[choice.item].difficulty.value == "easy"
    assert "you said that you know" in choice.reason
    assert "3 to show it" in choice.reason


def test_open_skills_are_interleaved_when_one_takes_long():
    story = Story(course=invented_course(skills=12, items=12))
    practised, reasons = [], []
    for _ in range(14):
        choice = pick(story)
        practised.append(choice.skill)
        reasons.append(choice.reason)
        number = int(choice.item[-2:])
        story.open(choice.skill, number).answer(choice.skill, False, number=number)
    first = fringe(story.course, story.state, story.at)
    runs = [len(list(group)) for _, group in groupby(practised)]
    assert len(first) > 1
    assert max(runs) <= 4
    assert len(set(practised)) > 1


def after_many_and(results: str, story: Story) -> tuple[Story, SkillId]:
    """Ten items of a mastered skill, then these answers on the first open one."""
    story.do(ZERO, "R" * 10)
    first = fringe(story.course, story.state, story.at)[0]
    return story.do(first, results), first


def test_late_in_a_long_sitting_a_skill_that_goes_well_waits_for_another_day():
    story, going = after_many_and("WR", Story())
    choice = pick(story)
    assert choice.skill != going
    assert going not in story.course.skills[choice.skill].requires  # nothing is built on it yet
    story.wait(days=1)
    assert pick(story).skill == going


def test_early_in_a_sitting_practice_goes_on_with_the_skill_at_hand():
    story = Story().do(ZERO, "R" * 10).wait(hours=7)
    going = fringe(story.course, story.state, story.at)[0]
    assert pick(story.do(going, "WR")).skill == going


def test_late_in_a_long_sitting_a_skill_that_was_wrong_is_not_left():
    story, going = after_many_and("RW", Story())
    assert pick(story).skill == going


def test_what_a_teacher_assigned_is_not_left_for_another_skill():
    story, going = after_many_and("WR", Story())
    story.say(Assigned(at=story.at, skills=(going,), by=PersonId("t"), reason="test on Friday"))
    assert pick(story).skill == going


def test_the_last_thing_before_another_is_said_so():
    story = Story()
    choice = pick(story)
    after = next(s for s in story.course.skills.values() if choice.skill in s.requires)
    assert choice.reason == f"the last thing before *{after.title}*"


def test_a_goal_that_has_passed_no_longer_counts():
    story = Story().do(ZERO, "RRRR")
    first, *_, last = fringe(story.course, story.state, story.at)
    story.say(GoalSet(at=story.at, skills=(last,), until=story.at + timedelta(days=2)))
    assert pick(story).skill == last
    story.wait(days=3)
    story.do(ZERO, "R")  # what is due is asked
    assert pick(story).skill == first


def test_a_quiz_item_is_marked_as_one():
    assert pick(Story(), purpose=Purpose.QUIZ).purpose is Purpose.QUIZ
    assert pick(Story(), purpose=Purpose.QUIZ, focus=ZERO).reason == "part of the quiz"


def test_a_paused_tutor_chooses_nothing():
    story = Story()
    story.say(TutoringPaused(at=story.at, paused=True, by=PersonId("t")))
    assert pick(story) is None


def test_a_twin_is_another_item_of_the_same_skill():
    story = Story()
    choice = pick(story)
    other = twin(story.course, story.state, story.model, choice.item, story.at, 3)
    assert other is not None
    assert other.item != choice.item
    assert other.skill == choice.skill
    assert other.purpose is Purpose.TWIN


def test_a_twin_of_a_template_is_another_variant():
    story = Story(course=invented_course(skills=2, items=2, templated=2))
    item = next(iter(story.course.sources))
    other = twin(story.course, story.state, story.model, item, story.at, 3, item_seed=5)
    assert other is not None
    assert (other.item, other.seed) != (item, 5)


def test_placement_ends_within_fifteen_items_in_a_course_of_forty_skills():
    story = Story(course=invented_course(skills=40, items=6))
    asked = 0
    while choice := placement_next(story.course, story.state, story.model, story.at, asked):
        knows = int(choice.skill[-3:]) < 20
        number = int(choice.item[-2:])
        story.open(choice.skill, number, Purpose.PLACEMENT).answer(
            choice.skill, knows, number=number, purpose=Purpose.PLACEMENT
        )
        asked += 1
    assert 5 <= asked <= 15
    placed = passed_over(story.course, story.state)
    told_apart = sum((int(skill[-3:]) < 20) == (skill in placed) for skill in story.course.skills)
    assert told_apart >= 30


def placed(seed: int) -> tuple[int, float]:
    """Items that placement took with a simulated learner of 40 skills, and the share told right."""
    course = invented_course(skills=40, items=6, seed=seed)
    one = SimulatedLearner.make(course, truths_of(course, seed), ease_of(course, seed), seed)
    truth = {skill: one.skills[skill].known for skill in course.skills}
    story, dice, asked = Story(course=course), Random(seed), 0
    while choice := placement_next(course, story.state, story.model, story.at, asked):
        right = dice.random() < one.chance(choice.item, choice.skill)
        number = int(choice.item[-2:])
        story.open(choice.skill, number, Purpose.PLACEMENT).answer(
            choice.skill, right, number=number, purpose=Purpose.PLACEMENT
        )
        asked += 1
    inferred = presumed(course, story.state)
    right = sum((inferred[skill] >= 0.5) == known for skill, known in truth.items())
    return asked, right / len(truth)


def test_placement_tells_what_simulated_learners_know_in_few_items():
    found = [placed(seed) for seed in range(30)]
    items, right = (sum(column) / len(found) for column in zip(*found, strict=True))
    assert max(asked for asked, _ in found) <= 15
    assert items <= 15
    assert right >= 0.75


def test_placement_may_be_left_at_any_time():
    story = Story(course=invented_course(skills=40, items=6))
    choice = placement_next(story.course, story.state, story.model, story.at, 0)
    number = int(choice.item[-2:])
    story.open(choice.skill, number, Purpose.PLACEMENT).answer(
        choice.skill, True, number=number, purpose=Purpose.PLACEMENT
    )
    assert pick(story) is not None
    assert pick(story).purpose is Purpose.PRACTICE


def test_choosing_in_a_large_course_takes_milliseconds():
    story = Story(course=invented_course(skills=200, items=25))
    for index in range(60):
        story.do(f"skill-{index:03d}", "RRRR")
    state = story.state
    story.wait(days=4)
    times = []
    for seed in range(60):
        start = process_time()
        choose(story.course, state, story.model, story.at, seed)
        times.append(process_time() - start)
    assert (
        sorted(times)[57] < 0.02
    )  # a loose bound for a busy machine; measured in docs/figures/service.md


def test_a_template_asks_something_new_while_it_has_something_new():
    class Coin:
        """A template of two questions."""

        id, templated = ItemId("coin"), True

        def drawn(self, seed: int) -> tuple[object, ...]:
            return (seed % 2,)

    for seed in range(40):
        memory = ItemMemory(seeds=(3,))
        state = replace(empty_state(LearnerId("a"), CourseId("c")), items={ItemId("coin"): memory})
        assert fresh_seed(state, Coin(), seed) % 2 == 0


def test_placement_asks_nothing_long_where_a_skill_has_something_short():
    course = invented_course(skills=6, items=9)
    kinds = ("open", "match", "number")
    sources = {
        one.id: replace(one, type_name=kinds[at // 3 % 3])
        for at, one in enumerate(course.sources.values())
    }
    course = replace(course, sources=sources)
    story = Story(course=course)
    choices = [
        placement_next(course, story.state, story.model, story.at, seed) for seed in range(30)
    ]
    assert {course.sources[one.item].type_name for one in choices if one} == {"number"}


def test_placement_asks_what_there_is_where_all_of_a_skill_is_long():
    course = invented_course(skills=6, items=3)
    sources = {one.id: replace(one, type_name="open") for one in course.sources.values()}
    story = Story(course=replace(course, sources=sources))
    assert placement_next(story.course, story.state, story.model, story.at, 0) is not None


def test_the_very_first_item_is_short_and_later_ones_need_not_be():
    course = invented_course(skills=3, items=12)
    sources = {
        one.id: replace(one, type_name="number" if at % 2 else "match")
        for at, one in enumerate(course.sources.values())
    }
    story = Story(course=replace(course, sources=sources))

    def kinds() -> set[str]:
        made = (choose(story.course, story.state, story.model, story.at, n) for n in range(40))
        return {story.course.sources[one.item].type_name for one in made if one}

    assert kinds() == {"number"}
    story.open("skill-000", 1).wait(minutes=1)
    assert kinds() == {"number", "match"}


def test_a_newcomer_is_asked_something_where_all_that_is_short_is_to_be_avoided():
    story = Story(course=invented_course(skills=1, items=2))
    first, second = (one.id for one in story.course.sources.values())
    sources = dict(story.course.sources)
    sources[first] = replace(sources[first], type_name="number")
    sources[second] = replace(sources[second], type_name="open")
    course = replace(story.course, sources=sources)
    made = choose(course, story.state, story.model, story.at, 0, avoid=frozenset({first}))
    assert made is not None
    assert made.item == second
