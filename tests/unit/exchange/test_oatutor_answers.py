"""An answer of OATutor gets the type that takes what its learners would write, and pictures are not left behind."""

import json

import pytest

from tutor.exchange import Format, read
from tutor.exchange.draft import Exchanged, usable
from tutor.items.grade import Context


def step(answer: str, kind: str = "string", **more: object) -> Exchanged:
    row = {"step_id": "a", "step_title": "What is it?", "answer": [answer], "answer_type": kind}
    content = json.dumps(row | more).encode()
    return usable(read(content, "a.json", Format.OATUTOR), Context(language="en"))


@pytest.mark.parametrize(("answer", "kind", "type_"), [
    ("(3-3*sqrt(2),3 + 3*sqrt(2))", "string", "pair"),
    ("(2,-1)", "string", "pair"),
    ("(-inf,-6]U(4,inf)", "string", "interval"),
    ("134.568", "string", "number"),
    ("Normal", "string", "short"),
    ("(x+8)**2", "string", "short"),
    ("$$x=2$$", "arithmetic", "expression"),
    ("$$\\frac{x^2}{16}+\\frac{y^2}{25}=1$$", "arithmetic", "equation"),
    ("$$\\ln\\left(e^2\\right)=2$$", "arithmetic", "expression"),
    ("$$t \\geq -3$$", "arithmetic", "inequality"),
])  # fmt: skip
def test_the_type_fits_what_the_answer_is(answer, kind, type_):
    (draft,) = step(answer, kind).drafts
    assert draft.type == type_


def test_a_matrix_keeps_its_rows():
    (draft,) = step(
        "$$\\begin{bmatrix} 9 & 10 \\\\ 3 & \\frac{1}{2} \\end{bmatrix}$$", "arithmetic"
    ).drafts
    assert draft.answer == [["9", "10"], ["3", "\\frac{1}{2}"]]


def test_pictures_in_hints_are_taken_out_and_said():
    hints = [
        {"type": "hint", "text": "Look.\\n##figure1.gif##"},
        {"type": "hint", "text": "##a b.png##"},
    ]
    got = step("134", hints=hints)
    assert got.drafts[0].hints == ("Look.",)
    assert "Pictures in its hints" in "".join(one.why for one in got.lost)


def test_options_that_are_pictures_leave_the_step_out():
    links = ["https://ibb.co/D4zvc1y", "https://ibb.co/NpPzFTb"]
    got = step(links[0], choices=links)
    assert got.drafts == ()
    assert "picture" in got.lost[0].why


def test_options_with_letters_for_unknowns_can_be_answered():
    (draft,) = step("$$b=P-a-c$$", choices=["$$b=P$$", "$$b=P+a+c$$", "$$b=P-a-c$$"]).drafts
    assert draft.answer == "$b=P-a-c$"
