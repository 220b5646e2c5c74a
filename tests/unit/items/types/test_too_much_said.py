"""What says more than the answer, or something beside it, is not taken for the answer."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type

CYCLE = ["egg", "larva", "pupa", "adult"]


def _verdict(kind: str, answer: object, response: str, **fields: object) -> Verdict:
    terms = frozenset(("treaty", "photosynthesis"))
    return (
        item_type(kind)({"answer": answer, **fields}, Context(terms=terms)).grade(response).verdict
    )


@pytest.mark.parametrize(
    "response",
    [
        "egg larva pupa adult frog", "egg larva nymph pupa adult", "egg larva pupa adult egg",
        "egg, larva, pupa, adult, egg", "egg, larva, pupa or adult", "egg < larva > pupa < adult",
        "embryo, egg, larva, pupa, adult", "egg, larva, a very old pupa shell, pupa, adult",
        "egg larva pupa adult and more", "egg, larva, pupa, adult, etc.",
    ],
)  # fmt: skip
def test_an_order_with_one_thing_too_many_is_asked_about(response: str) -> None:
    assert _verdict("order", CYCLE, response) is Verdict.UNREADABLE


@pytest.mark.parametrize(
    "response",
    [
        "egg larva pupa adult", "first egg second larva third pupa last adult",
        "egg comes first then larva, pupa, adult", "from egg to larva to pupa to adult",
        "egg goes to larva to pupa to adult", "egg becomes larva becomes pupa becomes adult",
        "it starts as an egg, then larva, then pupa and adult in the end",
    ],
)  # fmt: skip
def test_an_order_may_be_told_in_a_sentence(response: str) -> None:
    assert _verdict("order", CYCLE, response) is Verdict.CORRECT


@pytest.mark.parametrize("more", [" and others", ", etc", " and so on", " and the rest", ", ..."])
def test_a_list_that_goes_on_is_asked_about(more: str) -> None:
    trees = {"choices": ["oak", "rose", "elm"], "shuffle": False}
    assert _verdict("choices", ["oak", "elm"], "A, C" + more, **trees) is Verdict.UNREADABLE
    assert _verdict("choices", ["oak", "elm"], "oak and elm" + more, **trees) is Verdict.UNREADABLE
    assert _verdict("set", "1, 2, 4", "1, 2, 4" + more) is Verdict.UNREADABLE
    assert _verdict("choice", "oak", "oak" + more, **trees) is Verdict.UNREADABLE
    assert _verdict("line", "2", "line 2" + more, code="a\nb\nc") is Verdict.UNREADABLE
    assert _verdict("short", "oak", "oak" + more) is not Verdict.CORRECT


@pytest.mark.parametrize(
    ("stray", "fine"),
    [
        ("oak, elm, palm", "oak, elm, obviously"), ("oak and elm and palm", "oak and elm i think"),
        ("oak elm palm", "oak elm lol"), ("A C G", "A C ok"), ("A, C, 7", "A, C because they are trees"),
    ],
)  # fmt: skip
def test_a_thing_that_is_no_option_is_asked_about(stray: str, fine: str) -> None:
    trees = {"choices": ["oak", "rose", "elm"], "shuffle": False}
    assert _verdict("choices", ["oak", "elm"], stray, **trees) is Verdict.UNREADABLE
    assert _verdict("choices", ["oak", "elm"], fine, **trees) is Verdict.CORRECT


@pytest.mark.parametrize("stray", ["oak and palm", "A and G", "a, g", "oak & palm"])
def test_one_option_and_something_else_is_not_one_option(stray: str) -> None:
    trees = {"choices": ["oak", "rose", "elm"], "shuffle": False}
    assert _verdict("choice", "oak", stray, **trees) is Verdict.UNREADABLE


@pytest.mark.parametrize("response", ["C) b = P - a - c", "c. b=P-a-c", "(C) $b=P-a-c$"])
def test_an_option_copied_with_its_letter_is_that_option(response: str) -> None:
    given = {"choices": ["$b=P$", "$b=P+a+c$", "$b=P-a-c$"], "shuffle": False}
    assert _verdict("choice", "$b=P-a-c$", response, **given) is Verdict.CORRECT


@pytest.mark.parametrize("response", ["B) y=2x+4", "B y=2x+4", "b) (y=2x+4)"])
def test_signs_and_commas_inside_an_option_part_nothing(response: str) -> None:
    given = {"choices": ["$y=2x+2$", "$y=2x+4$", "(0, 5)"], "shuffle": False}
    assert _verdict("choice", "$y=2x+4$", response, **given) is Verdict.CORRECT
    assert _verdict("choice", "(0, 5)", "C) (0, 5)", **given) is Verdict.CORRECT
    assert _verdict("choice", "(0, 5)", "(0, 5) and D", **given) is Verdict.UNREADABLE


@pytest.mark.parametrize("fine", ["a, easy", "oak and im sure", "A because it is tall and green"])
def test_a_remark_beside_an_option_is_free(fine: str) -> None:
    trees = {"choices": ["oak", "rose", "elm"], "shuffle": False}
    assert _verdict("choice", "oak", fine, **trees) is Verdict.CORRECT


def test_an_option_may_hold_an_and() -> None:
    sums = {"choices": ["40 and 60", "30 and 60", "salt and water"], "shuffle": False}
    assert _verdict("choice", "40 and 60", "A) 40 and 60", **sums) is Verdict.CORRECT
    assert _verdict("choice", "salt and water", "water and salt", **sums) is Verdict.CORRECT


def test_several_sets_are_not_one() -> None:
    assert _verdict("set", "2, 3, 5", "{2, 3}, {5}") is Verdict.UNREADABLE
    assert _verdict("set", "2, 3, 5", "{5, 3, 2}") is Verdict.CORRECT


def test_what_turns_an_option_round_is_not_the_option() -> None:
    ways = {"choices": ["osmosis", "diffusion"], "shuffle": False}
    assert _verdict("choice", "osmosis", "reverse osmosis", **ways) is Verdict.UNREADABLE
    assert _verdict("choice", "osmosis", "by osmosis", **ways) is Verdict.CORRECT


def test_a_guess_that_is_given_up_is_asked_about() -> None:
    ways = {"choices": ["osmosis", "diffusion"], "shuffle": False}
    assert _verdict("choice", "diffusion", "b? no idea", **ways) is Verdict.UNREADABLE
    assert _verdict("choice", "diffusion", "no idea, b?", **ways) is Verdict.CORRECT
    assert _verdict("choice", "diffusion", "b, no idea why", **ways) is Verdict.CORRECT


def test_a_word_of_the_same_stem_is_asked_about() -> None:
    for made in ("photosynthetic", "photosynthetically"):
        assert _verdict("short", "photosynthesis", made) is Verdict.UNREADABLE, made
    assert _verdict("short", "transcription", "transcriptor") is Verdict.UNREADABLE
    assert _verdict("short", "photosynthesis", "fotosynthesis") is Verdict.CORRECT


def test_a_span_is_not_the_year_that_ends_it() -> None:
    assert _verdict("short", "1066", "1066 to 1087") is not Verdict.CORRECT
    assert _verdict("short", "1066", "from 1060 until 1066") is not Verdict.CORRECT
    assert _verdict("short", "1066", "in 1066") is Verdict.CORRECT
    assert _verdict("short", "1914", "28 July 1914") is not Verdict.INCORRECT
    assert _verdict("short", "1914", "July 1914") is Verdict.CORRECT


def test_the_kind_that_is_asked_for_may_stand_beside_a_name() -> None:
    asked = "Which treaty ended the war with Germany in 1919?"
    for response in ("Treaty of Versailles", "the versailles treaty", "Versailles"):
        assert _verdict("short", "Versailles", response, prompt=asked) is Verdict.CORRECT, response
    assert _verdict("short", "Versailles", "treaty", prompt=asked) is not Verdict.CORRECT


def test_a_line_that_is_cleared_is_not_blamed() -> None:
    code = "a = 1\nb = = 2\nprint(a)"
    assert _verdict("line", "2", "line 2 is fine", code=code) is Verdict.UNREADABLE
    assert _verdict("line", "2", "line 1 is fine, line 2", code=code) is Verdict.CORRECT
    assert _verdict("line", "2", "I think line 2 is not right", code=code) is Verdict.CORRECT


def test_a_bound_misspelt_is_a_bound() -> None:
    assert _verdict("units", "3.5 kg", "less then 3.5 kg") is Verdict.UNREADABLE
    assert _verdict("number", "12", "more then 12") is Verdict.UNREADABLE


def test_a_square_is_completed_when_its_numbers_are_put_together() -> None:
    form = {"form": "completed_square"}
    assert _verdict("expression", "(x+4)^2-7", "(x+4)^2-16+9", **form) is Verdict.PARTIAL
    assert _verdict("expression", "(x+4)^2-7", "-7+(x+4)²", **form) is Verdict.CORRECT


def test_degrees_are_no_percentage_and_pi_may_be_near_enough() -> None:
    assert _verdict("number", "62 %", "62 degrees", form="percent") is Verdict.UNREADABLE
    assert _verdict("number", "6.28", "2π", tolerance="2 %") is Verdict.CORRECT
    assert _verdict("number", "6.28", "3 + 3.28", tolerance="2 %") is Verdict.PARTIAL


@pytest.mark.parametrize(
    "response", ["1000 thousand million", "a million million", "one thousand thousand million"]
)
def test_names_of_sizes_that_follow_each_other_multiply(response: str) -> None:
    assert _verdict("number", "1000000", response) is Verdict.INCORRECT


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("1000000", "one thousand thousand"), ("1000000", "a thousand thousands"),
        ("2500000000", "two thousand five hundred million"), ("300000", "3 hundred thousand"),
        ("3400", "3thousand 400"),
    ],
)  # fmt: skip
def test_a_number_may_be_said_by_several_sizes(answer: str, response: str) -> None:
    assert _verdict("number", answer, response) is Verdict.CORRECT


@pytest.mark.parametrize("response", ["two thousand three thousand", "two thousand hundred"])
def test_one_size_said_twice_is_no_number(response: str) -> None:
    assert _verdict("number", "5000", response) is Verdict.UNREADABLE


@pytest.mark.parametrize("response", ["25% of a quarter", "0.25 of a half", "3/12 of a half"])
def test_a_part_of_a_part_is_not_the_part(response: str) -> None:
    assert _verdict("number", "0.25", response) is Verdict.UNREADABLE
    assert _verdict("number", "0.25", "1/4 of the cake") is Verdict.CORRECT


@pytest.mark.parametrize("more", [" and others", " etc", " and a bit", " plus some", " and more"])
def test_a_quantity_or_number_with_more_to_it_is_asked_about(more: str) -> None:
    assert _verdict("units", "5 cm", f"5 cm{more}") is Verdict.UNREADABLE
    assert _verdict("number", "7", f"7{more}") is Verdict.UNREADABLE


def test_dots_behind_a_set_say_that_it_goes_on_and_those_behind_decimals_do_not() -> None:
    assert _verdict("set", "{2, 3, 5}", "2,3,5...") is Verdict.UNREADABLE
    assert _verdict("number", "1/3", "0.333...") is Verdict.CORRECT


@pytest.mark.parametrize(
    "response", ["Oak, Beech", "Oak. Beech", "Beech, oak", "Oak, Beech and Birch", "oak, treaty"]
)
def test_what_looks_like_another_option_is_one_behind_a_comma_too(response: str) -> None:
    trees = ["Oak", "Palm", "Fern"]
    assert _verdict("choice", "Oak", response, choices=trees, shuffle=False) is Verdict.UNREADABLE


@pytest.mark.parametrize("fine", ["Oak, Obviously", "oak, duh", "Oak, Miss"])
def test_a_remark_with_a_capital_is_no_other_option(fine: str) -> None:
    trees = ["Oak", "Palm", "Fern"]
    assert _verdict("choice", "Oak", fine, choices=trees, shuffle=False) is Verdict.CORRECT


CAPITALS = {"Paris": "France", "Madrid": "Spain", "Rome": "Italy"}
RIGHT = "Paris France, Madrid Spain, Rome Italy"


@pytest.mark.parametrize(
    "more",
    [
        ", Berlin Germany", ", Berlin - Germany", "; Athens Greece", "\nBerlin = Germany", " and others",
        ", Berlin is in Germany", ", Berlin", " Berlin Germany",
    ],
)  # fmt: skip
def test_a_pair_too_many_is_asked_about(more: str) -> None:
    assert _verdict("match", CAPITALS, RIGHT + more, extra=["Greece"]) is Verdict.UNREADABLE


@pytest.mark.parametrize("remark", [", i think", ", thats it", ", easy peasy", ", hope this is ok"])
def test_a_remark_beside_pairs_is_free(remark: str) -> None:
    assert _verdict("match", CAPITALS, RIGHT + remark, extra=["Greece"]) is Verdict.CORRECT


def test_a_label_that_is_not_there_makes_a_pair_too_many() -> None:
    two = {"one": "uno", "two": "dos"}
    labels = item_type("match")({"answer": two}, Context()).answer_text()
    assert _verdict("match", two, labels) is Verdict.CORRECT
    assert _verdict("match", two, f"{labels} 3a") is Verdict.UNREADABLE


@pytest.mark.parametrize(
    "response",
    [
        "Paris France, Madrid Spain and Andorra, Rome Italy", "Paris France Madrid Spain Rome Italy Oslo",
        "Paris France, Madrid Spain, Rome Italy or Malta",
    ],
)  # fmt: skip
def test_a_thing_too_many_in_a_pair_is_asked_about(response: str) -> None:
    assert _verdict("match", CAPITALS, response) is Verdict.UNREADABLE


@pytest.mark.parametrize("response", ["condensing", "condense", "it condensed"])
def test_the_verb_of_what_is_asked_for_is_asked_about_not_refused(response: str) -> None:
    assert _verdict("short", "condensation", response) is Verdict.UNREADABLE


def test_a_word_that_only_shares_a_root_is_refused() -> None:
    assert _verdict("short", "validation", "valid") is Verdict.INCORRECT


@pytest.mark.parametrize("response", ["oak or beech", "beech or oak", "A or beech"])
def test_one_option_or_something_else_is_not_one_option(response: str) -> None:
    trees = ["Oak", "Palm", "Fern"]
    assert _verdict("choice", "Oak", response, choices=trees, shuffle=False) is Verdict.UNREADABLE


@pytest.mark.parametrize("more", [", octagon 8 sides", ", hexagon 6 sides"])
def test_a_pair_with_an_own_word_is_one_too_many_too(more: str) -> None:
    shapes = {"triangle": "3 sides", "square": "4 sides"}
    right = "triangle 3 sides, square 4 sides"
    assert _verdict("match", shapes, right, extra=["6 sides"]) is Verdict.CORRECT
    assert _verdict("match", shapes, right + more, extra=["6 sides"]) is Verdict.UNREADABLE


def test_a_set_joined_by_and_and_or_is_asked_about() -> None:
    assert _verdict("set", "{3, 6, 9}", "3 and 6 or 9") is Verdict.UNREADABLE
    assert _verdict("set", "{3, 6, 9}", "3 and 6 and 9") is Verdict.CORRECT


@pytest.mark.parametrize(
    "response", ["1.2 km and back", "1.2 km and rising", "1.2km away and back"]
)
def test_a_word_that_adds_something_to_a_quantity_is_asked_about(response: str) -> None:
    assert _verdict("units", "1.2 km", response) is Verdict.UNREADABLE


@pytest.mark.parametrize("response", ["1.2 km and done", "1.2 km and that", "1 km and a fifth"])
def test_a_quantity_may_end_in_talk_or_a_part(response: str) -> None:
    assert _verdict("units", "1.2 km", response) is Verdict.CORRECT


def test_what_belongs_to_a_kind_of_word_is_not_the_kind() -> None:
    assert _verdict("short", "adjective", "adjectival") is Verdict.UNREADABLE
    assert _verdict("short", "adjective", "ajective") is Verdict.CORRECT
