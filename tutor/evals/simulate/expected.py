"""What was expected of our policy against the baselines, beside what came."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from tutor.evals.simulate.baselines import SEES_TRUTH
from tutor.evals.simulate.figures import Figure, compare, figures_of
from tutor.evals.simulate.school import Record

RECALL_GAIN = 0.08  # after 30 days, over the best baseline that does not see the truth
HARD_SHARE = 0.6  # of three-in-a-row's frustrating items
FALSE_CONFIRMED = 0.06
MORE_PRACTICE = 1.1  # items to mastery, over those of BKT with the true parameters
TRUE_BKT = "BKT, true parameters"
THREE = "three in a row"


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One expectation: what came, in words, and whether it was reached."""

    says: str
    reached: bool


def checks(records: Mapping[str, Sequence[Record]]) -> list[Check]:
    """Every expectation that the policies at hand let us look at; none without ours and another."""
    if "ours" not in records or len(records) < 2:
        return []
    ours = figures_of(records["ours"])
    others = {p: figures_of(r) for p, r in records.items() if p != "ours"}
    made = [
        _known(records, others),
        _learned(records, others),
        *_recall(records, others),
    ]
    if THREE in others:
        share = ours["hard"].value / others[THREE]["hard"].value
        made.append(
            Check(
                says=f"frustrating items: {share:.2f} of three-in-a-row's (expected: ≤ {HARD_SHARE})",
                reached=share <= HARD_SHARE,
            )
        )
    false = ours["false_confirmed"].value
    made.append(
        Check(
            says=f"confirmed mastery false in {false:.1%} (expected: ≤ {FALSE_CONFIRMED:.0%})",
            reached=false <= FALSE_CONFIRMED,
        )
    )
    if TRUE_BKT in others:
        made.append(_practice(ours, others[TRUE_BKT]))
    stuck = ours["stuck"].value
    made.append(
        Check(
            says=f"more than 10 items without a change of tack: {stuck:.2f} times per learner "
            "(expected: 0)",
            reached=stuck == 0,
        )
    )
    return made


def _best(
    records: Mapping[str, Sequence[Record]],
    among: Mapping[str, Mapping[str, Figure]],
    key: str,
    of: Callable[[Record], float],
) -> tuple[str, Figure]:
    """The best baseline of a measure, and by what share ours is above it."""
    best = max(among, key=lambda policy: among[policy][key].value)
    return best, compare(records["ours"], records[best], of)


def _known(
    records: Mapping[str, Sequence[Record]], others: Mapping[str, Mapping[str, Figure]]
) -> Check:
    best, gain = _best(records, others, "known", lambda r: r.recall[0])
    return Check(
        says=f"known at the end of equal practice: {gain.value:+.1%} ± {gain.half:.1%} against the "
        f"best baseline, {best} (expected: no less)",
        reached=gain.value >= 0,
    )


def _learned(
    records: Mapping[str, Sequence[Record]], others: Mapping[str, Mapping[str, Figure]]
) -> Check:
    best, gain = _best(records, others, "learned", lambda r: r.learned)
    return Check(
        says=f"known at some time, forgotten since or not: {gain.value:+.1%} ± {gain.half:.1%} "
        f"against the best baseline, {best} (another reading of “known”)",
        reached=gain.value >= 0,
    )


def _recall(
    records: Mapping[str, Sequence[Record]], others: Mapping[str, Mapping[str, Figure]]
) -> list[Check]:
    blind = {policy: table for policy, table in others.items() if policy not in SEES_TRUTH}
    if not blind:
        return []
    best, gain = _best(records, blind, "recall30", lambda r: r.recall[30])
    return [
        Check(
            says=f"recall after 30 days: {gain.value:+.1%} ± {gain.half:.1%} against the best "
            f"baseline that does not see the truth, {best} (expected: ≥ +{RECALL_GAIN:.0%})",
            reached=gain.value >= RECALL_GAIN,
        )
    ]


def _practice(ours: Mapping[str, Figure], theirs: Mapping[str, Figure]) -> Check:
    share = ours["to_confirmed"].value / theirs["to_mastery"].value
    return Check(
        says=f"items to confirmed mastery: {share:.2f} of those that BKT with the true parameters "
        f"needs to mastery (expected: ≤ {MORE_PRACTICE})",
        reached=share <= MORE_PRACTICE,
    )
