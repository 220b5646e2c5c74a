"""A course as far as it has been taught: skills whose day has come, and what is about them alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime

from tutor.curriculum.course import Course, Skill
from tutor.ids import SkillId

LEAST_NAME = 5  # letters of a name that a heading may be known by
_WORD = re.compile(r"\w+")


def come(day: date | None, course: Course, now: datetime) -> bool:
    """Whether a day has begun on the clock by which the course is taught; None always has."""
    return day is None or day <= course.local(now).date()


def visible(skill: Skill, course: Course, now: datetime) -> bool:
    """Whether the skill's day has come."""
    return come(skill.visible_from, course, now)


def hidden(course: Course, now: datetime) -> frozenset[SkillId]:
    """Skills of the course whose day has not come."""
    return frozenset(one.id for one in course.skills.values() if not visible(one, course, now))


def taught(course: Course, now: datetime) -> Course:
    """The course without what is to come: the same object where nothing is.

    An item of several skills is left out while one of them is to come. `sources` stay whole, so
    that an item that is open already can be finished.
    """
    later = hidden(course, now)
    if not later:
        return course
    return replace(
        course,
        skills={
            name: replace(skill, requires=tuple(r for r in skill.requires if r not in later))
            for name, skill in course.skills.items()
            if name not in later
        },
        by_skill={
            name: tuple(one for one in ids if not later.intersection(course.sources[one].skills))
            for name, ids in course.by_skill.items()
            if name not in later
        },
        readings={
            name: one for name, one in course.readings.items() if not ahead(one.skills, later)
        },
        glossary=tuple(term for term in course.glossary if term.skill not in later),
    )


def heads_into(heading: str, course: Course, later: frozenset[SkillId]) -> bool:
    """Whether a heading of a text that belongs to no skill names one that is to come, and none that is taught.

    Documents that teachers add are about no skill in particular; their headings say what they are about.
    """
    named = {one.id for one in course.skills.values() if _named(heading, one)}
    return bool(named) and named <= later


def _named(heading: str, skill: Skill) -> bool:
    words = f" {' '.join(_WORD.findall(heading.casefold()))} "
    names = (" ".join(_WORD.findall(name.casefold())) for name in (skill.title, *skill.aliases))
    return any(f" {name} " in words for name in names if len(name) >= LEAST_NAME)


def opens(skills: Sequence[SkillId], day: date | None, course: Course) -> date | None:
    """The day from which learners find a text about these skills that has a day of its own; None from the start.

    The later of both counts: a text's day does not bring a skill forward.
    """
    days = [course.skills[s].visible_from if s in course.skills else None for s in skills]
    taught_from = min((one for one in days if one is not None), default=None)
    return max(
        (one for one in (day, None if None in days else taught_from) if one is not None),
        default=None,
    )


def ahead(skills: Iterable[SkillId], later: frozenset[SkillId]) -> bool:
    """Whether a text about these skills is about nothing but what is to come."""
    about = frozenset(skills)
    return bool(about) and about <= later
