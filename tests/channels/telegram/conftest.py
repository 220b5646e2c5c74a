"""A school with a bot that takes updates by webhook."""

import pytest

from tests.channels.telegram.telegram_school import school


@pytest.fixture
async def at_school(tmp_path):
    """The school, its bot started."""
    async with school(tmp_path) as made:
        yield made
