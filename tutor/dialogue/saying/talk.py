"""What every plain sentence of one reply may use: the scene, what was found, and the phrasings. Pure."""

import re
import zlib
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.dialogue.messages import Citation
from tutor.dialogue.phrases import Speaker, table_of
from tutor.dialogue.scene import Scene, in_sight
from tutor.ids import SkillId
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.retrieval.passage import Hit, Passage

ASKS = re.compile(r"[?؟？]")
LISTED = 6  # titles that a sentence may list


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A reply's text in paragraphs (Markdown) and the passages that it cites, in order of [n]."""

    text: str
    citations: tuple[Citation, ...] = ()
    grounded: bool = True  # whether an explanation found anything to stand on
    kept: bool = False  # whether all that it found would give the open item away


def cite(number: int, passage: Passage) -> Citation:
    """A passage as citation number `number`."""
    return Citation(
        number=number,
        document=passage.document,
        title=passage.title,
        heading=" › ".join(passage.heading_path[1:]) or passage.title,
        anchor=passage.anchor,
        passage=passage.id,
        page=passage.page,
    )


class Talk:
    """The sentences of one reply."""

    def __init__(
        self, move: str, scene: Scene, name: str, hits: tuple[Hit, ...], example: Item | None
    ) -> None:
        self.scene = scene
        self.name = name
        self.hits = hits
        self.example_item = example
        self.speaker = Speaker(
            zlib.crc32(scene.state.learner.encode()) % 97,
            scene.session.turns,
            table_of(scene.course.language),
            times=scene.session.said.get(move, 0),
        )

    def line(self, key: str, **slots: object) -> str:
        """The phrasing of a key for this turn."""
        return self.speaker.say(key, name=self.name, course=self.scene.course.title, **slots)

    def closing(self, key: str, said: str) -> str:
        """What a reply ends with, unless something in it asks already: one question a turn."""
        return "" if ASKS.search(said) else self.line(key)

    def title(self, skill: SkillId | None) -> str:
        """A skill's title; the course's where there is none."""
        return self.scene.course.skills[skill].title if skill else self.scene.course.title

    def gives_away(self, text: str) -> bool:
        """Whether a text tells the open item's answer beyond what the learner has before their eyes."""
        item = self.scene.item
        return item is not None and reveals(text, item, seen=in_sight(self.scene))

    def unsaid(self, words: Sequence[str], *, near: bool = True) -> str:
        """That the readings say nothing about words of the question, before what is `near` to it or with nothing
        behind it; "" where there are none."""
        quoted = [self.line("quoted", word=word) for word in words]
        key = "explain.unsaid" if near else "explain.none_of"
        return self.line(key, words=self.either(quoted)) if quoted else ""

    def item(self) -> Item | None:
        """The item that is spoken of: the one just answered, else the open one."""
        return self.scene.answered or self.scene.item

    def listed(self, titles: Sequence[str]) -> str:
        """“a, b and c”, with the number of those that are left out."""
        if len(titles) > LISTED:
            shown, more = ", ".join(titles[:LISTED]), len(titles) - LISTED
            return self.line("list.more", shown=shown, more=more)
        return self._joined("list.and", titles)

    def either(self, titles: Sequence[str]) -> str:
        """“a, b or c”."""
        return self._joined("list.or", titles)

    def _joined(self, key: str, titles: Sequence[str]) -> str:
        if len(titles) < 2:
            return "".join(titles)
        return self.line(key, first=", ".join(titles[:-1]), last=titles[-1])


def paragraph(*parts: str) -> str:
    """The parts that are there, in one paragraph."""
    return " ".join(part.strip() for part in parts if part and part.strip())


def paragraphs(*parts: str) -> str:
    """The parts that are there, each in a paragraph of its own."""
    return "\n\n".join(part.strip() for part in parts if part and part.strip())
