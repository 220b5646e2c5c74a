"""Tables of questions and answers (CSV, TSV): each question becomes a heading."""

import csv
import io

from tutor.errors import BadInput
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.readers._text import decoded, escaped, title_of

_ASKS = {"question", "questions", "prompt", "front", "term", "q", "frage", "pregunta", "вопрос"}
_ANSWERS = {"answer", "answers", "back", "definition", "response", "a", "antwort", "respuesta", "ответ"}  # fmt: skip
_MOST_ROWS = 50_000


def parse(content: bytes, name: str) -> ReadDocument:
    """Columns by their names where they have known ones, else the first two."""
    text = decoded(content, name)
    first = text.partition("\n")[0]
    separator = max("\t;,", key=first.count)
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=separator))
    except csv.Error as broken:
        raise BadInput(f"The table is damaged: {broken}.", where=name) from broken
    rows = [[cell.strip() for cell in row] for row in rows if any(cell.strip() for cell in row)]
    if not rows or len(rows) > _MOST_ROWS:
        problem = (
            "There is nothing in it." if not rows else f"It has more than {_MOST_ROWS:,} rows."
        )
        raise BadInput(problem, where=name)
    head = [cell.lower() for cell in rows[0]]
    ask = next((at for at, cell in enumerate(head) if cell in _ASKS), None)
    answer = next((at for at, cell in enumerate(head) if cell in _ANSWERS and at != ask), None)
    if ask is not None and answer is not None:
        rows = rows[1:]
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
