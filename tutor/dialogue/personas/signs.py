"""Signs in the words of a persona: what a clause promises, asks for or refuses. Pure."""

import re

CLAUSE = re.compile(r"[.;:!?…]+\s*|,\s+|\s+(?:but|until|unless|pero|hasta)\s+", re.IGNORECASE)
NOT = re.compile(
    r"\b(?:no|not|nor|never|without|nothing|neither|refus\w+|declin\w+|instead of|rather than|cannot"
    r"|nunca|jamás|sin|ni|tampoco)\b|n['’]t\b",
    re.IGNORECASE,
)
GIVES = r"\b(?:giv|tell|show|offer|reveal|provid|shar|hand|supply|say|have|get|here|doy|dar|da|dig|dec|muestr|ofrec)\w*"
ANSWER = re.compile(
    GIVES + r"\b[^.;:!?]{0,40}?\b(?:answers?|solutions?|final results?|respuestas?|soluci[oó]n(?:es)?)\b",
    re.IGNORECASE,
)  # fmt: skip
ANSWER_OF_LEARNER = re.compile(
    r"\b(?:your|their|his|her|learner['’]?s?|own|tus?|every|each|an)\s+(?:own\s+)?(?:answers?|solutions?)\b"
    r"|\b(?:after|for|before|thanks?\b[^.;:!?]*)\s+(?:the\s+)?(?:answers?|solutions?)\b",
    re.IGNORECASE,
)  # fmt: skip
HINT = re.compile(
    GIVES + r"\b[^.;:!?]{0,40}?\b(?:hints?|clues?|tips?|pistas?|explanations?)\b"
    r"|\b(?:i(?:['’]ll| will| can)|let me|happy to|ready to|always|te) (?:help|explain|ayud|explic)\w*"
    r"|(?:^|\b(?:who|and|y) )(?:helps|explains|ayuda|explica)\b|\bexplains? (?:everything|each|every)\b",
    re.IGNORECASE,
)
HELP_WORDS = re.compile(r"\b(?:hints?|help|clues?|pistas?|ayudas?)\b", re.IGNORECASE)
AS_HUMAN = re.compile(
    r"\b(?:say|says|saying|claims?|pretends?|tells?|insists?|acts?|behaves?|poses?|presents?|admits?)\b[^.;:!?]{0,40}"
    r"\b(?:human|real (?:person|teacher|man|woman)|"
    r"(?:not|never)\b[^.;:!?]{0,12}\b(?:a )?(?:program|machine|robot|bot|ai|computer))\b"
    r"|\b(?:never|does not|don['’]t|refuses? to) "
    r"(?:admits?|says?|reveals?|mentions?)\b[^.;:!?]{0,30}\b"
    r"(?:program|machine|robot|bot|ai|computer)\b",
    re.IGNORECASE,
)  # fmt: skip
NO_RULES = re.compile(
    r"\b(?:ignor|disregard|overrid|forget|bypass|break|breaks|sidestep)\w*\b[^.;:!?]{0,30}"
    r"\b(?:rules?|instructions?|limits?|contract|checks?|prompts?|guidelines?)\b",
    re.IGNORECASE,
)
PRAISES = re.compile(
    r"\b(?:lavish|endless|constant|effusive|over the top)\w* (?:praise|compliments?|flattery)\b"
    r"|\b(?:flatter|gush)\w*\b|\bpraises? (?:everything|every answer|the learner['’]s (?:talent|intelligence|mind))",
    re.IGNORECASE,
)
MANY_QUESTIONS = re.compile(
    r"\b(?:several|many|two|three|lots of|a series of) questions? (?:at once|in a row|in each|per|together|at a time)",
    re.IGNORECASE,
)
LONG = re.compile(
    r"\b(?:long|lengthy|detailed|elaborate|exhaustive) (?:explanations?|replies|answers|paragraphs?|stories)\b",
    re.IGNORECASE,
)
JOKES = re.compile(
    r"\b(?:jok(?:e|es|ing|ey)|funny|playful|humou?r(?:ous)?|witty|puns?)\b", re.IGNORECASE
)
STERN = re.compile(r"\b(?:strict|stern|exacting|demanding|unforgiving|pedantic)\b", re.IGNORECASE)
ANY_FORM = re.compile(
    (
        r"\b(?:any form (?:will do|is fine|counts)|form (?:does not|doesn't|doesn’t) matter|"
        r"only the value (?:counts|matters)|never mind the form)\b"
    ),
    re.IGNORECASE,
)
EXACT_FORM = re.compile(
    r"\b(?:insists? on (?:the (?:exact|right) form|lowest terms|units?|the form)|exact form|form matters)\b",
    re.IGNORECASE,
)
LENIENT = re.compile(
    r"\b(?:lenient|easy-going|easygoing|forgiving|permissive|lax)\b", re.IGNORECASE
)


def wanted(pattern: re.Pattern[str], text: str, *, denied: str = "") -> str:
    """What a clause of the text asks for, unless the words before it say not to; "" for nothing."""
    for clause in re.split(r"[.;:!?]+\s*", text):
        hit = pattern.search(clause)
        if hit is None:
            continue
        before = clause[: hit.start()]
        barred = re.search(rf"\b(?:{denied})\b", before, re.I) if denied else NOT.search(before)
        if not barred:
            return hit[0]
    return ""
