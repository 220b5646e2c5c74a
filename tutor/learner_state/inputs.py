"""The inputs of a prediction: what one learner's trace says about the response to come."""

from math import log1p

from tutor.learner_state.trace import HALF_LIFE, UNMET, LearnerTrace, Step

FEATURES = (
    "d_item",
    "d_skill",
    "theta",
    "theta_k",
    "recent_wins",
    "recent_fails",
    "wins",
    "fails",
    "fast",
    "streak",
    "new_skill",
    "new_item",
    "item_wins",
    "item_last",
    "gap_steps",
    "gap_hours",
    "same_skill",
    "skill_wins",
    "skill_fails",
    "ema",
    "slow",
    "last",
    "item_fails",
    "item_hours",
)
SLOPES = ("skill_wins", "skill_fails", "new_skill", "item_last", "same_skill", "theta_k", "streak")


def features(
    trace: LearnerTrace, step: Step, d_item: float, d_skill: float
) -> tuple[list[float], list[list[float]]]:
    """The inputs in the order of FEATURES, and per skill those of SLOPES.

    With several skills a feature of a skill is the mean over them.
    """
    won, item_last, failed, item_at = trace.items.get(step.item, UNMET)
    same = 1.0 if trace.before == step.skill_key else 0.0
    sums, slopes = _of_skills(trace, step, item_last, same)
    theta, recent_w, recent_f, streak, new, steps, hours, log_w, log_f, ema = sums
    t = step.t
    x = [d_item, d_skill, trace.theta, theta, recent_w, recent_f, log1p(trace.wins)]
    x += (log1p(trace.fails), trace.fast, streak, new, 0.0 if item_last else 1.0, log1p(won))
    x += (item_last, steps, hours, same, log_w, log_f, ema, trace.slow, trace.last, log1p(failed))
    x.append(log1p((t - item_at) / 3600.0) if t > item_at > 0 else 0.0)
    return x, slopes


def _of_skills(
    trace: LearnerTrace, step: Step, last: float, same: float
) -> tuple[tuple[float, ...], list[list[float]]]:
    """The means over the skills (ability, recent wins and fails, streak, newness, gaps in responses
    and in hours, wins and fails in all, surprises), and each skill's slopes."""
    share, t, known, count = 1.0 / len(step.skills), step.t, trace.skills, trace.count
    last, same = last * share, same * share
    theta = recent_w = recent_f = streak = new = steps = hours = wins = fails = ema = 0.0
    slopes = []
    for name in step.skills:
        skill = known.get(name)
        if skill is None:
            new += share
            slopes.append([0.0, 0.0, share, last, same, 0.0, 0.0])
            continue
        at, won, failed = skill.at, skill.recent_wins, skill.recent_fails
        if t > at > 0:
            fade = 2.0 ** (-(t - at) / HALF_LIFE)
            won *= fade
            failed *= fade
            hours += log1p((t - at) / 3600.0) * share
        recent_w += log1p(won) * share
        recent_f += log1p(failed) * share
        steps += log1p(count - skill.step) * share
        ema += skill.ema * share
        theta += (able := skill.theta * share)
        streak += (row := skill.streak * share)
        wins += (log_w := log1p(skill.wins) * share)
        fails += (log_f := log1p(skill.fails) * share)
        slopes.append([log_w, log_f, 0.0, last, same, able, row])
    return (theta, recent_w, recent_f, streak, new, steps, hours, wins, fails, ema), slopes
