"""Messages written for the tests of screening."""

from pathlib import Path

from tutor.evals import safety_rows

FOLDER = Path(__file__).parents[2] / "data" / "safety"


def messages(name: str) -> list[str]:
    """Every message of a file, alternatives written out."""
    return safety_rows.messages(FOLDER / f"{name}.txt")
