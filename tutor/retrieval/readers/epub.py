"""E-books (EPUB): the chapters in reading order."""

import posixpath
from urllib.parse import unquote

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._text import decoded, title_of
from tutor.retrieval.readers._tree import Element, html_tree, xml_tree
from tutor.retrieval.readers._zip import Archive

_CONTAINER, _RIGHTS = "META-INF/container.xml", "META-INF/rights.xml"


def parse(content: bytes, name: str) -> ReadDocument:
    """The spine's pages with their headings one level down; its navigation is left out."""
    archive = Archive(content, name)
    if _CONTAINER not in archive:
        raise BadInput("This is no e-book.", where=name, do="Check the file's suffix.")
    if _RIGHTS in archive:
        raise BadInput("Its publisher has locked it (DRM).", where=name, do="Ask for an open copy.")
    container = xml_tree(archive.read(_CONTAINER), name)
    package = next((one.attributes.get("full-path", "") for one in container.all("rootfile")), "")
    book = xml_tree(archive.read(package), name)
    folder = posixpath.dirname(package)
    title = next((" ".join(one.words().split()) for one in book.all("title")), "")
    made: list[str] = []
    missing = 0
    for page in _spine(book, folder):
        if page not in archive:
            missing += 1
            continue
        root = html_tree(decoded(archive.read(page), name))
        text = to_markdown(next(root.all("body"), root), deeper=1, bold_heads=True).strip()
        if text:
            made.append(text)
    warnings = (f"{missing} chapters are missing from the file.",) if missing else ()
    return ReadDocument(
        title=title or title_of(name), text="\n\n".join(made) + "\n", warnings=warnings
    )


def _spine(book: Element, folder: str) -> list[str]:
    pages = {}
    for one in book.all("item"):
        about = one.attributes
        if (
            "html" in about.get("media-type", "")
            and "nav" not in about.get("properties", "").split()
        ):
            href = unquote(about.get("href", ""))
            pages[about.get("id", "")] = posixpath.normpath(posixpath.join(folder, href))
    order = [one.attributes.get("idref", "") for one in book.all("itemref")]
    return [pages[key] for key in order if key in pages]
