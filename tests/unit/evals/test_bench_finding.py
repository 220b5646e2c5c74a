"""The bench of finding makes a course that can be searched."""

import asyncio
import json
from pathlib import Path

import pytest

from tutor.evals import bench_finding
from tutor.retrieval.index import Library
from tutor.retrieval.passage import Query
from tutor.storage.database import Database
from tutor.storage.passages import SqlPassageStore


def test_the_made_course_is_indexed_and_found_in(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert bench_finding.main(["build", str(tmp_path), "100"]) == 0
    assert json.loads(capsys.readouterr().out)["words_s"] > 0

    async def best() -> tuple[str, str]:
        database = await Database.open(f"sqlite:///{tmp_path / 'bench.sqlite3'}")
        store = SqlPassageStore(database)
        passage = (await store.passages(bench_finding.COURSE))[40]
        query = Query(text=" ".join(passage.text.split()[:30]), course=bench_finding.COURSE)
        found = await Library(store).search(query)
        await database.close()
        return passage.id, found[0].passage.id

    wanted, first = asyncio.run(best())
    assert first == wanted
