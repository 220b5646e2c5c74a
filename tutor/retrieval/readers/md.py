"""Markdown, with or without front matter."""

import re

import yaml

from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._comments import without_comments
from tutor.retrieval.readers._text import decoded, title_of

_FRONT = re.compile(r"\A---\n(.*?)\n---[ \t]*(?:\n|\Z)", re.DOTALL)
_SETEXT = re.compile(r"^(?![#>\-*+|\s])(\S.*)\n(=+|-{3,})[ \t]*$", re.MULTILINE)
_FIRST = re.compile(r"^#[ \t]+(.+?)[ \t]*#*$", re.MULTILINE)


def parse(content: bytes, name: str) -> ReadDocument:
    """The text as it stands, underlined headings made `#` ones; title from front matter or heading."""
    text = decoded(content, name)
    title = ""
    warnings: tuple[str, ...] = ()
    if front := _FRONT.match(text):
        text = text[front.end() :]
        try:
            fields = yaml.safe_load(front.group(1))
        except yaml.YAMLError:
            fields, warnings = None, ("Its front matter is no YAML and was left out.",)
        if isinstance(fields, dict):
            title = str(fields.get("title") or "")
    text = without_comments(text)
    text = _SETEXT.sub(lambda m: f"{'#' if m.group(2)[0] == '=' else '##'} {m.group(1)}", text)
    first = _FIRST.search(text)
    title = title or (first.group(1) if first else title_of(name))
    return ReadDocument(title=title, text=text, warnings=warnings)
