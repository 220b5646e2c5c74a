"""Item type `number`: one number, exact or within a tolerance, in the form that is asked for."""

import re
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths import spec as field
from tutor.items.maths.form.near import near_misses
from tutor.items.maths.form.numerals import (
    ASKED,
    HOW,
    Form,
    equal_but,
    has_form,
    is_numeral,
)
from tutor.items.maths.in_words.colloquial import in_plain_words
from tutor.items.maths.in_words.end_marks import unwrapped
from tutor.items.maths.in_words.number_said import says_none
from tutor.items.maths.in_words.number_text import (
    all_one,
    forms_of,
    may_be_rounded,
    misprints,
    with_part,
    without_money,
)
from tutor.items.maths.in_words.quantity_words import in_words
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.tree import (
    Both,
    Bracket,
    Call,
    Degree,
    Either,
    Matrix,
    Neg,
    Node,
    Num,
    Percent,
    Relation,
    names,
    number,
)
from tutor.items.maths.part import one_part
from tutor.items.maths.quantities.quantity import quantity
from tutor.items.maths.reading import Read, notation_of, read, right_side, unreadable, within_bound
from tutor.items.maths.slips import NO_SLIPS, Slips, slips
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value, is_undefined
from tutor.items.text.open_ended import goes_on
from tutor.items.types._aim import Aim, fitting
from tutor.items.types._precision import precision_of
from tutor.items.types._shorthand import millions_meant, shortened, unexcited

FIELDS = (
    "answer", "form", "tolerance", "between", "significant_figures", "decimal_places", "strict",
    "slips",
)  # fmt: skip
CHOSEN = {"form": tuple(Form)}


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    written = field.text(spec)
    notation = notation_of(context, ratio=re.search(r"\d\s*:\s*\d", written) is not None)
    answer = _answer(written, notation)
    absolute, relative = field.tolerance(spec, notation)
    forms = tuple(Form(f) for f in field.chosen(spec, "form", tuple(Form)))
    if forms and not any(has_form(answer, form) for form in forms):
        asked = " or ".join(ASKED[form] for form in forms)
        raise BadCourse(
            f"“{written}” is not written {asked}.",
            where="answer",
            do="Write it in the form asked for.",
        )
    aim = Aim(
        answer=answer,
        absolute=absolute,
        relative=relative,
        between=field.bounds(spec, "between", notation),
        precision=precision_of(spec),
    )
    return Number(
        written=written,
        notation=notation,
        forms=forms,
        aim=fitting(aim, written),
        slips=slips(spec, answer, notation),
    )


_APPROXIMATE = re.compile(r"≈|\\approx(?![A-Za-z])")


def _answer(written: str, notation: Notation) -> Node:
    try:
        node = read(without_money(written), notation).node
    except Unreadable as problem:
        raise BadCourse(f"“{written}” is not a number: {problem.why}", where="answer") from problem
    if isinstance(node, Degree):
        node = node.of
    if names(node) or isinstance(node, Both | Bracket | Either | Matrix | Relation):
        raise BadCourse(f"“{written}” is not one number.", where="answer", do="Use another type.")
    return node


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """The grader of one number: what is right (`aim`), and how it may be written (`forms`)."""

    written: str
    notation: Notation
    aim: Aim
    forms: tuple[Form, ...] = ()
    slips: Slips = NO_SLIPS

    def grade(self, response: str) -> Grade:
        """Judge a response."""
        return within_bound(self._graded, response)

    def _graded(self, response: str) -> Grade:
        try:
            sides = _APPROXIMATE.split(response)
            if len(sides) == 2 and all(re.search(r"\d", side) for side in sides):
                return self._either_side(sides[0], sides[1])
            return self._judge(self._read(response))
        except Unreadable as problem:
            return unreadable(problem, response)
        except NotExact:
            return unreadable(Unreadable("That number is too large for me to work out."), response)
        except Undefined:
            return Grade(
                verdict=Verdict.INCORRECT,
                read_as=response.strip()[:60],
                note="Dividing by zero has no value.",
            )

    def _either_side(self, exact: str, rounded: str) -> Grade:
        """ "7/12 ≈ 0.58": one number twice, right where one of its writings is."""
        last, first = self._read(rounded), self._read(exact)
        grade = self._judge(last)
        if grade.verdict is Verdict.CORRECT or not may_be_rounded(first.node, last.node):
            return grade
        better = self._judge(first)
        return better if better.verdict in (Verdict.CORRECT, Verdict.PARTIAL) else grade

    def _read(self, response: str) -> Read:
        if re.search(r"\brad", response) and re.search(r"°|deg|circ", self.written):
            raise Unreadable("I was looking for degrees.")
        response = unwrapped(response)
        if goes_on(response):
            raise Unreadable("I see more than one answer. Give just one number.")
        found = self._said(response) or read(
            with_part(without_money(millions_meant(response, self.aim))), self.notation
        )
        node = unexcited(right_side(found.node), self.written, self.aim)
        if isinstance(node, Degree) and not self.aim.is_met(node):
            node = node.of
        elif isinstance(node, Neg) and isinstance(node.of, Degree) and not self.aim.is_met(node):
            node = Neg(node.of.of)
        if self.forms == (Form.PERCENT,) and isinstance(right_side(found.node), Degree):
            raise Unreadable("I was looking for a number.")
        if isinstance(node, Bracket) and len(node.items) == 1:
            node = node.items[0]
        if isinstance(node, Either) and all_one(node.choices):
            node = node.choices[0]
        node = shortened(node, response, self.aim)
        if names(node) and not isinstance(node, Relation):
            node = self._without_unit(response)
        if isinstance(node, Either | Both | Bracket):
            raise Unreadable("I see more than one answer. Give just one number.")
        if isinstance(node, Relation) or names(node):
            raise Unreadable("I was looking for a number.")
        return Read(node=node, text=found.text)

    def _said(self, response: str) -> Read | None:
        """ "none" for 0, "half a metre" for 1/2: words that are read only where they are the answer."""
        nothing = number(0)
        if says_none(response) and self.aim.is_met(nothing):
            return Read(node=nothing, text=response)
        if re.search(r"\d", response) or " " not in response.strip():
            return None
        said = in_words(response)
        if said is None or said.number is None or said.unit is None or not said.unit.dimension:
            return None  # half a percent is no half
        return Read(node=said.number, text=response) if self.aim.is_met(said.number) else None

    def _without_unit(self, response: str) -> Node:
        """The number of "12 cm" where only the number was asked for, and no percentage."""
        if self.forms == (Form.PERCENT,):
            raise Unreadable("I was looking for a number.")
        try:
            found = quantity(in_plain_words(response), self.notation)
        except Unreadable:  # it speaks of units, and none is asked for here
            raise Unreadable("I was looking for a number.") from None
        algebra = found.unit_text == "y" and "=" in response  # "x = 7y" has no years
        if found.number is None or found.unit is None or algebra:
            raise Unreadable("I was looking for a number.")
        return found.number

    def _judge(self, found: Read) -> Grade:
        node = found.node
        if isinstance(node, Call) and node.function == "factorial" and not self.aim.is_met(node):
            raise Unreadable("Is the ! part of your answer? If not, write it without.")
        if is_undefined(node):
            raise Undefined
        if not self.aim.is_met(node):
            if self._percent_asked(node):
                return self._in_form(Percent(node), found.shown)
            if self.aim.is_rounded(node):
                note = "That is rounded. Can you give it exactly?"
                return Grade(verdict=Verdict.PARTIAL, read_as=found.shown, note=note, share=0.5)
            slip = self.slips.of(exact_value(node))
            note = "" if slip else one_part(self.aim.answer, node)
            return Grade(
                verdict=Verdict.INCORRECT, read_as=found.shown, misconception=slip, note=note
            )
        return self._in_form(node, found.shown)

    def _percent_asked(self, node: Node) -> bool:
        """ "What percentage …?" answered 75 instead of 75 %."""
        return (
            self.forms == (Form.PERCENT,)
            and isinstance(node, Num)
            and self.aim.is_met(Percent(node))
        )

    def _in_form(self, node: Node, shown: str) -> Grade:
        note = self.aim.precision.note(node)
        if not note and self.forms and not any(has_form(node, form) for form in self.forms):
            note = equal_but(self.forms)
        if (
            not note
            and not self.forms
            and not is_numeral(node)
            and exact_value(self.aim.answer) is not None
            and not (self.aim.is_loose and exact_value(node) is None)  # 2π for 6.28
        ):
            note = "Equal, but work it out to a single number."
        if note:
            return Grade(verdict=Verdict.PARTIAL, read_as=shown, note=note, share=0.5, form=True)
        return Grade(verdict=Verdict.CORRECT, read_as=shown, share=1.0)

    def shown(self) -> Shown:
        """A number field."""
        return Shown(kind="number", how=HOW[self.forms[0]] if self.forms else "")

    def answer_text(self) -> str:
        """The answer as the author wrote it, rounded where that is asked for."""
        rounded = self.aim.rounded()
        return (
            rounded.replace(".", ",") if self.notation.decimal_comma else rounded
        ) or self.written

    def answer_forms(self) -> tuple[str, ...]:
        """Its other writings."""
        return tuple(dict.fromkeys((self.answer_text(), *forms_of(self.written, self.aim.answer))))

    def samples(self) -> Samples:
        """Rewritings that must be right and misprints that must not."""
        told = self.answer_text()
        right = [told, f"i think its {told}?", f" {told} "]
        value = exact_value(self.aim.answer)
        if value is not None and not self.forms and not self.aim.precision.asked:
            right.append(f"x = {value}")
        wrong = tuple(str(m) for m in misprints(value) if not self._accepts(number(m)))
        if value is None:
            wrong = tuple(
                text for text, node in near_misses(self.aim.answer) if not self._accepts(node)
            )
        return Samples(
            right=tuple(right),
            wrong=wrong[:1],
            near=wrong[1:],
            unreadable=("", "I like cats", "3 +"),
        )

    def _accepts(self, misprint: Node) -> bool:
        try:
            return self.aim.is_met(misprint) or self._percent_asked(misprint)
        except (NotExact, Undefined):
            return True
