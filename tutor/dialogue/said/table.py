"""The shape of a table of phrasings."""

from collections.abc import Mapping

# Several phrasings a situation; `{…}` are slots.
Phrases = Mapping[str, tuple[str, ...]]
