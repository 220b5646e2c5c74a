"""A line of a learner's algebra read: remarks, "let …", "so …", "= …" and what stands in "and" and "or"."""

import re
from dataclasses import dataclass, replace
from typing import Literal

from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.signs import in_signs
from tutor.items.maths.notation.tree import Both, Either, Name, Node, Relation
from tutor.items.maths.reading import read
from tutor.items.maths.structured import EVERYTHING, NOTHING, special_words

MAX_LINE = 400

_QUOTED = re.compile(r"\s*[\"“].*[\"”]?\s*")
_ARROWS = r"[⇒⇔→∴⟹⟺➜↔]|<=>|=>|->|\\(?:Rightarrow|iff|implies|therefore|Leftrightarrow)\b"
_WORDS_BEFORE = (
    r"(?:and )?(?:so|then|hence|thus|therefore|now|but|since|giving|which (?:is|gives|makes)|"
    r"that (?:is|makes)|this (?:is|makes)|it is|equals|becomes|i did|i do|i wrote|this gives|"
    r"that gives|gives|"
    r"we get|we have|we know|i get|i got|i have|it follows that|implies|means|is equivalent to|i\.e\.|given|"
    r"solve|simplify|expand|first|next|finally|answer|solution)\b(?: that)?"
)
_BEFORE = re.compile(
    (
        rf"\A\s*(?:(?:{_ARROWS}|(?:step\s*)?\d{{1,2}}\s*[):]\s|\d{{1,2}}\.\s|"
        rf"\(?[a-hivx]{{1,3}}\)\s+|•|{_WORDS_BEFORE})\s*[,:]?\s*)+"
    ),
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\((?!(?:sin|cos|tan|sqrt|log|abs|exp|and|or)\b)"
    r"(?:by |÷|×|[-+*/−]\s?\d+\s+to |[A-Za-z'’]{3,}(?:[\s,]|(?=\)))).{0,80}\)|//.{0,80}|"
    r"#.{0,80}|\s\|\s*[-+:*/·×÷−][^|=]{0,20}\|?)\s*$"
)
_SUPPOSED = re.compile(
    r"\s*(?:suppose|assum(?:e|ing)|provided|if|for)\b(?!.*\bthen\b)", re.IGNORECASE
)
_LET = re.compile(r"\s*(?:let|put|set|where|with|substitute|take)\b\s*:?\s*(.+)", re.IGNORECASE)
_SIGN = re.compile(r"[=<>≤≥≠∈]|\\(?:leq?|geq?|neq?|in|lt|gt)\b|\bin\s*[\[({]")
_WORD = re.compile(r"[A-Za-z'’]{3,}")
_KNOWN = frozenset(
    [
        "sin",
        "cos",
        "tan",
        "sec",
        "csc",
        "cot",
        "sinh",
        "cosh",
        "tanh",
        "arcsin",
        "arccos",
        "arctan",
        "asin",
        "acos",
        "atan",
        "ln",
        "log",
        "lg",
        "exp",
        "sqrt",
        "abs",
        "root",
        "diff",
        "int",
        "frac",
        "dfrac",
        "tfrac",
        "cdot",
        "times",
        "left",
        "right",
        "alpha",
        "beta",
        "theta",
        "lambda",
        "pi",
        "and",
        "or",
        "not",
        "sum",
    ]
)
_OR = re.compile(r"\bor\b|∨|\\lor\b|\\vee\b", re.IGNORECASE)
_AND = re.compile(r"\band\b|∧|&|\\land\b|\\wedge\b|[,;]", re.IGNORECASE)
_PART_OF = re.compile(r"(?<=[\d%)])\s+of\s+(?=[\d(])")  # 20% of 50, 3/4 of 20
_IN = re.compile(r"\bin\s*(?=[\[({])")
_TRUE = re.compile(r"\s*(?:true|always true|always)\s*[.!]?\s*", re.IGNORECASE)
_FALSE = re.compile(
    r"\s*(?:false|never true|never|contradiction|impossible)\s*[.!]?\s*", re.IGNORECASE
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """What a line says: a statement or expression, a "let", or a chain carried on by "= …"."""

    node: Node
    kind: Literal["line", "let", "continues"] = "line"


def said_in(text: str, notation: Notation) -> Said | None:
    """A line read; None for a remark, for nothing, and for what cannot be read. Never raises."""
    notation = replace(notation, factorial=True)
    text = text.strip().strip("$").strip()
    if not text or len(text) > MAX_LINE or _QUOTED.fullmatch(text) or _SUPPOSED.match(text):
        return None
    let = _LET.fullmatch(text)
    if let is not None:
        node = statement_in(let[1], notation)
        named = isinstance(node, Relation) and node.operators == ("=",)
        return Said(node=node, kind="let") if named and node is not None else None
    text = _AFTER.sub("", _PART_OF.sub(" * ", _BEFORE.sub("", text))).strip()
    if not text:
        return None
    if text.startswith("=") and not text.startswith(("=>", "==")):
        node = statement_in(text[1:], notation)
        return None if node is None else Said(node=node, kind="continues")
    if _is_remark(text):
        return None
    node = statement_in(text, notation)
    return None if node is None else Said(node=node)


def _is_remark(text: str) -> bool:
    if _SIGN.search(text) or _TRUE.fullmatch(text) or _FALSE.fullmatch(text):
        return False
    if special_words(text) is not None:
        return False
    words = [w for w in _WORD.findall(text) if w.lower() not in _KNOWN]
    return text.endswith(":") or any(w.isalpha() and len(set(w)) > 1 for w in words)


def statement_in(text: str, notation: Notation, depth: int = 0) -> Node | None:
    """A statement with its "or" and "and" taken apart outside of brackets, or an expression."""
    text = _IN.sub("∈ ", text.strip(" ."))
    if not text or depth > 6:
        return None
    if _TRUE.fullmatch(text) or _FALSE.fullmatch(text):
        return EVERYTHING if _TRUE.fullmatch(text) else NOTHING
    special = special_words(text)
    if special is not None:
        return special
    if _closes_at_end(text) and _SIGN.search(text):  # also [x = 1, y = 2], a system
        return statement_in(text[1:-1], notation, depth + 1)
    for sign, kind in ((_OR, Either), (_AND, Both)):
        parts = _cut(text, sign)
        if len(parts) > 1 and all(_SIGN.search(p) for p in parts):
            nodes = [statement_in(p, notation, depth + 1) for p in parts]
            whole = tuple(n for n in nodes if n is not None)
            return kind(whole) if len(whole) == len(nodes) else None
    return _node(text, notation)


def _node(text: str, notation: Notation) -> Node | None:
    try:
        return read(text, notation).node
    except Unreadable:
        if not _SIGN.search(text):
            return None
    try:  # "v = u + at": letters that look like a word
        return parse(in_signs(plain_latex(text), notation), notation)
    except Unreadable:
        return None


def _closes_at_end(text: str) -> bool:
    """Whether the first bracket is closed by the last letter: "(x = 1 or x = 2)"."""
    if text[0] + text[-1] not in ("()", "[]", "{}"):
        return False
    level = 0
    for i, letter in enumerate(text):
        level += (letter in "([{") - (letter in ")]}")
        if level == 0:
            return i == len(text) - 1
    return False


def _cut(text: str, sign: re.Pattern[str]) -> list[str]:
    """Cut at the signs that stand in no bracket."""
    levels, level = [], 0
    for letter in text:
        level += letter in "([{"
        levels.append(level)
        level -= letter in ")]}"
    parts, start = [], 0
    for match in sign.finditer(text):
        if levels[match.start()] == 0:
            parts.append(text[start : match.start()])
            start = match.end()
    return [p.strip() for p in (*parts, text[start:]) if p.strip()]


def named_by(node: Node) -> tuple[str, Node] | None:
    """The letter and its meaning in "let u = x²"; None when it names nothing."""
    if (
        isinstance(node, Relation)
        and node.operators == ("=",)
        and isinstance(node.operands[0], Name)
    ):
        return node.operands[0].name, node.operands[1]
    return None
