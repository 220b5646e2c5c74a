"""How likely each intent is, by a small linear model over cues, words and the situation (pure).

Words, pairs of words and pieces of words are hashed into buckets (Weinberger et al. 2009) beside the
cues and what is open; one softmax over all intents. The weights come from
`python -m tutor.evals.intent_fit` on the tuning half of our own labelled utterances.
"""

import itertools
import re
import zlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import numpy as np
import numpy.typing as npt

from tutor.dialogue.intents.cues import ORDER, cues

WEIGHTS = Path(__file__).with_name("weights.npz")
BUCKETS = 2048
VERDICTS = ("correct", "partial", "incorrect", "unreadable", "unclear")
KINDS = ("number", "choice", "short", "open", "output", "other")
LENGTHS = (1, 2, 3, 5, 8, 12, 20)
SIGNS = ("bias", "open", "asks", "number", "named", "named_short", "no_cue", "some_cue", "foreign")
MOST_WORDS = 60
Vector = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True, kw_only=True)
class Situation:
    """What a message is said into.

    `verdict` and `kind` are the open item's grade and type, empty when nothing is open; `named`
    in 0–1 is how surely the message names something of the course.
    """

    verdict: str = ""
    kind: str = ""
    named: float = 0.0

    @property
    def open(self) -> bool:
        """Whether an item is open."""
        return bool(self.kind)


def likely(words: str, situation: Situation) -> tuple[tuple[str, float], ...]:
    """Intents with their probabilities, likeliest first, for a message as `said` writes it."""
    labels, weights = _model()
    found = features(words, situation)
    total = np.array(list(found.values())) @ weights[list(found)]
    odds = np.exp(total - total.max())
    shares = odds / odds.sum()
    return tuple((labels[at], float(shares[at])) for at in np.argsort(-shares))


def features(words: str, situation: Situation) -> dict[int, float]:
    """Feature → value. Hashed text first, then cues, cues by what is open, and signs."""
    tokens = ["0" if token[0].isdigit() else token for token in words.split()[:MOST_WORDS]]
    found = _text(tokens)
    at = BUCKETS
    seen = cues(words)
    for side in (True, False):
        if side == situation.open:
            found |= {at + place: 1.0 for place, cue in enumerate(seen) if cue}
        at += len(ORDER)
    found |= {at + place: 1.0 for place, cue in enumerate(seen) if cue}
    at += len(ORDER)
    for names, name in ((VERDICTS, situation.verdict), (KINDS, situation.kind)):
        if name:
            known = name if name in names else names[-1]
            found[at + names.index(known)] = 1.0
        at += len(names)
    size = next((place for place, most in enumerate(LENGTHS) if len(tokens) <= most), len(LENGTHS))
    found[at + size] = 0.5
    found[at + len(LENGTHS) + 1 + size] = 0.5 * situation.open
    at += 2 * (len(LENGTHS) + 1)
    signs = _signs(words, tokens, situation, sum(seen))
    return found | {at + place: signs[name] for place, name in enumerate(SIGNS) if signs[name]}


def size() -> int:
    """How many features there are."""
    return (
        BUCKETS + 3 * len(ORDER) + len(VERDICTS) + len(KINDS) + 2 * (len(LENGTHS) + 1) + len(SIGNS)
    )


def _text(tokens: list[str]) -> dict[int, float]:
    whole = {f"w {token}" for token in tokens}
    whole |= {f"b {a} {b}" for a, b in itertools.pairwise(["^", *tokens, "$"])}
    pieces = {f"c {piece}" for token in tokens for piece in _pieces(token)}
    found: dict[int, float] = {}
    for names, weight in ((whole, 1.0), (pieces, 0.6)):
        for name in names:
            bucket = zlib.crc32(name.encode()) % BUCKETS
            found[bucket] = found.get(bucket, 0.0) + weight / max(1.0, len(names)) ** 0.5
    return found


def _pieces(token: str) -> list[str]:
    bounded = f"<{token}>"
    return [bounded[at : at + n] for n in (3, 4) for at in range(len(bounded) - n + 1)]


def _signs(words: str, tokens: list[str], situation: Situation, cue_count: int) -> dict[str, float]:
    return {
        "bias": 1.0,
        "open": float(situation.open),
        "asks": float(words.endswith("?")),
        "number": float("0" in tokens),
        "named": situation.named,
        "named_short": situation.named * (len(tokens) <= 4),
        "no_cue": float(cue_count == 0),
        "some_cue": float(cue_count > 0),
        "foreign": float(_FOREIGN.search(words) is not None),
    }


_FOREIGN = re.compile(r"[^\x00-\x7f]|\b(?:el|la|que|un|una|por|es|das|ist|ich|der|die|ein|nicht)\b")


@cache
def _model() -> tuple[tuple[str, ...], Vector]:
    """The intents and their weights, one row for each feature."""
    with np.load(WEIGHTS, allow_pickle=False) as stored:
        labels = tuple(str(label) for label in stored["labels"])
        weights = stored["weights"].astype(np.float64) * stored["scale"]
    return labels, weights
