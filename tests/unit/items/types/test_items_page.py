"""The page for authors tells the truth: its examples are built and its verdicts are given."""

import re
from pathlib import Path

import pytest
import yaml

from tutor.items.grade import Context
from tutor.items.types import item_type

PAGE = Path(__file__).parents[4] / "docs" / "items.md"
TERMS = frozenset({"mitosis", "meiosis", "nucleus"})
SECTION = re.compile(r"^## ([a-z]+)\n(.*?)(?=^## |\Z)", re.MULTILINE | re.DOTALL)
EXAMPLE = re.compile(
    r"```yaml\n(.*?)```\s+\| response \| verdict \|\n\|---\|---\|\n((?:\|[^\n]*\n?)+)", re.DOTALL
)
LINE = re.compile(r"^\| `(.*)` \| (\w+) \|$", re.MULTILINE)

WORDS = ("choice", "choices", "order", "match", "blanks", "short", "open", "output", "line")
ROWS = [
    (name, source, response, verdict)
    for name, text in SECTION.findall(PAGE.read_text("utf-8"))
    if name in WORDS
    for source, table in EXAMPLE.findall(text)
    for response, verdict in LINE.findall(table)
]


def test_every_type_of_words_has_an_example() -> None:
    shown = {name for name, *_ in ROWS}
    assert shown == set(WORDS)


@pytest.mark.parametrize(("name", "source", "response", "verdict"), ROWS)
def test_an_example_is_graded_as_the_page_says(
    name: str, source: str, response: str, verdict: str
) -> None:
    spec = yaml.safe_load(source)
    made = item_type(name)(spec, Context(terms=TERMS))
    assert made.grade(response).verdict == verdict
