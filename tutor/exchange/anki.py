"""Anki's decks: notes with a front and a back become words to know, clozes become blanks, and back.

A deck is a zip with an SQLite database. It is opened in memory, with a bound on the steps that a
query may take, because a database from elsewhere can hold views that never end.
"""

import hashlib
import html
import re
import sqlite3
import tempfile
from pathlib import Path

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written
from tutor.exchange.markup import flat, of_html, to_html
from tutor.retrieval.opening import Archive

LONGEST = 8  # words of a back that a learner can be asked to write
_MOST_NOTES = 50_000
_MOST_STEPS = 2_000  # times 10,000 instructions of SQLite
_CLOZE = re.compile(r"\{\{c(\d+)::(.*?)(?:::(.*?))?\}\}", re.DOTALL)
_MODEL = 1_607_392_319  # any fixed number: Anki tells note types apart by it


def write(drafts: tuple[Draft, ...], title: str) -> Written:
    """A deck of fronts and backs; raises BadInput where genanki is not installed."""
    try:
        import genanki  # an extra: most schools never write a deck
    except ModuleNotFoundError as missing:
        raise BadInput(
            "Decks are written with genanki, which is not installed.",
            do="Run: pip install 'meno-tutor[anki]'",
        ) from missing
    fields = [{"name": name} for name in ("Front", "Back", "Id")]
    face = {"name": "Card 1", "qfmt": "{{Front}}", "afmt": "{{FrontSide}}<hr id=answer>{{Back}}"}
    model = genanki.Model(_MODEL, "Meno", fields=fields, templates=[face])
    deck = genanki.Deck(int(hashlib.sha256(title.encode()).hexdigest()[:8], 16), title)
    lost = []
    for one in drafts:
        back = _back(one)
        if back is None:
            lost.append(Lost(item=one.id, why=f"A card cannot ask for the type “{one.type}”."))
            continue
        front = to_html(one.prompt) + (f"<pre>{html.escape(one.code)}</pre>" if one.code else "")
        options = one.fields.get("choices")
        if isinstance(options, list):
            front += to_html("\n".join(f"- {_text(choice)}" for choice in options))
        note = [front, back, one.id]
        deck.add_note(genanki.Note(model=model, fields=note, guid=genanki.guid_for(title, one.id)))
        if one.hints:
            lost.append(Lost(item=one.id, why="A card holds no hints.", whole=False))
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(file, timestamp=0.0)
        return Written(content=file.read_bytes(), lost=tuple(lost))


def _back(draft: Draft) -> str | None:
    match draft.answer:
        case dict():
            return None
        case list() as several:
            return to_html("; ".join(map(str, several)))
        case None:
            return None
        case one:
            return to_html(str(one))


def _text(choice: object) -> str:
    return str(choice["text"] if isinstance(choice, dict) else choice)


def read(content: bytes, name: str) -> Exchanged:
    """Every note; raises BadInput for what is no deck."""
    drafts, lost = list[Draft](), list[Lost]()
    for number, fields in _notes(_database(content, name), name):
        label = f"note-{number}"
        made = _draft(fields, label)
        if isinstance(made, str):
            lost.append(Lost(item=label, why=made))
            continue
        if re.search(r"<img|\[sound:", " ".join(fields)):
            why = "Its pictures and sounds were left out."
            lost.append(Lost(item=label, why=why, whole=False))
        drafts.append(made)
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _database(content: bytes, name: str) -> bytes:
    archive = Archive(content, name)
    for part in ("collection.anki21", "collection.anki2"):
        if part in archive and "collection.anki21b" not in archive:
            return archive.read(part)
    raise BadInput(
        "This is not a deck in the format that other programs can read.",
        where=name,
        do="In Anki, export it as .apkg with “Support older Anki versions” ticked.",
    )


def _notes(database: bytes, name: str) -> list[tuple[int, list[str]]]:
    opened = sqlite3.connect(":memory:")
    left = _MOST_STEPS

    def tick() -> int:
        nonlocal left
        left -= 1
        return int(left < 0)

    try:
        opened.deserialize(database)
        opened.set_progress_handler(tick, 10_000)
        opened.execute("PRAGMA trusted_schema = OFF")
        rows = opened.execute("SELECT flds FROM notes ORDER BY id LIMIT ?", (_MOST_NOTES,))
        return [(at, str(row[0]).split("\x1f")) for at, row in enumerate(rows, start=1)]
    except sqlite3.Error as broken:
        raise BadInput(f"Its database cannot be read: {broken}.", where=name) from broken
    finally:
        opened.close()


def _draft(fields: list[str], label: str) -> Draft | str:
    """The item, or why there is none."""
    front = re.sub(r"\[sound:[^\]]*\]", "", fields[0])
    if _CLOZE.search(front):
        return _cloze(front, label)
    back = flat(of_html(fields[1])) if len(fields) > 1 else ""
    if not of_html(front) or not back:
        return "It has no text on one of its sides."
    if len(back.split()) > LONGEST:
        return f"Its back is longer than {LONGEST} words: write an open item with a rubric."
    return Draft(id=label, type="short", prompt=of_html(front), fields={"answer": back})


def _cloze(front: str, label: str) -> Draft | str:
    """A note whose holes are all asked for at once."""
    answers = [flat(of_html(found[2])) for found in _CLOZE.finditer(front)]
    if not all(answers):
        return "One of its holes holds no text."
    hint = "; ".join(flat(of_html(found[3])) for found in _CLOZE.finditer(front) if found[3])
    prompt = of_html(_CLOZE.sub("___", front))
    fields = {"answer": list(answers)}
    return Draft(
        id=label, type="blanks", prompt=prompt, fields=fields, hints=(hint,) if hint else ()
    )
