"""What graders say beside right and wrong: notes, forms that give answers away, bad specs."""

from types import ModuleType

import pytest

from tutor.errors import BadCourse
from tutor.items.grade import Context, Verdict
from tutor.items.types import (
    antiderivative,
    chemistry,
    derivative,
    equation,
    expression,
    inequality,
    interval,
    matrix,
    number,
    pair,
    units,
)
from tutor.items.types import list as list_type
from tutor.items.types import set as set_type

_PLAIN = Context()


def test_a_right_value_in_the_wrong_form_says_which_form_is_asked() -> None:
    grade = number.build({"answer": "3/4", "form": "lowest_terms"}, _PLAIN).grade("6/8")
    assert grade.verdict is Verdict.PARTIAL
    assert grade.note == "Equal, but write it in lowest terms."
    assert "3/4" not in grade.note


def test_a_missing_unit_is_asked_for() -> None:
    grade = units.build({"answer": "12 cm"}, _PLAIN).grade("12")
    assert grade.verdict is Verdict.PARTIAL
    assert "unit" in grade.note


def test_the_same_number_in_another_unit_is_pointed_out() -> None:
    grade = units.build({"answer": "12 cm"}, _PLAIN).grade("12 m")
    assert grade.verdict is Verdict.INCORRECT
    assert "unit" in grade.note


def test_forms_that_give_a_number_away_are_listed() -> None:
    forms = number.build({"answer": "3/4"}, _PLAIN).answer_forms()
    for form in (
        "3/4",
        "¾",
        "0.75",
        "75 %",
        "75%",
        "three quarters",
        "\\frac34",
        "\\frac{3}{4}",
        "3 over 4",
    ):
        assert form in forms
    assert "seven" in number.build({"answer": 7}, _PLAIN).answer_forms()
    assert "2½" in number.build({"answer": "5/2"}, _PLAIN).answer_forms()


def test_a_rounded_value_is_a_part_when_the_exact_one_is_asked() -> None:
    grade = number.build({"answer": "1/3"}, _PLAIN).grade("0.33")
    assert grade.verdict is Verdict.PARTIAL
    assert "rounded" in grade.note
    assert number.build({"answer": "1/3"}, _PLAIN).grade("0.34").verdict is Verdict.INCORRECT
    assert number.build({"answer": "sqrt(2)"}, _PLAIN).grade("1.41").verdict is Verdict.PARTIAL
    assert number.build({"answer": "0.345"}, _PLAIN).grade("0.35").verdict is Verdict.INCORRECT


def test_yaml_numbers_are_fine_as_answers() -> None:
    assert number.build({"answer": 7}, _PLAIN).grade("7").verdict is Verdict.CORRECT
    assert number.build({"answer": 0.1}, _PLAIN).grade("1/10").verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("module", "spec", "where"),
    [
        (number, {}, "answer"),
        (number, {"answer": ""}, "answer"),
        (number, {"answer": True}, "answer"),
        (number, {"answer": "x+1"}, "answer"),
        (number, {"answer": "cat"}, "answer"),
        (number, {"answer": "1", "colour": "red"}, "colour"),
        (number, {"answer": "1", "form": "roman"}, "form"),
        (number, {"answer": "2/4", "form": "lowest_terms"}, "answer"),
        (number, {"answer": "1", "tolerance": "-1"}, "tolerance"),
        (number, {"answer": "1", "between": [3, 2]}, "between"),
        (number, {"answer": "1", "significant_figures": 99}, "significant_figures"),
        (number, {"answer": "1", "strict": "yes"}, "strict"),
        (number, {"answer": "1", "strict": True}, "strict"),
        (number, {"answer": "1", "between": [2, 3]}, "between"),
        (units, {"answer": "12"}, "answer"),
        (units, {"answer": "12 cm", "same_unit": 1}, "same_unit"),
        (expression, {"answer": "2x+"}, "answer"),
        (expression, {"answer": "x^2-1", "form": "factored"}, "answer"),
        (expression, {"answer": "x", "form": "pretty"}, "form"),
        (equation, {"answer": "2x"}, "answer"),
        (inequality, {"answer": "5"}, "answer"),
        (interval, {"answer": "5"}, "answer"),
        (interval, {"answer": "(5, 2)"}, "answer"),
        (pair, {"answer": "5"}, "answer"),
        (matrix, {"answer": [1, 2]}, "answer"),
        (matrix, {"answer": [[1, 2], [3]]}, "answer"),
        (derivative, {"answer": "3x^2", "of": ""}, "of"),
        (derivative, {"answer": "3x^2"}, "of"),
        (chemistry, {"answer": "Qq"}, "answer"),
    ],
)
def test_a_wrong_spec_names_the_field(
    module: ModuleType, spec: dict[str, object], where: str
) -> None:
    with pytest.raises(BadCourse) as problem:
        module.build(spec, _PLAIN)
    assert problem.value.where == where


@pytest.mark.parametrize(
    ("module", "spec", "why"),
    [
        (derivative, {"answer": "3x", "of": "x^3"}, "is not the derivative of “x^3” by x"),
        (antiderivative, {"answer": "x^2", "of": "2x"}, "is not the integral of “2x”"),
        (equation, {"answer": "2x - y = 5", "solved_for": "y"}, "is not solved for y"),
    ],
)
def test_an_answer_that_its_own_grader_refuses_is_told_why(
    module: ModuleType, spec: dict[str, object], why: str
) -> None:
    with pytest.raises(BadCourse, match=why.replace("^", r"\^")):
        module.build(spec, _PLAIN)


@pytest.mark.parametrize(
    ("module", "spec", "told"),
    [
        (number, {"answer": "12.346", "significant_figures": 3}, "12.3"),
        (number, {"answer": "2.5", "decimal_places": 2, "strict": True}, "2.50"),
        (number, {"answer": "-12346", "significant_figures": 2}, "-12000"),
        (number, {"answer": "0.999", "significant_figures": 2, "strict": True}, "1.0"),
        (number, {"answer": "6.02214*10^23", "significant_figures": 3}, "6.02*10^23"),
        (number, {"answer": "12.346 %", "decimal_places": 1}, "12.3 %"),
        (number, {"answer": "sqrt(2)", "significant_figures": 4}, "1.414"),
        (number, {"answer": "2/3", "decimal_places": 0}, "1"),
        (units, {"answer": "12.346 cm", "significant_figures": 3}, "12.3 cm"),
        (units, {"answer": "$3.456", "decimal_places": 2}, "$3.46"),
        (units, {"answer": "5 ft 8 in", "significant_figures": 3}, "5.67 ft"),
    ],
)
def test_the_answer_that_is_told_is_rounded_as_it_is_asked(
    module: ModuleType, spec: dict[str, object], told: str
) -> None:
    item = module.build(spec, _PLAIN)
    assert item.answer_text() == told
    assert item.grade(told).verdict is Verdict.CORRECT


def test_a_rounded_answer_is_told_with_the_comma_of_the_course() -> None:
    comma = Context(language="es", decimal_comma=True)
    spec = {"answer": "12,346", "significant_figures": 3}
    assert number.build(spec, comma).answer_text() == "12,3"


def test_a_unit_is_the_same_in_full_and_in_short() -> None:
    speed = units.build({"answer": "36 km/h", "same_unit": True}, _PLAIN)
    assert speed.grade("36 kph").verdict is Verdict.CORRECT
    assert speed.grade("36 kmh").verdict is Verdict.CORRECT
    assert speed.grade("10 m/s").verdict is Verdict.PARTIAL
    work = units.build({"answer": "12 N m", "same_unit": True}, _PLAIN)
    assert work.grade("12 J").verdict is Verdict.PARTIAL


def test_units_and_sentences_of_other_languages_are_read() -> None:
    spanish = Context(language="es", decimal_comma=True)
    length = units.build({"answer": "1,5 m"}, spanish)
    for text in ("son 1,5 metros", "150 centímetros", "1500 milímetros", "1.500 mm"):
        assert length.grade(text).verdict is Verdict.CORRECT, text
    assert length.grade("1,5 horas").verdict is Verdict.INCORRECT
    assert set_type.build({"answer": "2; 3"}, spanish).grade("2 y 3").verdict is Verdict.CORRECT
    assert (
        number.build({"answer": "3/4"}, Context(language="ar")).grade("الجواب ٣/٤").verdict
        is Verdict.CORRECT
    )
    assert (
        number.build({"answer": "3/4"}, spanish).grade("creo que es 0,75").verdict
        is Verdict.CORRECT
    )


def test_a_number_with_a_unit_is_fine_where_only_the_number_was_asked() -> None:
    assert number.build({"answer": 12}, _PLAIN).grade("12 cm").verdict is Verdict.CORRECT
    assert number.build({"answer": 12}, _PLAIN).grade("12 apples").verdict is Verdict.CORRECT
    assert number.build({"answer": 12}, _PLAIN).grade("12x").verdict is Verdict.UNREADABLE


def test_part_of_a_set_says_that_something_is_missing() -> None:
    grade = set_type.build({"answer": "2, 3"}, _PLAIN).grade("x = 2")
    assert grade.verdict is Verdict.PARTIAL
    assert grade.share == 0.5
    assert "missing" in grade.note


def test_right_values_in_the_wrong_order_are_a_part_of_a_list() -> None:
    grade = list_type.build({"answer": "1, 2, 3"}, _PLAIN).grade("3, 2, 1")
    assert grade.verdict is Verdict.PARTIAL
    assert "order" in grade.note


def test_ends_taken_in_by_mistake_are_pointed_out() -> None:
    assert "ends" in inequality.build({"answer": "x > 3"}, _PLAIN).grade("x >= 3").note
    assert "ends" in interval.build({"answer": "[2, 5)"}, _PLAIN).grade("(2, 5)").note


def test_the_constant_of_integration_is_asked_for() -> None:
    item = antiderivative.build({"answer": "x^2 + C", "of": "2x"}, _PLAIN)
    assert item.grade("x^2").verdict is Verdict.PARTIAL
    assert item.grade("2").note == "That is the derivative; go the other way."


def test_an_unbalanced_equation_is_told_from_a_wrong_one() -> None:
    grade = chemistry.build({"answer": "2H2 + O2 -> 2H2O"}, _PLAIN).grade("H2 + O2 -> H2O")
    assert grade.verdict is Verdict.INCORRECT
    assert "both sides" in grade.note


def test_dividing_by_zero_is_wrong_and_not_a_crash() -> None:
    assert number.build({"answer": 0}, _PLAIN).grade("1/0").verdict is Verdict.INCORRECT


@pytest.mark.parametrize(
    ("answer", "slips", "response", "misconception"),
    [
        ("3/5", {"of": "2/5 + 1/5", "tops_and_bottoms": "adds-both"}, "3/10", "adds-both"),
        ("3/5", {"of": "2/5 + 1/5", "tops_and_bottoms": "adds-both"}, "i think its 6/20", "adds-both"),
        ("3/5", {"of": "2/5 + 1/5", "tops_and_bottoms": "adds-both"}, "4/5", None),
        ("1/2", {"of": "3/4 - 1/4", "tops_and_bottoms": "subtracts-both"}, "1/2", None),
        ("8/9", {"of": "(2/3)/(3/4)", "not_turned": "not-turned"}, "1/2", "not-turned"),
        ("-2", {"of": "3 - 5", "sign_lost": "sign"}, "2", "sign"),
        ("9/8", {"of": "(3/4)/(2/3)", "turned_over": "turned"}, "8/9", "turned"),
    ],
)  # fmt: skip
def test_a_wrong_idea_is_recognised_by_rule(
    answer: str, slips: dict[str, str], response: str, misconception: str | None
) -> None:
    grade = number.build({"answer": answer, "slips": slips}, _PLAIN).grade(response)
    assert grade.misconception == misconception


def test_slips_must_fit_the_answer() -> None:
    for slips in ({"of": "1/5 + 1/5"}, {"tops_and_bottoms": "a"}, {"of": "3/5", "magic": "a"}):
        with pytest.raises(BadCourse):
            number.build({"answer": "3/5", "slips": slips}, _PLAIN)
