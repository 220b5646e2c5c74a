"""The tutor's own phrasings, several a situation: what it says when no model words the move.

`{…}` are slots. A table's entries are taken in turn, beginning at a place that differs between
learners, so that none comes back before the others were used. The tables are in `said/`, two
files a language; a course in any other language is spoken about in English.
"""

from collections.abc import Mapping

from tutor.dialogue.said import en_items, en_talk, es_items, es_talk
from tutor.dialogue.said.table import Phrases

EN: Phrases = {**en_items.ITEMS, **en_talk.TALK}
TABLES: Mapping[str, Phrases] = {"en": EN, "es": {**es_items.ITEMS, **es_talk.TALK}}


def table_of(language: str) -> Phrases:
    """The phrasings of a course's language (BCP 47)."""
    return TABLES.get(language.partition("-")[0].casefold(), EN)


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
