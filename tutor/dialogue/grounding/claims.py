"""What a claim is met with, and questions put as the course's headings and glossary put them (pure)."""

import re
from collections.abc import Callable
from dataclasses import replace

from tutor.dialogue import plain
from tutor.dialogue.grounding import meaning_of
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.moves import Explain, Move, Offer, TopicCard
from tutor.dialogue.scene import Scene
from tutor.items.item import Item
from tutor.retrieval.asking import wordings
from tutor.retrieval.language import analyser_of
from tutor.retrieval.passage import Hit
from tutor.retrieval.relation import relation_of


def met_by(
    claim: str, move: Explain, found: Explain | TopicCard, hits: tuple[Hit, ...], scene: Scene
) -> tuple[Move, tuple[Hit, ...]] | None:
    """What a claim is held against: the cure of the wrong idea that it is, what the course says a term is of which it
    says something, or what was found; None where nothing was, or all of it would be kept back."""
    cured = isinstance(found, Explain) and bool(found.means) and not found.term
    term = None if cured else meaning_of.term_claimed(claim, scene.course)
    held: Explain | TopicCard = replace(found, held=True)
    if term is not None:
        of_it = replace(move, term=term.term, means=term.means, skill=term.skill or move.skill)
        held, hits = replace(of_it, held=True), defining(hits, term.term)
    if isinstance(held, Explain) and not (hits or held.means):
        return None
    return None if plain.say(held, scene, name="", hits=hits).kept else (held, hits)


def guesses_at_it(move: Explain, found: Move, item: Item) -> bool:
    """Whether a statement put as a question (“so the water goes to the sugary side?”) comes to nothing but the open
    item's own skill: it is a thought about the item."""
    states = re.match(
        r"(?:(?:oh|ok|wait|and|but|hm+) )*(?:so|then)\b(?!.*\b(?:what|wat|wot|why|how|when|where|who|which)\b)",
        move.question.casefold(),
    )
    offers = (
        isinstance(found, Offer) and not found.questions and set(found.skills) <= set(item.skills)
    )
    content = analyser_of(item.language).content
    near = set(content(item.prompt)) & set(content(move.question))
    return states is not None and offers and bool(near)


def difference_of(two: tuple[str, str], asked: Callable[[str], str]) -> str:
    """The heading that asks for the difference of two things, whichever is named first; "" where none does."""
    found = asked(f"what is the difference between {two[0]} and {two[1]}")
    return found if all(one.casefold() in found.casefold() for one in two) else ""


def asked_outright(move: Explain, scene: Scene, names: Names) -> Explain:
    """The move with “no like what does osmosis mean” put as headings put it (“what is osmosis”)."""
    if not scene.course.language.startswith("en") or meaning_of.asks_purpose(move.question):
        return move
    named = names.of(scene.course, scene.now)
    term = meaning_of.term_asked(move.question, scene.course, named)
    return move if term is None else replace(move, question=f"what is {term.term}")


def defining(hits: tuple[Hit, ...], term: str) -> tuple[Hit, ...]:
    """The passages that say what a term is, those first that begin with it; none below a heading that asks another thing."""
    opens = re.compile(
        rf"(?:^|[.!?:]\s+|\n)\W*(?:an? |the )?{re.escape(term.casefold())}s?\W* (?:is|are|means?)\b"
    )
    fit = [
        hit
        for hit in hits
        if not (asks := wordings(hit.passage.heading_path[-1]))
        or any(relation_of(one) == "what" and term.casefold() in one.casefold() for one in asks)
    ]
    says = [hit for hit in hits if opens.search(hit.passage.text.casefold())]
    return tuple(says or fit)
