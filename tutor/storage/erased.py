"""Which learners were erased, so that nothing that was under way adds to them again."""

from datetime import datetime
from hashlib import sha256

from sqlalchemy import bindparam, delete, exists, insert, literal, select
from sqlalchemy.ext.asyncio import AsyncConnection

from tutor.ids import LearnerId
from tutor.storage.tables import erasures

ERASED = exists().where(erasures.c.learner_hash == bindparam("erased")).label("erased")
"""Whether the learner was erased and not made anew since; `erased` is bound to `mark_of`."""


def learner_lock(learner: LearnerId) -> str:
    """The name of the lock that everything holds which adds to a learner's records."""
    return f"learner:{learner}"


async def mark_erased(connection: AsyncConnection, learner: LearnerId, at: datetime) -> None:
    """Remember, by hash, that the learner was erased, so that no turn under way adds to them."""
    if not await was_erased(connection, learner):
        await connection.execute(insert(erasures).values(learner_hash=mark_of(learner), at=at))


async def was_erased(connection: AsyncConnection, learner: LearnerId) -> bool:
    """Whether the learner was erased and not made anew since."""
    query = select(literal(1)).where(erasures.c.learner_hash == mark_of(learner))
    return (await connection.execute(query)).first() is not None


def mark_of(learner: LearnerId) -> str:
    """What is kept of a learner who was erased."""
    return sha256(learner.encode()).hexdigest()


async def unmark_erased(connection: AsyncConnection, learner: LearnerId) -> None:
    """Let a learner be added again on purpose."""
    await connection.execute(delete(erasures).where(erasures.c.learner_hash == mark_of(learner)))
