"""Scenes for the checks: one open item in a course of one skill."""

from datetime import UTC, datetime
from pathlib import Path

from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.dialogue import session as sessions
from tutor.dialogue.check import Checker
from tutor.dialogue.moves import Move
from tutor.dialogue.plain import Words
from tutor.dialogue.read import Intent, Reading
from tutor.dialogue.scene import Scene
from tutor.ids import ItemId, LearnerId, SkillId
from tutor.items.grade import Context
from tutor.items.item import Item
from tutor.items.types.choice import build as build_choice
from tutor.items.types.number import build as build_number
from tutor.items.types.short import build as build_short
from tutor.learner_state import state as states
from tutor.learner_state.tracer import CourseModel
from tutor.retrieval.passage import Passage

CURRICULA = Path(__file__).parents[3] / "curricula"
NOW = datetime(2026, 11, 20, 9, tzinfo=UTC)
_COURSES: dict[str, Course] = {}


def course() -> Course:
    """The bundled course on fractions."""
    if "fractions" not in _COURSES:
        loaded = load(CURRICULA / "fractions").course
        assert loaded is not None
        _COURSES["fractions"] = loaded
    return _COURSES["fractions"]


def number_item(answer: str, prompt: str, **more: object) -> Item:
    """An item that asks for a number."""
    return _item("number", build_number({"answer": answer}, Context()), prompt, **more)


def short_item(answer: str, prompt: str) -> Item:
    """An item that asks for a word."""
    return _item("short", build_short({"answer": answer}, Context()), prompt)


def choice_item(prompt: str, right: str, *wrong: str) -> Item:
    """An item with options in the order given, the right one first."""
    spec = {"choices": [right, *wrong], "answer": right}
    return _item("choice", build_choice(spec, Context()), prompt)


def _item(name: str, kind: object, prompt: str, **more: object) -> Item:
    return Item(
        id=ItemId("it"), seed=0, templated=False, skills=(SkillId("s"),), type_name=name,
        type=kind, prompt=prompt, **more,  # type: ignore[arg-type]
    )  # fmt: skip


def checker(
    move: Move,
    item: Item | None,
    *,
    plain: str = "Look again at the question.",
    said: str = "",
    passages: tuple[Passage, ...] = (),
    model: CourseModel | None = None,
    others: tuple[str, ...] = (),
) -> Checker:
    """A checker of a draft for the move while the item is open."""
    scene = Scene(
        course=course(),
        state=states.empty_state(LearnerId("kim"), course().id),
        session=sessions.EMPTY,
        reading=Reading(intent=Intent.HINT, text=said),
        persona=course().persona(),
        model=model,  # type: ignore[arg-type]
        now=NOW,
        seed=1,
        item=item,
        answered=item,
    )
    return Checker(move, scene, Words(text=plain), passages, "Kim", others)
