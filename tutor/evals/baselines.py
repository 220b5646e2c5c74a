"""What other ways of grading say of the same rows: string comparison, sympy, Math-Verify.

The libraries run in a process that is killed when a row takes too long: timers inside sympy are
swallowed by its own handlers.
"""

import json
import queue
import re
import subprocess
import sys
import threading
import unicodedata
from collections.abc import Mapping
from enum import StrEnum

from tutor.errors import BadInput
from tutor.evals.grading_options import Options

SECONDS = 3.0  # for one row
_START_SECONDS = 60.0
Row = Mapping[str, object]


class Baseline(StrEnum):
    """The graders to compare with."""

    STRING = "string"
    SYMPY = "sympy"
    MATH_VERIFY = "math-verify"


def same_text(expected: str, student: str) -> bool:
    """Whether two texts are the same but for blanks, Unicode forms, dollar signs and a full stop."""
    ours, theirs = (
        re.sub(r"[\s$]+", "", unicodedata.normalize("NFKC", t)).rstrip(".")
        for t in (expected, student)
    )
    return ours == theirs


class Rival:
    """One baseline, asked row by row, with so many seconds for a row; close it when done."""

    def __init__(self, baseline: Baseline, seconds: float = SECONDS) -> None:
        self.baseline = baseline
        self.worker = None if baseline is Baseline.STRING else _Worker(baseline, seconds)

    def judge(self, row: Row) -> tuple[bool, bool]:
        """Whether it takes the row's response for correct; none of them says what it cannot read."""
        return self._accepts(row), False

    def _accepts(self, row: Row) -> bool:
        expected, student = str(row.get("expected", "")), str(row.get("student", ""))
        if self.worker is None:
            return same_text(expected, student)
        absolute, relative = Options(row.get("options")).tolerance(str(row.get("mode", "")))
        return self.worker.ask(
            {
                "expected": expected, "student": student,
                "absolute": float(absolute), "relative": float(relative),
            }
        )  # fmt: skip

    def close(self) -> None:
        """End its process."""
        if self.worker is not None:
            self.worker.end()


class _Worker:
    """A process that answers one row at a time; killed and started again when it is late."""

    def __init__(self, baseline: Baseline, seconds: float) -> None:
        self.baseline = baseline
        self.seconds = seconds
        self.process = self._started()

    def _started(self) -> subprocess.Popen[str]:
        process = subprocess.Popen(  # noqa: S603 (our own module and a fixed word)
            [sys.executable, "-m", "tutor.evals.baseline_worker", self.baseline.value],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True,
        )  # fmt: skip
        self.lines: queue.Queue[str] = queue.Queue()
        threading.Thread(target=_pass_on, args=(process, self.lines), daemon=True).start()
        if self._line(_START_SECONDS).strip() != "ready":
            process.kill()
            raise BadInput(
                f"The baseline {self.baseline} cannot start: its package is not installed.",
                do=f"pip install {self.baseline}, or leave the option out.",
            )
        return process

    def _line(self, seconds: float) -> str:
        try:
            return self.lines.get(timeout=seconds)
        except queue.Empty:
            return ""

    def ask(self, row: Mapping[str, object]) -> bool:
        """Whether the row is accepted; False when no answer came in time."""
        if self.process.poll() is not None:
            self.process = self._started()
        if self.process.stdin is None:
            return False
        self.process.stdin.write(json.dumps(row) + "\n")
        self.process.stdin.flush()
        line = self._line(self.seconds)
        if not line:
            self.end()
        return line.strip() == "true"

    def end(self) -> None:
        """Kill the process and wait for it."""
        self.process.kill()
        self.process.wait()


def _pass_on(process: subprocess.Popen[str], lines: "queue.Queue[str]") -> None:
    for line in process.stdout or ():
        lines.put(line)
    lines.put("")
