"""The numbers and calculations in a line of working: "24*2 = 48 sandwiches" → 24·2 gives 48."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from tutor.items.maths.in_words.words import number_words
from tutor.items.sums import made_by

MAX_LINE = 1000
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+"
_TOKEN = re.compile(
    rf"(?P<num>(?:{_NUMBER}))\s*(?P<percent>%)?|(?P<times>(?<=[\d)%.\sa-z])[xX×](?=\s*[$\d(.]))|(?P<op>[-+*/÷−·=≈()])"
    r"|(?P<word>[A-Za-z][A-Za-z'’]*)|(?P<other>[^\s])"
)
_WORDS = re.compile(
    r"\b(?:half|twice|double|thrice|triple|(?<=one )third|(?<=one-)third|(?<=a )third|"
    r"(?<=a )quarter|dozen|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
    r"|twenty|thirty|forty|fifty|hundred)\b",
    re.IGNORECASE,
)
_UNIT_SLASH = re.compile(r"/\s*(?:\$\s*)?(?=[A-Za-z])")  # $10/day is no division
_VALUES = {
    "half": Fraction(1, 2), "twice": Fraction(2), "double": Fraction(2), "thrice": Fraction(3),
    "triple": Fraction(3), "third": Fraction(1, 3), "quarter": Fraction(1, 4), "dozen": Fraction(12),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Calculation:
    """One written calculation: the numbers that go in, what they make, what was written."""

    inputs: tuple[Fraction, ...]
    signs: str
    result: Fraction
    makes: Fraction | None
    left: tuple[Fraction | str, ...] = ()

    def remade(self, changed: Mapping[Fraction, Fraction]) -> Fraction | None:
        """What the left side makes with some of its numbers changed."""
        return made_by([changed.get(t, t) if isinstance(t, Fraction) else t for t in self.left])

    @property
    def is_right(self) -> bool:
        """Whether the written result is what the left side makes, to the figures written."""
        if self.makes is None:
            return True
        slack = (
            max(abs(self.result) / 200, Fraction(1, 100))
            if self.result.denominator != 1
            else abs(self.makes) / 400
        )
        return abs(self.makes - self.result) <= slack or self._as_percent()

    def _as_percent(self) -> bool:
        return self.makes is not None and self.makes * 100 == self.result


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of working: its numbers in order, calculations, and whether it has a letter for a number."""

    text: str
    numbers: tuple[Fraction, ...]
    calculations: tuple[Calculation, ...]
    unknown: bool

    @property
    def results(self) -> tuple[Fraction, ...]:
        """What the line's calculations made, as written."""
        return tuple(c.result for c in self.calculations)


def line_of(text: str) -> Line:
    """A line read; never raises."""
    text = text[:MAX_LINE]
    tokens = _tokens(text)
    numbers = [t for t in tokens if isinstance(t, Fraction)]
    numbers += [
        _VALUES.get(m[0].lower()) or number_words(m[0]) or Fraction(0)
        for m in _WORDS.finditer(text)
    ]
    unknown = bool(
        re.search(
            r"(?<![A-Za-z'’])[a-zA-HJ-Z](?![A-Za-z'’])(?=\s*[-+*/=)]|\s+(?:be|represent|for)\b)|\d[a-z]\b",
            text,
        )
    )
    return Line(
        text=text,
        numbers=tuple(numbers),
        calculations=tuple(_calculations(tokens)),
        unknown=unknown,
    )


def _tokens(text: str) -> list[Fraction | str]:
    """Numbers and signs; units and other words are passed over, a break is "|"."""
    found: list[Fraction | str] = []
    for match in _TOKEN.finditer(_UNIT_SLASH.sub(" ", text.replace("$", "").replace("£", ""))):
        if match["num"]:
            value = Fraction(match["num"].replace(",", ""))
            found.append(value / 100 if match["percent"] else value)
        elif match["times"]:
            found.append("*")
        elif match["op"]:
            found.append({"÷": "/", "−": "-", "·": "*", "≈": "="}.get(match["op"], match["op"]))
        elif match["word"]:
            if match["word"].lower() in (
                "and",
                "so",
                "then",
                "because",
                "since",
                "if",
                "which",
                "for",
                "leaves",
                "but",
            ):
                found.append("|")
        elif match["other"] in ".,;:?!":
            found.append("|")
    return found


def _calculations(tokens: list[Fraction | str]) -> list[Calculation]:
    found: list[Calculation] = []
    for place, sign in enumerate(tokens):
        if sign != "=" or place + 1 >= len(tokens):
            continue
        result = _signed(tokens, place + 1)
        left = _left_of(tokens, place)
        if result is None or not left:
            continue
        inputs = tuple(t for t in left if isinstance(t, Fraction))
        signs = "".join(t for t in left if isinstance(t, str))
        if len(inputs) < 2:
            continue
        found.append(
            Calculation(
                inputs=inputs, signs=signs, result=result, makes=made_by(left), left=tuple(left)
            )
        )
    return found


def _signed(tokens: list[Fraction | str], place: int) -> Fraction | None:
    """The lone number after an equals sign; None when a calculation follows."""
    sign = 1
    if tokens[place] == "-":
        sign, place = -1, place + 1
    value = tokens[place] if place < len(tokens) else None
    if not isinstance(value, Fraction):
        return None
    after = tokens[place + 1] if place + 1 < len(tokens) else "|"
    if (
        isinstance(after, str)
        and after in "+*/-"
        and place + 2 < len(tokens)
        and isinstance(tokens[place + 2], Fraction)
    ):
        return None
    return sign * value


def _left_of(tokens: list[Fraction | str], place: int) -> list[Fraction | str]:
    """The numbers and signs before an equals sign, back to a break or two numbers side by side."""
    left: list[Fraction | str] = []
    for token in reversed(tokens[:place]):
        if token in ("|", "="):
            break
        if isinstance(token, Fraction) and left and isinstance(left[0], Fraction):
            break
        left.insert(0, token)
    while left and isinstance(left[0], str) and left[0] not in "(-":
        left.pop(0)
    return left
