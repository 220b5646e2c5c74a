"""Words as they sound: "silia" and "cilia", "likwid" and "liquid", "selula" and "célula" come out equal.

A key of letters for English and Spanish, coarse on purpose: it only says that two spellings may be read alike.
"""

import re
from functools import lru_cache

from tutor.items.text.clean import without_accents

_ENGLISH = (
    (r"(?<=.)(?:(?:t|s|ss|c)ion|sh[ou]n)", "$n"), (r"^(?:kn|gn)", "n"), (r"^wr", "r"), (r"^ps", "s"), (r"^pn", "n"), (r"^rh", "r"), (r"^x", "z"),
    (r"ph", "f"), (r"sch|ch", "k"), (r"ck", "k"), (r"qu", "kw"), (r"x", "ks"), (r"sc(?=[eiy])", "s"),
    (r"c(?=[eiy])", "s"), (r"c", "k"), (r"g(?=[eiy])", "j"), (r"z", "s"), (r"wh", "w"), (r"ou|oo|ew|ue", "u"),
    (r"ee|ea|ie|ei|y", "i"), (r"ae|oe", "e"), (r"(?<=k)l[ei](?=[aou])", "ul"), (r"(.)\1+", r"\1"), (r"(?<=.{3})e$", ""),
)  # fmt: skip
_SPANISH = (
    (r"ph", "f"), (r"ch", "#"), (r"qu(?=[ei])", "k"), (r"h", ""), (r"gu(?=[ei])", "*"), (r"g(?=[ei])", "j"), (r"\*", "g"),
    (r"c(?=[ei])", "s"), (r"z", "s"), (r"c", "k"), (r"v", "b"), (r"ll", "y"), (r"x", "ks"), (r"(.)\1+", r"\1"),
)  # fmt: skip
_RULES = {
    tag: tuple((re.compile(found), made) for found, made in rules)
    for tag, rules in (("en", _ENGLISH), ("es", _SPANISH))
}


@lru_cache(maxsize=8_192)
def sound(word: str, language: str = "en") -> str:
    """The key of one folded word; the word itself in other languages."""
    key = without_accents(word)
    for pattern, made in _RULES.get(language.partition("-")[0].casefold(), ()):
        key = pattern.sub(made, key)
    return key
