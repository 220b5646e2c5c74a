"""What grading responses again comes to: who is counted where, and what is left alone."""

from datetime import UTC, datetime

from tutor.ids import ItemId, MessageId, PersonId, SkillId
from tutor.items.grade import Verdict
from tutor.items.item import Difficulty
from tutor.learner_state.events import Attempted, AttemptRegraded, Event, Judge, Purpose
from tutor.reports.regraded import Regraded, regraded

NOW = datetime(2026, 5, 4, tzinfo=UTC)
SUM, OTHER = ItemId("sum"), ItemId("other")


def tried(id: str, verdict: Verdict, *, item: ItemId = SUM, judge: Judge = Judge.CODE) -> Attempted:
    return Attempted(
        at=NOW, id=id, message=MessageId(id), item=item, seed=3, skills=(SkillId("add"),),
        purpose=Purpose.PRACTICE, difficulty=Difficulty.EASY, response="7", read_as="7",
        verdict=verdict, judge=judge,
    )  # fmt: skip


def now(attempt: str, verdict: Verdict, by: str = "") -> AttemptRegraded:
    return AttemptRegraded(
        at=NOW, attempt=attempt, verdict=verdict, by=PersonId(by) if by else None, reason="key"
    )


LOG: list[Event] = [
    tried("a", Verdict.INCORRECT),
    tried("b", Verdict.PARTIAL),
    tried("c", Verdict.CORRECT, judge=Judge.MODEL),
    tried("d", Verdict.INCORRECT),
    tried("e", Verdict.INCORRECT, item=OTHER, judge=Judge.TEACHER),
    now("d", Verdict.PARTIAL, by="ines"),
    now("b", Verdict.INCORRECT),
]


def test_a_change_is_counted_from_the_verdict_that_stood():
    found = [now("a", Verdict.CORRECT), now("b", Verdict.CORRECT)]
    counts = regraded(LOG, SUM, found)
    assert counts.changes == {(Verdict.INCORRECT, Verdict.CORRECT): 2}
    assert (counts.responses, counts.changed, counts.to_right, counts.learners) == (4, 2, 2, 1)


def test_what_a_model_or_a_person_decided_is_counted_apart_and_other_items_are_not():
    counts = regraded(LOG, SUM, [])
    assert (counts.by_model, counts.by_person) == (1, 1)
    assert counts.learners == 0


def test_logs_add_up():
    one = regraded(LOG, SUM, [now("a", Verdict.CORRECT)])
    other = regraded([tried("a", Verdict.CORRECT)], SUM, [now("a", Verdict.PARTIAL)])
    both = Regraded().plus(one).plus(other)
    assert both.changes == {
        (Verdict.INCORRECT, Verdict.CORRECT): 1,
        (Verdict.CORRECT, Verdict.PARTIAL): 1,
    }
    assert (both.responses, both.learners, both.to_right) == (5, 2, 1)
