"""An argument of algebra followed line by line: what has been said so far, and whether the next line follows.

Beside lines that keep the solutions, school argues with equations that hold for all x (their
coefficients are compared, or a value is put for x), with functions named once and worked out at
places, with values given for the letters of a formula, and with numbered equations that are combined.
"""

from dataclasses import dataclass, field
from itertools import pairwise
from typing import assert_never

from tutor.items.maths.compare import same
from tutor.items.maths.effort import bounded
from tutor.items.maths.notation.lexer import Notation
from tutor.items.maths.notation.show import show
from tutor.items.maths.notation.tree import Both, Call, Name, Node, Relation, names, rebuilt, walk
from tutor.items.maths.statements.asides import Aside, aside_in
from tutor.items.maths.statements.conventions import chain_of, of_numbers
from tutor.items.maths.statements.lines import MAX_LINE, Said, named_by, said_in, statement_in
from tutor.items.maths.statements.links import Link, link
from tutor.items.maths.statements.statement import is_statement, parts_of_statement, solved_value
from tutor.items.maths.values.exact import NotExact, Undefined
from tutor.items.maths.values.identities import equated, put

LINE_STEPS, ALL_STEPS = 26_500, 29_500  # of work, on one line and on all
READ_STEPS = 8  # for each character of a line: reading it and walking through its tree
MAX_TRIES = 12  # lines in several letters that may be tried at points
_RUNNING = ("x", "t", "z", "n", "s")  # letters that an identity usually runs over


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One line of working: how it was read ("" when it was not) and whether it follows.

    `follows` is None where it cannot be told, and where there is nothing to follow from (`starts`);
    `link` says what happens to the solutions; `said` is what the line says, None for a remark.
    """

    text: str
    read_as: str = ""
    follows: bool | None = None
    starts: bool = False
    link: Link = Link.UNKNOWN
    said: Said | None = None


@dataclass(slots=True, kw_only=True)
class Argument:
    """What has been said so far: the last line, and what letters and functions were given a meaning.

    `everywhere` is the letter for all of whose values the last line holds; `given` are numbered
    equations; `base` is the equation that values are put into, and `found` what came of it.
    """

    notation: Notation
    positive: bool
    before: Node | None = None
    tries: int = MAX_TRIES
    left: int = ALL_STEPS
    meanings: dict[str, Node] = field(default_factory=dict)
    functions: dict[str, tuple[str, Node]] = field(default_factory=dict)
    everywhere: str = ""
    given: list[Node] = field(default_factory=list)
    base: Node | None = None
    found: dict[str, Node] = field(default_factory=dict)

    def step(self, text: str) -> Step:
        """The next line, judged."""
        self.left -= READ_STEPS * min(len(text), MAX_LINE)
        aside = aside_in(text, len(self.given) + 1)
        said = said_in(aside.text, self.notation)
        if said is None:
            return Step(text=text)
        node = said.node
        match said.kind:
            case "let":
                return self._let(text, said)
            case "continues":
                node = self._carried_on(said)
            case "line":
                pass
            case _:
                assert_never(said.kind)
        with bounded(max(0, min(LINE_STEPS, self.left))) as bound:
            found = self._judged(node, aside)
        self.left -= bound.used
        starts = found is None
        if found is None or bound.reached:
            found = Link.UNKNOWN  # what was cut short says nothing
        follows = None if found is Link.UNKNOWN else found is Link.SAME
        return Step(
            text=text, read_as=show(node), follows=follows, starts=starts, link=found, said=said
        )

    def _let(self, text: str, said: Said) -> Step:
        node = said.node
        named = named_by(node)
        if named is not None and named[0] not in names(named[1]):
            self.meanings[named[0]] = named[1]
        return Step(text=text, read_as=show(node), starts=True, said=said)

    def _carried_on(self, said: Said) -> Node:
        """ "y = 2(x + 1)" and then "= 2x + 2" is y = 2x + 2."""
        before = self.before
        if isinstance(before, Relation) and before.operators == ("=",):
            return Relation((before.operands[0], said.node), ("=",))
        return said.node

    def _judged(self, node: Node, aside: Aside) -> Link | None:
        """How the line is linked to what was said (None: it starts something)."""
        try:
            if aside.labelled:
                return self._numbered(node)
            if len(self.given) > 1:
                return self._from_given(node)
            if aside.at is not None and (found := self._at_value(node, aside.at)) is not None:
                return found
            if self._gives_values(node):
                return None
            if (applied := self._of_function(node)) is not None:
                return applied[0]
        except (NotExact, Undefined):
            return Link.UNKNOWN
        found, self.before = self._follow(node)
        self.everywhere = aside.everywhere or (
            self.everywhere if self.everywhere in names(node) else ""
        )
        return found

    # -- numbered equations ---------------------------------------------------------------------

    def _numbered(self, node: Node) -> Link | None:
        """A numbered equation: one that follows from the others, or one more that is given."""
        if len(self.given) > 1 and self._from_given(node) is Link.SAME:
            return Link.SAME
        self.given.append(self._meant(node))
        self.before = node
        return None

    def _from_given(self, node: Node) -> Link:
        """Whether the line holds wherever all the numbered equations do."""
        whole = Both(tuple(self.given))
        found = link(whole, Both((*self.given, self._meant(node))), tries=self.tries >= 0)
        self.tries -= 1
        self.before = node
        return found

    # -- values for letters -----------------------------------------------------------------------

    def _gives_values(self, node: Node) -> bool:
        """ "u = 3, a = 2" under s = ut + ½at²: values for letters of a formula, which count from there on."""
        before = self.before
        if not (isinstance(before, Relation) and before.operators == ("=",)):
            return False
        subject, formula = before.operands[0], before.operands[-1]
        values = [solved_value(p) for p in parts_of_statement(node)]
        if not isinstance(subject, Name) or len(names(formula)) < 2 or None in values:
            return False
        given = dict(v for v in values if v is not None)
        if len(given) != len(values) or (len(given) < 2 and len(names(formula)) < 3):
            return False
        if not given.keys() <= names(formula) - {subject.name}:
            return False
        self.meanings |= given
        return True

    def _at_value(self, node: Node, at: tuple[str, str]) -> Link | None:
        """ "x = 2: 6 = 3A": the last equation with x and other letters, at that value."""
        for candidate in (self.before, self.base):
            if isinstance(candidate, Relation) and {at[0]} < names(candidate):
                self.base = candidate
                break
        value = statement_in(at[1].replace("−", "-"), self.notation)
        if self.base is None or value is None or at[0] not in names(self.base):
            return None
        self.before = node
        return link(put(self.base, at[0], value), node, tries=self.tries >= 0)

    # -- functions ------------------------------------------------------------------------------

    def _of_function(self, node: Node) -> tuple[Link | None] | None:
        """The line as one about a named function; None where it is no such line."""
        if not any(
            isinstance(n, Call) and n.function in self.notation.functions for n in walk(node)
        ):
            return None
        if not (isinstance(node, Relation) and node.operators == ("=",)):
            return None
        left, right = node.operands
        if not isinstance(left, Call) or left.function not in self.notation.functions:
            return None
        lone = left.args[0].name if isinstance(left.args[0], Name) else ""
        known = self.functions.get(left.function)
        if known is None:
            if not lone or lone not in names(right):
                return None
            self.functions[left.function] = (lone, right)
            self.before = node
            return (None,)
        if not names(right) and (lone or names(self._meant(left))):
            self.before = node
            return (None,)  # f(x) = 0, or p(1) = 0 with a letter in p: what is asked for
        value = put(known[1], known[0], left.args[0])
        self.before = node
        return (Link.SAME if same(value, self._meant(right)) else Link.DIFFERS,)

    # -- from line to line ------------------------------------------------------------------------

    def _follow(self, node: Node) -> tuple[Link | None, Node]:
        """How the line is linked (None: to nothing), and what the next one follows from."""
        before, after = self.before, self._meant(node)
        if before is not None:
            before = self._meant(before)
        chain = chain_of(after, before)
        if chain is not None:
            try:
                broken = any(not same(x, y) for x, y in pairwise(chain))
            except (NotExact, Undefined):
                return Link.UNKNOWN, chain[-1]
            return Link.DIFFERS if broken else Link.SAME, chain[-1]
        if is_statement(after) and not names(after) and (before is None or not names(before)):
            return of_numbers(after), node
        if before is None:
            return None, node
        together = self._together(after)
        if together is not None:
            return together, node
        compared = self._compared(before, after)
        if compared is not None:
            return compared, node
        self.tries -= len(names(after)) > 1
        found = link(before, after, positive=self.positive, tries=self.tries >= 0)
        self._keep(after, found)
        return found, node

    def _keep(self, after: Node, found: Link) -> None:
        solved = solved_value(after)
        if self.base is not None and solved is not None and found is Link.SAME:
            self.found[solved[0]] = solved[1]

    def _together(self, after: Node) -> Link | None:
        """ "A = 2 and B = 1" after each was found on its own; None for other lines."""
        parts = parts_of_statement(after)
        if len(parts) < 2 or not names(after) or not names(after) <= self.found.keys():
            return None
        whole = Both(
            tuple(Relation((Name(n), self.found[n]), ("=",)) for n in sorted(names(after)))
        )
        return link(whole, after, tries=False)

    def _compared(self, before: Node, after: Node) -> Link | None:
        """Coefficients compared: A + B = 3 and A − 2B = 0 from A(x+1) + B(x−2) = 3x; None elsewhere.

        Several equations without the letter are taken so wherever they fit; one alone, and what
        does not fit, only where the line before was said to hold for all values of the letter.
        """
        if not (isinstance(before, Relation) and is_statement(after) and names(after)):
            return None
        told = bool(self.everywhere)
        letters = (self.everywhere,) if told else _RUNNING
        for letter in letters:
            if letter not in names(before) or letter in names(after):
                continue
            if not names(after) <= names(before) or (not told and len(names(before)) < 3):
                continue
            if not told and len(parts_of_statement(after)) < 2:
                continue
            try:
                found = link(equated(before, letter), after, tries=self.tries >= 0)
            except (NotExact, Undefined):
                continue
            if told or found is Link.SAME:
                return found
        return self._same_identity(before, after)

    def _same_identity(self, before: Relation, after: Node) -> Link | None:
        """One identity under another in the same letter: alike when their coefficients are."""
        letter = self.everywhere
        if not letter or letter not in names(after) or not isinstance(after, Relation):
            return None
        try:
            ours, theirs = equated(before, letter), equated(after, letter)
        except (NotExact, Undefined):
            return None
        return Link.SAME if same(ours, theirs) else None

    def _meant(self, node: Node) -> Node:
        """The line with the letters of "let", and functions at places, in their meaning."""

        def meant(part: Node) -> Node:
            if isinstance(part, Name) and part.name in self.meanings:
                return self.meanings[part.name]
            if isinstance(part, Call) and part.function in self.functions and len(part.args) == 1:
                letter, formula = self.functions[part.function]
                return put(formula, letter, rebuilt(part.args[0], meant))
            return rebuilt(part, meant)

        return meant(node) if self.meanings or self.functions else node
