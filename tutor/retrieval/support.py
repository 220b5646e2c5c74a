"""Evidence for a claim, and the sentences that answer a question, out of passages (pure).

`support` is deliberately strict: a claim stands only when one sentence of a passage (or two that
follow each other) holds its words, exactly its numbers, and does not turn it round. It compares
words, not meanings, so a true paraphrase may be refused; an unsupported claim rarely passes.
"""

import itertools
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from tutor.retrieval.language import analyser_of, language_of
from tutor.retrieval.passage import Passage
from tutor.retrieval.quoting import best_sentences
from tutor.retrieval.sentences import plain, sentences_of
from tutor.retrieval.statement import Statement

__all__ = ["ENOUGH", "Support", "best_sentences", "support"]

ENOUGH = 0.7  # share of the claim's words that its evidence must hold


@dataclass(frozen=True, slots=True, kw_only=True)
class Support:
    """The closest evidence for a claim: its passage and sentence (None and "" without passages).

    `score` in 0–1 is the share of the claim's words that the sentence holds; `supported` also asks
    for the same numbers and the same sense.
    """

    passage: Passage | None
    sentence: str
    score: float
    supported: bool


def support(claim: str, passages: Sequence[Passage], *, language: str = "") -> Support:
    """Look for the sentence that says what the claim says."""
    tag = language or language_of(claim)
    said = Statement.of(plain(claim), analyser_of(tag))
    best = Support(passage=None, sentence="", score=0.0, supported=False)
    for passage in passages:
        about = analyser_of(tag).words(" ".join(passage.heading_path)).stems
        for parts in _windows(passage.text):
            evidence = " ".join(parts)
            shown = _stated(evidence, tag)
            score = said.share_in(shown, about)
            stands = score >= ENOUGH and said.agrees_with(shown)
            if stands and len(parts) > 1:
                stands = not any(said.is_turned_by(_stated(part, tag)) for part in parts)
            if (stands, score, -len(evidence)) > (best.supported, best.score, -len(best.sentence)):
                best = Support(passage=passage, sentence=evidence, score=score, supported=stands)
    return best


@lru_cache(maxsize=8192)
def _stated(text: str, language: str) -> Statement:
    """Kept, since the same few passages are evidence for many claims."""
    return Statement.of(text, analyser_of(language))


@lru_cache(maxsize=1024)
def _windows(markdown: str) -> tuple[tuple[str, ...], ...]:
    """Each sentence alone, then each two neighbours; a list's points and rows count as sentences."""
    lines = [
        plain(sentence.text)
        for block in re.split(r"\n\s*\n|\n(?=\s*(?:[-*+•|]|\d+[.)])\s)", markdown)
        for sentence in sentences_of(block)
    ]
    return (*((line,) for line in lines), *itertools.pairwise(lines))
