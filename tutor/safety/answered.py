"""What a learner answers who was just asked whether something is wrong (pure)."""

import re

from tutor.safety.concern import Concern, Kind
from tutor.safety.normal import fold

_YES = (
    r"y|ye|yes|yea|yeah|yep|yup|yess+|kind of|kinda|sort of|a bit|maybe|i think so|true|it is|"
    r"i am|i do|he does|she does|they do|help(?: me)?|i need help|please help(?: me)?|pls help|"
    r"i(?:'m| am) not (?:ok|okay|safe|fine)|not really (?:ok|okay|safe|fine)|"
    r"(?:someone|somebody) is"
    r"|si|sii+|s|sip|simon|aja|claro|un poco|un poquito|a veces|mas o menos|creo que si|tal vez|"
    r"quizas|puede ser|es verdad|ayuda|ayudame|necesito ayuda|no estoy bien|no estoy a salvo"
    r"|نعم|اي|ايوه|ايوا|اه|اها|اجل|بلي|واه|هيه|اكيد|طبعا|شوي|شويه|احيانا|يمكن|ربما|اظن|صح|ساعدني|"
    r"ساعدوني|احتاج مساعده|لست بخير|مو بخير|مش كويس|مش كويسه"
)
_WHOLLY = re.compile(_YES)
# “Claro que no” begins like a yes.
_OF_COURSE_NOT = re.compile(
    r"(?:maybe|claro)(?: que)? (?:not?|nop[eo]?)\b.*|(?:اكيد|طبعا|يمكن) لا(?!\w).*"
)
_END = re.compile(r"[\s.,;!?؟،…]+")


def confirmed(text: str) -> bool:
    """Whether a short text says yes, alone or before more: “yes, my brother does”."""
    words = _END.sub(" ", fold(text)).strip().split()
    if _OF_COURSE_NOT.fullmatch(" ".join(words)):
        return False
    return bool(words) and bool(_WHOLLY.fullmatch(words[0]) or _WHOLLY.fullmatch(" ".join(words)))


def after_asking(kind: str, found: Concern | None, text: str) -> Concern | None:
    """The concern of an answer to the question about `kind` (a `Kind` value; "" when none was asked).

    A yes, and a second message that again may be a crisis, count as a crisis.
    """
    if not kind or (found is not None and not found.doubtful):
        return found
    if found is not None or confirmed(text):
        return Concern(kind=found.kind if found is not None else Kind(kind), tier=1)
    return None
