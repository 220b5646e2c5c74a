"""An item: what is asked, how the response is judged, and the help that goes with it."""

import re
from dataclasses import dataclass, replace
from enum import StrEnum

from tutor.ids import ItemId, MisconceptionId, SkillId
from tutor.items.grade import Grade, ItemType, Shown, Verdict
from tutor.items.maths.form.numerals import stated
from tutor.items.said import say, worded
from tutor.items.semicolons import examples, separators
from tutor.items.worked import MATHS, final_line, worked_in

_OF_MATHS = MATHS | {"antiderivative", "list", "matrix", "pair", "set", "system"}
_POINT = re.compile(r"(?<=\d)\.(?=\d)")


class Difficulty(StrEnum):
    """The author's label; a prior for the measured difficulty."""

    EASY = "easy"
    MEDIUM = "medium"
    HARD = "hard"


@dataclass(frozen=True, slots=True, kw_only=True)
class WrongAnswer:
    """A wrong answer that an author foresaw, with the misconception that it betrays.

    `type` grades responses against the wrong answer as if it were the right one, so that every
    equivalent form of it is recognised.
    """

    text: str
    type: ItemType
    misconception: MisconceptionId | None = None
    feedback: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """One thing to be answered: a fixed item, or one variant of a template.

    `hints` go from a nudge to the bottom-out hint, which may give the answer. `seed` is the
    variant (0 for a fixed item, where it only shuffles options). `solution` says why the answer
    is right; `worked_example` solves a different problem of the same kind. `language` (BCP 47) is
    the course's: what `grade` and `shown` say to a learner is said in it, with 0,5 for a half where
    `decimal_comma` says so.
    """

    id: ItemId
    seed: int
    templated: bool
    skills: tuple[SkillId, ...]
    type_name: str
    type: ItemType
    prompt: str
    code: str = ""
    difficulty: Difficulty = Difficulty.MEDIUM
    hints: tuple[str, ...] = ()
    worked_example: str = ""
    solution: str = ""
    wrong: tuple[WrongAnswer, ...] = ()
    language: str = "en"
    decimal_comma: bool = False

    @property
    def bottom_out(self) -> int:
        """The level of the last hint, counted from 1; 0 when the item has none."""
        return len(self.hints)

    def grade(self, response: str) -> Grade:
        """Judge a response; a recognised wrong answer adds its misconception and feedback.

        Of several lines of working, the one that gives the answer is judged.
        """
        grade = self._graded(response)
        return replace(
            grade,
            note=self._said(grade.note),
            read_as=self._written(worded(grade.read_as, self.language)),
        )

    def asked_back(self) -> Grade:
        """The grade of words that may be no response at all: unreadable, and what to do about it."""
        note = "If that was your answer, send me just the word or phrase."
        if self.type_name in _OF_MATHS:
            note = "If there was an answer in that, send me just the answer."
        return Grade(verdict=Verdict.UNREADABLE, note=worded(note, self.language))

    def shown(self) -> Shown:
        """How to ask for the response."""
        shown = self.type.shown()
        return replace(shown, how=self._said(shown.how))

    def how_beside_prompt(self) -> str:
        """The instruction to show below the prompt; "" where the prompt says the same."""
        shown = self.type.shown()
        return "" if stated(shown.how, self.prompt) else self._said(shown.how)

    def _said(self, text: str) -> str:
        """What the grader says, in the language of the course and with its signs between values."""
        if not self.decimal_comma or self.type_name not in _OF_MATHS:
            return worded(text, self.language)
        return examples(worded(separators(text), self.language))

    def _written(self, read: str) -> str:
        """Mathematics that was read, as the course writes it: (1,5; 2) for (1.5, 2), “o” for “or”."""
        if self.type_name not in _OF_MATHS:
            return read
        if self.type_name == "system":  # “x = 2 y y = 3” would be Spanish, and not readable
            read = read.replace(" and ", ", ")
        if self.decimal_comma:
            read = _POINT.sub(",", read.replace(", ", "; "))
        for joined in ("{first} and {last}", "{first} or {last}"):
            here = say(joined, first="", last="")
            read = read.replace(here, worded(here, self.language))
        return read

    def _graded(self, response: str) -> Grade:
        shows_working = "\n" in response and self.type_name in MATHS
        final = final_line(response) if shows_working else ""
        grade = self.type.grade(final or response)
        if shows_working and not final and grade.verdict is not Verdict.CORRECT:
            grade = _without_answer(response, grade)
        response = final or response
        if grade.verdict not in (Verdict.INCORRECT, Verdict.PARTIAL) or grade.misconception:
            return grade
        for wrong in self.wrong:
            if wrong.type.grade(response).verdict is Verdict.CORRECT:
                return Grade(
                    verdict=grade.verdict,
                    read_as=grade.read_as,
                    note=wrong.feedback or grade.note,
                    misconception=wrong.misconception,
                    share=grade.share,
                    sure=grade.sure,
                )
        return grade


def _without_answer(response: str, grade: Grade) -> Grade:
    """What is said of working that stops before an answer; it costs nothing."""
    if worked_in(response) is None:
        return grade
    note = "I see your working, but no one answer yet. How does it end?"
    return Grade(verdict=Verdict.UNREADABLE, note=note)
