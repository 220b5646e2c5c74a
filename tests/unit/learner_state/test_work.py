"""What an answer costs, counted in calls and not in seconds: the same, however long the log."""

from collections.abc import Callable
from cProfile import Profile

from story import Story

from tutor.learner_state.events import Attempted
from tutor.learner_state.select import choose
from tutor.learner_state.state import apply

SKILLS = tuple(f"skill-{number:03d}" for number in range(8))


def calls(work: Callable[[], object]) -> int:
    profile = Profile()
    profile.runcall(work)
    return sum(entry.callcount for entry in profile.getstats())


def practised(rounds: int) -> Story:
    story = Story()
    for number in range(rounds):
        for skill in SKILLS:
            story.do(skill, "RRW" if number % 2 else "RRR")
        story.wait(days=1)
    return story


def test_an_answer_takes_the_same_work_however_long_the_log():
    took = []
    for rounds in (4, 60):
        story = practised(rounds)
        state, model = story.state, story.model
        event = story.answer(SKILLS[0], False).events[-1]
        assert isinstance(event, Attempted)
        took.append(calls(lambda s=state, e=event, m=model: (m.learn(s, e), apply(s, e))))
    assert took[1] <= 1.15 * took[0]


def test_a_choice_takes_the_same_work_however_long_the_log():
    took = []
    for rounds in (4, 60):
        story = practised(rounds)
        state, model, at = story.state, story.model, story.at
        course = story.course
        took.append(calls(lambda c=course, s=state, m=model, a=at: choose(c, s, m, a, 3)))
    assert took[1] <= 1.5 * took[0]
