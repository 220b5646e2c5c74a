"""Scoring graded short answers: by the weights that come with Meno, or by what training rows teach."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import numpy as np

from tutor.evals.shortanswer_figures import Scored, scored
from tutor.evals.shortanswer_learn import (
    CLASSES,
    Array,
    KernelScorer,
    Row,
    caution_of,
    chances_of,
    fit_regression,
    table,
)
from tutor.evals.shortanswer_sense import Sense, sense_table, senses
from tutor.items.text.overlap import equally, weights_of
from tutor.items.text.scorer import Weights, opinion, shipped_weights

_LEAST_OF_DATASET = 200  # training rows from which a data set is learnt on its own
_FOLDS = 5


def score_shipped(rows: Sequence[Row], weights: Weights | None = None) -> list[Scored]:
    """Rows scored by the weights that come with Meno, or by others of their kind."""
    used = weights or shipped_weights()
    made = []
    for row in rows:
        found = opinion(row.answer, question=row.question, references=row.references, weights=used)
        chances = (found.correct, found.contradictory, found.other)
        made.append(scored(row, chances, used.caution))
    return made


def score_by_weights(rows: Sequence[Row], weights: Weights) -> list[Scored]:
    """The same for many rows at once, without the guard against pleas."""
    made = chances_of(weights, table(rows, equally))
    return [
        scored(row, (float(c[0]), float(c[1]), float(c[2])), weights.caution)
        for row, c in zip(rows, made, strict=True)
    ]


def known_senses(rows: Sequence[Row]) -> dict[str, Sense]:
    """The senses of all texts of `rows`; MissingExtra without the extra "dense"."""
    return senses(text for row in rows for text in (row.answer, row.question, *row.references))


def score_learnt(
    train: Sequence[Row], rows: Sequence[Row], known: Mapping[str, Sense] | None = None
) -> list[Scored]:
    """Rows scored by what is learnt from `train`, each data set from its own rows if it has enough.

    `known` holds the senses of all texts of both, or is None to do without.
    """
    places: dict[str, list[int]] = {}
    for i, row in enumerate(rows):
        places.setdefault(row.dataset, []).append(i)
    made: dict[int, Scored] = {}
    for dataset, at in places.items():
        own = [row for row in train if row.dataset == dataset]
        used = own if len(own) >= _LEAST_OF_DATASET else list(train)
        for i, one in zip(at, _learnt(used, [rows[i] for i in at], known), strict=True):
            made[i] = one
    return [made[i] for i in range(len(rows))]


def _learnt(
    train: Sequence[Row], rows: Sequence[Row], known: Mapping[str, Sense] | None
) -> list[Scored]:
    found, sought = _tables(train, rows, known)
    sense, sensed = (None, None) if known is None else (_wholes(train, known), _wholes(rows, known))
    seen = {row.question_id for row in train}
    chances = np.zeros((len(rows), 3))
    cautions = np.zeros(len(rows))
    for heard in (True, False):
        at = [i for i, row in enumerate(rows) if (row.question_id in seen) is heard]
        if not at:
            continue
        scorer = KernelScorer.fit(train, found, sense, same_question=heard)
        part = None if sensed is None else sensed[at]
        chances[at] = scorer.chances([rows[i] for i in at], sought[at], part)
        cautions[at] = scorer.caution
    return [
        scored(row, (float(c[0]), float(c[1]), float(c[2])), float(caution))
        for row, c, caution in zip(rows, chances, cautions, strict=True)
    ]


def _tables(
    train: Sequence[Row], rows: Sequence[Row], known: Mapping[str, Sense] | None
) -> tuple[Array, Array]:
    """The features of both sets of rows; words are weighed by what `train` and the tasks say."""
    asked = {text for row in (*train, *rows) for text in (row.question, *row.references)}
    weigh = weights_of([*sorted(asked), *(row.answer for row in train)])
    found, sought = table(train, weigh), table(rows, weigh)
    if known is None:
        return found, sought
    return (
        np.hstack([found, sense_table(train, train, known)]),
        np.hstack([sought, sense_table(train, rows, known)]),
    )


def _wholes(rows: Sequence[Row], known: Mapping[str, Sense]) -> Array:
    return np.array([known[row.answer].whole for row in rows])


def fit_weights(rows: Sequence[Row]) -> Weights:
    """Weights fitted to `rows`; the caution is chosen on predictions for modules left out."""
    found = table(rows, equally)
    labels = np.array([CLASSES[row.label] for row in rows], dtype=np.float64)
    modules = [f"{row.dataset}/{row.module}" for row in rows]
    fold_of = {name: i % _FOLDS for i, name in enumerate(sorted(set(modules)))}
    folds = np.array([fold_of[name] for name in modules])
    chance = np.zeros((len(rows), 3))
    for fold in set(folds.tolist()):
        out = folds == fold
        if out.all():
            continue
        chance[out] = chances_of(fit_regression(found[~out], labels[~out]), found[out])
    return replace(fit_regression(found, labels), caution=caution_of(chance, labels))
