"""Server-sent events as providers send them: bytes in, the data of each whole event out. Pure."""

DONE = b"[DONE]"


class Events:
    """Cuts a stream into events, however its bytes come. Lines end with LF or CRLF."""

    def __init__(self) -> None:
        self._begun = b""  # a line whose end has not come
        self._data: list[bytes] = []  # lines of an event whose end has not come

    def feed(self, part: bytes) -> list[bytes]:
        """The data of the events that end in a part."""
        if b"\n" not in part:
            self._begun += part
            return []
        *lines, self._begun = (self._begun + part).split(b"\n")
        return [event for line in lines if (event := self._line(line)) is not None]

    def rest(self) -> bytes | None:
        """The data of an event that the stream's end cut off; None when there is none."""
        ended = self._line(self._begun) if self._begun.strip() else None
        self._begun = b""
        return ended if ended is not None else self._line(b"")

    def _line(self, line: bytes) -> bytes | None:
        """Take a line in; the event that it ends, if it ends one with data."""
        line = line.removesuffix(b"\r")
        if line:
            if line.startswith(b"data:"):
                self._data.append(line[5:].removeprefix(b" "))
            return None
        event, self._data = b"\n".join(self._data), []
        return event or None
