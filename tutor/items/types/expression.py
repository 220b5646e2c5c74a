"""Item type `expression`: a formula with the same value as the answer, in the form asked for."""

from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths import spec as field
from tutor.items.maths.compare import same_expression
from tutor.items.maths.form.forms import MISSING, ExpressionForm, has_form
from tutor.items.maths.form.near import near_misses
from tutor.items.maths.form.rewrite import alternatives, rewritings
from tutor.items.maths.in_words.misspelt import not_glued
from tutor.items.maths.in_words.times_sign import with_times_signs
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Node, names
from tutor.items.maths.reading import (
    Read,
    formula_side,
    notation_for,
    read,
    renamed,
    unreadable,
    within_bound,
)
from tutor.items.maths.values.equal import REAL, Domain, same_value
from tutor.items.maths.values.exact import NotExact, Undefined

FIELDS = ("answer", "form", "variable", "functions", "positive", "whole", "degrees")
CHOSEN = {"form": tuple(ExpressionForm)}


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    written = field.text(spec)
    functions = frozenset(field.texts(spec, "functions"))
    notation = notation_for(context, written, functions, degrees=field.flag(spec, "degrees"))
    answer = formula_side(field.tree(written, notation), frozenset())
    try:
        for alternative in alternatives(answer):
            same_value(alternative, alternative)
    except (NotExact, Undefined) as problem:
        raise BadCourse(
            f"“{written}” has no value to compare.", where="answer", do="Use another type."
        ) from problem
    forms = tuple(ExpressionForm(f) for f in field.chosen(spec, "form", tuple(ExpressionForm)))
    variable = field.text(spec, "variable") if "variable" in spec else ""
    for form in forms:
        if not has_form(answer, form, answer, variable):
            raise BadCourse(
                f"“{written}” is not {form.replace('_', ' ')} itself.",
                where="answer",
                do="Write it in the form asked for.",
            )
    return Expression(
        written=written,
        answer=answer,
        notation=notation,
        forms=forms,
        variable=variable,
        domain=Domain(
            positive=frozenset(field.texts(spec, "positive")),
            whole=frozenset(field.texts(spec, "whole")),
        ),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Expression:
    """The grader of a formula; `variable` is the one that a form looks at ("" for the only one)."""

    written: str
    answer: Node
    notation: Notation
    forms: tuple[ExpressionForm, ...] = ()
    variable: str = ""
    domain: Domain = REAL

    def grade(self, response: str) -> Grade:
        """Judge a response."""
        return within_bound(self._graded, response)

    def _graded(self, response: str) -> Grade:
        try:
            found = read(
                not_glued(with_times_signs(response, self.written), self.written), self.notation
            )
            own = names(self.answer)
            node = renamed(formula_side(found.node, own), own)
            return self._judge(Read(node=node, text=found.text))
        except Unreadable as problem:
            return unreadable(problem, response)

    def _judge(self, found: Read) -> Grade:
        node = found.node
        if not self._same(node):
            return Grade(verdict=Verdict.INCORRECT, read_as=found.shown)
        for form in self.forms:
            if not has_form(node, form, self.answer, self.variable):
                return Grade(
                    verdict=Verdict.PARTIAL, read_as=found.shown, note=MISSING[form], share=0.5,
                    form=True,
                )  # fmt: skip
        return Grade(verdict=Verdict.CORRECT, read_as=found.shown, share=1.0)

    def _same(self, node: Node) -> bool:
        return same_expression(node, self.answer, self.domain)

    def shown(self) -> Shown:
        """A text field."""
        return Shown()

    def answer_text(self) -> str:
        """The answer as the author wrote it."""
        return self.written

    def answer_forms(self) -> tuple[str, ...]:
        """The answer, as it is shown, and rewritten with its terms in another order."""
        return tuple(dict.fromkeys((self.written, show(self.answer), *rewritings(self.answer))))

    def samples(self) -> Samples:
        """The answer and its rewritings; a sign or a number changed."""
        right: tuple[str, ...] = (self.written, f"i think its {self.written}?")
        if not self.forms:
            right += tuple(rewritings(self.answer))
        near = tuple(t for t, node in near_misses(self.answer) if not self._same(node))
        return Samples(
            right=right,
            wrong=near[:1],
            near=near[1:],
            unreadable=("", "no idea", f"({self.written}"),
        )
