"""Six simulated students talk with two versions of a persona; the difference in what happens.

The students are those of the rules' walks, and an anxious one: random learners that hold no
belief, each with dice of its own, so that a seed gives the same student for both. They meet the
real turn without a model, since a persona's behaviour is decided by code.
"""

from collections import Counter
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from tutor.dialogue.checks.form import questions_in, words_in
from tutor.evals.personas.find import Cast
from tutor.evals.rules.helping import attempt_of, no_answer_before_the_end
from tutor.evals.rules.learner import STUDENTS
from tutor.evals.rules.walk import Seen, Walk, Way
from tutor.evals.simulate.dialogue import OneCourse
from tutor.items.grade import Verdict
from tutor.learner_state.events import HintGiven
from tutor.prompting import PromptBook
from tutor.retrieval.index import Library
from tutor.retrieval.memory import InMemoryPassageStore

TURNS = 60  # of one student with one persona


@dataclass(slots=True, kw_only=True)
class Behaviour:
    """What happened in the turns of one or several students. `words`, `questions` are sums."""

    turns: int = 0
    moves: Counter[str] = field(default_factory=Counter)
    hints: int = 0
    solved: int = 0
    unaided: int = 0
    words: int = 0
    questions: int = 0
    leaks: int = 0

    def note(self, walked: list[Seen]) -> None:
        """Count the last turn of a walk."""
        seen = walked[-1]
        attempt = attempt_of(seen)
        right = attempt is not None and attempt.verdict is Verdict.CORRECT
        self.turns += 1
        self.moves[seen.reply.move] += 1
        self.hints += sum(isinstance(event, HintGiven) for event in seen.events)
        self.solved += right
        self.unaided += right and attempt is not None and attempt.unaided
        self.words += words_in(seen.reply.text)
        self.questions += questions_in(seen.reply.text)
        self.leaks += no_answer_before_the_end(walked) is not None

    def figures(self) -> dict[str, float]:
        """The counts, and per reply words and questions."""
        turns = max(1, self.turns)
        return {
            "hints": self.hints,
            "tells": self.moves["tell"],
            "redirects": self.moves["redirect"],
            "items solved": self.solved,
            "items solved unaided": self.unaided,
            "words per reply": round(self.words / turns, 1),
            "questions per reply": round(self.questions / turns, 2),
            "leaks": self.leaks,
        }


Found = Mapping[str, Behaviour]
"""Behaviour by student."""


async def watch(
    cast: Cast, *, turns: int, seed: int, prompts: Path, progress: Callable[[], None] = lambda: None
) -> Found:
    """The six students with one persona."""
    library = Library(InMemoryPassageStore())
    await library.add_course(cast.course)
    found = {}
    for number, manner in enumerate(STUDENTS):
        way = Way(
            course=cast.course.id, persona=cast.persona.id, manner=manner, seed=seed + number,
            hostile=False,
        )  # fmt: skip
        walk = Walk(way, OneCourse(course=cast.staged), library, PromptBook(prompts))
        behaviour, walked = Behaviour(), list[Seen]()
        async for seen in walk.turns(turns):
            walked.append(seen)
            behaviour.note(walked)
            progress()
        found[manner] = behaviour
    return found


async def watch_both(
    one: Cast,
    other: Cast,
    *,
    turns: int,
    seed: int,
    prompts: Path,
    progress: Callable[[], None] = lambda: None,
) -> tuple[Found, Found]:
    """The same six students with each of two personas, one after the other."""
    first = await watch(one, turns=turns, seed=seed, prompts=prompts, progress=progress)
    return first, await watch(other, turns=turns, seed=seed, prompts=prompts, progress=progress)


def together(found: Found) -> Behaviour:
    """All students at once."""
    whole = Behaviour()
    for one in found.values():
        whole.turns += one.turns
        whole.moves.update(one.moves)
        whole.hints += one.hints
        whole.solved += one.solved
        whole.unaided += one.unaided
        whole.words += one.words
        whole.questions += one.questions
        whole.leaks += one.leaks
    return whole
