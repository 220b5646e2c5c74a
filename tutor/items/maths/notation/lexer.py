"""Text as a learner writes it (ASCII, Unicode, LaTeX) cut into tokens that keep their place."""

import re
from dataclasses import dataclass

from tutor.items.maths.notation.pieces import ONE_TO_ONE, alternatives, pattern
from tutor.items.maths.notation.symbols import (
    COMMANDS,
    CONSTANTS,
    FRACTIONS,
    FUNCTIONS,
    GREEK,
    IGNORED,
    OPERATORS,
    SUBSCRIPTS,
    SUPERSCRIPTS,
)
from tutor.items.said import say

MAX_TEXT = 500  # characters of one mathematical response; longer is not an answer
MAX_DIGITS = 40
MAX_WORD = 40  # letters in a row


class Unreadable(Exception):
    """The text is not mathematics that we know; `at` is the place reached in it."""

    def __init__(self, why: str, at: int = 0) -> None:
        super().__init__(why)
        self.why = why
        self.at = at


@dataclass(frozen=True, slots=True)
class Notation:
    """How a course, or the author of a data set, writes.

    `functions` are letters that stand for functions, so that f(x) is not f·x; `variables` the
    variables of the answer, kept together when longer than a letter; `mixed` reads 2 1/2 as two
    and a half (else as a product); `adjacent` reads "2 3" as a product instead of refusing it;
    `thousands` reads 1,234 as one number; `degrees` makes sin take degrees; `natural_log` makes
    log the natural one; `plus_minus` reads a+-b as a ± b instead of a + (-b); `factorial` keeps a !
    at the end as mathematics where it may else be excitement; `ratio` reads "3 to 4" as 3 : 4;
    `compares` reads "7 less than 2x" as 7 < 2x, since the answer is an inequality.
    """

    decimal_comma: bool = False
    functions: frozenset[str] = frozenset()
    variables: frozenset[str] = frozenset()
    mixed: bool = True
    adjacent: bool = False
    thousands: bool = True
    degrees: bool = False
    natural_log: bool = False
    plus_minus: bool = False
    factorial: bool = False
    ratio: bool = False
    compares: bool = False


SCHOOL = Notation()


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of text: `kind` is num, name, func, const, op, vulgar or end; `gap` says that
    white space stood before it."""

    kind: str
    text: str
    start: int
    end: int
    gap: bool = False


_KNOWN_COMMANDS = {**COMMANDS, **dict.fromkeys(FRACTIONS, "frac")}
_PREFIXES = sorted({*_KNOWN_COMMANDS, *FUNCTIONS, *GREEK, *CONSTANTS}, key=len, reverse=True)
_NAME_AT = re.compile(alternatives(iter({*FUNCTIONS, *GREEK, *CONSTANTS})))


def tokens(text: str, notation: Notation = SCHOOL) -> tuple[Token, ...]:
    """The tokens of a text, ending with one of kind `end`; raises `Unreadable`."""
    if len(text) > MAX_TEXT:
        raise Unreadable("That is too long to be an answer.", MAX_TEXT)
    text = text.translate(ONE_TO_ONE)
    found: list[Token] = []
    wraps: list[int] = []  # depths of braces that belong to \text{…} and its like
    depth = 0
    gap = False
    for match in pattern(notation.decimal_comma, notation.thousands).finditer(text):
        kind, piece, start, end = match.lastgroup or "", match[0], match.start(), match.end()
        if kind == "space" or kind == "dollar":
            gap = True
            continue
        if kind == "wrap":
            wraps.append(depth)
            depth += 1
            gap = True
            continue
        if piece == "{":
            depth += 1
        elif piece == "}":
            depth -= 1
            if wraps and wraps[-1] == depth:
                wraps.pop()
                gap = True
                continue
        for made in _tokens_of(kind, piece, start, end, notation):
            found.append(Token(*made, gap) if gap else Token(*made))
            gap = False
    found.append(Token("end", "", len(text), len(text)))
    return tuple(found)


Made = tuple[str, str, int, int]


def _tokens_of(kind: str, piece: str, start: int, end: int, notation: Notation) -> list[Made]:
    match kind:
        case "num":
            return [("num", _plain_digits(piece, notation, start), start, end)]
        case "op":
            return [_operator(piece, start, end)]
        case "word":
            return _names_in(piece, start, notation)
        case "vulgar":
            return [("vulgar", piece, start, end)]
        case "super":
            inner = "".join(SUPERSCRIPTS[c] for c in piece)
            return [("op", "^", start, start), ("op", "{", start, start),
                    *((t.kind, t.text, start, end) for t in tokens(inner, notation)[:-1]),
                    ("op", "}", end, end)]  # fmt: skip
        case "sub":
            inner = "".join(SUBSCRIPTS[c] for c in piece)
            return [("op", "_", start, start), ("op", "{", start, start),
                    *((t.kind, t.text, start, end) for t in tokens(inner, notation)[:-1]),
                    ("op", "}", end, end)]  # fmt: skip
        case "env":
            return [("op", piece.replace(" ", "").replace("*", ""), start, end)]
        case "cmd":
            return _command(piece[1:], start, end, notation)
        case _:
            raise Unreadable(say("I do not know the sign “{sign}” here.", sign=piece), start)


def _operator(piece: str, start: int, end: int) -> Made:
    name = "+-?" if piece == "+-" else OPERATORS[piece]
    if name in ("sqrt", "cbrt", "qdrt"):
        return ("func", name, start, end)
    if name == "inf":
        return ("const", "inf", start, end)
    return ("op", name, start, end)


def _plain_digits(piece: str, notation: Notation, start: int) -> str:
    if len(piece) > MAX_DIGITS:
        raise Unreadable("That number has too many digits for me.", start)
    piece = re.sub(r"[\s'’]", "", piece)
    if notation.decimal_comma:
        if "," in piece:
            return piece.replace(".", "").replace(",", ".")
        if re.fullmatch(r"\d{1,3}(?:\.\d{3})+", piece) and notation.thousands:
            return piece.replace(".", "")
        return piece
    return piece.replace(",", "")


def _command(name: str, start: int, end: int, notation: Notation) -> list[Made]:
    if name in ("{", "}", "|", "\\"):
        shown = {"{": "\\{", "}": "\\}", "|": "|", "\\": "\\\\"}[name]
        return [("op", shown, start, end)]
    if name == "%":
        return [("op", "%", start, end)]
    if name in ("lfloor", "lceil"):
        return [
            ("func", {"lfloor": "floor", "lceil": "ceil"}[name], start, end),
            ("op", "(", end, end),
        ]
    if name in ("rfloor", "rceil"):
        return [("op", ")", start, end)]
    if name == "$" or name in IGNORED:
        return []
    known = next((p for p in _PREFIXES if name.startswith(p)), "")
    # \divb and \logx come from editors that forget the space; \leq must not become \le q
    if not known:
        if name in IGNORED or any(name.startswith(i) for i in ("left", "right")):
            return _names_in(name.removeprefix("left").removeprefix("right"), start, notation)
        raise Unreadable(say("I do not know \\{name}.", name=name), start)
    head: list[Made]
    middle = start + 1 + len(known)
    if known in _KNOWN_COMMANDS:
        sign = _KNOWN_COMMANDS[known]
        head = [("op", sign, start, middle)]
    else:
        head = [_named(known, start, middle)]
    return head + (
        _names_in(name[len(known) :], middle, notation) if len(name) > len(known) else []
    )


def _named(name: str, start: int, end: int) -> Made:
    if name in FUNCTIONS:
        return ("func", FUNCTIONS[name], start, end)
    if name in CONSTANTS:
        return ("const", CONSTANTS[name], start, end)
    return ("name", GREEK[name], start, end)


_WORD_OPERATORS = {"and": "and", "or": "or", "in": "in", "union": "union", "U": "union"}


def _names_in(word: str, start: int, notation: Notation) -> list[Made]:
    """A run of letters as names: sinx → sin, x; mx → m, x; theta → θ; ln → the function."""
    whole = start + len(word)
    if len(word) > MAX_WORD:
        raise Unreadable("I do not know that word.", start)
    if word in notation.variables:
        return [("name", word, start, whole)]
    if word in ("and", "or", "union"):
        return [("op", _WORD_OPERATORS[word], start, whole)]
    lower = word.lower()
    if len(word) > 2 and lower != word and (lower in FUNCTIONS or lower in CONSTANTS):
        word = lower  # Sin(x), LOG
    made: list[Made] = []
    long = [v for v in notation.variables if len(v) > 1]
    i = 0
    while i < len(word):
        match = _NAME_AT.match(word, i)
        name = match[0] if match else ""
        longer = next((v for v in long if word.startswith(v, i)), "")
        if longer and len(longer) >= len(name):
            made.append(("name", longer, start + i, start + i + len(longer)))
            i += len(longer)
        elif name and _is_name(name, word, i):
            made.append(_named(name, start + i, start + i + len(name)))
            i += len(name)
        else:
            made.append(_letter(word[i], start + i, notation))
            i += 1
    return made


def _is_name(name: str, word: str, i: int) -> bool:
    """Whether the letters are meant as that name: `pi` in `pix` is, `inf` in `info` may not be."""
    if name in (
        "inf",
        "oo",
        "tg",
        "lg",
        "fact",
        "nu",
        "mu",
        "xi",
        "eta",
        "chi",
        "psi",
        "phi",
        "rho",
    ):
        return i == 0 and len(word) == len(name)
    return True


def _letter(letter: str, start: int, notation: Notation) -> Made:
    if letter == "π":
        return ("const", "pi", start, start + 1)
    if letter in ("e", "ℯ") and "e" not in notation.variables:
        return ("const", "e", start, start + 1)
    if letter == "i" and "i" not in notation.variables:
        return ("const", "i", start, start + 1)
    if letter in notation.functions:
        return ("fname", letter, start, start + 1)
    return ("name", letter, start, start + 1)
