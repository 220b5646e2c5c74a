"""What a message means is looked at only where its words leave it open."""

from collections.abc import Callable

import numpy as np
import pytest

from tests.support import Talk
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.intents import meaning
from tutor.dialogue.intents.kinds import Intent
from tutor.dialogue.intents.likely import BUCKETS, Situation, Vector, size
from tutor.dialogue.listener import Listener
from tutor.ids import CourseId
from tutor.settings import bundled

SITUATION = Situation(verdict="unreadable", kind="number")


class Sensing:
    """A sense that means one intent by everything, and counts what it is asked."""

    def __init__(self, intent: Intent, *, loaded: bool = True) -> None:
        self.asked: list[str] = []
        self._loaded = loaded
        labels, weights = meaning._model()
        towards = weights[: size_of_vector(), labels.index(intent)]
        self._vector = towards / np.linalg.norm(towards)

    async def vector(self, text: str, language: str, model: str) -> Vector | None:
        self.asked.append(text)
        return self._vector if self._loaded else None


def size_of_vector() -> int:
    return len(meaning._model()[1]) - (size() - BUCKETS)


@pytest.fixture
def heard() -> Callable[[Sensing], Talk]:
    def made(sense: Sensing) -> Talk:
        talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
        talk.tutor._listener = Listener(
            names=Names(), faces=talk.faces, screen=lambda text, language: None, voice=None, sense=sense
        )  # fmt: skip
        return talk

    return made


async def test_an_unsure_message_is_read_by_its_meaning(heard: Callable[[Sensing], Talk]) -> None:
    sense = Sensing(Intent.SKIP)
    talk = heard(sense)
    item = await talk.open_on("ep-02")
    sense.asked.clear()
    await talk.say("cannot see the point of these apples")
    assert sense.asked == ["cannot see the point of these apples"]
    assert (await talk.item()).id != item.id


async def test_a_right_answer_or_a_plain_request_asks_for_no_meaning(
    heard: Callable[[Sensing], Talk],
) -> None:
    sense = Sensing(Intent.SKIP)
    talk = heard(sense)
    await talk.open_on("ep-02")
    sense.asked.clear()
    assert (await talk.say("hint")).move == "hint"
    assert (await talk.say("i think 5/8")).move == "feedback"
    assert sense.asked == []


async def test_without_a_model_the_words_decide(heard: Callable[[Sensing], Talk]) -> None:
    talk = heard(Sensing(Intent.SKIP, loaded=False))
    item = await talk.open_on("ep-02")
    await talk.say("cannot see the point of these apples")
    assert (await talk.item()).id == item.id


def test_shares_add_up_to_one_and_follow_the_meaning() -> None:
    sense = Sensing(Intent.STOP)
    shares = dict(meaning.meant("well that is that", SITUATION, sense._vector))
    assert sum(shares.values()) == pytest.approx(1.0)
    assert max(shares, key=lambda intent: shares[intent]) == Intent.STOP
