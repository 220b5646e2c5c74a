"""The open item's next hint in the place of an explanation of which nothing may be told, or nothing is known (pure)."""

from dataclasses import replace

from tutor.curriculum.persona import Contract
from tutor.dialogue import plain
from tutor.dialogue.deciding.responding import next_hint
from tutor.dialogue.grounding.claims import guesses_at_it
from tutor.dialogue.moves import Explain, Hint, Move, TopicCard
from tutor.dialogue.reading.held import held_in
from tutor.dialogue.scene import Scene
from tutor.items.item import Item
from tutor.retrieval.language import analyser_of
from tutor.retrieval.passage import Hit


def held_to_hint(
    move: Explain, found: Move, hits: tuple[Hit, ...], scene: Scene
) -> tuple[Move, tuple[Hit, ...]] | None:
    """The open item's next hint, where an idea is held against it of which the course says nothing; else None."""
    if scene.item is None or scene.contract is not Contract.PRACTICE:
        return None
    if not (held_in(move.question) or guesses_at_it(move, found, scene.item)):
        return None
    card = isinstance(found, TopicCard) and found.skill in scene.item.skills
    if card or (isinstance(found, Explain) and (hits or found.means)):
        return None
    hint = next_hint(scene, scene.item, asked=True)
    if not isinstance(hint, Hint) or hint.bottom_out:
        return None
    return replace(hint, held=True), ()


def hint_for(
    move: Move, scene: Scene, hits: tuple[Hit, ...]
) -> tuple[Move, tuple[Hit, ...]] | None:
    """The open item's next hint, where nothing of an explanation may be told; None where something may."""
    if scene.item is None or scene.contract is not Contract.PRACTICE:
        return None
    if isinstance(move, Explain | TopicCard) and move.skill not in (None, *scene.item.skills):
        return None  # about something else: a hint would be no answer to that
    if not plain.say(move, scene, name="", hits=hits).kept or not _near_to(move, scene.item):
        return None
    hint = next_hint(scene, scene.item, asked=True)
    if not isinstance(hint, Hint) or hint.bottom_out:
        return None
    return replace(hint, kept=True), ()


def _near_to(move: Move, item: Item) -> bool:
    """Whether a question has a word of the open item's: a hint is no answer to one about something else."""
    asked = (
        move.question
        if isinstance(move, Explain)
        else move.term
        if isinstance(move, TopicCard)
        else ""
    )
    content = analyser_of(item.language).content
    its = set(content(f"{item.prompt} {item.type.answer_text()}"))
    said = set(content(asked))
    return not said or bool(said & its)
