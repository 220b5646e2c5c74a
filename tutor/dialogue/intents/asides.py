"""Messages beside the task that a tutor should not search its readings for: about the lesson, and feelings (pure).

Patterns look at a message as `said` writes it: lower case, no points, "i am" for "im", "do not" for
"dont". They are narrow on purpose: what they miss is read as before, what they take must be meant.
"""

import re
from dataclasses import dataclass

from tutor.dialogue.intents.kinds import Intent

_LEAD = (
    r"^(?:(?:so|but|and|wait|ok|um+|uh|hey|sorry|also|oh|omg|ugh|well|please|lol|like|honestly) )*"
)
_WORK = r"(?:maths?|fractions?|biology|science|cells?|python|coding|programming|code|school|learning|this|these|it|homework|studying|numbers)"
_LOUD = r"(?:(?:so|really|very|just|super|pretty|kind of|kinda|a bit|a little|too|always|all|still|such) )*"

_TASK = r"(?:question|task|exercise|problem|code|program|picture|text|options?|choices)"
_SEE = rf"(?:(?:can|could|may) (?:i|we|you) )?(?:please )?(?:see|show|read|repeat|say|look at|have|get|send)(?: me)? (?:the|that|this|your) {_TASK}(?: (?:again|please|once more|one more time|now))*(?: \?)*$"
_FORM = r"(?:words?|decimals?|fractions?|percent\w*|letters?|numbers?|sentences?|lines?|symbols?|digits?|spanish|arabic|german|french)"

ASIDES: tuple[tuple[Intent, str, str], ...] = (
    # ── about the lesson, the tutor, one's data ──
    (Intent.ABOUT, "left", rf"{_LEAD}(?:how (?:much|many) (?:longer|more|questions?|time|of (?:these|them))\b(?!.* (?:in|does|would|parts|pieces|times))|how long (?:is|will|does|do|until|till|to go|more)\b.*\b(?:this|it|we|i|take|last|lesson|session|go|done|finish\w*)\b|(?:are|am) (?:we|i) (?:nearly |almost |already )?(?:done|finished|there)(?: yet)?(?: \?)*$|when (?:am|are|is|will|can|do) (?:i|we|this|it) (?:be )?(?:finished|done|over|end|finish|stop)|is there a time limit|how many (?:are|questions) (?:are )?left)"),
    (Intent.ABOUT, "pause", rf"{_LEAD}(?:(?:can|could|may) (?:i|we) (?:please )?(?:take|have|get|do) (?:a |some )?(?:short |little |quick |five |5 )*(?:minutes? |min )?(?:break|pause|rest)|(?:can|could|may) (?:i|we) (?:please )?(?:pause|rest)\b|(?:can|could|may) (?:i|we) (?:do|finish|answer) (?:this|it|that|the rest) (?:later|tomorrow|another time)|i need (?:a |some )(?:short |little |quick )?(?:break|pause|rest)|(?:be right back|brb)$)"),
    (Intent.ABOUT, "counts", rf"{_LEAD}(?:is (?:this|it) (?:for )?(?:a |my |our )?(?:homework|classwork|grade|graded|marks?|marked|test|an exam|quiz)s?\b|does (?:this|it) (?:count|get graded|go on my)\b|(?:do|will|am) (?:i|we) (?:get|be|getting) (?:a )?(?:marks?|grades?|points?|marked|graded)\b|(?:are|will) you (?:be )?(?:grading|marking|giving) me)"),
    (Intent.ABOUT, "seen", rf"{_LEAD}(?:(?:can|could|will|does|do|is|are) (?:my |the |our )?(?:teacher|sir|miss|mum|mom|mother|dad|father|parents?|class|classmates?|school|anyone|anybody|someone|somebody|others?|everyone)\b.*\b(?:see|sees|read|reads|reading|know|look|looking|watch\w*|told|shown)\b|who (?:can |could |will |else )*(?:see|sees|read|reads|know|knows|look|looks) (?:at )?(?:my|this|what i|these|me)\b|(?:do|will|are) you (?:tell|telling|show|showing|report|send|snitch)\w* (?:on me |this |it )?(?:to )?(?:my |the )?(?:teacher|parents?|mum|mom|dad|anyone|school))"),
    (Intent.ABOUT, "test", rf"{_LEAD}(?:what (?:will|is|is going to|do|does|could|might) .*\b(?:be |come |coming )?(?:on|in|for|up in) (?:the|our|my|this) (?:\w+ )?(?:test|exam|quiz)\b|(?:what is|is this) coming (?:up )?in (?:the|our|my) (?:test|exam)|(?:will|is) this (?:be )?(?:on|in) (?:the|our|my) (?:test|exam)|when is (?:the|our|my) (?:test|exam)|(?:do|will|must|should) (?:i|we) (?:really )?(?:need|have|need to|have to)? ?(?:to )?(?:know|learn|remember) (?:this|it|that|these|all this)\b.* for (?:the|our|my|a|any) (?:\w+ )?(?:tests?|exams?|quiz|finals?|sats|gcses?|mocks?)|(?:will|does|is|can) (?:this|it|that) (?:going to )?(?:come up|be|on|appear) .*\b(?:tests?|exams?|finals?|sats|gcses?|mocks?)\b)"),
    (Intent.ABOUT, "made", rf"{_LEAD}(?:who (?:made|created|built|programmed|invented|coded|wrote|owns) you\b|(?:are|r) you (?:chat ?gpt|siri|alexa|smart|alive|conscious|old|a boy|a girl)\b|do you (?:have|feel|like|get|love|hate|sleep|eat|dream) (?:a |any )?(?:feelings?|emotions?|pain|tired|bored|angry|friends?|body|family|me)\b|how old are you|where (?:are you from|do you live)|what are you made of)"),
    (Intent.ABOUT, "data", rf"{_LEAD}(?:what (?:do|will|happens) (?:you )?(?:do )?(?:with|to) (?:my|the) (?:data|answers?|messages?|information|info|chat)|(?:do|will|can|are) you (?:save|saving|store|storing|keep|keeping|record|recording|remember|remembering|see|watch\w*|hear|spy\w*|delete) (?:on )?(?:me|what i\b.*|my \w+|this|all this|everything)(?: \?)*$|is (?:this|it|my data) (?:private|safe|secret|anonymous|saved|recorded))"),
    (Intent.ABOUT, "know", rf"{_LEAD}how (?:do|can|would) you (?:even )?know (?:what|how|if|that|which) (?:i|good i)\b"),
    (Intent.ABOUT, "cost", rf"{_LEAD}(?:(?:do|must) (?:i|we) (?:really )?(?:have|need) to (?:do|answer|finish|write) (?:this|that|these|them|it|all)(?: \w+)?(?: \?)*$|what (?:happens|if) (?:if )?(?:i |it )?(?:get|am|is|do|answer|make|skip|take|use|fail|do not)\b.*\b(?:wrong|skip|mistakes?|hints?|answer|fail|know)\b|(?:is it|it is) (?:bad|ok|okay|fine|allowed|cheating) (?:if|to|when)\b.*\b(?:skip|wrong|hints?|help|guess|calculator)\b|does it matter (?:if|when|that)\b.*\b(?:skip|wrong|hints?|help|guess)\w*|(?:can|may|am) i (?:allowed to )?use (?:a |my )?(?:calculator|phone|notes|book|paper|pencil|textbook)\b)"),
    (Intent.ABOUT, "course", rf"{_LEAD}(?:what (?:is|will) (?:this|the) (?:course|app|class|lesson|unit) (?:about|for|teach)|(?:what|which|how many) (?:topics?|skills?|chapters?|lessons?|subjects?) (?:are|do|does|can|is|have|in|will)\b|what (?:else )?(?:is there|can i|can we|could i|do we|will we|will i|are we going to|are we) (?:to )?(?:learn\w*|practi[cs]e|stud(?:y|ying)|do(?:ing)?|cover\w*)(?: (?:here|today|next|in this course|with you|now))*(?: \?)*$|(?:can|may) i (?:choose|pick|change|decide) (?:the |a |my |another )?(?:topic|skill|subject|course|chapter)s?\b|what are we (?:doing|learning|going to do)(?: (?:today|now|here))*)"),
    (Intent.ABOUT, "can", rf"{_LEAD}(?:what (?:can|do) you (?:actually |even )?do(?: for me)?(?: \?)*$|what are you (?:for|good for)|how (?:does|do) (?:this|you|it all|this app|this thing) work(?: here)?(?: \?)*$|what (?:am|are) (?:i|we) supposed to do(?: (?:here|now|with you))*|what can i (?:ask|say|do here)\b|how do i use (?:this|you))"),
    (Intent.ABOUT, "task", rf"{_LEAD}(?:what (?:do|does|am|are|must|should|is) (?:i|we|it|this) (?:have|supposed|meant|need|expected|want me) to (?:do|write|type|answer|put|find|say)(?: (?:here|now|with (?:this|it)|in this (?:one|question)))*(?: \?)*$|what (?:is|was) (?:this|it)(?: one)?(?: all| even)? about(?: \?)*$|what (?:is|was) the (?:question|task|exercise|problem)\b(?: (?:asking|about|again|here|even|for|me|now))*(?: \?)*$|{_SEE}|(?:where|which) is the {_TASK}\b.*|i can not (?:see|find|read) (?:the|your|any) {_TASK}\b.*|how (?:do|should|must|can|am) i (?:supposed to )?(?:write|type|enter|give|send|submit|format) (?:in )?(?:my|the|an|this|it|fractions?)(?: answers?)?(?: (?:here|in|down))*(?: \?)*$|(?:can|may|could) i (?:write|answer|type|put|give) (?:it |this |that |my answer |the answer )?(?:down )?(?:as|in|with) (?:an? )?{_FORM}\b.*|do i (?:have|need) to (?:simplify|reduce|round|show|explain|use|write|type|put|give) .*|(?:do|should|must) i (?:write|type|put|give|use|answer(?: with)?|round|simplify) .*|(?:one|two|a|just one) {_FORM} or (?:one|two|three|more|several|a)(?: {_FORM})?(?: \?)*$)"),
    # ── feelings ──
    (Intent.FEELING, "sad", rf"{_LEAD}(?:(?:my|our) (?:\w+ )?(?:dog|cat|hamster|pet|rabbit|fish|bird|horse|grand\w+|nan|uncle|aunt|friend)\b.*\b(?:died|dead|passed away|is dying|in hospital)|i (?:am|feel|was|have been) {_LOUD}(?:sad|lonely|unhappy|depressed|heartbroken|alone|homesick|upset|down)\b(?: (?:today|now|right now|lately|about \w+.*))?|i miss (?:my|him|her|them|home)\b|(?:no ?body|no one) (?:likes|loves|wants|talks to|plays with) me\b|(?:my )?(?:friends?|classmates?|people|kids|they|everyone)\b.* (?:were|are|was|is) (?:being )?(?:mean|nasty|horrible|rude) (?:to|with) me|i (?:had|got into|have had) a (?:big )?(?:fight|argument|row) with\b|(?:this|it|today|everything) makes me (?:want to )?(?:cry|sad)|i (?:want to|could|am going to|am) cry(?:ing)?\b|(?:today|it|this) (?:was|is|has been) (?:a |the |such a )*(?:really )?(?:bad|horrible|terrible|awful|worst|rough) (?:day|week)|my parents (?:are|were) (?:fighting|getting divorced|arguing|splitting up))"),
    (Intent.FEELING, "unwell", rf"{_LEAD}(?:i (?:am|feel|am feeling) {_LOUD}(?:tired|sleepy|exhausted|ill|sick|unwell|dizzy|cold|hot|stressed|stressed out|overwhelmed|burnt out)\b(?: (?:today|now|right now|tonight|of (?:this|it|school)))?$|i (?:do|did|have) not (?:feel|feeling|sleep|slept) (?:so |very |too |that )?(?:well|good|great|enough|much|at all)\b|i (?:have|got|have got) (?:a |an )?(?:\w+ )?(?:headache|stomach ?ache|tummy ?ache|cold|fever|flu|migraine)\b|i am in (?:a |such a )*(?:really |very )?(?:bad|terrible|awful|foul) mood\b.*|my (?:head|tummy|stomach|eyes?|hand) (?:hurts?|aches?|is killing me))"),
    (Intent.FEELING, "low", rf"{_LEAD}(?:i (?:am|feel|feel like i am|look) {_LOUD}(?:stupid|dumb|an idiot|idiot|useless|hopeless|a failure|worthless|slow|not smart|not clever|bad at|terrible at|rubbish at|no good at|the worst)\b.*|i (?:really |just )*suck(?: at \w+.*)?$|i (?:really |just |so )*(?:hate|can not stand|do not like) {_WORK}\b(?! (?:question|one|problem|exercise|task))(?: (?:so much|so bad|a lot|really|class|lessons?))*$|{_WORK} (?:is|are) {_LOUD}(?:stupid|dumb|the worst|hell|pointless|useless)$|i (?:never|can not|will never|can not ever|do not) (?:get|do|understand|learn|know) (?:anything|it|this) (?:right|ever)\b|i (?:always|never) (?:get|fail|mess|pass)\b.*|i (?:have )?(?:failed|flunked|messed up) (?:my|the|a) \w+|every ?(?:one|body)(?: \w+)*? is (?:better|smarter|faster|cleverer) than me|i (?:am|feel) {_LOUD}(?:nervous|worried|anxious|scared|afraid(?! i\b| that\b)|panicking|freaking out)\b.*|i (?:want to|feel like|am) giv(?:e|ing) up (?:on )?(?:everything|maths?|coding|school|learning|all)\b.*|i am not (?:smart|clever|good) enough\b.*|i (?:will|am going to|am gonna) (?:never|fail)\b.*)"),
    (Intent.FEELING, "cross", rf"{_LEAD}(?:(?:this|it) (?:is taking|takes|took) {_LOUD}(?:forever|ages|(?:so |too |very )*long|hours)\b.*|(?:this|it|that|you) (?:is|are) {_LOUD}(?:annoying|frustrating|stressful|unfair to me|driving me (?:mad|crazy))$|i am {_LOUD}(?:angry|annoyed|frustrated|mad|fed up|cross)\b.*|(?:you|this) annoys? me\b|a+r+g+h+$|gr+$|u+gh+$)"),
    (Intent.FEELING, "glad", rf"{_LEAD}(?:(?:yay+|woo+(?:hoo+)?|yes+s|yippee|hooray|lets goo*)(?: i (?:did|got|made) it)?$|(?:yay+ )?i (?:did|made|finally did) it$|(?:yay+ )?i (?:finally )?(?:get|got|understand|understood) (?:it|something|this|one) (?:finally|at last|right)?$|i finally (?:get|got|understand|did)\b.{{0,20}}$|i am {_LOUD}(?:proud|happy|glad|excited)\b(?: (?:of (?:me|myself|this)|now|today|about (?:it|this)))?$|i (?:got|have|just got) (?:an? )?(?:a\+?|1|100|full marks|good (?:grade|mark)|top marks) (?:on|in|for) my\b.*|(?:i|we) passed(?: (?:my|the) \w+)?$)"),
)  # fmt: skip
_COMPILED = tuple((intent, kind, re.compile(pattern)) for intent, kind, pattern in ASIDES)
_TAIL = re.compile(r"(?: (?:haha|lol|lmao|please|though|tbh|rn|now|man|bro|so))+$")
# What is said to a message that is beside the task by the classifier alone.
GENERAL = {Intent.ABOUT: "something", Intent.FEELING: "somehow"}
KINDS = frozenset(kind for _, kind, _ in ASIDES) | frozenset(GENERAL.values())


@dataclass(frozen=True, slots=True)
class Aside:
    """A message beside the task: its intent, and which kind of it (one of `KINDS`)."""

    intent: Intent
    kind: str


def aside(words: str) -> Aside | None:
    """What a message, as `said` writes it, says beside the task; None when it is about the task."""
    words = _TAIL.sub("", words)
    for intent, kind, pattern in _COMPILED:
        if pattern.search(words):
            return Aside(intent, kind)
    return None
