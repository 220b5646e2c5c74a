"""Whether a text gives an item's answer away: for authors' hints here, for drafts in `dialogue`."""

from functools import lru_cache

from tutor.items.item import Item
from tutor.items.reveal.secret import Secret
from tutor.items.reveal.seen import asked_for, known, on_the_question
from tutor.items.reveal.telling import told

__all__ = ["Secret", "asks_for_it", "reveals", "secret_of", "told"]


@lru_cache(maxsize=256)
def _secret(
    answer: str,
    forms: tuple[str, ...],
    question: str,
    kind: str,
    options: tuple[tuple[str, str], ...],
    right: str,
) -> Secret:
    if kind != "choice":
        return Secret.of(answer, question, forms=forms, kind=kind)
    return Secret.of(right, question, label=answer, options=options, forms=(right,))


def secret_of(item: Item) -> Secret:
    """What must not be told of an item."""
    answer = item.type.answer_text()
    shown = item.type.shown()
    options = tuple((option.label, option.text) for option in shown.options)
    label, right = _picked(answer, options) if shown.kind == "choice" else ("", "")
    question = f"{item.prompt} {item.code}"
    if label:
        return _secret(label, (), question, "choice", options, right)
    return _secret(answer, item.type.answer_forms(), question, shown.kind, (), "")


def _picked(answer: str, options: tuple[tuple[str, str], ...]) -> tuple[str, str]:
    """Label and text of the right option, from an answer written as either or both."""
    for label, text in options:
        if answer.strip() in {label, text} or answer.strip().startswith(
            (f"{label})", f"{label}.", f"{label}:", f"{label} ")
        ):
            return label, text
    return "", ""


def reveals(text: str, item: Item, *, seen: str = "") -> bool:
    """Whether `text` states the item's answer in a form that the question did not already show.

    Arithmetic that the learner still has to do does not state it. `seen` is what stands before the
    learner's eyes besides the question, such as its heading or their own message: a word of it tells
    only where a sentence concludes with it, or is about what was asked.
    """
    secret = secret_of(item)
    if not told(text, secret, steps=False):
        return False
    if not seen or secret.value is not None or secret.options:
        return True
    return bool(told(text, known(secret, seen), steps=False)) or on_the_question(text, secret)


def asks_for_it(text: str, item: Item) -> bool:
    """Whether a message asks about nothing but the item's answer itself: “what even is a cell”."""
    return asked_for(text, secret_of(item))
