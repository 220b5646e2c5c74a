"""What a format cannot hold is said, item by item, and what is no file of a format is refused."""

import io
import zipfile

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load
from tutor.errors import BadInput
from tutor.exchange import WRITTEN, Format, format_of, read, write
from tutor.exchange.draft import Draft, drafts_of
from tutor.retrieval.opening import xml_tree


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.ANKI])
def test_options_that_a_format_does_not_hold_are_said(form):
    near = Draft(
        id="n", type="number", prompt="Pi?", fields={"answer": "22/7", "tolerance": "0.01"}
    )
    assert "tolerance" in "".join(lost.why for lost in write((near,), "T", form).lost)


@pytest.mark.parametrize(
    ("field", "rule"),
    [
        ({"tolerance": "0.01"}, 'toleranceMode="absolute" tolerance="0.01 0.01"'),
        ({"tolerance": "2%"}, 'toleranceMode="relative" tolerance="2 2"'),
        ({"between": ["3.1", "3.2"]}, "<and><gte>"),
    ],
)
def test_tolerances_and_ranges_of_numbers_go_out_as_qti_and_come_back(field, rule):
    near = Draft(id="n", type="number", prompt="Pi?", fields={"answer": "3.14", **field})
    written = write((near,), "T", Format.QTI)
    assert written.lost == ()
    with zipfile.ZipFile(io.BytesIO(written.content)) as package:
        assert rule in package.read("items/n.xml").decode()
    (back,) = read(written.content, "a.zip", Format.QTI).drafts
    assert (back.type, back.fields) == (near.type, near.fields)


def test_what_a_format_cannot_hold_is_said():
    order = Draft(id="o", type="order", prompt="Sort.", fields={"answer": ["a", "b"]}, hints=("h",))
    assert write((order,), "T", Format.GIFT).lost[0].whole
    assert not write((order,), "T", Format.QTI).lost[0].whole
    course = load(COURSES / "tiny").course
    assert any("template" in lost.why for lost in drafts_of(course).lost)


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.ANKI])
def test_what_an_item_knows_and_no_other_program_is_said(form):
    options = ["14", {"text": "86", "misconception": "glued"}]
    one = Draft(id="c", type="choice", prompt="8 + 6?", fields={"choices": options, "answer": "14"})
    assert "misconceptions" in "".join(lost.why for lost in write((one,), "T", form).lost)


@pytest.mark.parametrize("form", [form for form in Format if form not in WRITTEN])
def test_a_format_that_is_only_read_says_so(form):
    with pytest.raises(BadInput, match="not written"):
        write((), "T", form)


def test_the_format_is_found_by_suffix_and_first_element():
    assert format_of("a.xml", b"<?xml?><quiz>") is Format.MOODLE
    assert format_of("a.xml", b"<assessmentItem>") is Format.QTI
    with pytest.raises(BadInput, match="suffix"):
        format_of("a.exe", b"")


@pytest.mark.parametrize("form", [Format.QTI, Format.MOODLE])
def test_entities_are_refused(form):
    bomb = b'<!DOCTYPE q [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><quiz>&b;</quiz>'
    with pytest.raises(BadInput, match="entities"):
        read(bomb, "a.xml", form)


def test_feedback_in_qti_hangs_on_an_outcome_of_its_kind():
    draft = Draft(
        id="one", type="short", prompt="Why?", fields={"answer": "light"}, solution="By light."
    )
    package = zipfile.ZipFile(io.BytesIO(write((draft,), "T", Format.QTI).content))
    item = xml_tree(package.read("items/one.xml"), "one.xml")
    (feedback,) = item.all("modalFeedback")
    kinds = {
        one.attributes["identifier"]: one.attributes["baseType"]
        for one in item.all("outcomeDeclaration")
    }
    assert kinds[feedback.attributes["outcomeIdentifier"]] == "identifier"
