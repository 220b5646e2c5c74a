"""Decimals without end as learners write them: 0.333…, "0.3 repeating", 33.333…%."""

from tutor.items.maths.form.numerals import endless_decimal, repeating
from tutor.items.maths.notation.lexer import Notation
from tutor.items.maths.notation.schoolways import goes_on
from tutor.items.maths.notation.tree import Node, Percent


def endless(text: str, notation: Notation) -> Node | None:
    """The number with a few of its figures as the writing; None for other texts."""
    whole = text.strip()
    bare = whole.removesuffix("%")
    value = repeating(bare, comma=notation.decimal_comma)
    if value is not None:
        node = endless_decimal(value)
        return node if bare == whole else Percent(node)
    value = goes_on(text) if "r" in text else None
    return None if value is None else endless_decimal(value)
