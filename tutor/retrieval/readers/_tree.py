"""A light tree of elements, made of HTML or of XML, with bounds on its size and depth."""

import re
from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, field
from html.parser import HTMLParser
from xml.parsers import expat

from tutor.errors import BadInput

_DEEPEST = 200
_MOST_ELEMENTS = 2_000_000
_EMPTY = frozenset(
    [
        "area",
        "base",
        "br",
        "col",
        "embed",
        "hr",
        "img",
        "input",
        "link",
        "meta",
        "source",
        "track",
        "wbr",
    ]
)
# An opening tag that ends an open one of the second set, as HTML allows leaving out end tags.
_CLOSES = {
    "li": {"li"}, "p": {"p"}, "tr": {"tr", "td", "th"}, "td": {"td", "th"}, "th": {"td", "th"},
    "dt": {"dt", "dd"}, "dd": {"dt", "dd"}, "option": {"option"},
}  # fmt: skip
for _block in [
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "ul",
    "ol",
    "table",
    "pre",
    "blockquote",
    "div",
    "section",
    "figure",
]:
    _CLOSES[_block] = {"p"}
_HOLDS = {"ul", "ol", "table", "dl", "body", "div", "section", "blockquote"}


@dataclass(slots=True)
class Element:
    """An element: its name without prefix, attributes (names without prefix) and content."""

    name: str
    attributes: dict[str, str] = field(default_factory=dict)
    content: "list[Element | str]" = field(default_factory=list)

    @property
    def children(self) -> "list[Element]":
        """The elements directly inside."""
        return [one for one in self.content if isinstance(one, Element)]

    def child(self, name: str) -> "Element | None":
        """The first element of that name directly inside."""
        return next((one for one in self.children if one.name == name), None)

    def all(self, *names: str) -> "Iterator[Element]":
        """Every element of these names inside, in order."""
        waiting = [self]
        while waiting:
            one = waiting.pop()
            if one.name in names and one is not self:
                yield one
            waiting.extend(reversed(one.children))

    def words(self) -> str:
        """All text inside, in order."""
        parts: list[str] = []
        waiting: list[Element | str] = [self]
        while waiting:
            one = waiting.pop()
            if isinstance(one, str):
                parts.append(one)
            else:
                waiting.extend(reversed(one.content))
        return "".join(parts)


def merged(content: Sequence[Element | str], names: Set[str]) -> Iterator[Element | str]:
    """The parts, those of one of these names that touch each other as one."""
    last: Element | None = None
    for part in content:
        if isinstance(part, Element) and last is not None and last.name == part.name:
            last = Element(last.name, last.attributes, [*last.content, *part.content])
            continue
        if last is not None:
            yield last
        last = part if isinstance(part, Element) and part.name in names else None
        if last is None:
            yield part
    if last is not None:
        yield last


class _Html(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.root = Element("document")
        self.open = [self.root]
        self.count = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        ends = _CLOSES.get(tag, set())
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name in ends:
                del self.open[at:]
                break
            if self.open[at].name in _HOLDS:
                break
        self.count += 1
        one = Element(tag, {name: value or "" for name, value in attrs})
        if self.count > _MOST_ELEMENTS:
            return
        self.open[-1].content.append(one)
        if tag not in _EMPTY and len(self.open) < _DEEPEST:
            self.open.append(one)

    def handle_endtag(self, tag: str) -> None:
        for at in range(len(self.open) - 1, 0, -1):
            if self.open[at].name == tag:
                del self.open[at:]
                return

    def handle_data(self, data: str) -> None:
        self.open[-1].content.append(data)


def html_tree(text: str) -> Element:
    """The tree of a page, however broken; what is nested too deeply becomes flat."""
    parser = _Html()
    parser.feed(text)
    parser.close()
    return parser.root


def xml_tree(content: bytes, name: str) -> Element:
    """The tree of an XML file; raises BadInput when it is damaged, declares entities or is too large."""
    parser = expat.ParserCreate()
    parser.buffer_text = True
    root = Element("document")
    opened, count = [root], 0

    def begin(tag: str, attributes: dict[str, str]) -> None:
        nonlocal count
        count += 1
        if count > _MOST_ELEMENTS or len(opened) > _DEEPEST:
            raise BadInput("It is built too deep or too large to be read safely.", where=name)
        one = Element(_bare(tag), {_bare(key): value for key, value in attributes.items()})
        opened[-1].content.append(one)
        opened.append(one)

    def entity(*_: object) -> None:
        raise BadInput(
            "It declares entities, which documents have no need of.",
            where=name,
            do="Save it again with another program.",
        )

    parser.StartElementHandler = begin
    parser.EndElementHandler = lambda _: opened.pop()
    parser.CharacterDataHandler = lambda data: opened[-1].content.append(data)
    parser.EntityDeclHandler = entity
    try:
        parser.Parse(content, True)
    except expat.ExpatError as broken:
        raise BadInput(f"It is damaged: {broken}.", where=name) from broken
    return root


def _bare(name: str) -> str:
    return re.split(r"[:}]", name)[-1]
