"""The fields of an item as its author wrote them, checked and named in every complaint."""

from collections.abc import Collection
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.grade import Spec
from tutor.items.maths.notation.lexer import Notation, Unreadable
from tutor.items.maths.notation.parser import parse
from tutor.items.maths.notation.tree import Node
from tutor.items.maths.values.exact import exact_value


def only(spec: Spec, *fields: str) -> None:
    """Raise BadCourse when the spec has a field that the type does not know, or no answer."""
    for name in spec:
        if name not in fields:
            known = ", ".join(sorted(fields))
            raise BadCourse(
                f"“{name}” is not a field of this type.",
                where=str(name),
                do=f"Known fields: {known}.",
            )
    if "answer" in fields and spec.get("answer") in (None, ""):
        raise BadCourse("The item has no answer.", where="answer", do="Add one.")


def text(spec: Spec, name: str = "answer") -> str:
    """A field as text; numbers of YAML become text, true and false are refused."""
    value = spec.get(name, "")
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        raise BadCourse("This must be a text or a number.", where=name, do="Put it in quotes.")
    return str(value).strip()


def flag(spec: Spec, name: str, usual: bool = False) -> bool:
    """A field that is true or false."""
    value = spec.get(name, usual)
    if not isinstance(value, bool):
        raise BadCourse("This must be true or false.", where=name)
    return value


def whole(spec: Spec, name: str, least: int, most: int) -> int | None:
    """A field that is a whole number in a range; None when it is absent."""
    value = spec.get(name)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not least <= value <= most:
        raise BadCourse(f"This must be a whole number from {least} to {most}.", where=name)
    return value


def texts(spec: Spec, name: str) -> tuple[str, ...]:
    """A field that is one text or a list of texts; () when it is absent."""
    value = spec.get(name)
    if value is None:
        return ()
    parts = value if isinstance(value, list | tuple) else [value]
    if not all(isinstance(p, str | int | float) and not isinstance(p, bool) for p in parts):
        raise BadCourse("This must be a text or a list of texts.", where=name)
    return tuple(str(p).strip() for p in parts)


def chosen(spec: Spec, name: str, known: Collection[str]) -> tuple[str, ...]:
    """A field that is one or several of known words."""
    found = texts(spec, name)
    for word in found:
        if word not in known:
            raise BadCourse(
                f"“{word}” is not known here.", where=name, do=f"Use one of: {', '.join(known)}."
            )
    return found


def tree(written: str, notation: Notation, where: str = "answer") -> Node:
    """An author's formula as a tree."""
    try:
        return parse(written, notation)
    except Unreadable as problem:
        raise BadCourse(
            f"“{written}” cannot be read: {problem.why}",
            where=where,
            do="Write it as a learner would.",
        ) from problem


def rational(spec: Spec, name: str, notation: Notation) -> Fraction | None:
    """A field that is an exact number; None when it is absent."""
    if spec.get(name) is None:
        return None
    value = exact_value(tree(text(spec, name), notation, name))
    if value is None:
        raise BadCourse("This must be a number.", where=name)
    return value


def bounds(spec: Spec, name: str, notation: Notation) -> tuple[Fraction, Fraction] | None:
    """A field that is a list of two numbers, the least and the greatest."""
    value = spec.get(name)
    if value is None:
        return None
    if not isinstance(value, list | tuple) or len(value) != 2:
        raise BadCourse("This must be a list of two numbers.", where=name)
    ends = [exact_value(tree(str(v), notation, name)) for v in value]
    if ends[0] is None or ends[1] is None or ends[0] > ends[1]:
        raise BadCourse("This must be a list of two numbers, the smaller first.", where=name)
    return ends[0], ends[1]


def tolerance(spec: Spec, notation: Notation) -> tuple[Fraction, Fraction]:
    """`tolerance`: (absolute, relative) allowed error; "2 %" is relative, 0.01 absolute."""
    if spec.get("tolerance") is None:
        return Fraction(0), Fraction(0)
    written = text(spec, "tolerance")
    relative = written.endswith("%")
    value = exact_value(tree(written, notation, "tolerance"))
    if value is None or value < 0:
        raise BadCourse(
            "This must be a number that is not negative, or a percentage.", where="tolerance"
        )
    return (Fraction(0), value) if relative else (value, Fraction(0))
