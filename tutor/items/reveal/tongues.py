"""A number's names in the languages that learners and models slip into (pure)."""

from collections.abc import Callable
from fractions import Fraction
from functools import lru_cache

from tutor.items.maths.in_words.words import in_words
from tutor.items.reveal.naming import (
    arabic,
    bare,
    english,
    french,
    german,
    italian,
    portuguese,
    spanish,
)

__all__ = ["bare", "names"]

MOST = 9999
_PARTS = {
    2: "medio media mitad demi moitie halb halfte meio metade mezzo meta نصف",
    3: "tercio tiers drittel terco terzo ثلث",
    4: "cuarto quart viertel quarto ربع",
    5: "quinto cinquieme funftel خمس",
    6: "sexto sixieme sechstel sesto",
    7: "septimo septieme siebtel settimo",
    8: "octavo huitieme achtel oitavo ottavo",
    9: "noveno neuvieme neuntel nono",
    10: "decimo dixieme zehntel",
}
ORDINALS = 5  # below such parts; from there a part alone is also a place in a row


_TONGUES: tuple[tuple[Callable[[int], list[str]], str], ...] = (
    (english, "minus negative"), (spanish, "menos"), (french, "moins"), (german, "minus"),
    (portuguese, "menos"), (italian, "meno"), (arabic, "سالب ناقص"),
)  # fmt: skip


@lru_cache(maxsize=512)
def names(value: Fraction) -> tuple[str, ...]:
    """The names of a number in English, Spanish, French, German, Portuguese, Italian and Arabic.

    Whole numbers to 9,999, their negatives, and common fractions; bare (see `bare`).
    """
    if value.denominator != 1:
        return tuple(bare(word) for word in (*in_words(value), *_parted(value)))
    if abs(value) > MOST:
        return ()
    found: list[str] = []
    for tongue, minus in _TONGUES:
        bodies = tongue(abs(int(value)))
        found += bodies if value >= 0 else [f"{sign} {b}" for sign in minus.split() for b in bodies]
    return tuple(dict.fromkeys(bare(name) for name in found))


def _parted(value: Fraction) -> tuple[str, ...]:
    """“tres cuartos”, “trois quarts”, “drei Viertel”, “ثلاثة أرباع”; a single part only as such."""
    top, bottom = abs(value.numerator), value.denominator
    if bottom not in _PARTS or top > 12:
        return ()
    parts = _PARTS[bottom].split()
    if top == 1 and bottom > ORDINALS:
        return tuple(f"{one} {part}" for one in ("un", "ein", "um") for part in parts)
    if top == 1:
        return tuple(
            part
            for part in parts
            if part not in {"media", "meta", "quart", "quarto", "quinto", "خمس"}
        )
    tops = [
        *spanish(top),
        *french(top),
        *german(top),
        *portuguese(top),
        *italian(top),
        *arabic(top),
    ]
    many = [
        *parts,
        *(f"{part}s" for part in parts),
        "terzi",
        "quarti",
        "quinti",
        "اثلاث",
        "ارباع",
        "اخماس",
    ]
    return (
        *(f"{t} {m}" for t in tops for m in many),
        *(["ثلثان", "ثلثين"] if value == Fraction(2, 3) else []),
    )
