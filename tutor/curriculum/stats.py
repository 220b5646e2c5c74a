"""What a course holds, skill by skill: items by type, templates, hints, misconceptions, readings."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tutor.curriculum.course import Course
from tutor.curriculum.source import Source
from tutor.ids import ItemId, SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillStats:
    """Counts for one skill. `hints` is the mean number of hint levels of its items; `standards` are
    codes with their CASE identifiers ("" where none is known); `visible_from` a day or ""."""

    skill: SkillId
    title: str
    items: int
    templates: int
    types: Mapping[str, int]
    difficulties: Mapping[str, int]
    hints: float
    misconceptions: int
    readings: int
    objectives: int = 0
    standards: tuple[Mapping[str, str], ...] = ()
    visible_from: str = ""

    @property
    def gaps(self) -> tuple[str, ...]:
        """What a teacher would still want here."""
        missing = []
        if not self.items:
            missing.append("no items")
        elif self.items < 3 and not self.templates:
            missing.append("few items")
        if not self.readings:
            missing.append("no reading")
        return tuple(missing)


@dataclass(frozen=True, slots=True, kw_only=True)
class CourseStats:
    """Counts for a course; `unused` are misconceptions that no item can betray."""

    skills: tuple[SkillStats, ...]
    items: int
    templates: int
    readings: int
    misconceptions: int
    unused: tuple[str, ...]
    terms: int

    @property
    def uncovered(self) -> tuple[SkillId, ...]:
        """Skills without items or without a reading."""
        return tuple(one.skill for one in self.skills if not one.items or not one.readings)


def stats(course: Course) -> CourseStats:
    """Count what the course holds."""
    sources = [one for one in course.sources.values() if isinstance(one, Source)]
    named = {one.id: _named(one) for one in sources}
    used = frozenset().union(*named.values())
    return CourseStats(
        skills=tuple(
            _skill(course, skill, [s for s in sources if skill in s.skills], named)
            for skill in course.skills
        ),
        items=len(sources),
        templates=sum(one.templated for one in sources),
        readings=len(course.readings),
        misconceptions=len(course.misconceptions),
        unused=tuple(name for name in course.misconceptions if name not in used),
        terms=len(course.glossary),
    )


def _skill(
    course: Course, skill: SkillId, sources: list[Source], named: Mapping[ItemId, frozenset[str]]
) -> SkillStats:
    return SkillStats(
        skill=skill,
        title=course.skills[skill].title,
        items=len(sources),
        templates=sum(one.templated for one in sources),
        types=dict(sorted(Counter(one.type_name for one in sources).items())),
        difficulties=dict(Counter(str(one.difficulty) for one in sources)),
        hints=sum(len(one.hints) for one in sources) / len(sources) if sources else 0.0,
        misconceptions=len(frozenset().union(*(named[one.id] for one in sources))),
        objectives=len(course.skills[skill].objectives)
        or int(bool(course.skills[skill].objective)),
        standards=tuple(
            {"code": code, "case": course.skills[skill].case.get(code, "")}
            for code in course.skills[skill].standards
        ),
        visible_from=str(course.skills[skill].visible_from or ""),
        readings=sum(skill in reading.skills for reading in course.readings.values()),
    )


def _named(source: Source) -> frozenset[str]:
    """The misconceptions that the item's wrong answers, choices and slips name."""
    found = {str(wrong["misconception"]) for wrong in source.wrong if wrong.get("misconception")}
    choices = source.spec.get("choices")
    if isinstance(choices, list):
        found |= {
            str(one["misconception"])
            for one in choices
            if isinstance(one, Mapping) and one.get("misconception")
        }
    slips = source.spec.get("slips")
    if isinstance(slips, Mapping):
        found |= {str(name) for rule, name in slips.items() if rule != "of"}
    return frozenset(found)
