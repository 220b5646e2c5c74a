"""Rules about which item comes: examples for novices, nothing mastered, what is due, a mixture."""

from collections.abc import Sequence

from tutor.curriculum.persona import Contract
from tutor.dialogue.read import Intent
from tutor.evals.rules.helping import attempt_of, intent_of, opened_in
from tutor.evals.rules.walk import Seen
from tutor.ids import SkillId
from tutor.learner_state.belief import mastered, resting
from tutor.learner_state.events import ItemOpened, Purpose
from tutor.learner_state.graph import due, passed_over
from tutor.learner_state.select import Tack

Walked = Sequence[Seen]
RUN = 2  # reviews of one skill in a row
REVIEW_WAITS = 5  # items of practice in a row while something is due


def novices_see_an_example(walked: Walked) -> str | None:
    """14. The first practice item of a new skill comes after a worked example of it."""
    seen = walked[-1]
    opened = opened_in(seen)
    if opened is None or seen.persona.contract is not Contract.PRACTICE:
        return None
    if opened.purpose is not Purpose.PRACTICE:
        return None
    skill = opened.skills[0]
    belief = seen.before.state.belief(skill)
    attempted = attempt_of(seen)
    if belief.evidence or (attempted is not None and skill in attempted.skills):
        return None
    if any(
        e.skills[:1] == (skill,) for s in walked[:-1] for e in s.events if isinstance(e, ItemOpened)
    ):
        return None
    if not any(seen.course.item(i, 0).worked_example for i in seen.course.by_skill[skill]):
        return None
    if intent_of(seen) is Intent.CLAIM:
        return None
    if intent_of(seen) is Intent.PRACTICE and seen.item is not None:
        return None  # “quiz me on …” in the middle of an item is a wish for a question
    if seen.reply.move in {"worked_example", "open"} or intent_of(seen) in {
        Intent.TOO_EASY,
        Intent.TOO_HARD,
    }:
        return None
    return f"{skill} began with {seen.reply.move}"


def mastered_is_left_alone(walked: Walked) -> str | None:
    """15. No practice on a mastered skill unless asked for; what a skill requires comes before it."""
    seen = walked[-1]
    opened = opened_in(seen)
    if opened is None or opened.purpose is not Purpose.PRACTICE:
        return None
    skill = opened.skills[0]
    if (
        seen.after.session.quest == skill
        or seen.before.state.assignments
        or intent_of(seen) is Intent.EXAMPLE
    ):
        return None
    faded = opened.tack == Tack.PREREQUISITE  # what is missing may be known and faded
    if mastered(seen.after.state.belief(skill)) and not faded and _unmastered(seen):
        return f"practice on {skill}, which is mastered"
    left = seen.item.skills[0] if seen.item is not None else skill
    leant_on = seen.course.skills[left].requires if left in seen.course.skills else ()
    if opened.tack or skill in leant_on or seen.before.state.belief(skill).evidence:
        return None  # what a skill leans on is gone back to, however it was met
    missing = [r for r in seen.course.skills[skill].requires if not _there(seen, r)]
    return f"{skill} began before {missing[0]}" if missing else None


def _there(seen: Seen, skill: SkillId) -> bool:
    """Whether a skill need not be waited for: mastered, at rest, passed over by placement, or empty."""
    if not seen.course.by_skill.get(skill):
        return True
    state = seen.after.state
    belief = state.belief(skill)
    done = mastered(belief) or mastered(seen.before.state.belief(skill))
    return done or resting(belief, seen.reply.at) or skill in passed_over(seen.course, state)


def _unmastered(seen: Seen) -> list[str]:
    """Skills that could be practised: not mastered, all that they require mastered."""
    state, skills = seen.after.state, seen.course.skills
    return [
        s for s, skill in skills.items()
        if not mastered(state.belief(s)) and all(mastered(state.belief(r)) for r in skill.requires)
    ]  # fmt: skip


def due_comes_first(walked: Walked) -> str | None:
    """16. A session that opens anew begins with what is due."""
    seen = walked[-1]
    opened = opened_in(seen)
    if seen.reply.move != "open" or opened is None or seen.persona.contract is Contract.QUIZ:
        return None
    owed = {d.skill for d in due(seen.course, seen.before.state, seen.reply.at)}
    claims = seen.before.state.claims
    if not owed or claims or opened.skills[0] in owed or opened.purpose is Purpose.TWIN:
        return None
    return f"{sorted(owed)} due, opened {opened.skills[0]}"


def due_is_not_put_off(walked: Walked) -> str | None:
    """16. While something is due, new practice does not go on and on in front of it."""
    put_off = 0
    for seen in reversed(walked):
        opened = opened_in(seen)
        if opened is None:
            continue
        state = seen.before.state
        waiting = {d.skill for d in due(seen.course, state, seen.reply.at)} - set(opened.skills)
        if opened.purpose is not Purpose.PRACTICE or not waiting:
            break
        if seen.after.session.quest is None and not state.assignments:
            put_off += 1
    return f"{put_off} items before what is due" if put_off > REVIEW_WAITS else None


def interleaved(walked: Walked) -> str | None:
    """17. Once mastered, a skill is not asked again and again in a row."""
    run, skill = 0, None
    for seen in reversed(walked):
        opened = opened_in(seen)
        if opened is None:
            continue
        if opened.purpose not in (Purpose.REVIEW, Purpose.COLD_CHECK):
            break
        if skill is not None and opened.skills[0] != skill:
            break
        skill, run = opened.skills[0], run + 1
    return f"{run} reviews of {skill} in a row" if run > RUN else None
