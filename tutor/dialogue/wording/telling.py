"""What a move is told with: its plain words, what is said to a question beside it, a model's wording where there is one."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutor.dialogue import plain
from tutor.dialogue.grounding.besides import answered_beside, joined, together
from tutor.dialogue.grounding.naming import Names
from tutor.dialogue.moves import Alert, Move
from tutor.dialogue.ports import Alarm, Emit, Spoken, Voice
from tutor.dialogue.saying.talk import Words
from tutor.dialogue.scene import Scene
from tutor.dialogue.turns.made import example
from tutor.items.item import Item
from tutor.learner_state.events import ConcernRaised, Event
from tutor.retrieval.passage import Hit, Retriever


@dataclass(frozen=True, slots=True, kw_only=True)
class Telling:
    """A move that was decided and grounded: `coming` is the item that will be open when the reply is read."""

    move: Move
    scene: Scene
    hits: tuple[Hit, ...]
    who: str
    crisis: str
    coming: Item | None


async def told(
    telling: Telling, retriever: Retriever, names: Names, voice: Voice | None, release: Emit
) -> tuple[Spoken, bool]:
    """The reply, and whether its text was released already, sentence by sentence."""
    move, scene = telling.move, telling.scene
    words = plain.say(
        move, scene, name=telling.who, hits=telling.hits,
        example=example(move, scene), crisis=telling.crisis,
    )  # fmt: skip
    beside = await answered_beside(move, scene, telling.coming, retriever, names)
    if beside is not None:
        words = joined(words, beside)
    if voice is None or isinstance(move, Alert):
        return Spoken(words=words, by="plain"), False
    spoken = await voice.word(move, scene, words, telling.hits, telling.who, release)
    if spoken is None:
        return Spoken(words=words, by="plain"), False
    if beside is None or spoken.words is words:
        return spoken, True
    more = joined(Words(text=""), beside)
    await release(f"\n\n{more.text}")
    return replace(spoken, words=together(spoken.words, more)), True


async def alerted(alarm: Alarm, move: Move, scene: Scene, events: Sequence[Event]) -> str:
    """Alert the adult where a concern was raised; the crisis reply where that is what the move says, else ""."""
    raised = next((e for e in events if isinstance(e, ConcernRaised)), None)
    concern = scene.reading.concern
    if raised is None or concern is None:
        return ""
    delivered = await alarm.raise_alert(scene.state.learner, concern, raised.alert, scene.now)
    if not isinstance(move, Alert):
        return ""
    return alarm.crisis_reply(concern, scene.course.language, delivered=delivered)
