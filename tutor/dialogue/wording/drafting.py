"""The drafts of one wording: at most two, checked sentence by sentence, and what must follow them."""

from collections.abc import Callable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, field, replace

import structlog

from tutor.dialogue.compose import Exchange, Refused, compose
from tutor.dialogue.grounding.beyond import silent
from tutor.dialogue.messages import Citation
from tutor.dialogue.owed import CITED, join, last_question, lost_core, still_to_say, verdicts
from tutor.dialogue.plain import Words, cite
from tutor.dialogue.ports import Emit, Spoken
from tutor.dialogue.scene import Scene
from tutor.dialogue.stream import Checks, Draft, Terms, draft
from tutor.dialogue.wording.asking import Wording
from tutor.errors import ModelFailed
from tutor.llm.budget import Payer
from tutor.llm.chain import Call, Chain
from tutor.llm.redact import Redaction
from tutor.prompting import PromptBook, PromptError
from tutor.retrieval.passage import Passage

DRAFTS = 2

log = structlog.get_logger()


@dataclass(slots=True, kw_only=True)
class Attempt:
    """The drafts of one wording."""

    chain: Chain
    prompts: PromptBook
    scene: Scene
    wanted: Wording
    redaction: Redaction
    turns: tuple[Exchange, ...]
    payer: Payer
    started: float
    prompt: str = ""
    by: str = ""
    count: int = 0
    mended: bool = False
    rules: list[str] = field(default_factory=list)

    async def drafts(self, checks: Callable[[], Checks], emit: Emit, passages: int) -> Draft:
        """A draft, and one more with the objection when nothing of the first was released."""
        refused: Refused | None = None
        made = Draft(failed=True)
        for _ in range(DRAFTS):
            self.count += 1
            try:
                made = await self._draft(checks, emit, passages, refused)
            except (ModelFailed, PromptError) as error:
                log.warning("wording_failed", why=str(error))
                return Draft(failed=True)
            if made.refused is not None:
                self.rules.append(made.refused.rule)
            elif made.lacks is not None:
                self.rules.append(made.lacks.rule)
            elif made.left_out is not None:
                self.rules.append(made.left_out.rule)
            if made.text or made.failed or made.refused is None:
                return made
            refused = made.refused
        return made

    async def _draft(
        self, checks: Callable[[], Checks], emit: Emit, passages: int, refused: Refused | None
    ) -> Draft:
        """A draft, by the next model where one broke off before anything was released."""
        prompt = compose(
            self.prompts, self.wanted, self.scene,
            history=self.turns, hide=self.redaction.hide, refused=refused,
        )  # fmt: skip
        self.prompt = f"{prompt.name}/{prompt.version}"
        call: Call | None = self.chain.call(prompt, payer=self.payer)
        made = Draft(failed=True)
        wanted = self.wanted
        terms = Terms(passages=passages, keep=wanted.keep, core=wanted.core, graded=wanted.graded)
        while call is not None:
            async with aclosing(call.pieces()) as pieces:
                made = await draft(pieces, checks(), emit, terms, self._show)
            self.by = call.by
            call = self.chain.anew(call) if made.failed and (wanted.head or not made.text) else None
        return made

    def _show(self, sentence: str) -> str | None:
        shown = self.redaction.show(sentence)
        return None if self.redaction.left(shown) else shown


async def at_once(made: Draft, wanted: Wording, emit: Emit, attempt: Attempt) -> Spoken | None:
    """A draft behind words of the program's own, released as a whole; None where it was stopped or is silent."""
    if made.failed or made.refused is not None or made.lacks is not None or silent(made.text):
        return None
    text = join([wanted.head, made.text, wanted.tail])
    await emit(text)
    return Spoken(words=Words(text=text, grounded=False), by=attempt.by)


async def unheard(text: str) -> None:
    """Nobody hears what may still be taken back."""


async def whole(
    made: Draft,
    wanted: Wording,
    plain: Words,
    passages: Sequence[Passage],
    emit: Emit,
    attempt: Attempt,
) -> Spoken:
    """The released text with what must follow it: the tail, and what a stopped draft owes."""
    stopped = made.failed or made.refused is not None
    owed = ""
    if wanted.tail:
        owed = wanted.tail
    elif stopped:
        owed = still_to_say(wanted.keep, made.text, leads=wanted.graded and not verdicts(made.text))
    elif lost_core(wanted.core, made.text):
        owed = wanted.core.strip()
    elif made.lacks is not None:
        owed = last_question(wanted.keep, made.text)
    attempt.mended = stopped or bool(owed and not wanted.tail)
    numbers = {passages[n - 1].id: at for at, n in enumerate(made.cited, 1)}
    citations = [cite(at, passages[n - 1]) for at, n in enumerate(made.cited, 1)]
    owed = _continued(owed, plain.citations, citations, {str(k): v for k, v in numbers.items()})
    if owed:
        gap = "" if made.text.endswith("\n\n") else "\n\n"
        await emit(gap + owed)
    return Spoken(
        words=Words(
            text=join([made.text, owed]), citations=tuple(citations), grounded=plain.grounded
        ),
        by=f"{attempt.by}+plain" if attempt.mended else attempt.by,
    )


def _continued(
    owed: str, was: Sequence[Citation], citations: list[Citation], numbers: dict[str, int]
) -> str:
    """The plain sentences with their citations counted on from the draft's; extends `citations`."""
    by_number = {citation.number: citation for citation in was}
    for hit in CITED.findall(owed):
        cited = by_number.get(int(hit))
        if cited is not None and cited.passage not in numbers:
            numbers[cited.passage] = len(citations) + 1
            citations.append(replace(cited, number=len(citations) + 1))
    return CITED.sub(
        lambda hit: (
            f"[{numbers[by_number[int(hit[1])].passage]}]" if int(hit[1]) in by_number else hit[0]
        ),
        owed,
    )
