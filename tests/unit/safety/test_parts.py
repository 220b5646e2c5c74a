"""What the parts of words tell, where whole words were not met."""

from tutor.safety import parts


def test_a_part_counts_as_often_as_it_is_there() -> None:
    assert len(parts.parts("ana")) == 4 + 3 + 2 + 1


def test_the_same_word_in_another_form_leans_the_same_way() -> None:
    """No reader of whole words knows these spellings from another."""
    for told, plain in (("بيضربنيي", "بيشرحلهم"), ("amenazandome", "explicandome")):
        assert parts.lean([told]) > parts.lean([plain])


def test_no_words_lean_as_the_constant_does() -> None:
    assert parts.lean([]) == parts.lean([])
    assert isinstance(parts.lean([]), float)
