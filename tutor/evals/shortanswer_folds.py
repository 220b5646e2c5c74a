"""Cross-validation of the short-answer scorers on graded answers: by answer, question and module.

Each group is left out whole: the weights of words, the regression, the kernel method, its
calibration and its caution are made without it. `learnt` is what `--train` does; `shipped kind` is a
regression like the one that comes with Meno, which knows no question.
"""

from collections.abc import Iterator, Mapping, Sequence
from random import Random

from tutor.evals.shortanswer_figures import Scored, figures
from tutor.evals.shortanswer_learn import Row
from tutor.evals.shortanswer_score import (
    fit_weights,
    known_senses,
    score_by_weights,
    score_learnt,
)
from tutor.evals.shortanswer_sense import Sense

_SEED = 20130607
_LEAST_MODULES = 4  # fewer are too few to tell how a new one will go


def cross_validate(rows: Sequence[Row], folds: int, *, embed: bool = False) -> dict[str, object]:
    """Figures of every data set, scenario and scorer over all rows, each scored when left out."""
    known = known_senses(rows) if embed else None
    groups = []
    for dataset in sorted({row.dataset for row in rows}):
        own = [row for row in rows if row.dataset == dataset]
        others = [row for row in rows if row.dataset != dataset]
        for scenario, places in scenarios(own, folds):
            for scorer, found in _left_out(own, others, places, known).items():
                split = f"{scenario} ({scorer})"
                groups.append({"dataset": dataset, "split": split, **figures(found)})
    return {"folds": folds, "embeddings": embed, "groups": groups, "total": {}}


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


def _left_out(
    own: Sequence[Row],
    others: Sequence[Row],
    places: Sequence[int],
    known: Mapping[str, Sense] | None,
) -> dict[str, list[Scored]]:
    found: dict[str, list[Scored]] = {"learnt": [], "shipped kind": []}
    for fold in sorted(set(places)):
        test = [row for row, at in zip(own, places, strict=True) if at == fold]
        train = [row for row, at in zip(own, places, strict=True) if at != fold]
        found["learnt"] += score_learnt(train, test, known)
        weights = fit_weights([*others, *train])
        found["shipped kind"] += score_by_weights(test, weights)
    return found
