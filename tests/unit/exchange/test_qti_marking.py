"""What a file of QTI 2.1 takes for right is taken for right here, or said: nothing is silently narrower or wider."""

import pytest

from tutor.exchange import format_of, read
from tutor.exchange.draft import Exchanged, usable
from tutor.items.grade import Context

R = "<variable identifier='R'/>"
C = "<correct identifier='R'/>"
ENTRY = "<p>It is <textEntryInteraction responseIdentifier='R'/>.</p>"
GAPS = (
    "<gapMatchInteraction responseIdentifier='R' shuffle='false'><prompt>Fill in.</prompt>"
    "<gapText identifier='w' matchMax='1'>winter</gapText><gapText identifier='s' matchMax='1'>summer</gapText>"
    "<gapText identifier='a' matchMax='1'>autumn</gapText>"
    "<p>After <gap identifier='g1'/> comes no <gap identifier='g2'/>.</p></gapMatchInteraction>"
)
HOT = (
    "<hottextInteraction responseIdentifier='R' maxChoices='1'><prompt>Which is wrong?</prompt><p>The "
    "<hottext identifier='a'>two</hottext> dogs <hottext identifier='b'>barks</hottext>.</p></hottextInteraction>"
)


def options(name: str, **texts: str) -> str:
    inside = "".join(f"<simpleChoice identifier='{k}'>{v}</simpleChoice>" for k, v in texts.items())
    return f"<{name} responseIdentifier='R' shuffle='true'>{inside}</{name}>"


def pairs(lefts: str, rights: str) -> str:
    sets = "".join(
        "<simpleMatchSet>"
        + "".join(
            f"<simpleAssociableChoice identifier='{one[0]}' matchMax='1'>{one}</simpleAssociableChoice>"
            for one in side.split()
        )
        + "</simpleMatchSet>"
        for side in (lefts, rights)
    )
    return f"<p>Pair.</p><matchInteraction responseIdentifier='R' shuffle='true' maxAssociations='4'>{sets}</matchInteraction>"


def declared(values: str, base: str, several: str = "single", marks: str = "") -> str:
    right = "".join(f"<value>{one}</value>" for one in values.split("|") if one)
    entries = "".join(
        f"<mapEntry mapKey='{key}' mappedValue='{mark}'/>"
        for key, _, mark in (one.partition("=") for one in marks.split("|") if one)
    )
    return (
        f"<responseDeclaration identifier='R' cardinality='{several}' baseType='{base}'>"
        + (f"<correctResponse>{right}</correctResponse>" if right else "")
        + (f"<mapping defaultValue='0'>{entries}</mapping>" if entries else "")
        + "</responseDeclaration>"
    )


def branch(name: str, condition: str, marks: str = "1") -> str:
    given = f"<setOutcomeValue identifier='SCORE'><baseValue baseType='float'>{marks}</baseValue></setOutcomeValue>"
    return f"<{name}>{condition}{given}</{name}>"


def near(mode: str, sizes: str = "", other: str = C) -> str:
    return f"<equal toleranceMode='{mode}' tolerance='{sizes}'>{R}{other}</equal>"


def value(text: str, base: str = "float") -> str:
    return f"<baseValue baseType='{base}'>{text}</baseValue>"


def item(response: str, body: str = ENTRY, *branches: str) -> Exchanged:
    rules = f"<responseCondition>{''.join(branches)}</responseCondition>" if branches else ""
    content = (
        f"<assessmentItem identifier='q'>{response}<itemBody>{body}</itemBody>"
        f"<responseProcessing>{rules}</responseProcessing></assessmentItem>"
    ).encode()
    return usable(read(content, "a.xml", format_of("a.xml", content)), Context(language="en"))


def said(exchanged: Exchanged) -> str:
    return "\n".join(lost.why for lost in exchanged.lost)


@pytest.mark.parametrize(("condition", "fields"), [
    (near("absolute", "0.01 0.01"), {"answer": "3.14", "tolerance": "0.01"}),
    (near("absolute", "0.01 0.05"), {"answer": "3.14", "between": ["3.13", "3.19"]}),
    (near("relative", "5"), {"answer": "3.14", "tolerance": "5%"}),
    (near("exact"), {"answer": "3.14"}),
    (f"<equalRounded roundingMode='decimalPlaces' figures='2'>{R}{C}</equalRounded>",
     {"answer": "3.14", "tolerance": "0.005"}),
    (f"<equalRounded roundingMode='significantFigures' figures='2'>{R}{C}</equalRounded>",
     {"answer": "3.14", "tolerance": "0.05"}),
    (f"<and><gte>{R}{value('3.1')}</gte><lte>{R}{value('3.2')}</lte></and>",
     {"answer": "3.14", "between": ["3.1", "3.2"]}),
    (f"<and><lte>{value('3.1')}{R}</lte><gte>{value('3.2')}{R}</gte></and>",
     {"answer": "3.14", "between": ["3.1", "3.2"]}),
])  # fmt: skip
def test_how_far_a_number_may_be_off_is_carried_over(condition, fields):
    (draft,) = item(declared("3.14", "float"), ENTRY, branch("responseIf", condition)).drafts
    assert (draft.type, draft.fields) == ("number", fields)


def test_the_answer_may_stand_in_the_rule_alone():
    (draft,) = item(
        declared("", "float"),
        ENTRY,
        branch("responseIf", near("absolute", "0.1 0.1", value("2.5"))),
    ).drafts
    assert draft.fields == {"answer": "2.5", "tolerance": "0.1"}
    ends = f"<and><gt>{R}{value('3', 'integer')}</gt><lt>{R}{value('7', 'integer')}</lt></and>"
    (whole,) = item(declared("", "integer"), ENTRY, branch("responseIf", ends)).drafts
    assert whole.fields == {"answer": "5", "between": ["4", "6"]}


def test_a_tolerance_that_gives_half_the_marks_makes_nothing_right():
    got = item(
        declared("3.14", "float"),
        ENTRY,
        branch("responseIf", near("exact"), "2"),
        branch("responseElseIf", near("absolute", "0.5 0.5"), "1"),
    )
    assert got.drafts[0].fields == {"answer": "3.14"}
    assert "part of the marks" in said(got)


@pytest.mark.parametrize(("condition", "base", "why"), [
    (f"<gt>{R}{value('4')}</gt>", "float", "one end only"),
    (f"<patternMatch pattern='[0-9]+'>{R}</patternMatch>", "string", "pattern"),
    (f"<stringMatch caseSensitive='false' substring='true'>{R}{C}</stringMatch>", "string", "pattern"),
    (f"<not>{near('exact', '', value('5'))}</not>", "float", "does not read"),
    (f"<or>{near('exact', '', value('5'))}{near('exact', '', value('-5'))}</or>", "float", "Several numbers"),
])  # fmt: skip
def test_a_rule_that_cannot_be_carried_over_leaves_the_item_out(condition, base, why):
    got = item(declared("5", base), ENTRY, branch("responseIf", condition))
    assert got.drafts == ()
    assert why in said(got)


def test_words_that_are_right_beside_each_other_are_accepted():
    word = "<stringMatch caseSensitive='false'>{}{}</stringMatch>"
    either = f"<or>{word.format(R, value('grey', 'string'))}{word.format(R, value('gray', 'string'))}</or>"
    (draft,) = item(declared("grey", "string"), ENTRY, branch("responseIf", either)).drafts
    assert draft.fields == {"answer": "grey", "accept": ["gray"]}


def test_numbers_and_options_that_are_right_beside_each_other_leave_the_item_out():
    assert "Several numbers" in said(item(declared("3", "integer", marks="3=1|-3=1")))
    one_of = options("choiceInteraction", h="Hydrogen", o="Oxygen", c="Chlorine")
    got = item(declared("h", "identifier", marks="h=1|o=1"), f"<p>Which?</p>{one_of}")
    assert got.drafts == ()
    assert "Several options" in said(got)


def test_gaps_are_blanks_with_their_words_below():
    (draft,) = item(declared("w g1|s g2", "directedPair", "multiple"), GAPS).drafts
    assert (draft.type, draft.answer) == ("blanks", ["winter", "summer"])
    assert draft.prompt == ("Fill in.\n\nAfter _____ comes no _____.\n\n(winter / summer / autumn)")
    got = item(declared("w g1", "directedPair", "multiple"), GAPS)
    assert "no right word" in said(got)


def test_words_to_be_marked_in_a_text_are_options():
    (draft,) = item(declared("b", "identifier"), HOT).drafts
    assert draft.prompt == "Which is wrong?\n\nThe two dogs barks."
    assert draft.fields == {"choices": ["two", "barks"], "answer": "barks"}


def test_left_sides_without_a_partner_are_said():
    got = item(
        declared("", "directedPair", "multiple", "h c=1|g k=1|o b=-1"),
        pairs("hen goat owl", "chick kid bat"),
    )
    assert got.drafts[0].fields == {
        "answer": {"hen": "chick", "goat": "kid"},
        "extra": ["bat"],
    }
    assert "belong to nothing were left out: owl" in said(got)


@pytest.mark.parametrize(("right", "marks", "why"), [
    ("c|a", "", "Only some of its options"), ("", "a=1|b=1|c=1", "no correct response"),
])  # fmt: skip
def test_an_order_of_a_part_and_an_order_that_is_not_told_are_left_out(right, marks, why):
    body = f"<p>Sort.</p>{options('orderInteraction', a='one', b='two', c='three')}"
    got = item(declared(right, "identifier", "ordered", marks), body)
    assert got.drafts == ()
    assert why in said(got)


def test_an_interaction_without_an_item_of_its_kind_is_named():
    body = "<p>Draw.</p><drawingInteraction responseIdentifier='R'/>"
    assert "“drawingInteraction”" in said(item(declared("5", "float"), body))


def test_a_number_in_a_blank_says_that_its_tolerance_is_lost():
    unit = declared("cm", "string").replace("'R'", "'U'")
    body = ENTRY + "<p>Unit: <textEntryInteraction responseIdentifier='U'/></p>"
    got = item(
        declared("3", "float") + unit, body, branch("responseIf", near("absolute", "0.1 0.1"))
    )
    assert got.drafts[0].answer == ["3", "cm"]
    assert "Tolerances" in said(got)
