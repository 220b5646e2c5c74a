"""Words that say the same of a quantity: “goes up”, “rises” and “increases” (pure)."""

import re
from functools import lru_cache

_UP = re.compile(
    r"\b(?:increas(?:es?|ed|ing)|goes up|go up|going up|went up|ris(?:es?|ing)|rose|grows?|"
    r"gets? (?:higher|larger|bigger|greater)|becomes? (?:higher|larger|bigger|greater))\b"
)
_DOWN = re.compile(
    r"\b(?:decreas(?:es?|ed|ing)|goes down|go down|going down|went down|falls?|fell|drops?|"
    r"dropped|shrinks?|gets? (?:lower|smaller)|becomes? (?:lower|smaller))\b"
)
_WHOSE = re.compile(r"\b(?:the|its|their|his|her|your) ")


@lru_cache(maxsize=2048)
def directed(text: str) -> str:
    """A plain text with one word for up and one for down, without articles; "" when it has neither."""
    turned = _DOWN.sub("decrease", _UP.sub("increase", text))
    return _WHOSE.sub("", turned) if "increase" in turned or "decrease" in turned else ""
