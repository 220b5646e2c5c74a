"""A message in which the screen sees nothing is asked about when its meaning says so."""

import numpy as np
import pytest

from tests.support import Talk
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.intents.likely import Vector
from tutor.dialogue.intents.meaning import MODEL
from tutor.dialogue.listener import Listener
from tutor.learner_state.events import ConcernRaised
from tutor.safety.concern import Concern, Kind

ABROAD = "a model of many languages"


class Sensing:
    """A sense that knows one vector, and keeps what it is asked."""

    def __init__(self, *, loaded: bool = True) -> None:
        self.asked: list[str] = []
        self.models: list[str] = []
        self._loaded = loaded

    async def vector(self, text: str, language: str, model: str) -> Vector | None:
        self.asked.append(text)
        self.models.append(model)
        return np.ones(384) / np.sqrt(384) if self._loaded else None


class Looking:
    """A second look that wonders about stairs, in two languages."""

    def wanted(self, text: str) -> str | None:
        if "escaleras" in text:
            return ABROAD
        return MODEL if "stairs" in text else None

    def found(self, text: str, vector: Vector) -> Concern | None:
        return Concern(kind=Kind.ABUSE, tier=2) if "hands" in text or "manos" in text else None


def heard(sense: Sensing) -> Talk:
    talk = Talk()
    talk.tutor._listener = Listener(
        faces=talk.faces, screen=lambda text, language: None, voice=None, names=Names(),
        sense=sense, second=Looking(),
    )  # fmt: skip
    return talk


async def test_a_find_is_a_doubt_and_a_second_one_a_crisis() -> None:
    talk = heard(Sensing())
    await talk.open_on("add-t")
    said = "i scrub the stairs until my hands sting"
    assert await talk.moves(said, f"{said}, every day") == ["alert", "alert"]
    raised = [(e.kind, e.tier) for e in await talk.events() if isinstance(e, ConcernRaised)]
    assert raised == [("abuse", 2), ("abuse", 1)]


async def test_where_its_meaning_says_nothing_a_message_is_an_ordinary_one() -> None:
    sense = Sensing()
    plain = (await Talk().say("the stairs of our school are steep")).move
    assert (await heard(sense).say("the stairs of our school are steep")).move == plain
    assert sense.asked


@pytest.mark.parametrize("text", ["the stairs until my hands sting", "what is a fraction"])
async def test_without_a_model_nothing_is_found_by_meaning(text: str) -> None:
    sense = Sensing(loaded=False)
    plain = (await Talk().say(text)).move
    assert (await heard(sense).say(text)).move == plain


async def test_no_meaning_is_asked_for_where_none_is_wanted() -> None:
    sense = Sensing()
    talk = heard(sense)
    await talk.say("hint")
    assert sense.asked == []


async def test_a_message_in_another_language_is_looked_at_by_the_model_that_knows_it() -> None:
    sense = Sensing()
    reply = await heard(sense).say("friego las escaleras hasta que me arden las manos")
    assert reply.move == "alert"
    assert ABROAD in sense.models


class Unmoved:
    """A second look that finds nothing in whatever was guessed."""

    def wanted(self, text: str) -> str | None:
        return MODEL

    def found(self, text: str, vector: Vector) -> Concern | None:
        return None


@pytest.mark.parametrize(("guessed", "loaded", "followed"), [
    (True, True, True), (True, False, False), (False, True, False),
])  # fmt: skip
async def test_an_order_that_was_guessed_is_taken_back_where_its_meaning_says_nothing(
    guessed: bool, loaded: bool, followed: bool
) -> None:
    text = "can you give me a hint"
    plain = (await Talk().say(text)).move
    talk = Talk()
    talk.tutor._listener = Listener(
        faces=talk.faces, voice=None, names=Names(),
        screen=lambda text, language: Concern(kind=Kind.INJECTION, tier=0, guessed=guessed),
        sense=Sensing(loaded=loaded), second=Unmoved(),
    )  # fmt: skip
    assert ((await talk.say(text)).move == plain) is followed
