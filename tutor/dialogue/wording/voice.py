"""The model's voice: words a move through the chain, under the checks, or leaves it plain."""

import asyncio
import time
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

import structlog

from tutor.dialogue import judge
from tutor.dialogue import meant as meanings
from tutor.dialogue.compose import history
from tutor.dialogue.moves import Move
from tutor.dialogue.moves import name as move_name
from tutor.dialogue.plain import Words
from tutor.dialogue.ports import Emit, Spoken
from tutor.dialogue.read import Intent
from tutor.dialogue.scene import Scene
from tutor.dialogue.stream import Checks, Draft
from tutor.dialogue.wording.briefs import passages_for, wording
from tutor.dialogue.wording.drafting import Attempt, at_once, unheard, whole
from tutor.dialogue.wording.worded import Outcome, Record, logged
from tutor.ids import LearnerId
from tutor.items.grade import Grade
from tutor.items.item import Item
from tutor.llm.budget import NOBODY, Payer, Spent
from tutor.llm.chain import Chain
from tutor.llm.redact import Redaction
from tutor.prompting import PromptBook
from tutor.retrieval.passage import Hit, Passage

MEANT_WAIT = 3.0  # seconds that a learner waits for a doubt to be settled

MakeChecks = Callable[[Move, Scene, Words, Sequence[Passage], str, Sequence[str]], Checks]
log = structlog.get_logger()


class Names(Protocol):
    """Who may be named in what a learner writes: classmates, teachers, guardians."""

    async def __call__(self, learner: LearnerId) -> Sequence[str]:
        """Names as on the roster, the learner's own included."""
        ...


class Classes(Protocol):
    """Which classes a learner is in, so that what a call costs is booked on them too."""

    async def __call__(self, learner: LearnerId) -> Sequence[str]: ...


class Permission(Protocol):
    """Whether a learner's words may go to a provider (consent, age)."""

    async def __call__(self, learner: LearnerId) -> bool: ...


class ModelVoice:
    """Words moves and judges open responses with a model. `counts` counts outcomes.

    `checks` makes the checks of one draft (`tutor.dialogue.check.Checker`). `names` is who
    is hidden from the provider besides the learner, `may` whether it may be asked at all, `classes`
    whose caps and accounts a call counts on besides the learner's.
    """

    def __init__(
        self,
        model: Chain,
        prompts: PromptBook,
        checks: MakeChecks,
        *,
        names: Names | None = None,
        may: Permission | None = None,
        classes: Classes | None = None,
        record: Callable[[Record], None] = logged,
        meant_wait: float = MEANT_WAIT,
    ) -> None:
        self._model = model
        self._prompts = prompts
        self._checks = checks
        self._names = names
        self._may = may
        self._classes = classes
        self._record = record
        self._meant_wait = meant_wait
        self.counts: Counter[str] = Counter()

    async def word(
        self, move: Move, scene: Scene, plain: Words, hits: Sequence[Hit], name: str, emit: Emit
    ) -> Spoken | None:
        """The worded move, or None when the plain wording should be used (nothing emitted)."""
        passages = passages_for(move, plain, hits)
        wanted = wording(move, scene, plain, passages)
        learner = scene.state.learner
        if wanted is None or not await self._allowed(learner):
            return None
        roster = await self._names(learner) if self._names else ()
        redaction = Redaction([name, *roster])
        attempt = Attempt(
            chain=self._model,
            prompts=self._prompts,
            scene=scene,
            wanted=wanted,
            redaction=redaction,
            turns=history(scene.past),
            payer=await self._payer(learner),
            started=time.monotonic(),
        )
        made = await attempt.drafts(
            lambda: self._checks(move, scene, plain, passages, name, roster),
            unheard if wanted.head else emit,
            len(passages),
        )
        if wanted.head:
            spoken = await at_once(made, wanted, emit, attempt)
        else:
            spoken = (
                await whole(made, wanted, plain, passages, emit, attempt) if made.text else None
            )
        self._note(attempt, made, spoken, move_name(move))
        return spoken

    async def warm(self) -> None:
        """Load the provider's library and the prompts now, so that no learner waits (seconds)."""
        await self._model.warm()
        await asyncio.to_thread(self._prompts.warm)

    def accounts(self) -> tuple[Mapping[str, Spent], Mapping[str, str]]:
        """What was spent today on each account, and the state of each model."""
        return self._model.spent(), self._model.states()

    def full(self) -> frozenset[str]:
        """The accounts that are at their cap today."""
        return self._model.full()

    async def close(self) -> None:
        """Give back connections."""
        await self._model.close()

    async def judge(
        self,
        item: Item,
        response: str,
        language: str,
        *,
        learner: LearnerId | None = None,
        name: str = "",
    ) -> Grade | None:
        """A model's grade of an open response against its rubric; None when it has none.

        `learner` is whose response it is, for counting and permission; where permission is asked
        for and no learner is given, nothing is sent.
        """
        if self._may is not None and (learner is None or not await self._may(learner)):
            return None
        known = await self._names(learner) if self._names and learner is not None else ()
        redaction = Redaction([name, *known])
        return await judge.judge(
            self._model, self._prompts, item, response, language,
            hide=redaction.hide, show=redaction.show, payer=await self._payer(learner),
        )  # fmt: skip

    async def meant(
        self,
        text: str,
        doubt: Sequence[Intent],
        item: Item | None,
        language: str,
        *,
        learner: LearnerId,
        name: str = "",
    ) -> Intent | None:
        """Which of the doubted intents a model takes a message to have; None when it has none."""
        if not await self._allowed(learner):
            return None
        redaction = Redaction([name, *(await self._names(learner) if self._names else ())])
        payer = await self._payer(learner)
        try:
            async with asyncio.timeout(self._meant_wait):
                return await meanings.pick(
                    self._model, self._prompts, text, doubt, item, language,
                    hide=redaction.hide, payer=payer,
                )  # fmt: skip
        except TimeoutError:
            log.warning("intent_late", seconds=self._meant_wait)
            return None

    async def _payer(self, learner: LearnerId | None) -> Payer:
        if learner is None:
            return NOBODY
        classes = await self._classes(learner) if self._classes else ()
        return Payer(learner=learner, classes=tuple(classes))

    async def _allowed(self, learner: LearnerId) -> bool:
        return self._may is None or await self._may(learner)

    def _note(self, attempt: Attempt, made: Draft, spoken: Spoken | None, move: str) -> None:
        if spoken is not None:
            outcome = Outcome.MENDED if attempt.mended else Outcome.WORDED
        else:
            outcome = Outcome.FAILED if made.failed else Outcome.REFUSED
        self.counts[f"{move}:{outcome}"] += 1
        self._record(
            Record(
                move=move,
                prompt=attempt.prompt,
                by=attempt.by,
                outcome=outcome,
                drafts=attempt.count,
                rules=tuple(attempt.rules),
                seconds=time.monotonic() - attempt.started,
            )
        )
