"""What learners say of ranges: "greater than 3", "between -2 and 5, including both"."""

import re

from tutor.items.maths.notation.lexer import Unreadable

_NUMBER = r"[-−]?\s*(?:\d+(?:[.,/]\d+)?|∞|inf(?:inity)?)"
_BETWEEN = re.compile(
    rf"^\s*(?:(?:i think|its|it's|it is|so|all|the|numbers|values|{{letter}}|is|are|lies|goes|"
    rf"must be|everything|anything)\s+)*"
    rf"(?:(?P<strict>strictly )?(?:between|from)\s+)(?P<low>{_NUMBER})(?P<at_low>[^\d∞]*?)\s+"
    rf"(?:and|to|up to)\s+(?P<high>{_NUMBER})(?P<said>.*)$",
    re.I,
)
# "0 to 10 exclusive"
_PLAIN = re.compile(
    (
        rf"^\s*(?P<low>{_NUMBER})\s+(?:to|up to)\s+(?P<high>{_NUMBER})[\s,]+"
        rf"(?P<said>\(?(?:both )?(?:exclusive|inclusive|excluded|included)\)?)\W*$"
    ),
    re.I,
)
_TWO_BOUNDS = re.compile(
    r"^\W*(?:below|under)\s+([-−]?[\d./]+)\s+or\s+(?:above|over)\s+([-−]?[\d./]+)\W*$", re.I
)
_MARKED_ENDS = re.compile(  # "from -1 (included) to 4 (not included)"
    (
        rf"^\W*(?:from\s+)?({_NUMBER})\s*\(?"
        rf"((?:not |in|ex)?\s*(?:cluded|included|closed|open))\)?\s+to\s+({_NUMBER})\s*\(?"
        rf"((?:not |in|ex)?\s*(?:cluded|included|closed|open))\)?\W*$"
    ),
    re.I,
)
_CANNOT = re.compile(  # "x can't be more than 7", "up to and including 7"
    r"\s+(?:can(?:'?t|not| not)|must not|mustn'?t|shouldn'?t|never) (?:be|go) "
    r"(more|greater|bigger|larger|over|above|less|smaller|fewer|lower|under|below)"
    r"(?: than)?\s+"
)
_UP_TO = re.compile(
    r"^\W*(?:anything |everything |all (?:the )?numbers )?up to (?:and|&) including\s+", re.I
)
_BOUND_ALONE = re.compile(  # "below 7", "anything under 7"
    (
        r"^\s*(?:(?:its|it's|it is|is|so|all (?:the )?numbers|anything|everything|numbers|"
        r"values)\s+)*(below|under|above|over)\s+(?=[-−]?\d[\d.,/]*\W*$)"
    ),
    re.I,
)
_OR_BEYOND = re.compile(  # "10 or less", "it's 5 or more"
    rf"^\s*(?:(?:its|it's|it is|is|so|anything|numbers|values)\s+)*({_NUMBER})\s+or\s+"
    rf"(less|fewer|lower|under|below|smaller|"
    r"more|greater|higher|over|above|bigger|larger|up)\W*$",
    re.I,
)
_BEYOND = frozenset(("more", "greater", "higher", "over", "above", "bigger", "larger", "up"))
_COMPARING = (
    r"(?:(?:strictly )?(?:less|greater|more|bigger|smaller|larger|lower|higher) than|at (?:least|most))\b|"
    r"(?:no|not) (?:less|more|greater|smaller) than\b"
)
_SIGNED = tuple(  # "x is positive", "x is not negative"
    (
        re.compile(rf"(?<=\b[a-z])\s+(?:is|must be|has to be)\s+(?:{said})\s*[.!]*$", re.I),
        f" {sign} 0",
    )
    for said, sign in (
        (r"(?:strictly )?positive", ">"),
        (r"(?:strictly )?negative", "<"),
        (r"(?:not|non)[ -]?negative", ">="),
        (r"(?:not|non)[ -]?positive", "<="),
    )
)
_INSIDE = re.compile(
    r"^\W*[a-z]\s+(?:(?:is|lies)\s+)?(?:in|belongs to|within)\s+(?=[\[(\]]\s*[-−\d∞i])"
)
_NO_SUBJECT = re.compile(
    rf"(^\s*(?:(?:its|it's|it is|so|is|must be)\s+)*|\b(?:or|and|but)\s+(?:is\s+)?)(?={_COMPARING}|[<>≤≥])",
    re.I,
)
_BUT = re.compile(r"\s+but\s+(?=[a-z]\s)", re.I)
_NONE_IN = re.compile(r"exclu|not? includ|without|open|neither|strictly", re.I)
_ALL_IN = re.compile(
    r"inclusive|both|closed|\bincluding the (?:ends?|end ?points)|^\W*included\W*$", re.I
)


def in_symbols(text: str, letter: str) -> str:
    """The text with its ranges in signs: [-2, 5) for "from -2 to 5, including -2 only", a subject before
    "greater than 3". Raises Unreadable where a range does not say whether its ends belong to it.
    """
    if len(text) > 200:
        return text
    text = _INSIDE.sub("", text)  # "x in (-3, 5]"
    for pattern, sign in _SIGNED:
        text = pattern.sub(sign, text)
    marked = _MARKED_ENDS.match(text)
    if marked is not None:
        first, last = (mark.lower() in ("included", "closed") for mark in (marked[2], marked[4]))
        return f"{'[' if first else '('}{marked[1]}, {marked[3]}{']' if last else ')'}"
    text = _CANNOT.sub(
        lambda m: (
            " at most "
            if m[1] in ("more", "greater", "bigger", "larger", "over", "above")
            else " at least "
        ),
        text,
    )
    found = re.compile(_BETWEEN.pattern.replace("{letter}", re.escape(letter)), re.I).match(text)
    if found is not None:
        said = f"{found['at_low']} {found['said']} {found['strict'] or ''}"
        return _interval(found["low"], found["high"], said)
    plain = _PLAIN.match(text)
    if plain is not None:
        return _interval(plain["low"], plain["high"], plain["said"])
    ended = _OR_BEYOND.match(text)
    if ended is not None:
        return f"{letter} {'>=' if ended[2].lower() in _BEYOND else '<='} {ended[1]}"
    text = _UP_TO.sub(f"{letter} <= ", text)
    text = _BOUND_ALONE.sub(rf"{letter} \1 ", text)
    text = text.replace("||", " or ").replace("&&", " and ")
    text = re.sub(r"\bestrictamente\s+", "", text)
    pair = _TWO_BOUNDS.match(text)
    if pair is not None:
        text = f"{letter} < {pair[1]} or {letter} > {pair[2]}"
    above = re.sub(
        rf"(?<![A-Za-z]){letter}\s+(?:is\s+)?(?:over|above)\s+(?=[-−\d])", f"{letter} > ", text
    )
    above = re.sub(
        rf"(?<![A-Za-z]){letter}\s+(?:is\s+)?(?:under|below)\s+(?=[-−\d])", f"{letter} < ", above
    )
    if re.search(rf"(?<![A-Za-z\\]){re.escape(letter)}(?![A-Za-z])", above):
        return above
    return _BUT.sub(" and ", _NO_SUBJECT.sub(rf"\1{letter} ", above))


def _interval(low: str, high: str, said: str) -> str:
    """The interval; `said` tells which of its ends belong to it."""
    ends = {low.strip(), high.strip()}
    inside = {
        n.strip() for n in re.findall(rf"(?<!not )(?:including|includes|with)\s+({_NUMBER})", said)
    }
    outside = {
        n.strip()
        for n in re.findall(
            rf"(?:not|excluding|without|but not)\s+(?:including\s+|with\s+)?({_NUMBER})", said
        )
    }
    if re.search(
        rf"\b(?:not? includ\w+|not|excluding|without)\s+{_NUMBER}\s+(?:or|and|nor)\s+{_NUMBER}",
        said,
    ):
        outside |= ends & {n.strip() for n in re.findall(_NUMBER, said)}  # "not including 0 or 10"
    inside -= outside
    if not (inside | outside) <= ends:
        raise Unreadable(
            "I am not sure which ends you mean. Write it with < and ≤, or with brackets."
        )
    if inside or outside:
        first = low.strip() in inside or (not inside and low.strip() not in outside)
        last = high.strip() in inside or (not inside and high.strip() not in outside)
    elif _NONE_IN.search(said):
        first = last = False
    elif _ALL_IN.search(said):
        first = last = True
    else:
        raise Unreadable("Are the ends included? Write it with < and ≤, or with brackets.")
    return f"{'[' if first else '('}{low}, {high}{']' if last else ')'}"
