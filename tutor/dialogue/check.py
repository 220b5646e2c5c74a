"""Checking a model's draft, sentence by sentence, before a learner sees any of it (pure).

Every rule is deterministic. A sentence is judged together with those that were released before it:
length and questions add up, an answer may be told across two sentences.
"""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import assert_never

from tutor.dialogue.checks import form, grounds
from tutor.dialogue.checks.algebra import algebra
from tutor.dialogue.checks.arithmetic import arithmetic
from tutor.dialogue.checks.deeds import deed
from tutor.dialogue.checks.harm import harmful
from tutor.dialogue.checks.objection import Objection, Rule
from tutor.dialogue.checks.ordered import without_orders
from tutor.dialogue.checks.polarity import polarity
from tutor.dialogue.checks.ranked import ranked
from tutor.dialogue.checks.reading import hard
from tutor.dialogue.checks.tone import leftover, tone
from tutor.dialogue.grounding.beyond import beyond
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
    Place,
    Probe,
    Recap,
    Redirect,
    Review,
    Show,
    ShowBelief,
    Tell,
    TopicCard,
    Ways,
    WorkedExample,
)
from tutor.dialogue.plain import Words
from tutor.dialogue.scene import Scene
from tutor.items.grade import Verdict
from tutor.items.item import Item
from tutor.items.reveal import Secret, secret_of, told
from tutor.retrieval.passage import Passage

__all__ = ["Checker", "Objection", "Rule"]


class Checker:
    """Judges the sentences of one draft, in order.

    `passages` are numbered from 1 as the draft may cite them; `plain` is the plain wording, which
    may always be said; `name` is the learner's first name, the only one that may be used of those
    on the learner's rosters (`roster`).
    """

    def __init__(
        self,
        move: Move,
        scene: Scene,
        plain: Words,
        passages: Sequence[Passage],
        name: str,
        roster: Sequence[str] = (),
    ) -> None:
        self._move = move
        self._scene = scene
        self._plain = plain.text
        self._beyond = beyond(move, plain)
        self._passages = tuple(without_orders(passage) for passage in passages)
        self._name = name
        self._roster = tuple(roster)
        self._language = scene.course.language
        self._verdict = _verdict(move)
        self._secrets = tuple(_secrets(move, scene, plain.text))
        # A question for an explanation: what its own rubric takes as right would be copied.
        self._asked_in_words = tuple(
            item for item in _kept(move, scene)
            if item.type_name == "open" and item.grade(plain.text).verdict is not Verdict.CORRECT
        )  # fmt: skip
        # Where the plain wording names the last step (“now work out 9 − 4”), so may the draft.
        self._steps = not any(told(plain.text, secret) for secret in self._secrets)
        self._at_hand = _at_hand(scene, plain.text, self._passages)
        learners = [scene.reading.text, scene.session.last_text]
        # every text that a draft may take numbers, names and addresses from
        self._sources = _joined([self._at_hand, *learners, scene.course.title])
        self._numbers: frozenset[Fraction] | None = None
        self._released: list[str] = []
        self._questions = 0
        self._words = 0

    def check(self, sentence: str) -> Objection | None:
        """The first objection to the next sentence; None releases it."""
        if not sentence.strip():
            return None
        rules: tuple[Callable[[str], Objection | None], ...] = (
            lambda said: harmful(said, self._sources),
            self._leak,
            self._form,
            lambda said: polarity(said, self._verdict),
            arithmetic,
            ranked,
            lambda said: algebra(said, self._sources),
            self._grounds,
        )
        for rule in rules:
            objection = rule(sentence)
            if objection is not None:
                return objection
        self._released.append(sentence)
        self._questions += form.questions_in(sentence)
        self._words += form.words_in(sentence)
        return None

    def finish(self) -> Objection | None:
        """The objection to the draft as a whole: nothing in it, or an answer told bit by bit."""
        whole = " ".join(self._released)
        if not whole.strip():
            return Objection(rule=Rule.EMPTY, said="")
        return self._leaked(whole)

    # ── rules ──

    def _leak(self, sentence: str) -> Objection | None:
        found = self._leaked(sentence)
        if found is None and self._released:
            found = self._leaked(f"{self._released[-1]} {sentence}")
        return found

    def _leaked(self, text: str) -> Objection | None:
        for secret in self._secrets:
            words = told(text, secret, steps=self._steps)
            if words:
                return Objection(rule=Rule.LEAK, said=words)
        if text.strip() in self._plain:
            return None
        for item in self._asked_in_words:
            if item.grade(text).verdict is Verdict.CORRECT:  # a child could copy it and be right
                return Objection(rule=Rule.LEAK, said=text)
        return None

    def _form(self, sentence: str) -> Objection | None:
        persona = self._scene.persona
        # The plain wording is within bounds by definition, however long an author made it.
        most = max(persona.max_words, form.words_in(self._plain))
        asks = form.questions_in(sentence) + self._questions
        if asks > max(1, form.questions_in(self._plain)):
            return Objection(rule=Rule.QUESTIONS, said=f"{asks} questions")
        return (
            form.off_limits(sentence, persona.off_limits)
            or tone(sentence, echoes=self._plain)
            or leftover(sentence, echoes=self._sources)
            or deed(
                sentence, echoes=self._plain, stays=isinstance(self._move, Probe | Hint | Clarify)
            )
            or form.links(sentence, allowed=self._sources)
            or form.names(sentence, own=self._name, known=self._sources)
            or form.others(sentence, roster=self._roster, own=self._name, known=self._sources)
            or form.spoken_in(sentence, self._language, known=self._sources)
            or form.sized(sentence, before=self._words, most=most, reading_age=persona.reading_age)
            or hard(
                sentence,
                known=self._sources,
                terms=self._scene.course.glossary,
                reading_age=persona.reading_age,
                language=self._language,
            )
        )

    def _grounds(self, sentence: str) -> Objection | None:
        if sentence.strip() in self._plain:
            return None
        objection = grounds.cited(sentence, self._passages, self._language)
        if objection is not None:
            return objection
        if self._beyond:
            return None  # code says before it that it is not from the course
        for part in grounds.stated_in(sentence):
            objection = self._claimed(part)
            if objection is not None:
                return objection
        if grounds.grounded_numbers(sentence, frozenset()) is None:
            return None  # it names no number that needs grounds: most sentences
        if self._numbers is None:
            self._numbers = grounds.numbers(self._sources)
        return grounds.grounded_numbers(sentence, self._numbers)

    def _claimed(self, said: str) -> Objection | None:
        """The objection to a claim: nothing at hand says it."""
        if said.strip() in self._plain:
            return None
        if not isinstance(self._move, Explain | TopicCard):
            return grounds.in_the_course(
                said, self._scene.course, self._sources
            ) or grounds.unborne(said, self._scene.course, self._at_hand)
        objection = grounds.grounded_claim(said, self._passages, self._plain, self._language)
        if objection is None and self._scene.item is None:
            objection = grounds.announces(said, self._passages, self._language)
        return objection


def _verdict(move: Move) -> Verdict | None:
    """The grade that the draft must agree with; a Tell follows wrong responses."""
    match move:
        case Feedback(recorded_only=True):
            return Verdict.UNCLEAR  # a quiz: neither right nor wrong is said yet
        case Probe(grade=grade) | Feedback(grade=grade) | Clarify(grade=grade):
            return grade.verdict
        case Hint(after=after):
            return None if after is None else after.verdict
        case Tell():
            return Verdict.INCORRECT
        case (
            Open() | Ask() | Review() | Explain() | WorkedExample() | Acknowledge() | TopicCard()
            | Offer() | Place() | Ways() | Show() | ShowBelief() | Recap() | Redirect() | Alert() | Close()
        ):  # fmt: skip
            return None
        case _:
            assert_never(move)


def _secrets(move: Move, scene: Scene, plain: str) -> Iterator[Secret]:
    """What the draft must keep: the answers of what is still open, unless the move may tell them."""
    for item in _kept(move, scene):
        secret = _as_seen(secret_of(item), scene)
        # What the plain wording says was approved when the move was decided: a draft may say
        # that much, and no more.
        yield secret.with_shown(plain) if told(plain, secret, steps=False) else secret


def _kept(move: Move, scene: Scene) -> list[Item]:
    items = {id(item): item for item in (scene.item, scene.answered) if item is not None}
    match move:
        case Tell() | Alert():
            return []
        case Hint(bottom_out=True):
            return []
        case Acknowledge():
            return [] if scene.item is None else [scene.item]
        case Feedback(grade=grade, recorded_only=recorded):
            right = grade.verdict is Verdict.CORRECT and not recorded
            return [] if right else list(items.values())
        case _:
            open_ = scene.item if scene.item is not None else None
            return [] if open_ is None else [open_]


def _as_seen(secret: Secret, scene: Scene) -> Secret:
    """The secret with the learner's own words among what is shown already."""
    text = scene.reading.text
    return secret.with_shown(text).with_said(text) if text else secret


def _at_hand(scene: Scene, plain: str, passages: Sequence[Passage]) -> str:
    """What the course says of the matter at hand; the learner's words bear nothing out."""
    texts = [plain]
    for item in (scene.item, scene.answered):
        if item is not None:
            texts += [item.prompt, item.code, *item.hints, item.solution, item.worked_example]
    texts += [passage.text for passage in passages]
    return _joined(texts)


def _joined(texts: Sequence[str]) -> str:
    return re.sub(r"[ \t]+", " ", "\n\n".join(texts))
