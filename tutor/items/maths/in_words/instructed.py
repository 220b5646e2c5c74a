"""What is done to a letter, told in order: "multiply n by 5 and add 1" → (n) * 5 + 1, "3 more than 2x" → 2x + 3.

Order is what the words say: "add 1 to n and times by 5" is 5(n + 1). English words; other languages are
brought to them first.
"""

import re

from tutor.items.maths.in_words.words import number_words

_TERM = r"(?:\d+(?:\.\d+)?\s?[a-z]?|[a-z]|[a-z]{3,9}(?: [a-z])?)(?![\w.])"
_OBJECT = r"(?:(?:it|that|the (?:answer|result|total|number)|this)\s+)?"
_LEAD = re.compile(
    r"^(?:(?:you|i|we|just|first|then|to|have to|need to|must|can|so|its|it's|it is|would|the rule is|rule:?)\s+)+",
    re.I,
)
_FIRST = (
    (re.compile(rf"^(?:multiply|multiplied|times)\s+({_TERM})\s+(?:by|and|with)\s+({_TERM})", re.I), "({0})*({1})"),
    (re.compile(rf"^(?:divide|divided)\s+({_TERM})\s+by\s+({_TERM})", re.I), "({0})/({1})"),
    (re.compile(rf"^add\s+({_TERM})\s+(?:to|and)\s+({_TERM})", re.I), "({1})+({0})"),
    (re.compile(rf"^(?:subtract|take(?: away)?|minus)\s+({_TERM})\s+(?:away\s+)?from\s+({_TERM})", re.I), "({1})-({0})"),
    (re.compile(rf"^(?:double|twice)\s+({_TERM})", re.I), "2*({0})"),
    (re.compile(rf"^(?:triple)\s+({_TERM})", re.I), "3*({0})"),
    (re.compile(rf"^(?:halve|half(?: of)?)\s+({_TERM})", re.I), "({0})/2"),
    (re.compile(rf"^square\s+({_TERM})", re.I), "({0})^2"),
    (re.compile(rf"^(?:the\s+)?sum of\s+({_TERM})\s+and\s+({_TERM})", re.I), "({0})+({1})"),
    (re.compile(rf"^(?:the\s+)?product of\s+({_TERM})\s+and\s+({_TERM})", re.I), "({0})*({1})"),
    (re.compile(rf"^(?:the\s+)?difference (?:of|between)\s+({_TERM})\s+and\s+({_TERM})", re.I), "({0})-({1})"),
    (re.compile(rf"^(?:the\s+)?quotient of\s+({_TERM})\s+and\s+({_TERM})", re.I), "({0})/({1})"),
)  # fmt: skip
_STATED = (  # alone a formula like others; an instruction once it is carried on
    (re.compile(rf"^({_TERM})\s+(?:times|multiplied by|x)\s+({_TERM})", re.I), "({0})*({1})"),
    (re.compile(rf"^({_TERM})\s+divided by\s+({_TERM})", re.I), "({0})/({1})"),
)
_THEN = r"^\s*(?:,\s*(?:and\s+)?(?:then\s+)?|(?:and\s+)(?:then\s+)?|then\s+)(?:you\s+|i\s+)?"


def _step(said: str, made: str) -> tuple[re.Pattern[str], str]:
    return re.compile(_THEN + said.replace("TERM", _TERM).replace("OBJECT", _OBJECT), re.I), made


_NEXT = (
    _step(r"(?:add|plus)\s+(?:on\s+)?(TERM)(?:\s+(?:to it|on|more))?", "{whole}+({0})"),
    _step(
        r"(?:subtract|minus|take(?: away| off)?)\s+(TERM)(?:\s+(?:from it|away|off))?",
        "{whole}-({0})",
    ),
    _step(r"(?:multiply|times)\s+OBJECT(?:by\s+)?(TERM)", "({whole})*({0})"),
    _step(r"divide\s+OBJECT" + r"by\s+(TERM)", "({whole})/({0})"),
    _step(r"(?:double|halve|square)\s+(?:it|that)", ""),
)
_DONE_TO_ALL = {"double": "2*({whole})", "halve": "({whole})/2", "square": "({whole})^2"}
# "7 less than 2x", "3 more than twice x"; "is" before it makes a comparison of it
_DIFFERENCE = re.compile(
    (
        rf"^(?:(?:i think|i got|so|its|it's|it is|the answer is)\s+)*({_TERM})\s+"
        rf"(less|fewer|lower|more|greater) than\s+(\S.*)$"
    ),
    re.I,
)
_ADDED = re.compile(rf"^({_TERM})\s+added (?:on )?to\s+(\S.*)$", re.I)
_TAKEN = re.compile(rf"^({_TERM})\s+(?:subtracted|taken(?: away)?|removed) from\s+(\S.*)$", re.I)
_LETTER = re.compile(r"(?<![A-Za-z])(?:\d[a-z]|[a-z])(?![A-Za-z])")


def in_order(text: str) -> str | None:
    """The formula that an instruction in words makes; None for other texts. Pure, never raises."""
    if len(text) > 120 or not _LETTER.search(text):
        return None
    plain = _LEAD.sub("", text.strip(" .!?"))
    for pattern, made in (*_FIRST, *_STATED):
        found = pattern.match(plain)
        terms = [_term(t) for t in found.groups()] if found else [None]
        if found is None or None in terms:
            continue
        rest = plain[found.end() :]
        if rest or (pattern, made) in _FIRST:
            return _carried_on(made.format(*terms), rest)
    return None


def _carried_on(whole: str, rest: str) -> str | None:
    """The formula after all further steps; None where a word is left over."""
    while rest.strip():
        for pattern, made in _NEXT:
            found = pattern.match(rest)
            if found is None:
                continue
            if not made:
                verb = next(v for v in _DONE_TO_ALL if v in found[0].lower())
                whole = _DONE_TO_ALL[verb].format(whole=whole)
            else:
                term = _term(found[1])
                if term is None:
                    continue
                whole = made.format(term, whole=whole)
            rest = rest[found.end() :]
            break
        else:
            return None
    return whole


def _term(text: str) -> str | None:
    """A number, a letter or both, in figures; None for other words."""
    if len(text) == 1 or text[0].isdigit():
        return text
    words = text.split()
    letter = words.pop() if len(words) > 1 and len(words[-1]) == 1 else ""
    value = number_words(" ".join(words))
    return None if value is None or value.denominator != 1 else f"{value}{letter}"


def difference(text: str) -> str | None:
    """ "7 less than 2x" as "2x minus 7"; None for other texts. Only a formula with a letter is meant so."""
    text = _ADDED.sub(r"\1 more than \2", text.strip(" .!?"))
    text = _TAKEN.sub(r"\1 less than \2", text)
    found = _DIFFERENCE.match(text)
    if found is None or len(text) > 120 or not _LETTER.search(found[3]):
        return None
    term = _term(found[1])
    if term is None or re.search(r"[=<>≤≥]|\bthan\b|\bor\b|\band\b", found[3]):
        return None
    sign = "minus" if found[2].lower() in ("less", "fewer", "lower") else "plus"
    return f"{found[3]} {sign} {term}"
