"""The JSON Schemas are those of the models, take every course here and refuse what the models refuse."""

from pathlib import Path

import jsonschema
import pytest
import yaml

from tests.support import COURSES
from tutor.curriculum.json_schema import json_schema
from tutor.curriculum.kinds import Kind
from tutor.curriculum.starter import schema_text
from tutor.settings import bundled

FOLDERS = [COURSES / "tiny", *sorted(bundled("curricula").iterdir())]
NUMBER = {"id": "a", "type": "number", "prompt": "?", "hints": ["b"], "answer": "3"}
FILES = {Kind.COURSE: "course.yaml", Kind.ITEM: "items/*.yaml", Kind.PERSONA: "personas/*.yaml"}


@pytest.mark.parametrize("kind", Kind)
def test_the_committed_schema_is_current(kind):
    file = Path(__file__).parents[3] / "docs/schemas" / f"{kind}.schema.json"
    assert file.read_text(encoding="utf-8") == schema_text(kind), (
        f"Run: meno course schema {kind} > docs/schemas/{kind}.schema.json"
    )


@pytest.mark.parametrize("kind", Kind)
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_course_here_fits_its_schema(kind, folder):
    check = jsonschema.Draft202012Validator(json_schema(kind))
    files = sorted(folder.glob(FILES[kind]))
    assert files
    for file in files:
        found = yaml.load(file.read_text(encoding="utf-8"), Loader=yaml.CSafeLoader)
        assert [e.message for e in check.iter_errors(found)] == [], file


@pytest.mark.parametrize(
    ("kind", "change"),
    [
        (Kind.COURSE, {"titel": "A slip of the pen"}),
        (Kind.COURSE, {"skills": []}),
        (Kind.COURSE, {"reading_age": 99}),
        (Kind.PERSONA, {"contract": "anything"}),
        (Kind.ITEM, {"items": [{"id": "a", "type": "numbre", "prompt": "?", "hints": ["b"]}]}),
        (Kind.ITEM, {"items": [{"id": "a", "type": "choice", "prompt": "?", "hints": ["b"]}]}),
        (Kind.ITEM, {"items": [{**NUMBER, "tolerence": "1 %"}]}),
        (Kind.ITEM, {"items": [{**NUMBER, "form": "lowest_term"}]}),
        (Kind.ITEM, {"items": [{**NUMBER, "accept": ["three"]}]}),  # a field of another type
        (Kind.ITEM, {"items": [{"id": "a", "type": "match", "prompt": "?", "hints": ["b"]}]}),
    ],
)
def test_a_mistake_is_seen_by_the_schema(kind, change):
    file = next((COURSES / "tiny").glob(FILES[kind]))
    good = yaml.safe_load(file.read_text(encoding="utf-8"))
    check = jsonschema.Draft202012Validator(json_schema(kind))
    assert check.is_valid(good)
    assert not check.is_valid({**good, **change})


@pytest.mark.parametrize("form", ["lowest_terms", ["fraction", "decimal"]])
def test_what_a_type_takes_fits(form):
    check = jsonschema.Draft202012Validator(json_schema(Kind.ITEM))
    more = {"form": form, "tolerance": "1 %", "difficulty": "easy", "solution": "Three."}
    found = {"skill": "adding", "items": [{**NUMBER, **more}]}
    assert [e.message for e in check.iter_errors(found)] == []
