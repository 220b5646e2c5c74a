"""Whether a text tells an answer in words, a formula or several parts (pure)."""

import re
from functools import lru_cache

from tutor.items.reveal import alike, roundabout, said, several
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import (
    ANSWER,
    BARE_CLAIM,
    COMES_TO,
    CONCLUDES,
    IS_RIGHT,
    NOT,
    QUESTION,
    RHETORICAL,
    TO_WRITE,
    sentences,
)

_ASKS = re.compile(
    r"(?:which|what) (?:\w+ )?(?:is|are|was) the (?:\w+ )?([a-z]{4,})(?= of| in|\?)|what (?:is|are|was) the ([a-z]{4,})"
    r"|(?:which|what) (?:word|one|part|number)\b.{0,90}? (?:is|are) (?:an?|the) ([a-z]{4,})|"
    r"(?:which|what) ([a-z]{4,})|cual es el (\w{4,})|cuál es (?:el|la) (\w{4,})|"
    r"welche[rs]? (\w{4,})|quel(?:le)? est l[ae] (\w{4,})"
)
_CALLED = re.compile(r"\w(?: [\w-]+){2,}: ?[\"'«]?$")  # “It tells how she closed it: quickly.”
_AGREES = re.compile(
    r"^\W*(?:yes|exactly|correct|indeed|sí|si|ja|oui|exacto|genau|نعم)[,:!]+ ?[\"'«]*(?:the |an? )?$"
)
_OF_A_STATEMENT = re.compile(r"\b(?:statement|claim|sentence) (?:is|must be) (?:\w+ly )?$")
_DEGREES = tuple(
    (
        re.compile(rf"\b(?:which|what|who|qué|welche\w*)\b[^?]{{0,60}}\b(?:{words})\b"),
        re.compile(
            rf"[\"'»)]*,? (?:is|are|has|comes out|turns out|must be|wins as|es|ist|est) "
            rf"(?:the |clearly |actually |indeed |das |el )*(?:{words})\b"
        ),
    )
    for words in (
        "larger|greater|bigger|largest|greatest|biggest|higher|highest|more|most|mayor|größer",
        "smaller|smallest|lesser|less|least|fewer|fewest|lower|lowest|menor|kleiner",
        "longer|longest|taller|tallest|heavier|heaviest|faster|fastest|older|oldest",
    )
)  # fmt: skip
_FORMULA = re.compile(r"(?=.*[a-z])(?=.*\d)[a-z\d]{3,}")  # of a substance: co2
_ROW = re.compile(r"\d+(?: \d+){2,6}")
_BETWEEN = r"[,;]? ?(?:and |then |and then |next |followed by )?"
_SPOKEN = ((re.compile(r" to the power (?:of )?(?=[\w(])"), "^"), (re.compile(r"(?<![a-z\d] )\bminus (?=[\da-z])"), "-"), (re.compile(r"(?<=[a-z\d)]) plus (?=[a-z\d(])"), "+"), (re.compile(r"(?<=[a-z\d)]) minus (?=[a-z\d(])"), "-"))  # fmt: skip
# A short word, as of a language for machines, where it is given as what to write.
_GIVEN = re.compile(
    r"(?:\b(?:it's|that's|c'est|you (?:write|type|use)|we (?:write|type|use)|"
    r"(?:keyword|word|command) (?:is|called)|called|spelt|spelled))\s*[\"'«“(]?$"
)
# “'jumped' tells the action”
_SPEAKS = re.compile(
    r"[\"'»”] (?:tells|says|shows|names|describes|expresses|dice|indica|nombra)\b[^.!?؟]*(?:[.!]|$)"
)
_GIVEN_LETTERS = 2
SHORT = 4  # letters; shorter answer words only count where the text concludes with them
SPELT = 3  # letters of a word that may be spelt out


def word_told(read: str, secret: Secret) -> str:
    """The form of the answer that a text read in figures tells; or ""."""
    for form in secret.forms:
        if form not in read:
            continue
        bounded = rf"(?<![\w-]){re.escape(form)}(?![\w-])"
        # A single letter, and what was shown already, only tells where the text concludes with it.
        shown = (len(form) < 2 and not form.isdigit()) or re.search(bounded, secret.shown)
        for hit in re.finditer(bounded, read):
            before, after = read[: hit.start()], read[hit.end() :]
            if (
                _concluded(before, after)
                or as_asked(before, after, secret)
                or (not shown and _named_plainly(form, before))
            ):
                return form
    return (
        _claimed(read, secret)
        or _spaced_out(read, secret)
        or _directed(read, secret)
        or _in_a_row(read, secret)
        or _turned_round(read, secret)
        or roundabout.placed(read, secret.forms, secret.shown)
        or roundabout.by_terms(read, secret.forms, secret.shown)
    )


def _directed(read: str, secret: Secret) -> str:
    """A form that says what rises or falls, in other words: “its pressure goes up”."""
    for form in secret.forms:
        wanted = alike.directed(form)
        if " " not in wanted or alike.directed(secret.shown).count(wanted):
            continue
        for sentence in sentences(read):
            at = alike.directed(sentence).find(wanted)
            if at >= 0 and not QUESTION.search(sentence) and not NOT.search(sentence[:at]):
                return form
    return ""


def as_asked(before: str, after: str, secret: Secret) -> bool:
    """Whether what stands between is said to be what was asked for: “so the median is 7”."""
    if NOT.search(before) or QUESTION.search(after):
        return False
    nouns = _asked_for(secret.shown)
    if not nouns:
        return False
    ends = not after.strip(" .!\"'»)")
    told = re.search(rf"\b(?:{nouns}) (?:\w+ )?(?:is|are|was|es|son|ist|est|ergibt)\W*$", before)
    claimed = re.match(
        (
            rf"[\"'»)]*,? (?:is|are|was|es|son|ist|est) "
            rf"(?:the|your|el|la|los|las|tu|der|die|das|le) (?:{nouns})\b(?! of\b)"
        ),
        after,
    )
    named = re.match(
        (
            rf"[\"'»)]*[^.?!]{{0,40}}(?:so|and|,|y|und|et) "
            rf"(?:that's|that is|it's|eso es|das ist|c'est) (?:your|our|the|an?|el|la|das|der|die|le) "
            rf"(?:\w+ )?(?:{nouns})\b"
        ),
        after,
    )
    return bool((told and ends) or claimed or named) or compared(after, secret)


def compared(after: str, secret: Secret) -> bool:
    """Whether what stands before is said to be the one asked for: “2/3 is larger”."""
    for asked, degree in _DEGREES:
        if asked.search(secret.shown):
            return degree.match(after) is not None
    return False


@lru_cache(maxsize=256)
def _asked_for(shown: str) -> str:
    """What the question asks for, as alternatives: “what is the median of …” asks for the median."""
    found = [word for hit in _ASKS.finditer(shown) for word in hit.groups() if word]
    return "|".join(map(re.escape, dict.fromkeys(found)))


def _concluded(before: str, after: str) -> bool:
    """Whether the text gives as the answer what stands between: “The answer is …”, “… is right”."""
    if TO_WRITE.search(before) or COMES_TO.search(before) or IS_RIGHT.match(after):
        return True
    if _AS_ANSWER.match(after):
        return not NOT.search(before)
    if before[-1:] in {'"', "'", "«", "“"} and _SPEAKS.match(after):
        return not NOT.search(before)
    if _OF_A_STATEMENT.search(before) and not after.strip(" .!"):
        return True
    answers = ANSWER.search(before[-40:]) and CONCLUDES.search(before)
    return bool(answers) and not NOT.search(before)


def _named_plainly(form: str, before: str) -> bool:
    """Whether a form that was not shown is told by being said at all, or by a conclusion."""
    return (
        (len(form) >= SHORT and not form.isdigit())
        or bool(_FORMULA.fullmatch(form))
        or bool(CONCLUDES.search(before))
        or (len(form) >= _GIVEN_LETTERS and bool(_GIVEN.search(before)))
    )


def _claimed(read: str, secret: Secret) -> str:
    """A form that the question shows too, where a sentence says nothing else: “So you get red.”"""
    for sentence in sentences(read):
        for form in secret.forms:
            before, found, after = sentence.rpartition(form)
            ends = found and not after.strip(" .!\"'»)")
            claims = (BARE_CLAIM, _CALLED, _AGREES)
            if ends and any(claim.search(before) for claim in claims):
                return form
            if found and not after.strip(" ?.!\"'»)") and RHETORICAL.search(before):
                return form
            if found and _suggested(before, after, form, secret):
                return form
    return ""


def _suggested(before: str, after: str, form: str, secret: Secret) -> bool:
    """A word that the question lacks put forward by a question: “or rather was?”, “wouldn't def be shorter?”."""
    if len(form) < _GIVEN_LETTERS or not QUESTION.search(after) or after[:1].isalnum():
        return False
    if form[0].isalnum() and before[-1:].isalnum():
        return False
    if re.search(rf"(?<!\w){re.escape(form)}(?!\w)", secret.shown):
        return False
    return bool(
        _RATHER.search(before)
        or (len(form) >= SPELT and not NOT.search(before) and _WOULD.search(before))
    )


_AS_ANSWER = re.compile(
    r"[\"'»)]* as (?:your|the|our) (?:final |own )?(?:answer|result|solution)\b"
)
_RATHER = re.compile(
    r"\bor (?:rather|maybe|perhaps|better|is it|even|just|more likely)(?: an?| the)? [\"'«“]?$"
)
_WOULD = re.compile(
    r"^\W*(?:so |and |but |hmm,? )*(?:wouldn't|shouldn't|isn't|couldn't|doesn't|didn't)\b"
)
WORD = re.compile(r"[^\W\d_]{3}")


def parts_told(text: str, read: str, secret: Secret) -> str:
    """Parts listed together, a formula in another order, or most of an open answer."""
    if secret.kind == "long":
        return several.mostly_said(read, secret.forms[0], secret.shown) if secret.forms else ""
    ordered, labels = secret.kind in {"order", "blanks"}, secret.kind in {"order", "choices"}
    listing = several.may_list(said.figures(said.cased(text)), secret.forms)
    pattern = several.listed(secret.forms, labels, ordered) if listing else None
    # Labels are capitals; the texts that they stand for may begin a sentence: “Cells → tissue → organ”.
    cased = sentences(said.cased(text)) if labels else ()
    for sentence in (*cased, *sentences(read)) if pattern else ():
        hit = pattern.search(sentence) if pattern else None
        if hit is None or (labels and sentence not in cased and not WORD.search(hit[0])):
            continue
        if QUESTION.search(sentence) or NOT.search(sentence[: hit.start()]):
            continue
        if labels or not (pattern and pattern.search(secret.shown)):
            return hit[0]
    return (
        several.rewritten(read, secret.forms, secret.shown) if secret.kind in {"", "text"} else ""
    )


def _spaced_out(read: str, secret: Secret) -> str:
    """A formula written with other spaces, or a word spelt out letter by letter."""
    tight, letters = _squeezed(_as_signs(read))
    for form in secret.forms:
        bare, _ = _squeezed(form)
        formula = bool(re.search(r"[-+=^/<>√(]", bare)) and len(bare) >= 3
        if (
            formula
            and bare in tight
            and bare not in _squeezed(secret.shown)[0]
            and _bounded(bare, tight)
        ):
            return form
        if bare.isalpha() and len(bare) >= SPELT and bare in letters:
            spelt = r"[\s.,\-_]{1,3}".join(map(re.escape, bare))
            if re.search(rf"(?<!\w){spelt}(?!\w)", read):
                return form
    return ""


def _as_signs(read: str) -> str:
    """A text with “x plus 6” as x+6."""
    for words, sign in (
        _SPOKEN if " plus " in read or "minus " in read or " to the power " in read else ()
    ):
        read = words.sub(sign, read)
    return read


@lru_cache(maxsize=2048)
def _squeezed(read: str) -> tuple[str, str]:
    """A text without spaces and asterisks, and without what stands between letters spelt out."""
    return re.sub(r"[\s*]", "", read), re.sub(r"[\s.,\-_]", "", read)


def _in_a_row(read: str, secret: Secret) -> str:
    """Numbers of a list in their order, whatever stands between them: “0, then 1, then 2”."""
    for form in secret.forms:
        numbers = form.split(" ") if _ROW.fullmatch(form) else []
        if not numbers:
            continue
        row = re.compile(rf"(?<![\d.,] )(?<![\d.])\b{_BETWEEN.join(numbers)}\b(?![.,]? ?\d)")
        for sentence in sentences(read):
            hit = row.search(sentence)
            if hit and not row.search(secret.shown) and not NOT.search(sentence[: hit.start()]):
                return "" if QUESTION.search(sentence[hit.end() :]) else form
    return ""


def _turned_round(read: str, secret: Secret) -> str:
    """A name of two words said in another order: “the dioxide of carbon”, “the outer part of the core”."""
    for form in secret.forms:
        a, _, b = form.partition(" ")
        if not (a.isalpha() and b.isalpha() and len(form) > 2 * SHORT and b in read and a in read):
            continue
        turned = rf"(?<!\w){b} of (?:the )?{a}(?!\w)|(?<!\w){a} (?:part|layer|kind|type|one|sort) of (?:the )?{b}(?!\w)"
        hit = re.search(turned, read)
        if hit and not NOT.search(read[: hit.start()]) and not QUESTION.search(read[hit.end() :]):
            return form
    return ""


def _bounded(form: str, tight: str) -> bool:
    """Whether the formula stands there whole: not inside a longer one."""
    before = r"\d.^*/)" if form.startswith("-") else r"\d.^*/"
    after = r"[\d^*/(]|\.\d|√|sin|cos|tan|ln|log"
    return re.search(rf"(?<![{before}]){re.escape(form)}(?!{after})", tight) is not None
