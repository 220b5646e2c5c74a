"""People, classes and the ties between them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from tutor.ids import ClassId, CourseId, LearnerId, PersonId


class Role(StrEnum):
    """What a person is in the school."""

    LEARNER = "learner"
    TEACHER = "teacher"
    GUARDIAN = "guardian"
    ADMIN = "admin"


class AgeBand(StrEnum):
    """How old a person is, as coarsely as the rules on consent need to know it."""

    UNKNOWN = "unknown"  # treated as the youngest
    UNDER_13 = "under_13"
    FROM_13 = "from_13"
    FROM_16 = "from_16"
    ADULT = "adult"


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """A person. `language` is a BCP 47 tag; `login` is empty when only links sign them in.

    `reading_age` in years, 0 when not known. `demo` marks people of the demonstration school.
    """

    id: PersonId
    role: Role
    name: str
    login: str = ""
    language: str = "en"
    reading_age: int = 0
    demo: bool = False
    age_band: AgeBand = AgeBand.UNKNOWN


@dataclass(frozen=True, slots=True, kw_only=True)
class SchoolClass:
    """A class: its teachers, learners and courses. `persona` may override the course's."""

    id: ClassId
    name: str
    teachers: tuple[PersonId, ...] = ()
    learners: tuple[LearnerId, ...] = ()
    courses: tuple[CourseId, ...] = ()
    personas: tuple[tuple[CourseId, str], ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Guardianship:
    """The tie of a guardian to a learner."""

    guardian: PersonId
    learner: LearnerId


class Purpose(StrEnum):
    """What consent is asked for."""

    TUTORING = "tutoring"
    EXTERNAL_MODEL = "external_model"
    TELEGRAM = "telegram"
    DIGEST = "digest"


@dataclass(frozen=True, slots=True, kw_only=True)
class Consent:
    """One entry of the consent ledger: who said yes or no, for whom, to what, under which notice."""

    purpose: Purpose
    learner: LearnerId
    by: PersonId
    given: bool
    at: datetime
    notice: str = "1"
