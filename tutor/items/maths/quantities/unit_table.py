"""The table of units of measurement, by symbol and by name.

Factors are exact where the unit is defined so (International yard and pound agreement 1959; BIPM,
The International System of Units, 9th edition). A dimension is a sorted tuple of (base, power);
words that the answer itself uses ("apples") and currencies are bases of their own.
"""

import math
import re
import unicodedata
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

Dimension = tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: `factor` and `offset` take it to SI, `parts` are its symbols with powers as written."""

    factor: Fraction
    dimension: Dimension
    offset: Fraction = Fraction(0)
    parts: tuple[tuple[str, int], ...] = ()


def _dimension(text: str) -> Dimension:
    pairs = re.findall(r"([A-Za-z$€£¥₹°]+)(-?\d*)", text)
    return tuple(sorted((base, int(power or 1)) for base, power in pairs))


def _f(value: str | int | float) -> Fraction:
    return Fraction(value)


# symbol, names (singular), factor to SI, dimension, whether it takes SI prefixes
_TABLE: tuple[tuple[str, str, Fraction, str, bool], ...] = (
    ("m", "metre meter metro", _f(1), "m", True),
    ("g", "gram gramme gramo gramm", _f("1/1000"), "kg", True),
    ("", "kilo", _f(1), "kg", False),
    ("s sec secs", "second segundo seconde sekunde", _f(1), "s", True),
    ("A amp amps", "ampere", _f(1), "A", True),
    ("K", "kelvin", _f(1), "K", True),
    ("mol", "mole", _f(1), "mol", True),
    ("cd", "candela", _f(1), "cd", True),
    ("Hz", "hertz", _f(1), "s-1", True),
    ("N", "newton", _f(1), "kg m s-2", True),
    ("Pa", "pascal", _f(1), "kg m-1 s-2", True),
    ("J", "joule", _f(1), "kg m2 s-2", True),
    ("W", "watt", _f(1), "kg m2 s-3", True),
    ("C", "coulomb", _f(1), "A s", True),
    ("V", "volt", _f(1), "kg m2 s-3 A-1", True),
    ("F", "farad", _f(1), "kg-1 m-2 s4 A2", True),
    ("Ω ohm ohms", "ohm", _f(1), "kg m2 s-3 A-2", True),
    ("S", "siemens", _f(1), "kg-1 m-2 s3 A2", True),
    ("Wb", "weber", _f(1), "kg m2 s-2 A-1", True),
    ("T", "tesla", _f(1), "kg s-2 A-1", True),
    ("H", "henry", _f(1), "kg m2 s-2 A-2", True),
    ("lm", "lumen", _f(1), "cd", True),
    ("lx", "lux", _f(1), "cd m-2", True),
    ("Bq", "becquerel", _f(1), "s-1", True),
    ("Gy", "gray", _f(1), "m2 s-2", True),
    ("Sv", "sievert", _f(1), "m2 s-2", True),
    ("kat", "katal", _f(1), "mol s-1", True),
    ("L l ℓ", "litre liter litro", _f("1/1000"), "m3", True),
    ("t", "tonne", _f(1000), "kg", True),
    ("eV", "electronvolt", _f("1.602176634e-19"), "kg m2 s-2", True),
    ("bar", "bar", _f(100000), "kg m-1 s-2", True),
    ("cal", "calorie", _f("4.184"), "kg m2 s-2", True),
    ("M", "molar", _f(1000), "mol m-3", True),
    ("min mins", "minute minuto", _f(60), "s", False),
    ("h hr hrs", "hour hora heure stunde", _f(3600), "s", False),
    ("d", "day dia jour tag", _f(86400), "s", False),
    ("wk wks", "week", _f(604800), "s", False),
    ("yr y a", "year", _f(31557600), "s", False),
    ("", "decade", _f(315576000), "s", False),
    ("ha", "hectare", _f(10000), "m2", False),
    ("Å", "angstrom", _f("1e-10"), "m", False),
    ("", "micron", _f("1e-6"), "m", False),
    ("au AU", "astronomical_unit", _f(149597870700), "m", False),
    ("ly", "lightyear", _f(9460730472580800), "m", False),
    ("u Da amu", "dalton", _f("1.66053906660e-27"), "kg", False),
    ("atm", "atmosphere", _f(101325), "kg m-1 s-2", False),
    ("mmHg", "", _f("133.322387415"), "kg m-1 s-2", False),
    ("torr Torr", "", _f(101325) / 760, "kg m-1 s-2", False),
    ("cc", "", _f("1e-6"), "m3", False),
    ("Wh", "", _f(3600), "kg m2 s-2", True),
    ("Ah", "", _f(3600), "A s", True),
    ("psi", "", _f("6894.757293168"), "kg m-1 s-2", False),
    ("in ″", "inch", _f("0.0254"), "m", False),
    ("ft ′", "foot", _f("0.3048"), "m", False),
    ("yd yds", "yard", _f("0.9144"), "m", False),
    ("mi", "mile", _f("1609.344"), "m", False),
    ("nmi", "", _f(1852), "m", False),
    ("ac", "acre", _f("4046.8564224"), "m2", False),
    ("oz", "ounce", _f("0.028349523125"), "kg", False),
    ("lb lbs", "pound", _f("0.45359237"), "kg", False),
    ("", "ton", _f("907.18474"), "kg", False),
    ("st", "stone", _f("6.35029318"), "kg", False),
    ("kft", "kilofoot", _f("304.8"), "m", False),
    ("lbf", "poundforce", _f("4.4482216152605"), "kg m s-2", False),
    ("gal", "gallon", _f("0.003785411784"), "m3", False),
    ("qt", "quart", _f("0.000946352946"), "m3", False),
    ("pt", "pint", _f("0.000473176473"), "m3", False),
    ("cup", "cup", _f("0.0002365882365"), "m3", False),
    ("fl_oz floz", "fluid_ounce", _f("0.0000295735295625"), "m3", False),
    ("tbsp", "tablespoon", _f("0.00001478676478125"), "m3", False),
    ("tsp", "teaspoon", _f("0.00000492892159375"), "m3", False),
    ("mph", "", _f("0.44704"), "m s-1", False),
    ("mps", "", _f(1), "m s-1", False),
    ("kph kmh kmph", "", _f("5/18"), "m s-1", False),
    ("kn kt", "knot", _f("463/900"), "m s-1", False),
    ("fps", "", _f("0.3048"), "m s-1", False),
    ("hp", "horsepower", _f("745.69987158227022"), "kg m2 s-3", False),
    ("Btu BTU", "", _f("1055.05585262"), "kg m2 s-2", False),
    ("rad", "radian", _f(1), "", False),
    ("sr", "steradian", _f(1), "", False),
    ("° deg", "degree", Fraction(math.pi) / 180, "", False),
    ("rev", "revolution", Fraction(2 * math.pi), "", False),
    ("rpm", "", Fraction(2 * math.pi) / 60, "s-1", False),
    ("bit", "bit", _f(1), "bit", True),
    ("B", "byte", _f(8), "bit", True),
    ("dB", "decibel", _f(1), "dB", False),
    ("dioptre", "diopter", _f(1), "m-1", False),
    ("$ USD usd", "dollar buck", _f(1), "$", False),
    ("¢", "cent penny céntimo centimo centavo", _f("1/100"), "$", False),
    ("€ EUR eur Eur", "euro", _f(1), "€", False),
    ("£ GBP", "", _f(1), "£", False),
    ("p", "", _f("1/100"), "£", False),
    ("¥", "yen", _f(1), "¥", False),
    ("₹", "rupee", _f(1), "₹", False),
    ("%", "percent", _f("1/100"), "", False),
)  # fmt: skip
_PREFIXES = {
    "Y": 24, "Z": 21, "E": 18, "P": 15, "T": 12, "G": 9, "M": 6, "k": 3, "h": 2, "da": 1, "d": -1,
    "c": -2, "m": -3, "µ": -6, "μ": -6, "u": -6, "n": -9, "p": -12, "f": -15, "a": -18,
}  # fmt: skip
_LONG_PREFIXES = {
    "tera": 12, "giga": 9, "mega": 6, "kilo": 3, "hecto": 2, "deca": 1, "deci": -1, "centi": -2,
    "milli": -3, "mili": -3, "zenti": -2, "micro": -6, "nano": -9, "pico": -12,
}  # fmt: skip
_PLURALS = {
    "feet": "foot",
    "kilofeet": "kilofoot",
    "inches": "inch",
    "pennies": "penny",
    "pence": "penny",
    "centuries": "century",
}
_BY_EAR = {  # as they are heard
    "sentimeter": "centimeter", "sentimetre": "centimetre", "centemeter": "centimeter", "centemetre": "centimetre",
    "centermeter": "centimeter", "centimetar": "centimeter", "kilameter": "kilometer", "kilometar": "kilometer",
    "killometer": "kilometer", "millameter": "millimeter", "nuton": "newton", "newten": "newton", "newtin": "newton",
    "jule": "joule", "joul": "joule", "pascle": "pascal", "secend": "second", "seccond": "second", "minit": "minute",
    "celcius": "celsius", "celsuis": "celsius", "celcuis": "celsius", "farenheit": "fahrenheit",
    "farenhite": "fahrenheit", "fahrenhiet": "fahrenheit", "degre": "degree", "dergee": "degree", "killogram": "kilogram",
    "kilagram": "kilogram", "mililiter": "milliliter", "millaliter": "milliliter",
}  # fmt: skip
_TEMPERATURES = {
    "°C": (_f(1), _f("273.15")), "℃": (_f(1), _f("273.15")), "celsius": (_f(1), _f("273.15")),
    "degC": (_f(1), _f("273.15")), "centigrade": (_f(1), _f("273.15")), "°F": (_f("5/9"), _f("2298.35") / 9), "℉": (_f("5/9"), _f("2298.35") / 9),
    "degF": (_f("5/9"), _f("2298.35") / 9), "fahrenheit": (_f("5/9"), _f("2298.35") / 9), "°K": (_f(1), _f(0)),
}  # fmt: skip


_SHORT_PREFIXES = {power: sign for sign, power in reversed(_PREFIXES.items())}


def _tables() -> tuple[dict[str, Unit], dict[str, Unit], dict[str, str]]:
    """The units by symbol and by word, and the symbol of each word that has one."""
    symbols: dict[str, Unit] = {}
    words: dict[str, Unit] = {}
    own: dict[str, str] = {"kilo": "kg"}
    for signs, long, factor, dimension, prefixed in reversed(_TABLE):
        base = _dimension(dimension)
        for sign in signs.split():
            symbols[sign] = Unit(factor, base)
        for word in long.split():
            words[word] = Unit(factor, base)
            if signs:
                own[word] = signs.split()[0]
        if not prefixed:
            continue
        for prefix, power in _PREFIXES.items():
            for sign in signs.split():
                if len(sign) <= 3:
                    symbols.setdefault(prefix + sign, Unit(factor * Fraction(10) ** power, base))
        for prefix, power in _LONG_PREFIXES.items():
            for word in long.split():
                words[prefix + word] = Unit(factor * Fraction(10) ** power, base)
                own[prefix + word] = _SHORT_PREFIXES[power] + signs.split()[0]
    for signs, _, factor, dimension, _ in _TABLE:  # min is a minute, cd a candela, Pa a pascal
        for sign in signs.split():
            symbols[sign] = Unit(factor, _dimension(dimension))
    for name, (factor, offset) in _TEMPERATURES.items():
        target = words if name.isalpha() and len(name) > 4 else symbols
        target[name] = Unit(factor, (("K", 1),), offset)
    return symbols, words, own


_SYMBOLS, _WORDS, _SYMBOL_OF = _tables()
GLUED = re.compile(r"(kg|g|k?N|k?J|mol|V|A|k?Pa|k?W)(m|cm|s|h|K|A|kg|mol|V)")  # Nm, kgm, molK


def named(name: str, labels: frozenset[str] = frozenset()) -> Unit | None:
    """The unit with a symbol or name; `labels` are words that count as units of their own."""
    unit = _SYMBOLS.get(name)
    if unit is None:
        lower = _without_accents(name.lower())
        single = _PLURALS.get(lower, lower)
        single = _BY_EAR.get(single) or _BY_EAR.get(single.removesuffix("s"), single)
        unit = (
            _WORDS.get(single)
            or _WORDS.get(single.removesuffix("s"))
            or _WORDS.get(single.removesuffix("es"))
            or _WORDS.get(single.removesuffix("n"))
        )
        if unit is None and label(name) in labels:
            return Unit(Fraction(1), ((f"'{label(name)}", 1),), parts=((label(name), 1),))
        if unit is None and len(name) > 1 and name != lower and not GLUED.fullmatch(name):
            unit = _SYMBOLS.get(lower)
    if unit is None:
        return None
    return Unit(unit.factor, unit.dimension, unit.offset, ((canonical(name), 1),))


def _without_accents(word: str) -> str:
    """centímetro → centimetro; µ and Ω stay."""
    if word.isascii():
        return word
    return "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))


def label(word: str) -> str:
    """A counted thing without its plural: apples and apple are one."""
    lower = word.lower()
    return lower.removesuffix("s") if len(lower) > 3 else lower


@lru_cache(maxsize=512)
def canonical(name: str) -> str:
    """One symbol for all the names of a unit: metres → m."""
    unit = _SYMBOLS.get(name)
    if unit is not None and len(name) <= 3:
        return {
            "l": "L",
            "ℓ": "L",
            "μ": "µ",
            "sec": "s",
            "hr": "h",
            "hrs": "h",
            "min": "min",
            "lbs": "lb",
        }.get(name, name.replace("μ", "µ"))
    lower = _without_accents(name.lower())
    single = _PLURALS.get(lower, lower)
    single = _BY_EAR.get(single) or _BY_EAR.get(single.removesuffix("s"), single)
    for word in (single, single.removesuffix("s"), single.removesuffix("es")):
        if word in _SYMBOL_OF:
            return canonical(_SYMBOL_OF[word])
        if word in _WORDS:
            found = _WORDS[word]
            for symbol, other in _SYMBOLS.items():
                if (
                    other.factor == found.factor
                    and other.dimension == found.dimension
                    and other.offset == found.offset
                ):
                    return symbol
            return word
    return name
