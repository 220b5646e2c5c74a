"""Words of a text as an index keeps them: language, stop words, stems, n-grams (pure)."""

import re
import threading
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import snowballstemmer

from tutor.retrieval.folding import MARKS as MARKS
from tutor.retrieval.folding import bare as bare
from tutor.retrieval.folding import fold as fold
from tutor.retrieval.folding import folded_in, skeleton
from tutor.retrieval.small_words import SMALL_WORDS, without_small_pieces

# A word: letters, marks and digits, with an inner apostrophe or decimal point between digits.
_LETTERS = rf"[\w{MARKS}]+"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+|{_LETTERS}(?:['’]{_LETTERS})*")
_UNSPACED = re.compile(
    r"[\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_OF_THREAD = threading.local()
_MOST_MET = 400_000  # words that an analyser remembers
SEVERAL = "mul"  # BCP 47 for several languages: words stay whole, and their parts are found too
_MOST = 0.7  # the share of texts that makes a course one of a language
_GRAM = 3  # characters of a word's n-grams

_IDEOGRAPH = re.compile(r"[\u3005-\u3007\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]")
_HANGUL = re.compile(r"[\uac00-\ud7af]+")
_STOPS = {tag: frozenset(fold(words).split()) for tag, words in SMALL_WORDS.items()}

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "cs": "czech", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "et": "estonian", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian", "pl": "polish",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

# Words that say how something is asked rather than what about.
_ASKING = frozenset(
    [
        "define",
        "definition",
        "describe",
        "discuss",
        "explain",
        "following",
        "identify",
        "mean",
        "meaning",
        "means",
        "please",
        "tell",
        "diff",
        "everything",
        "help",
        "homework",
        "summary",
        "versus",
        "vs",
    ]
)
_ORDERING = frozenset(["list", "name", "state"])  # the same at the start of a message alone

_SCRIPTS = (
    (re.compile(r"[\u3040-\u30ff]"), "ja"),
    (re.compile(r"[\u3400-\u9fff\uf900-\ufaff]"), "zh"),
    (re.compile(r"[\uac00-\ud7af]"), "ko"),
    (re.compile(r"[\u0e00-\u0e7f]"), "th"),
    (re.compile(r"[\u0600-\u06ff]"), "ar"),
    (re.compile(r"[\u0590-\u05ff]"), "he"),
    (re.compile(r"[\u0900-\u097f]"), "hi"),
    (re.compile(r"[\u0370-\u03ff]"), "el"),
    (re.compile(r"[\u0400-\u04ff]"), "ru"),
)

_SAME_SCRIPT = {"ar": "fa", "ru": "uk"}  # told apart by their small words


_OF_SCRIPT = tuple(one for one in _SCRIPTS if one[1] in {"ar", "el", "hi", "ko", "ru"})
# What is joined to a Korean noun; at least one syllable stays.
_ENDINGS = re.compile(
    r"(?<=[\uac00-\ud7af])들?(?:에서는|에서|에게|에는|으로|부터|까지|처럼|보다|한테|이다|입니다|은|는|이|가|을|를|에|의|로|와|과|도|만|들)$"
)


def language_of(sample: str) -> str:
    """A guess at a text's language from its script and small words; "en" where nothing tells."""
    letters = sum(1 for character in sample if character.isalpha()) or 1
    words = _WORD.findall(fold(sample[:20_000]))
    for script, tag in _SCRIPTS:
        if len(script.findall(sample)) / letters > 0.3:
            other = _SAME_SCRIPT.get(tag, tag)
            return max(
                tag, other, key=lambda one: sum(word in _STOPS.get(one, ()) for word in words)
            )
    counts = {tag: sum(word in stops for word in words) for tag, stops in _STOPS.items()}
    best = max(counts, key=lambda tag: (counts[tag], tag == "en"))
    return best if counts[best] > counts["en"] else "en"


def language_of_all(samples: Sequence[str]) -> str:
    """The language of most of some texts; `SEVERAL` where they disagree."""
    counts = Counter(language_of(one) for one in samples)
    if not counts:
        return "en"
    tag, count = counts.most_common(1)[0]
    return tag if count >= _MOST * len(samples) else SEVERAL


@dataclass(frozen=True, slots=True)
class Words:
    """A text's words in order: `stems` without stop words, `raw` all words as they stand."""

    stems: tuple[str, ...]
    raw: tuple[str, ...]
    grams: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Analyser:
    """Turns texts of one language (a BCP 47 tag) into words to be indexed or looked up."""

    language: str
    base: str = field(init=False, compare=False)  # "pt" of "pt-BR"
    grams: bool = field(init=False, compare=False)
    _stops: frozenset[str] = field(init=False, compare=False, repr=False)
    # What became of each word met before: the same few thousand come again and again.
    _met: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = field(
        init=False, compare=False, repr=False, default_factory=dict
    )

    def __post_init__(self) -> None:
        base = self.language.replace("_", "-").split("-")[0].lower()
        object.__setattr__(self, "base", base)
        # English stems well; everywhere else parts of words carry meaning that stems lose.
        object.__setattr__(self, "grams", base != "en")
        object.__setattr__(self, "_stops", _STOPS.get(base, frozenset()))

    def words(self, text: str) -> Words:
        """The text's stems, raw words and (where the language has need of them) n-grams."""
        raw: list[str] = []
        stems: list[str] = []
        met = self._met
        # Of several languages, the text's own small words: the same letters are a word elsewhere.
        stops = _STOPS.get(language_of(text), frozenset()) if self.base == SEVERAL else self._stops
        for word in _WORD.findall(folded_in(self.base, text).replace("_", " ")):
            known = met.get(word)
            if known is None:
                known = self._meet(word)
            raw += known[0]
            stems += known[1] if stops is self._stops else self._but(stops, known)
        grams: tuple[str, ...] = ()
        if self.grams:
            grams = tuple(gram for word in raw if word not in stops for gram in _grams(word))
        return Words(tuple(stems), tuple(raw), grams)

    @staticmethod
    def _but(stops: frozenset[str], known: tuple[tuple[str, ...], tuple[str, ...]]) -> list[str]:
        return [stem for word, stem in zip(*known, strict=True) if word not in stops]

    def _meet(self, word: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
        raw = tuple(_unspaced(word)) if _UNSPACED.search(word) else (_clean(word),)
        stems = tuple(_stem(self.base, one) for one in raw if one not in self._stops)
        if len(self._met) >= _MOST_MET:
            self._met.clear()
        self._met[word] = raw, stems
        return raw, stems

    def stem(self, word: str) -> str:
        """One folded word's stem, also of a small word."""
        return _stem(self.base, word)

    def is_stop(self, word: str) -> bool:
        """Whether a folded word carries no meaning of its own."""
        return word in self._stops

    def content(self, text: str) -> tuple[str, ...]:
        """Stems of a message that name its subject: without words that only ask."""
        stems = self.words(text).stems
        if self.base != "en":
            return stems
        rest = stems[1:] if stems[:1] and stems[0] in _ORDERING else stems
        return tuple(stem for stem in rest if stem not in _asking_stems()) or stems


@lru_cache(maxsize=16)
def analyser_of(language: str) -> Analyser:
    """The analyser of a language that all of this process share: it has met most words already."""
    return Analyser(language)


@lru_cache(maxsize=1)
def _asking_stems() -> frozenset[str]:
    return frozenset(_stem("en", word) for word in _ASKING)


@lru_cache(maxsize=50_000)
def _stem(base: str, word: str) -> str:
    if base == SEVERAL:  # a script that one stemmer reads tells which; Latin letters do not
        base = next((tag for script, tag in _OF_SCRIPT if script.match(word)), base)
    if base == "ko":
        return _ENDINGS.sub("", word)
    stemmer = _stemmer(base)
    return str(stemmer.stemWord(word)) if stemmer and _spelt(word) else word


def _stemmer(base: str) -> Any:
    """A stemmer of this thread's own: it keeps the word it is working on in itself."""
    made: dict[str, Any] | None = getattr(_OF_THREAD, "stemmers", None)
    if made is None:
        made = _OF_THREAD.stemmers = {}
    if base not in made:
        name = _STEMMERS.get("no" if base in {"nb", "nn"} else base)
        known = name in snowballstemmer.algorithms()
        made[base] = snowballstemmer.stemmer(name) if known else None
    return made[base]


def _spelt(word: str) -> bool:
    """Whether a word is of letters (and their marks) alone."""
    return word.isalpha() or not any(sign.isnumeric() for sign in word)


def _clean(word: str) -> str:
    word = word.replace("’", "'")
    if word.endswith("'s"):
        return word[:-2]
    return word.replace("'", "")


def _unspaced(word: str) -> list[str]:
    """Pairs of characters where a script writes no spaces, other runs whole."""
    parts: list[str] = []
    at = 0
    for found in _UNSPACED.finditer(word):
        if found.start() > at:
            parts.append(word[at : found.start()])
        for piece in without_small_pieces(found.group()):
            parts.extend(piece[i : i + 2] for i in range(max(1, len(piece) - 1)))
        at = found.end()
    if at < len(word):
        parts.append(word[at:])
    return parts


@lru_cache(maxsize=200_000)
def _grams(word: str) -> tuple[str, ...]:
    if _UNSPACED.fullmatch(word):
        return tuple(_IDEOGRAPH.findall(word))  # single ones, as a word may be one sign long
    if _HANGUL.fullmatch(word):
        return tuple(word[i : i + 2] for i in range(max(1, len(word) - 1)))
    bones = skeleton(word)
    word = bare(word)
    of_root = (f"={bones}",) if bones else ()
    if len(word) <= _GRAM or not _spelt(word):
        return (word, *of_root)
    return (*(word[i : i + _GRAM] for i in range(len(word) - _GRAM + 1)), *of_root)
