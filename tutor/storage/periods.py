"""Times in which classes are taught otherwise, in SQL."""

from collections.abc import Collection
from datetime import datetime

from sqlalchemy import delete, insert, select

from tutor.curriculum.persona import Contract
from tutor.errors import NotFound
from tutor.ids import ClassId, CourseId, PersonaId
from tutor.people.periods import Period
from tutor.storage.database import Database
from tutor.storage.tables import class_periods, classes


class SqlPeriods:
    """`tutor.people.directory.Periods` over the table `class_periods`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def periods(self, of: Collection[ClassId], after: datetime) -> tuple[Period, ...]:
        """See Periods."""
        if not of:
            return ()
        query = (
            select(class_periods)
            .where(class_periods.c.class_id.in_(list(of)), class_periods.c.ends > after)
            .order_by(class_periods.c.starts, class_periods.c.id)
        )
        async with self._database.session() as connection:
            return tuple(
                Period(
                    id=row.id,
                    class_id=ClassId(row.class_id),
                    course=CourseId(row.course),
                    starts=row.starts,
                    ends=row.ends,
                    persona=PersonaId(row.persona) if row.persona else None,
                    contract=Contract(row.contract) if row.contract else None,
                )
                for row in await connection.execute(query)
            )

    async def add_period(self, period: Period) -> None:
        """See Periods."""
        async with self._database.write() as connection:
            known = select(classes.c.id).where(classes.c.id == period.class_id)
            if (await connection.execute(known)).first() is None:
                raise NotFound(
                    "This class is not known.", where=period.class_id, do="Add it first."
                )
            await connection.execute(
                insert(class_periods).values(
                    id=period.id,
                    class_id=period.class_id,
                    course=period.course,
                    starts=period.starts,
                    ends=period.ends,
                    persona=period.persona or "",
                    contract=period.contract.value if period.contract else "",
                )
            )

    async def cancel_period(self, of: ClassId, period: str) -> bool:
        """See Periods."""
        async with self._database.write() as connection:
            gone = await connection.execute(
                delete(class_periods).where(
                    class_periods.c.id == period, class_periods.c.class_id == of
                )
            )
            return bool(gone.rowcount)
