"""Polling: updates are confirmed to Telegram once they are handled, so that a crash loses none."""

import asyncio
from collections.abc import Callable

import structlog
from telegram import Bot, Update
from telegram.error import InvalidToken, NetworkError, RetryAfter, TelegramError

from tutor.channels.telegram.incoming import ALLOWED_UPDATES

LONG = 25  # seconds that Telegram holds a poll when nothing is under way
NAP = 0.4  # seconds between polls while something is
TRIES = 4  # deliveries of an update that cannot be handled
SLOWEST = 30.0  # seconds between tries while Telegram cannot be reached

Take = Callable[[Update], "asyncio.Future[None]"]

log = structlog.get_logger()


class Poller:
    """Asks for updates and hands them on.

    The library's own updater confirms an update when it has put it into a queue in memory; a
    process killed then would never answer it. Here the offset follows what was handled.
    """

    def __init__(self, bot: Bot, take: Take) -> None:
        self._bot = bot
        self._take = take
        self._under_way: dict[int, asyncio.Future[None]] = {}
        self._failed: dict[int, int] = {}
        self._offset = 0

    async def run(self) -> None:
        """Poll until cancelled, or until Telegram no longer takes the token."""
        pause = 0.0
        while True:
            try:
                await self._once()
                pause = 0.0
            except InvalidToken:
                log.error("telegram_token_refused", do="Set TELEGRAM_BOT_TOKEN anew.")
                return
            except TelegramError as error:
                pause = _longer(pause, error)
                log.warning("telegram_unreachable", kind=type(error).__name__, pause=pause)
                await asyncio.sleep(pause)

    async def confirm(self) -> None:
        """Tell Telegram what was handled (at shutdown)."""
        self._forward()
        if self._offset:
            await self._bot.get_updates(
                offset=self._offset, timeout=0, limit=1, allowed_updates=ALLOWED_UPDATES
            )

    async def _once(self) -> None:
        updates = await self._bot.get_updates(
            offset=self._offset,
            timeout=0 if self._under_way else LONG,
            allowed_updates=ALLOWED_UPDATES,
        )
        for update in updates:
            if update.update_id not in self._under_way:
                self._under_way[update.update_id] = self._take(update)
        busy = [future for future in self._under_way.values() if not future.done()]
        if busy:
            await asyncio.wait(busy, timeout=NAP, return_when=asyncio.FIRST_COMPLETED)
        self._forward()

    def _forward(self) -> None:
        """Move the offset to the first update that is not handled."""
        for number in sorted(self._under_way):
            future = self._under_way[number]
            if not future.done():
                break
            del self._under_way[number]
            if not future.cancelled() and future.exception() is not None:
                self._failed[number] = self._failed.get(number, 0) + 1
                if self._failed[number] < TRIES:
                    break  # not confirmed: it comes again
            self._failed.pop(number, None)
            self._offset = number + 1


def _longer(pause: float, error: TelegramError) -> float:
    if isinstance(error, RetryAfter):
        wait = error.retry_after
        return float(wait if isinstance(wait, int) else wait.total_seconds())
    least = 0.5 if isinstance(error, NetworkError) else 2.0
    return min(SLOWEST, max(least, pause * 2))
