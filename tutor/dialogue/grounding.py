"""Grounding: the passages that a move speaks from, without those of what is still to be taught."""

from collections.abc import Sequence

from tutor.curriculum.taught import ahead, hidden
from tutor.dialogue import lookup
from tutor.dialogue.moves import Explain, Move, TopicCard
from tutor.dialogue.naming import Names
from tutor.dialogue.scene import Scene
from tutor.retrieval.passage import Hit, Query, Retriever


async def grounded(
    move: Move, scene: Scene, retriever: Retriever, names: Names
) -> tuple[Move, tuple[Hit, ...]]:
    """The move as far as passages carry it, and the passages (see `lookup`)."""
    if not isinstance(move, Explain):
        return move, await ground(move, scene, retriever)
    within = await names.within(scene.course, scene.now, move.question)
    explains = lookup.aimed(move, scene, within)
    hits = await ground(explains, scene, retriever)
    settled = lookup.sure(explains, scene, hits, within)
    if settled is None:
        return explains, ()
    if isinstance(settled, TopicCard):
        hits = await ground(settled, scene, retriever)
    return settled, hits


async def ground(move: Move, scene: Scene, retriever: Retriever) -> tuple[Hit, ...]:
    """The passages, best first; none for a move that needs none."""
    match move:
        case Explain(skill=skill):
            words = lookup.asked(move, scene)
            return await _search(retriever, words, scene, (skill,) if skill else ())
        case TopicCard(term=term, skill=skill):
            return await _search(retriever, term, scene, (skill,) if skill else ())
        case _:
            return ()


async def _search(
    retriever: Retriever, text: str, scene: Scene, skills: Sequence[str]
) -> tuple[Hit, ...]:
    known = tuple(s for s in scene.course.skills if s in skills)
    later = hidden(scene.course, scene.now)
    # Passages of what is still to come are taken out after the search: ask for more of them.
    k = 4 if not later else 16
    hits = await retriever.search(Query(text=text, course=scene.course.id, k=k, skills=known))
    return tuple(hit for hit in hits if not ahead(hit.passage.skills, later))[:4]
