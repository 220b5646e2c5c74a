"""What a line of algebra says beside its formula: "for all x", the number of an equation, "at x = 2"."""

import re
from dataclasses import dataclass

from tutor.items.maths.statements.lines import MAX_LINE

_FOR_ALL = re.compile(
    (
        r"[\s,;(]*(?:\bfor\s+(?:all|every|any|each)|∀|\\forall)\s*(?:real\s+)?"
        r"(?:(?:numbers?|values?)\s+(?:of\s+)?)?\$?([a-z])\b[^=<>]*$"
    ),
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"\s[\s.…]*[(\[]\s*(\d|i{1,3}|iv)\s*[)\]]\s*$")
_COMBINED = re.compile(
    (
        r"^\s*(?:(?:adding|add|subtracting|subtract|eqn?s?\.?|equations?)\s+)?(?=[^:=]*\(\d\))"
        r"(?:[\d()*·×+/−\s-]|\band\b|\bfrom\b)+(?::|⇒|=>|\bgives?\b)\s*(?=\S.*=)"
    ),
    re.IGNORECASE,
)
_AT = re.compile(
    (
        r"^\s*(?:(?P<word>when|at|put|putting|sub|substitute|substituting|set|setting|let|"
        r"taking)\s+)?(?P<letter>[a-z])\s*=\s*(?P<value>[-−]?\d+(?:/\d+)?)\s*"
        r"(?P<sign>:|,?\s*(?:⇒|=>|gives|so|then)|,)\s*(?P<rest>\S.*=.*)$"
    ),
    re.IGNORECASE,
)
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Aside:
    """The line without its asides.

    `everywhere` is the letter for all of whose values it holds; `labelled` says that it was given
    the number expected; `combined` that it names earlier lines; `at` is a letter and the value put for it.
    """

    text: str
    everywhere: str = ""
    labelled: bool = False
    combined: bool = False
    at: tuple[str, str] | None = None


def aside_in(text: str, next_label: int) -> Aside:
    """A line and what it says beside; pure, never raises."""
    if len(text) > MAX_LINE:
        return Aside(text=text)
    everywhere = ""
    match = _FOR_ALL.search(text)
    if match and "=" in text[: match.start()].replace("≡", "="):
        everywhere, text = match[1], text[: match.start()]
    if "≡" in text and "mod" not in text:
        everywhere = everywhere or ("x" if "x" in text else "")
        text = text.replace("≡", "=")
    combined = _COMBINED.match(text)
    if combined:
        text = text[combined.end() :]
    label = _NUMBERED.search(text)
    labelled = (
        label is not None
        and "=" in text
        and (_ROMAN.get(label[1]) or int(label[1] if label[1].isdigit() else 0)) == next_label
    )
    if label is not None and labelled:
        text = text[: label.start()]
    at = _AT.match(text)
    if at and (at["word"] or at["sign"].strip() == ":"):
        return Aside(text=at["rest"], everywhere=everywhere, at=(at["letter"], at["value"]))
    return Aside(text=text, everywhere=everywhere, labelled=labelled, combined=bool(combined))
