"""Answers of real items told in many disguises, and first hints that tell none: rows for the leak gate.

`meno eval leaks PATH --disguises` and `--hints` take a folder of courses or a file of OATutor
steps. The names of numbers in other languages are written here anew, so that the gate is not
tested with its own tables.
"""

import gzip
import json
import re
import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from tutor.curriculum.files import load
from tutor.errors import BadInput
from tutor.evals.disguise_marks import marked_numbers
from tutor.evals.disguise_numbers import disguised_numbers
from tutor.evals.leak_rows import Row
from tutor.evals.leaks import reveals
from tutor.items.item import Item
from tutor.items.reveal import said, secret_of, told
from tutor.items.reveal.secret import number

PLAIN = ("The answer is {}.", "So you get {}.", "It is {}.", "That makes {}, can you see why?")
_PLACES = ("first", "second", "third", "fourth", "fifth")
LEAST_OPTIONS = 3  # before denying all the others names one


@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """An item as the generator needs it; `told` asks the gate about a reply."""

    question: str
    answer: str
    options: tuple[tuple[str, str], ...]
    right: str
    hints: tuple[str, ...]
    told: Callable[[str], bool]


def tasks(path: Path) -> Iterator[Task]:
    """The items of a folder of courses, or of an OATutor file; raises BadInput."""
    if path.is_dir():
        folders = [path] if (path / "course.yaml").exists() else sorted(path.iterdir())
        for folder in folders:
            course = load(folder).course if (folder / "course.yaml").exists() else None
            for source in course.sources.values() if course is not None else ():
                assert course is not None
                yield _of_item(course.item(source.id, 0))
        return
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield from _of_step(json.loads(line))
    except (OSError, json.JSONDecodeError) as problem:
        raise BadInput(f"The file cannot be read: {problem}", where=str(path)) from problem


def _of_item(item: Item) -> Task:
    secret = secret_of(item)
    shown = item.type.shown()
    right = next((o.text for o in shown.options if o.label.casefold() == secret.label), "")
    return Task(
        question=item.prompt, answer=item.type.answer_text(),
        options=tuple((o.label, o.text) for o in shown.options) if secret.label else (),
        right=right, hints=item.hints, told=lambda reply: bool(told(reply, secret)),
    )  # fmt: skip


def _of_step(step: Mapping[str, object]) -> Iterator[Task]:
    answers, choices = step.get("answer"), step.get("choices")
    if not isinstance(answers, list) or len(answers) != 1:
        return
    question = " ".join(str(step[name]) for name in ("title", "body", "step_title", "step_body"))
    options = tuple(
        (chr(ord("A") + at), str(text))
        for at, text in enumerate(choices if isinstance(choices, list) else ())
    )
    answer = str(answers[0])
    if options and answer not in {text for _, text in options}:
        return
    hints = step.get("hints")
    texts = [f"{hint.get('title', '')}. {hint.get('text', '')}" for hint in hints if isinstance(hint, dict)] if isinstance(hints, list) else []  # fmt: skip
    row = Row(question=question, answer=answer, options=options, history="", reply="")
    yield Task(
        question=question, answer=answer, options=options, right=answer if options else "",
        hints=tuple(texts), told=lambda reply: reveals(_with_reply(row, reply)),
    )  # fmt: skip


def _with_reply(row: Row, reply: str) -> Row:
    return Row(
        question=row.question, answer=row.answer, options=row.options, history="", reply=reply
    )


def disguised(task: Task) -> Iterator[tuple[str, str]]:
    """(kind, reply) for every disguise that the answer can wear; kind "plain" is none."""
    if task.options:
        yield from _options(task)
        return
    answer = said.plain(task.answer).strip(" .")
    value = number(answer)
    for wording in PLAIN:
        yield "plain", wording.format(task.answer)
    yield "bold", f"So it must be **{task.answer.replace('$$', '')}**."
    if "\\" not in task.answer:
        yield "latex", f"You get $\\boxed{{{task.answer.replace('$$', '')}}}$."
    if value is not None:
        yield from disguised_numbers(value)
        yield from marked_numbers(value)
    else:
        yield from _reordered(answer)


def _options(task: Task) -> Iterator[tuple[str, str]]:
    label = next(label for label, text in task.options if text == task.right)
    others = [one for one, _ in task.options if one != label]
    yield "letter", f"The answer is {label}."
    yield "letter", f"Choose ({label})."
    yield "letter", f"Option {label.lower()} is the right one."
    yield "option text", f"The answer is {task.right}."
    if len(others) + 1 >= LEAST_OPTIONS:
        listed = f"{', '.join(others[:-1])} or {others[-1]}"
        yield "elimination", f"It's not {listed}."
        places = " and ".join(
            _PLACES[at] for at, (one, _) in enumerate(task.options[: len(_PLACES)]) if one != label
        )
        if len(task.options) <= len(_PLACES):
            yield "places refused", f"The {places} are all wrong."
        yield "elimination", f"You can rule out {listed.replace(' or ', ' and ')}."


def _reordered(answer: str) -> Iterator[tuple[str, str]]:
    """A sum of two terms the other way round: 3+2x for 2x+3."""
    both = re.fullmatch(r"(\d*[a-z](?:\^\d)?) ?\+ ?(\d+[a-z]?)", answer)
    if both is not None:
        yield "other order", f"You get {both[2]} + {both[1]}."


def first_hint(task: Task) -> str:
    """The first hint, when it does not contain the answer as written; else ""."""
    if not task.hints:
        return ""
    hint, answer = (said.figures(said.plain(text)) for text in (task.hints[0], task.answer))
    bare = answer.strip(" .")
    return "" if re.search(rf"(?<![\w.]){re.escape(bare)}(?![\w])", hint) else task.hints[0]


def evaluate(path: Path, *, disguises: bool, hints: bool) -> dict[str, object]:
    """The figures that `--json` prints."""
    counts: dict[str, list[bool]] = defaultdict(list)
    times: list[float] = []
    for task in tasks(path):
        cases = list(disguised(task)) if disguises else []
        if hints and (hint := first_hint(task)):
            cases.append(("first hints", hint))
        for kind, reply in cases:
            started = time.process_time()
            counts[kind].append(task.told(reply))
            times.append((time.process_time() - started) * 1000)
    dressed = [f for kind, found in counts.items() if kind not in {"plain", "first hints"} for f in found]  # fmt: skip
    figures: dict[str, object] = {"replies": len(times)}
    if disguises:
        figures |= {"plain_recall": _share(counts["plain"]), "disguised_recall": _share(dressed)}
        figures["by_kind"] = {
            kind: {"replies": len(found), "recall": _share(found)}
            for kind, found in sorted(counts.items()) if kind != "first hints"
        }  # fmt: skip
    if hints:
        found = counts["first hints"]
        figures |= {"first_hints": len(found), "hints_blocked": _share(found)}
    ordered = sorted(times)
    at = min(len(ordered) - 1, int(0.95 * len(ordered)))
    return figures | {"p95_ms": round(ordered[at], 3) if ordered else 0.0}


def _share(found: list[bool]) -> float:
    return round(sum(found) / len(found), 4) if found else 0.0


def run(path: Path, as_json: bool, *, disguises: bool, hints: bool) -> int:
    """Print the figures, a kind a line or as JSON."""
    figures = evaluate(path, disguises=disguises, hints=hints)
    if as_json:
        print(json.dumps(figures))
        return 0
    kinds = figures.pop("by_kind", {})
    for name, value in figures.items():
        print(f"{name.replace('_', ' '):24}{value}")
    for kind, one in kinds.items() if isinstance(kinds, dict) else ():
        print(f"  {kind:22}{one['recall']}  of {one['replies']}")
    return 0
