"""The channel as the rest of Meno sees it: start, stop, an update in, a text out."""

import asyncio
import hashlib
import hmac
from collections.abc import Sequence
from typing import assert_never
from urllib.parse import urlsplit

import structlog
from telegram import BotCommand, Update
from telegram.error import Forbidden, InvalidToken, TelegramError

from tutor.channels.parts import Parts
from tutor.channels.said import TABLES, told
from tutor.channels.telegram import learner_words, words
from tutor.channels.telegram.accounts import ChatAccounts
from tutor.channels.telegram.connection import connected_bot
from tutor.channels.telegram.families import Families, Staff
from tutor.channels.telegram.incoming import ALLOWED_UPDATES, Incoming, Kind, incoming
from tutor.channels.telegram.learners import Learners
from tutor.channels.telegram.lines import HOLD, Lines
from tutor.channels.telegram.message import Key, plain_notes
from tutor.channels.telegram.permission import Permission
from tutor.channels.telegram.polling import Poller
from tutor.channels.telegram.post import PAUSES, Post
from tutor.channels.tongue import tongue_of_learner
from tutor.errors import BadInput, BadSettings, NotAllowed, NotFound
from tutor.ids import PersonId
from tutor.people.person import Person, Role

WEBHOOK_PATH = "/telegram/webhook"
COMMANDS = (
    ("hint", "The next hint"),
    ("topic", "Choose a topic or a course"),
    ("progress", "What I believe you can do"),
    ("stop", "Finish for today"),
    ("help", "What I understand"),
    ("privacy", "What happens to your words"),
    ("delete", "Cut the tie between this chat and you"),
)
DELETE, KEEP = "d|yes", "d|no"
PATIENCE = 50.0  # seconds that a webhook's request waits for its update to be handled
CONNECTING = 30.0  # seconds between tries to reach Telegram at the start
SETTLING = 10.0  # seconds for what is under way when the channel stops
_MALFORMED = (KeyError, TypeError, ValueError, AttributeError, OverflowError, OSError)

log = structlog.get_logger()


class TelegramChannel:
    """A bot in private chats: by polling, or by webhook when the settings say so."""

    def __init__(
        self, parts: Parts, *, pauses: Sequence[float] = PAUSES, hold: float = HOLD
    ) -> None:
        settings = parts.settings
        self._parts = parts
        self._webhook = settings.telegram_webhook
        self._bot = connected_bot(settings.telegram_token, settings.telegram_base_url)
        self._accounts = ChatAccounts(parts)
        self._post = Post(self._bot, pauses)
        permission = Permission(parts, self._accounts, self._post)
        self._learners = Learners(parts, self._accounts, self._post, permission)
        self._families = Families(parts, self._accounts, self._post, permission)
        self._staff = Staff(parts, self._post)
        self._lines = Lines(self._handle, hold=hold if self._webhook else 0.0)
        self._poller = Poller(self._bot, self._lines.take)
        self._task: asyncio.Task[None] | None = None
        self._ready = False
        self._secret = settings.telegram_secret or derived_secret(settings.telegram_token)

    # ── life ──

    async def start(self) -> None:
        """Reach Telegram and begin; while it cannot be reached, go on trying beside.

        Raises BadSettings for a refused token, or a webhook without a public address.
        """
        if self._webhook and urlsplit(self._parts.settings.address).scheme != "https":
            raise BadSettings(
                "Telegram posts to https addresses only.",
                where="MENO_PUBLIC_URL",
                do="Set it to the school's https address, or poll (MENO_TELEGRAM_WEBHOOK=0).",
            )
        reached = await self._reach()
        self._task = asyncio.create_task(self._run(reached), name="telegram")

    async def stop(self) -> None:
        """Take nothing more in, let what is under way come to its end, and close."""
        if self._task is not None:
            self._task.cancel()
            await asyncio.wait([self._task])
            self._task = None
        await self._lines.settle(SETTLING)
        if self._ready and not self._webhook:
            try:
                await self._poller.confirm()
            except TelegramError as error:
                log.warning("telegram_not_confirmed", kind=type(error).__name__)
        self._ready = False
        await self._bot.shutdown()

    async def _reach(self) -> bool:
        try:
            await self._bot.initialize()
            await self._bot.set_my_commands([BotCommand(*command) for command in COMMANDS])
            for language in TABLES:
                said = [BotCommand(name, told(what, language)) for name, what in COMMANDS]
                await self._bot.set_my_commands(said, language_code=language)
            if self._webhook:
                await self._bot.set_webhook(
                    f"{self._parts.settings.address}{WEBHOOK_PATH}",
                    secret_token=self._secret,
                    allowed_updates=ALLOWED_UPDATES,
                )
            else:
                await self._bot.delete_webhook()
        except InvalidToken as error:
            raise BadSettings(
                "Telegram does not take the bot's token.",
                where="TELEGRAM_BOT_TOKEN",
                do="Copy it anew from @BotFather.",
            ) from error
        except TelegramError as error:
            log.warning("telegram_unreachable", kind=type(error).__name__)
            return False
        self._ready = True
        return True

    async def _run(self, reached: bool) -> None:
        while not reached:
            await asyncio.sleep(CONNECTING)
            try:
                reached = await self._reach()
            except BadSettings as error:
                log.error("telegram_off", problem=str(error))
                return
        if not self._webhook:
            await self._poller.run()

    # ── in ──

    async def process(self, update: dict[str, object], secret: str | None) -> None:
        """Handle an update that came by webhook, and return when that is done.

        Raises NotFound when the channel takes none, NotAllowed for a wrong secret, BadInput for
        what is no update.
        """
        if not self._webhook or self._task is None:
            raise NotFound("Nothing is posted here.")
        if not hmac.compare_digest((secret or "").encode(), self._secret.encode()):
            raise NotAllowed("The secret is wrong.")
        if type(update.get("update_id")) is not int:
            raise BadInput("That is no update.")
        try:
            read = Update.de_json(update, self._bot)
        except _MALFORMED as error:
            raise BadInput("That is no update.") from error
        # Waited for from outside: Telegram gives up, or asks twice, and the work goes on.
        future = self._lines.take(read)
        await asyncio.wait([future], timeout=PATIENCE)
        if future.cancelled():
            raise NotFound("The channel is being closed.")
        if future.done():
            future.result()

    async def _handle(self, update: Update) -> None:
        came = incoming(update)
        if came is None:
            return
        person = await self._accounts.who(came.chat)
        try:
            await self._answer(person, came)
        except Forbidden:
            person = person or await self._accounts.who(came.chat)
            if person is not None:
                await self._accounts.unlink(person.id)
                log.info("telegram_blocked", person=person.id)

    async def _answer(self, person: Person | None, came: Incoming) -> None:
        if came.kind is Kind.BLOCKED:
            if person is not None:
                await self._accounts.unlink(person.id)
        elif came.command == "start" and came.rest:
            await self._link(came)
        elif person is None:
            if came.kind is Kind.PRESS:
                await self._post.answer_press(came.query)
            await self._say(came, "unlinked")
        elif came.command == "delete" or came.text in (DELETE, KEEP):
            await self._delete(person, came)
        else:
            await self._by_role(person, came)

    async def _by_role(self, person: Person, came: Incoming) -> None:
        match person.role:
            case Role.LEARNER:
                await self._learners.answer(person, came)
            case Role.GUARDIAN:
                await self._families.answer(person, came)
            case Role.TEACHER | Role.ADMIN:
                await self._staff.answer(person, came)
            case _:
                assert_never(person.role)

    async def _link(self, came: Incoming) -> None:
        linked = await self._accounts.link(came.chat, came.rest)
        person = linked.person
        if person is None:
            known = await self._accounts.who(came.chat)
            if known is not None and linked.why_not == "bad":
                await self._by_role(known, came)  # a link that did its work, opened again
            else:
                await self._say(came, f"link_{linked.why_not}")
            return
        match person.role:
            case Role.LEARNER:
                await self._learners.welcome(person, came)
            case Role.GUARDIAN:
                await self._families.welcome(person, came)
            case Role.TEACHER | Role.ADMIN:
                await self._staff.welcome(person, came)
            case _:
                assert_never(person.role)

    async def _delete(self, person: Person, came: Incoming) -> None:
        """Ask back, then cut the tie and say what stays."""
        tongue, own, say = person.language, "other", words.say
        if person.role is Role.LEARNER:
            tongue, own = await tongue_of_learner(self._parts, person), "learner"
            say = learner_words.say
        stays = say(f"delete_stays_{own}", tongue)
        if came.kind is not Kind.PRESS:
            keys = (
                Key(label=say("delete_yes", tongue), data=DELETE),
                Key(label=say("delete_no", tongue), data=KEEP),
            )
            asked = plain_notes(say("delete_ask", tongue, stays=stays), keys)
            await self._post.send(came.chat, asked, f"{came.chat}-{came.key}")
            return
        await self._post.answer_press(came.query)
        await self._post.mark_pressed(came.chat, came.pressed, "")
        if came.text == DELETE:
            await self._accounts.unlink(person.id)
            await self._send(came, say("deleted", tongue, stays=stays))
        else:
            await self._send(came, say("kept", tongue))

    # ── out ──

    async def send_text(self, person: PersonId, text: str) -> bool:
        """Send a person a text as it is; False when no chat of theirs is reached."""
        chat = await self._accounts.chat_of(person) if self._ready else None
        if chat is None or not await self._accounts.may_be_sent(person):
            return False
        try:
            await self._post.send(chat, plain_notes(text))
        except Forbidden:
            await self._accounts.unlink(person)
            return False
        except TelegramError as error:
            log.warning("telegram_text_not_sent", kind=type(error).__name__)
            return False
        return True

    async def link_for(self, person: PersonId) -> str | None:
        """A fresh single-use link that ties a chat to the person; None while not connected."""
        if not self._ready:
            return None
        return f"https://t.me/{self._bot.username}?start={await self._accounts.new_token(person)}"

    async def _say(self, came: Incoming, name: str) -> None:
        await self._send(came, words.say(name, came.spoken))

    async def _send(self, came: Incoming, text: str) -> None:
        await self._post.send(came.chat, plain_notes(text), f"{came.chat}-{came.key}")


def derived_secret(token: str) -> str:
    """The webhook's secret where none is set: nobody can compute it without the bot's token."""
    return hashlib.sha256(f"meno webhook {token}".encode()).hexdigest()


def build(parts: Parts) -> TelegramChannel:
    """The channel over the running parts."""
    return TelegramChannel(parts)
