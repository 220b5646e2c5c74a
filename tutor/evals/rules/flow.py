"""Rules about the flow: what follows what, and that nothing is lost or done twice."""

from collections.abc import Sequence

from tutor.curriculum.persona import Contract
from tutor.dialogue.read import Intent
from tutor.evals.rules.helping import attempt_of, intent_of, opened_in, outcome_of
from tutor.evals.rules.walk import Seen
from tutor.items.grade import Verdict
from tutor.learner_state.events import (
    Attempted,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MoveMade,
    Outcome,
    Purpose,
    SessionRated,
)

Walked = Sequence[Seen]
WHYS = 5  # items solved in a row in one session before a reason must have been asked for


def a_check_closes_an_item(walked: Walked) -> str | None:
    """11. What was solved with help, or told, is followed by a question for the reason or a twin."""
    seen = walked[-1]
    if seen.persona.contract is not Contract.PRACTICE:
        return None
    outcome, attempt = outcome_of(seen), attempt_of(seen)
    if outcome is Outcome.TOLD:
        return None if _asked(seen) == "explain_back" else "told, and nothing is asked back"
    if outcome is not Outcome.SOLVED or attempt is None or attempt.unaided or seen.item is None:
        return None
    opened = opened_in(seen)
    if _asked(seen) == "why" or (opened is not None and opened.purpose is Purpose.TWIN):
        return None
    if not seen.item.solution and not seen.item.templated:
        return None
    return f"{seen.item.id} was solved with help and let go"


def _asked(seen: Seen) -> str:
    return next((e.asked for e in seen.events if isinstance(e, MoveMade)), "")


def understanding_is_shown(walked: Walked) -> str | None:
    """12. “I understand” closes nothing, whatever it was read as, and raises no belief."""
    seen = walked[-1]
    agrees = intent_of(seen) is Intent.AGREE or (seen.kind == "agree" and attempt_of(seen) is None)
    if not agrees or seen.item is None:
        return None
    if any(isinstance(e, ItemClosed | Attempted) for e in seen.events):
        return "agreeing closed an item"
    skill = seen.item.skills[0]
    was, now = seen.before.state.belief(skill).known, seen.after.state.belief(skill).known
    return f"agreeing raised {was:.3f} to {now:.3f}" if now > was + 1e-9 else None


def reasons_are_asked(walked: Walked) -> str | None:
    """13. Among some solved items in a row there is one whose reason was asked for. Counted from the log."""
    seen = walked[-1]
    if seen.persona.contract not in (Contract.PRACTICE, Contract.HOMEWORK):
        return None
    since, started = 0, seen.after.session.started
    for one in reversed(walked):
        if _asked(one) == "why" or one.after.session.started != started:
            break
        since += outcome_of(one) is Outcome.SOLVED
    return f"{since} items solved without a why" if since > WHYS else None


def a_session_ends_with_what_changed(walked: Walked) -> str | None:
    """20. Whoever tried something and stops is told what was done and what comes next."""
    seen = walked[-1]
    if intent_of(seen) is Intent.FELT and not any(isinstance(e, SessionRated) for e in seen.events):
        return "how it felt was not kept"
    if intent_of(seen) is not Intent.STOP or seen.before.state.paused:
        return None
    if seen.before.session.placing:
        return None if seen.reply.move == "place" else "stopping did not end placement"
    if seen.reply.move not in {"recap", "close"}:
        return f"stopping was answered by {seen.reply.move}"
    if seen.before.session.tried and not seen.after.session.fresh(seen.reply.at):
        return "the session was not closed"
    return None


# ── no dead ends ──


def something_follows(walked: Walked) -> str | None:
    """Every reply says something and leaves something to do."""
    reply = walked[-1].reply
    if not reply.text.strip() and reply.card is None:
        return "an empty reply"
    exam = walked[-1].persona.contract is Contract.EXAM
    return None if reply.card or reply.buttons or exam or reply.move == "alert" else "a dead end"


def nothing_is_lost(walked: Walked) -> str | None:
    """An open item stays open, the same variant, until it is solved, told, skipped or replaced."""
    seen = walked[-1]
    before, after = seen.before.state.open, seen.after.state.open
    if before is None or any(isinstance(e, ItemClosed) for e in seen.events):
        return None
    same = after is not None and (after.item, after.seed) == (before.item, before.seed)
    return None if same else f"{before.item} is gone"


def nothing_is_graded_twice(walked: Walked) -> str | None:
    """A message is graded once; coming again it finds the same reply and leaves no event."""
    seen = walked[-1]
    if sum(isinstance(e, Attempted) for e in seen.events) > 1:
        return "two grades for one message"
    if seen.again is not None and (seen.again != seen.reply or seen.grown):
        return "a message that came twice was answered anew"
    attempt = attempt_of(seen)
    if attempt is not None and seen.item is None:
        return "a grade without an open item"
    return None


def nothing_is_asked_twice(walked: Walked) -> str | None:
    """The same item in the same variant is not put twice in a row."""
    seen = walked[-1]
    opened = opened_in(seen)
    if opened is None:
        return None
    last = next((o for s in reversed(walked[:-1]) if (o := opened_in(s)) is not None), None)
    if last is None or last.item != opened.item:
        return None
    was, now = (seen.course.item(one.item, one.seed) for one in (last, opened))
    if not _has_other(seen, opened):
        return None  # it is the only question that the learner can be asked
    alike = (was.prompt, was.code) == (now.prompt, now.code)
    return f"{opened.item} came twice in a row" if alike else None


def _has_other(seen: Seen, opened: ItemOpened) -> bool:
    """Whether another item of the skill could be put; of another skill, where the learner did not name this one."""
    skill = opened.skills[0]
    if len(seen.course.by_skill.get(skill, ())) > 1:
        return True
    kept = intent_of(seen) is Intent.PRACTICE and seen.after.session.quest == skill
    own = intent_of(seen) in (Intent.CLAIM, Intent.EXAMPLE)
    return not (kept or own or opened.purpose is not Purpose.PRACTICE)


def belief_is_earned(walked: Walked) -> str | None:
    """A right response never lowers belief in its skill, a wrong one never raises it, and what
    cannot be read moves nothing."""
    seen = walked[-1]
    attempt = attempt_of(seen)
    if attempt is None:
        return None
    skill = attempt.skills[0]
    was, now = seen.before.state.belief(skill).known, seen.after.state.belief(skill).known
    if not attempt.verdict.counts:
        moved = seen.before.state.belief(skill) != seen.after.state.belief(skill)
        return "an unread response moved belief" if moved else None
    if attempt.verdict is Verdict.INCORRECT and now > was + 1e-9:
        return f"a wrong response raised {was:.3f} to {now:.3f}"
    return None


def every_ladder_ends(walked: Walked) -> str | None:
    """An item takes no more help than it has hints."""
    seen = walked[-1]
    given = [e for e in seen.events if isinstance(e, HintGiven)]
    if given and seen.item is not None and given[0].level > seen.item.bottom_out:
        return f"hint {given[0].level} of {seen.item.bottom_out}"
    return None
