"""A school behind the web application, without a network."""

import asyncio
import re
import sys
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

import httpx
import pytest

sys.path.insert(0, str(Path(__file__).parents[2] / "web"))

from web_school import School, school

from tutor.channels.web import create_app
from tutor.storage.database import Database


@pytest.fixture(scope="session")
def empty_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An empty database with its tables, to copy."""
    path = tmp_path_factory.mktemp("web") / "empty.db"

    async def make() -> None:
        async with school(path.parent, file=path.name):
            pass
        database = await Database.open(f"sqlite:///{path}")
        await database.scrub()
        await database.close()

    asyncio.run(make())
    return path


@pytest.fixture
async def site(tmp_path: Path, empty_database: Path) -> AsyncIterator[School]:
    """A running school."""
    async with school(tmp_path, empty=empty_database) as made:
        yield made


@dataclass(slots=True)
class Visit:
    """A browser without scripts: it keeps cookies and sends the forms of the page it looks at."""

    http: httpx.AsyncClient
    page: httpx.Response | None = None

    async def get(self, path: str, **headers: str) -> httpx.Response:
        """Look at a page; one that waits for the tutor is looked at again, as it asks to be."""
        self.page = await self.http.get(path, headers=headers)
        for _ in range(200):
            if 'http-equiv="refresh"' not in self.page.text:
                break
            await asyncio.sleep(0.05)
            self.page = await self.http.get(path, headers=headers)
        return self.page

    async def post(
        self, path: str, headers: dict[str, str] | None = None, **fields: str
    ) -> httpx.Response:
        """Send a form with the token of the page that was looked at last."""
        data = {"token": self.token(), "key": uuid4().hex, **fields}
        return await self.http.post(path, data=data, headers=headers or {})

    async def say(self, course: str, text: str, **fields: str) -> httpx.Response:
        """Send a message and look at the page that follows."""
        answer = await self.post(f"/c/{course}/messages", text=text, **fields)
        if answer.status_code == 303:
            return await self.get(answer.headers["location"])
        return answer

    def token(self) -> str:
        """The token of the forms on the page."""
        found = re.search(r'name="token" value="([^"]+)"', self.page.text if self.page else "")
        return found[1] if found else ""


class Door:
    """Lets people in."""

    def __init__(self, school: School) -> None:
        self.school = school
        self.app = create_app(school.parts)

    def stranger(self) -> Visit:
        """Somebody who is not signed in. Errors that nobody foresaw become pages."""
        transport = httpx.ASGITransport(app=self.app, raise_app_exceptions=False)
        return Visit(httpx.AsyncClient(transport=transport, base_url="http://meno.test"))

    async def enter(self, person: str) -> Visit:
        """Somebody signed in, on their start page."""
        visit = self.stranger()
        answer = await visit.http.post("/demo", data={"person": person})
        assert answer.status_code == 303, answer.text
        await visit.get(answer.headers["location"])
        return visit


@pytest.fixture
def door(site: School) -> Door:
    """The application, with people to let in."""
    return Door(site)
