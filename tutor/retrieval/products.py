"""A sentence model's products made quick on the processor: half precision, and whole numbers.

Weights in half precision are half of the reading; sums stay in float32, and vectors change by less
than a millionth. A question's products are quicker still in whole numbers of eight bits. What goes
into a product takes eight, by one scale; weights take seven, by one scale a row, so that two
products never add up to more than the sixteen bits in which a processor without VNNI adds them. A
few inputs are far greater than the others and would have the scale for themselves: each is divided
by a number of its own, and its weights are multiplied by it (Xiao et al. 2023, "SmoothQuant").
"""

import time
import warnings
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import torch
    from sentence_transformers import SentenceTransformer

    Products = dict[str, torch.nn.Module]

_WIDTH = 384  # of a product; it gives four times as many numbers
_PASSAGES, _QUESTION = 512, 17  # tokens that are worked on together
_AS_FAST = 1.1  # times as long as in float32: in what is measured of the same
_FASTER = 0.8  # times as long as the quickest other way
_TOP = 63  # the greatest weight of seven bits
_TO_WEIGHTS = 0.75  # how much of what sets inputs apart goes over to their weights
_SHOWN = (  # texts that tell how great inputs are
    "photosynthesis",
    "and why is that?",
    "Which of these is not a cause of the civil war?",
    "What is the difference between speed and velocity?",
    "Solve 3x² + 5x − 2 = 0 for x and check your answers.",
    "How do banks create money, and why would they stop?",
    "Explain the role of culture in shaping norms, values and beliefs.",
    "A car of 1,200 kg stops within 40 m from 90 km/h. Find the force of its brakes.",
    "Describe how memories are stored, with an example of your own. Then say why some are lost.",
    "the habit of agreeing with most people even when one privately believes that they are wrong",
)


def put_in_half(loaded: "SentenceTransformer") -> bool:
    """Keep the weights of products in half precision where this processor is as fast with it.

    False where nothing was changed.
    """
    import torch

    if torch.backends.quantized.engine not in ("fbgemm", "x86"):
        return False
    plain, rows = _example(_PASSAGES)
    before = _seconds(plain, rows)
    try:
        after = _seconds(_halved(plain), rows)
    except (RuntimeError, AttributeError):  # another processor, another torch
        return False
    if after > _AS_FAST * before:
        return False
    _halved(loaded)
    return True


def whole_numbers(loaded: "SentenceTransformer") -> "Products":
    """The products of a model in float32, by name, in whole numbers; it stays as it is.

    None of them where a question's products are hardly faster with them on this processor.
    """
    import torch

    if torch.backends.quantized.engine not in ("fbgemm", "x86"):
        return {}
    try:
        if not _whole_is_faster():
            return {}
        greatest = _greatest_inputs(loaded)
        return {name: in_whole(loaded.get_submodule(name), most) for name, most in greatest.items()}
    except (RuntimeError, AttributeError):  # another processor, another torch
        return {}


def in_whole(plain: Any, greatest: "torch.Tensor") -> "torch.nn.Module":
    """A linear part's product in whole numbers; `greatest` is how great each input becomes."""
    import torch

    class Whole(torch.nn.Module):
        def __init__(self) -> None:
            super().__init__()
            weights = plain.weight.detach()
            most = weights.abs().amax(0).clamp(min=1e-5)
            apart = greatest.clamp(min=1e-3) ** _TO_WEIGHTS / most ** (1 - _TO_WEIGHTS)
            weights = weights * apart
            scales = weights.abs().amax(1).clamp(min=1e-8) / _TOP
            zeros = torch.zeros(len(scales), dtype=torch.long)
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # torch calls it old
                rows = torch.quantize_per_channel(weights, scales, zeros, 0, torch.qint8)
            self.even = 1 / apart
            self.packed = torch.ops.quantized.linear_prepack(rows, plain.bias)

        def forward(self, given: "torch.Tensor") -> Any:
            return torch.ops.quantized.linear_dynamic(given * self.even, self.packed, False)

    return Whole().eval()


def _whole_is_faster() -> bool:
    plain, rows = _example(_QUESTION)
    whole = _seconds(in_whole(plain[0], rows[0]), rows)
    others = _seconds(plain, rows), _seconds(_halved(plain), rows)
    return whole < _FASTER * min(others)


def _greatest_inputs(loaded: "SentenceTransformer") -> dict[str, "torch.Tensor"]:
    """How great each input of the model's products becomes, by the product's name."""
    import torch

    greatest: dict[str, torch.Tensor] = {}

    def watched(name: str, given: "torch.Tensor") -> None:
        most = given.abs().reshape(-1, given.shape[-1]).amax(0)
        greatest[name] = torch.maximum(greatest.get(name, most), most)

    watching = [
        part.register_forward_pre_hook(lambda _, given, name=name: watched(name, given[0]))
        for name, part in loaded.named_modules()
        if isinstance(part, torch.nn.Linear)
    ]
    try:
        with torch.inference_mode():
            for text in _SHOWN:
                loaded(loaded.preprocess([text]))
    finally:
        for one in watching:
            one.remove()
    return greatest


def _example(tokens: int) -> tuple[Any, "torch.Tensor"]:
    """A product of a model's shape, and what goes into it."""
    import torch

    plain = torch.nn.Sequential(torch.nn.Linear(_WIDTH, 4 * _WIDTH)).eval()
    return plain, torch.ones(tokens, _WIDTH)


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
