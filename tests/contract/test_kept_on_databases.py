"""Two processes that keep what they replayed, taking turns on one database."""

from sqlalchemy.engine import make_url

from tests.property.test_kept_turns import World
from tutor.storage.database import Database
from tutor.storage.log import SqlLearnerLog

TAKEN = (
    ("/next", 0), ("right", 1), ("hint", 0), ("wrong", 1), ("override", 0), ("right", 0),
    ("again", 1), ("/next", 1), ("right", 0), ("regrade", 1), ("right", 1), ("bye", 0),
)  # fmt: skip


async def test_two_processes_that_keep_their_replays_agree(database: Database) -> None:
    place = make_url(database.url)
    plain = place.set(drivername=place.get_backend_name())
    other = await Database.open(plain.render_as_string(hide_password=False))
    try:
        kept = World((SqlLearnerLog(database), SqlLearnerLog(other)), keeps=True)
        for step, process in TAKEN:
            await kept.take(step, process)
        alone = World((SqlLearnerLog(database), SqlLearnerLog(other)), keeps=False)
        known = [
            (loaded.state, loaded.session, loaded.length)
            for loaded in [await talk.loaded() for talk in (*alone.talks, *kept.talks)]
        ]
        assert all(one == known[0] for one in known)
        assert known[0][2] > len(TAKEN)
    finally:
        await other.close()
