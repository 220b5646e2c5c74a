"""Reading a message: screened, read with the course's words, its doubts settled by a model."""

import asyncio
from dataclasses import replace

from tutor.curriculum.course import Course
from tutor.dialogue.deciding.alone import not_known
from tutor.dialogue.deciding.placing import as_answer
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.intents.likely import Vector
from tutor.dialogue.intents.meaning import MODEL
from tutor.dialogue.messages import Inbound
from tutor.dialogue.ports import Faces, Screen, SecondLook, Sense, Voice
from tutor.dialogue.read import Intent, Reading, read
from tutor.dialogue.session import Session
from tutor.ids import LearnerId
from tutor.items.grade import Verdict, by_teacher
from tutor.items.item import Item
from tutor.learner_state.precedents import Precedents
from tutor.learner_state.shape import OpenItem
from tutor.safety.answered import after_asking
from tutor.safety.concern import Concern

LOOKED_AT = 600  # characters of a message whose meaning is looked at
PATIENCE = 0.3  # seconds that a message's meaning is waited for; then its words decide


class Listener:
    """Reads messages with the courses' words (`names`)."""

    def __init__(
        self,
        *,
        faces: Faces,
        screen: Screen,
        voice: Voice | None,
        names: Names,
        sense: Sense | None = None,
        second: SecondLook | None = None,
        precedents: Precedents | None = None,
    ) -> None:
        self._precedents = precedents
        self._sense = sense
        self._second = second
        self._faces = faces
        self._screen = screen
        self._voice = voice
        self._names = names

    async def hear(
        self,
        inbound: Inbound,
        course: Course,
        item: Item | None,
        opened: OpenItem | None,
        session: Session,
        *,
        ask: bool = True,
    ) -> Reading:
        """What a message is taken to be, and its grade when it answers the open item; `ask` whether a model may
        be asked what is meant."""
        reading = await self._settled(inbound, course, item, session, ask=ask)
        reading = as_answer(reading, opened if item else None)
        reading = not_known(reading, opened if item else None)
        reading = await self._settled_before(reading, item, course, inbound)
        if reading.grade is not None and reading.grade.verdict is Verdict.UNCLEAR:
            return await self._judged(reading, item, course, inbound.learner)
        return reading

    async def _settled_before(
        self, reading: Reading, item: Item | None, course: Course, inbound: Inbound
    ) -> Reading:
        """With the verdict of a teacher, where one decided for everyone who answers in these words."""
        grade = reading.grade
        if self._precedents is None or item is None or grade is None:
            return reading
        if grade.verdict is Verdict.CORRECT:
            return reading
        verdict = await self._precedents.settled(course.id, item.id, item.seed, inbound.text)
        if verdict is None or verdict is grade.verdict:
            return reading
        return replace(reading, grade=by_teacher(grade, verdict))

    async def _settled(
        self, inbound: Inbound, course: Course, item: Item | None, session: Session, *, ask: bool
    ) -> Reading:
        """The reading; where its words leave it open by its meaning too, then by a model that may be asked."""
        concern = self._concern(self._screen(inbound.text, course.language), inbound, item, session)
        reading = self._read(inbound, course, item, session, concern)
        vector = None
        if reading.unsure:
            vector = await self._vector(reading.text, course.language, MODEL)
        again = await self._looked_at_again(concern, inbound.text, course.language, reading, vector)
        changed = again != concern
        if changed:
            concern = self._concern(again, inbound, item, session)
        if vector is not None or changed:
            reading = self._read(inbound, course, item, session, concern, vector=vector)
        if self._voice is None or not reading.doubt or not ask:
            return reading
        name = await self._faces.first_name(inbound.learner)
        meant = await self._voice.meant(
            reading.text, reading.doubt, item, course.language, learner=inbound.learner, name=name
        )
        if meant is None:
            return reading
        return self._read(inbound, course, item, session, concern, meant=meant, vector=vector)

    async def _looked_at_again(
        self,
        seen: Concern | None,
        text: str,
        language: str,
        reading: Reading,
        read_by: Vector | None,
    ) -> Concern | None:
        """The concern that a message means, where nothing was `seen` or it was guessed; `read_by` is
        what its reading was told by its meaning."""
        if self._second is None or (seen is not None and not seen.guessed):
            return seen
        model = self._second.wanted(text)
        if model is None:
            return seen
        if model == MODEL and reading.unsure:
            vector = read_by
        else:
            vector = await self._vector(text[:LOOKED_AT], language, model)
        return seen if vector is None else self._second.found(text, vector)

    async def _vector(self, text: str, language: str, model: str) -> Vector | None:
        """What a message means; None where the model does not tell it soon."""
        if self._sense is None:
            return None
        try:
            async with asyncio.timeout(PATIENCE):
                return await self._sense.vector(text, language, model)
        except TimeoutError:
            return None

    def _concern(
        self, seen: Concern | None, inbound: Inbound, item: Item | None, session: Session
    ) -> Concern | None:
        """What was seen in a message, after what the learner was asked and what the item takes."""
        concern = after_asking(session.wondered, seen, inbound.text)
        if concern is not None and concern.tier != 1 and item is not None:
            # What the open item takes as an answer is no concern ("kill the process").
            right = item.grade(inbound.text).verdict is Verdict.CORRECT
            concern = None if right else concern
        return concern

    def _read(
        self,
        inbound: Inbound,
        course: Course,
        item: Item | None,
        session: Session,
        concern: Concern | None,
        *,
        meant: Intent | None = None,
        vector: Vector | None = None,
    ) -> Reading:
        return read(
            inbound.text,
            item=item,
            session=session,
            vocabulary=self._names.of(course, inbound.at),
            asked=self._names.asked(course, inbound.at),
            matter=self._names.questions(course).of_matter,
            concern=concern,
            meant=meant,
            vector=vector,
        )

    async def _judged(
        self, reading: Reading, item: Item | None, course: Course, learner: LearnerId
    ) -> Reading:
        if self._voice is None or item is None:
            return reading
        name = await self._faces.first_name(learner)
        grade = await self._voice.judge(
            item, reading.text, course.language, learner=learner, name=name
        )
        return reading if grade is None else replace(reading, grade=grade)
