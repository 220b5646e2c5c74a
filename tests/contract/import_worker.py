"""Imports every file of a folder into the course "cells" and ends: a process to be killed."""

import asyncio
import sys
from datetime import UTC, datetime
from pathlib import Path

from tutor.ids import CourseId, PersonId
from tutor.retrieval.imports import Imports
from tutor.retrieval.index import Library
from tutor.storage.database import Database
from tutor.storage.jobs import SqlJobs
from tutor.storage.materials import SqlMaterials
from tutor.storage.passages import SqlPassageStore


async def main(url: str, folder: Path) -> None:
    """Until nothing is left to be read."""
    database = await Database.open(url)
    store = SqlMaterials(database)
    library = Library(SqlPassageStore(database))
    imports = Imports(store, SqlJobs(database), library, lambda: datetime.now(UTC), lease=2.0)
    for path in sorted(folder.iterdir()):
        await imports.add(CourseId("cells"), path.name, path.read_bytes(), PersonId("ines"))
    print("taken in", flush=True)
    working = asyncio.create_task(imports.run())
    while await store.unfinished():
        await asyncio.wait([working], timeout=0.05)
    working.cancel()
    await database.close()


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], Path(sys.argv[2])))
