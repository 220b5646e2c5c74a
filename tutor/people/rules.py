"""The rules on who may see whom, and on what needs whose consent."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import assert_never

from tutor.ids import CourseId, LearnerId
from tutor.people.person import (
    AgeBand,
    Consent,
    Guardianship,
    Person,
    Purpose,
    Role,
    SchoolClass,
)

_ORDER = (AgeBand.UNKNOWN, AgeBand.UNDER_13, AgeBand.FROM_13, AgeBand.FROM_16, AgeBand.ADULT)


@dataclass(frozen=True, slots=True, kw_only=True)
class AgeRules:
    """From which age a learner decides alone; younger ones need an adult's consent.

    The defaults suit the strictest countries: 16 for a provider outside the school (GDPR article
    8 before national exceptions) and for Telegram (its own minimum in the EU and the UK). A
    school in the USA may set 13 (COPPA).
    """

    external_model: AgeBand = AgeBand.FROM_16
    telegram: AgeBand = AgeBand.FROM_16


def may_see(
    viewer: Person,
    learner: LearnerId,
    classes: Iterable[SchoolClass],
    guardianships: Iterable[Guardianship],
) -> bool:
    """Whether the viewer may see the learner's progress.

    The learner themself, a teacher of one of their classes, their guardian, an administrator.
    """
    match viewer.role:
        case Role.LEARNER:
            return LearnerId(viewer.id) == learner
        case Role.TEACHER:
            return _teaches(viewer, learner, classes)
        case Role.GUARDIAN:
            return any(
                tie.guardian == viewer.id and tie.learner == learner for tie in guardianships
            )
        case Role.ADMIN:
            return True
        case _:
            assert_never(viewer.role)


def may_read_chat(viewer: Person, learner: LearnerId, classes: Iterable[SchoolClass]) -> bool:
    """Whether the viewer may read what the learner wrote; guardians get summaries instead.

    An adult's look must be noted in the audit trail.
    """
    return viewer.role is not Role.GUARDIAN and may_see(viewer, learner, classes, ())


def may_teach(
    viewer: Person, learner: LearnerId, course: CourseId, classes: Iterable[SchoolClass]
) -> bool:
    """Whether the viewer may assign, override, regrade or pause for the learner in the course."""
    if viewer.role is Role.ADMIN:
        return True
    return _teaches(viewer, learner, (one for one in classes if course in one.courses))


def may_lead(viewer: Person, school_class: SchoolClass) -> bool:
    """Whether the viewer may see a class as a whole and change its settings."""
    return viewer.role is Role.ADMIN or (
        viewer.role is Role.TEACHER and viewer.id in school_class.teachers
    )


def may_edit_course(viewer: Person, course: CourseId, classes: Iterable[SchoolClass]) -> bool:
    """Whether the viewer may see and change a course's files and documents."""
    return any(course in one.courses and may_lead(viewer, one) for one in classes) or (
        viewer.role is Role.ADMIN
    )


def consented(
    purpose: Purpose,
    learner: Person,
    ledger: Iterable[Consent],
    guardianships: Iterable[Guardianship],
    admins: Iterable[Person] = (),
    rules: AgeRules | None = None,
) -> bool:
    """Whether something may be done for a learner.

    A no of the learner always counts, until they say yes themselves. Beyond it, the last word
    of their guardians and of the school's administrators decides; where neither has spoken,
    tutoring and the digest are allowed (the school's own ground), and a model outside the school
    and Telegram only from the age of `rules` on. A yes of a learner below that age does not
    count; from it on, the learner's own word stands above everybody's. Anybody else's entry
    (a guardian whose tie has ended, another learner's) counts for nothing.
    """
    id = LearnerId(learner.id)
    entries = [entry for entry in ledger if entry.learner == id and entry.purpose is purpose]
    adults = {tie.guardian for tie in guardianships if tie.learner == id}
    adults |= {person.id for person in admins if person.role is Role.ADMIN}
    own = _last_word(entry for entry in entries if entry.by == learner.id)
    others = _last_word(entry for entry in entries if entry.by in adults)
    if own is False:
        return False
    decides = _decides_alone(purpose, learner, rules or AgeRules())
    if own is True and decides:
        return True
    return decides if others is None else others


def _decides_alone(purpose: Purpose, learner: Person, rules: AgeRules) -> bool:
    match purpose:
        case Purpose.TUTORING | Purpose.DIGEST:
            return True
        case Purpose.EXTERNAL_MODEL:
            return _at_least(learner.age_band, rules.external_model)
        case Purpose.TELEGRAM:
            return _at_least(learner.age_band, rules.telegram)
        case _:
            assert_never(purpose)


def _at_least(band: AgeBand, least: AgeBand) -> bool:
    return _ORDER.index(band) >= _ORDER.index(least)


def _last_word(entries: Iterable[Consent]) -> bool | None:
    in_order = sorted(entries, key=lambda entry: entry.at)  # stable: of two at once, the later
    return in_order[-1].given if in_order else None


def _teaches(viewer: Person, learner: LearnerId, classes: Iterable[SchoolClass]) -> bool:
    return viewer.role is Role.TEACHER and any(
        viewer.id in one.teachers and learner in one.learners for one in classes
    )
