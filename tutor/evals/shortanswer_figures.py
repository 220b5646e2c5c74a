"""Figures of scored short answers: accuracy, F1, the surer half, calibration, what is let through."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.evals.shortanswer_learn import CLASSES, Row
from tutor.items.text.scorer import CONTRADICTORY, CORRECT

_BINS = 10  # of the calibration error, by probability


@dataclass(frozen=True, slots=True, kw_only=True)
class Scored:
    """One row with the probabilities of the three classes and the call "correct" or not."""

    row: Row
    chances: tuple[float, float, float]
    accepted: bool
    certainty: float  # the probability that the call is right, as far as the scorer knows


def scored(row: Row, chances: tuple[float, float, float], caution: float) -> Scored:
    """A row called correct when that outweighs a half and the chance that it contradicts."""
    correct = chances[CORRECT]
    accepted = correct > 0.5 + caution * chances[CONTRADICTORY]
    certainty = correct if accepted else 1 - correct
    return Scored(row=row, chances=chances, accepted=accepted, certainty=certainty)


def figures(found: Sequence[Scored]) -> dict[str, object]:
    """Counts and rates, 0 to 1, rounded to four places; None where there is nothing to count."""
    right = [one.accepted == (one.row.label == "correct") for one in found]
    order = sorted(range(len(found)), key=lambda i: -found[i].certainty)
    sure = order[: (len(order) + 1) // 2]
    against = [one for one in found if CLASSES[one.row.label] == CONTRADICTORY]
    truth = [CLASSES[one.row.label] for one in found]
    called = [max(range(3), key=one.chances.__getitem__) for one in found]
    two = [int(not one.accepted) for one in found]
    return {
        "rows": len(found),
        "accuracy_2way": _share(right),
        "macro_f1_2way": _macro_f1([int(t != CORRECT) for t in truth], two, 2),
        "accuracy_3way": _share([a == b for a, b in zip(truth, called, strict=True)]),
        "macro_f1_3way": _macro_f1(truth, called, 3),
        "confident_half": _share([right[i] for i in sure]),
        "contradictory": len(against),
        "contradictory_called_correct": _share([one.accepted for one in against]),
        "ece": calibration_error(
            [one.chances[CORRECT] for one in found], [t == CORRECT for t in truth]
        ),
    }


def calibration_error(said: Sequence[float], was: Sequence[bool]) -> float | None:
    """The expected calibration error in ten equal bins (Guo et al., ICML 2017)."""
    if not said:
        return None
    bins: list[list[tuple[float, bool]]] = [[] for _ in range(_BINS)]
    for chance, true in zip(said, was, strict=True):
        bins[min(_BINS - 1, int(chance * _BINS))].append((chance, true))
    gaps = [
        abs(sum(c for c, _ in one) - sum(true for _, true in one)) for one in bins
    ]  # each bin's gap times its size
    return round(sum(gaps) / len(said), 4)


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
