"""Invented response logs with a known truth, in the shapes of published ones.

Most families imitate what is published of a log (how many students, items, skills and rows; one or
several skills an item; times or none; tries in a row at one step; skills as the only items), the
last ones have shapes that no published one has. All have a truth of another form than the
tracer's: per-student power-law learning with a rate of its own per skill, a fast and a slow
forgetting, days of good and bad form, guessing. Every row carries the
chance of a right response that it was drawn with, so that a run has an oracle to be compared with.
What such logs show is direction and harm (a broken feature, a rate that diverges, a slow pass),
never how good the tracer is on children. Deterministic by seed.
"""

import csv
import gzip
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import exp, log
from pathlib import Path
from random import Random

from tutor.errors import BadInput
from tutor.evals.tracing.responses import COLUMNS, Response
from tutor.learner_state.trace import DAY, sigmoid


@dataclass(frozen=True, slots=True, kw_only=True)
class Family:
    """The shape of a log, and its truth in logits.

    `rows` is the median number of rows of a student (log-normal, `spread` its s.d.). `blocked` is
    the chance that the next response stays with the skill; `curriculum` lets students meet skills
    in one order. `retries` is the chance that a wrong response is followed by another try at the
    same item, `again` how much likelier each further try is right. `fast` is lost within hours,
    `slow` over weeks (exponent of a power law in days).
    """

    students: int
    rows: int
    spread: float = 0.8
    skills: int
    items: int
    most_skills: int = 1
    skill_only: bool = False
    timed: bool = True
    blocked: float = 0.7
    curriculum: bool = True
    retries: float = 0.0
    again: float = 1.2
    mean: float = 0.7
    item_sd: float = 1.0
    skill_sd: float = 0.6
    able_sd: float = 0.8
    able_skill_sd: float = 0.5
    gain: float = 0.35
    gain_sd: float = 0.25
    fast: float = 0.3
    slow: float = 0.15
    form: float = 0.3
    guess: float = 0.05
    leads: float = 0.25


FAMILIES: Mapping[str, Family] = {
    "assist09": Family(students=4_200, rows=35, spread=1.2, skills=120, items=17_000, timed=False),
    "assist15": Family(
        students=19_000, rows=25, spread=0.8, skills=100, items=100, skill_only=True, timed=False,
        blocked=0.9, mean=1.0, item_sd=0.0,
    ),
    "assist17": Family(
        students=1_700, rows=450, spread=0.6, skills=100, items=3_100, blocked=0.5, retries=0.75,
        mean=0.0,
    ),
    "assist17t": Family(students=340, rows=220, spread=0.6, skills=100, items=2_500, mean=0.0),
    "statics": Family(
        students=330, rows=570, spread=0.3, skills=85, items=1_200, timed=False, blocked=0.8,
        item_sd=1.4, mean=1.2,
    ),
    "algebra05": Family(
        students=115, rows=900, spread=0.8, skills=110, items=25_000, most_skills=3, blocked=0.4,
        item_sd=1.0, mean=1.2, slow=0.3, fast=0.4, leads=0.5,
    ),
    "spanish": Family(
        students=37, rows=3_100, spread=0.2, skills=220, items=400, blocked=0.05, mean=0.8,
        item_sd=0.3, skill_sd=0.5, gain=0.7, slow=0.4,
    ),
    "ednet": Family(
        students=100, rows=110, spread=0.9, skills=180, items=6_000, most_skills=5, timed=False,
        blocked=0.1, curriculum=False, item_sd=0.9, gain=0.05, mean=0.6,
    ),
    "eedi": Family(
        students=1_000, rows=60, spread=0.9, skills=80, items=900, timed=True, blocked=0.5,
        item_sd=0.8, mean=0.5, gain=0.1,
    ),
    # Shapes unlike the published ones.
    "few-items": Family(students=3_000, rows=30, skills=5, items=12, blocked=0.6, item_sd=0.8, mean=0.5),
    "many-skills": Family(
        students=400, rows=200, skills=60, items=800, most_skills=9, blocked=0.3, curriculum=False,
        mean=0.6,
    ),
    "no-times": Family(students=600, rows=150, skills=40, items=500, timed=False, mean=0.6),
    "long": Family(students=25, rows=4_000, spread=0.3, skills=80, items=3_000, mean=0.8),
    "once": Family(students=700, rows=120, skills=50, items=400_000, mean=0.6),
    "skill-items": Family(
        students=1_500, rows=60, skills=60, items=60, skill_only=True, timed=False, item_sd=0.0,
        blocked=0.8,
    ),
    "hard": Family(students=700, rows=120, skills=50, items=600, mean=-1.2),
    "easy": Family(students=700, rows=120, skills=50, items=600, mean=2.5),
    "one-skill": Family(students=700, rows=120, skills=1, items=600, mean=0.4, able_sd=1.0),
    "flat": Family(
        students=700, rows=120, skills=30, items=300, item_sd=0.2, skill_sd=0.1, able_sd=0.3,
        able_skill_sd=0.1, gain=0.05, fast=0.0, slow=0.0, form=0.6,
    ),
}  # fmt: skip


@dataclass(slots=True)
class _Skill:
    """One student's practice of one skill."""

    able: float
    gain: float
    count: int = 0
    at: float = 0.0


class _Course:
    """What all students of a log share."""

    def __init__(self, family: Family, dice: Random) -> None:
        self.family = family
        skills = range(family.skills)
        self.ease = [dice.gauss(0.0, family.skill_sd) for _ in skills]
        self.gain = [max(0.0, dice.gauss(family.gain, family.gain_sd)) for _ in skills]
        self.leads = [dice.randrange(family.skills) for _ in skills]  # helps when it went before
        self.items: list[tuple[tuple[int, ...], float]] = []
        self.by_skill: list[list[int]] = [[] for _ in skills]
        for number in range(family.items):
            first = number % family.skills
            more = dice.randrange(family.most_skills)
            named = dict.fromkeys([first, *(dice.randrange(family.skills) for _ in range(more))])
            self.items.append((tuple(named), dice.gauss(0.0, family.item_sd)))
            self.by_skill[first].append(number)


def invent(family: Family, seed: int) -> Iterator[tuple[Response, float]]:
    """The rows of a log, student after student, each with its true chance."""
    dice = Random(f"log:{seed}")
    course = _Course(family, dice)
    for student in range(family.students):
        yield from _student(course, str(student), Random(f"log:{seed}:{student}"))


def _student(course: _Course, student: str, dice: Random) -> Iterator[tuple[Response, float]]:
    family = course.family
    able = dice.gauss(0.0, family.able_sd)
    quick = max(0.2, dice.gauss(1.0, 0.4))
    skills: dict[int, _Skill] = {}
    t, form, skill, before = 1.2e9 + dice.random() * 30 * DAY, 0.0, 0, -1
    reach = 1
    left = max(2, round(family.rows * exp(dice.gauss(0.0, family.spread))))
    while left > 0:
        if dice.random() < 0.03:  # another day
            t += DAY * (1 + min(60.0, dice.expovariate(0.25)))
            form = dice.gauss(0.0, family.form)
        if dice.random() > family.blocked:
            reach = min(family.skills, reach + (1 if dice.random() < 0.3 else 0))
            if family.curriculum:
                skill = max(0, reach - 1 - int(dice.expovariate(0.2)))
            else:
                skill = dice.randrange(family.skills)
        number = dice.choice(course.by_skill[skill])
        named, ease = course.items[number]
        own = [_met(course, skills, one, quick, dice) for one in named]
        base = (
            able
            + ease
            + form
            + sum(_level(course, s, k, t) for s, k in zip(own, named, strict=True)) / len(named)
        )
        if before >= 0 and course.leads[before] == skill:
            base += family.leads
        tried = 0
        while left > 0:
            t += 20.0 + dice.expovariate(1 / 40.0)
            chance = family.guess + (1.0 - family.guess) * sigmoid(base + family.again * tried)
            right = dice.random() < chance
            label = f"k{skill}" if family.skill_only else f"i{number}"
            names = tuple(f"k{one}" for one in named)
            stamp = float(round(t)) if family.timed else 0.0
            yield Response(student, label, names, stamp, int(right)), chance
            left -= 1
            tried += 1
            if right or dice.random() >= family.retries:
                break
        for one in own:
            one.count, one.at = one.count + 1, t
        before = skill


def _met(
    course: _Course, skills: dict[int, _Skill], one: int, quick: float, dice: Random
) -> _Skill:
    if one not in skills:
        able = dice.gauss(0.0, course.family.able_skill_sd)
        skills[one] = _Skill(able=able, gain=course.gain[one] * quick)
    return skills[one]


def _level(course: _Course, skill: _Skill, one: int, t: float) -> float:
    """The logit of one skill now: its ease, what was gained by practice, less what has faded."""
    family = course.family
    gained = skill.gain * log(1.0 + skill.count)
    if skill.count == 0:
        gained -= 0.3
    elif t > skill.at:
        hours = (t - skill.at) / 3600.0
        gained -= family.fast * min(1.0, hours)
        gained -= family.slow * log(1.0 + hours / 24.0)
    return family.mean + course.ease[one] + skill.able + gained


def write_invented(path: Path, name: str, *, scale: float = 1.0, seed: int = 0) -> int:
    """Write a family's log as CSV (gzipped when the name ends so); the number of rows.

    `scale` thins the students. The last column, `chance`, is the true one: `meno eval tracing`
    shows it as the model `oracle`. Raises BadInput for a family that does not exist.
    """
    family = FAMILIES.get(name)
    if family is None:
        raise BadInput(f"There is no family “{name}”.", do=f"Choose of {', '.join(FAMILIES)}.")
    family = replace(family, students=max(5, round(family.students * scale)))
    text, rows = io.StringIO(), 0
    table = csv.writer(text, lineterminator="\n")
    table.writerow([*COLUMNS, "chance"])
    for row, chance in invent(family, seed):
        skills = ";".join(row.skills)
        table.writerow([row.student, row.item, skills, f"{row.t:.0f}", row.right, f"{chance:.4f}"])
        rows += 1
    raw = text.getvalue().encode()
    path.write_bytes(gzip.compress(raw, mtime=0) if path.suffix == ".gz" else raw)
    return rows
