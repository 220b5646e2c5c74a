"""Tables of numbers and lists of names in few bytes that compress well.

Rows are written as columns of one type each, the bytes of a column sorted by their place in the
number (what counts, dates and signs have in common then stands together).
"""

from collections.abc import Sequence
from itertools import pairwise
from struct import calcsize, pack, unpack
from typing import Any


class Columns:
    """Tables of numbers, one after another."""

    def __init__(self, raw: bytes = b"") -> None:
        self.raw = bytearray(raw)
        self.place = 0

    def put(self, kinds: str, rows: Sequence[Sequence[Any]]) -> None:
        """Write a table whose columns have these types."""
        self.raw += pack("<I", len(rows))
        for place, kind in enumerate(kinds):
            flat = pack(f"<{len(rows)}{kind}", *(row[place] for row in rows))
            width = calcsize(f"<{kind}")
            for byte in range(width):
                self.raw += flat[byte::width]

    def take(self, kinds: str) -> list[tuple[Any, ...]]:
        """Read the next table."""
        (size,) = unpack("<I", self.cut(4))
        columns = []
        for kind in kinds:
            width = calcsize(f"<{kind}")
            flat = bytearray(width * size)
            for byte in range(width):
                flat[byte::width] = self.cut(size)
            columns.append(unpack(f"<{size}{kind}", bytes(flat)))
        return list(zip(*columns, strict=True))

    def cut(self, size: int) -> bytes:
        """The next bytes."""
        part = bytes(self.raw[self.place : self.place + size])
        self.place += size
        return part


def put_names(columns: Columns, names: Sequence[str]) -> None:
    """Write sorted names, each as what it does not share with the name before."""
    shared = [_alike(before, name) for before, name in pairwise(["", *names])]
    rests = [name[same:].encode() for same, name in zip(shared, names, strict=True)]
    columns.put("qq", list(zip(shared, map(len, rests), strict=True)))
    columns.raw += b"".join(rests)


def _alike(one: str, other: str) -> int:
    """How many characters both begin with."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((at for at, (a, b) in pairs if a != b), min(len(one), len(other)))


def take_names(columns: Columns) -> list[str]:
    """Read what `put_names` wrote."""
    names: list[str] = []
    for shared, size in columns.take("qq"):
        before = names[-1] if names else ""
        names.append(before[:shared] + columns.cut(size).decode())
    return names
