"""Plain text: paragraphs between empty lines; lone short lines are taken for headings."""

import re

from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._text import decoded, escaped, title_of

_NUMBERED = re.compile(
    r"(?:chapter|section|part|unit|lesson)\s+\w+\b|\d+(?:\.\d+)*\.?\s+[A-Z]", re.IGNORECASE
)
_MOST_WORDS = 10


def parse(content: bytes, name: str) -> ReadDocument:
    """Form feeds count as page breaks, as printers take them."""
    made: list[str] = []
    pages = decoded(content, name).split("\f")
    for number, page in enumerate(pages, 1):
        if len(pages) > 1:
            made.append(f"<!-- page: {number} -->")
        made += [_block(block) for block in re.split(r"\n\s*\n", page) if block.strip()]
    return ReadDocument(
        title=title_of(name),
        text="\n\n".join(made) + "\n",
        places=len(pages) if len(pages) > 1 else 0,
    )


def _block(block: str) -> str:
    lines = [line.rstrip() for line in block.strip("\n").splitlines()]
    if len(lines) == 1 and _is_heading(lines[0].strip()):
        words = lines[0].strip()
        return "## " + (words.capitalize() if words.isupper() else words)
    return "\n".join(escaped(line) for line in lines)


def _is_heading(line: str) -> bool:
    few = 0 < len(line.split()) <= _MOST_WORDS and not line.endswith((".", ",", ";", ":", "?", "!"))
    return few and line[0].isalnum() and bool(line.isupper() or _NUMBERED.match(line))
