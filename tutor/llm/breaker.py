"""A circuit breaker: after some failures in a row a model is left alone for a while."""

from datetime import datetime, timedelta

LONGEST = timedelta(minutes=5)


class Breaker:
    """Closed (calls go through), open (none do), half-open (one call tries whether it works).

    `limit` failures in a row open it for `rest`; the first call after that decides. As long as it
    fails the rest doubles, up to `LONGEST`: whoever makes that call waits for it in vain.
    """

    def __init__(self, limit: int = 3, rest: timedelta = timedelta(seconds=30)) -> None:
        self._limit = limit
        self._rest = rest
        self._failures = 0
        self._until: datetime | None = None
        self._trying = False

    def allows(self, now: datetime) -> bool:
        """Whether a call may be made."""
        return self._until is None or (now >= self._until and not self._trying)

    def begin(self) -> None:
        """A call begins."""
        self._trying = self._until is not None

    def good(self) -> None:
        """The call gave words."""
        self._failures, self._until, self._trying = 0, None, False

    def bad(self, now: datetime, asked: timedelta | None = None) -> None:
        """The call failed; `asked` is how long the provider wants to be left alone."""
        self._failures += 1
        self._trying = False
        if asked is not None:
            self._until = now + asked
        elif self._failures >= self._limit or self._until is not None:
            longer: int = 2 ** min(10, max(0, self._failures - self._limit))
            self._until = now + min(LONGEST, self._rest * longer)

    def dropped(self) -> None:
        """The caller went away before anything could be learned from the call."""
        self._trying = False

    @property
    def state(self) -> str:
        """ "closed", "open" or "half-open"."""
        if self._until is None:
            return "closed"
        return "half-open" if self._trying else "open"
