"""The chats of guardians and of the school's staff: summaries and alerts go out, nothing is shown."""

from tutor.channels.parts import Parts
from tutor.channels.telegram.accounts import ChatAccounts
from tutor.channels.telegram.incoming import Incoming, Kind
from tutor.channels.telegram.message import plain_notes
from tutor.channels.telegram.permission import Permission
from tutor.channels.telegram.post import Post
from tutor.channels.telegram.words import means_stop, say
from tutor.people.person import Person

STOPPED = "digest_stopped"


class Families:
    """Answers guardians, in their language. Raises Forbidden when the bot is blocked."""

    def __init__(
        self, parts: Parts, accounts: ChatAccounts, post: Post, permission: Permission
    ) -> None:
        self._parts = parts
        self._accounts = accounts
        self._post = post
        self._permission = permission

    async def welcome(self, guardian: Person, came: Incoming) -> None:
        """Greet a guardian whose chat was just linked; linking starts the summaries again."""
        await self._parts.people.prefer(guardian.id, {STOPPED: None})
        names = [child.name.split()[0] for child in await self._accounts.children(guardian)]
        children = ", ".join(names) or say("children_none", guardian.language) or "your child"
        await self._say(guardian, came, "linked_guardian", name=guardian.name, children=children)

    async def answer(self, guardian: Person, came: Incoming) -> None:
        """Answer what came from a guardian: never with anything that a learner wrote."""
        if came.kind is Kind.PRESS:
            if not await self._permission.pressed(guardian, came):
                await self._post.answer_press(came.query, say("old_button", guardian.language))
        elif came.command == "stop" or means_stop(came.text):
            await self._parts.people.prefer(guardian.id, {STOPPED: True})
            await self._say(guardian, came, "stopped")
        elif came.command == "start":
            await self._parts.people.prefer(guardian.id, {STOPPED: None})
            await self._say(guardian, came, "resumed")
        elif came.command == "privacy":
            await self._say(guardian, came, "privacy_guardian")
        else:
            await self._say(guardian, came, "help_guardian")

    async def _say(self, guardian: Person, came: Incoming, name: str, /, **slots: str) -> None:
        text = say(name, guardian.language, **slots)
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}")


class Staff:
    """Answers teachers and administrators. Raises Forbidden when the bot is blocked."""

    def __init__(self, parts: Parts, post: Post) -> None:
        self._parts = parts
        self._post = post

    async def welcome(self, person: Person, came: Incoming) -> None:
        """Greet somebody of the school's staff whose chat was just linked."""
        await self._post.send(came.chat, plain_notes(say("linked_staff", name=person.name)))

    async def answer(self, person: Person, came: Incoming) -> None:
        """Say where everything else is."""
        if came.kind is Kind.PRESS:
            await self._post.answer_press(came.query, say("old_button"))
            return
        text = say("help_staff", address=self._parts.settings.address)
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}")
