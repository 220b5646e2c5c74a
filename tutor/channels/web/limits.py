"""Rate limits within one process: so many acts in so many seconds, by name."""

from collections import OrderedDict, deque
from collections.abc import Callable
from datetime import datetime, timedelta

from tutor.errors import NotAllowed
from tutor.items.said import say

KEPT = 20_000  # names in memory


class TooOften(NotAllowed):
    """The same thing was done too often; `wait` is the number of seconds until it may be again."""

    def __init__(self, what: str, wait: int) -> None:
        self.wait = max(1, wait)
        super().__init__(what, do=_wait(self.wait))


class Limit:
    """At most `most` acts under one name within `seconds` (a sliding window)."""

    def __init__(self, most: int, seconds: float, clock: Callable[[], datetime]) -> None:
        self._most = most
        self._span = timedelta(seconds=seconds)
        self._clock = clock
        self._acts: OrderedDict[str, deque[datetime]] = OrderedDict()

    def take(self, name: str, what: str) -> None:
        """Count one act. Raises TooOften, worded with `what`, when there were too many."""
        now = self._clock()
        acts = self._acts.setdefault(name, deque())
        self._acts.move_to_end(name)
        while acts and now - acts[0] >= self._span:
            acts.popleft()
        if len(acts) >= self._most:
            raise TooOften(what, int((acts[0] + self._span - now).total_seconds()) + 1)
        acts.append(now)
        while len(self._acts) > KEPT:
            self._acts.popitem(last=False)

    def undo(self, name: str) -> None:
        """Take the last act under a name back: it was none that has to be bounded."""
        if acts := self._acts.get(name):
            acts.pop()

    def forgive(self, name: str) -> None:
        """Forget what was counted under a name."""
        self._acts.pop(name, None)


def _wait(seconds: int) -> str:
    if seconds == 1:
        return "Please wait a second and try again."
    if seconds < 90:
        return say("Please wait {seconds} seconds and try again.", seconds=seconds)
    return say("Please wait {minutes} minutes and try again.", minutes=round(seconds / 60))
