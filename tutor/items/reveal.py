"""Whether a text gives an item's answer away: for authors' hints here, for drafts in `dialogue`."""

import re
from fractions import Fraction

from tutor.items.item import Item

FRACTION = re.compile(r"\\[dt]?frac\s*\{?\s*(-?\d+)\s*\}?\s*\{?\s*(\d+)\s*\}?")
NUMBER = re.compile(r"(?<![\w.])-?\d+(?:\.\d+)?(?:\s+\d+\s*/\s*\d+|\s*/\s*\d+)?(?![\w])(?!\.\d)")
CONCLUDES = re.compile(
    r"(?:=|≈|\bis|\bare|\bmakes?|\bgives?|\bget|\bequals?|\banswer\b[^.?!]{0,12}|→)\s*\$?\s*$"
)
SMALL_WORD = 4  # letters; shorter answer words only count where the text concludes with them


def plain(text: str) -> str:
    """The text without LaTeX fractions, dollars, bold and doubled spaces, in lower case."""
    text = FRACTION.sub(r" \1/\2 ", text)
    text = text.replace("−", "-").replace("$", " ").replace("*", " ").replace("`", " ")
    return re.sub(r"\s+", " ", text).casefold()


def numbers(text: str) -> list[tuple[Fraction, str, int]]:
    """The numbers of a plain text: value, as written without spaces around a bar, and offset."""
    found = []
    for hit in NUMBER.finditer(text):
        written = re.sub(r"\s*/\s*", "/", hit[0])
        value = _value(written)
        if value is not None:
            found.append((value, written, hit.start()))
    return found


def _value(written: str) -> Fraction | None:
    whole, _, rest = written.partition(" ")
    try:
        if not rest:
            return Fraction(whole)
        part = Fraction(rest.replace(" ", ""))
        return Fraction(whole) - part if whole.startswith("-") else Fraction(whole) + part
    except (ValueError, ZeroDivisionError):
        return None


def reveals(text: str, item: Item) -> bool:
    """Whether `text` states the item's answer in a form that the question did not already show."""
    said, asked = plain(text), plain(f"{item.prompt} {item.code}")
    answer = plain(item.type.answer_text()).strip()
    value = _value(re.sub(r"\s*/\s*", "/", answer))
    if value is not None:
        return _reveals_number(said, asked, value, answer)
    forms = {answer, *(plain(form).strip() for form in item.type.answer_forms())}
    return any(_reveals_words(said, asked, form) for form in forms if form)


def _reveals_number(said: str, asked: str, value: Fraction, answer: str) -> bool:
    given = numbers(asked)
    for found, written, at in numbers(said):
        if found != value:
            continue
        if not any(written == shown for _, shown, _ in given) and (
            written == re.sub(r"\s*/\s*", "/", answer) or all(v != value for v, _, _ in given)
        ):
            return True
        if CONCLUDES.search(said[:at]):
            return True
    return False


def _reveals_words(said: str, asked: str, form: str) -> bool:
    bounded = rf"(?<![\w-]){re.escape(form)}(?![\w-])"
    if re.search(bounded, asked):
        return False
    for hit in re.finditer(bounded, said):
        if len(form) >= SMALL_WORD and not form.isdigit():
            return True
        if CONCLUDES.search(said[: hit.start()]):
            return True
    return False
