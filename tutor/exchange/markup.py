"""Texts between Meno's Markdown and other programs' HTML; maths is `$…$` here and `\\(…\\)` there."""

import html
import re

from markdown_it import MarkdownIt

from tutor.retrieval.opening import html_tree, to_markdown

_DOLLARS = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")
_PARENS = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$", re.DOTALL)
_KEPT = re.compile("\ue000(\\d+)\ue001")


def with_parens(text: str) -> str:
    """`$x$` as `\\(x\\)`, which is what Moodle and most players of QTI show as maths."""
    return _DOLLARS.sub(lambda found: f"\\({found[1]}\\)", text).replace("\\$", "$")


def with_dollars(text: str) -> str:
    """`\\(x\\)`, `\\[x\\]` and `$$x$$` as `$x$`; dollars that are money are escaped."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append((found[1] or found[2] or found[3]).strip())
        return f"\ue000{len(kept) - 1}\ue001"

    plain = _PARENS.sub(keep, text)
    plain = re.sub(r"(?<!\\)\$", r"\\$", plain)
    return _KEPT.sub(lambda found: f"${kept[int(found[1])]}$", plain).strip()


def to_html(text: str) -> str:
    """Markdown as XHTML."""
    kept: list[str] = []

    def keep(found: re.Match[str]) -> str:
        kept.append(html.escape(f"\\({found[1]}\\)", quote=False))
        return f"\ue000{len(kept) - 1}\ue001"

    shielded = _DOLLARS.sub(keep, text)
    made = MarkdownIt("commonmark", {"html": False, "xhtmlOut": True}).render(shielded).strip()
    return _KEPT.sub(lambda found: kept[int(found[1])], made)


def of_html(text: str) -> str:
    """HTML as Markdown."""
    return with_dollars(to_markdown(html_tree(text)))


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())
