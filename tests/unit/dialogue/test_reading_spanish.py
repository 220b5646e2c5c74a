"""Messages of children in Spanish: without accents, in shorthand, padded; and what must stay a response."""

from pathlib import Path

import pytest

from tests.english import TONGUES
from tests.support import Talk
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.spanish import asked, beside
from tutor.evals.intents import evaluate
from tutor.ids import CourseId

DATA = Path(__file__).parents[2] / "data"


@pytest.mark.parametrize(
    ("text", "intent"),
    [("xq esta mal?", Intent.HINT), ("Me das una pista, por favor", Intent.HINT),
     ("nose", Intent.DONT_KNOW), ("NO ENTIENDO NADAAA", Intent.STUCK), ("no lo pillo", Intent.STUCK),
     ("decime la respuesta", Intent.ANSWER_REQUEST), ("saltatela porfa", Intent.SKIP),
     ("¡Qué fácil!", Intent.TOO_EASY), ("uf está dificilísimo", Intent.TOO_HARD),
     ("esto ya lo vimos en clase", Intent.CLAIM), ("te equivocaste", Intent.APPEAL),
     ("¿q es la fotosíntesis?", Intent.QUESTION), ("ya me voy", Intent.STOP)],
)  # fmt: skip
def test_a_request_is_known_as_children_write_it(text, intent):
    assert asked(text, item_open=True) is intent


@pytest.mark.parametrize(
    "text",
    ["k", "x", "78", "no", "bien", "imposible", "el sol", "creo que es 78", "es una pista de hielo",
     "la respuesta inmune", "y = 2x", "no se ve la luna de día", "simple", "no hint please",
     "what is a cell", "sale", "la siguiente es 8", "respiración", "duro"],
)  # fmt: skip
def test_what_may_be_an_answer_is_no_request(text):
    assert asked(text, item_open=True) is None
    assert beside(text) is None


@pytest.mark.parametrize(("text", "intent"), [("entiendo", Intent.AGREE), ("sí, lo entiendo", Intent.AGREE),
                                              ("no lo entiendo", Intent.STUCK)])  # fmt: skip
def test_understanding_and_its_opposite_are_told_apart(text, intent):
    assert asked(text, item_open=True) is intent


async def test_a_reason_spelt_like_a_question_answers_an_open_question():
    talk = Talk(course=CourseId("taller"), courses=TONGUES)
    await talk.open_on("p-abierta")
    before = (await talk.loaded()).state.open
    reply = await talk.say("por que necesita la luz del sol para fabricar azucar")
    assert before is not None
    assert reply.move not in ("explain", "redirect")


def test_another_one_is_a_skip_while_one_is_open_and_practice_else():
    assert asked("otra", item_open=True) is Intent.SKIP
    assert asked("otra", item_open=False) is Intent.PRACTICE


def test_what_is_said_beside_the_task_has_its_kind():
    kinds = {
        text: beside(text) for text in ("cuantas faltan", "soy mala en mates", "puedo descansar")
    }
    assert [found.kind for found in kinds.values() if found] == ["left", "low", "pause"]


@pytest.mark.parametrize(
    ("file", "least"),
    [("spanish_1", 0.95), ("spanish_2", 0.9), ("spanish_3", 0.8),
     ("spanish_4", 0.96), ("spanish_5", 0.92)],
)  # fmt: skip
def test_what_was_once_understood_stays_understood(file, least):
    found = evaluate(DATA / "talk" / f"{file}.jsonl", half="all", courses=DATA / "tongues")
    assert float(str(found["accuracy"])) >= least
