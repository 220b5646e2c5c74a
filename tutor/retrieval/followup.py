"""Making a follow-up searchable: what "and why?" is about comes from what is open (pure)."""

import re
from collections.abc import Sequence

from tutor.retrieval.language import analyser_of, fold
from tutor.retrieval.sentences import plain

_GOES_ON = re.compile(
    r"^(?:and|but|so|or|like|then|wait|yeah|ok|why|how so|how come|what about|how about|then|also|what if|really|huh|"
    r"und|aber|warum|wieso|y|pero|por qué|et|mais|pourquoi)\b"
)
_POINTS_BACK = re.compile(
    r"\b(?:it|its|this|that|these|those|they|them|their|he|she|one|ones|there|same|"
    r"das|dies|diese|sie|es|ihn|eso|esto|cela|ça)\b"
)
# “Why are plants green?” names what it is about; “why is that?” does not.
_WHY = re.compile(r"^(?:why|how come|warum|wieso|por qué|pourquoi)\b")
_FEW = 3  # words of content with which a message may still be about what is open


def is_follow_up(text: str, *, language: str = "en") -> bool:
    """Whether a message seems to go on from what was said: it opens so, points back or is bare."""
    folded = fold(text).strip(" ?!.,")
    content = analyser_of(language).content(folded)
    if _GOES_ON.match(folded) and len(content) <= (1 if _WHY.match(folded) else 2 * _FEW):
        return True
    if _POINTS_BACK.search(folded) and len(content) <= _FEW:
        return True
    return len(folded.split()) <= 2 or not content  # “do i have to”


def resolved(
    text: str,
    *,
    skill: str = "",
    prompt: str = "",
    place: str = "",
    language: str = "en",
) -> str:
    """The message with what it is about: the open skill's title, item's prompt, last passage.

    A message that stands by itself comes back unchanged. `place` says where the passage stands
    that was shown last (see `place_of`).
    """
    if not is_follow_up(text, language=language):
        return text
    about = [skill, plain(prompt), place]
    fresh = dict.fromkeys(part.strip() for part in about if part.strip())
    return " ".join((text.strip(), *fresh))


def place_of(path: Sequence[str]) -> str:
    """Title and nearest heading of a passage: all of it would outweigh what was asked."""
    return " ".join(dict.fromkeys((path[0], path[-1]))) if path else ""
