"""What a released draft still owes: the plain wording beyond it, its question, its core (pure)."""

import re
from collections.abc import Sequence

from tutor.dialogue.checks.polarity import polarity
from tutor.dialogue.wording.sentences import Sentences
from tutor.items.grade import Verdict

WORD = re.compile(r"[^\W\d_]{4,}")
LEADS_IN = re.compile(r"^[^:$`*\n]{1,40}:\s+")  # "Hint 2 of 3: "
NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")
QUESTION = re.compile(r"[?؟？]")
LEAD = 6  # words; a shorter plain sentence without a number only leads in
WIDE_SCRIPT = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]")
COVERED = 0.6  # share of a plain sentence's words that make it said already
CORE = 0.34  # share of the core's words below which a draft has lost it
CITED = re.compile(r"\[(\d{1,3})\]")


def still_to_say(plain: str, said: str, *, core: str = "", leads: bool = False) -> str:
    """What the plain wording says beyond `said`, in its own words and paragraphs; may be "".

    `core` is kept even where it asks a second question; `leads` keeps the opening words ("Not
    quite."), for a verdict that was not yet said.
    """
    asked = QUESTION.search(said) is not None
    opening = not leads
    kept = []
    for paragraph in plain.split("\n\n"):
        left = []
        for sentence in _cut(paragraph):
            bare = LEADS_IN.sub("", sentence)
            needed = bare.strip() in core
            opening = opening and not needed and _leads(sentence)
            again = sentence.strip() in said or (bool(_marks(bare)) and covers(said, bare, COVERED))
            second = asked and not needed and QUESTION.search(sentence) is not None
            if not (opening or again or second):
                left.append(sentence)
        opening = False
        if left:
            kept.append("".join(left).strip())
    return "\n\n".join(kept)


def _cut(text: str) -> list[str]:
    cutter = Sentences()
    return [*cutter.feed(text), *cutter.rest()]


def size(sentence: str) -> int:
    """Words; in scripts without spaces two characters count as one."""
    return max(
        len(sentence.split()), len(sentence.strip()) // 2 if WIDE_SCRIPT.search(sentence) else 0
    )


def last_question(plain: str, said: str) -> str:
    """The plain wording's closing question, when nothing was asked yet; else ""."""
    if QUESTION.search(said):
        return ""
    return next((s.strip() for s in reversed(_cut(plain)) if QUESTION.search(s)), "")


def covers(said: str, text: str, share: float) -> bool:
    """Whether `said` holds at least `share` of the longer words and numbers of `text`."""
    wanted, found = _marks(text), _marks(said)
    return not wanted or len(wanted & found) >= share * len(wanted)


def _marks(text: str) -> set[str]:
    low = text.casefold()
    return {word[:6] for word in WORD.findall(low)} | set(NUMBER.findall(CITED.sub("", low)))


def _leads(sentence: str) -> bool:
    """Whether a plain sentence only leads in ("Not quite.", "Hint 2 of 3:")."""
    text = sentence.strip()
    if text.endswith(":"):
        return True
    bare = not NUMBER.search(text) and "$" not in text and not QUESTION.search(text)
    return bare and size(text) <= LEAD


def lost_core(core: str, said: str) -> bool:
    """Whether a draft has left out the part that may not get lost."""
    return bool(core) and not covers(said, core, CORE)


def verdicts(text: str) -> frozenset[Verdict]:
    """The verdicts that a text states."""
    said = {Verdict.CORRECT: Verdict.INCORRECT, Verdict.INCORRECT: Verdict.CORRECT}
    return frozenset(stated for stated, other in said.items() if polarity(text, other))


def join(parts: Sequence[str]) -> str:
    """Parts as paragraphs."""
    return "\n\n".join(part.strip() for part in parts if part.strip())
