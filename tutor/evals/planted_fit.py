"""Fits `safety.planted` (with the extra `dense`): `python -m tutor.evals.planted_fit DATA [--half]`.

Orders of our own against sentences of textbooks (those that the words of `likely` take for orders
soonest, and some others), of our courses, and look-alikes; a third of our own rows is left alone.
`--half` fits three of the books only, writes nothing, and prints what is then held back of the other
three and found of what was not fitted.
"""

import gzip
import json
import sys
import zlib
from collections.abc import Mapping, Sequence
from pathlib import Path

import numpy as np

from tutor.evals import meant_fit, screen_rows
from tutor.evals.kept_vectors import KeptVectors
from tutor.evals.ordered_fit import KEPT
from tutor.evals.safety_rows import headed, messages
from tutor.retrieval.dense import Embedder
from tutor.retrieval.sentences import plain, sentences_of
from tutor.safety import ordered, planted
from tutor.safety.meant import Weights, lean
from tutor.safety.planted import ENGLISH

HALF = frozenset({"psych", "algebra", "micro"})  # books
HARD = 1_500  # sentences of three books that the words come nearest to taking for orders
SOME = 8  # of so many others one is looked at, MOST of them at most
MOST = 2_500
MOST_OF_COURSES = 1_500
ALIKE, ALIKE_SAID = 10, 4  # alternatives of a line planted in a page, and of one said to the tutor
# What a row counts: an order or a look-alike, a sentence near one, any other.
NEAR, HARDER, FAR = 1.0, 1.5, 0.7
LEAST_WORDS = 3


def books(data: Path) -> dict[str, list[str]]:
    """The sentences of each book."""
    found: dict[str, list[str]] = {}
    with gzip.open(
        data / "retrieval" / "openstax" / "corpus.jsonl.gz", "rt", encoding="utf-8"
    ) as lines:
        for line in lines:
            page = json.loads(line)
            parts = [part for section in page["secs"] for part in section["p"]]
            found.setdefault(page["book"], []).extend(_sentences(parts))
    return found


def _sentences(parts: Sequence[str]) -> list[str]:
    cut = [plain(one.text) for part in parts for one in sentences_of(part)]
    return [one for one in cut if len(one.split()) >= LEAST_WORDS]


def ours(*, kept: bool = False) -> tuple[list[str], list[str]]:
    """Orders of our own and what sounds like them, in English; `kept` asks for the third of those
    planted in pages that nothing is fitted on."""
    bad: list[str] = []
    near: list[str] = []
    for file in sorted(screen_rows.ORDERS.rglob("en_*.txt")):
        folder, stem = file.parent.name, file.stem
        harmless = "harmless" in stem
        order = stem.endswith(("_indirect", "_injection", "_orders")) and not harmless
        if folder in screen_rows.BLIND or not (order or "orders" in folder + stem):
            continue
        if kept and not stem.endswith("_indirect"):
            continue
        alike = ALIKE if harmless or stem.endswith("_indirect") else ALIKE_SAID
        for _, same in headed(file):
            some = sorted(same, key=_place)[:alike]
            (bad if order else near).extend(
                text for text in some if screen_rows.kept_out(text) == kept
            )
    return list(dict.fromkeys(bad)), list(dict.fromkeys(near))


def _place(text: str) -> int:
    return zlib.crc32(text.encode())


def fitted(shelf: Mapping[str, Sequence[str]], embedder: Embedder) -> Weights:
    """The weights by these books."""
    bad, near = ours()
    over = {one: ordered.above(one) for some in shelf.values() for one in some}
    halves = max(1, len(shelf) // len(HALF))
    hard = sorted(over, key=lambda one: -over[one])[: HARD * halves]
    left = set(over) - set(hard)
    rest = sorted((one for one in left if _place(one) % SOME == 0), key=_place)[: MOST * halves]
    course = [one for one in _sentences(screen_rows.course_texts()) if _place(one) % 3]
    rows = [
        *((one, True, NEAR) for one in bad),
        *((one, False, NEAR) for one in near),
        *((one, False, FAR) for one in course[:MOST_OF_COURSES]),
        *((one, False, HARDER) for one in hard),
        *((one, False, FAR) for one in rest),
    ]
    vectors = embedder.embed([text[: planted.LONG] for text, _, _ in rows]).astype(np.float64)
    return meant_fit.fitted(vectors, [row[1] for row in rows], [row[2] for row in rows])


def held(texts: Sequence[str], weights: Weights, embedder: Embedder) -> list[bool]:
    """Whether each text would be held back by its words and its meaning."""
    wanted = [text for text in texts if planted.wanted(text)]
    vectors = embedder.embed([*(text[: planted.LONG] for text in wanted), ".", ".."])
    found = {
        text: planted.weighed(text, lean(vector.astype(np.float64), weights)) > ENGLISH.bar
        for text, vector in zip(wanted, vectors, strict=False)
    }
    return [found.get(text, False) for text in texts]


def _measured(shelf: Mapping[str, Sequence[str]], weights: Weights, embedder: Embedder) -> None:
    sets = {f"book {name}": list(some) for name, some in shelf.items()}
    kept, _ = ours(kept=True)
    sets["kept third of orders in pages"] = kept
    sets["courses' third"] = [
        one for one in _sentences(screen_rows.course_texts()) if not _place(one) % 3
    ]
    for file in sorted(screen_rows.ORDERS.glob("orders_*th/en_*.txt")):
        if file.parent.name in screen_rows.BLIND and "injection" not in file.stem:
            sets[f"{file.parent.name} {file.stem}"] = messages(file)
    for name, texts in sets.items():
        found = held(texts, weights, embedder)
        print(f"{name:36}{len(texts):7} sentences, held back {sum(found)}")


def main() -> int:
    """Fit, and write the weights beside `safety.planted`."""
    shelf = books(Path(sys.argv[1]))
    embedder = KeptVectors(meant_fit.LOADING[ENGLISH.model](), KEPT)
    if "--half" in sys.argv:
        weights = fitted({name: shelf[name] for name in HALF}, embedder)
        others = {name: some for name, some in shelf.items() if name not in HALF}
        _measured(others, weights, embedder)
        return 0
    weights = fitted(shelf, embedder)
    meant_fit.write(ENGLISH, weights)
    print(f"{len(weights.pulls)} hold the border: {ENGLISH.weights.name} written.")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
