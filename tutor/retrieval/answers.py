"""Which passage answers a question: a second look at what a search found, by what headings ask and texts say (pure).

A search knows which words are rare; a heading that asks knows what its text answers. A passage is worth what both say:
how far the search put it, how much of the question stands in it, how like its heading is to the question, and
whether it is asked for the same kind of thing (a person, a reason, how many). The shares were chosen on the questions
of `tests/data/asked/first.jsonl`.
"""

import math
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass

from tutor.ids import PassageId, SkillId
from tutor.retrieval.asking import kind_of, wordings
from tutor.retrieval.passage import Hit, Passage
from tutor.retrieval.questions import Questions
from tutor.retrieval.sentences import plain

MOST_KEPT = 4096  # passages whose words are remembered
UNHEARD = 3  # passages that a word of none is taken to be in
# What each look is worth; together 1.
_HEADING, _HELD, _KIND, _ASKS, _FOUND = 0.18, 0.36, 0.07, 0.03, 0.36
_HALF = 0.5  # for the kind of a heading that asks nothing
_LACKS = 0.05  # less where the question's rarest word that readings have is not in it
_GOES_ON_BARE = 0.3  # the same for a question of hardly a word of its own (“do i need it”)
_GOES_ON = (
    0.12  # more for a passage of the reading that was shown last, where a question goes on from it
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A passage that may answer. `worth` in 0–1; `held` is the share of the question that stands in it, `alike` how
    much its heading is the question; `telling` says that some word of both tells what is asked, `here` that it is of
    the reading that was shown last."""

    hit: Hit
    worth: float
    held: float
    alike: float
    telling: bool
    here: bool

    @property
    def skill(self) -> SkillId | None:
        """The skill that it is about first."""
        return next(iter(self.hit.passage.skills), None)

    @property
    def asks(self) -> bool:
        """Whether its heading is a question."""
        return bool(wordings(self.hit.passage.heading_path[-1]))


@dataclass(frozen=True, slots=True)
class _Known:
    """A passage's words: of each wording of its heading, and of all of it; and what the wordings ask for."""

    wordings: tuple[frozenset[str], ...]
    words: frozenset[str]
    title: frozenset[str]
    kinds: frozenset[str]


class Answers:
    """Ranks passages of a course for a question."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._known: OrderedDict[PassageId, _Known] = OrderedDict()

    def ranked(self, question: str, hits: Sequence[Hit], *, after: str = "") -> tuple[Answer, ...]:
        """The passages found, those first that answer a question best; one for each heading.

        `after` are title and heading of what was shown last, where the question goes on from it.
        """
        asked, kind = self._questions.read(question)
        context = self._questions.stems(after) if after else frozenset[str]()
        ranked = [self._weighed(hit, asked, kind, context, after) for hit in hits]
        ranked.sort(key=lambda one: -one.worth)
        best: dict[tuple[str, ...], Answer] = {}
        for one in ranked:
            best.setdefault(one.hit.passage.heading_path, one)
        return tuple(best.values())

    def _weighed(
        self, hit: Hit, asked: frozenset[str], kind: str, context: frozenset[str], after: str
    ) -> Answer:
        known = self._words_of(hit.passage)
        whole = self._weight(asked)
        held = self._weight(asked & known.words) / whole if whole else 0.0
        alike = max(
            (self._alike(asked, one, context) for one in known.wordings if one), default=0.0
        )
        asks = bool(known.kinds)
        fits = float(kind in known.kinds) if asks else _HALF
        worth = _HEADING * alike + _HELD * held + _KIND * fits + _ASKS * asks + _FOUND * hit.score
        here = bool(after) and after.startswith(hit.passage.heading_path[0])
        texts = self._questions.texts
        rarest = min((s for s in asked if texts[s]), key=lambda s: (texts[s], s), default="")
        lacks = rarest and rarest not in known.words | known.title
        goes_on = _GOES_ON if len(asked) > 1 else _GOES_ON_BARE
        return Answer(
            hit=hit, worth=worth + goes_on * here - _LACKS * bool(lacks), held=held, alike=alike,
            telling=any(map(self._questions.tells, asked & known.words)), here=here,
        )  # fmt: skip

    def _alike(
        self, asked: frozenset[str], wording: frozenset[str], context: frozenset[str]
    ) -> float:
        """How like a wording is to a question, in 0–1; what the question goes on from is not held against either."""
        both = self._weight(asked & wording)
        apart = self._weight(asked ^ wording) - self._weight((wording - asked) & context)
        return 2 * both / (2 * both + apart) if both else 0.0

    def _weight(self, stems: frozenset[str]) -> float:
        held, count = self._questions.texts, len(self._questions.passages)
        return sum(math.log(1 + (count + 1) / (held[stem] or UNHEARD)) for stem in stems)

    def _words_of(self, passage: Passage) -> _Known:
        if (known := self._known.get(passage.id)) is not None:
            self._known.move_to_end(passage.id)
            return known
        heading = passage.heading_path[-1]
        asking = wordings(heading)
        stems = self._questions.stems
        said = tuple(stems(one) for one in asking or (plain(heading),))
        known = _Known(
            wordings=said,
            words=stems(plain(passage.text)).union(*said),
            title=stems(passage.heading_path[0]),
            kinds=frozenset(map(kind_of, asking)),
        )
        self._known[passage.id] = known
        if len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        return known
