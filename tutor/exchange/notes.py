"""Notes of flash cards, from a deck or from a text that Anki exported, as words to know and blanks."""

import csv
import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from tutor.errors import BadInput
from tutor.exchange.draft import Draft
from tutor.exchange.markup import flat, perhaps_html
from tutor.retrieval.opening import decoded

LONGEST = 8  # words of a back that a learner can be asked to write
_CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::((?:(?!::).)*?))?\}\}", re.DOTALL)
_HEADER = re.compile(
    r"#(separator|html|tags|columns|notetype|deck|guid|if matches)\b[^:\n]*:", re.IGNORECASE
)
_COLUMN = re.compile(r"#(tags|notetype|deck|guid) column:\s*(\d+)", re.IGNORECASE)
_SEPARATORS = {"tab": "\t", "comma": ",", "semicolon": ";", "pipe": "|", "space": " ", "colon": ":"}
_MEDIA = re.compile(r"<img\b[^>]*>|\[sound:[^\]]*\]", re.IGNORECASE)
_LINE_END = re.compile(r"<br\s*/?>|</(?:div|p|li)>", re.IGNORECASE)
_LATEX = re.compile(r"\[\$\$?\](.*?)\[/\$\$?\]|\[latex\]\s*\$?(.*?)\$?\s*\[/latex\]", re.DOTALL)
_HIDDEN = {"type", "hint"}  # filters of fields that a front does not show at once
Sides = tuple[tuple[int, ...], tuple[int, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """A note's fields as HTML, its tags, and which fields are its front and its back (or none said)."""

    fields: tuple[str, ...]
    tags: tuple[str, ...] = ()
    sides: Sides = ((), ())


def notes_in_text(content: bytes, name: str) -> bool:
    """Whether a text is an export of notes: by its first line, or by tabs and no braces of GIFT."""
    if content.startswith(b"PK"):
        return False
    lines = decoded(content[:20_000], name).splitlines()[:40]
    if lines and _HEADER.match(lines[0]):
        return True
    full = [line for line in lines if line.strip()]
    return bool(full) and not name.endswith(".tsv") and all("\t" in line for line in full)


def text_notes(content: bytes, name: str) -> list[Note]:
    """The notes of an exported text; its first lines say what stands in which column."""
    lines = decoded(content, name).splitlines(keepends=True)
    head = list(takewhile(lambda line: line.startswith("#"), lines))
    separator, special = "\t", dict[str, int]()
    for line in head:
        named = line.partition(":")[2].strip()
        if line.lower().startswith("#separator"):
            separator = _SEPARATORS.get(named.lower(), named[:1] or "\t")
        if column := _COLUMN.match(line):
            special[column[1].lower()] = int(column[2]) - 1
    body = "".join(lines[len(head) :])
    try:
        rows = list(csv.reader(io.StringIO(body), delimiter=separator))
    except csv.Error as broken:
        raise BadInput(f"The text is damaged: {broken}.", where=name) from broken
    notes = list[Note]()
    for row in rows:
        if not any(cell.strip() for cell in row):
            continue
        tags = row[special["tags"]].split() if special.get("tags", len(row)) < len(row) else []
        fields = tuple(cell for at, cell in enumerate(row) if at not in special.values())
        if not notes and tuple(one.strip().lower() for one in fields[:2]) == ("front", "back"):
            continue  # the names of the columns, as a spreadsheet has them
        notes.append(Note(fields=fields, tags=tuple(tags)))
    if not any(len(note.fields) > 1 or _CLOZE.search("".join(note.fields)) for note in notes):
        raise BadInput("There are no notes with two sides in it.", where=name)
    return notes


def places(template: str, names: list[str], *, hidden: bool = True) -> tuple[int, ...]:
    """The fields that a card's template shows, by their places, in its order.

    Those to be typed in, or shown after a click, only where `hidden`: on a front they tell the answer.
    """
    tags = re.findall(r"\{\{(?![#^/])((?:[\w-]+:)*)([^{}]+)\}\}", template)
    shown = [one.strip() for how, one in tags if hidden or not _HIDDEN & set(how.split(":"))]
    return tuple(dict.fromkeys(names.index(one) for one in shown if one in names))


def drafted(note: Note, label: str) -> Draft | str:
    """The item, or why there is none."""
    about = tuple(tag.rpartition("::")[2].replace("_", " ") for tag in note.tags)
    holed = next((one for one in note.fields if _CLOZE.search(one)), None)
    if holed is not None:
        return _cloze(holed, label, about)
    asks, answers = note.sides
    fields = [*note.fields, ""]
    front = "\n\n".join(
        filter(None, (_text(fields[at]) for at in asks or (0,) if at < len(fields)))
    )
    shown = [fields[at] for at in answers or (1,) if at < len(fields)]
    raw = next((one for one in shown if _text(one)), "")
    back = flat(_text(raw))
    if not front or not back:
        if _MEDIA.search(" ".join(note.fields)):
            return "One of its sides is nothing but a picture or a sound."
        return "It has no text on one of its sides."
    lines = [one for one in _LINE_END.split(raw) if _text(one)]
    if len(lines) > 1 or len(_text(raw).split("\n\n")) > 1:
        return "Its back has several lines: write an item for each, or an open one with a rubric."
    if len(back.split()) > LONGEST:
        return f"Its back is longer than {LONGEST} words: write an open item with a rubric."
    return Draft(id=label, type="short", prompt=front, fields={"answer": back}, about=about)


def left_out(note: Note, draft: Draft) -> Iterator[str]:
    """What of a note that was carried over was not."""
    if _MEDIA.search(" ".join(note.fields)):
        yield "Its pictures and sounds were left out."
    if any(_outermost(one) != one for one in note.fields):
        yield "A hole inside another was filled in."
    used = sum(len(side) for side in note.sides) or 2
    if draft.type == "short" and any(_text(one) for one in note.fields[used:]):
        yield "Fields that its first card does not show were left out."


def _cloze(note: str, label: str, about: tuple[str, ...]) -> Draft | str:
    """A note whose holes are all asked for at once; a hole inside another is filled in."""
    if "image-occlusion:" in note:
        return "It hides parts of a picture."
    text = _outermost(note)
    answers = [flat(_text(found[2])) for found in _CLOZE.finditer(text)]
    if not all(answers):
        return "One of its holes holds no text."
    hint = "; ".join(flat(_text(found[3])) for found in _CLOZE.finditer(text) if found[3])
    prompt = _text(_CLOZE.sub("\ue210", text)).replace("\ue210", "___")
    if not re.search(r"[^\W_]", prompt):
        return "Nothing stands around its hole: there is nothing to go by."
    hints = (hint,) if hint else ()
    fields: dict[str, object] = {"answer": list(answers)}
    return Draft(id=label, type="blanks", prompt=prompt, fields=fields, hints=hints, about=about)


def _outermost(text: str) -> str:
    """The text with holes that stand inside other holes filled in."""
    made, open_holes = list[str](), 0
    for part in re.split(r"(\{\{c\d+::|\}\})", text):
        if part.startswith("{{c"):
            open_holes += 1
            made += [part] if open_holes == 1 else []
        elif part == "}}" and open_holes:
            made += [part] if open_holes == 1 else []
            open_holes -= 1
        else:
            made.append(part.partition("::")[0] if open_holes > 1 else part)
    return "".join(made)


def _text(field: str) -> str:
    """A field as Markdown, its formulas between dollar signs, without pictures and sounds."""
    bare = _MEDIA.sub("", field).replace("<anki-mathjax>", r"\(").replace("</anki-mathjax>", r"\)")
    return perhaps_html(_LATEX.sub(lambda found: rf"\({found[1] or found[2]}\)", bare))
