"""The running text of a passage: whole sentences without headings, lists, tables and code (pure)."""

import re
from collections.abc import Iterator
from functools import lru_cache

from tutor.retrieval.sentences import plain, sentences_of

_NOT_PROSE = re.compile(
    r"\s{0,3}(?:#{1,6}\s|[-*+•]\s|\d{1,3}[.)]\s|\||>|```|~~~|!\[|<|\$\$|\s{4,}\S)"
)
# Bold words that head a paragraph (“**Adding tops and bottoms.** The bottom numbers are …”) say nothing by
# themselves; under “Common slips” they even name what is wrong.
_RUN_IN = re.compile(
    r"\A(?:\*\*|__)(?=\S)[^*_\n]{2,90}?(?:[.:!?](?:\*\*|__)|(?:\*\*|__)[.:])\s+(?=\S)"
)
_CAPTION = re.compile(
    r"\**(?:figure|fig\.|table|image|photo|source|credit|caption|note)\b[^.]{0,12}[:.\d]",
    re.IGNORECASE,
)


@lru_cache(maxsize=1024)
def prose_of(markdown: str) -> tuple[str, ...]:
    """Its sentences as one reads them, in order; what is no running text is left out."""
    return tuple(
        words
        for block in _paragraphs(markdown)
        for sentence in sentences_of(block)
        if (words := plain(sentence.text))
    )


def _paragraphs(markdown: str) -> Iterator[str]:
    fenced = False
    for block in re.split(r"\n\s*\n", markdown):
        fences = len(re.findall(r"^\s{0,3}(?:```|~~~)", block, re.MULTILINE))
        was_fenced, fenced = fenced, fenced ^ bool(fences % 2)
        if was_fenced or fences or _NOT_PROSE.match(block) or _CAPTION.match(block.strip()):
            continue
        # A list or table may follow a line of prose without an empty line between them.
        lines = block.splitlines()
        upto = next((at for at, line in enumerate(lines) if _NOT_PROSE.match(line)), len(lines))
        text = _RUN_IN.sub("", "\n".join(lines[:upto]).strip())
        if text and not text.endswith(":"):
            yield text
        elif text:
            # "These are:" introduces what is left out; the sentences before it still stand.
            yield " ".join(sentence.text for sentence in sentences_of(text)[:-1])
