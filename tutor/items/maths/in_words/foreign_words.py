"""Small numbers in Spanish, French and German words: "tres cuartos", "trois virgule deux", "minus fünf"."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.maths.notation.tree import Mixed, Neg, Node, Num, Percent, Quotient, number
from tutor.items.numerals import (
    FRENCH_ONES,
    FRENCH_TENS,
    GERMAN_ONES,
    GERMAN_TENS,
    SPANISH_ONES,
    SPANISH_TENS,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Tongue:
    """One language; all words without accents. `parts` are names of parts, from the half on."""

    counts: dict[str, int]
    parts: dict[str, int]
    minus: str
    point: str
    joins: frozenset[str]
    percent: tuple[str, ...]
    before: re.Pattern[str]


def _folded(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.replace("ß", "ss").casefold())
    return "".join(c for c in plain if not unicodedata.combining(c))


def _numbered(words: Sequence[str], start: int = 0, step: int = 1) -> dict[str, int]:
    return {_folded(word): start + i * step for i, word in enumerate(words)}


def _with_plurals(words: str, ending: str = "s") -> dict[str, int]:
    """Names of a half, a third … a tenth, a half with its own forms between slashes."""
    found: dict[str, int] = {}
    for i, forms in enumerate(words.split(), 2):
        for form in forms.split("/"):
            found[form] = found[form + ending] = i
    return found


def _spanish() -> dict[str, int]:
    tens = _numbered(SPANISH_TENS, 30, 10)
    ones = _numbered(SPANISH_ONES)
    both = {f"{t} y {o}": tens[t] + n for t in tens for o, n in ones.items() if 0 < n < 10}
    return {**ones, **tens, **both, "un": 1, "una": 1, "cien": 100}


# Words that multiply or add beyond a hundred: "doscientos mil", "un millón trescientos".
_SPANISH_HUNDREDS = {
    "cien": 100, "ciento": 100, "doscientos": 200, "doscientas": 200, "trescientos": 300, "trescientas": 300,
    "cuatrocientos": 400, "cuatrocientas": 400, "quinientos": 500, "quinientas": 500, "seiscientos": 600,
    "seiscientas": 600, "setecientos": 700, "setecientas": 700, "ochocientos": 800, "ochocientas": 800,
    "novecientos": 900, "novecientas": 900,
}  # fmt: skip
_SPANISH_SCALES = {"mil": 10**3, "millon": 10**6, "millones": 10**6}


def _spanish_hundreds(words: Sequence[str]) -> int | None:
    """A number below a thousand: "trescientos cuarenta y cinco"."""
    if not words:
        return 0
    hundreds = _SPANISH_HUNDREDS.get(words[0], 0)
    rest = words[1:] if hundreds else words
    if hundreds and not rest:
        return hundreds
    below = _SPANISH.get(" ".join(rest))
    return None if below is None or below >= 100 else hundreds + below


def _spanish_large(words: Sequence[str]) -> int | None:
    """A whole number beyond the listed ones, larger parts first; None for other words."""
    total, group, above = 0, list[str](), 10**9
    for word in words:
        scale = _SPANISH_SCALES.get(word)
        if scale is None:
            group.append(word)
            continue
        alone = 1 if word == "mil" else 0 if total else None
        many = _spanish_hundreds(group) if group else alone
        if many is None or (scale >= above and word == "mil"):
            return None
        total = total + many * scale if word == "mil" else (total + many) * scale
        above, group = scale, []
    last = _spanish_hundreds(group)
    return None if last is None else total + last


def foreign_count(text: str) -> int | None:
    """The whole number that a text in one of the languages says; None for other texts."""
    plain = " ".join(_folded(text).split())
    for tongue in _TONGUES:
        if plain in tongue.counts:
            return tongue.counts[plain]
    return _spanish_large(plain.split()) if _SPANISH_LARGE.fullmatch(plain) else None


def _french() -> dict[str, int]:
    tens = _numbered(FRENCH_TENS, 20, 10) | {"quatre-vingt": 80}
    ones = _numbered(FRENCH_ONES)
    found = {**ones, **tens, "une": 1, "quatre-vingts": 80, "cent": 100}
    for ten, value in tens.items():
        last = 20 if value in (60, 80) else 10
        for one, more in ones.items():
            if 0 < more < last:
                found[f"{ten}-{one}"] = found[f"{ten} et {one}"] = value + more
                found[f"{ten} {one}"] = value + more
    return found


def _german() -> dict[str, int]:
    tens = _numbered(GERMAN_TENS, 20, 10)
    ones = _numbered(GERMAN_ONES)
    short = {**ones, "ein": 1}
    both = {f"{o}und{t}": tens[t] + n for t in tens for o, n in short.items() if 0 < n < 10}
    return {**ones, **tens, **both, "ein": 1, "eine": 1, "hundert": 100}


def _before(words: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:(?:{words})\s+)+(?=\S)")


_SPANISH = _spanish()
_SPANISH_LARGE = re.compile(
    rf"(?=.*\b(?:{'|'.join({**_SPANISH_HUNDREDS, **_SPANISH_SCALES})})\b)[a-z]+(?: [a-z]+){{0,14}}"
)
_TONGUES = (
    _Tongue(
        counts=_SPANISH,
        parts=_with_plurals("medio/media tercio cuarto quinto sexto septimo octavo noveno decimo"),
        minus="menos",
        point="coma",
        joins=frozenset("y"),
        percent=("por", "ciento"),
        before=_before("creo|pienso|que|la respuesta|es|son|entonces|me da|me sale|x es igual a"),
    ),
    _Tongue(
        counts=_french(),
        parts=_with_plurals(
            "demi/demie tiers/tier quart cinquieme sixieme septieme huitieme neuvieme dixieme"
        ),
        minus="moins",
        point="virgule",
        joins=frozenset(("et",)),
        percent=("pour", "cent"),
        before=_before("je|crois|pense|que|qu'il|la reponse|est|c'est|donc|ca fait|cela fait"),
    ),
    _Tongue(
        counts=_german(),
        parts=_with_plurals(
            "halb/halbe/halbes drittel viertel funftel sechstel siebtel achtel neuntel zehntel"
        ),
        minus="minus",
        point="komma",
        joins=frozenset(("und",)),
        percent=("prozent",),
        before=_before("ich|glaube|denke|meine|die antwort|das|es|ist|sind|also|ergibt"),
    ),
)
_NEGATIVE = frozenset(("negativo", "negativa", "negatif", "negative", "negativ"))
_WORDS = re.compile(r"[a-z'-]+(?: [a-z'-]+){0,11}")


_GERMAN_COUNTS = "|".join(
    sorted((_folded(w) for w in (*GERMAN_ONES[2:], "ein")), key=len, reverse=True)
)
_HALF_BEHIND = re.compile(rf"\b({_GERMAN_COUNTS})einhalb\b")  # zweieinhalb
_PARTS_BEHIND = re.compile(
    rf"\b(?:({_GERMAN_COUNTS}) )?({_GERMAN_COUNTS})(drittel|viertel|funftel|achtel|zehntel)\b"
)  # dreiviertel, "zwei dreiviertel"
_TENS_APART = re.compile(rf"\b({_GERMAN_COUNTS}) und ([a-z]+(?:zig|ssig))\b")  # "funf und vierzig"
_FEMININE = re.compile(r"\b(tercer|cuart|quint|sext|septim|octav|noven|decim)as? partes?$")
_DOUBTED = re.compile(
    r"[ ,]+(?:creo|pienso|supongo|je (?:crois|pense)|(?:glaub|denk)e? ich|ich (?:glaub|denk)e?)$"
)
_BELOW_ZERO = re.compile(r" (?:negativ[oa]|(?:grados |grad )?(?:bajo cero|unter null))$")


_TINY = {  # names of decimal places
    "decimas": 10, "centesimos": 100, "centesimas": 100, "milesimos": 1000, "milesimas": 1000, "centiemes": 100,
    "milliemes": 1000, "hundertstel": 100, "tausendstel": 1000, "mitades": 2,
}  # fmt: skip


_OTHER_THINGS = frozenset(("medias", "quarts", "tiers"))  # averages; English measures and layers


def _many_parts() -> dict[str, int]:
    """Names of parts behind a figure: in the plural, or as German leaves them."""
    found = dict(_TINY)
    for tongue in _TONGUES:
        found |= {
            n: of
            for n, of in tongue.parts.items()
            if n.endswith(("s", "tel")) and n not in _OTHER_THINGS
        }
    return found | {"halbe": 2, "drittel": 3, "viertel": 4}


_MANY_PARTS = _many_parts()
_COUNTED_PARTS = re.compile(r"(?<![\d.,/\w])(\d{1,3})[\s-]+([^\W\d_]{4,12})\b")


def parts_in_figures(text: str) -> str:
    """ "3 cuartos", "3 Viertel" and "3 quarts" as 3/4; other texts as they are."""

    def figures(match: re.Match[str]) -> str:
        of = _MANY_PARTS.get(_folded(match[2]))
        return match[0] if of is None else f"{match[1]}/{of}"

    return _COUNTED_PARTS.sub(figures, text)


def foreign_number(text: str) -> Node | None:
    """The number that a text in one of the languages says; None for other texts."""
    if len(text) > 80:
        return None
    plain = " ".join(_folded(text).strip(" .,!?").split())
    plain = _plainly(_DOUBTED.sub("", plain))
    if not _WORDS.fullmatch(plain):
        return None
    below = _BELOW_ZERO.search(plain)
    if below is not None:
        above = foreign_number(plain[: below.start()])
        return None if above is None or isinstance(above, Neg) else Neg(above)
    for tongue in _TONGUES:
        found = _number(tongue.before.sub("", plain), tongue)
        if found is not None:
            return found
    return None


def _plainly(text: str) -> str:
    """A number in words with its parts apart: zweieinhalb, "zwei dreiviertel", fuenfundvierzig, "tres cuartas partes"."""
    text = text.replace("fuenf", "funf").replace("zwoelf", "zwolf")
    text = _HALF_BEHIND.sub(r"\1 und ein halb", text.replace("anderthalb", "eineinhalb"))
    text = _PARTS_BEHIND.sub(
        lambda m: f"{m[1] + ' und ' if m[1] else ''}{m[2]} {m[3]}",
        _TENS_APART.sub(r"\1und\2", text),
    )
    return _FEMININE.sub(lambda m: "tercio" if m[1] == "tercer" else f"{m[1]}o", text)


def _number(text: str, tongue: _Tongue) -> Node | None:
    words = text.split()
    if len(words) > 1 and (words[0] == tongue.minus or words[0] in _NEGATIVE):
        inner = _number(" ".join(words[1:]), tongue)
        return None if inner is None else Neg(inner)
    if len(words) > len(tongue.percent) and tuple(words[-len(tongue.percent) :]) == tongue.percent:
        inner = _number(" ".join(words[: -len(tongue.percent)]), tongue)
        return None if inner is None else Percent(inner)
    if text in tongue.counts:
        return number(tongue.counts[text])
    if tongue.counts is _SPANISH and _SPANISH_LARGE.fullmatch(text):
        large = _spanish_large(words)
        return None if large is None else number(large)
    if tongue.point in words:
        return _decimal(words, tongue)
    return _part(words, tongue)


def _decimal(words: list[str], tongue: _Tongue) -> Node | None:
    """ "trois virgule zéro cinq", and "virgule quatorze" as two digits."""
    place = words.index(tongue.point)
    whole = tongue.counts.get(" ".join(words[:place]))
    rest = " ".join(words[place + 1 :])
    digits = [
        tongue.counts.get(word, 100) for word in ([rest] if rest in tongue.counts else rest.split())
    ]
    if whole is None or not digits or max(digits) > 99 or (len(digits) > 1 and max(digits) > 9):
        return None
    written = f"{whole}.{''.join(map(str, digits))}"
    return Num(Fraction(written), written)


def _part(words: list[str], tongue: _Tongue) -> Node | None:
    """ "tres cuartos" and, with a whole number before it, "dos y tres cuartos", "deux et demi"."""
    bottom = tongue.parts.get(words[-1])
    if bottom is None:
        return None
    for start in range(len(words)):
        top = tongue.counts.get(" ".join(words[start:-1])) if words[start:-1] else 1
        if top is None:
            continue
        if not start:
            return Quotient(number(top), number(bottom))
        whole = tongue.counts.get(" ".join(words[: start - 1]))
        if words[start - 1] in tongue.joins and whole is not None and top < bottom:
            return Mixed(whole, top, bottom)
    return None
