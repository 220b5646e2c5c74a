"""Web pages: the main part with its headings, lists, tables, formulas and captions."""

import re

from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._text import decoded, title_of
from tutor.retrieval.readers._tree import Element, html_tree

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?\s*([\w-]+)", re.IGNORECASE)


def parse(content: bytes, name: str) -> ReadDocument:
    """The `main` or only `article` where there is one, else the body; scripts never run."""
    root = html_tree(_text(content, name))
    heading = next((_words(one) for one in root.all("h1") if _words(one)), "")
    title = next((_words(one) for one in root.all("title") if _words(one)), "")
    articles = list(root.all("article"))
    main = next(root.all("main"), None) or (articles[0] if len(articles) == 1 else None)
    return ReadDocument(
        title=heading or title or title_of(name),
        text=to_markdown(main or next(root.all("body"), None) or root, bold_heads=True),
    )


def _text(content: bytes, name: str) -> str:
    declared = _DECLARED.search(content[:2000])
    if declared and declared.group(1).lower() not in {b"utf-8", b"utf8", b"utf-16"}:
        try:
            return content.decode(declared.group(1).decode("ascii"), errors="replace")
        except LookupError:
            pass
    return decoded(content, name)


def _words(one: Element) -> str:
    return " ".join(one.words().split())
