"""What files from real programs hold: marks in parts, forms of text, tolerances, feedback, categories."""

import io
import zipfile

import pytest
from typer.testing import CliRunner

from tutor.cli import app
from tutor.curriculum.files import load
from tutor.curriculum.starter import starter
from tutor.exchange import Format, format_of, read
from tutor.exchange.draft import Draft, Exchanged, usable
from tutor.exchange.markup import of_html
from tutor.items.grade import Context


def found(text: str, name: str) -> Exchanged:
    content = text.encode()
    return usable(read(content, name, format_of(name, content)), Context(language="en"))


def only(text: str, name: str) -> Draft:
    (draft,) = found(text, name).drafts
    return draft


def said(exchanged: Exchanged) -> str:
    return "\n".join(lost.why for lost in exchanged.lost)


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


@pytest.mark.parametrize(("html", "text"), [
    ("<p>H<sub>2</sub>O for $5</p>", "H$_{2}$O for \\$5"),
    ("<math><mfrac><mn>1</mn><mn>2</mn></mfrac></math> of $$x$$", "$\\frac{1}{2}$ of $x$"),
    ("<p>if \\(x&lt;1\\)</p>", "if $x<1$"),
    ("<p>Find <img class='equation_image' alt='LaTeX: x^2' data-equation-content='x^2'>.</p>", "Find $x^2$."),
])  # fmt: skip
def test_formulas_in_pages_stay_formulas_and_money_stays_money(html, text):
    assert of_html(html) == text


def qti(body: str, declared: str) -> str:
    return f"<assessmentItem identifier='q'>{declared}<itemBody>{body}</itemBody></assessmentItem>"


def declared(
    values: str, base: str = "identifier", several: str = "single", name: str = "R"
) -> str:
    right = "".join(f"<value>{one}</value>" for one in values.split("|"))
    return (
        f"<responseDeclaration identifier='{name}' cardinality='{several}' baseType='{base}'>"
        f"<correctResponse>{right}</correctResponse></responseDeclaration>"
    )


def test_feedback_and_scorers_notes_do_not_get_into_what_is_asked():
    body = (
        "<p>Which gas?</p><rubricBlock view='scorer'><p>It is oxygen.</p></rubricBlock>"
        "<choiceInteraction responseIdentifier='R' maxChoices='1'><simpleChoice identifier='a'>oxygen"
        "<feedbackInline>That is right</feedbackInline></simpleChoice><simpleChoice identifier='b'>helium"
        "</simpleChoice></choiceInteraction><feedbackBlock>The answer is oxygen.</feedbackBlock>"
    )
    got = found(qti(body, declared("a")), "a.xml")
    assert got.drafts[0].prompt == "Which gas?"
    assert got.drafts[0].fields == {"choices": ["oxygen", "helium"], "answer": "oxygen"}
    assert "Feedback" in said(got)


def test_entries_in_one_text_are_blanks_and_numbers_are_numbers():
    entry = "<textEntryInteraction responseIdentifier='{}'/>"
    body = f"<p>A {entry.format('R')} has {entry.format('S')} legs.</p>"
    two = only(qti(body, declared("hen", "string") + declared("two", "string", name="S")), "a.xml")
    assert (two.type, two.answer, two.prompt) == (
        "blanks",
        ["hen", "two"],
        "A _____ has _____ legs.",
    )
    one = only(qti(f"<p>3 + 4 = {entry.format('R')}</p>", declared("7", "integer")), "a.xml")
    assert (one.type, one.answer, one.prompt) == ("number", "7", "3 + 4 =")


def test_mapped_words_with_all_marks_are_accepted_and_others_not():
    mapping = "<mapping><mapEntry mapKey='grey' mappedValue='1'/><mapEntry mapKey='gray' mappedValue='1'/><mapEntry mapKey='blue' mappedValue='0.5'/></mapping>"
    told = declared("grey", "string").replace(
        "</responseDeclaration>", f"{mapping}</responseDeclaration>"
    )
    got = found(qti("<p>Colour?</p><textEntryInteraction responseIdentifier='R'/>", told), "a.xml")
    assert got.drafts[0].fields == {"answer": "grey", "accept": ["gray"]}
    assert "part of the marks" in said(got)


def old_qti(kind: str, presentation: str, conditions: str) -> str:
    return (
        f"<questestinterop><item ident='q'><fieldentry>{kind}</fieldentry><presentation>{presentation}"
        f"</presentation><resprocessing>{conditions}</resprocessing></item></questestinterop>"
    )


def words(text: str) -> str:
    return f"<material><mattext>{text}</mattext></material>"


def gives(inside: str, marks: str) -> str:
    return f"<respcondition><conditionvar>{inside}</conditionvar><setvar>{marks}</setvar></respcondition>"


def listed(name: str, *texts: str) -> str:
    labels = "".join(
        f"<response_label ident='{name}{at}'>{words(text)}</response_label>"
        for at, text in enumerate(texts)
    )
    return f"<response_lid ident='response_{name}'>{words(name)}<render_choice>{labels}</render_choice></response_lid>"


def test_the_option_with_the_most_marks_is_the_right_one():
    presentation = words("Which?") + listed("r", "half right", "right").replace(words("r"), "")
    conditions = gives("<varequal>r0</varequal>", "5") + gives("<varequal>r1</varequal>", "10")
    assert only(old_qti("", presentation, conditions), "a.xml").answer == "right"


def test_a_range_is_kept():
    blank = "<response_str ident='r'><render_fib/></response_str>"
    inside = (
        "<or><varequal>200.0</varequal><and><vargte>160.0</vargte><varlte>240.0</varlte></and></or>"
    )
    draft = only(old_qti("", words("How many?") + blank, gives(inside, "100")), "a.xml")
    assert draft.fields == {"answer": "200.0", "between": ["160.0", "240.0"]}


def test_named_blanks_accept_all_their_words_and_lists_one():
    presentation = (
        words("A [x] gives [y].") + listed("x", "cow", "goat") + listed("y", "milk", "cream")
    )
    right = "".join(
        gives(f"<varequal respident='response_{one}'>{one}0</varequal>", "50") for one in ("x", "y")
    )
    free = only(old_qti("fill_in_multiple_blanks_question", presentation, right), "a.xml")
    assert (free.answer, free.prompt) == (
        [["cow", "goat"], ["milk", "cream"]],
        "A _____ gives _____.",
    )
    chosen = only(old_qti("multiple_dropdowns_question", presentation, right), "a.xml")
    assert chosen.answer == ["cow", "milk"]
    assert chosen.prompt == "A _____ (cow / goat) gives _____ (milk / cream)."


def test_a_package_is_read_by_what_it_holds():
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("quiz/q.xml", "<questestinterop/>")
    assert format_of("a.zip", made.getvalue()) is Format.QTI12


ANKI = """#separator:tab
#html:true
# made by hand
#tags column:3
Capital of <b>Peru</b>?\tLima\tgeo::first_skill
Half?\t<anki-mathjax>\\frac{1}{2}</anki-mathjax>\t
Colours?\tred<br>green\t
<img src='x.png'>\ta cell\t
{{c1::Lima::a city}} is in {{c2::Peru}}\tmore\t
"""


def test_notes_exported_as_text():
    got = found(ANKI, "deck.txt")
    assert [(one.type, one.answer) for one in got.drafts] == [
        ("short", "Lima"), ("short", "$\\frac{1}{2}$"), ("blanks", ["Lima", "Peru"]),
    ]  # fmt: skip
    assert got.drafts[0].about == ("first skill",)
    assert "several lines" in said(got)
    assert "nothing but a picture or a sound" in said(got)


TABLE = """Question - max 120 characters,Answer 1,Answer 2,Answer 3,Correct answer(s)
Which are even?,two,three,four,"1,3"
Which is odd?,nine,ten,,A
Which is it?,one,two,,seven
"""


def test_a_table_with_options_in_columns():
    got = found(TABLE, "quiz.csv")
    assert [(one.type, one.answer) for one in got.drafts] == [
        ("choices", ["two", "four"]),
        ("choice", "nine"),
    ]
    assert "which of its options is right" in said(got)


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


@pytest.mark.parametrize(("text", "prompt", "answer", "why"), [
    ("The {{c1::mito{{c2::chondrion::what?}}}} makes {{c1::ATP}}.", "The ___ makes ___.",
     ["mitochondrion", "ATP"], "A hole inside another was filled in."),
    ("Set $\\{x\\}$ {{c1::holds}} x}}", "Set \\$\\{x\\}\\$ ___ x}}", ["holds"], ""),
])  # fmt: skip
def test_holes_inside_holes_are_filled_in(text, prompt, answer, why):
    made = found(f"#separator:tab\n#html:true\n{text}\t", "a.txt")
    (draft,) = made.drafts
    assert (draft.type, draft.prompt, draft.answer) == ("blanks", prompt, answer)
    assert why in said(made)


@pytest.mark.parametrize(("text", "why"), [
    ("{{c1::image-occlusion:rect:left=.1:top=.2}}\t<img src=b.png>", "parts of a picture"),
    ("{{c1::Paris}}\t", "Nothing stands around its hole"),
])  # fmt: skip
def test_a_hole_that_cannot_be_asked_about_is_named(text, why):
    made = found(f"#separator:tab\n#html:true\n{text}", "a.txt")
    assert made.drafts == ()
    assert why in said(made)
