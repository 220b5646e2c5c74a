"""What stands around an answer and is none of it: "a dozen?", "1h30.", "-7 ✅.", $ … $, "the answer is"."""

import re

_FACES = re.compile(r"(?:\s*(?:[:;]-?[)DPp(]|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+))+\s*$")
_STOP = re.compile(
    r"(?<![\d.\s])(?<!right)\.\s*$"
)  # "100." says how exact it is, \right. ends a bracket
_ANY_STOP = re.compile(r"(?<![.\s])(?<!right)\.\s*$")
_WRAPPED = re.compile(r"\s*\$(?!\$)([^$]+)\$[\s.?]*")
_SPACES = str.maketrans(dict.fromkeys("\u00a0\u2002\u2003\u2005\u2007\u2009\u202f\u3000", " "))
_LED_IN = re.compile(  # "i think its", "so the answer is"
    r"\W*(?:(?:so|ok(?:ay)?|um+|well|maybe|probably|hmm+|i (?:think|guess|got|get|reckon|believe|say)|"
    r"(?:the|my) (?:final )?answer (?:is|would be|will be)|(?:final )?answer\s*[:=]|its|it['’]s|it is|"
    r"creo que(?: es| son)?|la respuesta es)[\s,]+)+(?:=\s*(?!=))?(?=[^\s*])",
    re.I,
)
_MOST = 4


def without_end_marks(text: str, *, figures: bool = True) -> str:
    """The text without question marks, faces, blanks and a full stop behind it.

    A full stop behind a figure stays where it may belong to the number (`figures`).
    """
    stop = _STOP if figures else _ANY_STOP
    for _ in range(_MOST):
        cut = stop.sub("", _FACES.sub("", text.rstrip("? \t\r\n\u00a0")))
        if cut == text or not cut.strip():
            return text
        text = cut
    return text


def unwrapped(text: str) -> str:
    """A response that is all between two $ without them."""
    inner = _WRAPPED.fullmatch(text) if text.count("$") == 2 else None
    return inner[1].strip() if inner else text


def plain_spaces(text: str) -> str:
    """The text with the blanks that web pages and telephones put in made ordinary ones."""
    return text if text.isascii() else text.translate(_SPACES)


def without_lead(text: str) -> str:
    """The text without words that only lead up to an answer: "i think its", "the answer is"."""
    led = _LED_IN.match(text)
    return text[led.end() :] if led else text
