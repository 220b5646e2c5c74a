"""Cutting a document into passages at section and paragraph borders (pure)."""

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from tutor.ids import PassageId, SkillId
from tutor.retrieval.passage import Passage, StoredDocument
from tutor.retrieval.sentences import plain, sentences_of

WORDS = 250  # about this many words make a passage
CHUNKER = "1"  # part of every document's digest: a new value cuts every document again

_HEADING = re.compile(r"(#{1,6})[ \t]+(.*?)[ \t]*#*[ \t]*$")
_PLACE = re.compile(r"<!--\s*(?:page|slide|second)\s*:?\s*(\d+)\s*-->")
_LIST = re.compile(r"\s{0,3}(?:[-*+•]|\d{1,3}[.)])\s+|\s{2,}\S")
_FENCE = re.compile(r"\s{0,3}(```+|~~~+)")
# Scripts written without spaces: about so many characters read like one word.
_WIDE = re.compile(r"[\u0e00-\u0e7f\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_CHARACTERS_PER_WORD = 2
_RUN = 50  # words between two places where a text without sentences may be cut


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading as it stands in a document; `level` 1–6, `path` from the document's title."""

    level: int
    text: str
    anchor: str
    path: tuple[str, ...]
    start: int


@dataclass(frozen=True, slots=True)
class _Block:
    start: int
    end: int
    text: str
    page: int | None

    @property
    def words(self) -> int:
        return count_words(self.text)

    @property
    def is_list(self) -> bool:
        return bool(_LIST.match(self.text))


@dataclass(slots=True)
class _Section:
    path: tuple[str, ...]
    anchor: str
    blocks: list[_Block]


def passages_of(
    document: StoredDocument,
    skills: tuple[SkillId, ...] = (),
    visible_from: date | None = None,
) -> tuple[Passage, ...]:
    """The document's passages in order, of about 250 words, none across a heading.

    A line `<!-- page: 3 -->` (also slide, second) sets the place of what follows; 0 is none. Ids are made
    from the document and the words, so that an unchanged passage keeps its id, and so its
    embedding, when other parts of the document change.
    """
    made: list[Passage] = []
    seen: dict[str, int] = {}
    for section in _sections(document):
        for blocks in _packed(section.blocks):
            start, end = blocks[0].start, blocks[-1].end
            text = _PLACE.sub("", document.text[start:end]).strip()
            if not text:
                continue
            digest = hashlib.sha256("\n".join((*section.path, text)).encode()).hexdigest()[:12]
            seen[digest] = seen.get(digest, -1) + 1
            suffix = f"-{seen[digest]}" if seen[digest] else ""
            made.append(
                Passage(
                    id=PassageId(f"{document.id}:{digest}{suffix}"),
                    course=document.course,
                    document=document.id,
                    title=document.title,
                    heading_path=section.path,
                    text=text,
                    start=start,
                    end=end,
                    anchor=section.anchor,
                    page=blocks[0].page,
                    skills=skills,
                    visible_from=visible_from,
                )
            )
    return tuple(made)


def indexed_text(passage: Passage) -> str:
    """What is indexed of a passage: title and heading path in front of its words."""
    return "\n".join((*(plain(part) for part in passage.heading_path), passage.text))


def headings_of(document: StoredDocument) -> tuple[Heading, ...]:
    """The document's headings in order, with the anchors that passages carry."""
    return tuple(part for part in _parts(document) if isinstance(part, Heading))


def slug(heading: str) -> str:
    """The anchor that GitHub gives a heading: lower case, punctuation out, spaces to hyphens."""
    words = plain(heading).strip().lower()
    return re.sub(r"\s", "-", re.sub(r"[^\w\s-]", "", words))


def count_words(text: str) -> int:
    """Words of a text; where words are not separated, two characters count as one."""
    wide = len(_WIDE.findall(text))
    if not wide:
        return len(text.split())
    return len(_WIDE.sub(" ", text).split()) + wide // _CHARACTERS_PER_WORD


def _sections(document: StoredDocument) -> Iterator[_Section]:
    section = _Section((document.title,), "", [])
    for part in _parts(document):
        if isinstance(part, Heading):
            if section.blocks:
                yield section
            section = _Section(part.path, part.anchor, [])
        else:
            section.blocks.append(part)
    if section.blocks:
        yield section


def _parts(document: StoredDocument) -> Iterator[Heading | _Block]:
    """Headings and blocks of a document in order."""
    page: int | None = None
    used: dict[str, int] = {}
    above: list[tuple[int, str]] = []
    for start, end in _block_spans(document.text):
        text = document.text[start:end]
        places = _PLACE.findall(text)
        if places and not _PLACE.sub("", text).strip():
            page = int(places[-1]) or None
            continue
        if found := _HEADING.match(text):
            level, words = len(found.group(1)), plain(found.group(2))
            while above and above[-1][0] >= level:
                above.pop()
            above.append((level, words))
            anchor = _unused(slug(words), used)
            path = (
                document.title,
                *(w for n, (_, w) in enumerate(above) if n or w != document.title),
            )
            yield Heading(level=level, text=words, anchor=anchor, path=path, start=start)
            continue
        yield _Block(start, end, text, page)
        if places:
            page = int(places[-1]) or None


def _unused(anchor: str, used: dict[str, int]) -> str:
    if anchor not in used:
        used[anchor] = 0
        return anchor
    used[anchor] += 1
    return f"{anchor}-{used[anchor]}"


def _block_spans(text: str) -> Iterator[tuple[int, int]]:
    """Character spans of the blocks: paragraphs, headings, fenced code and display maths whole."""
    start, at = -1, 0
    closing = ""  # what ends the open fence
    for line in text.splitlines(keepends=True):
        end = at + len(line)
        bare = line.strip()
        if closing:
            if bare.startswith(closing) or (closing == "$$" and bare.endswith("$$")):
                closing = ""
        elif fence := _FENCE.match(line):
            closing, start = fence.group(1), at if start < 0 else start
        elif bare.startswith("$$") and bare.count("$$") == 1:
            closing, start = "$$", at if start < 0 else start
        elif not bare or _HEADING.match(line) or _PLACE.fullmatch(bare):
            if start >= 0:
                yield start, at
            start = -1
            if bare:
                yield at, at + len(line.rstrip())
        elif start < 0:
            start = at
        at = end
    if start >= 0 and text[start:].strip():
        yield start, len(text.rstrip())


def _packed(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Blocks of one section gathered into passages of even size, near `WORDS` each."""
    units = list(_units(blocks))
    total = sum(sum(block.words for block in unit) for unit in units)
    target = total / max(1, round(total / WORDS))
    gathered: list[_Block] = []
    size = 0
    for unit in units:
        words = sum(block.words for block in unit)
        if gathered and size + words / 2 > target:
            yield gathered
            gathered, size = [], 0
        gathered.extend(unit)
        size += words
    if gathered:
        yield gathered


def _units(blocks: list[_Block]) -> Iterator[list[_Block]]:
    """Blocks that belong together: a list's points, and a paragraph that ends in a colon."""
    unit: list[_Block] = []
    size = 0
    for whole in blocks:
        for block in _cut_long(whole):
            joins = bool(unit) and (
                unit[-1].text.rstrip().endswith(":") or (unit[-1].is_list and block.is_list)
            )
            if unit and (not joins or size + block.words > WORDS):
                yield unit
                unit, size = [], 0
            unit.append(block)
            size += block.words
    if unit:
        yield unit


def _cut_long(block: _Block) -> Iterator[_Block]:
    """A paragraph far longer than a passage, cut between its sentences (or a list's lines)."""
    if block.words <= WORDS * 3 // 2 or _FENCE.match(block.text):
        yield block
        return
    target = block.words / round(block.words / WORDS)
    start, size = 0, 0
    for piece in _pieces(block):
        words = count_words(block.text[piece[0] : piece[1]])
        if size and size + words / 2 > target:
            yield _Block(
                block.start + start,
                block.start + piece[0],
                block.text[start : piece[0]],
                block.page,
            )
            start, size = piece[0], 0
        size += words
    yield _Block(block.start + start, block.end, block.text[start:], block.page)


def _pieces(block: _Block) -> Iterator[tuple[int, int]]:
    if block.is_list or block.text.lstrip().startswith("|"):
        at = 0
        for line in block.text.splitlines(keepends=True):
            yield at, at + len(line)
            at += len(line)
        return
    for sentence in sentences_of(block.text):
        if count_words(sentence.text) <= WORDS:
            yield sentence.start, sentence.end
            continue
        # No full stops, as in many transcripts: cut between words rather than not at all.
        found = list(re.finditer(r"\S+", sentence.text))
        for run in range(0, len(found), _RUN):
            last = found[min(run + _RUN, len(found)) - 1]
            yield sentence.start + found[run].start(), sentence.start + last.end()
