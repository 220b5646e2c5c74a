"""How whole numbers below ten thousand are named in seven languages (pure)."""

import unicodedata
from collections.abc import Callable, Sequence
from functools import lru_cache

from tutor.items import numerals
from tutor.items.numerals import ONES, TENS


@lru_cache(maxsize=2048)
def bare(text: str) -> str:
    """Lower case without accents, as the names here are written."""
    if text.isascii():
        return text.casefold()
    plain = "".join(
        c
        for c in unicodedata.normalize("NFKD", text)
        if unicodedata.category(c) not in {"Mn", "Cf"}
    )
    return plain.casefold().translate(
        {ord(a): b for a, b in zip("أإآىة", "اااية".replace("ية", "يه"), strict=True)}
    )


def _bare(words: Sequence[str]) -> list[str]:
    return [bare(word) for word in words]


_ES = _bare(numerals.SPANISH_ONES)
_ES_TENS = _bare(numerals.SPANISH_TENS)
_ES_HUNDREDS = [
    "ciento",
    "doscientos",
    "trescientos",
    "cuatrocientos",
    "quinientos",
    "seiscientos",
    "setecientos",
    "ochocientos",
    "novecientos",
]
_FR = _bare(numerals.FRENCH_ONES)
_FR_TENS = _bare(numerals.FRENCH_TENS)
_DE = _bare(numerals.GERMAN_ONES)
_DE[1] = "ein"  # as it stands in longer names
_DE_TENS = _bare(numerals.GERMAN_TENS)
_PT = [
    "zero",
    "um",
    "dois",
    "tres",
    "quatro",
    "cinco",
    "seis",
    "sete",
    "oito",
    "nove",
    "dez",
    "onze",
    "doze",
    "treze",
    "catorze",
    "quinze",
    "dezesseis",
    "dezessete",
    "dezoito",
    "dezenove",
]
_PT_TENS = ["vinte", "trinta", "quarenta", "cinquenta", "sessenta", "setenta", "oitenta", "noventa"]
_PT_HUNDREDS = [
    "cento",
    "duzentos",
    "trezentos",
    "quatrocentos",
    "quinhentos",
    "seiscentos",
    "setecentos",
    "oitocentos",
    "novecentos",
]
_IT = [
    "zero",
    "uno",
    "due",
    "tre",
    "quattro",
    "cinque",
    "sei",
    "sette",
    "otto",
    "nove",
    "dieci",
    "undici",
    "dodici",
    "tredici",
    "quattordici",
    "quindici",
    "sedici",
    "diciassette",
    "diciotto",
    "diciannove",
]
_IT_TENS = [
    "venti",
    "trenta",
    "quaranta",
    "cinquanta",
    "sessanta",
    "settanta",
    "ottanta",
    "novanta",
]
_AR = _bare(numerals.ARABIC_ONES)
_AR_TENS = _bare(numerals.ARABIC_TENS)
_EN, _EN_TENS = list(ONES), list(TENS)


def english(n: int) -> list[str]:
    if n < 20:
        return [_EN[n]]
    if n < 100:
        ones = f"-{_EN[n % 10]}" if n % 10 else ""
        name = _EN_TENS[n // 10 - 2] + ones
        return list(dict.fromkeys([name, name.replace("-", " ")]))
    if n < 1000:
        heads = ["one hundred", "a hundred"] if n < 200 else [f"{_EN[n // 100]} hundred"]
        return [name for h in heads for name in _joined(h, english, n % 100, (" and ", " "))]
    heads = ["one thousand", "a thousand"] if n < 2000 else [f"{english(n // 1000)[0]} thousand"]
    said = [name for h in heads for name in _joined(h, english, n % 1000, (" ", " and ", ", "))]
    return said + _as_year(n)


def _as_year(n: int) -> list[str]:
    """“fourteen ninety-two” and “nineteen oh five” for 1100 to 2099."""
    if not 1100 <= n < 2100 or not n % 100 or (n // 100 == 20 and n % 100 < 10):
        return []
    rest = [f"oh {_EN[n % 10]}", f"o {_EN[n % 10]}"] if n % 100 < 10 else english(n % 100)
    return (
        [f"{_EN[n // 100]} {tail}" for tail in rest]
        if n // 100 < 20
        else [f"twenty {tail}" for tail in rest]
    )


def spanish(n: int) -> list[str]:
    if n < 30:
        return [_ES[n]]
    if n < 100:
        return [_ES_TENS[n // 10 - 3] + (f" y {_ES[n % 10]}" if n % 10 else "")]
    if n == 100:
        return ["cien"]
    if n < 1000:
        return _joined(_ES_HUNDREDS[n // 100 - 1], spanish, n % 100, (" ",))
    head = "mil" if n < 2000 else f"{spanish(n // 1000)[0]} mil"
    return _joined(head, spanish, n % 1000, (" ",))


def french(n: int) -> list[str]:
    if n < 20:
        return [_FR[n]]
    if n < 70 or 80 <= n < 90:
        base = "quatre-vingt" if n >= 80 else _FR_TENS[n // 10 - 2]
        if n == 80:
            return ["quatre-vingts", "quatre-vingt", "quatre vingts"]
        if n % 10 == 0:
            return [base]
        link = " et " if n % 10 == 1 and n < 80 else "-"
        return _both(f"{base}{link}{_FR[n % 10]}")
    if n < 100:
        base, rest = ("soixante", n - 60) if n < 80 else ("quatre-vingt", n - 80)
        link = " et " if n == 71 else "-"
        return _both(f"{base}{link}{_FR[rest]}")
    if n < 1000:
        head = "cent" if n < 200 else f"{_FR[n // 100]} cent"
        return _joined(head, french, n % 100, (" ",)) if n % 100 else [head, f"{head}s"]
    head = "mille" if n < 2000 else f"{french(n // 1000)[0]} mille"
    return _joined(head, french, n % 1000, (" ",))


def german(n: int) -> list[str]:
    if n == 1:
        return ["eins"]
    if n < 20:
        return [_DE[n]]
    if n < 100:
        ones = f"{_DE[n % 10]}und" if n % 10 else ""
        return [ones + _DE_TENS[n // 10 - 2]]
    if n < 1000:
        head = f"{_DE[n // 100]}hundert"
        return _joined(head, german, n % 100, ("", "und")) + (
            [head.removeprefix("ein")] if n == 100 else []
        )
    return _joined(
        f"{german(n // 1000)[0].removesuffix('s')}tausend", german, n % 1000, ("", "und")
    )


def portuguese(n: int) -> list[str]:
    if n < 20:
        return [_PT[n]]
    if n < 100:
        return [_PT_TENS[n // 10 - 2] + (f" e {_PT[n % 10]}" if n % 10 else "")]
    if n == 100:
        return ["cem"]
    if n < 1000:
        return _joined(_PT_HUNDREDS[n // 100 - 1], portuguese, n % 100, (" e ",))
    head = "mil" if n < 2000 else f"{portuguese(n // 1000)[0]} mil"
    return _joined(head, portuguese, n % 1000, (" ", " e "))


def italian(n: int) -> list[str]:
    if n < 20:
        return [_IT[n]]
    if n < 100:
        tens, ones = _IT_TENS[n // 10 - 2], n % 10
        return [(tens[:-1] if ones in (1, 8) else tens) + (_IT[ones] if ones else "")]
    if n < 1000:
        head = "cento" if n < 200 else f"{_IT[n // 100]}cento"
        return _joined(head, italian, n % 100, ("",))
    head = "mille" if n < 2000 else f"{italian(n // 1000)[0]}mila"
    return _joined(head, italian, n % 1000, ("",))


def arabic(n: int) -> list[str]:
    if n <= 10:
        return list(
            dict.fromkeys([_AR[n], _AR[n].removesuffix("ه"), *(["اثنين"] if n == 2 else [])])
        )
    if n < 20:
        heads = {11: ["احد", "احدي"], 12: ["اثنا", "اثني", "اثنتا"]}.get(
            n, [_AR[n - 10], _AR[n - 10].removesuffix("ه")]
        )
        return [f"{head} عشر{end}" for head in heads for end in ("", "ه")]
    if n < 100:
        tens = _AR_TENS[n // 10 - 2]
        both = [tens, tens.removesuffix("ون") + "ين"]
        if not n % 10:
            return both
        return [f"{one} و{ten}" for one in arabic(n % 10) for ten in both] + [
            f"{one} و {ten}" for one in arabic(n % 10) for ten in both
        ]
    if n < 1000:
        stem = _AR[n // 100].removesuffix("ه")
        counted = [f"{stem}{end}" for end in ("مئه", "مائه", " مئه", " مائه")]
        one, two = ["مئه", "مائه", "ميه"], ["مئتان", "مئتين", "مائتان", "مائتين"]
        heads = {1: one, 2: two}.get(n // 100, counted)
        return [
            f"{head}{tail}"
            for head in heads
            for tail in ([f" و{r}" for r in arabic(n % 100)] if n % 100 else [""])
        ]
    heads = {1: ["الف"], 2: ["الفان", "الفين"]}.get(n // 1000) or [
        f"{arabic(n // 1000)[0]} {w}" for w in ("الاف", "الف")
    ]
    return [
        f"{head}{tail}"
        for head in heads
        for tail in ([f" و{r}" for r in arabic(n % 1000)] if n % 1000 else [""])
    ][:60]


def _both(name: str) -> list[str]:
    return list(dict.fromkeys([name, name.replace("-", " ")]))


def _joined(
    head: str, name: Callable[[int], list[str]], rest: int, links: tuple[str, ...]
) -> list[str]:
    return [f"{head}{link}{tail}" for link in links for tail in name(rest)] if rest else [head]
