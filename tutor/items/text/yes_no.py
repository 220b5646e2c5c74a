"""A question of yes or no answered without these words: "it isnt", "its not prime" to "Is 51 prime?"."""

from collections.abc import Sequence

from tutor.items.text.clean import normal, without_markup
from tutor.items.text.speech import speech
from tutor.items.text.words import stem, words

_PAIRS = (("yes", "no"), ("sí", "no"), ("si", "no"), ("ja", "nein"), ("oui", "non"))
_DENIALS = frozenset(("not", "nicht", "pas"))
_NOT_KNOWING = frozenset(("sure", "know", "remember", "understand", "certain", "get", "sicher"))


def denied_option(
    response: str, texts: Sequence[str], *, question: str, language: str
) -> int | None:
    """The option "no" where the response denies what the question asks and says nothing else; else None.

    Not where the question itself denies something ("Isn't it …?").
    """
    options = [normal(without_markup(text)) for text in texts]
    pair = next((p for p in _PAIRS if sorted(p) == sorted(options)), None)
    speaks = speech(language)
    asked = words(without_markup(question))
    if pair is None or not asked or speaks.negators & set(asked):
        return None
    said = words(response)
    if _NOT_KNOWING & set(said) or sum(word in speaks.negators for word in said) != 1:
        return None
    own = {stem(word, language) for word in asked}
    small = speaks.filler | speaks.articles
    rest = [word for word in said if word not in small | _DENIALS]
    denies = bool(_DENIALS & set(said)) and all(stem(word, language) in own for word in rest)
    return options.index(pair[1]) if denies else None
