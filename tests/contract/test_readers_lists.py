"""Lists keep what their points are called by: an answer “b” is found where the list says b."""

import io
import zipfile

import pytest

from tutor.retrieval.readers import reader_for
from tutor.retrieval.readers._numbered import Sign, numbered, sign_of


def of(name: str, text: str) -> str:
    return reader_for(name)(text.encode(), name).text


def word(body: str, numbering: str) -> str:
    """The text of a Word document with these paragraphs and lists."""
    space = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr(
            "word/document.xml", f"<w:document {space}><w:body>{body}</w:body></w:document>"
        )
        package.writestr("word/numbering.xml", f"<w:numbering {space}>{numbering}</w:numbering>")
    return reader_for("a.docx")(made.getvalue(), "a.docx").text


def paragraph(text: str, list_: str, more: str = "", level: int = 0) -> str:
    numbers = f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list_}"/></w:numPr>'
    return f"<w:p><w:pPr>{numbers}{more}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def kind(id: str, how: str) -> str:
    return (
        f'<w:abstractNum w:abstractNumId="{id}"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
        f'<w:numFmt w:val="{how}"/><w:lvlText w:val="%1)"/></w:lvl></w:abstractNum>'
    )


def number(id: str, of_kind: str, start: str = "") -> str:
    over = (
        f'<w:lvlOverride w:ilvl="0"><w:startOverride w:val="{start}"/></w:lvlOverride>'
        if start
        else ""
    )
    return f'<w:num w:numId="{id}"><w:abstractNumId w:val="{of_kind}"/>{over}</w:num>'


@pytest.mark.parametrize(("named", "sign", "third"), [
    ("decimal", Sign.NUMBER, "3."), ("lowerLetter", Sign.SMALL, "- c."), ("alphaUcPeriod", Sign.LARGE, "- C."),
    ("lower-roman", Sign.SMALL_ROMAN, "- iii."), ("romanUcPeriod", Sign.LARGE_ROMAN, "- III."),
])  # fmt: skip
def test_a_list_counts_as_its_file_says(named, sign, third):
    assert sign_of(named) is sign
    assert numbered(3, sign) == third


def test_letters_of_a_web_page_stay_letters():
    assert of("a.html", "<ol type=a><li>five<li>six</ol>") == "- a. five\n- b. six\n"
    assert of("a.html", "<ol type=I start=4><li>five</ol>") == "- IV. five\n"


def test_letters_of_a_word_document_stay_letters_and_lists_of_a_kind_count_on():
    lists = kind("7", "lowerLetter") + number("1", "7") + number("2", "7") + number("3", "7", "1")
    body = paragraph("five", "1") + paragraph("six", "2") + paragraph("anew", "3")
    assert word(body, lists) == "- a. five\n- b. six\n- a. anew\n"


def test_a_paragraph_of_a_list_that_is_in_no_list_has_no_point_of_its_own():
    lists = kind("7", "decimal") + number("1", "7")
    inside = paragraph("at home", "0", '<w:ind w:left="720"/>')
    assert word(paragraph("fill it", "1") + inside, lists) == "1. fill it\n   at home\n"
    assert (
        word(paragraph("fill it", "1") + paragraph("later", "0"), lists) == "1. fill it\n\nlater\n"
    )


def test_paragraphs_and_tables_of_a_point_keep_their_lines():
    page = "<ol><li><p>one</p><p>more</p></li><li>two<table><tr><td>a<td>b</tr><tr><td>1<td>2</tr></table></li></ol>"
    assert of("a.html", page) == (
        "1. one\n   more\n2. two\n   | a | b |\n   |---|---|\n   | 1 | 2 |\n"
    )


def test_words_that_touch_in_one_emphasis_are_one():
    assert (
        of("a.html", "<p><em>m</em><em>c</em><sup>2</sup> <b>bo</b><b>ld</b></p>")
        == "*mc*² **bold**\n"
    )


CNXML = """<document xmlns="http://cnx.rice.edu/cnxml"><title>Forces</title><content>
<list list-type="enumerated" number-style="lower-alpha"><item>5</item><item>6</item></list>
<figure><title>A push</title><media alt="A hand pushes"/><caption>Hand and box</caption></figure>
<table><tgroup cols="2"><colspec colname="c1"/><colspec colname="c2"/><tbody>
<row><entry namest="c1" nameend="c2">Units</entry></row><row><entry morerows="1">newton</entry><entry>N</entry></row>
<row><entry>kN</entry></row></tbody></tgroup></table></content></document>"""


def test_a_module_keeps_letters_titles_of_figures_and_cells_that_reach_over_others():
    text = of("m.cnxml", CNXML)
    assert "- a. 5\n- b. 6" in text
    assert "Figure: A push. Hand and box" in text
    assert "| Units |  |\n|---|---|\n| newton | N |\n| newton | kN |" in text
