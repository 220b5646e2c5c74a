"""Which letters of a written answer stand for functions, though its author did not say so: f in f(x + h)."""

import re

_INVERSE = r"(?:\^\{?\s*-\s*1\s*\}?|⁻¹)"
_LETTER = re.compile(rf"(?<![A-Za-z\\_])([fghP])(?![A-Za-z_'])({_INVERSE})?")
_ARGUMENT = re.compile(r"\s*(?:\\left)?\(([^()]*)(?:\\right)?\)")
_ALONE = re.compile(r"\s*(?:[A-Za-z]|-?\d+)\s*(?:\\right)?\s*")


def applied_letters(written: str) -> frozenset[str]:
    """The letters of f, g, h and P that stand before a bracket at every place, where these brackets are no factors.

    A height times a sum, h(a + b), and a frequency times one, f(v + c)/c, are products: a bracket tells where a
    letter or number stands in it alone, P(A), where an inverse is taken, f^{-1}(2x), and for f where x is in it; g and h
    then follow f.
    """
    arguments: dict[str, list[str]] = {}
    telling: dict[str, bool] = {}
    for found in _LETTER.finditer(written):
        behind = _ARGUMENT.match(written, found.end())
        inside = behind[1] if behind else ""
        letter = found[1]
        arguments.setdefault(letter, []).append(inside)
        alone = bool(_ALONE.fullmatch(inside)) and telling.get(letter, True)
        telling[letter] = bool(behind and found[2]) or alone
    applied = {letter for letter, inside in arguments.items() if all(inside)}
    if "f" in applied and any("x" in inside for inside in arguments["f"]):
        return frozenset(applied - {"P"} | {letter for letter in applied if telling[letter]})
    return frozenset(letter for letter in applied if telling[letter])
