"""Orders planted in a document, by what its sentences mean (pure).

As with messages (`ordered`), but fitted on sentences of textbooks and held to a higher bar: a book has
ten thousand sentences, and each that is held back waits for its teacher. English only. The weights
come from `python -m tutor.evals.planted_fit`.
"""

from dataclasses import replace
from pathlib import Path

from tutor.safety import meant, ordered
from tutor.safety.meant import Vector, lean, weights_of
from tutor.safety.normal import forms
from tutor.safety.tongue import is_english

ENGLISH = replace(
    meant.ENGLISH, weights=Path(__file__).with_name("planted_weights.npz"), meaning=5.0, bar=5.7
)
OPEN = -2.0  # log-odds below the words' own bar from which a sentence's meaning is asked for
LONG = 600  # characters of a sentence that are looked at


def wanted(sentence: str) -> str | None:
    """The model whose vector may yet betray an order in a sentence; None where none would."""
    if ordered.above(sentence) <= OPEN or not is_english(forms(sentence)[-1].split()):
        return None
    return ENGLISH.model


def planted(sentence: str, vector: Vector) -> bool:
    """Whether a sentence that is `wanted` is an order, by its words and its vector (of length 1)."""
    return weighed(sentence, lean(vector, weights_of(ENGLISH.weights))) > ENGLISH.bar


def weighed(sentence: str, leaning: float) -> float:
    """Words and meaning together."""
    return ordered.above(sentence) + ENGLISH.meaning * leaning
