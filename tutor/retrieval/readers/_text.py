"""Bytes to text, and names to titles."""

import re
from pathlib import PurePath

from tutor.errors import BadInput

_MOST_BOLD_WORDS = 12


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


_RAISED = str.maketrans("0123456789+-−=()ni", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁻⁼⁽⁾ⁿⁱ")
_LOWERED = str.maketrans("0123456789+-−=()", "₀₁₂₃₄₅₆₇₈₉₊₋₋₌₍₎")
_ORDINAL = re.compile(r"(?:st|nd|rd|th|er|re|e|ème|o|a|os|as|tm|®|™)\.?", re.IGNORECASE)


def raised(words: str) -> str:
    """Words that stand higher: x² rather than x2, which is something else; “1st” stays as it is."""
    bare = words.strip()
    if not bare or _ORDINAL.fullmatch(bare):
        return words
    return _at_height(words, bare, bare.translate(_RAISED), "^")


def lowered(words: str) -> str:
    """Words that stand lower: H₂O."""
    bare = words.strip()
    return _at_height(words, bare, bare.translate(_LOWERED), "_") if bare else words


def _at_height(words: str, bare: str, made: str, sign: str) -> str:
    """The words in their own characters where there are such for all of them, else as a formula."""
    alone = all(a != b for a, b in zip(bare, made, strict=True))
    return words.replace(bare, made if alone else f"${sign}{{{bare}}}$", 1)


def heads(words: str) -> bool:
    """Whether a line that is bold as a whole is a heading: a few words that end as no sentence does."""
    return (
        len(words.split()) <= _MOST_BOLD_WORDS
        and not re.search(r"[.!;,:…|]$", words)
        and bool(re.search(r"[^\W\d_]{3}|[^\W\d_a-zA-Z]{2}", words))
    )


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
