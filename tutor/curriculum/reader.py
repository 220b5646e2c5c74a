"""One reading of one course folder: texts, YAML and checked parts, with problems collected."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tutor.curriculum.course import Course
from tutor.curriculum.mistakes import said_of
from tutor.curriculum.problems import Problem, Weight
from tutor.curriculum.yaml_lines import Lined, read_yaml
from tutor.curriculum.yaml_lines import Path as Place
from tutor.errors import BadCourse
from tutor.ids import ItemId, PersonaId

Part = TypeVar("Part", bound=BaseModel)
MAX_FILE = 2_000_000  # bytes


@dataclass(slots=True)
class Loaded:
    """What a folder gave: the course, unless an error stands in its way, and all problems.

    `lines` tells the file and line of an item, `personas` the file of a persona, for problems
    found later.
    """

    course: Course | None = None
    problems: list[Problem] = field(default_factory=list)
    lines: dict[ItemId, tuple[str, Lined, Place]] = field(default_factory=dict)
    personas: dict[PersonaId, tuple[str, Lined]] = field(default_factory=dict)


class Reader:
    """Collects problems instead of stopping at the first."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loaded = Loaded()

    def problem(
        self,
        file: Path,
        what: str,
        *,
        line: int = 0,
        field: str = "",
        do: str = "",
        weight: Weight = Weight.ERROR,
    ) -> None:
        self.loaded.problems.append(
            Problem(file=self.name(file), line=line, field=field, what=what, do=do, weight=weight)
        )

    def name(self, file: Path) -> str:
        return str(Path(self.folder.name) / file.relative_to(self.folder))

    def text(self, file: Path) -> str | None:
        try:
            if file.stat().st_size > MAX_FILE:
                self.problem(file, "The file is larger than 2 MB.", do="Split it.")
                return None
            return file.read_text(encoding="utf-8")
        except FileNotFoundError:
            self.problem(file, "The file is missing.", do="Every course has a course.yaml.")
        except (UnicodeDecodeError, OSError) as error:
            self.problem(file, f"The file cannot be read: {error}.", do="Save it as UTF-8.")
        return None

    def yaml(self, file: Path) -> Lined | None:
        text = self.text(file)
        if text is None:
            return None
        try:
            return read_yaml(text, where=self.name(file))
        except BadCourse as error:
            line = int(error.where.rsplit(":", 1)[-1]) if ":" in error.where else 0
            self.problem(file, error.what, line=line, do=error.do)
            return None

    def part(
        self, model: type[Part], value: Any, lined: Lined, file: Path, at: Place = ()
    ) -> Part | None:
        if not isinstance(value, Mapping):
            self.problem(
                file, "This should be a list of fields (name: value).", line=lined.line(at)
            )
            return None
        try:
            return model.model_validate(value)
        except ValidationError as error:
            for found in error.errors():
                place = (*at, *found["loc"])
                self.problem(
                    file,
                    said_of(found, tuple(model.model_fields)),
                    line=lined.line(place),
                    field=".".join(str(step) for step in place),
                )
            return None
