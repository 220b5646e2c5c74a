"""Connections read by `wire`: bytes as they come, time-outs, ends, and many replies at once."""

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import httpcore2
import pytest

from tests.llm.openai_server import openai_server
from tutor.llm.chat import Prompt
from tutor.llm.openai import OpenAIModel
from tutor.llm.wire import MOST_UNREAD, Backend

Serve = Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]
PROMPT = Prompt(name="p", version="1", system="s", messages=(("user", "Hello"),))


@asynccontextmanager
async def connected(serve: Serve) -> AsyncIterator[httpcore2.AsyncNetworkStream]:
    server = await asyncio.start_server(serve, "127.0.0.1", 0)
    stream = await Backend().connect_tcp(*server.sockets[0].getsockname()[:2], timeout=5)
    yield stream
    await stream.aclose()
    server.close()


async def test_bytes_are_read_as_they_come_and_none_after_the_end():
    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        writer.write(await reader.readexactly(4))
        writer.close()

    async with connected(serve) as stream:
        await stream.write(b"ping", timeout=5)
        assert await stream.read(2, timeout=5) == b"pi"
        assert await stream.read(100, timeout=5) == b"ng"
        assert await stream.read(100, timeout=5) == b""
        assert stream.get_extra_info("is_readable")  # the pool takes it for closed


async def test_a_silent_server_runs_into_the_time_out_and_can_still_be_read():
    told = asyncio.Event()

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await told.wait()
        writer.write(b"late")
        await writer.drain()

    async with connected(serve) as stream:
        with pytest.raises(httpcore2.ReadTimeout):
            await stream.read(10, timeout=0.02)
        assert not stream.get_extra_info("is_readable")
        told.set()
        assert await stream.read(10, timeout=5) == b"late"


async def test_a_server_that_is_ahead_of_its_reader_has_to_wait():
    whole, sent = 40 * MOST_UNREAD, 0

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        nonlocal sent
        while sent < whole:
            writer.write(b"x" * MOST_UNREAD)
            await writer.drain()
            sent += MOST_UNREAD
        writer.close()

    async with connected(serve) as stream:
        await asyncio.sleep(0.3)
        assert sent < whole
        read = 0
        while part := await stream.read(65536, timeout=5):
            read += len(part)
        assert read == whole


async def test_nobody_listening_is_a_connection_error():
    async with connected(_nothing) as stream:
        host, port = stream.get_extra_info("server_addr")[:2]
    with pytest.raises(httpcore2.ConnectError):
        await Backend().connect_tcp(host, port, timeout=5)


async def test_the_models_client_reads_by_it():
    """Should the HTTP library move its pool, a reply costs three times as much: this notices."""
    model = OpenAIModel(model="m", key="k")
    await model.warm()
    pool = getattr(getattr(model._http, "_transport", None), "_pool", None)
    assert isinstance(getattr(pool, "_network_backend", None), Backend)
    await model.close()


async def test_no_reply_waits_for_another_to_end():
    """The HTTP library's own bound is a hundred connections."""
    begun, all_begun = 0, asyncio.Event()

    async def ask(model: OpenAIModel) -> str:
        nonlocal begun
        said = ""
        async for piece in model.stream(PROMPT):
            begun += not said
            said += piece
            if begun == 120:
                all_begun.set()
            await all_begun.wait()
        return said

    async with openai_server(reply="Hello there.") as server, asyncio.timeout(30):
        model = OpenAIModel(model="m", key="k", base_url=server.url)
        assert await asyncio.gather(*(ask(model) for _ in range(120))) == ["Hello there."] * 120
        await model.close()


async def _nothing(_: asyncio.StreamReader, __: asyncio.StreamWriter) -> None:
    """A server that says nothing."""
