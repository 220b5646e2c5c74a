"""QTI 1.2 questions, alone and in Common Cartridges, become drafts, and what is lost is named."""

import io
import zipfile
from pathlib import Path

import pytest
from typer.testing import CliRunner

from tutor.cli import app
from tutor.curriculum.files import load
from tutor.curriculum.starter import starter
from tutor.errors import BadInput
from tutor.exchange import Format, format_of, read
from tutor.exchange.draft import Exchanged, usable
from tutor.items.grade import Context


def words(text: str) -> str:
    return f"<material><mattext>{text}</mattext></material>"


def options(*texts: str) -> str:
    labels = "".join(
        f"<response_label ident='o{n}'>{words(text)}</response_label>"
        for n, text in enumerate(texts)
    )
    return f"<render_choice>{labels}</render_choice>"


def right(*keys: str, ident: str = "r", without: tuple[str, ...] = ()) -> str:
    asked = "".join(f"<varequal respident='{ident}'>{key}</varequal>" for key in keys)
    asked += "".join(f"<not><varequal respident='{ident}'>{k}</varequal></not>" for k in without)
    return (
        f"<respcondition><conditionvar><and>{asked}</and></conditionvar>"
        "<setvar varname='SCORE'>100</setvar></respcondition>"
    )


def item(title: str, asked: str, response: str, conditions: str = "", feedback: str = "") -> str:
    return (
        f"<item ident='{title}' title='{title}'><presentation>{words(asked)}{response}</presentation>"
        f"<resprocessing>{conditions}</resprocessing>{feedback}</item>"
    )


def said(*texts: str) -> str:
    return "".join(
        f"<itemfeedback ident='f{n}'>{words(t)}</itemfeedback>" for n, t in enumerate(texts)
    )


BLANK = "<response_str ident='r'><render_fib/></response_str>"
ITEMS = [
    item("gas", "Which gas do leaves give off?",
         f"<response_lid ident='r' rcardinality='Single'>{options('oxygen', 'nitrogen', 'helium')}</response_lid>",
         right("o0"), said("It comes from split water.")),
    item("even", "Which are even?",
         f"<response_lid ident='r' rcardinality='Multiple'>{options('two', 'three', 'four')}</response_lid>",
         right("o0", "o2", without=("o1",)), said("Two.", "Four.")),
    item("true", "Plants need light.",
         f"<response_lid ident='r' rcardinality='Single'>{options('True', 'False')}</response_lid>", right("o0")),
    item("green", "What catches the light?", BLANK, right("chlorophyll") + right("leaf green")),
    item("sum", "How much is 1.5 + 1.5?", BLANK,
         right("3") + "<respcondition><conditionvar><vargte respident='r'>2.9</vargte></conditionvar><setvar>100</setvar></respcondition>"),
    item("sounds", "Match them.",
         f"<response_lid ident='c'>{words('cat')}{options('meow', 'woof')}</response_lid>"
         f"<response_lid ident='d'>{words('dog')}{options('meow', 'woof')}</response_lid>",
         right("o0", ident="c") + right("o1", ident="d")),
    item("essay", "Say why.", BLANK),
    item("pattern", "A word like it.", BLANK,
         "<respcondition><conditionvar><varsubstring respident='r'>chlor</varsubstring></conditionvar><setvar>100</setvar></respcondition>"),
    item("blanks", "Two blanks.", BLANK + BLANK, right("a")),
]  # fmt: skip
QUIZ = f"<questestinterop><assessment title='Leaves'><section>{''.join(ITEMS)}</section></assessment></questestinterop>"


def cartridge(quiz: str = QUIZ) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("imsmanifest.xml", "<manifest><resources/></manifest>")
        package.writestr("quiz/assessment.xml", quiz)
        package.writestr("page.html", "<p>A page.</p>")
    return made.getvalue()


def found(content: bytes = QUIZ.encode(), name: str = "quiz.xml") -> Exchanged:
    return usable(read(content, name, format_of(name, content)), Context())


def test_each_kind_of_question_becomes_the_item_that_it_is():
    kinds = {draft.id: draft.type for draft in found().drafts}
    assert kinds == {
        "gas": "choice", "even": "choices", "true": "choice", "green": "short", "sum": "number",
        "sounds": "match",
    }  # fmt: skip


def test_answers_options_and_the_one_feedback_come_along():
    drafts = {draft.id: draft for draft in found().drafts}
    assert drafts["gas"].answer == "oxygen"
    assert drafts["gas"].fields["choices"] == ["oxygen", "nitrogen", "helium"]
    assert drafts["gas"].solution == "It comes from split water."
    assert drafts["even"].answer == ["two", "four"]
    assert drafts["green"].fields == {"answer": "chlorophyll", "accept": ["leaf green"]}
    assert drafts["sounds"].answer == {"cat": "meow", "dog": "woof"}


@pytest.mark.parametrize(
    ("name", "why"),
    [("essay", "rubric"), ("pattern", "pattern"), ("blanks", "several blanks")],
)
def test_what_could_not_be_carried_over_is_named_with_the_reason(name: str, why: str):
    reasons = [lost.why for lost in found().lost if lost.item == name and lost.whole]
    assert len(reasons) == 1
    assert why in reasons[0]


@pytest.mark.parametrize(("name", "why"), [("even", "Feedback"), ("sum", "range")])
def test_what_an_item_lost_on_the_way_is_named(name: str, why: str):
    reasons = [lost.why for lost in found().lost if lost.item == name and not lost.whole]
    assert any(why in reason for reason in reasons)


def test_a_cartridge_gives_the_same_items():
    assert format_of("course.imscc", b"PK") is Format.QTI12
    assert found(cartridge(), "course.imscc").drafts == found().drafts


def test_a_cartridge_without_questions_says_so():
    with pytest.raises(BadInput, match=r"QTI 1\.2"):
        found(cartridge("<topic/>"), "course.imscc")


def test_an_import_writes_drafts_that_the_course_takes_and_nobody_is_asked(tmp_path: Path):
    folder = tmp_path / "leaves"
    for name, text in starter("Leaves", language="en", level="").items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    skill = next(iter(load(folder).course.skills))
    file = tmp_path / "course.imscc"
    file.write_bytes(cartridge())
    done = CliRunner().invoke(
        app, ["course", "import", str(file), "--into", str(folder), "--skill", skill]
    )
    assert done.exit_code == 0, done.output
    assert "essay" in done.output
    course = load(folder).course
    assert course is not None
    drafts = [source for source in course.sources.values() if source.draft]
    assert len(drafts) == 6
    assert not {source.id for source in drafts} & set(course.by_skill[skill])
