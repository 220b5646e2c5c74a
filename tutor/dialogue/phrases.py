"""The tutor's own phrasings, several a situation: what it says when no model words the move.

`{…}` are slots. A table's entries are taken in turn, beginning at a place that differs between
learners, so that none comes back before the others were used. The tables are in `said/`.
"""

from tutor.dialogue.said.en_items import ITEMS
from tutor.dialogue.said.en_talk import TALK
from tutor.dialogue.said.table import Phrases

EN: Phrases = {**ITEMS, **TALK}


class Speaker:
    """Chooses phrasings: `seed` says where to begin, `turn` counts on.

    `say(key, **slots)` gives the phrasing for this turn; the same key in the next turn gives
    the next one.
    """

    def __init__(self, seed: int, turn: int, table: Phrases = EN) -> None:
        self._seed = seed
        self._turn = turn
        self._table = table

    def say(self, key: str, **slots: object) -> str:
        """The phrasing of `key` for this turn, its slots filled."""
        options = self._table[key]
        return options[(self._seed + self._turn) % len(options)].format(**slots)
