"""Every reader makes headings, paragraphs and places of its format."""

import shutil
import subprocess
from pathlib import Path

import pytest
from office_files import docx, paragraph, pptx, read, slide, zipped

from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.readers import (
    as_document,
    known_suffixes,
    read_file,
    reader_for,
)


def test_formats_are_found_by_suffix_in_any_case() -> None:
    assert {
        "md",
        "html",
        "txt",
        "pdf",
        "docx",
        "pptx",
        "odt",
        "odp",
        "epub",
        "srt",
        "vtt",
        "csv",
    } <= set(known_suffixes())
    assert read("CELLS.MD", "# Cells\n\nSmall.").title == "Cells"
    for name in ("virus.exe", "noname", "_tree._zip", "a.__init__"):
        with pytest.raises(BadInput, match=r"suffix|cannot be read"):
            reader_for(name)


@pytest.mark.parametrize(("name", "do"), [
    ("plan.doc", "Word (.docx)"), ("plan.RTF", "Word (.docx)"), ("talk.key", ".pptx"), ("marks.xlsx", "CSV"),
    ("board.jpg", "text recognition"), ("film.mp4", "subtitles"), ("all.zip", "Unpack"), ("game.exe", "one of: "),
])  # fmt: skip
def test_a_format_that_nobody_reads_comes_with_what_to_do(name: str, do: str) -> None:
    with pytest.raises(BadInput) as refused:
        reader_for(name)
    assert do in str(refused.value)


def test_markdown_takes_its_title_from_front_matter_or_heading() -> None:
    made = read("x.md", "---\ntitle: All about cells\nskills: [a]\n---\nCells\n=====\n\nSmall.")
    assert (made.title, made.text) == ("All about cells", "# Cells\n\nSmall.\n")
    assert read("02_cell-parts.md", "Just words.").title == "Cell parts"


def test_plain_text_finds_headings_and_pages() -> None:
    made = read("notes.txt", "CHAPTER ONE\n\nCells are small.\n\f2.1 Parts\n\n# not a heading here")
    assert "## Chapter one\n\nCells are small." in made.text
    assert "<!-- page: 2 -->\n\n## 2.1 Parts\n\n\\# not a heading" in made.text


def test_text_in_old_encodings_is_read() -> None:
    assert "Größe" in read("a.txt", "Größe".encode("cp1252")).text
    assert "Größe" in read("a.txt", "Größe".encode("utf-16")).text
    with pytest.raises(BadInput, match="not a text"):
        read("a.txt", b"\x00\x01\x02binary\x00")


PAGE = """<html><head><title>Site – Cells</title><style>p{}</style></head><body>
<nav>Home | About</nav><main><h1>Cells</h1><p>A <b>cell</b> is <i>small</i>.<br>Very.
<p>Area: <math><mfrac><mi>a</mi><msup><mi>b</mi><mn>2</mn></msup></mfrac></math>
<h2>Parts</h2><ul><li>nucleus<ul><li>DNA</li></ul><li>membrane</ul>
<table><caption>Jobs</caption><tr><th>Part<th>Job<tr><td>nucleus<td>con|trol</table>
<figure><img src=x alt="A leaf cell"><figcaption>A cell of a leaf.</figcaption></figure>
<pre><code>for x in y:
    # not a heading
</code></pre><script>alert(1)</script><p style="display:none">secret orders</p>
<p><a href="https://example.org/a">link</a> <a href="javascript:x">bad</a></main><footer>©</footer></body></html>"""


def test_a_web_page_keeps_what_is_read_and_nothing_else() -> None:
    made = read("page.html", PAGE)
    assert made.title == "Cells"
    for kept in (
        "# Cells", "A **cell** is *small*.\nVery.", "## Parts", "- nucleus\n   - DNA\n- membrane",
        "Table: Jobs", "| Part | Job |", r"con\|trol", "(Image: A leaf cell)", "Figure: A cell of a leaf.",
        "```\nfor x in y:\n    # not a heading\n```", "[link](https://example.org/a) bad", r"$\frac{a}{b^{2}}$",
    ):  # fmt: skip
        assert kept in made.text, kept
    for gone in ("Home", "alert", "secret", "©", "javascript"):
        assert gone not in made.text


def test_a_word_file_keeps_headings_lists_tables_and_formulas() -> None:
    formula = "<w:p><m:oMathPara><m:oMath><m:f><m:num><m:r><m:t>1</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath></m:oMathPara></w:p>"
    deleted = "<w:p><w:del><w:r><w:delText>gone</w:delText></w:r></w:del><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>"
    cells = "".join(f"<w:tc>{paragraph(text)}</w:tc>" for text in ("Part", "Job"))
    body = (
        paragraph("Cells", "Titel")
        + paragraph("The nucleus", "berschrift1")
        + paragraph("It holds DNA.")
        + paragraph("one", "ListBullet")
        + paragraph("two", "ListBullet")
        + formula
        + deleted
        + f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>"
        + "<w:p><w:r><w:br w:type='page'/></w:r></w:p>"
        + paragraph("On page two.")
    )
    made = read("cells.docx", docx(body))
    assert made.title == "Cells"
    assert made.text.startswith("# Cells\n\n## The nucleus\n\nIt holds DNA.\n\n- one\n- two\n\n")
    assert r"$$\frac{1}{2}$$" in made.text
    assert "| Part | Job |" in made.text
    assert "<!-- page: 2 -->\n\nOn page two." in made.text
    assert "gone" not in made.text
    assert "hidden" not in made.text


def test_macros_are_ignored_and_said() -> None:
    made = read("cells.docm", docx(paragraph("Words."), **{"word/vbaProject.bin": "Shell"}))
    assert made.text == "Words.\n"
    assert any("macros" in warning for warning in made.warnings)


def test_slides_keep_their_numbers_and_titles() -> None:
    made = read("show.pptx", pptx(slide("Cells", "small", "many"), slide("Secret", "x", shown="0"), slide("Leaves", "Green.")))  # fmt: skip
    assert made.title == "Cells"
    assert "<!-- slide: 1 -->\n\n## Cells\n\n- small\n- many" in made.text
    assert "<!-- slide: 3 -->\n\n## Leaves\n\nGreen." in made.text
    assert "Secret" not in made.text
    assert made.warnings == ("1 hidden slide was left out.",)


def test_numbers_that_a_slide_shows_are_read() -> None:
    steps = slide("Steps", "Sinks", "Melts", "Rises").replace("<a:p>", '<a:p><a:pPr><a:buAutoNum type="arabicPeriod"/></a:pPr>')  # fmt: skip
    assert "1. Sinks\n2. Melts\n3. Rises" in read("show.pptx", pptx(steps)).text


def test_an_e_book_is_read_in_the_order_of_its_spine() -> None:
    container = "<container><rootfiles><rootfile full-path='OPS/book.opf'/></rootfiles></container>"
    package = (
        "<package xmlns:dc='http://purl.org/dc/elements/1.1/'><metadata><dc:title>Biology</dc:title></metadata>"
        "<manifest><item id='b' href='two%20b.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='a' href='one.xhtml' media-type='application/xhtml+xml'/>"
        "<item id='n' href='nav.xhtml' media-type='application/xhtml+xml' properties='nav'/></manifest>"
        "<spine><itemref idref='n'/><itemref idref='a'/><itemref idref='b'/><itemref idref='gone'/></spine></package>"
    )
    pages = {
        "OPS/one.xhtml": "<html><body><h1>Cells</h1><p>First.</p></body></html>",
        "OPS/two b.xhtml": "<html><body><h1>Leaves</h1><p>Second.</p></body></html>",
        "OPS/nav.xhtml": "<html><body>Contents</body></html>",
    }
    made = read("book.epub", zipped({"META-INF/container.xml": container, "OPS/book.opf": package, **pages}))  # fmt: skip
    assert made.title == "Biology"
    assert made.text == "## Cells\n\nFirst.\n\n## Leaves\n\nSecond.\n"


def test_subtitles_keep_their_seconds() -> None:
    cues = "\n\n".join(
        f"{n}\n00:0{n // 60}:{n % 60:02d},000 --> 00:09:00,000\n<i>Sentence number {n}.</i>"
        for n in range(0, 120, 10)
    )
    made = read("talk.srt", cues)
    assert "<!-- second: 1 -->\n\nSentence number 0. Sentence number 10." in made.text
    assert "<!-- second: 50 -->" in made.text
    assert "<i>" not in made.text
    vtt = "WEBVTT\n\nNOTE a comment\n\n00:05.000 --> 00:07.000\nHello there.\n\n00:07.000 --> 00:09.000\nHello there.\nAnd more."
    assert read("talk.vtt", vtt).text == "<!-- second: 5 -->\n\nHello there. And more.\n"
    with pytest.raises(BadInput, match="no subtitles"):
        read("talk.srt", "just words")


def test_questions_and_answers_become_sections() -> None:
    made = read("qa.csv", "Nr;Question;Answer\n1;What is a cell?;The smallest unit.\n2;;lost\n")
    assert made.text == "## What is a cell?\n\nThe smallest unit.\n"
    assert made.warnings == ("1 rows without question or answer were left out.",)
    assert "## leaf\n\na green part" in read("qa.tsv", "leaf\ta green part\n").text


def test_a_document_without_text_says_so() -> None:
    assert "No text was found in it." in read("a.txt", "  \n ").warnings


def test_passages_know_their_slide() -> None:
    content = pptx(slide("Cells", "small", "many"), slide("Leaves", "Green."))
    document = as_document(
        read("show.pptx", content), content,
        document=DocumentId("show"), course=CourseId("c"), path="show.pptx",
    )  # fmt: skip
    found = passages_of(document)
    assert [(one.page, one.heading_path[-1]) for one in found] == [(1, "Cells"), (2, "Leaves")]


CHROMIUM = shutil.which("chromium")


@pytest.mark.heavy
@pytest.mark.skipif(CHROMIUM is None, reason="no chromium to print with")
def test_a_page_printed_by_a_browser_is_read_by_columns(tmp_path: Path) -> None:
    pytest.importorskip("pypdf", reason="pypdf is not installed")
    lines = "".join(f"<p>Sentence {n} speaks about photosynthesis and its transformation.</p>" for n in range(30))  # fmt: skip
    (tmp_path / "a.html").write_text(
        f"<title>Leaves</title><body style='font-size:11pt'><h1>Leaves</h1><div style='columns:2'><h2>Light</h2>{lines}</div>"
    )
    assert CHROMIUM
    subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--print-to-pdf=a.pdf", "a.html"],
        cwd=tmp_path, check=True, capture_output=True, timeout=60,
    )  # fmt: skip
    made = read_file(tmp_path / "a.pdf")
    assert made.title == "Leaves"
    assert "## Leaves" in made.text
    assert "### Light" in made.text
    places = [
        made.text.index(f"Sentence {n} speaks about photosynthesis and its") for n in range(30)
    ]
    assert places == sorted(places)
    assert "file:" not in made.text
