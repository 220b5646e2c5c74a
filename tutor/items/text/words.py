"""Words of a text, their stems, and the marks between them."""

import re
from functools import lru_cache
from typing import Protocol

from tutor.items.text.clean import normal, without_accents
from tutor.items.text.speech import speech

STOP = "."  # stands for the end of a sentence among the tokens
PAUSE = ","  # stands for a comma, colon, bracket or dash

_TOKEN = re.compile(
    r"\d+(?:st|nd|rd|th)\b|[-+]?\d+(?:[.,]\d+)*(?:/\d+)?%?|[^\W\d_]+(?:'[^\W\d_]+)*|\w+|[.;!?]+(?=\s|$)|[,:()]|\s-\s"
)
_CONTRACTED = {
    "can't": "can not",
    "cannot": "can not",
    "won't": "will not",
    "shan't": "shall not",
    "ain't": "is not",
    "let's": "let us",
}
_UNMARKED = {  # apostrophes that learners leave out
    "isnt": "is not",
    "arent": "are not",
    "wasnt": "was not",
    "werent": "were not",
    "dont": "do not",
    "doesnt": "does not",
    "didnt": "did not",
    "cant": "can not",
    "couldnt": "could not",
    "wouldnt": "would not",
    "shouldnt": "should not",
    "hasnt": "has not",
    "havent": "have not",
    "hadnt": "had not",
    "aint": "is not",
    "wont": "will not",
    "mustnt": "must not",
    "neednt": "need not",
    "shant": "shall not",
    **dict.fromkeys(("dosnt", "dosent", "doesent", "doesnot"), "does not"),
    **dict.fromkeys(("dident", "didint", "didnot"), "did not"),
    **dict.fromkeys(("isint", "isent"), "is not"),
    **dict.fromkeys(("wasent", "wernt"), "was not"),
    "arnt": "are not",
    "havnt": "have not",
    "hasent": "has not",
    **dict.fromkeys(("dnt", "donot"), "do not"),
    "theres": "there is",
    "thats": "that is",
    "theyre": "they are",
    "youre": "you are",
}
_TAILS = (
    ("n't", " not"),
    ("'s", ""),
    ("'re", " are"),
    ("'m", " am"),
    ("'ll", " will"),
    ("'ve", " have"),
    ("'d", " would"),
)


class _Stemmer(Protocol):
    def stemWord(self, word: str) -> str: ...  # noqa: N802 - the library's name


def _plain(word: str) -> list[str]:
    """One typed word as its parts: "isn't" is "is", "not"; "d'eau" is "d", "eau"."""
    whole = _CONTRACTED.get(word) or _UNMARKED.get(word)
    if whole:
        return whole.split()
    if "'" not in word:
        return [word]
    if word in ("it's", "that's", "what's", "there's", "he's", "she's"):
        return [word[:-2], "is"]
    for tail, long in _TAILS:
        if word.endswith(tail):
            return (word[: -len(tail)] + long).split()
    return [part for part in word.split("'") if part]


def tokens(text: str) -> tuple[str, ...]:
    """Words in folded case with contractions opened, and `STOP` and `PAUSE` between them."""
    found: list[str] = []
    for token in _TOKEN.findall(normal(text)):
        if token[0].isalnum() or (token[0] in "+-" and len(token) > 1) or token[0] == "_":
            found.extend(_plain(token))
        elif token[0] in ".;!?":
            found.append(STOP)
        elif token.strip():
            found.append(PAUSE)
    return tuple(found)


def words(text: str) -> tuple[str, ...]:
    """The words of `text` only, without the marks."""
    return tuple(token for token in tokens(text) if token not in (STOP, PAUSE))


@lru_cache(maxsize=8_192)
def term_words(term: str) -> tuple[str, ...]:
    """The words of a course's term; kept, since every item of the course asks for them."""
    return words(term)


@lru_cache(maxsize=16)
def _stemmer(name: str) -> _Stemmer | None:
    if not name:
        return None
    import snowballstemmer  # slow to import, and only needed once a text is compared

    made: _Stemmer = snowballstemmer.stemmer(name)
    return made


@lru_cache(maxsize=50_000)
def stem(word: str, language: str = "en") -> str:
    """The stem of one folded word in a BCP 47 language; accents do not tell stems apart."""
    if not word.isalpha():
        return word
    stemmer = _stemmer(speech(language).stemmer)
    return without_accents(stemmer.stemWord(word) if stemmer else word)


def stems(text: str, language: str = "en") -> tuple[str, ...]:
    """The stems of the words of `text`, in order."""
    return tuple(stem(word, language) for word in words(text))


def content_stems(text: str, language: str) -> frozenset[str]:
    """The stems of `text` that carry meaning in `language`."""
    small = speech(language)
    empty = small.filler | small.articles | small.ands | small.negators | small.ors | small.reasons
    pairs = zip(words(text), stems(text, language), strict=True)
    return frozenset(stem for word, stem in pairs if word not in empty)
