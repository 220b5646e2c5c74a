"""Whether a text has a thing go the other way than a model answer: made for used, less for more. English only.

"They make oxygen" has the words of "they need oxygen", and "less dense" those of "denser". Each is only a reason to
doubt. A text that denies something is left to those who look at denials.
"""

from functools import lru_cache
from itertools import pairwise

from tutor.items.text.overlap import function_stems
from tutor.items.text.words import PAUSE, STOP, stem, tokens

_TAKES = "need use take consume absorb require burn"
_GIVES = "make produce release give emit create expel excrete made making"
_TAKING, _GIVING = (frozenset(map(stem, verbs.split())) for verbs in (_TAKES, _GIVES))
_BY_PARTICLE = {("breath", "in"): True, ("breath", "out"): False, ("let", "out"): False}
_PARTICLES = frozenset(("in", "up", "out", "off"))
_BE = frozenset(("is", "are", "was", "were", "gets", "get", "being", "been"))
_DENYING = frozenset(("not", "no", "never", "without", "nor", "neither", "cannot"))
_JOINING = "and or to but because so when while which that by from for"
_ENDS = frozenset((STOP, PAUSE, *_JOINING.split()))
_REACH = 5  # words from a verb to what it takes or gives


def goes_the_other_way(text: str, model: str) -> bool:
    """Whether `text` has something taken that `model` has given out, or the reverse; or less of what it has more of."""
    said = tokens(text)
    if _DENYING & set(said):
        return False
    taken, given = _moved(text)
    wanted, made = _moved(model)
    if (given - taken) & (wanted - made) or (taken - given) & (made - wanted):
        return True
    return bool(_compared(said, "less") & _more(tokens(model)))


@lru_cache(maxsize=2048)
def _moved(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The stems of what is taken in or used, and of what is made or given out."""
    found = tokens(text)
    sides: dict[bool, set[str]] = {True: set(), False: set()}
    for at, token in enumerate(found):
        takes = _takes(found, at)
        if takes is None:
            continue
        passive = at > 0 and found[at - 1] in _BE and token.endswith(("ed", "en", "de"))
        sides[takes] |= _before(found, at - 1) if passive else _behind(found, at + 1)
    return frozenset(sides[True]), frozenset(sides[False])


def _takes(found: tuple[str, ...], at: int) -> bool | None:
    """Whether a word is a verb of taking, or of giving (False); None for other words."""
    root = stem(found[at])
    after = found[at + 1] if at + 1 < len(found) else ""
    told = _BY_PARTICLE.get((root, after))
    if told is not None:
        return told
    if root in _GIVING:
        return False
    return True if root in _TAKING and after not in ("out", "off", "away", "place") else None


def _behind(found: tuple[str, ...], start: int) -> set[str]:
    things = set[str]()
    for at in range(start, min(start + _REACH, len(found))):
        if found[at] in _ENDS or _takes(found, at) is not None:
            break
        things.add(stem(found[at]))
    return things - function_stems() - _PARTICLES


def _before(found: tuple[str, ...], end: int) -> set[str]:
    things = set[str]()
    for at in range(end - 1, max(-1, end - 1 - _REACH), -1):
        if found[at] in _ENDS or _takes(found, at) is not None:
            break
        things.add(stem(found[at]))
    return things - function_stems()


def _compared(found: tuple[str, ...], word: str) -> frozenset[str]:
    """The words right behind such a word of comparison."""
    pairs = pairwise(found)
    return frozenset(after for before, after in pairs if before == word) - {"than", "of", "and"}


def _more(found: tuple[str, ...]) -> frozenset[str]:
    """What there is more of: "more dense", "denser", "heavier"."""
    ended = {
        base
        for word in found
        if word.endswith("er") and len(word) > 4
        for base in (word[:-2], word[:-1], word[:-3] + "y", word[:-3])
    }
    return _compared(found, "more") | frozenset(ended)
