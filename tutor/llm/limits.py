"""How long, in seconds and characters, a model may take for a reply."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Seconds and characters that a reply may take.

    `connect` is for the connection alone, `first` until the first piece, `idle` between two
    pieces, `total` for the whole reply, `patience` for the first piece over all tries. After `silent`
    without a sign of life the next model is asked, too.
    `characters` bounds the reply, `line` one line of the provider's stream (bytes).
    """

    connect: float = 2.0
    first: float = 8.0
    idle: float = 10.0
    total: float = 30.0
    patience: float = 12.0
    silent: float = 4.0
    characters: int = 12_000
    line: int = 256_000


DEFAULT_LIMITS = Limits()
