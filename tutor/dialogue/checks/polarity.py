"""Whether a sentence takes the learner's response for right or wrong, against the grade."""

import re

from tutor.dialogue.checks.objection import Objection, Rule
from tutor.items.grade import Verdict

_RIGHT = re.compile(
    r"^\W*(?:yes[,!. ]+)?(?:(?:that'?s |it'?s |you(?:'re| are) |"
    r"your (?:answer|response|result|solution) is |this is |absolutely |exactly |completely |"
    r"totally |quite |all |indeed )*"
    r"(?:correct|right|spot on|perfect|exactly|bingo|well done|excellent|bravo|"
    r"you(?:'ve| have)? got it|nailed it|good job|great job|nice job|awesome|fantastic)\b)"
    r"(?! (?:idea|track|direction|start|thinking|question|approach|way|path|try|effort|"
    r"to (?:ask|think|wonder|start)|that\b|about|at (?:first|spotting)|for (?:trying|asking)|"
    r"in (?:part|one)|now,? (?:let|look)|answer (?:is|comes|lies|would)|up to|until|so far|but|"
    r"unit|place|kind))(?![^.!?]{0,12}\b(?:but|except|until|only)\b)"
    r"|\b(?:that(?:'s| is)|you(?:'re| are)|"
    r"your (?:answer|response|result|solution)(?:,? [\w/.+-]+,?)? is|it(?:'s| is)|this is|"
    r"which is) (?:absolutely |exactly |completely |totally |perfectly |indeed |100 ?% |entirely |"
    r"quite |now )*(?:correct|right|spot on|perfect|the (?:right|correct) answer)\b"
    r"(?! (?:idea|track|direction|start|thinking|approach|way|path|to |that|about|in (?:part|one)|"
    r"up to|so far|place|unit|kind|for|if|when|only))(?!,? but\b)"
    r"|\byou (?:got|have|nailed|solved) (?:it|this)(?: (?:right|correctly))?\s*[.!]|"
    r"\b(?:well done|good job|great job)[,!.]* "
    r"(?:that|you(?:'ve)? (?:got|solved|found)|it'?s|your answer)"
    r"|\byou (?:nailed|cracked|aced|smashed) (?:it|this|that|the (?:answer|question|problem))|"
    r"\b(?:your (?:answer|response|result|solution)|that) "
    r"(?:checks out|works(?: out)?|holds up|adds up)\s*[.!]|"
    r"^\W*(?:full marks|top marks|10 ?/ ?10|10 out of 10|100 ?%)\s*[.!]|"
    r"\b(?:give|get|gets|deserves?|earned) (?:you |it )?(?:full|top) marks"
    r"|\bi (?:completely |totally |fully )?agree with (?:you|your answer)\s*[.!]|"
    r"\bthat(?:'s| is) (?:exactly )?what i (?:got|get|have)\b|"
    r"^\W*no mistakes?(?: there| here| in that)?\s*[.!]|\bcouldn'?t be better\b|"
    r"\byou(?:'re| are) on fire\b|[✅💯👍🎉✔]|^\W*yes[,!.]? +(?:it(?:'s| is) )?[-$]?\d[\d.,/]*\s*[.!]"
    r"|\b(?:tienes|tenés) (?:toda la |mucha )?raz[oó]n(?! (?:en|al)\b)|"
    r"\b(?:has acertado|acertaste|lo clavaste|est[aá]s en lo cierto|bien resuelto)\b"
    r"|(?<!\w)(?:أصبت|اصبت|أنت على حق|انت على حق|جوابك صحيح)"
    r"|\b(?:es|está|esta) (?:totalmente |completamente |muy )?"
    r"(?:correct[oa]|bien|perfect[oa])\s*[.!]|"
    r"^\W*(?:sí[,!. ]+|si[,!. ]+)?"
    r"(?:correcto|exacto|perfecto|muy bien|excelente|¡?bien hecho|así es|eso es)\s*[.!,](?! pero)"
    r"|(?:إجاب(?:تك|ة) |اجاب(?:تك|ة) |هذا )(?:صحيح|صحيحة|صحيحه)|"
    r"^\W*(?:نعم[،,!. ]+)?(?:صحيح|أحسنت|احسنت|ممتاز|بالضبط|إجابة صحيحة)\s*[.!،]",
    re.IGNORECASE,
)
_WRONG = re.compile(
    r"^\W*(?:(?:nope|nah|wrong)\s*[.!,]|sorry,? (?:but )?(?:that|it|no)\b)|"
    r"^\W*(?:close|good try|nice try),? but\b|\byou(?:'ve)? missed (?:it|that|this|the)\b|"
    r"\bunfortunately\b|\b(?:that|this)(?: one)? (?:isn'?t|is not|wasn'?t) it\b(?!\s*\?)|"
    r"\b(?:isn'?t|is not|wasn'?t) what we(?:'re| are| were)? (?:looking|after)\b|"
    r"\blamentablemente\b|\bno has acertado\b|للأسف|للاسف|"
    r"\b(?:not (?:quite|exactly|correct|right|entirely (?:right|correct))|incorrect|"
    r"(?:that|it|this|answer)(?:'s| is| was)? (?:not|n't)(?: quite| entirely)? (?:right|correct)|"
    r"(?:that|it|this|your answer)(?:'s| is) (?:wrong|a mistake|off|an error)|"
    r"isn'?t (?:quite )?(?:right|correct)|"
    r"(?:you|there(?:'s| is)|you(?:'ve| have)) (?:made |got |have )?(?:a |an |it )?"
    r"(?:small |little )?(?:mistake|error|wrong)|try again|almost(?: there)?[.!,]|not yet|"
    r"incorrect[oa]|no es correct[oa]|no está bien|casi[.!,]|hay un error|te equivocaste|"
    r"inténtalo de nuevo|intentalo de nuevo)\b|غير صحيح|خطأ|خاطئ|ليس صحيح|حاول مرة أخرى|حاول مجدد",
    re.IGNORECASE,
)
_ELSEWHERE = re.compile(
    (
        r"\b(?:common|typical|frequent|many|often|if|could|would|might|avoid|easy to|without|no) "
        r"(?:\w+ ){0,3}(?:mistake|error|wrong|incorrect|not)|not (?:only|just)"
    ),
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:not|isn'?t|no|whether|if|until|when|would be|once)\W+(?:\w+\W+){0,2}$", re.IGNORECASE
)


def polarity(sentence: str, verdict: Verdict | None) -> Objection | None:
    """A verdict in the sentence that is not the grade's. None when nothing was graded."""
    match verdict:
        case Verdict.INCORRECT | Verdict.PARTIAL:
            hit = _affirmed(sentence)
        case Verdict.CORRECT:
            hit = _WRONG.search(sentence)
            hit = None if hit and _ELSEWHERE.search(sentence) else hit
        case Verdict.UNREADABLE | Verdict.UNCLEAR:
            hit = _affirmed(sentence) or _WRONG.search(sentence)
        case None:
            return None
    return Objection(rule=Rule.POLARITY, said=hit[0].strip()) if hit else None


def _affirmed(sentence: str) -> re.Match[str] | None:
    for hit in _RIGHT.finditer(sentence):
        if not _DENIAL.search(sentence[: hit.start()]) and "?" not in sentence[hit.end() :]:
            return hit
    return None
