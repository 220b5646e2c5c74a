"""What a whole message in Arabic asks or says, in the standard language or a dialect. Pure.

As `spanish` does it: a message is folded and its padding (“لو سمحت”, “يا أستاذ”, “والله”) taken off both
ends; what is left must match one turn of phrase as a whole, so that a response stays a response. Arabic
in Latin letters (“mish fahem”) is read in Arabic ones.
"""

import re
from functools import lru_cache

from tutor.dialogue.intents.asides import Aside
from tutor.dialogue.intents.cues import folded
from tutor.dialogue.intents.in_arabic import BESIDE, SAID
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.lines import either
from tutor.safety.latin_arabic import in_arabic_letters
from tutor.safety.normal import fold

LONGEST = 120  # characters of a message that may be one request
_LETTER = re.compile("[\u0621-\u064a]")
_WORD = re.compile(r"[^\W\d_]+|\d+")
_LONG = re.compile(r"([^\W\d_])\1{2,}")
_TEACHER = r"(?:يا )?(?:استاذه?|ابله|معلمه?|معلمتي|مس|مستر|ميس|حبيبي|صديقي|رفيقي)"
_PADS = (
    rf"(?:{_TEACHER}|من فضلك|لو سمحت(?:ي)?|لطفا|رجاء|ارجوك|بليز|والله|صراحه|بصراحه|يعني|طيب|اوكي|"
    rf"بس|لكن|و|يا|هلا|الحين|الان|دلوقتي|دابا|شكرا|كمان|عنجد|عافاك|بقي|بقا)"
)
_BEFORE = re.compile(rf"^(?:{_PADS} )+")
_AFTER = re.compile(rf"(?: {_PADS})+$")
# What asks about the matter: more than a bare “why”, which is a set phrase.
_QUESTION = re.compile(
    r"(?:و |طب |طيب )?(?:ليش|ليه|لماذا|علاش|كيف|ازاي|شلون|كيفاش|شو|ايش|وش|شنو|ماذا|هل|وين|فين|اين|متي|امتي|مين|"
    r"ما (?:هو|هي|هم|معني|الفرق|سبب|فاءده)|يعني ايه|ايه (?:هو|هي|معني|الفرق)|اي(?= \w+ (?:اكبر|اصغر|اكثر|اقل))) \w+(?: \w+)*"
    r"|(?:ال)?\w+ (?:يعني ايه|شو يعني|ايش يعني|يعني شو)"
)
_COMPILED = tuple((intent, re.compile(folded(either(lines)))) for intent, lines in SAID.items())
_COMPILED_BESIDE = tuple(
    (*what, re.compile(folded(either(lines)))) for what, lines in BESIDE.items()
)


@lru_cache(maxsize=256)
def bare(text: str) -> str:
    """A message without vowel signs, marks and drawn-out letters, its letters in one writing."""
    return " ".join(_WORD.findall(_LONG.sub(r"\1", fold(text[:LONGEST]))))


def asked(text: str, *, item_open: bool) -> Intent | None:
    """What a message as a whole asks; None when it is no such Arabic message."""
    found = next(
        (i for form in _forms(text) for i, pattern in _COMPILED if pattern.fullmatch(form)), None
    )
    if found is None and any(map(_QUESTION.fullmatch, _forms(text))):
        return Intent.QUESTION
    return Intent.PRACTICE if found is Intent.SKIP and not item_open else found


def beside(text: str) -> Aside | None:
    """What a message as a whole says beside the task; None when it is no such Arabic message."""
    for form in _forms(text):
        for intent, kind, pattern in _COMPILED_BESIDE:
            if pattern.fullmatch(form):
                return Aside(intent, kind)
    return None


def _forms(text: str) -> tuple[str, ...]:
    """The message as it is, and with padding taken off its end, its beginning and both."""
    text = in_arabic_letters(text) or text
    if len(text) > LONGEST or _LETTER.search(text) is None:
        return ()
    words = bare(text)
    tail, head = _AFTER.sub("", words), _BEFORE.sub("", words)
    return tuple(dict.fromkeys((words, tail, head, _AFTER.sub("", head))))
