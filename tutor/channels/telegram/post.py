"""Sending: retries where Telegram stumbles, plain text where it refuses marks, each part once."""

import asyncio
import contextlib
from collections import OrderedDict
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import asynccontextmanager
from functools import partial
from typing import TypeVar

import structlog
from telegram import Bot, InlineKeyboardButton, InlineKeyboardMarkup, LinkPreviewOptions
from telegram.constants import ChatAction
from telegram.error import BadRequest, NetworkError, TelegramError

from tutor.channels.telegram.message import Note

PAUSES = (0.5, 2.0, 5.0, 15.0)  # seconds between tries while Telegram stumbles
TYPING = 4.0  # seconds after which the sign of typing is renewed; Telegram shows it for five
REMEMBERED = 2_000  # keys of messages that were sent in part
DONE = "done"  # the data of a button that was pressed already

T = TypeVar("T")
log = structlog.get_logger()


class Post:
    """Sends messages with a bot. Raises Forbidden when the person has blocked the bot."""

    def __init__(self, bot: Bot, pauses: Sequence[float] = PAUSES) -> None:
        self._bot = bot
        self._pauses = tuple(pauses)
        self._parts_sent: OrderedDict[str, int] = OrderedDict()

    async def send(self, chat: int, notes: Sequence[Note], key: str = "") -> None:
        """Send messages in order. Under the same `key`, go on after those that were sent.

        Raises Forbidden, and NetworkError or RetryAfter when the tries are used up.
        """
        sent = self._parts_sent.get(key, 0) if key else 0
        for place, note in enumerate(notes):
            if place < sent:
                continue
            await self._one(chat, note)
            if key:
                self._parts_sent[key] = place + 1
                while len(self._parts_sent) > REMEMBERED:
                    self._parts_sent.popitem(last=False)

    async def answer_press(self, query: str, text: str = "") -> None:
        """End the waiting sign on a pressed button, with a text in a window if there is one."""
        with contextlib.suppress(BadRequest):  # the press is too old to be answered
            await self._tried(
                lambda: self._bot.answer_callback_query(query, text or None, show_alert=bool(text))
            )

    async def mark_pressed(self, chat: int, message: int, label: str) -> None:
        """Put what was chosen in place of a message's buttons."""
        keyboard = None
        if label:
            chosen = InlineKeyboardButton(text=f"✓ {label}", callback_data=DONE)
            keyboard = InlineKeyboardMarkup([[chosen]])
        with contextlib.suppress(BadRequest):  # the message is gone, or too old to be edited
            await self._tried(
                lambda: self._bot.edit_message_reply_markup(chat, message, reply_markup=keyboard)
            )

    async def fetch(self, file: str) -> bytes:
        """The bytes of a file that somebody sent. Raises TelegramError."""
        found = await self._tried(lambda: self._bot.get_file(file))
        return bytes(await self._tried(found.download_as_bytearray))

    @asynccontextmanager
    async def typing(self, chat: int) -> AsyncIterator[None]:
        """Show the sign of typing while the block runs."""
        task = asyncio.create_task(self._keep_typing(chat))
        try:
            yield
        finally:
            task.cancel()
            await asyncio.wait([task])

    async def _keep_typing(self, chat: int) -> None:
        # An ornament: if it fails, the reply is what tells whether the chat can be reached.
        with contextlib.suppress(TelegramError):
            while True:
                await self._bot.send_chat_action(chat, ChatAction.TYPING)
                await asyncio.sleep(TYPING)

    async def _one(self, chat: int, note: Note) -> None:
        """Send a message; refused, without its marks; refused again, without its buttons."""
        forms = [(note.entities, note.keyboard)]
        forms += [((), note.keyboard)] if note.entities else []
        forms += [((), None)] if note.rows else []
        for entities, keyboard in forms:
            try:
                await self._tried(
                    partial(
                        self._bot.send_message,
                        chat,
                        note.text,
                        entities=entities or None,
                        reply_markup=keyboard,
                        link_preview_options=LinkPreviewOptions(is_disabled=True),
                    )
                )
            except BadRequest as refused:
                log.warning("telegram_refused", why=refused.message)
                continue
            return

    async def _tried(self, call: Callable[[], Awaitable[T]]) -> T:
        for pause in self._pauses:
            try:
                return await call()
            except BadRequest:
                raise
            except NetworkError as error:
                log.warning("telegram_stumbles", kind=type(error).__name__, pause=pause)
                await asyncio.sleep(pause)
        return await call()
