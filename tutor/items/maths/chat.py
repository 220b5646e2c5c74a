"""The answer inside a chat sentence: "i think its 3/4?" → 3/4, "so x = 5" → x = 5."""

import re

from tutor.items.maths.lexer import Notation, Unreadable
from tutor.items.maths.symbols import CONSTANTS, FUNCTIONS, GREEK, LETTER

_CUES_LISTED = (
    "is its it's so get got answer equals therefore thus makes be gives gave equal are was "
    "think guess say said then hence have maybe final solution result es son ist sind est donc"
)
_CUES = frozenset(_CUES_LISTED.split())
_NEGATIONS_LISTED = (
    "not isn't isnt aren't arent never no nor neither except wasn't wasnt don't dont doesn't "
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
    "leave leaves remaining expect ça fait cela ergibt macht sale queda vale obtengo entonces also"
)
_SMALL_TALK = _CUES | frozenset(_SMALL_TALK_LISTED.split())
_KNOWN = frozenset({*FUNCTIONS, *CONSTANTS, *GREEK})
_NAMES = re.compile("|".join(sorted((n for n in _KNOWN if len(n) > 1), key=len, reverse=True)))
_GREEK = frozenset({*GREEK.values(), "π"})
_JOINED = frozenset({"and", "or", "union"})
_WORD = re.compile(rf"(?<![\\A-Za-z]){LETTER}+(?:['’]{LETTER}+)?")
_SLOPE = re.compile(
    r"^\s*(?:d\s*[a-zA-Z]\s*/\s*d\s*[a-zA-Z]|\\d?frac\s*\{d[a-zA-Z]?\}\s*\{d[a-zA-Z]\})\s*="
)
_FACES = re.compile(r"(?:\s*(?:[:;]-?[)DPp(]|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+))+\s*$")
# What a learner takes back or says before the answer: "wait no 5/8", "fine. 3", "ok! 7".
_TAKEN_BACK = re.compile(
    r"^.*?\b(?:(?:oh,? )?wait,? no|no,? wait|no,? no|no,? (?:i|it'?s|its)|scratch that|hold on|hang on|(?:no,? )?i meant?(?: to (?:say|write))?)\b[\s,.…]+(?=\S)",
    re.I,
)
_SAID_FIRST = re.compile(
    r"^\s*(?:ok(?:ay)?|fine|sure|hm+|um+|uh|well|right|yes|yeah|easy|alright|got it|so|done|cool|idk|dunno)\s*[.!…]+\s+(?=\S)",
    re.I,
)
_UNFINISHED = re.compile(r"(?<=[\d)])\s+(?:or|and|but|so)\s*$", re.I)
# "the top one", "this one": no number.
_PRONOUN = re.compile(
    r"\b(?:this|that|which|another|top|bottom|upper|lower|middle|first|second|third|last|next|other|same|left|right|wrong|"
    r"(?:bigg|small|larg|great|eas|hard|low|high)(?:i?er|i?est)|big|small|large|easy|hard) one\b",
    re.I,
)
_LABEL = re.compile(r"^\s*[A-Za-z]\s*[:)]\s*(?=[-−]?[\d.])")
_EXCITED = re.compile(r"[^\d\s]!+$|[A-Za-z].*!+$|\s!$|!!$")
_FACTORIAL = re.compile(r"[\w)\]}]!$")
# "divide both sides by 3, x = 2": what was done, before what came of it
_DONE = re.compile(
    r"^\s*(?:(?:so|then|i|you|we|first|next|if)\s+)*(?:divid|multipl|add|subtract|minus|take|took|squar)\w*\b[^=<>]*\bsides?\b[^=<>,;:]*[,;:]\s*(?=\S)",
    re.I,
)
_UNITS = re.compile(
    r"(?<=[\d)}\]√πi])\s*(?:(?:square|cubic|sq\.?|cu\.?)\s+)?units?(?:\s*\^?[23²³])?\s*$", re.I
)
_LED = re.compile(r"^\s*(?:=+>?|≈|:|∴|⇒|⟹|→|⟶|-+>|•)\s*(?=[^=>\s])")
# "12.3 (3 s.f.)", "0.67 to 2 decimal places", "5.1 to the nearest tenth": how it was rounded
_DIGITS_SAID = re.compile(r"s\.?\s?f\b|d\.?\s?p\b|sig|place|nearest", re.I)
_PRECISION = re.compile(
    r"(?<=[\d)}%])[\s,]*\(?\s*(?:(?:correct|rounded|rounding|given|accurate)\s+)?(?:to\s+)?"
    r"(?:(?:\d|one|two|three|four|five)\s*(?:s\.?\s?f|d\.?\s?p|sig(?:nificant)?\.?\s*(?:fig(?:ure)?|digit)s?|decimals?(?:\s+places?)?|places?)"
    r"|the nearest\s+[a-z]+)\s*\.?\s*\)?\s*$",
    re.I,
)
_AROUND = ' \t\r\n"“”`'
_TRAILING = ' \t\n.?,;:…"”“’`'


# Words that take an answer back only where one stands before them: "3 sorry 4", "12, actually 13".
_CORRECTED = re.compile(
    r"^.*\d.*\b(?:no,? wait|wait,? no|oh wait|wait|hold on|hang on|i meant?|scratch that|sorry|oops|or rather|correction|actually(?:,? no)?|"
    r"espera|quiero decir|attends|je veux dire|nein,? warte|warte|ich meine)\b[\s,:.…!]*(?:[-–]\s+)?"
    r"(?=[^\d]{0,40}[\d√π])",
    re.I | re.S,
)
_FIGURES = r"[-−]?(?:\d[\d.,/]*|[½¼¾⅓⅔])(?!\w)"
_INSTEAD = (
    (
        re.compile(
            rf"(?<=[\d)%°½¼¾⅓⅔])\s*,?\s+(?:and\s+)?not\s+(?:[a-z]\s*=\s*)?{_FIGURES}\s*$", re.I
        ),
        "",
    ),
    (re.compile(rf"\bnot\s+{_FIGURES}\s*,?\s*but\s+(?=[-−\d])", re.I), ""),
    (re.compile(rf"(?<=[\d)%°½¼¾⅓⅔])\s*\(\s*not\s+{_FIGURES}\s*\)\s*$", re.I), ""),
)
_REPLACED = re.compile(rf"^\s*{_FIGURES}[\s,.…]+no,?\s+(?={_FIGURES}\s*$)", re.I)  # "4 no 7"
_HUMS = re.compile(r"^\s*(?:u+m+|u+h+|e+r+m*|h+m+|mm+)\b(?:[\s.,…]|-(?!\d))*", re.I)


def last_word(text: str) -> str:
    """What stands after a correction: "5 no wait 4", "4, not 5" and "not 5 but 4" are all 4."""
    text = _DONE.sub("", text) if "side" in text else text
    text = _SAID_FIRST.sub("", _HUMS.sub("", _TAKEN_BACK.sub("", text)))
    text = _UNFINISHED.sub("", _CORRECTED.sub("", _REPLACED.sub("", text)))
    text = _PRONOUN.sub(lambda found: found[0][:-4], text)
    if "not " in text:
        for pattern, kept in _INSTEAD:
            text = pattern.sub(kept, text)
    return text


_BELOW = re.compile(  # "four below zero", "5 degrees below freezing"
    r"(?<![\w.-])(\d+(?:[.,]\d+)?|[a-z]+(?:-[a-z]+)?)(\s*(?:°|deg(?:ree)?s?)?\s*(?:[CF]\b|celsius|fahrenheit)?)\s+below\s+(?:zero|freezing|0)\b",
    re.I,
)


def tidy(text: str, *, factorial: bool = False) -> str:
    """The text without what surrounds an answer: blanks, full stops, quotes, smileys, a leading =.

    `factorial` keeps one ! at the end.
    """
    text = _FACES.sub("", text.strip(_AROUND)).rstrip(_TRAILING).lstrip(" ,;…")
    if "unit" in text:
        text = _UNITS.sub("", text)
    if len(text) > 2 and text[0] == text[-1] == "'":
        text = text[1:-1]
    if text.endswith("!") and _EXCITED.search(text) and not (factorial and _FACTORIAL.search(text)):
        text = text.rstrip("! ")
    if text.startswith("**") and text.endswith("**") and len(text) > 4:
        text = text[2:-2]
    if "d" in text:
        text = _SLOPE.sub("", text)
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
            and match[0].lower() in _SMALL_TALK
            and not before.isdigit()
            and (after == "" or after not in "^_²³")
        ):
            return True
    return False


def _without_commands(text: str) -> str:
    return re.sub(r"\\(?:begin|end)\s*\{[A-Za-z]+\*?\}", lambda m: " " * len(m[0]), text)


_CHANGED = re.compile(
    r"(?:\b(?:square|cube|double|twice|triple|half|third|quarter|reciprocal|opposite|inverse|power|roots?|"
    r"logarithm|factorial|multiple|factor|mitad|tercio|cuarto|doble|triple|raíz|raiz|cuadrado|moitié|tiers|quart|racine|"
    r"carré|hälfte|drittel|viertel|wurzel|quadrat|doppelte[sn]?)\s+(?:of\s+|de\s+|von\s+)?(?:the\s+|an?\s+)?)$"
    # words that give a bound, another number, or the number of something else
    r"|\b(?:at (?:least|most)|up to|(?:anything|everything|all|any number) but|other than|except(?: for)?|apart from|besides|"
    r"after|before|under|over|above|below|past|beyond|divisible by|closer? to|next to|instead of|rather than|"
    r"questions?|exercises?|problems?|page|chapter|grade|mindestens|höchstens|al menos|como mucho|au moins|au plus)\s+$",
    re.I,
)
_IN_TURN = re.compile(r"\b(?:and|or|,)\s+(?:then|also)\b", re.I)  # "4 and then 7" are two answers


def answer_in(text: str, notation: Notation) -> str:
    """The one mathematical piece of a sentence; raises `Unreadable` when there is none or several,
    or when words change it: "twice 5", "the fourth root of 16"."""
    piece = _one_piece(text, notation)
    unchanged(text[: text.rfind(piece)])
    return piece


def unchanged(before: str) -> None:
    """Raises `Unreadable` where the words before a number make another of it."""
    if _CHANGED.search(before):
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
        piece = tidy(between.strip(" \t\n.?,;:!=()") if _loose(between) else between)
        if re.search(r"[\w½¼¾⅓⅔∞]", piece):
            found.append((word, piece))
        if match:
            word = match[0].lower().replace("’", "'")
            last = match.end()
    return found


def _loose(piece: str) -> bool:
    return sum(piece.count(c) for c in "([") != sum(piece.count(c) for c in ")]")


def _separates(match: re.Match[str], text: str, notation: Notation) -> bool:
    word = match[0]
    if is_talk(word, notation):
        return True
    # "i got", "a half": a lone i or a before a word is talk
    return word.lower() in ("i", "a") and bool(re.match(r"\s+[^\W\d_]{2,}", text[match.end() :]))
