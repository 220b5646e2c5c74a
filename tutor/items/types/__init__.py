"""The item types, one module each, found by file name: `number.py` is the type `number`."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from functools import cache

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Spec


@cache
def known_types() -> tuple[str, ...]:
    """The names of all item types in this package, sorted; names with `_` in front are not types."""
    return tuple(
        sorted(
            found.name
            for found in pkgutil.iter_modules(__path__)
            if not found.name.startswith("_") and not found.ispkg
        )
    )


def fields_of(name: str) -> tuple[str, ...]:
    """The names of the fields that an item of the type `name` may have beside those of every item."""
    fields: tuple[str, ...] = importlib.import_module(f"{__name__}.{name}").FIELDS
    return fields


def choices_of(name: str) -> Mapping[str, tuple[str, ...]]:
    """The fields of the type `name` that take one of a few words, with the words."""
    chosen: Mapping[str, tuple[str, ...]] = getattr(
        importlib.import_module(f"{__name__}.{name}"), "CHOSEN", {}
    )
    return chosen


def item_type(name: str) -> Callable[[Spec, Context], ItemType]:
    """The `build` function of the type `name`; BadCourse, listing the known types, when unknown."""
    if name not in known_types():
        raise BadCourse(
            f"There is no item type {name!r}.",
            where="type",
            do=f"Use one of: {', '.join(known_types())}.",
        )
    build: Callable[[Spec, Context], ItemType] = importlib.import_module(f"{__name__}.{name}").build
    return build
