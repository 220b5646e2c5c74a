"""Cutting running text into sentences, with their places (pure)."""

import re
from dataclasses import dataclass

# A full stop after one of these does not end a sentence.
ABBREVIATIONS = frozenset([
    "e.g", "i.e", "etc", "vs", "cf", "fig", "figs", "eq", "approx", "ca", "resp", "dr", "mr",
    "mrs", "ms", "prof", "st", "jr", "sr", "u.s", "u.k", "a.m", "p.m", "jan", "feb", "mar",
    "apr", "jun", "jul", "aug", "sept", "sep", "oct", "nov", "dec", "z.b", "d.h", "bzw", "usw",
    "vgl", "p.ej", "sra", "dra",
])  # fmt: skip
# The same in books alone: in talk “no.” ends one.
_IN_BOOKS = ABBREVIATIONS | frozenset([
    "al", "eqs", "ch", "sec", "no", "nos", "vol", "pp", "ed", "eds", "gen", "col", "sgt", "rev",
    "hon", "u.n", "d.c", "ph.d", "m.d", "b.c", "a.d", "inc", "ltd", "co", "corp", "dept", "est",
    "u.a", "ggf", "bspw", "evtl",
])  # fmt: skip
_BEFORE_INITIALS = frozenset({"by", "and", "with", "&", "–"})
# The end of a sentence: its mark, closing quotes and brackets, then space, or a wide mark alone.
_END = re.compile(r"[.!?…؟।]+[\"'”’»)\]*_]*(?=\s|$)|[。！？]+[」』”’）]*")
_LAST_WORD = re.compile(r"([\w.]+)\.[\"'”’»)\]*_]*$")
_PROTECTED = re.compile(r"\$\$.+?\$\$|\$[^$\n]+\$|`[^`\n]+`|\[[^\]\n]*\]\([^)\n]*\)", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """One sentence; `start` and `end` are character offsets into the text it was cut from."""

    text: str
    start: int
    end: int


def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph, in order; maths, code and links are never cut.

    Line breaks inside a sentence stay as they are; use `plain` for words to be read.
    """
    guarded = _PROTECTED.sub(lambda found: "\x00" * (len(found.group()) - 1) + "x", text)
    cuts: list[int] = []
    for found in _END.finditer(guarded):
        if _ends_here(guarded, found.start(), found.end()):
            cuts.append(found.end())
    if not cuts or cuts[-1] < len(text.rstrip()):
        cuts.append(len(text))
    made: list[Sentence] = []
    start = 0
    for cut in cuts:
        piece = text[start:cut]
        if stripped := piece.strip():
            at = start + len(piece) - len(piece.lstrip())
            made.append(Sentence(text=stripped, start=at, end=at + len(stripped)))
        start = cut
    return tuple(made)


def _ends_here(text: str, mark: int, end: int) -> bool:
    if text[mark] != "." or text[mark : mark + 2] == "..":
        return _next_opens(text, end) or text[mark] not in ".!?…"
    word = _LAST_WORD.search(text[max(0, mark - 24) : mark + 1])
    last = word.group(1).lower() if word else ""
    if last in _IN_BOOKS:
        return False
    if len(last) == 1 and word and word.group(1).isupper():
        # "by J. Smith" is an initial, "needs vitamin C." is an end: the word before tells.
        before = text[: mark - 1].split()[-1:]
        if not before or before[0] in _BEFORE_INITIALS or before[0][0].isupper():
            return False
    return _next_opens(text, end)


def _next_opens(text: str, end: int) -> bool:
    """Whether what follows can open a sentence: nothing, a capital, digit, quote or other script."""
    rest = text[end:].lstrip()
    return not rest or not rest[0].islower()


_MARKUP = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"!\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"\[([^\]]*)\]\([^)]*\)"), r"\1"),
    (re.compile(r"(?<![\w*])(\*{1,3})(?=\S)(.+?)(?<=\S)\1(?![\w*])"), r"\2"),
    (re.compile(r"(?<!\w)(_{1,3})(?=\S)(.+?)(?<=\S)\1(?!\w)"), r"\2"),
)


def plain(markdown: str) -> str:
    """One line of words: links, images and emphasis keep their words, maths stays as written."""
    for pattern, becomes in _MARKUP:
        markdown = pattern.sub(becomes, markdown)
    return " ".join(markdown.split())
