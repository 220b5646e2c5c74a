"""The texts that `screen_fit` learns from: orders, and what learners, teachers and courses say."""

import gzip
import json
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from tutor.evals import intent_rows
from tutor.evals.safety_rows import headed

ORDERS = Path(__file__).parents[2] / "tests" / "data" / "safety"
CURRICULA = Path(__file__).parents[2] / "curricula"
ALIKE = 8  # alternatives of one line of our own
LONG, ALIKE_LONG = 150, 40  # the same of a line with so many characters, a whole persona
RICH, ALIKE_RICH = "orders_third", 24  # the same of a folder whose lines have many alternatives
ALIKE_TALK = 4  # the same where the line was written for another reader
ELSEWHERE = 2  # how often harmless talk counts in the other languages: ordinary texts are English
BLIND = frozenset(
    {"blind", "ordinary", "fifth", "tenth", "orders_fourth", "orders_sixth"}
)  # folders that are only measured on
# Read blind once; then lines of their classes were written. Not fitted on here.
READ_ONCE = frozenset({"ordinary_second", "ordinary_third", "eighth", "ninth"})
WHOLE = frozenset({"told", "orders_told", "orders_fifth"})  # folders that were never blind


def ours(folder: Path) -> tuple[list[str], list[str]]:
    """Orders of our own; and what is none: requests that sound like orders, talk and trouble.

    A third of what was written after the first (`kept_out`) is left alone. Nothing where the
    folder is missing: an installed copy has no rows of tests.
    """
    bad: list[str] = []
    good: list[str] = []
    for file in sorted(folder.rglob("*_*.txt")):
        if file.parent.name in BLIND | READ_ONCE:
            continue
        order = file.stem.endswith(("_orders", "_injection", "_indirect"))
        order &= not file.stem.endswith("harmless_orders")
        near = order or "orders" in file.parent.name or file.stem.endswith("_ordinary")
        alike = ALIKE if near else ALIKE_TALK
        alike = ALIKE_RICH if file.parent.name == RICH else alike
        for _, same in headed(file):
            some = sorted(same, key=lambda text: zlib.crc32(text.encode()))[
                : ALIKE_LONG if near and len(same[0]) > LONG else alike
            ]
            first = file.parent == folder or file.parent.name in WHOLE
            fair = 1 if order or file.name.startswith("en") else ELSEWHERE
            (bad if order else good).extend(fair * [t for t in some if first or not kept_out(t)])
    return bad, good


def kept_out(text: str) -> bool:
    """Whether a message is of the third that nothing is fitted on."""
    return zlib.crc32(text.encode()) % 3 == 0


def outside(data: Path) -> Iterator[dict[str, Any]]:
    """The labelled prompts of others."""
    yield from _rows(data / "safety" / "safety_prompts.jsonl.gz")


def ordinary(data: Path, *, kept: bool = False) -> list[str]:
    """What learners, teachers and courses say, none of it from the labelled prompts.

    `kept` asks for the third of the outside texts (`kept_out`) that is only measured on.
    """
    texts = [] if kept else 3 * at_school()
    texts += [text for text in course_texts() if kept_out(text) == kept]
    for every, some in _said_outside(data):
        texts += [text for text in some if kept_out(text) == kept][::every]
    return texts


def course_texts() -> list[str]:
    """The paragraphs of our own courses, pieces of code among them."""
    files = sorted(CURRICULA.rglob("*.md"))
    written = [part for file in files for part in file.read_text("utf-8").split("\n\n")]
    return [text for part in written for text in (part, *_lines(part))]


def _lines(part: str) -> list[str]:
    """Lines that a learner might paste."""
    return [line.strip() for line in part.splitlines() if len(line.split()) > 3][:2]


def _said_outside(data: Path) -> Iterator[tuple[int, list[str]]]:
    """The texts of each outside source, and which share of them is enough (one in so many)."""
    steps = _rows(data / "items" / "oatutor_steps.jsonl.gz")
    yield 2, [f"{step['title']} {step['body']} {step['step_title']}" for step in steps]
    turns = _rows(data / "intents" / "cima_student_intent.jsonl.gz")
    yield 1, [str(turn["utterance"]) for turn in turns]
    moves = _rows(data / "moves" / "mathdial_teacher_moves.jsonl.gz")
    yield 1, [str(row["text"]) for row in moves]
    asked = _rows(data / "retrieval" / "squad" / "queries.jsonl.gz")
    yield 3, [str(row.get("text") or "") for row in asked]
    answers = _rows(data / "shortanswer" / "semeval2013_task7_train.jsonl.gz")
    yield 2, [str(row["answer"]) for row in answers]
    pages = _rows(data / "retrieval" / "openstax" / "corpus.jsonl.gz")
    openings = [[p for section in page["secs"] for p in section["p"]][:3] for page in pages]
    yield 1, [" ".join(map(str, some))[:3000] for some in openings]


def at_school() -> list[str]:
    """What learners of ours say to the tutor; the held-out half of the intents is left alone."""
    folder = ORDERS.parent
    said = intent_rows.ours(list(intent_rows.rows_of(folder / "intents")))
    texts = [row.text for row in said if not row.held_out and row.intent != "concern"]
    for more in ("wandering", "questions"):
        texts += [str(row["text"]) for row in intent_rows.rows_of(folder / more)]
    return texts


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)
