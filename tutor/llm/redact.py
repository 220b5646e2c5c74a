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
# No \b: Arabic writes “and” and “to” together with the name.
STAND_IN = re.compile(r"(?<![A-Za-z0-9_])(?:PERSON|EMAIL|PHONE)_\d+(?!\w)")
LOOSE = re.compile(r"(?<![A-Za-z0-9_])(?:person|email|phone)[ _-]?\d+(?!\w)", re.IGNORECASE)
# Names that are also words: hidden only as they are written on the roster.
_GIVEN = """
    art bill bob chase christian dawn destiny drew faith frank gene grace grant harmony hope
    iris ivy jack joy june lane lily mark may mercy miles nova olive pat penny piper ray rich
    rob robin rose ruby sky sol sue summer sunny violet will alba amor cielo cruz luz mar paz
    pilar rosa angel blanca consuelo dolores leon mercedes nieves norma sara victoria
"""
ALSO_WORDS = frozenset(_GIVEN.split())
# Surnames that are also words: hidden only in the whole name or behind a title.
_BEHIND = """
    baker ball banks bell best bird black brown bush butler case castle church cook cross day
    english farmer field fields fisher ford fox french frost gold good gray green grey hall
    hill hunter king knight lamb law little long love marsh mason moon north page park parks
    porter potter power powers price rice rivers sharp shepherd short singer small snow stone
    strong walker waters weaver wells west white winter wise wolf wood woods young campo
    flores iglesias leal moreno prado reyes rubio sierra torres vega
"""
WORDS_BEHIND = ALSO_WORDS | frozenset(_BEHIND.split())
TITLES = r"(?:mrs?|ms|miss|mx|dr|prof|sir|sra?|srta|don|doña)"
_PARTICLES = re.compile(
    rf"{TITLES}\.?|d[aeiou]|del|des|las?|los|le|el|al|ben|bin|ibn|abu|van|von|der|den|ter|y|e|of|jr\.?|[^\W\d_]\.?",
    re.IGNORECASE,
)


def parts_of(name: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The given name and the surnames by which somebody may be called, of a name as on a roster.

    A surname that is also a word is none of them; behind a title alone there is no given name.
    """
    words = name.split()
    titled = bool(words) and re.fullmatch(rf"{TITLES}\.?", words[0], re.IGNORECASE) is not None
    known = [word.strip(",") for word in words if not _PARTICLES.fullmatch(word.strip(","))]
    given = () if titled else tuple(known[:1])
    behind = known if titled else known[1:]
    return given, tuple(one for one in behind if one.casefold() not in WORDS_BEHIND)


class Redaction:
    """Hides what identifies a person, the same way every time, for the length of one call.

    `names` are the people whom a text may name: the learner first, then others of the roster.
    """

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._stands: dict[str, str] = {}  # stand-in → what it stands for
        self._known: dict[str, str] = {}  # kind and folded text → stand-in
        whole = dict.fromkeys(n.strip() for n in names if len(n.strip()) > 1)
        parts = dict(whole)
        self._behind: set[str] = set()  # surnames: a word in lower case is none
        for name in whole:
            self._stand("PERSON", name)
            given, behind = parts_of(name)
            parts |= dict.fromkeys((*given, *behind))
            self._behind |= set(behind) - set(whole)
        for name in parts:
            self._stand("PERSON", name)
        self._names = _pattern(parts, {name.split()[-1] for name in whole})

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
        exact = ("PERSON", said) in self._exact()
        if said.casefold() in ALSO_WORDS and not exact:
            return said
        if said.islower() and any(said == name.casefold() for name in self._behind):
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


def _pattern(names: Iterable[str], last: Iterable[str]) -> re.Pattern[str] | None:
    """Any of the names as whole words, longest first, or one of the `last` behind a title; None
    without names. In Arabic “and” and “to” are written with the name."""
    longest = sorted(names, key=len, reverse=True)
    if not longest:
        return None
    written = "|".join(r"\s+".join(map(_escaped, name.split())) for name in longest)
    titled = "|".join(map(re.escape, sorted(set(last), key=len, reverse=True)))
    return re.compile(
        rf"(?<!\w)(?:{TITLES}\.?\s+(?:{titled}))(?!\w)|(?:(?<!\w)|(?<=(?<!\w)[وفبلك]))(?:{written})(?!\w)",
        re.IGNORECASE,
    )


def _escaped(word: str) -> str:
    """The word as a pattern; the point of a title may be left out."""
    return re.escape(word[:-1]) + r"\.?" if word.endswith(".") else re.escape(word)
