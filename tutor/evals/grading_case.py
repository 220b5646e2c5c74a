"""One row of an outside suite in our notation, and what the suites mean by near."""

import re
from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction
from functools import lru_cache

from tutor.evals.grading_edx import in_our_writing
from tutor.evals.grading_maxima import applied_letters, from_maxima, numbered_names
from tutor.evals.grading_options import Options
from tutor.items.grade import Context, Grade, Verdict
from tutor.items.maths.form.numerals import magnitude
from tutor.items.maths.in_words.chat import has_small_talk, tidy
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.signs import in_signs
from tutor.items.maths.notation.tree import (
    Node,
    names,
)
from tutor.items.maths.reading import read, with_answer
from tutor.items.maths.values.exact import NotExact, exact_value
from tutor.items.maths.values.sample import value_at

Row = Mapping[str, object]


PLAIN = Context()


class Case:
    """One row, with its texts in our notation."""

    def __init__(self, row: Row) -> None:
        self.row = row
        self.suite = str(row.get("suite", ""))
        self.mode = str(row.get("mode", ""))
        self.options = Options(row.get("options"), note=str(row.get("note", "")))
        self.asked = row.get("expected")
        self.expected = self._text(self.asked)
        self.student = self._text(row.get("student"))

    def _text(self, value: object) -> str:
        text = "" if value is None else str(value)
        if self.suite.startswith(("stack", "numbas")):
            text = from_maxima(text)
            if self.suite.startswith("stack") and not self.mode.startswith(("units", "chem")):
                text = numbered_names(text)
            return text
        if self.suite == "edx":
            return in_our_writing(text, str(self.asked))
        if self.suite.startswith("webwork"):
            return re.sub(r"(?<![A-Za-z])([CP])\((?=\s*\d+\s*,)", r"n\1r(", text)
        if self.suite.startswith(("prairie", "pl")):
            return _matlab_column(re.sub(r"(?<=\d)\s*j\b", "i", text))  # Python's 3+4j
        return text.replace("**", "^") if "oatutor" in self.suite else text

    @property
    def notation(self) -> Notation:
        """How the suite writes."""
        khan = self.suite in ("kas", "khan")
        stack = self.suite.startswith("stack")
        return Notation(
            mixed=not khan and not stack,
            adjacent=khan,
            thousands=not stack and not _is_group(self.expected),
            degrees=self.mode == "trig_degrees" or self.options.flag("degrees"),
            natural_log=stack or self.suite.startswith(("webwork", "prairie", "pl")),
            functions=frozenset(self.options.words("functions"))
            | (applied_letters(f"{self.expected} {self.student}") if stack else frozenset()),
            ratio=re.search(r"\d\s*:\s*\d", self.expected) is not None,
            variables=_identifiers(self.expected, self.student) if stack else frozenset(),
        )

    def answer(self) -> tuple[Node, Notation]:
        """The expected answer as a tree, and the notation for responses to it."""
        return _answer(self.expected, self.notation)

    def trees(self) -> tuple[Node, Node]:
        """The expected answer and the response."""
        answer, notation = self.answer()
        found = read(self.student, notation).node
        return answer, found


_SIZE_SAID = re.compile(r"\d\s*(?:hundred|thousand|million|billion|trillion|dozen)\b", re.I)


@lru_cache(maxsize=64)
def _answer(expected: str, notation: Notation) -> tuple[Node, Notation]:
    cas = notation.natural_log and not notation.mixed  # writes ± in words
    double_signs = replace(notation, plus_minus=not notation.adjacent and not cas)
    said = _SIZE_SAID.search(expected) or number_words(expected) is not None
    if said or has_small_talk(expected):
        answer = read(expected, double_signs).node
    else:
        answer = parse(in_signs(tidy(expected, factorial=True), double_signs), double_signs)
    known = frozenset(n for n in names(answer) if "_" not in n and "'" not in n)
    return answer, with_answer(replace(notation, variables=notation.variables | known), answer)


def _matlab_column(text: str) -> str:
    """PrairieLearn takes MATLAB's [1; 2] for a column; elsewhere that is an interval."""
    column = re.fullmatch(r"\s*\[([^\[\],;]+(?:;[^\[\],;]+)+)\]\s*", text)
    if column is None or re.search(r"\S\s+\S", column[1].replace("; ", ";")):
        return text
    return "[" + ",".join(f"[{cell.strip()}]" for cell in column[1].split(";")) + "]"


def _is_group(text: str) -> bool:
    """Whether commas in a text part the members of a group: (0, 100), {1, 250}."""
    return re.match(r"\s*(?:\\left)?\s*[\[({\\<].*,", text) is not None


def _identifiers(*texts: str) -> frozenset[str]:
    """Names of several letters, which a CAS keeps together."""
    words = {w for text in texts for w in re.findall(r"[A-Za-z][A-Za-z0-9]+", text)}
    return frozenset(w for w in words if len(w) > 1 and w.isalpha() and not _is_function(w))


def _is_function(word: str) -> bool:
    try:
        node = parse(f"{word}(x)" if word not in ("pi", "inf", "or", "and") else "x")
    except Unreadable:
        return True
    return names(node) <= {"x"}


def near(found: Node, answer: Node, absolute: Fraction, relative: Fraction) -> bool:
    try:
        x, y = real_value(found), real_value(answer)
    except NotExact:
        return _near_complex(found, answer, absolute, relative)
    slack = absolute + relative * abs(y)
    return abs(x - y) <= slack * (1 + Fraction(1, 10**9))


def _near_complex(found: Node, answer: Node, absolute: Fraction, relative: Fraction) -> bool:
    x, y = value_at(found, {}), value_at(answer, {})
    return abs(x - y) <= (float(absolute) + float(relative) * abs(y)) * (1 + 1e-9)


def real_value(node: Node) -> Fraction:
    exact = exact_value(node)
    if exact is not None:
        return exact
    value = value_at(node, {})
    if abs(value.imag) > 1e-9 * max(1.0, abs(value.real)):
        raise NotExact
    return Fraction(value.real)


def compared(case: Case, value: Fraction, aim: Fraction) -> bool | None:
    """PrairieLearn's comparisons by digits; None for others."""
    digits = case.options.numbers("digits") or [2]
    match case.options.text("comparison"):
        case "sigfig":
            return to_figures(value, aim, digits[0])
        case "decdig":
            return abs(value - aim) < Fraction(51, 100) / Fraction(10) ** digits[0]
        case "exact":
            return value == aim
        case _:
            return None


def usual_tolerance(case: Case) -> tuple[Fraction, Fraction]:
    """The tolerance of a suite when a row names none: (absolute, relative)."""
    if "prairie" in case.suite or case.suite == "pl":
        return Fraction(1, 10**8), Fraction(1, 100)
    if "webwork" in case.suite:
        return Fraction(0), Fraction(1, 1000)
    if case.suite.startswith("stack"):
        return (
            (Fraction(0), Fraction(5, 100))
            if "relative" in case.mode
            else (Fraction(5, 100), Fraction(0))
        )
    return Fraction(0), Fraction(1, 10**5)


def to_figures(value: Fraction, aim: Fraction, count: int) -> bool:
    places = count - 1 - (magnitude(aim) if aim else 0)
    return abs(value - aim) < Fraction(51, 100) / Fraction(10) ** places


def is_correct(grade: Grade) -> bool:
    return grade.verdict is Verdict.CORRECT
