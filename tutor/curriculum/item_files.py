"""The items of a course folder, each with the skills and misconceptions that it names."""

from collections.abc import Iterator, Mapping
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
from tutor.items.template import read_variables
from tutor.items.types import known_types

COMMON = frozenset(ItemPart.model_fields)


def sources(
    reader: Reader,
    skills: Mapping[SkillId, Skill],
    misconceptions: Mapping[MisconceptionId, Misconception],
    context: Context,
) -> Iterator[tuple[ItemId, Source]]:
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
            if item.id in seen:
                reader.problem(
                    file, f"The item “{item.id}” exists already.", line=lined.line((*at, "id")),
                    field="id", do="Give it another id.",
                )  # fmt: skip
            seen.add(item.id)
            source = _source(reader, item, part.skill, file, lined, at, context)
            if source and _refers(reader, source, skills, misconceptions, file, lined, at):
                reader.loaded.lines[source.id] = (reader.name(file), lined, at)
                yield source.id, source


def _refers(
    reader: Reader,
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
            reader.problem(
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
            reader.problem(
                file, f"“{name}” is not a misconception of this course.",
                line=lined.line((*at, *place, "misconception")), field=".".join(map(str, place)),
                do="Name it under misconceptions in course.yaml.",
            )  # fmt: skip
    return fine


def _source(
    reader: Reader,
    item: ItemPart,
    default: str | None,
    file: Path,
    lined: Lined,
    at: Place,
    context: Context,
) -> Source | None:
    skills = item.skills or [s for s in (item.skill or default,) if s]
    if not skills:
        reader.problem(
            file, f"The item “{item.id}” belongs to no skill.", line=lined.line(at), field="skill",
            do="Write `skill:` at the head of the file or in the item.",
        )  # fmt: skip
        return None
    if item.type not in known_types():
        reader.problem(
            file, f"There is no item type “{item.type}”.", line=lined.line((*at, "type")), field="type",
            do=f"Use one of {', '.join(known_types())}.",
        )  # fmt: skip
        return None
    try:
        variables = read_variables(item.vary) if item.vary is not None else None
    except BadCourse as error:
        place = (*at, *error.where.split(".")) if error.where else (*at, "vary")
        reader.problem(
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
