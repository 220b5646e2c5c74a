"""The items of a course folder, each with the skills and misconceptions that it names."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.curriculum.course import Misconception, Skill
from tutor.curriculum.reader import Reader
from tutor.curriculum.schema import ItemPart, ItemsPart
from tutor.curriculum.source import Source
from tutor.curriculum.yaml_lines import Lined
from tutor.curriculum.yaml_lines import Path as Place
from tutor.errors import BadCourse
from tutor.ids import ItemId, MisconceptionId, SkillId
from tutor.items.grade import Context
from tutor.items.template import Variables, read_variables
from tutor.items.types import known_types

COMMON = frozenset(ItemPart.model_fields)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Entry:
    """An item as it is written, and where: its problems are noted at its line."""

    item: ItemPart
    reader: Reader
    file: Path
    lined: Lined
    at: Place

    def problem(self, what: str, *, field: str, do: str, at: Place = ()) -> None:
        """Note what is wrong; `at` is the place within the item."""
        line = self.lined.line((*self.at, *at))
        self.reader.problem(self.file, what, line=line, field=field, do=do)


def sources(
    reader: Reader,
    skills: Mapping[SkillId, Skill],
    misconceptions: Mapping[MisconceptionId, Misconception],
    context: Context,
) -> Iterator[tuple[ItemId, Source]]:
    """The items in the order of their files, without those that cannot be used."""
    seen: set[str] = set()
    for file in sorted(reader.folder.glob("items/*.y*ml")):
        lined = reader.yaml(file)
        part = reader.part(ItemsPart, lined.value, lined, file) if lined else None
        if part is None or lined is None:
            continue
        for index, given in enumerate(part.items):
            at: Place = ("items", index)
            item = reader.part(ItemPart, given, lined, file, at)
            if item is None:
                continue
            entry = _Entry(item=item, reader=reader, file=file, lined=lined, at=at)
            if item.id in seen:
                what = f"The item “{item.id}” exists already."
                entry.problem(what, at=("id",), field="id", do="Give it another id.")
            seen.add(item.id)
            source = _source(entry, part.skill, context)
            if source and _refers(entry, source, skills, misconceptions):
                reader.loaded.lines[source.id] = (reader.name(file), lined, at)
                yield source.id, source


def _refers(
    entry: _Entry,
    source: Source,
    skills: Mapping[SkillId, Skill],
    misconceptions: Mapping[MisconceptionId, Misconception],
) -> bool:
    """Whether the skills and misconceptions that an item names are the course's."""
    fine = True
    for skill in source.skills:
        if skill not in skills:
            fine = False
            entry.problem(
                f"“{skill}” is not a skill of this course.",
                at=("skills",),
                field="skill",
                do="Use the id of a skill in course.yaml.",
            )
    for place, name in _ideas(source):
        if name and name not in misconceptions:
            fine = False
            entry.problem(
                f"“{name}” is not a misconception of this course.",
                at=(*place, "misconception"),
                field=".".join(map(str, place)),
                do="Name it under misconceptions in course.yaml.",
            )
    return fine


def _ideas(source: Source) -> Iterator[tuple[Place, object]]:
    """The misconceptions that an item names, each with its place in the item."""
    for index, wrong in enumerate(source.wrong):
        yield ("wrong", index), wrong.get("misconception")
    choices = source.spec.get("choices")
    for index, choice in enumerate(choices if isinstance(choices, list) else ()):
        if isinstance(choice, Mapping):
            yield ("choices", index), choice.get("misconception")
    slips = source.spec.get("slips")
    for rule, name in slips.items() if isinstance(slips, Mapping) else ():
        if rule != "of":
            yield ("slips", rule), name


def _source(entry: _Entry, default: str | None, context: Context) -> Source | None:
    """The item that an entry describes, or None when it cannot be made; `default` is the
    file's skill."""
    item = entry.item
    skills = item.skills or [s for s in (item.skill or default,) if s]
    if not skills:
        entry.problem(
            f"The item “{item.id}” belongs to no skill.",
            field="skill",
            do="Write `skill:` at the head of the file or in the item.",
        )
        return None
    if item.type not in known_types():
        entry.problem(
            f"There is no item type “{item.type}”.",
            at=("type",),
            field="type",
            do=f"Use one of {', '.join(known_types())}.",
        )
        return None
    try:
        variables = read_variables(item.vary) if item.vary is not None else None
    except BadCourse as error:
        where = error.where or "vary"
        entry.problem(error.what, at=tuple(where.split(".")), field=where, do=error.do)
        return None
    return _made(item, skills, variables, context)


def _made(
    item: ItemPart, skills: Sequence[str], variables: Variables | None, context: Context
) -> Source:
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
