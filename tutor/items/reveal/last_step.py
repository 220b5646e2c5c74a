"""Whether a text puts down the step before the answer: “18 + 8 = __”, “4 times the answer is 168” (pure).

A step is the last one where one operation on written numbers comes to the answer, and at least one of these
numbers is not the question's: then somebody has worked it out, and nothing but the sum is left, asked or told.
Setting up the question's own numbers (“180 ÷ 3” where both are given) is the learner's way to begin and no step
before the last.
"""

import re
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import worked
from tutor.items.reveal.wordings import NOT, asks, sentences

TINY = (0, 1, 2)  # sums come to these by chance
MOST = 4  # numbers of one step
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_OPERATOR = re.compile(r"(?<=[\d)%]) ?([-+*/x^]) ?(?=[\d(√-])")
_RATIO = re.compile(r"(?<![\d.])\d+/\d+(?![\d.])")
_IN_WORDS = re.compile(
    r"\b(?:what|how|which|why|where|who|can|could|would|do|does|did|is|are|will|shall|qu[eé]|cu[aá]nt\w+)\b"
)
_UNDER = re.compile(
    r"\b(?:if|suppose|imagine|for example|say|instance|unless|like|starts?|begins?|first|first of all)\b"
)
_GOES_ON = re.compile(r"\s*(?:[-+*/^=≠<>≤≥]\s*(?!\s*(?:[?_.…]|$))|[a-z(]\b(?! ?[=?]))")
_ROOM_FOR_ONE = 2
_BETWEEN = re.compile(
    r"\b(?:number|integer|one|year|value) (?:right |exactly |just )?(?:(?:that|which) (?:is|lies|comes) )?"
    r"between (-?\d+) and (-?\d+)\b"
)
_THE_ANSWER = re.compile(
    r"\b(?:(?:the|your|our) (?:final |right |correct |missing |whole )*(?:answer|number|result|value)"
    r"(?: (?:(?:that )?(?:you|we) (?:want|need|are after|are looking for)|you should (?:get|find)))?|what you(?: should)? get|it)\b"
)
_SAME = re.compile(
    r" ?(?:=|\b(?:is|are|makes?|gives?|equals?|comes to|comes out (?:as|at)|(?:you(?:'d| will|'ll)? |we )?get|"
    r"(?:has|have|needs?) to (?:be|make|give)|(?:must|should|will|would) (?:be|make|give|equal))\b)"
    r"(?: (?:us|you|exactly|just|also))* "
)
_ADDED = re.compile(r"\b(?:add|put) (-?\d[\d./]*) (?:to|onto|on) (?=«)")
_TAKEN = re.compile(r"\b(?:subtract|take(?: away)?) (-?\d[\d./]*) (?:away )?from (?=«)")
_HALVED = re.compile(r"\b(?:half|1/2)(?: of)? (?=«)")
_DOUBLED = re.compile(r"\b(?:double|twice|2 times)(?: of)? (?=«)")


@lru_cache(maxsize=256)
def _shown_numbers(shown: str) -> frozenset[Fraction]:
    return frozenset(Fraction(one) for one in _NUMBER.findall(shown))


def step_put(read: str, value: Fraction, shown: str, picked: str = "") -> str:
    """The step of a text in figures whose outcome is `value` and one of whose numbers is not the question's.

    A step that the learner wrote (`picked`) is theirs.
    """
    if value in TINY or not re.search(r"\d.*\d", read):
        return ""
    asked, own = _shown_numbers(shown), _tight(picked)
    for sentence in sentences(read):
        if value in _plainly(sentence):
            continue  # said already, or one of two numbers to choose from
        if value.denominator == 1 and _between(sentence) == value:
            return sentence
        if asks(sentence) and _IN_WORDS.search(sentence):
            continue  # then the learner does the step; “18 + 8 = ?” alone has it put down
        text = sentence if asks(sentence) else worked.worded(sentence)
        for one in worked.values(text):
            if (
                one.worked
                and one.value == value
                and _is_last(text, one, asked)
                and _tight(one.written) not in own
            ):
                return one.written
    return ""


def _tight(text: str) -> str:
    return re.sub(r"[\s()]", "", text)


def _between(sentence: str) -> int | None:
    """The only whole number between two that are said."""
    hit = _BETWEEN.search(sentence)
    return int(hit[1]) + 1 if hit and int(hit[2]) - int(hit[1]) == _ROOM_FOR_ONE else None


def _plainly(sentence: str) -> list[Fraction]:
    return [one.value for one in worked.values(sentence) if not one.worked]


def _is_last(text: str, one: worked.Value, asked: frozenset[Fraction]) -> bool:
    numbers = [Fraction(n) for n in _NUMBER.findall(one.written)]
    whole = re.sub(r"[()]", "", one.written)
    if re.search(r" ?[-+*] ", whole):
        whole = _RATIO.sub("1", whole)  # 4/9 + 1/9 is one addition
    signs = set(_OPERATOR.findall(whole))
    before, after = text[: one.at], text[one.end :]
    return (
        1 < len(numbers) <= MOST
        and len(signs) == 1
        and any(number not in asked and number not in TINY for number in numbers)
        and not _GOES_ON.match(after)
        and not re.search(r"(?:[-+*/^]|(?<![a-z])[a-z]) ?$", before.rstrip("( "))
        and not NOT.search(before)
        and not _UNDER.search(before)
    )


def by_equation(read: str, value: Fraction, shown: str) -> str:
    """The sentence that says what comes of the answer: “add 5 to the answer and you get 47”.

    The answer is put in where it is spoken of; a sentence of the question's numbers only repeats the question.
    """
    asked = _shown_numbers(shown)
    for sentence in sentences(read):
        hit = _THE_ANSWER.search(sentence)
        numbers = [Fraction(one) for one in _NUMBER.findall(sentence)]
        if hit is None or not numbers or all(one in asked for one in numbers):
            continue
        if _holds(_THE_ANSWER.sub("«»", sentence), value):
            return sentence
    return ""


def _holds(sentence: str, value: Fraction) -> bool:
    """Whether a sentence with «» for the answer is a true equation of more than the answer itself."""
    text = _ADDED.sub(r"\1 + ", _TAKEN.sub(lambda hit: f"-{hit[1]} + ", sentence))
    text = _DOUBLED.sub("2 * ", _HALVED.sub("1/2 * ", text)).replace("«»", f"({value})")
    text = worked.worded(text)
    same = list(_SAME.finditer(text))
    return any(_sides(text[: hit.start()], text[hit.end() :], f"({value})") for hit in same)


def _sides(left: str, right: str, put: str) -> bool:
    a, b = _at_end(left), _at_start(right)
    if a is None or b is None or (put in a) == (put in b):
        return False
    whole = a if put in a else b
    if len(_NUMBER.findall(whole.replace(put, ""))) < 1:
        return False
    return worked.evaluate(a) is not None and worked.evaluate(a) == worked.evaluate(b)


def _at_end(text: str) -> str | None:
    hit = re.search(
        r"[-\d.()+*/ ]+$",
        re.sub(r"[,;]? ?(?:and|then|so)? ?(?:you|we|it|that)? ?$", "", text.rstrip()),
    )
    return hit[0].strip() or None if hit else None


def _at_start(text: str) -> str | None:
    hit = re.match(r"[-\d.()+*/ ]+", text)
    return hit[0].strip(" .") or None if hit else None


def with_comma(read: str, value: Fraction) -> str:
    """A decimal as the answer with a comma for its point: “2,5”; no pair of numbers in brackets."""
    written = _decimal(value)
    if not written:
        return ""
    for hit in re.finditer(rf"(?<![\w.,(\[]){re.escape(written)}(?![\d\])]|[.,]\d)", read):
        if not NOT.search(read[: hit.start()]):
            return hit[0]
    return ""


def _decimal(value: Fraction) -> str:
    places = next((n for n in range(1, 7) if value * 10**n % 1 == 0), 0)
    return (
        ""
        if value.denominator == 1 or not places
        else f"{float(value):.{places}f}".replace(".", ",")
    )
