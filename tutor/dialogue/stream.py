"""From a model's pieces to released sentences: cut, checked one by one, and mended at the end.

A sentence is released when the checks have passed it. An objection, a failing model or a
sentence cut off stops the draft. What was released stands, since it was checked and may have
been read; what the plain wording says beyond it is added as a paragraph of its own, without the
sentences that only lead in, without what was said already, and without a second question. So a
learner never sees a broken text, nor the same thing twice. A claim that nothing bears out is left
out with what hangs on it, and the draft goes on.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from tutor.dialogue.checks.polarity import polarity
from tutor.dialogue.compose import Refused
from tutor.dialogue.wording.sentences import Sentences, finished
from tutor.errors import ModelFailed
from tutor.items.grade import Verdict

CITED = re.compile(r"\[(\d{1,3})\]")
WORD = re.compile(r"[^\W\d_]{4,}")
ANY_WORD = re.compile(r"\w+")
LEADS_IN = re.compile(r"^[^:$`*\n]{1,40}:\s+")  # "Hint 2 of 3: "
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
QUESTION = re.compile(r"[?؟？]")
LEAD = 6  # words; a shorter plain sentence without a number only leads in
WIDE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
# What says nothing without the sentence before it.
HANGS = re.compile(r"\W*(?:that|this|these|those|it|they|so|therefore|thus|because|which)\b", re.I)
OPENER = 3  # words; a sentence that says nothing alone
COVERED = 0.6  # share of a plain sentence's words that make it said already
CORE = 0.34  # share of the core's words below which a draft has lost it
LONGEST_DRAFT = 40  # sentences
POLARITY = "polarity"
LEAK = "leak"  # the one rule that a draft can break as a whole before it is whole
ADDS_UP = frozenset({LEAK, "questions"})  # rules that a plain sentence may break beside others

Release = Callable[[str], Awaitable[None]]


class Objecting(Protocol):
    """What a check objects to."""

    @property
    def rule(self) -> str:
        """The name of the rule that was broken."""
        ...

    @property
    def said(self) -> str:
        """The words that broke it."""
        ...

    @property
    def leaves_out(self) -> bool:
        """Whether the sentence is left out and the draft goes on."""
        ...


class Checks(Protocol):
    """The checks of one draft; `tutor.dialogue.check.Checker` is the real one."""

    def check(self, sentence: str) -> Objecting | None:
        """Judge the next sentence, given those passed before."""
        ...

    def finish(self) -> Objecting | None:
        """Judge the draft as a whole."""
        ...


@dataclass(slots=True)
class Draft:
    """What became of a draft: its released text, the passages cited, and why it stopped.

    `cited` are passage numbers as the prompt counts them, in order of first citation; in `text`
    they are renumbered from 1. `refused` is set by an objection to a sentence, `lacks` by one to the
    draft as a whole (every sentence passed), `failed` by the model; `left_out` is why the first sentence
    that was left out was.
    """

    text: str = ""
    cited: list[int] = field(default_factory=list)
    refused: Refused | None = None
    lacks: Refused | None = None
    left_out: Refused | None = None
    failed: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """What a draft has to keep to besides its checks.

    `passages` is how many may be cited; `keep` is the plain wording, whose sentences may be said
    as they are, and `core` its part that may not get lost; without `graded` no other sentence
    may state a verdict.
    """

    passages: int = 0
    keep: str = ""
    core: str = ""
    graded: bool = True

    @property
    def card(self) -> bool:
        """Whether the reply leads up to a card, so that it may end with a colon."""
        return _leads_on(self.keep)

    def closes(self, said: str, last: str) -> bool:
        """Whether a reply may end with `last`: no lead-in to nothing, no question that takes the
        place of the one to be put."""
        if _leads_on(last):
            return self.card
        return not (QUESTION.search(self.core) and lost_core(self.core, said + last))

    def holds(self, sentence: str) -> bool:
        """Whether the plain wording has this sentence."""
        return sentence.strip() in self.keep


async def draft(
    pieces: AsyncIterator[str],
    checks: Checks,
    release: Release,
    terms: Terms,
    show: Callable[[str], str | None] = str,
) -> Draft:
    """Release a model's sentences as they pass. Never raises ModelFailed.

    `show` puts names back and gives None for a sentence whose stand-ins it does not know.
    """
    made, held, count, left = Draft(), "", 0, False
    seen = set[tuple[str, ...]]()
    try:
        async for sentence in _sentences(pieces, Sentences()):
            count += 1
            shown = show(sentence if made.text or held else sentence.lstrip())
            if shown is None:
                made.refused = Refused(
                    rule="it names a stand-in that does not exist", said=sentence
                )
                return made
            made.refused, passed = _refusal(shown, count, checks, terms), True
            if made.refused is not None and made.refused.leaves_out:
                made.left_out, made.refused, passed = made.left_out or made.refused, None, False
            words = tuple(ANY_WORD.findall(shown.casefold()))
            if words in seen and len(words) > OPENER:  # small models go round in circles
                made.refused = Refused(rule="it says the same again", said=shown)
            seen.add(words)
            if made.refused is not None:
                return made
            left = not passed or (left and _hangs(shown))
            if left:
                held = _without(shown, "" if _leads_on(held) else held, made.text)
                continue
            held += _renumbered(shown, made.cited)
            if not _waits(shown):
                await _out(made, held, release)
                held = ""
    except ModelFailed:
        made.failed = True
        return made
    if held.strip() and terms.closes(made.text, held):
        await _out(made, held, release)
    elif made.left_out is not None and not made.text:
        made.refused = made.left_out  # nothing else was said: the next draft is told why
    elif held and not made.text:
        made.refused = Refused(rule="it leaves out what was to be said", said=held)
    objection = checks.finish()
    if objection is not None:
        made.lacks = Refused(rule=str(objection.rule), said=objection.said)
    return made


def _hangs(shown: str) -> bool:
    """Whether a sentence says nothing without the one before it, which was left out."""
    return HANGS.match(shown) is not None and QUESTION.search(shown) is None


def _without(shown: str, held: str, said: str) -> str:
    """What is held when a sentence is left out: the paragraph's end that stood behind it stays."""
    end = shown[len(shown.rstrip()) :]
    return held + end if "\n" in end and (held or said) else held


async def _out(made: Draft, text: str, release: Release) -> None:
    made.text += text
    await release(text)


def _waits(sentence: str) -> bool:
    """Whether a sentence goes out with the next one only, or at the end.

    A lead-in needs what it leads to, and so does a bare opener ("Good question."); a question
    closes a reply, and when the draft is stopped behind it, the plain wording has a better one.
    """
    asks = QUESTION.search(sentence) is not None
    return _leads_on(sentence) or asks or _size(sentence) <= OPENER


def _leads_on(text: str) -> bool:
    return text.rstrip().endswith((":", "："))


async def _sentences(pieces: AsyncIterator[str], cutter: Sentences) -> AsyncIterator[str]:
    async for piece in pieces:
        for sentence in cutter.feed(piece):
            yield sentence
    for sentence in cutter.rest():
        if not finished(sentence):
            raise ModelFailed("The reply was cut off.")
        yield sentence


def _refusal(shown: str, count: int, checks: Checks, terms: Terms) -> Refused | None:
    """Why a sentence may not be released, or None."""
    if count > LONGEST_DRAFT:
        return Refused(rule="it does not come to an end", said=shown)
    unknown = [n for n in CITED.findall(shown) if not 1 <= int(n) <= terms.passages]
    if unknown:
        return Refused(rule=f"there is no passage [{unknown[0]}]", said=shown)
    objection = checks.check(shown.strip())
    if objection is not None and objection.rule not in ADDS_UP and terms.holds(shown):
        objection = None
    if objection is None:  # an answer may be told bit by bit: look at all of it before release
        objection = checks.finish()
        objection = objection if objection is not None and objection.rule == LEAK else None
    if objection is not None:
        return Refused(
            rule=str(objection.rule), said=objection.said, leaves_out=objection.leaves_out
        )
    if not terms.graded and not terms.holds(shown) and verdicts(shown):
        return Refused(rule=POLARITY, said=shown)
    return None


def _renumbered(sentence: str, cited: list[int]) -> str:
    """The sentence with its citations counted in the order of their coming."""

    def number(hit: re.Match[str]) -> str:
        meant = int(hit[1])
        if meant not in cited:
            cited.append(meant)
        return f"[{cited.index(meant) + 1}]"

    return CITED.sub(number, sentence)


def still_to_say(plain: str, said: str, *, core: str = "", leads: bool = False) -> str:
    """What the plain wording says beyond `said`, in its own words and paragraphs; may be "".

    `core` is kept even where it asks a second question; `leads` keeps the opening words ("Not
    quite."), for a verdict that was not yet said.
    """
    asked = QUESTION.search(said) is not None
    opening = not leads
    kept = []
    for paragraph in plain.split("\n\n"):
        left = []
        for sentence in _cut(paragraph):
            bare = LEADS_IN.sub("", sentence)
            needed = bare.strip() in core
            opening = opening and not needed and _leads(sentence)
            again = sentence.strip() in said or (bool(_marks(bare)) and covers(said, bare, COVERED))
            second = asked and not needed and QUESTION.search(sentence) is not None
            if not (opening or again or second):
                left.append(sentence)
        opening = False
        if left:
            kept.append("".join(left).strip())
    return "\n\n".join(kept)


def _cut(text: str) -> list[str]:
    cutter = Sentences()
    return [*cutter.feed(text), *cutter.rest()]


def _size(sentence: str) -> int:
    """Words; in scripts without spaces two characters count as one."""
    return max(
        len(sentence.split()), len(sentence.strip()) // 2 if WIDE_SCRIPT.search(sentence) else 0
    )


def last_question(plain: str, said: str) -> str:
    """The plain wording's closing question, when nothing was asked yet; else ""."""
    if QUESTION.search(said):
        return ""
    return next((s.strip() for s in reversed(_cut(plain)) if QUESTION.search(s)), "")


def covers(said: str, text: str, share: float) -> bool:
    """Whether `said` holds at least `share` of the longer words and numbers of `text`."""
    wanted, found = _marks(text), _marks(said)
    return not wanted or len(wanted & found) >= share * len(wanted)


def _marks(text: str) -> set[str]:
    low = text.casefold()
    return {word[:6] for word in WORD.findall(low)} | set(NUMBER.findall(CITED.sub("", low)))


def _leads(sentence: str) -> bool:
    """Whether a plain sentence only leads in ("Not quite.", "Hint 2 of 3:")."""
    text = sentence.strip()
    if text.endswith(":"):
        return True
    bare = not NUMBER.search(text) and "$" not in text and not QUESTION.search(text)
    return bare and _size(text) <= LEAD


def lost_core(core: str, said: str) -> bool:
    """Whether a draft has left out the part that may not get lost."""
    return bool(core) and not covers(said, core, CORE)


def verdicts(text: str) -> frozenset[Verdict]:
    """The verdicts that a text states."""
    said = {Verdict.CORRECT: Verdict.INCORRECT, Verdict.INCORRECT: Verdict.CORRECT}
    return frozenset(stated for stated, other in said.items() if polarity(text, other))


def join(parts: Sequence[str]) -> str:
    """Parts as paragraphs."""
    return "\n\n".join(part.strip() for part in parts if part.strip())
