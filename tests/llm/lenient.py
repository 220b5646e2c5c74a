"""Checks that object to one word only, for tests that are about something else."""

from dataclasses import dataclass

from tutor.dialogue.stream import Objecting


@dataclass(frozen=True)
class Objection:
    """An objection as `tutor.dialogue.check` makes them."""

    rule: str
    said: str
    leaves_out: bool = False


class Lenient:
    """Objects to “genius”, leaves out what is said of a “whim”, passes everything else; takes the real checker's arguments."""

    def __init__(self, *_: object) -> None:
        self.passed: list[str] = []

    def check(self, sentence: str) -> Objecting | None:
        if "genius" in sentence:
            return Objection(rule="tone", said="genius")
        if "whim" in sentence:
            return Objection(rule="unsupported", said="whim", leaves_out=True)
        self.passed.append(sentence)
        return None

    def finish(self) -> Objecting | None:
        return None
