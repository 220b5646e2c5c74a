"""A response read as mathematics: the tree, how to show it, and what to say when it cannot be read."""

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import lru_cache

from tutor.items.grade import Context, Grade, Verdict
from tutor.items.maths.effort import bounded
from tutor.items.maths.endless import endless
from tutor.items.maths.form.numerals import (
    figures,
    is_numeral,
    rounded_places,
)
from tutor.items.maths.in_words.aloud import aloud
from tutor.items.maths.in_words.chat import answer_in, has_small_talk, has_talk, tidy
from tutor.items.maths.in_words.colloquial import in_plain_words
from tutor.items.maths.in_words.corrections import in_steps, last_word
from tutor.items.maths.in_words.end_marks import (
    plain_spaces,
    unwrapped,
    without_end_marks,
    without_lead,
)
from tutor.items.maths.in_words.explained import without_explanation
from tutor.items.maths.in_words.foreign_signs import in_our_signs
from tutor.items.maths.in_words.foreign_words import foreign_number
from tutor.items.maths.in_words.misspelt import respelt
from tutor.items.maths.in_words.number_said import words_in
from tutor.items.maths.in_words.places import in_places
from tutor.items.maths.in_words.spoken import spoken
from tutor.items.maths.in_words.translated import in_english
from tutor.items.maths.in_words.words import number_in_words
from tutor.items.maths.notation.applied import applied_letters
from tutor.items.maths.notation.latex import plain_latex
from tutor.items.maths.notation.lexer import MAX_TEXT, Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.schoolways import as_ours, in_full
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.signs import in_signs
from tutor.items.maths.notation.symbols import LETTER
from tutor.items.maths.notation.tree import (
    Call,
    Name,
    Node,
    PlusMinus,
    Product,
    Quotient,
    Relation,
    Sum,
    names,
    number,
    rebuilt,
    walk,
)
from tutor.items.maths.values.exact import NotExact, Undefined, exact_value
from tutor.items.said import say
from tutor.items.text.taken_back import without_tag

_ONE_MORE = re.compile(r"\bor\s+[-−]?\d[\d./]*$")
_LETTERS = re.compile(rf"{LETTER}{{2}}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """A response as read; `text` is the piece of it that was read."""

    node: Node
    text: str

    @property
    def shown(self) -> str:
        """How to show what was read."""
        return show(self.node)


def notation_of(context: Context, **changes: object) -> Notation:
    """The notation of a course."""
    return replace(Notation(decimal_comma=context.decimal_comma), **changes)  # type: ignore[arg-type]


@lru_cache(maxsize=2048)  # one response is compared with several answers, foreseen slips among them
def read(response: str, notation: Notation) -> Read:
    """The mathematics of a response, taken out of a sentence where it stands in one.

    Raises `Unreadable`, worded for the learner.
    """
    if len(response) > MAX_TEXT:
        raise Unreadable("That is too long to be an answer.", 0)
    response = without_end_marks(unwrapped(without_tag(plain_spaces(response))))
    found = _read(response, notation)
    more = _ONE_MORE.search(response)
    if more and more[0].split()[1] not in found.text:  # "12, because 3*4 or 13"
        raise Unreadable("I see more than one answer. Give just one.", 0)
    return found


def _read(response: str, notation: Notation) -> Read:
    """A response without its end marks."""
    text = plain_latex(response) if "\\" in response or "{" in response else response
    text = as_ours(text, notation)
    unending = endless(without_lead(text), notation)
    if unending is not None:
        return Read(node=unending, text=text)
    text = tidy(text, factorial=notation.factorial)
    if not text:
        raise Unreadable("There is nothing to read.", 0)
    text = in_steps(without_explanation(text, notation))
    if _LETTERS.search(text):
        return _among_words(in_full(last_word(without_lead(text))), notation)
    text = in_signs(in_our_signs(text) if "=" in text else text, notation)
    return _said_twice(text, notation) or Read(node=parse(text, notation), text=text)


def _among_words(text: str, notation: Notation) -> Read:
    """A text with letters: a number or a formula in words, signs alone, or a sentence around them."""
    placed = in_places(text)
    if placed is not None:
        return Read(node=number(placed), text=text)
    text = in_english(respelt(in_plain_words(text)))
    said = number_in_words(text) or _said_aloud(text, notation) or foreign_number(text)
    if said is not None:
        return Read(node=said, text=text)
    text = in_signs(text, notation)
    if "\\" not in text:
        text = spoken(
            in_our_signs(text),
            ratio=notation.ratio,
            several=not notation.thousands,
            comma=notation.decimal_comma,
        )
    if not has_talk(text, notation) or ("\\" in text and not has_small_talk(text)):
        try:
            return Read(node=parse(text, notation), text=text)
        except Unreadable as problem:
            if not has_talk(text, notation):
                raise problem from None
    text = tidy(text)
    if has_talk(text, notation):
        text = words_in(text) or answer_in(text, notation)
    said = number_in_words(text) if _LETTERS.search(text) else None
    return Read(node=said or parse(text, notation), text=text)


def _said_aloud(text: str, notation: Notation) -> Node | None:
    """A formula in words; None where it is none, or where its signs make no formula."""
    signs = aloud(text, compares=notation.compares)
    if signs is None:
        return None
    try:
        return parse(in_signs(signs, notation), notation)
    except Unreadable:
        return None


_AGAIN = re.compile(r"^([^()]*[^()\s])\s+\(\s*(?:=|≈)?\s*([-−\d.,/%½¼¾⅓⅔\s]+)\)$")


def _said_twice(text: str, notation: Notation) -> Read | None:
    """ "1/4 (0.25)": one number in two writings; None for anything else."""
    match = _AGAIN.match(text)
    if match is None:
        return None
    try:
        first, second = (parse(piece, notation) for piece in match.groups())
        value, again = exact_value(first), exact_value(second)
    except (Unreadable, NotExact, Undefined):
        return None
    if value is None or again is None or not (is_numeral(first) and is_numeral(second)):
        return None
    written = figures(second)
    places = written.places if written is not None and written.places > 1 else None
    if value != again and (places is None or rounded_places(value, places) != again):
        return None
    return Read(node=first, text=match[1])


def right_side(node: Node, variables: frozenset[str] = frozenset()) -> Node:
    """The answer's side of "x = 5", "area = 5", "2 + 3 = 5": the last that is not a lone name."""
    if not isinstance(node, Relation) or set(node.operators) != {"="}:
        return node
    first, last = node.operands[0], node.operands[-1]
    if first == _TURNED_SLOPE or (isinstance(first, Name) and first.name in names(last)):
        return node  # "x = 2x + 5" is an equation
    if not variables and len(node.operands) == 2 and _asks_for_its_letter(first, last):
        return node
    if names(last) - variables and not names(first) - variables:
        return first
    return last


def _asks_for_its_letter(first: Node, last: Node) -> bool:
    """Whether an equation has a number beside its one letter on a side: "y + 5 = 5" does not say 5, nor "5 = 5x"."""
    side = first if names(first) else last
    if len(names(first)) + len(names(last)) != 1:
        return False
    match side:
        case Sum(terms=terms):
            return any(not names(term) for term in terms)
        case Product(factors=(first_factor, *_)):
            return not names(first_factor)
        case Quotient(bottom=bottom):
            return not names(bottom)
        case _:
            return False


_TURNED_SLOPE = Call("derivative", (Name("x"), Name("y")))  # dx/dy is not dy/dx


def formula_side(node: Node, own: frozenset[str]) -> Node:
    """The formula in "y = 2x + 3" or "f(x) = …" when the answer has no such name on its own."""
    if not isinstance(node, Relation) or set(node.operators) != {"="}:
        return node
    first, last = node.operands[0], node.operands[-1]
    if first == _TURNED_SLOPE:
        return node
    if isinstance(first, Name | Call) and len(node.operands) == 2:
        lone = isinstance(first, Name) and first.name in own
        return node if lone else last
    if isinstance(last, Name) and last.name not in own:
        return first
    return last if isinstance(first, Name) or len(node.operands) > 1 else node


def renamed(node: Node, own: frozenset[str]) -> Node:
    """Letters in the wrong case made the answer's own: X for x where there is no X."""
    found = names(node)
    folded = {n.lower(): n for n in own}
    if found <= own or len(folded) < len(own):
        return node
    change = {n: folded[n.lower()] for n in found - own if n.lower() in folded}
    if not change or set(change.values()) & found:
        return node
    return _with_names(node, change)


def _with_names(node: Node, change: dict[str, str]) -> Node:
    if isinstance(node, Name):
        return Name(change.get(node.name, node.name))
    return rebuilt(node, lambda child: _with_names(child, change))


def notation_for(
    context: Context,
    written: str,
    functions: frozenset[str] = frozenset(),
    *,
    degrees: bool = False,
    lists: bool = False,
) -> Notation:
    """The notation for responses to an answer: its variables are known; raises nothing."""
    functions = functions or applied_letters(written)
    plain = notation_of(context, functions=functions, degrees=degrees, thousands=not lists)
    try:
        answer = parse(written, replace(plain, plus_minus=True))
    except Unreadable:
        return plain
    own = frozenset(n for n in names(answer) if "_" not in n and "'" not in n)
    return with_answer(replace(plain, variables=own), answer)


def with_answer(notation: Notation, answer: Node) -> Notation:
    """The notation with the signs that an answer uses: ± and !."""
    found = tuple(walk(answer))
    return replace(
        notation,
        plus_minus=any(isinstance(n, PlusMinus) for n in found),
        factorial=any(isinstance(n, Call) and n.function == "factorial" for n in found),
        compares=any(isinstance(n, Relation) and set(n.operators) != {"="} for n in found),
    )


def within_bound(judge: Callable[[str], Grade], response: str) -> Grade:
    """A response judged with bounded work; one that needs more is unreadable."""
    try:
        with bounded() as bound:
            grade = judge(plain_spaces(response))
    except OverflowError:  # beyond floating point
        return unreadable(Unreadable("That is too large for me to work out."), response)
    if bound.reached:
        return unreadable(Unreadable("That is too much for me to work out."), response)
    return grade


def unreadable(problem: Unreadable, response: str) -> Grade:
    """The grade of a response that could not be read, saying how far the reading came."""
    start = tidy(response)[: problem.at].strip() if 0 < problem.at < 80 else ""
    note = (
        say("{why} I could read up to “{start}”.", why=problem.why, start=start)
        if start
        else problem.why
    )
    return Grade(verdict=Verdict.UNREADABLE, note=note, sure=1.0)
