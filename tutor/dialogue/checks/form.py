"""The form of a reply: length, one question, links, names, language, what is off limits (pure)."""

import re
from collections.abc import Sequence
from functools import lru_cache

from tutor.dialogue.checks.objection import Objection, Rule
from tutor.llm.redact import ALSO_WORDS, parts_of

_LINK = re.compile(
    r"\b[a-z][a-z0-9+]{1,9}://|www\.|\b(?:javascript|mailto|tel):|\bdata:\w+/|\]\((?!#|/)|"
    r"<\s*(?:a|img|form|video|audio|body|div)\s+[a-z-]+\s*=|"
    r"<\s*/?(?:script|iframe|svg|object|embed)\b"
    r"|\b[a-z0-9-]{2,}\.(?:com|org|net|edu|io|co|gov|info|ai|me|tv|app|ly|be|de|es|fr|uk|ru|dev|"
    r"xyz|site|online|eu|mx|gg|school|academy|wiki|blog|shop|click|link)\b(?:/\S*)?|"
    r"[\w.+-]+@[\w-]+\.\w+"
    r"|\b\w+ ?[\[(]?(?: dot | punto |\[\.\]|\(\.\))[\])]? ?(?:com|org|net|edu|io)\b",
    re.IGNORECASE,
)
_VOCATIVE = re.compile(
    r"\b(?:Hi|Hello|Hey|Dear|Thanks|Thank you|Well done|Nice work|Good (?:job|work|try|thinking)|"
    r"Great (?:job|work|try|thinking)|Sorry|Okay|OK|Hola|Gracias|Bien hecho|Muy bien|Bravo|Vamos|"
    r"Bonjour|Salut|Merci|Hallo)[,!]? (?P<name>[A-ZÁÉÍÓÚÑ][\w'’-]{1,20})(?=[,.!?:;]|$)"
    r"|\b(?:class ?mate|neighbou?r|friend|partner|compañer[oa]|amig[oa]) (?P<mate>[A-ZÁÉÍÓÚÑ][\w'’-]{1,20})"
    r"|\b(?!(?:You|She|He|They|We|Who|Everyone|Nobody|Someone|Everybody|Somebody)\b)"
    r"(?P<told>[A-ZÁÉÍÓÚÑ][a-záéíóúñ'’-]{2,20}) "
    r"(?:got (?:this|it|that)|answered|wrote the same|also (?:got|struggled)|solved (?:this|it)|"
    r"finished (?:this|it))\b"
    r"|(?:^|[.!?] )(?P<first>[A-ZÁÉÍÓÚÑ][a-záéíóúñ'’-]{2,20}), (?:you|your|that|let|can|what|tú|tu|puedes|vamos)\b"
)
_PLAIN_OPENERS = frozenset(
    [
        "there",
        "everyone",
        "again",
        "now",
        "first",
        "next",
        "then",
        "so",
        "well",
        "okay",
        "great",
        "good",
        "nice",
        "yes",
        "no",
        "remember",
        "look",
        "think",
        "right",
        "sure",
        "still",
        "also",
        "finally",
        "exactly",
        "correct",
        "perfect",
        "here",
        "today",
        "together",
        "maybe",
        "actually",
        "however",
        "instead",
        "thanks",
        "please",
        "wait",
        "almost",
        "hmm",
        "alright",
        "bien",
        "ahora",
        "luego",
        "primero",
        "entonces",
        "claro",
        "recuerda",
        "mira",
        "vale",
        "hoy",
    ]
)
_STOPS = {
    "en": frozenset(["the", "is", "are", "and", "what", "you", "your", "of", "to", "this", "that", "with", "have", "do", "does", "how", "can", "which", "it", "we", "let", "think", "now", "when", "why", "where", "not", "for", "in", "on", "or", "be", "if", "try", "look", "there", "would", "could", "should", "will", "so", "from", "by", "as", "has", "was", "were", "got", "good", "right", "all", "an", "at", "but", "my", "write", "answer", "again", "yes", "they", "somebody"]),
    "es": frozenset(["el", "la", "los", "las", "es", "son", "y", "qué", "que", "tu", "tú", "de", "para", "este", "esta", "con", "tienes", "cómo", "como", "puedes", "cuál", "lo", "una", "un", "del", "al", "por", "en", "se", "no", "si", "más", "pero", "piensa", "ahora", "vamos", "mira", "cuando", "donde", "dónde"]),
    "fr": frozenset(["le", "la", "les", "est", "sont", "et", "quoi", "que", "tu", "ton", "ta", "de", "pour", "ce", "cette", "avec", "as", "comment", "peux", "quel", "quelle", "une", "un", "du", "au", "par", "en", "se", "ne", "pas", "si", "plus", "mais", "pense", "maintenant", "nous", "vous", "des", "dans", "qui", "où"]),
    "de": frozenset(["der", "die", "das", "ist", "sind", "und", "was", "du", "dein", "deine", "von", "für", "dieser", "diese", "mit", "hast", "wie", "kannst", "welche", "eine", "ein", "im", "am", "durch", "nicht", "wenn", "mehr", "aber", "denk", "jetzt", "wir", "ihr", "zu", "dem", "den", "es", "auf"]),
    "pt": frozenset(["o", "a", "os", "as", "é", "são", "e", "que", "você", "seu", "sua", "de", "para", "este", "esta", "com", "tem", "como", "pode", "qual", "uma", "um", "do", "da", "no", "na", "por", "em", "se", "não", "mais", "mas", "pense", "agora", "vamos"]),
    "it": frozenset(["il", "lo", "la", "i", "gli", "le", "è", "sono", "e", "che", "tu", "tuo", "tua", "di", "per", "questo", "questa", "con", "hai", "come", "puoi", "quale", "una", "un", "del", "al", "da", "in", "si", "non", "se", "più", "ma", "pensa", "ora"]),
}  # fmt: skip
_ARABIC = re.compile(r"[\u0600-\u06ff]")
# In a language of Latin letters: words of another script, and letters that only look Latin.
_FOREIGN = re.compile(
    r"[\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0900-\u097f]{2,}|"
    r"[\u4e00-\u9fff\u3040-\u30ff\uac00-\ud7af]+|[\u0370-\u03ff]{3,}"
    r"|[a-z][\u0400-\u04ff]|[\u0400-\u04ff][a-z]|[\u1d00-\u1d7f\u0250-\u02af]{2,}",
    re.IGNORECASE,
)
LEAST_LETTERS, FEW_WORDS = 6, 8  # of a sentence whose language is asked; of a short one
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MATHS = re.compile(r"\$[^$]*\$|\\\(.*?\\\)|`[^`]*`|\[\d+\]")
LONGEST_SENTENCE = 3  # words per year of reading age
LEAST_LONGEST = 24


def words_in(text: str) -> int:
    """How many words a text has; maths and marks of citations count little."""
    return len(_MATHS.sub(" ", text).split())


def links(sentence: str, *, allowed: str) -> Objection | None:
    """An address that is not in the text that may be quoted."""
    for hit in _LINK.finditer(sentence):
        if hit[0] not in allowed:
            return Objection(rule=Rule.LINK, said=hit[0])
    return None


def names(sentence: str, *, own: str, known: str) -> Objection | None:
    """Somebody addressed or told about by a name that is not the learner's and stands in none of
    the texts."""
    for hit in _VOCATIVE.finditer(sentence):
        said = next(filter(None, hit.groups()))
        if said.casefold() in _PLAIN_OPENERS or said.casefold() == own.casefold():
            continue
        if not re.search(rf"\b{re.escape(said)}\b", known):
            return Objection(rule=Rule.NAME, said=said)
    return None


def others(sentence: str, *, roster: Sequence[str], own: str, known: str) -> Objection | None:
    """Anybody else on the learner's rosters, by their whole or a part of their name; the texts at
    hand may name them, too (a learner's message, a story)."""
    wanted = _written(tuple(roster), own)
    for hit in wanted.finditer(sentence) if wanted is not None else ():
        if hit[0] not in known:
            return Objection(rule=Rule.NAME, said=hit[0])
    return None


@lru_cache(maxsize=256)
def _written(roster: tuple[str, ...], own: str) -> re.Pattern[str] | None:
    """Names as they are written; a single name that is also a word is not told from the word."""
    mine = {own.casefold(), *(part.casefold() for part in own.split())}
    named = [one for name in roster for part in parts_of(name) for one in part] + list(roster)
    some = {one for one in named if one.casefold() not in mine | ALSO_WORDS and len(one) > 1}
    some -= {name for name in roster if mine & set(name.casefold().split())}
    if not some:
        return None
    longest = sorted(some, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)")


def sized(sentence: str, *, before: int, most: int, reading_age: int) -> Objection | None:
    """Too many words in the reply (`before` were released), or in the one sentence."""
    count = words_in(sentence)
    if before + count > most:
        return Objection(rule=Rule.LENGTH, said=f"{before + count} words, at most {most}")
    longest = max(LEAST_LONGEST, LONGEST_SENTENCE * reading_age)
    if count > longest:
        return Objection(rule=Rule.LENGTH, said=f"a sentence of {count} words, at most {longest}")
    return None


def questions_in(text: str) -> int:
    """How many questions a text asks; “??” is one."""
    return len(re.findall(r"[?؟]+", _MATHS.sub(" ", text)))


def spoken_in(sentence: str, language: str, *, known: str = "") -> Objection | None:
    """Words in another language than the course's (BCP 47). Formulas pass, and so does what the
    texts at hand (`known`) have, too."""
    tongue = language.split("-")[0]
    text = _MATHS.sub(" ", sentence)
    letters = [c for c in text if c.isalpha()]
    if tongue in _STOPS:
        foreign = next((hit[0] for hit in _FOREIGN.finditer(text) if hit[0] not in known), "")
        if foreign:
            return _strange(foreign)
        return _other_tongue(text, tongue) if len(letters) >= LEAST_LETTERS else None
    if tongue == "ar" and len(letters) >= 2 * LEAST_LETTERS:
        arabic = len(_ARABIC.findall(text))
        return None if arabic * 2 >= len(letters) else _strange(sentence)
    return None


def _other_tongue(text: str, tongue: str) -> Objection | None:
    """More of another language's small words than of the course's own; in a sentence without any of
    the latter two are enough."""
    said = [word.casefold() for word in _WORDS.findall(text) if len(word) > 1]
    ours = sum(word in _STOPS[tongue] for word in said)
    best = max(
        (
            len({word for word in said if word in stops})
            for other, stops in _STOPS.items()
            if other != tongue
        ),
        default=0,
    )
    if best >= 3 and best > 2 * ours:
        return _strange(text)
    return _strange(text) if best == 2 and not ours and len(said) <= FEW_WORDS else None


def _strange(sentence: str) -> Objection:
    return Objection(rule=Rule.LANGUAGE, said=sentence.strip()[:60])


def off_limits(sentence: str, phrases: tuple[str, ...]) -> Objection | None:
    """A subject that the persona must not speak of."""
    for phrase in phrases:
        if phrase.strip() and re.search(
            rf"(?<!\w){re.escape(phrase.strip())}(?:s|es)?(?!\w)", sentence, re.IGNORECASE
        ):
            return Objection(rule=Rule.OFF_LIMITS, said=phrase)
    return None
