"""A real server on the loopback and a real browser."""

import asyncio
import shutil
import threading
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
import uvicorn
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright
from web_school import ANA, Clock, School, school

from tests.english import TONGUES
from tutor.channels.parts import Parts
from tutor.channels.web import create_app
from tutor.curriculum.book import Book
from tutor.dialogue.media import MediaReader
from tutor.dialogue.moves import Move
from tutor.dialogue.plain import Words
from tutor.dialogue.ports import Emit, Spoken
from tutor.dialogue.scene import Scene
from tutor.ids import PersonId
from tutor.items.grade import Grade
from tutor.items.item import Item
from tutor.llm.attachment import Medium
from tutor.llm.chain import Chain
from tutor.llm.scripted import Scripted
from tutor.people.directory import LinkPurpose
from tutor.prompting import PromptBook
from tutor.retrieval.passage import Hit
from tutor.safety.screen import screen
from tutor.settings import bundled

CHROMIUM = next(
    (path for name in ("chromium", "chromium-browser") if (path := shutil.which(name))), None
)
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything here needs a browser."""
    missing = pytest.mark.skip(reason="Chromium is not installed (apt-get install chromium)")
    for item in items:
        if Path(__file__).parent in item.path.parents:
            item.add_marker("web")
            if CHROMIUM is None:
                item.add_marker(missing)


class SlowVoice:
    """Words as the plain wording does, sentence by sentence and slowly, when asked to be slow."""

    async def word(
        self, move: Move, scene: Scene, plain: Words, hits: Sequence[Hit], name: str, emit: Emit
    ) -> Spoken | None:
        """The plain wording in pieces."""
        if "slowly" not in scene.reading.text:
            return None
        if "silence" in scene.reading.text:
            await asyncio.sleep(8)
        for sentence in ("First this.", "Then that.", "And at last the end."):
            await emit(sentence)
            await asyncio.sleep(0.5)
        text = f"First this. Then that. And at last the end. {plain.text}"
        return Spoken(words=Words(text=text, citations=plain.citations), by="slow")

    async def meant(self, *_: object, **__: object) -> None:
        """No doubt is settled."""

    async def judge(self, item: Item, response: str, language: str, **_: object) -> Grade | None:
        """Nothing is judged."""
        return None


@dataclass(slots=True)
class Serving:
    """A school that is served from a thread of its own; files are imported if it has its own
    shelves."""

    folder: Path
    own_shelves: bool = False
    taught: Book | None = None
    extra: Callable[[Parts], Parts] = lambda parts: parts
    loop: asyncio.AbstractEventLoop = field(default_factory=asyncio.new_event_loop)
    school: School | None = None
    url: str = ""
    _stop: asyncio.Event = field(default_factory=asyncio.Event)
    _ready: threading.Event = field(default_factory=threading.Event)

    def run(self) -> None:
        """Serve until stopped."""
        asyncio.set_event_loop(self.loop)
        self.loop.run_until_complete(self._serve())
        self.loop.close()

    async def _serve(self) -> None:
        async with school(
            self.folder,
            clock=Clock(runs=True),
            voice=SlowVoice(),
            own_shelves=self.own_shelves,
            taught=self.taught,
            extra=self.extra,
        ) as made:
            self.school = made
            importing = asyncio.create_task(made.parts.imports.run()) if self.own_shelves else None
            config = uvicorn.Config(create_app(made.parts), port=0, log_level="error")
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve())
            while not server.started:
                await asyncio.sleep(0.01)
            port = server.servers[0].sockets[0].getsockname()[1]
            self.url = f"http://127.0.0.1:{port}"
            self._ready.set()
            await self._stop.wait()
            server.should_exit = True
            await serving
            if importing is not None:
                importing.cancel()

    def wait(self) -> None:
        """Until it answers."""
        assert self._ready.wait(60)

    def do(self, work: Any) -> Any:
        """The result of a coroutine of the school."""
        done: Future[Any] = asyncio.run_coroutine_threadsafe(work, self.loop)
        return done.result(30)

    def stop(self) -> None:
        """Let it end."""
        self.loop.call_soon_threadsafe(self._stop.set)


@pytest.fixture(scope="session")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """The served school."""
    yield from _serving(Serving(tmp_path_factory.mktemp("served")))


@pytest.fixture(scope="module")
def served_with_imports(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A school of the module's own, in which files are imported."""
    yield from _serving(Serving(tmp_path_factory.mktemp("served"), own_shelves=True))


@pytest.fixture(scope="module")
def served_with_a_model_that_sees(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A school of the module's own, whose model reads every photo alike."""
    form = '{"lines": ["1/2 + 1/4", "= 3/4"], "answer": "3/4"}'
    model = Scripted([form], takes=[Medium.PICTURE])

    def seeing(parts: Parts) -> Parts:
        chain, book = Chain([model], parts.clock), PromptBook(bundled("prompts"))
        return replace(parts, media=MediaReader(chain, book, screen))

    yield from _serving(Serving(tmp_path_factory.mktemp("served"), extra=seeing))


@pytest.fixture(scope="module")
def served_in_spanish(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Serving]:
    """A school of the module's own, whose course is Spanish."""
    book = Book([TONGUES])
    book.refresh()
    yield from _serving(Serving(tmp_path_factory.mktemp("served"), taught=book))


def _serving(made: Serving) -> Iterator[Serving]:
    thread = threading.Thread(target=made.run, name="served")
    thread.start()
    made.wait()
    yield made
    made.stop()
    thread.join(20)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    """Debian's Chromium. It keeps a loop running in this thread, so it goes with its module:
    tests that wait could not run beside it."""
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield launched
        launched.close()


@dataclass(slots=True)
class Visits:
    """Browser windows of a test, and what went wrong in them."""

    browser: Browser
    served: Serving
    complaints: list[str] = field(default_factory=list)
    contexts: list[BrowserContext] = field(default_factory=list)

    def window(
        self, who: str = "", *, width: int = 1000, height: int = 800, **options: Any
    ) -> Page:
        """A new window, signed in by a demo link when `who` is named."""
        viewport = {"width": width, "height": height}
        context = self.browser.new_context(viewport=viewport, base_url=self.served.url, **options)
        context.set_default_timeout(15_000)
        self.contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("console", lambda message: self._heard(message))
        page.goto(self.link(who) if who else "/")
        return page

    def link(self, who: str) -> str:
        """A demo link."""
        parts = self.served.school.parts
        made = parts.people.make_link(
            PersonId(who), LinkPurpose.DEMO, parts.clock(), timedelta(days=1)
        )
        return f"/link/{self.served.do(made)}"

    def _heard(self, message: Any) -> None:
        if message.type in ("error", "warning"):
            self.complaints.append(message.text)

    def right(self, course: str) -> str:
        """The answer of Ana's open item."""
        return self.served.do(self.served.school.right(ANA, course))


@pytest.fixture
def visits(browser: Browser, served: Serving) -> Iterator[Visits]:
    """Windows that complain about nothing."""
    yield from _windows(browser, served)


@pytest.fixture
def spanish_visits(browser: Browser, served_in_spanish: Serving) -> Iterator[Visits]:
    """Such windows of the school whose course is Spanish."""
    yield from _windows(browser, served_in_spanish)


def _windows(browser: Browser, served: Serving) -> Iterator[Visits]:
    made = Visits(browser, served)
    yield made
    for context in made.contexts:
        context.close()
    assert made.complaints == []
