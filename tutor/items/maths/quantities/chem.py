"""Chemical formulas and equations: a grammar for H2SO4, [Cu(NH3)4]²⁺, CuSO4·5H2O, 2H2 + O2 → 2H2O.

Formulas keep their written order: HOH and H2O have the same atoms and are not the same writing.
A charge after digits is read both ways (NO3- is NO3 with 1-, Ca2+ is Ca with 2+), see `species`.
"""

import re
from collections import Counter
from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from math import lcm

from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.quantities.chem_text import plain
from tutor.items.said import say

_ELEMENTS_LISTED = (
    "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As "
    "Se Br Kr Rb Sr Y Zr Nb Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd "
    "Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am "
    "Cm Bk Cf Es Fm Md No Lr Rf Db Sg Bh Hs Mt Ds Rg Cn Nh Fl Mc Lv Ts Og D T"
)
_IN_ORDER = tuple(_ELEMENTS_LISTED.split())[:-2]  # D and T share hydrogen's place
ELEMENTS = frozenset(_ELEMENTS_LISTED.split())
STATES = frozenset({"s", "l", "g", "aq"})
_ARROW = re.compile(
    r"<?(?:[-=−–—]{1,3})>|[→⟶⇒]|⇌|⇄|↔|<=>|\\(?:long)?rightarrow|\\to\b|\\rightleftharpoons|\\longrightarrow"
)
_TWO_WAYS = re.compile(r"⇌|⇄|↔|<[-=−–—]{1,3}>|\\rightleftharpoons")
_PIECE = re.compile(r"((?:<[-\d/]+>)?[A-Z][a-z]?|<[-\d/]+>[npeαβγ])|([(\[])|([)\]])|(\d+)")
MAX_TEXT = 300

Group = tuple[tuple[object, int], ...]  # (element or inner group, count) in written order


@dataclass(frozen=True, slots=True, kw_only=True)
class Species:
    """One formula: its parts as written (one tuple for each side of a hydrate's dot), charge, state."""

    parts: tuple[tuple[int, Group], ...]
    charge: int = 0
    state: str = ""

    def atoms(self) -> Counter[str]:
        """How many atoms of each element."""
        total: Counter[str] = Counter()
        for times, group in self.parts:
            for element, count in _atoms(group).items():
                total[element] += times * count
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Amounts:
    """Species with their coefficients (not 0), as on one side of an equation."""

    of: tuple[tuple[Species, Fraction], ...]

    def scaled(self) -> dict[Species, Fraction]:
        """The species with their coefficients added up."""
        total: dict[Species, Fraction] = {}
        for species, count in self.of:
            total[species] = total.get(species, Fraction(0)) + count
        return total


@dataclass(frozen=True, slots=True, kw_only=True)
class Reaction:
    """Both sides of an equation; `both_ways` for an equilibrium arrow."""

    left: Amounts
    right: Amounts
    both_ways: bool = False

    def is_balanced(self) -> bool:
        """Whether atoms and charge are the same on both sides."""
        return _census(self.left) == _census(self.right)


def _census(amounts: Amounts) -> dict[str, Fraction]:
    total: dict[str, Fraction] = {}
    for species, count in amounts.of:
        for element, atoms in species.atoms().items():
            total[element] = total.get(element, Fraction(0)) + atoms * count
        total["charge"] = total.get("charge", Fraction(0)) + species.charge * count
    return {name: value for name, value in total.items() if value}


def _atoms(group: Group) -> Counter[str]:
    total: Counter[str] = Counter()
    for what, count in group:
        if isinstance(what, str):
            total[what] += count
        elif isinstance(what, tuple):
            for element, inner in _atoms(what).items():
                total[element] += inner * count
    return total


def reaction(text: str) -> Reaction | Amounts:
    """An equation, or one side of one when there is no arrow; raises Unreadable."""
    if len(text) > MAX_TEXT:
        raise Unreadable("That is too long to be an answer.")
    text = re.sub(r"\b(?:yields?|gives?|produces?|becomes?)\b", "->", text)
    text = plain(text)
    arrow = _ARROW.search(text) or re.search(r"=", text)
    if arrow is None:
        return amounts(text)
    left, right = text[: arrow.start()], text[arrow.end() :]
    if _ARROW.search(right) or "=" in right:
        raise Unreadable("I see more than one arrow.", arrow.end())
    return Reaction(
        left=amounts(left), right=amounts(right), both_ways=bool(_TWO_WAYS.search(arrow[0]))
    )


def amounts(text: str) -> Amounts:
    """Species with coefficients, joined by +; raises Unreadable."""
    pieces = _split(text)
    if not pieces or len(pieces) > 20:
        raise Unreadable("I found no formula.")
    return Amounts(of=tuple(_amount(piece) for piece in pieces))


def _split(text: str) -> list[str]:
    """Cut at the + signs that join, not at those of charges: Na+ + Cl-."""
    pieces, start, i = [], 0, 0
    while i < len(text):
        if text[i] == "+":
            before, after = text[start:i], text[i + 1 :]
            glued = bool(before) and not before[-1].isspace()
            ends = not after.strip() or re.match(r"\s*\+|\s*\((?:aq|s|l|g)\)", after) is not None
            letter = text[i - 1 : i].isalpha()
            size = re.match(r"\d+\s*(?:$|\+|\()" if letter else r"\d\s*$", after) is not None
            charge = glued and (ends or size or re.search(r"\^\d*$", before) is not None)
            if not charge:
                pieces.append(before)
                start = i + 1
        i += 1
    pieces.append(text[start:])
    if any(not piece.strip() for piece in pieces):
        raise Unreadable("A formula is missing beside a +.")
    return [piece.strip() for piece in pieces]


def _amount(text: str) -> tuple[Species, Fraction]:
    match = re.match(r"\s*\(?(\d+\s*/\s*\d+|\d*\.\d+|\d+)\)?\s*·?\s*(?=[A-Z(\[e<])", text)
    count = Fraction(1)
    if match:
        if re.search(r"/\s*0+$", match[1]):
            raise Unreadable("That divides by zero.")
        count = Fraction(match[1].replace(" ", ""))
        text = text[match.end() :]
    if not count:
        raise Unreadable("A coefficient is 0.")
    return species(text), count


def species(text: str) -> Species:
    """One formula with its charge and state; raises Unreadable."""
    text = text.strip()
    state = ""
    match = re.search(r"\s*\((aq|s|l|g)\)(\^[\d+-]+)?$", text)
    if match:
        state, text = match[1], text[: match.start()].strip() + (match[2] or "")
    if re.fullmatch(r"e(?:\^?-)", text):
        return Species(parts=((1, (("e", 1),)),), charge=-1, state=state)
    text, charge = _charge(text)
    parts = tuple(_part(piece) for piece in text.replace(" ", "").split("·"))
    return Species(parts=parts, charge=charge, state=state)


def _charge(text: str) -> tuple[str, int]:
    match = (
        re.search(r"\^\s*(\d*)([+-])()$", text)
        or re.search(r"\^\s*()([+-])(\d+)$", text)
        or re.search(r"\s+(\d*)([+-])()$", text)
        or re.search(r"(?<=[A-Za-z)\]\d])()([+-])(\d+)$", text)
    )
    if match:
        size = int(match[1] or match[3] or 1)
        return text[: match.start()], size if match[2] == "+" else -size
    match = re.search(r"([+-]+)$", text)
    if not match:
        return text, 0
    sign = 1 if match[1][0] == "+" else -1
    body = text[: match.start()]
    digits = re.search(r"(\d+)$", body)
    if digits is None or len(match[1]) > 1:
        return body, sign * len(match[1])
    # Ca2+ and SO42-: the last digit belongs to the charge; NO3- and NH4+: to the formula
    # what stands in brackets as a whole is an ion: [SO4]2-, (SO4)2-
    single = re.fullmatch(r"[A-Z][a-z]?\d|\[.*\]\d|\([^()]*\)\d", body)
    if single or (len(digits[1]) > 1 and body[-2] != "1"):
        return body[:-1], sign * int(body[-1])
    return body, sign


def _part(text: str) -> tuple[int, Group]:
    match = re.match(r"\d+", text)
    times = int(match[0]) if match else 1
    rest = text[match.end() :] if match else text
    if not rest or times > 10**6:
        raise Unreadable("I found no formula.")
    group, end = _group(rest, 0, 0)
    if end != len(rest):
        raise Unreadable(say("I do not know “{sign}” in a formula.", sign=rest[end]), end)
    while len(group) == 1 and isinstance(group[0][0], tuple) and group[0][1] == 1:
        group = group[0][0]  # (SO4)2- and [SO4]2- are SO4 2-
    return times, group


def _group(text: str, at: int, depth: int) -> tuple[Group, int]:
    if depth > 6:
        raise Unreadable("There are too many brackets in each other.", at)
    found: list[tuple[object, int]] = []
    while at < len(text):
        match = _PIECE.match(text, at)
        if match is None or match[4]:
            break
        if match[3]:
            if depth:
                break
            raise Unreadable("The brackets do not match.", at)
        if match[2]:
            what, at = _bracketed(text, match.end(), depth, match[2])
        else:
            what, at = _element(match[1], at)
        digits = re.compile(r"\d{1,6}").match(text, at)
        count = int(digits[0]) if digits else 1
        at = digits.end() if digits else at
        found.append((what, count))
    if not found:
        raise Unreadable("I found no formula.", at)
    return tuple(found), at


def _bracketed(text: str, at: int, depth: int, opening: str) -> tuple[object, int]:
    inner, end = _group(text, at, depth + 1)
    if end >= len(text) or text[end] != {"(": ")", "[": "]"}[opening]:
        raise Unreadable("A bracket is still open.", end)
    return inner, end + 1


def _element(name: str, at: int) -> tuple[object, int]:
    mass, _, letters = name.rpartition(">")
    if letters in ELEMENTS or (mass and letters in "npeαβγ"):
        return name, at + len(name)
    if letters[0] in ELEMENTS:
        return f"{mass}>{letters[0]}" if mass else letters[0], at + len(name) - 1
    raise Unreadable(say("“{letters}” is not an element.", letters=letters), at)


def with_protons(name: str) -> str:
    """A nuclide with its proton number, which its symbol tells: ¹⁴C is ¹⁴₆C; others as they are."""
    mass, _, letters = name.rpartition(">")
    if mass.endswith("/") and letters in _IN_ORDER:
        return f"{mass}{_IN_ORDER.index(letters) + 1}>{letters}"
    return name


def nuclides(found: Reaction | Amounts) -> frozenset[tuple[str, str]]:
    """The nuclides of a formula or an equation: (mass, symbol) of each."""
    sides = (found.left, found.right) if isinstance(found, Reaction) else (found,)
    named = (name.rpartition(">") for side in sides for s, _ in side.of for name in s.atoms())
    return frozenset(
        (mass.removeprefix("<").partition("/")[0], symbol) for mass, _, symbol in named if mass
    )


def same_amounts(left: Amounts, right: Amounts) -> bool:
    """Whether the same species stand in the same amounts, in any order."""
    return left.scaled() == right.scaled()


def in_proportion(ours: Reaction, theirs: Reaction) -> bool:
    """Whether two equations are the same but for a common factor."""
    a = {
        (side, s): n for side, x in ((0, ours.left), (1, ours.right)) for s, n in x.scaled().items()
    }
    b = {
        (side, s): n
        for side, x in ((0, theirs.left), (1, theirs.right))
        for s, n in x.scaled().items()
    }
    if a.keys() != b.keys():
        return False
    return len({a[key] / b[key] for key in a}) == 1


def is_smallest(found: Reaction) -> bool:
    """Whether all coefficients are whole numbers without a common factor."""
    counts = [n for side in (found.left, found.right) for _, n in side.of]
    if reduce(lcm, (n.denominator for n in counts)) != 1:
        return False
    return not any(
        all(int(n) % k == 0 for n in counts) for k in range(2, min(int(min(counts)), 1000) + 1)
    )
