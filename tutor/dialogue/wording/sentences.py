"""Cutting a text that is still being written into sentences. Pure.

A sentence is given out as soon as what follows proves that it has ended; the same text gives the
same sentences however it was cut into pieces. Maths, code and links are never cut; a list's
points, a table's rows and fenced code are sentences of their own.
"""

import re

from tutor.retrieval.sentences import ABBREVIATIONS

LONGEST = 2_000  # characters of one sentence; more is cut where it stands
MATHS = 300  # characters within which maths or code must close, else its sign is just a sign
MARKS = ".!?…؟۔।"
WIDE = "。！？｡"
CLOSERS = "\"'”’»)]*_」』）"
IN_TALK = ABBREVIATIONS | {"ud", "uds", "pág"}
BEFORE_DIGITS = frozenset(("no", "nos", "p", "pp", "nr", "núm"))
LIST = re.compile(r"[ \t]*(?:[-*•+]|\d{1,3}[.)])[ \t]")
LABEL = re.compile(r"(?:^|\n)[ \t]*(?:\d{1,3}|[A-Za-z])$")
CITES = re.compile(r"[ \t]*\[\d{1,2}\]")
WORD = re.compile(r"[\w.]+$")
SIGN = re.compile(rf"[$`\n{re.escape(MARKS + WIDE)}]|\\[(\[]")  # where a sentence may end, or not


class Sentences:
    """Collects pieces and gives out whole sentences, spaces and line breaks included."""

    def __init__(self) -> None:
        self._text = ""

    def feed(self, piece: str) -> list[str]:
        """The sentences that this piece completes; joined they are the text so far."""
        self._text += piece
        return self._cut(final=False)

    def rest(self) -> list[str]:
        """What is left at the end, as sentences; the last one may be unfinished."""
        found = self._cut(final=True)
        left, self._text = self._text, ""
        return [*found, left] if left.strip() else found

    def _cut(self, *, final: bool) -> list[str]:
        found = []
        while (end := _end(self._text, final=final)) is not None:
            found.append(self._text[:end])
            self._text = self._text[end:]
        return found


def finished(sentence: str) -> bool:
    """Whether a last sentence reads as ended rather than cut off."""
    text = sentence.rstrip()
    bare = re.sub(r"(?:\s*\[\d{1,2}\])+$", "", text).rstrip(CLOSERS)
    if not text or (bare and bare[-1] in MARKS + WIDE + ":"):
        return True
    ends_as_sign = text[-1] in "$`" or text.endswith("```")
    return ends_as_sign or LIST.match(text) is not None or ord(text[-1]) >= 0x1F000


def _end(text: str, *, final: bool) -> int | None:
    """Where the first sentence ends with the space after it; None while that is not known."""
    start = len(text) - len(text.lstrip())
    if text.startswith("```", start):
        return _fence_end(text, start, final=final)
    listed = LIST.match(text, start) is not None or text.startswith("|", start)
    at, longest = start, start + LONGEST
    while at < len(text):
        hit, stop = SIGN.search(text, at), max(at, longest)
        if hit is None or hit.start() >= stop:
            return stop if stop < len(text) else None
        at, sign = hit.start(), hit[0][0]
        if sign in "$`" or text.startswith(("\\(", "\\["), at):
            after = _over(text, at, final=final)
            if after is None:
                return None
            at = after
        elif sign == "\n":
            cut = _line_end(text, at, listed=listed, final=final)
            if cut is None:
                return None
            if cut:
                return cut
            at += 1
        elif sign in WIDE:
            return _after_wide(text, at, final=final)
        elif sign in MARKS:
            cut = _mark_end(text, at, final=final)
            if cut is None:
                return None
            if cut > 0:
                return cut
            at = -cut
    return None


def _fence_end(text: str, start: int, *, final: bool) -> int | None:
    close = text.find("\n```", start + 3)
    if close < 0:
        return None
    line = text.find("\n", close + 1)
    if line < 0:
        return len(text) if final else None
    return line + 1


def _over(text: str, at: int, *, final: bool) -> int | None:
    """The place after the maths or code that opens at `at`, or after its sign when it is none."""
    pairs = (("$$", "$$"), ("$", "$"), ("`", "`"), ("\\(", "\\)"), ("\\[", "\\]"))
    if not final and at == len(text) - 1:
        return None  # a second dollar may follow
    opens, closes = next(p for p in pairs if text.startswith(p[0], at))
    window = text[at : at + MATHS]
    blank = window.find("\n\n")
    window = window if blank < 0 else window[:blank]
    close = window.find(closes, len(opens))
    while opens == "$" and close > 0:
        following = text[at + close + 1 : at + close + 2]
        if not following and not final:
            return None
        if not window[close - 1].isspace() and not window[1].isspace() and not following.isdigit():
            break
        close = window.find("$", close + 1)
    if close >= 0:
        return at + close + len(closes)
    known = final or blank >= 0 or len(text) - at >= MATHS
    return at + len(opens) if known else None


def _line_end(text: str, at: int, *, listed: bool, final: bool) -> int | None:
    """The cut at a line break; 0 where the sentence goes on in the next line."""
    rest = text[at:]
    after = rest.lstrip()
    if not after:
        return None
    gap = rest[: len(rest) - len(after)]
    if gap.count("\n") > 1 or listed:
        return at + len(gap)
    if not final and re.fullmatch(r"[-*•+|`#]{1,3}|\d{1,3}[.)]?", after):
        return None  # may become a list's point or a fence
    starts = LIST.match(after) or after.startswith(("|", "```", "#"))
    return at + len(gap) if starts else 0


def _after_wide(text: str, at: int, *, final: bool) -> int | None:
    end = at
    while end < len(text) and text[end] in WIDE + CLOSERS:
        end += 1
    if end == len(text):
        return end if final else None
    return _with_citations(text, end, final=final)


def _mark_end(text: str, at: int, *, final: bool) -> int | None:
    """The cut after the marks at `at`; None while unknown; −(place to go on) where it is none."""
    end = at
    while end < len(text) and text[end] in MARKS:
        end += 1
    marks = end
    while end < len(text) and text[end] in CLOSERS:
        end += 1
    if end == len(text):
        return end if final and not _inside(text, at, marks, "") else None if not final else -end
    if not text[end].isspace() and text[end] != "[":
        return -end
    cut = _with_citations(text, end, final=final)
    if cut is None or cut == len(text):
        return None if not final else cut
    if "\n\n" not in text[end:cut] and _inside(text, at, marks, text[cut]):
        return -end
    return cut if text[cut - 1].isspace() or text[cut - 1] == "]" else -end


def _with_citations(text: str, end: int, *, final: bool) -> int | None:
    """The place after citations that belong to the sentence, and the space after them."""
    while cited := CITES.match(text, end):
        end = cited.end()
        while end < len(text) and text[end] in MARKS:
            end += 1
    space = len(text[end:]) - len(text[end:].lstrip())
    rest = text[end + space : end + space + 4]
    if not final and (not rest or (rest[0] == "[" and "]" not in rest and len(rest) < 4)):
        return None
    return end + space


def _inside(text: str, at: int, marks: int, following: str) -> bool:
    """Whether the marks stand inside a sentence: an abbreviation, a label, a small letter after."""
    if text[at:marks] != ".":
        return bool(following) and following.islower()
    before = text[:at]
    if LABEL.search(before[-6:] if "\n" in before[-6:] else before if len(before) < 6 else " "):
        return True
    hit = WORD.search(before[-24:])
    word = hit[0] if hit else ""
    low = word.lower().lstrip("(")
    if low in IN_TALK or (low in BEFORE_DIGITS and following.isdigit()):
        return bool(following)
    if len(word) == 1 and word.isupper():
        earlier = before[:-1].split()[-1:]
        return bool(earlier) and (earlier[0] in {"by", "and", "with"})
    return bool(following) and following.islower()
