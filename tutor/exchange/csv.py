"""A table of items: id, type, prompt, answer, choices, accept, hints, solution, code; or questions with answers.

Cells that hold several texts hold a JSON list. Cells that a spreadsheet would take for a formula
begin with an apostrophe, which is taken off again.
"""

import csv
import io
import json

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, Written
from tutor.retrieval.opening import decoded

COLUMNS = ("id", "type", "prompt", "answer", "choices", "more", "hints", "solution", "code")
_ASKS = ("prompt", "question", "front", "term")
_ANSWERS = ("answer", "back", "definition")
_LISTED = frozenset({"choices", "order", "blanks", "match", "matrix"})  # answers that are no text
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
    prompt = next((row[key] for key in _ASKS if row.get(key)), "")
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


def _value(cell: str) -> object:
    """A list or a mapping where the cell holds one, else its text."""
    if cell[:1] not in {"[", "{"}:
        return cell
    try:
        found = json.loads(cell)
    except (ValueError, RecursionError):
        return cell
    return found if isinstance(found, list | dict) else cell
