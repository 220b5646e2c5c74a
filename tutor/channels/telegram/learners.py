"""A learner's chat: commands, the choice of a course, and everything else to the tutor."""

from collections import OrderedDict
from typing import Any

from tutor.channels.parts import Parts
from tutor.channels.said import told
from tutor.channels.telegram import media
from tutor.channels.telegram.accounts import Allowed, ChatAccounts
from tutor.channels.telegram.courses import (
    ANSWERED,
    COURSE,
    answered,
    chosen_of,
    course_notes,
    courses_of,
    first_name,
    label,
    message_key,
    spoken_with,
    topic_notes,
)
from tutor.channels.telegram.incoming import Incoming, Kind
from tutor.channels.telegram.learner_words import say
from tutor.channels.telegram.media import Media
from tutor.channels.telegram.message import Note, plain_notes
from tutor.channels.telegram.pastes import Pastes
from tutor.channels.telegram.permission import Permission
from tutor.channels.telegram.post import DONE, Post
from tutor.channels.telegram.refusals import Refusals, worries
from tutor.channels.telegram.replies import belongs_to_card, mark, pressed, reply_notes
from tutor.curriculum.course import Course
from tutor.dialogue.messages import Button, Card, Inbound, Outbound
from tutor.errors import MenoError
from tutor.ids import LearnerId
from tutor.people.person import Person

KEPT = 24  # such keys
REMEMBERED = 5_000  # chats whose last card is known


class Learners:
    """Answers learners. Raises Forbidden when the learner has blocked the bot."""

    def __init__(
        self, parts: Parts, accounts: ChatAccounts, post: Post, permission: Permission
    ) -> None:
        self._parts = parts
        self._accounts = accounts
        self._post = post
        self._refusals = Refusals(parts, accounts, post, permission)
        self._media = Media(parts, post)
        self._pastes = Pastes()
        self._cards: OrderedDict[int, Card] = OrderedDict()

    async def answer(self, learner: Person, came: Incoming) -> None:
        """Answer what came from a learner."""
        chosen = await self._parts.people.preferences(learner.id)
        if came.key in answered(chosen):
            if came.kind is Kind.PRESS:
                await self._post.answer_press(came.query)
            return
        allowed = await self._accounts.allowed(learner)
        if allowed is not Allowed.YES:
            await self._refusals.refuse(learner, came, allowed)
        elif came.kind is Kind.PRESS:
            await self._pressed(learner, came, chosen)
        elif came.kind is Kind.EDITED:
            help_now = await self._refusals.help_now(learner, came)
            await self._say(came, help_now or await self._worded(learner, "edited"))
        else:
            await self._written(learner, came, chosen)

    async def welcome(self, learner: Person, came: Incoming) -> None:
        """Greet a learner whose chat was just linked, and begin."""
        text = await self._worded(learner, "linked_learner", name=first_name(learner))
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}-w")
        allowed = await self._accounts.allowed(learner)
        if allowed is not Allowed.YES:
            await self._refusals.refuse(learner, came, allowed)
            return
        chosen = await self._parts.people.preferences(learner.id)
        await self._tutor(learner, came, chosen, "/start")

    # ── what was written ──

    async def _written(self, learner: Person, came: Incoming, chosen: dict[str, Any]) -> None:
        if came.kind is Kind.UNREADABLE:
            await self._media.say_what_can_be_read(
                LearnerId(learner.id), came, await spoken_with(self._parts, learner)
            )
            if came.text:  # what stands below a film is a message
                await self._tutor(learner, came, chosen, came.text)
        elif came.kind is Kind.MEDIA:
            await self._shown(learner, came, chosen)
        elif came.command == "help":
            await self._say(came, await self._worded(learner, "help_learner"))
        elif came.command == "privacy":
            await self._say(came, await self._worded(learner, "privacy_learner"))
        elif came.command == "topic" and not came.rest:
            await self._topics(learner, came, chosen)
        elif came.command == "start":
            await self._tutor(learner, came, chosen, "/start")
        else:
            await self._said(learner, came, chosen)

    async def _said(self, learner: Person, came: Incoming, chosen: dict[str, Any]) -> None:
        """A text. The rest of one that was too long is listened to only: a crisis may be in it."""
        text = self._pastes.joined(came)
        if text is not None or worries(came, learner):
            await self._tutor(learner, came, chosen, text or came.text)
        else:
            await self._noteanswered(learner, came)

    async def _tutor(
        self, learner: Person, came: Incoming, chosen: dict[str, Any], text: str
    ) -> None:
        """Hand a text to the tutor in the chosen course, or ask for the course."""
        courses = await courses_of(self._parts, learner)
        course = chosen_of(courses, chosen)
        if course is None:
            if help_now := await self._refusals.help_now(learner, came):
                await self._say(came, help_now)
                return
            await self._ask_course(learner, came, courses)
            return
        await self._turn(learner, came, course, text)

    async def _shown(self, learner: Person, came: Incoming, chosen: dict[str, Any]) -> None:
        """A photo or voice message: what was read goes back to be confirmed.

        What stands below it is only listened to: a crisis goes before the work.
        """
        if worries(came, learner):
            await self._tutor(learner, came, chosen, came.text)
            return
        courses = await courses_of(self._parts, learner)
        course = chosen_of(courses, chosen)
        if course is None:
            await self._ask_course(learner, came, courses)
            return
        urgent = await self._media.answer(LearnerId(learner.id), came, course)
        if urgent:
            await self._turn(learner, came, course, urgent)
        else:
            await self._noteanswered(learner, came)

    async def _turn(self, learner: Person, came: Incoming, course: Course, text: str) -> None:
        inbound = Inbound(
            learner=LearnerId(learner.id),
            course=course.id,
            message=message_key(came.chat, came.key),
            text=text,
            at=self._parts.clock(),
            channel="telegram",
        )
        try:
            async with self._post.typing(came.chat):
                reply = await self._parts.running.answer(inbound)
        except MenoError as error:
            spoken = course.language
            await self._say(
                came,
                say("failed", spoken, what=told(error.what, spoken), do=told(error.do, spoken)),
            )
            return
        await self._show(came, course, reply)
        await self._noteanswered(learner, came)

    async def _show(self, came: Incoming, course: Course, reply: Outbound) -> None:
        address = self._parts.settings.address
        more = ""
        if reply.move == "show_belief":
            more = say("my_progress", course.language, address=f"{address}/c/{course.id}/progress")
        sent = reply_notes(
            reply,
            course,
            key=came.key,
            address=address,
            before=self._cards.get(came.chat),
            more=more,
        )
        await self._post.send(came.chat, sent, f"{came.chat}-{came.key}")
        if reply.card is not None:
            self._cards[came.chat] = reply.card
            self._cards.move_to_end(came.chat)
            while len(self._cards) > REMEMBERED:
                self._cards.popitem(last=False)

    async def _noteanswered(self, learner: Person, came: Incoming) -> None:
        """Remember that the reply arrived, so that a late second delivery sends nothing."""
        chosen = await self._parts.people.preferences(learner.id)
        keys = [*answered(chosen), came.key][-KEPT:]
        await self._parts.people.prefer(learner.id, {ANSWERED: keys})

    # ── courses and topics ──

    async def _ask_course(self, learner: Person, came: Incoming, courses: list[Course]) -> None:
        spoken = await spoken_with(self._parts, learner)
        if not courses:
            await self._say(came, say("no_course", spoken))
            return
        await self._send(came, course_notes(courses, spoken))

    async def _topics(self, learner: Person, came: Incoming, chosen: dict[str, Any]) -> None:
        courses = await courses_of(self._parts, learner)
        course = chosen_of(courses, chosen)
        if course is None:
            await self._ask_course(learner, came, courses)
            return
        now = self._parts.clock()
        state = (await self._parts.tutor.load(LearnerId(learner.id), course.id)).state
        await self._send(came, topic_notes(course, state, now, courses))

    # ── what was pressed ──

    async def _pressed(self, learner: Person, came: Incoming, chosen: dict[str, Any]) -> None:
        kind, *marks = came.text.split("|")
        courses = {mark(course.id): course for course in await courses_of(self._parts, learner)}
        if kind == "c" and len(marks) == 1 and marks[0] in courses:
            await self._begin(learner, came, courses[marks[0]], "/start")
        elif kind == "t" and len(marks) == 2 and marks[0] in courses:
            course = courses[marks[0]]
            skill = next((s for s in course.skills if mark(s) == marks[1]), None)
            if skill is None:
                await self._post.answer_press(came.query, await self._worded(learner, "old_button"))
                return
            await self._begin(learner, came, course, f"/topic {skill}")
        elif kind == media.PRESS and len(marks) == 2 and marks[1] in courses:
            await self._confirmed(learner, came, courses[marks[1]], yes=marks[0] == media.YES)
        elif came.text == DONE:
            await self._post.answer_press(came.query)
        else:
            await self._reply_button(learner, came, courses)

    async def _confirmed(
        self, learner: Person, came: Incoming, course: Course, *, yes: bool
    ) -> None:
        """What was read is right, and so the learner's message; or it is not, and nothing."""
        text = media.confirmed(came)
        if not text:
            await self._post.answer_press(came.query, await self._worded(learner, "old_button"))
        elif yes:
            await self._begin(learner, came, course, text)
        else:
            await self._media.refused(came, label(came), course.language)
            await self._noteanswered(learner, came)

    async def _begin(self, learner: Person, came: Incoming, course: Course, text: str) -> None:
        await self._post.answer_press(came.query)
        await self._parts.people.prefer(learner.id, {COURSE: course.id})
        await self._post.mark_pressed(came.chat, came.pressed, label(came))
        await self._turn(learner, came, course, text)

    async def _reply_button(
        self, learner: Person, came: Incoming, courses: dict[str, Course]
    ) -> None:
        """A button under a reply: it says what it said when it was made, or that it is too old."""
        found = pressed(came.text)
        course = courses.get(found.course) if found is not None else None
        reply = await self._stored(learner, came, found.key) if found is not None else None
        if found is None or course is None or reply is None or found.index >= len(reply.buttons):
            await self._post.answer_press(came.query, await self._worded(learner, "old_button"))
            return
        button = reply.buttons[found.index]
        if await self._stale(learner, came, course, reply, button):
            await self._post.answer_press(came.query, say("old_item", course.language))
            await self._post.mark_pressed(came.chat, came.pressed, "")
            return
        await self._begin(learner, came, course, button.send)

    async def _stored(self, learner: Person, came: Incoming, key: str) -> Outbound | None:
        body = await self._parts.log.reply_to(LearnerId(learner.id), message_key(came.chat, key))
        return Outbound.from_json(body) if body is not None else None

    async def _stale(
        self, learner: Person, came: Incoming, course: Course, reply: Outbound, button: Button
    ) -> bool:
        """Whether the button is about an item that is no longer the open one."""
        card = reply.card
        if card is None or not belongs_to_card(button, card):
            return False
        loaded = await self._parts.tutor.load(LearnerId(learner.id), course.id)
        mine = message_key(came.chat, came.key)
        if mine in loaded.session.unanswered or await self._stored(learner, came, came.key):
            return False  # this very press closed it, and its reply did not arrive
        opened = loaded.state.open
        return opened is None or (opened.item, opened.seed) != (card.item, card.seed)

    # ── what is said ──

    async def _worded(self, learner: Person, name: str, /, **slots: str) -> str:
        return say(name, await spoken_with(self._parts, learner), **slots)

    async def _say(self, came: Incoming, text: str) -> None:
        await self._send(came, plain_notes(text))

    async def _send(self, came: Incoming, sent: tuple[Note, ...]) -> None:
        await self._post.send(came.chat, sent, f"{came.chat}-{came.key}")
