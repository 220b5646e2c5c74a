"""What the dialogue needs to know of a learner: how to address them, and who teaches how."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Contract, Persona
from tutor.ids import LearnerId, PersonaId, PersonId
from tutor.people.directory import Directory
from tutor.people.periods import in_force
from tutor.people.person import SchoolClass


class SchoolFaces:
    """Names and personas from the school's directory.

    The persona is the class's for the course, else the learner's own choice, else the course's;
    a teacher's help contract for the class goes before the persona's own. In a period that is
    planned for the class, its persona and contract go before all of these.
    """

    def __init__(self, directory: Directory, clock: Callable[[], datetime]) -> None:
        self._directory = directory
        self._clock = clock

    async def first_name(self, learner: LearnerId) -> str:
        """The first word of the learner's name; empty for somebody unknown."""
        person = await self._directory.person(PersonId(learner))
        return person.name.split()[0] if person and person.name.split() else ""

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        """The persona and help contract in force."""
        classes = await self._directory.classes(PersonId(learner))
        mine = [c for c in classes if course.id in c.courses]
        chosen = await self._directory.preferences(PersonId(learner))
        now = self._clock()
        period = in_force(await self._directory.periods([c.id for c in mine], now), course.id, now)
        names = [str(period.persona)] if period and period.persona else []
        names += [name for c in mine for taught, name in c.personas if taught == course.id]
        own = chosen.get("persona")
        names += [own] if isinstance(own, str) else []
        persona = next(
            (course.personas[PersonaId(n)] for n in names if n in course.personas), course.persona()
        )
        contract = period.contract if period else None
        contract = contract or await self._contract(mine, course)
        return replace(persona, contract=contract) if contract else persona

    async def _contract(self, classes: list[SchoolClass], course: Course) -> Contract | None:
        for one in classes:
            for teacher in one.teachers:
                set_by = (await self._directory.preferences(teacher)).get("contracts", {})
                found = set_by.get(f"{one.id}/{course.id}") if isinstance(set_by, dict) else None
                if found in set(Contract):
                    return Contract(found)
        return None
