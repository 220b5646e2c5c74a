"""The day that a message names: “by friday”, “tomorrow”, “in two weeks”, “el viernes” (pure).

A school's wishes name a day or two ahead, in few words; a message that names none has none, rather than a guess.
"""

import re
from datetime import datetime, time, timedelta

_DAYS = (
    ("monday", "mon", "lunes"),
    ("tuesday", "tue", "tues", "martes"),
    ("wednesday", "wed", "weds", "miercoles", "miércoles"),
    ("thursday", "thu", "thur", "thurs", "jueves"),
    ("friday", "fri", "viernes"),
    ("saturday", "sat", "sabado", "sábado"),
    ("sunday", "sun", "domingo"),
)
_NUMBER = {name: day for day, names in enumerate(_DAYS) for name in names}
_COUNTS = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "un": 1, "una": 1, "dos": 2, "tres": 3, "cuatro": 4, "cinco": 5}  # fmt: skip
_FULL = "|".join(name for names in _DAYS for name in names if len(name) > 5)
_SHORT = "|".join(
    sorted((n for names in _DAYS for n in names if len(n) < 6), key=len, reverse=True)
)
_WEEKDAY = re.compile(
    rf"\b(?P<full>{_FULL})\b|\b(?:by|until|till|before|next|this) (?P<short>{_SHORT})\b"
)
_IN = re.compile(rf"\b(?:in|en|dentro de) (\d{{1,2}}|{'|'.join(_COUNTS)}) (days?|weeks?|d[ií]as?|semanas?)\b")  # fmt: skip
_TOMORROW = re.compile(r"\b(?:tomorrow|tmrw|tmr|tomorow|mañana|manana)\b")
_AFTER_TOMORROW = re.compile(r"\b(?:day after tomorrow|pasado (?:mañana|manana))\b")
_TODAY = re.compile(r"\b(?:today|tonight|hoy)\b")
_NEXT_WEEK = re.compile(r"\b(?:next week|(?:la )?(?:próxima|proxima) semana|(?:la )?semana que viene)\b")  # fmt: skip


def until(text: str, now: datetime) -> datetime | None:
    """The end of the day that a text names, seen from `now`, in its time zone; None where it names none.

    A weekday is the next one to come, never today; “next week” is its Friday.
    """
    said = text.casefold()
    days = _days_ahead(said, now.weekday())
    return None if days is None else _end_of(now + timedelta(days=days))


def _days_ahead(said: str, today: int) -> int | None:
    if found := _IN.search(said):
        count = int(found[1]) if found[1].isdigit() else _COUNTS[found[1]]
        return count * (7 if found[2].startswith(("week", "semana")) else 1)
    if _AFTER_TOMORROW.search(said):
        return 2
    if found := _WEEKDAY.search(said):
        return (_NUMBER[found["full"] or found["short"]] - today) % 7 or 7
    if _TOMORROW.search(said):
        return 1
    if _NEXT_WEEK.search(said):
        return 7 - today + 4
    return 0 if _TODAY.search(said) else None


def _end_of(day: datetime) -> datetime:
    return datetime.combine(day.date(), time(23, 59), tzinfo=day.tzinfo)
