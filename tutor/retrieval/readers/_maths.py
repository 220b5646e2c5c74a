"""Formulas of MathML (web, e-books) and OMML (Word, PowerPoint) as LaTeX."""

from collections.abc import Sequence
from functools import partial

from tutor.retrieval.readers._tree import Element

_SIGNS = {
    "×": r"\times ", "÷": r"\div ", "−": "-", "±": r"\pm ", "∓": r"\mp ", "·": r"\cdot ", "⋅": r"\cdot ",
    "≤": r"\le ", "≥": r"\ge ", "≠": r"\ne ", "≈": r"\approx ", "≡": r"\equiv ", "→": r"\to ",
    "⇒": r"\Rightarrow ", "⇔": r"\Leftrightarrow ", "↔": r"\leftrightarrow ", "∞": r"\infty ", "∑": r"\sum ",
    "∏": r"\prod ", "∫": r"\int ", "√": r"\sqrt ", "∂": r"\partial ", "∇": r"\nabla ", "∈": r"\in ",
    "∉": r"\notin ", "⊂": r"\subset ", "⊆": r"\subseteq ", "∪": r"\cup ", "∩": r"\cap ", "∅": r"\emptyset ",
    "∀": r"\forall ", "∃": r"\exists ", "∠": r"\angle ", "°": r"^\circ ", "…": r"\dots ", "⋯": r"\cdots ",
    "α": r"\alpha ", "β": r"\beta ", "γ": r"\gamma ", "δ": r"\delta ", "ε": r"\varepsilon ", "θ": r"\theta ",
    "λ": r"\lambda ", "μ": r"\mu ", "π": r"\pi ", "ρ": r"\rho ", "σ": r"\sigma ", "τ": r"\tau ", "φ": r"\varphi ",
    "ω": r"\omega ", "Δ": r"\Delta ", "Σ": r"\Sigma ", "Π": r"\Pi ", "Ω": r"\Omega ", "Φ": r"\Phi ",
    "%": r"\%", "{": r"\{", "}": r"\}", "#": r"\#", "&": r"\&", "$": r"\$", "\u2061": "", "\u2062": "", "\u2063": "",
}  # fmt: skip
_FUNCTIONS = frozenset({
    "sin", "cos", "tan", "cot", "sec", "csc", "log", "ln", "exp", "lim", "max", "min", "gcd", "det",
    "arcsin", "arccos", "arctan",
})  # fmt: skip
_ACCENTS = {"¯": "overline", "‾": "overline", "→": "vec", "^": "hat", "ˆ": "hat", "˙": "dot", "~": "tilde", "⃗": "vec", "̅": "overline"}  # fmt: skip


def signs(text: str) -> str:
    """Characters that LaTeX writes as commands."""
    return "".join(_SIGNS.get(character, character) for character in text)


def _group(tex: str) -> str:
    return "{" + tex.strip() + "}"


def _base(tex: str) -> str:
    tex = tex.strip()
    return tex if len(tex) == 1 or (tex.startswith("\\") and tex[1:].isalpha()) else _group(tex)


def _word(text: str) -> str:
    """An identifier: one letter as it is, a function's name as a command, other words upright."""
    text = text.strip()
    if text in _FUNCTIONS:
        return f"\\{text} "
    return (
        rf"\text{{{text}}}" if len(text) > 1 and text.isalpha() and text.isascii() else signs(text)
    )


def of_mathml(math: Element) -> str:
    """LaTeX of a `math` element: its own annotation where there is one."""
    for note in math.all("annotation"):
        if "tex" in note.attributes.get("encoding", "").lower():
            return " ".join(note.words().split())
    return " ".join(_mathml(math).split())


def _mathml(one: Element) -> str:
    parts = [_mathml(child) for child in one.children]
    match one.name:
        case "mi" | "mo" | "mn":
            return _word(one.words()) if one.name == "mi" else signs(one.words().strip())
        case "mtext" | "ms":
            words = one.words()
            return rf"\text{{{words}}}" if words.strip() else " "
        case "mfrac" if len(parts) == 2:
            return rf"\frac{_group(parts[0])}{_group(parts[1])}"
        case "msqrt":
            return rf"\sqrt{_group(''.join(parts))}"
        case "mroot" if len(parts) == 2:
            return rf"\sqrt[{parts[1].strip()}]{_group(parts[0])}"
        case "msup" if len(parts) == 2:
            return f"{_base(parts[0])}^{_group(parts[1])}"
        case "msub" | "munder" if len(parts) == 2:
            return f"{_base(parts[0])}_{_group(parts[1])}"
        case "msubsup" | "munderover" if len(parts) == 3:
            return f"{_base(parts[0])}_{_group(parts[1])}^{_group(parts[2])}"
        case "mover" if len(parts) == 2:
            accent = _ACCENTS.get(one.children[1].words().strip())
            return (
                rf"\{accent}{_group(parts[0])}"
                if accent
                else f"{_base(parts[0])}^{_group(parts[1])}"
            )
        case "mtable":
            rows = [[_mathml(cell) for cell in row.children] for row in one.children]
            return _matrix(rows)
        case "mfenced":
            opening, closing = one.attributes.get("open", "("), one.attributes.get("close", ")")
            return signs(opening) + ", ".join(parts) + signs(closing)
        case "mspace":
            return " "
        case "annotation" | "annotation-xml" | "mphantom":
            return ""
        case _:
            return "".join(parts) or signs(one.words() if not one.children else "")


def of_omml(math: Element) -> str:
    """LaTeX of Word's `oMath`."""
    return " ".join(_omml(math).split())


def _omml(one: Element) -> str:
    part = partial(_part, one)
    match one.name:
        case "t":
            words = one.words()
            return _word(words) if words.strip() in _FUNCTIONS else signs(words)
        case "f":
            return rf"\frac{_group(part('num'))}{_group(part('den'))}"
        case "rad":
            degree = part("deg").strip()
            return rf"\sqrt{f'[{degree}]' if degree else ''}{_group(part('e'))}"
        case "sSup":
            return f"{_base(part('e'))}^{_group(part('sup'))}"
        case "sSub":
            return f"{_base(part('e'))}_{_group(part('sub'))}"
        case "sSubSup":
            return f"{_base(part('e'))}_{_group(part('sub'))}^{_group(part('sup'))}"
        case "nary":
            sign = _property(one, "naryPr", "chr") or "∫"
            return f"{signs(sign).strip()}_{_group(part('sub'))}^{_group(part('sup'))} {part('e')}"
        case "d":
            opening, closing = _property(one, "dPr", "begChr"), _property(one, "dPr", "endChr")
            inner = ", ".join(_cells(one))
            return f"{signs('(' if opening is None else opening)}{inner}{signs(')' if closing is None else closing)}"
        case "func":
            return f"{part('fName')} {_group(part('e'))}"
        case "acc" | "bar":
            accent = _ACCENTS.get(_property(one, "accPr", "chr") or "¯", "hat")
            return rf"\{accent}{_group(part('e'))}"
        case "m":
            return _matrix([_cells(row) for row in one.children if row.name == "mr"])
        case name if name.endswith("Pr"):
            return ""
        case _:
            return "".join(_omml(child) for child in one.children)


def _part(one: Element, name: str) -> str:
    """A named part of a formula; nothing where it is missing."""
    found = one.child(name)
    return _omml(found) if found else ""


def _cells(one: Element) -> list[str]:
    """What stands beside each other in brackets or in a row of a matrix."""
    return [_omml(child) for child in one.children if child.name == "e"]


def _property(one: Element, properties: str, name: str) -> str | None:
    found = one.child(properties)
    value = found.child(name) if found else None
    return value.attributes.get("val", "") if value else None


def _matrix(rows: Sequence[Sequence[str]]) -> str:
    inner = r" \\ ".join(" & ".join(cell.strip() for cell in row) for row in rows)
    return rf"\begin{{matrix}} {inner} \end{{matrix}}"
