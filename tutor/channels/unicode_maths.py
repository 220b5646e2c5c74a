"""LaTeX between dollar signs as Unicode text, for channels that cannot show MathML. Pure."""

import re

VULGAR = {
    (1, 2): "½", (1, 3): "⅓", (2, 3): "⅔", (1, 4): "¼", (3, 4): "¾", (1, 5): "⅕", (2, 5): "⅖",
    (3, 5): "⅗", (4, 5): "⅘", (1, 6): "⅙", (5, 6): "⅚", (1, 8): "⅛", (3, 8): "⅜", (5, 8): "⅝",
    (7, 8): "⅞", (1, 7): "⅐", (1, 9): "⅑", (1, 10): "⅒",
}  # fmt: skip
SUPER = str.maketrans("0123456789+-−=()nixyabcdekmt", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱˣʸᵃᵇᶜᵈᵉᵏᵐᵗ")
SUB = str.maketrans("0123456789+-−=()aeoxhklmnpst", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎ₐₑₒₓₕₖₗₘₙₚₛₜ")
SIGNS = {
    "times": "×", "cdot": "·", "div": "÷", "pm": "±", "mp": "∓", "le": "≤", "leq": "≤", "ge": "≥",
    "geq": "≥", "ne": "≠", "neq": "≠", "approx": "≈", "equiv": "≡", "to": "→", "rightarrow": "→",
    "leftarrow": "←", "Rightarrow": "⇒", "Leftrightarrow": "⇔", "infty": "∞", "pi": "π", "alpha": "α",
    "beta": "β", "gamma": "γ", "delta": "δ", "Delta": "Δ", "theta": "θ", "lambda": "λ", "mu": "µ",
    "sigma": "σ", "Sigma": "Σ", "phi": "φ", "omega": "ω", "Omega": "Ω", "degree": "°", "circ": "°",
    "in": "∈", "notin": "∉", "cup": "∪", "cap": "∩", "subset": "⊂", "emptyset": "∅", "sum": "∑",
    "int": "∫", "partial": "∂", "angle": "∠", "perp": "⊥", "parallel": "∥", "ldots": "…", "dots": "…",
    "cdots": "⋯", "quad": " ", "qquad": "  ", "percent": "%", "star": "⋆", "square": "□", "therefore": "∴",
    "rightleftharpoons": "⇌", "sin": "sin", "cos": "cos", "tan": "tan", "ln": "ln", "log": "log",
}  # fmt: skip
INLINE = re.compile(r"(?<!\\)\$\$?(.+?)(?<!\\)\$\$?", re.DOTALL)
CODE = re.compile(r"(```.*?```|`[^`\n]*`)", re.DOTALL)
MAX_FORMULA = 2_000  # characters; longer ones stay as they are
MAX_NESTED = 200  # braces, scripts and commands: what could nest too deeply stays as it is


def readable(text: str) -> str:
    """Markdown with its formulas as Unicode; code is left alone; `\\$` becomes a dollar sign."""
    parts = CODE.split(text)
    return "".join(part if index % 2 else _prose(part) for index, part in enumerate(parts))


def _prose(text: str) -> str:
    text = re.sub(r"\\\((.+?)\\\)", r"$\1$", text, flags=re.DOTALL)
    text = re.sub(r"\\\[(.+?)\\\]", r"$\1$", text, flags=re.DOTALL)
    return INLINE.sub(lambda found: formula(found[1]), text).replace("\\$", "$")


def formula(latex: str) -> str:
    """One LaTeX formula as Unicode; what is not known is shown without its backslash."""
    if len(latex) > MAX_FORMULA or sum(map(latex.count, "{^_\\")) > MAX_NESTED:
        return latex
    text, _ = _group(_tokens(latex.strip()), 0, None)
    return re.sub(r"[ \t]{2,}", " ", text).strip()


def _tokens(latex: str) -> list[str]:
    return re.findall(r"\\[A-Za-z]+|\\.|[{}^_]|\s+|.", latex, re.DOTALL)


def _group(tokens: list[str], at: int, end: str | None) -> tuple[str, int]:
    """The text of tokens up to `end` (or all), and the place after it."""
    made: list[str] = []
    while at < len(tokens):
        piece = tokens[at]
        if piece == end:
            return "".join(made), at + 1
        text, at = _one(tokens, at, made)
        made.append(text)
    return "".join(made), at


def _argument(tokens: list[str], at: int) -> tuple[str, int]:
    while at < len(tokens) and tokens[at].isspace():
        at += 1
    if at >= len(tokens):
        return "", at
    if tokens[at] == "{":
        return _group(tokens, at + 1, "}")
    return _one(tokens, at, [])


def _one(tokens: list[str], at: int, before: list[str]) -> tuple[str, int]:
    piece = tokens[at]
    at += 1
    if piece == "{":
        return _group(tokens, at, "}")
    if piece in "^_":
        return _script(tokens, at, piece)
    if piece == "-":
        return "−", at
    if not piece.startswith("\\"):
        return piece, at
    name = piece[1:]
    if name in {"frac", "dfrac", "tfrac"}:
        return _fraction(tokens, at, before)
    if name == "sqrt":
        inner, at = _argument(tokens, at)
        return (f"√{inner}" if len(inner) == 1 or inner.isdigit() else f"√({inner})"), at
    if name in {
        "text",
        "mathrm",
        "textbf",
        "mathbf",
        "textit",
        "operatorname",
        "boxed",
        "overline",
    }:
        return _argument(tokens, at)
    if name in {"left", "right", "displaystyle", "!", ","}:
        return "", at
    if name in {";", ":", " "}:
        return " ", at
    return SIGNS.get(name, name), at


def _script(tokens: list[str], at: int, sign: str) -> tuple[str, int]:
    inner, at = _argument(tokens, at)
    table = SUPER if sign == "^" else SUB
    if inner == "°":
        return inner, at
    if inner and all(ord(c) in table for c in inner):
        return inner.translate(table), at
    return f"{sign}({inner})" if len(inner) > 1 else f"{sign}{inner}", at


def _fraction(tokens: list[str], at: int, before: list[str]) -> tuple[str, int]:
    above, at = _argument(tokens, at)
    below, at = _argument(tokens, at)
    above, below = above.strip(), below.strip()
    # 1\frac34 is a mixed number: a narrow space keeps 1 and 3⁄4 apart.
    gap = "\u202f" if before and before[-1][-1:].isdigit() else ""
    if above.isdigit() and below.isdigit():
        known = VULGAR.get((int(above), int(below)))
        return gap + (known or f"{above}⁄{below}"), at
    return f"{_bracketed(above)}/{_bracketed(below)}", at


def _bracketed(text: str) -> str:
    return text if re.fullmatch(r"\w+|\d+[.,]\d+", text) else f"({text})"
