"""The items that a replay touched, kept as plain numbers until it ends."""

from collections.abc import Mapping
from datetime import UTC, datetime

from tutor.ids import ItemId
from tutor.learner_state.shape import ItemMemory
from tutor.learner_state.trace import ItemTrace

_UNMET = ItemMemory()
SEEDS = 3  # of an item's openings, that are remembered


class Met:
    """Which items were opened or answered since `start`, with the seeds of their last openings."""

    def __init__(self, start: Mapping[ItemId, ItemMemory]) -> None:
        self._start = start
        self._openings: dict[ItemId, tuple[tuple[int, ...], int]] = {}  # seeds, how often

    def answered(self, item: ItemId) -> tuple[tuple[int, ...], int]:
        """Note the item; the seeds of its last openings, newest last, and how often it was opened."""
        known = self._openings.get(item)
        if known is None:
            memory = self._start.get(item, _UNMET)
            known = self._openings[item] = memory.seeds, memory.opened
        return known

    def opened(self, item: ItemId, seed: int) -> None:
        """Note that the item was opened in the variant of `seed`."""
        seeds, often = self.answered(item)
        self._openings[item] = (*seeds, seed)[-SEEDS:], often + 1

    def memories(self, traces: Mapping[str, ItemTrace]) -> dict[ItemId, ItemMemory]:
        """The memory of every item, with the outcomes that the learner's trace holds."""
        items = dict(self._start)
        for item, (seeds, often) in self._openings.items():
            before = items.get(item, _UNMET)
            wins, last, fails, at = traces.get(item, (before.wins, before.last, before.fails, 0.0))
            items[item] = ItemMemory(
                wins=wins,
                fails=fails,
                last=last,
                last_at=datetime.fromtimestamp(at, UTC) if at else before.last_at,
                seeds=seeds,
                opened=often,
            )
        return items
