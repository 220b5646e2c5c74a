"""Whether what a sentence does with letters is right: “3x + 2x = 6x”, a step of the item's equation (pure).

An equation is no claim by itself: y = 2x + 1 defines, 2x + 3 = x + 7 is to be solved. False is what
holds for no value at all, what rewrites an expression as another that is not the same, and a step
that is none of the equation which the item asks to be solved.
"""

import re
from collections.abc import Iterator
from functools import lru_cache

from tutor.dialogue.checks.objection import Objection, Rule
from tutor.items.maths.effort import bounded
from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.tree import (
    Name,
    Node,
    Power,
    Product,
    Quotient,
    Relation,
    Sum,
    names,
    walk,
)
from tutor.items.maths.statements.relation import always_or_never, same_statement
from tutor.items.maths.statements.statement import difference
from tutor.items.maths.values.equal import same_value
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.poly import degree
from tutor.items.maths.values.proportion import no_generator
from tutor.items.maths.values.rational import ratio

STEPS = 1_500  # of the maths engine for one sentence
LONGEST = 60  # characters of one side
MOST = 6  # equations of a sentence
_NOTATION = Notation(thousands=False)
_PIECE = re.compile(
    r"\s+|\d+(?:\.\d+)?|(?:(?<=[\d)])[a-zA-Z]{1,3}|(?<![a-zA-Z])[a-zA-Z]{1,2})(?![a-zA-Z'’])|"
    r"√|sqrt(?=\()|[-+*/^()·×÷−²³]"
)
_SMALL = "is in it if so we to of or by on as at be do go he me my no up us an am i"
_WORDS = frozenset(_SMALL.split())
_IS = re.compile(r"(?<=[\w)²³]) (?:is|equals|gives|makes|es|da) (?=[-−(]?[\da-zA-Z(]*[a-zA-Z])")
_FRACTION = re.compile(r"\\[dt]?frac\{([^{}]*)\}\{([^{}]*)\}")
_SIGNS = {
    "\\cdot": "·",
    "\\times": "×",
    "\\div": "÷",
    "\\left": "",
    "\\right": "",
    "\\sqrt": "sqrt",
}
_CHEMISTRY = re.compile(r"[A-Z][a-z]?\d|[A-Z]{2}")
_OPEN = re.compile(
    (
        r"\b(?:if|suppose|imagine|let|say|equation|solve[sd]?|solving|solution|when|where|pretend|"
        r"line|curve|graph|function|formula|wrong(?:ly)?|mistake|not|never|isn'?t|can'?t|would|si|"
        r"supon|imagina|ecuaci[oó]n|cuando|f[oó]rmula|no|nunca)\b|\bd[xyuvt]\b|\b[dfgh]\(|≠|\?"
    ),
    re.IGNORECASE,
)


def algebra(sentence: str, sources: str) -> Objection | None:
    """The first false equation with letters. `sources` may be quoted, whatever they say."""
    if "=" not in sentence and not _IS.search(sentence):
        return None
    said = _plainly(sentence)
    if _OPEN.search(said) or "\\" in said:
        return None
    known = _close_written(sources)
    for left, right in _equations(_IS.sub(" = ", said)):
        written = f"{left} = {right}"
        if re.sub(r"\s", "", written) in known:
            continue
        if _false(left, right, sources):
            return Objection(rule=Rule.FALSE, said=written)
    return None


@lru_cache(maxsize=64)
def _close_written(sources: str) -> str:
    """Kept, since a reply's sentences have the same sources."""
    return re.sub(r"\s", "", _plainly(sources))


def _plainly(text: str) -> str:
    """Without marks; code is left out, since its “=” is another."""
    text = plain_latex(re.sub(r"`[^`]*`|\*\*", " ", text))
    text = _FRACTION.sub(r"((\1)/(\2))", text)
    for command, sign in _SIGNS.items():
        text = text.replace(command, sign)
    text = re.sub(r"[$;]*\s*=\s*[$;]*", "=", text)
    return text.replace("$", " ; ").replace("{", "(").replace("}", ")")


def _equations(text: str) -> Iterator[tuple[str, str]]:
    """The two sides at each “=” that stands between formulas, a letter on both or in one."""
    pieces = text.split("=")
    for at in range(min(len(pieces) - 1, MOST)):
        left, right = _ending(pieces[at]), _beginning(pieces[at + 1])
        chemical = _CHEMISTRY.search(left + right)
        if left and right and not chemical and re.search(r"[a-zA-Z]", left):
            yield left, right


def _beginning(text: str) -> str:
    """The formula that a text begins with."""
    end = 0
    while (hit := _PIECE.match(text, end)) and hit[0].casefold() not in _WORDS and end < LONGEST:
        end = hit.end()
    return _whole(text[:end].strip())


def _ending(text: str) -> str:
    """The formula that a text ends with."""
    for start in sorted(
        {hit.start() for hit in re.finditer(r"(?<![\w.])[-−(\w√]", text[-LONGEST:])}
    ):
        tail = text[-LONGEST:][start:]
        if _beginning(tail) == tail.strip():
            return tail.strip()
    return ""


def _whole(formula: str) -> str:
    """Without what hangs over: an operator, a bracket that is not opened or closed."""
    while formula and (formula[-1] in "-+*/^(·×÷−" or formula.count("(") < formula.count(")")):
        formula = formula[:-1].rstrip()
    return formula if formula.count("(") == formula.count(")") else ""


def _false(left: str, right: str, sources: str) -> bool:
    one, two = _read(left), _read(right)
    if one is None or two is None or isinstance(one, Name) or not names(one):
        return False
    equation = _read(f"{left} = {right}")
    if not isinstance(equation, Relation):
        return False
    with bounded(STEPS) as bound:
        wrong = _contradicts(one, two, equation, sources)
    return wrong and not bound.reached


def _contradicts(one: Node, two: Node, equation: Relation, sources: str) -> bool:
    try:
        if names(two) and same_value(one, two):
            return False
        asked = [e for e in _asked(sources) if names(e) == names(equation)]
        if asked and all(map(_is_linear, [*asked, equation])):
            return not any(same_statement(equation, e) for e in asked)
        if not names(two):
            return False
        return always_or_never(equation) is False or (
            _rewrites(one, two) and not (asked and (_has_sum(one) or _has_sum(two)))
        )
    except (NotExact, Undefined, Unreadable):
        return False


def _is_linear(equation: Node) -> bool:
    """Whether an equation in one letter is linear, so that it has one solution."""
    assert isinstance(equation, Relation)
    gap = ratio(difference(equation), no_generator)
    return degree(gap.top) == 1 and degree(gap.bottom) == 0


def _rewrites(one: Node, two: Node) -> bool:
    """Whether a side can only be there to be worked out: its letters again, its terms not collected."""
    if not names(two) <= names(one):
        return False
    letters = [node for node in walk(one) if isinstance(node, Name)]
    if len(names(one)) > 1:
        return names(one) == names(two)
    return len(letters) > 1 or any(
        isinstance(node, Power | Product | Quotient) and _has_sum(node) for node in walk(one)
    )


def _has_sum(node: Node) -> bool:
    return any(isinstance(part, Sum) and names(part) for part in walk(node))


@lru_cache(maxsize=64)
def _asked(sources: str) -> tuple[Relation, ...]:
    """The equations in one letter that the texts at hand have."""
    found = []
    for left, right in _equations(_plainly(sources)):
        node = _read(f"{left} = {right}")
        if isinstance(node, Relation) and len(names(node)) == 1 and left.strip() not in names(node):
            found.append(node)
    return tuple(found)


def _read(text: str) -> Node | None:
    try:
        return parse(text, _NOTATION)
    except (Unreadable, NotExact):
        return None
