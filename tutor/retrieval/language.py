"""Words of a text as an index keeps them: language, stop words, stems, n-grams (pure)."""

import re
import threading
import unicodedata
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

import snowballstemmer

# Signs that belong to the letter before them, as vowels do in Hindi and tones in Thai.
MARKS = "".join(chr(at) for at in range(0x300, 0x1E00) if unicodedata.category(chr(at))[0] == "M")
# A word: letters, marks and digits, with an inner apostrophe or decimal point between digits.
_LETTERS = rf"[\w{MARKS}]+"
_WORD = re.compile(rf"\d+(?:[.,]\d+)+|{_LETTERS}(?:['’]{_LETTERS})*")
_UNSPACED = re.compile(
    r"[\u0e00-\u0e7f\u0e80-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff]+"
)
_OF_THREAD = threading.local()
_MOST_MET = 400_000  # words that an analyser remembers
SEVERAL = "mul"  # BCP 47 for several languages: words stay whole, and their parts are found too
_MOST = 0.7  # the share of texts that makes a course one of a language
_GRAM = 4  # characters of a word's n-grams

_STEMMERS = {
    "ar": "arabic", "ca": "catalan", "da": "danish", "de": "german", "el": "greek",
    "en": "english", "es": "spanish", "eu": "basque", "fi": "finnish", "fr": "french",
    "ga": "irish", "hi": "hindi", "hu": "hungarian", "hy": "armenian", "id": "indonesian",
    "it": "italian", "lt": "lithuanian", "ne": "nepali", "nl": "dutch", "no": "norwegian",
    "pt": "portuguese", "ro": "romanian", "ru": "russian", "sr": "serbian", "sv": "swedish",
    "ta": "tamil", "tr": "turkish", "yi": "yiddish",
}  # fmt: skip

_STOP_WORDS = {
    "en": (
        "a about above after again all also am an and any are as at be because been before being "
        "below between both but by can cannot could did do does doing down during each few for from "
        "further had has have having he her here hers him his how i if in into is it its itself just "
        "let may me might more most much must my no nor not of off on once only or other our out over "
        "own shall she should so some such than that the their them then there these they this "
        "those through to too under until up us very was we were what when where which while who whom "
        "why will with would you your "
        # As it is typed in a chat:
        "whats hows whos wheres whens whys thats its im ive id ill dont cant doesnt isnt arent didnt wont u "
        "ur r pls plz gonna wanna gotta lol ok okay"
    ),
    "de": "der die das und ist in den von zu mit sich des auf für nicht ein eine als auch es an werden aus er hat dass sie nach wird bei einer um am sind noch wie einem über so zum war was wer wo wann warum",
    "es": "el la los las de que y a en un una ser se no por con su para como estar tener le lo al del es son fue qué quién cuál cuándo dónde más pero sus o este esta",
    "fr": "le la les de des un une et est en du que qui dans ce il elle pas pour sur se son au plus par avec ne sont aux d l qu quel quelle comment où quand cette",
    "it": "il lo la i gli le di che e è un una in del della per con non si da sono al dei nel come più anche alla chi cosa quando dove quale",
    "pt": "o a os as de que e do da em um uma para com não se por mais dos das no na ao foi são como qual quem quando onde seu sua",
    "nl": "de het een en van in is dat op te zijn met voor niet die aan er om ook als bij door naar wat wie waar wanneer hoe werd",
    "ro": "de la și în a al ale cu un o pe din care că nu este sunt pentru mai fost prin ce cine când unde cum lui fi",
    "tr": "ve bir bu da de için ile olarak olan ne gibi daha çok kim hangi nasıl nerede ise mi",
    "sv": "och i att det som en på är av för med den till inte om ett har de var vad när hur från",
    "da": "og i at det som en på er af for med den til ikke om et har de var hvad når hvordan fra",
    "fi": "ja on ei se että oli hän mutta ovat joka mikä kuka missä milloin myös kun niin",
    "pl": "i w na z do się nie to jest że o jak po co kto gdzie kiedy dla od przez są był",
    "ru": "и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по ее мне из кто где когда какой это был для от",
    "el": "ο η το και να του της με που για από είναι τον την στο στη τα των ένα μια οι ποιος τι πότε πού πώς",
    "vi": "và của là có được trong cho các một những với này đã không khi người từ để nào gì ai ở",
    "hi": "का के की है में से को और पर ने यह एक था हैं थे कि जो क्या किस कौन कब कहाँ लिए हो",
    "ar": "في من على إلى أن هو هي التي الذي عن مع ما هذا هذه كان كما لا أو و متى أين كيف ماذا",
}  # fmt: skip
_STOPS = {tag: frozenset(words.split()) for tag, words in _STOP_WORDS.items()}
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


def language_of(sample: str) -> str:
    """A guess at a text's language from its script and small words; "en" where nothing tells."""
    letters = sum(1 for character in sample if character.isalpha()) or 1
    for script, tag in _SCRIPTS:
        if len(script.findall(sample)) / letters > 0.3:
            return tag
    words = [word.lower() for word in _WORD.findall(sample[:20_000])]
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
        for word in _WORD.findall(fold(text).replace("_", " ")):
            known = met.get(word)
            if known is None:
                known = self._meet(word)
            raw += known[0]
            stems += known[1]
        grams: tuple[str, ...] = ()
        if self.grams:
            grams = tuple(gram for word in raw if word not in self._stops for gram in _grams(word))
        return Words(tuple(stems), tuple(raw), grams)

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


def fold(text: str) -> str:
    """Lower case, compatible characters and digits made one, soft hyphens and vowel points out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _LEFT_OUT.sub("", folded).translate(_SAME)
    return _TONES.sub(lambda found: _TONE_OF[found.group()], folded)


def bare(word: str) -> str:
    """A folded word without accents, as it is typed where a keyboard has none: "știință" → "stiinta"."""
    parts = unicodedata.normalize("NFD", word.replace("ı", "i").replace("đ", "d"))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", parts))


_ACCENTS = re.compile(r"[\u0300-\u036f]")


# Soft hyphens; vowel points of Arabic and Hebrew; the dot below in Hindi, which many leave out; the
# dot that folding leaves of a Turkish İ.
_LEFT_OUT = re.compile(r"[\u00ad\u064b-\u065f\u0640\u0591-\u05c7\u093c]|(?<=i)\u0307")
# Letters that people write one for the other, and digits of all scripts: a year is the same year.
_SAME: dict[int, int | str] = {
    **str.maketrans("ёأإآٱىک ی".replace(" ", ""), "еااااي" + "كي"),
    **{at: str(unicodedata.digit(chr(at))) for at in range(0x660, 0x1100) if chr(at).isdecimal()},
}
# Where Vietnamese sets a tone at the end of a syllable, the old way and the new: "hoà", "hòa".
_TONE_OF = {
    unicodedata.normalize("NFC", two + tone): unicodedata.normalize("NFC", two[0] + tone + two[1])
    for two in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0309\u0303\u0323"
}
_TONES = re.compile(rf"(?:{'|'.join(_TONE_OF)})(?!\w)")


@lru_cache(maxsize=50_000)
def _stem(base: str, word: str) -> str:
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
        run = found.group()
        parts.extend(run[i : i + 2] for i in range(max(1, len(run) - 1)))
        at = found.end()
    if at < len(word):
        parts.append(word[at:])
    return parts


@lru_cache(maxsize=200_000)
def _grams(word: str) -> tuple[str, ...]:
    if _UNSPACED.fullmatch(word):
        return tuple(word)  # of pairs of signs the single ones, as a word may be one sign long
    if len(word) <= _GRAM or not _spelt(word):
        return (word,)
    return tuple(word[i : i + _GRAM] for i in range(len(word) - _GRAM + 1))
