"""What stands over an item."""

from tutor.curriculum.book import Book
from tutor.dialogue.scene import heading
from tutor.ids import CourseId, ItemId
from tutor.settings import bundled

BOOK = Book([bundled("curricula")])
BOOK.refresh()
CELLS = BOOK.get(CourseId("cells-and-photosynthesis"))


def test_an_item_stands_under_its_skill() -> None:
    assert heading(CELLS, CELLS.item(ItemId("osm-02"), 0)) == "Osmosis"


def test_the_heading_does_not_tell_the_answer() -> None:
    item = CELLS.item(ItemId("osm-01"), 0)
    assert item.type.answer_text() == "osmosis"
    assert heading(CELLS, item) == CELLS.title
