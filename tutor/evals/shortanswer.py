"""How well answers in sentences are scored without a model: accuracy, F1, and what is let through.

python -m tutor.evals.shortanswer FILE [--train FILE] [--json] [--no-embed]
python -m tutor.evals.shortanswer --folds N FILE    left out by answer, question and module
                                  [--keep FOLDER]   for numbers that are made once
python -m tutor.evals.shortanswer --fit FILE        writes the weights that come with Meno
"""

import argparse
import gzip
import json
from collections.abc import Mapping, Sequence
from importlib.resources import files
from pathlib import Path
from time import process_time

import numpy as np

from tutor.errors import BadInput
from tutor.evals.shortanswer_figures import Scored, figures
from tutor.evals.shortanswer_folds import cross_validate
from tutor.evals.shortanswer_learn import CLASSES, Row, shipped_table
from tutor.evals.shortanswer_measure import measure
from tutor.evals.shortanswer_score import fit_weights, score_learnt, score_shipped
from tutor.evals.shortanswer_sense import installed
from tutor.items.text.measures import SHIPPED


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
    path: Path,
    train: Path | None = None,
    *,
    embed: bool | None = None,
    keep: Path | None = None,
) -> dict[str, object]:
    """Figures per data set and split of the rows in `path`.

    With `train`, what is learnt from its graded answers scores the rows (each row by itself, never
    with the help of other rows of `path`); without, the weights that come with Meno do. `embed`
    adds sentence embeddings to what is learnt; by default when the extra "dense" is there.
    """
    rows = read_rows(path)
    embed = bool(train) and (installed() if embed is None else embed)
    if train:
        taught = read_rows(train)
        measured = measure([*taught, *rows], embed=embed, keep=keep)
        place = np.arange(len(measured.rows))
        made = score_learnt(
            measured.part(place[: len(taught)]), measured.part(place[len(taught) :])
        )
    else:
        made = score_shipped(rows)
    groups: dict[tuple[str, str], list[Scored]] = {}
    for one in made:
        groups.setdefault((one.row.dataset, one.row.split), []).append(one)
    return {
        "groups": [
            {"dataset": dataset, "split": split, **figures(found)}
            for (dataset, split), found in sorted(groups.items())
        ],
        "total": figures(made),
        "embeddings": embed,
        "ms": None if train else _speed(rows),
    }


def _speed(rows: Sequence[Row]) -> dict[str, float]:
    """Milliseconds of the processor for one answer by the shipped scorer, over at most a thousand rows."""
    times = []
    for row in rows[:1000]:
        start = process_time()
        score_shipped([row])
        times.append(1000 * (process_time() - start))
    times.sort()
    return {
        "p50": round(times[len(times) // 2], 2) if times else 0.0,
        "p95": round(times[int(0.95 * len(times))], 2) if times else 0.0,
    }


def fit_shipped(path: Path) -> Path:
    """Fit the regression to all rows of `path` and write it where the scorer reads it."""
    rows = read_rows(path)
    weights = fit_weights(rows, shipped_table(rows))
    written = {
        "about": "Weights of tutor/items/text/scorer.py; made by tutor.evals.shortanswer --fit.",
        "features": list(SHIPPED),
        "mean": weights.mean,
        "spread": weights.spread,
        "classes": weights.classes,
        "offsets": weights.offsets,
        "caution": weights.caution,
        "caution_of_one": weights.caution_of_one,
    }
    place = Path(str(files("tutor.items.text").joinpath("scorer.json")))
    place.write_text(json.dumps(written, indent=1) + "\n", "utf-8")
    return place


def run(
    path: Path,
    train: Path | None,
    as_json: bool,
    *,
    folds: int | None = None,
    embed: bool | None = None,
    keep: Path | None = None,
) -> int:
    """Print the figures as a table or as one JSON object; the exit code.

    With `folds`, the rows of `path` are scored when left out, by answer, question and module; both
    without and with embeddings, unless `embed` says which.
    """
    if folds is None:
        return _print(evaluate_shortanswer(path, train, embed=embed, keep=keep), as_json)
    kinds = [embed] if embed is not None else [False, True] if installed() else [False]
    return _print(cross_validate(read_rows(path), folds, embed=kinds, keep=keep), as_json)


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
        "ECE",
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
    asked.add_argument(
        "--embed", action=argparse.BooleanOptionalAction, help='by the extra "dense"'
    )
    asked.add_argument("--folds", type=int, help="leave out parts of FILE, this many at a time")
    asked.add_argument("--keep", type=Path, help="folder for numbers that are made once")
    asked.add_argument("--fit", action="store_true", help="write the weights that come with Meno")
    given = asked.parse_args()
    if given.fit:
        print(fit_shipped(given.file))
        return 0
    return run(
        given.file, given.train, given.json, folds=given.folds, embed=given.embed, keep=given.keep
    )


if __name__ == "__main__":
    raise SystemExit(main())
