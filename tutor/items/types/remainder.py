"""Item type `remainder`: a division with what is left over, 17 ÷ 5 = 3 r 2."""

import re
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths import spec as field
from tutor.items.maths.in_words.chat import tidy
from tutor.items.maths.in_words.corrections import last_word
from tutor.items.maths.in_words.end_marks import plain_spaces, without_end_marks
from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.maths.in_words.words import number_words
from tutor.items.text.taken_back import all_taken_back

_WORD = r"(\d{1,9}|[a-z]+(?:-[a-z]+)?)"
_LEAD = re.compile(
    (
        r"^(?:(?:i think|i got|it is|it's|its|so|the answer is|answer:?|the quotient is|"
        r"quotient is|quotient:?|son|es|da|me da|creo que es)\s+)+"
    ),
    re.I,
)
_WRITTEN = (
    re.compile(
        (
            rf"{_WORD}\s*,?\s*(?:(?:and|with)\s+)?(?:a\s+)?"
            rf"(?:r(?=[\s=:.]*\d|\s+[a-z]+$)|rem\b|remainder\b|reste?\b|resto\b)[\s=:.]*"
            rf"(?:is\s+|of\s+)?{_WORD}"
        ),
        re.I,
    ),
    re.compile(rf"{_WORD}\s*,?\s*(?:and|with)?\s+{_WORD}\s+(?:are\s+)?(?:left(?:\s*over)?|remaining|over)", re.I),
    re.compile(rf"{_WORD}\s*,?\s*y\s+(?:sobran?|quedan?)\s+{_WORD}", re.I),
    re.compile(
        rf"(?:it\s+)?goes\s+(?:in\s+)?{_WORD}\s+times\s*,?\s*(?:and|with)?\s+{_WORD}\s+"
        rf"(?:left(?:\s*over)?|remaining|over)", re.I),
    re.compile(  # "7 groups with 3 left over"
        rf"{_WORD}\s+(?!not\b)[a-z]{{3,}}(?:\s+of\s+\d+)?\s*,?\s*(?:and|with)\s+{_WORD}\s+(?:are\s+)?"
        rf"(?:left(?:\s*over)?|remaining|over)", re.I),
    re.compile(rf"{_WORD}\s+times\s+(?:and|with)\s+{_WORD}\s+(?:left(?:\s*over)?|remaining|over)", re.I),
    re.compile(rf"{_WORD}\s+(?:left(?:\s*over)?\s+|,?\s*left\s*over\s*){_WORD}", re.I),
    re.compile(r"(\d{1,9})\s*\.\.\.\s*(\d{1,9})"),
    re.compile(r"q\s*=\s*(\d{1,9})\s*[,;]?\s*(?:and\s+)?r\s*=\s*(\d{1,9})", re.I),
)  # fmt: skip
_TURNED = re.compile(
    (
        rf"(?:the\s+)?remainder\s*(?:is|of|=|:)?\s*{_WORD}\s*[,;]?\s*(?:and\s+)?(?:the\s+)?"
        rf"(?:quotient|answer)\s*(?:is|=|:)?\s*{_WORD}"
    ),
    re.I,
)  # "remainder 3, quotient 7"
_ALONE = re.compile(r"\d{1,9}")


FIELDS = ("answer",)  # of its YAML


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    written = field.text(spec)
    parts = _parts(written)
    if parts is None or parts[1] is None:
        raise BadCourse(
            f"“{written}” is no quotient with a remainder.", where="answer", do="Write 3 r 2."
        )
    return Remainder(written=written, quotient=parts[0], left=parts[1])


def _parts(text: str) -> tuple[int, int | None] | None:
    """Quotient and remainder; the remainder is None where only a number was given."""
    if len(text) > 120:
        return None
    plain = _LEAD.sub("", last_word(tidy(without_end_marks(plain_spaces(text)))))
    turned = _TURNED.fullmatch(plain)
    if turned is not None:
        plain = f"{turned[2]} r {turned[1]}"
    for pattern in _WRITTEN:
        match = pattern.fullmatch(plain)
        if match is None:
            continue
        quotient, left = (_whole(piece) for piece in match.groups())
        if quotient is not None and left is not None:
            return quotient, left
    return (int(plain), None) if _ALONE.fullmatch(plain) else None


def _whole(piece: str) -> int | None:
    if piece.isdigit():
        return int(piece)
    value = 0 if piece.lower() in ("none", "nothing", "nada") else number_words(piece)
    if value is None:
        return foreign_count(piece)
    return int(value) if value == int(value) else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Remainder:
    """The grader of a quotient with its remainder."""

    written: str
    quotient: int
    left: int

    def grade(self, response: str) -> Grade:
        """Judge a response."""
        parts = None if all_taken_back(response, frozenset()) else _parts(response)
        if parts is None:
            note = "I was looking for a whole number and what is left over, like 3 r 2."
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        quotient, left = parts
        shown = str(quotient) if left is None else f"{quotient} r {left}"
        if (quotient, left or 0) == (self.quotient, self.left):
            return Grade(verdict=Verdict.CORRECT, read_as=shown, share=1.0)
        if quotient != self.quotient:
            return Grade(verdict=Verdict.INCORRECT, read_as=shown)
        note = "And what is left over?" if left is None else "Look again at what is left over."
        return Grade(verdict=Verdict.PARTIAL, read_as=shown, note=note, share=0.5)

    def shown(self) -> Shown:
        """A text field."""
        return Shown(how="Reply like 3 r 2.")

    def answer_text(self) -> str:
        """The answer as the author wrote it."""
        return self.written

    def answer_forms(self) -> tuple[str, ...]:
        """The usual writings."""
        quotient, left = self.quotient, self.left
        return tuple(
            dict.fromkeys(
                (
                    self.written,
                    *(f"{quotient}{sign}{left}" for sign in (" r ", "r", " R ", "R", " rem ")),
                    f"{quotient} remainder {left}",
                    f"{quotient} with {left} left over",
                    f"{quotient} and {left} left over",
                )
            )
        )

    def samples(self) -> Samples:
        """The answer in its writings; one more or less of either part, and both swapped."""
        quotient, left = self.quotient, self.left
        near = [f"{quotient} r {left + 1}", f"{quotient}.{left}", f"{quotient} + {left}"]
        if quotient != left:
            near.append(f"{left} r {quotient}")
        return Samples(
            right=(self.written, *self.answer_forms()[1:], f"i think its {quotient} r {left}?"),
            wrong=(f"{quotient + 1} r {left}",),
            near=tuple(near),
            unreadable=("", "no idea", f"{quotient} r"),
        )
