"""Writing Markdown out of a tree of HTML elements."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import zip_longest
from urllib.parse import urlsplit

from tutor.retrieval.readers._maths import of_mathml
from tutor.retrieval.readers._numbered import numbered, sign_in_html
from tutor.retrieval.readers._shown import is_left_out, is_note_mark
from tutor.retrieval.readers._spans import Cell, reach, spread
from tutor.retrieval.readers._text import escaped, heads, lowered, raised
from tutor.retrieval.readers._tree import Element, merged

_BLOCKS = frozenset([
    "p", "div", "section", "article", "main", "body", "html", "document", "header", "h1", "h2",
    "h3", "h4", "h5", "h6", "ul", "ol", "dl", "table", "pre", "blockquote", "figure",
    "figcaption", "hr", "address", "details", "summary", "fieldset", "center", "li", "dt", "dd",
])  # fmt: skip
_EMPHASIS = frozenset({"b", "strong", "i", "em"})
_BOLD = "\x01"  # begins a paragraph that is bold as a whole


@dataclass(slots=True)
class _Run:
    """Words gathered until a block ends them."""

    words: str = ""


def to_markdown(root: Element, *, deeper: int = 0, bold_heads: bool = False) -> str:
    """The tree as Markdown; headings go `deeper` levels down. What a reader does not see is left out.

    With `bold_heads` a line that is bold as a whole heads the words below it.
    """
    blocks = _blocks(root, deeper)
    return "\n\n".join(_headed(blocks) if bold_heads else map(_bold_words, blocks)) + "\n"


def _headed(blocks: list[str]) -> list[str]:
    """Bold lines that have words below them, as headings; all others as bold words."""
    made: list[str] = []
    level = 1
    for block, below in zip_longest(blocks, blocks[1:], fillvalue="#"):
        if found := re.match(r"#+ ", block):
            level = len(found[0]) - 1
        if block.startswith(_BOLD) and not below.startswith(("#", _BOLD)):
            made.append(f"{'#' * min(6, level + 1)} {block[1:]}")
        else:
            made.append(_bold_words(block))
    return made


def _bold_words(block: str) -> str:
    return f"**{block[1:]}**" if block.startswith(_BOLD) else block


def _blocks(one: Element, deeper: int) -> list[str]:
    made: list[str] = []
    run = _Run()

    def flush() -> None:
        if words := _tidy(run.words):
            made.append("\n".join(escaped(line) for line in words.split("\n")))
        run.words = ""

    for part in merged(one.content, _EMPHASIS):
        if isinstance(part, str):
            run.words += re.sub(r"\s+", " ", part)
        elif is_left_out(part):
            continue
        elif part.name in _BLOCKS:
            flush()
            made += _block(part, deeper)
        elif any(True for _ in part.all(*_BLOCKS)):
            flush()
            made += _blocks(part, deeper)
        else:
            run.words += _inline(part)
    flush()
    return made


def _block(one: Element, deeper: int) -> list[str]:
    match one.name:
        case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
            words = _tidy(_inside(one)).replace("\n", " ")
            return ["#" * min(6, int(one.name[1]) + deeper) + " " + words] if words else []
        case "ul" | "ol":
            lines = _list(one, 0, deeper)
            return ["\n".join(lines)] if lines else []
        case "table":
            return _table(one)
        case "pre":
            code = one.words().strip("\n")
            fence = "````" if "```" in code else "```"
            return [f"{fence}\n{code}\n{fence}"] if code.strip() else []
        case "blockquote":
            inner = "\n\n".join(map(_bold_words, _blocks(one, deeper)))
            return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []
        case "p" if words := _all_bold(one):
            return [_BOLD + words]
        case "dl":
            return ["\n\n".join(map(_bold_words, _blocks(one, deeper)))]
        case "dt":
            words = _tidy(_inside(one))
            return [f"**{words}**"] if words else []
        case "figcaption":
            words = _tidy(_inside(one))
            return (
                [f"Figure: {words}" if not words.lower().startswith("fig") else words]
                if words
                else []
            )
        case "hr":
            return []
        case _:
            return _blocks(one, deeper)


def _all_bold(one: Element) -> str:
    """The words of a paragraph that is bold as a whole, if they head something; "" else."""
    parts = [part for part in one.content if not isinstance(part, str) or part.strip()]
    if len(parts) != 1 or isinstance(parts[0], str) or parts[0].name not in {"b", "strong"}:
        return ""
    words = _tidy(_inside(parts[0]))
    return words if "\n" not in words and heads(words) else ""


def _list(one: Element, level: int, deeper: int) -> list[str]:
    lines: list[str] = []
    number = int(start) if (start := one.attributes.get("start", "1")).isdecimal() else 1
    sign = sign_in_html(one.attributes.get("type", ""))
    for item in (child for child in one.children if not is_left_out(child)):
        if item.name in {"ul", "ol"}:  # a list in a list, not in a point of it
            lines += _list(item, level + 1, deeper)
            continue
        if one.name == "ol" and (own := item.attributes.get("value", "")).isdecimal():
            number = int(own)
        mark = numbered(number, sign) if one.name == "ol" else "-"
        number += 1
        lines += _point(item, mark, level, deeper)
    return lines


def _point(item: Element, mark: str, level: int, deeper: int) -> list[str]:
    """A point of a list with the lists inside it, and what comes after those, in order."""
    lines: list[str] = []
    gathered: list[Element | str] = []

    def flush() -> None:
        own = Element("div", {}, list(gathered))
        gathered.clear()
        for block in map(_bold_words, _blocks(own, deeper)):
            whole = block.startswith(("|", "```"))  # a table or a program keeps its lines
            for line in block.split("\n") if whole else [block.replace("\n", " ")]:
                lines.append("   " * level + (f"   {line}" if lines else f"{mark} {line}"))

    for part in item.content:
        if isinstance(part, Element) and part.name in {"ul", "ol"}:
            flush()
            lines += _list(part, level + 1, deeper)
        else:
            gathered.append(part)
    flush()
    return lines


def _table(one: Element) -> list[str]:
    caption = next((_tidy(_inside(found)) for found in _own(one, {"caption"})), "")
    rows = spread(
        [
            Cell(_cell(cell), *(reach(cell.attributes.get(name, "")) for name in ("colspan", "rowspan")))
            for cell in row.children
            if cell.name in {"td", "th"}
        ]
        for row in _own(one, {"tr"})
    )  # fmt: skip
    return [*([f"Table: {caption}"] if caption else []), *table([row for row in rows if any(row)])]


def _own(one: Element, names: set[str]) -> Iterator[Element]:
    """Elements of these names inside a table that are not in another one inside it."""
    for child in one.children:
        if child.name in names:
            yield child
        if child.name != "table":  # a row whose end was left out holds the next one
            yield from _own(child, names)


def table(rows: list[list[str]]) -> list[str]:
    """Rows of cells as one Markdown table (none for no rows), the first row as its head."""
    if not rows:
        return []
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * width)
    return ["\n".join(lines)]


def _cell(one: Element) -> str:
    """A cell's words in one line; a table inside it as its cells one after the other."""
    parts: list[Element | str] = []
    for part in one.content:
        if isinstance(part, Element) and part.name == "table":
            inner = [_cell(cell) for row in _own(part, {"tr"}) for cell in row.children]
            parts.append(" " + "; ".join(filter(None, inner)).replace(r"\|", "|") + " ")
        else:
            parts.append(part)
    words = " ".join(map(_bold_words, _blocks(Element("div", {}, parts), 0)))
    return " ".join(words.split()).replace("|", r"\|")


def _inside(one: Element) -> str:
    return "".join(
        re.sub(r"\s+", " ", part) if isinstance(part, str) else _inline(part)
        for part in merged(one.content, _EMPHASIS)
    )


def _inline(one: Element) -> str:
    if is_left_out(one):
        return ""
    match one.name:
        case "br":
            return "\n"
        case "math":
            tex = of_mathml(one)
            block = one.attributes.get("display") == "block"
            return (f"$${tex}$$" if block else f"${tex}$") if tex else ""
        case "img":
            return _image(one)
        case "strong" | "b":
            return _marked(_inside(one), "**")
        case "em" | "i":
            return _marked(_inside(one), "*")
        case "code" | "kbd" | "samp" | "tt":
            return _marked(one.words(), "`")
        case "sub" | "sup":
            words = _inside(one)
            if words.strip() and any(is_note_mark(a) for a in one.all("a")):
                return ""
            return lowered(words) if one.name == "sub" else raised(words)
        case "a":
            return "" if is_note_mark(one) else _link(one)
        case _:
            return _inside(one)


def _marked(words: str, mark: str) -> str:
    bare = words.strip()
    if not bare:
        return words
    return words.replace(bare, f"{mark}{bare}{mark}", 1) if "$" not in bare else words


def _link(one: Element) -> str:
    words, target = _inside(one), one.attributes.get("href", "")
    if words.strip() and urlsplit(target).scheme in {"http", "https"} and ")" not in target:
        return f"[{words.strip()}]({target})"
    return words


def _image(one: Element) -> str:
    described = " ".join(one.attributes.get("alt", "").split())
    formula = one.attributes.get("data-equation-content", "").strip()  # as Canvas shows formulas
    if formula or described.startswith("LaTeX: "):
        return f"${formula or described.removeprefix('LaTeX: ')}$"
    return said_of_picture(described)


def said_of_picture(words: str) -> str:
    """A picture's description in a text; "" where it says nothing, or only what its file is called."""
    said = " ".join(words.split())
    named = said.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".svg", ".emf", ".wmf"))
    return f"(Image: {said})" if len(said) > 3 and not named else ""


def _tidy(words: str) -> str:
    lines = [" ".join(line.split()) for line in words.split("\n")]
    return "\n".join(line for line in lines if line)
