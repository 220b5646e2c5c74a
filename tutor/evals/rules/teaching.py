"""Rules about what follows from a response: a wrong idea is tested first, what was told is tried alone, help is counted,
who is upset gets on, and where no help is allowed nothing slips out."""

import re
from collections.abc import Sequence

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.alone import CHECKS
from tutor.dialogue.deciding.following import TWINS
from tutor.dialogue.deciding.responding import HASTY_RUN
from tutor.dialogue.deciding.upset import UPSET
from tutor.dialogue.read import Intent
from tutor.evals.rules.helping import attempt_of, has_twin, intent_of, opened_in, outcome_of
from tutor.evals.rules.walk import Seen
from tutor.evals.rules.wording import RIGHT, WRONG
from tutor.items.grade import Verdict
from tutor.items.reveal import reveals
from tutor.learner_state.belief import STUCK_AFTER, mastered
from tutor.learner_state.events import GoalSet, HintGiven, MoveMade, Outcome, Purpose

Walked = Sequence[Seen]
STRONG = 0.8  # belief above which no example is put before an item
LAST_TRY = 2  # unsuccessful responses before the one that is answered by telling
PRAISE = re.compile(
    r"\b(?:well done|good job|great job|nice work|good work|excellent|fantastic|brilliant|awesome|impressive"
    r"|perfect(?!ly)|you(?:’|'| a)re (?:so |very )?(?:good|great|smart|clever|talented)|bravo|"
    r"muy bien hecho|excelente|fant[aá]stico)\b",
    re.I,
)
ANNOUNCES = re.compile(r"\bthe answer (?:is|must be)\b|\bso write \d", re.I)
# Wishes after which another item than the twin is what the learner asked for.
OWN_WISH = frozenset(
    {
        Intent.CLAIM, Intent.PLACE, Intent.TOO_EASY, Intent.TOO_HARD, Intent.EXAMPLE, Intent.THIS_WAY,
    }
)  # fmt: skip
DECLINES = frozenset({"redirect", "alert", "close", "recap", "show_belief"})


def wrong_idea_is_tested_first(walked: Walked) -> str | None:
    """A recognised misconception is met by a probe, once on each item, before anything corrects it. Counted from
    the log: what was probed since the item was opened."""
    seen = walked[-1]
    attempt = attempt_of(seen)
    if attempt is None or attempt.verdict is not Verdict.INCORRECT or seen.item is None:
        return None
    idea = seen.course.misconceptions.get(attempt.misconception) if attempt.misconception else None
    helps = seen.persona.contract in (Contract.PRACTICE, Contract.HOMEWORK)
    if idea is None or not helps or attempt.purpose is Purpose.PLACEMENT:
        return None
    failed = 0
    for one in reversed(walked[:-1]):
        made = [e for e in one.events if isinstance(e, MoveMade)]
        if any(e.misconception == attempt.misconception for e in made):
            return None  # put to the test already
        earlier = attempt_of(one)
        failed += earlier is not None and earlier.verdict.counts
        if opened_in(one) is not None:
            break
    last = failed >= (1 if seen.item.type_name == "choice" else LAST_TRY)
    hasty = seen.after.session.hasty >= HASTY_RUN
    if last or hasty or reveals(idea.probe, seen.item) or seen.reply.move == "probe":
        return None
    return f"{attempt.misconception} was answered by {seen.reply.move}"


def what_was_told_is_tried_alone(walked: Walked) -> str | None:
    """After an answer was told, the next item is a twin, unless the learner wishes something else or two twins went
    by in vain."""
    seen = walked[-1]
    opened = opened_in(seen)
    if opened is None or opened.purpose is Purpose.TWIN or _wishes(seen):
        return None
    for one in reversed(walked[:-1]):
        if opened_in(one) is not None or _wishes(one):
            return None
        if outcome_of(one) is Outcome.TOLD and one.item is not None:
            break
    else:
        return None
    vain = one.before.session.twins >= TWINS
    tries = seen.before.state.belief(one.item.skills[0]).tries_without_progress
    if vain or opened.tack or tries >= STUCK_AFTER or not has_twin(one, one.item):
        return None
    return f"{opened.purpose} follows the telling of {one.item.id}"


def _wishes(seen: Seen) -> bool:
    """Whether the learner asked for something else than what comes next."""
    named = any(isinstance(e, GoalSet) for e in seen.events)
    return named or intent_of(seen) in OWN_WISH


def alone_means_alone(walked: Walked) -> str | None:
    """Before the first try at a cold check, a test-out or a twin there is neither hint nor example nor button for one."""
    seen = walked[-1]
    opened = seen.after.state.open
    if opened is None or opened.purpose not in CHECKS or opened.tries > 0:
        return None
    if opened.hint_level:
        return f"hint {opened.hint_level} before a try at a {opened.purpose}"
    offered = [b.send for b in seen.reply.buttons if b.send in ("/hint", "/stuck")]
    if offered and seen.reply.card is not None:
        return f"{offered[0]} is offered before a try at a {opened.purpose}"
    stayed = seen.before.state.open is not None and opened_in(seen) is None
    if stayed and seen.reply.move in {"hint", "tell", "worked_example", "explain", "probe"}:
        return f"{seen.reply.move} before a try at a {opened.purpose}"
    return None


def help_is_counted(walked: Walked) -> str | None:
    """A response after hints is logged with the highest of them, and is no proof of knowing."""
    seen = walked[-1]
    attempt, opened = attempt_of(seen), seen.before.state.open
    if attempt is None or opened is None or opened.item != attempt.item:
        return None
    if attempt.help < opened.hint_level:
        return f"help {attempt.help} is logged after hint {opened.hint_level}"
    first = opened.tries == 0 and opened.hint_level == 0
    if attempt.unaided and not first:
        return "counted as unaided after a try or a hint"
    was, now = (at.state.belief(attempt.skills[0]) for at in (seen.before, seen.after))
    if not attempt.unaided and now.right > was.right:
        return "an aided response was counted as one without help"
    return None


def quiz_keeps_quiet(walked: Walked) -> str | None:
    """A quiz says of no answer whether it was right before the look back, nor how it is solved."""
    seen = walked[-1]
    if seen.persona.contract is not Contract.QUIZ or seen.reply.move in {"recap", "alert"}:
        return None
    attempt = attempt_of(seen)
    if attempt is None or not attempt.verdict.counts or seen.item is None:
        return None
    first = seen.reply.text.split("\n\n")[0]
    if RIGHT.search(first) or WRONG.search(first):
        return f"a quiz said “{first[:80]}”"
    solution = seen.item.solution
    return "a quiz told the solution" if solution and solution in seen.reply.text else None


def exam_declines(walked: Walked) -> str | None:
    """In an exam nothing is asked, explained or worded by a model."""
    seen = walked[-1]
    if seen.persona.contract is not Contract.EXAM:
        return None
    if seen.reply.move not in DECLINES or opened_in(seen) is not None or seen.prompts:
        return f"an exam was answered by {seen.reply.move}, {len(seen.prompts)} prompts"
    return None


def upset_is_helped_on(walked: Walked) -> str | None:
    """Strong frustration over an item that was tried brings help, not a kind word alone, once the last hint has stood
    for its pause."""
    seen = walked[-1]
    opened = seen.before.state.open
    if intent_of(seen) is not Intent.FEELING or seen.persona.contract is not Contract.PRACTICE:
        return None
    if seen.kind not in UPSET or opened is None or not opened.tries or seen.before.state.paused:
        return None
    shown = seen.before.session.hinted
    if shown is not None and (seen.reply.at - shown).total_seconds() < seen.persona.hint_pause:
        return None
    helped = any(isinstance(e, HintGiven) for e in seen.events) or outcome_of(seen) is Outcome.TOLD
    return None if helped else f"“{seen.text}” was answered by {seen.reply.move}"


def praise_is_earned(walked: Walked) -> str | None:
    """Praise comes for a response that was right, or for what a look back counts, and for nothing else."""
    seen = walked[-1]
    attempt = attempt_of(seen)
    earned = attempt is not None and attempt.verdict in (Verdict.CORRECT, Verdict.PARTIAL)
    if earned or seen.reply.move in {"recap", "close"}:
        return None
    own = re.sub(r"[“\"«][^”\"»]*[”\"»]|`[^`]*`", "", seen.reply.text)
    found = PRAISE.search(own)
    return f"“{found[0]}” for {attempt.verdict if attempt else 'nothing'}" if found else None


def look_back_says_what(walked: Walked) -> str | None:
    """The look back names what was gained in the session and what comes next, and asks how it felt."""
    seen = walked[-1]
    before = seen.before.session
    if seen.reply.move != "recap" or not before.tried:
        return None
    text, skills = seen.reply.text, seen.course.skills
    started = before.started
    for skill in before.skills:
        at = seen.after.state.belief(skill).provisional_at
        if started and at and at >= started and skill in skills and skills[skill].title not in text:
            return f"{skill} was gained and is not named"
    if not any(b.send.startswith("/felt") for b in seen.reply.buttons):
        return "nobody asked how it felt"
    left = [s for s in skills if not mastered(seen.after.state.belief(s))]
    named = any(skill.title in text for skill in skills.values())
    return None if named or not left else "what comes next is not named"


def strong_skip_the_example(walked: Walked) -> str | None:
    """Whoever is believed to know a skill well meets its item without an example in front."""
    seen = walked[-1]
    opened = opened_in(seen)
    if seen.reply.move != "worked_example" or opened is None or opened.tack:
        return None
    if intent_of(seen) is Intent.EXAMPLE:
        return None
    belief = seen.before.state.belief(opened.skills[0])
    if not belief.evidence or belief.known <= STRONG:
        return None
    return f"an example of {opened.skills[0]}, believed at {belief.known:.2f}"


def numbers_are_grounded(walked: Walked) -> str | None:
    """A number in an explanation that a model worded stands in what it was given: passages, item, or the message."""
    reply = walked[-1].reply
    if reply.move != "explain" or reply.worded_by == "plain":
        return None
    if "not from your course" in reply.text.casefold():
        return None
    given = " ".join(
        text for p in walked[-1].prompts for text in (p.system, *(words for _, words in p.messages))
    )
    if walked[-1].item is None and (told := ANNOUNCES.search(reply.text)):
        return f"“{told[0]}” while nothing is open"
    last = next((s.item for s in reversed(walked) if s.item is not None), None)
    if last is not None:  # what was worked on last may be spoken of
        given += " ".join((last.prompt, last.code, *last.hints, last.solution, last.worked_example))
    known = set(re.findall(r"\d+", given))
    stray = [n for n in re.findall(r"\d+", re.sub(r"\[\d+\]", "", reply.text)) if n not in known]
    return f"{stray[0]} stands in no source" if stray else None
