"""LibreOffice's texts and slides, and what its and Word's revisions leave in a document.

`revised.fodt` was saved by LibreOffice in both formats; more of what ODT carries is in the tables of
the other contract tests.
"""

from pathlib import Path

import pytest
from office_files import docx, pptx, read, slide, zipped

from tutor.errors import BadInput
from tutor.retrieval.readers import read_file

FILES = Path(__file__).parents[1] / "data" / "readers"
OFFICE = (
    "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
    "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
    "xmlns:table='urn:oasis:names:tc:opendocument:xmlns:table:1.0' "
    "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0' "
    "xmlns:draw='urn:oasis:names:tc:opendocument:xmlns:drawing:1.0' "
    "xmlns:presentation='urn:oasis:names:tc:opendocument:xmlns:presentation:1.0' "
    "xmlns:xlink='http://www.w3.org/1999/xlink'"
)


def content(body: str, styles: str = "", kind: str = "text", **more: str) -> bytes:
    whole = (
        f"<office:document-content {OFFICE}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:{kind}>{body}</office:{kind}></office:body></office:document-content>"
    )
    return zipped({"content.xml": whole, **more})


@pytest.mark.parametrize("name", ["revised.odt", "revised.docx"])
def test_struck_deleted_hidden_words_and_comments_are_left_out_and_it_is_said(name: str) -> None:
    made = read_file(FILES / name)
    text = " ".join(made.text.split())
    assert "In air it covers 343 metres in a second." in text
    assert "It needs a medium, for example air or water." in text
    for gone in ("30 metres", "300 feet", "faster than light", "Mrs Lee", "The key is B", "blinks"):
        assert gone not in text
    assert made.warnings == (
        "Words that are struck out were left out.",
        "It holds tracked changes; it was read as if all of them were accepted.",
    )


@pytest.mark.parametrize("name", ["revised.odt", "revised.docx"])
def test_both_formats_say_the_same_of_the_rest(name: str) -> None:
    made = read_file(FILES / name)
    assert made.title == "How sound travels"
    assert made.places == 2
    for part in (
        "a second.\n\n[1] At 20 degrees.\n\n### Hearing it\n\nThe ear",
        "- a. It enters the outer ear.\n- b. It moves the ear drum.\n   1. The hammer moves.\n   2. The anvil follows.",
        "### How fast\n\n| Medium | Speed |  |\n|---|---|---|\n| Medium | cold | warm |",
        "<!-- page: 2 -->\n\nThe speed is $v=\\frac{s}{t}$, way over time.",
        "In a vacuum nothing is heard.\n\nRemember: no medium, no sound.", "CO₂ carries",
    ):  # fmt: skip
        assert part in made.text, part


def test_a_row_and_a_note_that_were_deleted_in_word_are_gone() -> None:
    def cell(words: str) -> str:
        return f"<w:tc><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:tc>"

    rows = (
        f"<w:tr>{cell('kept')}</w:tr><w:tr><w:trPr><w:del w:id='1'/></w:trPr>{cell('gone')}</w:tr>"
    )
    noted = "<w:p><w:r><w:t>End</w:t></w:r><w:del><w:r><w:footnoteReference w:id='2'/></w:r></w:del></w:p>"
    notes = "<w:f xmlns:w='w'><w:footnote w:id='2'><w:p><w:r><w:t>old note</w:t></w:r></w:p></w:footnote></w:f>"
    made = read("a.docx", docx(f"<w:tbl>{rows}</w:tbl>{noted}", **{"word/footnotes.xml": notes}))
    assert "kept" in made.text
    assert "gone" not in made.text
    assert "old note" not in made.text
    assert any("tracked changes" in one for one in made.warnings)


def test_struck_words_of_slides_and_pages_are_left_out() -> None:
    struck = "</a:t></a:r><a:r><a:rPr strike='sngStrike'/><a:t>seven</a:t></a:r><a:r><a:rPr strike='noStrike'/><a:t>eight"
    made = read("a.pptx", pptx(slide("Planets", struck)))
    assert "eight" in made.text
    assert "seven" not in made.text
    assert "Words that are struck out were left out." in made.warnings
    page = (
        "<p>There are <s>nine</s> <span style='text-decoration: line-through'>ten</span> eight.</p>"
    )
    assert read("a.html", page).text == "There are eight.\n"


def test_a_numbered_list_goes_on_where_the_text_says_so() -> None:
    style = "<text:list-style style:name='L'><text:list-level-style-number text:level='1' style:num-format='1'/></text:list-style>"

    def points(*words: str, more: str = "") -> str:
        inside = "".join(
            f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in words
        )
        return f"<text:list text:style-name='L' {more}>{inside}</text:list>"

    body = points("one", "two") + "<text:p>between</text:p>"
    body += (
        points("three", more="text:continue-numbering='true'")
        + "<text:p>anew</text:p>"
        + points("first")
    )
    assert read("a.odt", content(body, style)).text == (
        "1. one\n2. two\n\nbetween\n\n3. three\n\nanew\n\n1. first\n"
    )  # fmt: skip


def test_a_directory_and_numbered_headings() -> None:
    body = (
        "<text:table-of-content><text:index-body><text:p>Cells 1</text:p></text:index-body></text:table-of-content>"
        "<text:list><text:list-item><text:h text:outline-level='1'>Cells</text:h></text:list-item></text:list>"
        "<text:p>They are<text:s text:c='2'/>small<text:tab/>and<text:line-break/>many.</text:p>"
    )
    assert read("a.odt", content(body)).text == "## Cells\n\nThey are small and\nmany.\n"


def test_a_wide_table_is_not_blown_up_by_what_it_repeats() -> None:
    cell = "<table:table-cell table:number-columns-repeated='16000'><text:p>x</text:p></table:table-cell>"
    row = f"<table:table-row table:number-rows-repeated='1000000'>{cell}</table:table-row>"
    assert len(read("a.odt", content(f"<table:table>{row}</table:table>")).text) < 20_000


def test_hidden_slides_are_named_and_left_out() -> None:
    styles = (
        "<style:style style:name='d' style:family='drawing-page'>"
        "<style:drawing-page-properties presentation:visibility='hidden'/></style:style>"
    )

    def page(words: str, style: str = "") -> str:
        return f"<draw:page {style}><draw:frame><draw:text-box><text:p>{words}</text:p></draw:text-box></draw:frame></draw:page>"

    body = page("The key is B.", "draw:style-name='d'") + page("Cells are small.")
    made = read("a.odp", content(body, styles, "presentation"))
    assert "The key" not in made.text
    assert made.text.startswith("<!-- slide: 2 -->\n\n## Slide 2\n\nCells are small.")
    assert made.warnings == ("1 hidden slide was left out.",)


@pytest.mark.parametrize("name", ["a.odt", "a.odp"])
def test_what_is_hostile_protected_or_something_else_is_refused(name: str) -> None:
    laughs = "<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;&a;'>]><x>&b;</x>"
    refused = {
        "entities": zipped({"content.xml": laughs}),
        "more than a document": zipped({"content.xml": "A" * 120_000_000}),
        "password": content("", **{"META-INF/manifest.xml": "<m><f><encryption-data/></f></m>"}),
        "something else": content("", kind="spreadsheet"),
        "OpenDocument": zipped({"word/document.xml": "<x/>"}),
    }
    for why, made in refused.items():
        with pytest.raises(BadInput, match=why):
            read(name, made)


def test_macros_are_ignored_and_named_and_objects_lead_nowhere_outside() -> None:
    body = (
        "<text:p>So <draw:frame><draw:object xlink:href='../../etc'/></draw:frame>it is.</text:p>"
    )
    made = read("a.odt", content(body, **{"Basic/Standard/Module1.xml": "<x/>"}))
    assert made.text == "So it is.\n"
    assert made.warnings == ("It holds macros; they were ignored.",)
