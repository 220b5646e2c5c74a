"""A question that a message asks beside its response (“3/4, does that always work”), and its answer in the same reply."""

import re
from dataclasses import replace

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.following import about
from tutor.dialogue.grounding.compared import beside
from tutor.dialogue.grounding.ground import grounded
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.grounding.near import unknown_words
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.part import OF_THE_TUTOR
from tutor.dialogue.intents.phrases import wants_to_stop
from tutor.dialogue.intents.within import LEAST_ASKED, asked_beside, before, question_beside
from tutor.dialogue.moves import Acknowledge, Explain, Feedback, Hint, Move, Offer, Probe
from tutor.dialogue.reading.attempted import spoken_in
from tutor.dialogue.saying.showing import below, kept_back, quoted
from tutor.dialogue.saying.talk import Talk, Words, cite, paragraph, paragraphs
from tutor.dialogue.scene import Scene
from tutor.items.grade import Verdict
from tutor.items.item import Item
from tutor.retrieval.language import analyser_of
from tutor.retrieval.passage import Retriever
from tutor.retrieval.relation import relation_of

_THAT = re.compile(r"\b(is|does) (?:that|it|this)\b")
NEAR = 2  # questions of the readings that are named as near


async def answered_beside(
    move: Move, scene: Scene, coming: Item | None, retriever: Retriever, names: Names
) -> Words | None:
    """What is said to the question beside a response: what the course says, or, where nothing surely answers, what
    of it is near, or that the readings do not say; None where none is asked, or the reply answers it already.

    `coming` is the item that will be open when the reply is read: nothing may give that away.
    """
    text = scene.reading.text
    owed = isinstance(move, Acknowledge) and scene.reading.intent is Intent.REPLY
    question = asked_beside(text) if scene.reading.grade or owed else ""
    if not question or scene.contract is not Contract.PRACTICE:
        return None
    if not isinstance(move, Acknowledge | Feedback | Hint | Probe):
        return None
    if wants_to_stop(question):
        return Words(text=Talk("explain", scene, "", (), None).line("beside.stop"))
    asks = replace(
        scene, item=coming, reading=replace(scene.reading, text=question, about=(), grade=None)
    )
    if (sized := _compared(scene, coming, question)) is not None:
        return sized
    explain = Explain(question=question, skill=about(asks), back_to_item=False)
    told, hits = await grounded(explain, asks, retriever, names)
    talk = Talk("explain", asks, "", hits, None)
    found = _told(told, talk, question)
    if found is not None:
        return replace(found, text=talk.line("beside", answer=found.text))
    apart = (
        text.rstrip().endswith("?")
        or before(text, question) != text.removesuffix(question).rstrip()
    )
    full = apart and len(question.split()) > LEAST_ASKED and question_beside(text) == question
    of_matter = full and OF_THE_TUTOR.match(spoken_in(question)) is None
    unknown = unknown_words(question, names.questions(scene.course))
    if of_matter and unknown and scene.course.language.startswith("en"):
        return Words(text=talk.unsaid(unknown, near=False))
    return _unanswered(told, talk, move, question) if full else None


def _compared(scene: Scene, coming: Item | None, question: str) -> Words | None:
    """How a right answer compares with what is asked of it (“5/11. is that more than a half?”); None where that is not asked."""
    grade = scene.reading.grade
    if grade is None or grade.verdict is not Verdict.CORRECT:
        return None
    answer = before(scene.reading.text, question).strip(" .,;!")
    told = beside(
        _THAT.sub(lambda found: f"{found[1]} {answer}", question.casefold(), count=1), coming
    )
    if told is None:
        return None
    talk = Talk("explain", scene, "", (), None)
    line = talk.line(
        told.key, first=told.first, second=told.second, larger=told.larger, smaller=told.smaller,
    )  # fmt: skip
    return Words(text=talk.line("beside", answer=line))


def _unanswered(told: Move, talk: Talk, move: Move, question: str) -> Words | None:
    """What is said where nothing surely answers; None where the reason that the reply gives is about the same."""
    if OF_THE_TUTOR.match(spoken_in(question)):
        return Words(text=talk.line("beside.tutor"))
    if isinstance(move, Feedback) and not move.why_question and _in_reason(talk.scene, question):
        return None
    if isinstance(told, Explain) and talk.hits:
        later = "beside.later" if kept_back(talk, question) else "beside.none"
        return quoted(talk, question) or Words(text=talk.line(later))
    if isinstance(told, Offer) and told.questions:
        near = talk.either([f"*{asked}*" for asked in told.questions[:NEAR]])
        return Words(text=talk.line("beside.near", choices=near))
    return Words(text=talk.line("beside.none"))


def _in_reason(scene: Scene, question: str) -> bool:
    """Whether a question has a word of the reason that is told with a right answer (“why is -1 the last one”)."""
    if relation_of(question) == "reason":
        return scene.answered is not None and bool(scene.answered.solution)
    content = analyser_of(scene.course.language).content
    reason = scene.answered.solution if scene.answered is not None else ""
    return not set(content(question)).isdisjoint(content(reason))


def _told(told: Move, talk: Talk, question: str) -> Words | None:
    """What answers the question in a few sentences; None where nothing surely does or it would give the item away."""
    if not isinstance(told, Explain):
        return None
    hits = talk.hits
    if told.asked and hits and (said := below(talk)):
        meant = talk.line("explain.perhaps", question=told.perhaps) if told.perhaps else ""
        return Words(text=paragraph(meant, f"{said} [1]"), citations=(cite(1, hits[0].passage),))
    if told.means and not told.term and not told.asked and not talk.gives_away(told.means):
        return Words(text=told.means)  # of the wrong idea that was held against the answer
    means = told.means if relation_of(question) in ("what", "purpose", "name") else ""
    if told.term and means and not told.asked and not talk.gives_away(means):
        return Words(text=talk.line("topic", term=told.term, lines=means))
    return None


def joined(words: Words, beside: Words) -> Words:
    """The reply with the answer to the question before its last paragraph, which leads on."""
    *head, last = words.text.split("\n\n")
    parts = (*head, beside.text, last) if head else (last, beside.text)
    return replace(words, text=paragraphs(*parts), citations=(*words.citations, *beside.citations))


def together(words: Words, more: Words) -> Words:
    """A reply that a model worded, and what goes behind it."""
    text = paragraphs(words.text, more.text)
    return replace(words, text=text, citations=(*words.citations, *more.citations))
