"""Headings that a question names: a second look at the best passages of a search (pure).

A heading is a name that its author gave to what follows. How much of one a question says tells more
than how much of the question stands in it: “What is a gene?” names “Genes” whole and “Genes, cells and
organs of the body” in part. Words count by their rarity in the course.
"""

from collections.abc import Sequence
from dataclasses import replace

from tutor.retrieval.passage import Hit
from tutor.retrieval.view import View

BEST = 12  # passages that are looked at again; twenty find the same
_BY_WORDS = 0.1  # what a heading named whole adds to a score in 0–1
_WITH_MEANING = 0.06  # the same where words make six tenths of the score


def by_headings(hits: Sequence[Hit], text: str, view: View, *, meaning: bool) -> tuple[Hit, ...]:
    """The best hits in a new order, those first whose headings the question names; scores in 0–1.

    `hits` are the best first; `meaning` says whether it has part in their scores.
    """
    weight = _WITH_MEANING if meaning else _BY_WORDS
    asked = frozenset(view.content(text))
    named: dict[str, float] = {}
    best: list[Hit] = []
    for hit in hits[:BEST]:
        for heading in hit.passage.heading_path:
            if heading not in named:
                named[heading] = _share(heading, asked, view)
        most = max((named[one] for one in hit.passage.heading_path), default=0.0)
        best.append(replace(hit, score=(hit.score + weight * most) / (1 + weight)))
    best.sort(key=lambda hit: -hit.score)
    others = (replace(hit, score=hit.score / (1 + weight)) for hit in hits[BEST:])
    return (*best, *others)


def _share(heading: str, asked: frozenset[str], view: View) -> float:
    """The share in 0–1 of a heading's rarity that the words asked for make up."""
    stems = view.content(heading)
    if asked.isdisjoint(stems):
        return 0.0
    numbers, field = view.lines.numbers, view.fields.stems
    rarity = {stem: field.rarity(numbers.get(stem, -1)) for stem in stems}
    whole = sum(rarity.values())
    return sum(rarity[stem] for stem in rarity.keys() & asked) / whole if whole else 0.0
