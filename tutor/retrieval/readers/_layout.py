"""Words at places on pages made into paragraphs and headings (pure)."""

import itertools
import re
import statistics
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tutor.retrieval.readers._furniture import without_furniture
from tutor.retrieval.readers._grid import gridded
from tutor.retrieval.readers._stacked import Line as Line
from tutor.retrieval.readers._stacked import Piece as Piece
from tutor.retrieval.readers._stacked import in_place, unstacked
from tutor.retrieval.readers._text import escaped, heads

# Letters that were set joined (“ﬁ”), or in the form of their place in a word, as Arabic ones.
_SET = re.compile(r"[\ufb00-\ufb06\ufb13-\ufb17\ufb1d-\ufdff\ufe70-\ufefc]")
_BOLD = -1.0  # the size of headings that are no larger than the rest, but bold
_MOST_BOLD = 0.3  # share of a text's letters up to which what is bold stands out
_HEADING = 1.15  # times the body's size makes a heading
_MOST_HEADING_WORDS = 16
_WIDTH = 0.5  # a letter's width in sizes, about, where its font's is not known
_LETTER = 0.6  # the same, generously
_SPACE = 0.15  # sizes of white that part two words
_CELL = 28  # letters of a table's cell, on average, at most
_GUTTER = 2.2  # sizes of white that part two columns


def lines_of(pieces: Sequence[Piece]) -> list[Line]:
    """The lines of one page in reading order.

    Most programs write columns one after the other; where a page was written across its columns,
    the halves of its lines are put in order.
    """
    lines: list[Line] = []
    spaced = False  # whether the last piece ended in a space
    for piece in unstacked(pieces):
        text = " ".join(_SET.sub(lambda m: unicodedata.normalize("NFKC", m[0]), piece.text).split())
        right = piece.right or piece.x + len(text) * piece.size * _WIDTH
        last = lines[-1] if lines else None
        same = last and abs(last.y - piece.y) < 0.4 * max(last.size, piece.size)
        # A superscript sits a little higher and smaller, yet belongs to the line.
        small = last and piece.size < 0.85 * last.size and abs(last.y - piece.y) < 0.7 * last.size
        near = last and last.x <= piece.x < last.right + _GUTTER * last.size
        if last and (same or small) and near:
            gap = spaced or piece.text[:1].isspace() or _gap(last, piece)
            lines[-1] = replace(
                last,
                text=last.text
                + (" " if gap and not (small and piece.right is None) else "")
                + text,
                right=max(right, last.right),
                size=max(last.size, piece.size),
                bold=last.bold and piece.bold,
                parts=(*last.parts, (piece.x, text)),
            )
        else:
            lines.append(
                Line(piece.x, right, piece.y, piece.size, text, piece.bold, ((piece.x, text),))
            )
        spaced = piece.text[-1:].isspace()
    return _by_columns(_tables(gridded([*map(_from_the_right, in_place(lines))])))


def _gap(last: Line, piece: Piece) -> bool:
    """Whether there is white between them; a guess where the widths are not known."""
    if piece.right is not None:
        return piece.x - last.right > _SPACE * last.size
    return piece.x - last.right > -0.05 * last.size and piece.text[0] not in ".,;:)"


def _from_the_right(line: Line) -> Line:
    """A line of Arabic or Hebrew, whose pieces stand from left to right, as it is read."""
    if len(line.parts) < 2:
        return line
    ways = Counter(unicodedata.bidirectional(one) for one in line.text)
    if ways["R"] + ways["AL"] <= ways["L"]:
        return line
    words = " ".join(text for _, text in sorted(line.parts, key=lambda part: -part[0]))
    return replace(line, text=re.sub(r" (?=[.,:;!?)،؛؟])", "", words))


def _tables(lines: list[Line]) -> list[Line]:
    """Rows of short words side by side, two or more below each other, as rows of a table."""
    made: list[Line] = []
    run: list[list[Line]] = []
    for row in [*_rows(lines), []]:
        if run and (len(row) != len(run[0]) or not _aligned(run[0], row)):
            made += [_table_row(one) for one in run] if len(run) > 1 else itertools.chain(*run)
            run = []
        if len(row) > 1 and statistics.mean(len(one.text) for one in row) <= _CELL:
            run.append(row)
        else:
            made += row
    return made


def _rows(lines: list[Line]) -> Iterator[list[Line]]:
    """Neighbours of one height, from left to right."""
    row: list[Line] = []
    for line in lines:
        beside = row and abs(row[-1].y - line.y) < 0.4 * line.size and line.x > row[-1].x
        if row and not beside:
            yield row
            row = []
        row.append(line)
    if row:
        yield row


def _aligned(first: list[Line], row: list[Line]) -> bool:
    """Whether the cells begin, end or are centred below each other."""
    return all(
        abs(a.x - b.x) < a.size
        or abs(a.right - b.right) < a.size
        or abs((a.x + a.right) - (b.x + b.right)) < 3 * a.size
        for a, b in zip(first, row, strict=True)
    )


def _table_row(row: list[Line]) -> Line:
    cells = " | ".join(one.text.replace("|", r"\|") for one in row)
    return replace(row[0], right=row[-1].right, text=f"| {cells} |")


def _by_columns(lines: list[Line]) -> list[Line]:
    """Lines written across two columns, left column first."""
    beside = [
        (first, second)
        for first, second in itertools.pairwise(lines)
        if abs(first.y - second.y) < 0.4 * first.size and second.x > first.right
    ]
    if len(beside) < max(4, len(lines) // 4):
        return lines
    border = statistics.median(second.x for _, second in beside)
    left = [one for one in lines if one.x < border - one.size]
    right = [one for one in lines if one.x >= border - one.size]
    top = max(one.y for pair in beside for one in pair)
    head = [one for one in left if one.y > top + one.size / 2]
    return [*head, *(one for one in left if one not in head), *right]


def markdown_of(pages: Sequence[Sequence[Line]]) -> tuple[str, str]:
    """The pages as Markdown with page marks, and the largest heading of the first pages."""
    sizes: Counter[float] = Counter()
    bold = 0
    for lines in pages:
        for line in lines:
            sizes[line.size] += len(line.text)
            bold += len(line.text) if line.bold else 0
    body = sizes.most_common(1)[0][0] if sizes else 1.0
    kept = without_furniture(pages, _HEADING * body)
    larger = {
        one.size
        for lines in kept
        for one in lines
        if one.size >= _HEADING * body and _named(one.text)
    }
    levels = {size: min(2 + at, 5) for at, size in enumerate(sorted(larger, reverse=True))}
    if bold < _MOST_BOLD * sum(sizes.values()):
        kept = [_bold_heads(lines, body) for lines in kept]
        levels[_BOLD] = min(2 + len(levels), 6)
    blocks: list[str] = []
    for number, lines in enumerate(kept, 1):
        if lines:
            blocks.append(f"<!-- page: {number} -->")
            blocks += _blocks(lines, levels)
    first = [one for one in blocks[:12] if one.startswith("#")]
    title = min(first, key=lambda one: len(one) - len(one.lstrip("#")), default="").lstrip("# ")
    return "\n\n".join(_over_pages(blocks)) + "\n", title


def _named(text: str) -> bool:
    """Whether large words are a heading's: parts of a formula are set large as well."""
    letters = sum(one.isalpha() for one in text)
    words = re.search(r"[^\W\d_]{2}", text) and not re.search(r"[∑∏∫√±∞]", text)
    return bool(words) and 2 * letters >= len(text.replace(" ", ""))


def _bold_heads(lines: Sequence[Line], body: float) -> list[Line]:
    """The lines, those of the body's size that are headings by being bold marked as such."""
    made = list[Line]()
    for line, below in itertools.zip_longest(lines, lines[1:]):
        made.append(line)
        alone = below is not None and not below.bold and not below.text.startswith("| ")
        if not line.bold or not alone or line.size >= _HEADING * body:
            continue
        begun = (
            len(made) - 1
        )  # of the bold lines that go on into this one: a heading, or a table's first row
        while begun and made[begun - 1].bold and _goes_on(made[begun - 1], made[begun]):
            begun -= 1
        if _heads(" ".join(one.text for one in made[begun:])):
            made[begun:] = [replace(one, size=_BOLD) for one in made[begun:]]
    return made


def _goes_on(line: Line, below: Line) -> bool:
    """Whether it stands right under the line, or beside it as a table's next cell does."""
    return line.size == below.size and line.y - below.y < 1.6 * line.size


def _heads(text: str) -> bool:
    return heads(text) and not text.startswith("| ")


def _blocks(lines: Sequence[Line], levels: dict[float, int]) -> Iterator[str]:
    usual = _usual_gap(lines)
    gathered: list[Line] = []
    for line in lines:
        if gathered and (
            _parts(gathered, line, levels, usual) or _ends_early(gathered[-1], line, lines)
        ):
            yield _block(gathered, levels)
            gathered = []
        gathered.append(line)
    if gathered:
        yield _block(gathered, levels)


def _usual_gap(lines: Sequence[Line]) -> float:
    gaps = [a.y - b.y for a, b in itertools.pairwise(lines) if 0 < a.y - b.y < 5 * a.size]
    return statistics.median(gaps) if gaps else 0.0


def _parts(above: list[Line], line: Line, levels: dict[float, int], usual: float) -> bool:
    """Whether a new block begins with `line`."""
    last = above[-1]
    if line.text.startswith("| ") or last.text.startswith("| "):
        return not (line.text.startswith("| ") and last.text.startswith("| "))
    level, before = levels.get(line.size), levels.get(last.size)
    if level != before:
        return True
    gap = last.y - line.y
    if abs(gap) < 0.4 * line.size and line.x > last.x:  # a wide space within a line
        return False
    if level:
        return gap > 2 * line.size or gap < 0
    if gap < 0:  # the next column: its first line goes on, unless a sentence had ended
        return bool(re.search(r"[.!?:”\"]$", last.text))
    starts = bool(re.match(r"(?:[•◦▪–*]|\d{1,2}[.)])\s", line.text))
    indented = line.x - above[0].x > 0.8 * line.size and len(above) > 1 and last.text.endswith(".")
    return gap > 1.35 * usual or starts or indented


def _ends_early(last: Line, line: Line, lines: Sequence[Line]) -> bool:
    """Whether a sentence ended where the next word would still have had room: the paragraph ended there too."""
    if (
        not re.search(r"[.!?:;]$", last.text)
        or line.y > last.y - 0.5 * line.size
        or line.text[:1].islower()
    ):
        return False
    column = [
        one.right
        for one in lines
        if abs(one.x - last.x) < 0.5 * last.size and one.size == last.size and one is not last
    ]
    word = len(line.text.split(" ", 1)[0]) * last.size * _LETTER
    return last.right + word + last.size < max(column, default=0.0)


def _block(lines: Sequence[Line], levels: dict[float, int]) -> str:
    if lines[0].text.startswith("| "):
        width = lines[0].text.replace(r"\|", "").count("|") - 1
        return "\n".join([lines[0].text, "|" + "---|" * width, *(one.text for one in lines[1:])])
    text = lines[0].text
    for line in lines[1:]:
        # "photo-" + "synthesis" is one word; "well-" + "Known" and "5-" + "10" keep the hyphen.
        if re.search(r"[a-zà-ÿа-я][-\u00ad\u2010]$", text) and line.text[:1].islower():
            text = text[:-1] + line.text
        else:
            text = f"{text} {line.text}"
    level = levels.get(lines[0].size)
    if level and len(text.split()) <= _MOST_HEADING_WORDS and _named(text):
        return f"{'#' * level} {text}"
    return escaped(re.sub(r"^[•◦▪–]\s*", "- ", text))


def _over_pages(blocks: Sequence[str]) -> list[str]:
    """Blocks with paragraphs that run over a page's end put together."""
    made: list[str] = []
    for block in blocks:
        before = made[-2] if len(made) > 1 and made[-1].startswith("<!-- page") else ""
        goes_on = block[:1].islower() and before and before[0] not in "#-<|"
        if goes_on and not re.search(r"[.!?:]$", before):
            made[-2] = before[:-1] + block if before.endswith("-") else f"{before} {block}"
        else:
            made.append(block)
    return made
