"""`kill -9` during an import: each file's old version or its new one is found, never a half."""

import asyncio
import signal
import subprocess
import sys
from pathlib import Path
from random import Random

from tutor.ids import CourseId
from tutor.retrieval.chunk import passages_of
from tutor.retrieval.materials import State
from tutor.storage.database import Database
from tutor.storage.materials import SqlMaterials
from tutor.storage.passages import SqlPassageStore

CELLS = CourseId("cells")
FILES, PARTS = 6, 40
WORKER = Path(__file__).with_name("import_worker.py")
ROOT = WORKER.parents[2]


def write(folder: Path, version: str) -> None:
    """The version of every file; its passages tell it."""
    folder.mkdir(exist_ok=True)
    for number in range(FILES):
        parts = (f"## Part {n}\n\nThe {version} words of part {n}." for n in range(PARTS))
        (folder / f"file{number}.md").write_text(f"# File {number}\n\n" + "\n\n".join(parts))


def started(database: Database, folder: Path) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [sys.executable, WORKER, database.url, folder], stdout=subprocess.PIPE, text=True,
        cwd=ROOT, env={"PYTHONPATH": str(ROOT), "PATH": ""},
    )  # fmt: skip


async def versions(database: Database) -> set[str]:
    """The versions that are found; every document has exactly the passages of its own text."""
    store = SqlPassageStore(database)
    every, found = await store.passages(CELLS), set()
    for document in await store.documents(CELLS):
        own = tuple(one for one in every if one.document == document.id)
        assert own == passages_of(document)
        words = {one.text.split()[1] for one in own}
        assert len(words) == 1
        found |= words
    return found


async def test_a_killed_import_leaves_old_or_new_and_is_resumed(
    database: Database, tmp_path: Path
) -> None:
    folder, dice, seen = tmp_path / "files", Random(5), set[str]()
    write(folder, "old")
    assert await asyncio.to_thread(started(database, folder).wait, 60) == 0
    assert await versions(database) == {"old"}
    write(folder, "new")
    for longest in (0.0, 0.8):  # seconds: a fast machine is soon through
        worker = started(database, folder)
        assert worker.stdout
        assert await asyncio.to_thread(worker.stdout.readline) == "taken in\n"
        await asyncio.sleep(dice.uniform(0.0, longest))
        worker.send_signal(signal.SIGKILL)
        await asyncio.to_thread(worker.wait, 10)
        seen |= await versions(database)
    assert await asyncio.to_thread(started(database, folder).wait, 90) == 0
    assert await versions(database) == {"new"}
    assert "old" in seen
    known = await SqlMaterials(database).of_course(CELLS)
    assert {(one.state, one.passages, one.served == one.digest) for one in known} == {
        (State.READY, PARTS, True)
    }
