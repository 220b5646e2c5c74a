"""Markdown with `$…$` maths and `[n]` citations to HTML that is safe to put on a page."""

import html
import re
from collections.abc import Mapping, MutableMapping, Sequence
from functools import lru_cache
from types import MappingProxyType
from typing import Any
from urllib.parse import quote

import nh3
from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from mdit_py_plugins.dollarmath import dollarmath_plugin

from tutor.channels.web import mathml as maths
from tutor.dialogue.messages import Citation
from tutor.retrieval.readers import spoken_place

LONGEST_REPLY = 20_000  # characters; more is shown as plain text
LONGEST_READING = 400_000

_TEXT = "p br em strong code pre ul ol li blockquote hr a sup sub h1 h2 h3 h4 h5 h6"
_TABLE = "table thead tbody tr th td"
_TAGS = {*_TEXT.split(), *_TABLE.split(), *maths.TAGS}
_ATTRIBUTES: dict[str, set[str]] = {
    **maths.ATTRIBUTES,
    "a": {"href", "class", "aria-label"},
    "ol": {"start"},
    **{f"h{level}": {"id"} for level in range(1, 7)},
}
_PAREN = re.compile(r"\\\((.{1,600}?)\\\)", re.DOTALL)
_BRACKET = re.compile(r"\\\[(.{1,600}?)\\\]", re.DOTALL)
_CODE = re.compile(r"(```.*?(?:```|\Z)|`[^`\n]*`)", re.DOTALL)
_CITED = re.compile(r"\[(\d{1,3})\]")

_SCROLLER = '<div class="sideways" role="region" aria-label="{}" tabindex="0">'
_FORMULA = re.compile(r"(<p><math(?:(?!</math>).){400,}</math></p>)", re.DOTALL)

Links = tuple[tuple[int, str, str], ...]  # citation number, address, what it is called


def reply_html(text: str, links: Links = ()) -> str:
    """A tutor's text as HTML. `[n]` becomes a link when `links` knows n; no other links are made."""
    if len(text) > LONGEST_REPLY:
        return f"<p>{html.escape(text)}</p>"
    return _reply(text, links)


@lru_cache(maxsize=4096)
def _reply(text: str, links: Links) -> str:
    addresses = MappingProxyType({number: (url, name) for number, url, name in links})
    return _clean(_REPLY.render(_normalised(text), {"links": addresses}))


@lru_cache(maxsize=2048)
def inline_html(text: str) -> str:
    """One line of Markdown without a paragraph around it."""
    if len(text) > LONGEST_REPLY:
        return html.escape(text)
    return _clean(_REPLY.renderInline(_normalised(text), {}))


def reading_html(text: str, anchors: Sequence[str] = ()) -> str:
    """A reading's text as HTML; its headings get the `anchors` in order."""
    if len(text) > LONGEST_READING:
        return f"<pre>{html.escape(text)}</pre>"
    made = _clean(_READING.render(_normalised(text), {"anchors": iter(anchors)}))
    # What is wide scrolls by itself, with the keyboard as well, rather than the whole page.
    made = _FORMULA.sub(rf"{_SCROLLER.format('Formula')}\1</div>", made)
    table = _SCROLLER.format("Table") + "<table>"
    return made.replace("<table>", table).replace("</table>", "</table></div>")


def links_of(citations: Sequence[Citation], course: str) -> Links:
    """Where each citation opens: the reading, its passage marked, at its heading."""
    return tuple((c.number, citation_url(c, course), f"{c.title}, {c.heading}") for c in citations)


def citation_url(cited: Citation, course: str) -> str:
    """The address of a cited passage on the page of its reading."""
    anchor = quote(cited.anchor) if cited.anchor else "passage"
    return f"{document_url(cited.document, course)}?p={quote(cited.passage, safe='')}#{anchor}"


def place_name(cited: Citation) -> str:
    """What the cited place is called, by the kind of its document; "" where it has none."""
    if cited.page is None:
        return ""
    suffix = cited.document.rpartition(".")[2].lower()
    kind = {"pptx": "slide", "pptm": "slide", "odp": "slide", "srt": "second", "vtt": "second"}.get(
        suffix, "page"
    )
    return spoken_place(kind, cited.page)


def document_url(document: str, course: str) -> str:
    """The address of a document's page within the course."""
    own = f"{course}/readings/"
    if document.startswith(own):
        return f"/c/{quote(course)}/readings/{quote(document.removeprefix(own))}"
    return f"/c/{quote(course)}/documents/{quote(document)}"


def _normalised(text: str) -> str:
    """The text with `\\(…\\)` and `\\[…\\]` written as `$…$`, outside code."""
    if "\\(" not in text and "\\[" not in text:
        return text
    parts = _CODE.split(text)
    for at in range(0, len(parts), 2):
        mended = _PAREN.sub(lambda m: f"${m.group(1).strip()}$", parts[at])
        parts[at] = _BRACKET.sub(lambda m: f"\n\n$$\n{m.group(1).strip()}\n$$\n\n", mended)
    return "".join(parts)


def _clean(made: str) -> str:
    return nh3.clean(
        made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "http"}, link_rel=None
    )


# ── the two kinds of Markdown ────────────────────────────────────────────────────────────────


def _maths(content: str, options: Mapping[str, Any]) -> str:
    return maths.mathml(content, display=bool(options.get("display_mode")))


def _cite(state: StateInline, silent: bool) -> bool:
    """`[n]` becomes a token of its own when the reply has a citation n."""
    found = _CITED.match(state.src, state.pos)
    links: Mapping[int, tuple[str, str]] = state.env.get("links", {})
    if found is None or int(found[1]) not in links:
        return False
    if not silent:
        token = state.push("cite", "", 0)
        token.content = found[1]
    state.pos = found.end()
    return True


def _cited(
    self: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    number = tokens[at].content
    url, name = env["links"][int(number)]
    label = html.escape(f"{number}: {name}")  # in no language: the title says the rest
    return f'<sup><a class="cite" href="{html.escape(url)}" aria-label="{label}">{number}</a></sup>'


def _heading(
    self: RendererHTML,
    tokens: Sequence[Token],
    at: int,
    options: Any,
    env: MutableMapping[str, Any],
) -> str:
    anchor = next(env.get("anchors", iter(())), "")
    name = f' id="{html.escape(anchor)}"' if anchor else ""
    return f"<{tokens[at].tag}{name}>"


def _parser() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": False, "breaks": False})
    made.use(dollarmath_plugin, allow_digits=False, allow_space=False, renderer=_maths)
    return made.enable("table").disable(["image", "html_block", "html_inline"])


def _reply_parser() -> MarkdownIt:
    made = _parser().disable(["link", "autolink", "reference", "heading", "lheading"])
    made.inline.ruler.before("escape", "cite", _cite)
    made.add_render_rule("cite", _cited)
    return made


def _reading_parser() -> MarkdownIt:
    made = _parser()
    made.add_render_rule("heading_open", _heading)
    return made


_REPLY = _reply_parser()
_READING = _reading_parser()
