"""Tables (CSV, TSV): of questions and answers, where each question becomes a heading, or of facts."""

import csv
import io
import re

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._markdown import table
from tutor.retrieval.readers._text import decoded, escaped, title_of

_ASKS = {"question", "questions", "prompt", "front", "term", "q", "frage", "pregunta", "вопрос"}
_ANSWERS = {"answer", "answers", "back", "definition", "response", "a", "antwort", "respuesta", "ответ"}  # fmt: skip
_MOST_ROWS = 50_000
_TOGETHER = 20  # rows of one table: its head stands above each
_SEPARATOR = re.compile(r"sep=([\t;,|])\s*\n")


def parse(content: bytes, name: str) -> ReadDocument:
    """Columns by their names where they have known ones, else the first two."""
    text = decoded(content, name)
    said = _SEPARATOR.match(text)  # as Excel writes it
    text = text[said.end() :] if said else text
    first = text.partition("\n")[0]
    separator = said[1] if said else max("\t;,", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as broken:
        raise BadInput(f"The table is damaged: {broken}.", where=name) from broken
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not rows or len(rows) > _MOST_ROWS:
        problem = (
            "There is nothing in it." if not rows else f"It has more than {_MOST_ROWS:,} rows."
        )
        raise BadInput(problem, where=name, do="Cut it into several files." if rows else "")
    head = [cell.lower() for cell in rows[0]]
    ask = next((at for at, cell in enumerate(head) if cell in _ASKS), None)
    answer = next((at for at, cell in enumerate(head) if cell in _ANSWERS and at != ask), None)
    if ask is not None and answer is not None:
        rows = rows[1:]
    elif min(map(len, rows)) > 2:  # no questions and answers, but facts in columns
        return ReadDocument(title=title_of(name), text="\n\n".join(_table(rows)) + "\n")
    else:
        ask, answer = 0, 1
    pairs = [(row[ask], row[answer]) for row in rows if len(row) > max(ask, answer)]
    made = [
        f"## {' '.join(question.split())}\n\n"
        + "\n".join(escaped(one) for one in reply.splitlines())
        for question, reply in pairs
        if question and reply
    ]
    lost = len(rows) - len(made)
    warnings = (f"{lost} rows without question or answer were left out.",) if lost else ()
    return ReadDocument(title=title_of(name), text="\n\n".join(made) + "\n", warnings=warnings)


def _table(rows: list[list[str]]) -> list[str]:
    """The table in parts, each with the names of its columns."""
    head, *facts = [[" ".join(cell.split()).replace("|", r"\|") for cell in row] for row in rows]
    return [
        part
        for at in range(0, max(len(facts), 1), _TOGETHER)
        for part in table([head, *facts[at : at + _TOGETHER]])
    ]
