"""Numbers, quantities and answers as they are said at home or typed on a phone, with what is near them and is not."""

import pytest

from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type

RIGHT = Verdict.CORRECT


def _verdict(
    kind: str, answer: object, response: str, language: str = "en", **fields: object
) -> Verdict:
    context = Context(language=language, decimal_comma=language != "en")
    return item_type(kind)({**fields, "answer": answer}, context).grade(response).verdict


@pytest.mark.parametrize(
    ("kind", "answer", "right", "near"),
    [
        ("number", "3/5", "three fifths is shaded", "three fifths is not shaded"),
        ("number", "3/5", "3 of the 5 parts", "3 of the 50 parts"),
        ("number", "1", "it makes a whole", "half of a whole"),
        ("number", "1/5", "1 outta 5", "5 outta 1"),
        ("number", "2 7/10", "2 7/10 cm from 0", "2 7/10 from 10"),
        ("number", "1/2", "half a metre", "half a percent"),
        ("number", "-3", "3 less than 0", "3 less than 10"),
        ("number", "0", "none left", "none of your business"),
        ("number", "7", "there r 7", "i crossed 7 out"),
        ("number", "7", "7 altogether", "7 take away something"),
        ("number", "7", "7 or so? 7", "anything bar 7"),
        ("number", "1/3", "33.333...%", "33.4%"),
        ("units", "20 °C", "20 c", "20 f"),
        ("units", "20 °C", "20 degrees celcius", "20 farenheit"),
        ("units", "90 degrees", "a right angle", "two right angles"),
        ("units", "12 cm", "12 sentimeters", "12 meters"),
        ("units", "3.5 kg", "3 kilos 500", "3 kg 5"),
        ("remainder", "7 r 3", "7 groups with 3 left over", "3 groups with 7 left over"),
        ("inequality", "1 < x < 6", "between 1 and 6 but not 1 or 6", "between 1 and 6 but not 6"),
        ("interval", "(-3, 5]", "x in (-3, 5]", "x in [-3, 5]"),
        ("set", "no solution", "there isn’t a solution", "there is a solution"),
        ("pair", "(3, -2)", "3 right 2 down", "3 left 2 down"),
        ("chemistry", "CO2", "carbon dioxide is CO2", "carbon dioxide is not CO2"),
        ("chemistry", "CO2", "CO2 gas", "CO gas"),
        ("line", "3", "third", "3 lines"),
        ("order", ["1/4", "1/3", "1/2"], "1/4, 1/3, 1/2", "1/4, 1/4, 1/3, 1/2, 3/4"),
    ],
)
def test_a_turn_of_speech_is_read_and_its_neighbour_is_not_taken_for_it(
    kind: str, answer: object, right: str, near: str
) -> None:
    fields = {"code": "a = 1\nb = 2\nprint(c)"} if kind == "line" else {}
    answer = int(str(answer)) if kind == "line" else answer
    assert _verdict(kind, answer, right, **fields) is RIGHT
    assert _verdict(kind, answer, near, **fields) is not RIGHT


@pytest.mark.parametrize(
    ("language", "answer", "right", "near"),
    [
        ("es", "3/4", "tres cuartas partes", "una cuarta parte"),
        ("es", "-12", "doce bajo cero", "doce"),
        ("es", "-12", "12 negativo", "12"),
        ("es", "6", "seis creo", "medio 6"),
        ("de", "2,75", "zwei dreiviertel", "unter 2,75"),
        ("de", "45", "fuenfundvierzig", "vierundfünfzig"),
        ("de", "45", "fünf und vierzig", "vier und fünfzig"),
    ],
)
def test_so_are_those_of_other_languages(language: str, answer: str, right: str, near: str) -> None:
    assert _verdict("number", answer, right, language) is RIGHT
    assert _verdict("number", answer, near, language) is not RIGHT


def test_a_denial_without_apostrophe_denies() -> None:
    fields = {
        "prompt": "What does the root do?",
        "key_ideas": [
            {"idea": "takes up", "words": [["takes in", "absorbs", "absorb"]]},
            {"idea": "water", "words": [["water"]]},
        ],
    }
    assert _verdict("short", "it absorbs water", "it absorbs water", **fields) is RIGHT
    for denied in ("it wont absorb water", "dosnt absorb water", "it doesent absorb water"):
        assert _verdict("short", "it absorbs water", denied, **fields) is Verdict.INCORRECT


def test_a_sentence_without_a_stop_denies_no_more_than_its_first_half() -> None:
    fields = {
        "prompt": "Are whales fish? Say why.",
        "rubric": [
            {"idea": "mammals", "words": [["mammal", "mammals"]]},
            {"idea": "they breathe air", "words": [["breathe", "lungs"]]},
        ],
    }
    model = "No, whales are not fish, they are mammals that breathe air."
    assert (
        _verdict("open", model, "whales arent fish they are mammals with lungs", **fields) is RIGHT
    )
    assert _verdict("open", model, "they arent mammals with lungs", **fields) is not RIGHT


@pytest.mark.parametrize(
    "crossed",
    [
        "it makes oxygen and uses energy",
        "it uses energy to release oxygen",
        "oxygen is made and energy is used",
    ],
)
def test_what_is_made_is_not_what_is_used(crossed: str) -> None:
    fields = {
        "prompt": "What does a cell do when it respires?",
        "rubric": [
            {"idea": "oxygen is used", "words": [["use", "uses", "used"], ["oxygen"]]},
            {"idea": "energy is released", "words": [["release", "makes", "made"], ["energy"]]},
        ],
    }
    model = "It uses oxygen to release energy."
    assert _verdict("open", model, crossed, **fields) is Verdict.UNCLEAR
    for right in ("takes oxygen it used and energy is made", "uses oxygen and makes energy"):
        assert _verdict("open", model, right, **fields) is RIGHT


def test_less_of_what_there_is_more_of_is_doubted() -> None:
    fields = {
        "prompt": "Why do we float in the Dead Sea?",
        "rubric": [
            {"idea": "salt", "words": [["salt", "salty"]]},
            {"idea": "denser", "words": [["dense", "denser"]]},
        ],
    }
    model = "The water has so much salt that it is denser."
    assert _verdict("open", model, "the salt makes it more dense", **fields) is RIGHT
    assert _verdict("open", model, "the salt makes it less dense", **fields) is Verdict.UNCLEAR


def test_one_of_two_names_is_asked_about_and_a_remark_is_none() -> None:
    capital = {"prompt": "What is the capital of Australia?"}
    for two in ("sydney, canberra", "canberra, sydney"):
        assert _verdict("short", "Canberra", two, **capital) is Verdict.UNREADABLE
    for one in ("canberra, australia", "canberra, easy", "canberra obvs", "yeah, canberra"):
        assert _verdict("short", "Canberra", one, **capital) is RIGHT


def test_an_answer_may_say_the_question_again_before_it() -> None:
    gas = {"prompt": "What gas do plants give out when they take in carbon dioxide?"}
    assert _verdict("short", "oxygen", "they give out oxygen", **gas) is RIGHT
    assert _verdict("short", "oxygen", "they take in oxygen", **gas) is not RIGHT


def test_a_greek_beginning_is_no_slip() -> None:
    assert _verdict("short", "photosynthesis", "fotosynthesis") is RIGHT
    assert _verdict("short", "photosynthesis", "polysynthesis") is Verdict.INCORRECT


def test_a_question_of_yes_or_no_is_denied_in_many_ways() -> None:
    prime = {"prompt": "Is 51 a prime number?", "choices": ["yes", "no"], "shuffle": False}
    for no in ("it isnt", "its not prime", "nooo", "no, wait no"):
        assert _verdict("choice", "no", no, **prime) is RIGHT
    for other in (
        "no idea",
        "no clue lol",
        "not sure",
        "no wait yes",
        "no i mean yes",
        "it isnt even",
    ):
        assert _verdict("choice", "no", other, **prime) is not RIGHT


def test_what_stands_beside_an_option_is_not_the_option() -> None:
    planets = {"choices": ["Mars", "Jupiter", "Saturn"], "shuffle": False}
    for other in ("bigger than jupiter", "the one after Jupiter", "b) chloroplast"):
        assert _verdict("choice", "Jupiter", other, **planets) is Verdict.UNREADABLE
    for right in ("b) jupiter", "b) its the biggest", "b, easy"):
        assert _verdict("choice", "Jupiter", right, **planets) is RIGHT


def test_labels_may_run_from_one_to_another_and_have_their_own_texts() -> None:
    animals = {"choices": ["whale", "shark", "bat", "eagle"], "shuffle": False}
    mammals = ["whale", "bat"]
    assert _verdict("choices", mammals, "A to C", **animals) is Verdict.PARTIAL
    assert _verdict("choices", mammals, "A) iron, C) gold", **animals) is Verdict.UNREADABLE
    for right in ("whale, bat (not shark or eagle)", "not shark or eagle, the rest are"):
        assert _verdict("choices", mammals, right, **animals) is RIGHT
