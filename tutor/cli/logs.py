"""Where log lines go: to standard error, one a line, without the values of variables."""

import sys


def logs_to_stderr(*, chatty: bool) -> None:
    """Log warnings, and with `chatty` what a running service does; never a learner's words.

    Tracebacks are plain: pretty ones print local variables, which could hold what somebody wrote.
    """
    import structlog

    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso"),
            structlog.dev.ConsoleRenderer(
                colors=sys.stderr.isatty(), exception_formatter=structlog.dev.plain_traceback
            ),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(20 if chatty else 30),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
    )
