"""What a message is taken to be: an intent, and the grade when it is a response. Pure.

Rules come first and in a fixed order, because each guards the next: a button's command is exact;
a response that the open item's grader takes as right is a response whatever words surround it;
a known request ("hint", "idk") is a request; a question is a question; what the grader can read
is a response; one to three words of the course's vocabulary are a topic. What is left is talk.
"""

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from tutor.dialogue.session import Session, Waiting
from tutor.ids import SkillId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.safety.concern import Concern

MAX_TEXT = 4_000  # characters; more is no message but a paste
MAX_WORDS_TOPIC = 5


class Intent(StrEnum):
    """What the learner means."""

    RESPONSE = "response"
    REPLY = "reply"  # to a probe, a why-question or an explain-back
    QUESTION = "question"
    HINT = "hint"
    ANSWER_REQUEST = "answer_request"
    EXPLAIN = "explain"
    EXAMPLE = "example"
    PRACTICE = "practice"
    TOPIC = "topic"
    DONT_KNOW = "dont_know"
    STUCK = "stuck"
    SKIP = "skip"
    TOO_EASY = "too_easy"
    TOO_HARD = "too_hard"
    CLAIM = "claim"
    APPEAL = "appeal"
    PROGRESS = "progress"
    WHY_THIS = "why_this"
    AGREE = "agree"
    SOCIAL = "social"
    THANKS = "thanks"
    OFF_TOPIC = "off_topic"
    CONCERN = "concern"
    INJECTION = "injection"
    START = "start"
    STOP = "stop"
    HELP = "help"
    FELT = "felt"  # how the session was, by button
    EMPTY = "empty"
    TOO_LONG = "too_long"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """A skill or term that a message names; `sure` in 0–1."""

    skill: SkillId | None
    term: str
    means: str = ""
    sure: float = 1.0


Vocabulary = Callable[[str], tuple[Found, ...]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What we take a message to be.

    `grade` comes with a response; `about` are the skills or terms it names, best first;
    `concern` goes before everything. `text` is the message as cleaned.
    """

    intent: Intent
    text: str = ""
    grade: Grade | None = None
    about: tuple[Found, ...] = ()
    concern: Concern | None = None


COMMANDS: dict[str, Intent] = {
    "start": Intent.START,
    "hint": Intent.HINT,
    "stuck": Intent.STUCK,
    "idk": Intent.DONT_KNOW,
    "skip": Intent.SKIP,
    "explain": Intent.EXPLAIN,
    "example": Intent.EXAMPLE,
    "practise": Intent.PRACTICE,
    "practice": Intent.PRACTICE,
    "topic": Intent.TOPIC,
    "progress": Intent.PROGRESS,
    "why": Intent.WHY_THIS,
    "next": Intent.PRACTICE,
    "know": Intent.CLAIM,
    "appeal": Intent.APPEAL,
    "answer": Intent.ANSWER_REQUEST,
    "easier": Intent.TOO_HARD,
    "harder": Intent.TOO_EASY,
    "stop": Intent.STOP,
    "help": Intent.HELP,
    "felt": Intent.FELT,
}

# Whole messages (after `_spoken`): anchored at both ends, so that a response which merely
# contains one of these words stays a response.
_S = r"(?:(?:um+|uh+|er+|ok(?:ay)?|so|well|hm+|sorry|please|pls|hey|but|oh|just|bro|honestly|like|omg) )*"
_E = r"(?: (?:please|pls|plz|thanks|thx|now|yet|bro|lol|sorry|tbh|sir|miss|ok|anymore|at all|here|again|about this|on this|for this|for me|this one|this|that|it))*"
PHRASES: tuple[tuple[Intent, str], ...] = (
    (Intent.ANSWER_REQUEST, r"(?:(?:can|could|will|would) (?:you|u) )?(?:just )?(?:tell|give|show|say) (?:me )?(?:the |what (?:the|is the) )?(?:right |correct |final )?(?:answers?|solution|ans)(?: is)?|(?:what(?:'?s| is)|whats|wats) (?:the )?(?:right |correct |final )?(?:answer|ans|solution)(?: to.*)?|(?:the )?answer|i (?:just )?(?:want|need) (?:the|to (?:know|see) the) answers?|(?:just )?(?:do|solve) it(?: for me)?|give up|i give up"),
    (Intent.HINT, r"(?:(?:can|could|may) (?:i|you|u) (?:have|get|give me) )?(?:(?:give|show|tell) me |i (?:need|want|would like) |get )?(?:a |an |the |another |one more |next |more |some |little |small |tiny )*(?:hints?|clues?|tips?|nudge|help(?: me)?|hlp|hnt|hitn)|(?:can|could) (?:you|u) help(?: me)?|help me(?: out)?|i need (?:some |a bit of )?help|more help|how do i (?:start|begin)|where do i (?:start|begin)"),
    (Intent.STUCK, r"(?:i'?m|im|i am|i feel|we are|still|totally|completely|so|really|a bit)?(?: (?:still|so|totally|completely|really|a bit|very|kinda))* ?(?:stuck|lost|confused)|i (?:don'?t|do not|dont) (?:get|understand|follow)(?: (?:it|this|that|any of (?:it|this)|anything|the question|what (?:you|this|it) (?:mean|means|is)))?|(?:i have )?no clue what(?:'?s| is) going on|this makes no sense|(?:i'?m|im) not getting (?:it|this)|huh|what\?+|wut|i can'?t do (?:this|it)|i cant(?: do (?:this|it))?"),
    (Intent.DONT_KNOW, r"i (?:don'?t|do not|dont|dunno|really don'?t|honestly don'?t) (?:really )?(?:know|remember|no)(?: (?:the answer|this|that|it|how|what|sorry|this one))*|idk+|i d k|dunno|dk|no idea|no clue|i have no (?:idea|clue)|not sure|i'?m not sure|im not sure|i forgot|i forget|can'?t remember|cant remember|beats me|\?+|who knows|no se|i'?ve no idea|haven'?t a clue|pass i don'?t know"),
    (Intent.SKIP, r"skip(?: (?:it|this|question|one))*|pass|next(?: (?:one|question|please|item))?|(?:can we |let'?s |i want to )?(?:do|try|have|give me)? ?(?:another|a different|something else|another one|a different (?:one|question))(?: (?:one|question))?|move on|can we move on|(?:let'?s )?skip(?: ahead)?|different question"),
    (Intent.TOO_EASY, r"(?:this|that|it|these|they)?(?:'?s| is| are|'?re| was)? ?(?:all |way |much |far |so |really )*(?:too |so )?(?:easy|simple|boring|babyish)|too easy(?: for me)?|(?:give me |i want |can i have )?(?:something |some |a )?(?:harder|more difficult|tougher|challenging)(?: (?:one|ones|question|questions|problem|stuff|item))?|(?:make it |a bit )?harder|ez|2 easy|challenge me|level up"),
    (Intent.TOO_HARD, r"(?:this|that|it|these|they)?(?:'?s| is| are|'?re| was)? ?(?:all |way |much |far |so |really |super )*(?:too |so )(?:hard|difficult|tricky|complicated)|too hard(?: for me)?|(?:give me |i want |can i have |can we do )?(?:something |some |an |a )?(?:easier|simpler|less hard)(?: (?:one|ones|question|questions|problem|stuff|item))?|(?:make it |a bit )?easier|2 hard"),
    (Intent.PROGRESS, r"(?:what|how much) do (?:you|u) (?:know|think|believe)(?: (?:about|of))? me|what do (?:you|u) (?:think|know) (?:i|that i) (?:can|know)(?: do)?|how am i doing|how (?:did|do|have) i (?:do|done|doing)|(?:show|tell) me (?:how i'?m doing|my (?:progress|stats|results|skills|levels?))|(?:my |show )?(?:progress|stats|my level|my skills)|where am i(?: at)?|what have i learn(?:ed|t)|what am i (?:good|bad|weak|strong) (?:at|in)|am i (?:doing (?:ok|well|good)|good|getting better|improving)"),
    (Intent.WHY_THIS, r"why (?:this|that|these)(?: (?:one|question|item|problem))?|why (?:are|r) (?:you|u|we) (?:asking|doing|giving)(?: me)?(?: (?:this|that))?(?: (?:question|one))?|why do i (?:have|need) to (?:do|answer|know) (?:this|that)(?: (?:question|one))?|why am i (?:doing|getting) this(?: (?:one|question))?"),
    (Intent.APPEAL, r"(?:but )?i (?:think|thought|believe|am sure|'?m sure|know) (?:that )?(?:i (?:was|am|'?m)|my answer (?:was|is)|it (?:was|is)|mine (?:was|is)|that (?:was|is)) (?:actually |also )?(?:right|correct)|(?:but )?(?:i was|i'?m|my answer (?:is|was)|that(?:'?s| was| is)|mine (?:is|was)|it(?:'?s| is| was)) (?:actually |also |totally )?(?:right|correct)(?: though)?|that'?s (?:not fair|unfair|wrong grading)|(?:you'?re|you are|ur|your) wrong|you (?:made|got) (?:a mistake|it wrong)|(?:you )?marked (?:it|me|that) wrong(?:ly)?|why (?:is|was|did you mark) (?:it|that|my answer|mine)(?: as)? (?:wrong|incorrect)|that should be (?:right|correct)|i disagree"),
    (Intent.CLAIM, r"i (?:already |alr(?:eady)? )(?:know|learn(?:ed|t)|did|can do|understand|get|mastered|finished)(?: (?:all )?(?:of )?(?:this|that|it|these|how to do (?:this|it|these)|.{3,40}))?|i know (?:all )?(?:of )?(?:this|it|that|these)(?: (?:already|stuff|topic|one|by heart))?|(?:we |i )(?:did|had|learn(?:ed|t)) (?:this|that|it) (?:already|last (?:year|week|month)|in (?:class|school))|(?:i )?know this(?: already)?|already (?:know|did|learn(?:ed|t)) (?:this|that|it)|test me out|i can do (?:this|these|it)(?: already)?"),
    (Intent.EXAMPLE, r"(?:(?:can|could) (?:you|u|i|we) )?(?:(?:show|give|see|have|do|get|work)(?: me| us)? |i (?:want|need)(?: to see)? )?(?:a |an |another |one more |one |some |through )*(?:worked |similar |real |simple |quick )*(?:examples?|exampel|eg|e\.g\.?)(?: (?:problem|of (?:this|that|it|one)))?|for example|like what|show me how(?: (?:to do (?:it|this)|it'?s done|it works|you do it))?|can you show me(?: how)?|do one with me"),
    (Intent.EXPLAIN, r"(?:(?:can|could) (?:you|u) )?(?:please )?explain(?: (?:it|this|that|again|more|why|how|better|pls))*|(?:but )?why|why(?: is)? (?:that|this|it)(?: so| true)?|how(?: come)?|how so|what does (?:this|that|it) mean|what do (?:you|u) mean|teach me(?: (?:this|it|that))?|(?:say|tell me) (?:it |that )?(?:again|more|differently)|i want to understand(?: (?:it|this))?|tell me more|more(?: detail| info)?"),
    (Intent.PRACTICE, r"(?:can you |please |let'?s |i want to |can we |i wanna )?(?:quiz|test|ask)(?: me)?|(?:let'?s |i want to |can we |i wanna |more )*(?:practi[cs]e|go|continue|start|begin|work|do (?:some|a few|more)(?: (?:questions|problems|exercises))?|try (?:one|some|a problem))|(?:another|a|one more|next) (?:question|problem|exercise)|(?:give|ask) me (?:a |an |another |some |more )*(?:question|problem|exercise|one)s?|i'?m ready|ready|go on|keep going|what'?s next|what next|what should i do(?: (?:next|now))?"),
    (Intent.STOP, r"(?:i )?(?:want to |wanna |need to |have to |gotta |got to |must )?(?:stop|quit|finish|end|leave|go)(?: now)?|(?:good ?)?bye+(?: bye)?|see (?:you|ya|u)(?: (?:later|tomorrow|soon))?|cya|that'?s (?:it|all|enough)(?: for (?:today|now))?|i'?m (?:done|finished|tired)(?: for (?:today|now))?|im (?:done|finished|tired)(?: for (?:today|now))?|enough(?: for (?:today|now))?|done(?: for (?:today|now))?|good ?night|ttyl|gtg|g2g|let'?s stop(?: here)?"),
    (Intent.THANKS, r"(?:ok(?:ay)? |oh |great |cool )*(?:thanks?|thank (?:you|u)|thx|ty|tysm|cheers|thank you so much|thanks a lot)(?: (?:so much|a lot|very much|for (?:the|your) help|man|bro))?"),
    (Intent.AGREE, r"(?:oh |ah |ok(?:ay)? )*(?:yes|yeah|yep|yup|ya|sure|ok+(?:ay)?|k+|alright|got it|i (?:get|see|understand)(?: (?:it|now|it now|that))*|i see|makes sense|that makes sense|cool|fine|right|true|mhm|uh ?huh|i think so|aha|oh+|nice|great|good|no|nope|nah|not really)(?: (?:now|then))?"),
    (Intent.SOCIAL, r"(?:hi+|hey+|hello+|yo+|hiya|sup|howdy|hola|salam|good (?:morning|afternoon|evening)|morning|what'?s up|wassup|how are (?:you|u)(?: (?:doing|today))?|how'?s it going|who are (?:you|u)|what(?:'?s| is) your name|are (?:you|u) (?:a )?(?:real|human|a robot|robot|an? ai|ai|a bot|bot|a (?:real )?person)(?: person)?|(?:l+o+l+|ha(?:ha)+|lmao|xd|hehe+|bruh|wow|omg)|i(?:'?m| am) (?:bored|hungry|sleepy|happy|fine|good|ok|great|tired today)|nice to meet you|i (?:like|love) (?:you|this|math|maths|science|it)|you'?re (?:cool|nice|funny|great|smart))(?: (?:there|tutor|meno|everyone|bot|robot|man|bro))*"),
)  # fmt: skip
_PATTERNS = tuple((intent, re.compile(rf"{_S}(?:{body}){_E}[ .!?]*")) for intent, body in PHRASES)

_QUESTION = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|hey|sorry|also) )*(?:what|why|how|when|where|who|whose|which|"
    r"can|could|do|does|did|is|are|was|were|should|would|will|whats|wats|hows|explain|define|describe|tell me|"
    r"what'?s|how'?s|why'?s|isn'?t|aren'?t|don'?t|doesn'?t|difference between|meaning of)\b"
)
_STRONG = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|hey|sorry|also) )*(?:what|why|how|when|where|who|whats|hows|explain|define|"
    r"describe|tell me|what'?s|how'?s|why'?s|can (?:you|u|i|we)|could (?:you|u)|do (?:i|we|you)|does|difference between)\b"
)
_GUESS = re.compile(
    r"^(?:(?:so|but|and|wait|ok|um+|maybe) )*(?:is it|is the answer|would it be|could it be|is that|are they|isn'?t it|i think|i guess|maybe|it'?s|its|the answer is|my answer is)\b"
)
_PRACTISE_X = re.compile(
    r"\b(?:quiz|test|ask|practi[cs]e|drill|questions?|exercises?|problems?|work)\b.{0,20}?\b(?:on|about|with|for|in)\b (?P<x>.{2,60})$|\b(?:practi[cs]e|learn|do|study|revise|review)\b (?P<y>.{3,60})$"
)
_BESIDE = re.compile(
    r"\b(?:football|soccer|minecraft|roblox|fortnite|tik ?tok|youtube|netflix|instagram|snapchat|girlfriend|boyfriend|movie|song|music|weather|pizza for lunch|joke|game(?:s)? (?:today|tonight)|favou?rite (?:colou?r|food|animal|team|song|movie|game)|birthday|pokemon|messi|ronaldo|taylor swift|president|election|horoscope|lottery|bitcoin|crush|video games?|my (?:dog|cat)|poem about|write (?:me )?(?:a|an) (?:essay|story|poem|song))\b"
)


_COMMAND = re.compile(r"/[A-Za-z]+(?:@\w+)?(?:\s|$)")


def clean(text: str) -> str:
    """Text without control and formatting characters, with single spaces at the ends removed."""
    kept = (
        c if c in "\n\t" or unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"} else ""
        for c in text[: MAX_TEXT + 1]
    )
    return "".join(kept).strip()


def _spoken(text: str) -> str:
    """The message as matched against phrases: lower case, straight quotes, single spaces."""
    text = text.casefold().replace("’", "'").replace("‘", "'")
    text = re.sub(r"[,;:…\"“”()*_~]+|(?<!\d)\.(?!\d)|[!]+", " ", text)
    text = "".join(c for c in text if unicodedata.category(c) not in {"So", "Sk", "Mn"})
    return re.sub(r"\s+", " ", text).strip()


def read(
    text: str,
    *,
    item: Item | None,
    session: Session,
    vocabulary: Vocabulary,
    concern: Concern | None = None,
) -> Reading:
    """Take a message to be something. Never raises; the same input gives the same reading."""
    if concern is not None:
        intent = Intent.INJECTION if concern.kind == "injection" else Intent.CONCERN
        return Reading(intent=intent, text=clean(text), concern=concern)
    if len(text) > MAX_TEXT:
        return Reading(intent=Intent.TOO_LONG)
    body = clean(text)
    if not body:
        return Reading(intent=Intent.EMPTY)
    if _COMMAND.match(body):
        return _command(body, vocabulary)
    grade = item.grade(body) if item is not None else None
    if grade is not None and grade.verdict is Verdict.CORRECT:
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    spoken = _spoken(body)
    if item is not None and _is_option(item, spoken):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    for intent, pattern in _PATTERNS:
        if pattern.fullmatch(spoken or body):
            return _requested(intent, body, spoken, item, grade, session, vocabulary)
    if item is not None and grade is not None:
        return _beside_item(body, spoken, item, grade, session, vocabulary)
    return _without_item(body, spoken, session, vocabulary)


def _command(body: str, vocabulary: Vocabulary) -> Reading:
    word, _, rest = body[1:].partition(" ")
    intent = COMMANDS.get(word.split("@")[0].casefold())
    if intent is None:
        return Reading(intent=Intent.HELP, text=body)
    about = vocabulary(rest.strip()) if rest.strip() else ()
    if intent is Intent.TOPIC and not about:
        return Reading(intent=Intent.QUESTION if rest.strip() else Intent.HELP, text=rest.strip())
    return Reading(intent=intent, text=rest.strip(), about=about)


def _is_option(item: Item, spoken: str) -> bool:
    """Whether a message is exactly an option's label or text (so “no” may be an answer)."""
    shown = item.type.shown()
    return any(spoken in (o.label.casefold(), _spoken(o.text)) for o in shown.options)


def _requested(
    intent: Intent,
    body: str,
    spoken: str,
    item: Item | None,
    grade: Grade | None,
    session: Session,
    vocabulary: Vocabulary,
) -> Reading:
    """A message that is wholly a known request."""
    if intent is Intent.CLAIM:
        return Reading(intent=intent, text=body, about=vocabulary(spoken))
    if intent is Intent.AGREE and session.waiting in (Waiting.PROBE, Waiting.WHY):
        return Reading(intent=Intent.REPLY, text=body)
    return Reading(intent=intent, text=body)


def _beside_item(
    body: str, spoken: str, item: Item, grade: Grade, session: Session, vocabulary: Vocabulary
) -> Reading:
    """A message while an item is open that is no known request and not the right answer."""
    about = vocabulary(spoken)
    practise = _practise(spoken, vocabulary)
    exact = item.type_name not in {"short", "open", "blanks", "output"}
    if practise and not (exact and grade.verdict.counts):
        return Reading(intent=Intent.PRACTICE, text=body, about=practise)
    if _BESIDE.search(spoken) and not (exact and grade.verdict.counts):
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    guesses = _GUESS.search(spoken) is not None
    if guesses and (grade.verdict is not Verdict.UNREADABLE or len(spoken.split()) <= 4):
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    strong = _STRONG.search(spoken) is not None
    asks = strong or (body.rstrip().endswith("?") and _QUESTION.search(spoken) is not None)
    if asks and not (exact and not strong and grade.verdict.counts):
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    if grade.verdict is not Verdict.UNREADABLE:
        if session.waiting is Waiting.PROBE and grade.verdict is Verdict.UNCLEAR:
            return Reading(intent=Intent.REPLY, text=body)
        return Reading(intent=Intent.RESPONSE, text=body, grade=grade)
    if session.waiting is Waiting.PROBE:
        return Reading(intent=Intent.REPLY, text=body)
    if about and len(spoken.split()) <= MAX_WORDS_TOPIC:
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    return Reading(intent=Intent.RESPONSE, text=body, grade=grade, about=about)


def _without_item(body: str, spoken: str, session: Session, vocabulary: Vocabulary) -> Reading:
    """A message while nothing is open."""
    about = vocabulary(spoken)
    if practise := _practise(spoken, vocabulary):
        return Reading(intent=Intent.PRACTICE, text=body, about=practise)
    if session.waiting in (Waiting.EXPLAIN_BACK, Waiting.WHY) and not _STRONG.search(spoken):
        return Reading(intent=Intent.REPLY, text=body)
    if _BESIDE.search(spoken):
        return Reading(intent=Intent.OFF_TOPIC, text=body)
    if about and len(spoken.split()) <= MAX_WORDS_TOPIC and not _STRONG.search(spoken):
        return Reading(intent=Intent.TOPIC, text=body, about=about)
    if _QUESTION.search(spoken) or body.rstrip().endswith("?") or about:
        return Reading(intent=Intent.QUESTION, text=body, about=about)
    return Reading(intent=Intent.OFF_TOPIC, text=body)


def _practise(spoken: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    """The skills named in “quiz me on X” and its like; empty when it is something else."""
    found = _PRACTISE_X.search(spoken)
    if not found or _STRONG.search(spoken):
        return ()
    named = vocabulary(found["x"] or found["y"])
    return tuple(f for f in named if f.skill is not None)
