"""How `meno people spending` prints a statement."""

from io import StringIO
from typing import Any

from rich.console import Console
from rich.table import Table

from tutor.reports.spending import Account, Statement


def as_rows(found: Statement) -> dict[str, Any]:
    """For a program to read; seconds are those that learners waited for the model."""
    return {
        "first": found.first.isoformat(),
        "last": found.last.isoformat(),
        "currency": found.currency,
        "school": _row(found.school),
        "classes": [_row(one) for one in found.classes],
        "learners": [_row(one) for one in found.learners],
    }


def as_table(found: Statement) -> str:
    """For a person to read."""
    days = f"{found.first:%d %b %Y} – {found.last:%d %b %Y}"
    if not found.school.spent.calls:
        return f"{days}: no model was called."
    table = Table("", "calls", "tokens in", "tokens out", "waited", "cost", title=days)
    for kind, accounts in (("class", found.classes), ("learner", found.learners)):
        for one in accounts:
            table.add_row(f"{kind} {one.name}", *_cells(one, found.currency))
        table.add_section()
    table.add_row("the school", *_cells(found.school, found.currency))
    screen = Console(file=StringIO(), width=100)
    screen.print(table)
    assert isinstance(screen.file, StringIO)
    return screen.file.getvalue().rstrip()


def _cells(one: Account, currency: str) -> tuple[str, ...]:
    spent = one.spent
    cost = "" if one.cost is None else f"{one.cost:,.2f} {currency}".strip()
    return (
        f"{spent.calls:,}",
        f"{spent.tokens_in:,}",
        f"{spent.tokens_out:,}",
        f"{spent.seconds:,.0f} s",
        cost,
    )


def _row(one: Account) -> dict[str, Any]:
    return {
        "id": one.id,
        "name": one.name,
        "calls": one.spent.calls,
        "tokens_in": one.spent.tokens_in,
        "tokens_out": one.spent.tokens_out,
        "seconds": round(one.spent.seconds, 1),
        "cost": None if one.cost is None else round(one.cost, 4),
    }
