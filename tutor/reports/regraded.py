"""What grading an item's stored responses again comes to: from which verdict to which, and what was left alone. Pure."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from tutor.ids import ItemId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, AttemptRegraded, Event, Judge

Change = tuple[Verdict, Verdict]  # the verdict that stood, the verdict now


@dataclass(frozen=True, slots=True, kw_only=True)
class Regraded:
    """Counts of one or more logs.

    `responses` are all responses to the item, `learners` those of whom one changes. `by_model` and
    `by_person` were judged in their own words or decided by a teacher, and are left alone.
    """

    responses: int = 0
    learners: int = 0
    by_model: int = 0
    by_person: int = 0
    changes: Mapping[Change, int] = field(default_factory=Counter)

    @property
    def changed(self) -> int:
        """Responses with another verdict than before."""
        return sum(self.changes.values())

    @property
    def to_right(self) -> int:
        """Responses that are right now and were not."""
        return sum(n for (_, now), n in self.changes.items() if now is Verdict.CORRECT)

    def plus(self, other: "Regraded") -> "Regraded":
        """Both together."""
        return Regraded(
            responses=self.responses + other.responses,
            learners=self.learners + other.learners,
            by_model=self.by_model + other.by_model,
            by_person=self.by_person + other.by_person,
            changes=Counter(self.changes) + Counter(other.changes),
        )


def regraded(events: Iterable[Event], item: ItemId, found: Iterable[AttemptRegraded]) -> Regraded:
    """The counts of one learner's log, of which `found` are the regrades that it asks for."""
    stands: dict[str, Verdict] = {}
    judges: dict[str, Judge] = {}
    for event in events:
        match event:
            case Attempted() if event.item == item:
                stands[event.id], judges[event.id] = event.verdict, event.judge
            case AttemptRegraded() if event.attempt in stands:
                stands[event.attempt] = event.verdict
                if event.by is not None:
                    judges[event.attempt] = Judge.TEACHER
            case _:
                pass
    anew = {one.attempt: one.verdict for one in found}
    changes = Counter((stands[attempt], verdict) for attempt, verdict in anew.items())
    judged = Counter(judge for attempt, judge in judges.items() if attempt not in anew)
    return Regraded(
        responses=len(stands),
        learners=bool(changes),
        by_model=judged[Judge.MODEL],
        by_person=judged[Judge.TEACHER],
        changes=changes,
    )
