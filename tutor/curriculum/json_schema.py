"""JSON Schemas of course files, made from the models that read them, for editors that complete and check."""

from typing import Any

from pydantic.json_schema import models_json_schema

from tutor.curriculum.kinds import Kind
from tutor.curriculum.schema import CoursePart, ItemPart, ItemsPart, PersonaPart
from tutor.items.types import choices_of, fields_of, known_types

DRAFT = "https://json-schema.org/draft/2020-12/schema"


def json_schema(kind: Kind) -> dict[str, Any]:
    """The schema of one kind of file. What a schema cannot say, `meno check` says."""
    match kind:
        case Kind.COURSE:
            made = CoursePart.model_json_schema()
        case Kind.ITEM:
            made = _items()
        case Kind.PERSONA:
            made = PersonaPart.model_json_schema()
    return {"$schema": DRAFT, "title": f"Meno: {kind}", **_plain(made)}


def _items() -> dict[str, Any]:
    """An items file, with the item's own fields: the model reads them one by one, for its messages."""
    _, made = models_json_schema([(ItemsPart, "validation"), (ItemPart, "validation")])
    parts = made["$defs"]
    file, item = parts.pop("ItemsPart"), parts["ItemPart"]
    file["properties"]["items"]["items"] = {"$ref": "#/$defs/ItemPart"}
    item["properties"]["type"] = {"enum": list(known_types()), "title": "Type"}
    item["properties"]["answer"] = {
        "description": "The item's own answer, written as its type wants it (docs/items.md)."
    }
    item["properties"]["choices"] = {"type": "array", "minItems": 2}
    every = [name for name in item["properties"] if name not in {"answer", "choices"}]
    item["allOf"] = [_of_type(name, every) for name in known_types()]
    item.pop("additionalProperties", None)
    return {**file, "$defs": parts}


def _of_type(name: str, every: list[str]) -> dict[str, Any]:
    """What an item of one type may have and must have: its own fields beside those of every item."""
    own: dict[str, Any] = {field: {} for field in fields_of(name)}
    for field, words in choices_of(name).items():
        word = {"enum": [str(one) for one in words]}
        own[field] = {"anyOf": [word, {"type": "array", "items": word, "minItems": 1}]}
    needed = [field for field in ("answer", "choices") if field in own]
    return {
        "if": {"properties": {"type": {"const": name}}, "required": ["type"]},
        "then": {
            "properties": {**dict.fromkeys(every, True), **own},
            "required": needed,
            "additionalProperties": False,
        },
    }


def _plain(node: Any, *, named: bool = False) -> Any:
    """The schema without pydantic's titles, and with numbers let in where a text is wanted.

    YAML reads `term: 12` as a number and the models take it as text; an editor should not object.
    `named` says that the keys of `node` are names of fields and not words of the schema.
    """
    if isinstance(node, list):
        return [_plain(one) for one in node]
    if not isinstance(node, dict):
        return node
    made = {
        key: _plain(value, named=key in {"properties", "$defs"} and not named)
        for key, value in node.items()
        if named or key != "title"
    }
    if not named and made.get("type") == "string" and "enum" not in made:
        made["type"] = ["string", "number"]
    return made
