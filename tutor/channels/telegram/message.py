"""A message as the Bot API takes it: plain text with entities, and a keyboard. Pure.

Lengths and offsets are UTF-16 code units, as Telegram counts them.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from telegram import InlineKeyboardButton, InlineKeyboardMarkup, MessageEntity
from telegramify_markdown import MessageEntity as Marked
from telegramify_markdown import RenderConfig, convert

from tutor.channels.unicode_maths import CODE

_DOLLAR = re.compile(r"(?<!\\)\$")
LONGEST = 4_096  # UTF-16 code units
LONGEST_DATA = 64  # bytes of a button's data
ROW = 30  # characters of the labels in one row of buttons
ROW_OF_LETTERS = 6  # buttons in one row of short labels


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A button under a message: its label, and the data that a press sends back, or a link."""

    label: str
    data: str
    url: str = ""

    @property
    def button(self) -> InlineKeyboardButton:
        """As the library takes it."""
        if self.url:
            return InlineKeyboardButton(text=self.label, url=self.url)
        return InlineKeyboardButton(text=self.label, callback_data=self.data)


@dataclass(frozen=True, slots=True, kw_only=True)
class Note:
    """One message to be sent. `rows` are the buttons under it."""

    text: str
    entities: tuple[MessageEntity, ...] = ()
    rows: tuple[tuple[Key, ...], ...] = ()

    @property
    def keyboard(self) -> InlineKeyboardMarkup | None:
        """The buttons as the library takes them."""
        if not self.rows:
            return None
        return InlineKeyboardMarkup([[key.button for key in row] for row in self.rows])


def _config() -> RenderConfig:
    made = RenderConfig.isolated()
    for level in range(1, 5):
        setattr(made.markdown_symbol, f"heading_level_{level}", "")
    made.markdown_symbol.unordered_list_item = "•"
    return made


_CONFIG = _config()


def notes(markdown: str, keys: Sequence[Key] = ()) -> tuple[Note, ...]:
    """Markdown as messages, split where paragraphs end; the buttons are under the last one."""
    text, marked = convert(_without_maths(markdown), latex_escape=False, config=_CONFIG)
    return _with_keys(split(text.strip("\n"), _stripped(text, marked)), keys)


def plain_notes(text: str, keys: Sequence[Key] = ()) -> tuple[Note, ...]:
    """Text without any marks as messages."""
    return _with_keys(split(text, ()), keys)


def laid_out(keys: Sequence[Key]) -> tuple[tuple[Key, ...], ...]:
    """Buttons in rows: letters side by side, longer labels as many as are readable."""
    rows: list[list[Key]] = []
    for key in keys:
        short = len(key.label) <= 3
        last = rows[-1] if rows else []
        fits = sum(len(k.label) for k in last) + len(key.label) <= ROW and len(last) < (
            ROW_OF_LETTERS if short else 3
        )
        if last and fits and (len(last[-1].label) <= 3) == short:
            last.append(key)
        else:
            rows.append([key])
    return tuple(tuple(row) for row in rows)


def escaped(text: str) -> str:
    """Text in which no sign means anything in Markdown."""
    return "".join(f"\\{c}" if c in "\\`*_{}[]()<>#+-.!|~&$" else c for c in text)


def split(text: str, marked: Sequence[Marked]) -> list[Note]:
    """Text and marks in messages: cut between paragraphs, else lines, else words; not in code if
    that can be helped. A mark that a cut goes through is on both sides."""
    places = _places(text)
    cuts, start = [0], 0
    while places[-1] - places[start] > LONGEST:
        start = _cut(text, places, start, marked)
        cuts.append(start)
    cuts.append(len(text))
    made = []
    for low, high in pairwise(cuts):
        part = text[low:high]
        lead = len(part) - len(part.lstrip("\n"))
        body = part.strip("\n")
        if body.strip():
            begin = low + lead
            span = (places[begin], places[begin + len(body)])
            made.append(Note(text=body, entities=_within(marked, *span)))
    return made


def _without_maths(markdown: str) -> str:
    """Markdown whose dollar signs are money: formulas are Unicode by now."""
    parts = CODE.split(markdown)
    return "".join(
        part if index % 2 else _DOLLAR.sub(r"\\$", part) for index, part in enumerate(parts)
    )


def _with_keys(parts: list[Note], keys: Sequence[Key]) -> tuple[Note, ...]:
    if not parts:
        return ()
    last = Note(text=parts[-1].text, entities=parts[-1].entities, rows=laid_out(keys))
    return (*parts[:-1], last)


def _stripped(text: str, marked: Sequence[Marked]) -> list[Marked]:
    lead = len(text) - len(text.lstrip("\n"))
    return [m.copy_with(offset=m.offset - lead) for m in marked if m.offset >= lead]


def _places(text: str) -> list[int]:
    """Where each character begins, in UTF-16 code units, and where the text ends."""
    places, at = [0], 0
    for c in text:
        at += 2 if ord(c) > 0xFFFF else 1
        places.append(at)
    return places


def _cut(text: str, places: list[int], start: int, marked: Sequence[Marked]) -> int:
    end = start + 1
    while end < len(text) and places[end + 1] - places[start] <= LONGEST:
        end += 1
    code = [(m.offset, m.offset + m.length) for m in marked if m.type == "pre"]
    for border in ("\n\n", "\n", " "):
        at = text.rfind(border, start + 1, end)
        while at > start:
            if not any(low < places[at] < high for low, high in code):
                return at + len(border)
            at = text.rfind(border, start + 1, at)
        if border == "\n":  # a long program: between its lines is better than between words
            at = text.rfind(border, start + 1, end)
            if at > start:
                return at + 1
    return end


def _within(marked: Sequence[Marked], low: int, high: int) -> tuple[MessageEntity, ...]:
    made = []
    for mark in marked:
        begin, end = max(mark.offset, low), min(mark.offset + mark.length, high)
        if begin < end:
            made.append(
                MessageEntity(
                    type=mark.type,
                    offset=begin - low,
                    length=end - begin,
                    url=mark.url,
                    language=mark.language,
                )
            )
    return tuple(made)
