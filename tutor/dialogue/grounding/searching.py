"""Searching a course's passages for a move, without those of what is still to be taught."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.curriculum.taught import ahead, come, heads_into, hidden
from tutor.dialogue.moves import Explain, Move
from tutor.dialogue.scene import Scene
from tutor.ids import SkillId
from tutor.retrieval.passage import Hit, Passage, Query, Retriever

MOST = 4  # passages that an explanation may stand on
DEEPEST = 1000  # passages that are looked through for some whose day has come
BELOW = 12  # passages among which the one below a heading is looked for


def told_below(move: Explain, hit: Hit, scene: Scene) -> tuple[Move, tuple[Hit, ...]]:
    """The move that tells what stands below a heading that asks the same."""
    skill = skill_of(hit, move, scene)
    heading = hit.passage.heading_path[-1]
    return replace(move, asked=heading, term="", means="", skill=skill), (hit,)


def skill_of(hit: Hit, move: Explain, scene: Scene) -> SkillId | None:
    """The skill that a passage is about first, of those that the course still has; else the move's."""
    return next((skill for skill in hit.passage.skills if skill in scene.course.skills), move.skill)


async def below_heading(heading: str, scene: Scene, retriever: Retriever) -> tuple[Hit, ...]:
    """The passage below a heading of the course's readings; empty where it is not to be had."""
    hits = await search(retriever, heading, scene, (), most=BELOW)
    return tuple(hit for hit in hits if hit.passage.heading_path[-1] == heading)[:1]


async def search(
    retriever: Retriever, text: str, scene: Scene, skills: Sequence[str], *, most: int = MOST
) -> tuple[Hit, ...]:
    known = tuple(s for s in scene.course.skills if s in skills)
    later = hidden(scene.course, scene.now)
    k = most if not later else 4 * most
    while True:
        hits = await retriever.search(Query(text=text, course=scene.course.id, k=k, skills=known))
        shown = tuple(hit for hit in hits if not to_come(hit.passage, scene, later))
        if len(shown) >= most or len(hits) < k or k >= DEEPEST:
            return shown[:most]
        k *= 8  # a whole book may be still to come, and stand before the rest


def to_come(passage: Passage, scene: Scene, later: frozenset[SkillId]) -> bool:
    """Whether a passage's day has not come, or it is about nothing but what is still to be taught."""
    if not come(passage.visible_from, scene.course, scene.now):
        return True
    if not later or passage.skills:
        return ahead(passage.skills, later)
    return heads_into(" ".join(passage.heading_path), scene.course, later)
