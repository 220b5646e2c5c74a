"""The elements of LibreOffice's files as those of a page, from which Markdown is written."""

from collections.abc import Callable

from tutor.retrieval.readers._opendocument import Opened, Style
from tutor.retrieval.readers._tree import Element, merged

# What is not shown: comments, deleted text, directories, declarations, phonetic signs, controls.
_LEFT_OUT = frozenset([
    "annotation", "annotation-end", "tracked-changes", "table-of-content", "illustration-index",
    "table-index", "object-index", "user-index", "alphabetical-index", "forms", "sequence-decls",
    "variable-decls", "user-field-decls", "ruby-text", "hidden-text", "hidden-paragraph", "script",
    "notes", "covered-table-cell", "bibliography-configuration",
    "note-citation", "event-listeners", "shapes",
])  # fmt: skip
_ABOUT = {"title", "desc"}  # what is said of a shape; among words a title is the document's
_IN_TEXT = {"p", "h", "span", "a"}
_ROWS = {"table-header-rows", "table-rows", "table-row-group"}
_SHAPES = {"custom-shape", "rect", "ellipse", "circle", "polygon", "path", "caption", "text-box"}
_MOST_REPEATED = 50  # times that a cell or row may be said again


class Words:
    """Turns elements into those of a page; what hangs on a block waits until it is fetched."""

    def __init__(self, opened: Opened) -> None:
        self._opened = opened
        self._hanging: list[Element | str] = []
        self._notes = 0
        self._counts: dict[str, int] = {}  # the last number of each list's style
        self.struck = False  # whether words were left out because they are struck out

    def hanging(self) -> list[Element | str]:
        """The notes and boxes that hang on what was read since they were last fetched."""
        found, self._hanging = self._hanging, []
        return found

    def inside(self, one: Element) -> list[Element | str]:
        """What an element holds."""
        return [
            made
            for part in one.content
            if isinstance(part, str) or part.name not in _ABOUT or one.name in _IN_TEXT
            for made in ([part] if isinstance(part, str) else self.of(part))
        ]

    def of(self, one: Element) -> list[Element | str]:
        """One element; nothing where it is not shown."""
        made = _BY_NAME.get(one.name)
        if one.name in _LEFT_OUT or one.attributes.get("display") == "none":
            return []
        return made(self, one) if made else self.inside(one)

    def _left_out(self, style: Style) -> bool:
        self.struck |= style.struck
        return style.struck or style.hidden

    def _heading(self, one: Element) -> list[Element | str]:
        level = one.attributes.get("outline-level", "1")
        deep = int(level) if level.isdecimal() else 1
        return [Element(f"h{min(deep + 1, 6)}", {}, self.inside(one))]

    def _paragraph(self, one: Element) -> list[Element | str]:
        style = self._opened.style("paragraph", one)
        if self._left_out(style):
            return []
        content = self.inside(one)
        if style.title:
            return [Element("h1", {}, content)]
        if style.code:
            return [Element("pre", {}, [*(_with_lines(part) for part in content), "\n"])]
        if style.caption == "Figure":
            return [Element("figcaption", {}, content)]
        if style.caption and not "".join(map(_plain, content)).startswith("Table"):
            content = [f"{style.caption}: ", *content]
        if _is_formula(content):
            content = [
                Element("math", {"display": "block"}, part.content)
                for part in content
                if isinstance(part, Element)
            ]
        if style.bold or self._all_bold(one):
            content = [Element("strong", {}, content)]
        return [Element("p", {}, content)]

    def _all_bold(self, one: Element) -> bool:
        words = [part for part in one.content if not isinstance(part, str) or part.strip()]
        return bool(words) and all(
            isinstance(part, Element)
            and part.name == "span"
            and self._opened.style("text", part).bold
            for part in words
        )

    def _span(self, one: Element) -> list[Element | str]:
        style = self._opened.style("text", one)
        if self._left_out(style):
            return []
        content = self.inside(one)
        return [Element(style.height, {}, content)] if style.height else content

    def _note(self, one: Element) -> list[Element | str]:
        body = one.child("note-body")
        if body:
            self._notes += 1
            at = self._notes
            words = self.inside(body)
            self._hanging.append(Element("p", {}, [f"[{at}] ", *_in_line(words)]))
        return []

    def _box(self, one: Element) -> list[Element | str]:
        content = merged(self.inside(one), {"ul", "ol"})  # on slides each depth is a list
        self._hanging.append(Element("div", {}, list(content)))
        return []

    def _frame(self, one: Element) -> list[Element | str]:
        """A picture's description or a formula where it stands; a box after its paragraph."""
        for part in one.all("object"):
            if formula := self._opened.formula(part):
                return [Element("math", {}, formula.content)]
        told = [
            word
            for part in one.children
            if part.name in {"title", "desc"}
            for word in [part.words()]
        ]
        if one.child("image"):
            return [Element("img", {"alt": max(told, key=len, default="")}), *self.inside(one)]
        return self.inside(one)  # fmt: skip

    def _list(self, one: Element, depth: int = 1, style: str = "") -> list[Element | str]:
        if any(True for _ in one.all("h")):  # headings that are numbered
            return self.inside(one)
        style = one.attributes.get("style-name", "") or style
        mark = self._opened.marks.get(style, {}).get(depth)
        first = mark.start if mark else 1
        goes_on = (
            "continue-list" in one.attributes or one.attributes.get("continue-numbering") == "true"
        )
        if goes_on and depth == 1:
            first = self._counts.get(style, first - 1) + 1
        points: list[Element | str] = []
        at = first - 1
        for point in one.children:
            own = point.attributes.get("start-value", "")
            at = int(own) if own.isdecimal() else at + 1
            content = [
                made
                for part in point.children
                for made in (
                    self._list(part, depth + 1, style) if part.name == "list" else self.of(part)
                )
            ]
            if content:
                points.append(Element("li", {"value": str(at)}, content))
            else:
                at -= 1
        if depth == 1:
            self._counts[style] = at
        about = {"type": str(mark.sign)} if mark else {}
        return [Element("ol" if mark else "ul", about, points)]  # fmt: skip

    def _table(self, one: Element) -> list[Element | str]:
        return [Element("table", {}, list(self._rows(one)))]

    def _rows(self, one: Element) -> list[Element]:
        rows: list[Element] = []
        for child in one.children:
            if child.name in _ROWS:
                rows += self._rows(child)
            elif child.name == "table-row":
                cells = [cell for part in child.children for cell in self._cells(part)]
                rows += [Element("tr", {}, list(cells))] * _times(child, "number-rows-repeated")
        return rows

    def _cells(self, one: Element) -> list[Element]:
        if one.name != "table-cell":
            return []
        about = {
            "colspan": one.attributes.get("number-columns-spanned", ""),
            "rowspan": one.attributes.get("number-rows-spanned", ""),
        }
        return [Element("td", about, _unmarked(self.inside(one)))] * _times(
            one, "number-columns-repeated"
        )

    def _spaces(self, one: Element) -> list[Element | str]:
        return [" " * _times(one, "c")]

    def _line_break(self, one: Element) -> list[Element | str]:
        return [Element("br")]

    def _link(self, one: Element) -> list[Element | str]:
        return [Element("a", {"href": one.attributes.get("href", "")}, self.inside(one))]


_BY_NAME: dict[str, Callable[[Words, Element], list[Element | str]]] = {
    "h": Words._heading, "p": Words._paragraph, "span": Words._span, "note": Words._note,
    "list": Words._list, "table": Words._table, "frame": Words._frame, "s": Words._spaces,
    "a": Words._link, "tab": Words._spaces, "line-break": Words._line_break,
    **dict.fromkeys(_SHAPES, Words._box),
}  # fmt: skip


def _times(one: Element, name: str) -> int:
    said = one.attributes.get(name, "1")
    return min(int(said), _MOST_REPEATED) if said.isdecimal() else 1


def _plain(one: Element | str) -> str:
    return one if isinstance(one, str) else one.words()


def _is_formula(content: list[Element | str]) -> bool:
    """Whether nothing else stands in a paragraph."""
    said = [one for one in content if not isinstance(one, str) or one.strip()]
    return bool(said) and all(isinstance(one, Element) and one.name == "math" for one in said)


def _unmarked(parts: list[Element | str]) -> list[Element | str]:
    """Blocks whose words are not bold: in a table that is the look of its head."""
    made = list[Element | str]()
    for part in parts:
        if isinstance(part, Element):
            inner = part.content if part.name == "strong" else _unmarked(part.content)
            made += inner if part.name == "strong" else [Element(part.name, part.attributes, inner)]
        else:
            made.append(part)
    return made


def _with_lines(one: Element | str) -> Element | str:
    return "\n" if isinstance(one, Element) and one.name == "br" else one


def _in_line(parts: list[Element | str]) -> list[Element | str]:
    """Paragraphs as words of one."""
    return [
        word
        for part in parts
        for word in ([*part.content, " "] if isinstance(part, Element) and part.name == "p" else [part])
    ]  # fmt: skip
