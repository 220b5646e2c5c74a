"""Which passage answers a question: a second look at what a search found, by what headings ask and texts say (pure).

A search knows which words are rare; a heading that asks knows what its text answers. The asked thing and what is
asked of it must both be there: a passage is worth how like its heading is to the question, how much of the question
stands in it, whether the heading asks the same of it, and, where a question goes on, whether it stands beside what was
shown last. The shares are those of a ranking by words (softmax over the passages of a question) and of a
logistic regression of the first being right, fitted to `tests/data/asked`, `first` to `third`.
"""

import math
import re
from collections import OrderedDict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from tutor.ids import PassageId, SkillId
from tutor.retrieval.asking import answer_below, wordings
from tutor.retrieval.followup import place_of
from tutor.retrieval.passage import Hit, Passage
from tutor.retrieval.questions import Questions
from tutor.retrieval.relation import defined_in, fits, relation_of
from tutor.retrieval.sentences import plain

MOST_KEPT = 4096  # passages whose words are remembered
UNHEARD = 3  # passages that a word of none is taken to be in
# What each look is worth.
_ALIKE, _NAMED, _WITH_CONTEXT, _HELD, _BEGINS, _FOUND = 1.89, 1.07, 2.57, 1.64, 0.31, 2.8
_SAME_ASKED, _OTHER_ASKED, _LACKS = 1.32, -0.72, -2.83
_HERE = 4.4  # for a passage of the reading that was shown last, where a question goes on from it
_ASIDE, _OPENING = -0.51, -1.52  # for slips, trials and asides; for how a reading begins
_ASIDES = re.compile(r"Common|Try it|Did you|An everyday")
_BEGINNING_WORDS = 40
_BOLD = re.compile(r"\*\*(.+?)\*\*")
_SUBJECT = re.compile(  # what a sentence begins by saying something of: “A gene is …”
    (
        r"(?:^|(?<=[.!?:]\s)|(?<=\n))(?:an? |the )?([^\W\d_][\w' -]{1,60}?) "
        r"(?:is|are|was|were|has|have|means|refers to|consists? of)\b"
    ),
    re.IGNORECASE,
)
# How surely the first one is right.
_SURE, _WORTH, _AHEAD, _UNKNOWN, _MISSES, _LIKE, _HOLDS = -2.55, 0.26, 0.39, -1.62, 1.07, 0.52, 0.81
_GOES_ON, _NAMES, _ONE_WORD, _ALONE = -0.31, 0.11, -0.84, 5.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """A passage that may answer. `worth` compares it with the others; `sure` is the chance in 0–1 that it is right, as
    the first of them; `alike` says how much its heading is the question, in 0–1; `about` that the asked
    thing is in it, `misses` which share of the question's own words is not, `telling` that some word of both tells what is asked, `here` that it is of the
    reading that was shown last, `linked` that its heading names what the question, or what it goes on from, names; `joins` that it
    names what the question goes on from and has a word that the question adds; `heads` that it names every term that is asked about, and asks what may answer; `shares` that it
    has a word of the question, or of what it goes on from, that is not of talk."""

    hit: Hit
    worth: float
    alike: float
    held: float
    lacks: float
    about: bool
    misses: float
    telling: bool
    here: bool
    linked: bool = True
    heads: bool = False
    shares: bool = True
    joins: bool = False
    sure: float = 0.0

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
    """A passage's words: of each wording of its heading, of all of it, of its title, of its first sentence, of what it
    says in bold, of what its sentences begin by speaking of; and what the wordings ask."""

    wordings: tuple[frozenset[str], ...]
    words: frozenset[str]
    title: frozenset[str]
    begins: frozenset[str]
    bold: frozenset[str]
    subjects: tuple[frozenset[str], ...]
    relations: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question: its words, what it asks, the words of what it goes on from, those of them that name something of the
    course, and what it asks the meaning of."""

    stems: frozenset[str]
    relation: str
    context: frozenset[str]
    told: frozenset[str]
    after: str
    defined: frozenset[str]


class Answers:
    """Ranks passages of a course for a question."""

    def __init__(self, questions: Questions) -> None:
        self._questions = questions
        self._joins_words = questions.stems("and between or than with from same difference")
        self._known: OrderedDict[PassageId, _Known] = OrderedDict()

    def ranked(self, question: str, hits: Sequence[Hit], *, after: str = "") -> tuple[Answer, ...]:
        """The passages found, those first that answer a question best; one for each heading.

        `after` are title and heading of what was shown last, where the question goes on from it.
        """
        asked = self._read(question, after)
        seen = after if asked.stems else ""  # a bare “why” may be answered there again
        weighed = (self._weighed(hit, asked) for hit in hits)
        compares = asked.relation == "contrast"  # what was shown may tell the two apart
        fresh = (
            one
            for one in weighed
            if not seen
            or place_of(one.hit.passage.heading_path) != seen
            or (compares and one.joins)
        )
        ranked = sorted(fresh, key=lambda one: -one.worth)
        if ranked and not ranked[0].about:  # a bracket that is forgotten is no answer to a colon
            ranked.sort(key=lambda one: not (one.about and self._fits(one, asked)))
        best: dict[tuple[str, ...], Answer] = {}
        for one in ranked:
            best.setdefault(one.hit.passage.heading_path, one)
        first, *others = (*best.values(),) or (None,)
        if first is None:
            return ()
        rivals = [one for one in others if one.worth <= first.worth]
        ahead = first.worth - rivals[0].worth if rivals else _ALONE
        return (replace(first, sure=self._sureness(first, ahead, asked)), *others)

    def _read(self, question: str, after: str) -> _Asked:
        stems, _ = self._questions.read(question)
        relation = relation_of(question)
        told = frozenset(filter(self._questions.is_named, self._questions.stems(after)))
        if after and relation == "contrast":  # “so its the same as x?”: with what was shown
            stems -= self._questions.stems("same")
            stems |= told
            after = ""
        return _Asked(
            stems=stems,
            relation=relation,
            context=self._questions.stems(after) if after else frozenset(),
            told=told,
            after=after,
            defined=self._questions.read(defined_in(question))[0],
        )

    def _weighed(self, hit: Hit, asked: _Asked) -> Answer:
        known = self._words_of(hit.passage)
        stems, whole = asked.stems, self._weight(asked.stems) or 1.0
        alike, named = max((self._alike(asked, one) for one in known.wordings), default=(0.0, 0.0))
        lacking = {s for s in stems if self._questions.texts[s]} - known.words - known.title
        general = self._questions.general
        missing = stems - general - known.words - known.title
        held, lacks = self._weight(stems & known.words) / whole, self._weight(lacking) / whole
        here = bool(asked.after) and asked.after.startswith(hit.passage.heading_path[0])
        worth = _ALIKE * alike + _NAMED * named + _HELD * held + _FOUND * hit.score + _LACKS * lacks
        worth += _BEGINS * self._weight(stems & known.begins) / whole + _HERE * here
        worth += _WITH_CONTEXT * self._on_from(asked, known)
        if known.relations and asked.relation in known.relations:
            worth += _SAME_ASKED
        elif known.relations and not any(fits(asked.relation, one) for one in known.relations):
            worth += _OTHER_ASKED
        missed = self._weight(missing) / (self._weight(stems - general) or 1.0)
        worth += _ASIDE * bool(_ASIDES.match(hit.passage.heading_path[-1]))
        worth += _OPENING * (len(hit.passage.heading_path) == 1)
        return Answer(
            hit=hit, worth=worth, alike=alike, held=held, lacks=lacks,
            about=self._about(asked, missing, known),
            misses=missed,
            telling=any(map(self._questions.tells, stems & known.words)), here=here,
            shares=bool(frozenset().union(*known.wordings) & (stems | asked.context) - general - self._joins_words),
            heads=self._heads(asked, known),
            joins=any(self._joins(one, asked) for one in known.wordings),
            linked=any(map(self._questions.is_named, frozenset().union(*known.wordings) & (stems | asked.context))),
        )  # fmt: skip

    def _fits(self, one: Answer, asked: _Asked) -> bool:
        """Whether a passage's heading asks what may answer the question."""
        return any(fits(asked.relation, it) for it in self._words_of(one.hit.passage).relations)

    def _heads(self, asked: _Asked, known: _Known) -> bool:
        """Whether a passage's heading names each term that is asked about, and asks what may answer the question."""
        named = frozenset(filter(self._questions.is_named, asked.stems))
        fit = any(fits(asked.relation, one) for one in known.relations)
        return bool(named) and fit and any(named <= wording for wording in known.wordings)

    def _joins(self, wording: frozenset[str], asked: _Asked) -> bool:
        """Whether a wording names what a question goes on from, and has a word that it adds to that."""
        return bool(wording & asked.told) and bool(wording & (asked.stems - asked.told))

    def _about(self, asked: _Asked, missing: frozenset[str], known: _Known) -> bool:
        """Whether the asked thing is there: what is to be defined, and each term of the course that is asked about."""
        if asked.defined and not asked.context:
            said = (*known.wordings, known.bold, *known.subjects)
            if not any(asked.defined <= words for words in said):
                return False
        return not any(map(self._questions.is_named, missing))

    def _sureness(self, first: Answer, ahead: float, asked: _Asked) -> float:
        """The chance that the first passage answers, in 0–1."""
        stems = asked.stems
        _, named = max(
            (self._alike(asked, one) for one in self._words_of(first.hit.passage).wordings),
            default=(0.0, 0.0),
        )
        said = _SURE + _WORTH * first.worth + _AHEAD * ahead + _UNKNOWN * self._unknown(stems)
        said += _MISSES * first.lacks + _LIKE * first.alike + _HOLDS * first.held
        said += _GOES_ON * bool(asked.after) + _NAMES * named + _ONE_WORD * (len(stems) == 1)
        return 1 / (1 + math.exp(-said))

    def _unknown(self, stems: frozenset[str]) -> float:
        """The share of a question's words that no passage has, in 0–1."""
        unknown = frozenset(s for s in stems if not self._questions.texts[s])
        return self._weight(unknown) / (self._weight(stems) or 1.0)

    def _alike(self, asked: _Asked, wording: frozenset[str]) -> tuple[float, float]:
        """How like a wording is to a question, and how much of it that says, in 0–1; what the question goes on from is
        not held against either."""
        stems = asked.stems
        both = self._weight(stems & wording)
        if not both:
            return 0.0, 0.0
        apart = self._weight(stems ^ wording) - self._weight((wording - stems) & asked.context)
        return 2 * both / (2 * both + apart), both / self._weight(wording)

    def _on_from(self, asked: _Asked, known: _Known) -> float:
        """How much of a wording is what the question goes on from, in 0–1."""
        weigh = self._weight
        shares = (weigh(w & asked.context) / weigh(w) for w in known.wordings if w)
        return max(shares, default=0.0) if asked.context else 0.0

    def _weight(self, stems: frozenset[str] | set[str]) -> float:
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
        begins = answer_below(passage, 1, _BEGINNING_WORDS)
        known = _Known(
            wordings=said,
            words=stems(plain(passage.text)).union(*said),
            title=stems(passage.heading_path[0]),
            begins=stems(plain(" ".join(begins))),
            bold=stems(" . ".join(_BOLD.findall(passage.text))),
            subjects=tuple(map(stems, _SUBJECT.findall(plain(passage.text)))),
            relations=frozenset(map(relation_of, asking)),
        )
        self._known[passage.id] = known
        if len(self._known) > MOST_KEPT:
            self._known.popitem(last=False)
        return known
