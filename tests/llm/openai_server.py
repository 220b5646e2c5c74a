"""A server on the loopback that speaks OpenAI's chat protocol over real HTTP, and can misbehave."""

import asyncio
import contextlib
import json
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

HANG = 60.0


@dataclass
class OpenAIServer:
    """`reply` is what it says (or a function of the request's body); `manner` how it misbehaves."""

    reply: str | Callable[[dict[str, Any]], str] = "Hello."
    manner: str = ""
    drip: float = 0.2
    bodies: list[dict[str, Any]] = field(default_factory=list)
    uploads: list[bytes] = field(default_factory=list)  # forms with sounds, as they came
    heard: str = ""  # what it says to have heard in a sound
    paths: list[str] = field(default_factory=list)
    url: str = ""
    refuses: str = ""  # a parameter that it answers 400 to
    piece: int = 6
    script: tuple[bytes, ...] = ()  # what it streams instead of `reply`, as it is
    keeps_open: bool = False  # it never ends a scripted stream
    instead: Callable[[dict[str, Any]], bytes | None] | None = (
        None  # a whole HTTP response, or none
    )
    page_of_models: bool = False  # it answers so when asked for its models, too

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            await self._one(reader, writer)
        writer.close()

    async def _one(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1")
        path = head.split(" ", 2)[1]
        self.paths.append(path)
        length = next(
            (int(line.split(":")[1]) for line in head.split("\r\n")
             if line.lower().startswith("content-length:")), 0,
        )  # fmt: skip
        raw = await reader.readexactly(length)
        if path.endswith("/models") and self.page_of_models and self.instead is not None:
            writer.write(self.instead({}) or b"")
            return await writer.drain()
        if path.endswith("/models"):
            return await _json(writer, 200, {"data": [{"id": "tiny-1", "object": "model"}]})
        if path.endswith("/audio/transcriptions"):
            self.uploads.append(raw)
            if self.manner in {"401", "429", "500"}:
                return await _json(writer, int(self.manner), {"error": {"message": "no"}})
            return await _json(writer, 200, {"text": self.heard})
        body = json.loads(raw or b"{}")
        self.bodies.append(body)
        if self.instead is not None and (response := self.instead(body)) is not None:
            writer.write(response)
            return await writer.drain()
        if self.refuses and self.refuses in body:
            error = {"message": f"Unsupported parameter: {self.refuses}", "param": self.refuses}
            return await _json(writer, 400, {"error": error})
        if self.manner in {"401", "429", "500"}:
            return await _json(writer, int(self.manner), {"error": {"message": "no"}})
        if self.manner == "hang":
            return await asyncio.sleep(HANG)
        said = self.reply if isinstance(self.reply, str) else self.reply(body)
        await self._stream(writer, "" if self.manner == "empty" else said)
        return None

    async def _stream(self, writer: asyncio.StreamWriter, said: str) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n"
            b"transfer-encoding: chunked\r\nconnection: close\r\n\r\n"
        )
        for part in self.script:
            await _chunk(writer, part)
        if self.keeps_open:
            return await asyncio.sleep(HANG)
        if self.manner == "garbage":
            await _chunk(writer, b"data: {this is no json\n\n")
        if self.manner == "odd":
            await _chunk(writer, b'data: 5\n\ndata: {"choices": 7}\n\n')
        if self.manner == "long_line":
            with contextlib.suppress(ConnectionError):
                for _ in range(160):
                    await _chunk(writer, b"data: " + b"x" * 65_530)
        pieces = [said[i : i + self.piece] for i in range(0, len(said), self.piece)]
        for n, piece in enumerate(pieces):
            data = b"data: " + json.dumps(_delta(piece), ensure_ascii=False).encode() + b"\n\n"
            if n == len(pieces) // 2:
                if self.manner == "hang_mid":
                    return await asyncio.sleep(HANG)
                if self.manner == "cut":
                    cut = _delta("é…ж")
                    whole = json.dumps(cut, ensure_ascii=False).encode()
                    await _chunk(writer, b"data: " + whole[: whole.index("é".encode()) + 1])
                    return None
            await _chunk(writer, data)
            if self.manner == "drip":
                await asyncio.sleep(self.drip)
        await _chunk(writer, b"data: " + json.dumps(_delta("", "stop")).encode() + b"\n\n")
        await _chunk(writer, b"data: [DONE]\n\n")
        writer.write(b"0\r\n\r\n")
        await writer.drain()
        return None


def _delta(text: str, finish: str | None = None) -> dict[str, Any]:
    choice = {"index": 0, "delta": {"content": text}, "finish_reason": finish}
    return {
        "id": "c", "object": "chat.completion.chunk", "created": 1, "model": "tiny-1",
        "choices": [choice],
    }  # fmt: skip


async def _chunk(writer: asyncio.StreamWriter, data: bytes) -> None:
    writer.write(f"{len(data):x}\r\n".encode() + data + b"\r\n")
    await writer.drain()


async def _json(writer: asyncio.StreamWriter, status: int, body: dict[str, Any]) -> None:
    data = json.dumps(body).encode()
    writer.write(
        f"HTTP/1.1 {status} Status\r\ncontent-type: application/json\r\n"
        f"content-length: {len(data)}\r\nconnection: close\r\n\r\n".encode()
        + data
    )
    await writer.drain()


@asynccontextmanager
async def openai_server(**options: Any) -> AsyncIterator[OpenAIServer]:
    """A running server; `url` is its base address."""
    fake = OpenAIServer(**options)
    tasks: set[asyncio.Task[None]] = set()

    async def handle(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        if task is not None:
            tasks.add(task)
        with contextlib.suppress(asyncio.CancelledError):
            await fake.serve(reader, writer)

    server = await asyncio.start_server(handle, "127.0.0.1", 0)
    fake.url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield fake
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


def closed_address() -> str:
    """An address at which nobody listens."""
    import socket

    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return f"http://127.0.0.1:{found.getsockname()[1]}/v1"
