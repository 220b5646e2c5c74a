"""What files of QTI hold, 1.2 and 2.1: feedback, scorers' notes, mapped words, ranges, named blanks."""

import io
import zipfile

from found_items import found, only, said

from tutor.exchange import Format, format_of


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
