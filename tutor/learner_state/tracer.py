"""The tracer of a course: predicts the next response, and learns from every graded one.

One `CourseModel` is shared by all learners of a course and works from nothing: with no responses
it has the authors' difficulty labels and a hand-set prior. It never decides what a learner knows
(`memory` does): it says how likely a right response is, and how hard items are.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from tutor.errors import BadInput
from tutor.ids import ItemId, SkillId
from tutor.items.item import Difficulty
from tutor.learner_state import online
from tutor.learner_state.counters import Counters
from tutor.learner_state.eases import Eases
from tutor.learner_state.events import Attempted
from tutor.learner_state.evidence import weigh
from tutor.learner_state.inputs import FEATURES, features
from tutor.learner_state.shape import LearnerState, thaw, thaw_parts
from tutor.learner_state.trace import LearnerTrace, Step

MODEL_FORMAT = "course-model/4"
THETA, THETA_K = FEATURES.index("theta"), FEATURES.index("theta_k")
LEAN: Mapping[Difficulty, float] = {
    Difficulty.EASY: 0.7,
    Difficulty.MEDIUM: 0.0,
    Difficulty.HARD: -0.7,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemFacts:
    """What a prediction needs to know of an item; variants of one template share their counts."""

    id: ItemId
    skills: tuple[SkillId, ...]
    difficulty: Difficulty = Difficulty.MEDIUM
    templated: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Prediction:
    """P(right) for the next response, the difficulty logits used (more is easier), and why.

    `terms` are named contributions to the logit, largest first.
    """

    p: float
    d_item: float
    d_skill: float
    terms: tuple[tuple[str, float], ...] = ()


@dataclass(slots=True)
class CourseModel:
    """What was learned of a course from all its learners. Mutable; make one per course."""

    counters: Counters = field(default_factory=Counters)
    eases: Eases = field(default_factory=Eases)
    weights: online.Weights = field(default_factory=online.Weights)

    def predict(self, state: LearnerState, item: ItemFacts, now: datetime) -> Prediction:
        """P(right) of this learner's next response to the item at `now`.

        When the item is open in `state`, the tries and help so far are taken into account.
        """
        trace = thaw(state)
        thaw_parts(trace, state, item.skills, item.id)
        scored = self.score(trace, step_of(state, item, now))
        return Prediction(
            p=scored.p, d_item=scored.d_item, d_skill=scored.d_skill, terms=terms(self, scored)
        )

    def score(self, trace: LearnerTrace, step: Step) -> online.Scored:
        """The prediction for a step of a learner's trace, with its parts."""
        d_item, d_skill = self.counters.difficulty(step, self.eases.of(step.item))
        x, slopes = features(trace, step, d_item, d_skill)
        return online.score(self.weights, trace, step, x, slopes)

    def ease(self, label: Difficulty, item: ItemId, skills: tuple[SkillId, ...]) -> float:
        """The item's difficulty logit for a first try alone, as known so far; more is easier."""
        step = Step(item, skills, lean=LEAN[label])
        return self.counters.difficulty(step, self.eases.of(item))[0]

    def learn(self, state_before: LearnerState, attempt: Attempted) -> None:
        """Learn from a graded attempt, given the learner's state just before it.

        Verdicts that are no evidence (unreadable, unclear) and responses after the answer was
        told teach nothing.
        """
        if not attempt.verdict.counts or attempt.told:
            return
        trace = thaw(state_before)
        thaw_parts(trace, state_before, attempt.skills, attempt.item)
        step = Step(
            item=attempt.item,
            skills=attempt.skills,
            t=attempt.at.timestamp(),
            try_=attempt.try_,
            aided=attempt.help > 0,
            lean=LEAN[attempt.difficulty],
        )
        scored, y = self.score(trace, step), weigh(attempt, attempt.verdict).y
        if step.key == step.item:
            able = scored.x[THETA] + scored.x[THETA_K]
            self.eases.learn(step.item, y, scored.d_item + able)
        self.take(scored, y)

    def take(self, scored: online.Scored, y: float) -> None:
        """Learn from a scored step's outcome (y from 0 to 1)."""
        self.weights.scale.learn(scored.raw, y)
        online.learn(self.weights, scored, y)
        self.counters.count(scored.step, y)

    def rehearse(self, trace: LearnerTrace, step: Step, y: float, others: Counters) -> float:
        """Learn once more from a response that was taken before; its d_item by `others`.

        Weights learned in the first pass met counts that were still small. Here they are those of
        other learners' responses, whole, and nothing is counted again: were the response itself
        among them, or only it left out, its count would tell the outcome.
        """
        d_item, d_skill = others.difficulty(step)
        x, slopes = features(trace, step, d_item, d_skill)
        online.learn(self.weights, online.score(self.weights, trace, step, x, slopes), y)
        return d_item

    def settle(self) -> None:
        """Make the model fit to be frozen (see `online.settle`)."""
        online.settle(self.weights)

    def to_json(self) -> dict[str, Any]:
        """JSON-ready; `from_json` is the inverse."""
        return {
            "format": MODEL_FORMAT,
            "counters": self.counters.to_json(),
            "eases": self.eases.items,
            "weights": online.to_json(self.weights),
        }

    @classmethod
    def from_json(cls, body: Mapping[str, Any]) -> "CourseModel":
        """The model from its JSON; raises BadInput for another format."""
        if body.get("format") != MODEL_FORMAT:
            raise BadInput(
                f"The course model has the format {body.get('format')!r}, not {MODEL_FORMAT!r}.",
                do="Learn it again from the logs (meno replay).",
            )
        return cls(
            counters=Counters.from_json(body["counters"]),
            eases=Eases(items={key: list(value) for key, value in body["eases"].items()}),
            weights=online.from_json(body["weights"]),
        )


def step_of(state: LearnerState, item: ItemFacts, now: datetime) -> Step:
    """The next response to the item: a further try when it is open already."""
    opened = state.open if state.open is not None and state.open.item == item.id else None
    return Step(
        item=item.id,
        skills=item.skills,
        t=now.timestamp(),
        try_=opened.tries + 1 if opened else 1,
        aided=opened is not None and (opened.hint_level > 0 or opened.told),
        lean=LEAN[item.difficulty],
    )


def terms(model: CourseModel, scored: online.Scored) -> tuple[tuple[str, float], ...]:
    """The named contributions to the logit of a prediction, largest first."""
    back = online.fallen_back(model.weights)
    w = online.W0 if back else model.weights.w
    parts = {name: a * b for name, a, b in zip(FEATURES, w, scored.x, strict=True)}
    parts["usual"] = online.B0 if back else model.weights.b
    parts["own"] = scored.own
    if not back:
        parts["learned"] = scored.raw - sum(parts.values())
    scale = model.weights.scale
    parts = {name: scale.gain * value for name, value in parts.items()}
    parts["usual"] += scale.of(0.0)
    named = [(name, value) for name, value in parts.items() if abs(value) >= 0.005]
    return tuple(sorted(named, key=lambda pair: -abs(pair[1])))
