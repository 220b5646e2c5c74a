"""A course as the rest of Meno sees it: skills with prerequisites, items, readings, personas."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, tzinfo
from enum import StrEnum
from typing import Protocol

from tutor.curriculum.persona import Persona
from tutor.errors import NotFound
from tutor.ids import CourseId, ItemId, MisconceptionId, PersonaId, SkillId
from tutor.items.item import Difficulty, Item

KEPT_ITEMS = 4_000  # made items kept per course


class MaterialKind(StrEnum):
    """The ways in which a skill may be met besides items."""

    READING = "reading"
    WORKED_EXAMPLE = "worked_example"
    VIDEO = "video"
    ACTIVITY = "activity"
    PROJECT = "project"


@dataclass(frozen=True, slots=True, kw_only=True)
class SkillMaterial:
    """Something to read, watch or do: a reading of the course, a link, or a text of its own.

    `transcript` is the reading that says what a video says.
    """

    kind: MaterialKind
    title: str
    reading: str | None = None
    link: str = ""
    transcript: str | None = None
    text: str = ""
    minutes: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Skill:
    """One thing to learn. `titles`, `at_home` and `ask_at_home` are keyed by language tag.

    `case` has CASE identifiers by the standard's code; before `visible_from` nothing of the skill
    is asked or found.
    """

    id: SkillId
    title: str
    objective: str = ""
    requires: tuple[SkillId, ...] = ()
    objectives: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    case: Mapping[str, str] = field(default_factory=dict)
    visible_from: date | None = None
    materials: tuple[SkillMaterial, ...] = ()
    aliases: tuple[str, ...] = ()
    card: str = ""
    titles: Mapping[str, str] = field(default_factory=dict)
    at_home: Mapping[str, str] = field(default_factory=dict)
    ask_at_home: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Misconception:
    """A named wrong idea: what it is, the question that makes it collide with itself, the cure."""

    id: MisconceptionId
    name: str
    says: str
    probe: str
    correction: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A glossary entry; `also` lists other ways of saying it."""

    term: str
    means: str
    skill: SkillId | None = None
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A text of the course. `text` is Markdown without its front matter; `path` is relative."""

    id: str
    title: str
    path: str
    skills: tuple[SkillId, ...]
    text: str


class ItemSource(Protocol):
    """A fixed item or a template: makes an `Item` for a seed."""

    @property
    def id(self) -> ItemId: ...
    @property
    def skills(self) -> tuple[SkillId, ...]: ...
    @property
    def difficulty(self) -> Difficulty: ...
    @property
    def type_name(self) -> str: ...
    @property
    def templated(self) -> bool: ...

    def make(self, seed: int) -> Item:
        """The item for `seed` (any int ≥ 0; the same seed makes the same item)."""
        ...

    def drawn(self, seed: int) -> tuple[object, ...]:
        """What a seed draws: seeds that draw alike make the same question. () for a fixed item."""
        ...


@dataclass(frozen=True, slots=True, kw_only=True)
class Course:
    """A checked course. Skills are in teaching order and their prerequisites have no cycle.

    `zone` is that of the clock by which it is taught: days begin and end there.
    """

    id: CourseId
    title: str
    level: str = ""
    language: str = "en"
    decimal_comma: bool = False
    reading_age: int = 12
    description: str = ""
    skills: Mapping[SkillId, Skill]
    sources: Mapping[ItemId, ItemSource]
    by_skill: Mapping[SkillId, tuple[ItemId, ...]]
    misconceptions: Mapping[MisconceptionId, Misconception] = field(default_factory=dict)
    glossary: tuple[Term, ...] = ()
    readings: Mapping[str, Reading] = field(default_factory=dict)
    personas: Mapping[PersonaId, Persona] = field(default_factory=dict)
    default_persona: PersonaId
    version: str = ""  # hash of the files it was read from
    zone: tzinfo = UTC
    made: dict[tuple[ItemId, int], Item] = field(default_factory=dict, repr=False, compare=False)
    _above: dict[SkillId, frozenset[SkillId]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )
    _below: dict[SkillId, frozenset[SkillId]] = field(
        init=False, default_factory=dict, repr=False, compare=False
    )

    def local(self, at: datetime) -> datetime:
        """A point in time on the clock by which the course is taught."""
        return at.astimezone(self.zone)

    def skill(self, skill: SkillId) -> Skill:
        """The skill; raises NotFound."""
        if skill not in self.skills:
            raise NotFound(f"The course {self.title} has no skill “{skill}”.")
        return self.skills[skill]

    def item(self, item: ItemId, seed: int) -> Item:
        """The item for a seed, made once and kept a while; raises NotFound."""
        if item not in self.sources:
            raise NotFound(f"The course {self.title} has no item “{item}”.")
        key = (item, seed)
        if key not in self.made:
            if len(self.made) >= KEPT_ITEMS:
                self.made.clear()
            self.made[key] = self.sources[item].make(seed)
        return self.made[key]

    def above(self, skill: SkillId) -> frozenset[SkillId]:
        """Everything in the course that the skill requires, directly or not; found once."""
        known = self._above.get(skill)
        if known is not None:
            return known
        found: set[SkillId] = set()
        waiting = list(self.skills[skill].requires)
        while waiting:
            one = waiting.pop()
            if one not in found and one in self.skills:
                found.add(one)
                if one in self._above:
                    found |= self._above[one]
                else:
                    waiting.extend(self.skills[one].requires)
        self._above[skill] = frozenset(found)
        return self._above[skill]

    def below(self, skill: SkillId) -> frozenset[SkillId]:
        """Everything in the course that requires the skill, directly or not; found once."""
        if not self._below:
            lists: dict[SkillId, list[SkillId]] = {one: [] for one in self.skills}
            for one in self.skills:
                for required in self.above(one):
                    lists[required].append(one)
            self._below.update({one: frozenset(found) for one, found in lists.items()})
        return self._below[skill]

    def persona(self, persona: PersonaId | None = None) -> Persona:
        """The named persona, else the default one."""
        return (
            self.personas.get(persona or self.default_persona)
            or self.personas[self.default_persona]
        )
