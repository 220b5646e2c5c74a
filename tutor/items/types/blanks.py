"""Blanks in a sentence, filled in order, with word of which ones are right."""

import re
from dataclasses import dataclass
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths.in_words.words import number_words
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.speech import speech
from tutor.items.text.taken_back import all_taken_back
from tutor.items.text.terms import Fit, Terms
from tutor.items.text.words import words
from tutor.items.types._fields import Fields, as_text

_BLANK = re.compile(r"_{3,}")
_NUMBER = re.compile(r"[-+]?(?:\d+(?:[.,]\d+)?|[.,]\d+)(?:/\d+)?")
_NUMBERED = re.compile(r"(?:^|[\s,;])\(?(\d{1,2}|[a-h])\s*[.):]\s*", re.IGNORECASE)
_TWO_NUMBERS = re.compile(r"\d\s*(?:and|or|y|o|und|oder|&)\s*\d", re.IGNORECASE)
_COUNTED = re.compile(r"(?:^|[\s,;])(\d)\s+(?=[^\W\d_])")  # "1 blood 2 blood vessels"
HOW = "Reply with what belongs in the blanks, with commas between."
HOW_NUMBERS = "Reply with what belongs in the blanks, with semicolons between."
MISCOUNTED = (
    "There are {size} blanks and I read {count}: {read}. Put commas between the words, and ? "
    "where you do not know one."
)
MISCOUNTED_NUMBERS = (
    "There are {size} blanks and I read {count}: {read}. Put semicolons between them, and ? where "
    "you do not know one."
)
_AND = r"\s+(?:and|y|et|und|e|و)\s+"


_BOTH = re.compile(
    (
        r"(?:both|each|ambos|ambas|los dos|las dos)\s+(?:(?:of them|are|is|were|son|es)\s+)*"
        r"(?:blanks?\s+(?:are|is)\s+)?(\S+?)[.!]?$"
    ),
    re.IGNORECASE,
)
_DENYING = frozenset(("not", "no", "isnt", "or", "either", "nor", "o", "ni", "but", "instead"))
_SMALL = speech("en").filler | speech("en").ands

FIELDS = ("answer",)  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """The grader of blanks; `accepted[i]` are the texts that fill blank i."""

    accepted: tuple[tuple[str, ...], ...]
    terms: tuple[Terms, ...]
    frame: re.Pattern[str] | None
    behind: tuple[str, ...]
    decimal_comma: bool
    prompt: frozenset[str] = frozenset()  # the words of the sentence

    def grade(self, response: str) -> Grade:
        """Correct when all blanks are; partial names those that are right."""
        problem = why_unreadable(response)
        if problem and not all(len(text) <= 2 for texts in self.accepted for text in texts):
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        if not response.strip() or len(response) > 1_000:
            return Grade(verdict=Verdict.UNREADABLE, note=problem or "")
        size = len(self.accepted)
        own = frozenset(w for texts in self.accepted for text in texts for w in words(text))
        if all_taken_back(response, own):
            note = say("I am not sure which part is your answer.")
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        parts = self._parts(response)
        read = " · ".join(parts)
        if len(parts) != size:
            note = say(
                MISCOUNTED_NUMBERS if self._with_semicolons() else MISCOUNTED,
                size=size,
                count=len(parts),
                read=read,
            )
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
        right = [self._fills(i, self._alone(i, part)) for i, part in enumerate(parts)]
        if None in right:
            doubt = "I am not sure about the spelling of one of the words. Can you check it?"
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=doubt)
        hits = sum(bool(fits) for fits in right)
        said = not any(re.search(r"\d", text) for texts in self.accepted for text in texts)
        if hits == size or (said and len(self._in_turn(response)) == size):
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        if not hits:
            return Grade(verdict=Verdict.INCORRECT, read_as=read)
        return Grade(
            verdict=Verdict.PARTIAL,
            read_as=read,
            note=_which([i + 1 for i, fits in enumerate(right) if fits], size),
            share=hits / size,
        )

    def _alone(self, i: int, part: str) -> str:
        """What fills the blank, without the word that the sentence itself has behind it: "4 eighths"."""
        word = self.behind[i] if i < len(self.behind) else ""
        if not word or any(normal(text).endswith(word) for text in self.accepted[i]):
            return part
        kept = re.sub(rf"(?<=[^\W_])\s+{re.escape(word)}\W*$", "", part, flags=re.IGNORECASE)
        return kept or part

    def _fills(self, i: int, part: str) -> bool | None:
        """Whether `part` fills blank `i`; None when its spelling is too doubtful to tell."""
        if part in self.accepted[i]:
            return True
        number = _value(part, comma=self.decimal_comma)
        if (
            number is None
            and _TWO_NUMBERS.search(part)
            and not _TWO_NUMBERS.search(" ".join(self.accepted[i]))
        ):
            return False  # "180 and 360"
        for text in self.accepted[i]:
            meant = _value(text, comma=self.decimal_comma)
            if meant is not None and number is not None and meant == number:
                return True
        match self.terms[i].fit(part):
            case Fit.SAID | Fit.MISSPELT:
                return True
            case Fit.DOUBTFUL:
                return None
            case Fit.DENIED | Fit.HEDGED | Fit.BURIED | Fit.PART | Fit.OTHER:
                return False

    def _parts(self, response: str) -> list[str]:
        size = len(self.accepted)
        whole = self.frame.fullmatch(normal(without_markup(response))) if self.frame else None
        if whole:
            return [part.strip() for part in whole.groups()]
        if size == 1:
            return [response.strip()]
        both = _BOTH.match(response.strip())
        if both and size == 2:
            return [both[1], both[1]]
        numbered = [part for part in _NUMBERED.split(response)[2::2] if part.strip(" ,;\n")]
        if len(numbered) == size:
            return [part.strip(" ,;\n") for part in numbered]
        if (
            _COUNTED.findall(response)
            == [str(n) for n in range(1, size + 1)]
            == re.findall(r"\d+", response)
        ):
            return [part.strip(" ,;\n") for part in _COUNTED.split(response)[2::2]]
        comma = r"(?<!\d),|,(?!\d)" if self.decimal_comma else ","
        best: list[str] = [response.strip()]
        for sign in (
            r"\n+",
            r"[;\n]+",
            rf"{comma}|[;\n]",
            rf"(?:{comma})(?:\s*and\b)?|[;\n]|{_AND}",
        ):
            parts = [part.strip() for part in re.split(sign, response) if part and part.strip()]
            if len(parts) == size:
                return parts
            best = parts if len(parts) > len(best) else best
        loose = re.split(rf"{_AND}|\s*/\s*|\s+-\s+|\.\.\.+", response.strip())
        if len(loose) == size:
            return [part.strip() for part in loose]
        if len(best) == 1 and len(response.split()) == size:
            return response.split()
        return self._in_turn(response) or best

    def _in_turn(self, response: str) -> list[str]:
        """ "top is numerator bottom is denominator": one text of each blank, once and in their order, none denied."""
        said = words(response)
        if len(said) > 6 * len(self.accepted) or set(said) & _DENYING:
            return []
        found: list[tuple[int, int]] = []
        for texts in self.accepted:
            phrases = {words(text) for text in texts}
            places = [
                (at, at + len(phrase))
                for phrase in phrases
                for at in range(len(said))
                if phrase and said[at : at + len(phrase)] == phrase
            ]
            if len(places) != 1 or (found and places[0][0] < found[-1][1]):
                return []
            found.append(places[0])
        filled = sum(end - start for start, end in found)
        told = [word for word in said if word not in _SMALL]
        if len(told) > filled and all(map(str.isdecimal, told)):
            return []  # "12, 4, 3": the sentence has a 3 too, but it fills no blank
        if self._one_more(said[found[-1][1] :], response, alone=filled):
            return []
        return [" ".join(said[start:end]) for start, end in found]

    def _one_more(self, rest: tuple[str, ...], response: str, *, alone: int) -> bool:
        """Whether the last words are one thing more than there are blanks: "…, condensation and precipitation".

        `alone` is how many words fill the blanks: where there are no others, one more word is one more thing.
        """
        plain = [word for word in rest if word not in ("and", "y", "e", "et", "und")]
        last = re.escape(" ".join(plain))
        listed = re.search(rf"(?:[,;\n]|\b(?:and|y|e|et|und)\b)\s*{last}\W*$", normal(response))
        bare = len(plain) == 1 and plain[0] not in _SMALL and len(words(response)) == alone + 1
        return 0 < len(plain) <= 3 and not self.prompt.issuperset(plain) and (bool(listed) or bare)

    def shown(self) -> Shown:
        """A field for the words of all blanks."""
        if len(self.accepted) == 1:
            return Shown(kind="blanks", how="Reply with what belongs in the blank.")
        return Shown(kind="blanks", how=HOW_NUMBERS if self._with_semicolons() else HOW)

    def _with_semicolons(self) -> bool:
        """Whether a comma could belong to a number of a blank: “0,5”."""
        texts = (text for accepted in self.accepted for text in accepted)
        return self.decimal_comma and any(character.isdigit() for t in texts for character in t)

    def answer_text(self) -> str:
        """The first accepted text of each blank."""
        between = "; " if self._with_semicolons() else ", "
        return between.join(texts[0] for texts in self.accepted)

    def answer_forms(self) -> tuple[str, ...]:
        """All texts joined, and each text of each blank."""
        each = (without_markup(text) for texts in self.accepted for text in texts)
        return tuple(dict.fromkeys((self.answer_text(), *each)))

    def samples(self) -> Samples:
        """All blanks right by comma and by line, one wrong, all wrong, one missing."""
        first = [texts[0] for texts in self.accepted]
        size = len(first)
        near = (", ".join(["zzzzqqq", *first[1:]]),) if size > 1 else ()
        few = (first[0],) if size > 1 and not re.search(r"[\s,/;]", first[0]) else ()
        return Samples(
            right=("\n".join(first), *((", ".join(first),) if "," not in "".join(first) else ())),
            wrong=(", ".join(["zzzzqqq"] * size),),
            near=near,
            unreadable=("", "   ", *few),
        )


def _which(right: list[int], size: int) -> str:
    left = size - len(right)
    again: str = "Look again at the other one."
    if left > 1:
        again = say("Look again at the other {left}.", left=left)
    if len(right) == 1:
        return say("Blank {number} is right. {again}", number=right[0], again=again)
    listed = say("{first} and {last}", first=", ".join(map(str, right[:-1])), last=right[-1])
    return say("Blanks {listed} are right. {again}", listed=listed, again=again)


def _value(text: str, *, comma: bool) -> Fraction | None:
    said = number_words(text)
    if said is not None:
        return said
    plain = normal(text).replace(" ", "")
    if comma:
        plain = plain.replace(",", ".")
    if not _NUMBER.fullmatch(plain) or "," in plain or len(plain) > 40:
        return None
    whole, _, under = plain.partition("/")
    if under and not int(under):
        return None
    return Fraction(whole) / int(under or 1)


def _frame(prompt: str) -> re.Pattern[str] | None:
    """A pattern of the sentence with its blanks, for a learner who types it out whole."""
    sentence = next((line for line in prompt.split("\n") if _BLANK.search(line)), "")
    if len(_BLANK.findall(sentence)) != len(_BLANK.findall(prompt)):
        return None
    pieces = _BLANK.split(without_markup(sentence))
    fixed = [re.escape(normal(piece).rstrip(".")) for piece in pieces]
    return re.compile(r"\s*(.{1,80}?)\s*".join(fixed) + r"\.?")


def _behind(prompt: str) -> tuple[str, ...]:
    """The word behind each blank of a sentence, "" where there is none."""
    pieces = _BLANK.split(without_markup(prompt))[1:]
    found = (re.match(r"\s+([^\W\d_]{2,})", piece) for piece in pieces)
    return tuple(normal(match[1]) if match else "" for match in found)


def build(spec: Spec, context: Context) -> ItemType:
    """A blanks item of a `prompt` with `___` and an `answer` for each blank."""
    fields = Fields(spec, FIELDS)
    prompt = fields.text_or("prompt", "")
    accepted = []
    for i, entry in enumerate(fields.entries("answer")):
        options = entry if isinstance(entry, list | tuple) else [entry]
        texts = tuple(as_text(option, where=f"answer[{i}]") for option in options)
        if not texts or not all(texts):
            raise BadCourse("This blank has no text.", where=f"answer[{i}]", do="Write one.")
        accepted.append(texts)
    fields.done()
    gaps = len(_BLANK.findall(prompt))
    if prompt and gaps != len(accepted):
        raise BadCourse(
            f"The prompt has {gaps} blanks and the answer {len(accepted)} entries.",
            where="answer",
            do="Write ___ in the prompt once for each entry.",
        )
    return Blanks(
        accepted=tuple(accepted),
        terms=tuple(
            Terms(texts, terms=context.terms, language=context.language) for texts in accepted
        ),
        frame=_frame(prompt) if prompt else None,
        behind=_behind(prompt),
        decimal_comma=context.decimal_comma,
        prompt=frozenset(words(prompt)),
    )
