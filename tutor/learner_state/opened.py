"""The item that is open while a log is replayed: what was opened, tried, hinted and told since."""

from dataclasses import replace
from datetime import datetime

from tutor.learner_state.events import HintGiven, ItemClosed, ItemOpened, MoveMade, Outcome, Purpose
from tutor.learner_state.shape import OpenItem


class Opened:
    """The open item, None while there is none. Tries are counted beside it: they are the most frequent."""

    def __init__(self, item: OpenItem | None) -> None:
        self._item = item
        self._tries = 0  # in this replay, and when the last of them was
        self._tried_at: datetime | None = None

    def opened(self, event: ItemOpened) -> None:
        """Another item is open now."""
        self._tries, self._tried_at = 0, None
        self._item = OpenItem(
            item=event.item,
            seed=event.seed,
            skills=event.skills,
            purpose=event.purpose,
            reason=event.reason,
            opened_at=event.at,
            last_at=event.at,
        )

    def tried(self, item: str, at: datetime, *, readable: bool) -> None:
        """A response came."""
        if self._item is not None and self._item.item == item:
            self._tries += readable
            self._tried_at = at

    def hinted(self, event: HintGiven) -> None:
        """Help was shown."""
        opened = self._item
        if opened is not None and opened.item == event.item:
            level, told = max(opened.hint_level, event.level), opened.told or event.bottom_out
            self._tried_at = None
            self._item = replace(opened, hint_level=level, told=told, last_at=event.at)

    def moved(self, event: MoveMade) -> None:
        """The answer was told, if the move is that."""
        if self._item is not None and event.item == self._item.item and event.move == "tell":
            self._tried_at = None
            self._item = replace(self._item, told=True, last_at=event.at)

    def closed(self, event: ItemClosed) -> OpenItem | None:
        """Nothing is open any more; the item, where it was practice and nobody responded to it."""
        opened = self._item
        if opened is None or opened.item != event.item:
            return None
        self._item = None
        left = event.outcome in (Outcome.SKIPPED, Outcome.TOLD) and not opened.tries + self._tries
        return opened if left and opened.purpose in (Purpose.PRACTICE, Purpose.TWIN) else None

    def now(self) -> OpenItem | None:
        """The item as it stands."""
        opened = self._item
        if opened is None or (self._tries == 0 and self._tried_at is None):
            return opened
        tries = opened.tries + self._tries
        return replace(opened, tries=tries, last_at=self._tried_at or opened.last_at)
