"""The examples of docs/items.md for the mathematical types say what the graders do."""

import importlib
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from tutor.items.grade import Context

_PAGE = Path(__file__).parents[4] / "docs" / "items.md"
_TYPES = (
    "number", "units", "expression", "equation", "inequality", "system", "interval", "set", "list", "pair", "matrix",
    "derivative", "antiderivative", "chemistry", "remainder", "clock",
)  # fmt: skip
_EXAMPLE = re.compile(
    r"```yaml\n(.*?)```\n\n\| response \| verdict \|\n\|---\|---\|\n((?:\|[^\n]*\|\n?)+)", re.DOTALL
)


def _examples() -> Iterator[tuple[str, str, str, str]]:
    sections = re.split(r"^## ", _PAGE.read_text(encoding="utf-8"), flags=re.MULTILINE)
    for section in sections[1:]:
        kind, _, body = section.partition("\n")
        if kind.strip() not in _TYPES:
            continue
        for spec, table in _EXAMPLE.findall(body):
            for row in table.strip().splitlines():
                response, verdict = re.fullmatch(r"\| `(.*)` \| (\w+) \|", row).groups()
                yield kind.strip(), spec, response, verdict


@pytest.mark.parametrize(("kind", "spec", "response", "verdict"), list(_examples()))
def test_the_page_says_what_the_grader_does(
    kind: str, spec: str, response: str, verdict: str
) -> None:
    item = importlib.import_module(f"tutor.items.types.{kind}").build(
        yaml.safe_load(spec), Context()
    )
    assert item.grade(response).verdict.value == verdict


def test_every_mathematical_type_has_an_example() -> None:
    assert {kind for kind, *_ in _examples()} == set(_TYPES)
