"""Writing Markdown out of a tree of HTML elements."""

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from tutor.retrieval.readers._maths import of_mathml
from tutor.retrieval.readers._text import escaped
from tutor.retrieval.readers._tree import Element

_LEFT_OUT = frozenset(
    [
        "script",
        "style",
        "noscript",
        "template",
        "nav",
        "footer",
        "aside",
        "form",
        "button",
        "select",
        "svg",
        "iframe",
        "object",
        "head",
        "audio",
        "video",
        "canvas",
        "dialog",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "section",
        "article",
        "main",
        "body",
        "html",
        "document",
        "header",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "dl",
        "table",
        "pre",
        "blockquote",
        "figure",
        "figcaption",
        "hr",
        "address",
        "details",
        "summary",
        "fieldset",
        "center",
        "li",
        "dt",
        "dd",
    ]
)
_HIDDEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|font-size\s*:\s*0(?:\D|$)|opacity\s*:\s*0(?:[^.\d]|$)"
)


@dataclass(slots=True)
class _Run:
    """Words gathered until a block ends them."""

    words: str = ""


def to_markdown(root: Element, *, deeper: int = 0) -> str:
    """The tree as Markdown; headings go `deeper` levels down. What a reader does not see is left out."""
    return "\n\n".join(_blocks(root, deeper)) + "\n"


def _blocks(one: Element, deeper: int) -> list[str]:
    made: list[str] = []
    run = _Run()

    def flush() -> None:
        if words := _tidy(run.words):
            made.append("\n".join(escaped(line) for line in words.split("\n")))
        run.words = ""

    for part in one.content:
        if isinstance(part, str):
            run.words += re.sub(r"\s+", " ", part)
        elif _is_left_out(part):
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
            inner = "\n\n".join(_blocks(one, deeper))
            return ["\n".join(f"> {line}".rstrip() for line in inner.split("\n"))] if inner else []
        case "dl":
            return ["\n\n".join(_blocks(one, deeper))]
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


def _list(one: Element, level: int, deeper: int) -> list[str]:
    lines: list[str] = []
    number = int(start) if (start := one.attributes.get("start", "1")).isdigit() else 1
    for item in (child for child in one.children if not _is_left_out(child)):
        mark = f"{number}." if one.name == "ol" else "-"
        number += 1
        nested = [child for child in item.children if child.name in {"ul", "ol"}]
        own = Element("div", {}, [part for part in item.content if part not in nested])
        words = " ".join(_blocks(own, deeper)).replace("\n", " ")
        if words:
            lines.append("   " * level + f"{mark} {words}")
        for inner in nested:
            lines += _list(inner, level + 1, deeper)
    return lines


def _table(one: Element) -> list[str]:
    caption = next((_tidy(_inside(found)) for found in one.all("caption")), "")
    rows = [
        [_cell(cell) for cell in row.children if cell.name in {"td", "th"}] for row in one.all("tr")
    ]
    return [*([f"Table: {caption}"] if caption else []), *table([row for row in rows if any(row)])]


def table(rows: list[list[str]]) -> list[str]:
    """Rows of cells as one Markdown table (none for no rows), the first row as its head."""
    if not rows:
        return []
    width = max(len(row) for row in rows)
    lines = ["| " + " | ".join([*row, *[""] * (width - len(row))]) + " |" for row in rows]
    lines.insert(1, "|" + "---|" * width)
    return ["\n".join(lines)]


def _cell(one: Element) -> str:
    return " ".join(" ".join(_blocks(one, 0)).split()).replace("|", r"\|")


def _inside(one: Element) -> str:
    return "".join(
        re.sub(r"\s+", " ", part) if isinstance(part, str) else _inline(part)
        for part in one.content
    )


def _inline(one: Element) -> str:
    if _is_left_out(one):
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
            words = _inside(one).strip()
            return f"${'_' if one.name == 'sub' else '^'}{{{words}}}$" if words else ""
        case "a":
            return _link(one)
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
    return f"(Image: {described})" if len(described) > 3 else ""


def _is_left_out(one: Element) -> bool:
    shown = one.attributes
    return (
        one.name in _LEFT_OUT
        or "hidden" in shown
        or shown.get("aria-hidden") == "true"
        or bool(_HIDDEN.search(shown.get("style", "").lower()))
        or shown.get("role") in {"navigation", "banner", "contentinfo", "search"}
    )


def _tidy(words: str) -> str:
    lines = [" ".join(line.split()) for line in words.split("\n")]
    return "\n".join(line for line in lines if line)
