"""What notes of Anki, tables of questions and pages hold: holes, options in columns, formulas."""

import pytest
from found_items import found, said

from tutor.exchange.markup import of_html

ANKI = """#separator:tab
#html:true
# made by hand
#tags column:3
Capital of <b>Peru</b>?\tLima\tgeo::first_skill
Half?\t<anki-mathjax>\\frac{1}{2}</anki-mathjax>\t
Colours?\tred<br>green\t
<img src='x.png'>\ta cell\t
{{c1::Lima::a city}} is in {{c2::Peru}}\tmore\t
"""


def test_notes_exported_as_text():
    got = found(ANKI, "deck.txt")
    assert [(one.type, one.answer) for one in got.drafts] == [
        ("short", "Lima"), ("short", "$\\frac{1}{2}$"), ("blanks", ["Lima", "Peru"]),
    ]  # fmt: skip
    assert got.drafts[0].about == ("first skill",)
    assert "several lines" in said(got)
    assert "nothing but a picture or a sound" in said(got)


@pytest.mark.parametrize(("text", "prompt", "answer", "why"), [
    ("The {{c1::mito{{c2::chondrion::what?}}}} makes {{c1::ATP}}.", "The ___ makes ___.",
     ["mitochondrion", "ATP"], "A hole inside another was filled in."),
    ("Set $\\{x\\}$ {{c1::holds}} x}}", "Set \\$\\{x\\}\\$ ___ x}}", ["holds"], ""),
])  # fmt: skip
def test_holes_inside_holes_are_filled_in(text, prompt, answer, why):
    made = found(f"#separator:tab\n#html:true\n{text}\t", "a.txt")
    (draft,) = made.drafts
    assert (draft.type, draft.prompt, draft.answer) == ("blanks", prompt, answer)
    assert why in said(made)


@pytest.mark.parametrize(("text", "why"), [
    ("{{c1::image-occlusion:rect:left=.1:top=.2}}\t<img src=b.png>", "parts of a picture"),
    ("{{c1::Paris}}\t", "Nothing stands around its hole"),
])  # fmt: skip
def test_a_hole_that_cannot_be_asked_about_is_named(text, why):
    made = found(f"#separator:tab\n#html:true\n{text}", "a.txt")
    assert made.drafts == ()
    assert why in said(made)


TABLE = """Question - max 120 characters,Answer 1,Answer 2,Answer 3,Correct answer(s)
Which are even?,two,three,four,"1,3"
Which is odd?,nine,ten,,A
Which is it?,one,two,,seven
"""


def test_a_table_with_options_in_columns():
    got = found(TABLE, "quiz.csv")
    assert [(one.type, one.answer) for one in got.drafts] == [
        ("choices", ["two", "four"]),
        ("choice", "nine"),
    ]
    assert "which of its options is right" in said(got)


@pytest.mark.parametrize(("html", "text"), [
    ("<p>H<sub>2</sub>O for $5</p>", "H$_{2}$O for \\$5"),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of $$x$$", "$\\frac{1}{2}$ of $x$"),
    ("<p>if \\(x&lt;1\\)</p>", "if $x<1$"),
    ("<p>Find <img class='equation_image' alt='LaTeX: x^2' data-equation-content='x^2'>.</p>", "Find $x^2$."),
])  # fmt: skip
def test_formulas_in_pages_stay_formulas_and_money_stays_money(html, text):
    assert of_html(html) == text
