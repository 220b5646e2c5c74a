"""A bot in a process of its own that polls and never ends wording a reply: to be killed."""

import asyncio
import sys
from pathlib import Path

from tests.channels.telegram.telegram_school import Clock, SlowFor, opened_parts
from tutor.channels.telegram import TelegramChannel


async def main(folder: str, url: str) -> None:
    """Serve for ever over the database in the folder."""
    async with opened_parts(Path(folder), Clock(), url, False, SlowFor("Ana")) as (parts, _):
        channel = TelegramChannel(parts)
        await channel.start()
        await asyncio.Event().wait()


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
