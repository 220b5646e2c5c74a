"""Scoring graded short answers: by the weights that come with Meno, or by what training rows teach."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from tutor.evals.shortanswer_figures import Scored, scored
from tutor.evals.shortanswer_learn import (
    CLIP,
    Array,
    Row,
    best_ridge,
    caution_of,
    chances_of,
    classes_of,
    fit_regression,
    softmax,
)
from tutor.evals.shortanswer_measure import Measured
from tutor.evals.shortanswer_stack import StackedScorer
from tutor.items.text.scorer import Weights, opinion, shipped_weights

_LEAST_OF_DATASET = 200  # training rows from which a data set is learnt on its own
_FOLDS = 5
_RIDGES = (30.0, 300.0)


def score_shipped(rows: Sequence[Row], weights: Weights | None = None) -> list[Scored]:
    """Rows scored by the weights that come with Meno, or by others of their kind."""
    used = weights or shipped_weights()
    made = []
    for row in rows:
        found = opinion(row.answer, question=row.question, references=row.references, weights=used)
        chances = (found.correct, found.contradictory, found.other)
        made.append(scored(row, chances, used.caution_with(len(row.references))))
    return made


def score_by_weights(rows: Sequence[Row], found: Array, weights: Weights) -> list[Scored]:
    """The same for rows whose features are `found`, without the guard against pleas."""
    made = chances_of(weights, found)
    return [
        scored(
            row, (float(c[0]), float(c[1]), float(c[2])), weights.caution_with(len(row.references))
        )
        for row, c in zip(rows, made, strict=True)
    ]


def score_learnt(train: Measured, some: Measured) -> list[Scored]:
    """Rows scored by what is learnt from `train`, each data set from its own rows if it has enough."""
    places: dict[str, list[int]] = {}
    for i, row in enumerate(some.rows):
        places.setdefault(row.dataset, []).append(i)
    made: dict[int, Scored] = {}
    for dataset, at in places.items():
        own = np.array([i for i, row in enumerate(train.rows) if row.dataset == dataset], np.int64)
        used = train.part(own) if len(own) >= _LEAST_OF_DATASET else train
        for i, one in zip(at, _learnt(used, some.part(np.array(at))), strict=True):
            made[i] = one
    return [made[i] for i in range(len(some.rows))]


def _learnt(train: Measured, some: Measured) -> list[Scored]:
    seen = {row.question_id for row in train.rows}
    chances = np.zeros((len(some.rows), 3))
    cautions = np.zeros(len(some.rows))
    for heard in (True, False):
        at = np.flatnonzero([(row.question_id in seen) is heard for row in some.rows])
        if not len(at):
            continue
        scorer = StackedScorer.fit(train, same_question=heard)
        chances[at] = scorer.chances(some.part(at))
        cautions[at] = scorer.caution
    return [
        scored(row, (float(c[0]), float(c[1]), float(c[2])), float(caution))
        for row, c, caution in zip(some.rows, chances, cautions, strict=True)
    ]


def fit_weights(rows: Sequence[Row], found: Array) -> Weights:
    """Weights fitted to `rows`, whose features, with all words weighed alike, are `found`.

    The ridge and the caution are chosen on predictions for modules left out; where there is one
    reference only, less caution may do, but never more.
    """
    labels = classes_of(rows)
    modules = [f"{row.dataset}/{row.module}" for row in rows]
    fold_of = {name: i % _FOLDS for i, name in enumerate(sorted(set(modules)))}
    folds = np.array([fold_of[name] for name in modules])
    x = np.clip((found - found.mean(0)) / (found.std(0) + 1e-6), -CLIP, CLIP)
    ridge, heights = best_ridge(x, labels, folds, _RIDGES)
    chance = softmax(heights)
    caution = caution_of(chance, labels)
    alone = np.array([len(row.references) == 1 for row in rows])
    of_one = caution_of(chance[alone], labels[alone]) if alone.any() else caution
    return replace(
        fit_regression(found, labels, ridge=ridge),
        caution=caution,
        caution_of_one=min(caution, of_one),
    )
