"""CNXML modules (OpenStax): objectives, sections, formulas, figures with captions, exercises with solutions."""

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._numbered import sign_of
from tutor.retrieval.readers._text import title_of
from tutor.retrieval.readers._tree import Element, xml_tree

# Elements that HTML calls otherwise; those not named here keep their name or are passed through.
_NAMES = {
    "para": "p", "emphasis": "em", "term": "strong", "newline": "br", "quote": "blockquote",
    "footnote": "span", "foreign": "em", "cite": "em", "preformat": "pre", "label": "span",
    "thead": "thead", "tbody": "tbody", "tfoot": "tbody", "row": "tr", "entry": "td",
}  # fmt: skip
_BOXES = {
    "example": "Example", "exercise": "Exercise", "problem": "", "solution": "Solution",
    "note": "", "rule": "Rule", "statement": "", "proof": "Proof", "injected-exercise": "Exercise",
    "commentary": "Commentary",
}  # fmt: skip


def parse(content: bytes, name: str) -> ReadDocument:
    """The module's abstract, content and glossary; other metadata are left out."""
    root = xml_tree(content, name)
    module = next(root.all("document"), None)
    body = module.child("content") if module else None
    if module is None or body is None:
        raise BadInput(
            "This XML is no CNXML module.", where=name, do="Save it as one of the known formats."
        )
    _name_links(module)
    heading = module.child("title")
    title = _line(heading) if heading else ""
    parts = [*_abstract(module, body), *(_of(child, 2) for child in body.children)]
    if glossary := module.child("glossary"):
        parts += [Element("h2", {}, ["Glossary"]), *(_of(one, 2) for one in glossary.children)]
    text = to_markdown(Element("document", {}, [Element("h1", {}, [title]), *parts]))
    return ReadDocument(title=title or title_of(name), text=text)


def _abstract(module: Element, body: Element) -> "list[Element | str]":
    """What the module says of itself: objectives under a heading of their own, or a paragraph.

    Left out where it is a lead without its list, or where the content says the same.
    """
    about = module.child("metadata")
    abstract = about.child("abstract") if about else None
    words = _line(abstract) if abstract else ""
    if abstract is None or not words or words in _line(body):
        return []
    goals = [_line(item) for item in abstract.all("item")]
    if not goals:
        return [] if words.endswith(":") else [Element("p", {}, _inside(abstract, 2))]
    if all(goal in _line(body) for goal in goals):
        return []
    return [Element("h2", {}, ["Learning objectives"]), *_inside(abstract, 2)]


def _name_links(module: Element) -> None:
    """Give links without words, which the publisher's program numbers, a word of their own."""
    words = {"figure": "the figure", "table": "the table", "equation": "the equation",
             "example": "the example", "section": "the section", "exercise": "the exercise"}  # fmt: skip
    kinds = {one.attributes["id"]: one.name for one in module.all(*words) if "id" in one.attributes}
    for link in module.all("link"):
        if not link.words().strip():
            kind = kinds.get(link.attributes.get("target-id", ""), "")
            link.content = [words.get(kind, "there")]


def _of(one: Element, level: int) -> Element:
    """The element as HTML; `level` is that of the next section's heading."""
    match one.name:
        case "math":
            return one
        case "section":
            return _titled(one, level)
        case "list":
            return _list(one, level)
        case "equation":
            shown = [
                Element("math", {**part.attributes, "display": "block"}, part.content)
                if isinstance(part, Element) and part.name == "math"
                else part
                for part in _inside(one, level)
            ]
            return Element("p", {}, shown)
        case "figure" | "subfigure":
            return _figure(one, level)
        case "media":
            about = {"alt": one.attributes.get("alt", "")}
            return Element("img", about) if about["alt"] else Element("span")
        case "table":
            return _table(one, level)
        case "code":
            block = one.attributes.get("display") == "block"
            return Element("pre" if block else "code", {}, [one.words()])
        case "definition":
            return _definition(one, level)
        case "link":
            return Element("a", {"href": one.attributes.get("url", "")}, _inside(one, level))
        case "footnote":  # where it stands, set apart from the word before it
            return Element("span", {}, [" (", *_inside(one, level), ")"])
        case "sup" | "sub":
            return Element(one.name, {}, _inside(one, level))
        case name if name in _BOXES:
            return _box(one, level)
        case name:
            return Element(_NAMES.get(name, "span"), {}, _inside(one, level))


def _inside(one: Element, level: int, *without: str) -> "list[Element | str]":
    return [
        part if isinstance(part, str) else _of(part, level)
        for part in one.content
        if isinstance(part, str) or part.name not in without
    ]


def _titled(one: Element, level: int) -> Element:
    heading = one.child("title")
    made: list[Element | str] = []
    if heading:
        made.append(Element(f"h{min(level, 6)}", {}, _inside(heading, level)))
    return Element("section", {}, [*made, *_inside(one, level + 1, "title")])


def _box(one: Element, level: int) -> Element:
    heading = one.child("title")
    label = _line(heading) if heading else _BOXES[one.name]
    head: list[Element | str] = (
        [Element("p", {}, [Element("strong", {}, [label])])] if label else []
    )
    return Element("div", {}, [*head, *_inside(one, level, "title", "label")])


def _list(one: Element, level: int) -> Element:
    counts = one.attributes.get("list-type") == "enumerated"
    items: list[Element | str] = [
        Element("li", {}, _inside(child, level)) for child in one.children if child.name == "item"
    ]
    sign = {"type": str(sign_of(one.attributes.get("number-style", "")))}
    made = Element("ol", sign, items) if counts else Element("ul", {}, items)
    heading = one.child("title")
    return Element("div", {}, [Element("p", {}, [_line(heading)]), made]) if heading else made


def _figure(one: Element, level: int) -> Element:
    made = _inside(one, level, "caption", "title", "label")
    said = [part for part in (one.child("title"), one.child("caption")) if part]
    if said:
        words = [
            *_inside(said[0], level),
            *(p for part in said[1:] for p in (". ", *_inside(part, level))),
        ]
        made.append(Element("figcaption", {}, words))
    return Element("figure", {}, made)


def _table(one: Element, level: int) -> Element:
    caption = one.child("title") or one.child("caption")
    head: list[Element | str] = [Element("caption", {}, _inside(caption, level))] if caption else []
    rows: list[Element | str] = [
        Element(
            "tr",
            {},
            [Element("td", _reach(cell, one), _inside(cell, level)) for cell in row.children],
        )
        for row in one.all("row")
    ]
    return Element("table", {}, [*head, *rows])


def _reach(cell: Element, table: Element) -> dict[str, str]:
    """Over how many rows and columns a cell reaches, as HTML says it."""
    told = cell.attributes
    names = [one.attributes.get("colname", "") for one in table.all("colspec")]
    more = told.get("morerows", "")
    made = {"rowspan": str(int(more) + 1)} if more.isdecimal() else {}
    first, last = told.get("namest", ""), told.get("nameend", "")
    if first in names and last in names:
        made["colspan"] = str(names.index(last) - names.index(first) + 1)
    return made


def _definition(one: Element, level: int) -> Element:
    term = one.child("term")
    made: list[Element | str] = [Element("strong", {}, [_line(term)]), ": "] if term else []
    for meaning in one.children:
        if meaning.name == "meaning":
            made += [*_inside(meaning, level), " "]
    return Element("p", {}, made)


def _line(one: Element) -> str:
    return " ".join(one.words().split())
