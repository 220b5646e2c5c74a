"""A learner shows working: the reply names where it goes wrong, and never what would be right."""

import re

import pytest

from tests.support import Talk
from tutor.items.reveal import reveals
from tutor.learner_state.events import Attempted


async def _asked(talk: Talk) -> tuple[int, int]:
    item = await talk.open_on("add-t")
    a, b = (int(n) for n in re.findall(r"\d+", item.prompt))
    return a, b


async def _attempts(talk: Talk) -> list[Attempted]:
    return [e for e in await talk.events() if isinstance(e, Attempted)]


@pytest.mark.parametrize("chain", [True, False])
async def test_the_line_that_goes_wrong_is_named_and_what_was_right_before_it(chain):
    talk = Talk()
    a, b = await _asked(talk)
    ones, tens = a % 10 + b % 10, a + b - a % 10 - b % 10
    lines = [f"{a} + {b}", f"{tens} + {ones}", f"{a + b + 10}"]
    reply = await talk.say((" = " if chain else "\n= ").join(lines))
    assert reply.move == "hint"
    assert f"{tens} + {ones}" in reply.text
    assert str(a + b + 10) in reply.text
    assert not reveals(reply.text, await talk.item())


async def test_a_right_end_of_several_lines_is_right():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b}\n= {a + b}\n{a + b}")
    assert reply.move == "feedback"
    assert (await _attempts(talk))[-1].verdict == "correct"
    assert "does not hold" not in reply.text


async def test_a_right_end_with_a_wrong_line_is_right_and_the_line_is_named():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b} = {a + b}\n2 + 2 = 5\n{a + b}")
    assert (await _attempts(talk))[-1].verdict == "correct"
    assert "2 + 2 = 5" in reply.text


async def test_working_without_an_end_costs_nothing():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"x = a + b\n2x = {a} + {b}")
    assert reply.move == "clarify"
    assert [a.verdict for a in await _attempts(talk)] == ["unreadable"]
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.tries == 0
    assert "how does it end" in reply.text.lower()


async def test_an_answer_reached_and_left_again_is_not_given_away():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b}\n= {a + b}\n= {a + b + 7}")
    assert reply.move == "hint"
    assert not reveals(reply.text, await talk.item())
    assert "line 3" in reply.text


async def test_sound_lines_to_a_wrong_end_are_said_to_be_sound():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b + 10}\n= {a + b + 10}")
    assert reply.move == "hint"
    assert "follows from the one before" in reply.text
    assert not reveals(reply.text, await talk.item())


async def test_working_with_a_known_misconception_is_still_probed():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b}\n= {a + b - 1}")
    assert reply.move == "probe"
    assert str(a + b - 1) in reply.text


async def test_a_line_that_cannot_be_read_is_named_with_what_was_read_before_it():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b} = {a + b - 3} + 3\n= {b} + * {a} =\n= {a + b + 7}")
    assert "line 2" in reply.text.lower()
    assert "could not read" in reply.text
    assert f"{a + b - 3} + 3" in reply.text
    assert not reveals(reply.text, await talk.item())


async def test_a_right_end_after_a_line_that_cannot_be_read_is_right_and_the_line_is_named():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b}\n{b} + * {a} =\n{a + b}")
    assert (await _attempts(talk))[-1].verdict == "correct"
    assert "could not read" in reply.text
    assert "line 2" in reply.text.lower()


async def test_working_too_long_to_follow_is_said_with_the_line_up_to_which_it_was_read():
    talk = Talk()
    a, b = await _asked(talk)
    lines = [f"{a} + {b} + {k} - {k}" for k in range(1, 14)]
    reply = await talk.say("\n= ".join([*lines, f"{a + b + 7}"]))
    assert "From line 13 on" in reply.text
    assert f"{a} + {b} + 12 − 12" in reply.text
    assert not reveals(reply.text, await talk.item())


async def test_the_line_that_cannot_be_read_is_named_where_the_end_is_missing_too():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"x = {a} + {b}\n2x = {2 * a} + * {b}")
    assert reply.move == "clarify"
    assert "could not read" in reply.text
    assert "line 2" in reply.text.lower()
    opened = (await talk.loaded()).state.open
    assert opened is not None
    assert opened.tries == 0


async def test_remarks_between_lines_are_not_called_unreadable():
    talk = Talk()
    a, b = await _asked(talk)
    reply = await talk.say(f"{a} + {b}\nnow i add the ones:\n= {a + b}\n{a + b}")
    assert (await _attempts(talk))[-1].verdict == "correct"
    assert "could not read" not in reply.text
