"""Flash cards of Anki: notes come in as words and blanks, items go out as cards that people can read."""

import io
import sqlite3
import zipfile

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load
from tutor.errors import BadInput
from tutor.exchange import Format, read, write
from tutor.exchange.draft import Draft, drafts_of
from tutor.exchange.markup import flat


def deck(setup: str) -> bytes:
    base = sqlite3.connect(":memory:")
    base.executescript(setup)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("collection.anki2", base.serialize())
    return made.getvalue()


def test_a_deck_that_never_ends_is_stopped():
    endless = (
        "CREATE VIEW notes AS WITH RECURSIVE t(id, flds) AS (SELECT 1, 'a' UNION ALL "
        "SELECT id + 1, 'a' FROM t) SELECT max(id) AS id, flds FROM t"
    )
    with pytest.raises(BadInput, match="database"):
        read(deck(endless), "a.apkg", Format.ANKI)


def test_notes_become_words_and_blanks():
    found = read(
        deck(
            "CREATE TABLE notes (id INTEGER, flds TEXT);"
            "INSERT INTO notes VALUES (1, '<b>Capital</b> of Peru?' || char(31) || 'Lima');"
            "INSERT INTO notes VALUES (2, '{{c1::Lima::a city}} lies in {{c2::Peru}}.' || char(31));"
            "INSERT INTO notes VALUES (3, 'Why?' || char(31) || 'It is a long story that no "
            "learner could write down word for word.');"
        ),
        "a.apkg",
        Format.ANKI,
    )
    word, cloze = found.drafts
    assert (word.type, word.prompt, word.answer) == ("short", "**Capital** of Peru?", "Lima")
    assert (cloze.type, cloze.answer, cloze.hints) == ("blanks", ["Lima", "Peru"], ("a city",))
    assert cloze.prompt == "___ lies in ___."
    assert "rubric" in found.lost[0].why


def test_a_note_that_is_a_picture_or_a_sound_is_named_with_the_reason():
    notes = (
        b"#separator:Tab\n#html:true\n"
        b"<img src='leaf.png'>\ta leaf\n"
        b"Say it\t[sound:leaf.mp3]\n"
        b"Which part? <img src='cell.png'>\tthe wall\n"
    )
    found = read(notes, "notes.txt", Format.ANKI)
    assert [one.fields["answer"] for one in found.drafts] == ["the wall"]
    assert [(one.whole, one.why) for one in found.lost] == [
        (True, "One of its sides is nothing but a picture or a sound."),
        (True, "One of its sides is nothing but a picture or a sound."),
        (False, "Its pictures and sounds were left out."),
    ]
    assert len({one.item for one in found.lost}) == 3


def test_a_card_shows_answers_as_people_write_them_and_the_solution():
    blanks = Draft(
        id="b", type="blanks", prompt="___ and ___", fields={"answer": [["4", "four"], "5"]}
    )
    matrix = Draft(id="m", type="matrix", prompt="M?", fields={"answer": [["1", 2], [3, "4"]]},
                   solution="By rows.")  # fmt: skip
    written = write((blanks, matrix), "T", Format.ANKI)
    with zipfile.ZipFile(io.BytesIO(written.content)) as deck:
        opened = sqlite3.connect(":memory:")
        opened.deserialize(deck.read("collection.anki2"))
        sides = [
            row[0].split("\x1f") for row in opened.execute("SELECT flds FROM notes ORDER BY id")
        ]
    assert [one[1] for one in sides] == ["<p>4 / four; 5</p>", "<p>1, 2; 3, 4</p>"]
    assert sides[1][3] == "<p>By rows.</p>"
    assert "type “matrix”" in "".join(lost.why for lost in written.lost)


def test_cards_of_words_come_back():
    sent = tuple(
        one for one in drafts_of(load(COURSES / "tiny").course).drafts if one.type == "short"
    )
    found = read(write(sent, "Sums", Format.ANKI).content, "a.apkg", Format.ANKI)
    assert [(flat(one.prompt), one.answer) for one in found.drafts] == [
        (flat(one.prompt), one.answer) for one in sent
    ]
