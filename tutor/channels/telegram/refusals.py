"""What a learner reads who may not be tutored here, and help in a crisis all the same."""

from tutor.channels.parts import Parts
from tutor.channels.telegram.accounts import Allowed, ChatAccounts
from tutor.channels.telegram.courses import first_name, message_key, spoken_with
from tutor.channels.telegram.incoming import Incoming, Kind
from tutor.channels.telegram.learner_words import say
from tutor.channels.telegram.message import plain_notes
from tutor.channels.telegram.permission import Permission
from tutor.channels.telegram.post import Post
from tutor.ids import LearnerId
from tutor.people.person import Person
from tutor.safety.screen import screen


class Refusals:
    """Says why there is no tutoring, and asks for permission where that would change it."""

    def __init__(
        self, parts: Parts, accounts: ChatAccounts, post: Post, permission: Permission
    ) -> None:
        self._parts = parts
        self._accounts = accounts
        self._post = post
        self._permission = permission

    async def refuse(self, learner: Person, came: Incoming, why: Allowed) -> None:
        """Answer what came from a learner with the reason why they are not tutored."""
        if came.kind is Kind.PRESS:
            await self._post.answer_press(came.query)
        text = await self._reason(learner, why)
        if help_now := await self.help_now(learner, came):
            text = f"{help_now}\n\n{text}"
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}")
        if why is Allowed.ADULT_MUST_AGREE:
            await self._permission.ask(learner)

    async def help_now(self, learner: Person, came: Incoming) -> str:
        """Help in a crisis, and an adult told: for everyone, whatever the ledger or course says."""
        if came.kind is Kind.PRESS or not came.text:
            return ""
        return await self._parts.alarm.hear(
            LearnerId(learner.id), came.text, learner.language,
            message_key(came.chat, came.key), self._parts.clock(),
        )  # fmt: skip

    async def _reason(self, learner: Person, why: Allowed) -> str:
        address, spoken = self._parts.settings.address, await spoken_with(self._parts, learner)
        if why is Allowed.TUTORING_OFF:
            return say("tutoring_off", spoken)
        if why is Allowed.SWITCHED_OFF:
            return say("consent_no", spoken, address=address)
        adults = [person.name for person in await self._accounts.guardians(learner)]
        named = say("consent_or", spoken).join(adults) or say("consent_any", spoken)
        return say("consent", spoken, name=first_name(learner), adults=named, address=address)


def worries(came: Incoming, learner: Person) -> bool:
    """Whether an adult must see what was written."""
    concern = screen(came.text, learner.language) if came.text else None
    return concern is not None and concern.tier > 0
