"""Whether a text tells an answer in a roundabout way: in pieces, by its place, by trying it out (pure)."""

import itertools
import re
from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import said
from tutor.items.reveal.wordings import NOT, QUESTION, sentences

NUMBERED = 12  # up to here Roman numerals number parts
UNSAID = 2  # letters that may be left out between a word's beginning and its end
LEAST_PIECED = 6  # letters; shorter words are made of any two quoted pieces by chance
_PIECE = re.compile(
    r"(?<![\w-])([^\W\d_]{2,})-(?!\w)|(?<![\w-])-([^\W\d_]{2,})|[\"'«“]([^\W\d_]{2,})[\"'»”]"
)
_BEGINS_ENDS = re.compile(
    r"\b(?:starts?|begins?|empieza|comienza|beginnt|commence) "
    r"(?:with|in|por|con|mit|par) [\"'«“]?([^\W\d_]+)\b[^.?!]{0,20}\b"
    r"(?:ends?|finish(?:es)?|termina|acaba|endet|finit) "
    r"(?:with|in|on|en|con|mit|auf|par) [\"'«“]?-?([^\W\d_]+)"
)
_GAPS = re.compile(r"(?<!\w)(?:[^\W\d_]|_)(?:[ -](?:[^\W\d]|_)){4,}(?!\w)")
_BLANKED = re.compile(r"(?<!\w)(?:[^\W\d_]+_{1,3})+[^\W\d_]*(?!\w)|(?<!\w)_[^\W\d_]{3,}(?!\w)")
_PLACES = ("first", "second", "third", "fourth", "fifth", "last")
_WORD_PLACED = re.compile(
    rf"^\W*(?:so |then )?(?:it(?:'s| is) )?the ({'|'.join(_PLACES)}) word"
    rf"(?: (?:of|in)(?: \w+){{1,3}})?\W*$|"
    rf"\bthe ({'|'.join(_PLACES)}) word\b(?:(?: of| in)(?: \w+){{1,3}})?(?:,|;)? "
    rf"(?:is (?:it|the (?:1|one)|your|the (?:answer|right))|that(?:'s| is)? (?:one|it))"
    rf"|\b(?:it's|it is|choose|pick|take) the ({'|'.join(_PLACES)}) word\b"
)
_QUOTED = re.compile(r"[\"'«“](\S[^\"«»“”]{6,200}?)[\"'»”](?!\w)")
_UNKNOWN = re.compile(r"(?<![a-z'])[a-z](?![a-z'])")
_TERM = re.compile(r"-?\d+[a-z](?:\^\d)?")
_SEVERAL = re.compile(r"\b(\d+) ([a-z])'?s\b")
_TOGETHER = re.compile(r"\b(?:add|put|sum) (?:them|these|those|both|the two)\b")
_THEN_MORE = re.compile(
    r"\b(?:add|plus|s[uú]ma(?:le)?|añ[aá]de(?:le)?) "
    r"(?:the |another |the other |those |(?:1|one) more |one )?(\d+|(?<=one )\w+)\b"
    r"(?! (?:to|and|a)\b)|\band (?:1|one|another) more (\d+|(?<=more )\w+)\b"
)
_THEN_LESS = re.compile(
    r"\b(?:take|subtract|qu[ií]ta(?:le)?|r[eé]sta(?:le)?) (?:the |another |1 |one )?"
    r"(\d+|(?<=one )\w+)(?: off| away)?(?! (?:from|off|away|de)\b)\b"
)
_IN_SHORT = re.compile(r"\b(?:in|of|was|it's) (\d\d)(?=[.!,]|$)")
_ROMAN = re.compile(r"(?<!\w)[MDCLXVI]{3,}(?!\w)")
_ROMANS = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
_SHORT_YEAR = re.compile(r"(?<![\w'])'(\d\d)(?![\w'])")


def gapped(read: str, forms: Sequence[str], shown: str) -> str:
    """A word with few of its letters left out: “w_nt”."""
    for hit in _BLANKED.finditer(read if "_" in read else ""):
        blanks = hit[0].count("_")
        if 3 * blanks > len(hit[0]) or hit[0] in shown:
            continue
        pattern = re.compile(hit[0].replace("_", "[^\\W\\d_]"))
        if any(pattern.fullmatch(form) for form in forms):
            return hit[0]
    return ""


def pieced(read: str, forms: Sequence[str]) -> str:
    """The form whose two pieces stand one after the other: “photo- and then -synthesis”."""
    pieces = ["".join(hit.groups("")) for hit in _PIECE.finditer(read)]
    made = {a + b for a, b in itertools.pairwise(pieces)}
    made |= {
        form
        for hit in _BEGINS_ENDS.finditer(read)
        for form in forms
        if form.startswith(hit[1])
        and form.endswith(hit[2])
        and len(hit[1] + hit[2]) >= len(form) - UNSAID
    }
    made |= {_filled(hit[0], forms) for hit in _GAPS.finditer(read)}
    whole = {"".join(hit.groups()) for hit in _BEGINS_ENDS.finditer(read)}
    return next(
        (form for form in forms if (len(form) >= LEAST_PIECED and form in made) or form in whole),
        "",
    )


def _filled(gaps: str, forms: Sequence[str]) -> str:
    """The form that fills the gaps of “c _ n b e r r a”, when most of its letters are given."""
    letters = re.sub(r"[\s-]", "", gaps)
    for form in forms:
        same = len(form) == len(letters) and all(
            a in {"_", b} for a, b in zip(letters, form, strict=True)
        )
        if same and letters.count("_") * 3 <= len(letters):
            return form
    return ""


def placed(read: str, forms: Sequence[str], shown: str) -> str:
    """The words that name the answer by its place in the sentence that the question quotes."""
    quoted = _QUOTED.search(shown)
    words = re.findall(r"[^\W\d_]+(?:'[^\W\d_]+)?", quoted[1]) if quoted else []
    for hit in _WORD_PLACED.finditer(read):
        place = next(group for group in hit.groups() if group)
        at = len(words) - 1 if place == "last" else _PLACES.index(place)
        if 0 <= at < len(words) and words[at] in forms and not NOT.search(read[: hit.start()]):
            return hit[0]
    return ""


def by_terms(read: str, forms: Sequence[str], shown: str) -> str:
    """The sum all of whose terms are said, one by one: “3a from the a's … 5b from the b's”."""
    stated = _SEVERAL.sub(r"\1\2", " ".join(s for s in sentences(read) if not QUESTION.search(s)))
    for form in forms:
        terms = _terms(form)
        if terms and all(_stands(term, stated) and not _stands(term, shown) for term in terms):
            return form
    return ""


@lru_cache(maxsize=2048)
def _terms(form: str) -> tuple[str, ...]:
    """The terms of a sum of several; none of any other form."""
    tight = re.sub(r"[\s*]", "", form)
    terms = tuple(_TERM.findall(tight.replace("+", " ")))
    return terms if len(terms) > 1 and "".join(terms) == tight.replace("+", "") else ()


def _stands(term: str, text: str) -> bool:
    return re.search(rf"(?<![\w.]){re.escape(term.lstrip('-'))}(?![\w^])", text) is not None


def tried_out(read: str, shown: str, value: Fraction) -> str:
    """The side of the question's equation in which the text puts `value` for the unknown."""
    if "=" not in shown or value.denominator != 1:
        return ""
    tight = re.sub(r"[\s()*]", "", read)
    for side in re.findall(r"[\w\s()*+/^-]+(?==)|(?<==)[\w\s()*+/^-]+", shown):
        side = re.sub(r"^.*[a-z]{2,} ", "", side.strip())
        filled = re.sub(r"[\s()*]", "", _UNKNOWN.sub(str(value), side))
        plain = re.sub(r"[\s()*]", "", side)
        if filled != plain and len(filled) >= 3 and re.search(r"[-+/]", filled):
            at = tight.find(filled)
            if at >= 0 and not tight[at - 1 : at].isdigit() and "?" not in tight[at:]:
                return filled
    return ""


_PUT_IN = re.compile(
    r"\b(?:plug|put|substitut|insert)\w*(?: in)? (-?\d+(?:\.\d+)?)\b[^.?]{0,60}"
    r"(?:works\b|that's (?:your|it|the)|is true|checks out|fits|comes out)"
)


def put_in(read: str, value: Fraction) -> str:
    """The words that put `value` in and say that it fits."""
    for hit in _PUT_IN.finditer(read):
        if Fraction(hit[1]) == value:
            return hit[0]
    return ""


def put_together(sentence: str, values: Sequence[Fraction], value: Fraction) -> str:
    """The words that leave only the last two numbers of a sentence to be added."""
    hit = _TOGETHER.search(sentence)
    if hit and len(values) >= 2 and values[-2] + values[-1] == value:
        return hit[0]
    for hit, sign in [(one, 1) for one in _THEN_MORE.finditer(sentence)] + [
        (one, -1) for one in _THEN_LESS.finditer(sentence)
    ]:
        said_last = said.figures(next(group for group in hit.groups() if group))
        if not said_last.isdigit():
            continue
        before = [one for one in values if one != int(said_last)]
        if before and before[-1] + sign * int(said_last) == value:
            return hit[0]
    return ""


def dated(text: str, value: Fraction) -> str:
    """A number above 12 in Roman numerals, or a year by its last two digits."""
    for hit in _ROMAN.finditer(text if value > NUMBERED else ""):
        if of_roman(hit[0]) == value:
            return hit[0]
    if 1000 <= value <= 2099 and value.denominator == 1:
        for hit in _SHORT_YEAR.finditer(text.replace("’", "'")):
            if int(hit[1]) == int(value) % 100:
                return hit[0]
        for hit in _IN_SHORT.finditer(said.figures(text.casefold())):
            if int(hit[1]) == int(value) % 100:
                return hit[0]
    return ""


def of_roman(written: str) -> int:
    """What a Roman numeral stands for."""
    total = 0
    for one, after in zip(written, [*written[1:], ""], strict=True):
        size = _ROMANS[one]
        total += -size if after and _ROMANS[after] > size else size
    return total
