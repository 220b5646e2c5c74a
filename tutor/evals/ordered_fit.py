"""Fits `safety.ordered` (with the extra `dense`): `python -m tutor.evals.ordered_fit DATA [--unseen | --folds | --by-row]`.

The rows are those of `screen_fit`, fewer alternatives of each line and a part of the ordinary texts.
`--unseen` fits nothing of `safety/` in DATA, neither words nor meanings, `--folds` leaves out a
third of its rows at a time (attacks by kind), and `--by-row` a tenth whatever their kind, as if
further rows of the same suites came: they write nothing and print what the screen and the second
look then find there.
"""

import sys
import tempfile
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from tutor.evals import meant_fit, screen_fit, screen_rows
from tutor.evals.kept_vectors import KeptVectors
from tutor.evals.safety_rows import headed
from tutor.evals.screen_fit import ATTEMPTS
from tutor.retrieval.dense import Embedder
from tutor.safety import ordered
from tutor.safety.likely import LEAST_WORDS
from tutor.safety.meant import Look, Weights, lean
from tutor.safety.normal import forms
from tutor.safety.ordered import ABROAD, ENGLISH
from tutor.safety.screen import LONG, screen
from tutor.safety.tongue import is_english

ALIKE = 10  # alternatives of one line that are looked at
FEW = 3  # of so many harmless messages that sound like no order one is looked at
SOME = 4  # of so many ordinary texts that no learner wrote one is looked at
# What a row counts: one that sounds like an order, other harmless ones, texts, what learners say.
NEAR, FAR, ORDINARY, LEARNERS = 1.0, 0.7, 0.5, 1.5
FOLDS, FOLDS_BY_ROW = 3, 10
FoldOf = Callable[[Mapping[str, Any], int], int]
KEPT = Path(tempfile.gettempdir()) / "meno-ordered"  # vectors between runs


@dataclass(frozen=True, slots=True)
class Row:
    """A text, whether it is an order, and what it counts."""

    text: str
    order: bool
    counts: float


def rows_of(data: Path, known: Sequence[Mapping[str, Any]]) -> list[Row]:
    """The rows that are fitted on; `known` are those of the outside suites."""
    bad, good = screen_rows.ours(screen_rows.ORDERS)
    near, doubles = _near_orders()
    school = dict.fromkeys(screen_rows.at_school())
    rows = [Row(text, True, NEAR) for text in dict.fromkeys(bad) if text not in doubles]
    for text in dict.fromkeys(good):
        if text in near and text not in doubles:
            rows.append(Row(text, False, NEAR))
        elif text not in near and _one_in(FEW, text):
            rows.append(Row(text, False, FAR))
    rows += [Row(text, False, LEARNERS) for text in school]
    for text in dict.fromkeys(screen_rows.ordinary(data)):
        if text not in school and _one_in(SOME, text):
            rows.append(Row(text, False, ORDINARY))
    rows += [Row(str(row["text"]), row["label"] in ATTEMPTS, NEAR) for row in known]
    return [row for row in rows if len(row.text.split()) >= LEAST_WORDS]


def _one_in(many: int, text: str) -> bool:
    return zlib.crc32(text.encode()) % many == 0


def _near_orders() -> tuple[set[str], set[str]]:
    """Our messages that are orders or sound like them, and those that repeat a line too often."""
    near: set[str] = set()
    doubles: set[str] = set()
    for file in sorted(screen_rows.ORDERS.rglob("*_*.txt")):
        if "orders" not in file.parent.name + file.stem:
            continue
        for _, same in headed(file):
            near.update(same)
            doubles.update(sorted(same, key=lambda text: zlib.crc32(text.encode()))[ALIKE:])
    return near, doubles


def look_of(text: str) -> Look:
    """Who looks at a text again."""
    return ENGLISH if is_english(forms(text)[-1].split()) else ABROAD


def fitted(rows: Sequence[Row], look: Look, embedder: Embedder) -> Weights:
    """The weights of a look, by the rows that it looks at."""
    some = [row for row in rows if look == ABROAD or look_of(row.text) == look]
    vectors = embedder.embed([row.text[:LONG] for row in some]).astype(np.float64)
    return meant_fit.fitted(vectors, [row.order for row in some], [row.counts for row in some])


def raised(
    texts: Sequence[str],
    words: Sequence[float],
    looks: Mapping[str, Weights],
    embedders: Mapping[str, Embedder],
) -> list[tuple[bool, bool]]:
    """Whether each text raises anything by these weights of words alone, and with its meaning."""
    found = []
    for text in texts:
        concern = screen(text, "en", weights=words)
        seen = alone = concern is not None
        look = ordered.look_at(text, words) if concern is None or concern.guessed else None
        if look is not None:
            vector = embedders[look.model].embed([text[:LONG], "."])[0].astype(np.float64)
            leaning = look.meaning * lean(vector, looks[look.model])
            seen = ordered.above(text, words) + leaning > look.bar
        found.append((alone, seen))
    return found


def _parts(
    rows: Sequence[Mapping[str, Any]], folds: int, of: FoldOf
) -> Iterator[tuple[list[Any], list[Any]]]:
    """What is fitted on, and what is then looked at."""
    if not folds:
        yield [], list(rows)
    for fold in range(folds):
        out = [row for row in rows if of(row, folds) == fold]
        yield [row for row in rows if of(row, folds) != fold], out


def fold_by_row(row: Mapping[str, Any], folds: int) -> int:
    """Any row may be left out while others of its kind are fitted."""
    return zlib.crc32(str(row["text"]).encode()) % folds


def _measured(
    data: Path, rows: Sequence[Mapping[str, Any]], folds: int, of: FoldOf = screen_fit.fold_of
) -> None:
    embedders = {look.model: _kept(look) for look in (ENGLISH, ABROAD)}
    seen: dict[str, list[tuple[bool, bool]]] = defaultdict(list)
    for known, out in _parts(rows, folds, of):
        known = [row for row in known if row["label"] in ATTEMPTS | {"benign"}]
        words = [float(w) for w in screen_fit.weights_of(data, known)]
        learnt = rows_of(data, known)
        looks = {
            look.model: fitted(learnt, look, embedders[look.model]) for look in (ENGLISH, ABROAD)
        }
        texts = [str(row["text"]) for row in out]
        for row, found in zip(out, raised(texts, words, looks, embedders), strict=True):
            seen[str(row["label"])].append(found)
    for label, over in sorted(seen.items()):
        alone, both = (sum(one[at] for one in over) / len(over) for at in (0, 1))
        print(f"{label:20}{len(over):6} rows, raised by words {alone:.4f}, with meaning {both:.4f}")


def _kept(look: Look) -> Embedder:
    return KeptVectors(meant_fit.LOADING[look.model](), KEPT)


def main() -> int:
    """Fit, and write the weights beside `safety.ordered`."""
    data = Path(sys.argv[1])
    rows = list(screen_rows.outside(data))
    if "--by-row" in sys.argv:
        _measured(data, rows, FOLDS_BY_ROW, fold_by_row)
        return 0
    if "--unseen" in sys.argv or "--folds" in sys.argv:
        _measured(data, rows, FOLDS if "--folds" in sys.argv else 0)
        return 0
    learnt = rows_of(data, [row for row in rows if row["label"] in ATTEMPTS | {"benign"}])
    for look in (ENGLISH, ABROAD):
        found = fitted(learnt, look, _kept(look))
        meant_fit.write(look, found)
        print(
            f"{len(learnt)} texts, {len(found.pulls)} hold the border: {look.weights.name} written."
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
