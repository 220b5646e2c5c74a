"""The answer inside a chat sentence: "i think its 3/4?" → 3/4, "so x = 5" → x = 5."""

import re

from tutor.items.maths.in_words.changed import (
    number_changed_behind,
    passed_over,
    unchanged,
    unchanged_behind,
)
from tutor.items.maths.in_words.words import number_words
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.symbols import CONSTANTS, FUNCTIONS, GREEK, LETTER
from tutor.items.numerals import ONES, PARTS, TENS
from tutor.items.said import say

_CUES_LISTED = (
    "is its it's so get got answer equals therefore thus makes be gives gave equal are was "
    "think guess say said then hence have maybe final solution result es son ist sind est donc"
)
_CUES = frozenset(_CUES_LISTED.split())
_NEGATIONS_LISTED = (
    "not non nonzero isn't isnt aren't arent never no nor neither except wasn't wasnt don't dont doesn't "
    "doesnt can't cant cannot without nicht kein keine pas wrong incorrect"
)
_NEGATIONS = frozenset(_NEGATIONS_LISTED.split())
_SMALL_TALK_LISTED = (
    "i a an the my me im i'm id i'd we you he she they this that these those here there to of "
    "for in on at by as if it do did does am ok okay oh ah um uh hm hmm hi hey hello please "
    "thanks sir miss well like just about around approximately roughly probably surely sure "
    "pretty really very should would could will can may might must which what how because since "
    "when where why but also up go going come comes out from with into using use used after "
    "before final finally believe reckon suppose calculated calculate worked work found find "
    "see know hope feel thing number value total altogether left cost costs single each all "
    "both more less than one's ans la el le les los las der die das un una une mi je creo "
    "pienso respuesta antwort réponse que reponse ich denke glaube pense has had let's lets "
    "leave leaves remaining expect ça fait cela ergibt macht sale queda vale obtengo entonces also da son sale en"
)
_SMALL_TALK = _CUES | frozenset(_SMALL_TALK_LISTED.split())
_KNOWN = frozenset({*FUNCTIONS, *CONSTANTS, *GREEK})
_NAMES = re.compile("|".join(sorted((n for n in _KNOWN if len(n) > 1), key=len, reverse=True)))
_GREEK = frozenset({*GREEK.values(), "π"})
_JOINED = frozenset({"and", "or", "union"})
_WORD = re.compile(rf"(?<![\\A-Za-z]){LETTER}+(?:['’]{LETTER}+)?")
_SLOPE = re.compile(
    r"^\s*(?:d\s*[a-zA-Z]?\s*/\s*d\s*[a-zA-Z]|\\d?frac\s*\{d[a-zA-Z]?\}\s*\{d[a-zA-Z]\})\s*="
)
_TURNED_SLOPE = re.compile(  # dx/dy is another slope than dy/dx
    r"^\s*(?:dx\s*/\s*dy|\\d?frac\s*\{\s*dx\s*\}\s*\{\s*dy\s*\})\s*="
)
_FACES = re.compile(r"(?:\s*(?:[:;]-?[)DPp(]|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+))+\s*$")
_FACES_BEFORE = re.compile(
    r"^(?:[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+\s*)+(?=\S)"
)  # "✅ 3/8"
_LABEL = re.compile(r"^\s*[A-Za-z]\s*[:)]\s*(?=[-−]?[\d.])")
_EXCITED = re.compile(r"[^\d\s]!+$|[A-Za-z].*!+$|\s!$|!!$")
_FACTORIAL = re.compile(r"[\w)\]}]!$")
_UNITS = re.compile(
    r"(?<=[\d)}\]√πi])\s*(?:(?:square|cubic|sq\.?|cu\.?)\s+)?units?(?:\s*\^?[23²³])?\s*$", re.I
)
_LED = re.compile(r"^\s*(?:=+>?|≈|:|∴|⇒|⟹|→|⟶|-+>|•)\s*(?=[^=>\s])")
# "12.3 (3 s.f.)", "0.67 to 2 decimal places", "5.1 to the nearest tenth": how it was rounded
_DIGITS_SAID = re.compile(r"s\.?\s?f\b|d\.?\s?p\b|sig|place|nearest", re.I)
_PRECISION = re.compile(
    r"(?<=[\d)}%])[\s,]*\(?\s*(?:(?:correct|rounded|rounding|given|accurate)\s+)?(?:to\s+)?"
    r"(?:(?:\d|one|two|three|four|five)\s*"
    r"(?:s\.?\s?f|d\.?\s?p|sig(?:nificant)?\.?\s*(?:fig(?:ure)?|digit)s?|decimals?(?:\s+places?)?|"
    r"places?)"
    r"|the nearest\s+[a-z]+)\s*\.?\s*\)?\s*$",
    re.I,
)
_ASKED = re.compile(r"[?!]*\?[?!]*$")  # "7?!"
_STARS = re.compile(
    r"\*\*\s*(?=\S)([^*]{1,60}?)\s*\*\*", re.S
)  # **Answer:** out of a chat with a model
_AROUND = ' \t\r\n"“”`'
_TRAILING = ' \t\n.?,;:…"”“’`'


_SIGNED_OFF = re.compile(
    r"\s+[-–—]+\s*(?:(?:that'?s|its|it'?s)\s+)?(?:my\s+)?(?:final\s+)?answer$", re.I
)
_BELOW = re.compile(  # "four below zero", "5 degrees below freezing"
    (
        r"(?<![\w.-])(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?)"
        r"(\s*(?:°|deg(?:ree)?s?)?\s*(?:[CF]\b|celsius|fahrenheit)?)\s+below\s+"
        r"(?:zero|freezing|0)\b"
    ),
    re.I,
)


def tidy(text: str, *, factorial: bool = False) -> str:
    """The text without what surrounds an answer: blanks, full stops, quotes, smileys, a leading =.

    `factorial` keeps one ! at the end.
    """
    text = (
        _ASKED.sub("", _FACES.sub("", _FACES_BEFORE.sub("", text.strip(_AROUND))))
        .rstrip(_TRAILING)
        .lstrip(" ,;…")
    )
    if "unit" in text:
        text = _UNITS.sub("", text)
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1]
    if text.endswith("!") and _EXCITED.search(text) and not (factorial and _FACTORIAL.search(text)):
        text = text.rstrip("! ")
    if text.startswith("**"):
        text = _STARS.sub(r"\1", text)
    if "d" in text:
        text = text if _TURNED_SLOPE.match(text) else _SLOPE.sub("", text)
    text = _SIGNED_OFF.sub("", text) if text.endswith("answer") else text
    text = _BELOW.sub(r"minus \1\2", text) if "below" in text else text
    text = _PRECISION.sub("", text) if _DIGITS_SAID.search(text) else text
    return _LED.sub("", _LABEL.sub("", text))


def is_talk(word: str, notation: Notation) -> bool:
    """Whether a run of letters is a word of a sentence rather than mathematics."""
    if not word.isascii():
        word = "".join(c for c in word if c not in _GREEK)  # πr, 2θ
        if not word:
            return False
    if word in notation.variables or word in _KNOWN or word in _JOINED:
        return False
    lower = word.lower()
    if lower in _KNOWN:
        return False
    if len(word) == 1:
        return False
    letters = set(notation.variables)
    if letters and all(c in letters for c in word):
        return False
    if lower in _SMALL_TALK or lower in _NEGATIONS:
        return True
    if len(word) == 2 and not letters:
        return False
    return not _is_maths(word, notation)


def _is_maths(word: str, notation: Notation) -> bool:
    """Whether letters split into names of functions and a few variables: sinx, ylnx, cospi."""
    allowed = {c for v in notation.variables for c in v} | {"e", "i", "d"}
    rest = _NAMES.sub(" ", word)
    pieces = rest.split()
    if rest == word and len(word) > 2:
        return bool(notation.variables) and all(c in allowed for c in word)
    if notation.variables:
        return all(c in allowed for piece in pieces for c in piece)
    return sum(len(piece) for piece in pieces) <= 2


def has_talk(text: str, notation: Notation) -> bool:
    """Whether a text holds words of a sentence."""
    return any(is_talk(m[0], notation) for m in _WORD.finditer(_without_commands(text)))


def has_small_talk(text: str) -> bool:
    """Whether a text holds everyday words of two letters or more: "0 to 20", but not 10ah."""
    plain = _without_commands(text)
    for match in _WORD.finditer(plain):
        before, after = plain[: match.start()][-1:], plain[match.end() :][:1]
        if (
            len(match[0]) > 1
            and match[0].lower() in _SMALL_TALK | _NEGATIONS
            and not before.isdigit()
            and (after == "" or after not in "^_²³")
        ):
            return True
    return False


def _without_commands(text: str) -> str:
    return re.sub(r"\\(?:begin|end)\s*\{[A-Za-z]+\*?\}", lambda m: " " * len(m[0]), text)


_CALLED = re.compile(
    r"(?<![A-Za-z\\])([A-Za-z]{3,})\("
)  # "double(7)" is not 7, nor "eval(x+1)" x+1
_IN_TURN = re.compile(r"\b(?:and|or|,)\s+(?:then|also)\b", re.I)  # "4 and then 7" are two answers


_A_QUESTION = re.compile(
    r"^\s*(?:what(?:'s|’s|\s+is|\s+are)|whats|how\s+(?:much|many|do|does|is)|why|qué\s+es|cuánto\s+es)\s+[^=?]*$",
    re.I,
)  # "what is 5" asks


def answer_in(text: str, notation: Notation) -> str:
    """The one mathematical piece of a sentence; raises `Unreadable` when there is none or several,
    or when words change it: "twice 5", "the fourth root of 16"."""
    if _A_QUESTION.match(text) and not re.search(r"\d.*\b(?:is|are|es|son)\b", text):
        raise Unreadable("I am not sure which part is your answer.", 0)
    piece = _one_piece(text, notation)
    at = text.rfind(piece)
    unchanged(text[:at], signs="\\" in text)
    if number_changed_behind(text) or (at >= 0 and passed_over(text[:at])):
        raise Unreadable("Write it with numbers and signs.", 0)
    if at >= 0:
        unchanged_behind(text[at + len(piece) :])
        _alone(text[:at], piece, text[at + len(piece) :])
    called = _CALLED.search(text)
    if called and called[1].lower() not in _SMALL_TALK | _CUES and is_talk(called[1], notation):
        raise Unreadable(say("I do not know “{word}”.", word=called[1][:20]), 0)
    return piece


_NUMBER_WORDS = frozenset(
    (
        *ONES[2:],
        *TENS,
        *PARTS,
        *(f"{part}s" for part in PARTS),
        "halves",
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
    )
)
_WORD_BEFORE = re.compile(r"([A-Za-z]+)[\s-]+(?:of\s+)?\(?$")
_WORD_BEHIND = re.compile(r"^[\s-]+(?:of\s+)?([A-Za-z]+)")


def _alone(before: str, piece: str, behind: str) -> None:
    """Raises `Unreadable` where a number in words stands beside a piece: "two thirds of pi", "5 twenty-fifths"."""
    for found in (_WORD_BEFORE.search(before), _WORD_BEHIND.search(behind)):
        word = found[1].lower() if found else ""
        if word in _NUMBER_WORDS and str(number_words(word)) != piece.strip("() "):
            raise Unreadable("Write it with numbers and signs.", 0)


def _one_piece(text: str, notation: Notation) -> str:
    spans = _pieces(text, notation)
    if any(m[0].lower() in _NEGATIONS for m in _WORD.finditer(text)):
        raise Unreadable("I am not sure which part is your answer.", 0)
    if not spans:
        raise Unreadable("I found no number or formula in it.", 0)
    if len({piece for _, piece in spans}) == 1:
        return spans[0][1]
    if _IN_TURN.search(text):
        raise Unreadable("I see more than one answer. Give just one.", 0)
    cued = [piece for cue, piece in spans if cue in _CUES]
    if len(spans) > 1 and cued and spans[-1][1] == cued[-1]:
        return cued[-1]
    raise Unreadable("I see more than one answer. Give just one.", 0)


def _pieces(text: str, notation: Notation) -> list[tuple[str, str]]:
    """The pieces between words, each with the word before it (lower case)."""
    found: list[tuple[str, str]] = []
    last, word = 0, ""
    plain = _without_commands(text)
    matches = [m for m in _WORD.finditer(plain) if _separates(m, plain, notation)]
    for match in [*matches, None]:
        end = match.start() if match else len(text)
        between = text[last:end].lstrip(" ,;:…") if last else text[last:end]
        if between.startswith("..."):
            between = between.lstrip(".")
        pieces = _BRACKET.split(between) if _loose(between) else [between]
        for piece in (tidy(p.strip(" \t\n.?,;:!=") if len(pieces) > 1 else p) for p in pieces):
            if re.search(r"[\w½¼¾⅓⅔∞]", piece):
                found.append((word, piece))
        if match:
            word = match[0].lower().replace("’", "'")
            last = match.end()
    return found


_BRACKET = re.compile(r"[()]")


def _loose(piece: str) -> bool:
    return sum(piece.count(c) for c in "([") != sum(piece.count(c) for c in ")]")


def _separates(match: re.Match[str], text: str, notation: Notation) -> bool:
    word = match[0]
    if is_talk(word, notation):
        return True
    # "i got", "a half": a lone i or a before a word is talk
    return word.lower() in ("i", "a") and bool(re.match(r"\s+[^\W\d_]{2,}", text[match.end() :]))
