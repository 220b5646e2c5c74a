"""The rows that `meno eval steps` reads: marked workings in words, and arguments of algebra.

Which kind a row is, is decided by the fields it has; docs/figures/working.md lists them. Upstream suites
write a line of an argument in Maxima's way: that is undone here and not in the checker.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.evals.grading import rows_of_any
from tutor.evals.grading_maxima import from_maxima

Row = Mapping[str, object]


@dataclass(frozen=True, slots=True, kw_only=True)
class Marked:
    """A wrong working with the place of the line that a teacher marked (−1: none)."""

    problem: str
    reference: tuple[str, ...]
    lines: tuple[str, ...]
    mark: int
    corrected: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Argument:
    """Lines of algebra, whether every one follows, and the first that does not, where that is told.

    `positive` says that all letters stand for positive numbers.
    """

    lines: tuple[str, ...]
    valid: bool
    first_wrong: int | None = None
    positive: bool = False
    kind: str = ""


def marked_rows(path: Path) -> list[Marked]:
    """The marked workings of a file."""
    return list(marked_of(rows_of_any(path)))


def marked_of(rows: Iterable[Row]) -> Iterator[Marked]:
    """The rows that hold a wrong working with its mark."""
    for row in rows:
        if "student_incorrect_solution" in row:
            mark = row.get("incorrect_index")
            yield Marked(
                problem=str(row.get("problem", "")),
                reference=tuple(_texts(row.get("reference_solution"))),
                lines=tuple(_texts(row["student_incorrect_solution"])),
                mark=mark if isinstance(mark, int) else -1,
                corrected=str(row.get("student_correct_response") or "").strip(),
            )


def _texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [line for line in value.split("\n") if line.strip()]
    return [str(v) for v in value] if isinstance(value, Sequence) else []


_LINES = (
    "lines", "argument", "working", "steps", "casstring", "student", "response", "solution", "text",
)  # fmt: skip
_VERDICTS = ("valid", "outcome", "correct", "equivalent", "right", "ok", "expected", "verdict")
_PLACES = ("first_wrong", "first_wrong_line", "wrong_line", "incorrect_index")
_YES = frozenset({"true", "valid", "correct", "right", "yes", "1", "equivalent"})
_NO = frozenset({"false", "invalid", "incorrect", "wrong", "no", "0", "not equivalent"})


def argument_of(row: Row) -> Argument | None:
    """A row as an argument of algebra; None where it has no lines or no verdict."""
    if "student_incorrect_solution" in row:
        return None
    lines = next((found for name in _LINES if _is_argument(found := _lines(row.get(name)))), None)
    place = next((p for name in _PLACES if (p := _place(row.get(name))) is not None), None)
    said = next((v for name in _VERDICTS if (v := _verdict(row.get(name))) is not None), None)
    if said is None and any(name in row for name in _PLACES):
        said = place is None
    if lines is None or said is None:
        return None
    return Argument(
        lines=tuple(lines),
        valid=said,
        first_wrong=place,
        positive=_assumes_positive(row),
        kind=str(row.get("kind") or ""),
    )


def _is_argument(lines: Sequence[str]) -> bool:
    """Whether there is something to follow: two lines, or one chain of equals signs."""
    return len(lines) > 1 or (len(lines) == 1 and lines[0].count("=") > 1)


def _verdict(value: object) -> bool | None:
    if isinstance(value, bool | int):
        return bool(value)
    word = value.strip().lower() if isinstance(value, str) else ""
    return True if word in _YES else False if word in _NO else None


def _place(value: object) -> int | None:
    return value if isinstance(value, int) and not isinstance(value, bool) and value >= 0 else None


def _assumes_positive(row: Row) -> bool:
    told = f"{row.get('options', '')} {row.get('assume', '')}".lower().replace("_", "")
    found = re.search(r"(?:assume)?pos(?:itive)?\W*(?:[:=]\W*)?(true|false|1|0)?", told)
    return row.get("assume_pos") is True or (
        found is not None and found[1] not in ("false", "0") and "pos" in found[0]
    )


def _lines(value: object) -> list[str]:
    """A list, lines of text, or Maxima's [a, b, c]; remarks in quotes are kept as they are."""
    if isinstance(value, list):
        lines = [school(str(v)) for v in value]
        return _at_arrows(lines[0]) if len(lines) == 1 else lines
    text = value.strip() if isinstance(value, str) else ""
    if text.startswith("[") and text.endswith("]") and "\n" not in text:
        return [_joined(school(part)) for part in _split(text[1:-1])]
    lines = [school(part) for part in text.split("\n") if part.strip()]
    return _at_arrows(lines[0]) if len(lines) == 1 else lines


_VALUE = re.compile(r"\(?\s*([A-Za-z])\s*=\s*([^=<>≠A-Za-z]+?)\s*\)?")


def _joined(line: str) -> str:
    """Maxima's "x = 1 and x = 2" holds for no x; school writes it for both solutions."""
    parts = [_VALUE.fullmatch(part.strip()) for part in line.split(" and ")]
    found = {(m[1], m[2].replace(" ", "")) for m in parts if m}
    if len(found) > 1 and None not in parts and len({letter for letter, _ in found}) == 1:
        return "no solution"
    return line


def _at_arrows(line: str) -> list[str]:
    """One line cut at its arrows: 2x = 8 ⟹ x = 4."""
    return [p.strip() for p in re.split(r"⇒|⟹|⇔|⟺|→|<=>|(?<![<>=])=>", line) if p.strip()]


_CALL = r"\(((?:[^()]|\((?:[^()]|\([^()]*\))*\))*)\)"
_MAXIMA = (
    (re.compile(r"#pm#|\+-"), "±"),
    (re.compile(r"(?<=[\w) ])#(?=[\w( -])"), "≠"),
    (re.compile(r"\bnoun(or|and|not)\b"), r"\1"),
    (re.compile(r"\bnoun(?=(?:diff|int|limit|sum)\b)"), ""),
    (re.compile(rf"\bstackeq{_CALL}"), r"= \1"),
    (re.compile(r"\bstacklet\(([^,()]*),"), r"let (\1)=("),
    (re.compile(r"\blet \(([^()]*)\)=\("), r"let \1 = ("),
    (re.compile(r"\blg\(([^(),]*),\s*([^(),]*)\)"), r"log_(\2)(\1)"),
    (re.compile(r"%(?=(?:e|i|pi)\b)"), ""),
)


def school(text: str) -> str:
    """A line as school writes it: ± for #pm#, "or" for nounor, "= …" for stackeq(…), let a = …"""
    if text.strip().startswith('"'):
        return text.strip()
    for pattern, written in _MAXIMA:
        text = pattern.sub(written, text)
    return re.sub(r"\b(or|and|in)\(", r"\1 (", from_maxima(text)).strip()


def _split(text: str) -> list[str]:
    """Cut at the commas that stand in no bracket and in no remark."""
    parts, depth, start, quoted = [], 0, 0, False
    for i, letter in enumerate(text):
        quoted ^= letter == '"'
        if quoted:
            continue
        depth += (letter in "([{") - (letter in ")]}")
        if letter == "," and depth == 0:
            parts.append(text[start:i])
            start = i + 1
    return [p.strip() for p in (*parts, text[start:]) if p.strip()]
