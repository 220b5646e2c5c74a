"""Whether a typed word is a misspelling of another, and never another word of the course.

The distance is Damerau-Levenshtein in its optimal-string-alignment form (an insertion, a
deletion, a substitution or a swap of neighbours costs one; Damerau, CACM 7(3), 1964).
"""

import re
from collections.abc import Iterable
from functools import lru_cache

from tutor.items.text.clean import without_accents
from tutor.items.text.common_words import is_common
from tutor.items.text.confusable import is_known, known_apart, made_of_one
from tutor.items.text.number_names import is_number, same_number
from tutor.items.text.sounds import sound
from tutor.items.text.words import stem


def distance(one: str, other: str, limit: int) -> int:
    """Edits between two words, at most `limit` + 1 (so far apart words cost little)."""
    if abs(len(one) - len(other)) > limit:
        return limit + 1
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, a in enumerate(one, 1):
        last, before, row = before, row, [i]
        for j, b in enumerate(other, 1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (a != b))
            if i > 1 and j > 1 and a == other[j - 2] and one[i - 2] == b:
                cost = min(cost, last[j - 2] + 1)
            row.append(cost)
        if min(row) > limit:
            return limit + 1
    return min(row[-1], limit + 1)


def slips_allowed(length: int) -> int:
    """Edits forgiven in a word of `length` letters: none in short ones, where each letter tells."""
    if length <= 4:
        return 0
    if length <= 7:
        return 1
    return 2 if length <= 11 else 3


_INFLECTIONS = (  # endings of one word in English, with the Latin and Greek plurals of science
    ("", "s"),
    ("", "es"),
    ("y", "ies"),
    ("f", "ves"),
    ("fe", "ves"),
    ("", "ed"),
    ("e", "ed"),
    ("", "ing"),
    ("e", "ing"),
    ("um", "a"),
    ("on", "a"),
    ("us", "i"),
    ("a", "ae"),
    ("is", "es"),
    ("ix", "ices"),
    ("ex", "ices"),
    ("a", "ata"),
    ("s", "ed"),
    ("s", "ing"),
    ("ed", "ing"),
    ("es", "ing"),
    ("es", "ed"),
    ("y", "ie"),
    ("y", "ys"),
    ("us", "era"),
)
# Endings that number may have given a word; a slip in the other number is a slip in the word.
_PLURALS = (("um", "a"), ("on", "a"), ("us", "i"), ("a", "ae"), ("is", "es"), ("y", "ies"))
_IRREGULAR = {
    "tooth": "teeth", "foot": "feet", "goose": "geese", "mouse": "mice", "louse": "lice", "man": "men", "woman": "women",
    "child": "children", "ox": "oxen", "die": "dice", "person": "people", "opus": "opera", "corpus": "corpora",
}  # fmt: skip


# Names of things of which no other tense is: "deserted" says nothing of a desert, "grounded" nothing of the ground.
_THINGS = (
    "desert ground planet plant season organ state mass base range wind spring light leaf bud "
    "root stem seed crust plate "
    "mean median mode angle side point power prime volume area figure table chart cell tissue force field current wire "
    "island river mountain forest valley coast bank border capital court house bill king queen "
    "noun verb subject object "
    "clause theme plot rhyme image author market profit tax price cost trade product matter metal acid base salt gas "
    "star sun moon comet orbit bat dog cow bear fish fox ape seal fly duck crane"
)
_VERBED = {
    verb: thing
    for thing in _THINGS.split()
    for base in (thing.removesuffix("e"), thing, thing + thing[-1])
    for verb in (base + "ed", base + "ing")
}


_SPANISH_ENDING = re.compile(r"(?:es|[aoe]?s?)$")
_ADJECTIVES = ("ular", "ulares", "lear", "leares", "al", "ales")


@lru_cache(maxsize=20_000)
def same_word(one: str, other: str, language: str = "en") -> bool:
    """Whether two folded words are one word in another number, tense or accent."""
    if without_accents(one) == without_accents(other):
        return True
    numbers = is_number(one), is_number(other)
    if any(numbers):
        if all(numbers):
            return same_number(one, other)
        if not (one.startswith(other) or other.startswith(one)):
            return False  # "seconds" is a second
    if not (one.isalpha() and other.isalpha()) or min(len(one), len(other)) < 3:
        return False
    if without_accents(one[:2]) != without_accents(other[:2]):
        return False
    if _IRREGULAR.get(one) == other or _IRREGULAR.get(other) == one:
        return True
    if not language.startswith("en"):
        if language.startswith("es") and _SPANISH_ENDING.sub("", one) == _SPANISH_ENDING.sub(
            "", other
        ):
            return True  # another number or gender
        own = is_common(one, language) and is_common(other, language)  # "tejido" and "tejado"
        near = abs(len(one) - len(other)) <= 3 and not own
        near = near and not _made_adjective(one, other, language)
        return near and stem(one, language) == stem(other, language)
    if _VERBED.get(one, "-") == other.removesuffix("s") or _VERBED.get(other) == one:
        return False
    return any(
        a.endswith(x) and b.endswith(y) and a[: len(a) - len(x)] == b[: len(b) - len(y)]
        for x, y in _INFLECTIONS
        for a, b in ((one, other), (other, one))
        if len(a) - len(x) >= 2
    )


def _made_adjective(one: str, other: str, language: str) -> bool:
    """Whether one is what Spanish makes of the other to describe with: "celular" of "célula"."""
    return language.startswith("es") and one.endswith(_ADJECTIVES) != other.endswith(_ADJECTIVES)


def misspelt(typed: str, meant: str, *, rivals: Iterable[str] = (), language: str = "en") -> bool:
    """Whether `typed` is `meant` with slips or as it sounds, and nearer to it than to any of `rivals`.

    All words folded. False when `typed` is itself a rival, a common or school word of its own, or differs
    from `meant` in a part that tells words apart ("hyper" and "hypo", "alkane" and "alkene").
    """
    if made_of_one(typed, meant):
        return False
    plurals = [meant[: -len(a)] + b for a, b in _PLURALS if meant.endswith(a)]
    if language.startswith("en") and any(
        _slipped(typed, plural, rivals, language)
        for plural in plurals
        if len(meant) > 6 or sound(typed, language) == sound(plural, language)
    ):
        return True
    return _slipped(typed, meant, rivals, language)


def _slipped(typed: str, meant: str, rivals: Iterable[str], language: str) -> bool:
    limit = slips_allowed(len(meant))
    if not limit or abs(len(typed) - len(meant)) > limit + 1 or not typed.isalpha():
        return False
    edits = distance(without_accents(typed), without_accents(meant), limit)
    if edits > limit or typed[0] != meant[0]:  # only then it matters how it sounds
        key, own = sound(typed, language), sound(meant, language)
        other = key[:1] != own[:1] and typed[0] != meant[0]
        unlike = other and (edits > 1 or (edits == limit and len(meant) < 8))
        if key != own and (edits > limit or unlike):
            return False  # with another first letter it is mostly another word
    if is_known(typed) or known_apart(typed, meant) or is_common(typed, language):
        return False
    if edits > 1 and len(typed) > _LEAST_NEAR and _is_one_off(typed, meant, language):
        return False  # "permeter" is a slip of perimeter rather than of parameter
    return not any(_is_rival(typed, rival, meant, edits, language) for rival in rivals)


_LEAST_NEAR = 6  # letters of a word that is looked for among the common ones
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def _is_one_off(typed: str, meant: str, language: str) -> bool:
    """Whether a common English word that is none of what is meant is one letter from `typed`."""
    if not language.startswith("en") or not typed.isascii():
        return False
    for at in range(1, len(typed) + 1):
        before, after = typed[:at], typed[at:]
        near = [before + letter + after for letter in _LETTERS]
        if after:
            near += [before + after[1:], *(before + letter + after[1:] for letter in _LETTERS)]
        if any(is_common(word, language) and not same_word(word, meant, language) for word in near):
            return True
    return False


def _vowel_for_vowel(typed: str, meant: str) -> bool:
    unlike = [a + b for a, b in zip(typed, meant, strict=False) if a != b]
    return len(typed) == len(meant) and len(unlike) == 1 and set(unlike[0]) <= set("aeiouy")


def slip_of_four(typed: str, meant: str, *, rivals: Iterable[str], language: str) -> bool:
    """Whether `typed` is a word of four letters with one too many or too few, where all that it may be is known.

    "blu" is blue and "puppa" pupa beside other options; without them four letters are too few to tell.
    """
    return (
        len(meant) == 4
        and (abs(len(typed) - 4) == 1 or _vowel_for_vowel(typed, meant))
        and typed.isalpha()
        and typed[0] == meant[0]
        and distance(typed, meant, 1) == 1
        and not any(word != meant and distance(typed, word, 1) <= 1 for word in rivals)
        and not is_common(typed, language)
    )


def _is_rival(typed: str, rival: str, meant: str, edits: int, language: str) -> bool:
    """Whether `typed` may as well be `rival`, `edits` being its distance from what is meant."""
    if rival == meant or same_word(rival, meant, language):
        return False
    if same_word(typed, rival, language) or sound(typed, language) == sound(rival, language):
        return True
    if sound(typed, language) == sound(meant, language):
        return False  # "nucleous" is read as nucleus, though as near to nucleolus
    return distance(typed, rival, edits) <= edits


def nearly_misspelt(typed: str, meant: str, language: str = "en") -> bool:
    """Whether `typed` may be an attempt at `meant` that is too far off to accept.

    So may a common word that is no further off than a slip would be: "advert" for "adverb" is asked about.
    """
    if not typed.isalpha() or typed == meant:
        return False
    if language.startswith("en") and _is_its_verb(typed, meant):
        return True  # "condense" for "condensation"
    if is_known(typed) or known_apart(typed, meant):
        return False
    if made_of_one(typed, meant):
        return True
    if is_common(typed, language):
        limit = slips_allowed(len(meant))
        near = distance(without_accents(typed), without_accents(meant), limit) <= limit
        return bool(limit) and typed[0] == meant[0] and near
    if len(meant) < 6:  # of short words only a doubled or undoubled letter ("cel")
        return len(meant) > 2 and _undoubled(typed) == _undoubled(meant)
    limit = min(slips_allowed(len(meant)) + 2, len(meant) // 2 - 1)
    return typed[0] == meant[0] and distance(typed, meant, limit) <= limit


_OF_A_NOUN = re.compile(r"(?:[ai]?t)?ions?$")
_OF_A_VERB = re.compile(r"(?:at)?(?:es?|ing|ed)$")
_LEAST_ROOT = 5  # letters; shorter ones are shared by words of other things


def _is_its_verb(typed: str, meant: str) -> bool:
    """Whether a word is the verb of what is meant: "evaporate", "condensing"."""
    root = _OF_A_NOUN.sub("", meant)
    if root in (meant, typed) or len(root) < _LEAST_ROOT:
        return False  # "valid" is no verb
    return _OF_A_VERB.sub("", typed) == root


def _undoubled(word: str) -> str:
    return "".join(c for c, before in zip(word, " " + word, strict=False) if c != before)
