"""What a program prints, line by line, as the learner predicts it."""

import re
from dataclasses import dataclass

from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import why_unreadable
from tutor.items.types._fields import Fields

_LONGEST = 4_000
_LEAD = re.compile(
    r"^\s*(?:(?:ok(?:ay)?|so|um+|well|hm+|o+h+|a+h+|wait|no|yes|yeah|then|now|and|sorry|oops|"
    r"i\s+(?:think|guess|believe)|maybe|probably)[\s,:]+)*"
    r"(?:that\s+)?(?:(?:it|this|that|the\s+(?:program|code|output|answer|result|console|screen))"
    r"(?:'?s|\s+is|\s+(?:will|would|should|must|has\s+to)\s+be)?\s*)?"
    r"(?:(?:will|would|should|just|only)\s+)*"
    r"(?:(?:prints?|outputs?|displays?|shows?|writes?|returns?|says?|gives?)"
    r"(?:\s+out)?(?=\W))?\s*[:=]?\s*",
    re.IGNORECASE,
)
_TAIL = re.compile(
    (
        r"\s*(?:[(,]?\s*(?:all |each )?on "
        r"(?:(?:its|their|an?) (?:own|new|separate) lines?|(?:separate|different|new) lines?|"
        r"one line each)\)?|en (?:líneas|lineas) (?:separadas|distintas|diferentes)|"
        r"\(?(?:with|without|and) (?:the |a |no )?"
        r"(?:spaces?|plus(?: sign)?|quotes|quotation marks|capitals?|capital letters?)\)?|"
        r"i\s+think|i\s+guess|right|no(?=\s*\?)|maybe|probably)?\s*\?*\s*$"
    ),
    re.IGNORECASE,
)
_QUOTES = (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"), ("\u00a0", " "))
_FENCE = re.compile(r"^\s*```[\w+-]*\n(.*?)\n?```\s*$", re.DOTALL)


_FIRST = re.compile(r"^first\s+", re.I)  # "first True, then False"
_PROMPT = re.compile(r"^\s*>>>\s+(?=\S)")  # of a console that it was copied from
FIELDS = ("answer",)  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Output:
    """The grader of printed text."""

    lines: tuple[str, ...]

    def grade(self, response: str) -> Grade:
        """Correct for the same lines; spaces at line ends and empty lines at the ends are free."""
        exact = _lines(response)
        if exact == self.lines and self.lines:
            return Grade(verdict=Verdict.CORRECT, read_as="\n".join(exact), share=1.0)
        problem = why_unreadable(response, longest=_LONGEST)
        if problem and (len(response) > _LONGEST or "\x00" in response or not response.strip()):
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        if problem and not re.search(r"[!-~]", response):  # output may well be "***"
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        guesses = self._guesses(response)
        spaced = [tuple(map(_as_printed, guess)) for guess in guesses]
        if self.lines in guesses or tuple(map(_as_printed, self.lines)) in spaced:
            return Grade(verdict=Verdict.CORRECT, read_as="\n".join(self.lines), share=1.0)
        read = "\n".join(guesses[-1])
        folded = tuple(line.casefold() for line in self.lines)
        if folded in [tuple(line.casefold() for line in guess) for guess in guesses]:
            note = "Nearly: look at which letters are capitals."
            return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=0.5)
        joined = "".join(self.lines)
        if any(_closed("".join(guess)) == _closed(joined) for guess in guesses):
            return Grade(verdict=Verdict.PARTIAL, read_as=read, note=self._spaced(), share=0.5)
        if _closed(_unmarked(joined)) in {_closed(_unmarked("".join(guess))) for guess in guesses}:
            note = "Nearly: look at which quotation marks are printed and which are not."
            return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=0.5)
        return self._by_line(max(guesses, key=self._hits), read)

    def _spaced(self) -> str:
        if len(self.lines) == 1:
            return "The characters are right; now look at the spaces between them."
        return "The characters are right; look at the spaces and where a new line begins."

    def _hits(self, said: tuple[str, ...]) -> int:
        return sum(a == b for a, b in zip(said, self.lines, strict=False))

    def _by_line(self, said: tuple[str, ...], read: str) -> Grade:
        size = len(self.lines)
        hits = self._hits(said)
        if size < 2 or hits * 2 < size:
            return Grade(verdict=Verdict.INCORRECT, read_as=read)
        if len(said) != size:
            note = say(
                "The first lines are right; count again how many lines are printed. I read {count}.",
                count=len(said),
            )
        else:
            note = say("{hits} of the {size} lines are right.", hits=hits, size=size)
        return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=min(0.9, hits / size))

    def _guesses(self, response: str) -> list[tuple[str, ...]]:
        """Readings of the response, the barest last: as typed, unquoted, taken from its sentence."""
        fenced = _FENCE.match(response)
        if fenced:
            response = fenced[1]
        response = _PROMPT.sub("", response)
        for curly, straight in _QUOTES:
            response = response.replace(curly, straight)
        guesses = [_lines(response)]
        lead = _LEAD.match(response)
        bare = response
        # Only words are a lead: a sign, a point or a quote belongs to what is printed.
        if lead and re.search(r"\w", lead[0]) and response[lead.end() :].strip():
            bare = response[lead.end() :]
        if "\n" not in bare.strip():
            guesses.append(_lines(_unquoted(bare)))
            tailless = _TAIL.sub("", bare)
            if tailless.strip():
                bare = tailless
            guesses.append(_lines(_unquoted(bare)))
            if len(self.lines) > 1:
                printed = "".join(self.lines)
                for sign in (
                    *(rf"\s*{re.escape(s)}\s*" for s in ("/", "|", ";") if s not in printed),
                    r"\s*\\n\s*",
                    r"\s*,?\s*\b(?:and\s+)?then\b\s*",
                    r"\s*,?\s+(?:and|y)\s+",
                    r"\s*,\s*",
                    r"\s+",
                ):
                    whole = _FIRST.sub("", bare.strip()) if "then" in sign else bare.strip()
                    parts = tuple(_unquoted(part) for part in re.split(sign, whole))
                    if len(parts) == len(self.lines):
                        guesses.append(parts)
                        break
        else:
            guesses.append(_lines(bare))
            # “i think it is …?” asks whether it is right: the mark is the sentence's own.
            if bare is not response and bare.rstrip().endswith("?"):
                guesses.append(_lines(bare.rstrip().removesuffix("?")))
        return [guess for guess in guesses if guess]

    def shown(self) -> Shown:
        """A field for text; a long one when several lines are printed."""
        if len(self.lines) > 1:
            return Shown(kind="long", how="Write what it prints, each line on its own line.")
        return Shown(kind="text", how="Write exactly what it prints.")

    def answer_text(self) -> str:
        """The printed text."""
        return "\n".join(self.lines)

    def answer_forms(self) -> tuple[str, ...]:
        """The printed text, whole and on one line, and "it prints …"."""
        text = "\n".join(self.lines)
        flat = " ".join(self.lines)
        return tuple(dict.fromkeys((text, flat, ", ".join(self.lines), f"prints {flat}")))

    def samples(self) -> Samples:
        """The text in several guises, a changed character, a lost line."""
        text = "\n".join(self.lines)
        changed = text[:-1] + ("8" if text[-1:] != "8" else "9")
        lost = ("\n".join(self.lines[:-1]),) if len(self.lines) > 2 else ()
        one = (f"it prints {text}", f'"{text}"') if len(self.lines) == 1 and '"' not in text else ()
        return Samples(
            right=(
                text,
                text + "\n",
                "\n".join(line + "  " for line in self.lines),
                *((f"i think it is {text}?",) if len(self.lines) > 1 else ()),
                *one,
            ),
            wrong=("zzzzqqq",),
            near=(changed, text + "0", *(line for line in lost if line.strip())),
            unreadable=("", "   \n ", "\x00\x01\x02"),
        )


def _lines(text: str) -> tuple[str, ...]:
    return tuple(
        line.rstrip() for line in text.replace("\r\n", "\n").strip("\n").rstrip().split("\n")
    )


_LISTED = re.compile(r"^[\[({].*[\])}]$")
_QUOTED = re.compile(r"""'[^']*'|"[^"]*\"""")


def _as_printed(line: str) -> str:
    """A printed list without the spaces that its language puts behind commas; quoted text keeps its own."""
    if not _LISTED.match(line) or _QUOTED.search(line):
        return line
    return re.sub(r"\s*([,:])\s*|(?<=[\[({])\s+|\s+(?=[\])}])", lambda m: m[1] or "", line)


def _unmarked(text: str) -> str:
    return re.sub(r"[\"'`]", "", text)


def _closed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def _unquoted(text: str) -> str:
    bare = text.strip()
    if len(bare) >= 2 and bare[0] == bare[-1] and bare[0] in "\"'`":
        return bare[1:-1]
    return bare


def build(spec: Spec, context: Context) -> ItemType:
    """An output item of `code` and `answer`, the printed text."""
    fields = Fields(spec, FIELDS)
    answer = _raw_text(spec, fields)
    fields.text("code")
    fields.done()
    return Output(lines=_lines(answer))


def _raw_text(spec: Spec, fields: Fields) -> str:
    """The answer with the spaces that its first line begins with."""
    checked = fields.text("answer")
    raw = spec.get("answer")
    return raw if isinstance(raw, str) else checked
