"""What a policy under simulation is: it chooses items and sees what happened.

Ours is in `ours` (without the dialogue) and `dialogue` (with it), those of others in `baselines`.
"""

from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

from tutor.evals.simulate.learner import SimulatedLearner
from tutor.ids import ItemId, MisconceptionId, SkillId


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A policy's choice; `p` is its predicted success, None when it predicts none.

    `again` says that it is the item of the time before, which is open still: what was typed could
    not be graded. `shows` are the misconceptions that an answer to it can betray; any, where None.
    """

    item: ItemId
    skill: SkillId
    p: float | None = None
    change_of_tack: bool = False
    again: bool = False
    shows: frozenset[MisconceptionId] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """The outcome of an asked item, as a policy may see it."""

    right: bool
    helped: bool
    misconception: MisconceptionId | None
    at: datetime


class Policy(Protocol):
    """Chooses items for one learner after another; what it learns of the course, it keeps."""

    def begin(self, learner: SimulatedLearner, seed: int) -> None:
        """A new learner; the truth in it is for the policies that say that they see it."""
        ...

    def ask(self, now: datetime) -> Asked:
        """The next item."""
        ...

    def took(self, asked: Asked, happened: Happened) -> None:
        """The outcome."""
        ...

    def mastered(self, skill: SkillId) -> bool:
        """Whether the policy holds the skill for mastered."""
        ...

    def confirmed(self, skill: SkillId) -> bool:
        """Whether it holds it for settled; the same as `mastered` where there is no difference."""
        ...

    def found(self) -> frozenset[MisconceptionId]:
        """Misconceptions that it noticed."""
        ...

    def spent(self) -> tuple[int, float]:
        """Turns of dialogue so far, and the seconds inside them; 0 where nobody talks."""
        ...

    def close(self) -> None:
        """The class is over."""
        ...
