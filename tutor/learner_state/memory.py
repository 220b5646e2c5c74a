"""Whether a skill is known: a two-state hidden Markov readout with forgetting between visits.

Belief P(known) starts at h₀ = 0.4, moved by the learner's ability so far. Before each visit it decays with the days gone by,
h·R(days), R = (1 + days/(9S))⁻¹, with S the stability in days (the power law of FSRS-4, where
R(S) = 0.9). A response multiplies the odds by P(y|known)/P(y|not known); slip 0.175 and guess
0.227 hold at medium difficulty and ability and are shifted, in logits, by how much easier the
item is than its skill and by half the learner's ability. Then the visit itself may teach:
h += (1 − h)·T with T = 0.12. The constants are medians of 77 fits to real skills
(docs/learner-model.md). S starts at 4 days, grows with every right response the more the longer
it was ago, and shrinks with wrong ones.

Where an item needs several skills, all of them must be known for the chance 1 − slip; with one
missing it is the chance to guess (the noisy “and” of DINA, Junker & Sijtsma 2001). So each skill
takes of the evidence what the others leave open: a wrong response speaks against the one that is
believed least, a right one proves little of a skill beside one that is hardly known.

Only a first try without help may raise the belief; a response never moves it the wrong way.
"""

from math import exp, log

from tutor.learner_state.trace import sigmoid

START_KNOWN = 0.4
LEARN = 0.12
GUESS = 0.227
SLIP = 0.175
START_STABILITY = 4.0  # days
LEAST_STABILITY = 2.0
MOST_STABILITY = 365.0
_GUESS_LOGIT = log(GUESS / (1 - GUESS))
_SLIP_LOGIT = log((1 - SLIP) / SLIP)


def retention(days: float, stability: float) -> float:
    """The share of what was known that is still known after `days`, from 1 down towards 0."""
    return 1.0 / (1.0 + max(0.0, days) / (9.0 * stability))


def days_until(known: float, left: float, stability: float) -> float:
    """After how many days `known` is down to `left`; 0 where it is lower already."""
    return max(0.0, 9.0 * stability * (known / left - 1.0))


def start_known(theta: float) -> float:
    """P(known) of a skill never practised, for a learner of ability `theta` (logits, 0 average)."""
    return min(0.8, max(0.25, sigmoid(log(START_KNOWN / (1.0 - START_KNOWN)) + theta)))


def update_known(
    known: float,
    y: float,
    *,
    shift: float = 0.0,
    weight: float = 1.0,
    teaches: bool = True,
    beside: float = 1.0,
) -> float:
    """P(known) after a response, from P(known) just before it.

    `y` from 0 (wrong) to 1 (right); `shift` is the ease of the item for this learner in logits;
    `weight` from 0 to 1 tempers the evidence; `beside` is the chance that whatever else the item
    needs is known. A right response (y = 1) never lowers the result, anything less than right
    never raises it.
    """
    shift = min(0.8, max(-1.0, shift))
    right_not = sigmoid(_GUESS_LOGIT + shift)
    right_known = beside * sigmoid(_SLIP_LOGIT + shift) + (1.0 - beside) * right_not
    ratio = weight * (
        y * log(right_known / right_not) + (1.0 - y) * log((1.0 - right_known) / (1.0 - right_not))
    )
    held = min(1.0 - 1e-6, max(1e-6, known))
    odds = held / (1.0 - held) * exp(ratio)
    after = odds / (1.0 + odds)
    if teaches:
        after += (1.0 - after) * LEARN * weight
    return max(known, after) if y >= 1.0 else min(known, after)


def update_stability(stability: float, days: float, *, right: bool) -> float:
    """The stability in days after a response that came `days` after the one before."""
    if right:
        grown = stability * (1.0 + 2.0 * (1.0 - retention(days, stability)) + 0.05)
        return min(MOST_STABILITY, grown)
    return max(LEAST_STABILITY, stability * 0.7)
