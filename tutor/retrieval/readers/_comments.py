"""Comments of Markdown, which stand in the file and on no page, taken out (pure; in time that grows as the text)."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator

_SIGN = re.compile(r"`+|<!--")
_PLACE = re.compile(r"<!--\s*(?:page|slide|second)\s*:?\s*\d+\s*-->")
_FENCE = ("```", "~~~")


def without_comments(text: str) -> str:
    """The text without comments; marks of places stay, and in code a comment is what is shown."""
    if "<!--" not in text:
        return text
    return "".join(part if code else _bare(part) for code, part in _parts(text))


def _parts(text: str) -> Iterator[tuple[bool, str]]:
    """Stretches in and out of fenced blocks."""
    code, gathered = False, list[str]()
    for line in text.splitlines(keepends=True):
        if not line.lstrip().startswith(_FENCE):
            gathered.append(line)
            continue
        if code:
            gathered.append(line)
        yield code, "".join(gathered)
        gathered = [] if code else [line]
        code = not code
    yield code, "".join(gathered)


def _bare(text: str) -> str:
    """One stretch without its comments. One that never ends goes on to the end, if it begins a line."""
    runs = defaultdict[int, list[int]](list)
    for found in re.finditer(r"`+", text):
        runs[len(found[0])].append(found.start())
    made, at, paragraph, endless = [], 0, -1, False
    while sign := _SIGN.search(text, at):
        made.append(text[at : sign.start()])
        at = sign.end()
        if sign[0] != "<!--":
            if paragraph < at:
                after = text.find("\n\n", at)
                paragraph = len(text) if after < 0 else after
            same = runs[len(sign[0])]
            next_ = bisect_right(same, sign.start())
            if next_ < len(same) and same[next_] < paragraph:
                at = same[next_] + len(sign[0])
            made.append(text[sign.start() : at])
            continue
        if place := _PLACE.match(text, sign.start()):
            made.append(place[0])
            at = place.end()
            continue
        end = -1 if endless else text.find("-->", at)
        endless = end < 0
        begins = not text[text.rfind("\n", 0, sign.start()) + 1 : sign.start()].strip()
        if end >= 0 or begins:
            at = len(text) if end < 0 else end + len("-->")
        else:
            made.append(sign[0])
    return "".join([*made, text[at:]])
