"""Items that go out and come back keep prompt, answer and choices; the rest is said, item by item."""

import io
import re
import sqlite3
import zipfile

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load
from tutor.curriculum.source import WITH_CODE, WITH_PROMPT
from tutor.errors import BadInput
from tutor.exchange import WRITTEN, Format, format_of, read, write
from tutor.exchange.draft import Draft, drafts_of, usable
from tutor.exchange.markup import flat
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type
from tutor.retrieval.opening import xml_tree
from tutor.settings import bundled

FOLDERS = [COURSES / "tiny", *sorted(bundled("curricula").iterdir())]
SUFFIX = {Format.GIFT: "gift", Format.QTI: "zip", Format.ANKI: "apkg", Format.CSV: "csv"}


def items(folder) -> tuple[Draft, ...]:
    return drafts_of(load(folder).course).drafts


def texts(entries: object) -> list[str]:
    found = entries if isinstance(entries, list) else [entries]
    return [flat(str(one["text"] if isinstance(one, dict) else one)) for one in found]


def bare(text: str) -> str:
    """Without spaces, which HTML moves out of code, a program's language, and how long a blank is."""
    return "".join(re.sub("_{3,}", "___", re.sub(r"```\w+", "```", text)).split())


def same(one: Draft, other: Draft) -> None:
    assert (one.id, one.type) == (other.id, other.type)
    # A program in a prompt comes back as a fenced block of the prompt, except where its type needs it.
    assert bare(other.prompt).startswith(bare(one.prompt))
    if one.type == "match":
        mine, theirs = one.answer, other.answer
        assert {flat(str(k)): flat(str(v)) for k, v in mine.items()} == theirs
    elif one.type == "blanks":
        assert [alone(entry) for entry in other.answer] == [alone(entry) for entry in one.answer]
    else:
        assert texts(other.answer) == texts(one.answer)
    if one.type in {"choice", "choices"}:
        assert texts(other.fields["choices"]) == texts(one.fields["choices"])


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.CSV])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_prompt_answer_and_choices_come_back(form, folder):
    sent = items(folder)
    written = write(sent, "A course", form)
    left_out = {lost.item for lost in written.lost if lost.whole}
    back = {one.id: one for one in read(written.content, f"a.{SUFFIX[form]}", form).drafts}
    kept = [one for one in sent if one.id not in left_out and one.type != "open"]
    assert len(kept) >= 0.7 * len([one for one in sent if one.type != "open"])
    for one in kept:
        same(one, back[one.id])


def judged(draft: Draft, response: str) -> Verdict:
    spec = dict(draft.fields) | ({"code": draft.code} if draft.type in WITH_CODE else {})
    spec |= {"prompt": draft.prompt} if draft.type in WITH_PROMPT else {}
    return item_type(draft.type)(spec, Context()).grade(response).verdict


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.CSV])
@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_what_comes_back_takes_the_same_responses_for_right_and_for_wrong(form, folder):
    sent = items(folder)
    read_again = read(write(sent, "A course", form).content, f"a.{SUFFIX[form]}", form).drafts
    back, seen = {one.id: one for one in read_again}, set()
    for one in sent:
        if one.id not in back or one.type == "open":
            continue
        seen.add(one.type)
        choices = texts(one.fields["choices"]) if "choices" in one.fields else []
        right = [one.answer] if isinstance(one.answer, str | int | float) else []
        for response in [*map(str, right), *choices, "something else"]:
            assert judged(back[one.id], response) == judged(one, response), (one.id, response)
    assert "choice" in seen or "number" in seen


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.ANKI])
def test_options_that_a_format_does_not_hold_are_said(form):
    near = Draft(
        id="n", type="number", prompt="Pi?", fields={"answer": "3.14", "tolerance": "0.01"}
    )
    assert "tolerance" in "".join(lost.why for lost in write((near,), "T", form).lost)


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.CSV])
def test_what_comes_back_works_here(form):
    sent = items(bundled("curricula") / "fractions")
    written = write(sent, "Fractions", form)
    found = usable(read(written.content, "a", form), Context(language="en"))
    whole = [lost for lost in found.lost if lost.whole and "essay" not in lost.why]
    assert [lost for lost in whole if "rubric" not in lost.why] == []


def test_cards_of_words_come_back():
    sent = tuple(one for one in items(COURSES / "tiny") if one.type == "short")
    found = read(write(sent, "Sums", Format.ANKI).content, "a.apkg", Format.ANKI)
    assert [(flat(one.prompt), one.answer) for one in found.drafts] == [
        (flat(one.prompt), one.answer) for one in sent
    ]


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.CSV])
def test_the_same_items_make_the_same_file(form):
    sent = items(COURSES / "tiny")
    assert write(sent, "T", form).content == write(sent, "T", form).content


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.CSV])
@pytest.mark.parametrize(
    "text",
    [
        "a = b ~ c # d {e} : f \\ g",
        "$\\frac{1}{2} < x_1$ and \\$5",
        "=SUM(A1)",
        "'quoted'",
        "& <b>not markup</b> ü 学",
        "[a, b]",
        "50%25 -> there",
    ],
)
def test_no_character_is_taken_for_the_format(form, text):
    one = Draft(id="a", type="choice", prompt=f"Is it {text}?",
                fields={"choices": [text, "no"], "answer": text})  # fmt: skip
    (back,) = read(write((one,), "T", form).content, "a", form).drafts
    same(one, back)


def test_what_a_format_cannot_hold_is_said():
    order = Draft(id="o", type="order", prompt="Sort.", fields={"answer": ["a", "b"]}, hints=("h",))
    assert write((order,), "T", Format.GIFT).lost[0].whole
    assert not write((order,), "T", Format.QTI).lost[0].whole
    course = load(COURSES / "tiny").course
    assert any("template" in lost.why for lost in drafts_of(course).lost)


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


def deck(setup: str) -> bytes:
    import io
    import zipfile

    base = sqlite3.connect(":memory:")
    base.executescript(setup)
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as package:
        package.writestr("collection.anki2", base.serialize())
    return made.getvalue()


def test_a_deck_that_never_ends_is_stopped():
    endless = (
        "CREATE VIEW notes AS WITH RECURSIVE t(id, flds) AS (SELECT 1, 'a' UNION ALL "
        "SELECT id + 1, 'a' FROM t) SELECT max(id) AS id, flds FROM t"
    )
    with pytest.raises(BadInput, match="database"):
        read(deck(endless), "a.apkg", Format.ANKI)


def test_notes_become_words_and_blanks():
    found = read(
        deck(
            "CREATE TABLE notes (id INTEGER, flds TEXT);"
            "INSERT INTO notes VALUES (1, '<b>Capital</b> of Peru?' || char(31) || 'Lima');"
            "INSERT INTO notes VALUES (2, '{{c1::Lima::a city}} lies in {{c2::Peru}}.' || char(31));"
            "INSERT INTO notes VALUES (3, 'Why?' || char(31) || 'It is a long story that no "
            "learner could write down word for word.');"
        ),
        "a.apkg",
        Format.ANKI,
    )
    word, cloze = found.drafts
    assert (word.type, word.prompt, word.answer) == ("short", "**Capital** of Peru?", "Lima")
    assert (cloze.type, cloze.answer, cloze.hints) == ("blanks", ["Lima", "Peru"], ("a city",))
    assert cloze.prompt == "___ lies in ___."
    assert "rubric" in found.lost[0].why


def test_a_note_that_is_a_picture_or_a_sound_is_named_with_the_reason():
    notes = (
        b"#separator:Tab\n#html:true\n"
        b"<img src='leaf.png'>\ta leaf\n"
        b"Say it\t[sound:leaf.mp3]\n"
        b"Which part? <img src='cell.png'>\tthe wall\n"
    )
    found = read(notes, "notes.txt", Format.ANKI)
    assert [one.fields["answer"] for one in found.drafts] == ["the wall"]
    assert [(one.whole, one.why) for one in found.lost] == [
        (True, "One of its sides is nothing but a picture or a sound."),
        (True, "One of its sides is nothing but a picture or a sound."),
        (False, "Its pictures and sounds were left out."),
    ]
    assert len({one.item for one in found.lost}) == 3


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


@pytest.mark.parametrize(
    "folder", [COURSES.parent / "every-type", *FOLDERS], ids=lambda one: one.name
)
def test_blanks_go_out_as_qti_and_come_back_with_all_that_they_accept(folder):
    sent = [one for one in items(folder) if one.type == "blanks"]
    written = write(tuple(sent), "T", Format.QTI)
    assert not [lost for lost in written.lost if lost.whole]
    back = read(written.content, "a.zip", Format.QTI).drafts if sent else ()
    for one, other in zip(sent, back, strict=True):
        same(one, other)


def alone(entry: object) -> object:
    """What a blank accepts: a list of one text is that text."""
    return entry[0] if isinstance(entry, list) and len(entry) == 1 else entry


def test_a_blank_alone_stays_a_blank_and_one_inside_a_formula_is_said():
    one = Draft(
        id="b", type="blanks", prompt="The ___ shines.", fields={"answer": [["sun", "Sun"]]}
    )
    (back,) = read(write((one,), "T", Format.QTI).content, "a", Format.QTI).drafts
    assert (back.type, back.prompt, back.answer) == (
        "blanks",
        "The _____ shines.",
        [["sun", "Sun"]],
    )
    inside = Draft(id="f", type="blanks", prompt="$\\frac{___}{2}$ is 1.", fields={"answer": ["2"]})
    assert [lost.whole for lost in write((inside,), "T", Format.QTI).lost] == [True]


def test_words_that_are_accepted_too_go_out_as_qti_and_come_back():
    one = Draft(
        id="a", type="short", prompt="What?", fields={"answer": "sun", "accept": ["the sun"]}
    )
    (back,) = read(write((one,), "T", Format.QTI).content, "a", Format.QTI).drafts
    assert back.fields == one.fields


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.ANKI])
def test_what_an_item_knows_and_no_other_program_is_said(form):
    options = ["14", {"text": "86", "misconception": "glued"}]
    one = Draft(id="c", type="choice", prompt="8 + 6?", fields={"choices": options, "answer": "14"})
    assert "misconceptions" in "".join(lost.why for lost in write((one,), "T", form).lost)


def test_a_card_shows_answers_as_people_write_them_and_the_solution():
    blanks = Draft(
        id="b", type="blanks", prompt="___ and ___", fields={"answer": [["4", "four"], "5"]}
    )
    matrix = Draft(id="m", type="matrix", prompt="M?", fields={"answer": [["1", 2], [3, "4"]]},
                   solution="By rows.")  # fmt: skip
    written = write((blanks, matrix), "T", Format.ANKI)
    with zipfile.ZipFile(io.BytesIO(written.content)) as deck:
        opened = sqlite3.connect(":memory:")
        opened.deserialize(deck.read("collection.anki2"))
        sides = [
            row[0].split("\x1f") for row in opened.execute("SELECT flds FROM notes ORDER BY id")
        ]
    assert [one[1] for one in sides] == ["<p>4 / four; 5</p>", "<p>1, 2; 3, 4</p>"]
    assert sides[1][3] == "<p>By rows.</p>"
    assert "type “matrix”" in "".join(lost.why for lost in written.lost)
