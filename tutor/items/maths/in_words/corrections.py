"""What a learner takes back, says first or adds: of "5, no wait, 4", "4, not 5" and "not 5 but 4" the 4 stays."""

import re

# What a learner takes back or says before the answer: "wait no 5/8", "fine. 3", "ok! 7".
_DASHED = re.compile(  # "5x - scratch that - 3x + 2"
    r"\s[-–—]+\s+(scratch that|no,? wait|wait,? no|wait|sorry|i meant?|oops|actually|no)\s+[-–—]+\s+(?=\S)",
    re.I,
)
_TAKEN_BACK = re.compile(
    (
        r"^.*?\b(?:(?:oh,? )?wait,? no|no,? wait|no,? no|no,? (?:i|it'?s|its)|scratch that|"
        r"hold on|hang on|(?:no,? )?i meant?(?: to (?:say|write))?)\b[\s,.…]+(?=\S)"
    ),
    re.I,
)
_SAID_FIRST = re.compile(
    (
        r"^\s*(?:ok(?:ay)?|fine|sure|hm+|um+|uh|well|right|yes|yeah|easy|alright|got it|so|done|"
        r"cool|idk|dunno)\s*[.!…]+\s+(?=\S)"
    ),
    re.I,
)
_UNFINISHED = re.compile(r"(?<=[\d)])\s+(?:or|and|but|so)\s*$", re.I)
# "the top one", "this one": no number.
_PRONOUN = re.compile(
    r"\b(?:this|that|which|another|top|bottom|upper|lower|middle|first|second|third|last|next|"
    r"other|same|left|right|wrong|"
    r"(?:bigg|small|larg|great|eas|hard|low|high)(?:i?er|i?est)|big|small|large|easy|hard) one\b",
    re.I,
)
# "divide both sides by 3, x = 2": what was done, before what came of it
_DONE = re.compile(
    (
        r"^\s*(?:(?:so|then|i|you|we|first|next|if)\s+)*"
        r"(?:divid|multipl|add|subtract|minus|take|took|"
        r"squar)\w*\b[^=<>]*\bsides?\b[^=<>,;:]*[,;:]\s*(?=\S)"
    ),
    re.I,
)
# Words that take an answer back only where one stands before them: "3 sorry 4", "12, actually 13".
_CORRECTED = re.compile(
    r"^.*\d.*\b(?:no,? wait|wait,? no|oh wait|wait|hold on|hang on|i meant?|scratch that|sorry|"
    r"oops|or rather|correction|actually(?:,? no)?|change (?:that|it) to|"
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
# A formula whose letters stand alone: 3x + 2, x = 5, (a − b)/2.
_FORMULA = r"(?:[-−+*/^=().\d\s·×²³]|(?<![^\W\d_])[a-zA-Z](?![^\W\d_])){1,40}"
_FORMULA_REPLACED = re.compile(  # "2 more... no 3x+2", "x = 5 no x = 4"
    rf"^.*(?:[\w)²³]\s*(?:[.,…;]+|\s[-–—])?|\.{{2,}}|…)\s+no\s*,?\s+(?=(?=[^A-Za-z]*\d|[a-z]\b){_FORMULA}$)",
    re.I,
)
_FORMULA_INSTEAD = re.compile(  # "3x + 2 not 3x + 3"
    rf"^({_FORMULA}[\w)²³])\s*,?\s+(?:and\s+)?not\s+(?=[^A-Za-z]*\d|[a-z]\b){_FORMULA}$", re.I
)
_CHECKED = re.compile(  # "x = 4, check: 2*4+1 = 9"
    (
        r"(?<=[\w)²³])(?:\s*[,;.(\n]\s*|\s+(?=check(?:ed|ing)?\b[^A-Za-z]*\d))(?:and\s+)?"
        r"(?:to\s+)?check(?:ed|ing)?\b\s*(?:[:=,-]|(?=\d)).*$"
    ),
    re.I | re.S,
)
_NAMED_BEHIND = re.compile(  # "3x + 2 where x is the number of bikes"
    (
        r"(?<=[\w)²³])[\s,;(]+(?:where|with|and|if)\s+[a-z]\s*"
        r"(?:is|=|stands for|means|represents|being)\s+[a-z]{2,}\b[^\d=]*$"
    ),
    re.I,
)
_NAMED_IN_BRACKETS = re.compile(  # "3x + 2 (x is the age)"
    r"(?<=[\w)²³])\s*\(\s*(?:where\s+)?[a-z]\s*(?:is|=|stands for|means|represents|being)\s+[a-z]{2,}\b[^\d=()]*\)\W*$",
    re.I,
)
_HOPED = re.compile(  # "(x + 1)/2 (i hope)"
    (
        r"(?<=[\w)²³%°])\s+\(\s*(?:(?:i|hope|think|guess|maybe|probably|final|answer|right|sorry|"
        r"simplified|exact|please|it|works|that's|thats|is|the|my)[\s,.!?]*)+\)\W*$"
    ),
    re.I,
)
_SAME_AS = re.compile(  # "0.25, i.e. 1/4"
    r"(?<=[\d½¼¾⅓⅔%])\s*,?\s+(?:aka|i\.?\s?e\.?,?|in other words,?)\s+(?=[-−]?[\d½¼¾⅓⅔])", re.I
)
_REASONED = re.compile(  # "48 - because 6 x 8 = 48"
    r"(?<=[\d)%°])\s*(?:\s[-–—]+\s+(?:because|since|cause|cos|coz|bc|as)|\s+(?:as|coz))\s+(?=\d)",
    re.I,
)
_SAID_BEHIND = re.compile(r"\s*=\s*(?:my|the)\s+(?:final\s+)?answer\W*$", re.I)
_NAMED_BEFORE = re.compile(  # "let x be the number, then 3x + 2"
    (
        r"^\s*(?:(?:so|if|we|i)\s+)*(?:let|call|say)?\s*\b[a-z]\s*"
        r"(?:be|is|=|stands? for|represents?)\s+(?:the|my|how|an?)\s[^\d=<>,;:.]*[,;:.]\s*"
        r"(?:(?:then|so|its|it's|it is)\s+)*(?=\S)"
    ),
    re.I,
)
_LACKS = re.compile(  # "3x + 2, no brackets"
    r"(?<=[\w)²³])\s*[,(]\s*(?:no|without(?: any)?)\s+(?:brackets?|calculator|working|rounding|units?|decimals?)\W*$",
    re.I,
)
_DONE_BEHIND = re.compile(
    r"(?<=[\d)])\s+[-–—]\s+(?:i'?m\s+)?(?:done|finished|final|sorry|thanks|thank you|easy)\W*$",
    re.I,
)
_WORKED = re.compile(  # "x = 5 after dividing both sides by 3"
    r"(?<=[\w)²³%°])\s+(?:after|by|from|when (?:i|you)|once (?:i|you))\s+(?:i\s+|you\s+)?"
    r"(?:divid|multipl|add|subtract|tak|mov|simplif|expand|factor|cancel|solv|work|using|use[ds]?|count|cross)\w*\b.*$",
    re.I | re.S,
)
_STEP = re.compile(r"\s*(?:→|⇒|⟹|⟶|⟺|⇔|==?>|-+>)\s*")
_BESIDES = re.compile(
    r"(?<=[a-z]),\s+(?=(?:plus|minus|times|divided by)\b)(?!.*[)\]])", re.I
)  # "3 times x, plus 2"
_REPLACED = re.compile(  # "4 no 7", "wait, 7... no -7"
    (
        rf"^\s*(?:(?:wait|oh|um+|hm+|so|well|ok|i think|i got|its|"
        rf"it'?s)[\s,.…]+)*{_FIGURES}[\s,.…]+no,?\s+(?={_FIGURES}\s*$)"
    ),
    re.I,
)
_NO_BUT = re.compile(
    r"^[^\d=½¼¾]*(?:\.{2,}|…)\s*no,?\s+(?:(?:exactly|precisely|its|it'?s)\s+)?(?=[-−]?[\d½¼¾])",
    re.I,
)
_MID_ASKED = re.compile(r"(?<=\w)\?+\s+(?=\S)")  # "a dozen? 12"
_SIGN_SAID = re.compile(  # "i forgot the minus, -7"
    (
        r"^.*\b(?:forgot|missed|lost|dropped|left out)\s+(?:the|a|my)\s+(?:minus|negative)"
        r"(?:\s+sign)?[\s,:.]+(?=[-−]\s*\d)"
    ),
    re.I,
)
_SIGN_SAID_BEHIND = re.compile(  # "-3 i forgot the minus"
    (
        r"(?<=\d)[\s,(]+(?:(?:sorry|oops)[\s,]+)?i\s+(?:forgot|missed|lost|dropped|left out)\s+"
        r"(?:the|a|my)\s+(?:minus|negative)(?:\s+sign)?\W*$"
    ),
    re.I,
)
_TAG = re.compile(  # "it was 8 wasn't it"
    r"(?<=\d)[\s,]+(?:isn|wasn|aren|doesn|won)['’]?t\s+(?:it|that|they)\W*$", re.I
)
_HUMS = re.compile(r"^\s*(?:u+m+|u+h+|e+r+m*|h+m+|mm+)\b(?:[\s.,…]|-(?!\d))*", re.I)


def in_steps(text: str) -> str:
    """The last of equations that follow by arrows: of "2x + 1 = 9 → 2x = 8 → x = 4" the x = 4."""
    text = _SAME_AS.sub(" = ", text) if "." in text else text
    if "=" not in text:
        return text
    if "\n" in text:
        return _last_line(text)
    steps = _STEP.split(text)
    return steps[-1] if len(steps) > 1 and all(step.count("=") == 1 for step in steps) else text


def _last_line(text: str) -> str:
    """Of equations in one letter, line under line, the last where that gives the letter: 3x = 15, x = 5."""
    lines = [line.strip() for line in text.split("\n") if line.strip()]
    found = re.fullmatch(r"([a-z])\s*=\s*[^a-zA-Z=]+", lines[-1])
    if found is None or sum(re.match(r"[a-z]\s*=", line) is not None for line in lines) != 1:
        return text
    letters = [set(re.findall(r"[a-zA-Z]", line)) for line in lines if line.count("=") == 1]
    return lines[-1] if letters == [{found[1]}] * len(lines) else text


def last_word(text: str) -> str:
    """What stands after a correction: "5 no wait 4", "4, not 5" and "not 5 but 4" are all 4."""
    text = _DONE.sub("", text) if "side" in text else text
    text = _WORKED.sub("", text) if len(text) > 12 else text
    text = _TAG.sub("", _SIGN_SAID_BEHIND.sub("", text))
    text = _DASHED.sub(r", \1 ", text)
    text = _SIGN_SAID.sub("", _MID_ASKED.sub(", ", _NO_BUT.sub("", text)))
    text = _SAID_FIRST.sub("", _HUMS.sub("", _TAKEN_BACK.sub("", text)))
    text = _UNFINISHED.sub("", _CORRECTED.sub("", _REPLACED.sub("", text)))
    text = _PRONOUN.sub(lambda found: found[0][:-4], text)
    text = _DONE_BEHIND.sub("", _CHECKED.sub("", _BESIDES.sub(" ", text)))
    text = _SAME_AS.sub(" = ", _REASONED.sub(" because ", text))
    text = _SAID_BEHIND.sub("", _HOPED.sub("", _NAMED_IN_BRACKETS.sub("", text)))
    text = _NAMED_BEFORE.sub("", _NAMED_BEHIND.sub("", _LACKS.sub("", text)))
    text = _FORMULA_REPLACED.sub("", text) if "no" in text.lower() else text
    if "not " in text:
        text = _FORMULA_INSTEAD.sub(r"\1", text)
        for pattern, kept in _INSTEAD:
            text = pattern.sub(kept, text)
    return text
