"""How often what open items are sure of is so, on labelled answers in sentences to bundled courses.

python -m tutor.evals.sentences FILE... [--courses FOLDER] [--mistakes]

A row says `course`, `item`, `answer` and `label` (correct, partial, wrong). No model is asked: an
unclear verdict is what a model, or else a teacher, would have to decide.
"""

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tutor.curriculum.course import Course
from tutor.curriculum.files import load
from tutor.errors import BadInput
from tutor.ids import ItemId
from tutor.items.grade import Verdict

RIGHT = {Verdict.CORRECT: "correct", Verdict.PARTIAL: "partial", Verdict.INCORRECT: "wrong"}
LABELS = tuple(RIGHT.values())


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """A row with the verdict on it."""

    item: str
    answer: str
    label: str
    verdict: Verdict


def judged(file: Path, courses: Path) -> Iterator[Judged]:
    """The rows of `file`, each graded by its item; raises BadInput for a row that is none."""
    known: dict[str, Course] = {}
    for number, line in enumerate(file.read_text("utf-8").splitlines(), 1):
        try:
            row = json.loads(line)
            name, item = str(row["course"]), ItemId(row["item"])
            answer, label = str(row["answer"]), LABELS[LABELS.index(row["label"])]
        except (ValueError, KeyError, TypeError) as found:
            raise BadInput(
                f"This is no labelled answer ({found}).",
                where=f"{file}:{number}",
                do="Give course, item, answer and label: correct, partial or wrong.",
            ) from found
        if name not in known:
            course = load(courses / name).course
            if course is None:
                raise BadInput(f"There is no course {name!r}.", where=f"{file}:{number}")
            known[name] = course
        verdict = known[name].item(item, 0).grade(answer).verdict
        yield Judged(item=str(item), answer=answer, label=label, verdict=verdict)


def sure(rows: Sequence[Judged]) -> tuple[int, int]:
    """How many rows got a verdict that decides, and how many of those as they are labelled."""
    decided = [row for row in rows if row.verdict in RIGHT]
    return len(decided), sum(RIGHT[row.verdict] == row.label for row in decided)


def main(argv: Sequence[str] | None = None) -> int:
    """The command line of this module, or `argv` in its place."""
    asked = argparse.ArgumentParser(description=__doc__.split("\n")[0] if __doc__ else "")
    asked.add_argument("files", type=Path, nargs="+")
    asked.add_argument("--courses", type=Path, default=Path("curricula"))
    asked.add_argument("--mistakes", action="store_true", help="print what was decided wrongly")
    given = asked.parse_args(argv)
    for file in given.files:
        rows = list(judged(file, given.courses))
        seen = Counter((row.label, row.verdict) for row in rows)
        said, right = sure(rows)
        print(f"{file}: {len(rows)} rows, {said} decided, {right} of them right")
        for label in LABELS:
            print(f"  {label:8}", *(f"{verdict} {seen[label, verdict]:3}" for verdict in Verdict))
        for row in rows if given.mistakes else ():
            if row.verdict in RIGHT and RIGHT[row.verdict] != row.label:
                print(f"    {row.label} called {row.verdict}: {row.item}: {row.answer}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
