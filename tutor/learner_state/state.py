"""The learner state: its types, its replay from the log, and its snapshots, in one place."""

from tutor.learner_state.replay import apply, replay
from tutor.learner_state.shape import (
    Ability,
    Goal,
    ItemMemory,
    LearnerState,
    MisconceptionSeen,
    OpenItem,
    Override,
    empty_state,
)
from tutor.learner_state.snapshot import FORMAT, from_json, to_json

__all__ = [
    "FORMAT",
    "Ability",
    "Goal",
    "ItemMemory",
    "LearnerState",
    "MisconceptionSeen",
    "OpenItem",
    "Override",
    "apply",
    "empty_state",
    "from_json",
    "replay",
    "to_json",
]
