"""The shape of course files, field by field (pydantic, at the edge only)."""

from datetime import date
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from tutor.curriculum.course import MaterialKind
from tutor.curriculum.persona import Contract
from tutor.items.item import Difficulty

Slug = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9-]*$", max_length=64)]
Line = Annotated[str, StringConstraints(min_length=1, max_length=300, strip_whitespace=True)]
Text = Annotated[str, StringConstraints(min_length=1, max_length=20_000)]
ByLanguage = dict[str, Line]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, coerce_numbers_to_str=True)


class StandardPart(_Part):
    """A standard with its CASE identifier (1EdTech Competencies and Academic Standards Exchange)."""

    code: Line
    case: Annotated[
        str,
        StringConstraints(
            pattern=r"^(https://\S+/)?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$"
        ),
    ]


class MaterialPart(_Part):
    """Another way to meet a skill: a reading of the course, a worked example, a video, something to do."""

    kind: MaterialKind
    title: Line
    reading: Slug | None = None
    link: Annotated[str, StringConstraints(pattern=r"^https://\S+$", max_length=500)] = ""
    transcript: Slug | None = None
    text: str = ""
    minutes: Annotated[int, Field(ge=1, le=600)] | None = None


class SkillPart(_Part):
    """A skill in course.yaml."""

    id: Slug
    title: Line
    titles: ByLanguage = {}
    objective: Text = ""
    objectives: list[Line] = []
    standards: list[Line | StandardPart] = []
    visible_from: date | None = None
    materials: list[MaterialPart] = []
    requires: list[Slug] = []
    aliases: list[Line] = []
    card: Text = ""
    at_home: ByLanguage = {}
    ask_at_home: ByLanguage = {}


class MisconceptionPart(_Part):
    """A misconception in course.yaml."""

    id: Slug
    name: Line
    says: Text
    probe: Text
    correction: Text


class TermPart(_Part):
    """A glossary entry in course.yaml."""

    term: Line
    means: Text
    skill: Slug | None = None
    also: list[Line] = []


class CoursePart(_Part):
    """course.yaml."""

    title: Line
    level: str = ""
    language: Annotated[str, StringConstraints(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]+)*$")] = "en"
    decimal_comma: bool = False
    reading_age: Annotated[int, Field(ge=5, le=20)] = 12
    description: str = ""
    default_persona: Slug
    skills: Annotated[list[SkillPart], Field(min_length=1)]
    misconceptions: list[MisconceptionPart] = []
    glossary: list[TermPart] = []


class WrongPart(_Part):
    """A foreseen wrong answer."""

    answer: Any
    misconception: Slug | None = None
    feedback: str = ""


class ItemPart(BaseModel):
    """An item; the fields of its type come besides and are checked by the type."""

    model_config = ConfigDict(extra="allow", frozen=True)

    id: Slug
    type: Line
    prompt: Text
    skills: list[Slug] = []
    skill: Slug | None = None
    code: str = ""
    difficulty: Difficulty = Difficulty.MEDIUM
    hints: Annotated[list[Text], Field(min_length=1)]
    worked_example: str = ""
    solution: str = ""
    wrong: list[WrongPart] = []
    vary: dict[str, Any] | None = None
    draft: bool = False


class ItemsPart(_Part):
    """An items file."""

    skill: Slug | None = None
    items: list[dict[str, Any]]


class PersonaPart(_Part):
    """A persona file."""

    name: Line
    voice: Text = ""
    language: str = "en"
    reading_age: Annotated[int, Field(ge=5, le=20)] = 12
    contract: Contract = Contract.PRACTICE
    strictness: Annotated[int, Field(ge=1, le=5)] = 2
    humour: Annotated[int, Field(ge=0, le=3)] = 1
    target: Annotated[float, Field(ge=0.5, le=0.95)] = 0.75
    max_words: Annotated[int, Field(ge=20, le=200)] = 80
    hint_pause: Annotated[int, Field(ge=0, le=300)] = 15
    beyond_course: bool = False
    off_limits: list[Line] = []
    samples: list[Line] = []


class ReadingPart(_Part):
    """The front matter of a reading."""

    title: Line
    skills: list[Slug] = []
    kind: Literal["reading"] = "reading"
