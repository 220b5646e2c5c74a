"""`meno serve`, `index`, `telegram` and `demo`: what runs or prepares the service."""

import asyncio
import contextlib
import gc
import json
import signal
import sys
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console
from rich.progress import Progress

from tutor.cli.logs import logs_to_stderr
from tutor.cli.options import AsJson, Curricula, Data
from tutor.errors import BadSettings
from tutor.settings import Settings, read_settings

if TYPE_CHECKING:  # these load web and database libraries, which most commands do not need
    from fastapi import FastAPI

    from tutor.app import Meno
    from tutor.channels.parts import Parts


def serve(
    host: Annotated[
        str | None, typer.Option(help="Address to listen on (MENO_HOST).", show_default="127.0.0.1")
    ] = None,
    port: Annotated[
        int | None,
        typer.Option(min=1, max=65535, help="Port to listen on (MENO_PORT).", show_default="8000"),
    ] = None,
    data: Data = None,
    curricula: Curricula = None,
    demo: Annotated[
        bool | None,
        typer.Option(
            "--demo/--no-demo",
            help="With the demonstration school (MENO_DEMO).",
            show_default="demo",
        ),
    ] = None,
    dense: Annotated[
        bool | None,
        typer.Option(
            "--dense/--no-dense",
            help="Load dense retrieval in the background (MENO_DENSE).",
            show_default="dense",
        ),
    ] = None,
) -> None:
    """Serve the web chat, and Telegram when TELEGRAM_BOT_TOKEN is set."""
    settings = read_settings(
        host=host, port=port, data=data, curricula=curricula, demo=demo, dense=dense
    )
    gc.disable()  # while thousands of modules and items are made: a fifth of the start
    logs_to_stderr(chatty=True)
    # uvicorn raises a signal again after it has shut down; what follows must still run.
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: None)
    asyncio.run(_serve(settings))


async def _serve(settings: Settings) -> None:
    import uvicorn

    from tutor import app as composition
    from tutor import background
    from tutor.channels.web import create_app

    screen = Console()
    _check_port(settings)
    async with composition.opened(settings) as meno:
        site = create_app(meno.parts)
        async with _with_telegram(meno, site):
            config = uvicorn.Config(
                site, host=settings.host, port=settings.port, log_level="warning",
                timeout_graceful_shutdown=5,
            )  # fmt: skip
            server = uvicorn.Server(config)
            serving = asyncio.create_task(server.serve())
            while not server.started and not serving.done():  # noqa: ASYNC110  uvicorn has no event
                await asyncio.sleep(0.01)
            if serving.done():
                return await serving
            gc.enable()
            gc.freeze()  # what was imported stays; no need to look at it again and again
            filling = await _demo(settings, meno.parts, screen) if settings.demo else None
            screen.print(f"\nMeno is at [bold]{settings.address}[/] (stop with Ctrl+C)\n")
            # Heavy libraries load from here on, so that the first page does not wait for them.
            async with background.working(meno):
                await serving
            if filling is not None and filling.returncode is None:
                filling.terminate()
                await filling.wait()
    return None


def _check_port(settings: Settings) -> None:
    import socket

    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((settings.host, settings.port))
        except OSError as error:
            raise BadSettings(
                f"Cannot listen there: {error.strerror or error}.",
                where=f"{settings.host}:{settings.port}",
                do="Choose another with --port or MENO_PORT (make run PORT=8001).",
            ) from error


@contextlib.asynccontextmanager
async def _with_telegram(meno: "Meno", site: "FastAPI") -> AsyncIterator[None]:
    """Run the Telegram channel beside the web while its token is set."""
    if not meno.parts.settings.telegram_token:
        yield
        return
    from tutor.channels.telegram import build, webhook_router

    channel = build(meno.parts)
    site.include_router(webhook_router(channel))
    await channel.start()
    meno.notify = channel.send_text
    meno.parts.reach.telegram_link = channel.link_for
    try:
        yield
    finally:
        await channel.stop()


async def _demo(
    settings: Settings, parts: "Parts", screen: Console
) -> asyncio.subprocess.Process | None:
    """Found the demonstration school, print its links, and fill histories in a process beside."""
    from tutor import demo as school

    await school.found_school(parts)
    screen.print("Sign in to the demonstration school (each link signs you in):")
    for link in await school.sign_in_links(parts):
        screen.print(
            f"  {link.role:<9} {link.name:<14} {link.url}", soft_wrap=True, highlight=False
        )
    if not await school.histories_missing(parts):
        return None
    screen.print("[dim]Their past weeks are being filled in meanwhile (about a minute, once).[/]")
    await asyncio.sleep(1.5)  # the first page goes first
    return await asyncio.create_subprocess_exec(
        sys.executable, "-m", "tutor", "demo", "--data", str(settings.data),
        "--curricula", str(settings.curricula), stdout=asyncio.subprocess.DEVNULL,
    )  # fmt: skip


def demo(data: Data = None, curricula: Curricula = None) -> None:
    """Fill in the demonstration school's past weeks (serve does this by itself)."""
    settings = read_settings(data=data, curricula=curricula, dense=False)
    asyncio.run(_fill(settings))


async def _fill(settings: Settings) -> None:
    from tutor import app as composition
    from tutor import demo as school

    async with composition.opened(settings) as meno:
        await school.found_school(meno.parts)
        total = len(await school.histories_missing(meno.parts))
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("Simulating past weeks", total=total)
            async for _ in school.write_histories(meno.parts):
                progress.advance(task)


def index(
    rebuild: Annotated[
        bool, typer.Option("--rebuild", help="Make the index anew from the database.")
    ] = False,
    data: Data = None,
    curricula: Curricula = None,
    as_json: AsJson = False,
) -> None:
    """Index the courses' readings for retrieval; only what changed is read again."""
    settings = read_settings(data=data, curricula=curricula)
    asyncio.run(_index(settings, rebuild, as_json))


async def _index(settings: Settings, rebuild: bool, as_json: bool) -> None:
    from tutor import app as composition
    from tutor import background

    async with composition.opened(settings) as meno:
        library = meno.parts.library
        courses = meno.parts.book.all()
        with Progress(console=Console(stderr=True), transient=True) as progress:
            task = progress.add_task("Indexing", total=len(courses) + 1)
            for course in courses:
                if rebuild:
                    await library.rebuild(course.id, language=course.language)
                progress.advance(task)
            await background.load_dense(meno)
            progress.advance(task)
        status = library.status()
        if as_json:
            print(json.dumps({
                "courses": status.courses, "passages": status.passages,
                "embedded": status.embedded, "dense": str(status.dense), "model": status.model,
            }))  # fmt: skip
            return
        Console().print(
            f"{status.courses} courses, {status.passages} passages, {status.embedded} embedded "
            f"(dense retrieval: {status.dense}{', ' + status.reason if status.reason else ''})",
            highlight=False,
            markup=False,
        )


def telegram(data: Data = None, curricula: Curricula = None) -> None:
    """Run the Telegram bot alone, by polling (TELEGRAM_BOT_TOKEN)."""
    settings = read_settings(data=data, curricula=curricula, telegram_webhook=False)
    if not settings.telegram_token:
        raise BadSettings(
            "There is no bot token.", where="TELEGRAM_BOT_TOKEN",
            do="Ask @BotFather for one and set the variable.",
        )  # fmt: skip
    logs_to_stderr(chatty=True)
    asyncio.run(_telegram(settings))


async def _telegram(settings: Settings) -> None:
    from tutor import app as composition
    from tutor import background
    from tutor.channels.telegram import build

    async with composition.opened(settings) as meno, background.working(meno):
        channel = build(meno.parts)
        await channel.start()
        meno.notify = channel.send_text
        Console().print("The bot is answering (stop with Ctrl+C).")
        try:
            await asyncio.Event().wait()
        finally:
            await channel.stop()
