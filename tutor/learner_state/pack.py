"""The many numbers of a state in few bytes: column by column, so that they compress well.

Rows are written as columns of one type each, the bytes of a column sorted by their place in the
number (what counts, dates and signs have in common then stands together). Nothing is lost: the
state is kept in this precision (`single`).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from struct import calcsize, pack, unpack
from typing import Any

from tutor.ids import ItemId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.belief import Belief, Evidence, Review
from tutor.learner_state.shape import Ability, ItemMemory
from tutor.learner_state.single import days_between

# f single float, e half float, b q whole numbers of one and eight bytes
BELIEF = "feqqqqqeeqqqbeeqqbbb"
PRACTICE = "eeffeeebqq"
EVIDENCE = "qqbqqbeb"
ITEM = "qqbqqb"
NEVER = -(2**62)
AS_DATED = -1.0  # the days of a piece of evidence, where its date and that before tell them
_SAID = (None, False, True)  # a teacher's word
_VERDICTS = tuple(Verdict)


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
        (size,) = unpack("<I", self._cut(4))
        columns = []
        for kind in kinds:
            width = calcsize(f"<{kind}")
            flat = bytearray(width * size)
            for byte in range(width):
                flat[byte::width] = self._cut(size)
            columns.append(unpack(f"<{size}{kind}", bytes(flat)))
        return list(zip(*columns, strict=True))

    def _cut(self, size: int) -> bytes:
        part = bytes(self.raw[self.place : self.place + size])
        self.place += size
        return part


def put_beliefs(columns: Columns, beliefs: Iterable[Belief], items: Mapping[str, int]) -> None:
    """Write beliefs; `items` says where an item stands in the list that is kept beside them."""
    listed = list(beliefs)
    columns.put(BELIEF, [_belief_row(one) for one in listed])
    practised = [one.practice for one in listed if one.practice]
    columns.put(PRACTICE, [(*p[:7], *map(int, p[7:])) for p in practised])
    columns.put(
        EVIDENCE,
        [
            (
                _second(after) - _second(note.at),
                items[note.item],
                _VERDICTS.index(note.verdict),
                note.help,
                note.try_,
                note.told,
                AS_DATED if before and days_between(before.at, note.at) == note.days else note.days,
                round(100 * note.change),
            )
            for one in listed
            for before, note, after in _chained(one)
        ],
    )


def take_beliefs(
    columns: Columns, skills: Sequence[str], items: Sequence[str]
) -> dict[SkillId, Belief]:
    """Read what `put_beliefs` wrote."""
    rows = columns.take(BELIEF)
    practices = iter(columns.take(PRACTICE))
    notes = iter(columns.take(EVIDENCE))
    found = {}
    for name, row in zip(skills, rows, strict=True):
        practice = tuple(map(float, next(practices))) if row[18] else ()
        evidence = _evidence([next(notes) for _ in range(row[19])], row[9], items)
        found[SkillId(name)] = _belief(row, practice, evidence)
    return found


def _belief_row(one: Belief) -> tuple[Any, ...]:
    review = one.review
    return (
        one.known,
        one.stability,
        one.right,
        one.wrong,
        one.aided,
        one.streak,
        one.tries_without_progress,
        *one.proof,
        _second(one.last_at),
        _before(one.provisional_at, one.last_at),
        _before(one.confirmed_at, one.last_at),
        review is not None,
        review.stability if review else 0.0,
        review.difficulty if review else 0.0,
        _second(review.due) - _second(review.last) if review else 0,
        _second(one.last_at) - _second(review.last) if review else 0,
        _SAID.index(one.override) + 4 * one.claimed,
        bool(one.practice),
        len(one.evidence),
    )


def _belief(
    row: tuple[Any, ...], practice: tuple[float, ...], evidence: tuple[Evidence, ...]
) -> Belief:
    review = None
    if row[12]:
        last = datetime.fromtimestamp(row[9] - row[16], UTC)
        due = datetime.fromtimestamp(row[9] - row[16] + row[15], UTC)
        review = Review(stability=row[13], difficulty=row[14], due=due, last=last)
    return Belief(
        known=row[0],
        stability=row[1],
        unaided=row[2] + row[3],
        right=row[2],
        wrong=row[3],
        aided=row[4],
        streak=row[5],
        tries_without_progress=row[6],
        proof=(row[7], row[8]),
        last_at=_date(row[9]),
        provisional_at=_date(NEVER if row[10] < 0 else row[9] - row[10]),
        confirmed_at=_date(NEVER if row[11] < 0 else row[9] - row[11]),
        review=review,
        override=_SAID[row[17] % 4],
        claimed=row[17] >= 4,
        practice=practice,
        evidence=evidence,
    )


def _chained(one: Belief) -> list[tuple[Evidence | None, Evidence, datetime | None]]:
    """Each piece of evidence with the one before, and the time of the one after."""
    notes = one.evidence
    times = [*(note.at for note in notes[1:]), one.last_at]
    return list(zip([None, *notes[:-1]], notes, times, strict=True)) if notes else []


def _evidence(
    rows: Sequence[tuple[Any, ...]], last: int, items: Sequence[str]
) -> tuple[Evidence, ...]:
    seconds = []
    for row in reversed(rows):
        last -= row[0]
        seconds.append(last)
    notes: list[Evidence] = []
    for second, row in zip(reversed(seconds), rows, strict=True):
        _, item, verdict, help_, try_, told, days, change = row
        at = datetime.fromtimestamp(second, UTC)
        notes.append(
            Evidence(
                at=at,
                item=ItemId(items[item]),
                verdict=_VERDICTS[verdict],
                help=help_,
                try_=try_,
                told=bool(told),
                days=days_between(notes[-1].at, at) if days == AS_DATED else days,
                change=change / 100,
            )
        )
    return tuple(notes)


def put_items(columns: Columns, memories: Sequence[ItemMemory]) -> None:
    """Write what is remembered of items."""
    columns.put(
        ITEM,
        [
            (m.wins, m.fails, int(m.last), _second(m.last_at), m.opened, len(m.seeds))
            for m in memories
        ],
    )
    columns.put("q", [(seed,) for m in memories for seed in m.seeds])


def take_items(columns: Columns, items: Sequence[str]) -> dict[ItemId, ItemMemory]:
    """Read what `put_items` wrote."""
    rows = columns.take(ITEM)
    seeds = (seed for (seed,) in columns.take("q"))
    return {
        ItemId(name): ItemMemory(
            wins=wins,
            fails=fails,
            last=float(last),
            last_at=_date(at),
            seeds=tuple(next(seeds) for _ in range(size)),
            opened=opened,
        )
        for name, (wins, fails, last, at, opened, size) in zip(items, rows, strict=True)
    }


def put_ability(columns: Columns, a: Ability) -> None:
    """Write the numbers of the learner as a whole."""
    columns.put("ffffffff", [(a.theta, a.var, a.wins, a.fails, a.fast, a.slow, a.last, a.count)])
    columns.put("ff", list(zip(a.own, a.squares, strict=True)))


def take_ability(columns: Columns, before: str, run_item: str, run: int) -> Ability:
    """Read what `put_ability` wrote."""
    ((theta, var, wins, fails, fast, slow, last, count),) = columns.take("ffffffff")
    pairs = columns.take("ff")
    return Ability(
        theta=theta,
        var=var,
        wins=wins,
        fails=fails,
        fast=fast,
        slow=slow,
        last=last,
        count=count,
        before=before,
        run_item=run_item,
        run=run,
        own=tuple(own for own, _ in pairs),
        squares=tuple(square for _, square in pairs),
    )


def _second(at: datetime | None) -> int:
    return NEVER if at is None else int(at.timestamp())


def _before(at: datetime | None, last: datetime | None) -> int:
    """Seconds from a date to the last response, −1 where there is none: few bytes, as most agree."""
    return -1 if at is None else _second(last) - _second(at)


def _date(second: int) -> datetime | None:
    return None if second == NEVER else datetime.fromtimestamp(second, UTC)
