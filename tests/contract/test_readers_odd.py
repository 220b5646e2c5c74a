"""Readers over hard documents of real programs: notes, boxes, merged cells, powers, bold headings, right-to-left.

The files are in tests/data/readers, with their sources and the script that makes them anew.
"""

from pathlib import Path

import pytest

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.readers import ReadDocument, as_document, read_file, reader_for

FILES = Path(__file__).parents[1] / "data" / "readers"
ODD = ("odd-pandoc.docx", "odd-pandoc.epub", "odd-pandoc.odt")
BOXED = ("box.docx", "box.odt", "box.pdf")
MERGED = ("source/merged.html", "merged-libreoffice.docx", "box.docx", "box.odt")


def read(name: str) -> ReadDocument:
    return read_file(FILES / name)


def lines(name: str) -> list[str]:
    return [line.strip() for line in read(name).text.splitlines() if line.strip()]


def of(name: str, content: str | bytes) -> str:
    made = content if isinstance(content, bytes) else content.encode()
    return reader_for(name)(made, name).text


def path_to(name: str, words: str) -> tuple[str, ...]:
    """The heading path of the passage that holds some words."""
    content = (FILES / name).read_bytes()
    document = as_document(
        read(name), content, document=DocumentId(name), course=CourseId("c"), path=name
    )
    (found,) = [one for one in passages_of(document) if words in one.text]
    return found.heading_path


@pytest.mark.parametrize("name", ODD)
def test_notes_are_read_and_leave_no_mark_in_the_sentence(name: str) -> None:
    text = " ".join(read(name).text.split())
    assert "A cell is small. It has parts, as the table shows." in text
    assert "Cells were first seen by Hooke in 1665." in text
    assert "The table leaves out the nucleus. It is in a later chapter." in text
    assert "↩" not in text


@pytest.mark.parametrize("name", ODD)
def test_lists_keep_their_kinds_their_depth_and_what_a_point_goes_on_with(name: str) -> None:
    assert (
        "1. Take a leaf.\n   - a. Wash it.\n      - i. Use cold water.\n      - ii. Dry it with paper.\n"
        "   - b. Cut it.\n2. Look at it.\n   - with a lens\n   - with a microscope\n"
        "      - at ten times\n      - at forty times\n   Write down what you see.\n3. Draw it."
    ) in read(name).text


@pytest.mark.parametrize("name", [*ODD, "source/merged.html", "merged-libreoffice.docx"])
def test_powers_and_indices_do_not_become_other_numbers(name: str) -> None:
    text = read(name).text
    assert "H₂O" in text
    assert "x²" in text or "mc²" in text
    assert "1st" in of("a.html", "<p>The 1<sup>st</sup> of May</p>")
    assert "10⁻³" in of("a.html", "<p>10<sup>-3</sup></p>")
    assert "e$^{kx}$" in of("a.html", "<p>e<sup>kx</sup></p>")


@pytest.mark.parametrize("name", [*ODD, *BOXED, "source/merged.html", "merged-libreoffice.docx"])
def test_a_bold_line_heads_what_stands_below_it(name: str) -> None:
    words, heading = {
        "odd": ("Text under a bold line", "Bold alone as a heading"),
        "box": ("A membrane lets some things through", "What a membrane does"),
    }.get(name[:3], ("Under it.", "A bold heading"))
    assert path_to(name, words)[-1] == heading


def test_bold_words_are_no_headings_where_they_head_nothing() -> None:
    page = "<h1>A</h1><p><b>Never touch the wires.</b></p><p>Text.</p><p><b>The end</b></p>"
    assert of("a.html", page).splitlines() == [
        "# A", "", "**Never touch the wires.**", "", "Text.", "", "**The end**",
    ]  # fmt: skip


@pytest.mark.parametrize("name", MERGED)
def test_merged_cells_stand_below_their_heads_and_are_said_in_each_row(name: str) -> None:
    found = lines(name)
    for line in ("| Place | Plants |  |", "| Place | Trees | Herbs |", "| North | birch | moss |",
                 "| North | pine | fern |", "| South | none of them |  |"):  # fmt: skip
        assert line in found, line


def test_a_table_in_a_table_is_read_once() -> None:
    assert "| outer inner one; inner two | beside |" in lines("source/merged.html")


@pytest.mark.parametrize("name", ["box.docx", "box.odt"])
def test_a_box_is_read_once_after_what_it_hangs_on(name: str) -> None:
    text = read(name).text
    remember = "Remember: the box beside says that membranes are thin."
    assert text.count(remember) == 1
    assert text.index(remember) > text.index("A membrane lets some things through")


@pytest.mark.parametrize("name", ["box.docx", "box.odt", "odd-pandoc.docx"])
def test_deleted_words_are_gone_and_inserted_ones_are_there(name: str) -> None:
    text = read(name).text
    assert ("very thin" if name.startswith("box") else "made of cellulose and it is firm") in text
    assert "was deleted" not in text
    assert "stone" not in text
    assert "bad" not in of("a.html", "<p>This is <del>bad</del> <ins>good</ins>.</p>")


@pytest.mark.parametrize("name", ["odd-pandoc.docx", "odd-pandoc.odt"])
def test_code_stays_code(name: str) -> None:
    assert "```\ndef f(x):\n    return x * 2  # twice\n```" in read(name).text


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("box.docx", "الخلية هي أصغر وحدة في الكائن الحي، ولكل خلية غشاء رقيق."),
        ("box.odt", "الخلية هي أصغر وحدة في الكائن الحي، ولكل خلية غشاء رقيق."),
        ("box.pdf", "الخلية هي أصغر وحدة في الكائن الحي، ولكل خلية غشاء رقيق"),
        ("source/merged.html", "الخلية هي أصغر وحدة في الكائن الحي."),
        ("merged-chromium.pdf", "الخلية هي أصغر وحدة"),  # joined letters, placed word by word
        ("merged-chromium.pdf", "התא הוא יחידת החיים."),
    ],
)
def test_what_is_written_from_right_to_left_is_read_in_its_order(name: str, words: str) -> None:
    assert words in read(name).text


def test_parts_of_a_formula_head_nothing_in_a_pdf() -> None:
    headings = [line for line in lines("box.pdf") if line.startswith("#")]
    assert headings == ["## The cell in a hurry", "### What a membrane does", "### Merged cells"]


@pytest.mark.parametrize("name", ["deck.pptx", "deck.odp"])
def test_slides_without_a_title_take_it_from_their_top_and_are_read_downwards(name: str) -> None:
    made = read(name)
    assert made.title == "Cells in groups"
    _, first, second = made.text.split("<!-- slide: ")
    assert first.startswith("1 -->\n\n## Cells in groups\n\nNucleus: keeps the plan")
    assert "Membrane: holds all together" in first  # a shape of a group in a group
    assert "| Parts of a cell |  |" in first
    assert second.startswith("2 -->\n\n## No title placeholder, but this stands on top\n\n- one")
    assert second.index("Right column text") < second.index("Below: what comes second")


def test_cues_that_overlap_are_read_once_and_a_long_pause_begins_anew() -> None:
    srt = (
        "1\n00:00:01,000 --> 00:00:05,000\n<i>Leaves</i> catch light\n\n"
        "2\n00:00:03,500 --> 00:00:08,000\n{\\an8}Leaves catch light\nand make sugar\n\n"
        "3\n00:01:00.000 --> 00:01:02.000\n♪ A song ♪\n"
    )
    assert of("a.srt", srt) == (
        "<!-- second: 1 -->\n\nLeaves catch light and make sugar\n\n"
        "<!-- second: 60 -->\n\n♪ A song ♪\n"
    )
    vtt = "WEBVTT\n\n00:02.000 --> 00:03.000\n<v.loud Ana>Why &amp; how?</v>\n"
    assert "Ana: Why & how?" in of("a.vtt", vtt)


def test_tables_as_excel_saves_them() -> None:
    asked = '\ufeffFrage;Antwort\r\n"Was macht Licht; und warum?";"Es spaltet\nWasser."\r\n;\r\n'
    assert of("a.csv", asked) == "## Was macht Licht; und warum?\n\nEs spaltet\nWasser.\n"
    latin = "Pregunta;Respuesta\r\n¿Qué es?;Una célula\r\n".encode("cp1252")
    assert of("a.csv", latin) == "## ¿Qué es?\n\nUna célula\n"
    made = reader_for("a.csv")(b"sep=;\r\nWhat?;That\r\n", "a.csv")
    assert (made.text, made.warnings) == ("## What?\n\nThat\n", ())


def test_a_table_of_facts_stays_a_table_whose_parts_have_its_head() -> None:
    rows = "\n".join(f"month {n},{n},{2 * n}" for n in range(45))
    text = of("a.csv", f"Month,Rain,Sun\n{rows}\n")
    assert text.count("| Month | Rain | Sun |") == 3
    assert "| month 44 | 44 | 88 |" in text
    assert "##" not in text


def test_a_list_with_marks_of_its_own_and_a_list_in_a_list_keep_them() -> None:
    text = read("odd-libreoffice.docx").text
    assert "2. Look at it.\n   - with a lens\n   - with a microscope\n      - at ten times" in text
    page = "<ul><ul><li>with a lens</li><li>with a glass</li></ul><li>none</li></ul>"
    assert (
        of("a.html", page).strip()
        == "- with a lens\n   - with a glass\n- none".replace(
            "- with a lens", "   - with a lens", 1
        ).strip()
    )


def test_a_picture_that_is_described_by_its_file_is_not_described() -> None:
    text = of("a.html", "<p><img alt='OEBPS/images/i1.png'> <img alt='A leaf cut across'></p>")
    assert text.strip() == "(Image: A leaf cut across)"
