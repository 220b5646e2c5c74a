"""A model's items are kept only when the passage, the grader and the others let them stand."""

import pytest
from typer.testing import CliRunner

from tests.support import START
from tutor.cli import app
from tutor.errors import ModelFailed
from tutor.exchange.asking import ItemForm, asked, checked
from tutor.exchange.draft import Exchanged
from tutor.exchange.outline import Section
from tutor.items.grade import Context
from tutor.llm.chain import Chain
from tutor.llm.scripted import Scripted
from tutor.prompting import PromptBook
from tutor.settings import bundled

LEAF = Section(
    title="Leaves",
    text="A leaf breathes through small holes. Each hole is called a stoma. "
    "The leaf of a beech has about 170 holes in each square millimetre.",
)
GOOD = {
    "says": "Each hole is called a stoma.", "prompt": "What is one breathing hole of a plant called?",
    "kind": "short", "answer": "stoma", "distractors": ["root", "petal"], "hint": "It begins with s.",
}  # fmt: skip


def judged(*changes: dict[str, object]) -> Exchanged:
    forms = [ItemForm.model_validate(GOOD | change) for change in changes]
    return checked(forms, LEAF, "leaves", Context(language="en"))


def test_an_item_that_the_passage_bears_is_kept_and_marked():
    (draft,) = judged({}).drafts
    assert (draft.id, draft.type, draft.answer) == ("leaves-by-model-1", "short", "stoma")
    assert draft.solution == "Each hole is called a stoma."


@pytest.mark.parametrize(("change", "why"), [
    ({"says": "Each hole is called a pore.", "answer": "pore"}, "passage does not say"),
    ({"says": "The leaf of a beech has about 190 holes in each square millimetre.", "kind": "number",
      "answer": "190"}, "passage does not say"),
    ({"answer": "lenticel"}, "does not stand in the sentence"),
    ({"prompt": "What is a stoma called?"}, "holds its answer"),
    ({"distractors": ["root", "Stoma"]}, "graded as correct"),
    ({"kind": "choice", "distractors": ["root"]}, "too few options"),
])  # fmt: skip
def test_an_item_that_does_not_stand_is_left_out_with_the_reason(change, why):
    made = judged(change)
    assert made.drafts == ()
    assert why in made.lost[0].why


def test_nothing_is_asked_twice():
    made = judged({}, {"prompt": "What is one breathing  hole of a plant called?"})
    assert len(made.drafts) == 1
    assert "another one asks" in made.lost[0].why


async def test_a_failing_or_talkative_model_costs_nothing_but_its_items():
    book = PromptBook(bundled("prompts"))
    for reply in (ModelFailed("gone"), "I would rather chat."):
        made = await asked(
            Chain([Scripted([reply])], lambda: START), book, LEAF, "leaves", Context()
        )
        assert made.drafts == ()
        assert len(made.lost) == 1


UNCONFIGURED = dict.fromkeys(("MENO_LLM", "MENO_LLM_KEY", "MENO_LLM_BASE_URL", "OPENAI_API_KEY"))


def run(tmp_path, *more: str):
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "leaves.md").write_text(f"# Leaves\n\n{LEAF.text}\n")
    args = ["course", "draft", str(folder), "--out", str(tmp_path / "out"), *more]
    return CliRunner().invoke(app, args, env=UNCONFIGURED)


def test_without_a_model_it_says_what_to_do(tmp_path):
    done = run(tmp_path, "--model")
    assert "No model is configured" in str(done.exception)
    assert not (tmp_path / "out").exists()
