"""A persona: a voice and a help contract that a teacher sets for a course."""

from dataclasses import dataclass
from enum import StrEnum

from tutor.ids import PersonaId


class Contract(StrEnum):
    """How much help may be given."""

    PRACTICE = "practice"  # the whole ladder, Tell after two failed rounds
    HOMEWORK = "homework"  # no bottom-out hint and no final answers
    QUIZ = "quiz"  # no help; answers recorded, feedback afterwards
    EXAM = "exam"  # the tutor declines politely


@dataclass(frozen=True, slots=True, kw_only=True)
class Persona:
    """A voice and a help contract.

    `reading_age` in years (6–18), `strictness` 1 (lenient) to 5, `humour` 0 to 3; `target` is
    the predicted success that items are chosen for (0.5–0.95); `max_words` bounds a reply. `hint_pause` is how
    many seconds a hint must have stood before the next one comes without a try in between (0: none).
    `beyond_course` lets a model answer in practice what the course does not say, marked as such.
    """

    id: PersonaId
    name: str
    voice: str = ""
    language: str = "en"
    reading_age: int = 12
    contract: Contract = Contract.PRACTICE
    strictness: int = 2
    humour: int = 1
    target: float = 0.75
    max_words: int = 80
    hint_pause: int = 15
    beyond_course: bool = False
    off_limits: tuple[str, ...] = ()
    samples: tuple[str, ...] = ()
