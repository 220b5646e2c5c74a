"""Which persona a name or a file means, and the course in which it is tried."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.curriculum.files import load_persona
from tutor.curriculum.persona import Persona
from tutor.curriculum.problems import errors
from tutor.errors import BadInput
from tutor.ids import CourseId, PersonaId


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A persona in the course where it is tried. `source` is the name or file that was given."""

    source: str
    persona: Persona
    course: Course

    @property
    def staged(self) -> Course:
        """The course with this persona among its own."""
        return replace(
            self.course, personas={**self.course.personas, self.persona.id: self.persona}
        )


def read_courses(roots: Sequence[Path]) -> Book:
    """The courses of these folders. Raises BadInput when there is none that can be used."""
    book = Book(roots)
    problems = errors(book.refresh().problems)
    if not book.all():
        first = f" {problems[0]}" if problems else ""
        raise BadInput(
            f"There is no course to talk about.{first}",
            where=", ".join(str(root) for root in roots), do="Give --curricula a folder of courses.",
        )  # fmt: skip
    return book


def find(given: str, book: Book, course: str = "") -> Cast:
    """The persona of a name, of `course/name` or of a YAML file. Raises BadInput or BadCourse.

    Without `course` a name is looked for in every course, and a file is tried in the course in
    whose folder it lies, else in the first.
    """
    file = Path(given)
    if file.suffix in (".yaml", ".yml"):
        if not file.is_file():
            raise BadInput("There is no such persona file.", where=given, do="Give its path.")
        home = file.resolve().parent.parent.name
        known = {c.id for c in book.all()}
        place = course or (home if home in known else book.all()[0].id)
        taught = book.get(CourseId(place))
        return Cast(source=given, persona=load_persona(file, taught), course=taught)
    within, _, name = given.rpartition("/")
    within = course or within
    courses = [book.get(CourseId(within))] if within else list(book.all())
    for one in courses:
        if PersonaId(name) in one.personas:
            return Cast(source=given, persona=one.personas[PersonaId(name)], course=one)
    there = ", ".join(f"{one.id}/{persona}" for one in courses for persona in one.personas)
    raise BadInput(
        "There is no such persona.", where=given, do=f"Use one of {there}, or the path of a file."
    )
