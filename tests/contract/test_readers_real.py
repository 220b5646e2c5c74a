"""Readers over files that real programs made: pandoc, LibreOffice and a browser's print.

The files are in tests/data/readers, with the script that makes them anew.
"""

import contextlib
from pathlib import Path

import pytest

from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.readers import ReadDocument, as_document, read_file

FILES = Path(__file__).parents[1] / "data" / "readers"
TEXTS = (
    "pandoc.docx", "pandoc.epub", "pandoc.html", "pandoc.odt", "libreoffice.docx", "libreoffice.pdf",
)  # fmt: skip
SLIDES = ("pandoc.pptx", "libreoffice.pptx", "libreoffice.odp")


def read(name: str) -> ReadDocument:
    return read_file(FILES / name)


def lines(made: ReadDocument) -> list[str]:
    """The lines as they are read, without their list marks' depth."""
    return [line.strip() for line in made.text.splitlines() if line.strip()]


@pytest.mark.parametrize("name", TEXTS)
def test_headings_paragraphs_lists_and_tables_survive(name: str) -> None:
    made = read(name)
    found = lines(made)
    assert made.title == "How leaves make sugar"
    headings = [line.lstrip("# ") for line in found if line.startswith("#")]
    assert headings[-5:] == ["Light", "What light does", "How much", "Sugar", "What is made"]
    deeper = [line.count("#") for line in found if line.startswith("#")][-5:]
    assert [level - deeper[0] for level in deeper] == [0, 1, 1, 0, 1]
    assert (
        "A leaf catches light with a green substance, chlorophyll. The light splits water, and "
        "oxygen leaves the leaf through small openings, the stomata."
    ) in found
    for line in (
        "- Green light is mostly thrown back.", "- That is why leaves look green.",
        "1. Carbon dioxide is bound.", "2. Sugar is built.", "3. The binder is made anew.",
        "| Goes in | Comes out | Where |", "| carbon dioxide | glucose | stroma |",
    ):  # fmt: skip
        assert line in found, line
    assert any("A leaf cut across, with its stomata below" in line for line in found)
    noted = [one for one in made.warnings if "speaker's notes on 1 slide," in one]
    assert made.warnings == tuple(noted)
    assert bool(noted) == ("Notes: " in made.text)
    assert made.quarantined == ()


@pytest.mark.parametrize("name", [one for one in TEXTS if not one.endswith("pdf")])
def test_formulas_become_latex(name: str) -> None:
    text = read(name).text.replace(" ", "")
    assert r"$E=\frac{hc}{\lambda}$" in text
    assert r"$\lambda\approx450$nanometres" in text


@pytest.mark.parametrize("name", TEXTS)
def test_a_passage_knows_its_heading_and_its_span(name: str) -> None:
    content = (FILES / name).read_bytes()
    document = as_document(
        read(name), content, document=DocumentId(name), course=CourseId("c"), path=name
    )
    passages = passages_of(document)
    (light,) = [one for one in passages if "stomata." in one.text]
    assert light.heading_path[-2:] == ("Light", "What light does")
    assert "chlorophyll" in document.text[light.start : light.end]
    assert light.page == (1 if name.endswith("pdf") else None)


@pytest.mark.parametrize("name", SLIDES)
def test_slides_keep_titles_points_tables_notes_and_formulas(name: str) -> None:
    made = read(name)
    assert made.title == "Leaves in five minutes"
    assert made.places == 4
    _, first, second, third, fourth = made.text.split("<!-- slide: ")
    assert first.startswith("1 -->\n\n## Leaves in five minutes")
    assert "## Light\n\n- Chlorophyll catches light\n- Water is split\n\nNotes: Ask first" in second
    assert "| carbon dioxide | glucose |" in third
    assert r"H_{2}O\to C_{6}H_{12}O_{6}" in fourth


def test_a_browsers_print_is_read_column_by_column() -> None:
    made = read("chromium.pdf")
    assert made.title == "The water cycle"
    headings = [line.lstrip("# ") for line in lines(made) if line.startswith("#")]
    assert headings == [
        "The water cycle", "Evaporation", "Condensation", "Precipitation", "Runoff", "Measuring",
    ]  # fmt: skip
    assert "Some of it seeps into the ground instead and may stay there" in made.text
    assert "transpiration: their leaves give off water" in made.text


def test_a_scan_is_said_to_be_one() -> None:
    assert any("scanned" in warning for warning in read("scanned.pdf").warnings)


def test_a_file_that_libreoffice_locked_is_said_to_be_protected() -> None:
    with pytest.raises(BadInput, match="password"):
        read("locked.pdf")


@pytest.mark.parametrize("name", ["cut-pandoc.docx", "cut-libreoffice.pdf"])
def test_a_file_that_was_cut_off_is_said_to_be_damaged(name: str) -> None:
    with pytest.raises(BadInput, match="damaged"):
        read(name)


@pytest.mark.parametrize("name", [*TEXTS, *SLIDES, "chromium.pdf", "scanned.pdf"])
def test_damage_anywhere_is_an_error_or_a_document_but_never_a_crash(
    name: str, tmp_path: Path
) -> None:
    whole = (FILES / name).read_bytes()
    for at in range(1, 12):
        cut = len(whole) * at // 12
        for content in (whole[:cut], whole[:cut] + b"\x00\xff" * 30 + whole[cut + 60 :]):
            broken = tmp_path / name
            broken.write_bytes(content)
            with contextlib.suppress(BadInput):
                assert isinstance(read_file(broken).text, str)
