"""Common Cartridges (LMS exports): pages, files by their own readers, quizzes, links, discussions."""

import posixpath
from collections.abc import Iterator
from urllib.parse import unquote, urlsplit

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument, known_suffixes, parser_for
from tutor.retrieval.readers._markdown import to_markdown
from tutor.retrieval.readers._qti import questions
from tutor.retrieval.readers._text import deeper, escaped, title_of
from tutor.retrieval.readers._tree import Element, html_tree, xml_tree
from tutor.retrieval.readers._zip import Archive

_MANIFEST = "imsmanifest.xml"
_MOST_FILES = 2_000
_MOST_CHARACTERS = 12_000_000
_MOST_WARNINGS = 50
_NESTED = {"imscc"}  # what is never opened inside
_DEEPEST = 4  # levels of headings that a cartridge's folders may use
_TOLD = ("topic", "assignment")
_END = "<!-- page: 0 -->"


def parse(content: bytes, name: str) -> ReadDocument:
    """The organization's items in order, then resources that it does not name."""
    archive = Archive(content, name)
    if _MANIFEST not in archive:
        raise BadInput("This is no Common Cartridge.", where=name, do="Check the file's suffix.")
    manifest = xml_tree(archive.read(_MANIFEST), name)
    package = _Package(archive, manifest, name)
    made = list(package.blocks())
    warnings = list(package.warnings)
    if package.quizzes:
        warnings.append(
            f"It holds {package.quizzes} quiz questions with their answers, which learners can "
            "find and read. Remove it if they are to be a test."
        )
    return ReadDocument(
        title=_title(manifest) or title_of(name),
        text="\n\n".join(made) + "\n",
        places=package.files,
        warnings=tuple(warnings),
    )


class _Package:
    """Goes through the manifest and writes what its resources hold."""

    def __init__(self, archive: Archive, manifest: Element, name: str) -> None:
        self._archive = archive
        self._name = name
        self._manifest = manifest
        self._resources = {
            one.attributes.get("identifier", ""): one for one in manifest.all("resource")
        }
        self._done: set[str] = set()
        self._size = 0
        self.files = 0
        self.quizzes = 0
        self.warnings: list[str] = []

    def blocks(self) -> Iterator[str]:
        """Everything, as Markdown."""
        for organization in self._manifest.all("organization"):
            for item in organization.children:
                yield from self._item(item, 2)
        for key, resource in self._resources.items():
            if key not in self._done and "learning-application" not in _kind(resource):
                yield from self._resource(key, "", 2)

    def _item(self, item: Element, level: int) -> Iterator[str]:
        if item.name != "item":
            return
        label = _child_words(item, "title")
        key = item.attributes.get("identifierref", "")
        inner = [one for one in item.children if one.name == "item"]
        if key:
            if key not in self._resources:
                self._warn(f"{label or key}: the cartridge names it and does not hold it.")
            yield from self._resource(key, label, level)
        elif label:
            yield f"{'#' * level} {label}"
        for one in inner:
            yield from self._item(one, min(level + bool(label), _DEEPEST))

    def _resource(self, key: str, label: str, level: int) -> Iterator[str]:
        resource = self._resources.get(key)
        if resource is None or key in self._done:
            return
        self._done.add(key)
        kind = _kind(resource)
        for path in _files(resource):
            if path.startswith(("/", "..")):
                self._warn(f"{path}: it leads out of the cartridge and was left out.")
                continue
            self.files += 1
            if self.files > _MOST_FILES:
                raise BadInput(f"It holds more than {_MOST_FILES:,} files.", where=self._name)
            text, title = self._read(path, kind)
            if not text:
                continue
            self._size += len(text)
            if self._size > _MOST_CHARACTERS:
                raise BadInput("It holds more text than can be read.", where=self._name)
            heading = label or title
            yield f"{'#' * level} {heading}"
            yield deeper(text, level, heading)
            yield _END
            label = ""

    def _read(self, path: str, kind: str) -> tuple[str, str]:
        """A file's text and its title; empty, with a warning, when there is none."""
        suffix = posixpath.splitext(path)[1].lower().removeprefix(".")
        try:
            if "imsqti" in kind or "assessment" in kind:
                text, title, count = questions(xml_tree(self._archive.read(path), path))
                self.quizzes += count
                return text, title or title_of(path)
            if suffix == "xml":
                text, title = _described(xml_tree(self._archive.read(path), path))
                if not text and "learning-application" not in kind:
                    self._warn(f"{path}: nothing of it can be read (an outside tool, or settings).")
                return text, title
            if suffix not in known_suffixes() or suffix in _NESTED:
                self._warn(f"{path}: files of this kind are not read.")
                return "", ""
            read = parser_for(path)(self._archive.read(path), path)
        except BadInput as unread:
            self._warn(f"{path}: {unread.what}")
            return "", ""
        self.warnings += [f"{path}: {warning}" for warning in read.warnings]
        return read.text, read.title

    def _warn(self, said: str) -> None:
        if len(self.warnings) < _MOST_WARNINGS:
            self.warnings.append(said)


def _kind(resource: Element) -> str:
    return resource.attributes.get("type", "").lower()


def _files(resource: Element) -> list[str]:
    """The paths of a resource; some may lead out of the archive."""
    named = [resource.attributes.get("href", "")]
    if not named[0] or "webcontent" not in _kind(resource):
        named += [one.attributes.get("href", "") for one in resource.all("file")]
    paths = [posixpath.normpath(unquote(one.partition("?")[0])) for one in named if one]
    return [one for one in dict.fromkeys(paths) if one != "."]


def _described(root: Element) -> tuple[str, str]:
    """A web link, a discussion topic or an assignment; other XML is none of a learner's business."""
    if link := next(root.all("webLink"), None):
        title = _child_words(link, "title")
        url = next((one.attributes.get("href", "") for one in link.all("url")), "")
        safe = urlsplit(url).scheme in {"http", "https"}
        return (f"[{title or url}]({_in_brackets(url)})" if safe else ""), title
    topic = root if root.name in _TOLD else next(root.all(*_TOLD), None)
    if topic is not None:
        text = next((one.words() for one in topic.all("text")), "")
        return to_markdown(html_tree(text)), _child_words(topic, "title")
    return "", ""


def _in_brackets(url: str) -> str:
    """An address as it may stand between the brackets of Markdown."""
    return url.translate({ord(sign): f"%{ord(sign):02X}" for sign in "()<> \t\n"})


def _child_words(one: Element, name: str) -> str:
    found = one.child(name)
    return escaped(" ".join(found.words().split())) if found else ""


def _title(manifest: Element) -> str:
    about = next(manifest.all("metadata"), None)
    title = next(about.all("title"), None) if about else None
    return " ".join(title.words().split()) if title else ""
