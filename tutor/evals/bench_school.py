"""Who is there while the bench measures: learners of one name, and adults who need not be told."""

from typing import Any

from tutor.curriculum.course import Course
from tutor.curriculum.persona import Persona
from tutor.ids import LearnerId


class Everybody:
    """Everybody is called Bench and has the course's own persona."""

    async def first_name(self, learner: LearnerId) -> str:
        """The name."""
        return "Bench"

    async def persona(self, learner: LearnerId, course: Course) -> Persona:
        """The persona."""
        return course.persona()


class Quiet:
    """No alert reaches anybody."""

    async def raise_alert(self, *_: Any) -> bool:
        """Not delivered."""
        return False

    def crisis_reply(self, *_: Any, delivered: bool) -> str:
        """Nothing."""
        return ""
