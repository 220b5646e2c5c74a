"""Words as children type them, made the ones that readings use, before questions are compared (pure).

Only what means the same whatever is asked: a chat's short forms, and groups of words that pupils take for one
another. A course's own other names stand in its glossary.
"""

import re

from tutor.retrieval.language import Analyser, fold

_SHORT = {
    "u": "you", "ur": "your", "r": "are", "n": "and", "wat": "what", "wot": "what", "wut": "what", "wats": "what is",
    "whats": "what is", "what's": "what is", "dose": "does", "dosent": "does not", "dosnt": "does not", "duz": "does", "doesnt": "does not",
    "cuz": "because", "coz": "because", "bcs": "because", "bc": "because", "becuz": "because", "wich": "which",
    "wen": "when", "wher": "where", "hw": "how", "y": "why", "theres": "there is", "theyre": "they are",
    "wheres": "where is", "hows": "how is", "whos": "who is", "tho": "though", "thru": "through", "ppl": "people",
    "sth": "something", "smth": "something", "diff": "difference", "min": "minutes", "maths": "math",
    "mm": "millimetre", "cm": "centimetre", "zero": "0", "two": "2", "three": "3", "four": "4", "ten": "10",
    "#": "hash", "**": "power", "<": "sign", ">": "sign", "gotta": "have to",
    "cant": "can not", "fingernails": "nails", "fingernail": "nail",
}  # fmt: skip
# The first word of a line stands for the others.
_ALIKE_TEXT = """
    multiply times timesing multiplication multiplied
    add plus adding addition added
    subtract minus takeaway subtraction
    divide share division split
    large big bigger larger biggest largest huge massive giant great greater greatest
    small little smaller tiny smallest less
    begin start beginning
    quick fast quickest fastest speedy
    turn convert change make made
    same equal
    bracket parenthesis parentheses brackets
    part piece slice bit chunk pieces slices bits chunks
    discover invent
    hash hashtag
    capital caps upper uppercase capitals
    end finish
    wrinkled wrinkly wrinkle
    autumn fall
    wilt droopy floppy soggy limp
    child baby kid babies
    delete remove
    allowed may
    mass weight weigh weights
    dead die
    live alive living
    blurry blur fuzzy
    grown grow growing
    sweat sweaty
    person user somebody someone
                colour color colours colors coloured
            negative minus
        forever ever endless
            draw picture drawing
    flip upside invert overturn
    backwards backward reverse reversed
    underneath underside bottom below
    inside within
    quicker quick
    wonky uneven unequal
    leftover remainder
    flat flatten flattens flattened
    hole pore opening
    shrivel shrink
"""
_TAKE_AWAY = re.compile(r"\btak(?:e|es|en|ing) away\b")
_PUNCTUATION = "?!.,;:"


def written_out(text: str) -> str:
    """A question with its chat forms written out, folded."""
    words = (_SHORT.get(word.strip(_PUNCTUATION), word) for word in fold(text).split())
    return _TAKE_AWAY.sub("subtract", " ".join(words))


def others_of(word: str) -> tuple[str, ...]:
    """The words that pupils take for one another with a word, without it; none where it has none."""
    return _OTHERS.get(word, ())


def alike(analyser: Analyser) -> dict[str, str]:
    """Stem → the stem that stands for it, of English courses; none for others."""
    if analyser.base != "en":
        return {}
    found: dict[str, str] = {}
    for line in _ALIKE_TEXT.strip().splitlines():
        first, *others = map(analyser.stem, line.split())
        for other in others:
            found.setdefault(other, first)
    return found


_LINES = [line.split() for line in _ALIKE_TEXT.strip().splitlines()]
_OTHERS = {word: tuple(o for o in line if o != word) for line in _LINES for word in line}
