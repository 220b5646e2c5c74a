"""Photos of work and voice notes, read by a model into text that the learner confirms.

The model copies and is not told the open question, so that it cannot answer it. Its text changes
nothing: it is shown (“I read: …”), and only when the learner says that it is right does it become an
ordinary message, screened, read and graded like any other. What tells of danger is not shown for
confirmation but goes to the turn at once. Neither picture nor sound is kept.
"""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

import structlog
from pydantic import BaseModel, ConfigDict, Field

from tutor.dialogue.compose import language_name
from tutor.dialogue.ports import Screen
from tutor.dialogue.read import clean
from tutor.dialogue.wording.voice import Classes, Permission
from tutor.errors import ModelFailed
from tutor.ids import LearnerId
from tutor.llm.attachment import (
    MOST_PICTURE,
    MOST_SOUND,
    Attachment,
    Damaged,
    ForPhones,
    Medium,
    attach,
)
from tutor.llm.budget import Payer
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.failures import OutOfBudget
from tutor.llm.form import fill, form_prompt
from tutor.prompting import PromptBook, PromptError

LONGEST = 1_000  # characters of what was read
WAIT = 25.0  # seconds that a learner waits for a reading
log = structlog.get_logger()


class WorkForm(BaseModel):
    """What the model fills in."""

    model_config = ConfigDict(extra="ignore")
    readable: bool = True
    lines: list[str] = Field(default_factory=list, max_length=60)
    answer: str = Field(default="", max_length=400)


class Unread(StrEnum):
    """Why there is no text."""

    NOT_ALLOWED = "not_allowed"  # no model that takes it, or no consent: only text can be read
    NOT_A_FILE = "not_a_file"  # neither a picture nor a sound of the kinds that are known
    TOO_LARGE = "too_large"
    DAMAGED = "damaged"
    FOR_PHONES = "for_phones"  # a picture of a kind that only phones know
    NOT_MADE_OUT = "not_made_out"
    FAILED = "failed"
    USED_UP = "used_up"  # a cap on what models may cost today is reached


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadBack:
    """What was read, to be confirmed; `urgent` when an adult must see it, whoever confirms it."""

    text: str
    medium: Medium
    urgent: bool = False


class MediaReader:
    """Reads what learners send with the configured models.

    `may` is asked before anything is sent; a call is booked on the learner and `classes`.
    """

    def __init__(
        self,
        chain: Chain,
        prompts: PromptBook,
        screen: Screen,
        *,
        may: Permission | None = None,
        classes: Classes | None = None,
        wait: float = WAIT,
    ) -> None:
        self._chain = chain
        self._prompts = prompts
        self._screen = screen
        self._may = may
        self._classes = classes
        self._wait = wait

    async def takes(self, learner: LearnerId) -> frozenset[Medium]:
        """What may be read for the learner: what the models take, if they may be asked at all."""
        if not self._chain.takes or (self._may is not None and not await self._may(learner)):
            return frozenset()
        return self._chain.takes

    async def read(self, body: bytes, learner: LearnerId, language: str) -> ReadBack | Unread:
        """The text of a picture or sound, or why there is none. Never raises."""
        takes = await self.takes(learner)
        if not takes:
            return Unread.NOT_ALLOWED
        if len(body) > MOST_PICTURE:
            return Unread.TOO_LARGE
        try:
            found = attach(body)
        except Damaged:
            return Unread.DAMAGED
        except ForPhones:
            return Unread.FOR_PHONES
        if found is None:
            return Unread.NOT_A_FILE
        if found.medium not in takes:
            return Unread.NOT_ALLOWED
        if found.medium is Medium.SOUND and len(body) > MOST_SOUND:
            return Unread.TOO_LARGE
        classes = await self._classes(learner) if self._classes else ()
        payer = Payer(learner=learner, classes=tuple(classes))
        try:
            async with asyncio.timeout(self._wait):
                text = await self._text(found, language, payer)
        except OutOfBudget:
            return Unread.USED_UP
        except (ModelFailed, PromptError, TimeoutError) as error:
            log.warning("media_failed", medium=found.medium, why=type(error).__name__)
            return Unread.FAILED
        if not text:
            return Unread.NOT_MADE_OUT
        concern = self._screen(text, language)
        return ReadBack(
            text=text, medium=found.medium, urgent=concern is not None and concern.tier > 0
        )

    async def _text(self, found: Attachment, language: str, payer: Payer) -> str:
        if found.medium is Medium.SOUND:
            prompt = Prompt(
                name="hear", version="1", system="", messages=(), max_tokens=300,
                attachments=(found,),
            )  # fmt: skip
            return plainly(await self._chain.whole(prompt, payer=payer))
        form = await fill(self._chain, self._asking(found, language), WorkForm, payer=payer)
        return "" if form is None else work(form)

    def _asking(self, found: Attachment, language: str) -> Callable[[str], Prompt]:
        def prompt(wrong: str) -> Prompt:
            inputs = {"language": language_name(language), "wrong": wrong}
            rendered = self._prompts.render("form_work", inputs)
            return form_prompt(rendered, 700, (found,))

        return prompt


def work(form: WorkForm) -> str:
    """The learner's lines, the answer last; empty when nothing was made out."""
    if not form.readable:
        return ""
    lines = [line for line in map(plainly, form.lines) if line]
    answer = plainly(form.answer)
    if answer and (not lines or not _ends_with(lines[-1], answer)):
        lines.append(answer)
    return plainly("\n".join(lines))


def plainly(text: str) -> str:
    """A text from outside as a message could be typed: no command, no signs unseen, not long."""
    return clean(text[:LONGEST]).lstrip("/ \n")


def _ends_with(line: str, answer: str) -> bool:
    return "".join(line.split()).casefold().endswith("".join(answer.split()).casefold())
