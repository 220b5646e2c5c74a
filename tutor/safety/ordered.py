"""Orders to the tutor in words that no reader has met, by what a text means (pure).

As with trouble (`meant`): what the words of `likely` leave open is looked at again where a sentence
model is loaded, and the view of its meaning added to their log-odds. Here the sum decides both ways:
an order that only the words see may be taken back, since nobody is hurt by a silence. The weights
come from `python -m tutor.evals.ordered_fit`.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from tutor.safety import likely, meant
from tutor.safety.everyday import own_words
from tutor.safety.meant import Look, Vector, lean, weights_of
from tutor.safety.normal import forms
from tutor.safety.tongue import is_english

# Log-odds below the words' own bar from which the meaning is asked for at all: words know fewest of
# the orders in other languages than English.
OPEN, OPEN_ABROAD = -3.2, -5.0
SURE = 2.8  # the same above it, up to which the meaning may take an order back

ENGLISH = replace(
    meant.ENGLISH, weights=Path(__file__).with_name("ordered_weights.npz"), meaning=3.0, bar=-0.9
)
ABROAD = replace(
    meant.SPANISH,
    weights=Path(__file__).with_name("ordered_abroad_weights.npz"),
    meaning=5.0,
    bar=-1.0,
    reach=meant.REACH,
)


def look_at(text: str, weights: Sequence[float] | None = None) -> Look | None:
    """How a text is looked at in which no sign betrays an order; None where its meaning would not
    change what its words say. `weights` are others than the shipped ones of `likely`."""
    over = above(text, weights)
    if not OPEN_ABROAD < over <= SURE:
        return None
    if not is_english(own_words(forms(text))[-1].split()):
        return ABROAD
    return ENGLISH if over > OPEN else None


def ordered(text: str, vector: Vector) -> bool:
    """Whether a text is an order by its words and its vector (of length 1), by its words alone where
    its meaning would not change that."""
    look = look_at(text)
    if look is None:
        return above(text) > 0
    return above(text) + look.meaning * lean(vector, weights_of(look.weights)) > look.bar


def above(text: str, weights: Sequence[float] | None = None) -> float:
    """By how much (log-odds) the words of a text are over their own bar."""
    written = forms(text)
    return likely.over(text, written, own_words(written), weights)
