"""What an update of Telegram says: a text, a press, something we cannot read, or nothing. Pure."""

from dataclasses import dataclass
from enum import StrEnum

from telegram import ChatMember, Message, Update
from telegram.constants import ChatType

ALLOWED_UPDATES = ("message", "callback_query", "my_chat_member")


class Kind(StrEnum):
    """What came in."""

    TEXT = "text"
    PRESS = "press"
    UNREADABLE = "unreadable"  # a photo, a voice message, a sticker …
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One update of one private chat.

    `key` names it within the chat: an update that comes twice has the same key, and so have two
    presses on the buttons of one message. `text` is what was typed or the data of the button.
    `query` and `pressed` (a message's number) belong to a press.
    """

    chat: int
    kind: Kind
    key: str
    text: str = ""
    query: str = ""
    pressed: int = 0
    labels: tuple[tuple[str, str], ...] = ()

    @property
    def command(self) -> str:
        """The command word without its slash, in lower case; empty when there is none."""
        if self.kind is not Kind.TEXT or not self.text.startswith("/"):
            return ""
        word = self.text[1:].split(maxsplit=1)
        return word[0].split("@")[0].casefold() if word else ""

    @property
    def rest(self) -> str:
        """What follows the command word."""
        return (self.text.split(maxsplit=1)[1:] or [""])[0].strip()


def incoming(update: Update) -> Incoming | None:
    """What an update says; None for what comes from no private chat, and so from nobody known."""
    if update.message is not None:
        return _message(update.update_id, update.message)
    if update.callback_query is not None:
        return _press(update)
    moved = update.my_chat_member
    if moved is None or moved.chat.type != ChatType.PRIVATE:
        return None
    if moved.new_chat_member.status == ChatMember.BANNED:
        return Incoming(chat=moved.chat.id, kind=Kind.BLOCKED, key=str(update.update_id))
    return None


def chat_of(update: Update) -> int:
    """The chat that an update's place in the line belongs to; 0 for none."""
    return update.effective_chat.id if update.effective_chat is not None else 0


def _message(number: int, message: Message) -> Incoming | None:
    if message.chat.type != ChatType.PRIVATE:
        return None
    if message.text is None:
        return Incoming(chat=message.chat.id, kind=Kind.UNREADABLE, key=str(number))
    return Incoming(chat=message.chat.id, kind=Kind.TEXT, key=str(number), text=message.text)


def _press(update: Update) -> Incoming | None:
    query = update.callback_query
    if query is None or query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    under = query.message
    # Numbers of messages begin anew with another bot; with the second they do not come again.
    when = int(under.date.timestamp()) if isinstance(under, Message) else 0
    labels: list[tuple[str, str]] = []
    if isinstance(under, Message) and under.reply_markup is not None:
        for row in under.reply_markup.inline_keyboard:
            labels += [(b.text, str(b.callback_data or "")) for b in row]
    return Incoming(
        chat=under.chat.id,
        kind=Kind.PRESS,
        key=f"p{when}.{under.message_id}",
        text=query.data or "",
        query=query.id,
        pressed=under.message_id,
        labels=tuple(labels),
    )
