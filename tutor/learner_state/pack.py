"""The many numbers of a state in few bytes: column by column (`columns`), so that they compress well.

What follows from something else that is kept is not written, or as the difference. Nothing is
lost: the state is kept in this precision (`single`).
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime
from typing import Any

from tutor.ids import ItemId, SkillId
from tutor.items.grade import Verdict
from tutor.learner_state.belief import Belief, Evidence, Review
from tutor.learner_state.columns import Columns
from tutor.learner_state.shape import Ability, ItemMemory
from tutor.learner_state.single import days_between

# f single float, e half float, b q whole numbers of one and eight bytes
BELIEF = "feqqqqqeeqqqbeeqqbbb"
PRACTICE = "eeffeeebqq"
EVIDENCE = "qqbqqbeb"
ITEM = "qqbbqb"
NEVER = -(2**62)
AS_DATED = -1.0  # the days of a piece of evidence, where its date and that before tell them
_SAID = (None, False, True)  # a teacher's word
_VERDICTS = tuple(Verdict)


def put_beliefs(columns: Columns, beliefs: Iterable[Belief], items: Mapping[str, int]) -> None:
    """Write beliefs; `items` says where an item stands in the list that is kept beside them."""
    listed = list(beliefs)
    columns.put(BELIEF, [_belief_row(one) for one in listed])
    practised = [one for one in listed if one.practice]
    columns.put(
        PRACTICE,
        [
            (*p[:7], int(p[7]), int(p[8]), _second(one.last_at) - int(p[9]))
            for one in practised
            for p in (one.practice,)
        ],
    )
    columns.put(
        EVIDENCE,
        [
            (
                _second(after) - _second(note.at),
                items[note.item] - (items[before.item] if before else 0),
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
        practice = _practice(next(practices), row[9]) if row[18] else ()
        evidence = _evidence([next(notes) for _ in range(row[19])], row[9], items)
        found[SkillId(name)] = _belief(row, practice, evidence)
    return found


def _practice(row: tuple[Any, ...], last: int) -> tuple[float, ...]:
    return (*map(float, row[:9]), float(last - row[9]))


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
    item = 0
    for second, row in zip(reversed(seconds), rows, strict=True):
        _, further, verdict, help_, try_, told, days, change = row
        item += further
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


def put_items(
    columns: Columns, items: Mapping[ItemId, ItemMemory], beliefs: Iterable[Belief]
) -> None:
    """Write what is remembered of items, in their order.

    No time is written where the last piece of evidence on the item is kept among `beliefs` and
    tells it; else the seconds before the first piece that is kept of the skill of the item before.
    """
    told, first = _last_told(beliefs), 0
    rows, times = [], []
    for name, m in items.items():
        second = _second(m.last_at)
        until, first = told.get(name, (NEVER, first))
        if second != until:
            times.append((first - second,))
        rows.append((m.wins, m.fails, int(m.last), second == until, m.opened, len(m.seeds)))
    columns.put(ITEM, rows)
    columns.put("q", times)
    columns.put("q", [(seed,) for m in items.values() for seed in m.seeds])


def take_items(
    columns: Columns, names: Sequence[str], beliefs: Iterable[Belief]
) -> dict[ItemId, ItemMemory]:
    """Read what `put_items` wrote."""
    rows = columns.take(ITEM)
    times = (time for (time,) in columns.take("q"))
    seeds = (seed for (seed,) in columns.take("q"))
    told, first = _last_told(beliefs), 0
    found = {}
    for text, (wins, fails, last, is_told, opened, size) in zip(names, rows, strict=True):
        name = ItemId(text)
        until, first = told.get(name, (NEVER, first))
        found[name] = ItemMemory(
            wins=wins,
            fails=fails,
            last=float(last),
            last_at=_date(until if is_told else first - next(times)),
            seeds=tuple(next(seeds) for _ in range(size)),
            opened=opened,
        )
    return found


def _last_told(beliefs: Iterable[Belief]) -> dict[ItemId, tuple[int, int]]:
    """Per item the second of the last kept evidence on it, and of the first on that skill."""
    told: dict[ItemId, tuple[int, int]] = {}
    for belief in beliefs:
        for note in belief.evidence:
            second = _second(note.at)
            if second >= told.get(note.item, (NEVER, 0))[0]:
                told[note.item] = (second, _second(belief.evidence[0].at))
    return told


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
