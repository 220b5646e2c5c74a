"""The tutor's own phrasings, several a situation: what it says when no model words the move.

`{…}` are slots. A table's entries are taken in turn, beginning at a place that differs between
learners, so that none comes back before the others were used: what a move says by how often that move
was made, what many moves say by the turn. The tables are in `said/`, a
few files a language; a course in any other language is spoken about in English.
"""

import re
from collections.abc import Mapping

from tutor.dialogue.said import (
    en_beside,
    en_face,
    en_items,
    en_readings,
    en_talk,
    en_why,
    es_beside,
    es_face,
    es_items,
    es_readings,
    es_talk,
    es_why,
)
from tutor.dialogue.said.table import Phrases

# What many moves say.
OF_MANY = frozenset({"back", "explain.back", "explain.on", "example.back", "ask"})
_ADDRESS = re.compile(r",? \{name\}")
EN: Phrases = {
    **en_items.ITEMS,
    **en_why.WHY,
    **en_readings.READINGS,
    **en_talk.TALK,
    **en_beside.BESIDE,
    **en_face.FACE,
}
ES: Phrases = {
    **es_items.ITEMS,
    **es_why.WHY,
    **es_readings.READINGS,
    **es_talk.TALK,
    **es_beside.BESIDE,
    **es_face.FACE,
}
TABLES: Mapping[str, Phrases] = {"en": EN, "es": ES}


def table_of(language: str) -> Phrases:
    """The phrasings of a course's language (BCP 47)."""
    return TABLES.get(language.partition("-")[0].casefold(), EN)


class Speaker:
    """Chooses phrasings: `seed` says where to begin, `turn` and `times` (of the move) count on."""

    def __init__(self, seed: int, turn: int, table: Phrases = EN, *, times: int = 0) -> None:
        self._seed = seed
        self._turn = turn
        self._times = times
        self._table = table

    def say(self, key: str, **slots: object) -> str:
        """The phrasing of `key` for this turn, its slots filled; who has no name is not named."""
        options = self._table[key]
        at = self._seed + (self._turn if key in OF_MANY else self._times)
        said = options[at % len(options)]
        if slots.get("name") == "":
            said = _ADDRESS.sub("", said)
        return said.format(**slots)
