"""Cross-validation of the short-answer scorers on graded answers: by answer, question and module.

Each group is left out whole: the regression and its ridge, the kernel method, their calibration and
their caution are made without it; inside, they are chosen on parts of the rest that are left out in
turn. `learnt` is what `--train` does, without and with sentence embeddings; `shipped kind` is a
regression like the one that comes with Meno, which knows no question.
"""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from random import Random

import numpy as np

from tutor.evals.shortanswer_figures import Scored, figures
from tutor.evals.shortanswer_learn import Array, Row, shipped_table
from tutor.evals.shortanswer_measure import Measured, Places, kept, measure
from tutor.evals.shortanswer_score import fit_weights, score_by_weights, score_learnt

_SEED = 20130607
_LEAST_MODULES = 4  # fewer are too few to tell how a new one will go


def cross_validate(
    rows: Sequence[Row], folds: int, *, embed: Sequence[bool] = (False,), keep: Path | None = None
) -> dict[str, object]:
    """Figures of every data set, scenario and scorer over all rows, each scored when left out.

    `embed` says which kinds of `learnt` are wanted: without sentence embeddings, with them, or both.
    """
    kinds = {
        f"learnt, {'embed' if kind else 'no embed'}": measure(rows, embed=kind, keep=keep)
        for kind in embed
    }
    equal = kept(keep, "equal", rows, lambda: shipped_table(rows)).astype(np.float64)
    groups = []
    for dataset in sorted({row.dataset for row in rows}):
        own = np.flatnonzero([row.dataset == dataset for row in rows]).astype(np.int64)
        for scenario, places in scenarios([row for row in rows if row.dataset == dataset], folds):
            left_out = [own[np.array(places) == fold] for fold in sorted(set(places))]
            for scorer, measured in kinds.items():
                found = [one for at in left_out for one in _learnt(measured, own, at)]
                split = f"{scenario} ({scorer})"
                groups.append({"dataset": dataset, "split": split, **figures(found)})
            found = [one for at in left_out for one in _shipped_kind(rows, equal, at)]
            split = f"{scenario} (shipped kind)"
            groups.append({"dataset": dataset, "split": split, **figures(found)})
    return {"folds": folds, "embeddings": any(embed), "groups": groups, "total": {}}


def scenarios(rows: Sequence[Row], folds: int) -> Iterator[tuple[str, list[int]]]:
    """For each way of leaving out, the fold of every row."""
    dice = Random(_SEED)
    order = list(range(len(rows)))
    dice.shuffle(order)
    place = {row: i % folds for i, row in enumerate(order)}
    yield "unseen answers", [place[i] for i in range(len(rows))]
    by_question = _dealt([row.question_id for row in rows], folds, dice)
    yield "unseen questions", [by_question[row.question_id] for row in rows]
    modules = {row.module for row in rows}
    if len(modules) >= _LEAST_MODULES:
        by_module = _dealt([row.module for row in rows], min(folds, len(modules)), dice)
        yield "unseen domains", [by_module[row.module] for row in rows]


def _dealt(names: Sequence[str], folds: int, dice: Random) -> Mapping[str, int]:
    """Each name's fold, with about as many rows in every fold."""
    sizes = {name: names.count(name) for name in sorted(set(names))}
    order = sorted(sizes, key=lambda name: (-sizes[name], dice.random()))
    load = [0] * folds
    dealt = {}
    for name in order:
        least = min(range(folds), key=load.__getitem__)
        dealt[name] = least
        load[least] += sizes[name]
    return dealt


def _learnt(measured: Measured, own: Places, at: Places) -> list[Scored]:
    return score_learnt(measured.part(np.setdiff1d(own, at)), measured.part(at))


def _shipped_kind(rows: Sequence[Row], equal: Array, at: Places) -> list[Scored]:
    """Rows scored by weights fitted to all others, those of other data sets too."""
    rest = np.setdiff1d(np.arange(len(rows)), at)
    weights = fit_weights([rows[i] for i in rest], equal[rest])
    return score_by_weights([rows[i] for i in at], equal[at], weights)
