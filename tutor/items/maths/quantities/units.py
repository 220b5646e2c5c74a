"""A small grammar for unit texts: "kg m/s^2", "metres per second", "m s⁻²"."""

import re
from fractions import Fraction
from functools import lru_cache

from tutor.items.maths.quantities.unit_table import GLUED, Unit, named

_SAID = (
    (re.compile(r"(?<!°)\bKm(?=\b|[²/])"), "km"),
    (re.compile(r"(?<=m)\s*/\s*H\b"), "/h"),  # km/H: nobody asks for kilometres per henry
    (re.compile(r"\bkwh\b|\bKWH\b|\bKwh\b|\bkWH\b|\bKWh\b"), "kWh"),
    (
        re.compile(
            r"\b(kilo|centi|milli|deci|mega|micro)\s+(?=met|lit|gram|sec|watt|joule|volt|amp|newton)",
            re.I,
        ),
        r"\1",
    ),
    (re.compile(r"\s+al cuadrado\b"), "^2"),
    (re.compile(r"\s+al cubo\b"), "^3"),
    (re.compile(r"\\(?:text|mathrm|mathit|rm|operatorname)\s*"), " "),
    (re.compile(r"\\(?:,|;|:|!|\s)|[{}~]|\\(?:left|right)(?![a-z])"), " "),
    (re.compile(r"\\(?:cdot|times)"), "*"),
    (re.compile(r"\\(?:circ|degree)"), "°"),
    (re.compile(r"\\mu\s*"), "µ"),
    (re.compile(r"\\Omega"), "Ω"),
    (re.compile(r"\b([ckm]m|kg|m[lLg])s\b(?!\s*(?:\^|\*\*|[⁻-]))"), r"\1"),  # kgs, cms
    (re.compile(r"\bsq(?:uared?|\.)?\s+([A-Za-z]+)", re.I), r"\1^2"),
    (re.compile(r"\bsq(k?m|cm|ft|in|yd|mi)\b"), r"\1^2"),
    (
        re.compile(r"\b(?:quadrat(?=[kzmd][a-zé]+)|q(?=[ckdm]?m\b))([a-z]+)", re.I),
        r"\1^2",
    ),  # Quadratmeter, qm
    (re.compile(r"\b(?:kubik(?=[kzmd][a-z]+)|cb(?=m\b)|cc(?=m\b))([a-z]+)", re.I), r"\1^3"),
    (re.compile(r"\b([^\W\d_]+?)s? (?:cuadrados?|carrés?)\b", re.I), r"\1^2"),
    (re.compile(r"\b([^\W\d_]+?)s? (?:cúbicos?|cubicos?|cubes?)\b", re.I), r"\1^3"),
    (re.compile(r"\b(N|kW|MW|W|A)-(?=[mh]\b)"), r"\1 "),  # N-m
    (re.compile(r"\bkilohm(?=s?\b)", re.I), "kiloohm"),
    (re.compile(r"\bmegohm(?=s?\b)", re.I), "megaohm"),
    (
        re.compile(
            r"\b(newton|joule|pascal|amp|ampere|coulomb|volt|(?:kilo)?watt|kilogram|foot|pound)s?-(?=[a-z]{3})",
            re.I,
        ),
        r"\1 ",
    ),  # newton-metres
    (re.compile(r"\s+hoch\s+(?=[23]\b)"), "^"),
    (re.compile(r"\bcu(?:bic|be|\.)?\s+([A-Za-z]+)", re.I), r"\1^3"),
    (re.compile(r"\s+squared\b"), "^2"),
    (re.compile(r"\s+cubed\b"), "^3"),
    (
        re.compile(
            r"(?<=[A-Za-z²³\d])\s+(?:an?|each|every)\s+(?=(?:second|minute|hour|day|week|month|year)\b)",
            re.I,
        ),
        "/",
    ),
    (re.compile(r"(?<=[A-Za-z²³\d])\s+(?:per|p/)\s+(?:an?\s+)?|\bper\s+"), "/"),
    (re.compile(r"\bfl\.?\s+oz\b", re.I), "floz"),
    (
        re.compile(
            r"\b(?:deg(?:rees?)?|grad|grados?|degr[ée]s?)\s*(?=[CFK]\b|cel[sc]ius|fahrenheit|centigrade)",
            re.I,
        ),
        "°",
    ),
    (re.compile(r"°\s*(?:cel[sc]ius|centigrade)", re.I), "°C"),
    (re.compile(r"°\s*fahrenheit", re.I), "°F"),
    (re.compile(r"°\s+(?=[CFK]\b)"), "°"),
    (re.compile(r"°\s*c\b"), "°C"),
    (re.compile(r"°\s*f\b"), "°F"),
    (re.compile(r"\blight[- ]years?"), "ly"),
    (re.compile(r"\belectron[- ]volts?\b"), "eV"),
    (re.compile(r"\bpounds?[- ]force\b"), "lbf"),
    (re.compile(r"\bmetric ton(?:ne)?s?\b"), "tonne"),
    (re.compile(r"\bnautical miles?\b"), "nmi"),
    (
        re.compile(
            r"\b(?:cycles?|oscillations?|vibrations?|waves?|beats?)\s*/\s*(?=s(?:ec(?:onds?)?)?\b)"
        ),
        "1/",
    ),
    (re.compile(r"/\s*([A-Za-z]+)(°[CFK])"), r"/(\1 \2)"),  # J/g°C
)
_TEXT = re.compile(r"\\(?:text|mathrm|mathit|rm|operatorname)\s*\{([^{}]*)\}(?=\s*\})")
_FRAC = re.compile(r"\\[dt]?frac\s*\{([^{}]*)\}\s*\{([^{}]*)\}")
_PIECE = re.compile(
    r"\s*(?:(?P<unit>°[CFK]|[°%$€£¥₹¢′″℃℉]|(?:(?![⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺])[^\W\d_])+)|"
    r"(?P<power>\^\s*(?:\(\s*[-−]?\s*\d+\s*\)|[-−]?\s*\d+)|\*\*\s*\(?[-−]?\d+\)?|"
    r"[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+|(?<!\s)-?\d(?!\d))|(?P<times>[*·⋅×.])|(?P<over>[/÷])|(?P<open>\()|"
    r"(?P<close>\))|(?P<one>1(?=\s*/)))"
)
_RAISED = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺−", "0123456789-+-")


@lru_cache(maxsize=512)
def unit_of(text: str, labels: frozenset[str] = frozenset()) -> Unit | None:
    """The unit that a text names ("kg m/s^2", "metres per second"), None when it names none."""
    if len(text) > 80:
        return None
    text = text.strip().replace("$$", " ").replace("_", "")
    whole = named(text, labels)
    if whole is not None:
        return whole
    text = _FRAC.sub(r"(\1)/(\2)", _TEXT.sub(r"\1", text))
    for pattern, sign in _SAID:
        text = pattern.sub(sign, text)
    unit = _Units(text.strip().rstrip("."), labels).read()
    if unit is not None and unit.parts and unit.parts[0][1] < 0:
        apart = {"ms": "m s", "kmh": "km h", "kms": "km s", "cms": "cm s"}.get(unit.parts[0][0])
        if apart is not None:  # 10 ms⁻¹
            return _Units(text.strip().replace(unit.parts[0][0], apart, 1), labels).read()
    return unit


# units with a short name for all of them
_IN_FULL = {
    "kph": "km/h",
    "kmh": "km/h",
    "kmph": "km/h",
    "mph": "mi/h",
    "mps": "m/s",
    "fps": "ft/s",
}


def is_same(one: Unit, other: Unit) -> bool:
    """Whether both are one unit, and not only of one size: kph is km/h, a joule is no newton metre."""
    return _in_full(one).parts == _in_full(other).parts


def _in_full(unit: Unit) -> Unit:
    names = [_IN_FULL.get(name) for name, power in unit.parts if power == 1]
    full = unit_of(names[0]) if len(unit.parts) == 1 and names and names[0] else None
    return full or unit


class _Units:
    """One pass over a unit text: factors, each with a power; / turns the next one over."""

    def __init__(self, text: str, labels: frozenset[str]) -> None:
        self.text = text
        self.labels = labels
        self.at = 0

    def read(self) -> Unit | None:
        unit = self.product(0)
        return unit if unit is not None and self.at == len(self.text) and unit.parts else None

    def product(self, depth: int) -> Unit | None:
        found: list[tuple[Unit, int]] = []
        sign = 1
        while self.at < len(self.text):
            match = _PIECE.match(self.text, self.at)
            if match is None or depth > 5 or len(found) > 12:
                return None
            kind = match.lastgroup
            if kind == "close":
                if not depth:
                    return None
                break
            self.at = match.end()
            if kind == "over":
                sign = -1
                continue
            if (
                kind == "times"
                or kind == "one"
                or (kind == "power" and match[0].strip() == "1" and not found)
            ):
                continue
            if kind == "power":
                if not found or sign < 0:  # cm/2 is no unit
                    return None
                last, power = found.pop()
                found.append((last, power * _exponent(match[0])))
                continue
            unit = self.factor(kind or "", match["unit"] or "", depth)
            if unit is None:
                return None
            found.append((unit, sign))
            sign = 1
        return _multiplied(found)

    def factor(self, kind: str, name: str, depth: int) -> Unit | None:
        if kind == "unit":
            return named(name, self.labels) or _glued(name)
        inner = self.product(depth + 1)
        if inner is None or self.text[self.at : self.at + 1].strip() != ")":
            rest = re.match(r"\s*\)", self.text[self.at :])
            if inner is None or rest is None:
                return None
            self.at += rest.end()
            return inner
        self.at += 1
        return inner


def _exponent(text: str) -> int:
    return int(re.sub(r"[^-\d]", "", text.translate(_RAISED).replace(" ", "")) or 1)


def _glued(name: str) -> Unit | None:
    """Two units written together: Nm, kgm, molK."""
    match = GLUED.fullmatch(name)
    pair = match and (named(match[1]), named(match[2]))
    return _multiplied([(u, 1) for u in pair if u is not None]) if pair else None


def _multiplied(found: list[tuple[Unit, int]]) -> Unit | None:
    factor = Fraction(1)
    powers: dict[str, int] = {}
    parts: dict[str, int] = {}
    for unit, power in found:
        if abs(power) > 20:
            return None
        factor *= unit.factor**power
        for base, times in unit.dimension:
            powers[base] = powers.get(base, 0) + times * power
        for name, times in unit.parts:
            parts[name] = parts.get(name, 0) + times * power
    dimension = tuple(sorted((b, p) for b, p in powers.items() if p))
    single = found[0][0].offset if len(found) == 1 and found[0][1] == 1 else Fraction(0)
    return Unit(factor, dimension, single, tuple(sorted((n, p) for n, p in parts.items() if p)))
