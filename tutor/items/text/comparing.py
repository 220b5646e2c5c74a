"""The signs <, > and = that words of comparison mean, and those that name an option."""

import re

from tutor.items.text.clean import normal

_IN_BRACKETS = re.compile(r"\(\s*([^\w\s()]{1,3})\s*\)")
_COMPARING = {
    "<": "less smaller fewer lower menor menos pequeño pequeno chico",
    ">": "greater bigger more larger higher mayor más mas grande",
    "=": "equal equals same igual iguales mismo",
}
_SIGN_OF = {word: sign for sign, listed in _COMPARING.items() for word in listed.split()}
_BESIDE_LISTED = "it its it's is are the a than then to as i think sign one symbol que a es son el la lo de signo creo"
_BESIDE_A_SIGN = frozenset(_BESIDE_LISTED.split())
OR_EQUAL = re.compile(r"\b(?:or|o)\s+(?:equals?|igual)\b", re.IGNORECASE)


def signs_of(text: str) -> tuple[str, ...]:
    """What names an option by signs alone: its text, and a sign that stands in brackets, "less than (<)"."""
    said = sign_meant(text) if text.strip()[:1].isalpha() else ""
    return (text.strip(), *_IN_BRACKETS.findall(text), *((said,) if said else ()))


def sign_meant(response: str) -> str:
    """The sign <, > or = that words of comparison and nothing else mean; "" for other words."""
    said = [w for w in re.findall(r"[^\W\d_]+", normal(response)) if w not in _BESIDE_A_SIGN]
    found = {_SIGN_OF.get(word, "") for word in said}
    if re.search(r"[\d<>=]", response) or len(said) > 2:
        return ""
    return found.pop() if len(found) == 1 else ""
