"""What the prompt file of a move gets: its inputs, what a draft may not lose, how long it may be. Pure."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import assert_never

from tutor.dialogue.grounding.beyond import beyond, mark, may_go_beyond
from tutor.dialogue.moves import (
    Acknowledge,
    Explain,
    Feedback,
    Hint,
    Probe,
    Tell,
    WorkedExample,
)
from tutor.dialogue.plain import Words, working
from tutor.dialogue.scene import Scene
from tutor.dialogue.wording.sentences import Sentences
from tutor.ids import MisconceptionId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.items.reveal import secret_of, told
from tutor.prompting import Data
from tutor.retrieval.passage import Passage

BEYOND = 60  # words of what is not from the course
SHORT = 40  # words of an announcement or a redirect


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """What the prompt file of a move gets. `name` is the file's.

    `keep` is the plain wording that the draft replaces; `tail` follows the draft word by word.
    `head` goes before the draft word by word, and a draft with one is released whole or not at all.
    `core` is the part that may not get lost: where a draft leaves it out, it is added. `graded`
    says that the reply must state a verdict.
    """

    name: str
    keep: str
    max_words: int
    inputs: Mapping[str, object] = field(default_factory=dict)
    core: str = ""
    head: str = ""
    tail: str = ""
    graded: bool = False


def item_text(item: Item) -> str:
    """The item as the learner sees it."""
    options = [f"{option.label}) {option.text}" for option in item.type.shown().options]
    return "\n".join(part for part in (item.prompt, item.code, *options) if part)


class Asking:
    """What is asked of the model in one scene; `text` is the plain wording."""

    def __init__(self, scene: Scene, text: str) -> None:
        self.scene = scene
        self.text = text
        self.words = scene.persona.max_words

    def short(self, name: str, *, core: str = "", **inputs: object) -> Wording:
        words = min(SHORT, self.words)
        return Wording(name=name, keep=self.text, max_words=words, core=core, inputs=inputs)

    def leading(self, name: str, **inputs: object) -> Wording | None:
        """A sentence that leads over to what follows word by word; None where nothing does."""
        lead, _, rest = self.text.partition("\n\n")
        words = min(SHORT, self.words)
        return (
            Wording(name=name, keep=lead, max_words=words, tail=rest, inputs=inputs)
            if rest
            else None
        )

    def clarify(self, grade: Grade) -> Wording:
        return self.short("clarify", core=grade.note, item=self.about())

    def opening(self) -> Wording:
        """A greeting, with the offer of placement behind it word by word."""
        greeting, _, offer = self.text.rpartition("\n\n")
        words = min(SHORT, self.words)
        return Wording(name="open", keep=greeting, max_words=words, tail=offer)

    def long(self, name: str, *, core: str = "", graded: bool = False, **inputs: object) -> Wording:
        return Wording(
            name=name,
            keep=self.text,
            max_words=self.words,
            core=core,
            graded=graded,
            inputs=inputs,
        )

    def item(self) -> Item | None:
        return self.scene.answered or self.scene.item

    def about(self) -> Data:
        item = self.item()
        return Data(item_text(item) if item else "")

    def idea(self, known: MisconceptionId | None) -> Data:
        found = self.scene.course.misconceptions.get(known) if known else None
        return Data(found.says if found else "")

    def step(self) -> Data:
        """The line of the learner's own working that first goes wrong."""
        worked = working(self.scene)
        return Data(worked.wrong if worked else "")

    def probe(self, move: Probe) -> Wording:
        known = self.scene.course.misconceptions.get(move.misconception or MisconceptionId(""))
        return self.long(
            "probe",
            core=known.probe if known else "",
            graded=True,
            item=self.about(),
            verdict=verdict(move.grade),
            located=self.idea(move.misconception),
            step=self.step(),
        )

    def hint(self, move: Hint) -> Wording | None:
        item = self.item()
        if item is None:
            return None
        return self.long(
            "hint",
            core=item.hints[move.level - 1],
            graded=move.after is not None,
            item=self.about(),
            verdict=verdict(move.after) if move.after else "",
            located=self.idea(move.after.misconception if move.after else None),
            step=self.step(),
            level=move.level,
            levels=item.bottom_out,
            allowed=_allowed(move),
            bottom_out=move.bottom_out,
        )

    def explain(self, move: Explain, passages: Sequence[Passage]) -> Wording:
        item = self.scene.item
        return self.long(
            "explain",
            passages=[{"text": Data(_without_answer(p.text, item))} for p in passages],
            item=Data(item_text(item) if item else ""),
            back=move.back_to_item,
        )

    def beyond(self, move: Explain, plain: Words) -> Wording | None:
        """What is generally known, marked as not from the course; None where that is not allowed."""
        if not beyond(move, plain) or not may_go_beyond(self.scene):
            return None
        item, course = self.scene.item, self.scene.course
        _, _, back = self.text.rpartition("\n\n")
        head = mark(course.language, self.scene.seed)
        return Wording(
            name="beyond",
            keep=head,
            head=head,
            tail=back if move.back_to_item else "",
            max_words=min(BEYOND, self.words),
            inputs={"course": Data(course.title), "item": Data(item_text(item) if item else "")},
        )

    def example(self, move: WorkedExample) -> Wording | None:
        shown = self.text.partition("\n\n")[2]
        return self.leading("worked_example", example=Data(shown), novice=move.novice)

    def feedback(self, move: Feedback) -> Wording:
        right = move.grade.verdict is Verdict.CORRECT
        item = self.item()
        told = item.solution if item is not None and right and not move.why_question else ""
        partly = move.grade.verdict is Verdict.PARTIAL
        return self.long(
            "feedback",
            core=move.grade.note if partly else "",
            graded=True,
            item=self.about(),
            solution=Data(told),
            verdict=verdict(move.grade),
            step=self.step(),
            why=move.why_question,
            right=right,
            unaided=move.unaided,
        )

    def tell(self, move: Tell) -> Wording | None:
        item = self.item()
        if item is None:
            return None
        solution = item.solution or item.hints[-1]
        return self.long(
            "tell",
            core=solution,
            graded=True,
            item=self.about(),
            solution=Data(f"{solution}\nAnswer: {item.type.answer_text()}"),
            lost=move.lost,
        )

    def acknowledge(self, move: Acknowledge) -> Wording | None:
        item = self.scene.answered
        if item is None:
            return None
        return self.long(
            "acknowledge",
            item=self.about(),
            solution=Data(item.solution or item.hints[-1]),
            gave_up=bool(move.idea),
        )


def verdict(grade: Grade) -> str:
    """The verdict in words for a prompt."""
    match grade.verdict:
        case Verdict.CORRECT:
            return "correct"
        case Verdict.PARTIAL:
            return "partly right"
        case Verdict.INCORRECT:
            return "not right"
        case Verdict.UNREADABLE | Verdict.UNCLEAR:
            return "not judged"
        case _:
            assert_never(grade.verdict)


def _allowed(move: Hint) -> str:
    if move.bottom_out:
        return "everything, the answer included, as the last hint gives it"
    if move.level == 1:
        return "where to look; no step is done and no operation is carried out"
    return "the idea or operation, and what the hint itself works out; nothing beyond it"


def _without_answer(text: str, item: Item | None) -> str:
    """A passage without the sentences that answer the open item."""
    if item is None:
        return text
    secret = secret_of(item)
    return "".join(s for s in _cut(text) if not told(s, secret, steps=False))


@lru_cache(maxsize=512)
def _cut(text: str) -> tuple[str, ...]:
    """A passage's sentences, kept because the same few passages answer many questions."""
    cut = Sentences()
    return (*cut.feed(text), *cut.rest())
