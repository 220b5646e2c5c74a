"""Anki's decks: notes with a front and a back become words to know, clozes become blanks, and back.

A deck is a zip with an SQLite database. It is opened in memory, with a bound on the steps that a
query may take, because a database from elsewhere can hold views that never end.
"""

import hashlib
import html
import json
import sqlite3
import tempfile
from collections.abc import Iterator
from pathlib import Path

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written, unheld, unnamed
from tutor.exchange.markup import to_html
from tutor.exchange.notes import Note, Sides, drafted, left_out, places, text_notes
from tutor.retrieval.opening import Archive

_MOST_NOTES = 50_000
_MOST_STEPS = 2_000  # times 10,000 instructions of SQLite
_MOST_DATABASE = 80_000_000  # bytes, unpacked
_MOST_WINDOW = 1 << 27  # bytes that unpacking may look back
_PACKED = "collection.anki21b"
_Face = tuple[str, list[str], str, str]  # a note type, its fields, the two sides of its first card
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
    fields = [{"name": name} for name in ("Front", "Back", "Id", "Solution")]
    shown = "{{FrontSide}}<hr id=answer>{{Back}}{{#Solution}}<hr>{{Solution}}{{/Solution}}"
    face = {"name": "Card 1", "qfmt": "{{Front}}", "afmt": shown}
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
        note = [front, back, one.id, to_html(one.solution)]
        deck.add_note(genanki.Note(model=model, fields=note, guid=genanki.guid_for(title, one.id)))
        lost += [Lost(item=one.id, why=why, whole=False) for why in _unheld(one)]
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "deck.apkg"
        genanki.Package(deck).write_to_file(file, timestamp=0.0)
        return Written(content=file.read_bytes(), lost=tuple(lost))


def _unheld(draft: Draft) -> Iterator[str]:
    """What of an item its card does not hold."""
    if draft.hints:
        yield "A card holds no hints."
    if isinstance(draft.fields.get("choices"), list):
        yield "Its options stand on the front; a card asks for the words."
    elif draft.type != "short":
        yield f"A card knows no types: it asks for the words, not for the type “{draft.type}”."
    yield from filter(None, (unheld(draft, "choices"), unnamed(draft)))


def _back(draft: Draft) -> str | None:
    """The answer; None where it is none that fits on a card's back."""
    match draft.answer:
        case dict() | None:
            return None
        case list() as several if draft.type == "matrix":
            rows = (", ".join(map(str, row)) for row in several if isinstance(row, list))
            return to_html("; ".join(rows))
        case list() as several:
            return to_html("; ".join(map(_listed_text, several)))
        case one:
            return to_html(str(one))


def _listed_text(entry: object) -> str:
    """A part of an answer; of the texts that one blank accepts the first, then the others."""
    return " / ".join(map(str, entry)) if isinstance(entry, list | tuple) else str(entry)


def _text(choice: object) -> str:
    return str(choice["text"] if isinstance(choice, dict) else choice)


def read(content: bytes, name: str) -> Exchanged:
    """Every note of a deck, or of a text that Anki exported; raises BadInput for what is neither."""
    if content.startswith(b"PK"):
        notes = _notes(_database(content, name), name)
    else:
        notes = text_notes(content, name)
    drafts, lost = list[Draft](), list[Lost]()
    for number, note in enumerate(notes, start=1):
        label = f"note-{number}"
        made = drafted(note, label)
        if isinstance(made, str):
            lost.append(Lost(item=label, why=made))
            continue
        lost += [Lost(item=label, why=why, whole=False) for why in left_out(note, made)]
        drafts.append(made)
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _database(content: bytes, name: str) -> bytes:
    archive = Archive(content, name)
    if _PACKED in archive:  # beside it lies a stand-in that only says that Anki is too old
        return _unpacked(archive.read(_PACKED), name)
    for part in ("collection.anki21", "collection.anki2"):
        if part in archive:
            return archive.read(part)
    raise BadInput("There is no collection of notes in it.", where=name, do="Export it from Anki.")


def _unpacked(packed: bytes, name: str) -> bytes:
    """The database of a deck in Anki's format since 2.1.50."""
    try:
        import zstandard  # an extra, as genanki is
    except ModuleNotFoundError as missing:
        raise BadInput(
            "Decks in Anki's present format are read with zstandard, which is not installed.",
            where=name,
            do="Run: pip install 'meno-tutor[anki]'; or export it from Anki"
            " with “Support older Anki versions” ticked.",
        ) from missing
    opener = zstandard.ZstdDecompressor(max_window_size=_MOST_WINDOW)
    try:
        with opener.stream_reader(packed) as opened:
            database = opened.read(_MOST_DATABASE + 1)
    except zstandard.ZstdError as broken:
        raise BadInput("It is damaged.", where=name, do="Export it again.") from broken
    if len(database) > _MOST_DATABASE:
        raise BadInput("It unpacks to more than a deck should.", where=name)
    # A database in memory has no log beside it: its header must not name one (WAL is 2, none 1).
    return bytes(database[:18] + b"\x01\x01" + database[20:])


def _notes(database: bytes, name: str) -> list[Note]:
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
        opened.create_collation("unicase", _no_case)  # Anki's own, which its indexes name
        names = {str(row[1]) for row in opened.execute("PRAGMA table_info(notes)")}
        if {"mid", "tags"} <= names:
            asked = "SELECT flds, mid, tags FROM notes ORDER BY id LIMIT ?"
        else:
            asked = "SELECT flds, '', '' FROM notes ORDER BY id LIMIT ?"
        rows = opened.execute(asked, (_MOST_NOTES,))
        found = [(str(flds).split("\x1f"), str(mid), str(tags).split()) for flds, mid, tags in rows]
        sides = _sides(opened)
    except sqlite3.Error as broken:
        raise BadInput(f"Its database cannot be read: {broken}.", where=name) from broken
    finally:
        opened.close()
    return [
        Note(fields=tuple(fields), tags=tuple(tags), sides=sides.get(mid, ((), ())))
        for fields, mid, tags in found
    ]


def _sides(opened: sqlite3.Connection) -> dict[str, Sides]:
    """By note type: the places of the fields that its first card asks with, and answers with."""
    found = dict[str, Sides]()
    for key, names, asks, answers in (*_listed(opened), *_tabled(opened)):
        front = places(asks, names, hidden=False)
        found[key] = (front, tuple(at for at in places(answers, names) if at not in front))
    return found


def _listed(opened: sqlite3.Connection) -> Iterator[_Face]:
    """The note types of the older format, which are one text of JSON."""
    try:
        row = opened.execute("SELECT models FROM col").fetchone()
        models = json.loads(str(row[0])) if row and row[0] else {}
    except (sqlite3.Error, ValueError, RecursionError):
        return
    for key, model in models.items() if isinstance(models, dict) else ():
        try:
            names = [str(one["name"]) for one in model["flds"]]
            first = model["tmpls"][0]
            yield str(key), names, str(first["qfmt"]), str(first["afmt"])
        except (KeyError, IndexError, TypeError):
            continue


def _tabled(opened: sqlite3.Connection) -> Iterator[_Face]:
    """The note types of the present format: tables, a template's two texts in a protocol buffer."""
    try:
        named = opened.execute("SELECT ntid, name FROM fields ORDER BY ntid, ord").fetchall()
        faces = opened.execute("SELECT ntid, config FROM templates WHERE ord = 0").fetchall()
    except sqlite3.Error:
        return
    for key, config in faces:
        texts = _texts(config) if isinstance(config, bytes) else {}
        names = [str(name) for ntid, name in named if ntid == key]
        yield str(key), names, texts.get(1, ""), texts.get(2, "")


def _texts(message: bytes) -> dict[int, str]:
    """The leading texts of a protocol buffer by their numbers, below 16; it ends at what is no text."""
    found, at = dict[int, str](), 0
    while at < len(message) and message[at] & 0x87 == 2:  # one byte of number, and of kind “text”
        number, length, shift = message[at] >> 3, 0, 0
        at += 1
        while at < len(message):
            length |= (message[at] & 0x7F) << shift
            shift, at = shift + 7, at + 1
            if message[at - 1] < 0x80:
                break
        found[number] = message[at : at + length].decode(errors="replace")
        at += length
    return found


def _no_case(one: str, other: str) -> int:
    one, other = one.casefold(), other.casefold()
    return (one > other) - (one < other)
