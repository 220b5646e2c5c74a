"""Whether a text gives a secret away (pure)."""

from functools import lru_cache

from tutor.items.reveal import numbers, options, relative, roundabout, said, words
from tutor.items.reveal.secret import Secret


@lru_cache(maxsize=4096)
def told(text: str, secret: Secret, *, steps: bool = True) -> str:
    """The words of `text` that give the secret away; "" when none do.

    With `steps`, arithmetic that comes to the answer (“36 × 2”, “double of 36”) gives it away, and so
    do the two pieces of a word;
    without, as in an author's hint near the end of the ladder, it leaves the last step to do.
    The same few sentences are asked about again and again, within a turn and between turns.
    """
    read = said.figures(said.plain(text))
    if secret.label or secret.options:
        found = options.option_told(text, secret)
        if found:
            return found
    if secret.value is not None:
        found = numbers.number_told(text, read, secret, secret.value, steps=steps)
        return found or relative.by_what_was_said(read, secret.value, secret.said)
    in_pieces = roundabout.pieced(read, secret.forms) if steps else ""
    return words.word_told(read, secret) or in_pieces or words.parts_told(text, read, secret)
