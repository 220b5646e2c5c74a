"""The part of a message that asks or wishes something, without what leads up to it. Pure.

A child says why before it says what: “hi i am Zoe. i have a test on Thursday. what is a numerator?”, “im making a game
and i wanna know how to get what the player types”. Rules that look at how a message begins would read the frame. Only
what surely is a frame is left out, and only where something that asks or wishes is left behind it.
"""

import re

LONGEST = 400  # characters; longer texts are explanations
TOLD = 6  # words that are told before a question
BRIEF = 4  # words of a sentence before the one that wishes
LEAST = 2  # words of a part that asks or wishes
_LEAD = (
    r"(?:(?:phew|whew|so|but|and|wait|ok|okay|um+|uh+|hey|hi+|hiya|yo+|hello|sorry|also|oh|omg|"
    r"ugh|well|please|pls|lol|like|honestly|bro|dude|mate|man|no|nope|yes|yeah|yep|right|cool|"
    r"great|nice|now|listen|good|alright|hmm+|haha|ciao|miss|sir|teacher)\b[ ,]*)*"
)
_WORK = (
    r"(?:tests?|exams?|quiz(?:zes)?|homework|homwork|hw|worksheets?|assignments?|projects?|mocks?|"
    r"assessments?|presentations?|essays?)"
)
_ASKS = (
    r"(?:what|whats|what's|why|how|hows|how's|when|where|who|which|wat|wats|wot|whats|explain|"
    r"define|tell me|show me|teach me|quiz me|can|could|may|do|does|did|"
    r"is|are|was|were|should|would|will|isn'?t|aren'?t|don'?t|doesn'?t|help me|give me|let'?s|let us)"
)
_WANTS = (
    r"i (?:really |just |still )?(?:wanna|want to|would like to|'d like to|need to|have to|gotta|"
    r"wish to|wonder|was wondering|am wondering|"
    r"(?:don'?t|do not|didn'?t|cant|can'?t|dnt) (?:really |even |quite )?"
    r"(?:get|understand|know|remember|see) (?:what|why|how|wat|when|which|the difference))"
)
_SPLIT = re.compile(r"(?<=[.!?…\n])\s+|\n+|(?<=[.!?])(?=[A-Z])|\s+(?=[\U0001F600-\U0001F64F])")
# A whole sentence that asks nothing: greeting, thanks, oneself, what it is for, that one was not heard, a sigh.
_FRAME = re.compile(
    rf"^{_LEAD}(?:"
    r"|(?:there|tutor|meno|everyone|dear tutor|good (?:morning|afternoon|evening|day)(?: \w+)?)"
    r"|(?:i'?m|i am|my name is|it'?s|this is) [A-Za-z]{2,20}(?: and (?:i'?m|i am) \d+)?|"
    r"(?:i'?m|i am) (?:in )?(?:(?:year|grade|class) )?\d+(?: years old)?"
    r"|(?:thanks?(?: you| u)?|thank (?:you|u)|thx|ty|cheers|i appreciate (?:it|that|your help))"
    r"(?: (?:so|very) much| a lot| kindly| again| for .{2,40}| tutor| meno| sir| miss)*"
    rf"|(?:i(?:'?ve| have)?(?: got)?|we(?:'?ve| have)?(?: got)?|there is|there's|my|our) "
    rf"(?:have |got |an? |some |this |next |the |big |maths? |science |biology |python |"
    rf"coding )*{_WORK}\b.{{0,60}}"
    r"|(?:(?:that'?s|thats|that is|this is|it'?s) )?not (?:what|how) i "
    r"(?:asked|meant|said|want(?:ed)?)(?: .{0,20})?|"
    r"(?:that|this) (?:does|did)(?:n'?t| not) answer .{0,30}|"
    r"you (?:did(?:n'?t| not)|do(?:n'?t| not)|never) "
    r"(?:answer(?:ed)?|listen(?:ed)?|read|hear|understand|understood)\b.{0,30}|(?:just )?answer me"
    r"|i (?:don'?t|do not|dont|did(?:n'?t| not)) "
    r"(?:want to stop|wanna stop|mean(?: that| to stop| stop)?|"
    r"say (?:it was )?(?:wrong|stop)(?: .{0,10})?)|i not (?:said?|say|mean) (?:it |that )?\w+|"
    r"i (?:am not|'m not|'m still|am still) (?:done|finished|here)"
    r"|i (?:don'?t|do not|dont|not) (?:understand|get it|get this|get that)"
    r"(?: (?:it|this|that|at all))?|"
    r"i(?:'?m| am) (?:so |a bit |really )?(?:confused|lost|curious|not sure|new here)"
    r"|i (?:don'?t|do not|dont|not|no|can'?t) (?:really )?(?:understand|know|get) "
    r"(?!(?:what|why|how|when|which|who|if)\b)(?:the )?(?:word )?[\"“'‘]?[^\W\d]+"
    r"(?: [^\W\d]+)?[\"”'’]?"
    r"|(?:i(?:'?d| would) like to|i want to|let me|can i|may i|could i) (?:just )?"
    r"(?:check|ask|know|clarify)(?: (?:you )?"
    r"(?:something|a question|one thing|this|one more thing))?(?: (?:please|first|though))?|"
    r"(?:one|quick|another|a) (?:more )?question(?: (?:please|though))?"
    r"|i (?:already )?know .{3,40} already|i already know (?!how|what|why).{3,40}"
    r"|i (?:must|need|have|want|would like) (?:to )?(?:to )?learn .{3,40}|i learn(?:ed|t)? .{3,40} before"
    r"|(?:in|at) [A-Za-z]+ we say \S+(?: \S+)?|for my english,? sorry|my english is .{3,20}|"
    r"i (?:don'?t|do not|dont|can'?t|cant|no|not) (?:speak|know) (?:much |good |very |so )*english"
    r"(?: (?:so|very|too|well|good|much))*"
    rf"|(?:i(?:'?m| am)? |we )?(?:study|studying|revise|revising|learn|learning) for "
    rf"(?:an? |my |the |our )*(?:\w+ )?{_WORK}\b.{{0,30}}|how are (?:you|u)(?: today)?"
    r"|i (?:find|found) (?:it|this|that|them) (?:\w+ )?"
    r"(?:tricky|hard|difficult|confusing|weird|boring)|"
    r"i (?:never|always) (?:know|remember|forget|get|mix) .{2,40}"
    r"|(?:got it|i see|i get (?:it|that)(?: now)?|makes sense|that makes sense|understood|that helps|(?:ok )?got that)"
    r"|(?:(?:you|u|it)(?:'?re| are|r|'s| is)?|ur) (?:just |always |only |still |kind of )*"
    r"(?:avoiding|ignoring|dodging|missing|skipping|not answering|not listening)\b.{0,30}|"
    r"(?:i'?d|i would|id) rather (?:you|u) .{2,30}"
    r"|(?:(?:this|that|it|you|u)(?: is|'s| are|'re|r)|ur) "
    r"(?:so |really |just |totally |a bit |no )*"
    r"(?:useless|rubbish|stupid|dumb|annoying|rude|help|helpful|unhelpful|pointless|mean|trash)"
    r"(?: (?:lol|tbh|bro|honestly|sorry))*|rude|whatever|fine|bruh|"
    r"(?:go on|next|next one|continue)(?: (?:please|pls|then))?"
    r")[ .,!…:;?]*$",
    re.IGNORECASE,
)
# What is to be learned, named before a request that names nothing.
_TO_LEARN = re.compile(
    (
        rf"^{_LEAD}i (?:(?:must|need|have|want|would like) (?:to )?(?:to )?learn|"
        rf"(?:have|am having) interest in|(?:am|'?m) interested in) (?!for\b)(?:about )?"
        rf"(?P<x>.{{3,40}}?)[ .!]*$"
    ),
    re.IGNORECASE,
)
# A request that names nothing.
_BARE = re.compile(
    (
        rf"^{_LEAD}(?:(?:can|could|will) (?:you|u) )?(?:please )?"
        rf"(?:explain|help|teach|show|begin|start)"
        rf"(?: (?:me|it|this|to me|please|pls|slow|slowly|simple|simply|easy|well|again|a bit|"
        rf"more|now))*[ .!?]*$"
    ),
    re.IGNORECASE,
)
# What is asked of the tutor itself, which no reading has: “do you like pizza”.
OF_THE_TUTOR = re.compile(
    r"(?:(?:and|but|so) )*(?:(?:do|did|would|can) (?:you|u) "
    r"(?:even |really |ever |actually |also )*"
    r"(?:like|love|hate|eat|sleep|play|watch|think|believe|dream|feel|live|own|"
    r"have (?:an?|any|some|friends|feelings))\b"
    r"|are (?:you|u) (?:an?|really|human|real|alive|old|happy|sad|bored|tired|smart)\b|"
    r"(?:what is|what's|whats|who is|where is) (?:your|ur)\b|"
    r"(?:te gusta|eres|tienes (?:un|una|amigos))\b)"
)
# Insisting on what was asked before, in the same sentence: “no i mean how does …”.
_INSISTS = re.compile(
    (
        rf"^(?:(?:no|nope|nah|but|ok|okay|um+|wait|yes|yeah|sorry|well)\b[ ,]*)*"
        rf"(?:i mean(?:t)?(?: to ask)?|what i (?:mean|meant|asked) (?:is|was)|i(?:'?m| am) asking|"
        rf"i asked(?: you)?|my question (?:is|was))[ ,:]+(?P<rest>{_ASKS}\b.+)$"
    ),
    re.IGNORECASE,
)
# What a sentence is about, before it asks: “im making a game … and i wanna know …”.
_GOAL = re.compile(
    rf"^{_LEAD}(?:i(?:'?m| am|m)|we(?:'?re| are|re)) "
    rf"(?:making|building|writing|doing|trying|learning|studying|working|reading|practi[cs]ing|"
    rf"revising|stuck)\b.{{2,90}}?\b(?:and|so|but|cos|because)[ ,]+"
    rf"(?P<asks>(?:(?:{_WANTS})|{_ASKS})\b.+)$"
    rf"|^{_LEAD}(?:i|we)(?:'?ve| have| hav|'?v)?(?: got)?(?: an?| some| this| my)? ?"
    rf"(?:\w+ )?{_WORK}\b.{{0,60}}?\b(?:and|so|but|cos|because)[ ,]+"
    rf"(?P<needs>(?:(?:{_WANTS})|{_ASKS})\b.+)$"
    rf"|^{_LEAD}(?:me and my \w+|my \w+ and (?:i|me)|we) (?:were|was|are|had an?|have been|got) "
    rf"(?:arguing|argument|wondering|fighting|talking|discussing|thinking)\b.{{0,40}}?[ ,]+"
    rf"(?P<argued>(?:{_ASKS})\b.+)$"
    rf"|^{_LEAD}(?:i|we) (?:already )?know .{{3,50}}?\b(?:and|but|so)[ ,]+"
    rf"(?:nobody|no one|noone|i|my \w+) .{{2,40}}?\b(?P<but>(?:why|how|what|when|where)\b.+)$",
    re.IGNORECASE,
)
# Introducing words of the sentence that asks: “I'd like to check something: is …”, “hello i am Zoe i learn … , how …”.
_INTRODUCED = re.compile(
    (
        rf"^(?P<frame>[^:;]{{4,70}}?)[:;]\s+(?P<rest>{_ASKS}\b.+)$|"
        rf"^(?P<who>{_LEAD}(?:i'?m|i am) [A-Za-z]+\b[^,?]{{0,60}}),\s*(?P<then>{_ASKS}\b.+)$"
    ),
    re.IGNORECASE,
)
_QUESTION = re.compile(rf"^{_LEAD}{_ASKS}\b|\?\s*$", re.IGNORECASE)
_WHOLE = re.compile(
    rf"^{_LEAD}(?:what|whats|what's|wat|wats|how|why|when|where|which|is|are|do|does|can)\b(?: \S+){{3,}}$",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(
    r"\b(?:it|that|this|they|them|these|those|he|she|one|ones)\b", re.IGNORECASE
)
_WANTED = re.compile(rf"^{_LEAD}(?:{_WANTS}|i (?:want|need|would like|'d like))\\b", re.IGNORECASE)
_POLITE = re.compile(r"\b(?:please|pls|plz)[ .!]*$|^(?:now|next|then)\b", re.IGNORECASE)
_WISHED = re.compile(
    (
        r"^(?:i (?:wanna|want to|would like to|'d like to|wish to|need to) know|"
        r"i (?:wonder|was wondering|am wondering)(?: if)?)\s+"
        r"(?=(?:what|why|how|when|where|who|which)\b)"
    ),
    re.IGNORECASE,
)
_MANNERS = re.compile(
    (
        r",? (?:if (?:i may ask|you (?:don'?t|do not) mind|"
        r"that(?:'?s| is) (?:all right|alright|ok|okay|fine|possible)|you please)|"
        r"if that is all right|cos i say (?:yes|no)|in one sentence)[ .?!]*$"
    ),
    re.IGNORECASE,
)


def asking_part(text: str) -> str:
    """The part of a message that asks or wishes something, where the rest only leads up to it; "" where the message
    is no such thing, or nothing but that part."""
    whole = text.strip()
    if not whole or len(whole) > LONGEST:
        return ""
    kept = [
        one.strip() for one in _SPLIT.split(whole) if one.strip() and not _FRAME.match(one.strip())
    ]
    if not kept:
        return ""
    named = [found["x"] for one in _SPLIT.split(whole) if (found := _TO_LEARN.match(one.strip()))]
    asked = [one for one in kept if not _TO_LEARN.match(one)]
    if named and asked and all(map(_BARE.match, asked)):
        return f"what is {named[0]}"  # “please explain slow” names nothing: it was named before
    if len(kept) > 1 and _tells_first(kept):
        kept = kept[-1:]
    dropped = len(" ".join(kept)) < len(" ".join(whole.split()))
    part = " ".join(kept)
    inner = _inner(part) if len(kept) == 1 else ""
    part = inner or part
    asks = _QUESTION.search(kept[0]) or _POLITE.search(part) or inner or _WANTED.match(part)
    polite = _MANNERS.sub("", part)
    changed = dropped or inner or polite != part
    if not changed or not asks or len(polite.split()) < LEAST:
        return ""
    return polite + ("?" if part.endswith("?") and not polite.endswith("?") else "")


def _tells_first(sentences: list[str]) -> bool:
    """Whether a message tells something at length and ends with a whole question that stands by itself."""
    first, last = " ".join(sentences[:-1]), sentences[-1]
    tells = len(first.split()) >= TOLD and "?" not in first and not any(map(str.isdigit, first))
    return tells and _WHOLE.match(last) is not None and not _POINTS_BACK.search(last)


def _inner(sentence: str) -> str:
    """What a single sentence asks behind what it tells first; "" where it tells nothing first."""
    if (found := _INSISTS.match(sentence)) is not None:
        return found["rest"]
    found = _GOAL.match(sentence)
    if found is not None:
        return _WISHED.sub("", next(part for part in found.groups() if part))
    found = _INTRODUCED.match(sentence)
    if found is None:
        return ""
    if found["then"]:
        return found["then"]
    return found["rest"] if _FRAME.match(found["frame"]) else ""


def wish_among(text: str) -> str:
    """The sentence that may hold the wish of a message of two: the last behind a brief one (“neither. just start”), the
    first before a question to the tutor itself (“go on. do you have a dog?”); "" elsewhere."""
    parts = [one.strip() for one in _SPLIT.split(text.strip()) if one.strip()]
    if len(parts) != 2:
        return ""
    first, last = parts
    if OF_THE_TUTOR.match(last.casefold()):
        return first
    brief = len(first.split()) <= BRIEF and "?" not in text and not any(map(str.isdigit, first))
    return last if brief else ""
