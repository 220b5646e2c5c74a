"""A simulated school: learners one after another under a policy, with their truth on record."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from random import Random

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.evals.simulate.course import invented_course
from tutor.evals.simulate.learner import (
    Forgetting,
    SimulatedLearner,
    ease_of,
    truths_of,
)
from tutor.evals.simulate.policies import Asked, Happened, Policy
from tutor.ids import CourseId, MisconceptionId, SkillId
from tutor.learner_state.trace import DAY
from tutor.settings import bundled

START = datetime(2026, 9, 7, 9, 0, tzinfo=UTC)
LATER = (7, 30, 90)  # days after the last session at which recall is measured
HARD = 0.4  # an item with less chance of success frustrates
STUCK = 10
AWAY = 5  # items on other skills after which a return counts as a fresh start


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """How long and how much: sessions of items on consecutive days, learners per seed.

    The first `warm_up` learners of a seed teach the policy the course and are not measured.
    `course` names a bundled course; without one, a course is invented for every seed.
    """

    skills: int = 30
    items: int = 20
    sessions: int = 10
    session_items: int = 30
    learners: int = 120
    warm_up: int = 20
    course: str = ""


@dataclass(slots=True)
class Record:
    """What one learner did, and what was true."""

    learned: float = 0.0  # share of skills truly known at some time
    recall: dict[int, float] = field(default_factory=dict)  # days after the end → share of skills
    asked: int = 0
    hard: int = 0
    wasted: int = 0
    declared: int = 0
    declared_false: int = 0
    settled: int = 0
    settled_false: int = 0
    missed: int = 0
    missed_settled: int = 0
    truly_known: int = 0
    extra_items: list[int] = field(default_factory=list)  # declared after truly known, in items
    to_mastery: list[int] = field(default_factory=list)
    to_settled: list[int] = field(default_factory=list)
    turns: int = 0  # of dialogue
    seconds: float = 0.0  # inside them, by the clock of the machine
    stuck: int = 0
    predicted: list[tuple[float, bool]] = field(default_factory=list)
    planted: int = 0
    found: int = 0
    helped: list[bool] = field(default_factory=list)
    cold: list[bool] = field(default_factory=list)


@dataclass(slots=True)
class _Progress:
    """Per skill: items so far, since when truly known, items in a row without mastery."""

    items: int = 0
    known_since: int | None = None
    at: datetime | None = None
    run: int = 0
    last: int = 0


def run_class(
    make: Callable[[Course], Policy],
    plan: Plan,
    forgetting: Forgetting,
    seed: int,
    tick: Callable[[], None] = lambda: None,
) -> list[Record]:
    """One seed: a course, its truths, and `plan.learners` learners in turn. Deterministic."""
    course = course_of(plan, seed)
    truths, ease = truths_of(course, seed), ease_of(course, seed)
    policy = make(course)
    records = []
    for number in range(plan.learners):
        one = seed * 10_000 + number
        learner = SimulatedLearner.make(course, truths, ease, one, forgetting=forgetting)
        record = run_learner(policy, learner, plan, one)
        if number >= plan.warm_up:
            records.append(record)
        tick()
    policy.close()
    return records


def course_of(plan: Plan, seed: int) -> Course:
    """The bundled course that the plan names, else the invented one of the seed."""
    if not plan.course:
        return invented_course(skills=plan.skills, items=plan.items, seed=seed)
    book = Book([bundled("curricula")])
    book.refresh()
    return book.get(CourseId(plan.course))


def run_learner(policy: Policy, learner: SimulatedLearner, plan: Plan, seed: int) -> Record:
    """One learner's sessions."""
    dice = Random(f"life:{seed}")
    policy.begin(learner, seed)
    turns, seconds = policy.spent()
    record = Record()
    progress = {skill: _Progress() for skill in learner.course.skills}
    met: set[MisconceptionId] = set()
    now = START
    for session in range(plan.sessions):
        now = START + timedelta(days=session)
        for _ in range(plan.session_items):
            now += timedelta(seconds=60)
            _one_item(policy, learner, record, progress, met, now, dice)
    _close(policy, learner, record, progress, met, now)
    record.turns = policy.spent()[0] - turns
    record.seconds = policy.spent()[1] - seconds
    return record


def _one_item(
    policy: Policy,
    learner: SimulatedLearner,
    record: Record,
    progress: dict[SkillId, _Progress],
    met: set[MisconceptionId],
    now: datetime,
    dice: Random,
) -> None:
    asked = policy.ask(now)
    skill = asked.skill
    here = progress[skill]
    was, was_settled = policy.mastered(skill), policy.confirmed(skill)
    helped = learner.asks_for_help(skill, dice)
    answered = learner.answer(asked.item, skill, now, dice, helped=helped)
    if helped:
        learner.shown(skill, dice)
    held = learner.skills[skill].misconceptions
    showed = None
    if held and not answered.right and not answered.knew and dice.random() < 0.7:
        seen = held if asked.shows is None else held & asked.shows
        showed = min(seen, default=None)
        met |= {showed} if showed is not None else set()
    policy.took(asked, Happened(right=answered.right, helped=helped, misconception=showed, at=now))
    cold = here.at is not None and (now - here.at).total_seconds() > DAY / 2
    (record.helped if helped else record.cold if cold else []).append(answered.right)
    record.asked += 1
    record.hard += answered.p < HARD
    record.wasted += answered.knew
    if asked.p is not None and not helped:
        record.predicted.append((asked.p, answered.right))
    here.items += 1
    here.at = now
    if learner.skills[skill].known and here.known_since is None:
        here.known_since = here.items
    _judge(policy, learner, record, here, asked, was, was_settled)


def _judge(
    policy: Policy,
    learner: SimulatedLearner,
    record: Record,
    here: _Progress,
    asked: Asked,
    was: bool,
    was_settled: bool,
) -> None:
    skill = asked.skill
    truly = learner.skills[skill].known
    away = record.asked - here.last > AWAY
    here.last = record.asked
    if not asked.again:
        here.run = 1 if asked.change_of_tack or away else here.run + 1
    if policy.mastered(skill):
        here.run = 0
    elif here.run == STUCK + 1 and not asked.again:
        record.stuck += 1
    if policy.mastered(skill) and not was:
        record.declared += 1
        record.declared_false += not truly
        record.to_mastery.append(here.items)
        if here.known_since is not None:
            record.extra_items.append(here.items - here.known_since)
    if policy.confirmed(skill) and not was_settled:
        record.settled += 1
        record.settled_false += not truly
        record.to_settled.append(here.items)


def _close(
    policy: Policy,
    learner: SimulatedLearner,
    record: Record,
    progress: dict[SkillId, _Progress],
    met: set[MisconceptionId],
    now: datetime,
) -> None:
    skills = learner.course.skills
    record.learned = sum(
        learner.skills[s].known or progress[s].known_since is not None for s in skills
    ) / len(skills)
    for days in (0, *LATER):
        then = now + timedelta(days=days)
        record.recall[days] = sum(learner.knows(s, then) for s in skills) / len(skills)
    for skill, here in progress.items():
        if here.items and learner.skills[skill].known:
            record.truly_known += 1
            record.missed += not policy.mastered(skill)
            record.missed_settled += not policy.confirmed(skill)
    record.planted = len(met)
    record.found = len(met & policy.found())
