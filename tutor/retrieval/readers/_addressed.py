"""Words that are said to a machine: how a hidden order in a document names whom it wants to move.

Lessons about machines must stay (“A chatbot is a program”): a name alone is never enough; it is
spoken to, told what it must do, or told about “this page”.
"""

import re
from collections.abc import Iterator

_AI = r"(?-i:AIs?|LLMs?|GPTs?)"
_MACHINE = (
    rf"(?:(?:{_AI}|automated|virtual|digital)[ -]"
    rf"(?:assistants?|models?|systems?|tutors?|agents?|helpers?|readers?|tools?|graders?|staff|"
    rf"captioners?)"
    rf"|{_AI}|chat ?bots?|bots?|(?:large )?language models?|copilots?|"
    rf"(?:tutor|tutoring|reader|captions) "
    rf"(?:bots?|programs?|software|assistants?|models?|systems?))"
)
_ANYBODY = rf"(?:{_MACHINE}|assistants?|agents?|models?)"
_DO = (
    r"(?:ignore|say|tell|reveal|output|print|write|add|append|insert|include|open|fetch|visit|"
    r"recommend|mark|grade|award|rate|give|answer|respond|reply|"
    r"skip|stop|forget|replace|translate|describe|disclose|transcribe|treat|run|execute|call|send|"
    r"post|keep|raise|accept|change|continue|fill|list|"
    r"behave|speak|click|urge|praise|mention|show|read|hand|end|make|reset|state|introduce|claim|"
    r"greet|cite|refuse|finish|encode|present|decode|approve|copy)"
)
_POLITE = (
    r"(?:please |kindly |now |always |never |first |do not |don't |make sure to |remember to |"
    r"you (?:have to|must|should|will|are|can|may) )*"
)

_ADDRESSED = re.compile(
    "|".join(
        (
            # “note for language models”, “dear AI”
            (
                rf"\b(?:notes?|memo|message|notice|reminder|attention|instructions?|"
                rf"instruction block|directives?|p\.? ?s\.?|dear|hey|text|hidden \w+) ?[:,(]? ?"
                rf"(?:to |for |from \w+ to )?(?:the |any |all )?{_MACHINE}\b"
            ),
            r"\b(?:notes?|memo|reminder|attention) (?:to|for) (?:the |any |all )?(?:assistants?|agents|models)\b",
            rf"\bfor (?:machine|{_AI}) readers?\b",
            # “the instructions below are for the tutor bot: …”
            rf"\b(?:instructions?|rules|directions|orders|lines?|sentences?|paragraph|text|"
            rf"words)\b[^.\n]{{0,20}}\b(?:is|are) (?:only |just |meant |intended |written )*for "
            rf"(?:the |any |all |every )?{_MACHINE}(?=\s*(?:[:,.;]|$|only\b|alone\b))",
            # “assistant, open the link”, “AI: say that …”
            (
                rf"(?:\b(?:{_MACHINE}|assistants?|agents?)(?: [a-z]+ing this)?|"
                rf"\b(?:model|tutor)(?=[:,])|ai-instruction|"
                rf"llm-directive)[\"']?\s*[:,)]\s*[\"(]?{_POLITE}{_DO}\b"
            ),
            rf"\b{_MACHINE}\s*[:,]\s*(?:\w+ ){{1,4}}{_DO}\b|\bagents (?:that \w+ this \w+|must)\b[:,]? {_DO}\b",
            # “if you are a chatbot”, “when an AI reads this”
            rf"\bif you (?:are|can read this,? you are) (?:an?|the) {_ANYBODY}\b|\byou are an (?-i:AI)\b",
            (
                rf"\b(?:{_ANYBODY}|software|tutors?|graders?)\b[^.\n]{{0,25}}\b"
                rf"(?:reads?|reading|sees?|parses|process(?:es|ing)?|transcribing|"
                rf"summari[sz](?:es?|ing)|indexing|brows(?:es?|ing))\b[^.\n]{{0,12}}\bthis\b"
            ),
            r"\bwhoever (?:summari[sz]es|answers questions about|quotes) this\b",
            r"\bby processing this text\b|\bthis (?:document|file|page) overrides\b",
            # what machines must do
            (
                rf"\b(?:{_MACHINE}|the (?:assistant|model|chat partner|tutor|agent))\b"
                rf"(?: (?:\w+ ){{0,6}}?)(?:must|shall|should|has to|have to|"
                rf"(?:is|are) (?:requested|asked|authori[sz]ed|required) to|may not) "
                rf"(?:\w+ )?{_DO}\b"
            ),
            rf"\(to any {_MACHINE}|\[(?:begin|start) (?:hidden|secret|private)",
            # other languages
            (
                r"\b(?:nota|aviso|mensaje)s? (?:para|a) (?:los |las |la |el )?"
                r"(?:asistentes?|modelos?|sistemas autom[aá]ticos|(?-i:IA)|chatbots?)\b|"
                r"\bsi eres un (?:chatbot|modelo|asistente)\b|\b(?:querido|estimado) modelo\b|"
                r"\bpara la (?-i:IA)\b\s*:|\basistentes? de (?-i:IA)\b\s*:"
            ),
            (
                r"\b(?:hinweis|nachricht|anweisung) (?:für|an) (?:die |alle )?"
                r"(?:(?-i:KI)|chatbots?|sprachmodelle?|assistenten)\b|"
                r"\bwenn du eine? (?:sprachmodell|(?-i:KI)|chatbot)\b|\bliebe (?-i:KI)\b|"
                r"\b(?-i:KI)-systeme\s*:"
            ),
            (
                r"\b(?:note|message|consigne)s? (?:aux?|pour les?) "
                r"(?:chatbots?|assistants?|modèles?|(?-i:IA))\b|"
                r"\bsi tu es un (?:modèle|chatbot)\b|\bchère (?-i:IA)\b|"
                r"\bassistants? (?-i:IA)\b\s*:|\bquiconque résume ce\b|\bquien resuma este\b|"
                r"\bwer diesen text zusammenfasst\b"
            ),
            r"\b(?:asistente|modelo|assistant|assistent|modèle)\s*:\s*(?:añade|di|escribe|ajoute|dis|füge|sag|schreib)",
            (
                r"إذا كنت (?:نموذجا|نموذج|روبوتا?|مساعدا)|"
                r"ملاحظة (?:لل|إلى )(?:روبوت|نماذج|نموذج|مساعد)|أيها المساعد|عزيزي الذكاء|"
                r"أنظمة الذكاء الاصطناعي\s*:|من يلخص هذا"
            ),
        )
    ),
    re.IGNORECASE,
)
# What every one of them has: looked for first, because most paragraphs have none.
_NAMED = re.compile(
    r"\b(?-i:AIs?|LLMs?|GPTs?|IA|KI)\b|bots?\b|assist|asisten|model|modèle|copilot|automated|"
    r"tutor|agent|grader|software|digital|virtual"
    r"|whoever|reader|overrides|processing|hidden|secret|private|llm-|ai-|resum|résum|zusammen|"
    r"إذا كنت|روبوت|المساعد|الذكاء|يلخص",
    re.IGNORECASE,
)


def addressed(text: str) -> Iterator[re.Match[str]]:
    """Where a text speaks to a machine."""
    if _NAMED.search(text):
        yield from _ADDRESSED.finditer(text)
