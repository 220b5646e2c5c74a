"""What must not be told of an item (pure)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction

from tutor.items.reveal import said, worked


@dataclass(frozen=True, slots=True, kw_only=True)
class Secret:
    """An answer in every way that it can be told.

    `value` when it is a number; `forms` its texts, plain; `label` and `options` (label, text) for
    a choice; `kind` what the item shows itself as ("order", "long" …); `shown` the plain text of
    the question.
    """

    value: Fraction | None = None
    forms: tuple[str, ...] = ()
    label: str = ""
    options: tuple[tuple[str, str], ...] = ()
    shown: str = ""
    kind: str = ""

    @classmethod
    def of(
        cls,
        answer: str,
        question: str,
        *,
        forms: Sequence[str] = (),
        label: str = "",
        options: Sequence[tuple[str, str]] = (),
        kind: str = "",
    ) -> "Secret":
        """From texts as an author wrote them."""
        written = said.plain(answer).strip(" .")
        shown = said.figures(said.plain(question))
        value = number(written)
        texts = [written, *(said.plain(form).strip(" .") for form in forms)]
        # A text is read with its number words as figures, so a form is kept in that writing too.
        texts += [said.figures(text) for text in texts]
        kept = tuple(dict.fromkeys(text for text in texts if text))
        return cls(
            value=value, forms=kept, label=label.casefold(), shown=shown, kind=kind,
            options=tuple((a.casefold(), said.plain(b)) for a, b in options),
        )  # fmt: skip

    def with_shown(self, text: str) -> "Secret":
        """The same with one more text that was shown, such as the learner's own message."""
        return replace(self, shown=f"{self.shown} {said.figures(said.plain(text))}")


def number(written: str) -> Fraction | None:
    """The value of an answer that is one number, money and a unit of one word aside."""
    bare = re.sub(r"^[a-z] ?= ?|^[$€£] ?|(?<=\d) ?(?:[$€£]|[a-z°]{1,12}\.?)$", "", written.strip())
    if re.fullmatch(r"-?\d+(?:,\d{1,2})", bare):
        bare = bare.replace(",", ".")
    if re.fullmatch(r"-?[\d.]+(?: ?/ ?\d+)?%?|-?\d+ \d+/\d+", bare):
        return worked.evaluate(bare)
    return None
