"""A course proposed from documents passes its checks, asks nothing yet, and says only what stands there."""

from pathlib import Path

import pytest
from typer.testing import CliRunner

from tutor.cli import app
from tutor.curriculum.check import check
from tutor.curriculum.files import load
from tutor.curriculum.problems import errors
from tutor.curriculum.source import Source
from tutor.exchange.outline import definitions, parted, procedures, sections, sums
from tutor.exchange.proposal import proposed
from tutor.retrieval.readers import ReadDocument

PLANTS = """\
# Plants

Some words before it begins.

## How plants feed

A chloroplast is the part of a plant cell that catches light. Chlorophyll is a green pigment in leaves.
This is a sentence about nothing. **Stomata** are the small holes through which a leaf breathes.

1. Water rises from the roots.
2. Light falls on the leaf.
3. The leaf makes sugar.

## Counting leaves

For example, $\\frac{1}{5} + \\frac{2}{5} = \\frac{3}{5}$ of the leaves, and 2 + 2 = 5 is wrong.

## Seasons

Leaves fall when the days grow short and the nights grow cold.

## References

A book is the thing that we cite here.
"""


def test_sections_are_headings_of_the_first_level_that_has_several():
    found = sections(ReadDocument(title="Plants", text=PLANTS))
    assert [one.title for one in found] == ["How plants feed", "Counting leaves", "Seasons"]
    alone = sections(ReadDocument(title="Alone", text="Only words.\n"))
    assert [(one.title, one.text) for one in alone] == [("Alone", "Only words.")]


def test_a_heading_inside_code_is_none():
    text = "## One\n\nwords\n\n```\n## not one\n```\n\n## Two\n\nwords\n"
    found = sections(ReadDocument(title="T", text=text))
    assert [one.title for one in found] == ["One", "Two"]


@pytest.mark.parametrize(("text", "term", "means"), [
    ("A prism is a solid with two equal ends.", "prism", "a solid with two equal ends"),
    ("**Osmosis** is the movement of water through a membrane.", "Osmosis",
     "the movement of water through a membrane"),
    ("Diffusion is the movement of particles from where they are many to where they are few.", "Diffusion",
     "the movement of particles from where they are many to where they are few"),
    ("- **mean**: the sum of values divided by their number", "mean",
     "the sum of values divided by their number"),
])  # fmt: skip
def test_definitions(text, term, means):
    (one,) = definitions(text)
    assert (one.term, one.means) == (term, means)


def test_many_sections_of_several_documents_become_a_skill_for_each_document():
    text = "".join(f"## Part {at}\n\nWords.\n\n" for at in range(20))
    three = [ReadDocument(title=f"Book {at}", text=text) for at in range(3)]
    assert [one.title for one in parted(three)] == ["Book 0", "Book 1", "Book 2"]
    assert len(parted(three[:2])) == 40


@pytest.mark.parametrize("text", [
    "With warmth there is a further thing to know about.",
    "This is a sentence about nothing at all.",
    "It is the largest of them by a long way.",
    "There are the following reasons for it all.",
    "```\nA list is a thing in this program.\n```",
    "He went home.",
    "Bread is an important part of what people eat.",
    "The first line is the head of the function.",
    "A cell is a little like a restaurant with many rooms.",
    "The green body is the place in which it catches light.",
    "The skin is an organ, and the largest one you have.",
    "A slide is the thick strip of glass, the cover slip is the thin one.",
    "Why is the sky a blue that changes with the hour?",
    "Since light is a kind of wave with a length, it bends.",
    "We went to Peru. Peru is a country in the south of America.",
    "A fraction is a fraction of the number of plums.",
])  # fmt: skip
def test_what_defines_nothing(text):
    assert definitions(text) == ()


def test_numbered_lists_are_steps_and_sums_have_results():
    assert tuple(one.steps for one in procedures(PLANTS)) == (
        ("Water rises from the roots.", "Light falls on the leaf.", "The leaf makes sugar."),
    )
    assert sums(PLANTS) == (("1/5 + 2/5", "3/5"), ("2 + 2", "5"))


@pytest.fixture
def made(tmp_path) -> Path:
    (tmp_path / "in").mkdir()
    (tmp_path / "in/01-plants.md").write_text(PLANTS)
    (tmp_path / "in/02-more.md").write_text(
        "# Seasons\n\n## Seasons\n\nA season is a part of the year. `{{not a template}}`\n\n"
        "## Winter\n\nWinter is the coldest season of the year.\n\n## Balance\n\n$CO_2 + H_2O$\n"
    )
    (tmp_path / "in/broken.pdf").write_bytes(b"%PDF-1.4 nothing")
    args = ["course", "draft", str(tmp_path / "in"), "--out", str(tmp_path / "out"), "--title", "P"]
    done = CliRunner().invoke(app, args)
    assert done.exit_code == 0, done.output
    assert "left out" in done.output
    return tmp_path / "out"


def test_the_proposal_passes_the_check_and_asks_nothing(made):
    loaded = load(made)
    assert errors(check(loaded)) == []
    course = loaded.course
    assert list(course.skills) == [
        "how-plants-feed", "counting-leaves", "seasons-plants", "seasons", "winter", "balance",
    ]  # fmt: skip
    assert course.skills["counting-leaves"].requires == ("how-plants-feed",)
    assert set(course.by_skill.values()) == {()}
    assert all(isinstance(s, Source) and s.draft for s in course.sources.values())
    assert {term.term for term in course.glossary} >= {"chloroplast", "Chlorophyll", "Stomata"}


def test_items_are_of_every_kind_that_the_text_offers(made):
    course = load(made).course
    types = {s.type_name for s in course.sources.values()}
    assert types == {"blanks", "choice", "match", "order", "number", "open"}
    numbers = [s.make(0) for s in course.sources.values() if s.type_name == "number"]
    assert [one.prompt for one in numbers] == ["What is 1/5 + 2/5?"]  # and not 2 + 2 = 5


def test_nothing_is_made_of_a_folder_without_documents(tmp_path):
    (tmp_path / "in").mkdir()
    done = CliRunner().invoke(
        app, ["course", "draft", str(tmp_path / "in"), "--out", str(tmp_path / "out")]
    )
    assert done.exit_code == 1
    assert not (tmp_path / "out").exists()


def read_of(title: str, text: str) -> ReadDocument:
    return ReadDocument(title=title, text=text)


def test_a_books_furniture_is_no_skill_and_a_long_beginning_is_one():
    begins = "Charge is a property of matter that makes forces. " * 20
    found = sections(
        read_of(
            "Charge",
            f"# Charge\n\n{begins}\n\n## Key Equation\n\nF\n\n## Section Summary\n\nS\n\n## Objective 1: Find it\n\nO\n\n"
            "## Coulomb\n\nC\n\n## Key Concepts and Summary\n\nK\n\n## Review Questions\n\nR\n",
        )
    )
    assert [one.title for one in found] == ["Charge", "Coulomb"]


def test_sections_of_one_title_are_told_apart_by_their_documents():
    made = [
        read_of(name, f"# {name}\n\n## Initiation\n\nOne.\n\n## {name} in eukaryotes\n\nTwo.\n")
        for name in ("Replication", "Transcription")
    ]
    assert [one.title for one in parted(made)] == [
        "Initiation (Replication)", "Replication in eukaryotes",
        "Initiation (Transcription)", "Transcription in eukaryotes",
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The absolute maximum is the y-coordinate at x = 3, which is 16.",
        "The local minimum is the value of the point, which is −2.",
        "The graph in is a transformation of a function that was moved.",
        "The domain of the function is the type of pet that is kept in a house.",
        "The area is a function of radius r.",
        "The boundary is the line that is left out as shown in the picture.",
    ],
)
def test_what_is_said_of_one_case_defines_nothing(text):
    assert definitions(text) == ()


def test_what_a_word_refers_to_is_a_definition():
    (found,) = definitions("Behavior refers to anything that may be rewarded or punished.")
    assert (found.term, found.means) == ("Behavior", "anything that may be rewarded or punished")


def test_an_open_draft_is_judged_by_the_sentence_that_says_what_the_section_is_about():
    text = (
        "# Traits\n\n## Radiation\n\nMany things happen in space. It is odd. Radiation damages the cells of the body.\n\n"
        "## Ice\n\nYou know ice from the fridge. See the picture of ice. Ice is much lighter than cold water.\n"
    )
    files = proposed([read_of("Traits", text)], "T").files
    assert "answer: Radiation damages the cells of the body." in files["items/radiation.yaml"]
    assert "answer: Ice is much lighter than cold water." in files["items/ice.yaml"]


def test_speakers_notes_are_neither_read_by_learners_nor_asked():
    slide = (
        "## Tsunamis\n\n- A tsunami is a series of long ocean waves.\n\n"
        "Notes: A trap is a question that I ask first.\nCollect the phones.\n\n"
        "## Faults\n\n- A fault is a crack in the crust along which rocks move.\n"
    )
    document = ReadDocument(title="Quakes", text=slide)
    files = proposed([document], title="Quakes").files
    assert "long ocean waves" in files["readings/tsunamis.md"]
    everything = "\n".join(files.values())
    assert "phones" not in everything
    assert "that I ask" not in everything
