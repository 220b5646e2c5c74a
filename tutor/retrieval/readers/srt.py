"""Subtitles (SRT and WebVTT): what is said, with the second at which it is said."""

import re
from html import unescape

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._text import decoded, escaped, title_of

_TIMES = re.compile(r"(?:(\d+):)?(\d{1,2}):(\d{2})[.,]\d{1,3}\s*-->")
_TAGS = re.compile(r"<[^>]*>|\{\\[^}]*\}")
_SPEAKER = re.compile(r"<v(?:\.[^\s>]*)?\s+([^>]+)>")
_PARAGRAPH = 45  # seconds of speech that make a paragraph
_PAUSE = 15  # seconds from one cue's beginning to the next one's after which another begins
_NOT_SPOKEN = ("NOTE", "STYLE", "REGION", "WEBVTT")


def parse(content: bytes, name: str) -> ReadDocument:
    """Cues joined into paragraphs, cut where a sentence ends; rolling repetitions taken out."""
    cues = list(_cues(decoded(content, name)))
    if not cues:
        raise BadInput("There are no subtitles in it.", where=name, do="Check the file.")
    made: list[str] = []
    begun, spoken, before = cues[0][0], "", cues[0][0]
    for second, words in cues:
        ended = spoken.rstrip().endswith((".", "?", "!", "。"))
        if spoken and (second - before >= _PAUSE or (second - begun >= _PARAGRAPH and ended)):
            made.append(f"<!-- second: {begun} -->\n\n{escaped(spoken)}")
            begun, spoken = second, ""
        spoken, before = f"{spoken} {words}".strip(), second
    made.append(f"<!-- second: {begun} -->\n\n{escaped(spoken)}")
    return ReadDocument(title=title_of(name), text="\n\n".join(made) + "\n", places=len(made))


def _said(line: str) -> str:
    """A line without its marks; a voice's name stands before what it says."""
    named = _SPEAKER.sub(lambda found: f"{found[1].strip()}: ", line)
    return " ".join(unescape(_TAGS.sub("", named)).split())


def _cues(text: str) -> "list[tuple[int, str]]":
    found: list[tuple[int, str]] = []
    last: list[str] = []
    for block in re.split(r"\n\s*\n", text):
        lines = block.strip().splitlines()
        at = next((n for n, line in enumerate(lines[:2]) if _TIMES.match(line.strip())), None)
        if at is None or lines[0].startswith(_NOT_SPOKEN):
            continue
        times = _TIMES.match(lines[at].strip())
        assert times
        second = int(times[1] or 0) * 3600 + int(times[2]) * 60 + int(times[3])
        words = [_said(line) for line in lines[at + 1 :]]
        words = [line for line in words if line]
        fresh = [line for line in words if line not in last]
        last = words
        if fresh:
            found.append((max(second, 1), " ".join(fresh)))
    return found
