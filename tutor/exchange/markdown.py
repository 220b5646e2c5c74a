"""Walking through Markdown: headings, paragraphs, what is outside fenced blocks."""

import re
from collections.abc import Iterator, Sequence

from tutor.retrieval.sentences import plain

HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
STEP = re.compile(r"^\s{0,3}(\d+)[.)]\s+(.+)$")
POINT = re.compile(r"^\s*[-*]\s+(.+)$")


def outside(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines that are not in a fenced block."""
    fenced = False
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield at, line


def paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of running text and single points of lists; no headings, tables or fenced blocks."""
    gathered: list[str] = []
    for _, line in outside(text.splitlines()):
        point = POINT.match(line)
        if not line.strip() or point or line.startswith(("#", "|", ">")) or STEP.match(line):
            if gathered:
                yield "\n".join(gathered)
            gathered = [line.strip()] if point else []
        else:
            gathered.append(line.strip())
    if gathered:
        yield "\n".join(gathered)


def plainly(text: str) -> str:
    """Without marks of emphasis, links and anchors."""
    return plain(re.sub(r"\s*\{#[^}]*\}", "", text))
