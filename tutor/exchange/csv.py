"""A table of items: id, type, prompt, answer, choices, accept, hints, solution, code; or questions with answers.

Cells that hold several texts hold a JSON list. Cells that a spreadsheet would take for a formula
begin with an apostrophe, which is taken off again.
"""

import csv
import io
import json
import re

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written
from tutor.retrieval.opening import decoded

COLUMNS = ("id", "type", "prompt", "answer", "choices", "more", "hints", "solution", "code")
_ASKS = ("prompt", "question", "front", "term")
_ANSWERS = ("answer", "back", "definition")
_LISTED = frozenset({"choices", "order", "blanks", "match", "matrix"})  # answers that are no text
_ASKED = re.compile(r"^question\b.*")  # “question - max 120 characters”
_OPTION = re.compile(r"(?:option|choice|answer)s?[ _-]*(?:[1-9]|[a-h])(?:\W.*)?|[a-h]")
_RIGHT = re.compile(
    r"(?:correct|right)(?:[ _-]*(?:answer|option|choice))?(?:s|\(s\))?|answer(?:[ _-]*key)?|key"
)
_LETTERS = "abcdefgh"
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def write(drafts: tuple[Draft, ...], title: str) -> Written:
    """One row for each item; `more` holds the type's other fields as JSON."""
    made = io.StringIO()
    table = csv.writer(made)
    table.writerow(COLUMNS)
    for one in drafts:
        more = {k: v for k, v in one.fields.items() if k not in {"answer", "choices"}}
        row = (
            one.id, one.type, one.prompt, _cell(one.answer), _cell(one.fields.get("choices")),
            _cell(more or None), _cell(list(one.hints)), one.solution, one.code,
        )  # fmt: skip
        table.writerow([_safe(cell) for cell in row])
    return Written(content=made.getvalue().encode("utf-8-sig"))


def _cell(value: object) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False, default=str)


def _safe(cell: str) -> str:
    return f"'{cell}" if cell.startswith((*_FORMULA, "'")) else cell


def read(content: bytes, name: str) -> Exchanged:
    """Rows by the names of their columns; without a type, a number or a word is asked for."""
    text = decoded(content, name)
    separator = max("\t;,", key=text.partition("\n")[0].count)
    try:
        rows = list(csv.DictReader(io.StringIO(text), delimiter=separator))
    except csv.Error as broken:
        raise BadInput(f"The table is damaged: {broken}.", where=name) from broken
    drafts, lost = [], []
    for number, raw in enumerate(rows, start=2):
        row = {
            (key or "").strip().lower(): cell.strip().removeprefix("'")
            for key, cell in raw.items()
            if isinstance(cell, str)
        }
        label = row.get("id") or f"row-{number}"
        made = _draft(row, label)
        if isinstance(made, str):
            lost.append(Lost(item=label, why=made))
        else:
            drafts.append(made)
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _draft(row: dict[str, str], label: str) -> Draft | str:
    row = {_ASKED.sub("question", key): cell for key, cell in row.items()}
    prompt = next((row[key] for key in _ASKS if row.get(key)), "")
    options = [cell for key, cell in row.items() if _OPTION.fullmatch(key) and cell]
    if prompt and len(options) > 1:
        return _picked(row, prompt, options, label)
    answer = next((row[key] for key in _ANSWERS if row.get(key)), "")
    if not prompt or not answer:
        return "It has no question or no answer (columns prompt and answer)."
    choices, more, hints = (_value(row.get(key, "")) for key in ("choices", "more", "hints"))
    fields: dict[str, object] = dict(more) if isinstance(more, dict) else {}
    kind = row.get("type") or ("choice" if choices else "short")
    fields["answer"] = _value(answer) if kind in _LISTED else answer
    if choices:
        fields["choices"] = choices if isinstance(choices, list) else str(choices).split("|")
    return Draft(
        id=label,
        type=kind,
        prompt=prompt,
        fields=fields,
        code=row.get("code", ""),
        hints=tuple(str(one) for one in hints) if isinstance(hints, list) else (),
        solution=row.get("solution", ""),
    )


def _picked(row: dict[str, str], prompt: str, options: list[str], label: str) -> Draft | str:
    """A choice whose options stand in columns of their own; letters, numbers or texts name the right."""
    named = next((cell for key, cell in row.items() if _RIGHT.fullmatch(key) and cell), "")
    right = list[str]()
    for one in [named] if named in options else re.split(r"\s*[,;|&]\s*", named):
        at = _LETTERS.find(one.strip("()[]. ").lower()) if len(one.strip("()[]. ")) == 1 else -1
        if one in options:
            right.append(one)
        elif one.isdecimal() and 1 <= int(one) <= len(options):
            right.append(options[int(one) - 1])
        elif 0 <= at < len(options):
            right.append(options[at])
        else:
            return (
                "It does not say which of its options is right (a column named “correct answer”)."
            )
    several = len(right) > 1
    fields = {"choices": options, "answer": right if several else right[0]}
    solution = row.get("explanation", "") or row.get("feedback", "") or row.get("solution", "")
    kind = "choices" if several else "choice"
    return Draft(id=label, type=kind, prompt=prompt, fields=fields, solution=solution)


def _value(cell: str) -> object:
    """A list or a mapping where the cell holds one, else its text."""
    if cell[:1] not in {"[", "{"}:
        return cell
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    return found if isinstance(found, list | dict) else cell
