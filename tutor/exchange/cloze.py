"""Moodle's embedded answers, `{1:SHORTANSWER:=a~%50%b}`, as blanks, or as one choice or number."""

import re
from dataclasses import dataclass

from tutor.exchange.marked import Fields, Marked, number_of, one_of
from tutor.exchange.markup import flat, of_html, plain_number

_HOLE = re.compile(r"\{\d*:([A-Z_]+):((?:\\.|[^\\}])+)\}", re.DOTALL)
_SPLIT = re.compile(r"(?<!\\)~")
_SAID = re.compile(r"(?<!\\)#")
_SHARE = re.compile(r"\s*(?:%(-?[\d.,]+)%)?\s*(=)?\s*(?:%(-?[\d.,]+)%)?")
_CHOICES = re.compile(r"MULTICHOICE(_\w+)?|MC[VHS]*")
_WORDS = re.compile(r"SHORTANSWER(_C)?|SAC?|MWC?")
_NUMBERS = frozenset({"NUMERICAL", "NM"})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Hole:
    kind: str
    answers: tuple[Marked, ...]
    allowed: tuple[str, ...]  # a number's tolerance, beside each answer

    @property
    def full(self) -> list[str]:
        return [one.text for one in self.answers if one.full and "*" not in one.text]


def embedded(text: str) -> tuple[str, Fields | str, tuple[str, ...]]:
    """The prompt, the fields of its type (or why there are none), and what was lost on the way."""
    holes: list[_Hole] = []

    def cut(found: re.Match[str]) -> str:
        holes.append(_hole(found[1], found[2]))
        return f"\ue200{len(holes) - 1}\ue201"

    prompt = of_html(_HOLE.sub(cut, text))
    if not holes:
        return prompt, "It has no embedded answers that can be read.", ()
    if any(not hole.full for hole in holes):
        return prompt, "One of its embedded answers has no certain right text.", ()
    alone = holes[0] if len(holes) == 1 else None
    if alone and alone.kind == "choice":
        return _shown(prompt, holes, offer=False), one_of(alone.answers), ()
    if alone and alone.kind == "number":
        fields = number_of(list(zip(alone.answers, alone.allowed, strict=True)))
        return _shown(prompt, holes), fields, ()
    lost = []
    if any(hole.kind == "number" and any(hole.allowed) for hole in holes):
        lost.append("Tolerances of numbers in blanks were left out.")
    if any(one.part for hole in holes for one in hole.answers):
        lost.append("Answers that give a part of the marks count as wrong here.")
    answer = [hole.full if len(hole.full) > 1 else hole.full[0] for hole in holes]
    return _shown(prompt, holes), ("blanks", {"answer": answer}), tuple(lost)


def _hole(name: str, body: str) -> _Hole:
    kind = "other"
    if _CHOICES.fullmatch(name):
        kind = "choice"
    elif _WORDS.fullmatch(name):
        kind = "word"
    elif name in _NUMBERS:
        kind = "number"
    answers, tolerances = list[Marked](), list[str]()
    for part in _SPLIT.split(body) if kind != "other" else ():
        said = _SAID.split(part, maxsplit=1)
        share = _SHARE.match(said[0])
        assert share is not None  # it matches nothing as well
        text = flat(of_html(re.sub(r"\\(.)", r"\1", said[0][share.end() :])))
        allowed = ""
        if kind == "number":
            text, _, allowed = text.partition(":")
            allowed = allowed if plain_number(allowed).strip("0.") else ""
        marks = 100.0 if share[2] else float((share[1] or share[3] or "0").replace(",", "."))
        answers.append(Marked(text=text.strip(), share=marks))
        tolerances.append(allowed)
    return _Hole(kind=kind, answers=tuple(answers), allowed=tuple(tolerances))


def _shown(prompt: str, holes: list[_Hole], *, offer: bool = True) -> str:
    """The prompt with blanks; where options are offered, they stand behind their blank."""

    def blank(found: re.Match[str]) -> str:
        hole = holes[int(found[1])]
        if hole.kind != "choice" or not offer:
            return "_____"
        return f"_____ ({' / '.join(one.text for one in hole.answers)})"

    return re.sub("\ue200(\\d+)\ue201", blank, prompt)
