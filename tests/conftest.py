"""What all tests share: those that drive real programs are tried again on a busy machine."""

from pathlib import Path

import pytest

HERE = Path(__file__).parent
# A real browser, killed processes and a polling bot wait for other programs: on a machine that is
# busy with something else one of them may come too late. Everything else must pass at once.
WITH_OTHER_PROGRAMS = (
    HERE / "web",
    HERE / "channels" / "telegram" / "test_polling.py",
    HERE / "contract" / "test_log_processes.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if any(item.path.is_relative_to(place) for place in WITH_OTHER_PROGRAMS):
            item.add_marker(pytest.mark.flaky(reruns=2))
