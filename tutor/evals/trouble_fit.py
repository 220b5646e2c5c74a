"""Fits `safety.trouble`: `python -m tutor.evals.trouble_fit tests/data/safety DATA [NAME] [--folds]`.

NAME is `english` or `abroad` (Spanish and Arabic), both if not given; the rows of all three languages are fitted
for either, for themes are theirs in common.

The rows are our own messages (`told/`, two thirds of those in LATER, and the older files that the signs were written beside) and
ordinary texts: the tuning half of `tests/data/intents`, `wandering`, `questions` and `talk` beside it, and learners' and teachers' turns, questions and
answers from the outside data. `blind/` is never read. `--folds` leaves out a theme in one manner
at a time, in all languages at once, and prints what is then found; ordinary texts are split at random.
"""

import gzip
import json
import sys
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from tutor.evals import intent_rows
from tutor.evals.safety_rows import headed, messages
from tutor.evals.sparse import Matrix, Places, Sparse, gathered, softmax
from tutor.safety.concern import Kind
from tutor.safety.normal import forms
from tutor.safety.screen import screen
from tutor.safety.trouble import ABROAD, BAR, ENGLISH, KINDS, features, pieces, size

NAMED = {"english": ENGLISH, "abroad": ABROAD}
PENALTY = 0.35
ROUNDS = 150
FOLDS = 5
BARS = (0.3, 0.4, 0.5, 0.6, 0.7, 0.8)
MOST_ALIKE = {
    "told": 14,
    "told_second": 40,
    "told_fifth": 12,
}  # alternatives of one line that are looked at
ALIKE_TALK = {
    "told_second": 50,
    "told_third": 50,
    "told_fourth": 8,
    "told_fifth": 8,
    "told_sixth": 8,
}  # the same of ordinary talk
ORDINARY = 1500  # texts of each outside source
HARD = 1.0  # what a harmless look-alike counts, an ordinary text counts EASY
EASY = 0.5
LEARNERS = 1.5  # what learners say to a tutor counts, of which no fit may make trouble
ELSEWHERE = 3.0  # how much more a harmless message counts in the other languages
LATER = (
    "second",
    "third",
    "fifth",
    "sixth",
    "eighth",
    "eleventh",
)  # folders of later messages, two thirds of which are fitted on
LATER_TALK = (
    "ordinary_second",
    "ordinary_fourth",
    "ordinary_fifth",
    "ordinary_sixth",
    "ordinary_eighth",
    "ordinary_ninth",
    "ordinary_eleventh",
    "ordinary_twelfth",
)  # of such that was read blind before
THEMES = {
    "self_harm": Kind.SELF_HARM,
    "abuse": Kind.ABUSE,
    "bullying": Kind.ABUSE,
    "sexual": Kind.ABUSE,
    "danger": Kind.DANGER,
    "violence": Kind.DANGER,
}


@dataclass(frozen=True, slots=True)
class Told:
    """A message, what it tells of (a place in KINDS), its theme and manner, and what it counts."""

    text: str
    kind: int
    group: str
    counts: float


def ours(folder: Path, alike: Mapping[str, int] = MOST_ALIKE) -> Iterator[Told]:
    """Our own messages; the alternatives of a line count as one message between them."""
    for told, most in alike.items():
        for file in sorted((folder / told).glob("*_[ch]*.txt")):
            crisis = file.stem.endswith("_crisis")
            for heading, same in headed(file):
                kind = _kind(heading) if crisis else 0
                some = sorted(same, key=lambda text: zlib.crc32(text.encode()))[:most]
                counts = HARD * len(some) ** -0.5 * _fair(file, kind)
                yield from (Told(text, kind, f"{kind > 0} {heading}", counts) for text in some)
    for file in sorted(file for later in LATER for file in (folder / later).glob("*_*.txt")):
        if not file.stem.endswith(("_crisis", "_harmless")):
            continue
        crisis = file.stem.endswith("_crisis")
        for heading, same in headed(file):
            kind = _kind(heading) if crisis else 0
            counts = HARD * _fair(file, kind)
            kept = [text for text in same if not kept_out(text)]
            yield from (Told(text, kind, f"{kind > 0} {heading}", counts) for text in kept)
    yield from _beside_signs(folder)


def _beside_signs(folder: Path) -> Iterator[Told]:
    """The older messages, which the signs were written beside: their kind is what a sign says."""
    for file in sorted(folder.glob("*_*.txt")):
        crisis = "_crisis" in file.stem
        for _, same in headed(file):
            for text in same:
                concern = screen(text, "en") if crisis else None
                if crisis and (concern is None or concern.kind not in KINDS):
                    continue
                kind = KINDS.index(concern.kind) if concern is not None else 0
                counts = HARD * len(same) ** -0.5
                yield Told(text, kind, f"{crisis} signs", counts * _fair(file, kind))


def _kind(heading: str) -> int:
    """The place in KINDS of a heading's theme."""
    return KINDS.index(THEMES[heading.split()[0]])


def kept_out(text: str) -> bool:
    """Whether a message that was read blind before is of the third that nothing is fitted on."""
    return zlib.crc32(text.encode()) % 3 == 0


def _fair(file: Path, kind: int) -> float:
    """Ordinary texts are English: elsewhere a harmless message stands for them too."""
    return 1.0 if kind or file.stem.startswith("en") else ELSEWHERE


def ordinary(folder: Path, data: Path) -> Iterator[Told]:
    """What is said on an ordinary day."""
    said = intent_rows.ours(list(intent_rows.rows_of(folder.parent / "intents")))
    texts = [row.text for row in said if not row.held_out and row.intent != "concern"]
    for more in ("wandering", "questions", "talk/read.jsonl"):
        texts += [str(row["text"]) for row in intent_rows.rows_of(folder.parent / more)]
    texts += _later_talk(folder)
    for text in dict.fromkeys(texts):
        yield Told(text, 0, f"plain {zlib.crc32(text.encode()) % FOLDS}", LEARNERS)
    texts = [
        r["text"] for r in _rows(data / "safety/safety_prompts.jsonl.gz") if r["label"] == "benign"
    ]
    sources = (
        ("moves/mathdial_teacher_moves.jsonl.gz", "text"),
        ("retrieval/squad/queries.jsonl.gz", "text"),
        ("shortanswer/semeval2013_task7_train.jsonl.gz", "answer"),
        ("intents/cima_student_intent.jsonl.gz", "utterance"),
        ("items/oatutor_steps.jsonl.gz", "body"),
        ("items/oatutor_steps.jsonl.gz", "step_title"),
    )
    for name, field in sources:
        some = [str(row.get(field) or "") for row in _rows(data / name)]
        texts += some[:: max(1, len(some) // ORDINARY)]
    for text in dict.fromkeys(texts):
        yield Told(text, 0, f"plain {zlib.crc32(text.encode()) % FOLDS}", EASY)


def _later_talk(folder: Path) -> Iterator[str]:
    """Talk that was written to be fitted on, and two thirds of what was read blind before."""
    for told, most in ALIKE_TALK.items():
        for file in sorted((folder / told).glob("*_ordinary.txt")):
            for _, same in headed(file):
                yield from sorted(same, key=lambda text: zlib.crc32(text.encode()))[:most]
    blind = [
        text
        for file in sorted(file for later in LATER_TALK for file in (folder / later).glob("*.txt"))
        for text in messages(file)
    ]
    for file in sorted((folder.parent / "talk").glob("spanish_*.jsonl")):
        blind += [str(row["text"]) for row in intent_rows.rows_of(file)]
    yield from (text for text in blind if not kept_out(text))


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def sparse(rows: Sequence[Told]) -> Sparse:
    """The features of every message, a long one's first pieces apart."""
    return gathered(
        (
            (at, features(words))
            for at, row in enumerate(rows)
            for words in list(pieces(forms(row.text)[-1]))[:3]
        ),
        size(),
    )


def fitted(x: Sparse, y: Places, counts: Matrix) -> Matrix:
    """Weights of each of KINDS."""
    return softmax(x, y, counts, classes=len(KINDS), penalty=PENALTY, rounds=ROUNDS)


def shares(x: Sparse, weights: Matrix) -> Matrix:
    """The probability that there is trouble, of each piece."""
    total = x.times(weights)
    odds = np.exp(total - total.max(1, keepdims=True))
    share: Matrix = 1 - odds[:, 0] / odds.sum(1)
    return share


def left_out(rows: Sequence[Told], x: Sparse, y: Places, counts: Matrix) -> Matrix:
    """Each message's probability by weights fitted without its theme in its manner."""
    groups = sorted({row.group for row in rows})
    fold = np.array([groups.index(rows[at].group) % FOLDS for at in x.of])
    found = np.zeros(len(rows))
    for k in range(FOLDS):
        out = fold == k
        weights = fitted(x.only(~out), y[~out], counts[~out])
        np.maximum.at(found, x.of[out], shares(x.only(out), weights))
    return found


def _print(rows: Sequence[Told], found: Matrix) -> None:
    counts = np.array([row.counts for row in rows])
    for start, name in (("True", "trouble"), ("False", "harmless"), ("plain", "ordinary")):
        inside = np.array([row.group.startswith(start) for row in rows])
        inside &= np.array([not row.group.endswith("signs") for row in rows])
        shown = [f"{_share(counts[inside], found[inside] > bar):.4f}" for bar in BARS]
        print(f"{name:10}{inside.sum():7} texts, over {BARS}: {', '.join(shown)}")
    for group in sorted({row.group for row in rows if not row.group.startswith("plain")}):
        inside = np.array([row.group == group for row in rows])
        print(f"  {group:40}{_share(counts[inside], found[inside] > BAR):.3f}")


def _share(counts: Matrix, over: npt.NDArray[np.bool_]) -> float:
    return float(counts[over].sum() / counts.sum())


def main() -> int:
    """Fit, and write the weights beside `safety.trouble`."""
    folder, data = Path(sys.argv[1]), Path(sys.argv[2])
    rows = [*ours(folder), *ordinary(folder, data)]
    x = sparse(rows)
    y = np.array([rows[at].kind for at in x.of])
    counts = np.array([rows[at].counts for at in x.of])
    if "--folds" in sys.argv:
        _print(rows, left_out(rows, x, y, counts))
        return 0
    for name in sys.argv[3:] or NAMED:
        write(NAMED[name], fitted(x, y, counts).T)
        print(f"{len(rows)} texts, {int((y > 0).sum())} of trouble: {NAMED[name].name} written.")
    return 0


def write(file: Path, weights: Matrix) -> None:
    """Keep the weights of each of KINDS, in few bytes."""
    scale = float(np.abs(weights).max()) / 127
    small = np.round(weights / scale).astype(np.int8)
    np.savez_compressed(file, weights=small, scale=np.array(scale))


if __name__ == "__main__":
    raise SystemExit(main())
