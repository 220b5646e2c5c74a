"""A sentence model whose steps for a question are recorded.

A question is a few tokens, so its embedding waits for memory and for the interpreter between some
250 small steps. Steps that torch has recorded once run without the interpreter, over the library's
module as it stands.
"""

import warnings
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from logging import ERROR
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

Features = Mapping[str, Any]
Model = Callable[[Features], Features]

KEPT = ("sentence_embedding", "token_embeddings")  # what a recorded model gives
_RECORDED = "How does a leaf make sugar?"
_COMPARED = ("Why?", "", "It takes in light, and out of air and water comes sugar. " * 9)
_ALIKE = 0.999  # cosine of a recorded model's vector with the model's own, at least
_NEARLY = 0.97  # the same where its products are others


def recorded(
    loaded: "SentenceTransformer", products: Mapping[str, "torch.nn.Module"] | None = None
) -> Model:
    """The model for one text, its steps recorded; the model itself where that is not possible.

    `products` are parts that are recorded in the place of those of their names, as long as vectors
    stay nearly the same. Both are called with what the model's `preprocess` gives for a text, and
    give `KEPT` at least.
    """
    import torch

    names = [k for k, v in _prepared(loaded, _RECORDED).items() if isinstance(v, torch.Tensor)]
    try:
        with _instead(loaded, products or {}):
            steps = _steps(loaded, names)

        def run(features: Features) -> Features:
            return dict(zip(KEPT, steps(*(features[name] for name in names)), strict=True))

        least = _NEARLY if products else _ALIKE
        alike = all(_likeness(run, loaded, text) > least for text in _COMPARED * 2)
    except (RuntimeError, KeyError, AttributeError):  # steps that depend on the text; another torch
        alike = False
    if alike:
        return run
    return recorded(loaded) if products else loaded


@contextmanager
def _instead(
    loaded: "SentenceTransformer", products: Mapping[str, "torch.nn.Module"]
) -> Iterator[None]:
    """Within it these are parts of the model; after it those that were are again."""
    before = {name: loaded.get_submodule(name) for name in products}
    try:
        for name, part in products.items():
            loaded.set_submodule(name, part)
        yield
    finally:
        for name, part in before.items():
            loaded.set_submodule(name, part)


def _steps(loaded: "SentenceTransformer", names: list[str]) -> Callable[..., Any]:
    import torch
    from transformers.utils.logging import get_verbosity, set_verbosity

    class Steps(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.parts = torch.nn.ModuleList(list(loaded))

        def forward(self, *given: "torch.Tensor") -> tuple["torch.Tensor", ...]:
            features: Any = dict(zip(names, given, strict=True))
            for part in self.parts:
                features = part(features)
            return tuple(features[name] for name in KEPT)

    given = _prepared(loaded, _RECORDED)
    said = get_verbosity()
    set_verbosity(ERROR)  # recording reads all there is, what is old too
    try:
        with warnings.catch_warnings(), torch.no_grad():
            warnings.simplefilter("ignore")
            inputs = tuple(given[name] for name in names)
            jit: Any = torch.jit
            frozen: Callable[..., Any] = jit.freeze(
                jit.trace(Steps().eval(), inputs, check_trace=False)
            )
            return frozen
    finally:
        set_verbosity(said)


def _prepared(loaded: "SentenceTransformer", text: str) -> Features:
    features: Features = loaded.preprocess([text])
    return features


def _likeness(run: Model, loaded: "SentenceTransformer", text: str) -> float:
    """The cosine of the vectors that two ways give a text."""
    import torch

    with torch.inference_mode():
        ours, theirs = (
            way(_prepared(loaded, text))["sentence_embedding"].float() for way in (run, loaded)
        )
        return float(torch.cosine_similarity(ours, theirs))
