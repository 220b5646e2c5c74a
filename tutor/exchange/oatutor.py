"""OATutor's content as JSON: problems with steps, or one step a line; hints become the item's hints.

A scaffold (a smaller question on the way) becomes a hint that asks and answers it.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, objection
from tutor.exchange.markup import flat, with_dollars
from tutor.items.grade import Context
from tutor.retrieval.opening import decoded

_MATHS = ("number", "expression", "equation", "inequality", "interval", "pair")
_COMPARES = re.compile(r"[<>≤≥]|\\[gl]eq?\b")
_FUNCTIONS = re.compile(r"(?<![A-Za-z\\])\\?(?!frac|sqrt|left|right|times|cdot)[A-Za-z]{2,}")
# What a text answer without options may be, where it is written in figures and signs alone.
_IN_FIGURES = ("number", "interval", "pair", "list")
_FIGURES = re.compile(
    r"(?:[\d\s.,/*+\-^()\[\]∪U]|sqrt|inf|pi)*(?:\d|inf)(?:[\d\s.,/*+\-^()\[\]∪U]|sqrt|inf|pi)*"
)
_SYMBOL = re.compile(r"\\?[A-Za-z]+(?:_\{?\w+\}?)?(?:\(\w\))?")
_PICTURE = re.compile(
    r"##[^#]+\.\w+##|!\[[^\]]*\]\([^)]*\)|[^\s#]+\.(?:gif|png|jpe?g)\b|https?://ibb\.co/\w+",
    re.IGNORECASE,
)
_ENGLISH = Context(language="en")
Row = Mapping[str, Any]


def read(content: bytes, name: str) -> Exchanged:
    """Every step; raises BadInput when the file is no JSON of that kind."""
    drafts, lost = list[Draft](), list[Lost]()
    for number, (problem, step) in enumerate(_steps(decoded(content, name), name), start=1):
        label = str(_first(step, "step_id", "id") or f"step-{number}")
        made = _draft(problem, step, label)
        if isinstance(made, str):
            lost.append(Lost(item=label, why=made))
            continue
        options = made.fields.get("choices")
        shown = [made.prompt, *map(str, options if isinstance(options, list) else ())]
        if any(_PICTURE.search(one) for one in shown):
            lost.append(Lost(item=label, why="It shows a picture, which an item cannot hold."))
            continue
        bare = [flat(_PICTURE.sub(" ", one)) for one in made.hints]
        if bare != list(made.hints):
            lost.append(Lost(item=label, why="Pictures in its hints were left out.", whole=False))
        drafts.append(replace(made, hints=tuple(filter(None, bare))))
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _steps(text: str, name: str) -> Iterator[tuple[Row, Row]]:
    """Problems and their steps; in a file of one step a line both are the same row."""
    try:
        found = json.loads(text) if text.lstrip()[:1] == "[" else None
        if found is None:
            try:
                found = [json.loads(text)]
            except ValueError:
                found = [json.loads(line) for line in text.splitlines() if line.strip()]
    except (ValueError, RecursionError) as broken:
        raise BadInput(f"This is not JSON: {broken}.", where=name) from broken
    for problem in found:
        if not isinstance(problem, dict):
            raise BadInput("This is not OATutor's content.", where=name, do="Give its JSON files.")
        steps = problem.get("steps")
        for step in steps if isinstance(steps, list) else [problem]:
            if isinstance(step, dict):
                yield problem, step


def _first(row: Row, *names: str) -> Any:
    return next((row[name] for name in names if row.get(name)), None)


def _draft(problem: Row, step: Row, label: str) -> Draft | str:
    """The item, or why there is none."""
    if _first(step, "variabilization") or _first(problem, "variabilization"):
        return "Its numbers vary by OATutor's own rules; write it as a template."
    answers = _first(step, "answer", "stepAnswer")
    answers = answers if isinstance(answers, list) else [answers]
    if not answers or answers[0] in (None, ""):
        return "It has no answer."
    told = (problem.get("body"), _first(step, "step_title", "stepTitle", "title"),
            _first(step, "step_body", "stepBody"))  # fmt: skip
    prompt = "\n\n".join(with_dollars(str(part).strip()) for part in told if part)
    base = Draft(id=label, type="short", prompt=prompt, hints=_hints(step))
    choices = step.get("choices")
    if isinstance(choices, list) and choices:
        texts = list(dict.fromkeys(with_dollars(str(one)) for one in choices))
        fields: dict[str, object] = {"choices": texts, "answer": with_dollars(str(answers[0]))}
        return _typed(base, "choice", fields)
    plain = str(answers[0]).replace("$$", "").strip()
    if _first(step, "answer_type", "answerType") == "string":
        if not answers[1:] and _FIGURES.fullmatch(plain):
            kinds = [one for one in _IN_FIGURES if one != "interval" or _is_interval(plain)]
            if made := _read_as(base, kinds, plain):
                return made
        fields = {"answer": with_dollars(str(answers[0]))}
        if answers[1:]:
            fields["accept"] = [with_dollars(str(one)) for one in answers[1:]]
        return _typed(base, "short", fields)
    if (rows := _rows(plain)) is not None:
        return _typed(base, "matrix", {"answer": rows})
    return _read_as(base, _kinds(plain), plain) or (
        f"Its answer “{plain[:60]}” is of no kind that Meno grades."
    )


def _kinds(answer: str) -> list[str]:
    """The types that may read an answer in signs, the likeliest first."""
    if _COMPARES.search(answer):
        return ["inequality", *_MATHS]
    left, sign, _ = answer.partition("=")
    if sign and not _SYMBOL.fullmatch(left.strip()) and not _FUNCTIONS.search(answer):
        return ["equation", *_MATHS]  # “x = 2” names a value, “ln(e²) = 2” is to be written so
    return list(_MATHS)


def _rows(answer: str) -> list[list[str]] | None:
    """The rows of a matrix in LaTeX; None for what is none."""
    found = re.fullmatch(r"\\begin\{[bp]matrix\}(.*)\\end\{[bp]matrix\}", answer, re.DOTALL)
    if found is None:
        return None
    return [[cell.strip() for cell in row.split("&")] for row in found[1].split("\\\\")]


def _read_as(base: Draft, kinds: Sequence[str], answer: str) -> Draft | None:
    """The first of the kinds that takes the answer for right."""
    made = (_typed(base, kind, {"answer": answer}) for kind in kinds)
    return next((one for one in made if not objection(one, _ENGLISH)), None)


def _is_interval(text: str) -> bool:
    """Whether brackets or an endless end make it an interval; “(2, 5)” may be a point."""
    return "inf" in text or "[" in text or "]" in text


def _typed(draft: Draft, kind: str, fields: Mapping[str, object]) -> Draft:
    return replace(draft, type=kind, fields=fields)


def _hints(step: Row) -> tuple[str, ...]:
    found = step.get("hints")
    if isinstance(found, dict):  # by the name of the pathway
        found = found.get("DefaultPathway") or next(iter(found.values()), [])
    made = []
    for hint in found if isinstance(found, list) else []:
        if not isinstance(hint, dict) or hint.get("type") == "bottomOut":
            continue
        text = with_dollars(str(hint.get("text") or hint.get("title") or ""))
        answers = hint.get("hintAnswer")
        if hint.get("type") == "scaffold" and isinstance(answers, list) and answers:
            text = f"{text} ({with_dollars(str(answers[0]))})"
        if text.strip():
            made.append(flat(text.replace("\\n", " ")))
    return tuple(made)
