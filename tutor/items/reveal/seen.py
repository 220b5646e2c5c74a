"""What a learner sees besides the question, such as its heading: words that then tell nothing new (pure)."""

import re

from tutor.items.reveal.said import plain
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import sentences
from tutor.items.text.words import stem

_WORD = re.compile(r"[^\W\d_]{3,}")
# Words by which a question asks, and those that go with any noun.
_SMALL = (
    "the and with that this from for what which where when does each write name named call called "
    "word words give given fill one two answer short part parts mean means meaning even exactly "
    "actually really define definition explain tell about again them"
)


def known(secret: Secret, seen: str) -> Secret:
    """The secret with what is seen among what was shown, “a cell” too where “Cells” is the heading."""
    stems = _stems(seen)
    forms = [form for form in secret.forms if _stems(form) <= stems]
    return secret.with_shown(" ".join((seen, *forms)))


def on_the_question(text: str, secret: Secret) -> bool:
    """Whether a sentence that holds the answer shares a word of content with the question."""
    asked = _stems(secret.shown) - _stems(" ".join(secret.forms))
    return any(
        any(form in sentence for form in secret.forms) and not asked.isdisjoint(_stems(sentence))
        for sentence in sentences(plain(text))
    )


def asked_for(text: str, secret: Secret) -> bool:
    """Whether a message has all words of content of an answer's form, and no others than the forms have.

    “what is a cell” does not ask for “cell membrane”, nor “what does print do” for what a program prints.
    """
    forms = [_stems(form.removeprefix(_PRINTS)) for form in secret.forms]
    said = _stems(text)
    return said <= frozenset().union(*forms) and any(form and form <= said for form in forms)


def _stems(text: str) -> frozenset[str]:
    return frozenset(stem(word) for word in _WORD.findall(text.casefold())) - _ASKING


_PRINTS = "prints "  # what a program prints is one of its forms behind this word
_ASKING = frozenset(stem(word) for word in _SMALL.split())
