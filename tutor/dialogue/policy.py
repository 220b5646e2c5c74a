"""Which one move answers a reading: a table from (what is open, what was meant) to a move. Pure.

The order of concerns: safety, a teacher's pause, the help contract, then the table.

At any time                  │ what happens
─────────────────────────────┼──────────────────────────────────────────────────────────────
a concern                    │ Alert, and an adult is told
the teacher has paused us    │ Redirect; an open item waits
exam                         │ Redirect; an open item waits ungraded (progress and goodbye work)
quiz                         │ responses noted, Feedback without a verdict; the sixth: Recap with all
… any wish for help          │ Redirect; “I don't know” and skip bring the next item
homework                     │ as below, but no bottom-out and no Tell: WorkedExample or Redirect
“how am I doing”             │ ShowBelief
goodbye                      │ Recap, or Close when nothing was tried; how it felt is asked and kept
I know this                  │ Ask: three items without help; appeal: kept for the teacher

With an item open            │ what happens
─────────────────────────────┼──────────────────────────────────────────────────────────────
response, right              │ Feedback, then a why-question or the next item
response, partly right       │ Feedback that says which part; no more than before: Hint; the third: Tell
response, a misconception    │ Probe, once each, unless it would tell the answer; then the ladder
response, otherwise wrong    │ next Hint; the third round (a choice: the second): Tell (strictness)
response, unreadable         │ Clarify; costs nothing
hint, “I don't know”         │ next Hint; the bottom-out only after a try or on a second ask
… right after a hint, no try │ Redirect to a try, or to the next hint after the persona's pause
“I'm lost”                   │ Tell once help was seen, else the first Hint
wrong choices within seconds │ the third in a row: WorkedExample, else an easier item
“I don't know”, three times  │ another tack: a worked twin, what the skill leans on, something easier
… six in a row               │ Tell
the answer, please           │ Redirect to a try; after two rounds Tell; counts as no try
another way, please          │ Ways: reading, example, video, activity, project; the item stays open
response in another form     │ Feedback with a remark and on, as strictness lets it (lenient)
help before the first try at │
a check, test-out or twin    │ Redirect; “I don't know” is an answer there
any help during placement    │ Redirect: “I don't know” is an answer there
stop during placement        │ Place: what seems known, where it begins
question, why, example       │ Explain or WorkedExample, and the item stays open
topic words                  │ TopicCard, and the item stays open
about the lesson, a feeling  │ Redirect with a fixed text, and the item stays open
… upset after a failed try   │ next Hint with a kind word
skip, too easy, too hard     │ the item is closed as skipped, Ask another (a new skill: its example)

With nothing open            │
─────────────────────────────┼──────────────────────────────────────────────────────────────
a reply to Tell or why       │ Acknowledge, then the twin or the next item
“why?” instead of a reason   │ Acknowledge with the reason
what comes next is new       │ it is announced; “go on” brings a WorkedExample, then the item
“yes” to “shall we try one?” │ an item of what was explained
anything like “go on”        │ Ask, Review, or a WorkedExample first for a novice
a greeting in a new session  │ Open
"""

import re

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.alone import HELP, untried
from tutor.dialogue.deciding.anywhere import anywhere
from tutor.dialogue.deciding.following import (
    another,
    begin,
    chosen,
    coming,
    explained_just_now,
    faded,
    first_skill,
    fresh,
    named,
    opening,
    recap,
)
from tutor.dialogue.deciding.placing import placed, placing
from tutor.dialogue.deciding.responding import (
    answer_wanted,
    idle,
    next_hint,
    respond,
    stuck,
)
from tutor.dialogue.deciding.upset import UPSET, helped_on
from tutor.dialogue.intents.asides import WHY_BELIEVED
from tutor.dialogue.intents.within import gives_reason
from tutor.dialogue.moves import (
    Acknowledge,
    Alert,
    Ask,
    Close,
    Move,
    Redirect,
    ShowBelief,
    WorkedExample,
)
from tutor.dialogue.read import Intent
from tutor.dialogue.scene import Scene
from tutor.dialogue.session import Waiting
from tutor.items.item import Item

LEFT_ALONE = frozenset({"sad", "unwell", "pause"})  # asides after which no question is put again
# “a question on that”, “lets try”: of what was just explained; “what next” and “quiz me” are not.
TRIES_IT = re.compile(
    r"\b(?:on|about|with|of|sobre|de) (?:that|this|it|these|those|them|eso|esto)\b|\btry\b|\bprob(?:emos|amos|ar)\b",
    re.IGNORECASE,
)
OF_VERDICTS = frozenset({"check", "solved"})  # “was that right?”: not while answers are only noted
_TO_AN_EXPLANATION = frozenset(
    {Intent.REPLY, Intent.AGREE, Intent.DONT_KNOW, Intent.STUCK, Intent.HINT}
)
_NOT_IN_A_QUIZ = frozenset(
    {
        Intent.HINT, Intent.EXPLAIN, Intent.EXAMPLE, Intent.QUESTION, Intent.ANSWER_REQUEST,
        Intent.STUCK, Intent.TOPIC, Intent.OTHER_WAY, Intent.THIS_WAY, Intent.PLACE,
    }
)  # fmt: skip


def decide(scene: Scene) -> Move:
    """The one move."""
    reading = scene.reading
    if reading.concern and reading.intent is Intent.CONCERN:
        return Alert(kind=str(reading.concern.kind), tier=reading.concern.tier)
    if scene.state.paused:
        return Redirect(kind="paused")
    move = _always(scene)
    if move is not None:
        return move
    if scene.contract is Contract.EXAM:
        return Redirect(kind="exam")
    if placing(scene):
        move = placed(scene)
        if move is not None:
            return move
    if (
        reading.grade is not None
        and scene.answered is not None
        and reading.intent is Intent.RESPONSE
    ):
        return respond(scene, scene.answered, reading.grade)
    if reading.intent is Intent.START or (reading.intent is Intent.SOCIAL and scene.new_session):
        return opening(scene)
    if scene.item is not None:
        return _with_item(scene, scene.item)
    return _without_item(scene)


def _always(scene: Scene) -> Move | None:
    """What is answered alike under every contract, an exam too; None for all other readings."""
    match scene.reading.intent:
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
            return ShowBelief(skill=named(scene), why=scene.reading.aside == WHY_BELIEVED)
        case Intent.ABOUT | Intent.FEELING:
            return _beside(scene)
        case Intent.STOP if not placing(scene):
            return recap(scene) if scene.session.tried else Close()
        case _:
            return None


def _beside(scene: Scene) -> Move:
    """About the lesson or a feeling: answered from fixed texts, for facts must be true. Whoever is sad or
    unwell is not sent back to a question."""
    kind = scene.reading.aside
    if kind in OF_VERDICTS and scene.item is not None:
        if scene.contract is Contract.QUIZ:
            return Redirect(kind="quiz", back_to_item=True)
        if placing(scene):
            return Redirect(kind="placement", back_to_item=True)
    if (more := helped_on(scene)) is not None:
        return more
    if kind in UPSET | {"bored"} and scene.contract is Contract.EXAM:
        return Redirect(kind="exam")
    if kind in UPSET | {"bored"} and (scene.contract is Contract.QUIZ or placing(scene)):
        return Redirect(kind="aside", aside="no_fun", back_to_item=scene.item is not None)
    back = scene.item is not None and kind not in LEFT_ALONE
    return Redirect(kind="aside", aside=kind, back_to_item=back)


# ── an item is open ──────────────────────────────────────────────────────────────────────────


def _with_item(scene: Scene, item: Item) -> Move:
    intent, session = scene.reading.intent, scene.session
    if scene.contract is Contract.QUIZ and intent in _NOT_IN_A_QUIZ:
        return Redirect(kind="quiz", back_to_item=True)
    if untried(scene.state.open) and intent in HELP:
        return Redirect(kind="alone", back_to_item=True)
    match intent:
        case Intent.HINT:
            return next_hint(scene, item, asked=True)
        case Intent.DONT_KNOW:
            if scene.contract is Contract.QUIZ:
                return another(scene, item, lead="skip")
            return idle(scene, item) or next_hint(scene, item, asked=session.idle < 2)
        case Intent.STUCK:
            return stuck(scene, item)
        case Intent.ANSWER_REQUEST:
            return answer_wanted(scene, item)
        case Intent.SKIP:
            return another(scene, item, lead="skip")
        case Intent.TOO_EASY:
            return another(scene, item, lead="harder", target=0.55)
        case Intent.TOO_HARD:
            return another(scene, item, lead="easier", target=0.92)
        case Intent.EXAMPLE:
            if session.moves[-2:] == ("worked_example", "worked_example"):
                return next_hint(scene, item)
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
            return next_hint(scene, item)
        case Intent.AGREE:
            return Redirect(kind="not_yet_understood", back_to_item=True)
        case _:
            return anywhere(scene)


# ── nothing is open ──────────────────────────────────────────────────────────────────────────


def _without_item(scene: Scene) -> Move:
    intent, session = scene.reading.intent, scene.session
    owed = session.waiting in (Waiting.EXPLAIN_BACK, Waiting.WHY)
    if intent is Intent.AGREE and session.explained:
        owed = False  # a yes to “Shall we try one?”
    if session.waiting is Waiting.WHY and intent is Intent.EXPLAIN and not scene.reading.about:
        # “but why?”: what it is about was not told yet.
        return Acknowledge(idea="idk", then=coming(scene))
    if owed and intent in _TO_AN_EXPLANATION:
        return Acknowledge(idea="" if intent is Intent.REPLY else "idk", then=coming(scene))
    match intent:
        case Intent.HINT | Intent.STUCK | Intent.DONT_KNOW | Intent.ANSWER_REQUEST:
            return begin(scene, fresh(scene), Ask(lead=""))
        case Intent.REPLY if session.just_settled and gives_reason(scene.reading.text):
            return Acknowledge(
                idea="", then=coming(scene)
            )  # a reason that nobody asked for is welcome
        case Intent.AGREE if (of_it := explained_just_now(scene)) is not None:
            return begin(scene, of_it, Ask(lead="topic"))
        case Intent.SKIP | Intent.AGREE | Intent.REPLY:
            return begin(scene, fresh(scene), Ask(lead=""))
        case Intent.TOO_EASY:
            return begin(scene, fresh(scene, 0.55), Ask(lead="harder"))
        case Intent.TOO_HARD:
            return begin(scene, fresh(scene, 0.92), Ask(lead="easier"))
        case Intent.PRACTICE:
            skill = named(scene)
            of_it = explained_just_now(scene) if TRIES_IT.search(scene.reading.text) else None
            choice = chosen(scene, focus=skill) if skill else of_it or fresh(scene)
            return begin(scene, choice, Ask(lead="topic" if skill or of_it else ""))
        case Intent.EXAMPLE | Intent.OTHER_WAY | Intent.THIS_WAY | Intent.PLACE if (
            scene.contract is Contract.QUIZ
        ):
            return Redirect(kind="quiz")
        case Intent.EXAMPLE:
            skill = named(scene) or session.focus or first_skill(scene)
            following = Ask(choice=chosen(scene, focus=skill))
            return WorkedExample(skill=skill, then=following, faded=faded(scene, skill))
        case _:
            return anywhere(scene)
