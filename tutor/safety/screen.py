"""Screening: the one concern that a text raises, the gravest first (pure, well under 1 ms)."""

from collections.abc import Sequence
from dataclasses import replace

from tutor.safety.concern import Concern, Kind
from tutor.safety.everyday import own_words, told_by_adults
from tutor.safety.latin_arabic import in_arabic_letters
from tutor.safety.likely import over
from tutor.safety.normal import forms
from tutor.safety.signs import Sign, ar, commands, en, es, more, orders, secrets
from tutor.safety.trouble import trouble

TIERS = {
    Kind.SELF_HARM: 1,
    Kind.ABUSE: 1,
    Kind.DANGER: 1,
    Kind.SEXUAL: 2,
    Kind.VIOLENCE: 2,
    Kind.HATE: 2,
    Kind.PERSONAL_DATA: 2,
    Kind.INJECTION: 0,
}
DOUBTFUL = 2  # the tier of what no sign betrays but the second reader finds likely
LONG = 600  # characters; a longer text is a paste, on which the second reader was not measured
# Crisis goes before everything; an order to the tutor comes last.
ORDER = tuple(Kind)
_LANGUAGES: tuple[tuple[Sign, ...], ...] = (
    en.SIGNS,
    es.SIGNS,
    ar.SIGNS,
    more.SIGNS,
    orders.SIGNS,
    secrets.SIGNS,
    commands.SIGNS,
)
_SIGNS = tuple(
    sorted(
        (sign for signs in _LANGUAGES for sign in signs), key=lambda sign: ORDER.index(sign.kind)
    )
)


def screen(text: str, language: str, *, weights: Sequence[float] | None = None) -> Concern | None:
    """The gravest concern in a learner's message, or None.

    Every language is looked for whatever `language` (BCP 47) the course is in: children mix them.
    `weights` are others than the shipped ones of `likely`.
    """
    if (arabic := in_arabic_letters(text)) is not None:
        return _of_latin(text, arabic, weights)
    return _screened(text, weights)


def _of_latin(text: str, arabic: str, weights: Sequence[float] | None) -> Concern | None:
    """What Arabic in Latin letters raises. Its doubts are no guesses: no model reads such letters."""
    found = _screened(arabic, weights)
    return replace(found, guessed=False) if found is not None else _screened(text, weights)


def _screened(text: str, weights: Sequence[float] | None) -> Concern | None:
    written = forms(text)
    readings = own_words(written)
    for sign in _SIGNS:
        if any(sign.found_in(reading) for reading in readings):
            return Concern(kind=sign.kind, tier=TIERS[sign.kind])
    lesson = told_by_adults(readings[-1])
    if len(text) <= LONG and not lesson and (maybe := trouble(readings[-1])):
        return Concern(kind=maybe.kind, tier=DOUBTFUL, guessed=maybe.guessed)
    if over(text, written, readings, weights) > 0:
        return Concern(kind=Kind.INJECTION, tier=TIERS[Kind.INJECTION], guessed=True)
    return None


def warm_up() -> None:
    """Compile every sign and read the weights, so that the first message need not wait."""
    screen("Good morning, this is an ordinary sentence.", "en")
    screen("mish fahem", "en")
