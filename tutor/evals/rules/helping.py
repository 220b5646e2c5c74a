"""Rules about help: when it comes, in which order, and that no answer is given away."""

import re
from collections.abc import Sequence

from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.alone import CHECKS
from tutor.dialogue.deciding.following import TWINS
from tutor.dialogue.read import Intent
from tutor.evals.rules.walk import Seen
from tutor.items.grade import Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.learner_state.events import (
    Attempted,
    HintGiven,
    ItemClosed,
    ItemOpened,
    MessageReceived,
    MoveMade,
    Outcome,
    Purpose,
)

Walked = Sequence[Seen]
ASKED_FOR_HELP = {
    Intent.HINT, Intent.STUCK, Intent.DONT_KNOW, Intent.EXAMPLE, Intent.REPLY, Intent.ANSWER_REQUEST,
    Intent.EXPLAIN, Intent.QUESTION,  # what would tell too much gives way to a hint
}  # fmt: skip
QUOTED = re.compile(r"(?:I read|You wrote|He leído|Escribiste) [^\n]*?\.(?=\s|$)")
_WONDERS = re.compile(r"\b(?:why|how come|how so|por qu[eé])\b|\b(?:wait|huh|what)\W*$", re.I)
# Numbers of the ladder and of the clock, which answer nothing.
LEVEL = re.compile(
    r"\b(?:hint \d of|pista \d de) \d|\b(?:in|en|dentro de) \d+ (?:seconds|segundos)", re.I
)
# Replies that are of other problems, or of the session: a number in them answers nothing.
ELSEWHERE = frozenset({"recap", "open", "worked_example", "show_belief"})
MOST_ALIKE = 11  # items of one skill in a row whose answer is told
MOST_IN_VAIN = 2  # wishes for help on an item in a row that bring none
HELPLESS = frozenset({Intent.HINT, Intent.STUCK, Intent.DONT_KNOW})
MOST_ROUNDS = 3  # unsuccessful responses to one item, the last of which is answered by telling or by another tack


def intent_of(seen: Seen) -> Intent:
    """What the message was taken to be."""
    received = next(e for e in seen.events if isinstance(e, MessageReceived))
    return Intent(received.intent)


def attempt_of(seen: Seen) -> Attempted | None:
    """The graded response of the turn."""
    return next((e for e in seen.events if isinstance(e, Attempted)), None)


def opened_in(seen: Seen) -> ItemOpened | None:
    """The item that the turn opened."""
    return next((e for e in seen.events if isinstance(e, ItemOpened)), None)


def outcome_of(seen: Seen) -> Outcome | None:
    """How the open item ended in this turn, if it did."""
    return next((e.outcome for e in seen.events if isinstance(e, ItemClosed)), None)


def attempt_before_help(walked: Walked) -> str | None:
    """1. No help on an item before a try, unless the learner asks for it: no hint, nothing told, and no
    hint's words in passing, which the log would not know of."""
    seen = walked[-1]
    opened, item = seen.after.state.open, seen.left
    if item is not None and opened is not None and opened.hint_level < item.bottom_out:
        unseen = item.hints[opened.hint_level :]
        passing = next((hint for hint in unseen if hint in seen.reply.text), None)
        if passing is not None and seen.reply.move not in ELSEWHERE:
            return f"“{passing}” came without being counted as a hint"
    if tried_before(seen) or intent_of(seen) in ASKED_FOR_HELP:
        return None
    if any(isinstance(e, HintGiven) for e in seen.events):
        return f"a hint came after “{seen.text}” ({intent_of(seen)})"
    if outcome_of(seen) is Outcome.TOLD:
        return f"the answer was told after “{seen.text}” ({intent_of(seen)})"
    return None


def tried_before(seen: Seen) -> bool:
    """Whether the item that was open had a try by the end of the turn."""
    opened = seen.before.state.open
    return attempt_of(seen) is not None or (opened is not None and opened.tries > 0)


def no_answer_before_the_end(walked: Walked) -> str | None:
    """2. The open item's answer is in no text, caption or button before the last hint or a Tell."""
    seen = walked[-1]
    item, opened = seen.left, seen.after.state.open
    if item is None or opened is None or opened.hint_level >= item.bottom_out:
        return None
    names = [o.text for o in item.type.shown().options]
    captions = [b.label for b in seen.reply.buttons if b.label not in names and b.send != "/hint"]
    stayed = seen.item is not None and (seen.item.id, seen.item.seed) == (item.id, item.seed)
    alike = seen.item is not None and seen.item.type.answer_text() == item.type.answer_text()
    for text in (_said(seen), *captions):
        # Feedback on the item before may hold by chance what the next one asks for.
        told = (
            stayed
            and seen.reply.move not in ELSEWHERE
            and reveals(text, item, seen=_in_sight(seen, item))
        )
        if told or (_planted(text, item) and (stayed or not alike)):
            return f"“{item.type.answer_text()}” is told in “{text[:200]}”"
    return None


def _in_sight(seen: Seen, item: Item) -> str:
    """What stood before the learner besides the question: names of course and skill, their own words."""
    titles = [seen.course.skills[s].title for s in item.skills[:1] if s in seen.course.skills]
    return " ".join((seen.course.title, *titles, seen.text))


def _said(seen: Seen) -> str:
    """The reply without skills' titles (the card has them too) and without what it read back."""
    text = LEVEL.sub(" ", QUOTED.sub(" ", seen.reply.text)).replace(seen.course.title, "…")
    for skill in seen.course.skills.values():
        text = text.replace(skill.title, "…")
    return "" if seen.reply.move == "clarify" else text


def _planted(text: str, item: Item) -> bool:
    """Whether one of the hostile model's own ways of telling is in a text, word for word."""
    answer = re.escape(item.type.answer_text())
    return bool(
        re.search(
            rf"(?:answer is|so write|comes to \**|whisper:) ?{answer}\**(?=[.,]|$)", text, re.I
        )
    )


def ladder_in_order(walked: Walked) -> str | None:
    """3. Hints come one level at a time; after the bottom-out the next item is a twin."""
    seen = walked[-1]
    hints = [e for e in seen.events if isinstance(e, HintGiven)]
    if len(hints) > 1:
        return "two hints in one turn"
    opened = seen.before.state.open
    if hints and hints[0].level != (opened.hint_level if opened else 0) + 1:
        return f"hint {hints[0].level} after level {opened.hint_level if opened else 0}"
    return None


def twin_after_the_answer_was_seen(walked: Walked) -> str | None:
    """3. An item solved after its bottom-out hint is followed by a twin to be done alone."""
    seen = walked[-1]
    attempt, opened = attempt_of(seen), opened_in(seen)
    if attempt is None or seen.item is None or outcome_of(seen) is not Outcome.SOLVED:
        return None
    if attempt.help < seen.item.bottom_out or not seen.item.bottom_out or opened is None:
        return None
    if opened.purpose is Purpose.TWIN or not has_twin(seen, seen.item):
        return None
    if seen.before.session.twins >= TWINS:
        return None  # more of the same would be of no use
    return f"{opened.purpose} follows the bottom-out of {seen.item.id}"


def has_twin(seen: Seen, item: Item) -> bool:
    """Whether there is something like an item to try again."""
    return item.templated or len(seen.course.by_skill.get(item.skills[0], ())) > 1


def progress_over_purity(walked: Walked) -> str | None:
    """4. Nobody is left with an item after more than some failed tries, nor asks for help again and again
    to stay where they were. Counted from the log, for the session's own counters may be what is wrong."""
    seen = walked[-1]
    if seen.persona.contract is not Contract.PRACTICE or seen.left is None:
        return None
    failed = asked = 0
    climbing = False
    for one in reversed(walked):
        attempt = attempt_of(one)
        if opened_in(one) is not None or one.item is None:
            break
        if attempt is not None and attempt.verdict.counts:
            failed += attempt.verdict is not Verdict.CORRECT
        climbing = climbing or attempt is not None or not _asks_in_vain(one)
        asked += not climbing
    if failed >= MOST_ROUNDS:
        return f"{failed} failed tries at {seen.left.id}"
    return f"{asked} wishes for help brought nothing" if asked > MOST_IN_VAIN else None


def _asks_in_vain(seen: Seen) -> bool:
    """Whether a wish for help on an item that has help brought none."""
    opened = seen.before.state.open
    alone = CHECKS | {Purpose.PLACEMENT}  # there “I don't know” is an answer, and hints are none
    if opened is None or opened.purpose in alone or intent_of(seen) not in HELPLESS:
        return False
    given = any(isinstance(e, HintGiven) for e in seen.events)
    shown = seen.before.session.hinted
    pause = shown is not None and (seen.reply.at - shown).total_seconds() < seen.persona.hint_pause
    return not given and not pause and seen.reply.move == "redirect"


def a_tack_without_fruit_is_changed(walked: Walked) -> str | None:
    """4. Items of one skill whose answer had to be told do not follow each other for ever: an example comes, or another skill."""
    told: list[str] = []
    for seen in reversed(walked):
        outcome = outcome_of(seen)
        if outcome is Outcome.SOLVED or seen.after.session.moves[-1:] == ("worked_example",):
            break
        if outcome is Outcome.TOLD and seen.item is not None:
            told.append(seen.item.skills[0])
    same = next((at for at, skill in enumerate(told) if skill != told[0]), len(told))
    return f"{same} items of {told[0]} in a row were told" if same > MOST_ALIKE else None


def no_help_abuse(walked: Walked) -> str | None:
    """5. Asking for the answer raises no hint level; the bottom-out needs a try or a second ask."""
    seen, intent = walked[-1], intent_of(walked[-1])
    before, after = seen.before.state.open, seen.after.state.open
    if before is None or after is None or before.item != after.item or seen.item is None:
        return None
    if intent is Intent.ANSWER_REQUEST and after.hint_level > before.hint_level:
        return "asking for the answer brought a hint"
    bottom = any(isinstance(e, HintGiven) and e.bottom_out for e in seen.events)
    untried = after.tries == 0 and intent is Intent.HINT and seen.item.bottom_out > 1
    return (
        "the last hint came at once" if bottom and untried and not _refused_before(walked) else None
    )


def no_hint_upon_hint(walked: Walked) -> str | None:
    """5. Without a try in between, a hint stands for the persona's pause before the next one; asked for
    sooner, the learner is told why and for how long."""
    seen = walked[-1]
    hints = [e for e in seen.events if isinstance(e, HintGiven)]
    if attempt_of(seen) is not None and hints:
        return None
    shown = _last_hint(walked)
    if shown is None:
        return None
    stood = (seen.reply.at - shown.at).total_seconds()
    soon = stood < seen.persona.hint_pause
    if hints and _WONDERS.search(seen.text) and not hints[0].bottom_out:
        return None  # who wonders at a hint has read it
    if hints:
        return f"hint {hints[0].level} came {stood:.0f} s after the one before" if soon else None
    if intent_of(seen) is Intent.HINT and not soon and seen.reply.move == "redirect":
        opened, item = seen.before.state.open, seen.item
        more = opened is not None and item is not None and opened.hint_level + 1 < item.bottom_out
        return f"no hint {stood:.0f} s after the one before" if more else None
    return None


def _last_hint(walked: Walked) -> HintGiven | None:
    """The last hint on the open item that no counted try has followed."""
    for seen in reversed(walked[:-1]):
        given = next((e for e in seen.events if isinstance(e, HintGiven)), None)
        if given is not None:
            return given
        attempt = attempt_of(seen)
        if opened_in(seen) is not None or (attempt is not None and attempt.verdict.counts):
            return None
    return None


def _refused_before(walked: Walked) -> bool:
    return len(walked) > 1 and walked[-2].reply.move == "redirect"


def contract_kept(walked: Walked) -> str | None:
    """Homework shows no bottom-out and tells nothing; a quiz and an exam give no help at all."""
    seen = walked[-1]
    hints = [e for e in seen.events if isinstance(e, HintGiven)]
    moves = [e.move for e in seen.events if isinstance(e, MoveMade)]
    match seen.persona.contract:
        case Contract.HOMEWORK if any(h.bottom_out for h in hints) or "tell" in moves:
            return "homework was solved for the learner"
        case Contract.QUIZ | Contract.EXAM if hints or {"tell", "probe", "worked_example"} & set(
            moves
        ):
            return f"{seen.persona.contract} gave help: {moves}"
        case _:
            return None
