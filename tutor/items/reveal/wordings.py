"""The wordings by which a text concludes, and what it denies or asks, shared by numbers and words (pure)."""

import re
from functools import lru_cache

CONCLUDES = re.compile(
    r"(?:=|≈|→|⇒|:|\b(?:is|are|was|be|equals?|makes?|gives?|gets?|got|get|left with|leaves|have|"
    r"has|total(?:s|ing)? (?:of|is)?|to|(?:gives|leaves) (?:us|you)|(?:comes?|came) out(?: as| at)?|ends? up with|answer|result|"
    r"solution|becomes?|comes (?:out )?to|exactly|actually|just|simply|only|about|approximately|"
    r"of|es|son|da|queda|salir|sale|obtienes|resultado|respuesta|igual a|est|sont|fait|donne|ist|sind|ergibt|macht|"
    r"يساوي|ف?هو|ف?هي|ف?الجواب|ف?الناتج|ف?النتيجه|تساوي))\s*[\"'(«]*\s*"
    r"(?:actually |just |simply |only |about |exactly |now |then |in fact |really |equal to |is |"
    r"a |an |the |\w+ = |[a-z] ?= ?|[$€£] ?){0,3}\(?$"
)
ANSWER = re.compile(
    r"\b(?:answer|result|solution|respuesta|resultado|solucion|solución|réponse|reponse|"
    r"resultat|résultat|antwort|ergebnis|lösung|losung|total|value|resposta|risposta)\b|"
    r"الجواب|الاجابه|الإجابة|الناتج|الحل"
)
TO_WRITE = re.compile(
    r"\b(?:so|just|then|now|simply|please|"
    r"(?:you|i|we)(?:'d| should| must| need to| have to| can| would)|to) "
    r"(?:write|type|enter|put|say|answer|pick|choose)(?: down| in)?:?\s*"
    r"(?:an? |the (?:number |value )?)?[\"'(«]*$"
)
# What is to be written stands alone, or goes into the place for it.
WRITTEN_AFTER = re.compile(
    r"[\"')»]*(?:(?: [a-z°%]{1,12})?\W*$|\s*(?:,|;|-|\(|\.|!)|\s+(?:in|into|there|here|down|as (?:the|your) answer)\b)"
)
HERE_IT_IS = re.compile(
    r"\b(?:there you (?:are|go|have it)|that's it|here it is|et voilà|voilà|"
    r"ahí (?:está|lo tienes))[,:!.]* (?:the |an? )?$"
)
# A sentence that says nothing but the value: “It is 28.”, “So you get 28 books.”
BARE_CLAIM = re.compile(
    r"^\W*(?:(?:so|then|and|now|thus|therefore|hence|well|yes|finally|then),? )*"
    r"(?:(?:it|that|this|you|we|they|there|which|she|he|[a-z])"
    r"(?:'s|'ll| will| would| must| has to| should)? ?)?"
    r"(?:is|are|be|equals?|makes?|gets?|gives?(?: us| you)?|have|has|=|es|son|da|est|fait|ist|"
    r"ergibt)(?: (?:just|simply|exactly|the same as|equal to|double of|twice|half of))*\s*[$€£(]?$"
)
IS_RIGHT = re.compile(
    r"[\"'»)]* (?:and )?(?:is|was) "
    r"(?:right|correct|the (?:right|correct) |the (?:only )?(?:one|1) (?:that |which )?(?:fits|works|is right)|"
    r"what (?:you|we) (?:want|need|should (?:get|find|have)|are (?:looking for|after)|were asked for)\b)"
)
IS_PRINTED = re.compile(
    r"\W*(?:[^.?!]{0,70}\b)?(?:that|which)(?:'s| is) what (?:gets|is|you(?:'ll)? see|we (?:print|get|see))\b"
)
# The rest of the learner's own working is said to stand, or to be gone through once more.
CARRY_ON = re.compile(
    r"\b(?:the rest|everything (?:else|after)|all the (?:rest|others?)|"
    r"(?:your|the) (?:other|next|second|third|last|following) (?:steps?|lines?)|otherwise|"
    r"(?:your|the) (?:subtraction|addition|division|multiplication|sum|working))\b"
    r"[^.?!]{0,40}\b(?:right|correct|fine|good|perfect|works?|same|again|stays?|follows?|too)\b"
    r"|\b(?:the same (?:steps?|way|working|subtraction|addition|division|multiplication)|"
    r"(?:the )?same as before|(?:carry|go|keep) on (?:just )?(?:as|like|from (?:there|here|that))|"
    r"as you did|like you did|just as before|as before|read off)\b"
    r"|\b(?:has|have|needs?) to follow\b|\bfollows? suit\b|\bthen (?:just )?(?:do|redo|repeat) (?:your|the)\b"
    r"|\b(?:use|put|take) (?:this|that|it|the)\b[^.?!]{0,24}\b"
    r"(?:where|instead|in (?:the )?place)\b|\bin (?:the )?place of\b"
    r"|\bfrom (?:here|there) on\b|\bkeep (?:all )?(?:of )?the rest\b"
)
# A number put somewhere, counted, or printed.
PUT_THERE = re.compile(
    r"(?:^|[,;:]|\b(?:so|then|just|now|must|should|to|and))\W*"
    r"(?:put|write|place|use|set|pon|escribe|coloca) (?:an? |the (?:number )?|un |el )?$"
)  # fmt: skip
THERE = re.compile(
    r" (?:in front of|before|in (?:the |its )?(?:box|gap|blank|square|space)|delante d|antes d|"
    r"en (?:el |la )(?:hueco|cuadro|caja))"
)  # fmt: skip
AS_MANY = re.compile(
    r"\b(?:how many|the number|the length|the amount)\b[^.?!]*, which (?:is|are|makes) $"
)
SHOWS = re.compile(
    r"\b(?:shows?|displays?|prints?|outputs?|(?:you(?:'d)?|will) see|appears?|muestra|imprime|"
    r"sale) (?:just |only |a |the number )*$"
)  # fmt: skip
OUTPUT = re.compile(r"\b(?:print|output|display|imprime|muestra|salida)")
COMES_TO = re.compile(
    r"\b(?:(?:comes?|came|coming) (?:out )?(?:to|as|at)|(?:comes?|came) out|ends? (?:up )?(?:with|at|as|being)|(?:everything|all (?:of it|together)|altogether)(?: together)? makes|"
    r"(?:gives|leaves|brings) (?:us|you) (?:with |to )?|"
    r"(?:tiene|debe|deber[ií]a|va a|ha de)(?: que)?(?: \w+)? (?:salir(?:te)?|dar(?:te)?|ser)|te (?:sale|da|queda)|"
    r"me sale|obtienes)\s*[$€£]?\s*$"
)
NOT = re.compile(
    r"\b(?:not|isn'?t|wasn'?t|aren'?t|never|instead of|rather than|no es|ليس|n'est pas|nicht|no)\s+(?:\w+\s+){0,2}$"
)
QUESTION = re.compile(r"[?؟]")
# A question that says what it asks: “It is 12, right?”
_TAGGED = re.compile(
    r",? ¿?(?:right|correct|isn't it|isn't that so|aren't they|don't we|"
    r"wouldn't (?:it|you|we|they)|verdad|no es así|no|sí|vale|nicht wahr|n'est-ce pas|"
    r"oder)\s?[?]\W*$"
)
# “Shouldn't it be …?”: what follows is said to be so.
RHETORICAL = re.compile(
    r"\b(?:shouldn't|wouldn't|isn't|mustn't|couldn't|doesn't|won't) "
    r"(?:it|that|this|x|you|we|the (?:\w+ )?\w+)(?: (?:be|get|give|make|have|equal))?"
    r"(?: (?:just|rather|actually|really|more like))?(?: the| an?)? ?[\"'(«$€£]*$"
    r"|\bno (?:sería|seria|es|será|son|serían|da)(?: más bien)?"
    r"(?: el| la| los| las| una?)? [\"'«]*$|\bأليست? (?:الناتج |الجواب |هو |هي )?$|"
    r"\bwäre (?:es|das) nicht [\"'«]*$|\bne serait-ce pas [\"'«]*$"
)
# A question hung on a statement (“…, can you see why?”) leaves the statement one.
SENTENCES = re.compile(
    r"(?<=[.!?؟])\s+(?=\S)|\n+|(?:, | - |; )"
    r"(?=(?:so |and |but |now )?(?:can|could|would|do|does|did|shall|will) (?:you|we)\b|"
    r"(?:so |and |now )?(?:what|how|why|which|where)\b[^.!]*\?)"
)


def asks(sentence: str) -> bool:
    """Whether a sentence asks; a statement with “…, right?” behind it does not."""
    return bool(QUESTION.search(sentence)) and not _TAGGED.search(sentence)


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a plain text, with questions cut off the statements that they hang on."""
    return tuple(piece for piece in SENTENCES.split(text) if piece.strip())
