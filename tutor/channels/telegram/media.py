"""Photos and voice messages in a chat: fetched, read, and put back to the learner as text.

What was read stands in our own message under which the learner presses “yes”, and is taken from
there: nothing of it has to be remembered, and a restart loses nothing.
"""

from collections.abc import Sequence

from telegram.error import TelegramError

from tutor.channels import read_back
from tutor.channels.parts import Parts
from tutor.channels.read_back import READ, RIGHT
from tutor.channels.said import TABLES, told
from tutor.channels.telegram.incoming import Incoming
from tutor.channels.telegram.message import Key, plain_notes
from tutor.channels.telegram.post import Post
from tutor.channels.telegram.replies import mark
from tutor.curriculum.course import Course
from tutor.dialogue.media import ReadBack, Unread
from tutor.ids import LearnerId
from tutor.llm.attachment import MOST_PICTURE, Medium

PRESS = "m"  # the data of our buttons begins with it
YES, NO = "yes", "no"


class Media:
    """Reads what comes as a file."""

    def __init__(self, parts: Parts, post: Post) -> None:
        self._parts = parts
        self._post = post

    async def answer(self, learner: LearnerId, came: Incoming, course: Course) -> str:
        """Put back what was read, or say why nothing was; the text instead when it is urgent."""
        found = await self._read(learner, came, course)
        if isinstance(found, Unread):
            why = read_back.why_not(found, await self._takes(learner))
            await self._say(came, told(why, course.language))
            return ""
        if found.urgent:
            return found.text
        spoken = course.language
        keys = [
            Key(label=told(read_back.YES, spoken), data=f"{PRESS}|{YES}|{mark(course.id)}"),
            Key(label=told(read_back.NO, spoken), data=f"{PRESS}|{NO}|{mark(course.id)}"),
        ]
        asked = f"{told(RIGHT, spoken)} {told(read_back.not_kept(found.medium), spoken)}"
        await self._say(came, f"{told(READ, spoken)}\n\n{found.text}\n\n{asked}", keys)
        return ""

    async def refused(self, came: Incoming, label: str, language: str) -> None:
        """The learner says that it was read wrongly."""
        await self._post.answer_press(came.query)
        await self._post.mark_pressed(came.chat, came.pressed, label)
        await self._say(came, told(read_back.TYPE_IT, language))

    async def say_what_can_be_read(self, learner: LearnerId, came: Incoming, language: str) -> None:
        """Answer to what is neither text nor a photo nor a voice message."""
        text = told(read_back.why_not(Unread.NOT_A_FILE, await self._takes(learner)), language)
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}-file")

    async def _takes(self, learner: LearnerId) -> frozenset[Medium]:
        reader = self._parts.media
        return await reader.takes(learner) if reader is not None else frozenset()

    async def _read(self, learner: LearnerId, came: Incoming, course: Course) -> ReadBack | Unread:
        """A file that may not be read is not fetched either."""
        reader = self._parts.media
        if reader is None or not await reader.takes(learner):
            return Unread.NOT_ALLOWED
        if came.size > MOST_PICTURE:
            return Unread.TOO_LARGE
        async with self._post.typing(came.chat):
            try:
                body = await self._post.fetch(came.file)
            except TelegramError:
                return Unread.FAILED
            return await reader.read(body, learner, course.language)

    async def _say(self, came: Incoming, text: str, keys: Sequence[Key] = ()) -> None:
        await self._post.send(came.chat, plain_notes(text, keys), f"{came.chat}-{came.key}")


def confirmed(came: Incoming) -> str:
    """The text that stands in the message under which “yes” was pressed; empty when it is gone."""
    text = came.under.strip()
    for language in ("en", *TABLES):
        begins = f"{told(READ, language)}\n\n"
        end = text.rfind(f"\n\n{told(RIGHT, language)}")
        if text.startswith(begins) and end > 0:
            return text[len(begins) : end].strip()
    return ""
