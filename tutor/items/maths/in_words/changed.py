"""Words beside a number or formula that make another of it: "twice 5", "at least 5", "5 doubled", "i crossed out 5"."""

import re

from tutor.items.maths.notation.lexer import Unreadable

_CHANGED = re.compile(
    r"(?:\b(?:square|cube|double|twice|triple|half|third|quarter|reciprocal|opposite|inverse|power|roots?|"
    r"logarithm|factorial|multiple|factor|mitad|medi[oa]|tercio|cuarto|doble|triple|raíz|raiz|cuadrado|"
    r"moitié|tiers|quart|racine|"
    r"carré|hälfte|drittel|viertel|wurzel|quadrat|doppelte[sn]?)\s+(?:of\s+|de\s+|von\s+)?(?:the\s+|an?\s+)?)$"
    r"|\b(?:negative|negation|absolute value|modulus|magnitude|complement|supplement|logarithm|"
    r"sine|cosine|tangent|conjugate)\s+of\s+(?:the\s+)?$"
    r"|\b(?:(?:kleiner|größer|mehr|weniger|höher|niedriger) als|"
    r"(?:doppelt|halb) so (?:viel|groß|hoch) wie|(?:más|menos) de|(?:mayor|menor) que|"
    r"(?:plus|moins) de|(?:plus|moins) (?:grand|petit) que)\s+$"
    # what was struck out, or said before
    r"|\b(?:(?:crossed|crossing|rubbed|rubbing|scribbled|scratched|ruled|ruling|struck|blotted) "
    r"(?:it |that )?out|erased|deleted|eliminated|rejected|discarded|hardly|scarcely|barely|"
    r"doubt (?:that )?(?:it ?['’]?s|it is|it was)|used to (?:be|have|say)|"
    r"(?:first|before|earlier|originally|initially|previously) (?:i|we) "
    r"(?:had|got|said|thought|put|wrote)|"
    r"doubled|halved|tripled|squared|cubed|"
    r"(?:double|half|twice|triple|a third|a quarter)(?: of)?"
    r"(?: (?:it|that|this|(?:the|my|its) \w+))?(?: is| was| =| equals| makes)|"
    r"(?:minus|subtract|take|took) (?:it|that|this) (?:away )?from|"
    r"borr[eé]|tach[eé]|elimin[eé]|descart[eé])\s+$"
    # words that give a bound, another number, or the number of something else
    r"|\b(?:(?:less|more|greater|smaller|fewer|bigger|larger|higher|lower) th[ae]n|"
    r"at (?:least|most)|up to|(?:anything|everything|all|any number) (?:but|bar|save)|other than|"
    r"except(?: for)?|apart from|besides|"
    r"after|before|under|over|above|below|past|beyond|divisible by|closer? to|near|between|"
    r"next to|instead of|rather than|almost|nearly|not quite|"
    r"questions?|exercises?|problems?|page|chapter|grade|import|eval|exec|lambda|mindestens|"
    r"höchstens|unter|über|bis zu|fast|beinahe|knapp|casi|cerca de|cerca del?|presque|près de|al menos|como mucho|"
    r"au moins|au plus)\s+$",
    re.I,
)
_BOUND_BEHIND = re.compile(
    r"[\d%½¼¾⅓⅔]\s+(?:of (?:an?|one) "
    r"(?:hal(?:f|ves)|(?:third|quarter|fourth|fifth|sixth|eighth|tenth|hundred|thousand|million|"
    r"dozen)s?)|at (?:the )?(?:least|most)|minimum|maximum|tops|"
    r"(?:away|off|far) from (?:it|that|the (?:real |right )?answer)|short of (?:it|that)|mod|plus|"
    r"over|divided by|multiplied by|(?:more|less|fewer) th[ae]n|"
    r"problems?|questions?|exercises?|sums|"
    r"is what i (?:had|got|put|said|thought|wrote) (?:before|first|at first|earlier|originally)|"
    r"is what (?!i\b|we\b)\w+ (?:put|said|says|got|wrote|thinks?|thought)\b.*|"
    r"(?:at first|before|originally|initially|earlier)"
    r"(?:,? (?:but|and then) (?:i |it )?(?:changed|got|was)\b.*)?|"
    r"(?:is|was|seems|looks|sounds) (?:(?:so|too|very|really|super|kinda|pretty) )*"
    r"(?:hard|easy|tricky|difficult|confusing|weird|long|boring))\W*$",
    re.I,
)  # "8 at least", "number 12 is hard", "i did 12 problems"
_STRUCK_OUT = re.compile(  # "i crossed 7 out", "took 7 away"
    r"\b(?:cross(?:ed|ing)|rubb(?:ed|ing)|scribbl(?:ed|ing)|scratched|ruled|ruling|left|leaving|threw|"
    r"took|taking|struck|blotted)\s+(?:the\s+)?[-−]?\d[\d.,/]*\s+(?:out|off|away|back)\b",
    re.I,
)
_PASSED_OVER = re.compile(
    r"\b(?:skip(?:ped|ping)?|stuck on|stopped at|finished|done with)\s+(?:number\s+|#\s*)?$", re.I
)
_ABOUT = re.compile(r"\s(?:(?:about|around|roughly|like|exactly|just)\s+|[≈~=]\s*)$", re.I)
_SIGN_BEFORE = re.compile(r"\b(?:minus|negative|plus|times|menos)\s+$", re.I)
_CHANGED_BEHIND = re.compile(
    r"^[\s,.;:!?)$°]*(?:(?:and|but|then|which|it|its|it['’]s|is|was|seems|looks)\s+)*"
    r"(?:(?:[^\W\d_/]+\s+){1,2}(?!squared|cubed))?"  # "6 apples at least"
    r"(?:doubled|halved|tripled|trebled|quadrupled|squared|cubed|inverted|negated|"
    r"(?:take away|add|plus|minus|times|divided by) (?:something|some(?: more)?|whatever|a number|a few)|"
    r"into (?:it|that|this|them)|"
    r"at (?:the )?(?:least|most)|or (?:more|less|fewer|higher|lower|above|below|over|under)|"
    r"(?:way |far |much |a bit |a little |probably |maybe )*too "
    r"(?:small|big|large|much|many|low|high|little|few|long|short|late|early|fast|slow|far|near|"
    r"heavy|light|hot|cold)|"
    r"(?:plus|minus|times) (?:one|two|three|four|five|six|seven|eight|nine|ten|a bit|some|\d+)|"
    r"plus|no|nope|not (?:it|that|right)|isn['’]?t (?:it|right|correct)|duplicado|al menos|"
    r"como m[ií]nimo|o m[aá]s|o menos)\W*$"
    r"|\bbut (?:no|not|nope|i (?:don['’]?t|do not|disagree)|"
    r"(?:it['’]?s|that['’]?s|its|thats|it is|that is) (?:wrong|not))\b[^\d]*$",
    re.I,
)


def unchanged(before: str, *, signs: bool = False) -> None:
    """Raises `Unreadable` where the words before a number make another of it; `signs` looks at "minus" too."""
    before = _ABOUT.sub(" ", before.rstrip("( ") + " ")
    if _CHANGED.search(before) or (signs and _SIGN_BEFORE.search(before)):
        raise Unreadable("Write it with numbers and signs.", 0)


def unchanged_behind(behind: str) -> None:
    """Raises `Unreadable` where the words behind a number or formula make another of it."""
    if _CHANGED_BEHIND.search(behind[:200]):
        raise Unreadable("Write it with numbers and signs.", 0)


def number_changed_behind(text: str) -> bool:
    """Whether words behind a number give a bound, or speak of something that is not the answer."""
    return bool(_BOUND_BEHIND.search(text) or _STRUCK_OUT.search(text))


def passed_over(before: str) -> bool:
    """Whether the number that comes is that of an exercise left out: "i skipped 12"."""
    return _PASSED_OVER.search(before) is not None
