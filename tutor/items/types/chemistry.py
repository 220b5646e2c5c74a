"""Item type `chemistry`: a chemical formula, an expression of several, or an equation."""

import re
from dataclasses import dataclass, replace
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths import spec as field
from tutor.items.maths.in_words.end_marks import plain_spaces, unwrapped, without_end_marks
from tutor.items.maths.notation.lexer import Unreadable
from tutor.items.maths.quantities.chem import (
    Amounts,
    Group,
    Reaction,
    Species,
    in_proportion,
    nuclides,
    reaction,
    same_amounts,
    with_protons,
)
from tutor.items.maths.quantities.nuclides import in_mass_numbers
from tutor.items.maths.reading import unreadable

FIELDS = ("answer", "multiples", "states", "order")
_TALK = re.compile(
    (
        r"^\s*(?:(?:i think|i got|maybe|so|it'?s|its|it is|the|answer|formula|equation|is|"
        r"would be|should be|that|=|:)[\s:]+)+"
    ),
    re.IGNORECASE,
)


_NAMED = re.compile(  # "carbon dioxide is CO2"
    r"^\s*(?!.*\b(?:not|isnt|isn['’]t|never)\b)[A-Za-z](?:[a-z]|\([IVX]+\))*(?:[ -][a-z]+){0,4}\s+(?:is|=|:)\s*(?=[A-Z\d(\[])"
)
# "CO2 gas", "NaCl (salt)": what kind of thing it is, or its name behind it
_KIND = re.compile(
    r"(?<=[\w)\]+⁺⁻₀-₉-])\s+(?:gas|molecules?|ions?|solution|salt|\([a-z]{3,}(?:\s[a-z]{3,})*\))\s*$"
)


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    written = field.text(spec)
    try:
        answer = reaction(written)
    except Unreadable as problem:
        raise BadCourse(f"“{written}” is no formula: {problem.why}", where="answer") from problem
    return Chemistry(
        written=written,
        answer=answer,
        multiples=field.flag(spec, "multiples", True),
        states=field.flag(spec, "states"),
        order=field.flag(spec, "order", True),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Chemistry:
    """The grader of formulas and equations.

    `multiples` lets an equation be a multiple of the answer's; `states` asks for (s), (l), (g),
    (aq); `order` asks for the elements in the answer's order.
    """

    written: str
    answer: Reaction | Amounts
    multiples: bool = True
    states: bool = False
    order: bool = True

    def grade(self, response: str) -> Grade:
        """Judge a response."""
        text = without_end_marks(unwrapped(plain_spaces(response)), figures=False).strip()
        text = _NAMED.sub("", _TALK.sub("", text))
        text = text if self.states else _KIND.sub("", text)
        asked = nuclides(self.answer)
        if asked:
            text = in_mass_numbers(text, asked)
        try:
            found = reaction(text)
        except Unreadable as problem:
            return self._in_wrong_case(text) or unreadable(problem, response)
        shown = shown_as(found)
        if self._same(found):
            return Grade(verdict=Verdict.CORRECT, read_as=shown, share=1.0)
        return self._in_wrong_case(text) or self._part_of(found, shown)

    def _same(self, found: Reaction | Amounts) -> bool:
        ours = self._bare(self.answer)
        theirs = self._bare(found)
        if isinstance(ours, Amounts) and isinstance(theirs, Amounts):
            return same_amounts(ours, theirs)
        if isinstance(ours, Reaction) and isinstance(theirs, Reaction):
            if ours.both_ways != theirs.both_ways or not in_proportion(theirs, ours):
                return False
            return self.multiples or same_amounts(ours.left, theirs.left)
        return False

    def _bare(self, found: Reaction | Amounts) -> Reaction | Amounts:
        """Without states where they do not count, with sorted atoms where order does not."""
        keep = self.states
        if isinstance(found, Reaction):
            return replace(
                found,
                left=_without(found.left, keep, self.order),
                right=_without(found.right, keep, self.order),
            )
        return _without(found, keep, self.order)

    def _part_of(self, found: Reaction | Amounts, shown: str) -> Grade:
        wrong = Grade(verdict=Verdict.INCORRECT, read_as=shown)
        if replace(self, states=False)._same(found):
            return replace(
                wrong,
                verdict=Verdict.PARTIAL,
                note="Right, but look at the states of matter.",
                share=0.7,
            )
        if replace(self, order=False)._same(found):
            note = "Right atoms, but write them in the usual order."
            return replace(wrong, verdict=Verdict.PARTIAL, note=note, share=0.5)
        if isinstance(found, Reaction) and isinstance(self.answer, Reaction):
            if replace(self, multiples=True)._same(found):
                note = "Balanced, but use the smallest whole numbers."
                return replace(wrong, verdict=Verdict.PARTIAL, note=note, share=0.7)
            if not found.is_balanced():
                return replace(wrong, note="Count the atoms and charges on both sides.")
        return wrong

    def _in_wrong_case(self, text: str) -> Grade | None:
        """h2o for H2O: right but for the capital letters."""
        if len(text) > 200 or _letters(text).lower() != _letters(self.written).lower():
            return None
        if _letters(text) == _letters(self.written):
            return None
        note = "Nearly: mind the capital letters."
        return Grade(verdict=Verdict.PARTIAL, read_as=text.strip()[:80], note=note, share=0.5)

    def shown(self) -> Shown:
        """A text field."""
        how = "Write it like 2H2 + O2 -> 2H2O." if isinstance(self.answer, Reaction) else ""
        return Shown(how=how)

    def answer_text(self) -> str:
        """The answer as the author wrote it."""
        return self.written

    def answer_forms(self) -> tuple[str, ...]:
        """The answer with subscripts and without."""
        return tuple(
            dict.fromkeys((self.written, shown_as(self.answer), self.written.replace(" ", "")))
        )

    def samples(self) -> Samples:
        """The answer in several writings; a number changed, a charge lost."""
        near = [re.sub(r"\d", lambda m: str((int(m[0]) + 1) % 10 or 2), self.written, count=1)]
        near += [self.written + "2", "Xe"]
        return Samples(
            right=(self.written, f"i think its {self.written}", shown_as(self.answer)),
            wrong=("Ne",) if self.written != "Ne" else ("Ar",),
            near=tuple(n for n in near if n != self.written),
            unreadable=("", "no idea", "Qq7"),
        )


def _letters(text: str) -> str:
    return re.sub(r"[\s{}_^$]", "", text).replace("→", "->")


def _without(found: Amounts, states: bool, order: bool) -> Amounts:
    return Amounts(of=tuple((_plainer(s, states, order), n) for s, n in found.of))


def _plainer(species: Species, states: bool, order: bool) -> Species:
    parts = tuple((times, _identified(group)) for times, group in species.parts)
    kept = replace(species, parts=parts, state=species.state if states else "")
    if order:
        return kept
    atoms = tuple((element, count) for element, count in sorted(kept.atoms().items()))
    return replace(kept, parts=((1, atoms),))


def _identified(group: Group) -> Group:
    return tuple(
        (with_protons(what) if isinstance(what, str) else _identified_inner(what), count)
        for what, count in group
    )


def _identified_inner(what: object) -> object:
    return _identified(what) if isinstance(what, tuple) else what


_LOW = str.maketrans("0123456789", "₀₁₂₃₄₅₆₇₈₉")
_HIGH = str.maketrans("0123456789", "⁰¹²³⁴⁵⁶⁷⁸⁹")


def shown_as(found: Reaction | Amounts) -> str:
    """A formula or equation in Unicode: 2H₂ + O₂ → 2H₂O."""
    if isinstance(found, Reaction):
        arrow = "⇌" if found.both_ways else "→"
        return f"{shown_as(found.left)} {arrow} {shown_as(found.right)}"
    return " + ".join(f"{_count(n)}{_species(s)}" for s, n in found.of)


def _count(number: Fraction) -> str:
    return "" if number == 1 else str(number)


def _species(species: Species) -> str:
    text = "·".join(
        f"{times if times > 1 else ''}{_group(group)}" for times, group in species.parts
    )
    size = abs(species.charge)
    sign = "⁺" if species.charge > 0 else "⁻"
    charge = f"{str(size).translate(_HIGH) if size > 1 else ''}{sign}" if size else ""
    return text + charge + (f"({species.state})" if species.state else "")


def _group(group: object) -> str:
    text = ""
    for what, count in group if isinstance(group, tuple) else ():
        inner = _element(what) if isinstance(what, str) else f"({_group(what)})"
        text += inner + (str(count).translate(_LOW) if count > 1 else "")
    return text


def _element(name: str) -> str:
    """An element, with its mass and proton numbers before it where they were given."""
    mass, _, symbol = name.rpartition(">")
    if not mass:
        return symbol
    high, _, low = mass.removeprefix("<").partition("/")
    return high.translate(_HIGH) + low.replace("-", "₋").translate(_LOW) + symbol
