"""Each check of a teaching rule notices when the rule is broken.

Turns that the real tutor made are changed in the way in which a mistake in the policy, the session, the log or a
prompt would change them; as they were, no check finds fault with them (the walks show that).
"""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest

from tutor.dialogue.deciding.alone import CHECKS
from tutor.dialogue.read import Intent
from tutor.evals.rules.choosing import REVIEW_WAITS, RUN
from tutor.evals.rules.flow import WHYS
from tutor.evals.rules.helping import (
    MOST_ALIKE,
    MOST_IN_VAIN,
    MOST_ROUNDS,
    attempt_of,
    intent_of,
    opened_in,
)
from tutor.evals.rules.table import RULES
from tutor.evals.rules.walk import Seen
from tutor.items.grade import Verdict
from tutor.learner_state.belief import mastered
from tutor.learner_state.events import (
    Event,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MessageReceived,
    MoveMade,
    Outcome,
    Purpose,
)
from tutor.learner_state.graph import due, fringe

Change = Callable[[Seen], Seen | None]


def faults(number: str, walked: Sequence[Seen]) -> list[str]:
    """What the checks of a rule find in the last turn of a walk."""
    checks = [check for rule in RULES if rule.number == number for check in rule.checks]
    return [wrong for check in checks if (wrong := check(walked)) is not None]


def changed(walks: list[list[Seen]], change: Change) -> Iterator[list[Seen]]:
    """The walks up to each turn that the change applies to, that turn changed."""
    for walked in walks:
        for end, seen in enumerate(walked):
            bad = change(seen)
            if bad is not None:
                yield [*walked[:end], bad]


def share_found(number: str, walks: list[list[Seen]], change: Change) -> float:
    """Of the turns that a change applies to, the share in which the rule's checks notice it."""
    cases = list(changed(walks, change))
    assert cases, "no turn of the walks lends itself to this change"
    return sum(bool(faults(number, walked)) for walked in cases) / len(cases)


def meaning(seen: Seen, intent: str) -> Seen:
    """The turn with its message read as something else."""
    return replace(seen, events=tuple(
        replace(e, intent=intent) if isinstance(e, MessageReceived) else e for e in seen.events
    ))  # fmt: skip


def adding(seen: Seen, *events: Event) -> Seen:
    return replace(seen, events=(*seen.events, *events))


def opening(seen: Seen, **parts: Any) -> Seen:
    """The turn with another item opened than it did open."""
    return replace(seen, events=tuple(
        replace(e, **parts) if isinstance(e, ItemOpened) else e
        for e in seen.events
    ))  # fmt: skip


def wonders(seen: Seen) -> bool:
    """Whether somebody asks why: that is answered by a hint at once."""
    return re.search(r"\b(?:why|how come)\b", seen.text) is not None


def made(seen: Seen) -> MoveMade:
    return next(e for e in seen.events if isinstance(e, MoveMade))


def asking(seen: Seen, asked: str) -> Seen:
    """The turn with another question left open by its move."""
    return replace(seen, events=tuple(
        replace(e, asked=asked) if isinstance(e, MoveMade) else e for e in seen.events
    ))  # fmt: skip


# ── 1: a try before help ──


async def test_a_hint_to_a_greeting_is_noticed(walks):
    def hinted(seen: Seen) -> Seen | None:
        opened = seen.after.state.open
        if seen.kind != "social" or opened is None or opened.tries or attempt_of(seen):
            return None
        return adding(seen, HintGiven(at=seen.reply.at, item=opened.item, level=1))

    assert share_found("1", walks, hinted) == 1


async def test_an_answer_told_to_a_greeting_is_noticed(walks):
    def told(seen: Seen) -> Seen | None:
        opened = seen.before.state.open
        if seen.kind != "social" or opened is None or opened.tries or attempt_of(seen):
            return None
        return adding(seen, ItemClosed(at=seen.reply.at, item=opened.item, outcome=Outcome.TOLD))

    assert share_found("1", walks, told) == 1


async def test_a_hint_in_passing_that_the_log_does_not_know_is_noticed(walks):
    def passing(seen: Seen) -> Seen | None:
        opened, item = seen.after.state.open, seen.left
        if item is None or opened is None or opened.hint_level or seen.reply.move != "ask":
            return None
        return replace(seen, reply=replace(seen.reply, text=f"{seen.reply.text} {item.hints[0]}"))

    assert share_found("1", walks, passing) == 1


# ── 4: progress over purity ──


def failing(walked: Sequence[Seen]) -> Iterator[list[Seen]]:
    """The walk up to each failed try that leaves its item open."""
    for end, seen in enumerate(walked, 1):
        attempt = attempt_of(seen)
        if attempt is not None and attempt.verdict is Verdict.INCORRECT and seen.left == seen.item:
            yield list(walked[:end])


async def test_an_item_that_is_never_told_is_noticed(walks):
    endless = [up_to + up_to[-1:] * MOST_ROUNDS for walked in walks for up_to in failing(walked)]
    assert endless
    assert all(faults("4", walked) for walked in endless)


async def test_wishes_for_help_that_bring_nothing_are_noticed(walks):
    def refused(seen: Seen) -> Seen | None:
        given = any(isinstance(e, HintGiven) for e in seen.events)
        opened = seen.before.state.open
        if not given or attempt_of(seen) is not None or opened is None or opened.purpose in CHECKS:
            return None
        if wonders(seen):
            return None
        kept = tuple(e for e in seen.events if not isinstance(e, HintGiven))
        return meaning(
            replace(seen, events=kept, reply=replace(seen.reply, move="redirect")), "hint"
        )

    endless = [up_to + up_to[-1:] * MOST_IN_VAIN for up_to in changed(walks, refused)]
    assert endless
    assert all(faults("4", walked) for walked in endless)


async def test_a_skill_that_is_told_over_and_over_is_noticed(walks):
    told = [
        seen
        for walked in walks
        for seen in walked
        if any(isinstance(e, ItemClosed) and e.outcome is Outcome.TOLD for e in seen.events)
        and seen.after.session.moves[-1:] != ("worked_example",)
    ]
    assert told
    assert all(faults("4", [seen] * (MOST_ALIKE + 1)) for seen in told)


# ── 5: no hint upon a hint ──


def hinted_again(walks: list[list[Seen]], *, seconds: float, given: bool) -> Iterator[list[Seen]]:
    """The walk up to each hint that was asked for, and the same wish once more so many seconds later."""
    for up_to in changed(
        walks,
        lambda s: s if any(isinstance(e, HintGiven) for e in s.events) and not wonders(s) else None,
    ):
        seen = up_to[-1]
        opened = seen.after.state.open
        if opened is None or seen.left is None or opened.hint_level + 2 > seen.left.bottom_out:
            continue
        at = seen.reply.at + timedelta(seconds=seconds)
        events = tuple(e for e in seen.events if isinstance(e, MessageReceived | MoveMade))
        if given:
            events = (*events, HintGiven(at=at, item=opened.item, level=opened.hint_level + 1))
        move = "hint" if given else "redirect"
        again = replace(seen, events=events, item=seen.left, before=seen.after)
        again = replace(again, reply=replace(seen.reply, at=at, move=move))
        yield [*up_to, meaning(again, "hint")]


async def test_a_hint_right_upon_a_hint_is_noticed(walks):
    cases = list(hinted_again(walks, seconds=3, given=True))
    assert cases
    assert all(faults("5", walked) for walked in cases)
    assert not any(faults("5", w) for w in hinted_again(walks, seconds=30, given=True))


async def test_a_pause_that_never_ends_is_noticed(walks):
    assert all(faults("5", walked) for walked in hinted_again(walks, seconds=60, given=False))
    assert not any(faults("5", w) for w in hinted_again(walks, seconds=3, given=False))


# ── 6: diagnosis before words ──


def prompted(seen: Seen, change: Callable[[str], str], *names: str) -> Seen | None:
    """The turn with the system text of prompts for a response changed; None where it has none."""
    attempt = attempt_of(seen)
    if attempt is None or not attempt.verdict.counts:
        return None
    prompts = tuple(
        replace(p, system=change(p.system), messages=tuple((r, change(t)) for r, t in p.messages))
        if p.name in names
        else p
        for p in seen.prompts
    )
    return None if prompts == seen.prompts else replace(seen, prompts=prompts)


async def test_a_prompt_that_leaves_the_verdict_out_is_noticed(walks):
    def silent(seen: Seen) -> Seen | None:
        return prompted(
            seen, lambda t: re.sub(r"^Verdict.*$", "", t, flags=re.M), "feedback", "hint", "probe"
        )

    assert share_found("6", walks, silent) == 1


async def test_a_prompt_that_states_another_verdict_is_noticed(walks):
    def turned(seen: Seen) -> Seen | None:
        return prompted(
            seen, lambda t: re.sub(r"(^Verdict[^:\n]*: )[^.\n]+", r"\1unknown", t, flags=re.M),
            "feedback", "hint", "probe",
        )  # fmt: skip

    assert share_found("6", walks, turned) == 1


async def test_a_prompt_that_does_not_name_the_misconception_is_noticed(walks):
    def undiagnosed(seen: Seen) -> Seen | None:
        attempt = attempt_of(seen)
        if attempt is None or attempt.misconception is None:
            return None
        says = seen.course.misconceptions[attempt.misconception].says.strip()
        return prompted(seen, lambda t: t.replace(says, "Something."), "hint", "probe")

    assert share_found("6", walks, undiagnosed) == 1


# ── 9: what is right is said ──


async def test_feedback_that_does_not_say_where_is_noticed(walks):
    def vague(seen: Seen) -> Seen | None:
        attempt = attempt_of(seen)
        if attempt is None or attempt.verdict is not Verdict.PARTIAL or seen.item is None:
            return None
        grade = seen.item.grade(seen.text)
        if seen.reply.move != "feedback" or not grade.note or grade.verdict is not Verdict.PARTIAL:
            return None
        return replace(seen, reply=replace(seen.reply, text="Part of that is right. Try again."))

    assert share_found("9", walks, vague) == 1


# ── 11: a check closes an item ──


async def test_an_answer_that_is_told_and_not_asked_back_is_noticed(walks):
    def let_go(seen: Seen) -> Seen | None:
        return asking(seen, "") if made(seen).move == "tell" else None

    assert share_found("11", walks, let_go) == 1


async def test_an_item_solved_with_help_and_let_go_is_noticed(walks):
    def let_go(seen: Seen) -> Seen | None:
        attempt, opened = attempt_of(seen), opened_in(seen)
        solved = any(isinstance(e, ItemClosed) and e.outcome is Outcome.SOLVED for e in seen.events)
        if attempt is None or attempt.unaided or not solved:
            return None
        bad = asking(seen, "")
        return bad if opened is None else opening(bad, purpose=Purpose.PRACTICE)

    assert share_found("11", walks, let_go) == 1


# ── 12: understanding is shown ──


@pytest.mark.parametrize("read_as", ["agree", "reply"])
async def test_agreeing_that_closes_an_item_is_noticed_whatever_it_is_read_as(walks, read_as):
    def closed(seen: Seen) -> Seen | None:
        if seen.kind != "agree" or seen.item is None or attempt_of(seen) is not None:
            return None
        end = ItemClosed(at=seen.reply.at, item=seen.item.id, outcome=Outcome.SOLVED)
        return adding(meaning(seen, read_as), end)

    assert share_found("12", walks, closed) == 1


async def test_agreeing_that_raises_belief_is_noticed(walks):
    def believed(seen: Seen) -> Seen | None:
        if seen.kind != "agree" or seen.item is None or attempt_of(seen) is not None:
            return None
        skill, state = seen.item.skills[0], seen.after.state
        surer = replace(state.belief(skill), known=min(1.0, state.belief(skill).known + 0.05))
        skills = {**state.skills, skill: surer}
        return replace(seen, after=replace(seen.after, state=replace(state, skills=skills)))

    assert share_found("12", walks, believed) == 1


# ── 13: reasons are asked for ──


async def test_items_solved_in_a_row_without_a_why_are_noticed(walks):
    """The session's own count says nothing here: it may be the counting that is broken."""
    solved = [
        asking(seen, "")
        for walked in walks
        for seen in walked
        if any(isinstance(e, ItemClosed) and e.outcome is Outcome.SOLVED for e in seen.events)
    ]
    assert solved
    assert all(faults("13", [seen] * (WHYS + 1)) for seen in solved)
    assert not any(faults("13", [seen] * WHYS) for seen in solved)


# ── 14: examples for novices ──


async def test_a_new_skill_that_begins_without_an_example_is_noticed(walks):
    def thrown_in(seen: Seen) -> Seen | None:
        opened = opened_in(seen)
        if seen.reply.move != "worked_example" or opened is None or seen.kind == "hard":
            return None
        if seen.before.state.belief(opened.skills[0]).evidence or attempt_of(seen) is not None:
            return None
        return replace(seen, reply=replace(seen.reply, move="ask"))

    assert share_found("14", walks, thrown_in) > 0.7  # one asked for, or left before a try, is none


# ── 15: mastered is left alone, and what a skill requires comes first ──


def practised(seen: Seen) -> bool:
    opened = opened_in(seen)
    return (
        opened is not None
        and opened.purpose is Purpose.PRACTICE
        and seen.after.session.quest is None
        and intent_of(seen) is not Intent.EXAMPLE
    )


async def test_practice_of_a_mastered_skill_is_noticed(walks):
    def again(seen: Seen) -> Seen | None:
        state = seen.after.state
        known = [s for s in seen.course.skills if mastered(state.belief(s))]
        return opening(seen, skills=(known[0],)) if known and practised(seen) else None

    assert share_found("15", walks, again) == 1


async def test_a_skill_before_what_it_requires_is_noticed(walks):
    def ahead(seen: Seen) -> Seen | None:
        last = list(seen.course.skills.values())[-1]
        state = seen.after.state
        ready = any(
            last.id in fringe(seen.course, known, seen.reply.at)
            for known in (seen.before.state, state)
        )
        if not practised(seen) or ready or state.placement or state.belief(last.id).evidence:
            return None
        return opening(seen, skills=(last.id,), tack="")

    assert share_found("15", walks, ahead) == 1


# ── 16: due comes first ──


def returning(seen: Seen) -> Seen | None:
    """The turn that opened an item, had it been the greeting of somebody who was a month away."""
    at = seen.reply.at + timedelta(days=30)
    owed = due(seen.course, seen.before.state, at)
    if opened_in(seen) is None or not owed or seen.before.state.claims:
        return None
    seen = replace(seen, reply=replace(seen.reply, at=at, move="open"))
    return opening(seen, skills=(owed[0].skill,), purpose=Purpose.REVIEW)


async def test_a_session_that_opens_beside_what_is_due_is_noticed(walks):
    def beside(seen: Seen) -> Seen | None:
        seen_again = returning(seen)
        if seen_again is None:
            return None
        owed = {d.skill for d in due(seen.course, seen.before.state, seen_again.reply.at)}
        other = next((s for s in seen.course.skills if s not in owed), None)
        return other and opening(seen_again, skills=(other,), purpose=Purpose.PRACTICE)

    assert share_found("16", walks, returning) == 0
    assert share_found("16", walks, beside) == 1


async def test_practice_that_goes_on_before_what_is_due_is_noticed(walks):
    """The same new practice again and again, while something waits."""
    waiting = []
    for walked in walks:
        for seen in walked:
            late = returning(seen)
            if late is None or late.after.session.quest is not None:
                continue
            owed = {d.skill for d in due(seen.course, seen.before.state, late.reply.at)}
            other = next((s for s in seen.course.skills if s not in owed), None)
            late = replace(late, reply=replace(late.reply, move="feedback"))
            if other is not None:
                waiting.append(opening(late, skills=(other,), purpose=Purpose.PRACTICE))
    assert waiting
    assert all(faults("16", [seen] * (REVIEW_WAITS + 1)) for seen in waiting)
    assert not any(faults("16", [seen] * REVIEW_WAITS) for seen in waiting)


# ── 17: interleaved ──


@pytest.mark.parametrize("purpose", [Purpose.REVIEW, Purpose.COLD_CHECK])
async def test_the_same_review_again_and_again_is_noticed(walks, purpose):
    reviews = [opening(s, purpose=purpose) for walked in walks for s in walked if opened_in(s)]
    assert all(faults("17", [seen] * (RUN + 1)) for seen in reviews)
    assert not any(faults("17", [seen] * RUN) for seen in reviews)


# ── 18, 20, 22: grounded, an end with a look back, safety first ──


async def test_a_mark_without_its_passage_is_noticed(walks):
    def uncited(seen: Seen) -> Seen | None:
        return (
            replace(seen, reply=replace(seen.reply, citations=())) if seen.reply.citations else None
        )

    assert share_found("18", walks, uncited) == 1


async def test_a_session_that_ends_without_a_look_back_is_noticed(walks):
    def cut(seen: Seen) -> Seen | None:
        ends = seen.reply.move in {"recap", "close"} and seen.kind == "stop"
        return replace(seen, reply=replace(seen.reply, move="ask")) if ends else None

    assert share_found("20", walks, cut) == 1


async def test_a_crisis_that_is_answered_as_any_message_is_noticed(walks):
    def missed(seen: Seen) -> Seen | None:
        if seen.kind != "crisis":
            return None
        return replace(seen, reply=replace(seen.reply, move="redirect"))

    assert share_found("22", walks, missed) == 1
