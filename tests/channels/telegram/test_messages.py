"""Replies as messages: every item of the bundled courses fits, marks stay in place, cuts are kind."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telegramify_markdown import convert

from tutor.channels.telegram.message import LONGEST, Key, escaped, laid_out, notes
from tutor.channels.telegram.replies import card_text, mark, pressed, reply_notes
from tutor.curriculum.book import Book
from tutor.dialogue import face
from tutor.dialogue.messages import Button, Card, Choosable, Citation, Outbound
from tutor.ids import MessageId, TurnId
from tutor.learner_state.events import Purpose
from tutor.learner_state.shape import OpenItem
from tutor.settings import bundled

from tests.channels.telegram.telegram_school import START  # isort: skip


def units(text):
    return len(text.encode("utf-16-le")) // 2


def marked(note):
    raw = note.text.encode("utf-16-le")
    return [
        (e.type, raw[2 * e.offset : 2 * (e.offset + e.length)].decode("utf-16-le"))
        for e in note.entities
    ]


def outbound(**fields):
    base = {"turn": TurnId("t"), "message": MessageId("m"), "at": START, "move": "ask", "text": "T"}
    return Outbound(**(base | fields))


@pytest.fixture(scope="module")
def book():
    made = Book([bundled("curricula")])
    made.refresh()
    return made


def test_every_item_of_every_course_makes_messages_that_telegram_takes(book):
    for course in book.all():
        for source in course.sources.values():
            item = source.make(3)
            opened = OpenItem(
                item=item.id, seed=3, skills=item.skills, purpose=Purpose.PRACTICE, reason="",
                opened_at=START, last_at=START,
            )  # fmt: skip
            sent = notes(card_text(face.card(item, opened, course)))
            assert sent, item.id
            for note in sent:
                assert 0 < units(note.text) <= LONGEST, item.id
                assert "$" not in note.text or "$" in item.code, (item.id, note.text)
                assert "\\" not in note.text or "\\" in item.code + item.prompt, item.id
                assert all(text.strip() for _, text in marked(note)), item.id


def test_code_is_kept_as_it_is():
    code = "for i in range(3):\n    print('*a*', i_1, `x`)\n\n    # <b> $x$"
    (note,) = notes(card_text(Card(item="i", seed=0, prompt="What comes out?", code=code)))
    assert ("pre", code) in [(kind, text.rstrip("\n")) for kind, text in marked(note)]


def test_lines_of_a_program_are_numbered():
    lines = tuple(Choosable(label=str(n), text=t) for n, t in ((1, "x = 1"), (2, "  print(x")))
    card = Card(item="i", seed=0, prompt="Which line?", kind="line", options=lines, code="x")
    assert " 1  x = 1\n 2    print(x" in notes(card_text(card))[0].text


def test_formulas_become_unicode():
    (note,) = notes(card_text(Card(item="i", seed=0, prompt=r"What is $\frac{3}{4} \times 2^2$?")))
    assert "¾ × 2²" in note.text


def test_dollars_are_money_once_the_formulas_are_unicode():
    prompt = r"A pen costs \$5, two cost \$10, and `$x$` is $2 \times 5$."
    (note,) = notes(card_text(Card(item="i", seed=0, prompt=prompt)))
    assert note.text == "A pen costs $5, two cost $10, and $x$ is 2 × 5."
    assert marked(note) == [("code", "$x$")]


def test_sources_are_a_numbered_list_of_links(book):
    course = book.all()[0]
    cited = Citation(
        number=1, document=f"{course.id}/readings/r", title="A * title", heading="Part_1",
        anchor="part", passage="p1", page=3,
    )  # fmt: skip
    (note,) = reply_notes(
        outbound(text="So it is. [1]", citations=(cited,)), course, key="1",
        address="https://school.example", before=None,
    )  # fmt: skip
    assert note.text == "So it is. [1]\n\n[1] A * title › Part_1, page 3"
    (link,) = note.entities
    assert link.url == f"https://school.example/c/{course.id}/readings/r?p=p1#part"


def test_data_of_a_button_is_short_and_leads_back_to_it(book):
    course = book.all()[0]
    long = tuple(
        Button(label=f"L{n}", send="/explain " + "very-long-skill-" * 8) for n in range(12)
    )
    (note,) = reply_notes(
        outbound(buttons=long), course, key="p1770000000.123456789", address="", before=None
    )
    keys = [key for row in note.rows for key in row]
    assert all(len(key.data.encode()) <= 64 for key in keys)
    found = pressed(keys[11].data)
    assert (found.key, found.index, found.course) == ("p1770000000.123456789", 11, mark(course.id))


@pytest.mark.parametrize("data", ["", "b", "b|1|x|2", "b|1|-1|2", "b|1|100|2", "c|1", "b|1|٣٣٣|2"])
def test_data_that_is_none_of_ours_names_no_button(data):
    assert pressed(data) is None


def test_letters_stand_side_by_side_and_long_labels_below_each_other():
    keys = [Key(label=x, data=x) for x in ("A", "B", "C", "D", "Hint 1 of 4", "I’m stuck", "Skip")]
    rows = [[key.label for key in row] for row in laid_out(keys)]
    assert rows == [["A", "B", "C", "D"], ["Hint 1 of 4", "I’m stuck", "Skip"]]


def test_cuts_are_between_paragraphs_and_not_in_a_program_that_fits():
    code = "```\n" + "\n\n".join(f"line_{n} = {n}" for n in range(100)) + "\n```"
    sent = notes("\n\n".join(["word " * 500, code, "word " * 500]))
    assert len(sent) > 1
    programs = [text for note in sent for kind, text in marked(note) if kind == "pre"]
    assert len(programs) == 1


def test_a_program_longer_than_a_message_is_cut_between_its_lines():
    code = "```\n" + "\n".join(f"line_{n} = {n}" for n in range(900)) + "\n```"
    sent = notes(code)
    assert len(sent) > 1
    assert all(note.text.startswith("line_") for note in sent)
    assert all(kind == "pre" for note in sent for kind, _ in marked(note))


@given(st.text(max_size=400))
@settings(max_examples=60, deadline=None)
def test_escaped_text_stays_as_it_was(text):
    text = " ".join(text.split()).replace("\x00", "")
    shown, _ = convert("x" + escaped(text), latex_escape=False)
    assert shown.strip() == ("x" + text).strip() or "&" in text


@given(
    st.lists(
        st.sampled_from(["word ", "\n\n", "**bold** ", "🙂", "`code` ", "\n", "x" * 900]),
        max_size=60,
    )
)
@settings(max_examples=60, deadline=None)
def test_split_texts_fit_and_marks_lie_inside(pieces):
    for note in notes("".join(pieces)):
        assert 0 < units(note.text) <= LONGEST
        for entity in note.entities:
            assert 0 <= entity.offset < entity.offset + entity.length <= units(note.text)
