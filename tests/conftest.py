"""What all tests share: slow files begin first, and those that drive real programs are tried again."""

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
# Files go to the workers whole and in this order (`--no-loadscope-reorder`): where the slow ones
# come last, one worker has nothing left to do while the other is busy with them.
SLOW_FIRST = (
    HERE / "web",
    HERE / "unit" / "cli",
    HERE / "contract",
    HERE / "channels",
    HERE / "rules",
    HERE / "unit" / "evals",
    HERE / "transcripts",
)


def _turn(item: pytest.Item) -> int:
    places = enumerate(SLOW_FIRST)
    return next((at for at, place in places if item.path.is_relative_to(place)), len(SLOW_FIRST))


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    items.sort(key=_turn)  # stable: the tests of a file stay together and in order
    for item in items:
        if any(item.path.is_relative_to(place) for place in WITH_OTHER_PROGRAMS):
            item.add_marker(pytest.mark.flaky(reruns=2))
