"""What a whole message in Spanish asks, as children write it: without accents, in shorthand, from anywhere. Pure.

A message is folded, its shorthand written out and its padding (“porfa”, “profe”, “es que”) taken off both ends;
what is left must match one turn of phrase as a whole, so that a response which merely contains such words
stays a response. “No sé por qué” asks nothing of the kind and is left to the other readers.
"""

import re
import unicodedata
from functools import lru_cache

from tutor.dialogue.intents import short
from tutor.dialogue.intents.asides import Aside
from tutor.dialogue.intents.beside_in_spanish import BESIDE
from tutor.dialogue.intents.by_ear import Heard
from tutor.dialogue.intents.in_spanish import SAID
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.lines import either

LONGEST = 120  # characters of a message that may be one request
_SHORT = {
    "q": "que", "k": "que", "ke": "que", "xq": "por que", "pq": "por que", "xk": "por que", "porq": "por que", "xke": "por que",
    "x": "por", "pa": "para", "xa": "para", "d": "de", "tmb": "tambien", "tb": "tambien", "tbn": "tambien", "bn": "bien",
    "nose": "no se", "noc": "no se", "ns": "no se", "nse": "no se", "nc": "no se", "toy": "estoy", "ta": "esta", "tas": "estas", "tngo": "tengo",
    "kiero": "quiero", "qiero": "quiero", "muxo": "mucho", "dnd": "donde", "cmo": "como", "komo": "como", "aora": "ahora", "ahorita": "ahora",
    "asta": "hasta", "ola": "hola", "aser": "hacer", "ise": "hice", "hize": "hice", "ejm": "ejemplo", "ej": "ejemplo", "grax": "gracias",
    "grasias": "gracias", "grcs": "gracias", "sig": "siguiente", "siguente": "siguiente", "resp": "respuesta", "rspuesta": "respuesta",
    "repuesta": "respuesta", "facl": "facil", "dificl": "dificil", "dificultoso": "dificil", "entendo": "entiendo", "entiedo": "entiendo",
    "entindo": "entiendo", "nesesito": "necesito", "nececito": "necesito", "alludame": "ayudame", "alluda": "ayuda", "aver": "a ver",
    "haber": "a ver", "esque": "es que", "osea": "o sea", "maestra": "profe", "maestro": "profe", "seño": "profe", "seno": "profe",
}  # fmt: skip
_BEFORE = re.compile(
    r"^(?:(?:a|o|u|(?:ja|je)+|xd|te lo juro|oye|oiga|hey|ey|eh|ay|uy|uf+|jo|jope|bueno|pues|"
    r"entonces|y|pero|es que|o sea|a ver|mira|mire|profe|meno|ok|vale|si|por favor|"
    r"porfavor|porfa|porfis|plis|perdon|disculpa|disculpe|hola|ah|mm+|hm+|che|wey|guey|tio|tia|"
    r"solo|nomas|mejor|ya|tambien|la verdad|creo que) )+"
)
_AFTER = re.compile(
    r"(?: (?:por favor|porfavor|porfa|porfis|porfi|xfa|xfavor|plis|pliss|plz|pls|please|profe|"
    r"meno|gracias|ya|pues|anda|andale|aca|po|eh|jaja|jeje|wey|we|guey|tio|tia|bro|"
    r"che|amigo|nomas|la verdad|sorry|perdon|ahora|otra vez|de nuevo|entonces|aqui|para mi|"
    r"de una vez|y ya|y punto|hoy))+$"
)
_QUESTION = re.compile(
    r"(?:y )?(?:(?:que|cual|cuales) "
    r"(?:es|son|significa|quiere decir|pasa si|pasa cuando|hace|hacen|diferencia hay|era)|"
    r"(?:por que|como|cuando|donde|quien|para que) "
    r"(?:las?|los?|el|un|una|se|es|son|hay|hacen?|sirve|funciona|invento|descubrio|"
    r"\w{4,} (?:el|la|los|las|un|una))|por que (?:no )?\w{4,}|"
    r"como (?:sumo|resto|multiplico|divido|comparo|simplifico|saco|hago|calculo|paso|se)|"
    r"(?:que|cual) \w{4,} (?:es|son|tiene)|"
    r"cuant[oa]s? \w+ (?:hay|tiene|tienen|son)) .{3,80}"
)
_COMPILED = tuple((intent, re.compile(either(lines))) for intent, lines in SAID.items())
_COMPILED_BESIDE = tuple((*what, re.compile(either(lines))) for what, lines in BESIDE.items())
_GOES_ON = re.compile(
    r"(?:y|pero) (?:si|de|en|cuando|como|los|las|que pasa)\b .{4,60}|cuant[ao]s? \w+ (?:son|hay|tiene)(?: .{2,30})?"
)
_SPANISH = re.compile(r"\b(?:el|la|los|las|un|una|es|son|que|de|en|no|si|todas|todos)\b")
_TRIES = re.compile(
    r"(?:(?:creo|y|pero|no|entonces|o sea|seria|sera) )*(?:es|son|la [a-f]|el|sera|seria|creo|\d)\b"
)
_WORD = re.compile(r"[^\W\d_]+|\d+|\?")
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_DOUBLED = re.compile(
    r"([aiosu])\1+"
)  # “graciaas”, “siii”; not the words that have such letters twice
_HEARD = Heard(
    word
    for lines in (*SAID.values(), *BESIDE.values(), *short.spanish_lines())
    for word in re.findall(r"[a-zñ]{5,}", lines)
)
# What is neither Spanish nor decided by Spanish alone: other readers know it as well.
_NOT_ALONE = frozenset(
    [
        "no",
        "ok",
        "bye",
        "lol",
        "xd",
        "next",
        "menu",
        "mas",
        "bien",
        "ya",
        "k",
        "q",
        "x",
        "d",
        "simple",
        "imposible",
        "duro",
        "dura",
    ]
)


@lru_cache(maxsize=256)
def bare(text: str) -> str:
    """A message without accents, marks and padding, its shorthand written out."""
    text = text[:LONGEST].casefold()
    folded = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))
    words = (_SHORT.get(w, w) for w in _WORD.findall(_LONG.sub(r"\1", folded)) if w != "?")
    return " ".join(_HEARD.meant(word) for word in words)


def stripped(words: str) -> tuple[str, ...]:
    """The words as they are, and with padding taken off the end, the beginning and both; then without drawn-out letters."""
    forms = []
    for one in (words, _DOUBLED.sub(r"\1", words)):
        tail, head = _AFTER.sub("", one), _BEFORE.sub("", one)
        forms += [one, tail, head, _AFTER.sub("", head)]
    return tuple(dict.fromkeys(forms))


def asked(text: str, *, item_open: bool) -> Intent | None:
    """What a message as a whole asks; None when it is no such Spanish message."""
    if len(text) > LONGEST:
        return None
    forms = stripped(bare(text))
    if forms[0] in _NOT_ALONE or text.strip().casefold() in _NOT_ALONE:
        return None
    found = short.spanish(forms) or next(
        (intent for form in forms for intent, pattern in _COMPILED if pattern.fullmatch(form)), None
    )
    if found is Intent.SKIP and not item_open:
        return Intent.PRACTICE
    return found or (Intent.QUESTION if asks(text) else None)


def asks(text: str) -> bool:
    """Whether a message as a whole asks something about the matter, in Spanish."""
    return len(text) <= LONGEST and any(map(_QUESTION.fullmatch, stripped(bare(text))))


def goes_on(text: str) -> bool:
    """Whether a Spanish message asks on (“y si los dos son impares”, “las plantas comen?”), and is no attempt put so."""
    words = bare(text)
    if _GOES_ON.fullmatch(words):
        return True
    marked = text.rstrip().endswith("?") and len(words.split()) > 2
    return marked and _SPANISH.search(words) is not None and _TRIES.match(words) is None


def beside(text: str) -> Aside | None:
    """What a message as a whole says beside the task; None when it is no such Spanish message."""
    if len(text) > LONGEST:
        return None
    for form in stripped(bare(text)):
        for intent, kind, pattern in _COMPILED_BESIDE:
            if pattern.fullmatch(form):
                return Aside(intent, kind)
    return None
