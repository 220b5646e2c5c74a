"""Updates in order: one line per chat, chats side by side, and what came twice handled once."""

import asyncio
import heapq
import traceback
from collections import OrderedDict
from collections.abc import Awaitable, Callable

import structlog
from telegram import Update

from tutor.channels.telegram.incoming import chat_of

HOLD = 0.3  # seconds that an update waits for the one before it, which may be on its way
REMEMBERED = 4_000  # updates
LONGEST = 100  # updates waiting in one chat; what comes on top is dropped

Handle = Callable[[Update], Awaitable[None]]
Place = tuple[int, Update, "asyncio.Future[None]"]

log = structlog.get_logger()


class Lines:
    """Hands updates to `handle`, those of one chat one after the other by their numbers.

    Telegram numbers updates one by one, but deliveries over several connections overtake each
    other: an update whose forerunner is missing waits `hold` seconds for it.
    """

    def __init__(self, handle: Handle, *, hold: float = HOLD) -> None:
        self._handle = handle
        self._hold = hold
        self._known: OrderedDict[int, asyncio.Future[None]] = OrderedDict()
        self._waiting: dict[int, list[Place]] = {}
        self._workers: dict[int, asyncio.Task[None]] = {}
        self._news = asyncio.Event()

    def take(self, update: Update) -> "asyncio.Future[None]":
        """Put an update into its line; the future ends when it is handled, or with its failure."""
        number, chat = update.update_id, chat_of(update)
        known = self._known.get(number)
        if known is not None:
            return known
        future: asyncio.Future[None] = asyncio.get_running_loop().create_future()
        line = self._waiting.setdefault(chat, [])
        self._remember(number, future)
        if len(line) >= LONGEST:
            log.warning("telegram_line_full", waiting=len(line))
            future.set_result(None)
            return future
        heapq.heappush(line, (number, update, future))
        self._news.set()
        if chat not in self._workers:
            self._workers[chat] = asyncio.create_task(self._work(chat), name=f"telegram-{chat}")
        return future

    async def settle(self, seconds: float) -> None:
        """Let the lines come to their end, but not for ever."""
        if self._workers:
            _, late = await asyncio.wait(list(self._workers.values()), timeout=seconds)
            for worker in late:
                worker.cancel()
            if late:
                await asyncio.wait(late)

    async def _work(self, chat: int) -> None:
        line = self._waiting[chat]
        try:
            while line:
                await self._forerunner(line)
                number, update, future = heapq.heappop(line)
                task = asyncio.ensure_future(self._handle(update))
                try:
                    await asyncio.wait([task])
                finally:
                    task.cancel()
                self._end(number, task, future)
        finally:
            for _, _, future in line:
                future.cancel()
            del self._waiting[chat], self._workers[chat]

    def _end(
        self, number: int, task: "asyncio.Future[None]", future: "asyncio.Future[None]"
    ) -> None:
        error = None if task.cancelled() else task.exception()
        if error is None:
            future.set_result(None)
            return
        # Where it failed, not with what: messages of errors may hold what somebody wrote.
        where = traceback.format_tb(error.__traceback__)[-3:]
        log.error("telegram_update_failed", kind=type(error).__name__, where="".join(where))
        self._known.pop(number, None)  # when it comes again, it is tried again
        future.set_exception(error)
        future.exception()  # nobody may be waiting for it any more

    async def _forerunner(self, line: list[Place]) -> None:
        """Wait a moment while the update before the first in line has not come."""
        loop = asyncio.get_running_loop()
        until = loop.time() + self._hold
        while (left := until - loop.time()) > 0 and self._missing(line[0][0] - 1):
            self._news.clear()
            try:
                await asyncio.wait_for(self._news.wait(), left)
            except TimeoutError:
                return

    def _missing(self, number: int) -> bool:
        """Whether an update is missing between some that came."""
        return number not in self._known and len(self._known) > 1

    def _remember(self, number: int, future: "asyncio.Future[None]") -> None:
        self._known[number] = future
        while len(self._known) > REMEMBERED:
            self._known.popitem(last=False)
