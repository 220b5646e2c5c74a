"""What graders say where the course writes 0,5 for a half: values stand between semicolons. Pure."""

import re

# An example's values: “[2, 5)”, “[[1, 2], [3, 4]]”, “x = 2, y = 3”.
_BETWEEN = re.compile(r"(?<=[\d\]]), (?=[\d\[−-]|[a-z] = \d)")
_ALONE = re.compile(r"[(\[{]?\s*[-−]?\d+(?:,\d+)+\s*[)\]}]?[.!? ]*")
_ENDS = re.compile(r"(?<![\w(\[])([(\[]\s*[-−]?\d+),([-−]?\d+\s*[)\]])(?![\w)\]])")
SEPARATORS = {
    "Reply with all of them, separated by commas.": "Reply with all of them, separated by semicolons.",
    "Reply with all of them in order, separated by commas.": "Reply with all of them in order, separated by semicolons.",
    "Reply with every equation, separated by commas.": "Reply with every equation, separated by semicolons.",
    "I was looking for values separated by commas.": "I was looking for values separated by semicolons.",
    "Is that an interval? Give the values with commas, without brackets.": "Is that an interval? Give the values with semicolons, without brackets.",
    "Is that a point? Give the values with commas, without brackets.": "Is that a point? Give the values with semicolons, without brackets.",
}  # fmt: skip


def separators(text: str) -> str:
    """An English sentence about values with commas, about semicolons instead."""
    return SEPARATORS.get(text, text)


def examples(text: str) -> str:
    """A sentence in any language with the values of its examples between semicolons."""
    return _BETWEEN.sub("; ", text)


def one_or_several(response: str) -> bool:
    """Whether a response may be one decimal or several whole numbers: “2,5”."""
    return _ALONE.fullmatch(response.strip()) is not None


def ends(response: str) -> str:
    """“[2,5)” with its ends apart: an interval has two, so its only comma stands between them."""
    return response if re.search(r"[<>≤≥=]", response) else _ENDS.sub(r"\1;\2", response)
