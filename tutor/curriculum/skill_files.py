"""The skills of a course.yaml: each once, with prerequisites that exist and lead nowhere in circles."""

from collections.abc import Mapping
from pathlib import Path

from tutor.curriculum.course import Skill, SkillMaterial
from tutor.curriculum.reader import Reader
from tutor.curriculum.schema import CoursePart, StandardPart
from tutor.curriculum.yaml_lines import Lined
from tutor.ids import SkillId


def skills(reader: Reader, part: CoursePart, lined: Lined, file: Path) -> dict[SkillId, Skill]:
    made: dict[SkillId, Skill] = {}
    for index, skill in enumerate(part.skills):
        if skill.id in made:
            reader.problem(
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
            reader.problem(
                file, f"“{skill.id}” requires “{missing}”, which is not a skill of this course.",
                line=lined.line(("skills", index, "requires")), field=f"skills.{index}.requires",
                do="Use the id of a skill.",
            )  # fmt: skip
    for cycle in _cycles(made):
        at = list(made).index(cycle[0])
        reader.problem(
            file, f"Prerequisites go round in a circle: {' → '.join([*cycle, cycle[0]])}.",
            line=lined.line(("skills", at, "requires")), field=f"skills.{at}.requires",
            do="Take one of these prerequisites out.",
        )  # fmt: skip
    return made


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
