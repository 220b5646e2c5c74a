"""OATutor's content as JSON: problems with steps, or one step a line; hints become the item's hints.

A scaffold (a smaller question on the way) becomes a hint that asks and answers it.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from tutor.errors import BadInput
from tutor.exchange.draft import Draft, Exchanged, Lost, objection
from tutor.exchange.markup import flat, with_dollars
from tutor.items.grade import Context
from tutor.retrieval.opening import decoded

_MATHS = ("number", "expression", "equation", "inequality", "interval", "pair", "set", "list")
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
        if "![" in made.prompt or ".gif" in made.prompt or "##" in made.prompt:
            lost.append(Lost(item=label, why="It shows a picture, which an item cannot hold."))
            continue
        drafts.append(made)
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
    if _first(step, "answer_type", "answerType") == "string":
        fields = {"answer": with_dollars(str(answers[0]))}
        if answers[1:]:
            fields["accept"] = [with_dollars(str(one)) for one in answers[1:]]
        return _typed(base, "short", fields)
    plain = str(answers[0]).replace("$$", "").strip()
    for kind in _MATHS:
        made = _typed(base, kind, {"answer": plain})
        if not objection(made, _ENGLISH):
            return made
    return f"Its answer “{plain[:60]}” is of no kind that Meno grades."


def _typed(draft: Draft, kind: str, fields: Mapping[str, object]) -> Draft:
    return Draft(id=draft.id, type=kind, prompt=draft.prompt, fields=fields, hints=draft.hints)


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
            made.append(flat(text))
    return tuple(made)
