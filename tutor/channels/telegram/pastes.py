"""A long text that Telegram cut into several messages: answered once, and heard to its end."""

from collections import OrderedDict
from dataclasses import dataclass

from tutor.channels.telegram.incoming import Incoming
from tutor.dialogue.read import MAX_TEXT

CUT = 2_048  # characters; an app cuts at 4,096, and before that at a line's end, but not below half
AT_ONCE = 1  # seconds between two parts; nobody writes the next message so fast
REMEMBERED = 1_000  # chats


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """The last part of what may go on: its key, when it came (seconds), all the text up to it, and
    what was answered to it."""

    key: str
    at: int
    text: str
    answered: str | None


class Pastes:
    """Knows what goes on from the message before it."""

    def __init__(self) -> None:
        self._last: OrderedDict[int, _Part] = OrderedDict()

    def joined(self, came: Incoming) -> str | None:
        """The text to be answered: what came, with what it goes on from. None when that was too
        long already, and said to be. The same message again has the same text."""
        before = self._last.pop(came.chat, None)
        if before is not None and before.key == came.key:
            self._last[came.chat] = before
            return before.answered
        if before is not None and came.sent - before.at > AT_ONCE:
            before = None
        text = came.text if before is None else before.text + came.text
        said = before is not None and len(before.text) > MAX_TEXT
        answered = None if said else text
        if len(came.text) >= CUT:
            kept = text[: MAX_TEXT + 1]
            self._last[came.chat] = _Part(key=came.key, at=came.sent, text=kept, answered=answered)
            while len(self._last) > REMEMBERED:
                self._last.popitem(last=False)
        return answered
