"""Decks and collections that Anki's own library wrote, in both of its formats."""

from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.exchange import Format, format_of
from tutor.exchange.anki import read

DECKS = Path(__file__).parents[1] / "data" / "exchange"
FORMATS = pytest.mark.parametrize(
    "deck", ["rivers-legacy.apkg", "rivers-current.apkg", "rivers.colpkg"]
)


@FORMATS
def test_every_note_of_a_real_deck_is_carried_over(deck: str) -> None:
    got = read((DECKS / deck).read_bytes(), deck)
    assert [(one.type, one.answer) for one in got.drafts] == [
        ("short", "At its **mouth**"),
        ("short", "the place where two rivers meet"),
        ("blanks", ["source", "mouth"]),
        ("short", "A delta of the Nile"),
        ("short", "$Q = wdv$"),
        ("short", "3/4"),
        ("short", "Volga"),
        ("short", "meander"),
        ("short", "sand"),
        ("short", "delta"),
    ]
    assert [one.item for one in got.lost] == ["note-4", "note-10"]  # a picture, a sound


@FORMATS
def test_a_deck_is_known_by_its_suffix(deck: str) -> None:
    assert format_of(deck, (DECKS / deck).read_bytes()) is Format.ANKI


@FORMATS
def test_a_field_to_be_typed_in_is_not_told_in_the_question(deck: str) -> None:
    got = read((DECKS / deck).read_bytes(), deck)
    assert got.drafts[6].prompt == "Longest river of Europe?"


@FORMATS
def test_a_note_type_of_ones_own_is_asked_as_its_card_asks(deck: str) -> None:
    got = read((DECKS / deck).read_bytes(), deck)
    assert got.drafts[7].prompt.startswith("A bend in a river's course")


def test_a_damaged_deck_is_named_as_such() -> None:
    content = (DECKS / "rivers-current.apkg").read_bytes()
    with pytest.raises(BadInput, match="damaged"):
        read(content[: len(content) // 2], "half.apkg")
