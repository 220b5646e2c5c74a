"""The courses that are being taught: reloaded when their files change, the last good one kept."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import UTC, tzinfo
from pathlib import Path
from typing import Protocol

from tutor.curriculum.course import Course
from tutor.curriculum.files import course_folders, load, stamp
from tutor.curriculum.problems import Problem
from tutor.errors import NotFound
from tutor.ids import CourseId


class Courses(Protocol):
    """The courses as the rest of Meno asks for them."""

    def get(self, course: CourseId) -> Course:
        """The course; raises NotFound."""
        ...

    def all(self) -> tuple[Course, ...]:
        """Every usable course, by id."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Refreshed:
    """What a refresh changed: courses read anew, and problems of those that could not be."""

    changed: tuple[Course, ...] = ()
    problems: tuple[Problem, ...] = ()


class Book:
    """Courses read from folders under `roots`; a later root's course replaces an earlier one's."""

    def __init__(self, roots: Sequence[Path], *, zone: tzinfo = UTC) -> None:
        """`zone` is that of the school's clock: days of courses begin and end there."""
        self._zone = zone
        self._roots = tuple(roots)
        self._good: dict[CourseId, Course] = {}
        self._stamps: dict[CourseId, tuple[tuple[str, int, int], ...]] = {}
        self._problems: dict[CourseId, tuple[Problem, ...]] = {}

    def refresh(self) -> Refreshed:
        """Read what changed since the last time. A broken course keeps its last good version."""
        changed, problems = [], list[Problem]()
        folders = {CourseId(f.name): f for root in self._roots for f in course_folders(root)}
        for course, folder in folders.items():
            seen = stamp(folder)
            if self._stamps.get(course) == seen:
                continue
            self._stamps[course] = seen
            loaded = load(folder)
            self._problems[course] = tuple(loaded.problems)
            problems.extend(loaded.problems)
            if loaded.course is not None:
                self._good[course] = replace(loaded.course, zone=self._zone)
                changed.append(self._good[course])
        for gone in set(self._good) - set(folders):
            del self._good[gone], self._stamps[gone]
            self._problems.pop(gone, None)
        return Refreshed(changed=tuple(changed), problems=tuple(problems))

    def problems(self, course: CourseId) -> tuple[Problem, ...]:
        """What was wrong with the course's files when they were last read."""
        return self._problems.get(course, ())

    def get(self, course: CourseId) -> Course:
        """The course; raises NotFound."""
        if course not in self._good:
            raise NotFound(
                f"There is no course “{course}”.",
                do=f"Choose one of: {', '.join(sorted(self._good)) or 'none is loaded'}.",
            )
        return self._good[course]

    def all(self) -> tuple[Course, ...]:
        """Every usable course, by id."""
        return tuple(self._good[course] for course in sorted(self._good))
