"""Passwords, sessions, links and channel addresses in SQL; of secrets only hashes are kept."""

import asyncio
from datetime import datetime, timedelta
from hashlib import sha256
from secrets import token_urlsafe

from argon2 import PasswordHasher
from argon2.exceptions import VerifyMismatchError
from sqlalchemy import delete, insert, select, update

from tutor.errors import BadInput, NotAllowed
from tutor.ids import PersonId
from tutor.people.directory import LinkPurpose
from tutor.people.person import Person
from tutor.storage.database import Database
from tutor.storage.directory import PEOPLE_LOCK, login_key, person_of, require_people
from tutor.storage.tables import identities, links, passwords, people, sign_ins

_LEAST, _MOST = 8, 256


class SqlAccounts:
    """Passwords, SignIns, Links and Identities over their tables."""

    def __init__(self, database: Database, hasher: PasswordHasher | None = None) -> None:
        self._database = database
        self._hasher = hasher or PasswordHasher()
        self._nobodys: str | None = None

    async def set_password(self, person: PersonId, password: str) -> None:
        """See Passwords."""
        if not _LEAST <= len(password) <= _MOST:
            raise BadInput(f"A password has {_LEAST} to {_MOST} characters.")
        hashed = await asyncio.to_thread(self._hasher.hash, _bytes(password))
        await self._keep_password(person, hashed)

    async def check_password(self, login: str, password: str) -> Person | None:
        """See Passwords."""
        query = (
            select(people, passwords.c.hash)
            .join_from(people, passwords)
            .where(people.c.login_key == (login_key(login) or ""))
        )
        async with self._database.session() as connection:
            row = (await connection.execute(query)).one_or_none()
        if row is None:
            # an unknown login must not be told apart by how quickly it is refused
            if self._nobodys is None:
                self._nobodys = await asyncio.to_thread(self._hasher.hash, "nobody’s")
            await self._fits(self._nobodys, password)
            return None
        if not await self._fits(row.hash, password):
            return None
        if self._hasher.check_needs_rehash(row.hash):
            hashed = await asyncio.to_thread(self._hasher.hash, _bytes(password))
            await self._keep_password(PersonId(row.id), hashed)
        return person_of(row)

    async def open_sign_in(self, person: PersonId, now: datetime, lifetime: timedelta) -> str:
        """See SignIns."""
        token = token_urlsafe(32)
        async with self._database.write() as connection:
            await require_people(connection, [person])
            await connection.execute(
                insert(sign_ins).values(
                    token_hash=_hash(token),
                    person=person,
                    opened_at=now,
                    expires_at=now + lifetime,
                )
            )
        return token

    async def signed_in(self, token: str, now: datetime) -> Person | None:
        """See SignIns."""
        query = (
            select(people)
            .join_from(sign_ins, people)
            .where(sign_ins.c.token_hash == _hash(token), sign_ins.c.expires_at > now)
        )
        async with self._database.session() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else person_of(row)

    async def close_sign_in(self, token: str) -> None:
        """See SignIns."""
        async with self._database.write() as connection:
            await connection.execute(delete(sign_ins).where(sign_ins.c.token_hash == _hash(token)))

    async def close_sign_ins(self, person: PersonId) -> int:
        """See SignIns."""
        async with self._database.write() as connection:
            closed = await connection.execute(delete(sign_ins).where(sign_ins.c.person == person))
            return closed.rowcount

    async def make_link(
        self, person: PersonId, purpose: LinkPurpose, now: datetime, lifetime: timedelta
    ) -> str:
        """See Links."""
        token = token_urlsafe(32)
        async with self._database.write() as connection:
            await require_people(connection, [person])
            demo = select(people.c.demo).where(people.c.id == person)
            if purpose is LinkPurpose.DEMO and not (await connection.execute(demo)).scalar_one():
                raise NotAllowed(
                    "A demo link signs in only people of the demonstration school.", where=person
                )
            await connection.execute(
                insert(links).values(
                    token_hash=_hash(token),
                    person=person,
                    purpose=purpose.value,
                    made_at=now,
                    expires_at=now + lifetime,
                )
            )
        return token

    async def use_link(self, token: str, purpose: LinkPurpose, now: datetime) -> PersonId | None:
        """See Links."""
        good = (
            (links.c.token_hash == _hash(token))
            & (links.c.purpose == purpose.value)
            & (links.c.expires_at > now)
        )
        if purpose.once:
            # one statement, so that of two who come at once one is refused
            good &= links.c.used_at.is_(None)
        use = update(links).where(good).values(used_at=now).returning(links.c.person)
        async with self._database.write() as connection:
            person = (await connection.execute(use)).scalar_one_or_none()
        return None if person is None else PersonId(person)

    async def drop_links(self, person: PersonId, purpose: LinkPurpose) -> int:
        """See Links."""
        mine = delete(links).where(links.c.person == person, links.c.purpose == purpose.value)
        async with self._database.write() as connection:
            return (await connection.execute(mine)).rowcount

    async def person_at(self, channel: str, address: str) -> Person | None:
        """See Identities."""
        query = (
            select(people)
            .join_from(identities, people)
            .where(identities.c.channel == channel, identities.c.address == address)
        )
        async with self._database.session() as connection:
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else person_of(row)

    async def address_of(self, channel: str, person: PersonId) -> str | None:
        """See Identities."""
        query = select(identities.c.address).where(
            identities.c.channel == channel, identities.c.person == person
        )
        async with self._database.session() as connection:
            return (await connection.execute(query)).scalar_one_or_none()

    async def identify(self, channel: str, address: str, person: PersonId, at: datetime) -> None:
        """See Identities."""
        holder = select(identities.c.person).where(
            identities.c.channel == channel, identities.c.address == address
        )
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            await require_people(connection, [person])
            held_by = (await connection.execute(holder)).scalar_one_or_none()
            if held_by == person:
                return
            if held_by is not None:
                raise NotAllowed(
                    "This account is linked to somebody else.",
                    where=channel,
                    do="Unlink it there first.",
                )
            await connection.execute(
                delete(identities).where(
                    identities.c.channel == channel, identities.c.person == person
                )
            )
            await connection.execute(
                insert(identities).values(channel=channel, address=address, person=person, since=at)
            )

    async def unidentify(self, channel: str, person: PersonId) -> bool:
        """See Identities."""
        mine = delete(identities).where(
            identities.c.channel == channel, identities.c.person == person
        )
        async with self._database.write() as connection:
            return (await connection.execute(mine)).rowcount > 0

    async def prune_accounts(self, now: datetime) -> int:
        """Drop the sessions and links that have expired; how many there were."""
        gone = 0
        async with self._database.write() as connection:
            for table in (sign_ins, links):
                expired = delete(table).where(table.c.expires_at <= now)
                gone += (await connection.execute(expired)).rowcount
        return gone

    async def _keep_password(self, person: PersonId, hashed: str) -> None:
        async with self._database.write() as connection:
            await self._database.hold(connection, PEOPLE_LOCK)
            await require_people(connection, [person])
            await connection.execute(delete(passwords).where(passwords.c.person == person))
            await connection.execute(insert(passwords).values(person=person, hash=hashed))

    async def _fits(self, hashed: str, password: str) -> bool:
        try:
            await asyncio.to_thread(self._hasher.verify, hashed, _bytes(password[:_MOST]))
        except VerifyMismatchError:
            return False
        return len(password) <= _MOST


def _bytes(password: str) -> bytes:
    """What is hashed; half a surrogate pair in a hostile password is no reason to fail."""
    return password.encode("utf-8", "surrogatepass")


def _hash(token: str) -> str:
    return sha256(_bytes(token)).hexdigest()
