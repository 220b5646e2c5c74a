"""PDF files as typesetters make them: kerned words, fractions, running heads, contents, turned and hostile pages.

`kerned.pdf` is groff's, from tests/data/readers/source/kerned.ms.
"""

from pathlib import Path

import pytest

from tutor.retrieval.readers import ReadDocument, read_file, reader_for
from tutor.retrieval.readers._grid import gridded
from tutor.retrieval.readers._layout import Line

FILES = Path(__file__).parents[1] / "data" / "readers"


def read(name: str) -> str:
    return read_file(FILES / name).text


def made(content: str, *, page: str = "", form: str = "") -> ReadDocument:
    """A page that draws `content`, with a form `/F` that draws `form`."""
    resources = "<< /Font << /T 4 0 R >> /XObject << /F 5 0 R >> >>"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [3 0 R] /Count 1 /MediaBox [0 0 600 800] /Resources {resources} >>",
        f"<< /Type /Page /Parent 2 0 R /Contents 6 0 R /Resources {resources} {page} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Times-Roman /Encoding /WinAnsiEncoding >>",
        f"<< /Type /XObject /Subtype /Form /BBox [0 0 600 800] /Resources {resources} "
        f"/Length {len(form)} >>\nstream\n{form}\nendstream",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    file, places = "%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(file))
        file += f"{number} 0 obj\n{one}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    end = f"xref\n0 7\n0000000000 65535 f \n{table}trailer << /Size 7 /Root 1 0 R >>\nstartxref\n{len(file)}\n%%EOF"
    return reader_for("a.pdf")((file + end).encode("latin-1"), "a.pdf")


def test_words_that_were_kerned_are_whole_and_apart() -> None:
    text = read("kerned.pdf")
    for words in (
        "Distance is the length of the path that an object travels. Displacement is the straight-line",
        "together with its direction. Displacement is a vector quantity, because",
        "For every second the velocity grows by the same amount",
        "near the surface of the Earth fall with the same acceleration",
        "Here v is the speed, d the distance and t the time",
    ):
        assert words in text, words


def test_fractions_have_a_bar_and_powers_stand_high() -> None:
    text = read("kerned.pdf")
    assert "v = d/t" in text
    assert "a = (v − u)/t" in text
    assert "s = 1/2 gt²" in text
    assert "squared, m/s²" in text


def test_a_paragraph_ends_where_the_next_word_would_have_had_room() -> None:
    assert "since she ends where she began.\n\nTwo cars" in read("kerned.pdf")


def test_running_heads_are_known_by_their_numbers_and_contents_by_their_dots() -> None:
    text = read("kerned.pdf")
    assert "Chapter 4" not in text.partition("<!-- page: 2 -->")[2]
    assert "12 Motion" not in text
    assert "....." not in text


def test_formulas_that_were_drawn_last_stand_where_they_are_seen() -> None:
    text = read("libreoffice.pdf")
    assert text.index("The energy of one quantum") < text.index("E=hc/λ") < text.index("so blue")


def test_spaces_come_from_the_pen_and_not_from_the_strings() -> None:
    drawn = (
        "BT /T 12 Tf 3 Tw 72 700 Td [(Plants need li) 20 (ght and wa) 15 (ter) -300 (daily)] TJ ET"
    )
    assert made(drawn).text.strip().endswith("Plants need light and water daily")


def test_a_page_that_is_shown_turned_is_read_as_it_is_seen() -> None:
    drawn = "BT /T 12 Tf 0 1 -1 0 100 100 Tm (The first line.) Tj ET BT /T 12 Tf 0 1 -1 0 114 100 Tm (The second line.) Tj ET"  # fmt: skip
    assert "The first line. The second line." in made(drawn, page="/Rotate 90").text
    assert "The first line. The second line." in made(drawn).text


def test_a_stamp_across_the_page_is_left_out() -> None:
    drawn = "BT /T 12 Tf 72 700 Td (Osmosis moves water.) Tj ET BT /T 60 Tf .7 .7 -.7 .7 100 200 Tm (DRAFT) Tj ET"  # fmt: skip
    assert "DRAFT" not in made(drawn).text
    assert "Osmosis moves water." in made(drawn).text


def test_what_the_file_calls_a_running_head_is_left_out() -> None:
    drawn = (
        "/Artifact << /Type /Pagination /Subtype /Header >> BDC BT /T 9 Tf 72 760 Td (Unit 3) Tj ET EMC "
        "/P << /MCID 0 >> BDC BT /T 12 Tf 72 700 Td (Osmosis moves water.) Tj ET EMC"
    )
    assert "Unit 3" not in made(drawn).text
    assert "Osmosis moves water." in made(drawn).text


def test_words_in_forms_are_read_and_a_form_that_draws_itself_ends() -> None:
    words = "BT /T 12 Tf 72 700 Td (Inside a form.) Tj ET"
    assert made("/F Do", form=words).text.count("Inside a form.") == 1
    assert "Inside a form." in made("/F Do /F Do", form=words + " /F Do /F Do").text


@pytest.mark.parametrize(
    "drawn",
    ["BT /Nowhere 12 Tf (a) Tj ET", "BT /T Tf (a) Tj", "Q Q Q EMC ET", "1 2 cm BT /T 12 Tf (a) Tj ET",
     "BT /T 0 Tf (a b) Tj ET", "BT /T 12 Tf 0 0 0 0 1 1 Tm (a b) Tj ET", "/Artifact /Gone BDC EMC"],
)  # fmt: skip
def test_pages_drawn_wrongly_are_read_as_far_as_they_go(drawn: str) -> None:
    assert made(drawn).places == 1


def test_the_bold_cells_of_a_table_that_wrap_are_no_headings() -> None:
    text = read("wrapped-chromium.pdf")
    heads = [line.lstrip("# ") for line in text.splitlines() if line.startswith("#")]
    assert heads == ["Volcanoes", "Magma chambers", "Pyroclastic flows"]
    assert "| rhyolitic | sticky and slow, full of gas, and explodes" in text


@pytest.mark.parametrize(("name", "row", "rows"), [
    ("birds-libreoffice.pdf", "| Kingfisher | In holes of steep banks that it digs itself, above clear water | Small fish |", 4),
    ("birds-libreoffice.pdf", "| Dipper | Beside fast brooks in the mountains | Larvae that it finds by walking", 4),
    ("words-chromium.pdf", "| source | Sand carries hills every spring down river the it. |", 4),
])  # fmt: skip
def test_a_table_whose_cells_go_over_several_lines_keeps_its_rows(name, row, rows) -> None:
    text = read(name)
    assert row in text
    assert len([line for line in text.splitlines() if line.startswith("| ")]) == rows


def test_columns_of_text_under_each_other_are_no_table() -> None:
    text = read("parts-chromium.pdf")
    assert "| " not in text
    assert [line for line in text.splitlines() if line.startswith("### ")] == [
        f"### Part {at}" for at in range(4)
    ]


def test_a_page_of_very_many_lines_is_not_searched_for_tables() -> None:
    lines = [Line(50.0, 90.0, 9_000.0 - at * 12, 10.0, "word") for at in range(3_000)]
    assert gridded(lines) == lines
