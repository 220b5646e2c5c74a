"""Whether a text tells an answer that is a number (pure).

It does when it states the value in any writing, states arithmetic that comes to it, or concludes with
it. Where the question itself shows the value, only concluding with it tells.
"""

import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import last_step, named, roundabout, said, worked
from tutor.items.reveal.named import NOTHING_MORE, SMALL
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import (
    ANSWER,
    AS_MANY,
    BARE_CLAIM,
    COMES_TO,
    CONCLUDES,
    HERE_IT_IS,
    IS_PRINTED,
    IS_RIGHT,
    NOT,
    OUTPUT,
    PUT_THERE,
    RHETORICAL,
    SENTENCES,
    SHOWS,
    THERE,
    TO_WRITE,
    WRITTEN_AFTER,
    asks,
)
from tutor.items.reveal.words import as_asked, compared, word_told

TINY = (0, 1, 2)  # say nothing unless the text concludes with them
_OPERAND_BEFORE = re.compile(
    r"(?:\b(?:by|times|plus|minus|over|from|add|adding|subtract|subtracting|divide|dividing|"
    r"multiply|multiplying|step|question|part|hint|item|number|exercise|problem|chapter|grade|"
    r"figure|table|example|equation|section|rule|first|last|next|every|each|per|into|than|"
    r"power|exponent|base|log|root|between|por|entre|mas|más|menos)|[*/+^_-])\s*\(?$"
)
_COUNTED_AFTER = re.compile(
    r"^\s*(?:steps?|parts?|ways?|things?|numbers?|terms?|factors?|sides?|"
    r"more (?:step|try|hint|time)|tries|times|digits?|decimals?|equations?|points?|signs?|"
    r"symbols?|unknowns?|variables?|types?|kinds?|cases?|lines?|fractions?|units?|answers?|"
    r"possible|different|equal|-?digit|d\b|st\b|nd\b|rd\b|th\b|places?|d\.p|sig|\)|[*/^])|"
    r"^[a-z(]"
)
_LEADS = re.compile(
    r"(?:[=≈→:]|\b(?:it's|that's|is|are|equals?|gives?|get|just|only|simply|left|remains?|"
    r"final(?:ly)?|last step|now|into|becomes|answer|result|"
    r"total|compute|calculate|evaluate|work out|find|do|es|da|calcula|solo|queda|ahora|est|donne|"
    r"fait|calcule|ist|ergibt|rechne|"
    r"احسب|يساوي|هو|هي|الان|الناتج)\b)[^.;]{0,30}$"
)
_FOLLOWS = re.compile(
    r"\s*\)?,? (?:which |that |das |lo que |ce qui |and (?:that|there) )?"
    r"(?:is|are|would be|makes|gives|macht|fait|da|es|son|est|ist|هو|هي)\b(?! (?:not|no))|"
    r",? and (?:(?:that's|that'll be|that will be|that is) (?:it|all|your|the)|"
    r"you(?:'re| are) done|you have it)\b"
)
_PERCENT = re.compile(r" (?:per ?cent|por ciento|prozent|pour ?cent)\b")
_WRITE = re.compile(
    r"\b(?:write|type|enter|escribe|schreib|écris|ecris|اكتب)(?: down)?:?\s*[\"'(«]*$"
)
_I_SAY = re.compile(
    r"\bi(?:'d| would)? (?:say|pick|choose|put|get|go (?:for|with))(?: it's| it is)? $"
)
_WANTED = re.compile(
    r"\b(?:number|value|one|digit) (?:that )?"
    r"(?:you (?:want|need|are looking for)|is missing|fits|goes (?:in|there))|"
    r"\bthe missing (?:number|value|digit)"
)
_OF_THEM = re.compile(r"\b(?:of|or|between)\s+(?:the |these |those |your |our |both )?$")
_DESCRIBED = re.compile(
    r"\bthe (?:middle|largest|biggest|smallest|first|second|third|fourth|last|next|missing|"
    r"remaining|other) (?:one|number|value|of them|of these|side|angle) "
    r"(?:is|must be|has to be) $"
)
_LEAVES = re.compile(
    r"\b(?:leaves?|leaving|you(?:'re| are) left with|(?:is|that's|so) (?:your|our) [a-z]:?|"
    r",? yes,) (?:us |you |just |only |with |[a-z] = )*$"
    r"|\b(?:queda|deja|te queda) (?:solo |un |[a-z] = )*$"
)
_X_IS = re.compile(
    r"(?:^|[,;:])\W*(?:so |then |and |yes,? )*[a-z] (?:is|equals|must be|has to be|es|vale) (?:just |exactly )?$"
)
_EQUATED = re.compile(
    r"(?<![a-z])[a-z](?![a-z])[^.;:=]*[-+*/^(][^.;:=]*=\s*$|[-+*/^(][^.;:=]*(?<![a-z])[a-z](?![a-z])[^.;:=]*=\s*$"
)
_TERM = re.compile(r"-?\d[\d./]*[a-z](?:\^\d+)?")
_IS_IT = re.compile(
    r"^\W*(?:(?:so|and|hmm|well|then|maybe|perhaps),? )*(?:is|could|would|might|can|should) "
    r"(?:it|that|this|the answer|your answer|[xyn])(?: (?:be|make|equal))? [$€£]?$"
)
_I_EXPECT = re.compile(
    r"\bi(?:'d| would)? (?:expect|get|think it's|reckon it's)(?: it to be)? [$€£]?$"
)
_ASKED_END = re.compile(r"(?: [a-z°%]{1,12})?(?:,? (?:do you think|then|maybe|perhaps))?\?")
_LAST_STEP = re.compile(
    r"\b(?:all (?:that is|that's|you have) left|only have to|just have to|last step|"
    r"just (?:work out|compute|calculate|do)|solo (?:queda|falta)|(?:il ne reste|nur noch))\b"
)


def number_told(text: str, read: str, secret: Secret, value: Fraction, *, steps: bool) -> str:
    """The words of a text, as written and as read in figures, that tell the number `value`; or ""."""
    known = value in _shown_values(secret.shown)
    if known and secret.label:
        return word_told(read, secret)  # an option's form matters, not its value
    termed = _as_a_term(read, secret)
    if termed:
        return termed
    written = "" if not known else _unseen_writing(secret)
    for sentence in SENTENCES.split(read):
        found = _stated(sentence, value, secret, known, written)
        if steps and not found:
            found = _worked_out(sentence, secret, value, known)
        if found:
            return found
    if abs(value) >= 10:
        for spelt, at, doubtful in said.spread(read):
            firm = CONCLUDES.search(read[:at]) or _WRITE.search(read[:at])
            if spelt == abs(value) and (firm or not (doubtful or known)):
                return "digit by digit"
    tried = roundabout.put_in(read, value) or ("" if known else last_step.with_comma(read, value))
    if steps and not tried:
        tried = roundabout.tried_out(read, secret.shown, value)
    return tried or named.named(text, value, known) or roundabout.dated(text, value)


def _as_a_term(read: str, secret: Secret) -> str:
    """The answer where it is a number with a letter, as 12q, written as that."""
    tight = re.sub(r"(?<=\d)\*(?=[a-z])", "", read)
    for form in secret.forms:
        own = _TERM.fullmatch(form) and form not in secret.shown
        if own and re.search(rf"(?<![\w.^]){re.escape(form)}(?![\w^])", tight):
            return form
    return ""


def _unseen_writing(secret: Secret) -> str:
    """The answer as written, where the question shows its value in other writings only (2/4 for 1/2, 0.75 for 3/4)."""
    written = _tight(secret.forms[0]) if secret.forms else ""
    shown = {_tight(one.written).rstrip(".") for one in worked.values(secret.shown)}
    unlike = set("/.%") & set(written)
    return written if unlike and written not in shown else ""


@lru_cache(maxsize=256)
def _shown_values(shown: str) -> frozenset[Fraction]:
    return frozenset(one.value for one in worked.values(shown) if not one.worked)


@lru_cache(maxsize=256)
def _asked(shown: str) -> tuple[str, tuple[str, ...]]:
    """The question with its worded operations as arithmetic, and its pieces of arithmetic."""
    text = worked.worded(shown)
    return _tight(text), tuple(one.written for one in worked.values(text) if one.worked)


def _stated(sentence: str, value: Fraction, secret: Secret, known: bool, written: str = "") -> str:
    asked = asks(sentence)
    if written and not asked and _spoken_ratio(sentence, written):
        return written
    for one in worked.values(sentence):
        if one.worked or not _same(one, value, sentence[one.end :]):
            continue
        before, after = sentence[: one.at], sentence[one.end :]
        if value in TINY and _EQUATED.search(before):
            continue  # an equation yet to be solved
        if written and not asked and _tight(one.written).rstrip(".") == written:
            return one.written
        if known and (
            RHETORICAL.search(before)
            or (asked and _IS_IT.search(before) and _ASKED_END.match(after))
        ):
            return one.written
        if known and (asked or NOT.search(before)):
            continue
        if _operated(after) and (known or not re.match(r"\s*%?\s*of\b", after)):
            continue
        concludes = bool(CONCLUDES.search(before))
        counted = bool(re.match(r"\s*(?:steps?|parts?)\b", after))
        put = bool(TO_WRITE.search(before) or _WRITE.search(before))
        put = put and bool(WRITTEN_AFTER.match(after))
        put = put or bool(PUT_THERE.search(before) and THERE.match(after))
        if _I_EXPECT.search(before) and not asked:
            return one.written
        if HERE_IT_IS.search(before) or (_I_SAY.search(before) and WRITTEN_AFTER.match(after)):
            return one.written
        if known:
            if put or (concludes and _ends_there(before, after, secret)):
                return one.written
            if _left_alone(before, after, secret) or (concludes and IS_PRINTED.match(after)):
                return one.written
            if IS_RIGHT.match(after) or compared(after, secret):
                return one.written
            if not counted and BARE_CLAIM.search(before) and NOTHING_MORE.match(after):
                return one.written
            continue
        if asked and (re.search(r"\bor\b", sentence) or _beside_another(sentence, secret)):
            continue  # a choice is offered
        concluded = concludes and not (asked or _OF_THEM.search(before))
        tiny = value in TINY and not (concluded or put)
        counts = value.denominator == 1 and abs(value) <= SMALL
        if tiny or (counts and (_OPERAND_BEFORE.search(before) or _COUNTED_AFTER.search(after))):
            continue
        return one.written
    return ""


def _beside_another(sentence: str, secret: Secret) -> bool:
    """Whether a sentence speaks of a wrong option, too."""
    wrong = (text for label, text in secret.options if label != secret.label)
    return any(re.search(rf"(?<![\w./]){re.escape(text)}(?![\w/])", sentence) for text in wrong)


def _spoken_ratio(sentence: str, written: str) -> bool:
    """“3 over 8” for 3/8."""
    top, bar, bottom = written.partition("/")
    said = rf"(?<![\d./]){top} (?:over|upon|sobre|über|sur) {bottom}(?![\d/]|\.\d)"
    return bool(bar) and re.search(said, sentence) is not None


def _same(one: worked.Value, value: Fraction, after: str) -> bool:
    if one.value == value:
        return True
    if value.denominator > 1 and one.value == value * 100 and _PERCENT.match(after):
        return True
    if one.written.endswith("%") and one.value * 100 == value:
        return True
    # a decimal of three figures or more stands for what it rounds
    places = len(one.written.partition(".")[2])
    return (
        places >= 2
        and value.denominator not in (1,)
        and abs(one.value - value) * 2 * 10**places <= 1
    )


def _operated(after: str) -> bool:
    return bool(
        re.match(
            r"\s*(?:[-+*/^]\s*[\d(a-z]|%?\s*of\b|times\b|plus\b|minus\b|divided\b|multiplied\b)",
            after,
        )
    )


def _left_alone(before: str, after: str, secret: Secret) -> bool:
    """Whether a number that the question shows too is what is left, shown or to be put somewhere."""
    if _X_IS.search(before) and re.match(r"\W*(?:$|[,;.!]|and\b)", after):
        return "=" in secret.shown
    if AS_MANY.search(before) and re.match(r"(?: [a-z]+)?[.,;!]|$", after):
        return True
    if not NOTHING_MORE.match(after):
        return False
    shows = SHOWS.search(before) and OUTPUT.search(secret.shown)
    return bool(_LEAVES.search(before) or shows)


def _ends_there(before: str, after: str, secret: Secret) -> bool:
    """Whether the sentence is about the answer, not a number of the question said again."""
    return bool(
        re.search(r"[=≈→]\s*[$€£]?\s*$", before)
        or COMES_TO.search(before)
        or ANSWER.search(before[-60:])
        or (_DESCRIBED.search(before) and NOTHING_MORE.match(after))
        or as_asked(before, after, secret)
    )


def _worked_out(sentence: str, secret: Secret, value: Fraction, known: bool) -> str:
    if not re.search(r"\d", sentence) or asks(sentence):
        return ""
    plainly = [
        one.value for one in worked.values(sentence) if not (one.worked or "%" in one.written)
    ]
    together = roundabout.put_together(sentence, plainly, value)
    if together:
        return together
    arithmetic = worked.worded(sentence)
    firm = (
        not known
        or _WANTED.search(sentence)
        or ANSWER.search(sentence)
        or _LAST_STEP.search(sentence)
    )
    asked, pieces = _asked(secret.shown)
    for one in worked.values(arithmetic):
        if not one.worked or one.value != value:
            continue
        if _tight(one.written) in asked or _commuted(one.written, pieces):
            continue
        before, after = arithmetic[: one.at], arithmetic[one.end :]
        comes = COMES_TO.search(before)
        leads = comes or _WRITE.search(before) or _LEADS.search(before) or _FOLLOWS.match(after)
        alone = not before.strip(" ,;") and not after.strip(" .!")
        bare = alone or (BARE_CLAIM.search(before.rstrip()) and NOTHING_MORE.match(after))
        if (one.written.startswith("(") or leads or alone) and (firm or bare or comes):
            return one.written
    return ""


def _tight(text: str) -> str:
    return re.sub(r"[\s()]", "", text).replace("x", "*")


def _commuted(written: str, pieces: Sequence[str]) -> bool:
    """Whether the question asks for the same two numbers under the same sign."""
    numbers = sorted(re.findall(r"\d+(?:\.\d+)?", written))
    return len(numbers) <= 3 and any(
        sorted(re.findall(r"\d+(?:\.\d+)?", piece)) == numbers for piece in pieces
    )
