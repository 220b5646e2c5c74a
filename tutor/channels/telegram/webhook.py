"""The webhook's route: Telegram's updates come in by HTTP, with the secret that we told it."""

import json

from fastapi import APIRouter, Request
from fastapi.responses import PlainTextResponse, Response
from telegram.error import TelegramError

from tutor.channels.telegram.channel import WEBHOOK_PATH, TelegramChannel
from tutor.errors import BadInput, NotAllowed, NotFound

LARGEST = 1_000_000  # bytes of an update
SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - the header's name


def webhook_router(channel: TelegramChannel) -> APIRouter:
    """The route that Telegram posts updates to."""
    routes = APIRouter()

    @routes.post(WEBHOOK_PATH)
    async def update(request: Request) -> Response:
        body = bytearray()
        async for piece in request.stream():
            body += piece
            if len(body) > LARGEST:
                return PlainTextResponse("The update is too large.", 413)
        try:
            await channel.process(_read(bytes(body)), request.headers.get(SECRET))
        except NotFound as error:
            return PlainTextResponse(str(error), 404)
        except NotAllowed as error:
            return PlainTextResponse(str(error), 403)
        except BadInput as error:
            return PlainTextResponse(str(error), 400)
        except TelegramError:
            return PlainTextResponse("Telegram was not reached; deliver it again.", 503)
        return PlainTextResponse("ok")

    return routes


def _read(body: bytes) -> dict[str, object]:
    try:
        read = json.loads(body)
    except (ValueError, RecursionError) as error:
        raise BadInput("The update is no JSON.") from error
    if not isinstance(read, dict):
        raise BadInput("The update is no object.")
    return read
