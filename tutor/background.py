"""What runs beside the answers while Meno serves: loading, course files, digests, escalations."""

import asyncio
import contextlib
import gc
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager
from functools import partial

import structlog

from tutor.app import Meno, now
from tutor.curriculum.problems import errors
from tutor.dialogue.checks import borne, contradicted
from tutor.items.text.common_words import make_ready
from tutor.reports import digest
from tutor.retrieval.chroma import ChromaVectors
from tutor.safety.screen import warm_up
from tutor.settings import Settings
from tutor.storage.spending import SqlSpending

REFRESH = 2.0  # seconds between looks at the course files
FIRST_PAGE = 1.5  # seconds in which nothing heavy is loaded yet
HOUSEKEEPING = 60.0  # seconds between looks at alerts that escalate, digests and the like

log = structlog.get_logger()


@asynccontextmanager
async def working(meno: Meno) -> AsyncIterator[None]:
    """Background work while serving: dense retrieval, course files, digests and escalations."""
    tasks = [
        asyncio.create_task(_load(meno)),
        asyncio.create_task(_every(REFRESH, _reload, meno)),
        asyncio.create_task(_every(HOUSEKEEPING, _escalate, meno)),
        asyncio.create_task(_every(HOUSEKEEPING, _tidy, meno)),
        asyncio.create_task(_every(REFRESH, _import, meno)),
    ]
    try:
        yield
    finally:
        for task in tasks:
            task.cancel()
        for task in tasks:
            with contextlib.suppress(asyncio.CancelledError):
                await task


async def _load(meno: Meno) -> None:
    """Load what takes long, once the first page is out: the screen's signs, common words, the model, dense."""
    await asyncio.sleep(FIRST_PAGE)
    await asyncio.to_thread(warm_up)
    for language in {course.language for course in meno.parts.book.all()}:
        await asyncio.to_thread(make_ready, language)
    for course in meno.parts.book.all():
        await asyncio.to_thread(contradicted.make_ready, course)
        await asyncio.to_thread(borne.make_ready, course)
    if meno.voice is not None:
        await meno.voice.warm()
    await load_dense(meno)
    await SqlSpending(meno.database).purge(now().date())
    gc.freeze()  # what was loaded since the start stays too


async def load_dense(meno: Meno) -> None:
    """Load the sentence models and the vector index; retrieval is lexical until then, or for good."""
    settings = meno.parts.settings
    if not settings.dense:
        return
    from tutor.retrieval import dense, weights

    # First, since messages are screened by it, and embedding a school anew may take an hour.
    reason = await meno.tongues.load()
    log.info("meaning_in_many_languages", loaded=not reason, reason=reason or "none")
    model = settings.embedding_model or weights.DEFAULT_MODEL
    await meno.parts.library.load_dense(
        partial(dense.load, model), partial(_vectors, settings), dense.load_again
    )
    status = meno.parts.library.status()
    log.info("dense_retrieval", state=str(status.dense), reason=status.reason or "none")


def _vectors(settings: Settings) -> ChromaVectors:
    """Chroma: a server when one is named, else embedded in the data folder under a lock."""
    if settings.chroma_url:
        return ChromaVectors.at_url(settings.chroma_url)
    return ChromaVectors.at_directory(settings.data / "chroma")


async def _every(seconds: float, work: Callable[[Meno], Awaitable[None]], meno: Meno) -> None:
    """Do a work again and again. One that fails is done again at its time: a locked database for
    a moment must not end the escalations of crises until the next restart.

    What it fails of is not named on purpose. Named errors (the database's, the disk's, a channel's)
    would leave those nobody thought of, such as one digest that cannot be worded, to end the work
    without a word: nobody waits for it who could be told. It is the outermost loop, like a server's
    around its requests; what failed is logged with its trace and counted for `/metrics`.
    """
    while True:
        await asyncio.sleep(seconds)
        try:
            await work(meno)
        except Exception:
            name = work.__name__.strip("_")
            log.exception("background_work_failed", work=name)
            meno.parts.meter.background_failed(name)


async def _reload(meno: Meno) -> None:
    """Take up changed course files; errors are kept for the teacher's page."""
    refreshed = await asyncio.to_thread(meno.parts.book.refresh)
    for course in refreshed.changed:
        await meno.parts.library.add_course(course)
        await asyncio.to_thread(contradicted.make_ready, course)
        await asyncio.to_thread(borne.make_ready, course)
        log.info("course_reloaded", course=course.id)
    for problem in errors(refreshed.problems):
        log.error("course_problem", problem=str(problem))


async def _import(meno: Meno) -> None:
    """Read the documents that wait, until it fails."""
    await meno.parts.imports.run()


async def _tidy(meno: Meno) -> None:
    await digest.tick(meno.desk, now())
    await meno.parts.imports.purge()
    await meno.shelf.save(every=1)


async def _escalate(meno: Meno) -> None:
    await meno.alarm.escalate_due(now())
