"""All numbers of graded short answers, made once: features, bags of words and letters, embeddings.

Making them takes most of the time of an evaluation, and no number of a row depends on the answer or
the label of another one (words are weighed by the questions and references alone), so that folds
may share them and a folder may keep them.
"""

import hashlib
import itertools
import zlib
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import numpy as np
from numpy.typing import NDArray

from tutor.evals.shortanswer_learn import Array, Row, table
from tutor.evals.shortanswer_sense import sense_table, senses
from tutor.items import text
from tutor.items.text.overlap import text_of, weights_of

Places = NDArray[np.int64]
Floats = NDArray[np.float32]
Numbers = NDArray[np.float64] | Floats
_BUCKETS = 2048


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """Rows with what the kernel method sees of them."""

    rows: Sequence[Row]
    found: Array  # the features, one row each
    words: Floats  # damped counts of words and pairs of words in each of `_BUCKETS`
    letters: Floats  # the same for runs of letters
    whole: Floats | None  # sentence embeddings of the answers, unit length
    turn: Floats | None  # what they add to those of the nearest reference

    def part(self, at: Places) -> Self:
        """The rows at some places."""
        return type(self)(
            rows=[self.rows[i] for i in at],
            found=self.found[at],
            words=self.words[at],
            letters=self.letters[at],
            whole=None if self.whole is None else self.whole[at],
            turn=None if self.turn is None else self.turn[at],
        )


def measure(rows: Sequence[Row], *, embed: bool, keep: Path | None = None) -> Measured:
    """The numbers of `rows`; with `keep`, read from that folder when they were made before."""

    def features() -> Array:
        return table(
            rows, weights_of(sorted({t for r in rows for t in (r.question, *r.references)}))
        )

    found = kept(keep, "features", rows, features).astype(np.float64)
    words = kept(keep, "words", rows, lambda: _counted([_word_bag(r.answer) for r in rows]))
    letters = kept(keep, "letters", rows, lambda: _counted([_letter_bag(r.answer) for r in rows]))
    whole = turn = None
    if embed:
        sensed = kept(keep, "senses", rows, lambda: _sensed(rows))
        told, whole, turn = np.split(sensed, [-2 * _WHOLE, -_WHOLE], axis=1)
        found = np.hstack([found, told.astype(np.float64)])
    return Measured(
        rows=rows,
        found=found,
        words=words.astype(np.float32),
        letters=letters.astype(np.float32),
        whole=None if whole is None else whole.astype(np.float32),
        turn=None if turn is None else turn.astype(np.float32),
    )


_WHOLE = 384  # length of an embedding of the extra "dense"


def _sensed(rows: Sequence[Row]) -> Array:
    known = senses(t for row in rows for t in (row.answer, row.question, *row.references))
    whole = np.array([known[row.answer].whole for row in rows])
    nearest = []
    for row, said in zip(rows, whole, strict=True):
        refs = np.array([known[reference].whole for reference in row.references])
        nearest.append(refs[(refs @ said).argmax()])
    return np.hstack([sense_table(rows, known), whole, whole - np.array(nearest)])


def kept(keep: Path | None, name: str, rows: Sequence[Row], make: Callable[[], Numbers]) -> Numbers:
    """What `make` gives, from a file of `keep` if it was made of these texts by this code before."""
    if keep is None:
        return make()
    keep.mkdir(parents=True, exist_ok=True)
    place = keep / f"{name}-{_key(rows)}.npy"
    if place.is_file():
        held: Numbers = np.load(place, allow_pickle=False)
        return held
    made = make()
    np.save(place, made)
    return made


def _key(rows: Sequence[Row]) -> str:
    """A hash of the texts and of the code that measures them."""
    found = hashlib.sha256()
    for folder in (Path(__file__).parent, *map(Path, text.__path__)):
        for source in sorted(
            folder.glob("shortanswer_[ms]e*.py" if folder.name == "evals" else "*.py")
        ):
            found.update(source.read_bytes())
    for row in rows:
        found.update("\0".join((row.answer, row.question, *row.references, "")).encode())
    return found.hexdigest()[:16]


def _counted(bags: Sequence[Counter[str]]) -> Floats:
    made = np.zeros((len(bags), _BUCKETS), dtype=np.float32)
    for i, bag in enumerate(bags):
        for token, count in bag.items():
            made[i, zlib.crc32(token.encode()) % _BUCKETS] += 1 + np.log(count)
    return made


def _word_bag(raw: str) -> Counter[str]:
    stems = text_of(raw).stems
    return Counter([*stems, *(" ".join(pair) for pair in itertools.pairwise(stems))])


def _letter_bag(raw: str) -> Counter[str]:
    joined = " ".join(f" {word} " for word in text_of(raw).words)
    return Counter(joined[i : i + n] for n in (3, 4, 5) for i in range(len(joined) - n + 1))
