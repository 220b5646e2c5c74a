"""`meno simulate`: our policy and the baselines over simulated learners, with a report."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import Any

from tutor.curriculum.course import Course
from tutor.evals.simulate.figures import Figure, compare, figures_of
from tutor.evals.simulate.learner import Forgetting
from tutor.evals.simulate.ours import Ours
from tutor.evals.simulate.policies import BASELINES, SEES_TRUTH, Policy
from tutor.evals.simulate.report import as_html, as_markdown
from tutor.evals.simulate.school import Plan, Record, run_class

POLICIES: Mapping[str, Callable[[Course], Policy]] = {"ours": Ours, **BASELINES}


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What a simulation found: figures per forgetting and policy, and notes for the report."""

    plan: Plan
    results: Mapping[str, Mapping[str, Mapping[str, Figure]]]
    notes: Mapping[str, Any]


def simulate(
    *,
    plan: Plan | None = None,
    seeds: int = 2,
    policies: Sequence[str] | None = None,
    workers: int = 2,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Simulation:
    """Run every policy on both families of forgetting; deterministic whatever `workers` is.

    `progress` is called with the classes done and their number.
    """
    plan = plan or Plan()
    chosen = list(policies or POLICIES)
    began = perf_counter()
    jobs = [(f, policy, seed) for f in Forgetting for policy in chosen for seed in range(seeds)]
    jobs.sort(key=lambda job: job[1] != "ours")  # the longest first
    records: dict[tuple[Forgetting, str], dict[int, list[Record]]] = {}
    with ProcessPoolExecutor(max_workers=workers) as pool:
        waiting: list[tuple[tuple[Forgetting, str, int], Future[list[Record]]]] = [
            (job, pool.submit(_class_of, job[1], plan, job[0], job[2])) for job in jobs
        ]
        for done, (job, future) in enumerate(waiting, start=1):
            records.setdefault(job[:2], {})[job[2]] = future.result()
            progress(done, len(jobs))
    flat = {
        key: [record for seed in sorted(by_seed) for record in by_seed[seed]]
        for key, by_seed in records.items()
    }
    results = {f.value: {p: figures_of(flat[f, p]) for p in chosen} for f in Forgetting}
    checks = {f.value: _checks({p: flat[f, p] for p in chosen}) for f in Forgetting}
    notes = {"seeds": seeds, "seconds": perf_counter() - began, "checks": checks}
    return Simulation(plan=plan, results=results, notes=notes)


def _class_of(policy: str, plan: Plan, forgetting: Forgetting, seed: int) -> list[Record]:
    return run_class(POLICIES[policy], plan, forgetting, seed)


def _checks(records: Mapping[str, Sequence[Record]]) -> list[str]:
    """What was expected of us, with what came."""
    if "ours" not in records or len(records) < 2:
        return []
    ours = figures_of(records["ours"])
    others = {p: figures_of(r) for p, r in records.items() if p != "ours"}
    best = max(others, key=lambda p: others[p]["known"].value)
    known, theirs = ours["known"].value, others[best]["known"].value
    said = [f"known {known:.3f}; the best baseline, {best}, {theirs:.3f} (expected: no less)"]
    blind = [p for p in others if p not in SEES_TRUTH]
    if blind:
        best = max(blind, key=lambda p: others[p]["recall30"].value)
        gain = compare(records["ours"], records[best], 30)
        said.append(
            f"recall after 30 days {gain.value:+.1%} ± {gain.half:.1%} against the best baseline "
            f"that does not see the truth, {best} (expected: +8 % or more)"
        )
    if "three in a row" in others:
        share = ours["hard"].value / others["three in a row"]["hard"].value
        said.append(f"frustrating items {share:.2f} of three-in-a-row's (expected: at most 0.60)")
    said.append(f"confirmed mastery false in {ours['false_confirmed'].value:.1%} (at most 6 %)")
    said.append(f"stuck {ours['stuck'].value:.2f} times per learner (expected: 0)")
    return said


def run(
    out: Path | None = None,
    *,
    seeds: int = 2,
    learners: int = 120,
    policies: Sequence[str] | None = None,
    workers: int = 2,
    say: Callable[[str], None] = print,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """`meno simulate`: print the Markdown report; with `out`, write simulate.md and simulate.html.

    Returns the exit code, 0.
    """
    plan = Plan(learners=learners, warm_up=min(20, learners // 3))
    found = simulate(plan=plan, seeds=seeds, policies=policies, workers=workers, progress=progress)
    command = f"meno simulate --seeds {seeds} --learners {learners}"
    text = as_markdown(found.results, plan, found.notes, command)
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "simulate.md").write_text(text, encoding="utf-8")
        page = as_html(found.results, plan, found.notes, command)
        (out / "simulate.html").write_text(page, encoding="utf-8")
    say(text)
    return 0
