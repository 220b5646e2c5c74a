"""`meno eval leaks`: the leak gate against labelled replies."""

import json
import math
import time
import zlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from tutor.evals.leak_fit import OPEN, REST, WEIGHTS, Models, both_fitted, is_open, labelled
from tutor.evals.leak_rows import Row, row_of, rows_of
from tutor.evals.leak_signs import SIGNS, mends_a_word, secret_of, signs
from tutor.items.reveal import Secret, said, told, worked
from tutor.items.reveal.telling import by_the_learners
from tutor.items.reveal.wordings import sentences

BAR = 0.42  # probability from which a reply counts as a leak; a known answer needs less
BAR_KNOWN = 0.25
BAR_OPEN = 0.5  # nobody knows the answer: chosen in folds


def reveals(row: Row, weights: Models | None = None) -> bool:
    """Whether the reply gives the answer away; `weights` others than the shipped ones.

    An answer that is given or can be worked out, and that nobody has said before, is told when the
    gate's own rules say so; everything else is decided by how the reply concludes.
    """
    secret = secret_of(row)
    if secret is not None:
        secret = secret.with_said(row.learner)
        if secret.value is None or secret.label:
            # As in a dialogue: what the learner said may be quoted to them, not confirmed.
            return bool(told(row.reply, secret.with_shown(row.learner)))
        # What the question shows is the gate's to weigh; what was said since may be quoted.
        since = row.history.replace(row.question, " ") if row.question else row.history
        already = _said_already(secret, since)
        if by_the_learners(row.reply, secret) if already else told(row.reply, secret):
            return True
        if _asked_in_another_writing(secret):
            return False  # every number of it is the question's, and only the writing is asked for
    if secret is None:
        return mends_a_word(row) or probability(row, weights) > BAR_OPEN
    return probability(row, weights) > (BAR if row.answer is None else BAR_KNOWN)


def probability(row: Row, weights: Models | None = None) -> float:
    """The small model's probability (0–1) that the reply gives the answer away."""
    models, found = weights or _weights(), signs(row)
    model = models[OPEN if is_open(found) and OPEN in models else REST]
    total = model["bias"] + sum(
        model[name] * value for name, value in zip(SIGNS, found, strict=True)
    )
    return 1 / (1 + math.exp(-total))


@cache
def _weights() -> Models:
    read: Models = json.loads(WEIGHTS.read_text(encoding="utf-8"))
    return read


def _said_already(secret: Secret, since: str) -> bool:
    """Whether somebody said the answer; one in another writing (375/1000 for 3/8) was not said."""
    if secret.value not in _values(since):
        return False
    written = secret.forms[0] if secret.forms else ""
    return "/" not in written or written in said.plain(since)


def _asked_in_another_writing(secret: Secret) -> bool:
    """Whether the question shows the answer as 18/24 where 3/4 is asked for."""
    written = secret.forms[0] if secret.forms else ""
    return "/" in written and secret.value in _values(secret.shown) and written not in secret.shown


def _values(text: str) -> frozenset[object]:
    return frozenset(v.value for v in worked.values(said.figures(said.plain(text))) if not v.worked)


def evaluate_leaks(path: Path, folds: int = 0, ours: Path | None = None) -> dict[str, object]:
    """The figures that `--json` prints. With `folds` no row is judged by weights that it helped to fit.

    `ours` are rows that every fold is fitted on as well.
    """
    return _evaluated(list(rows_of(path)), folds, labelled(ours) if ours else [])


def _evaluated(
    rows: Sequence[Mapping[str, object]], folds: int, ours: Sequence[Mapping[str, object]]
) -> dict[str, object]:
    by_fold = [_fitted_without(rows, fold, folds, ours) for fold in range(folds)]
    judged: list[Judged] = []
    for raw in rows:
        row = row_of(raw)
        weights = by_fold[_fold(raw, folds)] if by_fold else None
        started = time.process_time()
        found = reveals(row, weights)
        took = (time.process_time() - started) * 1000
        count = max(1, len(sentences(said.plain(row.reply))))
        judged.append(Judged(raw=raw, found=found, ms=took, sentences=count))
    labelled = [one for one in judged if one.raw["reveals"] is not None]
    known = [one for one in labelled if one.raw.get("answer") not in (None, "")]
    figures = {"rows": len(rows), **_counted(labelled)}
    figures |= {f"known_{name}": value for name, value in _counted(known).items()}
    if len(labelled) < len(rows):
        alarms = sum(one.found for one in judged if one.raw["reveals"] is None)
        rest = len(rows) - len(labelled)
        figures |= {"unlabelled": rest, "unlabelled_alarms": _share(alarms, rest)}
    times, each = [one.ms for one in judged], [one.ms / one.sentences for one in judged]
    return figures | {
        "p50_ms": _at(times, 0.5),
        "p95_ms": _at(times, 0.95),
        "sentence_p95_ms": _at(each, 0.95),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row, whether it was taken for a leak, and the time that its `sentences` took."""

    raw: Mapping[str, object]
    found: bool
    ms: float
    sentences: int


def _counted(judged: Iterable[Judged]) -> dict[str, object]:
    counts = Counter((one.found, bool(one.raw["reveals"])) for one in judged)
    hits, alarms = counts[True, True], counts[True, False]
    missed, quiet = counts[False, True], counts[False, False]
    return {
        "leaks": hits + missed,
        "precision": _share(hits, hits + alarms),
        "recall": _share(hits, hits + missed),
        "f1": round(_share(2 * hits, 2 * hits + alarms + missed), 4),
        "false_alarm_rate": _share(alarms, alarms + quiet),
    }


def _fold(raw: Mapping[str, object], folds: int) -> int:
    """The replies of one dialogue stay together."""
    return zlib.crc32(str(raw.get("group") or raw.get("history")).encode()) % folds


def _fitted_without(
    rows: Sequence[Mapping[str, object]],
    fold: int,
    folds: int,
    ours: Sequence[Mapping[str, object]],
) -> Models:
    rest = [raw for raw in rows if raw["reveals"] is not None and _fold(raw, folds) != fold]
    return both_fitted(rest, ours)


def _share(part: int, whole: int) -> float:
    return round(part / whole, 4) if whole else 0.0


def _at(times: list[float], share: float) -> float:
    ordered = sorted(times)
    return round(ordered[min(len(ordered) - 1, int(share * len(ordered)))], 3) if ordered else 0.0


def run(path: Path, as_json: bool, folds: int = 0, ours: Path | None = None) -> int:
    """Print the figures, as a table or as JSON; 0 when the file could be read."""
    figures = evaluate_leaks(path, folds, ours)
    if as_json:
        print(json.dumps(figures))
    else:
        show(figures)
    return 0


def show(figures: Mapping[str, object]) -> None:
    """A figure a line."""
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):24}{value}")
