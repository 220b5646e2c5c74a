"""A concern: something in a message that an adult must see, or that the tutor must not follow."""

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    """What the concern is about."""

    SELF_HARM = "self_harm"
    ABUSE = "abuse"
    DANGER = "danger"
    SEXUAL = "sexual"
    VIOLENCE = "violence"
    HATE = "hate"
    PERSONAL_DATA = "personal_data"
    INJECTION = "injection"


CRISES = frozenset({Kind.SELF_HARM, Kind.ABUSE, Kind.DANGER})


@dataclass(frozen=True, slots=True, kw_only=True)
class Concern:
    """What was noticed. `tier` 1 tells a named adult at once and uses the crisis reply; 2 is
    listed for the teacher; 0 tells nobody (an attempt to make the tutor misbehave)."""

    kind: Kind
    tier: int
    guessed: bool = False  # by words alone: what the text means may take it back

    @property
    def doubtful(self) -> bool:
        """Whether it may be a crisis: the learner is asked, and a teacher sees it on the list."""
        return self.tier == 2 and self.kind in CRISES
