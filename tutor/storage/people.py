"""Everything stored about people, behind one object."""

from argon2 import PasswordHasher

from tutor.storage.accounts import SqlAccounts
from tutor.storage.database import Database
from tutor.storage.directory import SqlDirectory
from tutor.storage.ledgers import SqlLedgers
from tutor.storage.periods import SqlPeriods


class SqlPeople(SqlDirectory, SqlPeriods, SqlAccounts, SqlLedgers):
    """All the ports of `tutor.people.directory`. `hasher` sets the cost of password hashes."""

    def __init__(self, database: Database, hasher: PasswordHasher | None = None) -> None:
        SqlDirectory.__init__(self, database)
        SqlPeriods.__init__(self, database)
        SqlAccounts.__init__(self, database, hasher)
        SqlLedgers.__init__(self, database)
