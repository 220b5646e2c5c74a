"""The values that a text states or leaves to be worked out: 72, 36 * 2, "double of 36" (pure)."""

import re
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache

LARGEST = 10**15
_N = r"(-?\d+(?:\.\d+)?(?:/\d+)?)"
_OF = r"(?: of| the| number| of the number| el| del| de| numero| le| du)*"
# Operations in words, as (wording, arithmetic); tried in order, on plain text with figures.
_WORDED: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<![\w.])(?:{wording})"), arithmetic)
    for wording, arithmetic in (
        (
            rf"(?:double|twice|two times|2 times|doble(?: de)?|le double de|double de|"
            rf"das doppelte von|doppelt so viel wie|dobro de|doppio di|ضعف){_OF} {_N}", r"(2*\1)"),
        (rf"(?:triple|three times|3 times|thrice|triple de){_OF} {_N}", r"(3*\1)"),
        (
            rf"(?:half|1/2|mitad|moitie|moitié|die halfte von|die hälfte von|metade|meta|metà|نصف)"
            rf"(?: of| the| de| di| von| number){{0,3}} {_N}", r"(\1/2)"),
        (rf"(\d+/\d+) (?:of|de|von|di|من) {_N}", r"(\1*\2)"),
        (rf"(?:a|1) (third|quarter|fifth|tenth) of {_N}", r"(\2/«\1»)"),
        (
            rf"{_N} ?(?:%|percent|por ciento|per cent|prozent|pour cent|في المئه|بالمئه) "
            rf"(?:of|de|von|من) {_N}", r"(\1*\2/100)"),
        (rf"{_N} (?:more|mas|más|greater|higher|larger|de plus|mehr|اكثر|أكثر) (?:than|que|als|من) {_N}", r"(\1+\2)"),
        (rf"{_N} (?:less|fewer|smaller|lower|menos|de moins|weniger) (?:than|que|als) {_N}", r"(\2-\1)"),
        (rf"(?:sum|total|suma|somme|summe|مجموع) (?:of|de|von) {_N} (?:and|y|et|und|و) ?{_N}", r"(\1+\2)"),
        (
            rf"(?:difference|diferencia|différence|differenz|فرق|الفرق) "
            rf"(?:between|of|entre|zwischen|بين) {_N} (?:and|y|et|und|و) ?{_N}", r"(\1-\2)"),
        (
            rf"(?:product|producto|produit|produkt|حاصل ضرب|ناتج ضرب) (?:of|de|von)? ?{_N} "
            rf"(?:and|by|y|por|et|und|في|و) ?{_N}", r"(\1*\2)"),
        (rf"(?:quotient|cociente) (?:of|de) {_N} (?:and|by|y|entre) {_N}", r"(\1/\2)"),
        (
            rf"(?:subtract(?:ing|ed)?|take(?: away)?|taking(?: away)?|resta(?:r)?|soustrais|"
            rf"ziehe) (?:your |the |those |these )?{_N}(?: \w+){{0,2}} (?:from|de|a|von) {_N}", r"(\2-\1)"),
        (
            rf"tak(?:e|ing) (?:the |those |these )?{_N}(?: \w+)? (?:off|away from|from)(?: of)? "
            rf"(?:the |those )?{_N}", r"(\2-\1)"),
        (
            rf"{_N} (?:years?|days?|hours?|minutes?|weeks?|months?|degrees?|steps?|places?|años?|"
            rf"días?|horas?|jahre?|tage?|ans|jours) "
            rf"(?:after|past|above|después de|despues de|nach|après) {_N}", r"(\2+\1)"),
        (
            rf"{_N} (?:years?|days?|hours?|minutes?|weeks?|months?|degrees?|steps?|places?|años?|"
            rf"días?|horas?|jahre?|tage?|ans|jours) "
            rf"(?:before|below|short of|antes de|vor|avant) {_N}", r"(\2-\1)"),
        (
            r"un (tercio|cuarto|quinto|sexto|octavo|decimo|décimo) "
            r"(?:para (?:completar |llegar a )?|menos que )(?:el|un) entero\b", r"(1-1/«\1»)"),
        (
            rf"{_N} (?:short of|away from|less than|para (?:completar |llegar a )?|menos que) ?"
            rf"(?:an?|1|the|el|un) (?:whole|entero)\b", r"(1-\1)"),
        (rf"{_N} and (?:another )?{_N} more\b", r"(\1+\2)"),
        (rf"{_N} (?:on|in|for|from|at) (?:the |each )?[a-z]+ plus {_N}", r"(\1+\2)"),
        (
            rf"(?:add(?:ing|ed)?|suma(?:r)?|ajoute|addiere) {_N}(?: \w+){{0,2}} "
            rf"(?:and|to|y|a|con|et|à|und|zu) {_N}", r"(\1+\2)"),
        (
            rf"(?:multiply(?:ing)?|multiplied|multiplica(?:r)?|multiplie|multipliziere) "
            rf"(?:your |the |that |this |those |these )?{_N}(?: \w+){{0,2}} "
            rf"(?:by|and|times|por|par|mit) {_N}", r"(\1*\2)"),
        (
            rf"(?:divide|dividing|divided|divide|dividir|divise|teile) "
            rf"(?:your |the |that |this |those |these )?{_N}(?: \w+){{0,2}} "
            rf"(?:by|into|entre|por|par|durch) {_N}", r"(\1/\2)"),
        (
            rf"(?:share|split|sharing|splitting|reparte|verteile) (?:the |these |those )?{_N}"
            rf"(?: \w+){{0,2}} (?:among|amongst|between|into|in|entre|auf) (?:the )?{_N}(?! and\b)", r"(\1/\2)"),
        (
            rf"(?:began|begins|started|starts)(?: \w+){{0,2}} (?:in|at) {_N}[^.?]{{0,20}} "
            rf"(?:lasted|lasts|went on for|took|takes) {_N}", r"(\1+\2)"),
        (rf"reciprocal (?:of|de) {_N}", r"(1/(\1))"),
        (
            rf"(?:count(?:ing)?|go(?:ing)?|jump|move|step) (?:up|on|forwards?) (?:by )?{_N} (?:more )?(?:from|after) {_N}|"
            rf"(?:count(?:ing)?|go(?:ing)?) {_N} (?:up|on|forwards?) from {_N}", r"(\1\3+\2\4)"),
        (
            rf"(?:count(?:ing)?|go(?:ing)?|jump|move|step) (?:down|back(?:wards?)?) (?:by )?{_N} from {_N}|"
            rf"(?:count(?:ing)?|go(?:ing)?) {_N} (?:down|back(?:wards?)?) from {_N}", r"(\2\4-\1\3)"),
        (
            rf"(?:comes?|is|lies|stands) (?:just|right|immediately|directly) (?:after|above|past) {_N}|"
            rf"(?:number|integer|one|value) (?:just|right|immediately|directly) above {_N}", r"(\1\2+1)"),
        (
            rf"(?:comes?|is|lies|stands) (?:just|right|immediately|directly) (?:before|below|under) {_N}|"
            rf"(?:number|integer|one|value) (?:just|right|immediately|directly) below {_N}", r"(\1\2-1)"),
        (rf"{_N} and {_N} (?:(?:put |added |taken )?together|combined|in total)", r"(\1+\2)"),
        (r"(\d+) tens? and (\d+) (?:ones?|units?)\b", r"(\1*10+\2)"),
        (rf"{_N} (hundreds?|thousands?)\b(?! and)", r"(\1*«\2»)"),
        (rf"times,? (?:will |does |do |can )?{_N} (?:will )?(?:go(?:es)?|fits?|divides?) (?:in|into) {_N}", r"(\2/\1)"),
        (rf"groups of {_N}(?: \w+){{0,5}}? (?:in|into|from|out of) {_N}", r"(\2/\1)"),
        (rf"{_N} (?:squared|al cuadrado|au carré|zum quadrat|hoch 2|تربيع)", r"(\1^2)"),
        (rf"{_N} (?:cubed|al cubo|au cube)", r"(\1^3)"),
        (rf"(?:square|cuadrado|مربع) (?:of|de) {_N}", r"(\1^2)"),
        (rf"(?:square root of|raiz cuadrada de|raíz cuadrada de|racine carrée de|الجذر التربيعي ل)\s?{_N}", r"(√\1)"),
        (
            rf"(?:number|integer|whole number|one|value) "
            rf"(?:right |just |immediately |directly |that comes )*(?:after|following) {_N}|"
            rf"one up from {_N}", r"(\1\2+1)"),
        (
            rf"(?:number|integer|whole number|one|value) "
            rf"(?:right |just |immediately |directly |that comes )*before {_N}|one down from {_N}", r"(\1\2-1)"),
    )
)  # fmt: skip
_INFIX: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(rf"(?<=[\d)]) (?:{words}) (?:(?:the|your|that|those|these) )?(?=[\d(√-])"), sign)
    for words, sign in (
        (r"plus|added to|increased by|mas|más|und|ajouté à|زائد|جمع", "+"),
        (r"minus|take away|subtract|decreased by|reduced by|less|menos|moins|ناقص|weniger", "-"),
        (
            r"times|multiplied by|lots of|groups of|por|multiplicado por|fois|multiplié par|mal|"
            r"multipliziert mit|ضرب|مضروب في|مضروبا في|x|vezes|per", "*"),
        (
            r"divided by|over|split by|shared by|entre|dividido entre|dividido por|divisé par|"
            r"geteilt durch|مقسوم على|تقسيم|قسمه|على", "/"),
        (r"to the power of|to the power|elevado a|hoch|puissance", "^"),
    )
)  # fmt: skip
_NAMED = {
    "third": "3", "quarter": "4", "fifth": "5", "tenth": "10",
    "tercio": "3", "cuarto": "4", "quinto": "5", "sexto": "6", "octavo": "8", "decimo": "10", "décimo": "10",
    "hundred": "100", "hundreds": "100", "thousand": "1000", "thousands": "1000",
}  # fmt: skip
_EXPRESSION = re.compile(
    r"(?<![\w.^/])-?\d+ \d+/\d+(?![\d/]|\.\d|\s?[*/+^-]\s?\d)|"
    r"(?<![\w.^])[(√\s]*-?\d[\d.]*%?(?:[ ]?[)]*[ ]?(?:[*/+^-]|x(?=[ ]?[\d(√]))[ ]?[(√\s-]*\d[\d.]*%?)*[)]*"
)
_TOKEN = re.compile(r"\d+(?:\.\d+)?|\.\d+|[-+*/^()√%x]")


@dataclass(frozen=True, slots=True)
class Value:
    """A value in a text: `worked` when the reader has to work it out, `at`–`end` its place."""

    value: Fraction
    written: str
    at: int
    end: int
    worked: bool


@lru_cache(maxsize=512)
def worded(text: str) -> str:
    """A plain text with worded operations on figures as arithmetic."""
    for wording, arithmetic in _WORDED:
        if wording.search(text):
            text = wording.sub(lambda hit, a=arithmetic: _filled(a, hit), text)  # type: ignore[misc]
    for wording, sign in _INFIX:
        text = wording.sub(sign, text)
    return text


def _filled(arithmetic: str, hit: re.Match[str]) -> str:
    made = arithmetic
    for number, part in enumerate(hit.groups(), start=1):
        made = made.replace(f"\\{number}", part or "")
    return re.sub("«(\\w+)»", lambda name: _NAMED.get(name[1], "1"), made)


@lru_cache(maxsize=512)
def values(text: str) -> tuple[Value, ...]:
    """Every number and every piece of arithmetic of a plain text, in order."""
    found = []
    for hit in _EXPRESSION.finditer(text):
        written = hit[0].strip().rstrip(".")
        at = hit.start() + len(hit[0]) - len(hit[0].lstrip())
        value = evaluate(written)
        operated = bool(re.search(r"[\d)%]\s*[-+*/^x√]|√", written))
        simple = re.fullmatch(r"-?[\d.]+(?:\s?/\s?\d+)?%?|-?\d+ \d+/\d+", written)
        if value is not None:
            left = operated and (simple is None or _division(written, value))
            found.append(Value(value, written, at, at + len(written), left))
        if operated:
            found += _parts(written, at)
    return tuple(found)


def _division(written: str, value: Fraction) -> bool:
    """Whether a ratio is a division to be done (56/8), not a number written as one (3/4, 6/1)."""
    top, bar, bottom = written.rstrip("%").partition("/")
    if " / " in written:
        return True
    return bool(bar) and " " not in top.strip() and value.denominator == 1 and bottom.strip() != "1"


def _parts(written: str, at: int) -> list[Value]:
    parts = []
    for hit in re.finditer(r"\d+(?:\.\d+)?(?:\s?/\s?\d+)?%?", written):
        if hit[0] == written:
            continue
        value = evaluate(hit[0])
        if value is not None:
            left = _division(hit[0], value)
            parts.append(Value(value, hit[0], at + hit.start(), at + hit.end(), left))
    return parts


def evaluate(written: str) -> Fraction | None:
    """The value of plain arithmetic (+ − * / ^ % √ and brackets); None when it has none."""
    mixed = re.fullmatch(r"\s*(-?)(\d+) (\d+)/(\d+)\s*", written)
    if mixed is not None:
        if not int(mixed[4]):
            return None
        size = int(mixed[2]) + Fraction(int(mixed[3]), int(mixed[4]))
        return -size if mixed[1] else size
    tokens = _TOKEN.findall(written)
    if not tokens or len(tokens) > 60 or "".join(tokens) != re.sub(r"\s", "", written).rstrip("."):
        return None
    try:
        reader = _Reader(tokens)
        value = reader.total()
        return value if reader.done() and abs(value) < LARGEST else None
    except (_Stuck, ZeroDivisionError, IndexError):
        return None


class _Stuck(Exception):
    """This is not arithmetic."""


class _Reader:
    """Recursive descent over the tokens, with exact fractions."""

    def __init__(self, tokens: list[str]) -> None:
        self._tokens = tokens
        self._at = 0

    def done(self) -> bool:
        return self._at == len(self._tokens)

    def _next(self) -> str:
        return "" if self.done() else self._tokens[self._at]

    def _take(self) -> str:
        self._at += 1
        return self._tokens[self._at - 1]

    def total(self) -> Fraction:
        value = self._product()
        while self._next() in {"+", "-"}:
            value = value + self._product() if self._take() == "+" else value - self._product()
        return value

    def _product(self) -> Fraction:
        value = self._signed()
        while self._next() in {"*", "/", "x", "("}:
            if self._next() == "(":
                value = value * self._signed()
                continue
            sign = self._take()
            other = self._signed()
            value = value / other if sign == "/" else value * other
        return value

    def _signed(self) -> Fraction:
        if self._next() == "-":
            self._take()
            return -self._signed()
        return self._power()

    def _power(self) -> Fraction:
        base = self._atom()
        if self._next() != "^":
            return base
        self._take()
        exponent = self._signed()
        if exponent.denominator != 1 or abs(exponent) > 12 or abs(base) > 10**6:
            raise _Stuck
        return base ** int(exponent)

    def _atom(self) -> Fraction:
        sign = self._take()
        if sign == "(":
            value = self.total()
            if self._take() != ")":
                raise _Stuck
        elif sign == "√":
            inner = self._atom()
            if inner < 0 or inner.denominator != 1:
                raise _Stuck
            whole = round(float(inner) ** 0.5)
            if whole * whole != inner:
                raise _Stuck
            value = Fraction(whole)
        elif sign[0].isdigit() or sign[0] == ".":
            value = Fraction(sign)
        else:
            raise _Stuck
        while self._next() == "%":
            self._take()
            value /= 100
        return value
