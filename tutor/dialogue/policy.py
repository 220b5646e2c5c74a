"""Which one move answers a reading: a table from (what is open, what was meant) to a move. Pure.

The order of concerns: safety, a teacher's pause, the help contract, then the table.

With an item open            │ what happens
─────────────────────────────┼──────────────────────────────────────────────────────────────
response, right              │ Feedback, then a why-question or the next item
response, partly right       │ Feedback that says which part; the third round: Tell
response, a misconception    │ Probe, once each; then the ladder
response, otherwise wrong    │ next Hint; the third round (a choice: the second): Tell (strictness)
response, unreadable         │ Clarify; costs nothing
hint, “I don't know”         │ next Hint; the bottom-out only after a try or on a second ask
“I'm lost”                   │ Tell once help was seen, else the first Hint
wrong choices within seconds │ the third in a row: WorkedExample, else an easier item
“I don't know”, six in a row │ an easier item or another skill (three: Tell)
the answer, please           │ Redirect to a try; after two rounds Tell
question, why, example       │ Explain or WorkedExample, and the item stays open
topic words                  │ TopicCard, and the item stays open
skip, too easy, too hard     │ the item is closed as skipped, Ask another (a new skill: its example)
With nothing open            │
─────────────────────────────┼──────────────────────────────────────────────────────────────
a reply to Tell or why       │ Acknowledge, then the twin or the next item
what comes next is new       │ it is announced; “go on” brings a WorkedExample, then the item
anything like “go on”        │ Ask, Review, or a WorkedExample first for a novice
a greeting in a new session  │ Open
"""

from typing import assert_never

from tutor.curriculum.persona import Contract
from tutor.dialogue.following import (
    about,
    begin,
    chosen,
    coming,
    faded,
    first_skill,
    instead,
    named,
    opening,
    recap,
)
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
    Probe,
    Redirect,
    ShowBelief,
    Tell,
    TopicCard,
    WorkedExample,
)
from tutor.dialogue.read import Intent
from tutor.dialogue.scene import Scene
from tutor.dialogue.session import Waiting
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.learner_state.belief import mastered
from tutor.learner_state.events import Purpose

IDLE_RUN = 3  # “idk” in a row before the tack changes
HASTY_RUN = 3  # wrong choices in a row, each within seconds, before it changes
PICKED = frozenset({"choice", "choices", "line"})  # items that can be guessed through
QUIZ_LENGTH = 6
DEFINES = 0.85  # how surely a question must name a term for its definition to come first
_TO_AN_EXPLANATION = frozenset(
    {Intent.REPLY, Intent.AGREE, Intent.DONT_KNOW, Intent.STUCK, Intent.HINT}
)


def decide(scene: Scene) -> Move:
    """The one move."""
    reading = scene.reading
    if reading.concern and reading.intent is Intent.CONCERN:
        return Alert(kind=str(reading.concern.kind), tier=reading.concern.tier)
    if scene.state.paused:
        return Redirect(kind="paused")
    match reading.intent:
        case Intent.EMPTY:
            return Redirect(kind="empty", back_to_item=scene.item is not None)
        case Intent.TOO_LONG:
            return Redirect(kind="too_long", back_to_item=scene.item is not None)
        case Intent.INJECTION:
            return Redirect(kind="injection", back_to_item=scene.item is not None)
        case Intent.HELP:
            return Redirect(kind="help", back_to_item=scene.item is not None)
        case Intent.FELT:
            return Redirect(kind="felt")
        case Intent.PROGRESS:
            return ShowBelief(skill=named(scene))
        case Intent.STOP:
            return recap(scene) if scene.session.tried else Close()
        case _:
            pass
    if scene.contract is Contract.EXAM:
        return Redirect(kind="exam")
    if (
        reading.grade is not None
        and scene.answered is not None
        and reading.intent is Intent.RESPONSE
    ):
        return _response(scene, scene.answered, reading.grade)
    if reading.intent is Intent.START or (reading.intent is Intent.SOCIAL and scene.new_session):
        return opening(scene)
    if scene.item is not None:
        return _with_item(scene, scene.item)
    return _without_item(scene)


# ── responses ────────────────────────────────────────────────────────────────────────────────


def _response(scene: Scene, item: Item, grade: Grade) -> Move:
    if grade.verdict is Verdict.UNREADABLE:
        return Clarify(grade=grade)
    if scene.contract is Contract.QUIZ:
        if len(scene.session.results) >= QUIZ_LENGTH:
            return recap(scene)
        return Feedback(grade=grade, then=coming(scene), recorded_only=True)
    match grade.verdict:
        case Verdict.CORRECT:
            return _right(scene, item, grade)
        case Verdict.UNCLEAR:
            return Clarify(grade=grade)
        case Verdict.PARTIAL:
            if scene.session.rounds >= scene.demands.rounds:
                return _tell(scene, item, lost=False)
            if _unprobed(scene, grade):
                return Probe(misconception=grade.misconception, grade=grade)
            return Feedback(grade=grade)
        case Verdict.INCORRECT:
            return _wrong(scene, item, grade)
        case _:
            assert_never(grade.verdict)


def _right(scene: Scene, item: Item, grade: Grade) -> Move:
    belief = scene.state.belief(item.skills[0])
    attempt = belief.evidence[-1] if belief.evidence else None
    unaided = attempt is not None and attempt.unaided
    gained = item.skills[0] if mastered(belief) and belief.provisional_at == scene.now else None
    asks_why = (
        (not unaided or scene.session.since_whys >= scene.demands.whys_every)
        and item.solution != ""
        and scene.session.waiting is not Waiting.WHY
    )
    if asks_why:
        return Feedback(
            grade=grade, why_question=True, unaided=unaided, streak=scene.session.streak, mastered=gained
        )  # fmt: skip
    return Feedback(
        grade=grade,
        then=coming(scene),
        unaided=unaided,
        streak=scene.session.streak,
        mastered=gained,
    )


def _wrong(scene: Scene, item: Item, grade: Grade) -> Move:
    session = scene.session
    other = _off_guessing(scene, item)
    if other is not None:
        return other
    asked = scene.demands  # picking through options is no thinking
    limit = asked.rounds_choice if item.type_name == "choice" else asked.rounds
    if session.rounds >= limit:  # a probe takes no further round either
        return _tell(scene, item, lost=False)
    if _unprobed(scene, grade):
        return Probe(misconception=grade.misconception, grade=grade)
    return _hint(scene, item, after=grade)


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
    return _easier(scene, item)


def _easier(scene: Scene, item: Item) -> Move | None:
    """An easier item, of another skill where that is due; None when there is no other."""
    other = chosen(scene, avoid=item, target=0.92)
    return None if other is None else instead(scene, Ask(choice=other, lead="easier"))


def _unprobed(scene: Scene, grade: Grade) -> bool:
    """Whether the response betrays a misconception that was not yet probed on this item, and
    whose probe does not happen to hold this item's answer."""
    known = scene.course.misconceptions.get(grade.misconception) if grade.misconception else None
    if known is None or grade.misconception in scene.session.probed:
        return False
    return scene.answered is None or not reveals(known.probe, scene.answered)


def _hint(scene: Scene, item: Item, *, after: Grade | None = None, asked: bool = False) -> Move:
    """The next level of the ladder, or what comes when the ladder has ended."""
    seen = scene.state.open.hint_level if scene.state.open else 0
    level = seen + 1
    last = item.bottom_out
    if scene.contract is Contract.HOMEWORK:
        if level >= last:
            return Redirect(kind="homework", back_to_item=True)
    elif level > last:
        return _tell(scene, item, lost=False)
    elif level == last and asked and not _tried(scene) and not _asked_before(scene):
        return Redirect(kind="try_first", back_to_item=True)
    return Hint(level=level, bottom_out=level == last, after=after, asked=asked)


def _tried(scene: Scene) -> bool:
    return scene.state.open is not None and scene.state.open.tries > 0


def _asked_before(scene: Scene) -> bool:
    return scene.session.moves[-1:] == ("redirect",)


def _tell(scene: Scene, item: Item, *, lost: bool) -> Move:
    if scene.contract is Contract.HOMEWORK:
        seen = scene.state.open.hint_level if scene.state.open else 0
        if seen + 1 < item.bottom_out:
            return Hint(level=seen + 1, bottom_out=False)
        if item.worked_example and scene.session.moves[-1:] != ("worked_example",):
            return WorkedExample(skill=item.skills[0], back_to_item=True)
        return Redirect(kind="homework", back_to_item=True)
    return Tell(lost=lost)


# ── an item is open ──────────────────────────────────────────────────────────────────────────


def _with_item(scene: Scene, item: Item) -> Move:
    intent, session = scene.reading.intent, scene.session
    if scene.contract is Contract.QUIZ and intent in {
        Intent.HINT, Intent.EXPLAIN, Intent.EXAMPLE, Intent.QUESTION, Intent.ANSWER_REQUEST,
        Intent.STUCK, Intent.TOPIC,
    }:  # fmt: skip
        return Redirect(kind="quiz", back_to_item=True)
    match intent:
        case Intent.HINT:
            return _hint(scene, item, asked=True)
        case Intent.DONT_KNOW:
            if scene.contract is Contract.QUIZ:
                return Ask(choice=chosen(scene), lead="skip")
            if session.idle >= IDLE_RUN:
                again = session.slack >= 2 * IDLE_RUN  # told once already, and no try since
                tack = _easier(scene, item) if again else None
                return tack or _tell(scene, item, lost=True)
            return _hint(scene, item, asked=session.idle < 2)
        case Intent.STUCK:
            helped = session.rounds > 0 or (
                scene.state.open is not None and scene.state.open.hint_level > 0
            )
            lost = any(word in scene.reading.text.casefold() for word in ("lost", "confus"))
            if helped or lost or session.stuck >= 2:
                return _tell(scene, item, lost=True)
            return _hint(scene, item)
        case Intent.ANSWER_REQUEST:
            if scene.contract is Contract.HOMEWORK:
                return Redirect(kind="homework", back_to_item=True)
            if session.rounds >= scene.demands.before_answer or session.idle >= IDLE_RUN:
                return _tell(scene, item, lost=True)
            return Redirect(kind="no_answer_yet", back_to_item=True)
        case Intent.SKIP:
            return instead(scene, Ask(choice=chosen(scene, avoid=item), lead="skip"))
        case Intent.TOO_EASY:
            other = chosen(scene, avoid=item, target=0.55)
            return Ask(choice=other, lead="harder")
        case Intent.TOO_HARD:
            other = chosen(scene, avoid=item, target=0.92)
            return instead(scene, Ask(choice=other, lead="easier"))
        case Intent.EXAMPLE:
            if session.moves[-2:] == ("worked_example", "worked_example"):
                return _hint(scene, item)
            own = item.skills[0]
            return WorkedExample(skill=own, back_to_item=True, faded=faded(scene, own))
        case Intent.PRACTICE:
            skill = named(scene)
            if skill is None or skill in item.skills:
                return Ask(again=True, lead="again")
            return Ask(choice=chosen(scene, focus=skill, avoid=item), lead="topic")
        case Intent.REPLY if session.waiting is Waiting.PROBE and session.probed:
            return Acknowledge(idea="probe", then=Ask(again=True))
        case Intent.REPLY:
            return _hint(scene, item)
        case Intent.AGREE:
            return Redirect(kind="not_yet_understood", back_to_item=True)
        case _:
            return _anywhere(scene)


# ── nothing is open ──────────────────────────────────────────────────────────────────────────


def _without_item(scene: Scene) -> Move:
    intent, session = scene.reading.intent, scene.session
    owed = session.waiting in (Waiting.EXPLAIN_BACK, Waiting.WHY)
    if owed and intent in _TO_AN_EXPLANATION:
        return Acknowledge(idea="" if intent is Intent.REPLY else "idk", then=coming(scene))
    match intent:
        case Intent.HINT | Intent.STUCK | Intent.DONT_KNOW | Intent.ANSWER_REQUEST:
            return begin(scene, chosen(scene), Ask(lead=""))
        case Intent.SKIP | Intent.AGREE | Intent.REPLY:
            return begin(scene, chosen(scene), Ask(lead=""))
        case Intent.TOO_EASY:
            return begin(scene, chosen(scene, target=0.55), Ask(lead="harder"))
        case Intent.TOO_HARD:
            return begin(scene, chosen(scene, target=0.92), Ask(lead="easier"))
        case Intent.PRACTICE:
            skill = named(scene)
            return begin(scene, chosen(scene, focus=skill), Ask(lead="topic" if skill else ""))
        case Intent.EXAMPLE if scene.contract is Contract.QUIZ:
            return Redirect(kind="quiz")
        case Intent.EXAMPLE:
            skill = named(scene) or session.focus or first_skill(scene)
            following = Ask(choice=chosen(scene, focus=skill))
            return WorkedExample(skill=skill, then=following, faded=faded(scene, skill))
        case _:
            return _anywhere(scene)


def _anywhere(scene: Scene) -> Move:
    """Readings that are answered alike whether or not an item is open."""
    reading, back = scene.reading, scene.item is not None
    match reading.intent:
        case Intent.QUESTION:
            best = next((f for f in reading.about if f.means and f.sure >= DEFINES), None)
            return Explain(
                question=reading.text,
                term=best.term if best else "",
                means=best.means if best else "",
                skill=about(scene),
                back_to_item=back,
            )
        case Intent.EXPLAIN:
            skill = about(scene)
            title = scene.course.skills[skill].title if skill else scene.course.title
            return Explain(question=title, skill=skill, back_to_item=back)
        case Intent.TOPIC:
            return _topic(scene)
        case Intent.CLAIM:
            skill = named(scene) or (scene.item.skills[0] if scene.item else scene.session.focus)
            return Ask(
                choice=chosen(
                    scene,
                    focus=skill,
                    avoid=scene.item,
                    purpose=Purpose.TEST_OUT if skill else None,
                ),
                lead="claim",
            )
        case Intent.APPEAL:
            judged = bool(scene.session.last_attempt)
            return Redirect(kind="appeal" if judged else "no_appeal", back_to_item=back)
        case Intent.WHY_THIS:
            return Redirect(kind="why_this" if back else "nothing_open", back_to_item=back)
        case Intent.SOCIAL:
            return Redirect(kind="social", back_to_item=back)
        case Intent.THANKS:
            return Redirect(kind="thanks", back_to_item=back)
        case _:
            return Redirect(kind="off_topic", back_to_item=back)


def _topic(scene: Scene) -> Move:
    found = scene.reading.about
    if not found:
        return Explain(question=scene.reading.text, skill=None, back_to_item=scene.item is not None)
    best = found[0]
    close = tuple(
        dict.fromkeys(f.skill for f in found if f.skill is not None and f.sure >= best.sure - 0.05)
    )
    if best.sure < 0.75 and len(close) > 1:
        return Offer(skills=close[:3])
    lines = best.means
    if not lines and best.skill is not None:
        lines = scene.course.skills[best.skill].card or scene.course.skills[best.skill].objective
    return TopicCard(skill=best.skill, term=best.term, lines=lines)
