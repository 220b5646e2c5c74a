"""What is said of a mistake in a course's file: in words for a teacher, not for a programmer. Pure."""

from collections.abc import Mapping
from difflib import get_close_matches
from typing import Any


def said_of(found: Mapping[str, Any], fields: tuple[str, ...]) -> str:
    """A sentence on what pydantic found; `fields` are those that may stand where it did."""
    given, limits = found["input"], found.get("ctx", {})
    match found["type"]:
        case "missing":
            return "This field is missing."
        case "extra_forbidden":
            nested = len(found["loc"]) > 1  # whose fields are not known here
            meant = "" if nested else _near(str(found["loc"][-1]), fields)
            if meant:
                return f"This field is not known here; {meant}"
            return "This field is not known here; check its spelling against docs/courses.md."
        case "string_pattern_mismatch" if found["loc"][-1] == "link":
            return f"“{given}” is not a link that begins with https://."
        case "string_pattern_mismatch" if found["loc"][-1] == "case":
            return f"“{given}” is not a CASE identifier (a UUID, or a link that ends in one)."
        case "string_pattern_mismatch":
            return f"“{given}” is not a valid name: use small letters, digits and hyphens."
        case "string_too_short":
            return "Nothing stands here: write something, or take the line out."
        case "enum" | "literal_error":
            return f"“{given}” is not possible here; {_choices(given, str(limits['expected']))}"
        case "less_than_equal":
            return f"{given} is too much: at most {limits['le']}."
        case "greater_than_equal":
            return f"{given} is too little: at least {limits['ge']}."
        case "int_parsing" | "int_type" | "int_from_float":
            return f"“{given}” is not a whole number."
        case "float_parsing" | "float_type":
            return f"“{given}” is not a number."
        case "bool_parsing" | "bool_type":
            return f"“{given}” is neither true nor false."
        case "list_type":
            return (
                f"This is to be a list: [{given}], or each entry on a line of its own after “- ”."
            )
        case "string_type":
            return f'This is to be text; put it in quotes: "{given}".'
        case _:
            return f"{found['msg']}."


def _near(given: str, known: tuple[str, ...]) -> str:
    close = get_close_matches(given.casefold(), known, n=1)
    return f"did you mean “{close[0]}”?" if close else ""


def _choices(given: object, expected: str) -> str:
    known = tuple(one.strip(" '") for one in expected.replace(" or ", ", ").split(","))
    return _near(str(given), known) or f"choose one of: {', '.join(known)}."
