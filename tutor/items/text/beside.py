"""The words beside a named thing: those that leave it what it is, and those that make another of it."""

import re
from collections.abc import Iterable, Sequence, Set

from tutor.items.text.speech import Speech
from tutor.items.text.words import PAUSE, STOP, stem

# Words that make another thing of what they are the … of: "the reverse of osmosis", "lack of oxygen".
ANOTHER = frozenset(
    ["reverse", "opposite", "inverse", "contrary", "lack", "absence", "loss", "end", "start", "beginning", "cause",
     "effect", "result", "product", "products", "half", "part", "parts", "rate", "opponent", "contrario", "opuesto",
     "inverso", "falta", "ausencia", "mitad"]
)  # fmt: skip


def is_of_another(found: tuple[str, ...], start: int, speech: Speech) -> bool:
    """Whether such a word and "of" stand before the phrase."""
    at = start - 1
    while at > 0 and found[at] in speech.articles:
        at -= 1
    return at > 0 and found[at] in ("of", "to", "de", "a") and found[at - 1] in ANOTHER


TITLES = frozenset(
    (
        "king",
        "queen",
        "president",
        "sir",
        "saint",
        "mr",
        "mrs",
        "mt",
        "mount",
        "st",
        "general",
        "professor",
        "dr",
        "pope",
        "emperor",
        "rey",
        "reina",
    )
)
MONTHS = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "enero",
        "febrero",
        "marzo",
        "abril",
        "mayo",
        "junio",
        "julio",
        "agosto",
        "septiembre",
        "octubre",
        "noviembre",
        "diciembre",
    ]
)
ERAS = frozenset(("ad", "ce"))  # beside a year
HELPING = frozenset(("are", "do", "does", "did", "can"))
SUBJECTS = frozenset(("they", "these", "those", "it", "this", "that", "there", "i", "we"))
# Words that may follow a name and only say what kind of thing it is.
KINDS = frozenset(
    ["process", "phase", "stage", "organelle", "part", "step", "method", "rock", "rocks", "gas", "biome", "angle", "angles",
     "triangle", "side", "shape", "mineral", "metal", "organ", "era"]
)  # fmt: skip
# What is said beside an answer behind a comma, and names nothing.
REMARKS = frozenset(
    ["easy", "simple", "done", "final", "haha", "thanks", "thx", "bye", "hello", "hey", "guess", "hope", "fácil", "gracias",
     "obvio", "claro", "vale", "cool", "nice", "lets", "boom", "finally", "dunno", "idk", "wait", "guessing", "first", "second",
     "third", "last", "again", "duh", "mate", "man", "dude", "maam", "profe", "spelling", "spelt", "spelled"]
)  # fmt: skip
# Words that may follow or precede a named thing without changing what is named.
LINKS = frozenset(
    (
        *("which", "who", "where", "when", "makes", "make", "made", "gives", "give", "does"),
        *("produces", "helps", "contains", "controls", "happens", "happened", "works", "uses"),
        *("by", "from", "on", "at", "into", "inside", "per", "during", "if", "about", "ain't"),
        *("que", "donde", "qui", "où", "wo", "che", "onde", "hace", "produce", "dans", "en"),
    )
)


def small_beside(speech: Speech) -> frozenset[str]:
    """The words and marks beside a phrase that cannot make another thing of it."""
    joining = speech.reasons | speech.turns | speech.ands | speech.ors
    return (
        speech.filler
        | speech.articles
        | speech.negators
        | joining
        | LINKS
        | frozenset((STOP, PAUSE))
    )


_ADJECTIVES = ("ic", "al", "ar", "ive", "ous", "ed", "ing", "ary", "ent", "ant", "ble")


def wholes_before(
    terms: Iterable[tuple[str, ...]], accepted: Iterable[tuple[str, ...]]
) -> frozenset[str]:
    """Nouns that the course's terms put before others ("cell" of "cell membrane"), which may stand before an
    answer too ("cell nucleus"); none where terms of the course are kinds of the answer ("plant cell" beside "cell").
    """
    longer = [term for term in terms if len(term) > 1]
    heads = {phrase[-1] for phrase in accepted if phrase}
    if any(term[-1] in heads for term in longer):
        return frozenset()
    return frozenset(t[0] for t in longer if len(t[0]) > 3 and not t[0].endswith(_ADJECTIVES))


_WHOLE = re.compile(
    r"\b(?:of|in|inside|on|to|towards?|every|each|de|del|en|cada)\s+(?:(?:an?|the|every|each|la|el|una?)\s+)?(\w{4,})"
)


def wholes_asked(question: str) -> frozenset[str]:
    """What a question asks for a part of: "cell" in "Which part of the cell holds the DNA?"."""
    return frozenset(_WHOLE.findall(question.casefold()))


def beside_the_answer(asked: Sequence[str], speech: Speech) -> frozenset[str]:
    """The words of a question that may follow its answer; not those that it offers ("osmosis or diffusion")."""
    offered = {
        word
        for i, token in enumerate(asked)
        if token in speech.ors
        for word in asked[max(0, i - 1) : i + 2]
    }
    return frozenset(word for word in asked if len(word) > 2) - offered - speech.negators


_HEAD = re.compile(r"\b(?:which|what)\s+(?:(?:kind|type|sort|form)s?\s+of\s+)?([a-z]{4,})", re.I)


def heads_asked(question: str) -> frozenset[str]:
    """What a question asks for by its kind: "treaty" in "Which treaty ended the war?"."""
    return frozenset(word.casefold() for word in _HEAD.findall(question)) - HELPING


def before_names(heads: Set[str]) -> Set[str]:
    """Kinds with what stands for them before a name: "Mount Kenya", "mt kenya" where a mountain is asked for."""
    return heads | {"mount", "mt"} if "mountain" in heads else heads


_LEAST_OF_A_CLAUSE = 2  # words that repeat the question
_SECOND_PART = frozenset(
    ("when", "while", "if", "after", "before", "because", "since", "that", "which", "so", "to", "than", "not", "or", "cannot", "no")
)  # fmt: skip


def main_clause(question: str, asked: Sequence[str]) -> tuple[str, ...]:
    """The words of a question up to its second part: "what gas do plants give out" of "… when they take in CO2?"."""
    if asked[:1] and asked[0] in _SECOND_PART:
        return ()
    end = next((i for i, word in enumerate(asked) if i and word in _SECOND_PART), len(asked))
    return tuple(asked[:end]) if question.count(".") + question.count("?") < 2 else ()


def repeats_the_question(
    found: Sequence[str], start: int, clause: Set[str], speech: Speech, language: str
) -> bool:
    """Whether what stands before the phrase only says the question's clause again: "plants give out oxygen"."""
    before = list(found[:start])
    before = before[len(before) - _at_a_mark(before[::-1]) :]
    said = [word for word in before if word not in speech.articles | SUBJECTS]
    if not clause or not said or speech.negators & set(before):
        return False
    own = frozenset(stem(word, language) for word in clause)
    return all(stem(word, language) in own for word in said) and len(before) >= _LEAST_OF_A_CLAUSE


_AND = frozenset(("and", "plus", "&", "y", "e", "et", "und"))
_MOST_BESIDE = 2  # words that name another thing; more of them say something about the answer


def beside_another(
    found: tuple[str, ...], start: int, end: int, speech: Speech, own: Set[str]
) -> bool:
    """Whether the phrase is one of two things that are named: "cow and bull". `own` words name no other."""
    if found[end : end + 1] and found[end] in _AND and _is_name(found[end + 1 :], speech, own):
        return True
    while start and found[start - 1] in speech.articles:
        start -= 1
    if not start or found[start - 1] not in _AND:
        return False
    said = tuple(reversed(found[: start - 1]))
    return _is_name(tuple(reversed(said[: _at_a_mark(said)])), speech, own)


def _at_a_mark(words: Sequence[str]) -> int:
    return next((i for i, word in enumerate(words) if word in (STOP, PAUSE)), len(words))


def _is_name(words: Sequence[str], speech: Speech, own: Set[str]) -> bool:
    """Whether the words up to the next mark are one or two that may name a thing."""
    small = speech.filler | speech.articles | _AND
    said = [word for word in words[: _at_a_mark(words)] if word not in small]
    clause = LINKS | speech.reasons | speech.negators | speech.turns | speech.ors
    if not 0 < len(said) <= _MOST_BESIDE or SUBJECTS & set(words[:1]):
        return False  # "a cow and it eats grass"
    if own >= set(said) or said[0].isdecimal():
        return False  # "K2" is two words of them
    return not any(word in clause or not word.isalnum() for word in said)


def listed_with_another(
    found: tuple[str, ...], start: int, end: int, speech: Speech, own: Set[str]
) -> bool:
    """Whether a comma parts the phrase from one or two bare words that name another thing: "sydney, canberra"."""
    behind = found[end + 1 :] if found[end : end + 1] == (PAUSE,) else ()
    before = found[: start - 1][::-1] if start and found[start - 1] == PAUSE else ()
    small = small_beside(speech) | KINDS | TITLES | own | REMARKS
    return any(
        0 < len(piece) <= _MOST_BESIDE
        and all(word.isalpha() and len(word) > 2 for word in piece)
        and not small & set(piece)
        and not any(word.endswith(("ly", "mente")) for word in piece)
        for piece in (behind[: _at_a_mark(behind)], before[: _at_a_mark(before)])
    )


def another_initial(found: tuple[str, ...], start: int, small: Set[str]) -> bool:
    """Whether an initial stands between the phrase and a name before it: "Booker T. Washington"."""
    if start < 3 or found[start - 1] != STOP:
        return False
    letter, name = found[start - 2], found[start - 3]
    return len(letter) == 1 and letter.isalpha() and letter not in small and name not in small


def without_tails(
    terms: Iterable[tuple[str, ...]], accepted: Sequence[tuple[str, ...]]
) -> set[tuple[str, ...]]:
    """Terms without the words that accepted phrases may go without: "potential" where "kinetic" will do."""
    tails = {
        phrase[len(short) :]
        for phrase in accepted
        for short in accepted
        if len(phrase) > len(short) and phrase[: len(short)] == short
    }
    return {
        term[: -len(tail)]
        for term in terms
        for tail in tails
        if len(term) > len(tail) and term[-len(tail) :] == tail
    }


_UNTIL = frozenset(("to", "till", "until", "through", "a", "hasta", "bis"))


def is_another_year(found: tuple[str, ...], start: int, end: int) -> bool:
    """Whether what stands beside a year makes another of it: "1066 BC", "1066 to 1087", "from 1060 until 1066"."""
    if not found[end - 1].isdigit():
        return False
    after, before = found[end : end + 2], found[max(0, start - 2) : start]
    if found[end:] in (("bc",), ("bc", STOP)):
        return True
    return (len(after) > 1 and after[0] in _UNTIL and after[1].isdigit()) or (
        len(before) > 1 and before[1] in _UNTIL and before[0].isdigit()
    )


def leads_up(found: tuple[str, ...], start: int, heads: Set[str]) -> bool:
    """Whether what stands before a name leads up to it: "July 1914", "AD 79"; "Treaty of Versailles" and "River Nile" where a
    treaty and a river are asked for."""
    before = found[max(0, start - 2) : start]
    if found[start].isdigit() and before[-1:] and before[-1] in MONTHS | ERAS:
        return True
    named = before[:-1] if before[-1:] == ("of",) else before
    return bool(named) and named[-1] in heads
