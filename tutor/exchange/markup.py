"""Texts between Meno's Markdown and other programs' HTML; maths is `$…$` here and `\\(…\\)` there."""

import html
import re
from decimal import Decimal

from markdown_it import MarkdownIt

from tutor.retrieval.opening import html_tree, to_markdown

_DOLLARS = re.compile(r"(?<!\\)\$((?:[^$\\]|\\.)+)\$")
_PARENS = re.compile(r"\\\((.+?)\\\)|\\\[(.+?)\\\]|\$\$(.+?)\$\$", re.DOTALL)
_MONEY = "\ue002"
_WRITTEN = re.compile(
    rf"\\\((.+?)\\\)|\\\[(.+?)\\\]|{_MONEY}{_MONEY}(.+?){_MONEY}{_MONEY}", re.DOTALL
)
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
    """HTML as Markdown; dollars that stand in it are money or `$$x$$`, those of its formulas are maths."""
    tree = html_tree(text.replace("$", _MONEY))
    for one in tree.all("sub", "sup"):  # as a formula, which answers are read from
        words = one.words().strip()
        one.name, sign = "span", "_" if one.name == "sub" else "^"
        one.content = [f"${sign}{{{words}}}$"] if words else []
    made = to_markdown(tree)
    made = _WRITTEN.sub(lambda found: f"${(found[1] or found[2] or found[3]).strip()}$", made)
    return re.sub(r"\$\$(.+?)\$\$", r"$\1$", made, flags=re.DOTALL).replace(_MONEY, r"\$").strip()


def flat(text: str) -> str:
    """A text on one line."""
    return " ".join(text.split())


def plain_number(text: str) -> str:
    """A number without an exponent, “1e-05” as “0.00001”; any other text as it is."""
    found = text.strip()
    if not re.fullmatch(r"[-+]?(\d+\.?\d*|\.\d+)[eE][-+]?\d{1,2}", found):
        return found
    return format(Decimal(found), "f")


_TAGGED = re.compile(
    r"</?(p|br|b|i|u|em|strong|sub|sup|img|span|div|code|pre|[ou]l|li|table|a|h\d|font)\b[^<>]*>",
    re.IGNORECASE,
)


def perhaps_html(text: str) -> str:
    """Markdown of a text that may hold HTML, as most programs let it: known tags decide."""
    return of_html(text) if _TAGGED.search(text) else with_dollars(html.unescape(text))
