"""Orders planted in a document that only their meaning betrays: held back for the teacher to decide on.

Signs are looked for where a document is read (`readers`); here every sentence that is left goes to a
judge, who may have a sentence model.
"""

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from typing import Protocol

from tutor.retrieval.imports import Read
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._orders import without_these
from tutor.retrieval.sentences import plain, sentences_of

# Paragraphs, the points of a list, the rows of a table.
_BLOCK = re.compile(r"\n\s*\n|\n(?=\s*(?:[-*+•|]|\d+[.)])\s)|\n(?=\s*\|)")
LEAST_WORDS = 4  # of a sentence that is judged
LONGEST = 1_000  # characters of one


class Judge(Protocol):
    """Tells which sentences give orders to whoever reads them out."""

    async def __call__(self, sentences: Sequence[str]) -> Collection[str]:
        """Those of the sentences, as they were given."""
        ...


class Judged:
    """A `Read` whose documents were looked at by a judge as well."""

    def __init__(self, read: Read, judge: Judge) -> None:
        self._read = read
        self._judge = judge

    async def __call__(
        self, content: bytes, name: str, allowed: Collection[str] = ()
    ) -> ReadDocument:
        """The document; raises BadInput."""
        made = await self._read(content, name, allowed)
        return await judged(made, self._judge, allowed)


async def judged(made: ReadDocument, judge: Judge, allowed: Collection[str] = ()) -> ReadDocument:
    """The document without what the judge takes for orders, but for what is `allowed`."""
    written = {_plainly(sentence): sentence for sentence in _sentences(made.text)}
    found = await judge(tuple(written))
    text, held = without_these(made.text, [written[one] for one in found], allowed)
    return replace(made, text=text, quarantined=(*made.quarantined, *held)) if held else made


def _sentences(text: str) -> list[str]:
    """Each different sentence of the text, code left out."""
    prose = "\n".join(part for at, part in enumerate(text.split("```")) if at % 2 == 0)
    cut = [one.text for block in _BLOCK.split(prose) for one in sentences_of(block)]
    return [
        one for one in dict.fromkeys(cut) if len(one.split()) >= LEAST_WORDS and len(one) <= LONGEST
    ]


def _plainly(sentence: str) -> str:
    return plain(sentence).strip()
