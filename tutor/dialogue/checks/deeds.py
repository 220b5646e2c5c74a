"""Deeds that only code does: what a draft claims to have done, or promises, is not its to say (pure).

“I have told your teacher” is true only after a delivery (`safety.crisis`); grades, mastery and the
next item are code's.
"""

import re

from tutor.dialogue.checks.objection import Objection, Rule

_ADULT = (
    r"(?:teachers?|tutor|school|head ?teacher|principal|parents?|mum|mom|dad|mother|father|"
    r"guardian|counsell?or|family|an adult|somebody|someone|police)"
)
_I = r"\bi(?:'ve|'ll|'m| have| will| am| can| just| already|)(?: now| just| already| also| gladly| happily)?"
_DEED = re.compile(
    rf"{_I} (?:going to )?(?:told|tell|telling|informed?|notified|notify|notifying|messaged?|"
    rf"e-?mailed?|called?|calling|alerted?|contact(?:ed|ing)?|let|letting|wrote to|writing to|"
    rf"report(?:ed|ing)?(?: this| it)? to) (?:it |this |that )?(?:to )?(?:your |the |an? )?"
    rf"(?:\w+ )?{_ADULT}\b"
    rf"|\byour {_ADULT} (?:has|have|was|were|will be|is|are) (?:already |now |being )?(?:been )?"
    rf"(?:told|informed|notified|alerted|contacted)\b|"
    rf"\byour {_ADULT} (?:knows?|will know) (?:about )?(?:this|it|now)\b"
    rf"|{_I} (?:going to )?(?:mark(?:ed|ing)?|record(?:ed|ing)?|save[ds]?|saving|chang(?:ed?|ing)|"
    rf"rais(?:ed?|ing)|set|updat(?:ed?|ing)|grad(?:ed?|ing)|give|gave|given|giving|add(?:ed|ing)?|"
    rf"award(?:ed|ing)?|unlock(?:ed|ing)?|register(?:ed|ing)?) "
    rf"(?:you |it |this |that |your |the |another |some |extra |full |bonus )*(?:\w+ )?"
    rf"(?:as (?:correct|right|mastered|done|complete[d]?|passed|solved)|scores?|grades?|marks?|"
    rf"points?|mastery|progress|level|credit|stars?|badges?)\b"
    r"|\b(?:your|the) (?:score|grade|mark|mastery|level) (?:is|was|has been) (?:now |been )?"
    r"(?:raised|changed|updated|set|saved|recorded)\b"
    r"|\byou(?:'ve| have)(?: now| just| already)? (?:finished|completed|passed|mastered) "
    r"(?:the|this|your) (?:course|skill|unit|topic|test|quiz|level)\b"
    r"|\bi(?:'ll| will) (?:remember|keep) (?:this|that|it)(?: (?:for|in mind))?\b|"
    r"\bi(?:'ll| will| can)? (?:skip(?:ped)?|unlock(?:ed)?|turn(?:ed)? off) (?:this|that|it|the)\b"
    r"|\b(?:le|les|ya|lo) (?:he|hemos|voy a) (?:avis|inform|cont|dicho|notific)\w*|"
    r"\bhe (?:avisado|informado|contado|notificado|dicho) (?:a|al|esto a) "
    r"(?:tu|tus|un|una|la|el)\b|\bavisaré a\b|"
    r"\b(?:he|voy a) (?:marca|guarda|cambia|subi|registra|pon)\w* (?:\w+ )?"
    r"(?:como|tu nota|tu puntuaci[oó]n|la nota)\b|"
    r"\bhas (?:terminado|completado|superado) (?:el|este|la|esta) (?:curso|tema|unidad|prueba)\b"
    r"|(?:أخبرت|اخبرت|سأخبر|ساخبر|أبلغت|ابلغت) (?:معلم|والد|مدرس|أهل|اهل|المدرس)|"
    r"(?:غيرت|رفعت|سجلت|حفظت) (?:درجتك|علامتك|هذا)",
    re.IGNORECASE,
)
_NEXT = re.compile(
    (
        r"\b(?:next|new|another|different) (?:question|item|problem|exercise|task)\b"
        r"(?=\s*(?:[.:!,]|is\b|$))|\blet'?s (?:move on|skip|leave)\b|"
        r"\b(?:siguiente|otra|nueva) (?:pregunta|tarea|ejercicio)\b|السؤال التالي|سؤال جديد"
    ),
    re.IGNORECASE,
)


def deed(sentence: str, *, echoes: str = "", stays: bool = False) -> Objection | None:
    """A deed claimed or promised; with `stays` (the item remains open) going on to another one too.
    `echoes` is text that may be said anyway."""
    for sign in (_DEED, _NEXT) if stays else (_DEED,):
        for hit in sign.finditer(sentence):
            if hit[0].casefold() not in echoes.casefold():
                return Objection(rule=Rule.DEED, said=hit[0])
    return None
