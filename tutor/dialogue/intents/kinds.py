"""The closed list of what a learner may mean."""

from enum import StrEnum


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
    PLACE = "place"  # to be placed by a few questions
    OTHER_WAY = "other_way"  # the same by other means
    THIS_WAY = "this_way"  # one of the ways, by button
    PROGRESS = "progress"
    WHY_THIS = "why_this"
    AGREE = "agree"
    SOCIAL = "social"
    THANKS = "thanks"
    OFF_TOPIC = "off_topic"
    ABOUT = "about"  # about the lesson, the tutor, one's data
    FEELING = "feeling"  # how the learner is, not about an answer
    CONCERN = "concern"
    INJECTION = "injection"
    START = "start"
    STOP = "stop"
    HELP = "help"
    FELT = "felt"  # how the session was
    EMPTY = "empty"
    TOO_LONG = "too_long"
