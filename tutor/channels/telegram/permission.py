"""Asking a learner's guardians, in their own chats, whether the learner may be tutored on Telegram."""

from datetime import timedelta

from telegram.error import Forbidden

from tutor.channels.parts import Parts
from tutor.channels.telegram.accounts import ChatAccounts
from tutor.channels.telegram.incoming import Incoming
from tutor.channels.telegram.message import Key, plain_notes
from tutor.channels.telegram.post import Post
from tutor.channels.telegram.replies import mark
from tutor.channels.telegram.words import say
from tutor.ids import LearnerId
from tutor.people.person import Consent, Person, Purpose

ASKED = "telegram_asked"  # preference of a learner: when the guardians were asked last
PATIENCE = timedelta(days=3)  # before they are asked again
YES, NO = "a|yes|", "a|no|"


class Permission:
    """The question, and the answer into the consent ledger."""

    def __init__(self, parts: Parts, accounts: ChatAccounts, post: Post) -> None:
        self._parts = parts
        self._accounts = accounts
        self._post = post

    async def ask(self, learner: Person) -> None:
        """Ask every guardian who has a chat, unless they were asked a short while ago."""
        people, now = self._parts.people, self._parts.clock()
        ledger = await people.consents(LearnerId(learner.id))
        if any(entry.purpose is Purpose.TELEGRAM for entry in ledger):
            return  # somebody has answered: asking on would be pressing
        asked = (await people.preferences(learner.id)).get(ASKED)
        if isinstance(asked, (int, float)) and now.timestamp() - asked < PATIENCE.total_seconds():
            return
        for guardian in await self._accounts.guardians(learner):
            chat = await self._accounts.chat_of(guardian.id)
            if chat is not None and await self._asked(chat, guardian, learner):
                await people.prefer(learner.id, {ASKED: now.timestamp()})

    async def _asked(self, chat: int, guardian: Person, learner: Person) -> bool:
        tongue = guardian.language
        keys = (
            Key(label=say("agree_yes", tongue), data=f"{YES}{mark(learner.id)}"),
            Key(label=say("agree_no", tongue), data=f"{NO}{mark(learner.id)}"),
        )
        try:
            await self._post.send(
                chat, plain_notes(say("agree_ask", tongue, child=learner.name), keys)
            )
        except Forbidden:
            await self._accounts.unlink(guardian.id)
            return False
        return True

    async def pressed(self, guardian: Person, came: Incoming) -> bool:
        """Record what a guardian chose; False when the button is not about this."""
        given = came.text.startswith(YES)
        if not given and not came.text.startswith(NO):
            return False
        wanted = came.text.rpartition("|")[2]
        children = await self._accounts.children(guardian)
        child = next((one for one in children if mark(one.id) == wanted), None)
        if child is None:
            return False
        await self._parts.people.record_consent(
            Consent(
                purpose=Purpose.TELEGRAM,
                learner=LearnerId(child.id),
                by=guardian.id,
                given=given,
                at=self._parts.clock(),
            )
        )
        name = "agree_yes" if given else "agree_no"
        await self._post.answer_press(came.query)
        await self._post.mark_pressed(came.chat, came.pressed, say(name, guardian.language))
        text = say("agreed" if given else "not_agreed", guardian.language, child=child.name)
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}")
        return True
