"""Whether a thing that is no option stands beside those that are: "France and Portugal", "A, B, F"."""

import re

from tutor.items.text.picks import Picker
from tutor.items.text.words import words

_AND = re.compile(r"\s+(?:and|plus|or|y|e|o|u|et|ou|und|oder)\s+|\s*[&+]\s*")
_MARKS = re.compile(r"[,;\n]+|\.\s+(?=\w)")
_LABEL = re.compile(r"\W*(?:[a-z]|\d{1,4})\W*")
_REASON = re.compile(r"\b(?:because|bc|cuz|coz|since|cause|so|as|porque|car|weil)\b", re.I)
_NO_ADVERBS = frozenset(
    [
        "italy",
        "sicily",
        "july",
        "fly",
        "butterfly",
        "dragonfly",
        "housefly",
        "jelly",
        "lily",
        "family",
        "assembly",
        "anomaly",
        "monopoly",
        "ally",
    ]
)
# What one says beside an answer.
TALK = frozenset(
    ("ok", "okay", "yes", "yeah", "yep", "no", "nope", "lol", "haha", "duh", "easy", "simple", "done", "final", "sure", "sorry",
     "please", "thanks", "thx", "ty", "bro", "sir", "miss", "maam", "teacher", "right", "correct", "wrong", "same", "also", "too",
     "only", "just", "thats", "all", "both", "maybe", "perhaps", "guess", "guessing", "idk", "dunno", "hope", "bye", "hi", "hey",
     "hello", "wait", "hmm", "umm", "er", "well", "first", "second", "third", "last", "then", "next", "answer", "answers",
     "option", "options", "letter", "letters", "choice", "number", "vale", "creo", "fácil", "gracias", "obvio", "claro", "nothing",
     "none", "else", "more", "others", "not", "never", "bc", "because", "cuz", "since", "so", "definitely", "100", "ez", "tbh")
)  # fmt: skip


def stray(response: str, picker: Picker, own: frozenset[str], *, several: bool) -> bool:
    """Whether a response lists one thing that is no option beside options; `own` are the options' words.

    Where `several` may be picked, commas and spaces part a list as well; where one is, people put remarks
    behind a comma, so that only what looks like the options is a thing there.
    """
    response = _REASON.split(response)[0]
    if len(response) > 200:
        return False
    response = picker.in_labels(response)
    joined = [piece for part in _MARKS.split(response) for piece in _AND.split(part)]
    pieces = [piece for piece in joined if piece.strip()]
    if several and len(pieces) == 1:
        pieces = response.split()
    if len(pieces) < 2:
        return False
    named = [picker.read(piece).named for piece in pieces]
    if not any(named) or any(len(found) > 1 for found in named):
        return False
    beside = [piece for piece, found in zip(pieces, named, strict=True) if not found]
    loose = several or len(_MARKS.split(response.strip(" ,;\n"))) == 1
    if not 0 < len(beside) <= 2:
        return False
    if all(_is_thing(piece, picker, own, loose=loose) for piece in beside):
        return True
    return not loose and all(_is_alike(piece, picker, own) for piece in beside)


_SHOWN = re.compile(r"\s*\(?(\w)\s*(?:[).:]|\s[-–])\s*(?=[^\W\d_]{3})")


_SHOWN_NUMBER = re.compile(  # "b) 0.35" where B is 0.25
    r"\W*(?:(?:the\s+)?(?:answer|option)\s+(?:is\s+)?)?\(?([a-z])\s*[).:]\s*([-−]?\d[\d.,/]*)\s*(?:[a-z°]{1,3})?[\s.!?)]*",
    re.I,
)


def mislabelled(response: str, picker: Picker) -> bool:
    """Whether a label stands before words that name no option: "b) meiosis" where none is called so."""
    for piece in re.split(r",\s+|[;\n]+", response):
        numbered = _SHOWN_NUMBER.fullmatch(piece)
        if numbered and picker.has_another_number(numbered[1], numbered[2]):
            return True
        shown = _SHOWN.match(piece)
        said = words(piece[shown.end() :]) if shown else ()
        if not shown or not 0 < len(said) <= 3 or any(word.isdecimal() for word in said):
            continue
        if (picker.small | TALK) & set(said) or any(word.endswith("ly") for word in said):
            continue
        if picker.has_nothing_of(shown[1], said):
            return True
    return False


def _is_alike(piece: str, picker: Picker, own: frozenset[str]) -> bool:
    """Whether a piece behind a comma is of the options' kind: a proper name beside proper names, a term beside terms."""
    return _is_thing(piece, picker, own, loose=True) and picker.is_of_their_kind(piece)


def _is_thing(piece: str, picker: Picker, own: frozenset[str], *, loose: bool) -> bool:
    """Whether a piece may name a thing; only a letter or a number does where it need not be `loose`."""
    said = words(piece)
    if own.issuperset(said):
        return False  # part of an option such as "40 and 60"
    if not loose or (len(said) == 1 and _LABEL.fullmatch(piece.casefold())):
        return _LABEL.fullmatch(piece.casefold()) is not None
    said = tuple(word for word in said if word not in ("a", "an", "the"))
    small = picker.small | TALK | own
    spoken = any(w.endswith("ly") and w not in _NO_ADVERBS for w in said)
    return 0 < len(said) <= 2 and not small & set(said) and not spoken
