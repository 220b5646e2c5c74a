"""A talk whose moves a model words, with limits that keep no test waiting."""

from typing import Any

from tests.support import START, Talk
from tutor.dialogue.check import Checker
from tutor.dialogue.wording.voice import ModelVoice
from tutor.dialogue.wording.worded import Record
from tutor.llm.chain import Chain
from tutor.llm.chat import ChatModel
from tutor.llm.limits import Limits
from tutor.prompting import PromptBook
from tutor.settings import bundled

BOOK = PromptBook(bundled("prompts"))
QUICK = Limits(connect=0.3, first=0.4, idle=0.3, total=1.2, patience=0.6)


class Spoken:
    """A talk whose moves a model words."""

    def __init__(self, *models: ChatModel, limits: Limits = QUICK, **options: Any) -> None:
        self.records: list[Record] = []
        self.chain = Chain(models, lambda: START, limits=limits)
        self.voice = ModelVoice(self.chain, BOOK, Checker, record=self.records.append, **options)
        self.talk = Talk(voice=self.voice)
