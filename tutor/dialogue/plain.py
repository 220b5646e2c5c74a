"""The plain wording of every move: what the tutor says when no model words it. Pure.

The item itself is never part of the text: it goes out as a card made from the item.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import assert_never

from tutor.dialogue.lookup import asked
from tutor.dialogue.messages import Citation
from tutor.dialogue.moves import (
    Acknowledge,
    Alert,
    Ask,
    Clarify,
    Close,
    Explain,
    Feedback,
    Hint,
    Move,
    Offer,
    Open,
    Probe,
    Recap,
    Redirect,
    Review,
    ShowBelief,
    Tell,
    TopicCard,
    WorkedExample,
)
from tutor.dialogue.phrases import Speaker
from tutor.dialogue.scene import Scene
from tutor.dialogue.sentences import Sentences
from tutor.ids import SkillId
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.items.reveal import reveals
from tutor.items.worked import MATHS, Worked, worked_in
from tutor.learner_state.belief import Mastery, mastery
from tutor.learner_state.explain import explain
from tutor.retrieval.passage import Hit, Passage
from tutor.retrieval.support import best_sentences

EXPLAIN_SENTENCES = 3
EXPLAIN_WORDS = 75
FADED_STEPS = 3  # sentences that an example must have so that its last may be left out
_ASKS = re.compile(r"[?؟？]")
LOOKED_AT, LOOKED_AT_WORDS = 8, 200  # more than is shown, since some may give an answer away


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """A reply's text in paragraphs (Markdown) and the passages that it cites, in order of [n]."""

    text: str
    citations: tuple[Citation, ...] = ()
    grounded: bool = True  # whether an explanation found anything to stand on


def say(
    move: Move,
    scene: Scene,
    *,
    name: str,
    hits: Sequence[Hit] = (),
    example: Item | None = None,
    crisis: str = "",
) -> Words:
    """The plain wording.

    `name` is the learner's first name; `hits` what was found for moves that need grounding;
    `example` an item whose worked example may be shown; `crisis` the fixed reply of an Alert.
    """
    talk = _Talk(scene, name, tuple(hits), example)
    match move:
        case Open():
            return Words(text=talk.open(move))
        case Ask():
            return Words(text=talk.ask(move))
        case Review(choice=choice):
            return Words(text=talk.line("review", skill=talk.title(choice.skill)))
        case Probe():
            return Words(text=talk.probe(move))
        case Hint():
            return Words(text=talk.hint(move))
        case Explain():
            return talk.explain(move)
        case WorkedExample():
            return Words(text=talk.example(move))
        case Feedback():
            return Words(text=talk.feedback(move))
        case Tell():
            return Words(text=talk.tell(move))
        case Acknowledge():
            return Words(text=talk.acknowledge(move))
        case Clarify():
            return Words(text=talk.clarify(move.grade))
        case TopicCard():
            return talk.topic(move)
        case Offer():
            return Words(text=talk.offer(move))
        case ShowBelief():
            return Words(text=talk.belief(move))
        case Recap():
            return Words(text=talk.recap(move))
        case Redirect():
            return Words(text=talk.redirect(move))
        case Alert():
            return Words(text=crisis)
        case Close():
            return Words(text=talk.line("close"))
        case _:
            assert_never(move)


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


def working(scene: Scene) -> Worked | None:
    """The working that a response to an item of mathematics shows, if any."""
    item = scene.answered or scene.item
    if item is None or item.type_name not in MATHS or scene.reading.grade is None:
        return None
    return worked_in(scene.reading.text, decimal_comma=scene.course.decimal_comma)


class _Talk:
    """The sentences of one reply."""

    def __init__(
        self, scene: Scene, name: str, hits: tuple[Hit, ...], example: Item | None
    ) -> None:
        self.scene = scene
        self.name = name
        self.hits = hits
        self.example_item = example
        self.speaker = Speaker(scene.seed % 97, scene.session.turns)

    def line(self, key: str, **slots: object) -> str:
        return self.speaker.say(key, name=self.name, course=self.scene.course.title, **slots)

    def offer(self, move: Offer) -> str:
        """The choices are named, so that the question stands by itself when the buttons are gone."""
        titles = [f"*{self.title(skill)}*" for skill in move.skills]
        return self.line("offer", choices=" or ".join([", ".join(titles[:-1]), titles[-1]]))

    def closing(self, key: str, said: str) -> str:
        """What a reply ends with, unless something in it asks already: one question a turn."""
        return "" if _ASKS.search(said) else self.line(key)

    def title(self, skill: SkillId | None) -> str:
        return self.scene.course.skills[skill].title if skill else self.scene.course.title

    def item(self) -> Item | None:
        return self.scene.answered or self.scene.item

    # ── openings and questions ──

    def open(self, move: Open) -> str:
        if move.resumed:
            return self.line("open.resumed")
        if move.next is None or move.next.choice is None:
            return self.line("open.nothing")
        skill = self.title(move.next.choice.skill)
        if move.first_time:
            return self.line("open.first")
        if len(move.due) > 1:
            return self.line("open.due_many", skill=skill, count=len(move.due))
        if move.due:
            return self.line("open.due", skill=skill)
        return self.line("open.next", skill=skill)

    def ask(self, move: Ask) -> str:
        if move.skill is not None:
            return self.line("ask.new", skill=self.title(move.skill))
        if move.again or move.choice is None:
            return self.line("ask.again")
        key = f"ask.{move.lead}" if move.lead else "ask"
        source = self.scene.course.sources[move.choice.item]
        if move.lead == "twin" and not source.templated:
            key = "ask.twin_words"
        return self.line(key, skill=self.title(move.choice.skill))

    def then(self, ask: Ask | None) -> str:
        """How the next item is announced at the end of a reply."""
        silent = ask is None or (ask.choice is None and ask.skill is None)
        return "" if silent or ask is None else self.ask(ask)

    # ── on the open item ──

    def read(self, grade: Grade, key: str) -> str:
        """“I read …”, where that tells the learner something."""
        said = self.scene.reading.text.strip()
        if (
            not grade.read_as
            or grade.read_as.casefold() == said.casefold()
            or len(grade.read_as) > 60
        ):
            return ""
        return self.line(key, read=grade.read_as.rstrip("."))

    def where(self, grade: Grade) -> str:
        """Where shown working first goes wrong, or else “I read …”: the place, never the value."""
        worked = working(self.scene)
        right = grade.verdict is Verdict.CORRECT
        if worked is None or (right and not worked.place):
            return self.read(grade, "right.read" if right else "wrong.read")
        if worked.place:
            key = (
                "right.step" if right else "step" if worked.right and worked.wrong else "step.first"
            )
            said = self.line(key, wrong=worked.wrong, right=worked.right)
            item = None if right else self.item()
            told = not worked.wrong or (item is not None and reveals(said, item))
            return self.line("step.number", place=worked.place) if told else said
        if worked.sound and grade.verdict is Verdict.INCORRECT:
            return self.line("step.sound")
        return ""

    def probe(self, move: Probe) -> str:
        known = self.scene.course.misconceptions[move.misconception] if move.misconception else None
        parts = [self.line("wrong"), self.where(move.grade), self.line("probe")]
        return _paragraph(*parts, known.probe if known else "")

    def hint(self, move: Hint) -> str:
        item = self.item()
        assert item is not None
        head = ""
        if move.after is not None:
            head = _paragraph(self.line("wrong"), self.where(move.after), move.after.note)
        key = "hint.last" if move.bottom_out else "hint.after" if move.after else "hint"
        lead = self.line(key, level=move.level, levels=item.bottom_out)
        hint = item.hints[move.level - 1]
        return _paragraphs(
            _unasking(head, hint), _paragraph(lead, hint), self.closing("hint.try", hint)
        )

    def tell(self, move: Tell) -> str:
        item = self.item()
        assert item is not None
        answer = item.type.answer_text()
        solution = item.solution or item.hints[-1]
        told = "" if reveals(solution, item) else self.line("tell.answer", answer=answer)
        return _paragraphs(
            self.line("tell.lost" if move.lost else "tell"),
            _paragraph(told, solution),
            self.line("tell.back"),
        )

    def feedback(self, move: Feedback) -> str:
        if move.recorded_only:
            return _paragraph(self.line("quiz.noted"), self.then(move.then))
        if move.grade.verdict is not Verdict.CORRECT:
            note = move.grade.note
            return _paragraph(
                self.line("partial"),
                self.where(move.grade),
                note,
                self.closing("partial.ask", note),
            )
        head = self._right(move)
        item = self.item()
        reason = item.solution if item is not None and not move.why_question else ""
        if move.why_question:
            return _paragraphs(_paragraph(head, self.where(move.grade)), self.line("right.why"))
        return _paragraphs(_paragraph(head, self.where(move.grade)), reason, self.then(move.then))

    def _right(self, move: Feedback) -> str:
        if move.mastered is not None:
            return self.line("right.mastered", skill=self.title(move.mastered))
        if not move.unaided:
            return self.line("right.aided")
        if move.streak >= 3:
            return self.line("right.streak", streak=move.streak)
        return self.line("right")

    def acknowledge(self, move: Acknowledge) -> str:
        item = self.scene.answered
        if move.idea == "probe":
            known = self.scene.course.misconceptions[self.scene.session.probed[-1]]
            kept = self.scene.item is not None and reveals(known.correction, self.scene.item)
            key = "ack.probe_kept" if kept else "ack.probe"
            return self.line(key, correction=known.correction)
        solution = (item.solution or item.hints[-1]) if item is not None else ""
        head = self.line("ack.idk" if move.idea else "ack") if solution else self.line("ack.plain")
        return _paragraphs(_paragraph(head, solution), self.then(move.then))

    def clarify(self, grade: Grade) -> str:
        if grade.verdict is Verdict.UNCLEAR:
            item = self.item()
            model = item.type.answer_text() if item is not None else ""
            return _paragraph(self.line("clarify.unclear"), model)
        return self.line("clarify", note=grade.note).strip()

    # ── grounded moves ──

    def explain(self, move: Explain) -> Words:
        solid = [hit.passage for hit in self.hits if not hit.weak] or [
            h.passage for h in self.hits[:1]
        ]
        question = asked(move, self.scene)
        item = self.scene.item
        means = move.means if item is None or not reveals(move.means, item) else ""
        found, shown = self.sentences(question, solid, 1 if means else EXPLAIN_SENTENCES)
        term = move.term
        if len(shown) == 1 and not means:
            term, means = self.card(solid)
        lead = self.line("topic", term=term, lines=means) if means else self.line("explain")
        tail = self.closing("explain.back" if move.back_to_item else "explain.on", lead)
        if not shown and not means:
            lead = self.line("explain.kept" if found or move.means else "explain.none")
            tail = tail if move.back_to_item else ""
            return Words(text=_paragraphs(lead, tail), grounded=found)
        cited = {p.id: p for p, _ in shown}
        numbers = {passage: number for number, passage in enumerate(cited, start=1)}
        body = " ".join(f"{sentence} [{numbers[p.id]}]" for p, sentence in shown)
        return Words(
            text=_paragraphs(lead, body, tail),
            citations=tuple(cite(numbers[id], passage) for id, passage in cited.items()),
        )

    def card(self, passages: Sequence[Passage]) -> tuple[str, str]:
        """Title and card of the skill that the best passages are about, if they agree on one."""
        skills = {passage.skills[:1] for passage in passages[:2]}
        if len(skills) != 1 or not (skill := next(iter(skills))):
            return "", ""
        about = self.scene.course.skills.get(skill[0])
        item = self.scene.item
        if about is None or not about.card or (item is not None and reveals(about.card, item)):
            return "", ""
        return about.title, about.card

    def sentences(
        self, question: str, passages: Sequence[Passage], count: int
    ) -> tuple[bool, list[tuple[Passage, str]]]:
        """Whether anything fits, and the best sentences that keep the open item's answer back."""
        item = self.scene.item
        for n, words in ((count, EXPLAIN_WORDS), (LOOKED_AT, LOOKED_AT_WORDS)):
            found = best_sentences(
                question, passages, n, words, language=self.scene.course.language
            )
            shown = [(p, s) for p, s in found if item is None or not reveals(s, item)]
            if shown or not found:
                return bool(found), _within(shown, count)
        return True, []

    def topic(self, move: TopicCard) -> Words:
        item, lines = self.scene.item, move.lines
        if item is not None and lines and reveals(lines, item):
            lines = self.line("explain.kept")
        text = self.line("topic", term=move.term, lines=lines).strip()
        if not self.hits:
            return Words(text=text)
        return Words(
            text=_paragraphs(text, self.line("topic.where")),
            citations=(cite(1, self.hits[0].passage),),
        )

    def example(self, move: WorkedExample) -> str:
        shown = self.example_item.worked_example if self.example_item else ""
        if not shown:
            return self.line("example.none")
        lead = self.line(
            "example.novice" if move.novice else "example", skill=self.title(move.skill)
        )
        if move.faded and (begun := _without_last_step(shown)):
            lead, shown = self.line("example.faded"), begun
        if move.then is not None and move.then.choice is not None:
            return _paragraphs(lead, shown, self.line("example.then"))
        return _paragraphs(lead, shown, self.line("example.back") if move.back_to_item else "")

    # ── about the learner ──

    def belief(self, move: ShowBelief) -> str:
        state, course, now = self.scene.state, self.scene.course, self.scene.now
        if move.skill is not None:
            told = explain(course, state, move.skill, now)
            return _paragraph(f"*{told.title}*:", told.for_child, told.sure)
        bands: dict[str, list[str]] = {}
        for skill, belief in state.skills.items():
            if skill in course.skills:
                band = _BANDS.get(mastery(belief, now))
                if band:
                    bands.setdefault(band, []).append(course.skills[skill].title)
        if not bands:
            return self.line("belief.none")
        lines = [
            self.line(f"belief.{band}", skills=_listed(bands[band]))
            for band in ("known", "provisional", "fading", "started")
            if band in bands
        ]
        return _paragraphs(self.line("belief"), *lines, self.line("belief.contest"))

    def recap(self, move: Recap) -> str:
        if not move.tried:
            return _paragraph(self.line("recap.none"), self.line("close"))
        parts = [self.tally(move)]
        if move.quiz:
            right = sum(ok for _, ok in move.quiz)
            parts = [self.line("recap.quiz", right=right, count=len(move.quiz))]
        if move.gained:
            parts.append(
                self.line("recap.gained", skills=_listed([self.title(s) for s in move.gained]))
            )
        if move.next:
            parts.append(self.line("recap.next", skill=self.title(move.next)))
        return _paragraphs(_paragraph(*parts), self.line("recap.felt"))

    def tally(self, move: Recap) -> str:
        tried = "one question" if move.tried == 1 else f"{move.tried} questions"
        key = (
            "recap.unsolved"
            if not move.solved
            else "recap.alone"
            if move.unaided
            else "recap.helped"
        )
        one = move.tried == move.solved == 1
        if one:
            return self.line("recap.one" if move.unaided else "recap.one_helped")
        return self.line(key, tried=tried, solved=move.solved, unaided=move.unaided)

    def redirect(self, move: Redirect) -> str:
        opened = self.scene.state.open
        reason = opened.reason if opened else ""
        if move.kind == "social":
            said = self.scene.reading.text.casefold()
            kind_of_talk = next((k for k, found in _TALK if found.search(said)), "social")
            text = self.line(f"redirect.{kind_of_talk}")
            return _paragraphs(text, self.line("back") if move.back_to_item else "")
        text = self.line(f"redirect.{move.kind}", reason=reason.rstrip(".") or "it comes next")
        shows = move.kind in {
            "social",
            "thanks",
            "off_topic",
            "injection",
            "empty",
            "help",
            "too_long",
        }
        return _paragraphs(text, self.line("back") if move.back_to_item and shows else "")


_TALK = (
    ("who", re.compile(r"\bwho are|your name|\brobot|\bhuman|\breal\b|\bbot\b|\bai\b|a person")),
    ("laugh", re.compile(r"\bl+o+l+\b|\bha(?:ha)+|\blmao|\bxd\b|\bhehe|\bbruh|\bwow|\bomg")),
    ("greeting", re.compile(r"\b(?:hi+|hey+|hello+|yo+|hiya|hola|salam|howdy|sup|good|morning)\b")),
)
_BANDS = {
    Mastery.CONFIRMED: "known",
    Mastery.PROVISIONAL: "provisional",
    Mastery.FADING: "fading",
    Mastery.NEARLY: "started",
    Mastery.STARTED: "started",
}


def _within(found: Sequence[tuple[Passage, str]], count: int) -> list[tuple[Passage, str]]:
    """As many sentences, from the front, as an explanation may have."""
    kept: list[tuple[Passage, str]] = []
    words = 0
    for passage, sentence in found[:count]:
        words += len(sentence.split())
        if kept and words > EXPLAIN_WORDS:
            break
        kept.append((passage, sentence))
    return kept


def _listed(titles: Sequence[str]) -> str:
    if len(titles) > 6:
        return ", ".join(titles[:6]) + f" and {len(titles) - 6} more"
    return " and ".join([", ".join(titles[:-1]), titles[-1]] if len(titles) > 1 else titles)


def _without_last_step(example: str) -> str:
    """A worked example without its last sentence; "" where little would be left."""
    cutter = Sentences()
    steps = [*cutter.feed(example), *cutter.rest()]
    return "".join(steps[:-1]).strip() if len(steps) >= FADED_STEPS else ""


def _unasking(text: str, following: str) -> str:
    """A text without its questions where what follows asks: one question a turn."""
    if not _ASKS.search(following) or not _ASKS.search(text):
        return text
    cutter = Sentences()
    kept = [s for s in (*cutter.feed(text), *cutter.rest()) if not _ASKS.search(s)]
    return "".join(kept).strip()


def _paragraph(*parts: str) -> str:
    return " ".join(part.strip() for part in parts if part and part.strip())


def _paragraphs(*parts: str) -> str:
    return "\n\n".join(part.strip() for part in parts if part and part.strip())
