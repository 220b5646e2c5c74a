"""The answer inside a sentence: what is left of a response without its reason, second thoughts and padding (pure).

“wait no its 7”, “5/9 and why do you keep the 9”, “el sol porque la luna refleja”: a grader that reads answers alone
sees two numbers or a sentence. Each way of cutting is a short pattern of its own.
"""

import re
from collections.abc import Iterator

LONGEST = 160  # characters; longer texts are explanations
# What begins a reason, or a question beside the answer: all from there on is no answer.
_FROM_HERE = (
    "sorry if", "sorry im", "sorry i", "sry if", "because", "becuse", "but i dont", "but i don't", "but i do not", "and i dont", "and i don't", "but idk", "but im not", "but i'm not", "but i am not", "but not sure", "but dont", "but don't", "but cant", "but can't", "but no idea", "pero no entiendo", "pero no se", "becase", "cause", "cuz", "coz", "cos", "bcs", "bc", "bcos", "since", "as in", "and why", "but why",
    "and how", "and if not", "or if not", "or why", "but how", "so why", "and what", "but what", "why is", "and does", "but does", "and do", "and can", "and is", "but is", "what if", "what does",
    "does it", "how come", "how do", "and when", "and where", "and which", "and who", "can i", "do i", "porque", "porq", "por que", "por q", "pq", "xq", "ya que", "y por que",
    "pero por que", "y como", "o sea que", "pues",
)  # fmt: skip
_CUT = re.compile(rf"[\s,.;]+(?:{'|'.join(_FROM_HERE)})\b.*$", re.IGNORECASE | re.DOTALL)
# What second thoughts and thinking aloud lead up to: all before it is no answer.
_UP_TO_HERE = (
    r"wait(?: no)*", r"no wait", r"no no", r"no", r"actually", r"oops", r"oh", r"ohh+", r"ah+", r"sorry", r"sry", r"i meant?",
    r"i mean", r"so", r"then", r"gives?", r"makes?", r"equals", r"my (?:final )?answer is", r"it has to be", r"has to be",
    r"perdon", r"no perdon", r"espera", r"ay no", r"ya ya", r"digo", r"entonces", r"asi que", r"o sea", r"me (?:sale|da|dio|salio)",
    r"(?:yo )?creo (?:que|q)(?: (?:es|son))?", r"(?:umm*|erm*|hmm*|mmm*|eh+) (?:is it|es|son)?",
)  # fmt: skip
_LED = re.compile(
    rf"^.*?\b(?:{'|'.join(_UP_TO_HERE)})\b[\s,.:!]+(?:its|it's|it is|is it|es|son)?\s*(?=\S)",
    re.IGNORECASE,
)
_LED_LAST = re.compile(
    (
        rf"^.*\b(?:{'|'.join((*_UP_TO_HERE, 'thats', 'that is', 'equal to'))}|that's)\b[\s,.:!]+"
        rf"(?:its|it's|it is|is it|es|son)?\s*(?=\S)"
    ),
    re.IGNORECASE,
)
# What is said around an answer.
_BEFORE = re.compile(
    (
        r"^(?:(?:um+|uh+|erm*|hmm+|mm+|ok|okay|o+h+|a+h+|uy|ay|well|so|like|then|maybe|ya|pues|"
        r"eh+|bueno|i think|i guess|i say|is it|isnt it|isn't it|its|it's|it is|es|son|creo que|"
        r"creo)[\s,.!]+)+"
    ),
    re.IGNORECASE,
)
_BEHIND = re.compile(
    r"(?:[\s,.!?]+(?:duh|obvs|obvi|ofc|of course|clearly|simple|am i (?:right|close|correct)|"
    r"is (?:that|this|it) (?:right|correct)|isn'?t it|aren'?t they|yes|yeah|obviously|innit|"
    r"i reckon|or something|thing|obvio|right|ok|lol|haha|i think|i guess|maybe|then|final answer|"
    r"please|pls|thx|thanks|sry|sorry|easy|ez|"
    r"no|verdad|creo|profe|nomas|porfa|jaja|jeje|is that (?:ok|right)|is it|esta bien))*[\s,.!?]*$",
    re.IGNORECASE,
)
_IS_IT = re.compile(
    r"[\s,.!?]+(?:is|was) (?:that|this|it) (?:right|correct|ok|good)[\s.!?]*$|[\s,.!?]+am i (?:right|correct)[\s.!?]*$",
    re.IGNORECASE,
)
# What follows a question mark is a reason, a doubt or a question of its own: “is it 6? you add the bottoms”.
_DOUBTED = re.compile(r"\?[\s?!]+\S.*$", re.DOTALL)
_TAGGED = re.compile(r"\b(?:isn'?t it|aren'?t they|am i right)[\s.!?]*$", re.IGNORECASE)
_WORDS_OF_NUMBERS = (
    "zero|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|"
    "eighteen|nineteen|twenty|cero|uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|once|doce|"
    "trece|catorce|quince|veinte"
)
_NUMBER = re.compile(
    rf"(?<![\w./,:-])(?:-?\d+(?:[.,/:]\d+)?|{_WORDS_OF_NUMBERS})(?![\w/:]|[.,]\d)", re.IGNORECASE
)
_POINTING = re.compile(
    r"\b(?:which|this|that|other|another|next|last|each|any|same) ones?\b", re.IGNORECASE
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+|(?<=\d),\s+(?=[^\W\d])")
MOST_OF_AN_END = 6  # words of a sentence at either end that may be the answer alone
MOST_WORDS = 6  # of a message whose only number is its answer


def cores(text: str) -> Iterator[str]:
    """The answers that may be inside a message, likeliest first; never the message itself."""
    if len(text) > LONGEST:
        return
    seen = {_plain(text)}
    head = _CUT.sub("", text)
    for one in (
        head,
        _DOUBTED.sub("", head),
        _LED.sub("", head),
        _LED.sub("", text),
        _led_last(head),
        *_brief_ends(text),
    ):
        for core in (one, _bare(one)):
            if core.strip() and _plain(core) not in seen:
                seen.add(_plain(core))
                yield core.strip()


def _brief_ends(text: str) -> tuple[str, ...]:
    """The first and the last of several sentences, where they are as short as answers (“74. that was easy”)."""
    parts = [part for part in _SENTENCE.split(text) if part.strip()]
    ends = (parts[0], parts[-1]) if len(parts) > 1 else ()
    return tuple(end for end in ends if len(end.split()) <= MOST_OF_AN_END and "?" not in end)


def _led_last(text: str) -> str:
    """What stands behind the last word that leads up to an answer (“… so 2/4 and 1/4 so 3/4”)."""
    return _LED_LAST.sub("", text)


def leads_on(text: str) -> bool:
    """Whether a message goes on to an answer, or doubts the one it began with."""
    return len(text) <= LONGEST and bool(
        _LED.search(text) or _DOUBTED.search(text) or _TAGGED.search(text)
    )


def without_doubt(text: str) -> str:
    """A message without the question at its end whether it is right (“7 6 5 stop is that right”)."""
    return _IS_IT.sub("", text)


def _plain(text: str) -> str:
    return text.strip(" .,!?").casefold()


def lone_number(text: str) -> str:
    """The only number of a short statement (“the loop runs seven times”); "" where there is none, or more."""
    text = _POINTING.sub("", text)
    found = _NUMBER.findall(text) if not of_the_task(text) else []
    short = len(text.split()) <= MOST_WORDS and "?" not in text
    return found[0] if len(found) == 1 and short and not _DENIED.search(text) else ""


def has_reason(text: str) -> bool:
    """Whether a message goes on from an answer with a reason or a question."""
    return len(text) <= LONGEST and _CUT.search(text) is not None


_BECAUSE = re.compile(
    r"\b(?:because|becuse|becase|bc|bcs|bcos|cuz|coz|cos|cause|since|porque|porq|pq|xq|ya que)\b(?: \S+){2,}",
    re.IGNORECASE,
)


def gives_reason(text: str) -> bool:
    """Whether a message says why (“B cos 4/4 is 1”)."""
    return _BECAUSE.search(text) is not None


# A question about the task that names a number of it: “is the rest of it 16”.
_OF_THE_TASK = re.compile(
    (
        r"(?:(?:so|and|but|wait|ok) )*(?:is|are|was|does|do) "
        r"(?:the|this|that|these|each|every|all) (?!answer|solution|result|number)\w+"
    ),
    re.IGNORECASE,
)


def of_the_task(text: str) -> bool:
    """Whether a message asks about a part of the task (“is the rest of it 16”), which is no attempt."""
    return _OF_THE_TASK.match(text) is not None


_DENIED = re.compile(
    r"\b(?:not|no|never|isn'?t|don'?t|line|step|question|page|option|than)\b", re.IGNORECASE
)
_THANKED = re.compile(
    r"^(?:(?:ok|oh|ah|great|cool|yes|muchas|vale) )*"
    r"(?:thanks?(?: you| u)?|thank (?:you|u)|thx|ty|tysm|cheers|gracias|grax)"
    r"(?: (?:so much|a lot|meno|profe))?"
    r"[\s,.!]+(?:(?:and|but|so|also|y|pero|oye|now)[\s,]+)*(?P<rest>\S+(?: \S+){2,})$",
    re.IGNORECASE,
)
_ASKS_SPANISH = re.compile(
    r"(?:y |pero |oye )*(?:por que|por q|xq|pq|que|q|como|cuando|donde|cual|cuant[ao]s?|quien|para que|y si|a que)\b .+"
)


def after_thanks(text: str) -> str:
    """What a message says after its thanks; "" where nothing does."""
    found = _THANKED.match(text.strip())
    return found["rest"] if found else ""


_GREETED = re.compile(
    r"^(?:hi+|hello+|hey+|hiya|hola|good (?:morning|afternoon|evening|day)|"
    r"buen[oa]s (?:d[ií]as|tardes|noches)|dear)\b[^.!?,\n]*"
    r"(?:[.!,\n]+[^.!?\n]*)*[.!,\n]\s*(?:(?:and|but|so|also|now|please|y|pero)[\s,]+)*"
    r"(?P<rest>[^.!?,\n]+(?: \S+){1,}[?.! ]*)$",
    re.IGNORECASE,
)


def after_greeting(text: str) -> str:
    """What a message says after a greeting and who is greeting; "" where nothing does."""
    found = _GREETED.match(text.strip())
    return found["rest"].strip() if found else ""


def asks_in_spanish(words: str) -> bool:
    """Whether words, folded, begin as a Spanish question does."""
    return _ASKS_SPANISH.fullmatch(words.strip(" ?¿")) is not None


def _bare(text: str) -> str:
    return _BEHIND.sub("", _BEFORE.sub("", text.strip()))


LEAST_ASKED = 3  # words of a question that can be looked up; a bare “and why” is about the response
_AND = r"(?:and|but|so|also|oh|ok|btw|y|pero)"
_WH = r"(?:what|why|how|when|where|who|which|whats|wats?|wots?|por que)"
_NAMES = re.compile(r"(?:wh?ats|wots|what's) (?!that\b|this\b|it\b|up\b)\w", re.IGNORECASE)
_BESIDE = re.compile(
    rf"(?:[,.;!?]\s*(?:{_AND}\s+)*|\s+(?:{_AND}\s+)+|\s+(?={_WH}\b))"
    rf"(?P<asked>(?:{_WH}|does|do|can|could|is|are|que|como)\b[^.!]*)$",
    re.IGNORECASE,
)
_BEHIND_DOUBT = re.compile(r"\?[\s?!]+(?P<rest>\S[^?]*)\??\s*$")
# What is held against an answer: what somebody says, or one's own idea.
_HOLDS = re.compile(
    (
        r"(?:(?:but|because|bc|cuz|cause|since|and|so) )*"
        r"(?:i (?:always |just )?(?:thought|heard|read|learned|learnt)|"
        r"(?:my|our|the) \w+ (?:says|said|told me)|"
        r"(?:you|u|we|they) (?:always |just |have to |can |should )*\w+|isn'?t it)\b"
    ),
    re.IGNORECASE,
)
_JOINED = re.compile(r"(?:[\s,.;]+(?:and|but|so|also|oh|ok|btw|y|pero))+$", re.IGNORECASE)


def question_beside(text: str, least: int = LEAST_ASKED) -> str:
    """The question of at least so many words behind an answer; "" where there is none."""
    found = _BESIDE.search(text)
    asked = found["asked"].strip() if found else ""
    named = _NAMES.match(asked) is not None  # “wats osmosis” is three words
    return asked if len(asked.split()) + named >= least else ""


def asked_beside(text: str) -> str:
    """What a message asks behind an attempt, or the idea that it holds against it (“is it 6? i thought you
    add the bottoms, why not”); "" where there is neither."""
    asked = question_beside(text)
    doubted = _BEHIND_DOUBT.search(text)
    if asked or doubted is None:
        return asked
    rest = doubted["rest"].strip()
    return rest if len(rest.split()) > LEAST_ASKED and _HOLDS.match(rest) else ""


def attempt_in(text: str) -> str:
    """What stands before the question or idea that a message adds to an attempt; the message where it adds none."""
    added = asked_beside(text)
    return (before(text, added).rstrip("?! ") if added else "") or text


def before(text: str, question: str) -> str:
    """What stands before the question that a message ends with, without what joins them."""
    return _JOINED.sub("", text.removesuffix(question).rstrip(" ,.;"))
