"""A small valid course to begin from: what `meno course new` writes."""

import json
import re
import unicodedata
from collections.abc import Mapping

import yaml

from tutor.curriculum.json_schema import json_schema
from tutor.curriculum.kinds import Kind

_HINT = "# yaml-language-server: $schema={}.schemas/{}.schema.json\n"


def starter(title: str, *, language: str = "en", level: str = "") -> Mapping[str, str]:
    """Texts of the files by their paths; the course passes `meno check` and is there to be replaced."""
    head = {"title": title, "level": level, "language": language}
    return {
        "course.yaml": _HINT.format("", Kind.COURSE) + written(head) + _COURSE,
        "items/first-skill.yaml": _HINT.format("../", Kind.ITEM) + _ITEMS,
        "readings/first-skill.md": _READING,
        "personas/patient-guide.yaml": _HINT.format("../", Kind.PERSONA) + persona(language),
        **{f".schemas/{kind}.schema.json": schema_text(kind) for kind in Kind},
    }


def persona(language: str = "en") -> str:
    """The text of a plain persona's file."""
    voice = "Warm, plain, unhurried. Asks before telling."
    return written({"name": "Patient guide", "voice": voice, "language": language})


def schema_text(kind: Kind) -> str:
    """A schema as the text of its file."""
    return json.dumps(json_schema(kind), indent=1, ensure_ascii=False) + "\n"


def written(value: object) -> str:
    """A value as YAML, keys in their order, texts in their own alphabet."""
    return yaml.safe_dump(value, sort_keys=False, allow_unicode=True, width=100)


def slug(text: str, *, otherwise: str = "skill") -> str:
    """A name for files and ids made of a title: "Cell parts!" becomes "cell-parts"."""
    plain = unicodedata.normalize("NFKD", text.lower()).encode("ascii", "ignore").decode()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:60].strip("-") or otherwise


_COURSE = """\
description: Say in a sentence what is learnt here.
default_persona: patient-guide
skills:                       # in teaching order; each needs items, and a reading is wanted
  - id: first-skill
    title: First skill
    objective: Say what a learner can do afterwards.
    requires: []
misconceptions: []
glossary: []
"""

_ITEMS = """\
skill: first-skill
items:                        # types and their fields: docs/items.md
  - id: first-skill-01
    type: number
    difficulty: easy
    prompt: What is $2 + 3$?
    answer: 5
    hints:
      - Start at 2 and count on.
      - Count on three times from 2, one finger for each.
      - After 2 come 3, 4 and 5, so the answer is 5.
"""

_READING = """\
---
title: First skill
skills: [first-skill]
---
# First skill

Write what the tutor may explain and cite. Headings cut a reading into sections.
"""
