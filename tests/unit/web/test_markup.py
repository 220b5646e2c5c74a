"""Markdown and maths on the page: right where they are well meant, harmless where they are not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.channels.web.markup import inline_html, reading_html, reply_html
from tutor.channels.web.mathml import mathml
from tutor.channels.web.stream import joined

LINKS = ((1, "/c/fractions/readings/equal-parts?p=a%3Ab#two", "Equal parts, Two numbers"),)


def test_maths_becomes_mathml_in_each_way_of_writing_it():
    for text in (r"$\frac{3}{4}$", r"\(\frac{3}{4}\)", "$$\\frac{3}{4}$$", r"\[\frac{3}{4}\]"):
        assert "<mfrac>" in reply_html(text)


def test_money_is_no_maths():
    assert "<math" not in reply_html("It costs $5 and $10.")
    assert reply_html(r"Is that \$0.70 or \$0.07?") == "<p>Is that $0.70 or $0.07?</p>\n"


def test_code_is_left_alone():
    made = reply_html("`a < b and $x$` and \\(y\\)")
    assert "<code>a &lt; b and $x$</code>" in made
    assert made.count("<math") == 1


def test_a_known_citation_is_a_link_and_an_unknown_one_stays_text():
    made = reply_html("The top number. [1] And more. [2]", LINKS)
    assert 'href="/c/fractions/readings/equal-parts?p=a%3Ab#two"' in made
    assert "[2]" in made
    assert "[1]" not in made


@pytest.mark.parametrize(
    "text",
    [
        "[here](https://evil.example)",
        "<https://evil.example>",
        "![](https://evil.example/pixel.png)",
        "[a]: https://evil.example\n\n[a]",
    ],
)
def test_a_reply_links_nowhere_and_loads_nothing(text):
    made = reply_html(text)
    assert "<a" not in made
    assert "<img" not in made


def test_a_reading_may_link_to_the_web_but_not_to_scripts():
    made = reading_html("[a](https://example.org) [b](javascript:alert(1)) [c](data:text/html,x)")
    assert made.count("<a href=") == 1


def test_headings_of_a_reading_get_their_anchors():
    assert '<h2 id="two">' in reading_html("# One\n\n## Two", ["one", "two"])


@pytest.mark.parametrize("latex", ["{" * 5000, r"\frac", "^", r"\left(" * 60, "x" * 9999])
def test_what_cannot_be_set_is_shown_as_it_was_written(latex):
    assert mathml(latex).startswith("<code>")


@pytest.mark.parametrize(
    "latex",
    [r"\text{<script>alert(1)</script>}", r"\href{javascript:alert(1)}{x}", r"\style{color:red}{x}",
     r"\class{x}{y}", r"\text{</math><img src=x onerror=alert(1)>}", r"\mathrm{<svg onload=alert(1)>}"],
)  # fmt: skip
def test_latex_smuggles_nothing_in(latex):
    made = mathml(latex)
    for live in ("<script", "<img", "<svg", "href", "style=", "class=", "onerror", "onload"):
        assert live not in made


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=120))
def test_any_text_comes_out_without_live_parts(text):
    for made in (reply_html(text), inline_html(text), mathml(text)):
        low = made.lower()
        assert "<script" not in low
        assert "<img" not in low
        assert "<iframe" not in low


def test_a_long_reply_is_shown_plainly():
    assert reply_html("<b>" * 20_000).startswith("<p>&lt;b&gt;")


def test_released_sentences_are_joined_with_one_space():
    text = ""
    for piece in ("One.", "Two.", " Three.\n\n", "Four."):
        text = joined(text, piece)
    assert text == "One. Two. Three.\n\nFour."
