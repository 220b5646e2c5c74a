"""Making one of what is written in several ways: case, digits, accents, letters of many scripts (pure)."""

import re
import unicodedata

# Signs that belong to the letter before them, as vowels do in Hindi and tones in Thai.
MARKS = "".join(chr(at) for at in range(0x300, 0x1E00) if unicodedata.category(chr(at))[0] == "M")


def fold(text: str) -> str:
    """Lower case, compatible characters and digits made one, soft hyphens and vowel points out."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    folded = _LEFT_OUT.sub("", folded).translate(_SAME)
    folded = _NASAL.sub("\u0902", folded)
    return _TONES.sub(lambda found: _TONE_OF[found.group()], folded)


def folded_in(language: str, text: str) -> str:
    """The text folded as its language (the first part of a tag) has it.

    Turkish keeps i and ı apart in capitals, and sets an ending off a name by an apostrophe (“Ankara'nın”);
    in French and Italian an apostrophe stands between two words (“l'eau”).
    """
    if language in _DOTLESS:
        return _ENDING.sub("", fold(text.replace("I", "ı").replace("İ", "i")))
    folded = fold(text)
    return _ELIDED.sub("", folded) if language in _ELIDING else folded


def skeleton(word: str) -> str:
    """The consonants that an Arabic word is built on, roughly: one for a singular and its plurals.

    Article, joined small words, endings and the letters that stand for vowels are taken off; empty where
    fewer than two consonants are left, or in another script.
    """
    if not _ARABIC.fullmatch(word):
        return ""
    core = _AFFIXES.sub("", word)
    core = _VOWELS.sub("", core)
    return core if len(core) >= 2 else ""


def bare(word: str) -> str:
    """A folded word without accents, as it is typed where a keyboard has none: "știință" → "stiinta"."""
    parts = unicodedata.normalize("NFD", word.replace("ı", "i").replace("đ", "d"))
    return unicodedata.normalize("NFC", _ACCENTS.sub("", parts))


_ACCENTS = re.compile(r"[\u0300-\u036f]")


# Soft hyphens and signs of no width (joiners inside Persian and Hindi words, marks of direction); vowel
# points of Arabic and Hebrew; the dot below in Hindi, which many leave out; the dot that folding leaves of
# a Turkish İ.
_LEFT_OUT = re.compile(
    r"[\u00ad\u200c-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u064b-\u065f\u0640\u0591-\u05c7\u093c]|(?<=i)\u0307"
)
# A nasal before a sound of its own place is written in Hindi as half a letter, a dot or a moon and dot.
_NASAL = re.compile("\u0901|ङ्(?=[क-घ])|ञ्(?=[च-झ])|ण्(?=[ट-ढ])|न्(?=[त-ध])|म्(?=[प-भ])")
# Letters that people write one for the other, and digits of all scripts: a year is the same year.
_SAME: dict[int, int | str] = {
    **str.maketrans("ёأإآٱىک ی".replace(" ", ""), "еااااي" + "كي"),
    0x200B: " ",  # a place where a line may break, between words
    **{at: str(unicodedata.digit(chr(at))) for at in range(0x660, 0x1100) if chr(at).isdecimal()},
}
# Where Vietnamese sets a tone at the end of a syllable, the old way and the new: "hoà", "hòa".
_TONE_OF = {
    unicodedata.normalize("NFC", two + tone): unicodedata.normalize("NFC", two[0] + tone + two[1])
    for two in ("oa", "oe", "uy")
    for tone in "\u0300\u0301\u0309\u0303\u0323"
}
_TONES = re.compile(rf"(?:{'|'.join(_TONE_OF)})(?!\w)")


_DOTLESS = frozenset(["tr", "az"])
_ENDING = re.compile(r"(?<=\w\w)['’]\w+")
_ELIDING = frozenset(["fr", "it", "ca", "mul"])
_ELIDED = re.compile(
    r"(?<![\w'’])(?:[cdjlmnstv]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|all|nell|sull|dall|quell|quest)['’](?=\w)"
)
_ARABIC = re.compile(r"[\u0621-\u064a]+")
_AFFIXES = re.compile(r"^(?:[وف]?[بكل]?ال|[وف]?لل|و(?=..ا))|(?:ات|ون|ين|ان|ها|هم|ية|ه|ة)$")
_VOWELS = re.compile("[اويءئؤةى]")
