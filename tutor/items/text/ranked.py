"""Things told with their place in an order: "first egg, second larva, last adult", "larva second, egg first"."""

import re

from tutor.items.text.option_words import LAST, PLACES

_LEADING = re.compile(r"^\s*(?:and|then|y|et|und)\s+", re.I)
_ARTICLE = re.compile(r"^(?:the|el|la|le|die|der|das)\s+", re.I)
_LINK = re.compile(r"(?:\s+(?:is|are|comes?|goes|es|va)|\s*[:=-])?\s*$", re.I)
_RANKS = {name: place for place, names in enumerate(PLACES, 1) for name in names}
RANK_WORDS = frozenset((*_RANKS, *LAST))
_BETWEEN = (  # two of them, the surest first
    re.compile(r"[,;\n]+"),
    re.compile(r"[,;\n]+|\b(?:and|then|y|et|und)\b", re.I),
    re.compile(rf"[,;\s]+(?=(?:{'|'.join(map(re.escape, RANK_WORDS))})\b)", re.I),
)


def by_rank(response: str, size: int) -> list[str]:
    """The `size` pieces of a response in the order of the ranks that they tell, without these; empty for other texts."""
    for between in _BETWEEN:
        pieces = [piece for piece in between.split(response) if piece.strip(" .!?")]
        if len(pieces) == size:
            break
    else:
        return []
    told = [_rank_and_rest(piece, size) for piece in pieces]
    ranks = {rank: rest for rank, rest in told if rest}
    return [ranks[n] for n in range(1, size + 1)] if len(ranks) == size and 0 not in ranks else []


def _rank_and_rest(piece: str, size: int) -> tuple[int, str]:
    """The rank that a piece begins or ends with, 0 for none, and its other words."""
    said = _ARTICLE.sub("", _LEADING.sub("", piece).strip(" .!?")).split()
    if len(said) < 2:
        return 0, piece
    first, last = (_rank(said[0], size), _rank(said[-1], size))
    if first and not last:
        return first, re.sub(r"^(?:is|es|:)\s+", "", " ".join(said[1:]))
    if last and not first:
        return last, _LINK.sub("", " ".join(said[:-1]))
    return 0, piece


def _rank(word: str, size: int) -> int:
    plain = word.strip(":-.").casefold()
    rank = size if plain in LAST else _RANKS.get(plain, 0)
    return rank if rank <= size else 0
