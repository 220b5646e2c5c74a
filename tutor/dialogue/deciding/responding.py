"""What answers a graded response: feedback, a probe, the next hint, another tack, the escape. Pure."""

from dataclasses import replace
from math import ceil
from typing import assert_never

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.asking_why import worth_asking
from tutor.dialogue.deciding.following import chosen, coming, instead, named, recap
from tutor.dialogue.intents.phrases import BEWILDERED, WONDERS, asks_why
from tutor.dialogue.moves import (
    Ask,
    Clarify,
    Feedback,
    Hint,
    Move,
    Probe,
    Redirect,
    Tell,
    WorkedExample,
)
from tutor.dialogue.reading.heard import INEXACT
from tutor.dialogue.scene import Scene
from tutor.dialogue.session import Waiting
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.learner_state.belief import mastered
from tutor.learner_state.phrases import say, words_of
from tutor.learner_state.select import weak_prerequisite

IDLE_RUN = 3  # “I don't know” or a wish for the answer in a row before the tack changes
HASTY_RUN = 3  # wrong choices in a row, each within seconds, before it changes
PICKED = frozenset({"choice", "choices", "line"})  # items that can be guessed through
QUIZ_LENGTH = 6
THOUGHT, THOUGHT_AFTER_HINT = 5, 2  # words from which an unread message is thinking aloud


def respond(scene: Scene, item: Item, grade: Grade) -> Move:
    """What answers a graded response."""
    if grade.verdict is Verdict.UNREADABLE:
        return Clarify(grade=grade, thought=_thinks_aloud(scene, item))
    if scene.contract is Contract.QUIZ:
        if len(scene.session.results) >= QUIZ_LENGTH:
            return recap(scene)
        return Feedback(grade=grade, then=coming(scene), recorded_only=True)
    match grade.verdict:
        case Verdict.CORRECT:
            return _right(scene, item, grade)
        case Verdict.UNCLEAR:
            return Clarify(grade=grade)
        case Verdict.PARTIAL if _passes(scene, item, grade):
            return Feedback(grade=grade, then=coming(scene), accepted=True)
        case Verdict.PARTIAL:
            if scene.session.rounds >= scene.demands.rounds:
                return tell(scene, item, lost=False, after=grade)
            if _unprobed(scene, grade):
                return Probe(misconception=grade.misconception, grade=grade)
            return (
                next_hint(scene, item, after=grade) if _no_further(scene) else Feedback(grade=grade)
            )
        case Verdict.INCORRECT:
            return _wrong(scene, item, grade)
        case _:
            assert_never(grade.verdict)


def _no_further(scene: Scene) -> bool:
    """Whether a second explanation in a row has no idea that the one before it had not."""
    session = scene.session
    opened = scene.item is not None and scene.item.type_name == "open"
    return opened and session.rounds > 1 and session.stalled and session.moves[-1:] == ("feedback",)


def _thinks_aloud(scene: Scene, item: Item) -> bool:
    """Whether an unread message says in words what the learner thinks, right after a hint or at length."""
    words = scene.reading.text.split()
    grade = scene.reading.grade
    if grade is not None and grade.read_as:
        return False  # what was half read is asked about
    if item.type_name in INEXACT or any(map(str.isdigit, scene.reading.text)):
        return False
    last = scene.session.moves[-1:]
    hinted = last == ("hint",) and len(words) >= THOUGHT_AFTER_HINT
    return hinted or (last != ("clarify",) and len(words) >= THOUGHT)


def _passes(scene: Scene, item: Item, grade: Grade) -> bool:
    """Whether the right value in another form may pass with a remark. What only repeats the
    question does not, however lenient: there the form is all that was asked."""
    allowed = scene.demands.repairs
    if not grade.form or allowed is None or scene.contract is not Contract.PRACTICE:
        return False
    said = "".join(scene.reading.text.split())
    return scene.session.rounds > allowed and said not in "".join(item.prompt.split())


def _right(scene: Scene, item: Item, grade: Grade) -> Move:
    """After a right response: a reason is asked for now and then, else on."""
    belief = scene.state.belief(item.skills[0])
    attempt = belief.evidence[-1] if belief.evidence else None
    unaided = attempt is not None and attempt.unaided
    gained = item.skills[0] if mastered(belief) and belief.provisional_at == scene.now else None
    wants_why = (
        (not unaided or worth_asking(scene, item))
        and item.solution != ""
        and not asks_why(scene.reading.text)  # “3/4 and why”: it is told
        and scene.session.waiting is not Waiting.WHY
    )
    if wants_why:
        return Feedback(
            grade=grade, why_question=True, unaided=unaided, streak=scene.session.streak, mastered=gained
        )  # fmt: skip
    return Feedback(
        grade=grade,
        then=_wished(scene, item) or coming(scene),
        unaided=unaided,
        streak=scene.session.streak,
        mastered=gained,
    )


def _wished(scene: Scene, item: Item) -> Ask | None:
    """The item of the skill that is wished for beside a right response (“3/5. but i wanted adding”); an
    explanation names skills without wishing for them."""
    skill = named(scene) if item.type_name != "open" else None
    choice = chosen(scene, focus=skill) if skill is not None else None
    return None if choice is None else Ask(choice=choice, lead="topic")


def _wrong(scene: Scene, item: Item, grade: Grade) -> Move:
    """After a wrong one: a probe, the next hint, or the escape."""
    session = scene.session
    other = _off_guessing(scene, item)
    if other is not None:
        return other
    asked = scene.demands  # picking through options is no thinking
    limit = asked.rounds_choice if item.type_name == "choice" else asked.rounds
    if session.rounds >= limit:  # a probe takes no further round either
        return tell(scene, item, lost=False, after=grade)
    if _unprobed(scene, grade):
        return Probe(misconception=grade.misconception, grade=grade)
    return next_hint(scene, item, after=grade)


def _off_guessing(scene: Scene, item: Item) -> Move | None:
    """Another tack for who picks through options within seconds: an example to look at first, else
    something easier. Once, then the usual steps go on. None for everybody else."""
    session = scene.session
    if item.type_name not in PICKED or session.hasty < HASTY_RUN:
        return None
    if scene.contract is Contract.QUIZ or session.hasty % HASTY_RUN:
        return None
    if item.worked_example and session.moves[-1:] != ("worked_example",):
        return WorkedExample(skill=item.skills[0], back_to_item=True)
    return easier(scene, item)


def easier(scene: Scene, item: Item) -> Move | None:
    """An easier item, of another skill where that is due; None when there is no other."""
    other = chosen(scene, avoid=item, target=0.92)
    return None if other is None else instead(scene, Ask(choice=other, lead="easier"))


def other_tack(scene: Scene, item: Item) -> Move:
    """What answers “I don't know” for the third time in a row: a near twin worked through, else what
    the skill leans on, else something easier; the answer only where there is none of these."""
    session = scene.session
    seen = session.moves[-1:] == ("worked_example",)
    if item.worked_example and not seen and session.slack < 2 * IDLE_RUN:
        return WorkedExample(skill=item.skills[0], back_to_item=True, tack=True)
    return _leaned_on(scene, item) or easier(scene, item) or tell(scene, item, lost=True)


def _leaned_on(scene: Scene, item: Item) -> Move | None:
    """An item of the weakest skill that the open one requires, if one is weak."""
    skill = item.skills[0]
    weak = weak_prerequisite(scene.course, scene.state, skill, scene.now)
    choice = chosen(scene, focus=weak, avoid=item, target=0.92) if weak else None
    if choice is None:
        return None
    reason = say(
        "prerequisite", words_of(scene.course.language), after=scene.course.skills[skill].title
    )
    return instead(scene, Ask(choice=replace(choice, reason=reason), lead="prerequisite"))


def _unprobed(scene: Scene, grade: Grade) -> bool:
    """Whether the response betrays a misconception that was not yet probed on this item, and
    whose probe does not happen to hold this item's answer."""
    known = scene.course.misconceptions.get(grade.misconception) if grade.misconception else None
    if known is None or grade.misconception in scene.session.probed:
        return False
    return scene.answered is None or not reveals(known.probe, scene.answered)


def next_hint(scene: Scene, item: Item, *, after: Grade | None = None, asked: bool = False) -> Move:
    """The next level of the ladder, or what comes when the ladder has ended."""
    seen = scene.state.open.hint_level if scene.state.open else 0
    level = seen + 1
    last = item.bottom_out
    clicks = after is None and level <= last and not (wonders(scene) and level < last)
    left = pause_left(scene) if clicks else 0
    if left:
        return Redirect(kind="hint_pause", back_to_item=True, seconds=left)
    if scene.contract is Contract.HOMEWORK:
        if level >= last:
            home = Redirect(kind="homework", back_to_item=True)
            return home if after is None else Feedback(grade=after)
    elif level > last:
        return tell(scene, item, lost=False)
    elif level == last and asked and not _tried(scene) and not _asked_before(scene):
        return Redirect(kind="try_first", back_to_item=True)
    return Hint(level=level, bottom_out=level == last, after=after, asked=asked)


def pause_left(scene: Scene) -> int:
    """Seconds until another hint may come without a try, in steps of five; 0 when it may come now.

    Whoever clicks through the hints to the last one has read none of them (Aleven and Koedinger); a try,
    however wrong, ends the pause at once.
    """
    shown = scene.session.hinted
    if shown is None:
        return 0
    left = scene.persona.hint_pause - (scene.now - shown).total_seconds()
    return max(0, 5 * ceil(left / 5))


def wonders(scene: Scene) -> bool:
    """Whether the message asks why, or wonders at the hint (“wait what”): who does has read it."""
    text = scene.reading.text.casefold().strip()
    return WONDERS.search(text) is not None or BEWILDERED.fullmatch(text) is not None


def _tried(scene: Scene) -> bool:
    return scene.state.open is not None and scene.state.open.tries > 0


def _asked_before(scene: Scene) -> bool:
    return scene.session.moves[-1:] == ("redirect",)


def tell(scene: Scene, item: Item, *, lost: bool, after: Grade | None = None) -> Move:
    """The answer with its reason, or as near as homework lets it; `after` is the response judged just now."""
    if scene.contract is not Contract.HOMEWORK:
        return Tell(lost=lost)
    seen = scene.state.open.hint_level if scene.state.open else 0
    if seen + 1 < item.bottom_out:
        return next_hint(scene, item, after=after)
    if item.worked_example and scene.session.moves[-1:] != ("worked_example",):
        return WorkedExample(skill=item.skills[0], back_to_item=True)
    home = Redirect(kind="homework", back_to_item=True)
    return home if after is None else Feedback(grade=after)


def stuck(scene: Scene, item: Item) -> Move:
    """The next hint, or the answer for who is lost, had help already, or is stuck for the second time.

    “Wait, what?” is no escape: the next hint says it another way, while there is one before the last.
    """
    opened, session = scene.state.open, scene.session
    helped = session.rounds > 0 or (opened is not None and opened.hint_level > 0)
    lost = any(word in scene.reading.text.casefold() for word in ("lost", "confus"))
    level = opened.hint_level if opened is not None else 0
    if wonders(scene) and session.stuck < 2 and level + 1 < item.bottom_out:
        return next_hint(scene, item)
    if helped or lost or session.stuck >= 2:
        return tell(scene, item, lost=True)
    return next_hint(scene, item)


def answer_wanted(scene: Scene, item: Item) -> Move:
    """A wish for the answer: after enough tries it is told, before that a try comes first."""
    if scene.contract is Contract.HOMEWORK:
        return Redirect(kind="homework", back_to_item=True)
    if scene.session.rounds >= scene.demands.before_answer:
        return tell(scene, item, lost=True)
    return idle(scene, item) or Redirect(kind="no_answer_yet", back_to_item=True)


def idle(scene: Scene, item: Item) -> Move | None:
    """What answers the third message without a try (another tack) and the sixth (the answer)."""
    if scene.session.idle >= 2 * IDLE_RUN:
        return tell(scene, item, lost=True)
    return other_tack(scene, item) if scene.session.idle == IDLE_RUN else None
