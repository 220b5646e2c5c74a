"""An invented course, made in memory: a prerequisite graph with items that add two numbers."""

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random

from tutor.curriculum.course import Course, Misconception, Skill
from tutor.curriculum.persona import Persona
from tutor.ids import CourseId, ItemId, MisconceptionId, PersonaId, SkillId
from tutor.items.grade import Grade, Samples, Shown, Verdict
from tutor.items.item import Difficulty, Item, WrongAnswer


@dataclass(frozen=True, slots=True, kw_only=True)
class Sum:
    """The item type of the invented course: the sum of two whole numbers."""

    left: int
    right: int

    def grade(self, response: str) -> Grade:
        """Right when the response is the sum; unreadable when it is no number."""
        text = response.strip()
        if not text.lstrip("-").isdecimal():
            return Grade(verdict=Verdict.UNREADABLE)
        right = int(text) == self.left + self.right
        return Grade(verdict=Verdict.CORRECT if right else Verdict.INCORRECT, read_as=text)

    def shown(self) -> Shown:
        """A number is asked for."""
        return Shown(kind="number")

    def answer_text(self) -> str:
        """The sum."""
        return str(self.left + self.right)

    def answer_forms(self) -> tuple[str, ...]:
        """The sum."""
        return (self.answer_text(),)

    def samples(self) -> Samples:
        """The sum, and numbers beside it."""
        total = self.left + self.right
        return Samples(
            right=(str(total),), wrong=(str(total + 3),), near=(str(total + 1),), unreadable=("?",)
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Invented:
    """One item of the invented course."""

    id: ItemId
    skills: tuple[SkillId, ...]
    difficulty: Difficulty
    type_name: str = "number"
    templated: bool = False

    def drawn(self, seed: int) -> tuple[int, int]:
        """The numbers of a seed's sum."""
        dice = Random(f"{self.id}:{seed if self.templated else 0}")
        return (dice.randrange(2, 50), dice.randrange(2, 50))

    def make(self, seed: int) -> Item:
        """A sum; the seed varies a template."""
        left, right = self.drawn(seed)
        kind = Sum(left=left, right=right)
        return Item(
            id=self.id,
            seed=seed,
            templated=self.templated,
            skills=self.skills,
            type_name=self.type_name,
            type=kind,
            prompt=f"What is {kind.left} + {kind.right}?",
            difficulty=self.difficulty,
            wrong=(
                WrongAnswer(
                    text=str(abs(kind.left - kind.right)),
                    type=Sum(left=abs(kind.left - kind.right), right=0),
                    misconception=MisconceptionId(f"takes-away-{self.skills[0]}"),
                ),
            ),
            hints=("Add the tens first.", f"It is {kind.answer_text()}."),
        )


LABELS = (Difficulty.EASY, Difficulty.MEDIUM, Difficulty.HARD)


def invented_course(
    *, skills: int = 30, items: int = 20, seed: int = 0, templated: int = 0, name: str = "invented"
) -> Course:
    """A course of `skills` skills with `items` items each, of which `templated` are templates.

    A skill requires up to two of the six skills before it, so that several are open at a time.
    Every third item is easy, medium, hard.
    """
    dice = Random(f"course:{seed}:{skills}")
    names = [SkillId(f"skill-{index:03d}") for index in range(skills)]
    sources = {skill: _sums(skill, items, templated) for skill in names}
    return Course(
        id=CourseId(name),
        title=name.capitalize(),
        skills=_graph(names, dice),
        sources={one.id: one for its in sources.values() for one in its},
        by_skill={skill: tuple(one.id for one in its) for skill, its in sources.items()},
        misconceptions={one.id: one for one in map(_takes_away, names)},
        personas={PersonaId("plain"): Persona(id=PersonaId("plain"), name="Plain")},
        default_persona=PersonaId("plain"),
    )


def _graph(names: Sequence[SkillId], dice: Random) -> dict[SkillId, Skill]:
    """The skills, each with what it requires of those before it."""
    table: dict[SkillId, Skill] = {}
    for index, skill in enumerate(names):
        near = names[max(0, index - 6) : index]
        count = min(len(near), dice.choice((0, 1, 1, 2)) if index else 0)
        requires = tuple(sorted(dice.sample(near, count)))
        table[skill] = Skill(id=skill, title=f"Skill {index + 1}", requires=requires)
    return table


def _sums(skill: SkillId, items: int, templated: int) -> list[Invented]:
    """The items of a skill, the first of them templates."""
    return [
        Invented(
            id=ItemId(f"{skill}-{number:02d}"),
            skills=(skill,),
            difficulty=LABELS[number % 3],
            templated=number < templated,
        )
        for number in range(items)
    ]


def _takes_away(skill: SkillId) -> Misconception:
    """The one wrong idea of a skill: to take away instead of adding."""
    return Misconception(
        id=MisconceptionId(f"takes-away-{skill}"),
        name="Takes away",
        says="Takes away.",
        probe="More or less?",
        correction="Add.",
    )
