"""Whether an answer turns round what the model answer says: the same words, the other way about.

All ideas of a rubric stand in "the surface grows faster than the volume", but crossed. Four signs,
all about English and each only a reason to doubt: a clause has a word's opposite where the model
answer's nearest clause has the word; the sides of a relation ("than", "into") have changed places;
what is denied and what is said have; or two words have, each standing where the other would fit.
"""

import re
from dataclasses import dataclass
from functools import lru_cache
from itertools import combinations

from tutor.items.text.lexicon import opposites, say_the_same
from tutor.items.text.overlap import function_stems
from tutor.items.text.words import PAUSE, STOP, stem, tokens

# Opposites in what learners explain about sums and cells, beside those of the scorer's lexicon.
_MORE_OPPOSED = (
    ("multiply", "divide"),
    ("numerator", "denominator"),
    ("dilute", "concentrated"),
    ("enter", "leave"),
    ("quickly", "slowly"),
    ("fast", "slowly"),
    ("colourless", "coloured"),
    ("release", "absorb"),
    ("odd", "even"),
    ("in", "out"),
    ("into", "out"),
)
_NEGATORS = frozenset(("not", "no", "never", "without", "nor", "neither", "cannot", "wrong"))
_ENDS = frozenset((STOP, PAUSE, "but", "because", "so", "and", "or", "while", "whereas", "which"))
_SENTENCE = frozenset((STOP,))
# Their opposites are too loose to tell anything: "start with", "on the right".
_IDLE = frozenset(
    stem(word)
    for word in ("with", "without", "on", "off", "can", "right", "left", "light", "start")
)
_RELATIONS = frozenset(
    stem(word)
    for word in ("than", "to", "into", "from", "against", "contains", "becomes", "absorbs", "turns")
)
_REACH = 6  # words on either side of a relation
_ALIKE = 0.6  # share of a clause's words that the model answer's clause must have
_DENIED = 2  # words of meaning that a negator reaches
_MOST = 60  # shared words, and pairs of clauses, that are compared
_LEAST = 2  # words that they must share


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The words of meaning of a clause or a sentence, and whether it denies something."""

    stems: frozenset[str]
    denies: bool


def turned(text: str, model: str) -> bool:
    """Whether `text` seems to say the other way about what `model` says; both in English."""
    text, model = (re.sub(r"[()]", " ", some) for some in (text, model))  # no ends of clauses
    opposite = any(
        _says_opposite(part, _parts(model, ends))
        for ends in (_ENDS, _SENTENCE)
        for part in _parts(text, ends)
    )
    changed = _sides_changed(text, model)
    if opposite and "than" in changed:  # "the surface grows slower than the volume"
        return False
    return opposite or bool(changed) or _denial_moved(text, model) or _exchanged(text, model)


@lru_cache(maxsize=2048)
def _parts(text: str, ends: frozenset[str]) -> tuple[_Part, ...]:
    made = []
    part: list[str] = []
    for token in (*tokens(text), STOP):
        if token not in ends:
            part.append(token)
            continue
        stems = frozenset(stem(word) for word in part if word != PAUSE)
        polar = {word for word in stems if _opposed_to(word)}
        kept = (stems - function_stems()) | polar
        made.append(_Part(stems=kept - _IDLE, denies=not _NEGATORS.isdisjoint(part)))
        part = []
    return tuple(part for part in made if part.stems)


@lru_cache(maxsize=4096)
def _opposed_to(word: str) -> frozenset[str]:
    own = {b for a, b in _pairs() if a == word} | {a for a, b in _pairs() if b == word}
    return (opposites(word) | own) - _IDLE if word not in _IDLE else frozenset()


@lru_cache(maxsize=1)
def _pairs() -> tuple[tuple[str, str], ...]:
    return tuple((stem(a), stem(b)) for a, b in _MORE_OPPOSED)


def _says_opposite(part: _Part, meant: tuple[_Part, ...]) -> bool:
    """Whether an odd number of words are the opposites of what the nearest of `meant` has."""
    if part.denies:
        return False
    flips = [_flips(part, other) for other in meant]
    shared = [len(part.stems & other.stems) for other in meant]
    most = max(shared, default=0)
    if most < _LEAST:
        return False
    near = [
        (other, flip)
        for other, flip, size in zip(meant, flips, shared, strict=True)
        if size == most and size >= _ALIKE * (len(part.stems) - len(flip))
    ]
    return bool(near) and all(len(flip) % 2 == 1 and not other.denies for other, flip in near)


def _flips(part: _Part, other: _Part) -> list[str]:
    """The words of `part` that stand in `other` by their opposites alone, which `part` has not."""
    found = []
    for word in part.stems:
        against = {
            its
            for its in _opposed_to(word) & other.stems
            if not any(_alike(its, own) for own in part.stems)
        }
        if against and not any(_alike(word, its) for its in other.stems):
            found.append(word)
    return found


def _alike(one: str, other: str) -> bool:
    if one == other or (len(one) > 2 and len(other) > 2 and _one_begins(one, other)):
        return True  # "short" and "shorter"
    return say_the_same(one, other) and other not in _opposed_to(one)


def _one_begins(one: str, other: str) -> bool:
    return one.startswith(other) or other.startswith(one)


def _sides_changed(text: str, model: str) -> frozenset[str]:
    """The relations whose sides stand the other way about, and never as in the model answer."""
    if not _NEGATORS.isdisjoint(tokens(text)):
        return frozenset()
    meant, said = _sides(model), _sides(text)
    back = {(b, relation, a) for a, relation, b in said}
    return frozenset() if said & meant else frozenset(its for _, its, _ in back & meant)


@lru_cache(maxsize=2048)
def _sides(text: str) -> frozenset[tuple[str, str, str]]:
    """Words before and after each relation, within a sentence."""
    small, found = function_stems(), set()
    stems = [token if token == STOP else stem(token) for token in tokens(text)]
    for at, relation in enumerate(stems):
        if relation not in _RELATIONS:
            continue
        before, after = stems[max(0, at - _REACH) : at], stems[at + 1 : at + 1 + _REACH]
        before = before[len(before) - before[::-1].index(STOP) :] if STOP in before else before
        after = after[: after.index(STOP)] if STOP in after else after
        for a in before:
            for b in after:
                if a != b and PAUSE not in (a, b) and not {a, b} & small:
                    found.add((a, relation, b))
    return frozenset(found)


def _denial_moved(text: str, model: str) -> bool:
    """Whether `text` opens with the other one of yes and no, or denies and affirms crosswise."""
    said, meant = tokens(text), tokens(model)
    if {said[:1], meant[:1]} == {("yes",), ("no",)}:
        return True
    (affirmed, denied), (wanted, refused) = _stances(text), _stances(model)
    return bool((affirmed - denied) & (refused - wanted) and (denied - affirmed) & wanted - refused)


@lru_cache(maxsize=2048)
def _stances(text: str) -> tuple[frozenset[str], frozenset[str]]:
    """The words of meaning that stand outside the reach of a negator, and those within."""
    affirmed: set[str] = set()
    denied: set[str] = set()
    reach = 0
    for token in tokens(text):
        if token in _NEGATORS or token in _ENDS:
            reach = 0 if token in _ENDS else _DENIED
            continue
        if stem(token) not in function_stems():
            (denied if reach else affirmed).add(stem(token))
            reach = max(0, reach - 1)
    return frozenset(affirmed), frozenset(denied)


def _exchanged(text: str, model: str) -> bool:
    """Whether two words, each put for the other, would make two clauses fit the model answer better."""
    said = [part.stems for part in _parts(text, _ENDS)]
    meant = [part.stems for part in _parts(model, _ENDS)]
    known = frozenset().union(*said) & frozenset().union(*meant)
    if len(said) * len(meant) > _MOST or len(known) > _MOST:
        return False
    before = [max(len(part & other) for other in meant) for part in said]
    for one, other in combinations(sorted(known), 2):
        gains = {one: False, other: False}
        for part, fit in zip(said, before, strict=True):
            if (one in part) == (other in part):
                continue
            gone, come = (one, other) if one in part else (other, one)
            now = max(len(((part - {gone}) | {come}) & its) for its in meant)
            if now < fit:
                break
            gains[gone] = gains[gone] or (now > fit and now > _LEAST)
        else:
            if all(gains.values()):
                return True
    return False
