"""Tracers that others use, written from their papers, with numpy for what is fitted in batch.

In the live protocol the batch ones start from constants and are fitted anew each time the
number of responses seen has doubled; Elo learns after every response.
"""

from collections import defaultdict
from collections.abc import Callable
from math import log1p

from tutor.evals.tracing.bkt import DEFAULT, BktParameters, fit_bkt
from tutor.evals.tracing.logistic import Design, Table
from tutor.evals.tracing.responses import Response, Went, told, unwatched
from tutor.learner_state.trace import sigmoid

FIRST_FIT = 200
# Inputs are scaled so that the fit's normal prior (s.d. 0.5) is wide for what all rows share and
# narrow for slopes of single skills, which a log with few students cannot bear out.
SHARED, SLOPE = 3.0, 0.3


class Oracle:
    """The chances that an invented log was drawn with: the best that any tracer could do."""

    def fit(self, rows: list[Response], went: Went) -> None:
        """Nothing to learn."""

    def predict(self, row: Response) -> float:
        """The true chance."""
        return row.chance

    def update(self, row: Response, *, learn: bool) -> None:
        """Nothing to learn."""

    def bytes_per_skill(self) -> float:
        """Nothing is kept."""
        return 0.0


class Doubling:
    """Keeps the rows seen, and says when they have doubled since the last fit."""

    def __init__(self) -> None:
        self.rows: list[Response] = []
        self.next_fit = FIRST_FIT

    def add(self, row: Response) -> bool:
        """Note the row; True when a fit is due."""
        self.rows.append(row)
        if len(self.rows) < self.next_fit:
            return False
        self.next_fit = 2 * len(self.rows)
        return True


class BktTracer:
    """Bayesian knowledge tracing per skill, fitted by EM, with or without forgetting.

    Corbett & Anderson 1995; forgetting as a transition from known to not known at every step
    (Khajah, Lindsey & Mozer 2016). A response to an item of several skills counts for each, and
    is predicted by their mean.
    """

    def __init__(self, *, forgets: bool) -> None:
        self.forgets = forgets
        self.parameters: dict[str, BktParameters] = {}
        self.known: dict[tuple[str, str], float] = {}
        self.seen = Doubling()

    def fit(self, rows: list[Response], went: Went = unwatched) -> None:
        """EM per skill."""
        sequences: dict[str, dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
        for row in rows:
            for skill in row.skills:
                sequences[skill][row.student].append(row.right)
        self.parameters = {}
        for skill, by_student in sequences.items():
            self.parameters[skill] = fit_bkt(list(by_student.values()), forgets=self.forgets)
            went(sum(map(len, by_student.values())))

    def predict(self, row: Response) -> float:
        """P(known)(1 − slip) + (1 − P(known)) guess."""
        total = 0.0
        for skill in row.skills:
            one, known = self._now(row.student, skill)
            total += known * (1.0 - one.slip) + (1.0 - known) * one.guess
        return total / len(row.skills)

    def update(self, row: Response, *, learn: bool) -> None:
        """Bayes' rule, then the transitions."""
        self._follow(row)
        if learn and self.seen.add(row):
            self.fit(self.seen.rows)
            self.known = {}
            for earlier in self.seen.rows:
                self._follow(earlier)

    def _now(self, student: str, skill: str) -> tuple[BktParameters, float]:
        one = self.parameters.get(skill, DEFAULT)
        return one, self.known.get((student, skill), one.start)

    def _follow(self, row: Response) -> None:
        for skill in row.skills:
            one, known = self._now(row.student, skill)
            self.known[row.student, skill] = one.after(known, row.right)

    def bytes_per_skill(self) -> float:
        """One float."""
        return 8.0


class EloTracer:
    """Multi-skill Elo with a student's overall and per-skill rating and items' (Pelánek 2016)."""

    def __init__(self) -> None:
        self.overall: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.skill: dict[tuple[str, str], list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.item: dict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
        self.frozen = False

    def fit(self, rows: list[Response], went: Went) -> None:
        """One pass; students' ratings are not carried over."""
        for row in told(rows, went):
            self.update(row, learn=True)

    def predict(self, row: Response) -> float:
        """σ(overall + mean skill − item)."""
        skills = sum(self.skill[row.student, one][0] for one in row.skills) / len(row.skills)
        return sigmoid(self.overall[row.student][0] + skills - self.item[row.item][0])

    def update(self, row: Response, *, learn: bool) -> None:
        """Ratings move by the surprise, less with every response: 1/(1 + 0.05n)."""
        surprise = row.right - self.predict(row)
        rated = [self.overall[row.student], *(self.skill[row.student, s] for s in row.skills)]
        for one in rated:
            one[0] += surprise / (1.0 + 0.05 * one[1])
            one[1] += 1.0
        if learn:
            item = self.item[row.item]
            item[0] -= surprise / (1.0 + 0.05 * item[1])
            item[1] += 1.0

    def bytes_per_skill(self) -> float:
        """Rating and count."""
        return 16.0


class LogisticTracer:
    """A logistic regression on counts, fitted in batch: PFA, or Best-LR."""

    def __init__(self, describe: Callable[["Counts", Response], Design]) -> None:
        self.describe = describe
        self.counts = Counts()
        self.weights: dict[str, float] = {}
        self.seen = Doubling()
        self.table = Table()

    def fit(self, rows: list[Response], went: Went) -> None:
        """Collect the inputs of all rows, then fit."""
        counts, table = Counts(), Table()
        for row in told(rows, went):
            table.add(self.describe(counts, row), row.right)
            counts.add(row)
        self.weights = table.fit()

    def predict(self, row: Response) -> float:
        """σ(w·x)."""
        design = self.describe(self.counts, row)
        return sigmoid(sum(self.weights.get(name, 0.0) * x for name, x in design))

    def update(self, row: Response, *, learn: bool) -> None:
        """Count; fit when due."""
        if learn:
            self.table.add(self.describe(self.counts, row), row.right)
            if self.seen.add(row):
                self.weights = self.table.fit()
        self.counts.add(row)

    def bytes_per_skill(self) -> float:
        """Two counts."""
        return 8.0


class Counts:
    """Earlier wins and fails per student, and per student and skill or item."""

    def __init__(self) -> None:
        self.total: dict[str, list[int]] = defaultdict(lambda: [0, 0])
        self.skill: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])
        self.item: dict[tuple[str, str], list[int]] = defaultdict(lambda: [0, 0])

    def add(self, row: Response) -> None:
        """Count a response."""
        self.total[row.student][1 - row.right] += 1
        self.item[row.student, row.item][1 - row.right] += 1
        for one in row.skills:
            self.skill[row.student, one][1 - row.right] += 1


def pfa(counts: Counts, row: Response) -> Design:
    """Performance factors (Pavlik, Cen & Koedinger 2009): means over skills of β, and of γ, ρ on
    log counts; the slopes of a skill lean on slopes that all skills share.
    """
    design: Design = [("b", SHARED)]
    share = 1.0 / len(row.skills)
    won = lost = 0.0
    for one in row.skills:
        wins, fails = counts.skill[row.student, one]
        right, wrong = share * log1p(wins), share * log1p(fails)
        design.append((f"s:{one}", share))
        design.append((f"w:{one}", SLOPE * right))
        design.append((f"f:{one}", SLOPE * wrong))
        won, lost = won + right, lost + wrong
    design += [("w", SHARED * won), ("f", SHARED * lost)]
    return design


def best_lr(counts: Counts, row: Response) -> Design:
    """Best-LR (Gervet et al. 2020): items, skills, counts per skill, per item and in all."""
    design = pfa(counts, row)
    design.append((f"i:{row.item}", 1.0))
    whole, own = counts.total[row.student], counts.item[row.student, row.item]
    for name, (wins, fails) in (("all", whole), ("item", own)):
        design += [(f"{name}+", SHARED * log1p(wins)), (f"{name}-", SHARED * log1p(fails))]
    return design
