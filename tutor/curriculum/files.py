"""Reading courses from folders: every problem with file and line, and a course if it has none."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from tutor.curriculum.course import Course, Misconception, Reading, Skill, Term
from tutor.curriculum.item_files import sources
from tutor.curriculum.persona import Persona
from tutor.curriculum.problems import Weight, errors
from tutor.curriculum.reader import Loaded, Reader
from tutor.curriculum.schema import (
    CoursePart,
    MisconceptionPart,
    PersonaPart,
    ReadingPart,
    TermPart,
)
from tutor.curriculum.skill_files import skills
from tutor.curriculum.source import Source
from tutor.curriculum.yaml_lines import Lined, read_yaml
from tutor.errors import BadCourse
from tutor.ids import CourseId, ItemId, MisconceptionId, PersonaId, SkillId
from tutor.items.grade import Context

__all__ = ["Loaded", "course_folders", "digest", "load", "load_persona", "persona_from", "stamp"]

FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*\n?", re.DOTALL)


def course_folders(root: Path) -> list[Path]:
    """The folders under `root` (or `root` itself) that hold a course.yaml, sorted by name."""
    if (root / "course.yaml").is_file():
        return [root]
    if not root.is_dir():
        return []
    return sorted(p for p in root.iterdir() if (p / "course.yaml").is_file())


def digest(folder: Path) -> str:
    """A hash of every file of the course, to notice a change."""
    made = hashlib.sha256()
    for path in _files(folder):
        made.update(str(path.relative_to(folder)).encode())
        made.update(path.read_bytes())
    return made.hexdigest()[:16]


def stamp(folder: Path) -> tuple[tuple[str, int, int], ...]:
    """Names, sizes and times of the course's files: a cheap sign that something changed."""
    return tuple(
        (str(p.relative_to(folder)), p.stat().st_size, p.stat().st_mtime_ns) for p in _files(folder)
    )


def load(folder: Path) -> Loaded:
    """Read a course folder. Never raises for what stands in the files: see `problems`."""
    return _read(Reader(folder))


def load_persona(file: Path, course: Course) -> Persona:
    """One persona file, wherever it is, for a course. Raises BadCourse with its first problem."""
    reader = Reader(file.parent)
    lined = reader.yaml(file)
    part = reader.part(PersonaPart, lined.value, lined, file) if lined else None
    if part is None:
        first = reader.loaded.problems[0]
        place = f"{first.file}:{first.line}" + (f" [{first.field}]" if first.field else "")
        raise BadCourse(first.what, where=place, do=first.do)
    return persona_from(
        PersonaId(file.stem), part, language=course.language, reading_age=course.reading_age
    )


def _files(folder: Path) -> Iterator[Path]:
    yield folder / "course.yaml"
    for pattern in ("items/*.y*ml", "readings/*.md", "personas/*.y*ml"):
        yield from sorted(folder.glob(pattern))


def _read(reader: Reader) -> Loaded:
    head = reader.folder / "course.yaml"
    lined = reader.yaml(head)
    part = reader.part(CoursePart, lined.value, lined, head) if lined else None
    personas = dict(_personas(reader, part))
    if part is None or lined is None:
        return reader.loaded
    known = skills(reader, part, lined, head)
    ideas = {MisconceptionId(m.id): _misconception(m) for m in part.misconceptions}
    asked = dict(sources(reader, known, ideas, _context(part)))
    by_skill = {
        skill: tuple(s.id for s in asked.values() if skill in s.skills and not s.draft)
        for skill in known
    }
    course = Course(
        id=CourseId(reader.folder.name),
        title=part.title,
        level=part.level,
        language=part.language,
        decimal_comma=part.decimal_comma,
        reading_age=part.reading_age,
        description=part.description.strip(),
        skills=known,
        sources=asked,
        by_skill=by_skill,
        misconceptions=ideas,
        glossary=tuple(_term(term) for term in part.glossary),
        readings=dict(_readings(reader, known)),
        personas=personas,
        default_persona=PersonaId(part.default_persona),
    )
    _voiceless(reader, course, lined, head)
    _unasked(reader, part, lined, head, asked, by_skill)
    if not errors(reader.loaded.problems):
        reader.loaded.course = replace(course, version=digest(reader.folder))
    return reader.loaded


def _voiceless(reader: Reader, course: Course, lined: Lined, head: Path) -> None:
    """A default persona that the course does not have."""
    persona = course.default_persona
    if persona not in course.personas:
        reader.problem(
            head, f"There is no persona “{persona}”.", field="default_persona",
            line=lined.line(("default_persona",)), do=f"Write personas/{persona}.yaml.",
        )  # fmt: skip


def _misconception(part: MisconceptionPart) -> Misconception:
    return Misconception(
        id=MisconceptionId(part.id), name=part.name, says=part.says.strip(),
        probe=part.probe.strip(), correction=part.correction.strip(),
    )  # fmt: skip


def _term(part: TermPart) -> Term:
    skill = SkillId(part.skill) if part.skill else None
    return Term(term=part.term, means=part.means.strip(), also=tuple(part.also), skill=skill)


def _context(part: CoursePart) -> Context:
    """What grading must know of the course: its language, its decimal sign, its own words."""
    named = {word for term in part.glossary for word in (term.term, *term.also)}
    terms = frozenset(named | {skill.title for skill in part.skills})
    return Context(language=part.language, decimal_comma=part.decimal_comma, terms=terms)


def _unasked(
    reader: Reader,
    part: CoursePart,
    lined: Lined,
    head: Path,
    sources: Mapping[ItemId, Source],
    by_skill: Mapping[SkillId, tuple[ItemId, ...]],
) -> None:
    """Skills with nothing to ask, or with drafts only."""
    for index, skill in enumerate(part.skills):
        drafts = sum(s.draft and skill.id in s.skills for s in sources.values())
        if drafts or not by_skill.get(SkillId(skill.id)):
            reader.problem(
                head,
                f"The skill “{skill.id}” has {drafts or 'no'} {'drafts' if drafts else 'items'}.",
                line=lined.line(("skills", index)),
                field=f"skills.{index}",
                do="Look them over and take `draft: true` out: drafts are never asked."
                if drafts
                else f"Write items/{skill.id}.yaml.",
                weight=Weight.WARNING if drafts else Weight.ERROR,
            )


def _readings(reader: Reader, skills: Mapping[SkillId, Skill]) -> Iterator[tuple[str, Reading]]:
    for file in sorted(reader.folder.glob("readings/*.md")):
        text = reader.text(file)
        if text is None:
            continue
        front = FRONT.match(text)
        if not front:
            reader.problem(
                file, "The reading has no front matter.", line=1,
                do="Begin the file with --- , title:, skills: and ---.",
            )  # fmt: skip
            continue
        try:
            lined = read_yaml(front[1], where=reader.name(file))
        except BadCourse as error:
            reader.problem(file, error.what, line=1, do=error.do)
            continue
        part = reader.part(ReadingPart, lined.value, lined, file)
        if part is None:
            continue
        for skill in part.skills:
            if skill not in skills:
                reader.problem(
                    file, f"“{skill}” is not a skill of this course.", field="skills",
                    line=lined.line(("skills",)) + 1, do="Use the id of a skill in course.yaml.",
                )  # fmt: skip
        yield (
            file.stem,
            Reading(
                id=file.stem,
                title=part.title,
                path=str(file.relative_to(reader.folder)),
                skills=tuple(SkillId(s) for s in part.skills),
                text=text[front.end() :],
            ),
        )


def _personas(reader: Reader, course: CoursePart | None) -> Iterator[tuple[PersonaId, Persona]]:
    for file in sorted(reader.folder.glob("personas/*.y*ml")):
        lined = reader.yaml(file)
        part = reader.part(PersonaPart, lined.value, lined, file) if lined else None
        if part is None or lined is None:
            continue
        reader.loaded.personas[PersonaId(file.stem)] = (reader.name(file), lined)
        language, age = (course.language, course.reading_age) if course else ("en", 12)
        yield (
            PersonaId(file.stem),
            persona_from(PersonaId(file.stem), part, language=language, reading_age=age),
        )


def persona_from(
    persona: PersonaId, part: PersonaPart, *, language: str, reading_age: int
) -> Persona:
    """The persona that a file or a form describes; language and reading age are the course's
    where it does not say."""
    defaults = {"language": language, "reading_age": reading_age}
    unsaid = {name: value for name, value in defaults.items() if name not in part.model_fields_set}
    given: dict[str, Any] = part.model_dump() | unsaid
    given["off_limits"] = tuple(given["off_limits"])
    given["samples"] = tuple(given["samples"])
    return Persona(id=persona, **given)
