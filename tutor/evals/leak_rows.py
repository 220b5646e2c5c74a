"""The rows of `meno eval leaks`: its own fields, or those of MRBench through `of_mrbench`."""

import gzip
import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from tutor.errors import BadInput

_TURN = re.compile(
    r"(?:^|\n|(?<=\s))\s*(Tutor|Student|Teacher|Learner|User|Assistant)\s*:\s*", re.I
)
_PROBLEM = re.compile(r"[Qq]uestion (?:is|below)?:\s*(.*?)(?:\n|\s*Student:|$)", re.DOTALL)
_REVEALED = "revealing_of_the_answer"
_NO_SOLUTION = frozenset({"", "Not Available"})


def rows_of(path: Path) -> Iterator[dict[str, object]]:
    """The rows of a JSON-lines file, compressed or not; raises BadInput."""
    try:
        with _opened(path) as lines:
            for number, line in enumerate(lines, start=1):
                if line.strip():
                    yield _checked(json.loads(line), f"{path}:{number}")
    except (OSError, json.JSONDecodeError, UnicodeDecodeError) as problem:
        raise BadInput(f"The file cannot be read: {problem}", where=str(path)) from problem


def _checked(row: object, where: str) -> dict[str, object]:
    if isinstance(row, dict) and {"reply", "reveals"} <= row.keys():
        return row
    if isinstance(row, dict) and {"history", "response", "labels"} <= row.keys():
        return of_mrbench(row)
    raise BadInput(
        "A row needs reply and reveals, or history, response and labels as in MRBench.", where=where
    )


def of_mrbench(row: Mapping[str, object]) -> dict[str, object]:
    """A row of MRBench (Maurya et al. 2025) with our fields.

    The problem is what the tutor put first, the answer the last line of the solution. A reply
    reveals when people labelled “Yes (and the answer is correct)”: a wrong answer gives nothing
    away, and telling it is the business of the check of correctness. `reveals` is None in releases
    without the label, `group` the dialogue, `wrong` that a wrong answer was told.
    """
    labels, history = row["labels"], str(row["history"])
    label = str(labels.get(_REVEALED) or "") if isinstance(labels, Mapping) else ""
    problem = _PROBLEM.search(history)
    solution = str(row.get("solution") or "").strip()
    return {
        "question": problem[1].strip() if problem else "",
        "answer": None if solution in _NO_SOLUTION else solution.splitlines()[-1].strip(),
        "options": None,
        "history": history,
        "reply": str(row["response"]),
        "reveals": label.endswith("is correct)") if label else None,
        "wrong": label.endswith("is incorrect)"),
        "group": str(row.get("conversation_id") or history),
    }


def _opened(path: Path) -> TextIO:
    if path.suffix == ".gz":
        return gzip.open(path, "rt", encoding="utf-8")
    return path.open(encoding="utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One labelled reply; `answer` is None where nobody wrote it down."""

    question: str
    answer: str | None
    options: tuple[tuple[str, str], ...]
    history: str
    reply: str

    @property
    def asked(self) -> str:
        """The question that the reply answers: the tutor's last turn, else the question."""
        return last(self.history, learner=False) or self.question

    @property
    def learner(self) -> str:
        """What the learner said last."""
        return last(self.history, learner=True)


def row_of(row: Mapping[str, object]) -> Row:
    """A row of the file as the signs need it. Options may be texts, pairs or a mapping."""
    answer = row.get("answer")
    return Row(
        question=str(row.get("question") or ""),
        answer=None if answer in (None, "") else str(answer),
        options=tuple(_options(row.get("options"))),
        history=_history(row.get("history")),
        reply=str(row.get("reply") or ""),
    )


def _options(given: object) -> list[tuple[str, str]]:
    if isinstance(given, Mapping):
        return [(str(label), str(text)) for label, text in given.items()]
    if not isinstance(given, Sequence) or isinstance(given, str):
        return []
    found = []
    for at, one in enumerate(given):
        label = chr(ord("A") + at)
        if isinstance(one, Mapping):
            found.append((str(one.get("label", label)), str(one.get("text", ""))))
        elif isinstance(one, str):
            marked = re.match(r"\(?([A-Ha-h])[).:]\s+(.*)", one)
            found.append((marked[1].upper(), marked[2]) if marked else (label, one))
        else:
            found.append((label, str(one)))
    return found


def _history(given: object) -> str:
    if isinstance(given, str):
        return given
    if not isinstance(given, Sequence):
        return ""
    turns = []
    for turn in given:
        if isinstance(turn, Mapping):
            who = str(turn.get("role") or turn.get("speaker") or turn.get("user") or "Tutor")
            what = turn.get("text") or turn.get("content") or turn.get("utterance") or ""
            name = "Student" if re.match(r"(?i)student|learner|user", who) else "Tutor"
            turns.append(f"{name}: {what}")
        else:
            turns.append(str(turn))
    return "\n".join(turns)


def last(history: str, *, learner: bool) -> str:
    """The last words of one side; a tutor's turns in a row count as one."""
    parts = _TURN.split(history)
    turns = list(zip(parts[1::2], parts[2::2], strict=False))
    kept: list[str] = []
    for who, what in reversed(turns):
        is_learner = who.lower() in {"student", "learner", "user"}
        if is_learner == learner:
            kept.insert(0, what.strip())
        elif kept:
            break
    return " ".join(kept[-1:] if learner else kept[-2:])
