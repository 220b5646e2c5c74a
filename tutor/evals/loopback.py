"""A provider on this machine for measuring: it speaks OpenAI's streaming protocol, slowly and well.

`python -m tutor.evals.loopback SECONDS` prints its address and answers every request with the
wording that the prompt asks it to keep, in pieces spread over so many seconds.
"""

import asyncio
import contextlib
import json
import sys
from typing import Any

from tutor.llm.scripted import KEEP

PIECES = 40
END = b"data: [DONE]\n\n"


def _said(body: dict[str, Any]) -> str:
    text = "\n".join(str(message.get("content", "")) for message in body.get("messages", []))
    found = KEEP.search(text)
    return found[1] if found else "Let us look at it together."


def _frame(piece: str) -> bytes:
    choice = {"index": 0, "delta": {"content": piece}, "finish_reason": None}
    body = {
        "id": "x",
        "object": "chat.completion.chunk",
        "created": 0,
        "model": "loopback",
        "choices": [choice],
    }
    return b"data: " + json.dumps(body).encode() + b"\n\n"


class Loopback:
    """The server; one reply takes `seconds`."""

    def __init__(self, seconds: float) -> None:
        self._seconds = seconds

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        """Answer the requests of one connection."""
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = (await reader.readuntil(b"\r\n\r\n")).decode("latin-1").lower()
            length = next(
                (
                    int(line.split(":")[1])
                    for line in head.split("\r\n")
                    if line.startswith("content-length:")
                ),
                0,
            )
            await self._stream(writer, _said(json.loads(await reader.readexactly(length) or b"{}")))
        writer.close()

    async def _stream(self, writer: asyncio.StreamWriter, said: str) -> None:
        writer.write(
            b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"
        )
        size = max(1, -(-len(said) // PIECES))
        for start in range(0, len(said), size):
            writer.write(_frame(said[start : start + size]))
            await writer.drain()
            await asyncio.sleep(self._seconds / PIECES)
        writer.write(END)
        await writer.drain()


async def _run(seconds: float) -> None:
    server = await asyncio.start_server(Loopback(seconds).serve, "127.0.0.1", 0, backlog=512)
    print(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1", flush=True)
    async with server:
        await server.serve_forever()


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        asyncio.run(_run(float(sys.argv[1])))
