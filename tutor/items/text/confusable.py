"""Whether two words that look alike are known to be different, so that no typo joins them."""

from itertools import combinations

from tutor.items.text.look_alikes import GROUPS

# Latin beginnings of school words; those of one group are often mistaken for each other in spelling.
_LATIN_STARTS = (
    ("re",), ("per",), ("in", "im"), ("ex",), ("con", "com"), ("de",), ("pro",), ("sub",), ("trans",), ("ob",),
)  # fmt: skip
# Greek beginnings: "polysynthesis" and "chemosynthesis" are no slips for "photosynthesis".
_GREEK = (
    "photo poly chemo thermo electro hydro geo bio eco zoo astro aero auto "
    "cyto phago proto pseudo psycho neuro litho iso meta para tele syn"
)
_GREEK_STARTS = tuple(_GREEK.split())
# Word beginnings that turn a word into its opposite or into another word.
OPPOSED_STARTS = (
    ("hyper", "hypo"),
    ("endo", "exo"),
    ("endo", "ecto"),
    ("inter", "intra"),
    ("macro", "micro"),
    ("pro", "eu"),
    ("homo", "hetero"),
    ("ana", "cata"),
    ("mono", "di"),
    ("mono", "poly"),
    ("di", "tri"),
    ("tri", "tetra"),
    ("bi", "tri"),
    ("uni", "bi"),
    ("uni", "multi"),
    ("pre", "post"),
    ("pre", "pro"),
    ("over", "under"),
    ("up", "down"),
    ("in", "out"),
    ("in", "ex"),
    ("in", "de"),
    ("im", "ex"),
    ("em", "im"),
    ("con", "di"),
    ("as", "des"),
    ("max", "min"),
    ("milli", "mega"),
    ("kilo", "milli"),
    ("centi", "milli"),
    ("deci", "deca"),
    ("semi", "demi"),
    ("ad", "ab"),
    ("af", "ef"),
    *(  # respiration and perspiration, induction and conduction
        (one, other)
        for first, second in combinations(_LATIN_STARTS, 2)
        for one in first
        for other in second
        if {one, other} != {"re", "de"}  # one key beside the other: a slip as often as a word
    ),
)
# Beginnings that deny or change the rest: "symmetric" is not a slip for "asymmetric".
TURNING_STARTS = (
    *("a", "an", "un", "in", "im", "ir", "il", "non", "dis", "de", "re", "anti", "co", "sub"),
    *("super", "semi", "bi", "tri", "multi", "mis", "pre", "ex", "auto", "self", "iso", "electro"),
)
# Endings by which sciences tell substances and kinds apart.
OPPOSED_ENDS = (
    frozenset(("ane", "ene", "yne", "anol", "anal", "yl")),
    frozenset(("ate", "ite", "ide", "ine", "ic", "ous", "ium")),
    frozenset(("ose", "ase")),
    frozenset(("or", "ee")),
    frozenset(("er", "ee")),
    frozenset(("ful", "less")),
    frozenset(("ism", "ist")),
    frozenset(("cyte", "cide")),
)

# Endings that make another kind of word of one: the process, what has to do with it, who or what does it.
_MADE_ENDS = (
    frozenset(("sis", "tic", "tically", "size", "sized", "sizer", "sise", "sised", "siser")),
    frozenset(("tion", "tor", "tive")),
    frozenset(("tive", "tival", "tively")),
    frozenset(("sion", "sor", "sive")),
    frozenset(("ism", "istic", "ist")),
    frozenset(("logy", "logist", "logical")),
    frozenset(("graphy", "grapher", "graphic")),
    frozenset(("phone", "phobe", "phobia")),
    frozenset(("nomy", "nomer", "nomic")),
    frozenset(("y", "ist", "istic", "ic", "ical")),
)


def _by_word() -> dict[str, frozenset[str]]:
    table: dict[str, set[str]] = {}
    for line in GROUPS.split("\n"):
        group = line.split()
        for word in group:
            table.setdefault(word, set()).update(other for other in group if other != word)
    return {word: frozenset(others) for word, others in table.items()}


_NEIGHBOURS = _by_word()


def known_apart(one: str, other: str) -> bool:
    """Whether two different folded words are known to be different words, not a typing slip."""
    if other in _NEIGHBOURS.get(one, ()):
        return True
    return _starts_apart(one, other) or _ends_apart(one, other)


def is_known(word: str) -> bool:
    """Whether `word` is one of the school words listed here, and so not a misspelling."""
    return word in _NEIGHBOURS


def _starts_apart(one: str, other: str) -> bool:
    for first, second in OPPOSED_STARTS:
        for a, b in ((one, other), (other, one)):
            if a.startswith(first) and b.startswith(second):
                rest_a, rest_b = a[len(first) :], b[len(second) :]
                if len(rest_a) >= 3 and rest_a == rest_b:
                    return True
    first, second = _greek_start(one), _greek_start(other)
    if first and second and first != second and one[len(first) :] == other[len(second) :]:
        return True
    return any(
        one == start + other or other == start + one
        for start in TURNING_STARTS
        if min(len(one), len(other)) >= 4
    )


def _greek_start(word: str) -> str:
    return next((start for start in _GREEK_STARTS if word.startswith(start)), "")


def made_of_one(one: str, other: str) -> bool:
    """Whether two words are made of one stem and are of another kind: "photosynthetic" and "photosynthesis"."""
    return _ends_apart(one, other, _MADE_ENDS)


def _ends_apart(one: str, other: str, groups: tuple[frozenset[str], ...] = OPPOSED_ENDS) -> bool:
    if one[:3] != other[:3]:  # what stands before the endings has three letters at least
        return False
    for ends in groups:
        for a in ends:
            for b in ends:
                if (
                    a != b
                    and one.endswith(a)
                    and other.endswith(b)
                    and len(one) - len(a) >= 3
                    and one[: -len(a)] == other[: -len(b)]
                ):
                    return True
    return False
