"""What the checks take is measured on sentences that they judged, all rules of them."""

import re

from tutor.evals import bench_checks


def test_every_sentence_of_a_walk_is_measured_and_judged_within_reason():
    (_, judged, how), (_, ready, _) = bench_checks.figures(walks=2, turns=10)
    assert int(re.match(r"\d+", how)[0]) > 10
    for spread in (judged, ready):
        p50, p95, p99 = map(float, spread.removesuffix(" ms").split(" · "))
        assert 0 < p50 <= p95 <= p99
    assert float(judged.split(" · ")[0]) < 5  # ms at the median, on the slowest machine seen 0.3
