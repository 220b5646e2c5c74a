"""The contract of passwords, sessions, links and channel addresses, on SQLite and PostgreSQL."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
import pytest_asyncio
from argon2 import PasswordHasher
from sqlalchemy import Table, select

from tutor.errors import BadInput, NotAllowed, NotFound
from tutor.ids import PersonId
from tutor.people.directory import LinkPurpose
from tutor.people.person import Person, Role
from tutor.storage.database import Database
from tutor.storage.people import SqlPeople
from tutor.storage.tables import links, passwords, sign_ins

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)
ANNA = Person(id=PersonId("anna"), role=Role.LEARNER, name="Anna", login="Anna", demo=True)
BEN = Person(id=PersonId("ben"), role=Role.LEARNER, name="Ben")
QUICK = PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)


@pytest_asyncio.fixture(loop_scope="session")
async def people(database: Database) -> SqlPeople:
    people = SqlPeople(database, QUICK)
    await people.save_person(ANNA)
    await people.save_person(BEN)
    return people


async def stored(database: Database, table: Table) -> str:
    """Everything in a table, as text."""
    async with database.session() as connection:
        return repr((await connection.execute(select(table))).all())


async def test_a_password_opens_only_its_own_account(people: SqlPeople) -> None:
    await people.set_password(ANNA.id, "correct horse")
    await people.set_password(BEN.id, "battery staple")  # who has no login
    assert await people.check_password(" ANNA", "correct horse") == ANNA
    for login, password in (
        ("anna", "battery staple"),
        ("anna", ""),
        ("anna", "Correct horse"),
        ("ben", "battery staple"),
        ("", "battery staple"),
        ("nobody", "correct horse"),
        ("anna", "\ud83d" * 300),
    ):
        assert await people.check_password(login, password) is None


async def test_only_a_slow_hash_of_a_password_is_stored(
    people: SqlPeople, database: Database
) -> None:
    await people.set_password(ANNA.id, "correct horse")
    text = await stored(database, passwords)
    assert "correct horse" not in text
    assert "$argon2id$" in text


async def test_a_changed_password_replaces_the_old_one(people: SqlPeople) -> None:
    await people.set_password(ANNA.id, "correct horse")
    await people.set_password(ANNA.id, "battery staple")
    assert await people.check_password("anna", "correct horse") is None
    assert await people.check_password("anna", "battery staple") == ANNA


async def test_a_hash_made_at_an_older_cost_is_renewed_at_sign_in(
    people: SqlPeople, database: Database
) -> None:
    await people.set_password(ANNA.id, "correct horse")
    before = await stored(database, passwords)
    dearer = PasswordHasher(time_cost=2, memory_cost=64, parallelism=1)
    assert await SqlPeople(database, dearer).check_password("anna", "correct horse") == ANNA
    assert await stored(database, passwords) != before
    assert await people.check_password("anna", "correct horse") == ANNA


@pytest.mark.parametrize("password", ["", "short", "x" * 257])
async def test_a_password_of_the_wrong_length_is_refused(people: SqlPeople, password: str) -> None:
    with pytest.raises(BadInput):
        await people.set_password(ANNA.id, password)


async def test_a_session_opens_for_its_token_until_it_expires(people: SqlPeople) -> None:
    token = await people.open_sign_in(ANNA.id, NOON, HOUR)
    assert len(token) == 43
    assert await people.signed_in(token, NOON) == ANNA
    assert await people.signed_in(token, NOON + HOUR - timedelta(seconds=1)) == ANNA
    assert await people.signed_in(token, NOON + HOUR) is None
    for wrong in ("", token[:-1], token.swapcase(), "\x00", "\ud83d"):
        assert await people.signed_in(wrong, NOON) is None


async def test_sessions_are_closed_one_by_one_or_all_at_once(people: SqlPeople) -> None:
    first, second, third = [await people.open_sign_in(ANNA.id, NOON, HOUR) for _ in range(3)]
    bens = await people.open_sign_in(BEN.id, NOON, HOUR)
    await people.close_sign_in(first)
    assert await people.signed_in(first, NOON) is None
    assert await people.signed_in(second, NOON) == ANNA
    assert await people.close_sign_ins(ANNA.id) == 2
    assert await people.signed_in(third, NOON) is None
    assert await people.signed_in(bens, NOON) == BEN


async def test_no_token_is_stored(people: SqlPeople, database: Database) -> None:
    session = await people.open_sign_in(ANNA.id, NOON, HOUR)
    link = await people.make_link(ANNA.id, LinkPurpose.SIGN_IN, NOON, HOUR)
    assert session not in await stored(database, sign_ins)
    assert link not in await stored(database, links)


@pytest.mark.parametrize("purpose", [LinkPurpose.SIGN_IN, LinkPurpose.TELEGRAM])
async def test_a_link_is_good_once_for_its_purpose(people: SqlPeople, purpose: LinkPurpose) -> None:
    token = await people.make_link(ANNA.id, purpose, NOON, HOUR)
    assert len(token) <= 64  # Telegram's deep links take no more
    for other in set(LinkPurpose) - {purpose}:
        assert await people.use_link(token, other, NOON) is None
    assert await people.use_link(token, purpose, NOON) == ANNA.id
    assert await people.use_link(token, purpose, NOON) is None


async def test_a_link_expires_and_can_be_dropped(people: SqlPeople) -> None:
    late = await people.make_link(ANNA.id, LinkPurpose.SIGN_IN, NOON, HOUR)
    assert await people.use_link(late, LinkPurpose.SIGN_IN, NOON + HOUR) is None
    assert await people.drop_links(ANNA.id, LinkPurpose.SIGN_IN) == 1
    assert await people.use_link(late, LinkPurpose.SIGN_IN, NOON) is None


async def test_of_two_who_use_a_link_at_once_one_gets_in(people: SqlPeople) -> None:
    token = await people.make_link(ANNA.id, LinkPurpose.TELEGRAM, NOON, HOUR)
    got = await asyncio.gather(
        *(people.use_link(token, LinkPurpose.TELEGRAM, NOON) for _ in range(5))
    )
    assert sorted(map(str, got)) == ["None"] * 4 + ["anna"]


async def test_a_demo_link_is_good_again_and_again_but_only_into_the_demo_school(
    people: SqlPeople,
) -> None:
    token = await people.make_link(ANNA.id, LinkPurpose.DEMO, NOON, HOUR)
    for _ in range(3):
        assert await people.use_link(token, LinkPurpose.DEMO, NOON) == ANNA.id
    assert await people.use_link(token, LinkPurpose.SIGN_IN, NOON) is None
    with pytest.raises(NotAllowed):
        await people.make_link(BEN.id, LinkPurpose.DEMO, NOON, HOUR)


async def test_nothing_is_made_for_people_who_are_not_there(people: SqlPeople) -> None:
    ghost = PersonId("ghost")
    with pytest.raises(NotFound):
        await people.open_sign_in(ghost, NOON, HOUR)
    with pytest.raises(NotFound):
        await people.make_link(ghost, LinkPurpose.SIGN_IN, NOON, HOUR)
    with pytest.raises(NotFound):
        await people.set_password(ghost, "correct horse")
    with pytest.raises(NotFound):
        await people.identify("telegram", "1", ghost, NOON)


async def test_expired_sessions_and_links_are_pruned(people: SqlPeople) -> None:
    await people.open_sign_in(ANNA.id, NOON - 2 * HOUR, HOUR)
    await people.make_link(ANNA.id, LinkPurpose.DEMO, NOON - 2 * HOUR, HOUR)
    kept = await people.open_sign_in(ANNA.id, NOON, HOUR)
    assert await people.prune_accounts(NOON) == 2
    assert await people.signed_in(kept, NOON) == ANNA


async def test_an_address_is_one_persons_and_a_person_has_one_address(people: SqlPeople) -> None:
    await people.identify("telegram", "100", ANNA.id, NOON)
    await people.identify("telegram", "100", ANNA.id, NOON)
    await people.identify("other", "100", BEN.id, NOON)
    assert await people.person_at("telegram", "100") == ANNA
    assert await people.person_at("telegram", "101") is None
    assert await people.address_of("telegram", ANNA.id) == "100"
    with pytest.raises(NotAllowed):
        await people.identify("telegram", "100", BEN.id, NOON)
    await people.identify("telegram", "200", ANNA.id, NOON)  # a new telephone
    assert await people.person_at("telegram", "100") is None
    assert await people.person_at("telegram", "200") == ANNA
    assert await people.unidentify("telegram", ANNA.id)
    assert not await people.unidentify("telegram", ANNA.id)
    await people.identify("telegram", "200", BEN.id, NOON)
    assert await people.person_at("telegram", "200") == BEN
