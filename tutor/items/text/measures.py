"""All numbers by which an answer in sentences is scored: what it shares and where it turns away."""

from collections.abc import Sequence

from tutor.items.text import overlap
from tutor.items.text.contrast import CONTRASTS, contrasts
from tutor.items.text.overlap import Weigh, equally

FEATURES = (*overlap.FEATURES, *CONTRASTS)
SHIPPED = (*FEATURES, "lone_reference")  # the regression that comes with Meno knows this too


def features(
    answer: str, question: str, references: Sequence[str], weigh: Weigh = equally
) -> tuple[float, ...]:
    """The numbers of `FEATURES` for an answer; `references` holds at least one text."""
    return (
        *overlap.features(answer, question, references, weigh),
        *contrasts(answer, question, tuple(references)),
    )


def shipped_features(
    answer: str, question: str, references: Sequence[str], weigh: Weigh = equally
) -> tuple[float, ...]:
    """The numbers of `SHIPPED`: with one reference a near one is harder to find than with several."""
    return (*features(answer, question, references, weigh), float(len(references) == 1))
