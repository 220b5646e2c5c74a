"""What is still to come in class is neither asked nor found nor named; dates and materials are checked."""

import shutil
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.support import COURSES, Talk
from tutor.curriculum.check import check
from tutor.curriculum.course import MaterialKind
from tutor.curriculum.files import load
from tutor.curriculum.problems import Weight, errors
from tutor.curriculum.taught import come, heads_into, hidden, opens, taught
from tutor.ids import CourseId, DocumentId, LearnerId, SkillId
from tutor.learner_state.events import Purpose
from tutor.learner_state.select import choose, placement_next
from tutor.learner_state.shape import empty_state
from tutor.learner_state.tracer import CourseModel
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore
from tutor.retrieval.passage import StoredDocument

DAY = datetime(2026, 11, 20, 12, tzinfo=UTC)
CASE = "6b9eb846-d7cc-11e8-824f-0242ac160002"
ADDING, DOUBLING = SkillId("adding"), SkillId("doubling")


@pytest.fixture
def folder(tmp_path) -> Path:
    shutil.copytree(COURSES / "tiny", tmp_path / "tiny")
    return tmp_path / "tiny"


def skill(folder: Path, name: str, lines: str) -> Path:
    """The course with more lines for a skill."""
    file = folder / "course.yaml"
    text = file.read_text()
    head = f"  - id: {name}\n"
    assert head in text
    file.write_text(text.replace(head, head + lines, 1))
    return folder


def later(folder: Path, names: str, day: str = "2026-12-01") -> Path:
    for name in names.split():
        skill(folder, name, f"    visible_from: {day}\n")
    return folder


def asked(folder: Path, now: datetime, **more) -> set[str]:
    course = load(folder).course
    state = empty_state(LearnerId("ada"), CourseId("tiny"))
    model = CourseModel()
    found = [choose(course, state, model, now, seed, **more) for seed in range(30)]
    return {choice.skill for choice in found if choice is not None}


def test_a_course_without_dates_is_taken_as_it_is(folder):
    course = load(folder).course
    assert taught(course, DAY) is course


def test_a_skill_is_not_chosen_before_its_day_even_when_asked_for(folder):
    later(folder, "doubling halving")
    assert asked(folder, DAY, focus=DOUBLING) == {"adding"}
    assert asked(folder, DAY + timedelta(days=11), focus=DOUBLING) == {"doubling"}


def test_the_day_begins_on_the_clock_of_the_school(folder):
    course = load(later(folder, "doubling", "2026-11-21")).course
    in_auckland = replace(course, zone=ZoneInfo("Pacific/Auckland"))  # thirteen hours ahead
    assert hidden(course, DAY) == {DOUBLING}
    assert hidden(in_auckland, DAY) == set()
    in_honolulu = replace(course, zone=ZoneInfo("Pacific/Honolulu"))  # ten hours behind
    assert hidden(in_honolulu, DAY + timedelta(hours=21)) == {DOUBLING}
    assert hidden(in_honolulu, DAY + timedelta(hours=22)) == set()


async def test_what_is_wanted_by_tomorrow_is_wanted_until_that_day_ends_in_school():
    tokyo = ZoneInfo("Asia/Tokyo")
    talk = Talk(zone=tokyo)
    talk.now = datetime(2026, 3, 2, 16, tzinfo=UTC)  # a Monday; in Tokyo it is Tuesday
    await talk.say("quiz me on adding by tomorrow")
    (goal,) = (await talk.loaded()).state.goals
    assert goal.until == datetime(2026, 3, 4, 23, 59, tzinfo=tokyo)


def test_nothing_is_asked_while_all_is_to_come(folder):
    later(folder, "adding doubling halving")
    assert asked(folder, DAY) == set()
    assert asked(folder, DAY, purpose=Purpose.REVIEW) == set()
    course = load(folder).course
    state = empty_state(LearnerId("ada"), CourseId("tiny"))
    assert placement_next(course, state, CourseModel(), DAY, 1) is None


def test_an_item_that_also_needs_what_is_to_come_is_left_out(folder):
    later(folder, "doubling")
    file = folder / "items/adding.yaml"
    text = file.read_text()
    file.write_text(
        text.replace("  - id: add-words\n", "  - id: add-words\n    skills: [adding, doubling]\n")
    )
    course = taught(load(folder).course, DAY)
    assert "add-words" not in course.by_skill[ADDING]
    assert "add-t" in course.by_skill[ADDING]
    assert DOUBLING not in course.skills
    assert course.skills[SkillId("halving")].requires == ()
    assert [term.term for term in course.glossary] == ["sum"]


async def test_the_conversation_neither_names_nor_cites_what_is_to_come(folder):
    text = "Twinning a number is what the reading calls doubling it with itself."
    (folder / "readings/doubling-more.md").write_text(
        f"---\ntitle: Twinning\nskills: [doubling]\n---\n# Twinning\n\n{text}\n"
    )
    open_course = Talk(courses=folder.parent)
    said = await open_course.say("What is twinning?")
    assert text in said.text  # it is found where nothing is held back
    later(folder, "doubling halving", "2999-01-01")
    held = Talk(courses=folder.parent)
    for message in ("What is twinning?", "doubling", "/topic doubling", "explain doubling"):
        said = await held.say(message)
        assert text not in said.text
        assert "adds a number to itself" not in said.text


def handout(name: str, skills: tuple[SkillId, ...] = (), day: date | None = None, sheets: int = 1):
    """A document that a teacher added, and its passages."""
    text = "\n\n".join(
        f"# {name} {n}\n\nA {name.lower()} number has twin number {n} beside it."
        for n in range(sheets)
    )
    made = StoredDocument(
        id=DocumentId(f"tiny/materials/{name}"), course=CourseId("tiny"), title=name, path=name,
        digest="1", text=text,
    )  # fmt: skip
    return made, passages_of(made, skills, day)


@pytest.mark.parametrize(
    ("skills", "day", "found"),
    [
        ((), None, True),
        ((), date(2026, 3, 3), False),
        ((), date(2026, 3, 2), True),  # today
        ((DOUBLING,), None, False),  # to be taught much later
        ((DOUBLING,), date(2026, 3, 1), False),  # a day of its own does not bring a skill forward
        ((ADDING, DOUBLING), None, True),
        ((ADDING,), date(2026, 4, 1), False),
        ((SkillId("gone-from-the-course"),), None, True),
    ],
)
async def test_an_added_document_is_found_from_its_day_and_with_its_skills(
    folder, skills, day, found
):
    store = InMemoryPassageStore()
    await store.replace(*handout("Zygomorphic", skills, day))
    talk = Talk(courses=later(folder, "doubling halving").parent, library=Library(store))
    said = await talk.say("What is a zygomorphic number?")
    assert ("twin number 0 beside it" in said.text) is found
    assert come(opens(skills, day, talk.course), talk.course, talk.now) is found


async def test_a_whole_book_that_is_to_come_does_not_hide_the_rest(folder):
    store = InMemoryPassageStore()
    await store.replace(*handout("Zygomorphic", day=date(2999, 1, 1), sheets=60))
    plain = "A zygomorphic number is a number that may be mirrored once, says this short sheet."
    small = StoredDocument(
        id=DocumentId("tiny/materials/small"), course=CourseId("tiny"), title="Small", path="z",
        digest="1", text=plain,
    )  # fmt: skip
    await store.replace(small, passages_of(small))
    said = await Talk(courses=folder.parent, library=Library(store)).say(
        "What is a zygomorphic number?"
    )
    assert "mirrored once" in said.text
    assert "twin number" not in said.text


async def test_a_way_into_what_is_to_come_is_not_shown(folder):
    skill(
        folder,
        "doubling",
        "    materials:\n      - {kind: project, title: Mirror, text: Double seven spoons.}\n",
    )
    assert "Double seven spoons" in (await Talk(courses=folder.parent).say("/way doubling 1")).text
    later(folder, "doubling halving", "2999-01-01")
    said = await Talk(courses=folder.parent).say("/way doubling 1")
    assert "Double seven spoons" not in said.text


def test_a_heading_of_an_added_document_tells_what_it_is_about(folder):
    course = load(later(folder, "doubling")).course
    to_come = hidden(course, DAY)
    assert heads_into("Week 9: Doubling", course, to_come)
    assert not heads_into("Adding and doubling", course, to_come)  # adding is taught
    assert not heads_into("Week 9", course, to_come)
    assert not heads_into("Undoubling", course, to_come)


def test_objectives_standards_and_materials_are_read(folder):
    skill(
        folder,
        "adding",
        f"""\
    objectives: [Add tens., Add ones.]
    standards: [2.OA.1, {{code: 2.OA.2, case: {CASE}}}]
    materials:
      - {{kind: reading, title: Read, reading: adding, minutes: 5}}
      - {{kind: video, title: See, link: 'https://example.org/v', transcript: adding}}
      - {{kind: project, title: Do, text: Count the steps to school.}}
""",
    )
    loaded = load(folder)
    assert errors(check(loaded, seeds=2)) == []
    made = loaded.course.skills[ADDING]
    assert made.objectives == ("Add tens.", "Add ones.")
    assert made.standards == ("2.OA.1", "2.OA.2")
    assert made.case == {"2.OA.2": CASE}
    assert [one.kind for one in made.materials] == [
        MaterialKind.READING, MaterialKind.VIDEO, MaterialKind.PROJECT,
    ]  # fmt: skip


@pytest.mark.parametrize(("lines", "says"), [
    ("    materials: [{kind: reading, title: R, reading: nothing}]\n", "no reading “nothing”"),
    ("    materials: [{kind: video, title: V, link: 'https://a.b/c'}]\n", "no transcript"),
    ("    materials: [{kind: activity, title: A}]\n", "leads nowhere"),
    ("    materials: [{kind: video, title: V, link: 'javascript:x'}]\n", "https://"),
    ("    materials: [{kind: song, title: V}]\n", "reading"),
    ("    standards: [{code: a, case: not-a-uuid}]\n", "CASE identifier"),
    ("    visible_from: soon\n", "date"),
])  # fmt: skip
def test_mistakes_in_them_are_said(folder, lines, says):
    found = errors(check(load(skill(folder, "adding", lines)), seeds=2))
    assert any(says in problem.what and "skills.0" in problem.field for problem in found), found


def test_a_skill_before_what_it_requires_is_warned_of(folder):
    found = check(load(later(folder, "doubling")), seeds=2)
    assert [(p.weight, "“halving” is visible before “doubling”" in p.what) for p in found] == [
        (Weight.WARNING, True)
    ]
