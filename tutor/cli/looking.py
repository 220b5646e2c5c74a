"""How `meno check` looks at many items: on all processors, telling a terminal how far it is."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import ExitStack, contextmanager
from functools import partial

from rich.console import Console
from rich.progress import Progress

from tutor.curriculum.check import Found, Looking
from tutor.curriculum.course import Course
from tutor.curriculum.source import Source

_MOST_PROCESSES = 8
_WORTH_IT = 20  # templates; for fewer, starting processes takes longer than they save


@contextmanager
def shared(course: Course | None, console: Console) -> Iterator[Looking]:
    """How a course's items are looked at: on all processors where they are many; a terminal is told how far it is."""
    sources = course.sources.values() if course else ()
    cores = min(os.cpu_count() or 1, _MOST_PROCESSES)
    # No thread of its own draws the line: processes are forked while it is there.
    with (
        Progress(console=console, transient=True, auto_refresh=False) as line,
        ExitStack() as open_,
    ):
        mapped: Callable[..., Iterable[list[Found]]] = map
        if cores > 1 and sum(one.templated for one in sources) >= _WORTH_IT:
            pool = open_.enter_context(ProcessPoolExecutor(cores))
            mapped = partial(pool.map, chunksize=4)

        def each(
            look: Callable[[Source], list[Found]], sources: Sequence[Source], /
        ) -> Iterator[list[Found]]:
            task = line.add_task(f"Checking {course.id if course else ''} …", total=len(sources))
            for found in mapped(look, sources):
                line.update(task, advance=1, refresh=True)
                yield found

        yield each
