"""Spanish words for mathematics in English ones: "el doble de x menos siete" → "2 times x minus 7".

All or nothing: a word that is neither a number, a letter nor a word for a sign leaves the text as it is.
"""

import re

from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.text.clean import without_accents

_PHRASES = tuple(
    (re.compile(rf"(?<!\w)(?:{said})(?!\w)"), english)
    for said, english in (
        (r"(?:es )?(?:mayor|mas grande) o igual (?:que|a)", "greater than or equal to"),
        (r"(?:es )?(?:menor|mas chico|mas pequeno) o igual (?:que|a)", "less than or equal to"),
        (r"(?:es )?(?:mayor|mas grande) (?:que|a)", "greater than"),
        (r"(?:es )?(?:menor|mas chico|mas pequeno) (?:que|a)", "less than"),
        (r"(?:es )?(?:al menos|por lo menos|como minimo)", "at least"),
        (r"(?:es )?(?:como mucho|como maximo|a lo sumo)", "at most"),
        (r"(?:es )?mas de", "greater than"),
        (r"(?:es )?menos de", "less than"),
        (r"o menos", "or less"),
        (r"o mas", "or more"),
        (r"menos que", "less than"),
        (r"mas que", "more than"),
        (r"(?:es igual a|igual a|es igual que)", "equals"),
        (r"elevad[oa] a(?: la(?: potencia(?: de)?)?)?", "to the power of"),
        (r"al cuadrado", "squared"),
        (r"al cubo", "cubed"),
        (r"(?:la )?raiz cubica de", "cube root of"),
        (r"(?:la )?raiz(?: cuadrada)? de", "square root of"),
        (r"(?:el )?doble de", "2 times"),
        (r"(?:el )?triple de", "3 times"),
        (r"(?:la )?mitad de", "half of"),
        (r"multiplicado por|por|veces", "times"),
        (r"dividido (?:por|entre)|entre|sobre", "over"),
        (r"multiplica(?:r|s)?", "multiply"),
        (r"divide(?:s)?|dividir", "divide"),
        (r"suma(?:r|s|le)?", "add"),
        (r"resta(?:r|s|le)?", "subtract"),
        (r"y luego|y despues|luego|despues", "then"),
        (r"mas", "plus"),
        (r"menos", "minus"),
        (r"equis", "x"),
        (r"abre parentesis", "open bracket"),
        (r"cierra parentesis", "close bracket"),
    )
)  # fmt: skip
_SPANISH = re.compile(
    (
        r"(?<!\w)(?:m[aá]s|menos|mayor|menor|equis|al c|por|entre|sobre|doble|triple|mitad|"
        r"ra[ií]z|elevad|igual|al menos|como m|multiplic|suma|resta)"
    ),
    re.I,
)
_BEFORE = re.compile(
    r"^(?:(?:creo|pienso|que|la respuesta|la expresion|es|son|entonces|seria|me da|me sale)\s+)+"
)
_ENGLISH_LISTED = (
    "greater less than or equal equals to at least most the power of squared cubed cube square root times over "
    "multiply divide add subtract then plus minus more half open close bracket by and"
)
_ENGLISH = frozenset(_ENGLISH_LISTED.split())
_MOST_WORDS = 24


def in_english(text: str) -> str:
    """The text with its Spanish words in English; as it is where a word is not known or none is Spanish."""
    if len(text) > 160 or not _SPANISH.search(text):
        return text
    said = _BEFORE.sub("", without_accents(text.lower().strip(" .!?¿¡")))
    for pattern, english in _PHRASES:
        said = pattern.sub(english, said)
    words = re.sub(
        r"(?<=[\w)])\s+y\s+(?=(?:add|subtract|multiply|divide)\b)", " and ", said
    ).split()
    if words[:1] == ["multiply"] or words[:1] == [
        "divide"
    ]:  # "multiplica n por 5", "divide n entre 5"
        words = [
            *words[:2],
            *("by" if w in ("times", "over") else w for w in words[2:3]),
            *words[3:],
        ]
    if len(words) > _MOST_WORDS:
        return text
    counted = _counted(words)
    if any(w.isalpha() and len(w) > 1 and w not in _ENGLISH for w in counted):
        return text
    if re.search(r"(?:\d|\bx) y (?:minus )?[\dx]", " ".join(counted)):
        return text  # "dos y menos cinco" are two values
    return " ".join(counted)


def _counted(words: list[str]) -> list[str]:
    """The words with runs of number words in figures."""
    found: list[str] = []
    i = 0
    while i < len(words):
        for size in range(min(8, len(words) - i), 0, -1):
            value = foreign_count(" ".join(words[i : i + size])) if words[i].isalpha() else None
            if value is not None and len(words[i]) > 1:
                found.append(str(value))
                i += size
                break
        else:
            found.append(words[i])
            i += 1
    return found
