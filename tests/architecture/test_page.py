"""docs/architecture.md names places that exist."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "architecture.md").read_text(encoding="utf-8")
PLACE = re.compile(r"`([\w/]+(?:/|\.py))`")
UNDER = (ROOT, ROOT / "tutor", ROOT / "tutor" / "dialogue", ROOT / "tutor" / "learner_state", ROOT / "tutor" / "items" / "maths")  # fmt: skip


def test_every_place_on_the_page_exists() -> None:
    places = set(PLACE.findall(PAGE))
    assert len(places) > 20
    missing = {one for one in places if not any((here / one).exists() for here in UNDER)}
    assert not missing
