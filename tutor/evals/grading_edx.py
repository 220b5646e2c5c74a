"""edX's numbers and formulas in school writing: 2k is 2000, R_1||R_2 two resistors side by side."""

import re

_SUFFIXES = {"T": 12, "G": 9, "M": 6, "k": 3, "c": -2, "m": -3, "u": -6, "n": -9, "p": -12}
_SUFFIXED = re.compile(r"^\s*([-+]?(?:\d+\.?\d*|\.\d+))([TGMkcmunp])\s*$")
_NAME = re.compile(r"[A-Za-z_]\w*(?:_?\{[^{}]*\}|\^\{[^{}]*\})*'*|\d+\.?\d*(?:[eE][-+]?\d+)?|\.\d+")
_MOST = 12  # resistors side by side


def in_our_writing(text: str, asked: str) -> str:
    """A text of edX's; `asked` is the answer, which tells numbers from formulas."""
    if not re.search(r"[A-DF-Za-df-z]", asked):
        text = _SUFFIXED.sub(lambda m: f"{m[1]}*10^({_SUFFIXES[m[2]]})", text)
    return _side_by_side(text) if "||" in text else text


def _side_by_side(text: str) -> str:
    """a||b written out as 1/(1/a + 1/b); it binds looser than ^ and tighter than * there."""
    while (at := text.find("||")) >= 0:
        parts, start, end = [], _before(text, at), at
        if start is None:
            return text
        parts.append(text[start:at])
        while text.startswith("||", end) and len(parts) < _MOST:
            found = _behind(text, end + 2)
            if found is None:
                return text
            parts.append(text[end + 2 : found])
            end = found
        inner = "+".join(f"1/({part.strip()})" for part in parts)
        text = f"{text[:start]}(1/({inner})){text[end:]}"
    return text


def _behind(text: str, start: int) -> int | None:
    """Where the power ends that begins at `start`; None where none does."""
    at = _atom(text, start)
    while at is not None and (match := re.compile(r"\s*\^\s*-?").match(text, at)):
        at = _atom(text, match.end())
    return at


def _atom(text: str, start: int) -> int | None:
    at = start + len(text[start:]) - len(text[start:].lstrip())
    named = _NAME.match(text, at)
    if named:
        at = named.end()
        if not text.startswith("(", at) or not named[0][0].isalpha():
            return at
    return _closing(text, at) if text.startswith("(", at) else None


def _closing(text: str, start: int) -> int | None:
    level = 0
    for i in range(start, len(text)):
        level += (text[i] == "(") - (text[i] == ")")
        if level == 0:
            return i + 1
    return None


def _before(text: str, end: int) -> int | None:
    """Where the power begins that ends at `end`: the first start from which one reaches it."""
    for start in range(end):
        fresh = start == 0 or not re.match(r"[\w.})'^]", text[start - 1])
        if fresh and re.match(r"[\w.(]", text[start]) and _behind(text, start) is not None:
            found = _behind(text, start)
            if found is not None and found <= end and not text[found:end].strip():
                return start
    return None
