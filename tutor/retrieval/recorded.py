"""A sentence model made quick on the processor: small weights, and a question's steps recorded.

A question is a few tokens, so its embedding waits for memory (42 MB of weights are read for it) and
for the interpreter between some 250 small steps. Weights in half precision are half of the
reading; steps that torch has recorded once run without the interpreter. Both are torch's own,
over the library's module as it stands.
"""

import time
import warnings
from collections.abc import Callable, Mapping
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
_PASSAGES, _WIDTH = 512, 384  # the shape of a product of passages
_AS_FAST = 1.1  # times as long as in float32: in what is measured of the same


def put_in_half(loaded: "SentenceTransformer") -> bool:
    """Keep the weights of products in half precision where this processor is as fast with it.

    Sums stay in float32: vectors change by less than a millionth. False where nothing was changed.
    """
    import torch

    if torch.backends.quantized.engine not in ("fbgemm", "x86"):
        return False
    plain = torch.nn.Sequential(torch.nn.Linear(_WIDTH, 4 * _WIDTH)).eval()
    rows = torch.ones(_PASSAGES, _WIDTH)
    before = _seconds(plain, rows)
    try:
        after = _seconds(_halved(plain), rows)
    except (RuntimeError, AttributeError):  # another processor, another torch
        return False
    if after > _AS_FAST * before:
        return False
    _halved(loaded)
    return True


def recorded(loaded: "SentenceTransformer") -> Model:
    """The model for one text, its steps recorded; the model itself where that is not possible.

    Both are called with what the model's `preprocess` gives for a text, and give `KEPT` at least.
    """
    import torch

    names = [k for k, v in _prepared(loaded, _RECORDED).items() if isinstance(v, torch.Tensor)]
    try:
        steps = _steps(loaded, names)

        def run(features: Features) -> Features:
            return dict(zip(KEPT, steps(*(features[name] for name in names)), strict=True))

        alike = all(_likeness(run, loaded, text) > _ALIKE for text in _COMPARED * 2)
    except (RuntimeError, KeyError, AttributeError):  # steps that depend on the text; another torch
        return loaded
    return run if alike else loaded


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


def _halved(model: Any) -> Any:
    """The model, changed in place."""
    import torch

    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        tools: Any = torch.ao.quantization
        return tools.quantize_dynamic(model, {torch.nn.Linear}, dtype=torch.float16, inplace=True)


def _seconds(model: Any, rows: "torch.Tensor") -> float:
    """The shortest of some runs."""
    import torch

    took = []
    with torch.inference_mode():
        for _ in range(8):
            begun = time.perf_counter()
            model(rows)
            took.append(time.perf_counter() - begun)
    return min(took)
