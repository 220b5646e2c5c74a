"""What Moodle's files hold, GIFT and XML: marks in parts, tolerances, feedback, embedded answers, categories."""

import pytest
from found_items import found, only, said
from typer.testing import CliRunner

from tutor.cli import app
from tutor.curriculum.files import load
from tutor.curriculum.starter import starter


@pytest.mark.parametrize(("question", "kind", "fields"), [
    ("Pair them.{=hen->chick =cow->calf}", "match", {"answer": {"hen": "chick", "cow": "calf"}}),
    ("Pair.{=[html]a <b>hen</b> -> chick =[plain]cow -> calf = -> foal}", "match",
     {"answer": {"a **hen**": "chick", "cow": "calf"}, "extra": ["foal"]}),
    ("Pick. {~red ~%50%pink =white}", "choice", {"choices": ["red", "pink", "white"], "answer": "white"}),
    ("Year? {#=%50%1910:5 =1912:0}", "number", {"answer": "1912"}),
    ("Small? {#1.5e-3:1e-4}", "number", {"answer": "0.0015", "tolerance": "0.0001"}),
    ("Which? {=a <i>leaf</i> ~a root}", "choice", {"choices": ["a *leaf*", "a root"], "answer": "a *leaf*"}),
    ("Which?{\n=one\n\n~two\n}", "choice", {"choices": ["one", "two"], "answer": "one"}),
    ("Time \\= {=ten\\: sharp ~noon}", "choice", {"choices": ["ten: sharp", "noon"], "answer": "ten: sharp"}),
])  # fmt: skip
def test_gift_as_people_write_it(question, kind, fields):
    draft = only(question, "a.gift")
    assert draft.type == kind
    assert draft.fields == fields


@pytest.mark.parametrize(
    "question",
    ["Which? {=a =b ~c}", "Number? {#=3:0 =5:0}", "Word? {=chlor*}", "Pair. {=a -> =b -> c}"],
)
def test_a_key_that_is_not_certain_is_no_key(question):
    assert found(question, "a.gift").drafts == ()


def test_what_is_said_of_answers_becomes_the_solution_and_praise_is_left_out():
    draft = only(
        "Gas? {=oxygen#Well done! ~helium#It is in balloons. ####Leaves give it off.}", "a.gift"
    )
    assert draft.solution == "Leaves give it off.\n\nNot “helium”: It is in balloons."


def moodle(kind: str, text: str, inside: str = "") -> str:
    return (
        "<quiz><question type='category'><category><text>$course$/top/First skill</text></category>"
        f"</question><question type='{kind}'><name><text>q</text></name><questiontext format='html'>"
        f"<text><![CDATA[{text}]]></text></questiontext>{inside}</question></quiz>"
    )


def answer(text: str, share: str = "100", inside: str = "") -> str:
    return f"<answer fraction='{share}'><text><![CDATA[{text}]]></text>{inside}</answer>"


def test_embedded_answers_become_blanks_with_their_options():
    draft = only(
        moodle("cloze", "<p>Water is {1:MC:=wet~dry} and {1:SA:%100%cold~=chilly~%50%cool}.</p>"),
        "a.xml",
    )
    assert (draft.type, draft.answer) == ("blanks", ["wet", ["cold", "chilly"]])
    assert draft.prompt == "Water is _____ (wet / dry) and _____."


def test_one_embedded_answer_is_the_item_that_it_is():
    number = only(moodle("cloze", "Half of 5 is {1:NUMERICAL:=2.5:0.1#yes}"), "a.xml")
    assert (number.type, number.fields) == ("number", {"answer": "2.5", "tolerance": "0.1"})
    choice = only(moodle("cloze", "Ice is {1:MULTICHOICE_V:hot#no~=cold}"), "a.xml")
    assert (choice.type, choice.answer) == ("choice", "cold")


def test_tolerances_with_exponents_units_and_parts_of_marks():
    inside = answer("3.14", "100", "<tolerance>1e-02</tolerance>") + answer("3.1", "50")
    got = found(moodle("numerical", "Pi?", inside + "<units><unit/></units>"), "a.xml")
    assert got.drafts[0].fields == {"answer": "3.14", "tolerance": "0.01"}
    assert "part of the marks" in said(got)
    assert "units" in said(got)


def test_numbers_that_vary_and_options_that_are_pictures_are_named():
    assert "template" in said(found(moodle("calculated", "{a}+{b}?"), "a.xml"))
    pictures = answer("<img src='@@PLUGINFILE@@/a.png'>") + answer("b", "0")
    assert "picture" in said(found(moodle("multichoice", "Which?", pictures), "a.xml"))


def test_an_order_follows_its_fractions():
    inside = answer("third", "3") + answer("first", "1") + answer("second", "2")
    assert only(moodle("ordering", "Sort.", inside), "a.xml").answer == ["first", "second", "third"]


def test_items_go_to_the_skill_that_their_category_names(tmp_path):
    for name, text in starter("Plants").items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    course = tmp_path / "course.yaml"
    more = "  - {id: other, title: Another one, objective: Say more., card: It is another.}\nmisconceptions:"
    course.write_text(course.read_text().replace("misconceptions:", more))
    first = (tmp_path / "items/first-skill.yaml").read_text()
    others = first.replace("first-skill", "other")
    (tmp_path / "items/other.yaml").write_text(others)
    file = tmp_path / "q.xml"
    file.write_text(moodle("truefalse", "So?", answer("true") + answer("false", "0")))
    args = ["course", "import", str(file), "--into", str(tmp_path), "--skill", "other"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    loaded = load(tmp_path).course
    assert loaded.sources["q"].skills == ("first-skill",)
