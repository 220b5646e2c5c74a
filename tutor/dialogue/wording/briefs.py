"""What a model is asked to word, move by move; nothing where the plain wording is as good. Pure.

Each move has its prompt file but three (ADR 51): a topic card (quoted terms), what is believed (facts that a learner may contest)
and an alert (fixed by people). Plain as well: “try this one” without a reason, everything in a quiz or exam, a
response that a teacher is to judge, and the redirects that state a rule. They come at once, cost nothing, and a model could only make them less exact.
A message that raised a concern is never sent to a provider.
"""

from collections.abc import Sequence
from typing import assert_never

from tutor.curriculum.persona import Contract
from tutor.dialogue.moves import (
    Acknowledge,
    Alert,
    Ask,
    Clarify,
    Close,
    Explain,
    Feedback,
    Hint,
    Move,
    Offer,
    Open,
    Place,
    Probe,
    Recap,
    Redirect,
    Review,
    Show,
    ShowBelief,
    Tell,
    TopicCard,
    Ways,
    WorkedExample,
)
from tutor.dialogue.plain import Words
from tutor.dialogue.scene import Scene
from tutor.dialogue.wording.asking import Asking, Wording
from tutor.items.grade import Verdict
from tutor.retrieval.passage import Hit, Passage

OCCASIONS = {
    "social": "a greeting or small talk",
    "thanks": "thanks",
    "off_topic": "something that is outside the course",
    "no_answer_yet": "a wish for the answer before any try",
    "not_yet_understood": "“I understand” without having shown it",
}


def passages_for(move: Move, plain: Words, hits: Sequence[Hit]) -> tuple[Passage, ...]:
    """The passages that a draft may stand on and cite, numbered from 1 in this order."""
    if not isinstance(move, Explain) or not plain.citations:
        return ()
    solid = tuple(hit.passage for hit in hits if not hit.weak)
    return solid or tuple(hit.passage for hit in hits[:1])


def wording(
    move: Move, scene: Scene, plain: Words, passages: Sequence[Passage] = ()
) -> Wording | None:
    """What to ask of the model, or None where the plain wording is as good or safer."""
    if scene.reading.concern is not None or scene.contract in (Contract.QUIZ, Contract.EXAM):
        return None
    ask = Asking(scene, plain.text)
    match move:
        case Open(place=True):
            return ask.opening()
        case Open():
            return ask.short("open")
        case Ask(again=again, lead=lead):
            return None if again or lead in ("", "again", "placement") else ask.short("ask")
        case Review():
            return ask.short("review")
        case Probe():
            return ask.probe(move)
        case Hint():
            return ask.hint(move)
        case Explain():
            return ask.explain(move, passages) if passages else ask.beyond(move, plain)
        case WorkedExample():
            return ask.example(move)
        case Feedback():
            return None if move.recorded_only or move.accepted else ask.feedback(move)
        case Tell():
            return ask.tell(move)
        case Acknowledge():
            return ask.acknowledge(move)
        case Recap(tried=tried, quiz=quiz):
            return ask.long("recap", core=ask.text) if tried and not quiz else None
        case Redirect(kind=kind):
            occasion = OCCASIONS.get(kind)
            return ask.short("redirect", occasion=occasion) if occasion else None
        case Clarify(grade=grade):
            return ask.clarify(grade) if grade.verdict is Verdict.UNREADABLE else None
        case Offer():
            return ask.short("offer", core=ask.text)
        case Place():
            return ask.short("place", core=ask.text.rpartition("\n\n")[2])
        case Ways():
            return ask.leading("ways")
        case Show():
            return ask.leading("show")
        case Close():
            return ask.short("close")
        case TopicCard() | ShowBelief() | Alert():
            return None
        case _:
            assert_never(move)
