"""Labelled utterances and how they are read: our own rows, and the turns of an outside corpus.

Our own row is `{"text", "intent", "course", "item"}`: `item` is the open item's id or null. It may say what the
tutor did last (`last`: ask, hint, wrong, right or explain) and, of a response, the `verdict` that it gets. The
halves are fixed by the text itself, so that a row never changes sides.

An outside row (CIMA, Stasaski et al. 2020: learners fill a blank in Italian) is `{"utterance",
"history", "labels"}` with one or more of guess, question, affirmation, other; see `outside_labels`.
"""

import gzip
import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TextIO

from tutor.curriculum.book import Book
from tutor.curriculum.course import Course
from tutor.dialogue.intents.likely import Vector
from tutor.dialogue.read import Found, Reading, Vocabulary, read
from tutor.dialogue.session import EMPTY, Session, Waiting
from tutor.errors import BadInput
from tutor.ids import CourseId, ItemId
from tutor.items.item import Item
from tutor.retrieval.questions import Questions
from tutor.retrieval.vocabulary import Vocabulary as CourseWords
from tutor.safety.screen import screen
from tutor.settings import bundled

SEED = 1  # of items made from a template
# What the tutor did last → the conversation as far as a reading looks at it.
LAST = {
    "ask": Session(turns=1, moves=("ask",), waiting=Waiting.RESPONSE),
    "hint": Session(turns=2, moves=("hint",), waiting=Waiting.RESPONSE),
    "wrong": Session(
        turns=2, moves=("feedback",), waiting=Waiting.RESPONSE, rounds=1,
        last_wrong="?", last_attempt="?",
    ),
    "right": Session(
        turns=2, moves=("feedback",), settled=(ItemId("settled"), SEED), last_attempt="?",
    ),
    "explain": Session(turns=2, moves=("explain",), shown="?"),
}  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One labelled utterance of ours."""

    text: str
    intent: str
    course: CourseId
    item: ItemId | None
    last: str = ""
    verdict: str = ""

    @property
    def held_out(self) -> bool:
        """Whether the row belongs to the half that nothing is tuned on."""
        return hashlib.sha256(self.text.casefold().encode()).digest()[0] % 2 == 1


def rows_of(path: Path) -> Iterator[dict[str, Any]]:
    """The rows of a JSON-lines file, compressed or not, or of a folder's; raises BadInput."""
    for file in sorted(path.glob("*.jsonl")) if path.is_dir() else [path]:
        try:
            with _opened(file) as lines:
                yield from (json.loads(line) for line in lines if line.strip())
        except (OSError, json.JSONDecodeError, UnicodeDecodeError) as problem:
            raise BadInput(f"The file cannot be read: {problem}", where=str(file)) from problem


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


def ours(rows: Sequence[dict[str, Any]]) -> list[Said]:
    """Rows of ours; raises BadInput for one that lacks a field."""
    try:
        return [
            Said(
                text=row["text"],
                intent=row["intent"],
                course=CourseId(row["course"]),
                item=ItemId(row["item"]) if row["item"] else None,
                last=row.get("last", ""),
                verdict=row.get("verdict", ""),
            )
            for row in rows
        ]
    except KeyError as problem:
        raise BadInput(
            f"A row needs text, intent, course and item: {problem} is missing."
        ) from problem


class Readers:
    """Reads utterances as the turn does, on the bundled courses or those of a folder."""

    def __init__(
        self, embed: Callable[[str], Vector] | None = None, courses: Path | None = None
    ) -> None:
        """With `embed`, unsure readings look at what a message means, as where the extra `dense` is."""
        self._embed = embed
        self._book = Book([courses or bundled("curricula")])
        self._book.refresh()
        self._words: dict[CourseId, Vocabulary] = {}
        self._questions: dict[CourseId, Questions] = {}

    def course(self, course: CourseId) -> Course:
        """A course; raises NotFound."""
        return self._book.get(course)

    def item(self, row: Said) -> Item | None:
        """The row's open item."""
        return self.course(row.course).item(row.item, SEED) if row.item else None

    def vocabulary(self, course: CourseId) -> Vocabulary:
        """The course's vocabulary."""
        if course not in self._words:
            words = CourseWords(self.course(course))
            self._words[course] = lambda text: tuple(
                Found(skill=m.skill, term=m.term, means=m.means, sure=m.score)
                for m in words.match(text)
            )
        return self._words[course]

    def questions(self, course: CourseId) -> Questions:
        """The questions that the course's readings ask."""
        if course not in self._questions:
            self._questions[course] = Questions(self.course(course))
        return self._questions[course]

    def read(self, row: Said) -> Reading:
        """What the tutor takes the utterance to be, screen included, without a model."""
        first = self._read(row, None)
        return self._read(row, self._embed(first.text)) if self._embed and first.unsure else first

    def _read(self, row: Said, vector: Vector | None) -> Reading:
        return read(
            row.text,
            item=self.item(row),
            session=LAST.get(row.last, EMPTY),
            vocabulary=self.vocabulary(row.course),
            asked=self.questions(row.course).asked,
            matter=self.questions(row.course).of_matter,
            concern=screen(row.text, self.course(row.course).language),
            vector=vector,
        )
