"""What messages name of a course: its terms and skills, typos and all, and kinds of calculation."""

import asyncio
from collections.abc import Callable, Mapping
from datetime import datetime

from tutor.curriculum.course import Course
from tutor.curriculum.taught import hidden
from tutor.dialogue.grounding.lookup import Within
from tutor.dialogue.grounding.sums import shapes, skills_of
from tutor.dialogue.reading.heard import Found
from tutor.dialogue.reading.held import held_in
from tutor.ids import CourseId, MisconceptionId, SkillId
from tutor.retrieval.answers import Answers
from tutor.retrieval.questions import Questions
from tutor.retrieval.vocabulary import Vocabulary

_Key = tuple[CourseId, str]


class Names:
    """The words of each course, and which skill each kind of calculation belongs to; made once a version."""

    def __init__(self) -> None:
        self._words: dict[_Key, Vocabulary] = {}
        self._sums: dict[_Key, Mapping[str, SkillId]] = {}
        self._asked: dict[_Key, Questions] = {}
        self._answers: dict[_Key, Answers] = {}

    def of(self, course: Course, now: datetime) -> Callable[[str], tuple[Found, ...]]:
        """What a short message names; nothing that is still hidden from learners."""
        words = self._vocabulary(course)
        later = hidden(course, now)

        def named(text: str) -> tuple[Found, ...]:
            if text in course.skills and text not in later:  # a button names the skill by its id
                skill = course.skills[next(s for s in course.skills if s == text)]
                return (Found(skill=skill.id, term=skill.title, means=skill.card),)
            return tuple(
                Found(skill=m.skill, term=m.term, means=m.means, sure=m.score)
                for m in words.match(text)
                if m.skill not in later
            )

        return named

    def asked(self, course: Course, now: datetime) -> Callable[[str], str]:
        """The heading of the course's readings that asks what a message asks, if one does; "" else.

        None that stands in a reading of what is still hidden from learners.
        """
        found, later = self.questions(course), hidden(course, now)
        return lambda text: found.asked(text, later)

    def questions(self, course: Course) -> Questions:
        """The questions that the course's readings ask."""
        key = (course.id, course.version)
        if key not in self._asked:
            self._asked[key] = Questions(course)
        return self._asked[key]

    def answers(self, course: Course) -> Answers:
        """Ranks passages of the course for a question."""
        key = (course.id, course.version)
        if key not in self._answers:
            self._answers[key] = Answers(self.questions(course))
        return self._answers[key]

    async def within(
        self,
        course: Course,
        now: datetime,
        text: str,
        likely: frozenset[MisconceptionId] = frozenset(),
    ) -> "Within":
        """What a question names, and which skills it comes near; nothing that is still hidden. `likely` are wrong
        ideas that the open item foresees."""
        later, idea = hidden(course, now), held_in(text)
        words = self._vocabulary(course)
        return Within(
            by_sum=tuple(s for s in await self._by_sum(course, text) if s not in later),
            terms=tuple(
                Found(skill=m.skill, term=m.term, means=m.means, sure=m.score)
                for m in words.within(text)
                if m.skill not in later and m.means
            ),
            near=tuple(one for one in words.near(text) if one[0] not in later),
            idea=words.idea(idea, likely) if idea else None,
            asked=self.asked(course, now)(idea or text),
        )

    def _vocabulary(self, course: Course) -> Vocabulary:
        key = (course.id, course.version)
        if key not in self._words:
            self._words[key] = Vocabulary(course)
        return self._words[key]

    async def _by_sum(self, course: Course, text: str) -> tuple[SkillId, ...]:
        brought = shapes(text)
        if not brought:
            return ()
        key = (course.id, course.version)
        if key not in self._sums:  # makes every item once
            self._sums[key] = await asyncio.to_thread(skills_of, course)
        return tuple(dict.fromkeys(self._sums[key][s] for s in brought if s in self._sums[key]))
