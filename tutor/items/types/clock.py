"""Item type `clock`: a time of day, as 8:30, 20.30, "half past eight" or "quarter to nine"."""

import re
from dataclasses import dataclass
from fractions import Fraction

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths import spec as field
from tutor.items.maths.in_words.chat import tidy
from tutor.items.maths.in_words.corrections import last_word
from tutor.items.maths.in_words.end_marks import plain_spaces
from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.maths.in_words.words import in_words, number_words
from tutor.items.text.taken_back import all_taken_back

_DAY, _HALF_DAY = 24 * 60, 12 * 60
_LEAD = re.compile(
    (
        r"^(?:(?:i think|creo que|pienso que|son|es(?= la)|a(?= las?\b)|la hora es|it is|it's|its|"
        r"at|so|about|the time is|the answer is)\s+)+"
    ),
    re.I,
)
_DAYTIME = (  # and whether it is the second half of the day
    (re.compile(r"\s*\b(?:a\.?\s?m\.?|in the morning)$", re.I), False),
    (re.compile(r"\s*\b(?:p\.?\s?m\.?|in the (?:afternoon|evening)|at night)$", re.I), True),
    (re.compile(r"\s*\bde la (?:mañana|manana|madrugada)$", re.I), False),
    (re.compile(r"\s*\bde la (?:tarde|noche)$", re.I), True),
    (re.compile(r"(?<=\d)\s*(?:a\.?\s?m\.?)$", re.I), False),
    (re.compile(r"(?<=\d)\s*(?:p\.?\s?m\.?)$", re.I), True),
)
_MILITARY = re.compile(r"([01]\d|2[0-3])([0-5]\d)(?:\s*(?:h|hrs|hours))?", re.I)  # 1420
_FIGURES = re.compile(r"(\d{1,2})\s*[:.h]\s*(\d{2})(?:\s*(?:h|hrs|uhr|o'?clock))?", re.I)
_WHOLE = re.compile(r"(\d{1,2}|[a-z]+)(?:\s*(?:o['’]?\s?clock|uhr|h|hours?))?", re.I)
_BESIDE = re.compile(
    (
        r"(half|(?:a )?quarter|\d{1,2}|[a-z]+?(?:[- ][a-z]+?)??)\s*(?:min(?:ute)?s?\s+)?"
        r"(past|after|to|before|till|['’]?til|of)\s+(\d{1,2}|[a-z]+)(?:\s+o['’]?clock)?"
    ),
    re.I,
)
# "las ocho y media", "son las nueve menos cuarto", "la una y diez", "las 8:30"
_SPANISH = re.compile(
    r"(?:las?\s+)?(?P<hour>\d{1,2}|[a-záéíóú]+)"
    r"(?:\s+(?:(?P<sign>y|menos|con)\s+)?"
    r"(?P<minutes>\d{1,2}|[a-záéíóú]+(?:\s(?:y\s)?[a-záéíóú]+)?)|:(?P<figures>\d\d))?",
    re.I,
)
_SPANISH_PARTS = {
    "media": 30,
    "cuarto": 15,
    "un cuarto": 15,
    "tres cuartos": 45,
    "en punto": 0,
    "punto": 0,
}
_SAID = re.compile(r"([a-z]+)\s+((?:oh\s+)?[a-z]+(?:[- ][a-z]+)?)", re.I)
_NAMED = {
    "mediodía": (_HALF_DAY, True),
    "mediodia": (_HALF_DAY, True),
    "medianoche": (0, True),
    "noon": (_HALF_DAY, True),
    "midday": (_HALF_DAY, True),
    "midnight": (0, True),
}


FIELDS = ("answer",)  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """Minutes since midnight; `sure` says that the half of the day was told."""

    minutes: int
    sure: bool

    @property
    def shown(self) -> str:
        """As on a digital clock."""
        return f"{self.minutes // 60}:{self.minutes % 60:02d}"


def time_in(text: str) -> Time | None:
    """The time that a text says; None where it says none."""
    if len(text) > 120:
        return None
    plain = _LEAD.sub("", last_word(tidy(text)).lower())
    if plain in _NAMED:
        return Time(minutes=_NAMED[plain][0], sure=True)
    second: bool | None = None
    for pattern, half in _DAYTIME:
        if pattern.search(plain):
            plain, second = pattern.sub("", plain).strip(), half
            break
    found = _hour_and_minute(plain)
    if found is None or not (0 <= found[0] <= 24 and 0 <= found[1] < 60):
        return None
    hour, minute = found
    if second is not None:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * second
    return Time(minutes=(hour * 60 + minute) % _DAY, sure=second is not None or not 1 <= hour <= 12)


def _hour_and_minute(text: str) -> tuple[int, int] | None:
    if match := _FIGURES.fullmatch(text) or _MILITARY.fullmatch(text):
        return int(match[1]), int(match[2])
    match = _SPANISH.fullmatch(text)
    abroad = _in_spanish(match) if match else None
    if abroad is not None:
        return abroad
    if match := _BESIDE.fullmatch(text):
        minutes, hour = _minutes(match[1]), _count(match[3])
        if minutes is None or hour is None or not 0 < minutes < 60:
            return None
        if match[2] in ("past", "after"):
            return hour, minutes
        return (hour - 1) % 12 or 12, 60 - minutes
    if match := _WHOLE.fullmatch(text):
        whole = _count(match[1])
        return None if whole is None else (whole, 0)
    if match := _SAID.fullmatch(text):  # "eight thirty", "eight oh five", "half eight"
        if match[1] == "half":
            later = _count(match[2])
            return None if later is None else (later, 30)
        first, after = _count(match[1]), _count(match[2].removeprefix("oh ").strip())
        single = match[2].startswith("oh ")
        if first is not None and after is not None and first < 24 and (after > 9 or single):
            return first, after
    return None


def _in_spanish(match: re.Match[str]) -> tuple[int, int] | None:
    """ "las ocho y media", "las nueve menos cuarto", "las 8:30", "la una en punto"."""
    hour = int(match["hour"]) if match["hour"].isdigit() else foreign_count(match["hour"])
    said = match["minutes"] or match["figures"] or "en punto"
    if said.isdigit():
        minutes: int | None = int(said)
    else:
        minutes = _SPANISH_PARTS.get(said, foreign_count(said))
    if hour is None or minutes is None or not 0 <= minutes < 60:
        return None
    if match["sign"] == "menos" and minutes:
        return (hour - 1) % 12 or 12, 60 - minutes
    return hour, minutes


def _minutes(said: str) -> int | None:
    if said == "half":
        return 30
    return 15 if said.endswith("quarter") else _count(said)


def _count(said: str) -> int | None:
    if said.isdigit():
        return int(said)
    value = number_words(said)
    return int(value) if value is not None and value.denominator == 1 else None


def build(spec: Spec, context: Context) -> ItemType:
    """Make the grader; raises BadCourse."""
    field.only(spec, *FIELDS)
    written = field.text(spec)
    time = time_in(written)
    if time is None:
        raise BadCourse(f"“{written}” is no time of day.", where="answer", do="Write '8:30'.")
    return Clock(written=written, time=time)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The grader of a time of day."""

    written: str
    time: Time

    def grade(self, response: str) -> Grade:
        """Judge a response; the half of the day counts where the answer tells it."""
        found = None if all_taken_back(response, frozenset()) else time_in(plain_spaces(response))
        if found is None:
            note = "I was looking for a time, like 8:30."
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        if (found.minutes - self.time.minutes) % _HALF_DAY:
            return Grade(verdict=Verdict.INCORRECT, read_as=found.shown)
        if not self.time.sure or (found.sure and found.minutes == self.time.minutes):
            return Grade(verdict=Verdict.CORRECT, read_as=found.shown, share=1.0)
        if found.sure:
            return Grade(verdict=Verdict.INCORRECT, read_as=found.shown)
        note = "Which half of the day is it? Write am or pm, or count the hours to 24."
        return Grade(verdict=Verdict.PARTIAL, read_as=found.shown, note=note, share=0.5)

    def shown(self) -> Shown:
        """A text field."""
        return Shown(how="Reply with a time, like 8:30.")

    def answer_text(self) -> str:
        """The answer as the author wrote it."""
        return self.written

    def answer_forms(self) -> tuple[str, ...]:
        """The time in figures and in words."""
        hour, minute = divmod(self.time.minutes, 60)
        twelve = hour % 12 or 12
        forms = [
            self.written,
            self.time.shown,
            self.time.shown.replace(":", "."),
            f"{twelve}:{minute:02d}",
        ]
        name, after = _word(twelve), _word(twelve % 12 + 1)
        match minute:
            case 0:
                forms += [f"{twelve} o'clock", f"{name} o'clock"]
            case 15:
                forms += [f"quarter past {name}", f"quarter past {twelve}"]
            case 30:
                forms += [f"half past {name}", f"half past {twelve}"]
            case 45:
                forms += [f"quarter to {after}", f"quarter to {twelve % 12 + 1}"]
        return tuple(dict.fromkeys(forms))

    def samples(self) -> Samples:
        """The time in and out of a sentence; an hour and some minutes off."""
        later = Time(minutes=(self.time.minutes + 60) % _DAY, sure=True).shown
        near = Time(minutes=(self.time.minutes + 5) % _DAY, sure=True).shown
        return Samples(
            right=(self.written, f"i think its {self.written}?", f"at {self.written}"),
            wrong=(later,),
            near=(near,),
            unreadable=("", "no idea", "25:71"),
        )


def _word(hour: int) -> str:
    return in_words(Fraction(hour))[0]
