"""The bot's connection: its pools, its patience, and the pace that Telegram asks for."""

import logging
import ssl
from functools import lru_cache

import certifi
from telegram.ext import AIORateLimiter, ExtBot
from telegram.request import HTTPXRequest

RATE_TRIES = 4  # times that a call waits for as long as Telegram asks for


def connected_bot(token: str, base_url: str) -> ExtBot[int]:
    """A bot that is not initialised yet; it waits out every 429."""
    # At its usual level httpx logs every address it calls, and the bot's token is in it.
    logging.getLogger("httpx").setLevel(logging.WARNING)
    return ExtBot(
        token,
        base_url=base_url,
        base_file_url=f"{base_url.removesuffix('/bot')}/file/bot",
        request=_connection(64, 10.0),
        get_updates_request=_connection(1, 10.0),
        rate_limiter=AIORateLimiter(max_retries=RATE_TRIES),
    )


@lru_cache(maxsize=1)
def _trust() -> ssl.SSLContext:
    """Reading the certificates takes 50 ms of the event loop: once is enough."""
    return ssl.create_default_context(cafile=certifi.where())


def _connection(size: int, read: float) -> HTTPXRequest:
    """A pool of `size` connections; answers may take `read` seconds."""
    return HTTPXRequest(
        size, read_timeout=read, pool_timeout=30.0, httpx_kwargs={"verify": _trust()}
    )
