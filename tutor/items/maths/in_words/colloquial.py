"""Numbers as they are said in a hurry or at home: "1 outta 5", "a whole", "three fifths is shaded", "3 less than 0"."""

import re

from tutor.items.numerals import ONES, TENS

_COUNT = rf"(?:\d{{1,4}}|{'|'.join((*ONES, *TENS))})"
_LEAD = r"(?:(?:its|it's|it|is|thats|that's|that|so|just|makes|make|equals|i think)\s+)*"
_SAID = tuple(
    (re.compile(said, re.IGNORECASE), plain)
    for said, plain in (
        (r"\bout(?:t?a|\s+o['’]?)\s+(?=\w)", "out of "),
        (rf"\b({_COUNT})\s+of\s+(?:the|these|those)\s+({_COUNT})\b", r"\1 out of \2"),
        (r"\b(there|they|these|those)\s+r\s+(?=\d)", r"\1 are "),
        (
            r"\bu\s+(?=(?:end|get|have|need|got|add|times|take|divide|multiply|would|will|then|can|just|do)\b)",
            "you ",
        ),
        (r"(?<=[a-z\d])\s+grand\b(?=\W*$)", " thousand"),
        (rf"^(\W*{_LEAD})(?:an?|the|one|1)\s+whole(?:\s+(?:thing|one))?\W*$", r"\g<1>1"),
        (rf"\b({_COUNT})\s+(?:less than|under)\s+(?:0|zero)\b(?=\W*$)", r"minus \1"),
        (r"(?<![\w.,−-])(\d+(?:[.,]\d+)?)\s*(?:grados\s+)?bajo cero\b", r"-\1"),
        (r"(?<![\w.,−-])(\d+(?:[.,]\d+)?)\s+negativ[oa]s?\b(?=\W*$)", r"-\1"),
        (  # what was done to a part: it is the part that is told
            r"(?<=[a-z\d])\s+(?:is|are|was|were|has been|have been)\s+"
            r"(?:shaded|colou?red|filled|painted|marked|eaten|used)(?:\s+in)?\W*$",
            "",
        ),
        # where a point lies: "2 7/10 cm from 0"
        (r"(?<=[a-z])\s+(?:away\s+)?from\s+(?:0|zero|the start|the left)\W*$", ""),
    )
)


_HINTS = re.compile(  # one of them stands in each; to look for all of them costs more
    r"\bout|\bof th|\b[ur]\b|\bgrand\b|\bwhole|\b(?:0|zero|cero)\b|negativ|"
    r"\b(?:is|are|was|were|been)\b|\bthe (?:start|left)\b",
    re.IGNORECASE,
)


def in_plain_words(text: str) -> str:
    """The text with those turns of speech put plainly; others as they are."""
    if len(text) > 200 or not _HINTS.search(text):
        return text
    for pattern, plain in _SAID:
        text = pattern.sub(plain, text)
    return text
