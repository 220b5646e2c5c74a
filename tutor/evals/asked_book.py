"""A chapter of an outside textbook as the folder of a course, for `meno eval asked --courses FOLDER`.

`python -m tutor.evals.asked_book FOLDER` writes pages of the psychology book of `MENO_DATA` there: a reading and a
skill each, with an item that matters not, as when a teacher brings a chapter of one's own. The text stays outside the project.
"""

import gzip
import json
import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

COURSE = "psych-sleep-and-memory"
BOOK = "psych"
PAGES = (
    "Sleep and Why We Sleep",
    "Stages of Sleep",
    "Sleep Problems and Disorders",
    "How Memory Functions",
    "Problems with Memory",
    "Ways to Enhance Memory",
)


def write(data: Path, folder: Path) -> Path:
    """Write the course below `folder`; raises OSError where the book is absent."""
    root = folder / COURSE
    for name in ("readings", "items", "personas"):
        (root / name).mkdir(parents=True, exist_ok=True)
    corpus = data / "retrieval" / "openstax" / "corpus.jsonl.gz"
    with gzip.open(corpus, "rt", encoding="utf-8") as lines:
        found = {row["title"]: row for row in map(json.loads, lines) if row["book"] == BOOK}
    pages = [found[title] for title in PAGES]
    for page in pages:
        file = f"{page['title']}.md"
        (root / "readings" / file).write_text(reading(page), encoding="utf-8")
    skills = [{"id": _slug(page["title"]), "title": page["title"]} for page in pages]
    course = {"title": "Sleep and memory", "language": "en", "level": "Year 12", "skills": skills,
              "default_persona": "plain", "reading_age": 16}  # fmt: skip
    (root / "course.yaml").write_text(json.dumps(course), encoding="utf-8")
    for at, skill in enumerate(skills, start=1):
        item = {"id": f"hours-{at}", "type": "number", "prompt": f"How many minutes have {at} h?",
                "answer": str(60 * at), "hints": ["Look at a clock.", "An hour has sixty."]}  # fmt: skip
        items = json.dumps({"skill": skill["id"], "items": [item]})
        (root / "items" / f"{skill['id']}.yaml").write_text(items, encoding="utf-8")
    persona = json.dumps({"name": "Plain", "voice": "Plain and kind."})
    (root / "personas" / "plain.yaml").write_text(persona, encoding="utf-8")
    return root


def reading(page: Mapping[str, Any]) -> str:
    """A page as a reading: its paragraphs below the headings that they had."""
    parts = [f"---\ntitle: {page['title']}\nskills: [{_slug(page['title'])}]\n---", f"# {page['title']}"]  # fmt: skip
    for section in page["secs"]:
        if section["h"]:
            parts.append(f"{'#' * (len(section['h']) + 1)} {section['h'][-1]}")
        parts += section["p"]
    return "\n\n".join(parts) + "\n"


def _slug(title: str) -> str:
    return re.sub(r"\W+", "-", title.lower()).strip("-")


if __name__ == "__main__":
    print(write(Path(os.environ.get("MENO_DATA", "../shared/data")), Path(sys.argv[1])))
