"""Whether a text leaves only a step to do that it names itself: “3x = 21, so divide by 3” (pure).

The named step is worked out on the numbers at hand: the results that the text has stated so far and the
learner's own last number. It tells when it comes to the answer, so that no wording needs its own rule for
each number. Questions that ask for the step are left alone: then the learner does it.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import worked
from tutor.items.reveal.wordings import CARRY_ON, asks, sentences

LATEST = 3  # results that a text may mean by “those”
_N = r"(-?\d+(?:\.\d+)?(?:/\d+)?)"
_BARELY = (
    r"^\W*(?:(?:step \d+|then|now|finally|and|last(?:ly)?)\W+)*"  # a step as a line of its own
)
_IT = r"(?:it|that|this|them|those|your [\d.]+|that [\d.]+|this [\d.]+|the [\d.]+|your (?:number|answer|result))"
_RESULT = re.compile(
    rf"(?:=|:|,? so|\b(?:is|are|makes?|gives?|get|leaves|becomes?|comes to|es|son|da|quedan?|ist|sind|"
    rf"ergibt|fait|font))(?: just| only| about| then)? ?[$€£]?{_N}"
    rf"(?![\d.]*\d|/|\s?%| ?[*/+^-] ?\d| of\b| de \d)"
    rf"|\b(?:your|tu) {_N} (?:is|are|es|está) (?:right|correct|fine|good|bien|correct[oa])\b"
)
_SUM = re.compile(
    r"\b(?:add|put|sum|combine)(?: up)? "
    r"(?:them|these|those|both|the two|(?:the )?(?:tops|numerators|parts|pieces)|"
    r"-?[\d.]+ and [\d.]+ (?:on top|now|together))\b"
    r"|\b(?:together|altogether|in total|in all|junt[oa]s|en total|zusammen)\W*$|"
    r"\bs[uú]mal[oa]s\b|\bsuma (?:los dos|las dos|ambos|ambas)\b"
)
_EQUATION = re.compile(
    r"(?<![*/^(+-] )(?<![\w.*/^(+-])(\d*)([a-z])(?: ?([+-]) ?(\d+))? ?(?:=|\bis\b|\bes\b) ?"
    r"(-?\d+(?:\.\d+)?)(?![\d/.]*\d| ?[*/+^-]|[a-z])"
)  # fmt: skip
_CHAIN = re.compile(r"(\d+[a-z]) ?= ?[\d ()+*/-]+= ?")
_SIDE = re.compile(r"(\d+[a-z]) ?= ?(\d+(?: ?[-+*/] ?\d+)+)(?!\w|\.\d| ?[-+*/=])")
_OVER = re.compile(
    r"(?<![*/^(+-] )(?<![\w.*/^(+-])[a-z]/(\d+) ?(?:=|\bis\b|\bes\b) ?(-?\d+)"
    r"(?![\d/.]*\d| ?[*/+^-]|[a-z])"
)  # fmt: skip
_UNDO = re.compile(
    r"\b(?:multipl(?:y|ica|icar)|divid(?:e|es|ing|ir|iendo)|division|multiplication|"
    r"subtraction|add|adding|subtract|subtracting|take|taking|suma|sumar|resta|restar|pasa|"
    r"teile|addiere)\b(?: \w+){0,3}? (?:(?:by|entre|por|durch|the|el) )?(\d+)\b"
)
_BOTH = re.compile(
    r"\b(?:both|each|top and bottom|two numbers)\b[^.?!]{0,25}\bdivid(?:ed?|ing) "
    r"(?:\w+ ){0,3}?by (\d+)\b|\b(\d+) (?:goes|fits) into (?:both|each)\b|"
    r"\bdivid(?:e|ed|ing) (?:both|each|(?:the )?top and (?:the )?bottom)(?: \w+){0,3}? by "
    r"(\d+)\b|\b(?:halve|halving) (?:both|each|top and bottom)\b"
)
_SO = re.compile(
    r"[,;:] (?:so|thus|hence|o sea|es decir|that is|namely|así que)(?: [a-z']+(?<!ing)){1,4}:? $|(?:o sea|es decir),? $"
)
_END = re.compile(r"\)?(?: [a-z°%€$]{1,12})?\W*$")
_PLACES = ("first", "second", "third", "fourth", "fifth", "last")
_LIST = re.compile(r"-?\d+(?:\.\d+)?(?:, ?(?:and )?-?\d+(?:\.\d+)?){2,}")
_MIDDLE = re.compile(r"\b(?:in the middle|middle (?:one|number|value))\b")
_NTH = re.compile(rf"\b({'|'.join(_PLACES)}|1/3|1/4|1/5) (?:one |number |value )?(?:of|in) $")
_ONE = re.compile(
    r"\b(?:(?:an?|un|una)(?= (?:extra|year|day|hour|step|unit) )|"
    r"one(?= (?:more|extra|other|year|day|hour|step|unit|too|short)\b))"
)  # fmt: skip
_ANSWERS_ITSELF = re.compile(
    rf"^\W*(?:(?:right|yes|well),? )?(?:\d+ (?:times|plus|minus|\*) )?{_N}"
    rf"(?: does| do| works| fits| is)\W*$"
)  # fmt: skip

# A named step and what it makes of a number at hand, `a`, and the numbers of the wording, `n` and `m`.
_Change = Callable[[Fraction, Fraction, Fraction], Fraction]
_STEPS: tuple[tuple[re.Pattern[str], bool, _Change], ...] = tuple(
    (re.compile(wording), _N in wording or r"(\d)" in wording, change)
    for wording, change in (
        (
            rf"\b(?:take|subtract|deduct|taking|subtracting) {_IT}(?: away| off)?(?: from)"
            rf"(?: the| our| your)? [$€£]?{_N}", lambda a, n, _: n - a),
        (
            rf"\b(?:take|subtract|knock) (?:the |those |another |these )?{_N}(?: \w+){{0,3}}? "
            rf"(?:off|from|away from)(?: of)? (?:your|that|it|this)\b", lambda a, n, _: a - n),
        (
            rf"\b(?:drops?|falls?|goes down|sinks?|is lowered|is reduced|baja) "
            rf"(?:by|en) [$€£]?{_N}(?: \w+)? (?:from|de|desde) [$€£]?{_N}", lambda a, n, m: m - n),
        (
            rf"\b(?:rises?|grows?|goes up|increases?|climbs?|sube) (?:by|en) [$€£]?{_N}(?: \w+)? "
            rf"(?:from|de|desde) [$€£]?{_N}", lambda a, n, m: m + n),
        (
            r"\bis (?:just |only |exactly )*(?:1/2|half) (?:of )?(?:it|that|this|yours|your)\b|"
            r"\b(?:twice|double|2 times|two times) (?:too|as) (?:much|big|large|many)\b|"
            r"\bes (?:justo )?la mitad\b(?! de \d)|\bhalve (?:it|that|your)", lambda a, n, _: a / 2),
        (
            r"\bes (?:justo |exactamente )?el doble\b(?! de \d)|"
            r"\bis (?:just |exactly )?(?:double|twice|two times) (?:of )?"
            r"(?:it|that|this|yours|your)\b|"
            r"\bdouble (?:it|that|your (?:number|answer|result|\d+))\b|"
            r"\bhalf (?:too|as) (?:much|big|large|many|small|little)\b", lambda a, n, _: a * 2),
        (rf"\b{_N} (?:[a-z]+ )?(?:too )?(?:early|short|too low|too few|too little|too small)\b", lambda a, n, _: a + n),
        (rf"\b{_N} (?:[a-z]+ )?(?:too )?(?:late|too high|too many|too much|too big)\b", lambda a, n, _: a - n),
        (
            rf"\b(?:extra|another|otros|otras|(?:1|one) more (?:step|jump|lot|group) of|adds|"
            rf"s[uú]mal[eo]s?|a[ñn][aá]del[eo]s?) (?:the |another |otros |otras )?{_N}\b"
            rf"(?!/| ?[*^]| (?:and|y|to) \d)", lambda a, n, _: a + n),
        (
            rf"\b{_N} (?:[a-z]+ )?(?:more|extra|m[aá]s)\b"
            rf"(?! (?:than|que) (?!that|it\b|this|yours|your|what))", lambda a, n, _: a + n),
        (
            rf"\b{_N} (?:[a-z]+ )?(?:less|fewer|menos) (?:than|que) "
            rf"(?:that|it\b|this|yours|your|what)", lambda a, n, _: a - n),
        (rf"\b(?:add|put) {_IT} (?:to|on top of|onto) (?:the |your )?[$€£]?{_N}", lambda a, n, _: a + n),
        (rf"\badd (?:on )?(?:that|the|those|this) (?:1 )?{_N}\b(?!/| ?[*^]| (?:and|to) )", lambda a, n, _: a + n),
        (
            rf"\b(?:takes?|goes) off (?:another )?{_N}\b|"
            rf"\banother {_N} (?:goes|comes|is taken) (?:off|away|down)\b|"
            rf"\bmore (?:step|jump) of {_N} (?:down|back)\b", lambda a, n, _: a - n),
        (rf"\b{_N} times (?:that|it|this)\b|\b{_N} times too (?:small|little|low|few)\b", lambda a, n, _: a * n),
        (rf"\b{_N} times too (?:big|much|large|high|many)\b", lambda a, n, _: a / n if n else a),
        (rf"\b(?:multiply|multiplying|times) {_IT} (?:by )?{_N}\b", lambda a, n, _: a * n),
        (
            rf"\b(?:divide|dividing|split|share) {_IT} (?:out )?(?:by|into|between|among) "
            rf"(?:the )?{_N}\b", lambda a, n, _: a / n if n else a),
        (
            rf"\b(?:just|only|now|simply|still)\b[^.,;]{{0,12}} add(?:ing)? (?:on )?{_N}\b"
            rf"(?!/| ?[*^]| (?:and|to) \d)", lambda a, n, _: a + n),
        (
            rf"\b(?:just|only|now|simply|still)\b[^.,;]{{0,16}} "
            rf"(?:subtract(?:ing)?|take (?:away|off)) {_N}\b(?!/| ?[*^]| (?:and|from) \d)", lambda a, n, _: a - n),
        (
            rf"\b{_N} (?:[a-z]+ )?(?:more|others?) (?:[a-z]+ )?to "
            rf"(?:take|subtract|remove|go down)\b", lambda a, n, _: a - n),
        (rf"\b{_N} (?:[a-z]+ )?(?:more|others?) (?:[a-z]+ )?to (?:add|put|count|go up)\b", lambda a, n, _: a + n),
        (rf"{_BARELY}(?:subtract|take (?:away|off)) {_N}\W*$", lambda a, n, _: a - n),
        (rf"{_BARELY}add(?: on)? {_N}\W*$", lambda a, n, _: a + n),
        (rf"{_BARELY}multiply by {_N}\W*$", lambda a, n, _: a * n),
        (rf"{_BARELY}divide by {_N}\W*$", lambda a, n, _: a / n if n else a),
        (r"\b(?:triple|treble) (?:it|that|this|your)\b", lambda a, n, _: a * 3),
        (r"\b(?:1/2|half|la mitad) (?:of|de) (?:that|it|this|eso|esto|ello)\b", lambda a, n, _: a / 2),
        *((rf"\b(?:an?|1) {name} of (?:that|it|this)\b|\b1/{by} of (?:that|it|this)\b", lambda a, n, _, by=by: a / by) for name, by in (("third", 3), ("quarter", 4), ("fifth", 5), ("sixth", 6), ("tenth", 10))),
        (
            rf"\b(?:dividir|divide|divides|dividing) (?:tu|ese|esos|your|that) {_N} "
            rf"(?:entre|by|por) {_N}", lambda a, n, m: n / m if m else a),
        (
            r"\b(?:the )?(?:next|following) year\b|\bthe year after\b|\b(?:a|1) year later\b|"
            r"\bal año siguiente\b|\bun año después\b", lambda a, n, _: a + 1),
        (
            r"\b(?:the )?(?:previous) year\b|\bthe year before\b|\b(?:a|1) year earlier\b|"
            r"\bel año anterior\b|\bun año antes\b", lambda a, n, _: a - 1),
        (
            r"\b(?:change|make|turn) (?:the |your )?last (?:digit|figure|one|1) (?:(?:in)?to )?(?:an? )?"
            r"(\d)\b|\blast digit (?:should be|must be|has to be|is really) (?:an? )?(\d)\b", lambda a, n, _: a - a % 10 + n),
    )
)  # fmt: skip


@lru_cache(maxsize=2048)
def left_to_do(
    read: str, value: Fraction, own: tuple[Fraction, ...], shown: str, picked: str = ""
) -> str:
    """The words of a text in figures that leave `value` as the outcome of the step that they name.

    `own` are the learner's numbers and `shown` the question, whose own sums tell nothing.
    """
    results: list[Fraction] = []
    solved = asked = False
    listed = ""
    for one in sentences(read):
        if asks(one):
            asked = True
            continue
        text = _ONE.sub("1", one)
        hit = _ANSWERS_ITSELF.match(text) if asked else None
        if hit and Fraction(hit[1]) == value:
            return one
        asked = False
        earlier = tuple(results)
        results += _results(text)
        solved = solved or _solved(text, value, shown)
        found = (
            _put_together(text, results, value)
            or ((_UNDO.search(text) or CARRY_ON.search(text)) if solved else None)
            or _stepped(text, earlier, value, own)
            or _shrunk(text, value, f"{picked} {read}")
        )
        if found:
            return found[0]
        if _so(text, value, shown) or value in _placed(f"{listed} {text}"):
            return one
        listed = text if _LIST.search(text) else ""
    return ""


def _results(text: str) -> list[Fraction]:
    return [_fraction(hit[1] or hit[2]) for hit in _RESULT.finditer(text)]


def _fraction(written: str) -> Fraction:
    value = worked.evaluate(written)
    return Fraction(0) if value is None else value


def _put_together(text: str, results: Sequence[Fraction], value: Fraction) -> re.Match[str] | None:
    hit = _SUM.search(text)
    if hit is None or not any(
        sum(results[-count:]) == value for count in range(2, LATEST + 1) if len(results) >= count
    ):
        return None
    return hit


def _worked_side(hit: re.Match[str]) -> str:
    """“4x = 23 + 9” as 4x = 32."""
    value = worked.evaluate(hit[2])
    return hit[0] if value is None else f"{hit[1]} = {value}"


def _solved(text: str, value: Fraction, shown: str) -> bool:
    """Whether an equation that the question does not show has the answer for its solution."""
    text = _SIDE.sub(
        _worked_side, _CHAIN.sub(r"\1 = ", text)
    )  # “3x = 31 - 7 = 24” says that 3x is 24
    for hit in _EQUATION.finditer(text) if "=" in shown else ():
        times, over = int(hit[1] or 1), int(hit[4] or 0)
        if (times == 1 and not over) or not times or re.sub(r"\s", "", hit[0]) in re.sub(r"\s", "", shown):  # fmt: skip
            continue
        if (Fraction(hit[5]) - (over if hit[3] == "+" else -over)) / times == value:
            return True
    return "=" in shown and any(int(b) * int(c) == value for b, c in _OVER.findall(text))


def _stepped(
    text: str, earlier: Sequence[Fraction], value: Fraction, own: Sequence[Fraction]
) -> re.Match[str] | None:
    """The step that makes the answer of the learner's number or of the latest result."""
    counted = any(map(str.isdigit, text))
    for wording, needs_number, change in _STEPS:
        if needs_number and not counted:
            continue
        for hit in wording.finditer(text):
            numbers = [_fraction(group) for group in hit.groups() if group]
            n, m = (*numbers, Fraction(0), Fraction(0))[:2]
            at_hand = [*own, *_before(text[: hit.start()], earlier)]
            if len(numbers) > 1:
                at_hand.append(n)  # both numbers stand in the text
            if any(change(a, n, m) == value for a in at_hand if a != value):
                return hit
    return None


def _shrunk(text: str, value: Fraction, near: str) -> re.Match[str] | None:
    """“9 and 12 can both be divided by 3”, where 9/12 stands near: the answer in its lowest terms."""
    for hit in _BOTH.finditer(text) if value.denominator > 1 else ():
        by = int(next((group for group in hit.groups() if group), 2))
        if re.search(
            rf"(?<![\d./]){value.numerator * by} ?/ ?{value.denominator * by}(?![\d./])", near
        ):
            return hit
    return None


def _before(text: str, earlier: Sequence[Fraction]) -> Iterator[Fraction]:
    """The result stated last, and a year just named: a step may go on from either."""
    yield from (*earlier, *_results(text))[-1:]
    yield from (Fraction(year) for year in re.findall(r"(?<![\d.])\d{4}(?![\d.])", text))


def _so(text: str, value: Fraction, shown: str) -> bool:
    """“…, so you pay 80 − 12.”: a sum of the text's own that it ends with."""
    arithmetic = worked.worded(text)
    tight = re.sub(r"[\s()]", "", shown)
    return any(
        one.worked
        and one.value == value
        and re.sub(r"[\s()]", "", one.written) not in tight
        and _END.match(arithmetic[one.end :])
        and _SO.search(arithmetic[: one.at])
        for one in worked.values(arithmetic)
    )


def _placed(text: str) -> list[Fraction]:
    """The numbers that a text points at by their place in a list that it gives."""
    found = []
    for hit in _LIST.finditer(text):
        listed = [Fraction(one) for one in re.findall(r"-?\d+(?:\.\d+)?", hit[0])]
        if len(listed) % 2 and _MIDDLE.search(text[hit.end() :]):
            found.append(listed[len(listed) // 2])
        nth = _NTH.search(text[: hit.start()])
        if nth:
            at = int(nth[1][2:]) - 1 if nth[1][0] == "1" else _PLACES.index(nth[1])
            found += listed[at : at + 1] if nth[1] != "last" else listed[-1:]
    return found
