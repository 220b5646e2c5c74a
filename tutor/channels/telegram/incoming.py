"""What an update of Telegram says: a text, a press, something we cannot read, or nothing. Pure."""

from dataclasses import dataclass, replace
from enum import StrEnum

from telegram import ChatMember, Message, Update
from telegram.constants import ChatType

ALLOWED_UPDATES = ("message", "edited_message", "callback_query", "my_chat_member")


class Kind(StrEnum):
    """What came in."""

    TEXT = "text"
    PRESS = "press"
    MEDIA = "media"  # a photo, a voice message
    UNREADABLE = "unreadable"  # a sticker, a film, a place …
    EDITED = "edited"  # a message that was read before
    BLOCKED = "blocked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Incoming:
    """One update of one private chat.

    `key` names it within the chat: an update that comes twice has the same key, and so have two
    presses on the buttons of one message. `text` is what was typed, also below a photo or a film,
    or the data of the button.
    `query`, `pressed` (a message's number) and `under` (its text) belong to a press, `file` and
    `size` (bytes, 0 when it is not told) to a photo or a voice message. `spoken` is the language of
    the sender's Telegram (BCP 47, empty when it is not told), `sent` when a message was sent (Unix
    seconds).
    """

    chat: int
    kind: Kind
    key: str
    text: str = ""
    query: str = ""
    pressed: int = 0
    under: str = ""
    file: str = ""
    size: int = 0
    labels: tuple[tuple[str, str], ...] = ()
    spoken: str = ""
    sent: int = 0

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
    spoken = (update.effective_user.language_code or "") if update.effective_user else ""
    if update.message is not None:
        came = _message(update.update_id, update.message)
        return replace(came, spoken=spoken) if came is not None else None
    if update.edited_message is not None:
        came = _message(update.update_id, update.edited_message)
        return replace(came, spoken=spoken, kind=Kind.EDITED) if came is not None else None
    if update.callback_query is not None:
        came = _press(update)
        return replace(came, spoken=spoken) if came is not None else None
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
    said = message.text if message.text is not None else message.caption or ""
    kind = Kind.TEXT if message.text is not None else Kind.UNREADABLE
    file, size = _file(message) or ("", 0)
    return Incoming(
        chat=message.chat.id, kind=Kind.MEDIA if file else kind, key=str(number), text=said,
        file=file, size=size, sent=int(message.date.timestamp()),
    )  # fmt: skip


def _file(message: Message) -> tuple[str, int] | None:
    """The file that a photo or a voice message is, and its size."""
    document = message.document
    if message.photo:
        photo = message.photo[-1]  # the largest
        return photo.file_id, photo.file_size or 0
    if document is not None and (document.mime_type or "").startswith(("image/", "audio/")):
        return document.file_id, document.file_size or 0
    sound = message.voice or message.audio
    return (sound.file_id, sound.file_size or 0) if sound is not None else None


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
        under=(under.text or "") if isinstance(under, Message) else "",
        labels=tuple(labels),
    )
