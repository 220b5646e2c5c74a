"""Two things that are to be told apart, where the course speaks of one of them alone, or of neither."""

from dataclasses import replace

from tutor.dialogue.grounding.lookup import Within
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.grounding.plainly import told_apart
from tutor.dialogue.grounding.searching import below_heading, told_below
from tutor.dialogue.moves import Explain, Move
from tutor.dialogue.reading.heard import Found
from tutor.dialogue.scene import Scene
from tutor.retrieval.passage import Hit, Retriever

SURELY = 0.85  # how surely a glossary's term must be named


async def one_of_two(
    move: Explain, scene: Scene, retriever: Retriever, names: Names, within: Within
) -> tuple[Move, tuple[Hit, ...]] | None:
    """What the course says of one of two things, and that it says nothing of the other, or of both; None where the
    question asks something else, or the course knows both.

    Choices would only be guesses: none of them could tell the two apart.
    """
    first, other = told_apart(move.question)
    if not first or within.asked or scene.course.language[:2] != "en":
        return None
    headed = names.asked(scene.course, scene.now)
    known = [t for t in (first, other) if _named(t, scene, names) or headed(f"what is {t}")]
    if first in known and other in known:
        return None
    if not known:
        return replace(move, term="", means="", skill=None), ()
    one = known[0]
    apart = other if one == first else first
    hits = await below_heading(headed(f"what is {one}"), scene, retriever)
    if hits:
        told, found = told_below(move, hits[0], scene)
        return replace(told, apart=apart) if isinstance(told, Explain) else told, found
    term = _named(one, scene, names)
    assert term is not None
    return replace(move, term=term.term, means=term.means, skill=term.skill, apart=apart), ()


def _named(thing: str, scene: Scene, names: Names) -> Found | None:
    """The glossary's term for a thing; None where it has none."""
    found = names.of(scene.course, scene.now)(thing)
    return next((one for one in found if one.means and one.sure >= SURELY), None)
