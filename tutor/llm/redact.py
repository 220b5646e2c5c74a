"""Names, e-mail addresses and telephone numbers are hidden from providers and put back after."""

import re
from collections.abc import Iterable

EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
# An international number, or seven digits or more in groups of two to four. A bare run of digits
# is left alone: in a school it is a number to be rounded or multiplied.
PHONE = re.compile(
    r"(?<![\w.,+/*=-])(?:\+\d[\d\s().-]{6,16}\d|\(\d{2,5}\)[ \d-]{5,12}\d|0\d{1,4}[ /-]\d{2,4}(?:[ -]\d{2,4}){1,3}"
    r"|0\d{8,11}|\d{3}-\d{3,4}-\d{4}|\d{3}-\d{4})(?![\w/*=]|[.,]\d)"
)
STAND_IN = re.compile(r"\b(?:PERSON|EMAIL|PHONE)_\d+\b")
LOOSE = re.compile(r"\b(?:person|email|phone)[ _-]?\d+\b", re.IGNORECASE)
# Names that are also words: hidden only as they are written on the roster.
ALSO_WORDS = frozenset(
    [
        "art",
        "bill",
        "bob",
        "chase",
        "christian",
        "dawn",
        "destiny",
        "drew",
        "faith",
        "frank",
        "gene",
        "grace",
        "grant",
        "harmony",
        "hope",
        "iris",
        "ivy",
        "jack",
        "joy",
        "june",
        "lane",
        "lily",
        "mark",
        "may",
        "mercy",
        "miles",
        "nova",
        "olive",
        "pat",
        "penny",
        "piper",
        "ray",
        "rich",
        "rob",
        "robin",
        "rose",
        "ruby",
        "sky",
        "sol",
        "sue",
        "summer",
        "sunny",
        "violet",
        "will",
        "alba",
        "amor",
        "cielo",
        "cruz",
        "luz",
        "mar",
        "paz",
        "pilar",
        "rosa",
        "angel",
        "blanca",
        "consuelo",
        "dolores",
        "leon",
        "mercedes",
        "nieves",
        "norma",
        "sara",
        "victoria",
    ]
)


class Redaction:
    """Hides what identifies a person, the same way every time, for the length of one call.

    `names` are the people whom a text may name: the learner first, then others of the roster.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._stands: dict[str, str] = {}  # stand-in → what it stands for
        self._known: dict[str, str] = {}  # kind and folded text → stand-in
        parts = dict.fromkeys(n.strip() for n in names if len(n.strip()) > 1)
        for name in parts:
            self._stand("PERSON", name)
        self._names = _pattern(parts)

    def hide(self, text: str) -> str:
        """The text with a stand-in for each name, address and number; idempotent."""
        text = EMAIL.sub(lambda hit: self._stand("EMAIL", hit[0]), text)
        text = PHONE.sub(lambda hit: self._stand("PHONE", hit[0]), text)
        if self._names is None:
            return text
        return self._names.sub(self._named, text)

    def show(self, text: str) -> str:
        """The text with what the stand-ins stand for."""
        return STAND_IN.sub(lambda hit: self._stands.get(hit[0], hit[0]), text)

    def left(self, text: str) -> bool:
        """Whether something that looks like a stand-in is still there: a model made it up."""
        return any(hit[0] not in self._stands.values() for hit in LOOSE.finditer(text))

    def _named(self, hit: re.Match[str]) -> str:
        said = hit[0]
        if said.casefold() in ALSO_WORDS and ("PERSON", said) not in self._exact():
            return said
        return self._stand("PERSON", said)

    def _exact(self) -> set[tuple[str, str]]:
        return {(stand.partition("_")[0], text) for stand, text in self._stands.items()}

    def _stand(self, kind: str, text: str) -> str:
        key = f"{kind}:{text.casefold()}"
        if key not in self._known:
            count = sum(known.startswith(kind) for known in self._known)
            self._known[key] = f"{kind}_{count + 1}"
            self._stands[self._known[key]] = text
        return self._known[key]


def _pattern(names: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names as whole words, longest first; None without names."""
    longest = sorted(names, key=len, reverse=True)
    if not longest:
        return None
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest))})(?!\w)", re.IGNORECASE)
