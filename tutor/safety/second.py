"""The second look at a message in which the screen saw nothing, by what it means (pure)."""

from tutor.safety.concern import Concern
from tutor.safety.everyday import own_words, told_by_adults
from tutor.safety.meant import Vector, look_at, meant
from tutor.safety.normal import forms
from tutor.safety.screen import DOUBTFUL, LONG


def wanted(text: str) -> str | None:
    """The model whose vector may yet make a concern of a message in which `screen` saw none."""
    own = _own(text)
    look = None if own is None else look_at(own)
    return None if look is None else look.model


def found(text: str, vector: Vector) -> Concern | None:
    """The concern that a message means, of the unsure kind; `vector` is of the model `wanted`."""
    own = _own(text)
    maybe = meant(own, vector) if own is not None else None
    return None if maybe is None else Concern(kind=maybe.kind, tier=DOUBTFUL)


def _own(text: str) -> str | None:
    """What is read of a message: folded, without what only sounds grave; None when nothing is."""
    own = own_words(forms(text))[-1]
    return None if len(text) > LONG or told_by_adults(own) else own
