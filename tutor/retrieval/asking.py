"""Headings that ask: what a heading asks for, and how the text below it answers (pure)."""

import re

from tutor.retrieval.language import fold
from tutor.retrieval.passage import Passage
from tutor.retrieval.prose import prose_of

_KINDS = (
    ("who", r"\bwho(?:se|m)?\b|\bqui[eé]n(?:es)?\b"),
    ("when", r"\bwhen\b(?= (?:was|were|did|is the|will)\b)|\bwhat (?:year|century)\b|\bcu[aá]ndo (?:fue|se)\b"),
    ("where", r"\bwhere\b|\bd[oó]nde\b"),
    ("quantity", r"\bhow (?:many|much|old|long|tall|heavy|far|fast)\b|\bcu[aá]nt[oa]s?\b"),
    ("contrast", r"\bdiff(?:er\w*)?\b|\bvs\b|\bversus\b|\bdiferencia"),
    ("reason", r"\bwhy\b|\bhow come\b|\bwhat(?:'s| is)? .{0,20}\bfor\b|\bpor qu[eé]\b|\bpara qu[eé]\b"),
)  # fmt: skip
_KIND = tuple((kind, re.compile(pattern)) for kind, pattern in _KINDS)
_ASKS = re.compile(r"[?؟？]")


def wordings(heading: str) -> tuple[str, ...]:
    """The questions that a heading asks; none where it asks nothing."""
    if not _ASKS.search(heading):
        return ()
    return tuple(part.strip() for part in _ASKS.split(heading) if part.strip())


def answer_below(passage: Passage, count: int, words: int) -> tuple[str, ...]:
    """How the text below a question begins: at most `count` whole sentences, of at most `words` words together."""
    kept: list[str] = []
    room = words
    for sentence in prose_of(passage.text)[:count]:
        room -= len(sentence.split())
        if kept and room < 0:
            break
        kept.append(sentence)
    return tuple(kept)


def kind_of(question: str) -> str:
    """What a question asks for: a person, a time, a place, a quantity, a reason; else ""."""
    asked = fold(question).replace("’", "'")
    return next((kind for kind, pattern in _KIND if pattern.search(asked)), "")
