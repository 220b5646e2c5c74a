"""The instruction below a prompt does not repeat what the prompt has said."""

import pytest

from tutor.ids import ItemId, SkillId
from tutor.items.grade import Context
from tutor.items.item import Item
from tutor.items.types import item_type

ANSWERS = {"percent": "40%", "decimal": "0.4"}


def _item(prompt: str, form: str, language: str = "en") -> Item:
    spec = {"answer": ANSWERS.get(form, "2/5"), "form": form}
    made = item_type("number")(spec, Context())
    return Item(
        id=ItemId("one"),
        seed=0,
        templated=False,
        skills=(SkillId("parts"),),
        type_name="number",
        type=made,
        prompt=prompt,
        language=language,
    )


@pytest.mark.parametrize(
    ("prompt", "form", "language"),
    [
        ("What part is red? Give the simplest form.", "lowest_terms", "en"),
        ("Simplify $\\frac{4}{10}$.", "lowest_terms", "en"),
        ("Escribe 4/10 como fracción simplificada.", "lowest_terms", "es"),
        ("Write 2/5 as a percentage.", "percent", "en"),
    ],
)
def test_what_the_prompt_says_is_not_said_again(prompt: str, form: str, language: str) -> None:
    item = _item(prompt, form, language)
    assert item.how_beside_prompt() == ""
    assert item.shown().how  # said to a learner who asks how to answer


@pytest.mark.parametrize(
    ("prompt", "form"),
    [
        ("What part of the buttons is red?", "lowest_terms"),
        ("Write the decimal 0.4 in another way.", "fraction"),
        ("Which decimal lies between 0.3 and 0.5?", "decimal"),
    ],
)
def test_what_the_prompt_leaves_open_is_said(prompt: str, form: str) -> None:
    item = _item(prompt, form)
    assert item.how_beside_prompt() == item.shown().how != ""
