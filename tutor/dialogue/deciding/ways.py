"""The ways in which a skill can be met besides items: what a learner may choose among. Pure.

The course names them (`materials` of a skill); readings of the skill and worked examples of its
items are there without being named. What would give the open item's answer away is kept back.
"""

from dataclasses import replace

from tutor.curriculum.course import Course, MaterialKind, SkillMaterial
from tutor.curriculum.taught import taught
from tutor.dialogue.deciding.following import about, first_skill
from tutor.dialogue.moves import Move, Redirect, Show, Ways, WorkedExample
from tutor.dialogue.scene import Scene
from tutor.ids import SkillId
from tutor.items.item import Item
from tutor.items.reveal import reveals

MOST = 6  # ways that are offered at once
EXAMPLE = SkillMaterial(kind=MaterialKind.WORKED_EXAMPLE, title="")


def ways(course: Course, skill: SkillId, item: Item | None) -> tuple[SkillMaterial, ...]:
    """The ways into a skill, those that the course names first. The place in it names a way."""
    named = course.skills[skill].materials
    told = {one.reading for one in named} | {one.transcript for one in named}
    readings = tuple(
        SkillMaterial(kind=MaterialKind.READING, title=one.title, reading=one.id)
        for one in course.readings.values()
        if skill in one.skills and one.id not in told
    )
    has_example = any(one.kind is MaterialKind.WORKED_EXAMPLE for one in named)
    examples = () if has_example or not _worked(course, skill, item) else (EXAMPLE,)
    every = (*named, *readings, *examples)[:MOST]
    if item is None:
        return every
    return tuple(_untold(one, item) for one in every if not reveals(one.text, item))


def _untold(way: SkillMaterial, item: Item) -> SkillMaterial:
    """A way without its title where that is the open item's answer."""
    return replace(way, title="") if way.title and reveals(way.title, item) else way


def offered(scene: Scene) -> Move:
    """The ways into what is spoken of, to choose from."""
    skill = about(scene) or first_skill(scene)
    found, back = ways(scene.course, skill, scene.item), scene.item is not None
    wanted = scene.reading.format
    alike = next((way for way in found if wanted and way.kind == wanted), None)
    if alike is not None:
        return Show(skill=skill, way=alike, back_to_item=back)
    if not found:
        return Redirect(kind="no_ways", back_to_item=back)
    return Ways(skill=skill, ways=found, back_to_item=back, lacks=wanted)


def taken(scene: Scene) -> Move:
    """The way that was chosen: “/way SKILL NUMBER”, from 1."""
    named, _, number = scene.reading.text.rpartition(" ")
    skill = next((s for s in taught(scene.course, scene.now).skills if s == named), None)
    found = ways(scene.course, skill, scene.item) if skill else ()
    if skill is None or not number.isdigit() or not 0 < int(number) <= len(found):
        return offered(scene)
    way, back = found[int(number) - 1], scene.item is not None
    if way is EXAMPLE:
        return WorkedExample(skill=skill, back_to_item=back)
    return Show(skill=skill, way=way, back_to_item=back)


def _worked(course: Course, skill: SkillId, item: Item | None) -> bool:
    if item is not None and skill in item.skills and item.worked_example:
        return True
    return any(course.item(one, 0).worked_example for one in course.by_skill.get(skill, ())[:3])
