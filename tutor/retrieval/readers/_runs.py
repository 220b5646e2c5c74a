"""The words of a PDF's page at their places, as wide as their fonts draw them.

A program writes a word in as many strings as its kerning wants, and a space often as a move of the pen.
Only where each string ends tells one from the other, so the widths of the fonts and every move are
followed here (ISO 32000-1, 9.4). What is set across the page's direction (stamps, names of axes) is left out,
and so is what the file itself calls a running head.
"""

import importlib
import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tutor.retrieval.readers._stacked import Piece

_SPACE = 0.15  # sizes of white that part two words
_APART = 0.9  # sizes of white that part two pieces
_BACK = -0.4  # sizes that a pen goes back within a word
_DEEPEST, _MOST_FORMS = 8, 2_000

Matrix = tuple[float, float, float, float, float, float]
_PLAIN: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_TURNED: dict[int, Matrix] = {90: (0, -1, 1, 0, 0, 0), 180: (-1, 0, 0, -1, 0, 0), 270: (0, 1, -1, 0, 0, 0)}  # fmt: skip


def pieces_of(page: Any, fonts: dict[object, Any]) -> list[Piece]:
    """The pieces of one page as they were drawn; `fonts` keeps what is known of the file's fonts."""
    turned = int(page.get("/Rotate", 0) or 0) % 360
    pen = _Pen(page.pdf, fonts)
    pen.walk(page, page.get("/Contents"), page.get("/Resources"), _TURNED.get(turned, _PLAIN), 0)
    ways = Counter[int]()
    for one in pen.strings:
        ways[one.way] += len(one.text)
    way = ways.most_common(1)[0][0] if ways else 0
    return list(_joined([_upright(one) for one in pen.strings if one.way == way]))


@dataclass(frozen=True, slots=True)
class _String:
    """What one operator drew; `way` is the direction in quarter turns, or -1 where it is aslant."""

    x: float
    y: float
    right: float
    size: float
    text: str
    face: str
    way: int


@dataclass(frozen=True, slots=True)
class _State:
    """What `q` keeps and `Q` brings back."""

    at: Matrix
    font: Any = None
    size: float = 12.0
    letters: float = 0.0  # Tc
    words: float = 0.0  # Tw
    wide: float = 1.0  # Tz
    lead: float = 0.0  # TL
    rise: float = 0.0  # Ts


class _Pen:
    """Follows the operators of a page and of the forms that it draws."""

    def __init__(self, pdf: Any, fonts: dict[object, Any]) -> None:
        self._pdf, self._fonts = pdf, fonts
        self._generic = importlib.import_module("pypdf.generic")
        self._font = importlib.import_module("pypdf.generic._font").Font
        self._forms = 0
        self.strings: list[_String] = []

    def walk(self, holder: Any, content: Any, resources: Any, at: Matrix, depth: int) -> None:
        """One content stream, the page's or a form's."""
        if content is None:
            return
        names = _dictionary(resources)
        stream = self._generic.ContentStream(_resolved(content), self._pdf, "bytes")
        state, kept, hidden = _State(at), list[_State](), list[bool]()
        text = line = _PLAIN
        for operands, operator in stream.operations:
            match operator:
                case b"q":
                    kept.append(state)
                case b"Q":
                    state = kept.pop() if kept else state
                case b"cm":
                    state = replace(state, at=_times(_matrix(operands), state.at))
                case b"BT":
                    text = line = _PLAIN
                case b"Tm":
                    text = line = _matrix(operands)
                case b"Td" | b"TD" | b"T*":
                    state, line = _moved(state, line, operator, operands)
                    text = line
                case b"Tf":
                    size = _number(operands, 1, state.size)
                    state = replace(state, font=self._known(names, operands), size=size)
                case b"Tc" | b"Tw" | b"Tz" | b"TL" | b"Ts":
                    state = _set(state, operator, _number(operands, 0, 0.0))
                case b"BMC" | b"BDC":
                    hidden.append(_is_head(operands, names))
                case b"EMC":
                    del hidden[-1:]
                case b"Do":
                    self._form(names, operands, state.at, depth)
                case b"Tj" | b"TJ" | b"'" | b'"':
                    if operator in {b"'", b'"'}:
                        state, line = _next_line(state, line, operator, operands)
                        text = line
                    text = self._show(state, text, operands[-1] if operands else (), any(hidden))
                case _:
                    pass

    def _known(self, names: Any, operands: Sequence[Any]) -> Any:
        own = _dictionary(names.get("/Font"))
        reference = own.raw_get(operands[0]) if operands and operands[0] in own else None
        if reference is None:
            return None
        key = getattr(reference, "idnum", None) or id(reference)
        if key not in self._fonts:
            self._fonts[key] = self._font.from_font_resource(_resolved(reference))
        return self._fonts[key]

    def _form(self, names: Any, operands: Sequence[Any], at: Matrix, depth: int) -> None:
        drawn = _dictionary(names.get("/XObject"))
        form = _resolved(drawn.get(operands[0])) if operands else None
        if form is None or form.get("/Subtype") != "/Form" or depth >= _DEEPEST:
            return
        self._forms += 1
        if self._forms <= _MOST_FORMS:
            inner = _times(_matrix(form.get("/Matrix", _PLAIN)), at)
            self.walk(form, form, form.get("/Resources", names), inner, depth + 1)

    def _show(self, state: _State, text: Matrix, shown: Any, hidden: bool) -> Matrix:
        """Draw a string, or strings and moves between them; where the pen is after it."""
        for one in (shown,) if isinstance(shown, bytes | str) else shown:
            if isinstance(one, int | float):
                moved = -float(one) / 1000 * state.size * state.wide
            elif isinstance(one, bytes) and state.font is not None:
                words, moved = _measured(state, one)
                if words.strip() and not hidden and state.font.interpretable:
                    self.strings.append(_placed(state, text, words, moved))
            else:
                continue
            text = _times((1, 0, 0, 1, moved, 0), text)
        return text


def _moved(
    state: _State, line: Matrix, operator: bytes, operands: Sequence[Any]
) -> tuple[_State, Matrix]:
    """The state and the line's beginning after a move."""
    across, up = (0.0, -state.lead) if operator == b"T*" else _pair(operands)
    if operator == b"TD":
        state = replace(state, lead=-up)
    return state, _times((1, 0, 0, 1, across, up), line)


def _next_line(
    state: _State, line: Matrix, operator: bytes, operands: Sequence[Any]
) -> tuple[_State, Matrix]:
    """The state and the line's beginning where a string is drawn on the next line."""
    if operator == b'"':
        state = replace(state, words=_number(operands, 0, 0.0), letters=_number(operands, 1, 0.0))
    return _moved(state, line, b"T*", ())


def _measured(state: _State, content: bytes) -> tuple[str, float]:
    """A string's characters, and how far they move the pen."""
    font = state.font
    if isinstance(font.encoding, str):
        raw = content.decode(font.encoding, "replace")
        named = list(raw)
    else:
        raw = content.decode("latin-1")
        named = [font.encoding.get(code, chr(code)) for code in content]
    wide = 0.0
    for one in raw:
        width = font.space_width if one == font.space_char else font.get_text_width(one)
        wide += float(width) / 1000 * state.size + state.letters
    if not isinstance(font.encoding, str):
        wide += content.count(b" ") * state.words
    return "".join(str(font.character_map.get(one, one)) for one in named), wide * state.wide


def _placed(state: _State, text: Matrix, words: str, moved: float) -> _String:
    a, b, c, d, x, y = _times((1, 0, 0, 1, 0, state.rise), _times(text, state.at))
    size = abs(state.size) * math.hypot(c, d)
    angle = math.degrees(math.atan2(b, a)) % 360
    way = round(angle / 90) % 4 if abs((angle + 45) % 90 - 45) < 5 else -1
    long = moved * math.hypot(a, b)
    return _String(x, y, long, round(size, 1) or 1.0, words, str(state.font.name).lower(), way)


def _upright(one: _String) -> _String:
    """A string of a page that was set sideways, as if the page were turned; `right` becomes a place."""
    x, y = {1: (one.y, -one.x), 2: (-one.x, -one.y), 3: (-one.y, one.x)}.get(one.way, (one.x, one.y))  # fmt: skip
    return replace(one, x=x, y=y, right=x + one.right)


def _joined(strings: Sequence[_String]) -> Iterator[Piece]:
    """Strings of one font that go on where the one before ended, as one piece, with the spaces between."""
    run: _String | None = None
    for one in strings:
        if run is not None:
            gap = (one.x - run.right) / run.size
            level = abs(one.y - run.y) < 0.05 * run.size
            same = one.face == run.face and abs(one.size - run.size) < 0.05 * run.size
            if level and same and _BACK < gap < _APART:
                bare = run.text[-1:].isspace() or one.text[:1].isspace()
                joint = " " if gap > _SPACE and not bare else ""
                run = replace(run, text=run.text + joint + one.text, right=one.right)
                continue
            yield _piece(run)
        run = one
    if run is not None:
        yield _piece(run)


def _piece(run: _String) -> Piece:
    return Piece(run.x, run.y, run.size, run.text, "bold" in run.face, run.right)


def _is_head(operands: Sequence[Any], names: Any) -> bool:
    """Whether marked content is what the file itself calls a running head, foot or number of a page."""
    if not operands or operands[0] != "/Artifact" or len(operands) < 2:
        return False
    about = operands[1]
    if not hasattr(about, "keys"):
        about = _dictionary(names.get("/Properties")).get(about)
    return bool(_dictionary(about).get("/Type") == "/Pagination")


def _set(state: _State, operator: bytes, to: float) -> _State:
    match operator:
        case b"Tc":
            return replace(state, letters=to)
        case b"Tw":
            return replace(state, words=to)
        case b"Tz":
            return replace(state, wide=to / 100)
        case b"TL":
            return replace(state, lead=to)
        case _:
            return replace(state, rise=to)


def _times(m: Matrix, n: Matrix) -> Matrix:
    return (
        m[0] * n[0] + m[1] * n[2], m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2], m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4], m[4] * n[1] + m[5] * n[3] + n[5],
    )  # fmt: skip


def _matrix(operands: Sequence[Any]) -> Matrix:
    a, b, c, d, e, f = (float(one) for one in operands[:6])
    return a, b, c, d, e, f


def _pair(operands: Sequence[Any]) -> tuple[float, float]:
    return _number(operands, 0, 0.0), _number(operands, 1, 0.0)


def _number(operands: Sequence[Any], at: int, otherwise: float) -> float:
    one = operands[at] if at < len(operands) else None
    return float(one) if isinstance(one, int | float) else otherwise


def _resolved(one: Any) -> Any:
    return one.get_object() if hasattr(one, "get_object") else one


def _dictionary(one: Any) -> Any:
    """The dictionary itself; an empty one where there is none."""
    found = _resolved(one)
    return found if hasattr(found, "raw_get") else _NONE


class _Nothing(dict[Any, Any]):
    """An empty dictionary of a PDF."""

    def raw_get(self, key: Any) -> Any:
        return self.get(key)


_NONE = _Nothing()
