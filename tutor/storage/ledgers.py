"""The consent ledger and the audit trail in SQL: nothing in them is ever changed."""

import json
import re
from collections.abc import Mapping
from dataclasses import asdict
from datetime import UTC, datetime
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, insert, select

from tutor.errors import BadInput
from tutor.ids import LearnerId, PersonId
from tutor.people.directory import AuditEntry
from tutor.people.person import Consent, Purpose
from tutor.storage.database import Database
from tutor.storage.tables import audit, consents

_FIRST = "0" * 64
_WORD = re.compile(r"[A-Za-z0-9_.:/+-]{1,100}")


class SqlLedgers:
    """ConsentLedger and Audit over their tables."""

    def __init__(self, database: Database) -> None:
        self._database = database

    async def record_consent(self, consent: Consent) -> None:
        """See ConsentLedger."""
        async with self._database.write() as connection:
            await connection.execute(
                insert(consents).values(
                    purpose=consent.purpose.value,
                    learner=consent.learner,
                    by=consent.by,
                    given=consent.given,
                    at=consent.at,
                    notice=consent.notice,
                )
            )

    async def consents(self, learner: LearnerId) -> tuple[Consent, ...]:
        """See ConsentLedger."""
        query = select(consents).where(consents.c.learner == learner).order_by(consents.c.id)
        async with self._database.session() as connection:
            return tuple(
                Consent(
                    purpose=Purpose(row.purpose),
                    learner=LearnerId(row.learner),
                    by=PersonId(row.by),
                    given=row.given,
                    at=row.at,
                    notice=row.notice,
                )
                for row in await connection.execute(query)
            )

    async def note(
        self,
        *,
        actor: str,
        act: str,
        subject: str,
        at: datetime,
        detail: Mapping[str, str | int | bool] | None = None,
    ) -> AuditEntry:
        """See Audit."""
        particulars = dict(detail or {})
        texts = [value for value in particulars.values() if isinstance(value, str)]
        _only_words(actor, act, subject, *particulars, *texts)
        newest = select(audit.c.position, audit.c.hash).order_by(audit.c.position.desc()).limit(1)
        async with self._database.write() as connection:
            await self._database.hold(connection, "audit")
            last = (await connection.execute(newest)).one_or_none()
            position, before = (0, _FIRST) if last is None else (last.position + 1, last.hash)
            entry = AuditEntry(
                position=position,
                at=at,
                actor=actor,
                act=act,
                subject=subject,
                detail=particulars,
                before=before,
                hash=_hash(position, at, actor, act, subject, particulars, before),
            )
            await connection.execute(insert(audit).values(asdict(entry)))
        return entry

    async def trail(self, subject: str | None = None) -> tuple[AuditEntry, ...]:
        """See Audit."""
        query = select(audit).order_by(audit.c.position)
        if subject is not None:
            query = query.where(audit.c.subject == subject)
        async with self._database.session() as connection:
            return tuple(map(_entry, await connection.execute(query)))

    async def broken_at(self) -> int | None:
        """See Audit."""
        before = _FIRST
        for expected, entry in enumerate(await self.trail()):
            true = _hash(
                entry.position,
                entry.at,
                entry.actor,
                entry.act,
                entry.subject,
                entry.detail,
                entry.before,
            )
            if (entry.position, entry.before, entry.hash) != (expected, before, true):
                return expected
            before = entry.hash
        return None


def _only_words(*noted: str) -> None:
    """Refuse what may be somebody's own text; raises BadInput."""
    for word in noted:
        if not _WORD.fullmatch(word):
            raise BadInput(
                f"{word!r:.60} does not belong in the audit trail.",
                do="Note an id, a word or a number; leave out what people wrote.",
            )


def _entry(row: Row[Any]) -> AuditEntry:
    return AuditEntry(
        position=row.position,
        at=row.at,
        actor=row.actor,
        act=row.act,
        subject=row.subject,
        detail=row.detail,
        before=row.before,
        hash=row.hash,
    )


def _hash(
    position: int,
    at: datetime,
    actor: str,
    act: str,
    subject: str,
    detail: Mapping[str, str | int | bool],
    before: str,
) -> str:
    """SHA-256, in hex, over the entry as JSON with its fields in this order."""
    parts = [position, at.astimezone(UTC).isoformat(), actor, act, subject, dict(detail), before]
    return sha256(json.dumps(parts, sort_keys=True, separators=(",", ":")).encode()).hexdigest()
