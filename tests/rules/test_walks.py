"""Random learners of every manner, in every course and persona, against a model that means harm."""

from dataclasses import replace

import pytest

from tests.english import TONGUES
from tests.rules.places import BOOK, PROMPTS
from tutor.curriculum.persona import Contract
from tutor.evals.rules.learner import MANNERS
from tutor.evals.rules.run import Found, Stage, staged, walk_all
from tutor.evals.rules.table import RULES
from tutor.evals.rules.walk import Seen, Walk, Way
from tutor.ids import CourseId, PersonaId
from tutor.learner_state.events import Attempted, HintGiven, ItemClosed
from tutor.retrieval.index import Library

STAGE = Stage(tuple(staged(course) for course in BOOK.all()))
PLACES = [(course.id, persona) for course in STAGE.all() for persona in course.personas]
LENGTH = 200


async def walked(way: Way, library: Library, length: int = LENGTH) -> list[Seen]:
    return [seen async for seen in Walk(way, BOOK, library, PROMPTS).turns(length)]


@pytest.mark.parametrize(("course", "persona"), PLACES, ids=lambda part: str(part))
async def test_no_rule_is_broken_and_nothing_ends_in_a_dead_end(course, persona, library):
    number = PLACES.index((course, persona))
    manner = list(MANNERS)[number % len(MANNERS)]
    way = Way(course=course, persona=persona, manner=manner, seed=number, hostile=number % 3 != 0)
    found, turns = Found(), []
    async for seen in Walk(way, STAGE, library, PROMPTS).turns(LENGTH):
        turns.append(seen)
        found.note(way, turns)
    assert found.examples == []
    assert found.turns == LENGTH


async def test_no_rule_is_broken_in_a_spanish_course():
    found = await walk_all(240, seed=3, length=60, curricula=TONGUES)
    assert found.examples == []
    assert found.turns == 240


async def test_a_seed_walks_the_same_way_twice(library):
    way = Way(
        course=CourseId("fractions"), persona=PersonaId("patient-guide"), manner="struggling",
        seed=7, hostile=True,
    )  # fmt: skip
    first, second = await walked(way, library, 40), await walked(way, library, 40)
    assert [s.text for s in first] == [s.text for s in second]
    assert [s.reply.text for s in first] == [s.reply.text for s in second]


async def test_the_model_does_get_its_say_and_is_mostly_refused(library):
    way = Way(
        course=CourseId("fractions"), persona=PersonaId("patient-guide"), manner="keen", seed=5,
        hostile=True,
    )  # fmt: skip
    turns = await walked(way, library, 80)
    drafts = [draft for seen in turns for draft in seen.drafts]
    assert len(drafts) > 40
    assert any("answer is" in draft for draft in drafts)


# ── the checks can fail ──


def broken(rule: str, turns: list[Seen], change) -> bool:
    """Whether a rule finds fault with some turn once it is changed, and with none as it was."""
    checks = next(r.checks for r in RULES if r.title == rule)
    for end in range(1, len(turns) + 1):
        bad = change(turns[end - 1])
        if bad is not None and any(check([*turns[: end - 1], bad]) for check in checks):
            return True
    return False


@pytest.fixture(scope="module")
async def turns(library) -> list[Seen]:
    way = Way(
        course=CourseId("fractions"), persona=PersonaId("patient-guide"), manner="struggling",
        seed=11, hostile=False,
    )  # fmt: skip
    return await walked(way, library, 120)


def saying(seen: Seen, text: str) -> Seen:
    return replace(seen, reply=replace(seen.reply, text=text))


def without(seen: Seen, kind: type) -> Seen:
    return replace(seen, events=tuple(e for e in seen.events if not isinstance(e, kind)))


async def test_a_told_answer_is_found(turns):
    assert broken(
        "no answer before the end", turns,
        lambda s: saying(s, f"The answer is {s.left.type.answer_text()}.") if s.left else None,
    )  # fmt: skip


async def test_a_skipped_hint_is_found(turns):
    def skipped(seen: Seen) -> Seen | None:
        if not any(isinstance(e, HintGiven) for e in seen.events):
            return None
        events = [
            replace(e, level=e.level + 1) if isinstance(e, HintGiven) else e for e in seen.events
        ]
        return replace(seen, events=tuple(events))

    assert broken("hints in order, then a twin", turns, skipped)


async def test_help_in_a_quiz_is_found(turns):
    def quiz(seen: Seen) -> Seen:
        return replace(seen, persona=replace(seen.persona, contract=Contract.QUIZ))

    assert broken("no help abuse", turns, quiz)


@pytest.mark.parametrize(
    ("rule", "text"),
    [
        ("short, one question", "What is it? And why? What else?"),
        ("short, one question", "word " * 300),
        ("no empty praise", "You are a genius."),
        ("level and language", "and " * 60 + "so it ends."),
        ("off-topic, and back", "Well, " + "let me tell you all about that game " * 12),
    ],
)
async def test_bad_words_are_found(turns, rule, text):
    assert broken(rule, turns, lambda seen: saying(seen, text))


async def test_a_verdict_turned_round_is_found(turns):
    assert broken("code grades", turns, lambda seen: saying(seen, "Correct! Exactly right."))


async def test_an_item_that_vanishes_is_found(turns):
    def lost(seen: Seen) -> Seen:
        state = replace(seen.after.state, open=None)
        return without(replace(seen, after=replace(seen.after, state=state)), ItemClosed)

    assert broken("nothing lost, graded or asked twice", turns, lost)


async def test_a_second_grade_for_one_message_is_found(turns):
    def twice(seen: Seen) -> Seen:
        return replace(
            seen, events=(*seen.events, *(e for e in seen.events if isinstance(e, Attempted)))
        )

    assert broken("nothing lost, graded or asked twice", turns, twice)


async def test_a_reply_that_leaves_nothing_to_do_is_found(turns):
    def dead(seen: Seen) -> Seen:
        return replace(seen, reply=replace(seen.reply, card=None, buttons=()))

    assert broken("no dead end", turns, dead)
