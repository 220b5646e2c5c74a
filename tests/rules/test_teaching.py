"""The checks of what follows from a response notice when it does not follow."""

from dataclasses import replace

import pytest

from tests.rules.places import BOOK
from tests.rules.test_mutations import faults, opening, share_found
from tests.rules.test_walks import saying
from tutor.curriculum.persona import Contract
from tutor.dialogue.deciding.alone import CHECKS
from tutor.evals.rules.helping import attempt_of, opened_in
from tutor.evals.rules.run import staged, ways
from tutor.evals.rules.walk import Seen
from tutor.ids import CourseId
from tutor.items.grade import Verdict
from tutor.learner_state.events import Attempted, HintGiven, Purpose


def moving(seen: Seen, move: str) -> Seen:
    """The turn as if another move had answered."""
    return replace(seen, reply=replace(seen.reply, move=move))


async def test_a_wrong_idea_that_is_corrected_before_it_is_tested_is_noticed(walks):
    def corrected(seen: Seen) -> Seen | None:
        return moving(seen, "hint") if seen.reply.move == "probe" else None

    assert share_found("6", walks, corrected) > 0.9


async def test_a_told_answer_that_no_twin_follows_is_noticed(walks):
    def other(seen: Seen) -> Seen | None:
        opened = opened_in(seen)
        if opened is None or opened.purpose is not Purpose.TWIN or attempt_of(seen) is not None:
            return None
        return opening(seen, purpose=Purpose.PRACTICE)

    assert (
        share_found("3", walks, other) > 0.7
    )  # the others were asked for, or came after two twins


async def test_help_before_a_try_at_a_twin_is_noticed(walks):
    def helped(seen: Seen) -> Seen | None:
        opened = seen.after.state.open
        if opened is None or opened.purpose not in CHECKS or opened.tries:
            return None
        state = replace(seen.after.state, open=replace(opened, hint_level=1))
        return replace(seen, after=replace(seen.after, state=state))

    assert share_found("1", walks, helped) == 1


async def test_help_that_is_not_counted_is_noticed(walks):
    def forgotten(seen: Seen) -> Seen | None:
        attempt, opened = attempt_of(seen), seen.before.state.open
        if attempt is None or opened is None or not opened.hint_level:
            return None
        return replace(seen, events=tuple(
            replace(e, help=0, try_=1) if isinstance(e, Attempted) else e for e in seen.events
        ))  # fmt: skip

    assert share_found("–", walks, forgotten) == 1


async def test_a_cry_that_brings_a_kind_word_alone_is_noticed(walks):
    def alone(seen: Seen) -> Seen | None:
        if seen.kind not in ("cross", "low") or not any(
            isinstance(e, HintGiven) for e in seen.events
        ):
            return None
        kept = tuple(e for e in seen.events if not isinstance(e, HintGiven))
        return replace(moving(seen, "redirect"), events=kept)

    assert share_found("4", walks, alone) == 1


@pytest.mark.parametrize("praise", ["Well done!", "You’re so clever.", "Excellent, go on."])
async def test_praise_for_nothing_is_noticed(walks, praise):
    def praised(seen: Seen) -> Seen | None:
        attempt = attempt_of(seen)
        right = attempt is not None and attempt.verdict in (Verdict.CORRECT, Verdict.PARTIAL)
        counted = seen.reply.move in ("recap", "close")
        return None if right or counted else saying(seen, f"{praise} {seen.reply.text}")

    assert share_found("10", walks, praised) == 1


async def test_a_quiz_that_says_what_was_right_is_noticed(walks):
    def told(seen: Seen) -> Seen | None:
        if seen.reply.move != "feedback" or attempt_of(seen) is None or not seen.reply.text:
            return None
        if not faults("7", [saying(seen, "Not quite.")]):
            return None  # right, so that “Not quite.” would be found by its own rule
        return replace(seen, persona=replace(seen.persona, contract=Contract.QUIZ))

    assert share_found("5", walks, told) > 0.5  # plain words such as “Yes.” and “Right.” tell too


async def test_an_exam_that_asks_is_noticed(walks):
    def asked(seen: Seen) -> Seen | None:
        if opened_in(seen) is None:
            return None
        return replace(seen, persona=replace(seen.persona, contract=Contract.EXAM))

    assert share_found("5", walks, asked) == 1


async def test_a_look_back_without_a_word_on_what_comes_or_how_it_felt_is_noticed(walks):
    def short(seen: Seen) -> Seen | None:
        tried = seen.before.session.tried
        return saying(seen, "Bye.") if seen.reply.move == "recap" and tried else None

    def unasked(seen: Seen) -> Seen | None:
        if seen.reply.move != "recap" or not seen.before.session.tried:
            return None
        return replace(seen, reply=replace(seen.reply, buttons=()))

    assert share_found("20", walks, short) == 1
    assert share_found("20", walks, unasked) == 1


async def test_an_example_before_an_item_that_is_well_known_is_noticed(walks):
    def led(seen: Seen) -> Seen | None:
        opened = opened_in(seen)
        if opened is None or opened.tack or seen.kind == "example":
            return None
        belief = seen.before.state.belief(opened.skills[0])
        return moving(seen, "worked_example") if belief.evidence and belief.known > 0.8 else None

    assert share_found("14", walks, led) == 1


async def test_a_number_out_of_nowhere_in_an_explanation_is_noticed(walks):
    def invented(seen: Seen) -> Seen | None:
        if seen.reply.move != "explain":
            return None
        told = saying(seen, "It takes 987123 of them.")
        return replace(told, reply=replace(told.reply, worded_by="model"))

    assert share_found("18", walks, invented) == 1


# ── where the walks go ──


def test_every_contract_of_every_course_is_walked_and_every_manner_early_on():
    courses = [staged(course) for course in BOOK.all()]
    for course in courses:
        assert {p.contract for p in course.personas.values()} == set(Contract)

    class Staged:
        def all(self):
            return tuple(courses)

        def get(self, course: CourseId):
            return next(c for c in courses if c.id == course)

    places = sum(len(course.personas) for course in courses)
    first = [way for way, _ in zip(ways(Staged(), 1, hostile=None), range(places), strict=False)]
    assert len({(way.course, way.persona) for way in first}) == places
    assert len({way.manner for way in first}) == 6


async def test_english_in_a_spanish_course_is_noticed(walks):
    def mixed(seen: Seen) -> Seen | None:
        course = replace(seen.course, language="es")
        reply = replace(seen.reply, language="es", text="Muy bien. Good that you ask.")
        return replace(seen, course=course, reply=reply)

    assert share_found("19", walks[:1], mixed) == 1
