"""What stands around every request: a bound on what comes in, and headers on what goes out."""

import re

from fastapi import HTTPException
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tutor.llm.attachment import MOST_PICTURE

MOST_BYTES = 64 * 1024  # of a body
MOST_UPLOAD = 200 * 1024 * 1024  # of a body with files, at the one kind of address that takes them
MOST_PHOTO = MOST_PICTURE + MOST_BYTES  # of a body with a photo of work
_PHOTOS = re.compile(r"/c/[^/]+/photo")
_UPLOADS = re.compile(r"/c/[^/]+/materials")

POLICY = "; ".join(
    (
        "default-src 'none'",
        "script-src 'self'",
        "style-src 'self'",
        "img-src 'self'",
        "connect-src 'self'",
        "form-action 'self'",
        "base-uri 'none'",
        "frame-ancestors 'none'",
    )
)
HEADERS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
}


class Guard:
    """Bounds bodies and adds security headers. `secure` adds strict transport security."""

    def __init__(self, app: ASGIApp, *, secure: bool = False) -> None:
        self._app = app
        self._headers = dict(HEADERS)
        if secure:
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, within bounds."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        said = Headers(scope=scope).get("content-length", "0")
        most = _most(scope["path"])
        too_big = said.isdigit() and int(said) > most
        taken = 0

        async def bounded() -> Message:
            nonlocal taken
            if too_big:
                raise _too_big()
            message = await receive()
            taken += len(message.get("body", b""))
            if taken > most:
                raise _too_big()
            return message

        async def guarded(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        await self._app(scope, bounded, guarded)


def _most(path: str) -> int:
    """How many bytes may come to an address."""
    if _UPLOADS.fullmatch(path):
        return MOST_UPLOAD
    return MOST_PHOTO if _PHOTOS.fullmatch(path) else MOST_BYTES


def _too_big() -> HTTPException:
    return HTTPException(413)
