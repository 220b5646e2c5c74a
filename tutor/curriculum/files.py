"""Reading courses from folders: every problem with file and line, and a course if it has none."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tutor.curriculum.course import Course, Misconception, Reading, Skill, SkillMaterial, Term
from tutor.curriculum.persona import Persona
from tutor.curriculum.problems import Problem, Weight, errors
from tutor.curriculum.schema import (
    CoursePart,
    ItemPart,
    ItemsPart,
    PersonaPart,
    ReadingPart,
    StandardPart,
)
from tutor.curriculum.source import Source
from tutor.curriculum.yaml_lines import Lined, read_yaml
from tutor.curriculum.yaml_lines import Path as Place
from tutor.errors import BadCourse
from tutor.ids import CourseId, ItemId, MisconceptionId, PersonaId, SkillId
from tutor.items.grade import Context
from tutor.items.template import read_variables
from tutor.items.types import known_types

Part = TypeVar("Part", bound=BaseModel)
COMMON = frozenset(ItemPart.model_fields)
FRONT = re.compile(r"\A---\s*\n(.*?)\n---\s*\n?", re.DOTALL)
MAX_FILE = 2_000_000  # bytes


@dataclass(slots=True)
class Loaded:
    """What a folder gave: the course, unless an error stands in its way, and all problems.

    `lines` tells the file and line of an item, `personas` the file of a persona, for problems
    found later.
    """

    course: Course | None = None
    problems: list[Problem] = field(default_factory=list)
    lines: dict[ItemId, tuple[str, Lined, Place]] = field(default_factory=dict)
    personas: dict[PersonaId, tuple[str, Lined]] = field(default_factory=dict)


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
    return _Reader(folder).read()


def load_persona(file: Path, course: Course) -> Persona:
    """One persona file, wherever it is, for a course. Raises BadCourse with its first problem."""
    reader = _Reader(file.parent)
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


class _Reader:
    """One reading of one folder: collects problems instead of stopping at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loaded = Loaded()

    def problem(
        self,
        file: Path,
        what: str,
        *,
        line: int = 0,
        field: str = "",
        do: str = "",
        weight: Weight = Weight.ERROR,
    ) -> None:
        self.loaded.problems.append(
            Problem(file=self.name(file), line=line, field=field, what=what, do=do, weight=weight)
        )

    def name(self, file: Path) -> str:
        return str(Path(self.folder.name) / file.relative_to(self.folder))

    def read(self) -> Loaded:
        head = self.folder / "course.yaml"
        lined = self.yaml(head)
        part = self.part(CoursePart, lined.value, lined, head) if lined else None
        personas = dict(self.personas(part))
        if part is None or lined is None:
            return self.loaded
        skills = self.skills(part, lined, head)
        misconceptions = {
            MisconceptionId(m.id): Misconception(
                id=MisconceptionId(m.id), name=m.name, says=m.says.strip(), probe=m.probe.strip(),
                correction=m.correction.strip(),
            )
            for m in part.misconceptions
        }  # fmt: skip
        terms = frozenset(
            word for term in part.glossary for word in (term.term, *term.also)
        ) | frozenset(skill.title for skill in part.skills)
        context = Context(language=part.language, decimal_comma=part.decimal_comma, terms=terms)
        sources = dict(self.sources(skills, misconceptions, context))
        readings = dict(self.readings(skills))
        persona = PersonaId(part.default_persona)
        if persona not in personas:
            self.problem(
                head, f"There is no persona “{persona}”.", field="default_persona",
                line=lined.line(("default_persona",)), do=f"Write personas/{persona}.yaml.",
            )  # fmt: skip
        by_skill = {
            skill: tuple(s.id for s in sources.values() if skill in s.skills and not s.draft)
            for skill in skills
        }
        for index, skill in enumerate(part.skills):
            drafts = sum(s.draft and skill.id in s.skills for s in sources.values())
            if drafts or not by_skill.get(SkillId(skill.id)):
                self.problem(
                    head,
                    f"The skill “{skill.id}” has {drafts or 'no'} {'drafts' if drafts else 'items'}.",
                    line=lined.line(("skills", index)),
                    field=f"skills.{index}",
                    do="Look them over and take `draft: true` out: drafts are never asked."
                    if drafts
                    else f"Write items/{skill.id}.yaml.",
                    weight=Weight.WARNING if drafts else Weight.ERROR,
                )
        if not errors(self.loaded.problems):
            self.loaded.course = Course(
                id=CourseId(self.folder.name),
                title=part.title,
                level=part.level,
                language=part.language,
                decimal_comma=part.decimal_comma,
                reading_age=part.reading_age,
                description=part.description.strip(),
                skills=skills,
                sources=sources,
                by_skill=by_skill,
                misconceptions=misconceptions,
                glossary=tuple(
                    Term(
                        term=t.term, means=t.means.strip(), also=tuple(t.also),
                        skill=SkillId(t.skill) if t.skill else None,
                    )
                    for t in part.glossary
                ),
                readings=readings,
                personas=personas,
                default_persona=persona,
                version=digest(self.folder),
            )  # fmt: skip
        return self.loaded

    def text(self, file: Path) -> str | None:
        try:
            if file.stat().st_size > MAX_FILE:
                self.problem(file, "The file is larger than 2 MB.", do="Split it.")
                return None
            return file.read_text(encoding="utf-8")
        except FileNotFoundError:
            self.problem(file, "The file is missing.", do="Every course has a course.yaml.")
        except (UnicodeDecodeError, OSError) as error:
            self.problem(file, f"The file cannot be read: {error}.", do="Save it as UTF-8.")
        return None

    def yaml(self, file: Path) -> Lined | None:
        text = self.text(file)
        if text is None:
            return None
        try:
            return read_yaml(text, where=self.name(file))
        except BadCourse as error:
            line = int(error.where.rsplit(":", 1)[-1]) if ":" in error.where else 0
            self.problem(file, error.what, line=line, do=error.do)
            return None

    def part(
        self, model: type[Part], value: Any, lined: Lined, file: Path, at: Place = ()
    ) -> Part | None:
        if not isinstance(value, Mapping):
            self.problem(
                file, "This should be a list of fields (name: value).", line=lined.line(at)
            )
            return None
        try:
            return model.model_validate(value)
        except ValidationError as error:
            for found in error.errors():
                place = (*at, *found["loc"])
                self.problem(
                    file,
                    _said(found),
                    line=lined.line(place),
                    field=".".join(str(step) for step in place),
                )
            return None

    def skills(self, part: CoursePart, lined: Lined, file: Path) -> dict[SkillId, Skill]:
        made: dict[SkillId, Skill] = {}
        for index, skill in enumerate(part.skills):
            if skill.id in made:
                self.problem(
                    file, f"The skill “{skill.id}” stands here twice.",
                    line=lined.line(("skills", index, "id")), field=f"skills.{index}.id",
                )  # fmt: skip
            made[SkillId(skill.id)] = Skill(
                id=SkillId(skill.id),
                title=skill.title,
                objective=skill.objective.strip(),
                requires=tuple(SkillId(r) for r in skill.requires),
                objectives=tuple(skill.objectives),
                standards=tuple(s if isinstance(s, str) else s.code for s in skill.standards),
                case={s.code: s.case for s in skill.standards if isinstance(s, StandardPart)},
                visible_from=skill.visible_from,
                materials=tuple(SkillMaterial(**m.model_dump()) for m in skill.materials),
                aliases=tuple(skill.aliases),
                card=skill.card.strip(),
                titles={part.language: skill.title, **skill.titles},
                at_home=skill.at_home,
                ask_at_home=skill.ask_at_home,
            )
        for index, skill in enumerate(part.skills):
            for missing in [r for r in skill.requires if r not in made]:
                self.problem(
                    file, f"“{skill.id}” requires “{missing}”, which is not a skill of this course.",
                    line=lined.line(("skills", index, "requires")), field=f"skills.{index}.requires",
                    do="Use the id of a skill.",
                )  # fmt: skip
        for cycle in _cycles(made):
            at = list(made).index(cycle[0])
            self.problem(
                file, f"Prerequisites go round in a circle: {' → '.join([*cycle, cycle[0]])}.",
                line=lined.line(("skills", at, "requires")), field=f"skills.{at}.requires",
                do="Take one of these prerequisites out.",
            )  # fmt: skip
        return made

    def sources(
        self,
        skills: Mapping[SkillId, Skill],
        misconceptions: Mapping[MisconceptionId, Misconception],
        context: Context,
    ) -> Iterator[tuple[ItemId, Source]]:
        seen: set[str] = set()
        for file in sorted(self.folder.glob("items/*.y*ml")):
            lined = self.yaml(file)
            part = self.part(ItemsPart, lined.value, lined, file) if lined else None
            if part is None or lined is None:
                continue
            for index, given in enumerate(part.items):
                at: Place = ("items", index)
                item = self.part(ItemPart, given, lined, file, at)
                if item is None:
                    continue
                if item.id in seen:
                    self.problem(
                        file, f"The item “{item.id}” exists already.", line=lined.line((*at, "id")),
                        field="id", do="Give it another id.",
                    )  # fmt: skip
                seen.add(item.id)
                source = self.source(item, part.skill, file, lined, at, context)
                if source and self.refers(source, skills, misconceptions, file, lined, at):
                    self.loaded.lines[source.id] = (self.name(file), lined, at)
                    yield source.id, source

    def refers(
        self,
        source: Source,
        skills: Mapping[SkillId, Skill],
        misconceptions: Mapping[MisconceptionId, Misconception],
        file: Path,
        lined: Lined,
        at: Place,
    ) -> bool:
        fine = True
        for skill in source.skills:
            if skill not in skills:
                fine = False
                self.problem(
                    file, f"“{skill}” is not a skill of this course.", line=lined.line((*at, "skills")),
                    field="skill", do="Use the id of a skill in course.yaml.",
                )  # fmt: skip
        named = [(("wrong", i), w.get("misconception")) for i, w in enumerate(source.wrong)]
        choices = source.spec.get("choices")
        if isinstance(choices, list):
            named += [
                (("choices", i), c.get("misconception"))
                for i, c in enumerate(choices)
                if isinstance(c, Mapping)
            ]
        slips = source.spec.get("slips")
        if isinstance(slips, Mapping):
            named += [(("slips", rule), name) for rule, name in slips.items() if rule != "of"]
        for place, name in named:
            if name and name not in misconceptions:
                fine = False
                self.problem(
                    file, f"“{name}” is not a misconception of this course.",
                    line=lined.line((*at, *place, "misconception")), field=".".join(map(str, place)),
                    do="Name it under misconceptions in course.yaml.",
                )  # fmt: skip
        return fine

    def source(
        self,
        item: ItemPart,
        default: str | None,
        file: Path,
        lined: Lined,
        at: Place,
        context: Context,
    ) -> Source | None:
        skills = item.skills or [s for s in (item.skill or default,) if s]
        if not skills:
            self.problem(
                file, f"The item “{item.id}” belongs to no skill.", line=lined.line(at), field="skill",
                do="Write `skill:` at the head of the file or in the item.",
            )  # fmt: skip
            return None
        if item.type not in known_types():
            self.problem(
                file, f"There is no item type “{item.type}”.", line=lined.line((*at, "type")), field="type",
                do=f"Use one of {', '.join(known_types())}.",
            )  # fmt: skip
            return None
        try:
            variables = read_variables(item.vary) if item.vary is not None else None
        except BadCourse as error:
            place = (*at, *error.where.split(".")) if error.where else (*at, "vary")
            self.problem(
                file, error.what, line=lined.line(place), field=error.where or "vary", do=error.do
            )
            return None
        return Source(
            id=ItemId(item.id),
            skills=tuple(SkillId(s) for s in skills),
            type_name=item.type,
            difficulty=item.difficulty,
            spec={k: v for k, v in (item.model_extra or {}).items() if k not in COMMON},
            texts={
                "prompt": item.prompt,
                "code": item.code,
                "worked_example": item.worked_example,
                "solution": item.solution,
            },
            hints=tuple(item.hints),
            wrong=tuple(w.model_dump() for w in item.wrong),
            variables=variables,
            draft=item.draft,
            context=context,
        )

    def readings(self, skills: Mapping[SkillId, Skill]) -> Iterator[tuple[str, Reading]]:
        for file in sorted(self.folder.glob("readings/*.md")):
            text = self.text(file)
            if text is None:
                continue
            front = FRONT.match(text)
            if not front:
                self.problem(
                    file, "The reading has no front matter.", line=1,
                    do="Begin the file with --- , title:, skills: and ---.",
                )  # fmt: skip
                continue
            try:
                lined = read_yaml(front[1], where=self.name(file))
            except BadCourse as error:
                self.problem(file, error.what, line=1, do=error.do)
                continue
            part = self.part(ReadingPart, lined.value, lined, file)
            if part is None:
                continue
            for skill in part.skills:
                if skill not in skills:
                    self.problem(
                        file, f"“{skill}” is not a skill of this course.", field="skills",
                        line=lined.line(("skills",)) + 1, do="Use the id of a skill in course.yaml.",
                    )  # fmt: skip
            yield (
                file.stem,
                Reading(
                    id=file.stem,
                    title=part.title,
                    path=str(file.relative_to(self.folder)),
                    skills=tuple(SkillId(s) for s in part.skills),
                    text=text[front.end() :],
                ),
            )

    def personas(self, course: CoursePart | None) -> Iterator[tuple[PersonaId, Persona]]:
        for file in sorted(self.folder.glob("personas/*.y*ml")):
            lined = self.yaml(file)
            part = self.part(PersonaPart, lined.value, lined, file) if lined else None
            if part is None or lined is None:
                continue
            self.loaded.personas[PersonaId(file.stem)] = (self.name(file), lined)
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


def _said(found: Any) -> str:
    match found["type"]:
        case "missing":
            return "This field is missing."
        case "extra_forbidden":
            return "This field is not known here; check its spelling against docs/courses.md."
        case "string_pattern_mismatch" if found["loc"][-1] == "link":
            return f"“{found['input']}” is not a link that begins with https://."
        case "string_pattern_mismatch" if found["loc"][-1] == "case":
            return (
                f"“{found['input']}” is not a CASE identifier (a UUID, or a link that ends in one)."
            )
        case "string_pattern_mismatch":
            return f"“{found['input']}” is not a valid name: use small letters, digits and hyphens."
        case _:
            return f"{found['msg']}."


def _cycles(skills: Mapping[SkillId, Skill]) -> list[list[SkillId]]:
    """Circles among prerequisites, each once, as lists of skills."""
    done: set[SkillId] = set()
    found: list[list[SkillId]] = []

    def visit(skill: SkillId, path: list[SkillId]) -> None:
        if skill in path:
            found.append(path[path.index(skill) :])
            return
        if skill in done or skill not in skills:
            return
        for before in skills[skill].requires:
            visit(before, [*path, skill])
        done.add(skill)

    for skill in skills:
        visit(skill, [])
    return found
