"""What messages mean, asked of the library's model or of the one of many languages beside it."""

import numpy as np
import numpy.typing as npt

from tutor.errors import MissingExtra
from tutor.retrieval.dense import Embedder, HashingEmbedder
from tutor.retrieval.tongues import MODEL, Tongues


class English:
    """A sense that knows one other model."""

    async def vector(self, text: str, language: str, model: str) -> npt.NDArray[np.float64] | None:
        return np.ones(3) if model == "english" else None


async def test_nothing_is_told_before_the_model_is_loaded() -> None:
    assert await Tongues(English()).vector("hola", "es", MODEL) is None


async def test_each_model_gives_its_own_vector() -> None:
    tongues = Tongues(English())
    assert await tongues.load(HashingEmbedder) == ""
    other = await tongues.vector("hola", "es", "english")
    own = await tongues.vector("hola", "es", MODEL)
    assert other is not None
    assert own is not None
    assert (len(other), len(own)) == (3, HashingEmbedder().size)


async def test_without_the_package_the_others_are_still_asked_and_the_reason_is_told() -> None:
    def missing() -> Embedder:
        raise MissingExtra("It is not installed.", do="Install it.")

    tongues = Tongues(English())
    assert "not installed" in await tongues.load(missing)
    assert await tongues.vector("hola", "es", MODEL) is None
    assert await tongues.vector("hola", "es", "english") is not None
