"""What learners say about what they can do: why it is believed of them, that it is not so, what they set out to learn. Pure."""

import re

from tutor.dialogue.intents.asides import CONTEST, WHY_BELIEVED
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.said import said
from tutor.dialogue.reading.heard import Found, Reading, Vocabulary
from tutor.dialogue.session import Session

_LEAD = r"(?:(?:so|but|and|ok|okay|hey|hi|well|no|nope|hm+|please|pls|pues|pero|y|oye) )*"
_WHY = re.compile(
    rf"^{_LEAD}(?:why(?: not)?|how come|how so|says who|based on what|how do you know(?: that| this| it)?"
    r"|(?:why|how come|what makes you|how can you) (?:do |would |did |are )?(?:you )?"
    r"(?:think|believe|say|saying|know|see)"
    r"(?: (?:so|that|this|it|of|about|me|i|am|still|growing|like))*"
    r"|why (?:only |is it |is that |are they |still |just )*"
    r"(?:that|those|growing|that one|those ones|not solid|not done)"
    r"|where (?:do|did) you (?:get|know|take) (?:that|this|it)(?: from)?"
    r"|por que(?: (?:crees|piensas|dices)(?: eso)?)?|como (?:lo |)sabes(?: eso)?|en que te basas)(?: \?)*$"
)
_NOT_SO = (
    r"(?:i (?:do not|dont) (?:agree|think so|believe (?:that|you))|i disagree|"
    r"(?:that|this|it)(?: is)? (?:not|isnt|is not) (?:true|right|fair|correct|so)|"
    r"(?:that|this|it) is (?:wrong|false|unfair)|thats (?:wrong|not true|not right|not fair)|"
    r"you are (?:so |totally )?wrong|not true|no estoy de acuerdo|"
    r"no es (?:verdad|cierto|asi|justo)|te equivocas|eso no es (?:verdad|cierto|asi))"
)
_CONTESTS = re.compile(rf"^{_LEAD}{_NOT_SO}(?: (?P<rest>.+))?$")
_CAN = re.compile(
    rf"^{_LEAD}(?:i (?:can(?: already)?|already can|(?:already )?know(?: how to)?|"
    rf"am (?:good|great|fine) (?:at|with|in)|understand|get|have got)|"
    rf"(?:yo )?(?:ya )?(?:se|entiendo|domino))(?: do| use| all of| all| about)* "
    rf"(?P<x>.{{3,60}})$"
)
# A wish to be able to do something, and one that is such a wish only where a day is named with it.
_AIM = (
    r"(?:be able to(?: do)?|(?:get|be|become) (?:much |really |a lot )?"
    r"(?:better|good|great|faster|stronger) (?:at|in|with)|learn(?: about| how to| to)?|master|"
    r"practi[cs]e|revise|review|improve(?: at| in| on| my)?|train|catch up (?:on|with)|finish|"
    r"(?:be|get) ready for|prepare(?: for)?|work on|aprender(?: a)?|mejorar(?: en)?|practicar|"
    r"dominar|repasar|estudiar|prepararme para)"
)
_AIM_BY = r"(?:know(?: how (?:to|you))?(?: about)?|understand|study|do|saber|entender|hacer)"
_WANT = (
    r"(?:(?:i|we) (?:really |just )?"
    r"(?:want|need|have|must|should|would like|hope|got|am trying|plan|am going|will|am supposed)"
    r"(?: to)?|(?:quiero|necesito|debo|tengo que|tenemos que))"
)
_WISHES = re.compile(
    rf"^{_LEAD}(?:{_WANT} (?:{_AIM}|(?P<by>{_AIM_BY})) (?P<x>.+)"
    r"|(?:my|our) (?:goal|aim|target|plan|objective) (?:is|for \w+ is)(?: to)?"
    r"(?: (?:learn|master|do|know|be able to(?: do)?|get better at|understand))? (?P<y>.+)"
    r"|(?:can you |could you |please )*help me (?:to )?(?:get ready|prepare)(?: for)?"
    r"(?: (?:a|the|my) (?:test|exam|quiz) (?:on|about))? (?P<z>.+)"
    r"|mi (?:meta|objetivo) es(?: (?:aprender|saber|dominar))? (?P<w>.+))$"
)
_DAY = re.compile(
    r"(?: (?:by|for|until|till|before|on|next|this|para|antes de|antes del|hasta|el|la|the|my|our|"
    r"test|exam|quiz|class|clase|examen))* "
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tomorrow|next week|the (?:test|exam)|lunes|"
    r"martes|miercoles|jueves|viernes|sabado|domingo|manana|"
    r"(?:la )?(?:proxima semana|semana que viene))\b.*$"
)


def of_the_belief(body: str, session: Session, vocabulary: Vocabulary) -> Reading | None:
    """What answers “Here is what I believe, and you may disagree”: why, or that it is not so; None elsewhere."""
    if session.moves[-1:] != ("show_belief",):
        return None
    words = said(body)
    if _WHY.fullmatch(words):
        return Reading(intent=Intent.PROGRESS, text=body, aside=WHY_BELIEVED)
    contests = _CONTESTS.match(words)
    can = _CAN.match(contests["rest"] or "" if contests else words)
    if can and (named := _skills(can["x"], vocabulary)):
        return Reading(intent=Intent.CLAIM, text=body, about=named)
    return Reading(intent=Intent.ABOUT, text=body, aside=CONTEST) if contests else None


def sets_out(body: str, vocabulary: Vocabulary) -> Reading | None:
    """What a learner wants to be able to do, often by a day; None where a message is no such wish, or of no skill
    of the course. To want to *know* something is a question unless a day is named."""
    words = said(body)
    found = _WISHES.match(words) if "?" not in words else None
    if found is None:
        return None
    wanted = next(part for part in (found["x"], found["y"], found["z"], found["w"]) if part)
    if found["by"] and not _DAY.search(f" {wanted}"):
        return None
    named = _skills(_DAY.sub("", f" {wanted}"), vocabulary)
    return Reading(intent=Intent.PRACTICE, text=body, about=named) if named else None


def _skills(words: str, vocabulary: Vocabulary) -> tuple[Found, ...]:
    return tuple(one for one in vocabulary(words.strip()) if one.skill is not None)
