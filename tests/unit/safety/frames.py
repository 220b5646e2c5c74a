"""Messages written for the tests: one a line, `{a|b}` standing for each of its alternatives."""

import itertools
import re
from pathlib import Path

FOLDER = Path(__file__).parents[2] / "data" / "safety"


def messages(name: str) -> list[str]:
    """Every message of a file, alternatives written out."""
    lines = (FOLDER / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    return [message for line in lines if line.strip() for message in _written_out(line)]


def _written_out(line: str) -> list[str]:
    parts = re.split(r"\{([^{}]*)\}", line)
    choices = [part.split("|") if at % 2 else [part] for at, part in enumerate(parts)]
    return ["".join(chosen) for chosen in itertools.product(*choices)]
