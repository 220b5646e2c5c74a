"""The second look at a message in which the screen saw nothing, or guessed, by what it means (pure).

Trouble goes before an order to the tutor, as in the screen.
"""

from tutor.safety import ordered
from tutor.safety.concern import Concern, Kind
from tutor.safety.everyday import own_words, told_by_adults
from tutor.safety.meant import Vector, look_at, meant
from tutor.safety.normal import forms
from tutor.safety.screen import DOUBTFUL, LONG, TIERS


def wanted(text: str) -> str | None:
    """The model whose vector may yet make a concern of a message in which `screen` saw none, or take
    one back that it guessed."""
    own = _own(text)
    look = None if own is None else look_at(own)
    look = look or ordered.look_at(text)
    return None if look is None else look.model


def found(text: str, vector: Vector) -> Concern | None:
    """The concern that such a message means; `vector` is what the model `wanted` makes of its first
    LONG characters. Trouble is of the unsure kind."""
    own = _own(text)
    maybe = meant(own, vector) if own is not None else None
    if maybe is not None:
        return Concern(kind=maybe.kind, tier=DOUBTFUL)
    if ordered.ordered(text, vector):
        # Still a guess: a message in which nobody is told anything is read like any other.
        return Concern(kind=Kind.INJECTION, tier=TIERS[Kind.INJECTION], guessed=True)
    return None


def _own(text: str) -> str | None:
    """What is read of a message for trouble: folded, without what only sounds grave; None when
    nothing is."""
    own = own_words(forms(text))[-1]
    return None if len(text) > LONG or told_by_adults(own) else own
