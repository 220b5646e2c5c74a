"""`meno eval replies`: what the tutor without a model says in the middle of a conversation, by patterns.

A row is `{"course", "text", "holds"}`: patterns any of which a good reply holds. `lacks` are patterns none of which it
holds; `item` is the question that is open, `before` what the learner sent ahead of the message, where `@right` and
`@wrong` stand for a right and a wrong response. Only the reply to the last message counts, without the open question.
"""

import asyncio
import json
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

from tutor.curriculum.course import Course
from tutor.dialogue.messages import Inbound, Outbound
from tutor.errors import BadInput
from tutor.evals.intent_rows import rows_of
from tutor.evals.questions import WHEN, Asking
from tutor.evals.transcripts import typed
from tutor.ids import CourseId, ItemId, LearnerId, MessageId

SKIPS = 60  # until the item that a row names has come up


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """One message in its conversation, what was said to it, and whether that is such as the row wants."""

    text: str
    move: str
    reply: str
    right: bool


async def evaluate(path: Path, courses: Iterable[Path] = ()) -> list[Met]:
    """Hold every row's conversation; raises BadInput for a row that lacks a field, or an item that never comes up."""
    asking = await Asking.over(courses, None)
    return [await _Held(asking, row, number).met() for number, row in enumerate(rows_of(path))]


class _Held:
    """The conversation of one row, with a clock of its own."""

    def __init__(self, asking: Asking, row: dict[str, Any], number: int) -> None:
        try:
            self._course: Course = asking.book.get(CourseId(row["course"]))
            self._text, self._holds = row["text"], tuple(row["holds"])
        except KeyError as problem:
            raise BadInput(
                f"A row needs course, text and holds: {problem} is missing."
            ) from problem
        self._asking, self._who = asking, LearnerId(f"talker-{number}")
        self._lacks, self._before = tuple(row.get("lacks", ())), tuple(row.get("before", ()))
        self._item = ItemId(row["item"]) if row.get("item") else None
        self._sent = 0

    async def met(self) -> Met:
        await self._say("hi")
        if self._item is not None:
            await self._open(self._item)
        for text in self._before:
            await self._say(text)
        outbound = await self._say(self._text)
        labels = (button.label for button in outbound.buttons if outbound.move == "offer")
        reply = "\n".join((outbound.text, *labels))
        right = any(re.search(pattern, reply) for pattern in self._holds)
        right = right and not any(re.search(pattern, reply) for pattern in self._lacks)
        said = " >> ".join((*self._before, self._text))
        return Met(text=said, move=outbound.move, reply=reply, right=right)

    async def _open(self, item: ItemId) -> None:
        skill = next((s for s, items in self._course.by_skill.items() if item in items), "")
        await self._say(f"/practise {skill}")
        for _ in range(SKIPS):
            state = (await self._asking.tutor.load(self._who, self._course.id)).state
            if state.open is not None and state.open.item == item:
                return
            await self._say("/skip" if state.open else "/next")
        raise BadInput(f"The item {item} does not come up.", where=str(self._course.id))

    async def _say(self, text: str) -> Outbound:
        self._sent += 1
        opened = (await self._asking.tutor.load(self._who, self._course.id)).state.open
        item = self._course.item(opened.item, opened.seed) if opened else None
        return await self._asking.tutor.turn(
            Inbound(
                learner=self._who, course=self._course.id,
                message=MessageId(f"{self._who}-{self._sent}"), text=typed(text, item),
                at=WHEN + timedelta(minutes=self._sent), channel="eval",
            )
        )  # fmt: skip


def figures(rows: Sequence[Met]) -> dict[str, float]:
    """How many rows, and the share of those with such a reply as is wanted."""
    share = sum(row.right for row in rows) / len(rows) if rows else 0.0
    return {"rows": len(rows), "right": round(share, 3)}


def run(path: Path, wrong: bool, as_json: bool, courses: Path | None = None) -> int:
    """Talk, print, and give the exit code."""
    rows = asyncio.run(evaluate(path, [courses] if courses else ()))
    if as_json:
        print(json.dumps(figures(rows)))
        return 0
    console = Console()
    for row in rows if wrong else ():
        if not row.right:
            reply = " / ".join(row.reply.split("\n"))
            console.print(f"{row.text}: {row.move}, {reply}", markup=False, highlight=False)
    console.print(figures(rows))
    return 0
