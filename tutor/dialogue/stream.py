"""From a model's pieces to released sentences: cut, checked one by one, and mended at the end.

A sentence is released when the checks have passed it. An objection, a failing model or a
sentence cut off stops the draft. What was released stands, since it was checked and may have
been read; what the plain wording says beyond it is added as a paragraph of its own, without the
sentences that only lead in, without what was said already, and without a second question. So a
learner never sees a broken text, nor the same thing twice. A claim that nothing bears out is left
out with what hangs on it, and the draft goes on.
"""

import re
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field
from typing import Protocol

from tutor.dialogue.compose import Refused
from tutor.dialogue.owed import CITED, QUESTION, lost_core, size, verdicts
from tutor.dialogue.wording.sentences import Sentences, finished
from tutor.errors import ModelFailed

ANY_WORD = re.compile(r"\w+")
# What says nothing without the sentence before it.
HANGS = re.compile(r"\W*(?:that|this|these|those|it|they|so|therefore|thus|because|which)\b", re.I)
OPENER = 3  # words; a sentence that says nothing alone
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
    taking = _Taking(checks=checks, terms=terms)
    made = taking.made
    try:
        async for sentence in _sentences(pieces, Sentences()):
            shown = show(sentence if made.text or taking.held else sentence.lstrip())
            if shown is None:
                made.refused = Refused(
                    rule="it names a stand-in that does not exist", said=sentence
                )
            elif taking.take(shown):
                await taking.out(release)
            if made.refused is not None:
                return made
    except ModelFailed:
        made.failed = True
        return made
    held = taking.held
    if held.strip() and terms.closes(made.text, held):
        await taking.out(release)
    elif made.left_out is not None and not made.text:
        made.refused = made.left_out  # nothing else was said: the next draft is told why
    elif held and not made.text:
        made.refused = Refused(rule="it leaves out what was to be said", said=held)
    objection = checks.finish()
    if objection is not None:
        made.lacks = Refused(rule=str(objection.rule), said=objection.said)
    return made


@dataclass(slots=True, kw_only=True)
class _Taking:
    """A draft under way: what passed and is still held back, and whether the last sentence was left out."""

    checks: Checks
    terms: Terms
    made: Draft = field(default_factory=Draft)
    held: str = ""
    count: int = 0
    left: bool = False
    seen: set[tuple[str, ...]] = field(default_factory=set)

    def take(self, shown: str) -> bool:
        """Judge the next sentence; whether what is held may go out."""
        self.count += 1
        refused = _refusal(shown, self.count, self.checks, self.terms)
        words = tuple(ANY_WORD.findall(shown.casefold()))
        if words in self.seen and len(words) > OPENER:  # small models go round in circles
            refused = Refused(rule="it says the same again", said=shown)
        self.seen.add(words)
        if refused is not None and not refused.leaves_out:
            self.made.refused = refused
            return False
        self.left = refused is not None or (self.left and _hangs(shown))
        if self.left:
            self.made.left_out = self.made.left_out or refused
            self.held = _without(shown, "" if _leads_on(self.held) else self.held, self.made.text)
            return False
        self.held += _renumbered(shown, self.made.cited)
        return not _waits(shown)

    async def out(self, release: Release) -> None:
        """Release what is held."""
        text, self.held = self.held, ""
        self.made.text += text
        await release(text)


def _hangs(shown: str) -> bool:
    """Whether a sentence says nothing without the one before it, which was left out."""
    return HANGS.match(shown) is not None and QUESTION.search(shown) is None


def _without(shown: str, held: str, said: str) -> str:
    """What is held when a sentence is left out: the paragraph's end that stood behind it stays."""
    end = shown[len(shown.rstrip()) :]
    return held + end if "\n" in end and (held or said) else held


def _waits(sentence: str) -> bool:
    """Whether a sentence goes out with the next one only, or at the end.

    A lead-in needs what it leads to, and so does a bare opener ("Good question."); a question
    closes a reply, and when the draft is stopped behind it, the plain wording has a better one.
    """
    asks = QUESTION.search(sentence) is not None
    return _leads_on(sentence) or asks or size(sentence) <= OPENER


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
