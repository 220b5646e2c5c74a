"""What stands behind an answer and is none of it: "a dozen?", "1h30.", "-7 ✅.", and the $ … $ of a whole response."""

import re

_FACES = re.compile(r"(?:\s*(?:[:;]-?[)DPp(]|[\U0001F300-\U0001FAFF\u2600-\u27BF\ufe0f]+))+\s*$")
_STOP = re.compile(
    r"(?<![\d.\s])(?<!right)\.\s*$"
)  # "100." says how exact it is, \right. ends a bracket
_ANY_STOP = re.compile(r"(?<![.\s])(?<!right)\.\s*$")
_WRAPPED = re.compile(r"\s*\$(?!\$)([^$]+)\$[\s.?]*")
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
