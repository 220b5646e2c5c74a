"""Files of other programs become items that work here, or a reason why not."""

import json
import os
import re
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tutor.cli import app
from tutor.curriculum.check import check
from tutor.curriculum.files import load
from tutor.curriculum.problems import Weight
from tutor.curriculum.starter import starter
from tutor.errors import BadInput
from tutor.exchange import Format, read
from tutor.exchange.draft import usable
from tutor.items.grade import Context

GIFT = """\
// a comment
$CATEGORY: plants

::sky::What colour is the sky? {=blue ~green ~red}

Plants need light. {TRUE}

::both::[html]<p>Which are <b>even</b>?</p> {~%50%two ~%50%four ~%-100%three}

The green stuff is {=chlorophyll =leaf green} in leaves.

How much is 1.5 + 1.5? {#3:0.1}

A number from 1 to 2? {#1..2}

Match them. {=cat -> meow =dog -> woof}

Say why. {}

Just a description.
"""


def test_gift_as_its_manual_writes_it():
    found = usable(read(GIFT.encode(), "a.gift", Format.GIFT), Context(language="en"))
    by_type = [(one.type, one.answer) for one in found.drafts]
    assert by_type == [
        ("choice", "blue"), ("choice", "True"), ("choices", ["two", "four"]), ("short", "chlorophyll"),
        ("number", "3"), ("number", "3/2"), ("match", {"cat": "meow", "dog": "woof"}),
    ]  # fmt: skip
    assert found.drafts[3].prompt == "The green stuff is _____ in leaves."
    assert found.drafts[2].prompt == "Which are **even**?"
    why = [lost.why for lost in found.lost if lost.whole]
    assert len(why) == 2
    assert "rubric" in why[0]
    assert "description" in why[1]


@pytest.mark.parametrize("after", ["", "::next:: Is it wet? {T}\n"])
def test_a_question_whose_brace_is_never_closed_is_named_and_takes_nothing_with_it(after):
    found = read(f"::bad:: Which? {{=a ~b\n\n{after}".encode(), "a.gift", Format.GIFT)
    assert [(one.item, one.whole) for one in found.lost] == [("bad", True)]
    assert "never closed" in found.lost[0].why
    assert [one.id for one in found.drafts] == (["next"] if after else [])


def test_an_answer_that_goes_on_after_a_blank_line_is_one():
    found = read(b"::two:: Which? {\n=a\n\n~b\n}\n", "a.gift", Format.GIFT)
    assert [one.fields["choices"] for one in found.drafts] == [["a", "b"]]


def test_the_names_of_columns_are_no_card():
    found = read(b"Front\tBack\nsun\tSonne\nmoon\tMond\n", "words.txt", Format.ANKI)
    assert [(one.prompt, one.answer) for one in found.drafts] == [("sun", "Sonne"), ("moon", "Mond")]  # fmt: skip


MOODLE = """<?xml version="1.0"?><quiz>
<question type="category"><category><text>x</text></category></question>
<question type="multichoice"><name><text>Cells</text></name>
<questiontext format="html"><text><![CDATA[<p>Where is DNA, if \\(x<1\\)?</p>]]></text></questiontext>
<single>true</single><answer fraction="100"><text>nucleus</text></answer>
<answer fraction="0"><text>wall</text></answer><hint><text>Think of the centre.</text></hint>
<generalfeedback><text>The nucleus holds it.</text></generalfeedback></question>
<question type="numerical"><name><text>Half</text></name><questiontext><text>Half of 5?</text></questiontext>
<answer fraction="100"><text>2.5</text><tolerance>0.1</tolerance></answer></question>
<question type="matching"><name><text>M</text></name><questiontext><text>Match.</text></questiontext>
<subquestion><text>cat</text><answer><text>meow</text></answer></subquestion>
<subquestion><text>dog</text><answer><text>woof</text></answer></subquestion>
<subquestion><text></text><answer><text>moo</text></answer></subquestion></question>
<question type="truefalse"><name><text>T</text></name><questiontext><text>So?</text></questiontext>
<answer fraction="100"><text>true</text></answer><answer fraction="0"><text>false</text></answer></question>
<question type="shortanswer"><name><text>S</text></name><questiontext><text>Green?</text></questiontext>
<answer fraction="100"><text>leaf</text></answer><answer fraction="50"><text>tree</text></answer></question>
<question type="cloze"><name><text>C</text></name><questiontext><text>{1:SA:=a}</text></questiontext></question>
</quiz>"""


def test_moodle_xml():
    found = usable(read(MOODLE.encode(), "a.xml", Format.MOODLE), Context(language="en"))
    assert [(one.id, one.type, one.answer) for one in found.drafts] == [
        ("cells", "choice", "nucleus"), ("half", "number", "2.5"),
        ("m", "match", {"cat": "meow", "dog": "woof"}), ("t", "choice", "True"), ("s", "short", "leaf"),
        ("c", "blanks", ["a"]),
    ]  # fmt: skip
    cells, half, match, *_ = found.drafts
    assert cells.prompt == "Where is DNA, if $x<1$?"
    assert (cells.hints, cells.solution) == (("Think of the centre.",), "The nucleus holds it.")
    assert half.fields["tolerance"] == "0.1"
    assert match.fields["extra"] == ["moo"]
    assert [lost for lost in found.lost if lost.whole] == []


def test_a_problem_of_oatutor_becomes_an_item_for_each_step():
    problem = {
        "id": "p", "body": "Let $$x=2$$.", "steps": [
            {"id": "pa", "stepTitle": "What is $$x+1$$?", "stepAnswer": ["$$3$$"],
             "answerType": "arithmetic", "problemType": "TextBox", "hints": {"DefaultPathway": [
                {"id": "h1", "type": "hint", "title": "t", "text": "Put 2 for $$x$$."},
                {"id": "h2", "type": "scaffold", "text": "What is 2?", "hintAnswer": ["$$2$$"]}]}},
            {"id": "pb", "stepTitle": "Which?", "stepAnswer": ["yes"], "choices": ["yes", "no", "yes"],
             "answerType": "string", "problemType": "MultipleChoice"},
            {"id": "pc", "stepTitle": "Vary", "stepAnswer": ["1"], "variabilization": {"a": [1]}},
        ],
    }  # fmt: skip
    found = read(json.dumps([problem]).encode(), "a.json", Format.OATUTOR)
    first, second = found.drafts
    assert (first.type, first.answer, first.prompt) == (
        "number",
        "3",
        "Let $x=2$.\n\nWhat is $x+1$?",
    )
    assert first.hints == ("Put 2 for $x$.", "What is 2? ($2$)")
    assert second.fields == {"choices": ["yes", "no"], "answer": "yes"}
    assert [lost.item for lost in found.lost] == ["pc"]


DATA = Path(os.environ.get("MENO_DATA", "../shared/data")) / "items/oatutor_steps.jsonl.gz"


@pytest.mark.skipif(not DATA.is_file(), reason="the development data is not here (MENO_DATA)")
def test_most_of_oatutor_is_carried_over():
    import gzip

    steps = gzip.decompress(DATA.read_bytes()).splitlines(keepends=True)[::4]
    found = read(b"".join(steps), "steps.jsonl", Format.OATUTOR)
    assert len(found.drafts) + len([one for one in found.lost if one.whole]) == len(steps) == 1208
    assert len(found.drafts) >= 0.87 * len(steps)
    made = usable(found, Context(language="en"))
    assert len(made.drafts) >= 0.97 * len(found.drafts)


@pytest.mark.parametrize(("form", "content"), [
    (Format.OATUTOR, b"{"), (Format.OATUTOR, b"[1]"), (Format.ANKI, b"PK\x03\x04"),
    (Format.MOODLE, b"<quiz>"), (Format.QTI, b"<a/>"), (Format.GIFT, b"\x00\x00"),
])  # fmt: skip
def test_a_damaged_file_is_named_as_such(form, content):
    with pytest.raises(BadInput, match=r"a\.x"):
        read(content, "a.x", form)


@pytest.fixture
def course(tmp_path) -> Path:
    for name, text in starter("Plants").items():
        file = tmp_path / "plants" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return tmp_path / "plants"


def test_imported_items_are_drafts_that_pass_the_check_and_are_never_asked(course, tmp_path):
    file = tmp_path / "Quiz 1.gift"
    file.write_text(GIFT)
    args = ["course", "import", str(file), "--into", str(course), "--skill", "first-skill"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    assert "7 drafts written" in done.output
    assert re.search(r"left out: question-\d+: It is an essay", done.output)
    loaded = load(course)
    assert [p for p in check(loaded) if p.weight is Weight.ERROR] == []
    assert loaded.course.by_skill["first-skill"] == ("first-skill-01",)
    assert len(loaded.course.sources) == 8
    again = CliRunner().invoke(app, args)
    assert "A file of that name" in str(again.exception)


def test_a_draft_is_asked_once_a_teacher_took_the_mark_out(course, tmp_path):
    file = tmp_path / "q.csv"
    file.write_text("question,answer\nCapital of Peru?,Lima\n")
    args = ["course", "import", str(file), "--into", str(course), "--skill", "first-skill"]
    assert CliRunner().invoke(app, args).exit_code == 0
    items = course / "items/q.yaml"
    items.write_text(items.read_text().replace("  draft: true\n", ""))
    assert len(load(course).course.by_skill["first-skill"]) == 2


def test_exporting_says_how_many_went_and_what_did_not(course, tmp_path):
    out = tmp_path / "a.gift"
    args = ["course", "export", "fractions", "--format", "gift", "--out", str(out), "--json"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    report = json.loads(done.output)
    assert report["items"] + len({r["item"] for r in report["lost"] if r["left_out"]}) == 196
    assert out.read_text().count("\n// [id:") == report["items"]


def test_a_file_without_a_question_is_said_to_have_none(course, tmp_path):
    (tmp_path / "empty.gift").write_text("// nothing yet\n")
    args = ["course", "import", str(tmp_path / "empty.gift"), "--into", str(course), "--skill", "first-skill"]  # fmt: skip
    done = CliRunner().invoke(app, args)
    assert isinstance(done.exception, BadInput)
    assert "There is no question in it." in str(done.exception)
