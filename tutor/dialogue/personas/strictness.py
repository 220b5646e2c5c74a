"""What a persona's strictness demands of a learner. Pure.

It moves four thresholds and never a verdict: how many unsuccessful responses come before Tell,
how many before a wish for the answer is granted, how often a reason is asked for, and how often the right value in
another form than asked is sent back before it may pass with a remark. No persona
is so strict that a learner is left with an item after the third.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Demands:
    """`rounds`, `rounds_choice`: responses before Tell (`choice`: of a choice item);
    `before_answer`: responses before the answer is told on request; `whys_every`: solved items
    between two why-questions; `repairs`: times that a form is asked for again before the item may be
    left with a remark, None where it must be mended.
    """

    rounds: int
    rounds_choice: int
    before_answer: int
    whys_every: int
    repairs: int | None


_BY_STRICTNESS = (
    Demands(rounds=2, rounds_choice=2, before_answer=1, whys_every=4, repairs=0),
    Demands(rounds=3, rounds_choice=2, before_answer=2, whys_every=3, repairs=1),
    Demands(rounds=3, rounds_choice=2, before_answer=2, whys_every=2, repairs=1),
    Demands(rounds=3, rounds_choice=2, before_answer=3, whys_every=2, repairs=None),
    Demands(rounds=3, rounds_choice=3, before_answer=3, whys_every=1, repairs=None),
)


def demands(strictness: int) -> Demands:
    """What a strictness from 1 (lenient) to 5 demands; beyond them as the nearest."""
    return _BY_STRICTNESS[max(1, min(strictness, len(_BY_STRICTNESS))) - 1]
