"""Connections for many slow streams at once: read as bytes come, without a hop for every piece.

The HTTP library's own network part, made for any event loop, takes a connection out of the loop's
list after every piece and puts it back for the next, under a cancel scope of its own: two thirds of
what a piece of a reply costs. This one speaks asyncio alone.
"""

# ruff: noqa: ASYNC109 — the time-outs are the library's signatures
import asyncio
import ssl
from collections.abc import Iterable
from typing import Any

import httpcore2

MOST_UNREAD = 256_000  # bytes; beyond it the sender has to wait


class Line(asyncio.Protocol):
    """The bytes of one connection that nobody has read yet."""

    def __init__(self) -> None:
        self._unread = bytearray()
        self._ended = False
        self._failure: Exception | None = None
        self._paused = False
        self._news: asyncio.Future[None] | None = None
        self._room = asyncio.Event()
        self._room.set()
        self.transport: asyncio.Transport | None = None

    @property
    def readable(self) -> bool:
        """Whether a read would return at once; between two replies that means: it is closed."""
        return self._ended or bool(self._unread)

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """See asyncio.Protocol; the same again when the connection is encrypted."""
        assert isinstance(transport, asyncio.Transport)
        self.transport = transport

    def data_received(self, data: bytes) -> None:
        """See asyncio.Protocol."""
        self._unread += data
        if len(self._unread) > MOST_UNREAD and not self._paused and self.transport is not None:
            self._paused = True
            self.transport.pause_reading()
        self._tell()

    def eof_received(self) -> bool:
        """See asyncio.Protocol."""
        self._ended = True
        self._tell()
        return False

    def connection_lost(self, exc: Exception | None) -> None:
        """See asyncio.Protocol."""
        self._ended, self._failure = True, exc
        self._room.set()
        self._tell()

    def pause_writing(self) -> None:
        """See asyncio.Protocol."""
        self._room.clear()

    def resume_writing(self) -> None:
        """See asyncio.Protocol."""
        self._room.set()

    async def read(self, most: int) -> bytes:
        """At most so many bytes, as soon as there are any; b"" at the end. Raises OSError."""
        if not self._unread and not self._ended:
            self._news = asyncio.get_running_loop().create_future()
            try:
                await self._news
            finally:
                self._news = None
        if self._unread:
            found = bytes(self._unread[:most])
            del self._unread[:most]
            if self._paused and self.transport is not None:
                self._paused = False
                self.transport.resume_reading()
            return found
        if self._failure is not None:
            raise ConnectionError(str(self._failure)) from self._failure
        return b""

    async def write(self, data: bytes) -> None:
        """Send, and wait while too much is on its way. Raises OSError."""
        if self.transport is None or self._ended or self.transport.is_closing():
            raise ConnectionError("The connection is closed.")
        self.transport.write(data)
        await self._room.wait()

    def _tell(self) -> None:
        if self._news is not None and not self._news.done():
            self._news.set_result(None)


class Stream(httpcore2.AsyncNetworkStream):
    """One connection as the HTTP library wants it."""

    def __init__(self, line: Line) -> None:
        self._line = line

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """See AsyncNetworkStream."""
        try:
            async with asyncio.timeout(timeout):
                return await self._line.read(max_bytes)
        except TimeoutError as late:
            raise httpcore2.ReadTimeout("No bytes came in time.") from late
        except OSError as failure:
            raise httpcore2.ReadError(str(failure)) from failure

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """See AsyncNetworkStream."""
        if not buffer:
            return
        try:
            async with asyncio.timeout(timeout):
                await self._line.write(buffer)
        except TimeoutError as late:
            raise httpcore2.WriteTimeout("Nobody took the bytes in time.") from late
        except OSError as failure:
            raise httpcore2.WriteError(str(failure)) from failure

    async def aclose(self) -> None:
        """See AsyncNetworkStream. Nothing is waited for: what was unsent is of no use any more."""
        if self._line.transport is not None:
            self._line.transport.abort()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """See AsyncNetworkStream."""
        loop, line = asyncio.get_running_loop(), self._line
        assert line.transport is not None
        try:
            async with asyncio.timeout(timeout):
                encrypted = await loop.start_tls(
                    line.transport, line, ssl_context, server_hostname=server_hostname
                )
        except TimeoutError as late:
            await self.aclose()
            raise httpcore2.ConnectTimeout("No encryption in time.") from late
        except (OSError, ssl.SSLError) as failure:
            await self.aclose()
            raise httpcore2.ConnectError(str(failure)) from failure
        if encrypted is None:
            raise httpcore2.ConnectError("The connection was closed before it was encrypted.")
        line.connection_made(encrypted)
        return self

    def get_extra_info(self, info: str) -> Any:
        """See AsyncNetworkStream."""
        transport = self._line.transport
        if info == "is_readable":
            return self._line.readable
        known = {"ssl_object": "ssl_object", "socket": "socket", "client_addr": "sockname", "server_addr": "peername"}  # fmt: skip
        return transport.get_extra_info(known[info]) if transport and info in known else None


class Backend(httpcore2.AsyncNetworkBackend):
    """Opens such connections."""

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """See AsyncNetworkBackend."""
        local = (local_address, 0) if local_address else None
        try:
            async with asyncio.timeout(timeout):
                transport, line = await asyncio.get_running_loop().create_connection(
                    Line, host, port, local_addr=local, happy_eyeballs_delay=0.25
                )
        except TimeoutError as late:
            raise httpcore2.ConnectTimeout("No connection in time.") from late
        except OSError as failure:
            raise httpcore2.ConnectError(str(failure)) from failure
        for option in socket_options or ():
            transport.get_extra_info("socket").setsockopt(*option)
        return Stream(line)

    async def sleep(self, seconds: float) -> None:
        """See AsyncNetworkBackend."""
        await asyncio.sleep(seconds)
