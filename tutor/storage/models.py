"""What was learnt of each course, in SQL: one JSON body per course."""

from sqlalchemy import insert, select, update

from tutor.ids import CourseId
from tutor.learner_state.feed import CourseModel
from tutor.storage.database import Database
from tutor.storage.tables import course_models


class SqlCourseModels:
    """CourseModels over the table `course_models`."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def load(self, course: CourseId) -> CourseModel | None:
        """See CourseModels."""
        query = select(course_models).where(course_models.c.course == course)
        async with self._database.session() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            return None
        return CourseModel(sequence=row.sequence, format=row.format, body=row.body)

    async def save(self, course: CourseId, model: CourseModel) -> bool:
        """See CourseModels."""
        stored = select(course_models.c.sequence, course_models.c.format).where(
            course_models.c.course == course
        )
        values = {"sequence": model.sequence, "format": model.format, "body": model.body}
        async with self._database.write() as connection:
            await self._database.hold(connection, f"model:{course}")
            row = (await connection.execute(stored)).one_or_none()
            if row is None:
                await connection.execute(insert(course_models).values(course=course, **values))
                return True
            if row.format == model.format and row.sequence > model.sequence:
                return False
            await connection.execute(
                update(course_models).where(course_models.c.course == course).values(values)
            )
        return True
