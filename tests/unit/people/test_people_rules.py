"""The rules on who may see whom, and on what needs whose consent."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.people.person import (
    AgeBand,
    Consent,
    Guardianship,
    Person,
    Purpose,
    Role,
    SchoolClass,
)
from tutor.people.rules import (
    AgeRules,
    consented,
    may_edit_course,
    may_lead,
    may_read_chat,
    may_see,
    may_teach,
)

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
ANNA = Person(id=PersonId("anna"), role=Role.LEARNER, name="Anna")
BEN = Person(id=PersonId("ben"), role=Role.LEARNER, name="Ben")
TEA = Person(id=PersonId("tea"), role=Role.TEACHER, name="Ms Tea")
OTHER = Person(id=PersonId("other"), role=Role.TEACHER, name="Mr Other")
GUS = Person(id=PersonId("gus"), role=Role.GUARDIAN, name="Gus")
GIA = Person(id=PersonId("gia"), role=Role.GUARDIAN, name="Gia")
HEAD = Person(id=PersonId("head"), role=Role.ADMIN, name="The Head")
LEARNER = LearnerId("anna")
FRACTIONS, CELLS = CourseId("fractions"), CourseId("cells")
CLASSES = (
    SchoolClass(
        id=ClassId("5"), name="5", teachers=(TEA.id,), learners=(LEARNER,), courses=(FRACTIONS,)
    ),
    SchoolClass(
        id=ClassId("6"),
        name="6",
        teachers=(OTHER.id,),
        learners=(LearnerId("ben"),),
        courses=(FRACTIONS, CELLS),
    ),
)
TIES = (
    Guardianship(guardian=GUS.id, learner=LEARNER),
    Guardianship(guardian=GIA.id, learner=LearnerId("ben")),
)


@pytest.mark.parametrize(
    ("viewer", "sees", "reads"),
    [
        (ANNA, True, True),
        (BEN, False, False),
        (TEA, True, True),
        (OTHER, False, False),
        (GUS, True, False),
        (GIA, False, False),
        (HEAD, True, True),
    ],
    ids=lambda value: value.name if isinstance(value, Person) else None,
)
def test_a_learner_is_seen_by_those_who_answer_for_them(
    viewer: Person, sees: bool, reads: bool
) -> None:
    assert may_see(viewer, LEARNER, CLASSES, TIES) is sees
    assert may_read_chat(viewer, LEARNER, CLASSES) is reads


def test_a_tie_gives_nothing_to_one_who_is_no_guardian() -> None:
    tie = Guardianship(guardian=OTHER.id, learner=LEARNER)
    assert not may_see(OTHER, LEARNER, CLASSES, [tie])
    assert not may_see(replace(TEA, role=Role.LEARNER), LEARNER, CLASSES, TIES)


def test_a_teacher_acts_in_the_courses_of_their_class_only() -> None:
    assert may_teach(TEA, LEARNER, FRACTIONS, CLASSES)
    assert not may_teach(TEA, LEARNER, CELLS, CLASSES)
    assert not may_teach(OTHER, LEARNER, CELLS, CLASSES)
    assert may_teach(HEAD, LEARNER, CELLS, CLASSES)
    assert not may_teach(ANNA, LEARNER, FRACTIONS, CLASSES)
    assert not may_teach(GUS, LEARNER, FRACTIONS, CLASSES)


def test_a_class_is_led_by_its_teachers() -> None:
    assert may_lead(TEA, CLASSES[0])
    assert not may_lead(OTHER, CLASSES[0])
    assert may_lead(HEAD, CLASSES[0])
    assert not may_lead(replace(TEA, role=Role.GUARDIAN), CLASSES[0])


def test_a_course_is_edited_by_those_who_teach_it() -> None:
    assert may_edit_course(OTHER, CELLS, CLASSES)
    assert not may_edit_course(TEA, CELLS, CLASSES)
    assert may_edit_course(HEAD, CELLS, ())
    assert not may_edit_course(ANNA, FRACTIONS, CLASSES)


def entry(by: Person, given: bool, day: int = 0, purpose: Purpose = Purpose.TELEGRAM) -> Consent:
    return Consent(
        purpose=purpose, learner=LEARNER, by=by.id, given=given, at=NOON + timedelta(days=day)
    )


def allowed(
    *ledger: Consent, band: AgeBand = AgeBand.UNDER_13, purpose: Purpose = Purpose.TELEGRAM
) -> bool:
    return consented(purpose, replace(ANNA, age_band=band), ledger, TIES, [HEAD])


@pytest.mark.parametrize("purpose", [Purpose.TELEGRAM, Purpose.EXTERNAL_MODEL])
@pytest.mark.parametrize(
    ("band", "alone"),
    [
        (AgeBand.UNKNOWN, False),
        (AgeBand.UNDER_13, False),
        (AgeBand.FROM_13, False),
        (AgeBand.FROM_16, True),
        (AgeBand.ADULT, True),
    ],
)
def test_under_age_without_consent_nothing_leaves_the_school(
    purpose: Purpose, band: AgeBand, alone: bool
) -> None:
    assert allowed(band=band, purpose=purpose) is alone


@pytest.mark.parametrize("purpose", [Purpose.TUTORING, Purpose.DIGEST])
def test_tutoring_and_the_digest_are_on_until_somebody_says_no(purpose: Purpose) -> None:
    assert allowed(purpose=purpose)
    assert not allowed(entry(GUS, False, purpose=purpose), purpose=purpose)
    assert not allowed(entry(ANNA, False, purpose=purpose), purpose=purpose)


def test_the_last_word_of_a_guardian_or_the_head_decides_for_a_child() -> None:
    assert allowed(entry(GUS, True))
    assert allowed(entry(HEAD, True))
    assert not allowed(entry(GUS, True, 1), entry(HEAD, False, 2))
    assert allowed(entry(HEAD, True, 2), entry(GUS, False, 1))  # whatever the order of reading
    assert not allowed(entry(GUS, True), entry(GUS, False))  # of two at once, the later entry


def test_a_childs_yes_does_not_count_and_their_no_does() -> None:
    assert not allowed(entry(ANNA, True))
    assert not allowed(entry(GUS, True, 1), entry(ANNA, False, 0))
    assert allowed(entry(ANNA, False, 0), entry(ANNA, True, 1), entry(GUS, True, 0))


def test_one_who_is_old_enough_decides_alone() -> None:
    assert allowed(entry(GUS, False, 2), entry(ANNA, True, 1), band=AgeBand.FROM_16)
    assert not allowed(entry(GUS, True, 2), entry(ANNA, False, 1), band=AgeBand.ADULT)
    assert not allowed(entry(GUS, False), band=AgeBand.FROM_16)


@pytest.mark.parametrize("stranger", [BEN, TEA, GIA, replace(HEAD, id=PersonId("fake"))])
def test_a_strangers_word_counts_for_nothing(stranger: Person) -> None:
    assert not allowed(entry(stranger, True))
    assert allowed(entry(GUS, True, 0), entry(stranger, False, 1))


def test_entries_about_others_and_other_purposes_do_not_count() -> None:
    assert not allowed(entry(GUS, True, purpose=Purpose.EXTERNAL_MODEL))
    assert not allowed(replace(entry(GUS, True), learner=LearnerId("ben")))


def test_a_school_may_set_a_lower_age() -> None:
    teenager = replace(ANNA, age_band=AgeBand.FROM_13)
    rules = AgeRules(external_model=AgeBand.FROM_13)
    assert consented(Purpose.EXTERNAL_MODEL, teenager, (), (), rules=rules)
    assert not consented(Purpose.TELEGRAM, teenager, (), (), rules=rules)


@given(
    st.lists(st.tuples(st.sampled_from([ANNA, BEN, TEA, GUS, GIA, HEAD]), st.booleans())),
    st.sampled_from(list(AgeBand)),
)
def test_a_learners_standing_no_is_never_overruled(
    words: list[tuple[Person, bool]], band: AgeBand
) -> None:
    ledger = [entry(by, given, day) for day, (by, given) in enumerate(words)]
    own = [given for by, given in words if by is ANNA]
    if own and not own[-1]:
        assert not allowed(*ledger, band=band)
