"""What a message is that rules alone do not settle: a classifier's shares held against the rules' reading. Pure."""

import re
from dataclasses import replace

from tutor.dialogue.intents import meaning
from tutor.dialogue.intents.asides import GENERAL
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.likely import Situation, Vector, likely
from tutor.dialogue.intents.phrases import BESIDE, STRONG
from tutor.dialogue.reading.heard import Heard, Reading
from tutor.dialogue.reading.offhand import offhand
from tutor.dialogue.reading.ruled import asks_on
from tutor.dialogue.session import Waiting
from tutor.items.grade import Verdict

SURE = 0.5  # probability from which the classifier is followed
SURER = 0.8  # the same against a grader's verdict, or when the tutor waits for an explanation
HOW_TO = re.compile(
    r"\bhow (?:do|can|would|should) (?:i|you|we|u) (?!know|work|see|get|use|decide|choose|pick)\w+"
)
EXPLAIN_X = re.compile(
    r"\bexplain (?!(?:this|that|it|these|them|again|more|pls|please|the|why|how|what|me|to|in|"
    r"like|differently|better|simpl\w+|slow\w+|everything|a|my|your|so|because|"
    r"step)\b)[^\W\d]{4,}"
)
# “explain to me why onions make you cry” names what is to be explained.
EXPLAIN_WHY = re.compile(
    r"\bexplain (?:(?:to|for) (?:me|us) |me )?(?:please )?(?:why|how|what|when|where|which) "
    r"(?!(?:this|that|it|to|i|i'?m|you|we)\b)\S+ \S+"
)
GOES_TO = re.compile(
    r"\b(?:move|go|skip|switch|change|jump|get|come) (?:on |over |ahead |back )?to "
    r"(?!bed|sleep|school|lunch|dinner|class|football|practice|the (?:toilet|loo|bathroom)|"
    r"my)\w+|\bnot (?:want to )?stop\b|\bdon'?t (?:want to |wanna )?stop\b"
)
MEANT = 0.25  # the same for what words and meaning say together
OPEN = 0.8  # below which the words have left open what is meant
DOUBTS = 4  # intents between which a model may be asked
# What a question about the matter is easily taken for, by a word in it.
OF_THE_LESSON = frozenset(
    {
        Intent.HINT,
        Intent.STUCK,
        Intent.DONT_KNOW,
        Intent.SKIP,
        Intent.ABOUT,
        Intent.OFF_TOPIC,
        Intent.EXAMPLE,
    }
)
REQUESTS = frozenset(Intent) - {
    Intent.RESPONSE, Intent.REPLY, Intent.QUESTION, Intent.TOPIC, Intent.EXPLAIN, Intent.AGREE,
    Intent.OFF_TOPIC, Intent.CLAIM,
}  # fmt: skip


def situation(heard: Heard) -> Situation:
    """What the classifier is told besides the words."""
    return Situation(
        verdict=str(heard.grade.verdict) if heard.grade is not None else "",
        kind=heard.item.type_name if heard.item is not None else "",
        named=heard.about[0].sure if heard.about else 0.0,
    )


def weighed(
    heard: Heard, words: str, by_rule: Reading, meant: Intent | None, vector: Vector | None
) -> Reading:
    """The classifier's reading where it is sure enough to go against the rules'."""
    shares = likely(words, situation(heard))
    unsure, sure = shares[0][1] < OPEN and not heard.exact, SURE
    if unsure and vector is not None:
        shares, unsure, sure = meaning.meant(words, situation(heard), vector), False, MEANT
    found = _by_shares(heard, by_rule, shares, meant, sure)
    if found.intent is Intent.RESPONSE and heard.item is not None and offhand(heard):
        found = replace(found, grade=heard.item.asked_back())
    return replace(found, unsure=True) if unsure else found


def _by_shares(
    heard: Heard,
    by_rule: Reading,
    shares: tuple[tuple[str, float], ...],
    meant: Intent | None,
    sure: float,
) -> Reading:
    intent, share = Intent(shares[0][0]), shares[0][1]
    doubt = tuple(Intent(name) for name, _ in shares[:DOUBTS])
    if meant is not None and meant in doubt:
        intent, share, doubt = meant, 1.0, ()
    waits = heard.session.waiting in (Waiting.PROBE, Waiting.WHY, Waiting.EXPLAIN_BACK)
    if waits and (intent not in REQUESTS or intent in GENERAL):
        return by_rule
    if by_rule.intent is intent or (by_rule.intent is Intent.PRACTICE and by_rule.about):
        return by_rule
    searched = STRONG.search(heard.spoken) and not BESIDE.search(heard.spoken)
    if by_rule.intent is Intent.QUESTION and intent in OF_THE_LESSON and searched and heard.matter:
        return by_rule  # “which lens do i start with” asks for no hint
    asked = by_rule.intent is Intent.QUESTION and intent is Intent.RESPONSE
    if asked and (searched or asks_on(heard)):
        return by_rule
    if intent is Intent.ABOUT and by_rule.intent is Intent.QUESTION and HOW_TO.search(heard.spoken):
        return by_rule  # “how do i count the letters”: the course may say
    if intent is Intent.OFF_TOPIC and searched:
        return by_rule  # whether the course says something about it, the search finds out
    if share < (SURER if heard.exact or waits or intent in GENERAL else sure):
        return by_rule if heard.exact or waits else replace(by_rule, doubt=doubt)
    return _as(intent, heard) or replace(by_rule, doubt=doubt)


def _as(intent: Intent, heard: Heard) -> Reading | None:
    """The message as having an intent; None where it cannot have it."""
    match intent:
        case Intent.RESPONSE:
            unread = heard.grade is None or heard.grade.verdict is Verdict.UNREADABLE
            if heard.item is None or (heard.about and unread):
                return None
            return Reading(intent=intent, text=heard.body, grade=heard.grade)
        case Intent.ABOUT | Intent.FEELING:
            return Reading(intent=intent, text=heard.body, aside=GENERAL[intent])
        case Intent.EXPLAIN if EXPLAIN_WHY.search(heard.spoken) or (
            EXPLAIN_X.search(heard.spoken) and not heard.about
        ):
            return Reading(
                intent=Intent.QUESTION, text=heard.body
            )  # of something else than what is open
        case Intent.STOP if GOES_TO.search(heard.spoken):
            return None  # to another topic, not home
        case Intent.TOPIC if not heard.about:
            return Reading(intent=Intent.QUESTION, text=heard.body)
        case _:
            return Reading(intent=intent, text=heard.body, about=heard.about)
