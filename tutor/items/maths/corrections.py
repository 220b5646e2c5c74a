"""What a learner takes back, says first or adds: of "5, no wait, 4", "4, not 5" and "not 5 but 4" the 4 stays."""

import re

# What a learner takes back or says before the answer: "wait no 5/8", "fine. 3", "ok! 7".
_TAKEN_BACK = re.compile(
    r"^.*?\b(?:(?:oh,? )?wait,? no|no,? wait|no,? no|no,? (?:i|it'?s|its)|scratch that|hold on|hang on|(?:no,? )?i meant?(?: to (?:say|write))?)\b[\s,.…]+(?=\S)",
    re.I,
)
_SAID_FIRST = re.compile(
    r"^\s*(?:ok(?:ay)?|fine|sure|hm+|um+|uh|well|right|yes|yeah|easy|alright|got it|so|done|cool|idk|dunno)\s*[.!…]+\s+(?=\S)",
    re.I,
)
_UNFINISHED = re.compile(r"(?<=[\d)])\s+(?:or|and|but|so)\s*$", re.I)
# "the top one", "this one": no number.
_PRONOUN = re.compile(
    r"\b(?:this|that|which|another|top|bottom|upper|lower|middle|first|second|third|last|next|other|same|left|right|wrong|"
    r"(?:bigg|small|larg|great|eas|hard|low|high)(?:i?er|i?est)|big|small|large|easy|hard) one\b",
    re.I,
)
# "divide both sides by 3, x = 2": what was done, before what came of it
_DONE = re.compile(
    r"^\s*(?:(?:so|then|i|you|we|first|next|if)\s+)*(?:divid|multipl|add|subtract|minus|take|took|squar)\w*\b[^=<>]*\bsides?\b[^=<>,;:]*[,;:]\s*(?=\S)",
    re.I,
)
# Words that take an answer back only where one stands before them: "3 sorry 4", "12, actually 13".
_CORRECTED = re.compile(
    r"^.*\d.*\b(?:no,? wait|wait,? no|oh wait|wait|hold on|hang on|i meant?|scratch that|sorry|oops|or rather|correction|actually(?:,? no)?|"
    r"espera|quiero decir|attends|je veux dire|nein,? warte|warte|ich meine)\b[\s,:.…!]*(?:[-–]\s+)?"
    r"(?=[^\d]{0,40}[\d√π])",
    re.I | re.S,
)
_FIGURES = r"[-−]?(?:\d[\d.,/]*|[½¼¾⅓⅔])(?!\w)"
_INSTEAD = (
    (
        re.compile(
            rf"(?<=[\d)%°½¼¾⅓⅔])\s*,?\s+(?:and\s+)?not\s+(?:[a-z]\s*=\s*)?{_FIGURES}\s*$", re.I
        ),
        "",
    ),
    (re.compile(rf"\bnot\s+{_FIGURES}\s*,?\s*but\s+(?=[-−\d])", re.I), ""),
    (
        re.compile(
            rf"^\s*(?:its?\s+|it'?s\s+)?not\s+{_FIGURES}\s*,\s*(?:its?\s+|it'?s\s+)?(?={_FIGURES}\s*$)",
            re.I,
        ),
        "",
    ),
    (re.compile(rf"(?<=[\d)%°½¼¾⅓⅔])\s*\(\s*not\s+{_FIGURES}\s*\)\s*$", re.I), ""),
)
_REPLACED = re.compile(  # "4 no 7", "wait, 7... no -7"
    rf"^\s*(?:(?:wait|oh|um+|hm+|so|well|ok|i think|i got|its|it'?s)[\s,.…]+)*{_FIGURES}[\s,.…]+no,?\s+(?={_FIGURES}\s*$)",
    re.I,
)
_NO_BUT = re.compile(
    r"^[^\d=½¼¾]*(?:\.{2,}|…)\s*no,?\s+(?:(?:exactly|precisely|its|it'?s)\s+)?(?=[-−]?[\d½¼¾])",
    re.I,
)
_MID_ASKED = re.compile(r"(?<=\w)\?+\s+(?=\S)")  # "a dozen? 12"
_SIGN_SAID = re.compile(  # "i forgot the minus, -7"
    r"^.*\b(?:forgot|missed|lost|dropped|left out)\s+(?:the|a|my)\s+(?:minus|negative)(?:\s+sign)?[\s,:.]+(?=[-−]\s*\d)",
    re.I,
)
_SIGN_SAID_BEHIND = re.compile(  # "-3 i forgot the minus"
    r"(?<=\d)[\s,(]+(?:(?:sorry|oops)[\s,]+)?i\s+(?:forgot|missed|lost|dropped|left out)\s+(?:the|a|my)\s+(?:minus|negative)(?:\s+sign)?\W*$",
    re.I,
)
_TAG = re.compile(  # "it was 8 wasn't it"
    r"(?<=\d)[\s,]+(?:isn|wasn|aren|doesn|won)['’]?t\s+(?:it|that|they)\W*$", re.I
)
_HUMS = re.compile(r"^\s*(?:u+m+|u+h+|e+r+m*|h+m+|mm+)\b(?:[\s.,…]|-(?!\d))*", re.I)


def last_word(text: str) -> str:
    """What stands after a correction: "5 no wait 4", "4, not 5" and "not 5 but 4" are all 4."""
    text = _DONE.sub("", text) if "side" in text else text
    text = _TAG.sub("", _SIGN_SAID_BEHIND.sub("", text))
    text = _SIGN_SAID.sub("", _MID_ASKED.sub(", ", _NO_BUT.sub("", text)))
    text = _SAID_FIRST.sub("", _HUMS.sub("", _TAKEN_BACK.sub("", text)))
    text = _UNFINISHED.sub("", _CORRECTED.sub("", _REPLACED.sub("", text)))
    text = _PRONOUN.sub(lambda found: found[0][:-4], text)
    if "not " in text:
        for pattern, kept in _INSTEAD:
            text = pattern.sub(kept, text)
    return text
