"""Cutting documents into passages."""

import itertools

from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import count_words, headings_of, indexed_text, passages_of, slug
from tutor.retrieval.passage import Passage, StoredDocument


def cut(text: str, title: str = "Cells") -> tuple[Passage, ...]:
    return passages_of(document(text, title))


def document(text: str, title: str = "Cells") -> StoredDocument:
    return StoredDocument(
        id=DocumentId("d"), course=CourseId("c"), title=title, path="", digest="", text=text
    )


def paragraph(words: int, word: str = "word") -> str:
    return " ".join([word] * (words - 1)) + " end."


def test_a_passage_never_crosses_a_heading() -> None:
    one, two = cut("# Cells\n\nFirst.\n\n## Parts\n\nSecond.")
    assert (one.text, two.text) == ("First.", "Second.")
    assert (one.heading_path, two.heading_path) == (("Cells",), ("Cells", "Parts"))


def test_long_sections_are_cut_at_paragraphs_into_even_passages() -> None:
    passages = cut("# Cells\n\n" + "\n\n".join(paragraph(90) for _ in range(6)))
    sizes = [count_words(one.text) for one in passages]
    assert sum(sizes) == 540
    assert max(sizes) <= 330
    assert min(sizes) >= 180


def test_a_very_long_paragraph_is_cut_between_sentences() -> None:
    passages = cut("# Cells\n\n" + " ".join(paragraph(20, "Word") for _ in range(60)))
    assert len(passages) > 3
    assert all(one.text.endswith("end.") for one in passages)


def test_a_text_without_sentences_is_cut_between_words() -> None:
    passages = cut("# Talk\n\n" + " ".join(f"word{n}" for n in range(1200)), "Talk")
    assert len(passages) > 3
    assert [word for one in passages for word in one.text.split()][-1] == "word1199"


def test_a_list_stays_with_the_line_that_introduces_it() -> None:
    filler = "\n\n".join(paragraph(80) for _ in range(3))
    text = f"# Cells\n\n{filler}\n\nThere are two kinds:\n\n- plants\n- animals\n\n{filler}"
    (holding,) = [one for one in cut(text) if "two kinds" in one.text]
    assert "- plants\n- animals" in holding.text


def test_headings_inside_code_are_no_headings() -> None:
    (one,) = cut("# Loops\n\nLook:\n\n```python\n# a comment\n\nprint(1)\n```", "Loops")
    assert "# a comment\n\nprint(1)" in one.text


def test_display_maths_is_kept_whole() -> None:
    (one,) = cut("# Area\n\nThe area:\n\n$$\na\n\n= b\n$$\n\nDone.", "Area")
    assert "$$\na\n\n= b\n$$" in one.text


def test_spans_point_at_the_words_in_the_document() -> None:
    text = "# Cells\n\n  First words.\n\n## Parts\n\nSecond words.\n\nThird words.\n"
    for one in cut(text):
        assert text[one.start : one.end].strip() == one.text


def test_page_marks_set_the_place_and_leave_no_trace() -> None:
    text = "# Cells\n\n<!-- page: 1 -->\n\nFirst.\n\n<!-- page: 2 -->\n\n## Parts\n\nSecond."
    one, two = cut(text)
    assert (one.page, two.page) == (1, 2)
    assert "page" not in one.text + two.text


def test_anchors_are_those_of_github_and_never_repeat() -> None:
    assert slug("What’s **new** in C++ & Rust?") == "whats-new-in-c--rust"
    assert slug("Größe (m²)") == "größe-m²"
    anchors = [h.anchor for h in headings_of(document("# A\n\n## Why?\n\nx\n\n## Why?\n\ny"))]
    assert anchors == ["a", "why", "why-1"]


def test_the_heading_path_forgets_what_was_closed() -> None:
    text = "# Cells\n\n## A\n\n### B\n\nx\n\n## C\n\ny"
    assert [one.heading_path for one in cut(text)] == [("Cells", "A", "B"), ("Cells", "C")]


def test_what_is_indexed_has_title_and_headings_in_front() -> None:
    (one,) = cut("# Cells\n\n## The *nucleus*\n\nIt holds DNA.")
    assert indexed_text(one) == "Cells\nThe nucleus\nIt holds DNA."


def test_an_unchanged_passage_keeps_its_id_when_others_change() -> None:
    before = cut("# Cells\n\nFirst.\n\n## Parts\n\nSecond.")
    after = cut("# Cells\n\nFirst and more.\n\n## Parts\n\nSecond.")
    assert before[0].id != after[0].id
    assert before[1].id == after[1].id


def test_equal_passages_have_different_ids() -> None:
    ids = [one.id for one in cut("# Cells\n\n## A\n\nSame.\n\n## A\n\nSame.")]
    assert len(set(ids)) == 2


def test_a_document_without_words_has_no_passages() -> None:
    assert cut("") == ()
    assert cut("# Only a heading\n\n<!-- page: 1 -->\n") == ()


def test_text_without_spaces_is_measured_by_characters() -> None:
    passages = cut("# 光合作用\n\n" + "植物利用光能制造糖。" * 200, "光合作用")
    assert len(passages) >= 3
    assert all(one.text.endswith("。") for one in passages)


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(["# H", "## Sub", "words. more words", "- point", "", "```", "$$", "| a | b |", "<!-- page: 2 -->", "x: "]), max_size=30))  # fmt: skip
def test_no_words_are_lost_or_repeated(lines: list[str]) -> None:
    text = "\n".join(lines)
    passages = cut(text)
    spans = [(one.start, one.end) for one in passages]
    assert spans == sorted(spans)
    assert all(a[1] <= b[0] for a, b in itertools.pairwise(spans))
    assert sum(one.text.count("more words") for one in passages) == text.count("more words")
