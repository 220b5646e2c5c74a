"""Every item of words in the bundled courses proves itself, and its authored wrong answers are wrong."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.types import item_type

COURSES = Path(__file__).parents[4] / "curricula"
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)  # ten times faster where it is built
WORDS = {"choice", "choices", "order", "match", "blanks", "short", "open", "output", "line"}
COMMON = {
    "id",
    "skill",
    "skills",
    "type",
    "difficulty",
    "hints",
    "worked_example",
    "solution",
    "wrong",
}


def read(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.load(path.read_text("utf-8"), Loader=LOADER)
    return found


def bundled() -> list[tuple[str, dict[str, object], frozenset[str]]]:
    found = []
    for course in sorted(COURSES.glob("*/course.yaml")):
        glossary = read(course).get("glossary", [])
        terms = frozenset(str(x) for g in glossary for x in (g["term"], *g.get("also", [])))
        for file in sorted(course.parent.glob("items/*.yaml")):
            for item in read(file).get("items", []):
                if item["type"] in WORDS and "vary" not in item:
                    found.append((f"{course.parent.name}/{item['id']}", item, terms))
    return found


ITEMS = bundled()


@pytest.mark.skipif(not ITEMS, reason="no bundled courses here")
def test_every_item_of_words_proves_itself() -> None:
    for name, item, terms in ITEMS:
        spec = {key: value for key, value in item.items() if key not in COMMON}
        made: ItemType = item_type(str(item["type"]))(spec, Context(terms=terms, seed=3))
        samples = made.samples()
        for response in samples.right:
            assert made.grade(response).verdict is Verdict.CORRECT, (name, response)
        for response in (*samples.wrong, *samples.near):
            assert made.grade(response).verdict is not Verdict.CORRECT, (name, response)
        for response in samples.unreadable:
            assert made.grade(response).verdict is Verdict.UNREADABLE, (name, response)
        wrong = item.get("wrong") or []
        assert isinstance(wrong, list)
        for entry in wrong:
            assert made.grade(str(entry["answer"])).verdict is not Verdict.CORRECT, (name, entry)
