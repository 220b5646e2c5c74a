"""Checks of a course that need its items made: graders, hints, variants. Pure."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Protocol, TypeAlias

from tutor.curriculum.course import Course, MaterialKind, SkillMaterial
from tutor.curriculum.doubts import doubts
from tutor.curriculum.files import Loaded
from tutor.curriculum.gaps import one_sided, too_early, untold
from tutor.curriculum.problems import Problem, Weight
from tutor.curriculum.source import SHUFFLED, Source
from tutor.errors import BadCourse
from tutor.ids import ItemId
from tutor.items.grade import Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals

SEEDS = 60  # variants of a template that are made and checked


Found: TypeAlias = tuple[str, str, str, Weight]  # field, what is wrong, what to do


class Looking(Protocol):
    """What looks at all items: `map`, or one that shares them among processes and keeps their order."""

    def __call__(
        self, look: Callable[[Source], list[Found]], sources: Sequence[Source], /
    ) -> Iterable[list[Found]]: ...


def check(loaded: Loaded, *, seeds: int = SEEDS, each: Looking = map) -> list[Problem]:
    """Every problem of a loaded course, those found while reading included."""
    problems = list(loaded.problems)
    if loaded.course is None:
        return problems
    sources = [one for one in loaded.course.sources.values() if isinstance(one, Source)]
    for source, found in zip(sources, each(partial(found_in, seeds=seeds), sources), strict=True):
        problems.extend(_at(source.id, loaded, *one) for one in found)
    problems.extend(_plan(loaded.course))
    problems.extend(_gaps(loaded.course, loaded))
    covered = {s for reading in loaded.course.readings.values() for s in reading.skills}
    for skill in loaded.course.skills:
        if skill not in covered:
            problems.append(
                Problem(
                    file=f"{loaded.course.id}/course.yaml",
                    what=f"No reading is about the skill “{skill}”.",
                    do=f"Write readings/{skill}.md, or name the skill in a reading's front matter.",
                    weight=Weight.WARNING,
                )
            )
    return problems


def _gaps(course: Course, loaded: Loaded) -> Iterator[Problem]:
    file = f"{course.id}/course.yaml"
    for part, found in (("misconceptions", untold(course)), ("skills", one_sided(course))):
        for index, what, do in found:
            yield Problem(
                file=file, field=f"{part}.{index}", what=what, do=do, weight=Weight.WARNING
            )
    for item, what, do in too_early(course):
        yield _at(item, loaded, "prompt", what, do, Weight.WARNING)


def _plan(course: Course) -> Iterator[Problem]:
    """What does not fit in dates and materials of skills."""
    for index, skill in enumerate(course.skills.values()):
        for before in skill.requires:
            first = course.skills[before].visible_from
            if first and (skill.visible_from is None or skill.visible_from < first):
                yield Problem(
                    file=f"{course.id}/course.yaml",
                    field=f"skills.{index}.visible_from",
                    what=f"“{skill.id}” is visible before “{before}”, which it requires.",
                    do="Give it the same day or a later one.",
                    weight=Weight.WARNING,
                )
        for at, one in enumerate(skill.materials):
            for what, do in _material(one, course):
                field = f"skills.{index}.materials.{at}"
                yield Problem(file=f"{course.id}/course.yaml", field=field, what=what, do=do)


def _material(one: SkillMaterial, course: Course) -> Iterator[tuple[str, str]]:
    for name in filter(None, (one.reading, one.transcript)):
        if name not in course.readings:
            yield f"There is no reading “{name}”.", f"Write readings/{name}.md."
    if not (one.reading or one.link or one.text):
        yield f"“{one.title}” leads nowhere.", "Give it a reading, a link or a text."
    if one.kind is MaterialKind.VIDEO and one.link and not (one.transcript or one.text):
        yield (
            f"The video “{one.title}” has no transcript.",
            "Write what it says in a reading and name it as transcript: some cannot hear it.",
        )


def found_in(source: Source, *, seeds: int) -> list[Found]:
    """What is wrong or doubtful in an item and in the variants of `seeds` seeds; stops at one that cannot be made."""
    found = list[Found]()
    said: set[tuple[str, str]] = set()
    made: list[Item] = []
    known: set[str] = set()
    for seed in range(seeds if source.templated else 1):
        try:
            drawn = source.drawn(seed)
            if repr(drawn) in known and source.type_name not in SHUFFLED:
                continue  # the same item again
            known.add(repr(drawn))
            item = source.make(seed, drawn)
        except BadCourse as error:
            what = f"{error.what}{_variant(source, seed)}"
            return [*found, (error.where or "answer", what, error.do, Weight.ERROR)]
        made.append(item)
        for field, what, do in _item(item):
            if (field, do) not in said:  # one complaint, of the first variant that has it
                said.add((field, do))
                found.append((field, what + _variant(source, seed), do, Weight.ERROR))
    for seed, field, what, do in doubts(source, made):
        found.append((field, what + _variant(source, seed), do, Weight.WARNING))
    return found


def _item(item: Item) -> Iterator[tuple[str, str, str]]:
    answer = item.type.answer_text()
    if item.type_name != "open" and item.type.grade(answer).verdict is not Verdict.CORRECT:
        grade = item.type.grade(answer)
        yield (
            "answer",
            f"The item's own answer “{answer}” is graded {grade.verdict}. {grade.note}".strip(),
            "Write the answer as a learner would, or change the type's options.",
        )
    for level, hint in enumerate(item.hints[:-1], start=1):
        if reveals(hint, item):
            yield (
                f"hints.{level - 1}",
                "This hint gives the answer away before the last level.",
                "Say what to look at or what to do, not what comes out.",
            )
    # A variant is made without wrong answers that are right in it.
    for index, wrong in enumerate(() if item.templated else item.wrong):
        if item.type.grade(wrong.text).verdict is Verdict.CORRECT:
            yield (
                f"wrong.{index}.answer",
                f"“{wrong.text}” is listed as wrong but the grader takes it as correct.",
                "Remove it or mend the answer.",
            )
    for field in ("prompt", "solution"):
        if "{{" in getattr(item, field):
            yield field, "An expression was not filled in.", "Add `vary`, or remove the braces."


def _variant(source: Source, seed: int) -> str:
    return f" (variant {seed})" if source.templated else ""


def _at(
    item: ItemId, loaded: Loaded, field: str, what: str, do: str, weight: Weight = Weight.ERROR
) -> Problem:
    file, lined, at = loaded.lines[item]
    steps = [int(step) if step.isdigit() else step for step in field.split(".")]
    return Problem(
        file=file,
        line=lined.line((*at, *steps)),
        field=f"{item}.{field}",
        what=what,
        do=do,
        weight=weight,
    )
