"""Grounding: the passages that a move speaks from, without those of what is still to be taught."""

import re
from dataclasses import dataclass, replace

from tutor.curriculum.taught import hidden
from tutor.dialogue.grounding import answering, lookup, meaning_of
from tutor.dialogue.grounding.claims import asked_outright, defining, difference_of, met_by
from tutor.dialogue.grounding.hinted import held_to_hint, hint_for
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.grounding.near import names_nobody, worth_offering
from tutor.dialogue.grounding.plainly import of_its_purpose, told_apart
from tutor.dialogue.grounding.pointed import (
    names_more,
    of_what_was_told,
    points_nowhere,
    shown_last,
)
from tutor.dialogue.grounding.searching import (
    BELOW,
    MOST,
    below_heading,
    search,
    skill_of,
    to_come,
    told_below,
)
from tutor.dialogue.grounding.two_things import one_of_two
from tutor.dialogue.grounding.unsaid import says_all, unsaid
from tutor.dialogue.intents.phrases import ERROR_SEEN, asks_why
from tutor.dialogue.moves import Explain, Move, Offer, Redirect, TopicCard
from tutor.dialogue.reading.held import foreseen, held_in
from tutor.dialogue.scene import Scene
from tutor.retrieval.answers import Answer
from tutor.retrieval.asking import wordings
from tutor.retrieval.followup import is_follow_up, place_of
from tutor.retrieval.passage import Hit, Retriever
from tutor.retrieval.relation import relation_of

WIDE = 24  # passages that are looked at a second time
FOUND_BY_HEADING = 0.8  # of how like a heading is, where the search missed what stands below it


async def grounded(
    move: Move, scene: Scene, retriever: Retriever, names: Names
) -> tuple[Move, tuple[Hit, ...]]:
    """The move as far as passages carry it, and the passages (see `lookup`).

    Where they could only be kept back, since they hold the open item's answer, its next hint takes their place.
    """
    if not isinstance(move, Explain):
        return move, await ground(move, scene, retriever)
    found, hits = await _explained(move, scene, retriever, names)
    if isinstance(found, Explain | TopicCard) and (claim := _claimed(move.question)):
        met = met_by(claim, move, found, hits, scene)
        if met is not None:
            return met
    if isinstance(found, Offer | TopicCard) and scene.session.explained and asks_why(move.question):
        shown = await shown_last(scene, retriever, names)
        if shown is not None and not scene.reading.about:
            return told_below(move, shown, scene)
    if isinstance(found, Offer) and points_nowhere(move, scene, names.questions(scene.course)):
        return Redirect(kind="which", back_to_item=scene.item is not None), ()
    if isinstance(found, Offer):
        if (hint := held_to_hint(move, found, hits, scene)) is not None:
            return hint
        found = worth_offering(found, move, scene, names.questions(scene.course))
    if isinstance(found, Explain) and names_nobody(move.question, hits):
        return replace(move, means="", term=""), ()
    return held_to_hint(move, found, hits, scene) or hint_for(found, scene, hits) or (found, hits)


def _claimed(question: str) -> str:
    """The idea in a question; "" where there is none, or it is what a program said, which is no idea to be met."""
    return "" if ERROR_SEEN.search(question) else held_in(question)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """A question on its way to an answer: what the course's names have of it, the wrong idea in it (`said`)."""

    move: Explain
    scene: Scene
    retriever: Retriever
    names: Names
    within: lookup.Within
    defined: Explain | None
    said: bool

    def guessed(self, heading: str) -> bool:
        """Whether a heading names a thing that the question only points at."""
        questions = self.names.questions(self.scene.course)
        return names_more(heading, move=self.move, scene=self.scene, questions=questions)


async def _explained(
    move: Explain, scene: Scene, retriever: Retriever, names: Names
) -> tuple[Move, tuple[Hit, ...]]:
    """What answers a question, and the passages that it stands on."""
    move = asked_outright(move, scene, names)
    within = await names.within(scene.course, scene.now, move.question, foreseen(scene.item))
    if relation_of(move.question) == "reason":
        within = replace(within, by_sum=())  # how such sums are done is not why
    if not within.asked and any(two := told_apart(move.question)):
        within = replace(within, asked=difference_of(two, names.asked(scene.course, scene.now)))
    defined = await _defined(move, scene, retriever, names)
    named = defined is not None and _asks_about(defined.term, within.asked)
    if defined is not None and not named and not meaning_of.asks_purpose(move.question):
        named = defined.term.casefold() in move.question.casefold()
        found = await ground(defined, scene, retriever) if named else ()
        return defined, defining(found, defined.term)
    if (back := await of_what_was_told(move, scene, retriever, names)) is not None:
        return back
    said = within.idea is not None and within.idea[1] >= lookup.SAID_SO  # a wrong idea is met first
    purpose = of_its_purpose(held_in(move.question) or move.question)
    if not said and not within.asked and purpose:
        within = replace(within, asked=names.asked(scene.course, scene.now)(purpose))
    asked = _Asked(
        move=move, scene=scene, retriever=retriever, names=names, within=within, defined=defined, said=said,
    )  # fmt: skip
    return await _told_by_a_heading(asked) or await _searched(asked)


async def _told_by_a_heading(asked: _Asked) -> tuple[Move, tuple[Hit, ...]] | None:
    """What stands below the heading that asks the same, or the known one of two things; None where neither answers."""
    if asked.said:
        return None
    move, scene, heading = asked.move, asked.scene, asked.within.asked
    if heading and not asked.guessed(heading):
        hits = await below_heading(heading, scene, asked.retriever)
        apart = any(told_apart(move.question))  # names both things, whatever was shown before
        if hits and (apart or answering.may_be_meant(hits[0], move, scene)):
            return told_below(move, hits[0], scene)
    return await one_of_two(move, scene, asked.retriever, asked.names, asked.within)


async def _searched(asked: _Asked) -> tuple[Move, tuple[Hit, ...]]:
    """What answers a question by a search of the course."""
    move, scene, within = asked.move, asked.scene, asked.within
    explains = lookup.aimed(move, scene, within)
    wide = await ground(explains, scene, asked.retriever, most=WIDE, names=asked.names)
    hits = wide[:MOST]
    same = asked.names.questions(scene.course).same
    meant = (hit for hit in hits if answering.may_be_meant(hit, move, scene))
    headed = ((hit, hit.passage.heading_path[-1]) for hit in meant)
    below = (hit for hit, asks in headed if same(move.question, asks) and not asked.guessed(asks))
    if not asked.said and (hit := next(below, None)) is not None:
        return told_below(move, hit, scene)
    offer: Offer | None = None
    ranked: tuple[Answer, ...] = ()
    if not answering.otherwise(explains, scene, within):
        ranked = _ranked(explains, scene, wide, asked.names)
        told = answering.sure(ranked, explains, scene)
        if told is not None and not asked.guessed(told.hit.passage.heading_path[-1]):
            return told_below(move, told.hit, scene) if told.asks else _told_in(move, told, scene)
        if asked.defined is not None:
            return asked.defined, await ground(asked.defined, scene, asked.retriever)
        offer = answering.offered(ranked, scene)
        hits = answering.ahead(ranked, hits)
    return await _settled(asked, explains, offer, ranked, hits)


async def _settled(
    asked: _Asked,
    explains: Explain,
    offer: Offer | None,
    ranked: tuple[Answer, ...],
    hits: tuple[Hit, ...],
) -> tuple[Move, tuple[Hit, ...]]:
    """What is made of a search that found no sure answer: an explanation, a card, or what may be meant."""
    move, scene, within = asked.move, asked.scene, asked.within
    settled = lookup.sure(explains, scene, hits, within)
    if answering.names_a_skill(move.question, scene):
        offer = None
    if offer is not None and not answering.agrees(settled, explains, scene, hits, ranked):
        return await _only_one(offer, asked) or (offer, ())
    if answering.undefined(move, ranked) and not answering.names_a_skill(move.question, scene):
        return (offer, ()) if offer is not None else (explains, ())
    if isinstance(settled, TopicCard) and not answering.otherwise(explains, scene, within):
        settled = answering.doubted(settled, scene, ranked)
    if settled is None:
        return explains, ()
    if isinstance(settled, Explain | TopicCard) and not is_follow_up(move.question):
        settled = replace(
            settled, unsaid=unsaid(held_in(move.question) or move.question, hits, scene.course)
        )
    if isinstance(settled, Offer):
        return settled, ()
    if isinstance(settled, TopicCard):
        hits = await ground(settled, scene, asked.retriever)
    return settled, hits


async def _only_one(offer: Offer, asked: _Asked) -> tuple[Move, tuple[Hit, ...]] | None:
    """The answer to the only question that is offered, told as what may be meant: to be asked back whether it is
    that one helps nobody; None where several may be meant, or it points at nothing."""
    if len(offer.questions) != 1 or len(offer.skills) > 1:
        return None
    heading = asked.names.asked(asked.scene.course, asked.scene.now)(offer.questions[0])
    questions = asked.names.questions(asked.scene.course)
    if not heading or points_nowhere(asked.move, asked.scene, questions):
        return None
    hits = await below_heading(heading, asked.scene, asked.retriever)
    if not hits or not says_all(asked.move.question, hits, asked.scene.course):
        return None  # “what is the area of a circle” means no question about equal parts
    told, found = told_below(asked.move, hits[0], asked.scene)
    return (replace(told, perhaps=offer.questions[0]), found) if isinstance(told, Explain) else None


def _asks_about(term: str, text: str) -> bool:
    """Whether a heading asks about a term: “index” is not what “What is an IndexError? Why does it say index out of
    range?” asks about."""
    word = re.compile(rf"\b{re.escape(term.casefold())}\b")
    return any(
        word.search(asked.casefold()) and relation_of(asked) not in ("reason", "if")
        for asked in wordings(text)
    )


async def _defined(
    move: Explain, scene: Scene, retriever: Retriever, names: Names
) -> Explain | None:
    """The move that tells what a word means, where that is all that is asked; None where it is not."""
    if lookup.is_title(move, scene):
        return None
    named = names.of(scene.course, scene.now)
    term = meaning_of.term_asked(move.question, scene.course, named)
    if term is not None:
        return replace(move, term=term.term, means=term.means, skill=term.skill or move.skill)
    if not meaning_of.asks_of_a_word(move.question):
        return None
    shown = scene.session.shown
    hits = await search(retriever, shown, scene, (), most=BELOW) if shown else ()
    at = next((h.passage for h in hits if place_of(h.passage.heading_path) == shown), None)
    text = at.text if at else scene.item.prompt if scene.item else ""
    within = await names.within(scene.course, scene.now, text)
    words = meaning_of.hard_words(within.terms, shown)
    if not words:
        return None
    beside = (words[1].term, words[1].means) if len(words) > 1 else ("", "")
    return replace(move, term=words[0].term, means=words[0].means, beside=beside)


def _ranked(move: Explain, scene: Scene, hits: tuple[Hit, ...], names: Names) -> tuple[Answer, ...]:
    """The passages that a search found, and those below headings that are like the question, as they answer it."""
    after = answering.after(move, scene)
    questions, later = names.questions(scene.course), hidden(scene.course, scene.now)
    near = {
        p.id: Hit(passage=p, score=FOUND_BY_HEADING * share)
        for p, share in questions.headed_like(move.question)
    }
    if after:  # what goes on from the passage that was shown last, or stands beside it
        for passage in questions.going_on(move.question, after):
            near.setdefault(passage.id, Hit(passage=passage, score=0.0))
        for passage in questions.passages:
            if after.startswith(passage.heading_path[0]):
                near.setdefault(passage.id, Hit(passage=passage, score=0.0))
    found = {hit.passage.id for hit in hits}
    more = (h for id, h in near.items() if id not in found and not to_come(h.passage, scene, later))
    return names.answers(scene.course).ranked(move.question, (*hits, *more), after=after)


def _told_in(move: Explain, told: Answer, scene: Scene) -> tuple[Move, tuple[Hit, ...]]:
    """The move that tells the best sentences of a passage whose heading asks nothing."""
    return replace(move, term="", means="", skill=skill_of(told.hit, move, scene)), (told.hit,)


async def ground(
    move: Move,
    scene: Scene,
    retriever: Retriever,
    *,
    most: int = MOST,
    names: Names | None = None,
) -> tuple[Hit, ...]:
    """The passages, best first; none for a move that needs none. `names` has the course's words for a learner's."""
    match move:
        case Explain(skill=skill):
            words = lookup.asked(move, scene)
            if names is not None:
                words = names.questions(scene.course).widened(words)
            return await search(retriever, words, scene, (skill,) if skill else (), most=most)
        case TopicCard(term=term, skill=skill):
            return await search(retriever, term, scene, (skill,) if skill else ())
        case _:
            return ()
