"""Which line of a program is wrong: by number or by the line's own text."""

import re
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Option, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable
from tutor.items.text.open_ended import goes_on
from tutor.items.text.phrases import denied_before, last_thought
from tutor.items.text.speech import speech
from tutor.items.text.taken_back import left_open
from tutor.items.text.words import STOP, tokens, words
from tutor.items.types._fields import Fields

_WORDS = (
    *("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"),
    *("eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen"),
    *("nineteen", "twenty"),
)
_PLACES = (
    *("zeroth", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"),
    *("ninth", "tenth", "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth"),
)
_PLACES_ABROAD = {
    word: n
    for n, names in enumerate(
        ("primera primero première premier erste", "segunda segundo deuxième zweite", "tercera tercero troisième dritte",
         "cuarta cuarto quatrième vierte", "quinta quinto cinquième fünfte", "sexta sexto sixième sechste",
         "séptima septima septième siebte", "octava huitième achte", "novena neuvième neunte", "décima decima dixième zehnte"),
        1,
    )
    for word in names.split()
}  # fmt: skip
_BE = (("is",), ("looks",), ("seems",), ("está",))
_BLAMED = (("is", "wrong"), ("is", "incorrect"))
_CLEARED = frozenset(("fine", "ok", "okay", "right", "correct", "good", "true", "bien", "correcta"))
_ELSEWHERE = frozenset(
    [
        "after",
        "before",
        "below",
        "above",
        "under",
        "over",
        "past",
        "between",
        "except",
        "después",
        "antes",
    ]
)
_LAST = re.compile(
    r"^\W*(?:(?:i think|it'?s|it is|the|es)\s+)*(?:very )?last (?:line|one)\W*$|^\W*la última(?: línea)?\W*$",
    re.I,
)
_LINE = frozenset(("line", "línea", "linea", "ligne", "zeile", "linha", "riga", "السطر"))


FIELDS = ("answer",)  # of its YAML


# Code that is none of the lines: its numbers name no line.
_OTHER_CODE = re.compile(
    r"\s*(?:(?:if|elif|while|for|def|return|import|print)\b.*[=:(]|\w+\s*=[^=])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """The grader of a line's number, counted from 1."""

    lines: tuple[str, ...]
    right: int
    language: str

    def grade(self, response: str) -> Grade:
        """Correct for the right number or the text of that line."""
        problem = why_unreadable(response)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        named = self._named(response)
        if (
            len(named) != 1
            or goes_on(response)
            or left_open(response, frozenset(words("\n".join(self.lines))))
        ):
            note = say("Which line? Reply with one number from 1 to {last}.", last=len(self.lines))
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        (number,) = named
        read = say("line {number}", number=number)
        if not 1 <= number <= len(self.lines):
            size = len(self.lines)
            note = say(
                "The program has {size} lines; I read line {number}.", size=size, number=number
            )
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
        if number == self.right:
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        return Grade(verdict=Verdict.INCORRECT, read_as=read)

    def _named(self, response: str) -> set[int]:
        quoted = [i for i, line in enumerate(self.lines, 1) if _code(line) == _code(response)]
        if quoted:
            return {self.right} if self.right in quoted else {quoted[0]}
        if _LAST.match(response):
            return {max(i for i, line in enumerate(self.lines, 1) if line.strip())}
        speaks = speech(self.language)
        found = last_thought(tokens(response), speaks)
        pointed, loose = set(), set()
        for i, token in enumerate(found):
            if token in ("one", "ones") and i and _number(found[i - 1]) is not None:
                continue  # "the third one"
            number = _number(token)
            blamed = found[i + 1 : i + 3] in _BLAMED or _not_right(found[i + 1 : i + 4])
            if number is None or (not blamed and denied_before(found, i, i + 1, speaks)):
                continue
            if found[i + 1 : i + 2] in _BE and _CLEARED & set(found[i + 2 : i + 3]):
                continue  # "line 3 is fine"
            before = found[max(0, i - 2) : i]
            if set(found[max(0, i - 3) : i]) & _ELSEWHERE:
                continue  # "after line 4"
            after = found[i + 1 : i + 2]
            if after == ("lines",):
                continue  # "3 lines" counts them
            also = i > 1 and found[i - 1] in speaks.ors and _number(found[i - 2]) in pointed
            if set(before) & _LINE or set(after) & _LINE or also:
                pointed.add(number)
            elif token[0].isdecimal() or (
                token in _PLACES and {*after} <= {STOP, "one"} | speaks.ors | speaks.ands
            ):
                loose.add(number)
        if pointed:
            return pointed
        inside = [
            i
            for i, line in enumerate(self.lines, 1)
            if len(_code(line)) > 3 and _code(line) in _code(response)
        ]
        longest = max((len(_code(self.lines[i - 1])) for i in inside), default=0)
        whole = {i for i in inside if len(_code(self.lines[i - 1])) == longest}
        if whole:
            return {self.right} if self.right in whole and len(whole) > 1 else whole
        return set() if _OTHER_CODE.match(response) else loose

    def shown(self) -> Shown:
        """The lines with their numbers as labels."""
        options = tuple(Option(label=str(i), text=line) for i, line in enumerate(self.lines, 1))
        return Shown(kind="line", options=options, how="Reply with the number of the line.")

    def answer_text(self) -> str:
        """The line by number."""
        return f"line {self.right}"

    def answer_forms(self) -> tuple[str, ...]:
        """Phrases that name the line by number; its text alone is part of the shown program."""
        number = self.right
        forms = [f"line {number}", f"line number {number}", f"line #{number}"]
        if number < len(_WORDS):
            forms.append(f"line {_WORDS[number]}")
        if number < len(_PLACES):
            forms.append(f"{_PLACES[number]} line")
        return tuple(forms)

    def samples(self) -> Samples:
        """The number in several guises, the neighbours, and numbers that are no line."""
        number, size = self.right, len(self.lines)
        others = [n for n in (number - 1, number + 1) if 1 <= n <= size]
        own = self.lines[number - 1]
        return Samples(
            right=(
                str(number),
                f"line {number}",
                f"I think it is line {number}",
                f"Line {number}.",
                own,
            ),
            wrong=tuple(str(n) for n in others),
            near=(*tuple(f"line {n}" for n in others), f"not line {number}"),
            unreadable=("", "🙂🙂", "zzzzqqq", str(size + 40)),
        )


def _not_right(behind: tuple[str, ...]) -> bool:
    """Whether "is not", or "is not right", follows, which blames a line as "is wrong" does."""
    return behind[:1] in _BE and behind[1:2] == ("not",) and {*behind[2:]} <= _CLEARED | {STOP}


def _code(text: str) -> str:
    return re.sub(r"\s+", "", normal(text))


def _number(token: str) -> int | None:
    bare = re.sub(r"(?:st|nd|rd|th)$", "", token)
    if bare.isdecimal() and len(bare) <= 4:
        return int(bare)
    if token in _WORDS:
        return _WORDS.index(token)
    if token in _PLACES_ABROAD:
        return _PLACES_ABROAD[token]
    return _PLACES.index(token) if token in _PLACES else None


def build(spec: Spec, context: Context) -> ItemType:
    """A line item of `code` and `answer`, the number of the wrong line counted from 1."""
    fields = Fields(spec, FIELDS)
    answer = fields.text("answer")
    code = fields.text("code")
    fields.done()
    lines = tuple(code.strip("\n").splitlines())
    if not answer.isdecimal() or not 1 <= int(answer) <= len(lines):
        raise BadCourse(
            f"{answer!r} is not a line of the code.", where="answer", do=f"Write 1 to {len(lines)}."
        )
    if not lines[int(answer) - 1].strip():
        raise BadCourse("That line of the code is empty.", where="answer", do="Count again.")
    return Line(lines=lines, right=int(answer), language=context.language)
