"""The figures of simulated learners: means per policy with 95 % confidence intervals."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

import numpy as np

from tutor.evals.simulate.school import LATER, Record


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A value with the half-width of its 95 % confidence interval (0 where there is none)."""

    value: float
    half: float = 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure:
    """What a column says: `better` is +1 when more is better, −1 when less, 0 when neither."""

    key: str
    title: str
    says: str
    better: int = 1


MEASURES: tuple[Measure, ...] = (
    Measure(
        key="known",
        title="known",
        says="share of skills truly known at the end of practice, what was forgotten taken off",
    ),
    Measure(key="learned", title="learned", says="share of skills truly known at some time"),
    *(
        Measure(
            key=f"recall{d}", title=f"+{d} d", says=f"share of skills still known {d} days later"
        )
        for d in LATER
    ),
    Measure(
        key="hard",
        title="p < 0.4",
        says="share of items with less than 0.4 chance of success",
        better=-1,
    ),
    Measure(
        key="wasted",
        title="wasted",
        says="share of items on skills known already (reviews included)",
        better=-1,
    ),
    Measure(
        key="false",
        title="false",
        says="share of skills not known when first held for mastered (ours: provisionally)",
        better=-1,
    ),
    Measure(
        key="false_confirmed", title="false, confirmed", says="the same when confirmed", better=-1
    ),
    Measure(
        key="missed",
        title="missed",
        says="share of practised, truly known skills not held for mastered at the end",
        better=-1,
    ),
    Measure(
        key="missed_confirmed", title="missed, confirmed", says="the same, not confirmed", better=-1
    ),
    Measure(
        key="to_mastery",
        title="items",
        says="items from the first of a skill to mastery (ours: provisional)",
        better=-1,
    ),
    Measure(key="to_confirmed", title="items, confirmed", says="the same to confirmed", better=-1),
    Measure(
        key="late",
        title="late",
        says="items from truly known to held for mastered (an oracle: 0)",
        better=-1,
    ),
    Measure(
        key="stuck",
        title="stuck",
        says="times per learner with more than 10 items on a skill, neither mastery nor a change of tack",
        better=-1,
    ),
    Measure(
        key="ece", title="ECE", says="calibration error of predicted success (20 bins)", better=-1
    ),
    Measure(
        key="found", title="found", says="share of misconceptions that showed and were noticed"
    ),
    Measure(
        key="gap",
        title="help gap",
        says="success with a hint less success cold, on a later day",
        better=0,
    ),
)


def figures_of(records: Sequence[Record]) -> dict[str, Figure]:
    """Every measure over the learners of one policy."""
    table = {
        "known": _mean(records, lambda r: r.recall[0]),
        "learned": _mean(records, lambda r: r.learned),
        **{f"recall{d}": _mean(records, lambda r, d=d: r.recall[d]) for d in LATER},  # type: ignore[misc]
        "hard": _mean(records, lambda r: r.hard / max(1, r.asked)),
        "wasted": _mean(records, lambda r: r.wasted / max(1, r.asked)),
        "false": _ratio(records, lambda r: r.declared_false, lambda r: r.declared),
        "false_confirmed": _ratio(records, lambda r: r.settled_false, lambda r: r.settled),
        "missed": _ratio(records, lambda r: r.missed, lambda r: r.truly_known),
        "missed_confirmed": _ratio(records, lambda r: r.missed_settled, lambda r: r.truly_known),
        "to_confirmed": _pooled([float(n) for r in records for n in r.to_settled]),
        "to_mastery": _pooled([float(n) for r in records for n in r.to_mastery]),
        "late": _pooled([float(n) for r in records for n in r.extra_items]),
        "stuck": _mean(records, lambda r: float(r.stuck)),
        "found": _ratio(records, lambda r: r.found, lambda r: r.planted),
        "gap": _gap(records),
    }
    pairs = [pair for r in records for pair in r.predicted]
    if pairs:
        table["ece"] = Figure(value=_ece(pairs))
    return table


@dataclass(frozen=True, slots=True, kw_only=True)
class Bin:
    """Responses predicted alike: the mean prediction, the share right, how many there were."""

    said: float
    came: float
    count: int


def calibration(records: Sequence[Record], bins: int = 10) -> tuple[Bin, ...]:
    """Predicted against real success, in bins of equal width; empty where nothing was predicted."""
    table: list[list[tuple[float, bool]]] = [[] for _ in range(bins)]
    for record in records:
        for p, right in record.predicted:
            table[min(bins - 1, int(p * bins))].append((p, right))
    return tuple(
        Bin(
            said=sum(p for p, _ in pairs) / len(pairs),
            came=sum(right for _, right in pairs) / len(pairs),
            count=len(pairs),
        )
        for pairs in table
        if pairs
    )


def compare(a: Sequence[Record], b: Sequence[Record], of: Callable[[Record], float]) -> Figure:
    """By what share `of` is higher for `a` than for `b`, the same learners paired.

    The interval is that of the paired difference, over the mean of `b`.
    """
    base = sum(map(of, b)) / len(b)
    differences = [of(x) - of(y) for x, y in zip(a, b, strict=True)]
    mean = sum(differences) / len(differences)
    return Figure(value=mean / base, half=1.96 * _standard_error(differences) / base)


def _mean(records: Sequence[Record], of: Callable[[Record], float]) -> Figure:
    return _pooled([of(record) for record in records])


def _pooled(values: list[float]) -> Figure:
    if not values:
        return Figure(value=0.0)
    return Figure(value=sum(values) / len(values), half=1.96 * _standard_error(values))


def _ratio(
    records: Sequence[Record], part: Callable[[Record], float], whole: Callable[[Record], float]
) -> Figure:
    """A ratio of sums, its interval by the learners' residuals (the delta method)."""
    total = sum(whole(r) for r in records)
    if not total:
        return Figure(value=0.0)
    ratio = sum(part(r) for r in records) / total
    residuals = [part(r) - ratio * whole(r) for r in records]
    return Figure(value=ratio, half=1.96 * _standard_error(residuals) * len(records) / total)


def _gap(records: Sequence[Record]) -> Figure:
    helped = [float(x) for r in records for x in r.helped]
    cold = [float(x) for r in records for x in r.cold]
    a, b = _pooled(helped), _pooled(cold)
    return Figure(value=a.value - b.value, half=float(np.hypot(a.half, b.half)))


def _ece(pairs: Sequence[tuple[float, bool]]) -> float:
    p = np.array([one for one, _ in pairs])
    y = np.array([float(right) for _, right in pairs])
    place = np.minimum((p * 20).astype(int), 19)
    said = np.bincount(place, weights=p, minlength=20)
    came = np.bincount(place, weights=y, minlength=20)
    return float(np.abs(said - came).sum() / len(p))


Results = Mapping[str, Mapping[str, Mapping[str, Figure]]]  # forgetting → policy → measure


def _standard_error(values: list[float]) -> float:
    """The standard error of the mean; 0 for fewer than two values."""
    n = len(values)
    if n < 2:
        return 0.0
    middle = sum(values) / n
    return sqrt(sum((v - middle) ** 2 for v in values) / (n - 1) / n)
