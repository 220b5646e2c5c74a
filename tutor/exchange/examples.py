"""Worked examples that ask something and come to a number: “A cyclist covers 150 m in 25 s. What is …? … = 6 m/s.”"""

import re
from collections.abc import Iterator

from tutor.exchange.markdown import HEADING, outside, plainly

_BEGINS = re.compile(
    r"^(?:\*\*|__)?(?:worked\s+)?example(?:\s+\d[\d.]*)?\s*[.:–—-]?\s*(?:\*\*|__)?\s*[.:–—-]?\s*(?P<asked>.*)$",
    re.I,
)
_RESULT = re.compile(
    r"=\s*(?P<number>-?\d[\d,]*(?:\.\d+)?)\s*(?P<unit>[^\s\d=.,;()]{1,8})?\s*[.;]?\s*$"
)
_MOST = 12  # lines of an example
_UNITS = re.compile(
    r"(?:k|m|c|µ)?(?:m|g|s|h|l|L|N|J|W|V|A|Hz|Pa|mol|K|min|°C)[²³]?(?:[/·](?:k|m|c)?(?:m|s|h|g|l|L|min|mol|kg)[²³]?)?"
)


def worked(text: str) -> Iterator[tuple[str, str, str]]:
    """Of each example its question, the number of its last result, and the unit, "" where it has none."""
    asked, lines = "", list[str]()
    for line in [*(line for _, line in outside(text.splitlines())), "# "]:
        begins = _BEGINS.match(line.strip())
        if begins or HEADING.match(line) or line == "# ":
            if asked and (found := _result(lines)):
                yield asked, *found
            asked, lines = "", []
        if begins:
            question, _, rest = plainly(begins["asked"]).rpartition("?")
            asked, lines = (f"{question}?" if question else ""), [rest]
        elif asked and len(lines) < _MOST:
            lines.append(line)


def _result(lines: list[str]) -> tuple[str, str] | None:
    """The last “= 6 m/s” of the lines."""
    for line in reversed(lines):
        found = _RESULT.search(plainly(line.replace("$", " ")).replace("  ", " "))
        if found:
            unit = found["unit"] or ""
            known = _UNITS.fullmatch(unit)
            return (found["number"].replace(",", ""), unit) if known or not unit else None
    return None
