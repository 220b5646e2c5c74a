"""Bytes to text, and names to titles."""

import re
from pathlib import PurePath

from tutor.errors import BadInput


def decoded(content: bytes, name: str) -> str:
    """The text of a plain file: UTF-8, UTF-16 by its mark, or Windows' Latin. Raises BadInput."""
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):
        text = content.decode("utf-16", errors="replace")
    else:
        try:
            text = content.decode("utf-8-sig")
        except UnicodeDecodeError:
            text = content.decode("cp1252", errors="replace")
    if "\x00" in text[:100_000]:
        raise BadInput("This is not a text file.", where=name, do="Check the file's suffix.")
    return text.replace("\r\n", "\n").replace("\r", "\n")


def title_of(name: str) -> str:
    """A title made of a file name: "02_cell-parts.md" becomes "Cell parts"."""
    words = re.sub(r"[_\-]+", " ", PurePath(name).stem).strip()
    words = re.sub(r"^\d+[.\s]+(?=\D)", "", words) or name
    return words[:1].upper() + words[1:]


def escaped(line: str) -> str:
    """A line of plain text that Markdown would take for a heading or a fence, made harmless."""
    return re.sub(r"^(\s{0,3})(#{1,6}\s|```|~~~|<!--)", r"\1\\\2", line)


_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*$")


def deeper(markdown: str, level: int, title: str) -> str:
    """The text with its headings below `level`; a first heading that says `title` is left out."""
    lines, fenced = markdown.strip().splitlines(), False
    found: dict[int, tuple[int, str]] = {}
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced and (heading := _HEADING.match(line)):
            found[at] = (len(heading[1]), heading[2])
    first = min(found, default=-1)
    if first >= 0 and found[first][1].strip().lower() == title.strip().lower():
        del found[first]
        lines[first] = ""
    least = min((depth for depth, _ in found.values()), default=1)
    for at, (depth, words) in found.items():
        lines[at] = "#" * min(6, level + 1 + depth - least) + f" {words}"
    return "\n".join(lines).strip()
