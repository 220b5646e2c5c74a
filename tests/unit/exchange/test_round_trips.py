"""Items that go out and come back keep prompt, answer and choices; the rest is said, item by item."""

import re

import pytest

from tests.support import COURSES
from tutor.curriculum.files import load
from tutor.curriculum.source import WITH_CODE, WITH_PROMPT
from tutor.exchange import Format, read, write
from tutor.exchange.draft import Draft, drafts_of, usable
from tutor.exchange.markup import flat
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type
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


@pytest.mark.parametrize("form", [Format.GIFT, Format.QTI, Format.CSV])
def test_what_comes_back_works_here(form):
    sent = items(bundled("curricula") / "fractions")
    written = write(sent, "Fractions", form)
    found = usable(read(written.content, "a", form), Context(language="en"))
    whole = [lost for lost in found.lost if lost.whole and "essay" not in lost.why]
    assert [lost for lost in whole if "rubric" not in lost.why] == []


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
