"""The grader that the types for equations, sets, pairs, matrices and the like are made of."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, Samples, Shown, Verdict
from tutor.items.maths.form.near import near_misses
from tutor.items.maths.in_words.end_marks import unwrapped, without_end_marks, without_lead
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Bracket, Const, Either, Name, Neg, Node, names, number
from tutor.items.maths.reading import notation_for, read, renamed, unreadable, within_bound
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.sample import real
from tutor.items.said import say

_SO = (
    r"(?:(?:i think|its|it['’]?s|it is|so|the answer is|there (?:is|are|['’]s)|"
    r"(?:it|the (?:equation|system|inequality)) has|has) )*"
)
_NOTHING = re.compile(
    (
        rf"(?:x\s*(?:∈|\\in)\s*)?{_SO}"
        rf"(?:no (?:real )?(?:solutions?|roots?|answers?)|"
        rf"there (?:isn['’]?t|aren['’]?t|is not|are not) (?:one|any|an?)(?: (?:real )?(?:solutions?|answers?))?|"
        rf"(?:it |the (?:equation|system) )?(?:doesn['’]?t|does not) have (?:a|any) "
        rf"(?:real )?solutions?|none|empty(?: set)?|the empty set|(?:the )?null set|"
        rf"(?:it'?s )?impossible|nothing works|(?:0|zero) (?:real )?solutions|"
        rf"(?:it )?(?:can ?not|can['’]?t|cant) be (?:solved|done)"
        rf"(?:[,;. ]+(?:so )?(?:there (?:is|are) )?no solutions?)?|\\varnothing|\\emptyset|∅|Ø|ø|"
        rf"\\?\{{\s*\\?\}})[.!? ]*"
    ),
    re.IGNORECASE,
)
_REAL = r"(?:ℝ|(?-i:R)|\\mathbb\s*\{?R\}?|reals)"
_EVERYTHING = re.compile(
    (
        rf"(?:x\s*(?:∈|\\in)\s*)?{_SO}"
        rf"(?:all (?:the )?real(?: number)?s?|"
        rf"(?:all|every|any)(?: real)? (?:numbers?|values?(?: of x)?)"
        rf"(?: (?:works?|will do|is (?:fine|right|ok)))?|"
        rf"[a-z]+ (?:can|could|may) be (?:any|all|every)(?:thing| (?:real )?(?:numbers?|values?))|"
        rf"all|{_REAL})[.!? ]*"
    ),
    re.IGNORECASE,
)
_INFINITY = Const("inf")
NOTHING: Node = Bracket("{", (), "}")
_MANY = re.compile(
    rf"{_SO}(?:infinite(?:ly many)?|endless(?:ly many)?|an? (?:infinite|endless) (?:number|amount) of|∞(?: many)?)"
    r"(?: (?:many )?(?:solutions?|answers?|points?))?[.!? ]*",
    re.I,
)
MANY: Node = Bracket("{", (Name("infinitely many"),), "}")
EVERYTHING: Node = Bracket("(", (Neg(_INFINITY), _INFINITY), ")")


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """How much of a response is right (0 to 1) and what to say about it."""

    share: float
    note: str = ""


# x ≥ 0 has infinitely many solutions too
MANY_OF_ALL = Judged(share=0.5, note="There are infinitely many, yes. Which numbers are they?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Structured:
    """A grader made of two functions.

    `settle` turns what was read into the kind of thing that is compared, or raises Unreadable
    saying what was looked for; `judge` compares the response with the answer, both settled. `tidied`
    brings a learner's ways of writing such a thing to that of the grammar.
    """

    written: str
    answer: Node
    notation: Notation
    settle: Callable[[Node], Node]
    judge: Callable[[Node, Node], Judged]
    how: str = ""
    tidied: Callable[[str], str] = str

    def grade(self, response: str) -> Grade:
        """Judge a response."""
        return within_bound(self._graded, response)

    def _graded(self, response: str) -> Grade:
        try:
            node = self._read(response)
            judged = self.judge(node, self.answer)
        except Unreadable as problem:
            return unreadable(problem, response)
        except (NotExact, Undefined):
            return unreadable(Unreadable("I cannot work that out."), response)
        verdict = Verdict.INCORRECT
        if judged.share >= 1:
            verdict = Verdict.CORRECT
        elif judged.share > 0:
            verdict = Verdict.PARTIAL
        return Grade(verdict=verdict, read_as=_shown(node), note=judged.note, share=judged.share)

    def _read(self, response: str) -> Node:
        bare = without_lead(without_end_marks(unwrapped(response), figures=False))
        response = self.tidied(bare)
        special = special_words(response)
        if special is not None:
            return self.settle(special)
        found = read(response, self.notation).node
        return self.settle(renamed(found, names(self.answer)))

    def shown(self) -> Shown:
        """A text field."""
        return Shown(how=self.how)

    def answer_text(self) -> str:
        """The answer as the author wrote it."""
        return self.written

    def answer_forms(self) -> tuple[str, ...]:
        """The answer as written, as shown, and without blanks."""
        return tuple(
            dict.fromkeys((self.written, show(self.answer), self.written.replace(" ", "")))
        )

    def samples(self) -> Samples:
        """The answer in and out of a sentence; with a sign or a number changed."""
        others = _changed(self.answer) or [
            ("no solution", NOTHING),
            ("all real numbers", EVERYTHING),
        ]
        near = tuple(text for text, node in others if self._is_wrong(node))
        return Samples(
            right=(self.written, f"i think its {self.written}?", _shown(self.answer)),
            wrong=near[:1],
            near=near[1:],
            unreadable=("", "no idea", f"({self.written} +"),
        )

    def _is_wrong(self, node: Node) -> bool:
        try:
            return self.judge(self.settle(node), self.answer).share < 1
        except (Unreadable, NotExact, Undefined):
            return False


def _shown(node: Node) -> str:
    return say("infinitely many") if node == MANY else show(node)


def _changed(node: Node) -> list[tuple[str, Node]]:
    return [(text, changed) for text, changed in near_misses(node) if changed != Neg(node)]


def special_words(text: str) -> Node | None:
    """ "no solution", "all real numbers" and "infinitely many" as sets; None for other texts."""
    if _NOTHING.fullmatch(text.strip()):
        return NOTHING
    if _EVERYTHING.fullmatch(text.strip()):
        return EVERYTHING
    if _MANY.fullmatch(text.strip()):
        return MANY
    return _all_but(text) or _all_outside(text)


_LESS = r"(?:\\setminus|∖|\\backslash|\\|-|−)"
_ALL_OUTSIDE = re.compile(
    (
        rf"(?:x\s*(?:∈|\\in)\s*)?{_REAL}\s*{_LESS}\s*(?:\\left\s*)?([\[\](])\s*"
        rf"([^\[\](),;]+)[,;]\s*([^\[\](),;]+?)\s*(?:\\right\s*)?([\[\])])"
    ),
    re.IGNORECASE,
)


def _all_outside(text: str) -> Node | None:
    """ℝ ∖ [1, 2]: the two rays beside the interval; None for other texts."""
    match = _ALL_OUTSIDE.fullmatch(text.strip())
    if match is None:
        return None
    try:
        low, high = parse(match[2]), parse(match[3])
        if not real(low) < real(high):
            return None
    except (Unreadable, NotExact, Undefined):
        return None
    below = Bracket("(", (Neg(_INFINITY), low), ")" if match[1] == "[" else "]")
    above = Bracket("(" if match[4] == "]" else "[", (high, _INFINITY), ")")
    return Either((below, above))


_ALL_BUT = re.compile(
    rf"(?:x\s*(?:∈|\\in)\s*)?(?:{_REAL}\s*{_LESS}\s*\\?\{{([^{{}}]+)\\?\}}|"
    rf"(?:(?:all|every|any)(?: the)?(?: other)?(?: real)? (?:numbers?|reals|values?)|everything|"
    rf"anything|{_REAL})(?: (?:that|which))? "
    r"(?:except|but|other than|apart from|besides|not equal to|(?:is|are) not|(?:is|are)n'?t)"
    r"(?: for)? (?:equal to )?(?:the number )?"
    r"((?:(?:minus|negative) )?[-−√\d\w/.,]+(?:(?:,| and|, and) [-−√\d\w/.]+)*)|"
    r"[a-z] (?:can'?t|can ?not|must not|is not|isn'?t|should not|shouldn'?t|may not)(?: be)?"
    r"(?: equal(?: to)?)? ([-−]?[\d\w/.]+))[.!]*",
    re.IGNORECASE,
)


def _all_but(text: str) -> Node | None:
    """ℝ ∖ {1, 2}: the open intervals between; None for other texts."""
    match = _ALL_BUT.fullmatch(text.strip())
    if match is None:
        return None
    try:
        given = (match[1] or match[2] or match[3]).removesuffix("\\").replace(" and ", ", ")
        said = number_words(given)
        node = parse(given) if said is None else number(said)
        points = sorted((node.items if isinstance(node, Bracket) else (node,)), key=real)
    except (Unreadable, NotExact, Undefined):
        return None
    if len(points) > 12:
        return None
    ends = (Neg(_INFINITY), *points, _INFINITY)
    return Either(tuple(Bracket("(", pair, ")") for pair in pairwise(ends)))


def made(
    written: str,
    context: Context,
    settle: Callable[[Node], Node],
    judge: Callable[[Node, Node], Judged],
    *,
    how: str = "",
    lists: bool = False,
    tidied: Callable[[str], str] = str,
    unfit: str = "cannot be compared",
) -> Structured:
    """A grader for an author's answer; `lists` keeps 1,234 two numbers. Raises BadCourse.

    `unfit` ends the complaint about an answer that its own grader refuses: "is not the derivative".
    """
    notation = notation_for(context, written, lists=lists)
    try:
        node = special_words(written) or read(written, notation).node
        answer = settle(node)
        judged = judge(answer, answer)
    except Unreadable as problem:
        raise BadCourse(
            f"“{written}” cannot be read: {problem.why}",
            where="answer",
            do="Write it as a learner would.",
        ) from problem
    except (NotExact, Undefined) as problem:
        raise BadCourse(f"“{written}” cannot be compared.", where="answer") from problem
    if judged.share < 1:
        raise BadCourse(f"“{written}” {unfit}.", where="answer", do="Mend the answer.")
    return Structured(
        written=written,
        answer=answer,
        notation=notation,
        settle=settle,
        judge=judge,
        how=how,
        tidied=tidied,
    )


def share_of(found: int, wanted: int, given: int, *, one_missing: str, missing: str) -> Judged:
    """The share of a collection: right ones less wrong ones; else the note on what is missing."""
    if found == wanted == given:
        return Judged(share=1.0)
    wrong = given - found
    share = max(0.0, (found - wrong) / wanted) if wanted else 0.0
    if not wrong and found:
        return Judged(share=share, note=one_missing if wanted - found == 1 else missing)
    if found and share:
        return Judged(
            share=share, note=say("{found} of your {given} are right.", found=found, given=given)
        )
    return Judged(share=0.0)
