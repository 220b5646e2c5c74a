"""The default embedding model run directly: torch's products alone, without a framework around it.

A BERT of six layers (Wang et al. 2020, "MiniLM"), its tokens' mean scaled to length 1. Texts that are
embedded together lie one behind the other, so that none is padded to another's length.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import torch
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor
from torch.nn import functional

from tutor.retrieval.dense import Vectors

SIZE = 384  # the length of a vector
_LAYERS = 6
_HEADS = 12
_EPSILON = 1e-12

Linear = Callable[..., Tensor]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layer:
    """One layer: its products, and the scales and shifts of its two normalisations."""

    attend: Linear
    attended: Linear
    widen: Linear
    narrow: Linear
    first: tuple[Tensor, Tensor]
    second: tuple[Tensor, Tensor]


class MiniLm:
    """The model of a folder, in memory. Its products run in the thread that calls."""

    def __init__(self, folder: Path, length: int, kind: torch.dtype) -> None:
        """`length` is the most tokens that are read of a text, `kind` float32 or bfloat16."""
        self._words = Tokenizer.from_file(str(folder / "tokenizer.json"))
        self._words.no_padding()
        self._words.enable_truncation(length)
        weights = {
            name: tensor.to(kind)
            for name, tensor in load_file(folder / "model.safetensors").items()
            if tensor.is_floating_point()
        }
        self._tokens = weights["embeddings.word_embeddings.weight"]
        self._places = (
            weights["embeddings.position_embeddings.weight"]
            + weights["embeddings.token_type_embeddings.weight"][0]
        )
        self._norm = _norm(weights, "embeddings")
        self._layers = [_layer(weights, f"encoder.layer.{at}") for at in range(_LAYERS)]

    def embed(self, texts: Sequence[str]) -> Vectors:
        """One row for each of at least one text, as long as the mean of its tokens."""
        read = [one.ids for one in self._words.encode_batch(texts)]
        lengths = [len(ids) for ids in read]
        with torch.inference_mode():
            tokens = torch.tensor([one for ids in read for one in ids])
            places = torch.cat([self._places[:length] for length in lengths])
            rows = self._tokens[tokens] + places
            rows = functional.layer_norm(rows, rows.shape[1:], *self._norm, eps=_EPSILON)
            for layer in self._layers:
                rows = _through(layer, rows, lengths)
            means = torch.stack([part.float().mean(0) for part in torch.split(rows, lengths)])
        made: Vectors = means.numpy()
        return made


def _through(layer: _Layer, rows: Tensor, lengths: list[int]) -> Tensor:
    mixed = layer.attend(rows)
    parts = [_attention(part) for part in torch.split(mixed, lengths)]
    rows = layer.attended(torch.cat(parts)).add_(rows)
    rows = functional.layer_norm(rows, rows.shape[1:], *layer.first, eps=_EPSILON)
    wide = functional.gelu(layer.widen(rows))
    rows = layer.narrow(wide).add_(rows)
    return functional.layer_norm(rows, rows.shape[1:], *layer.second, eps=_EPSILON)


def _attention(mixed: Tensor) -> Tensor:
    """Each token's mixture of one text's tokens, from their queries, keys and values in a row."""
    length, width = len(mixed), mixed.shape[1] // 3
    parts = mixed.view(1, length, 3, _HEADS, width // _HEADS).permute(2, 0, 3, 1, 4)
    heads = functional.scaled_dot_product_attention(parts[0], parts[1], parts[2])
    return heads.transpose(1, 2).reshape(length, width)


def _layer(weights: Mapping[str, Tensor], name: str) -> _Layer:
    heads = [f"{name}.attention.self.{part}" for part in ("query", "key", "value")]
    return _Layer(
        attend=_linear(
            torch.cat([weights[f"{one}.weight"] for one in heads]),
            torch.cat([weights[f"{one}.bias"] for one in heads]),
        ),
        attended=_linear_of(weights, f"{name}.attention.output.dense"),
        widen=_linear_of(weights, f"{name}.intermediate.dense"),
        narrow=_linear_of(weights, f"{name}.output.dense"),
        first=_norm(weights, f"{name}.attention.output"),
        second=_norm(weights, f"{name}.output"),
    )


def _norm(weights: Mapping[str, Tensor], name: str) -> tuple[Tensor, Tensor]:
    return weights[f"{name}.LayerNorm.weight"], weights[f"{name}.LayerNorm.bias"]


def _linear_of(weights: Mapping[str, Tensor], name: str) -> Linear:
    return _linear(weights[f"{name}.weight"], weights[f"{name}.bias"])


def _linear(weight: Tensor, bias: Tensor) -> Linear:
    """A product with a weight, kept in float16 where that can be unpacked as it is multiplied.

    A question has a dozen tokens: for so few, twice the speed, because half as much is read and it
    lies as the product wants it. Passages are as fast as with float32. Sums are float32.
    """
    if weight.dtype != torch.float32 or "fbgemm" not in torch.backends.quantized.supported_engines:
        return partial(functional.linear, weight=weight, bias=bias)
    packed = torch.ops.quantized.linear_prepack_fp16(weight, bias)
    product: Linear = torch.ops.quantized.linear_dynamic_fp16
    return lambda rows: product(rows, packed)
