"""Choice, choices, order and match: labels and texts in every guise, and nothing else."""

import pytest

from tutor.errors import BadCourse
from tutor.ids import MisconceptionId
from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.types import item_type, known_types

DIVISION = {
    "choices": [
        "Mitosis",
        {"text": "Meiosis", "misconception": "mixes-up-divisions"},
        "Kinetic energy",
        "It increases the energy",
    ],
    "answer": "Meiosis",
    "shuffle": False,
}


def choice(**other: object) -> ItemType:
    return item_type("choice")({**DIVISION, **other}, Context())


@pytest.mark.parametrize(
    "response",
    [
        "B", "b", "b)", "(b)", "B.", "option b", "Option B please", "the second one", "2",
        "i think b because it halves", "its b", "b i think", "answer: b", "not A but B",
        "A, no wait, B", "Meiosis", "meiosis.", "b. meiosis", "i think its meiosis?",
        "it's the 2nd", "number two", "B is right", "neither A nor C, B", "\u200bB",
    ],
)  # fmt: skip
def test_an_option_is_read_in_any_guise(response: str) -> None:
    assert choice().grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    "response", ["A", "the first", "mitosis", "mitossis", "C", "kinetic", "4", "it increases"]
)
def test_another_option_is_incorrect(response: str) -> None:
    assert choice().grade(response).verdict is Verdict.INCORRECT


@pytest.mark.parametrize(
    "response",
    ["", "  ", "🙂", "not B", "A or B", "a and b", "E", "banana", "a cell", "i dont think its b",
     "7", "mitosis or meiosis", "x" * 100_000, "\x00\x01B\x02"],
)  # fmt: skip
def test_none_two_or_a_denied_option_is_asked_again(response: str) -> None:
    grade = choice().grade(response)
    assert grade.verdict is Verdict.UNREADABLE
    assert grade.note


def test_two_named_options_are_read_back() -> None:
    assert "A and B" in choice().grade("mitosis or meiosis").note


def test_a_misspelling_never_crosses_to_another_option() -> None:
    made = item_type("choice")(
        {"choices": ["reflection", "refraction", "diffraction"], "answer": "reflection"}, Context()
    )
    assert made.grade("reflecton").verdict is Verdict.CORRECT
    assert made.grade("refraction").verdict is Verdict.INCORRECT
    assert made.grade("reflraction").verdict is not Verdict.CORRECT


def test_a_wrong_option_betrays_its_misconception() -> None:
    made = choice(answer="Mitosis")
    assert made.grade("B").misconception == MisconceptionId("mixes-up-divisions")
    assert made.grade("A").misconception is None


def test_an_article_is_not_the_label_a() -> None:
    assert choice(answer="Mitosis").grade("a bird").verdict is Verdict.UNREADABLE
    assert choice(answer="Mitosis").grade("i pick a").verdict is Verdict.CORRECT


def test_options_that_are_numbers_are_meant_by_their_value() -> None:
    made = item_type("choice")({"choices": ["3", "1", "2"], "answer": "1"}, Context(seed=4))
    assert made.grade("1").verdict is Verdict.CORRECT
    assert made.grade("2").verdict is Verdict.INCORRECT


def test_options_that_are_letters_get_numbers_as_labels() -> None:
    made = item_type("choice")(
        {"choices": ["T", "U", "G"], "answer": "U", "shuffle": False}, Context()
    )
    assert [option.label for option in made.shown().options] == ["1", "2", "3"]
    assert made.grade("u").verdict is Verdict.CORRECT


def test_code_options_are_told_apart_by_their_signs() -> None:
    made = item_type("choice")({"choices": ["`x == 5`", "`x = 5`"], "answer": "`x = 5`"}, Context())
    assert made.grade("x=5").verdict is Verdict.CORRECT
    assert made.grade("x == 5").verdict is Verdict.INCORRECT


def test_latex_options_are_matched_as_typed() -> None:
    made = item_type("choice")(
        {"choices": [r"$\frac{1}{2}$", "2/3"], "answer": r"$\frac{1}{2}$"}, Context()
    )
    assert made.grade("1/2").verdict is Verdict.CORRECT


def test_the_seed_alone_decides_the_order() -> None:
    spec = {"choices": [f"text {n}x" for n in range(8)], "answer": "text 0x"}
    orders = [
        tuple(o.text for o in item_type("choice")(spec, Context(seed=seed)).shown().options)
        for seed in (1, 1, 2)
    ]
    assert orders[0] == orders[1] != orders[2]


def test_all_of_these_stays_last() -> None:
    spec = {"choices": ["All of these", "one", "two", "three"], "answer": "one"}
    for seed in range(10):
        assert (
            item_type("choice")(spec, Context(seed=seed)).shown().options[-1].text == "All of these"
        )


def test_answer_forms_hold_the_label_only_in_phrases() -> None:
    forms = choice().answer_forms()
    assert "Meiosis" in forms
    assert "option B" in forms
    assert "B" not in forms


@pytest.mark.parametrize("spelling", ["Es la B", "creo que es la b", "la segunda", "no es A, es B"])
def test_spanish_sentences_are_read(spelling: str) -> None:
    made = item_type("choice")(DIVISION, Context(language="es"))
    assert made.grade(spelling).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("spec", "where"),
    [
        ({"choices": ["a1", "b1"], "answer": "c1"}, "answer"),
        ({"choices": ["a1"], "answer": "a1"}, "choices"),
        ({"choices": ["a1", "a1"], "answer": "a1"}, "choices[1]"),
        ({"choices": [True, False], "answer": "x"}, "choices[0]"),
        ({"choices": ["a1", "b1"], "answer": "a1", "shufle": False}, "shufle"),
        ({"choices": ["a1", "b1"]}, "answer"),
    ],
)
def test_a_wrong_spec_names_its_field(spec: dict[str, object], where: str) -> None:
    with pytest.raises(BadCourse) as raised:
        item_type("choice")(spec, Context())
    assert raised.value.where == where


def test_an_unknown_type_lists_the_known_ones() -> None:
    with pytest.raises(BadCourse, match="choices"):
        item_type("../grade")
    assert {"choice", "short", "open"} <= set(known_types())
    assert not any(name.startswith("_") for name in known_types())


PRIMES = {"choices": ["two", "three", "four", "five", "nine"], "answer": ["two", "three", "five"],
          "shuffle": False}  # fmt: skip


@pytest.mark.parametrize(
    "response",
    ["A, B, D", "d b a", "abd", "a and b and d", "A B & D", "option a, option b and option d",
     "two\nthree\nfive", "all except C and E", "i think a, b and d", "1, 2, 4"],
)  # fmt: skip
def test_the_right_choices_in_any_order(response: str) -> None:
    assert item_type("choices")(PRIMES, Context()).grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("response", "share"),
    [("A, B", 2 / 3), ("A", 1 / 3), ("A, B, C, D", 2 / 3), ("a b d e", 2 / 3)],
)
def test_part_of_the_choices_has_a_share(response: str, share: float) -> None:
    grade = item_type("choices")(PRIMES, Context()).grade(response)
    assert grade.verdict is Verdict.PARTIAL
    assert grade.share == pytest.approx(share)


@pytest.mark.parametrize("response", ["C", "C, E", "A, C", "none of them"])
def test_as_many_wrong_picks_as_right_ones_earn_nothing(response: str) -> None:
    assert item_type("choices")(PRIMES, Context()).grade(response).verdict is Verdict.INCORRECT


PHASES = {"answer": ["Prophase", "Metaphase", "Anaphase", "Telophase"]}


def test_an_order_is_read_as_numbers_letters_or_texts() -> None:
    made = item_type("order")(PHASES, Context(seed=2))
    labels = {option.text: option.label for option in made.shown().options}
    digits = [labels[text] for text in PHASES["answer"]]
    letters = [chr(ord("a") + int(digit) - 1) for digit in digits]
    for response in (
        " ".join(digits), "".join(digits), ", ".join(digits), "->".join(digits),
        ",".join(letters), "the order is " + " ".join(digits), "[" + ", ".join(digits) + "]",
        "prophase, metaphase, anaphase, telophase", "Prophase > metaphase > anafase > telophase",
        "first prophase then metaphase then anaphase and finally telophase",
    ):  # fmt: skip
        assert made.grade(response).verdict is Verdict.CORRECT, response


def test_the_right_order_is_never_shown() -> None:
    for seed in range(40):
        shown = item_type("order")({"answer": ["one", "two"]}, Context(seed=seed)).shown()
        assert [option.text for option in shown.options] == ["two", "one"]


def test_an_order_nearly_right_is_partial_and_reversed_is_incorrect() -> None:
    made = item_type("order")(PHASES, Context())
    assert made.grade("Metaphase, Prophase, Anaphase, Telophase").verdict is Verdict.PARTIAL
    assert made.grade("Telophase, Anaphase, Metaphase, Prophase").verdict is Verdict.INCORRECT


@pytest.mark.parametrize("response", ["1 2 3", "1 1 2 3", "prophase", "1 2 3 9", "🙂", "dunno"])
def test_an_order_that_lacks_a_thing_is_asked_again(response: str) -> None:
    assert item_type("order")(PHASES, Context()).grade(response).verdict is Verdict.UNREADABLE


FORMULAE = {"answer": {"H2O": "water", "CO2": "carbon dioxide", "NaCl": "salt"}, "extra": ["sugar"]}


def test_pairs_are_read_in_the_usual_ways() -> None:
    made = item_type("match")(FORMULAE, Context(seed=5))
    a, b, c = (made.answer_text().split()[i][1] for i in range(3))
    for response in (
        f"1{a} 2{b} 3{c}", f"1-{a}, 2-{b}, 3-{c}", f"1={a.upper()}\n2={b}\n3={c}", f"{a} {b} {c}",
        f"{a}1 {b}2 {c}3", f"1 goes with {a}, 2 with {b} and 3 with {c}", f"3{c}1{a}2{b}",
        "H2O is water, CO2 is carbon dioxide, NaCl is salt", "h2o - water\nco2 - carbon dioxyde\nnacl - salt",
    ):  # fmt: skip
        assert made.grade(response).verdict is Verdict.CORRECT, response


def test_part_of_the_pairs_is_partial_and_a_double_one_unreadable() -> None:
    made = item_type("match")(FORMULAE, Context(seed=5))
    a, b, c = (made.answer_text().split()[i][1] for i in range(3))
    grade = made.grade(f"1{b} 2{a} 3{c}")
    assert grade.verdict is Verdict.PARTIAL
    assert grade.share == pytest.approx(1 / 3)
    assert made.grade(f"1{b} 2{c} 3{a}").verdict is Verdict.INCORRECT
    assert made.grade(f"1{a} 1{b} 2{b} 3{c}").verdict is Verdict.UNREADABLE
    assert made.grade(f"1{a} 2{b}").verdict is Verdict.UNREADABLE
