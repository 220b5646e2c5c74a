"""Judging the sentences of a document that a teacher hands in: which are orders planted for a model."""

import asyncio
from collections.abc import Sequence
from typing import Protocol

from tutor.safety.meant import Vector
from tutor.safety.planted import LONG, planted, wanted


class Sense(Protocol):
    """Tells what a text means, where a sentence model is loaded."""

    async def vector(self, text: str, language: str, model: str) -> Vector | None:
        """The vector of length 1 that `model` gives a text; None where it is not loaded."""
        ...


class DocumentJudge:
    """Tells which sentences are orders; none while the sentence model is not there."""

    def __init__(self, sense: Sense) -> None:
        self._sense = sense

    async def __call__(self, sentences: Sequence[str]) -> list[str]:
        """Those of the sentences. A book takes some tens of seconds, most of them in a thread."""
        found = []
        for sentence, model in await asyncio.to_thread(_open, sentences):
            vector = await self._sense.vector(sentence[:LONG], "en", model)
            if vector is None:
                break
            if planted(sentence, vector):
                found.append(sentence)
        return found


def _open(sentences: Sequence[str]) -> list[tuple[str, str]]:
    """The sentences whose words leave it open, with the model that may yet tell."""
    return [(one, model) for one in sentences if (model := wanted(one)) is not None]
