"""Whether a learner's words may leave the school, and which names must be hidden when they do."""

from collections.abc import Sequence
from typing import Protocol

from tutor.ids import LearnerId, PersonId
from tutor.people.directory import ConsentLedger, Directory
from tutor.people.person import Purpose, Role
from tutor.people.rules import consented


class Roster(Directory, ConsentLedger, Protocol):
    """What a permission is decided from."""


class Permissions:
    """Answers from the directory and the consent ledger, asked anew each time."""

    def __init__(self, roster: Roster) -> None:
        self._roster = roster

    async def external_model(self, learner: LearnerId) -> bool:
        """Whether a model outside the school may see what the learner writes."""
        person = await self._roster.person(PersonId(learner))
        if person is None:
            return False
        return consented(
            Purpose.EXTERNAL_MODEL,
            person,
            await self._roster.consents(learner),
            await self._roster.guardianships(person.id),
            await self._roster.people(Role.ADMIN),
        )

    async def classes(self, learner: LearnerId) -> Sequence[str]:
        """The ids of the learner's classes."""
        return tuple(one.id for one in await self._roster.classes(PersonId(learner)))

    async def names(self, learner: LearnerId) -> Sequence[str]:
        """The names on the learner's rosters: classmates, teachers, guardians, the learner."""
        ids = {PersonId(learner)}
        for one in await self._roster.classes(PersonId(learner)):
            ids |= {*one.teachers, *(PersonId(pupil) for pupil in one.learners)}
        ids |= {tie.guardian for tie in await self._roster.guardianships(PersonId(learner))}
        return tuple(person.name for person in await self._roster.known(ids))
