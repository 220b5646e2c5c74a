"""Working in a response: the line that is the answer, and the line that first goes wrong."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tutor.ids import ItemId, SkillId
from tutor.items.grade import Context, Verdict
from tutor.items.item import Item
from tutor.items.types.number import build
from tutor.items.worked import final_line, worked_in


def _item(answer: str) -> Item:
    return Item(
        id=ItemId("i"),
        seed=0,
        templated=False,
        skills=(SkillId("s"),),
        type_name="number",
        type=build({"answer": answer}, Context()),
        prompt="?",
    )


@pytest.mark.parametrize(
    ("response", "final"),
    [
        ("1/2+1/3\n3/6+2/6\n5/6", "5/6"),
        ("2x+1=9\n2x=8\nx=4", "x=4"),
        ("2x+1=9\n2x=8", ""),
        ("6*2=12\n20-12=8", "20-12=8"),
        ("2x=8\nx=4\ncheck: 2*4=8", "x=4"),
        ("2x=8\nx=4\n2*4=8", ""),
        ("4*12=48\nso the answer is 48", "48"),
        ("1/2+1/3\n= 5/6", "5/6"),
        ("5/6", ""),
        ("hello\nthere", ""),
    ],
)
def test_the_answer_is_the_line_that_ends_the_working(response: str, final: str) -> None:
    assert final_line(response) == final


@pytest.mark.parametrize(
    ("response", "place", "wrong", "right"),
    [
        ("1/2+1/3\n= 3/6+2/6\n= 5/7", 3, "5/7", "3/6 + 2/6"),
        ("1/2+1/3 = 3/6+2/6 = 5/7", 1, "3/6 + 2/6 = 5/7", "½ + ⅓ = 3/6 + 2/6"),
        ("2x+1=9\n2x=10\nx=5", 2, "2·x = 10", ""),
        ("The pens cost 6 x 2 = $13.\nSo 20 - 13 = 7\n7", 1, "6·2 = 13", ""),
        ("x^2=9\nx=3", 2, "x = 3", ""),
        ("I did 1/2+1/3\nwhich is 3/6+2/6\nso 4/6", 3, "4/6", "3/6 + 2/6"),
    ],
)
def test_the_first_wrong_line_is_named_as_it_was_read(
    response: str, place: int, wrong: str, right: str
) -> None:
    worked = worked_in(response)
    assert worked is not None
    assert (worked.place, worked.wrong, worked.right) == (place, wrong, right)


@pytest.mark.parametrize(
    "response",
    [
        "x+y=4\nx-y=2\n2x=6\nx=3\ny=1",
        "6*2\n12+5\n17",
        "A = 2*3 = 6\nB = 6+1 = 7",
        "2x=8\nx=4\ncheck: 2*4=8",
        "5\n6\n7",
        "1/2 = 3/6\n1/3 = 2/6\n3/6+2/6 = 5/6",
    ],
)
def test_what_is_loosely_written_but_right_is_not_called_wrong(response: str) -> None:
    worked = worked_in(response)
    assert worked is None or not worked.place


@pytest.mark.parametrize("response", ["5/6", "", "hello there", "x = 4", "1/2+1/3 = 5/6"])
def test_a_bare_answer_is_no_working(response: str) -> None:
    assert worked_in(response) is None


def test_a_decimal_comma_is_read_where_the_course_has_it() -> None:
    worked = worked_in("0,5 + 0,25\n0,75", decimal_comma=True)
    assert worked is not None
    assert worked.sound


def test_right_working_is_graded_by_its_last_line() -> None:
    item = _item("5/6")
    assert item.grade("1/2+1/3\n3/6+2/6\n5/6").verdict is Verdict.CORRECT
    assert item.grade("1/2+1/3\n= 3/6+2/6\n= 5/7").verdict is Verdict.INCORRECT


def test_working_without_an_answer_costs_nothing_and_asks_for_the_end() -> None:
    grade = _item("4").grade("2x+1=9\n2x=8")
    assert grade.verdict is Verdict.UNREADABLE
    assert "how does it end" in grade.note.lower()


def test_a_right_line_on_the_way_does_not_make_a_wrong_end_right() -> None:
    assert _item("4").grade("2x=8\nx=4\n5").verdict is Verdict.INCORRECT
    assert _item("4").grade("x=4\nx=5").verdict is Verdict.UNREADABLE


@settings(max_examples=150, deadline=None)
@given(
    st.one_of(
        st.text(max_size=80),
        st.lists(
            st.sampled_from(
                ["x", "=", "1/2", "+", "\n", "3", " ", "so ", "(", "^2", "$", "%", "or"]
            ),
            max_size=20,
        ).map("".join),
    )
)
def test_no_response_makes_it_raise_and_the_same_gives_the_same(response: str) -> None:
    assert worked_in(response) == worked_in(response)
    assert final_line(response) == final_line(response)


@pytest.mark.parametrize(
    ("response", "unread", "garbled", "up_to"),
    [
        ("2x+1=9\n2x=+*8\nx=4", 2, "2x=+·8", "2·x + 1 = 9"),
        ("3(x+1)=9\nx+1=)3\nx=2", 2, "x+1=)3", "3·(x + 1) = 9"),
        ("2x=8\nso i halve it\nx=4", 0, "", ""),
        ("2x=8\nx=4", 0, "", ""),
    ],
)
def test_the_first_line_that_was_not_read_is_known(
    response: str, unread: int, garbled: str, up_to: str
) -> None:
    worked = worked_in(response)
    assert worked is not None
    assert (worked.unread, worked.garbled, worked.up_to) == (unread, garbled, up_to)
    assert not worked.unlooked


@pytest.mark.parametrize(
    "lines",
    [
        ["x = 1"] * 20,
        [" = ".join(["1 + 1"] * 30)] * 3,
        ["x^50=y^50", "x=y"] * 6,
    ],
)
def test_working_that_takes_too_long_is_followed_up_to_some_line(lines: list[str]) -> None:
    worked = worked_in("\n".join(lines))
    assert worked is not None
    assert worked.unlooked
    assert 1 < worked.unread <= 13
    assert not worked.sound


def test_a_line_beyond_what_can_be_worked_out_says_nothing() -> None:
    worked = worked_in("9^99999=0\n2+2=5\n5")
    assert worked is not None
    assert worked.wrong == "2 + 2 = 5"
