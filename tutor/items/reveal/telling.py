"""Whether a text gives a secret away (pure)."""

from fractions import Fraction
from functools import lru_cache

from tutor.items.reveal import (
    alternatives,
    converted,
    cut,
    echoed,
    last_step,
    loose,
    masked,
    mended,
    numbers,
    options,
    parts,
    relative,
    reworked,
    roundabout,
    said,
    several,
    spelt,
    taken_up,
    undone,
    words,
)
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.wordings import sentences


@lru_cache(maxsize=4096)
def told(text: str, secret: Secret, *, steps: bool = True) -> str:
    """The words of `text` that give the secret away; "" when none do.

    With `steps`, arithmetic that comes to the answer (“36 × 2”, “double of 36”) gives it away, and so
    do the two pieces of a word;
    without, as in an author's hint near the end of the ladder, it leaves the last step to do.
    The same few sentences are asked about again and again, within a turn and between turns.
    """
    text = masked.unmasked(text)
    read = said.figures(said.plain(text))
    if secret.label or secret.options:
        found = options.option_told(text, secret)
        if found:
            return found
    if steps and (
        found := taken_up.taken_up(text, read, secret)
        or echoed.typed(text, secret.forms, secret.shown)
    ):
        return found
    if secret.value is not None:
        found = numbers.number_told(text, read, secret, secret.value, steps=steps)
        found = found or relative.by_what_was_said(read, secret.value, secret.said)
        return found or (_number_hinted(text, read, secret, secret.value) if steps else "")
    found = words.word_told(read, secret) or words.parts_told(text, read, secret)
    return found or (_words_hinted(text, read, secret) if steps else "")


def by_the_learners(text: str, secret: Secret) -> str:
    """The words that make a number of the learner's own, which tell it even where it was said before."""
    if secret.value is None:
        return ""
    text = masked.unmasked(text)
    read = said.figures(said.plain(text))
    return relative.by_what_was_said(read, secret.value, secret.said) or taken_up.taken_up(
        text, read, secret
    )


def _echoed(text: str, read: str, secret: Secret) -> str:
    """The outcome of what the question shows, where it shows code or a trace is made."""
    if not (_CODE & set(secret.shown) or "→" in text):
        return ""
    lines = _in_lines(text) if "\n" in text else read
    return echoed.echoed(lines, secret.forms, secret.shown)


_CODE = frozenset('(["')


def _in_lines(text: str) -> str:
    """A text in figures whose lines, as of a shell, stay apart."""
    return said.figures(said.plain(text.replace("\n", " → ")))


def _number_hinted(text: str, read: str, secret: Secret, value: Fraction) -> str:
    """A number told by its parts, by what the learner is to change, or by denying the other one."""
    return (
        parts.by_parts(parts.declared(sentences(read)), value, secret.picked)
        or mended.mended(read, value, secret.picked)
        or mended.swapped(read, secret.forms, secret.picked)
        or spelt.in_other_units(read, secret.forms, secret.shown)
        or converted.converted(read, value, secret.forms, secret.shown)
        or _echoed(text, read, secret)
        or echoed.put_over(read, value, secret.forms)
        or alternatives.one_of_two(read, secret.forms, secret.shown, secret.picked)
        or undone.left_to_do(read, value, secret.said, secret.shown, secret.picked)
        or reworked.left_to_write(read, value, secret.shown, secret.picked)
        or loose.step_left(read, value, secret.said, secret.shown)
        or last_step.step_put(read, value, secret.shown, secret.picked)
        or last_step.by_equation(read, value, secret.shown)
    )


def _words_hinted(text: str, read: str, secret: Secret) -> str:
    """Words told in pieces, against the learner's own, in their order, or by denying the others."""
    return (
        roundabout.pieced(read, secret.forms)
        or roundabout.gapped(read, secret.forms, secret.shown)
        or spelt.spelt(read, secret.forms, secret.shown, secret.picked)
        or spelt.missing_terms(read, secret.forms, secret.shown, secret.picked)
        or cut.cut(read, secret.forms, secret.shown, secret.picked)
        or mended.contrasted(read, secret.forms, secret.picked)
        or mended.edited(read, secret.forms, secret.picked)
        or mended.swapped(read, secret.forms, secret.picked)
        or reworked.collected(read, secret.forms)
        or reworked.by_clock(read, secret.forms)
        or converted.of_the_clock(read, secret.forms)
        or _echoed(text, read, secret)
        or alternatives.one_of_two(read, secret.forms, secret.shown, secret.picked)
        or next(
            (told for one in sentences(read) if (told := several.in_order(one, secret.forms))), ""
        )
    )
