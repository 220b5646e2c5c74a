"""Reading the fields of an item's YAML: each one checked, unknown ones refused."""

from collections.abc import Mapping, Sequence

from tutor.errors import BadCourse
from tutor.items.grade import Spec

# What every item may carry beside the fields of its type.
COMMON = ("prompt", "code")


class Fields:
    """The fields of one spec, taken one by one; `done` refuses those that are not `known`."""

    def __init__(self, spec: Spec, known: Sequence[str]) -> None:
        self._spec = spec
        self._known = frozenset((*COMMON, *known))

    def _take(self, name: str) -> object:
        assert name in self._known, name  # the type's own list of fields is what editors are told
        return self._spec.get(name)

    def has(self, name: str) -> bool:
        """Whether the field stands in the spec and is not null."""
        return self._spec.get(name) is not None

    def text(self, name: str, *, blank: bool = False) -> str:
        """The text of a field that must be there; a number is taken as written."""
        value = self._take(name)
        if value is None:
            raise BadCourse("This field is missing.", where=name, do=f"Add `{name}:`.")
        text = as_text(value, where=name)
        if not blank and not text.strip():
            raise BadCourse("This field is empty.", where=name, do="Write something in it.")
        return text

    def text_or(self, name: str, default: str) -> str:
        """The text of a field, or `default` where it is absent."""
        return self.text(name, blank=True) if self.has(name) else default

    def flag(self, name: str, *, default: bool) -> bool:
        """A true/false field."""
        value = self._take(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise BadCourse(
                f"{value!r} is not true or false.", where=name, do="Write true or false."
            )
        return value

    def entries(self, name: str, *, least: int = 1) -> list[object]:
        """The entries of a list that must have at least `least`; a single value is a list of one."""
        value = self._take(name)
        if value is None and least == 0:
            return []
        if value is None:
            raise BadCourse("This field is missing.", where=name, do=f"Add `{name}:` with a list.")
        found = list(value) if isinstance(value, list | tuple) else [value]
        if len(found) < least:
            raise BadCourse(
                f"This list has {len(found)} entries.", where=name, do=f"Give it at least {least}."
            )
        return found

    def texts(self, name: str, *, least: int = 1) -> tuple[str, ...]:
        """The texts of a list field."""
        found = self.entries(name, least=least)
        return tuple(as_text(entry, where=f"{name}[{i}]") for i, entry in enumerate(found))

    def mapping(self, name: str) -> Mapping[str, object]:
        """A field of `key: value` lines; keys are taken as text."""
        value = self._take(name)
        if not isinstance(value, Mapping):
            raise BadCourse(
                "This must be a list of `left: right` lines.", where=name, do="See docs/items.md."
            )
        return {as_text(key, where=name): entry for key, entry in value.items()}

    def done(self) -> None:
        """Refuse fields that the type does not know."""
        unknown = sorted(str(name) for name in self._spec if name not in self._known)
        if unknown:
            raise BadCourse(
                f"This type has no field {unknown[0]!r}.",
                where=unknown[0],
                do=f"It knows: {', '.join(sorted(self._known))}.",
            )


def as_text(value: object, *, where: str) -> str:
    """A YAML scalar as text; true and false are refused, as YAML also makes them of yes and no."""
    match value:
        case str():
            return value.strip()
        case bool():
            raise BadCourse(
                "YAML reads this as true or false, not as a text.",
                where=where,
                do="Put it in quotes.",
            )
        case int() | float():
            return str(value)
        case _:
            raise BadCourse(f"{value!r} is not a text.", where=where, do="Write a text.")
