"""An answer that is told does not ask again for what it tells."""

from tests.support import Talk
from tutor.ids import CourseId
from tutor.settings import bundled

NEARLY = (
    "the parts are different sizes",
    "they are different so it is wrong",
    "it is not equal at all",
    "the sizes are unequal",
    "not the same, unequal",
    "his are different",
)


async def test_a_told_answer_asks_once_at_most():
    talk = Talk(course=CourseId("fractions"), courses=bundled("curricula"))
    reply = await talk.open_on("ep-07")
    moves = []
    for text in NEARLY:
        reply = await talk.say(text, seconds=120)
        moves.append(reply.move)
        if reply.move == "tell":
            break
    assert reply.move == "tell", moves
    assert "one idea" in reply.text
    assert reply.text.count("?") <= 1
