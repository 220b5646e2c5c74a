"""The form of a reply: length, one question, tone, honesty about being a program, links, language."""

import re

from tutor.dialogue.checks.objection import Objection, Rule

_FLATTERY = re.compile(
    r"\b(?:genius|obviously|easy|easily|simply put|trivial(?:ly)?|so smart|very smart|brilliant mind|you(?:'re| are) (?:so |very |really )?(?:smart|clever|brilliant|gifted|amazing|intelligent|perfect|special)|"
    r"prodigy|smartest|einstein|everyone knows|anyone can see|as everybody knows|duh|of course you (?:know|can)|child'?s play|piece of cake|no[- ]brainer|"
    r"genio|genia|obviamente|facil|fácil|facilisimo|facilísimo|evidentemente|eres (?:muy |tan |super )?(?:list[oa]|inteligente|brillante|increible|increíble)|pan comido|"
    r"génie|évidemment|facile|tu es (?:si |très )?(?:intelligente?|brillante?)|genial|offensichtlich|kinderleicht|du bist (?:so |sehr )?(?:klug|schlau))\b"
    r"|عبقري|من الواضح|سهل جد|بديهي|انت ذكي|أنت ذكي|نابغ",
    re.IGNORECASE,
)
_MEANT = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|no es|make[s]?|making) (?:so |always |that |very |this |it )?eas(?:y|ily)|easi(?:er|est)|eas(?:y|ily) (?:to (?:mix|confuse|forget|miss|slip|overlook|get wrong)|(?:pass|cross|move|flow|dissolve|mix|diffuse)\w*)|\w+(?:s|es) (?:through )?easily",
    re.IGNORECASE,
)
_HUMAN = re.compile(
    r"\b(?:i(?:'m| am) (?:a |an |your )?(?:real |actual |human |living )*(?:human|person|man|woman|teacher named|girl|boy|mother|father)(?! ?-| made)|(?:as|like) (?:a |your )?(?:human|real person|fellow (?:human|student))|"
    r"i(?:'m| am) not (?:a |an )?(?:robot|bot|computer|machine|ai|program)|when i was (?:a |your |in |young|at )(?:kid|child|age|school|student|er|little)?|my (?:childhood|wife|husband|kids|children|own school days|mother|father)|i (?:love|miss) you|i(?:'m| am) (?:so )?proud as a|"
    r"soy (?:un |una )?(?:ser humano|humana|humano|persona(?: real| de verdad)?)\b|no soy (?:un |una )?(?:robot|maquina|máquina|programa|ia)|cuando (?:yo )?era (?:niñ[oa]|pequeñ[oa]|joven)|"
    r"je suis (?:un |une )?(?:humaine?|personne)|ich bin (?:ein |eine )?(?:mensch|echte person))\b"
    r"|(?:أنا|انا) (?:إنسان|انسان|بشر|شخص حقيقي)|(?:لست|ولست) (?:روبوت|برنامج|آلة|آله)|عندما كنت (?:طفل|صغير|في عمرك)",
    re.IGNORECASE,
)
_LINK = re.compile(
    r"https?://|www\.|\]\((?!#|/)|\b[a-z0-9-]{2,}\.(?:com|org|net|edu|io|co|gov|info|ai|me|tv|app|ly|be|de|es|fr|uk|ru)\b(?:/\S*)?|[\w.+-]+@[\w-]+\.\w+",
    re.IGNORECASE,
)
_VOCATIVE = re.compile(
    r"\b(?:Hi|Hello|Hey|Dear|Thanks|Thank you|Well done|Nice work|Good (?:job|work|try|thinking)|Great (?:job|work|try|thinking)|Sorry|Okay|OK|Hola|Gracias|Bien hecho|Muy bien|Bravo|Vamos|Bonjour|Salut|Merci|Hallo)[,!]? (?P<name>[A-ZÁÉÍÓÚÑ][\w'’-]{1,20})(?=[,.!?:;]|$)"
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
    "en": frozenset(["the", "is", "are", "and", "what", "you", "your", "of", "to", "this", "that", "with", "have", "do", "does", "how", "can", "which", "it", "we", "let", "think", "now", "when", "why", "where", "not", "for", "in", "on", "or", "be", "if", "try", "look", "there", "would", "could", "should", "will", "so", "from", "by", "as", "has"]),
    "es": frozenset(["el", "la", "los", "las", "es", "son", "y", "qué", "que", "tu", "tú", "de", "para", "este", "esta", "con", "tienes", "cómo", "como", "puedes", "cuál", "lo", "una", "un", "del", "al", "por", "en", "se", "no", "si", "más", "pero", "piensa", "ahora", "vamos", "mira", "cuando", "donde", "dónde"]),
    "fr": frozenset(["le", "la", "les", "est", "sont", "et", "quoi", "que", "tu", "ton", "ta", "de", "pour", "ce", "cette", "avec", "as", "comment", "peux", "quel", "quelle", "une", "un", "du", "au", "par", "en", "se", "ne", "pas", "si", "plus", "mais", "pense", "maintenant", "nous", "vous", "des", "dans", "qui", "où"]),
    "de": frozenset(["der", "die", "das", "ist", "sind", "und", "was", "du", "dein", "deine", "von", "für", "dieser", "diese", "mit", "hast", "wie", "kannst", "welche", "eine", "ein", "im", "am", "durch", "nicht", "wenn", "mehr", "aber", "denk", "jetzt", "wir", "ihr", "zu", "dem", "den", "es", "auf"]),
    "pt": frozenset(["o", "a", "os", "as", "é", "são", "e", "que", "você", "seu", "sua", "de", "para", "este", "esta", "com", "tem", "como", "pode", "qual", "uma", "um", "do", "da", "no", "na", "por", "em", "se", "não", "mais", "mas", "pense", "agora", "vamos"]),
    "it": frozenset(["il", "lo", "la", "i", "gli", "le", "è", "sono", "e", "che", "tu", "tuo", "tua", "di", "per", "questo", "questa", "con", "hai", "come", "puoi", "quale", "una", "un", "del", "al", "da", "in", "si", "non", "se", "più", "ma", "pensa", "ora"]),
}  # fmt: skip
_SCRIPTS = {"ar": re.compile(r"[\u0600-\u06ff]"), "other": re.compile(r"[\u0400-\u04ff\u0370-\u03ff\u4e00-\u9fff\u3040-\u30ff\u0590-\u05ff\uac00-\ud7af\u0900-\u097f]")}  # fmt: skip
_WORDS = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_MATHS = re.compile(r"\$[^$]*\$|\\\(.*?\\\)|`[^`]*`|\[\d+\]")
LONGEST_SENTENCE = 3  # words per year of reading age
LEAST_LONGEST = 24


def words_in(text: str) -> int:
    """How many words a text has; maths and marks of citations count little."""
    return len(_MATHS.sub(" ", text).split())


def tone(sentence: str, *, echoes: str = "") -> Objection | None:
    """Flattery, belittling words, claims to be human. `echoes` is text that may be said anyway."""
    for hit in _FLATTERY.finditer(sentence):
        if hit[0].casefold() in {"easy", "easily"} and _MEANT.search(sentence):
            continue
        if hit[0].casefold() not in echoes.casefold():
            return Objection(rule=Rule.TONE, said=hit[0])
    human = _HUMAN.search(sentence)
    return Objection(rule=Rule.HUMAN, said=human[0]) if human else None


def links(sentence: str, *, allowed: str) -> Objection | None:
    """An address that is not in the text that may be quoted."""
    for hit in _LINK.finditer(sentence):
        if hit[0] not in allowed:
            return Objection(rule=Rule.LINK, said=hit[0])
    return None


def names(sentence: str, *, own: str, known: str) -> Objection | None:
    """Somebody addressed by a name that is not the learner's and stands in none of the texts."""
    for hit in _VOCATIVE.finditer(sentence):
        said = hit["name"] or hit["first"]
        if said.casefold() in _PLAIN_OPENERS or said.casefold() == own.casefold():
            continue
        if not re.search(rf"\b{re.escape(said)}\b", known):
            return Objection(rule=Rule.NAME, said=said)
    return None


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


def spoken_in(sentence: str, language: str) -> Objection | None:
    """Words in another language than the course's (BCP 47). Short pieces and formulas pass."""
    tongue = language.split("-")[0]
    text = _MATHS.sub(" ", sentence)
    letters = [c for c in text if c.isalpha()]
    if len(letters) < 12:
        return None
    arabic, other = len(_SCRIPTS["ar"].findall(text)), len(_SCRIPTS["other"].findall(text))
    if tongue == "ar":
        return None if arabic * 2 >= len(letters) else _strange(sentence)
    if tongue in _STOPS:
        if (arabic + other) * 3 > len(letters):
            return _strange(sentence)
        return _other_tongue(text, tongue)
    return None


def _other_tongue(text: str, tongue: str) -> Objection | None:
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
    return _strange(text) if best >= 3 and best > 2 * ours else None


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
