"""Two numbers that a learner asks to have compared: “is 3/6 the same as 1/2”, “which is bigger, 0.4 or 3/8”. Pure."""

import re
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from tutor.items.item import Item
from tutor.items.reveal import secret_of
from tutor.items.reveal.said import figures, plain
from tutor.items.reveal.secret import number
from tutor.items.reveal.worked import evaluate

_VALUE = r"-?\d+ \d+/\d+|-?\d+/\d+|-?\d+(?:\.\d+)? ?%|-?\d+\.\d+|-?\d+"
_A, _B = rf"(?P<a>{_VALUE})", rf"(?P<b>{_VALUE})"
_SUM = rf"(?:{_VALUE})(?: ?[-+*/×·÷:−] ?(?:{_VALUE}))+"
_OPENS = (
    r"^¿?(?:(?:so|but|and|wait|ok|um+|hey|oh|hmm+|then|like|does that mean|y|entonces|pero|oye|"
    r"now|(?:can|could) (?:you|u)(?: now)?(?: please| pls)?|please|pls|just|"
    r"tell me(?: if| about| bout)?|i (?:want to|wanna) know(?: if)?|do you know if|say if|if) )*"
)
# What is said around a comparison, and has no number of its own.
_TALK_BEFORE = re.compile(
    r"^(?=\D*\b(?:is|are|does|do|which|what|whats) )[^\d?]{3,80}?"
    r"(?=\b(?:is|are|does|do|which|what|whats)\b(?: one)?(?: is)?(?: the)?"
    r"(?: bigger| larger| greater| more| smaller| less)?,? ?:? -?\d)"
)
_HALF = re.compile(r"(?<![\w/])(?<!a )(?:one )?half\b(?! of (?!\d))")  # “more than half”
_PART_OF = re.compile(r"(?<![\d/])(\d+/\d+) of (?=\d)")  # “half of 3/4”
_WHETHER = re.compile(
    rf"\b(?:if|whether) ({_VALUE}) (?:is|are) (bigger|larger|greater|more|smaller|less|the same|equal)\b"
)
_TALK_AFTER = re.compile(
    r"(?<=[\d%]),? (?:cos|because|cuz|bc|and|but|or not|right|innit|pls|please|though|tho|"
    r"then|lol|i (?:say|think|thought|reckon|bet))\b\D*$|"
    r"(?<=\bbigger),? (?:cos|because|i (?:say|think))\b\D*$"
)
_MORE = r"bigger|larger|greater|more|higher|longer"
_LESS = r"smaller|less|lower|fewer|littler|shorter"
_MAS, _MENOS = r"mayor|m[aá]s(?: grande)?", r"menor|m[aá]s peque[nñ][oa]|menos"
_SAME = r"(?:exactly |also |really |just )?(?:the same (?:as|thing as)|equal to|equals?|equivalent to|worth|=|same as)"
_FORMS = tuple(
    re.compile(rf"{_OPENS}(?:{form}) ?\?*$")
    for form in (
        rf"(?:is|are|does|do) {_A} (?:{_SAME}) {_B}",
        (
            rf"(?:is|are|does|do) {_A} and {_B} (?:also )?(?:the same|equal|equivalent)"
            rf"(?: (?:thing|amount|number|fraction)s?)?"
        ),
        rf"(?:is|are) {_A} (?:(?P<more>{_MORE})|(?P<less>{_LESS})) than {_B}",
        (
            rf"(?:(?:which|what|whats|what's|which one)(?: is| one is|'s)?|is)(?: the)? "
            rf"(?:(?P<most>{_MORE})|(?P<least>{_LESS})),? ?:? {_A},? or {_B}"
        ),
        rf"(?:is|are) {_A} (?P<most>(?:{_MORE}) or (?:{_LESS})|(?:{_LESS}) or (?:{_MORE})) than {_B}",
        rf"(?:es|son) {_A} (?:lo mismo que|igual (?:a|que)|equivalente a) {_B}",
        rf"(?:es|son) {_A} y {_B} (?:lo mismo|iguales|equivalentes)",
        rf"es {_A} (?:(?P<more>{_MAS})|(?P<less>{_MENOS})) que {_B}",
        (
            rf"(?:cu[aá]l|qu[eé]|que fracci[oó]n) (?:n[uú]mero )?es (?:el |la )?"
            rf"(?:(?P<most>{_MAS})|(?P<least>{_MENOS})),? ?:? {_A},? o {_B}"
        ),
        rf"is {_A} or {_B} (?:the )?(?:(?P<most>{_MORE})|(?P<least>{_LESS}))(?: one)?",
        (
            rf"(?:is |between )?{_A},? (?:or|and) {_B},? (?:which|what|whats|what's)(?: one| 1)?"
            rf"(?: is|'s)?(?: the)? (?:(?P<most>{_MORE}|biggest|largest|greatest)|"
            rf"(?P<least>{_LESS}|smallest|least))(?: one)?"
        ),
        rf"(?:(?:the )?difference between |compare )?{_A} (?P<most>vs?\.?|versus) {_B}",
        rf"compare {_A} (?P<most>and|with|to) {_B}",
        rf"{_A} is (?:(?P<more>{_MORE})|(?P<less>{_LESS})) than {_B},? ?(?:right|correct|yes|no|isn't it|innit|true)",
    )
)
# A sum of the learner's own with its result: “1/2 + 1/3 = 2/5 right?”, “is 1/4 + 1/4 a half” is not.
_SUMMED = re.compile(
    rf"{_OPENS}(?:(?:is|does|do|why is|why isn't|es) )?(?P<a>{_SUM}) ?"
    rf"(?:=|equals?|makes?|is|es|son|then|also|the same as|equal to) ?{_B},? ?"
    rf"(?P<asks>right|correct|true|yes|no|verdad|is that right|is it right)? ?(?P<mark>\?*)$"
)
_STATED = re.compile(rf"{_OPENS}{_A} is (?:{_SAME}) {_B},? ?(?:right|correct|yes|no)? ?\?+$")


class Asked(StrEnum):
    """What is asked of two numbers."""

    SAME = "same"
    MORE = "more"  # whether the first is more
    LESS = "less"
    WHICH_MORE = "which_more"
    WHICH_LESS = "which_less"


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """Two numbers as written, what is asked of them, and their exact values."""

    first: str
    second: str
    values: tuple[Fraction, Fraction]
    asked: Asked

    @property
    def key(self) -> str:
        """Which phrase tells how they compare."""
        a, b = self.values
        match self.asked:
            case Asked.SAME:
                return "compared.same" if a == b else "compared.not_same"
            case Asked.WHICH_MORE | Asked.WHICH_LESS:
                return "compared.neither" if a == b else f"compared.{self.asked}"
            case Asked.MORE | Asked.LESS:
                if a == b:
                    return "compared.not_but_same"
                return "compared.so" if (a > b) is (self.asked is Asked.MORE) else "compared.not_so"

    @property
    def larger(self) -> str:
        """The one that is more; the first where they are equal."""
        return self.first if self.values[0] >= self.values[1] else self.second

    @property
    def smaller(self) -> str:
        """The other one."""
        return self.second if self.larger is self.first else self.first


def compared(text: str) -> Compared | None:
    """The comparison that a message asks for; None where it asks something else."""
    read = re.sub(r"\s+", " ", figures(plain(text))).strip(" .!")
    read = _PART_OF.sub(r"\1 × ", _HALF.sub("1/2", read))
    read = _WHETHER.sub(r"is \1 \2", read)
    hit = _found(read) or _found(_TALK_AFTER.sub("", _TALK_BEFORE.sub("", read)))
    hit = hit or _summed(read)
    if hit is None or hit["a"] == hit["b"]:
        return None
    values = (
        evaluate(hit["a"].replace(" %", "%").replace("×", "*")),
        number(hit["b"].replace(" %", "%")),
    )
    if values[0] is None or values[1] is None:
        return None
    named = {name for name, found in hit.groupdict().items() if found}
    asked = (
        Asked.WHICH_MORE if "most" in named
        else Asked.WHICH_LESS if "least" in named
        else Asked.MORE if "more" in named
        else Asked.LESS if "less" in named
        else Asked.SAME
    )  # fmt: skip
    return Compared(first=hit["a"], second=hit["b"], values=(values[0], values[1]), asked=asked)


def _found(read: str) -> re.Match[str] | None:
    """The first form that a whole message has."""
    return next((hit for form in (*_FORMS, _STATED) if (hit := form.match(read))), None)


def _summed(read: str) -> re.Match[str] | None:
    """A sum with its result, where it is asked about and not stated."""
    hit = _SUMMED.match(read)
    asked = hit is not None and (
        hit["asks"] or hit["mark"] or re.search(r"(?:is|does|do|why is|es) -?\d", read)
    )
    return hit if asked else None


def beside(text: str, item: Item | None) -> Compared | None:
    """The comparison that a message asks for, where telling it does no part of the open item.

    What the item itself compares, and its answer, are left to the learner.
    """
    found = compared(text)
    if found is None or item is None:
        return found
    secret = secret_of(item)
    inside = all(one in secret.shown for one in (found.first, found.second))
    return None if inside or secret.value in found.values else found
