"""Making follow-ups searchable."""

import pytest

from tutor.ids import CourseId, DocumentId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.followup import is_follow_up, resolved
from tutor.retrieval.passage import StoredDocument

TEXT = "# Photosynthesis\n\n## Where it happens\n\nIn the chloroplasts."
PASSAGES = passages_of(
    StoredDocument(
        id=DocumentId("d"),
        course=CourseId("c"),
        title="Photosynthesis",
        path="",
        digest="",
        text=TEXT,
    )
)


@pytest.mark.parametrize(
    "text",
    ["why?", "and at night?", "how does it work", "what about roots?", "huh", "but why is that"],
)
def test_what_goes_on_or_points_back_is_a_follow_up(text: str) -> None:
    assert is_follow_up(text)


@pytest.mark.parametrize(
    "text",
    ["What do chloroplasts need to make sugar?", "Explain how plants take in carbon dioxide gas"],
)
def test_what_stands_by_itself_comes_back_unchanged(text: str) -> None:
    assert resolved(text, skill="Fractions", passages=PASSAGES) == text


def test_a_follow_up_takes_the_open_skill_item_and_last_heading_along() -> None:
    text = resolved(
        "why?", skill="Making sugar", prompt="Where is **sugar** made?", passages=PASSAGES
    )
    assert text == "why? Making sugar Where is sugar made? Photosynthesis Where it happens"


def test_nothing_open_leaves_the_message_as_it_is() -> None:
    assert resolved("why?") == "why?"
