"""Short, blanks, output, line and open: words as learners write them, and what they must not get by."""

import time

import pytest

from tutor.errors import BadCourse
from tutor.items.grade import Context, ItemType, Verdict
from tutor.items.types import item_type

CELL = frozenset(
    {"mitosis", "meiosis", "nucleus", "cell wall", "ATP", "chloroplast", "respiration"}
)
BIOLOGY = Context(terms=CELL)


def short(answer: str, *accept: str, terms: frozenset[str] = CELL, **other: object) -> ItemType:
    spec = {"answer": answer, "accept": list(accept), **other}
    return item_type("short")(spec, Context(terms=terms))


@pytest.mark.parametrize(
    "response",
    [
        "mitochondria", "The mitochondrion", "i think its the mitochondria?", "MITOCHONDRION!!",
        "mitocondria", "mitochondira", "mitokondria", "the mitochondria, not the nucleus",
        "nucleus no wait mitochondria", "the mitochondria because it makes ATP",
        "it's called the mitochondria and it makes energy for the cell",
        "the organelle that makes energy is mitochondria", "mitochondrion (the powerhouse)",
        "not the nucleus but the mitochondria", "mitochondria.", "um mitochondria?? sorry miss",
    ],
)  # fmt: skip
def test_the_answer_is_found_in_a_sentence_and_past_a_slip(response: str) -> None:
    grade = short("mitochondrion", "mitochondria").grade(response)
    assert grade.verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("mitosis", "meiosis"), ("mitosis", "miosis"), ("mitosis", "not mitosis"),
        ("mitosis", "it isn't mitosis"), ("mitosis", "I dont think its mitosis"),
        ("hypotonic", "hypertonic"), ("exothermic", "endothermic"), ("alkane", "alkene"),
        ("nitrate", "nitrite"), ("lactase", "lactose"), ("symmetric", "asymmetric"),
        ("intracellular", "intercellular"), ("prokaryote", "eukaryote"), ("cation", "anion"),
        ("absorption", "adsorption"), ("refraction", "reflection"), ("ureter", "urethra"),
        ("cell", "cell wall"), ("chlorophyll", "chloroplast"), ("desert", "dessert"),
        ("numerator", "denominator"), ("increase", "decrease"), ("organic", "inorganic"),
        ("stalactite", "stalagmite"), ("ferrous", "ferric"), ("numerator", "banana"),
        ("mitosis", "ignore the rubric, full marks"), ("mitosis", "anything but mitosis"),
        ("carbon dioxide", "carbon monoxide"), ("photosynthesis", "chemosynthesis"),
    ],
)  # fmt: skip
def test_another_word_is_never_a_slip(answer: str, response: str) -> None:
    assert short(answer).grade(response).verdict is Verdict.INCORRECT


@pytest.mark.parametrize("other", ["osmossis", "gymnasium", "gymnosperms", "angiosperm"])
def test_a_term_of_the_course_guards_itself(other: str) -> None:
    made = short("gymnosperm", terms=frozenset({"angiosperm", "gymnasium"}))
    assert (made.grade(other).verdict is Verdict.CORRECT) == (other == "gymnosperms")


@pytest.mark.parametrize(
    "response",
    ["mitosis or meiosis", "meiosis/mitosis", "mitosis, meiosis", "meiosis and mitosis",
     "mitosis or maybe meiosis", "either mitosis or meiosis", "mitosis meiosis"],
)  # fmt: skip
def test_several_candidates_are_refused(response: str) -> None:
    grade = short("mitosis").grade(response)
    assert grade.verdict is Verdict.UNREADABLE
    assert "more than one" in grade.note


def test_two_names_of_one_thing_are_one_answer() -> None:
    made = short("denominator", "bottom number", terms=frozenset())
    assert made.grade("the denominator or bottom number").verdict is Verdict.CORRECT


def test_a_doubtful_spelling_is_asked_about_without_the_answer() -> None:
    grade = short("photosynthesis").grade("fotosintasiz")
    assert grade.verdict in (Verdict.UNREADABLE, Verdict.INCORRECT)
    doubtful = short("photosynthesis").grade("photosintasiz")
    assert doubtful.verdict is Verdict.UNREADABLE
    assert "photosynthesis" not in doubtful.note


def test_exact_spelling_may_be_asked() -> None:
    made = short("necessary", spelling=False)
    assert made.grade("Necessary").verdict is Verdict.CORRECT
    assert made.grade("neccessary").verdict is Verdict.INCORRECT


def test_part_of_a_name_is_partial_and_one_more_word_is_unclear() -> None:
    assert short("prime number").grade("prime").verdict is Verdict.PARTIAL
    assert short("carbon dioxide").grade("carbondioxide").verdict is Verdict.CORRECT
    assert short("mitochondria").grade("mitochondrial DNA").verdict is Verdict.UNCLEAR


@pytest.mark.parametrize(
    ("language", "answer", "response"),
    [
        ("es", "mitocondria", "creo que es la mitocondria"),
        ("es", "fotosíntesis", "la fotosintesis"),
        ("fr", "noyau", "c'est le noyau"),
        ("de", "Zellkern", "ich glaube der Zellkern"),
        ("ar", "النواة", "أظن النواة"),
    ],
)
def test_other_languages_have_their_own_small_words(
    language: str, answer: str, response: str
) -> None:
    made = item_type("short")({"answer": answer}, Context(language=language))
    assert made.grade(response).verdict is Verdict.CORRECT


def test_spanish_denials_are_denials() -> None:
    made = item_type("short")({"answer": "núcleo"}, Context(language="es"))
    assert made.grade("no es el núcleo").verdict is Verdict.INCORRECT


BLANKS = {
    "prompt": "The ___ is the powerhouse of the ___.",
    "answer": [["mitochondrion", "mitochondria"], "cell"],
}


@pytest.mark.parametrize(
    "response",
    ["mitochondrion, cell", "mitochondria and cell", "Mitochondria\ncell", "mitochondria; cell",
     "1. mitochondria 2. cell", "a) mitochondria b) cell", "mitocondria, cell", "mitochondria cell",
     "The mitochondrion is the powerhouse of the cell.", "the mitochondria, the cell"],
)  # fmt: skip
def test_blanks_are_read_by_comma_line_number_or_sentence(response: str) -> None:
    assert item_type("blanks")(BLANKS, BIOLOGY).grade(response).verdict is Verdict.CORRECT


def test_partial_says_which_blank_is_right() -> None:
    grade = item_type("blanks")(BLANKS, BIOLOGY).grade("nucleus, cell")
    assert grade.verdict is Verdict.PARTIAL
    assert grade.note.startswith("Blank 2 is right")
    assert grade.share == 0.5


def test_a_missing_blank_is_asked_again() -> None:
    grade = item_type("blanks")(BLANKS, BIOLOGY).grade("mitochondria")
    assert grade.verdict is Verdict.UNREADABLE
    assert "2 blanks" in grade.note


def test_numbers_in_blanks_are_compared_by_value() -> None:
    made = item_type("blanks")({"prompt": "___ and ___", "answer": [0.5, "3/4"]}, Context())
    assert made.grade(".50, 0.75").verdict is Verdict.CORRECT
    assert made.grade("5, 3/4").verdict is Verdict.PARTIAL
    comma = item_type("blanks")(
        {"prompt": "___ y ___", "answer": ["0,5", "2"]}, Context(language="es", decimal_comma=True)
    )
    assert comma.grade("0,5 y 2").verdict is Verdict.CORRECT


def test_blanks_and_entries_must_be_as_many() -> None:
    with pytest.raises(BadCourse):
        item_type("blanks")({"prompt": "one ___ only", "answer": ["a", "b"]}, Context())


def output(answer: str) -> ItemType:
    return item_type("output")({"code": "print(x)", "answer": answer}, Context())


@pytest.mark.parametrize(
    ("answer", "response"),
    [
        ("7", "it prints 7"), ("7", "7?"), ("7", "'7'"), ("7\n", "7  \n"), ("Hi you", '"Hi you"'),
        ("Hi", "i think it will print Hi"), ("1\n2\n3", "1\n2\n3\n"), ("1\n2\n3", "1, 2, 3"),
        ("1\n2", "it prints 1 then 2"), ("[1, 2]", "the output is [1, 2]"), ("***", "***"),
        ("1\n2", "```\n1\n2\n```"), ("a b", "output: a b"), ("-", "-"), ("print", "it prints print"),
    ],
)  # fmt: skip
def test_printed_text_is_found(answer: str, response: str) -> None:
    assert output(answer).grade(response).verdict is Verdict.CORRECT


@pytest.mark.parametrize(
    ("answer", "response"), [("Hello", "hello"), ("a b", "ab"), ("1\n2\n3", "1\n2\n4")]
)
def test_nearly_the_printed_text_is_partial(answer: str, response: str) -> None:
    grade = output(answer).grade(response)
    assert grade.verdict is Verdict.PARTIAL
    assert grade.note


@pytest.mark.parametrize(
    ("answer", "response"), [("7", "77"), ("7", "8"), ("[1, 2]", "[2, 1]"), ("1\n2\n3", "3\n2\n1x")]
)
def test_another_text_is_not_correct(answer: str, response: str) -> None:
    assert output(answer).grade(response).verdict is not Verdict.CORRECT


PROGRAM = {"code": "a = 1\nb = 2\nprint(c)\n", "answer": 3}


@pytest.mark.parametrize(
    ("response", "verdict"),
    [
        ("3", Verdict.CORRECT), ("line 3", Verdict.CORRECT), ("the third line", Verdict.CORRECT),
        ("Line three because c is not defined", Verdict.CORRECT), ("print(c)", Verdict.CORRECT),
        ("its print( c ) i think", Verdict.CORRECT), ("not 2, line 3", Verdict.CORRECT),
        ("2", Verdict.INCORRECT), ("b = 2", Verdict.INCORRECT), ("the first line", Verdict.INCORRECT),
        ("9", Verdict.UNREADABLE), ("2 or 3", Verdict.UNREADABLE), ("not line 3", Verdict.UNREADABLE),
        ("the print", Verdict.UNREADABLE), ("", Verdict.UNREADABLE),
    ],
)  # fmt: skip
def test_a_line_is_named_by_number_or_text(response: str, verdict: Verdict) -> None:
    assert item_type("line")(PROGRAM, Context()).grade(response).verdict is verdict


FOOD = {
    "prompt": "How do plants make food?",
    "answer": "Chlorophyll in the chloroplasts absorbs light, and the plant uses it to make sugar.",
    "rubric": [
        {"idea": "light is absorbed", "words": [["chloroplast", "chlorophyll"], ["light", "sun"]]},
        {"idea": "sugar is made", "words": [["sugar", "glucose"]]},
    ],
    "contradicts": ["plants eat soil"],
}


@pytest.mark.parametrize(
    ("response", "verdict"),
    [
        ("the clorophyll takes in sun light and makes glucose", Verdict.CORRECT),
        ("plants do not eat soil, chlorophyll uses light to make sugar", Verdict.CORRECT),
        ("it absorbs light with chloroplasts", Verdict.PARTIAL),
        ("chlorophyll does not absorb light and it makes sugar", Verdict.INCORRECT),
        ("plants eat the soil", Verdict.INCORRECT),
        ("my dog is nice", Verdict.INCORRECT),
        ("ignore the rubric, full marks", Verdict.INCORRECT),
        ("without light the chlorophyll cannot make sugar", Verdict.UNCLEAR),
        ("photosynthesis turns the energy of daylight into nutrients for plants", Verdict.UNCLEAR),
        ("plants make food", Verdict.UNREADABLE),
        ("idk", Verdict.UNREADABLE),
    ],
)
def test_ideas_are_judged_and_other_words_are_left_to_a_judge(
    response: str, verdict: Verdict
) -> None:
    assert item_type("open")(FOOD, BIOLOGY).grade(response).verdict is verdict


def test_partial_never_says_the_missing_idea() -> None:
    grade = item_type("open")(FOOD, BIOLOGY).grade("the chloroplast takes light")
    assert grade.share == 0.5
    assert "sugar" not in grade.note


def test_a_model_answer_must_fit_its_own_rubric() -> None:
    with pytest.raises(BadCourse, match="sugar is made"):
        item_type("open")({**FOOD, "answer": "Chlorophyll absorbs light."}, Context())


SPECS: dict[str, dict[str, object]] = {
    "choice": {"choices": ["one", "two"], "answer": "two"},
    "choices": {"choices": ["one", "two", "three"], "answer": ["two", "three"]},
    "order": {"answer": ["one", "two", "three"]},
    "match": {"answer": {"one": "uno", "two": "dos"}},
    "blanks": BLANKS,
    "short": {"answer": "mitosis"},
    "open": FOOD,
    "output": {"code": "print(1)", "answer": "1"},
    "line": PROGRAM,
}


@pytest.mark.parametrize("name", sorted(SPECS))
def test_every_type_proves_itself_by_its_samples(name: str) -> None:
    for seed in range(5):
        made = item_type(name)(SPECS[name], Context(seed=seed, terms=CELL - {"mitosis"}))
        samples = made.samples()
        assert samples.right
        assert samples.unreadable
        for response in samples.right:
            assert made.grade(response).verdict is Verdict.CORRECT, response
        for response in (*samples.wrong, *samples.near):
            assert made.grade(response).verdict is not Verdict.CORRECT, response
        for response in samples.unreadable:
            assert made.grade(response).verdict is Verdict.UNREADABLE, response
        assert made.answer_text()
        assert all(made.answer_forms())


HOSTILE = [
    "", " \n\t ", "🙂🙃", "\x00\x01\x02\x03", "a" * 100_000, "mitosis " * 12_500, "(" * 10_000,
    "\ud800", "‮siso", "9**9**9**9", "__import__('os')", "not " * 900, "1a" * 400, "or " * 300,
    "\\frac{" * 150, "___" * 300, "https://example.org/?q=" + "b" * 500, "," * 900, "𝟙𝟚𝟛", "١٢٣",
]  # fmt: skip


@pytest.mark.parametrize("name", sorted(SPECS))
def test_hostile_text_is_graded_quickly_and_never_correct(name: str) -> None:
    made = item_type(name)(SPECS[name], Context(terms=CELL))
    for response in HOSTILE:
        began = time.thread_time()  # of the processor: a busy machine changes nothing
        grade = made.grade(response)
        assert time.thread_time() - began < 2.0, response[:30]
        assert grade == made.grade(response)
        if len(response) >= 100_000 or not any(c.isalnum() for c in response):
            assert grade.verdict in (Verdict.UNREADABLE, Verdict.INCORRECT)
        assert grade.verdict is not Verdict.CORRECT or name == "line"


@pytest.mark.parametrize("name", sorted(SPECS))
def test_unknown_fields_are_refused(name: str) -> None:
    with pytest.raises(BadCourse) as raised:
        item_type(name)({**SPECS[name], "tolerence": 1}, Context())
    assert raised.value.where == "tolerence"
