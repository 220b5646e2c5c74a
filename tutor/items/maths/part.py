"""A fraction of which only one number was given: 3, or 5, for 3/5. Pure."""

from tutor.items.maths.notation.tree import Node, Num, Quotient
from tutor.items.maths.values.exact import exact_value
from tutor.items.said import say


def one_part(answer: Node, given: Node) -> str:
    """The note on a wrong number that stands in the answer's fraction; "" for any other."""
    match answer, given:
        case Quotient(top=Num() as top, bottom=Num() as bottom), Num():
            if exact_value(given) == top.value != bottom.value:
                return say("That can be the top number. Write what stands below it, too.")
            if exact_value(given) == bottom.value != top.value:
                return say("That can be the bottom number. Write what stands above it, too.")
    return ""
