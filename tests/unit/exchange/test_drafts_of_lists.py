"""Glossaries, slides, tables, questions and worked examples become terms and items that a teacher would keep."""

import pytest
import yaml

from tutor.exchange.by_rule import Part, card
from tutor.exchange.listed import is_list, listed
from tutor.exchange.outline import Section, sections, terms_and_objectives
from tutor.exchange.proposal import Proposal, proposed
from tutor.retrieval.readers import ReadDocument, reader_for

BESIDE = "- **Runoff**: water that flows over the ground\n- **Aquifer**: rock that holds water below\n- **Spring**: a place where water comes out\n"
COLONS = "Runoff: water that flows over the ground\nAquifer: rock that holds water below\nSpring: a place where water comes out\n"
DASHES = "Runoff – water that flows over the ground\n\nAquifer – rock that holds water below\n\nSpring – a place where water comes out\n"
BELOW = "Runoff\n\nWater that flows over the ground.\n\nAquifer\n\nRock that holds water below.\n\nSpring\n\nA place where water comes out.\n"
TABLE = "| Term | Meaning |\n|---|---|\n| Runoff | water that flows over the ground |\n| Aquifer | rock that holds water below |\n| Spring | a place where water comes out |\n"


def doc(title: str, text: str) -> ReadDocument:
    return ReadDocument(title=title, text=text)


def items(made: Proposal, skill: str) -> list[dict[str, object]]:
    found = yaml.safe_load(made.files[f"items/{skill}.yaml"])["items"]
    assert isinstance(found, list)
    return found


def course(made: Proposal) -> dict[str, list[dict[str, object]]]:
    found = yaml.safe_load(made.files["course.yaml"])
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize("text", [BESIDE, COLONS, DASHES, BELOW, TABLE])
def test_lists_of_terms_are_read_in_every_form(text: str) -> None:
    assert [one.term for one in listed(text)] == ["Runoff", "Aquifer", "Spring"]
    assert listed(text)[1].means.lower() == "rock that holds water below"


@pytest.mark.parametrize("text", [
    "Note: read the chapter first\n\nAn ordinary paragraph about water.\n",
    "Monday: read the first chapter\nTuesday: write a short summary\nFriday: hand in the poster\n",
    "Example: a river in the north\n\nExample: a lake in the south\n\nExample: a pond in the wood\n",
    "Rivers\n\n- flow to the sea\n\nLakes\n\n- lie still\n",
    "".join(f"## Part {name}\n\n- one point of it\n- another point of it\n\n" for name in "abcdefg"),
    "## Rivers\n\nRivers flow to the sea.\n\n## Lakes\n\nLakes lie still.\n\n## Ponds\n\nPonds are small.\n",
])  # fmt: skip
def test_what_is_no_list_of_terms(text: str) -> None:
    assert listed(text) == ()
    assert not is_list(text)


def test_a_glossary_becomes_terms_and_items_that_do_not_tell_them() -> None:
    terms = "\n\n".join(f"**{name}**\n\n{means}" for name, means in [
        ("Runoff", "Water that flows over the ground."), ("Aquifer", "Rock that holds water below."),
        ("Spring", "A place where water comes out."), ("Delta", "Land that a river builds at its mouth."),
        ("Source", "The place where a river begins."), ("River mouth", "The place where a river ends."),
    ])  # fmt: skip
    made = proposed([doc("Glossary: Water", f"# Glossary: Water\n\n{terms}\n")], "W")
    (skill,) = course(made)["skills"]
    assert skill["title"] == "Water"
    assert len(course(made)["glossary"]) == 6
    asked = [one for one in items(made, "water") if one["type"] == "short"]
    assert "Which term is meant: “Rock that holds water below”?" in [one["prompt"] for one in asked]
    assert "River mouth" not in [one["answer"] for one in asked]  # its meaning names the river
    assert {one["type"] for one in items(made, "water")} == {"short", "choice", "match"}


def test_terms_of_a_glossary_go_to_the_skill_that_uses_them_and_the_others_stay_together() -> None:
    chapter = "# Rivers\n\n## The upper course\n\nThe source lies high.\n\n## The lower course\n\nA delta grows slowly.\n"
    terms = "".join(f"- {name}: {means}\n" for name, means in [
        ("Delta", "land built at a mouth"), ("Source", "where a river begins"), ("Glacier", "ice that moves slowly"),
        ("Moraine", "stones that ice left behind"), ("Fjord", "a valley the sea filled"), ("Crevasse", "a deep crack in ice"),
    ])  # fmt: skip
    made = proposed([doc("Rivers", chapter), doc("Vocabulary: Ice", terms)], "R")
    where = {str(one["term"]): one["skill"] for one in course(made)["glossary"]}
    assert where["Source"] == "the-upper-course"
    assert where["Delta"] == "the-lower-course"
    assert where["Fjord"] == where["Glacier"] == "ice"


def test_objectives_of_a_chapter_are_those_of_its_skills_and_no_steps() -> None:
    text = (
        "# Motion\n\n## Learning objectives\n\nYou will be able to:\n\n1. read a graph of motion;\n2. calculate the speed;\n"
        "3. explain why things fall.\n\n## Speed\n\nSpeed is told in metres.\n\n## Graphs of motion\n\nA graph shows it.\n"
    )
    assert terms_and_objectives(doc("Motion", text))[1] == (
        "Read a graph of motion.", "Calculate the speed.", "Explain why things fall.",
    )  # fmt: skip
    made = proposed([doc("Motion", text)], "M")
    skills = {str(one["id"]): one.get("objectives", []) for one in course(made)["skills"]}
    assert skills["graphs-of-motion"] == ["Read a graph of motion."]
    assert "Calculate the speed." in skills["speed"]
    assert not any(one["type"] == "order" for name in skills for one in items(made, name))


def test_the_abstract_of_a_cnxml_module_gives_objectives() -> None:
    module = (
        "<document xmlns='http://cnx.rice.edu/cnxml'><title>Motion</title><metadata><abstract><list>"
        "<item>Measure a speed</item></list></abstract></metadata><content><section><title>Speed</title>"
        "<para>Speed is the way that is covered in a time.</para></section></content></document>"
    )
    document = reader_for("m.cnxml")(module.encode(), "m.cnxml")
    assert "Measure a speed." in proposed([document], "Motion").files["course.yaml"]


def test_a_chapter_of_two_parts_is_cut_into_their_sections() -> None:
    text = (
        "# One\n\n## A\n\nThis is a.\n\n## B\n\nThis is b.\n\n# Two\n\n## C\n\nThis is c.\n\n## D\n\nThis is d.\n"
        "\n# Summary\n\nAll of it.\n"
    )
    assert [one.title for one in sections(doc("Book", text))] == ["A", "B", "C", "D"]


def test_slides_that_carry_nothing_are_no_skills_and_continued_ones_are_one() -> None:
    slides = [
        ("Plates", "Mr Lindqvist"), ("What moves", "- Plates move some centimetres a year\n- Heat below drives them"),
        ("What moves (cont.)", "- The sea floor spreads from ridges"), ("Questions?", "Ask now or write to me later today."),
    ]  # fmt: skip
    text = "".join(
        f"<!-- slide: {at} -->\n\n## {title}\n\n{words}\n\n"
        for at, (title, words) in enumerate(slides, 1)
    )
    (one,) = sections(doc("Plates", text))
    assert one.title == "What moves"
    assert "spreads from ridges" in one.text


def test_tables_are_matched_and_a_question_in_a_heading_is_asked() -> None:
    text = (
        "## Boundaries\n\n| Boundary | Movement |\n|---|---|\n| Divergent | apart |\n| Convergent | together |\n"
        "| Transform | sideways |\n\n## Facts\n\n### Which plate is largest?\n\nThe Pacific plate\n\n### How many are there?\n\n15\n"
    )
    made = proposed([doc("Plates", text)], "P")
    (table,) = items(made, "boundaries")
    assert table["answer"] == {
        "Divergent": "apart",
        "Convergent": "together",
        "Transform": "sideways",
    }
    asked = {str(one["prompt"]): one for one in items(made, "facts")}
    assert asked["Which plate is largest?"]["accept"] == ["Pacific plate"]
    assert asked["How many are there?"]["type"] == "number"


def test_a_table_of_questions_is_one_skill_with_its_questions() -> None:
    rows = b"question,answer\nWhat is the capital of Italy?,Rome\nWhich river flows through Paris?,the Seine\nHow many states are in the EU?,27\n"
    made = proposed([reader_for("cities.csv")(rows, "cities.csv")], "C")
    assert [one["title"] for one in course(made)["skills"]] == ["Cities"]
    assert [one["answer"] for one in items(made, "cities")] == ["Rome", "the Seine", "27"]


def test_a_worked_example_that_asks_for_a_number_is_asked_with_its_unit() -> None:
    text = (
        "## Speed\n\n**Worked example.** A cyclist covers 150 m in 25 s. What is her speed?\n\n"
        "1. Write down: $d = 150$ m.\n2. Divide by the time.\n3. So $v = 150 / 25 = 6$ m/s.\n\n## More\n\nMore of it.\n"
    )
    found = items(proposed([doc("Motion", text)], "M"), "speed")
    (asked,) = [one for one in found if one["type"] == "units"]
    assert (asked["prompt"], asked["answer"]) == ("A cyclist covers 150 m in 25 s. What is her speed?", "6 m/s")  # fmt: skip
    (order,) = [one for one in found if one["type"] == "order"]
    assert "A cyclist covers 150 m in 25 s." in str(order["prompt"])


def test_an_open_draft_does_not_pass_whoever_repeats_the_question() -> None:
    text = "## The spinal cord\n\nThe spinal cord carries signals between brain and body.\n\n## Rest\n\nRest is rest.\n"
    (one,) = items(proposed([doc("B", text)], "B"), "the-spinal-cord")
    assert one["type"] == "open"
    rubric = one["rubric"]
    assert isinstance(rubric, list)
    words = [word for row in rubric for group in row["words"] for word in group]
    assert words
    assert not {"spinal", "cord"} & set(words)


@pytest.mark.parametrize(("text", "said"), [
    ("- Coastlines of two continents fit\n- The same fossils lie on both\n",
     "Coastlines of two continents fit; The same fossils lie on both"),
    ("The speed is the distance divided by the time:\n\n$$v=d/t$$\n",
     "The speed is the distance divided by the time: $v=d/t$"),
    ("1. A plate sinks.\n2. Rock melts.\n3. Magma rises.\n", "A plate sinks; Rock melts; Magma rises"),
])  # fmt: skip
def test_a_card_says_more_than_the_first_mark_of_its_section(text: str, said: str) -> None:
    part = Part(id="a", section=Section(title="A", text=text), terms=())
    assert card(part) == said


def test_what_a_chapter_says_before_its_first_section_is_kept_with_it() -> None:
    text = "# Rome\n\nIn 509 BC the last king was driven out.\n\n## Consuls\n\nTwo were elected.\n\n## Tribunes\n\nThey said no.\n\n# Carthage\n\n## Hannibal\n\nHe came.\n\n## The end\n\nIt burnt.\n"
    found = sections(doc("Rome", text))
    assert [one.title for one in found] == ["Consuls", "Tribunes", "Hannibal", "The end"]
    assert found[0].text.startswith("In 509 BC")
