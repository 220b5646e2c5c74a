"""Whether a text gives a word that is only cut off, to be glued together or put into the learner's (pure)."""

import re
from collections.abc import Iterator, Sequence

from tutor.items.reveal.wordings import asks, sentences

LEAST = 3  # letters of a piece
LEAST_WHOLE = 6  # letters of a word that is told by its beginning
_OFF = re.compile(r"(?<![\w-])([^\W\d_]{3,})(?:-(?!\w)|-(?=something|whatever|dots?\b|what\b)|…|\.\.\.)")  # fmt: skip
_REST = re.compile(r"(?:…|\.\.\.|(?<!\w)-)([^\W\d_]{3,})")
_GLUED = re.compile(
    r"\b(?:glue|put|add|stick|append|attach|join|write|pega|añade|agrega|pon) [\"'«“]?"
    r"([^\W\d_]+)[\"'»”]? (?:to|behind|after|onto|on to|at the end|a|al|detrás|después)\b"
)  # fmt: skip
_IT_GLUED = re.compile(
    r"\b(?:glue|put|add|stick|append|attach|join|pega|pon) (?:it|that|this) "
    r"(?:to|behind|after|onto|on to) [\"'«“]?([^\W\d_]+)"
)  # fmt: skip
_PAIR = re.compile(r"(?<![\d.])(\d+) and (\d+)(?![\d.]| (?:is|are|add|multiply|make|give))")
_FOR_YOURS = re.compile(
    r"\b(?:instead|for|it's|they're|(?:we|you) want|the pair|brackets?|numbers are|are the numbers|factors are)\b"
)
_IN_FRONT = re.compile(
    r"\b[\"'«“]?([^\W\d_]+)[\"'»”]? (?:with|con) (?:an? |un |una )?"
    r"(?:extra |additional |another |otro )?[\"'«“]?([^\W\d_]+)[\"'»”]? "
    r"(?:in front|before it|at the front|delante)\b"
)  # fmt: skip
_RHYMES = re.compile(
    r"\b(?:rhymes? with|rima con) [\"'«“]?([^\W\d_]{3,})[\"'»”]?,? ?(?:(?:and|but|y|pero) )?"
    r"(?:it )?(?:begins|starts|empieza) (?:with|con|por) (?:an? )?[\"'«“]?([^\W\d_]{1,3})\b"
)  # fmt: skip
_RHYMES_LATER = re.compile(
    r"\b(?:begins|starts) (?:with|in) (?:an? )?[\"'«“]?([^\W\d_]{1,3})[\"'»”]?,? (?:and|but) "
    r"(?:it )?rhymes with [\"'«“]?([^\W\d_]{3,})\b"
)  # fmt: skip
# “cosa with an a where the o is”
_WHERE = re.compile(
    r"\b[\"'«“]?([^\W\d_]{3,})[\"'»”]?,? (?:but )?(?:with|con) (?:an? |una? )?[\"'«“]?"
    r"([^\W\d_]{1,3})[\"'»”]? (?:where|instead of|for|in place of|en vez de|en lugar de) "
    r"(?:the |an? |its |la |el |una? )?[\"'«“]?([^\W\d_]{1,3})\b"
)  # fmt: skip
# “the first three letters of definition”
_LETTERS_OF = re.compile(
    r"\b(?:the )?(first|last|opening|final) (\d) letters (?:of|in) "
    r"(?:the word |the |your |an? )?[\"'«“]?([^\W\d_]{3,})\b"
)  # fmt: skip
_WITHOUT = re.compile(
    r"\b[\"'«“]?([^\W\d_]{3,})[\"'»”]?,? (?:but )?(?:without|minus|sin|ohne) "
    r"(?:the |its |la |el |das )?[\"'«“]?([^\W\d_]{1,3})\b"
)  # fmt: skip
_BROKEN = re.compile(r"(?<!\w)([^\W\d_]{2,})(?:\.\.\.|…) ?([^\W\d_]{2,})(?!\w)")
_ONSET = re.compile(r"^[^aeiouáéíóúäöü]*")
_PIECE = r"[\"'«“(]*-?([^\W_]+)-?[\"'»”)]*"
_CHANGE = re.compile(
    rf"\b(?:replace|change|swap|turn|cambia|sustituye) (?:the |el |la )?{_PIECE} "
    rf"(?:with|by|to|into|for|por|a) (?:an? |the |un |una )?{_PIECE}"
    rf"(?: and (?:the )?{_PIECE} (?:with|by|to|into|for) (?:an? |the )?{_PIECE})?"
)  # fmt: skip
_INSTEAD = re.compile(
    rf"{_PIECE} (?:instead of|rather than|in place of|not|for your|"
    rf"where you(?:'ve| have) (?:got |written )?) ?(?:an? |the |your )?{_PIECE}|"
    rf"\bnot {_PIECE},? but (?:an? |the )?{_PIECE}"
)  # fmt: skip
_ENDS = re.compile(
    r"\b(?:ends?|ending|finish(?:es)?|termina|acaba) (?:in|with|on|is|en|con) [\"'«“]?-?([^\W\d_]{3,})\b"
)
_SAME = re.compile(
    r"\b(?:same|similar|like yours|your (?:word|beginning|start)|yours|also|too|igual|mismo)\b"
)
_AFTER_SIGN = re.compile(
    r"(?<![\w.])(\d) (?:after|behind|next to|detrás de|después de) (?:the |your |la |el )?"
    r"([a-z]{1,2})\b"
)  # fmt: skip


def cut(read: str, forms: Sequence[str], shown: str, picked: str) -> str:
    """The words of a text that leave one of the forms to be put together; "" when none do."""
    words = re.findall(r"[^\W\d_]+", f"{shown} {picked}")
    for one in sentences(read):
        if asks(one):
            continue
        made = {_tight(form): told for told, form in _made(read, one, words, picked)}
        for form in forms:
            told = (
                made.get(_tight(form))
                or _begun_or_ended(one, form, shown)
                or _exchanged(one, form, shown, picked)
                or _ended(one, form, picked)
            )
            if told and not _shows(shown, form) and _tight(form) != _tight(picked):
                return told
    return ""


def _shows(shown: str, form: str) -> bool:
    """Whether a form is a word of the question's: “def” is none of “definition”."""
    return form in shown and re.search(rf"(?<!\w){re.escape(form)}(?!\w)", shown) is not None


def _tight(form: str) -> str:
    return "".join(form.split())


def _begun_or_ended(sentence: str, form: str, shown: str) -> str:
    """“We call it conden…”, “the mito-something”, “-chondrion”: enough of the word to know it."""
    if not form.isalpha() or form in shown:
        return ""
    for hit in _OFF.finditer(sentence) if len(form) >= LEAST_WHOLE else ():
        if form.startswith(hit[1]) and 10 * len(hit[1]) >= 3 * len(form) and hit[1] not in shown:
            return hit[0]
    for hit in _REST.finditer(sentence):
        if form.endswith(hit[1]) and 5 * len(hit[1]) >= 3 * len(form) and hit[1] not in shown:
            return hit[0]
    return ""


def _exchanged(sentence: str, form: str, shown: str, picked: str) -> str:
    """A piece of the learner's and another that makes the form of it: “trans instead of per”, “swap red for white”."""
    if not picked:
        return ""
    hit = _CHANGE.search(sentence)
    if hit and hit[1] in picked.split() and hit[2] in form.split() and hit[2] not in shown:
        others = [word for word in form.split() if word != hit[2]]
        if all(word in shown for word in others):
            return hit[0]
    for hit in _INSTEAD.finditer(sentence):
        old, new = (hit[2], hit[1]) if hit[1] else (hit[3], hit[4])
        if old in picked and _once(picked.replace(old, new, 1)) == _once(form):
            return hit[0]
    return ""


def _once(text: str) -> str:
    """A text with each letter that is doubled once: trans-spiration as transpiration."""
    return re.sub(r"(.)\1", r"\1", _tight(text))


def _ended(sentence: str, form: str, picked: str) -> str:
    """“Nearly the same name, but it ends in -phyll”: another end for the learner's beginning."""
    for hit in _ENDS.finditer(sentence):
        begun = form.removesuffix(hit[1])
        if (
            begun != form
            and len(begun) >= LEAST
            and picked.startswith(begun)
            and _SAME.search(sentence)
        ):
            return hit[0]
    return ""


def _made(read: str, sentence: str, words: Sequence[str], picked: str) -> Iterator[tuple[str, str]]:
    """What comes of the pieces and changes that a sentence names, with its words."""
    for hit in _GLUED.finditer(sentence):
        for word in re.findall(r"[^\W\d_]+", read[: read.find(hit[0])]):
            yield hit[0], word + hit[1]
    for hit in _IT_GLUED.finditer(sentence):
        for word in re.findall(r"[^\W\d_]+", read[: read.find(hit[0])]):
            yield hit[0], hit[1] + word
    for hit in _PAIR.finditer(sentence) if _FOR_YOURS.search(sentence) else ():
        own = re.findall(r"\d+", picked)
        if len(own) == 2:
            for a, b in ((hit[1], hit[2]), (hit[2], hit[1])):
                yield hit[0], _with_numbers(picked, (a, b))
    for hit in _IN_FRONT.finditer(sentence):
        yield hit[0], hit[2] + hit[1]
    for hit in _RHYMES.finditer(sentence):
        yield hit[0], hit[2] + _ONSET.sub("", hit[1])
    for hit in _RHYMES_LATER.finditer(sentence):
        yield hit[0], hit[1] + _ONSET.sub("", hit[2])
    for hit in _WHERE.finditer(sentence):
        yield hit[0], hit[1].replace(hit[3], hit[2], 1)
    for hit in _WITHOUT.finditer(sentence):
        yield hit[0], hit[1].replace(hit[2], "", 1)
    for hit in _BROKEN.finditer(sentence):
        yield hit[0], hit[1] + hit[2]
    for hit in _LETTERS_OF.finditer(sentence):
        many = int(hit[2])
        yield hit[0], hit[3][:many] if hit[1] in {"first", "opening"} else hit[3][-many:]
    for hit in _CHANGE.finditer(sentence):
        for text in (picked, *words):
            changed = _replaced(text, hit[1], hit[2])
            yield hit[0], changed
            if hit[3]:
                yield hit[0], _replaced(changed, hit[3], hit[4])
    for hit in _AFTER_SIGN.finditer(sentence):
        yield hit[0], picked.replace(hit[2], f"{hit[2]}{hit[1]}", 1)


def _replaced(text: str, old: str, new: str) -> str:
    """One piece of a text replaced; whole numbers only where it is a number."""
    if old.isdigit():
        return re.sub(rf"(?<!\d){old}(?!\d)", new, text, count=1)
    return text.replace(old, new, 1)


def _with_numbers(text: str, numbers: Sequence[str]) -> str:
    """A text with other whole numbers in the places of its own."""
    left = iter(numbers)
    return re.sub(r"\d+", lambda _: next(left), text)
