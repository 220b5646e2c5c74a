"""`meno simulate`: our policy and the baselines over simulated learners, with a report."""

from collections.abc import Callable, Mapping, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter

from tutor.curriculum.course import Course
from tutor.errors import BadInput
from tutor.evals.simulate.baselines import BASELINES
from tutor.evals.simulate.dialogue import InDialogue
from tutor.evals.simulate.expected import Check, checks
from tutor.evals.simulate.figures import Bin, Figure, calibration, figures_of
from tutor.evals.simulate.learner import Forgetting
from tutor.evals.simulate.ours import Ours
from tutor.evals.simulate.plots import as_svg
from tutor.evals.simulate.policies import Policy
from tutor.evals.simulate.report import Found, as_html, as_markdown
from tutor.evals.simulate.school import Plan, Record, run_class

OURS = "ours"
POLICIES: Mapping[str, Callable[[Course], Policy]] = {OURS: Ours, **BASELINES}
MONTH_ITEMS = 300  # what a learner-month is: ten sessions of thirty items


@dataclass(frozen=True, slots=True, kw_only=True)
class Simulation:
    """What a simulation found: figures and calibration per forgetting and policy, and checks."""

    plan: Plan
    results: Mapping[str, Mapping[str, Mapping[str, Figure]]]
    calibrations: Mapping[str, Mapping[str, Sequence[Bin]]]
    checks: Mapping[str, Sequence[Check]]
    seconds: float
    turns: int
    turn_seconds: float
    learner_months: float


Job = tuple[Forgetting, str, int]


def simulate(
    *,
    plan: Plan | None = None,
    seeds: Sequence[int] = (0, 1),
    dialogue: bool = False,
    policies: Sequence[str] | None = None,
    workers: int = 2,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> Simulation:
    """Run every policy on both families of forgetting; deterministic whatever `workers` is.

    With `dialogue`, ours goes through the tutor's whole turn.

    `progress` is called with the classes done and their number. Raises BadInput for a policy
    that does not exist.
    """
    plan = plan or Plan()
    chosen = list(policies or POLICIES)
    for policy in chosen:
        if policy not in POLICIES:
            raise BadInput(f"There is no policy “{policy}”.", do=f"One of: {', '.join(POLICIES)}.")
    began = perf_counter()
    jobs = [(f, policy, seed) for f in Forgetting for policy in chosen for seed in seeds]
    jobs.sort(key=lambda job: job[1] != OURS)  # the longest first
    flat = _records(jobs, plan, dialogue, workers, progress)
    everyone = [record for records in flat.values() for record in records]
    asked = len(jobs) * plan.learners * plan.sessions * plan.session_items
    return Simulation(
        plan=plan,
        results={f.value: {p: figures_of(flat[f, p]) for p in chosen} for f in Forgetting},
        calibrations={f.value: {p: calibration(flat[f, p]) for p in chosen} for f in Forgetting},
        checks={f.value: checks({p: flat[f, p] for p in chosen}) for f in Forgetting},
        seconds=perf_counter() - began,
        turns=sum(record.turns for record in everyone),
        turn_seconds=sum(record.seconds for record in everyone),
        learner_months=asked / MONTH_ITEMS,
    )


def _records(
    jobs: Sequence[Job],
    plan: Plan,
    dialogue: bool,
    workers: int,
    progress: Callable[[int, int], None],
) -> dict[tuple[Forgetting, str], list[Record]]:
    """The measured learners of every family and policy, in the order of their seeds."""
    found: dict[tuple[Forgetting, str], dict[int, list[Record]]] = {}
    with ProcessPoolExecutor(max_workers=workers) as pool:
        waiting: list[tuple[Job, Future[list[Record]]]] = [
            (job, pool.submit(_class_of, job[1], plan, job[0], job[2], dialogue)) for job in jobs
        ]
        for done, (job, future) in enumerate(waiting, start=1):
            found.setdefault(job[:2], {})[job[2]] = future.result()
            progress(done, len(jobs))
    return {
        key: [record for seed in sorted(by_seed) for record in by_seed[seed]]
        for key, by_seed in found.items()
    }


def _class_of(
    policy: str, plan: Plan, forgetting: Forgetting, seed: int, dialogue: bool
) -> list[Record]:
    made = POLICIES[policy]
    if policy == OURS and dialogue:
        return run_class(lambda course: InDialogue(course=course), plan, forgetting, seed)
    return run_class(made, plan, forgetting, seed)


def run(
    out: Path | None = None,
    *,
    seeds: int = 2,
    seed_base: int = 0,
    learners: int = 120,
    sessions: int = 10,
    session_items: int = 30,
    dialogue: bool = False,
    course: str = "",
    policies: Sequence[str] | None = None,
    workers: int = 2,
    say: Callable[[str], None] = print,
    progress: Callable[[int, int], None] = lambda done, of: None,
) -> int:
    """`meno simulate`: print the Markdown report; with `out`, write it, HTML and a plot as well.

    Returns the exit code, 0.
    """
    plan = Plan(
        learners=learners,
        warm_up=min(20, learners // 3),
        sessions=sessions,
        session_items=session_items,
        course=course,
    )
    listed = range(seed_base, seed_base + seeds)
    found = simulate(
        plan=plan,
        seeds=listed,
        dialogue=dialogue,
        policies=policies,
        workers=workers,
        progress=progress,
    )
    command = _command(plan, seeds, seed_base, dialogue, policies)
    report = Found(
        results=found.results,
        calibrations=found.calibrations,
        checks=found.checks,
        setting=_setting(found, listed, dialogue, command),
    )
    if out is not None:
        out.mkdir(parents=True, exist_ok=True)
        (out / "simulate.md").write_text(as_markdown(report), encoding="utf-8")
        (out / "simulate.html").write_text(as_html(report), encoding="utf-8")
        (out / "simulate.svg").write_text(as_svg(found.results), encoding="utf-8")
    say(as_markdown(report))
    return 0


def _command(
    plan: Plan, seeds: int, seed_base: int, dialogue: bool, policies: Sequence[str] | None
) -> str:
    """How to run the same again."""
    said = f"meno simulate --seeds {seeds} --seed-base {seed_base} --learners {plan.learners}"
    if (plan.sessions, plan.session_items) != (Plan().sessions, Plan().session_items):
        said += f" --sessions {plan.sessions} --items {plan.session_items}"
    said += " --dialogue" if dialogue else ""
    said += f" --course {plan.course}" if plan.course else ""
    return said + "".join(f' --policy "{policy}"' for policy in policies or ())


def _setting(found: Simulation, seeds: range, dialogue: bool, command: str) -> list[str]:
    """What was run, how long it took, and how to run it again."""
    plan = found.plan
    course = f"the course “{plan.course}”" if plan.course else (
        f"an invented course of {plan.skills} skills with {plan.items} items"
    )  # fmt: skip
    how = (
        "dialogue: our policy is the tutor's whole turn, learners read its cards and type (the "
        "baselines have no dialogue)"
        if dialogue
        else "direct: our policy is the learner state and the selection that the tutor calls, "
        "without the dialogue"
    )
    lines = [
        f"Mode {how}.",
        f"{len(seeds)} seeds ({seeds[0]} to {seeds[-1]}) × {plan.learners} learners per policy and "
        f"family (the first {plan.warm_up} of a seed teach the policy the course and are not "
        f"measured); {course}, {plan.sessions} daily sessions of {plan.session_items} items. "
        "Means ± half the 95 % confidence interval. Invented learners: nothing here is evidence "
        "about children.",
    ]
    pace = f"{found.learner_months:.0f} learner-months of {MONTH_ITEMS} items"
    if found.turns:
        ms = 1000 * found.turn_seconds / found.turns
        pace += f"; {found.turns} measured turns of {ms:.1f} ms"
    lines.append(f"Command: {command} ({found.seconds:.0f} s: {pace}).")
    return lines
