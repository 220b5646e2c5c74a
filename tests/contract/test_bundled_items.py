"""Every item of every bundled course, and 200 variants of each template, proves its grader.

So does a course for tests that has templates of every type and of every form.

A fixed item and every fiftieth variant are tried with all the samples that their type makes, the
other variants with their computed answer. (What an author foresaw as wrong is tried when a variant
is made.)
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.curriculum.source import Source
from tutor.items.grade import Samples, Verdict
from tutor.items.item import Item
from tutor.items.maths.form.forms import ExpressionForm
from tutor.items.maths.form.numerals import Form
from tutor.items.types import known_types

_EVERY_TYPE = Path(__file__).parents[1] / "data" / "every-type"
_COURSES = [
    *sorted(p for p in (Path(__file__).parents[2] / "curricula").iterdir() if p.is_dir()),
    _EVERY_TYPE,
]
_VARIANTS = 200
_EVERY = 50


@pytest.fixture(scope="module", params=_COURSES, ids=lambda p: p.name)
def course(request: pytest.FixtureRequest) -> Course:
    found = load(request.param).course
    assert found is not None
    return found


def _misjudged(item: Item, samples: Samples) -> list[str]:
    """The samples whose verdict is not what their type says of them."""
    judge = item.type.grade
    return [
        *(f"right {t!r}" for t in samples.right if judge(t).verdict is not Verdict.CORRECT),
        *(f"wrong {t!r}" for t in samples.wrong if judge(t).verdict is Verdict.CORRECT),
        *(f"near {t!r}" for t in samples.near if judge(t).verdict is Verdict.CORRECT),
        *(f"odd {t!r}" for t in samples.unreadable if judge(t).verdict is not Verdict.UNREADABLE),
    ]


def _variants(source: Source) -> Iterator[tuple[int, Item]]:
    """The variants with their seeds; of those with the same values, the first."""
    if source.variables is None:
        yield 0, source.make(0)
        return
    seen: set[str] = set()
    for seed in range(_VARIANTS):
        values = repr(source.variables.draw(seed))
        if values not in seen:
            seen.add(values)
            yield seed, source.make(seed)


def test_an_item_proves_its_grader_in_every_variant(course: Course) -> None:
    wrong: dict[str, list[str]] = {}
    for source in course.sources.values():
        assert isinstance(source, Source)
        for seed, item in _variants(source):
            found = _misjudged(item, Samples(right=(item.type.answer_text(),)))
            if seed % _EVERY == 0:
                found += _misjudged(item, item.type.samples())
            if found:
                wrong[f"{source.id} variant {seed}"] = found
    assert not wrong


def test_every_type_and_every_form_has_a_template() -> None:
    course = load(_EVERY_TYPE).course
    assert course is not None
    templates = [s for s in course.sources.values() if isinstance(s, Source) and s.templated]
    assert {s.type_name for s in templates} == set(known_types())
    forms = {str(s.spec.get("form")) for s in templates}
    assert forms >= {str(form) for form in (*Form, *ExpressionForm)}


def test_an_authored_wrong_answer_brings_its_misconception(course: Course) -> None:
    lost = []
    for source in course.sources.values():
        for seed in range(5 if source.templated else 1):
            item = source.make(seed)
            for wrong in item.wrong:
                grade = item.grade(wrong.text)
                known = {w.misconception for w in item.wrong}
                if grade.verdict is Verdict.INCORRECT and grade.misconception not in known:
                    lost.append(f"{source.id}: {wrong.text}")
    assert not lost
