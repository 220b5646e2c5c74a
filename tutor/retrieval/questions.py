"""The questions that a course's headings ask, and which of them a message asks in other words (pure).

A teacher's list of questions and answers, or the last section of a reading, answers in words that the question
does not have (“Who saw the first cell? Robert Hooke …”). So questions are compared with questions: by their
words, each counted by how few of the questions have it, and by what they ask for.
"""

import math
import re
from collections import Counter
from dataclasses import dataclass

from tutor.curriculum.course import Course
from tutor.ids import SkillId
from tutor.items.text.common_words import is_common
from tutor.retrieval.asking import kind_of, wordings
from tutor.retrieval.childs_words import alike, others_of, written_out
from tutor.retrieval.chunk import headings_of, passages_of
from tutor.retrieval.general_words import GENERAL_TEXT, SMALL_TEXT
from tutor.retrieval.language import analyser_of, fold
from tutor.retrieval.passage import Passage
from tutor.retrieval.relation import relation_of
from tutor.retrieval.sentences import plain
from tutor.retrieval.spelling import slips_between, slips_forgiven
from tutor.retrieval.terms import documents

ENOUGH = 0.72  # from which two questions ask the same; 1 is word for word
# Words of talk and of asking, which no two questions are alike for. Other small words stay: “for” and “while”
# are what a question about loops is about, “no” and “up” turn one round.
_OF_TALK_TEXT = """
    know think get got want need thing things stuff actually really even still like just basically exactly please one
    ones tho though bc something anything a an the i you u we they it its this that these those there my your our is are
    was were be been do does did can could will would should shall may might must has have had what whats what's wats
    how hows why whys who whos when where which whose so then of to at mean means meaning tell explain say says me
not dont don't cant can't cannot doesnt doesn't isnt isn't arent aren't wont won't didnt ever whenever get
    lol pls plz ok okay um hey hi different difference diff differ differences
"""
_OF_TALK = frozenset(_OF_TALK_TEXT.split())
# “==”, “%”, “!=” and “()” by themselves
_SIGN = re.compile(r"(?<![^\s(])(?:!=|\(\)|\[\]|\{\}|[^\w\s?.,!;:()¿¡]{1,2})(?![^\s?.,)])")
_CAMEL = re.compile(r"(?<=[a-z])(?=[A-Z])")  # “NameError” is a name error
# What is said of the lesson, the task or each other: one word in common with a question says little then.
_AT_HAND = re.compile(r"\b(?:i|you|u|we|it|this|that|these|them|me|my|your|here|one|set|still)\b")
# What is spoken of wherever one learns.
_AT_WORK_TEXT = """
    start begin first next letter stuck help hint answer question example word try right wrong mistake easy hard problem
    exercise task lesson read write draw think guess line step way show check look time minute day home school friend
    happen much many tell idea path right play game teacher class use do have get go make give take ask again finish end stop do leave eat order call run calculator paper trick rule thing know remember understand
"""
LEAST_MENDED, MOST_MENDED = 5, 4096  # letters of a word that is mended; words remembered
SPREAD = 0.12  # of the passages; a word that stands in more of them tells little of what is asked
COMMON = 12  # how many questions a word that none has is taken to be in
SOMEWHAT = 0.45  # from which a heading is worth a look
_OTHER_KIND = 0.3  # taken off where one asks for something of another kind


@dataclass(frozen=True, slots=True)
class _Asking:
    """One wording of a question: its heading, its stems without those that only ask, what it asks for, and
    the skills of the text that it heads."""

    heading: str
    stems: frozenset[str]
    kind: str
    skills: tuple[SkillId, ...]


class Questions:
    """The questions that the headings of a course's readings ask.

    `passages` are the readings', `texts` counts in how many of them each stem stands; `general` are the words that
    any question may have.
    """

    def __init__(self, course: Course) -> None:
        self._analyser = analyser_of(course.language)
        self._alike = alike(self._analyser)
        self._term_of = {
            fold(said): fold(term.term) for term in course.glossary for said in term.also
        }
        others = sorted(self._term_of, key=len, reverse=True)
        self._other_name = (
            re.compile(rf"\b(?:{'|'.join(map(re.escape, others))})\b") if others else None
        )
        asking = [
            (part, _Asking(heading.text, self.stems(part), kind_of(part), reading.skills))
            for reading, document in documents(course)
            for heading in headings_of(document)
            for part in wordings(heading.text)
        ]
        self._exactly = {_worded(part): one for part, one in asking}
        self._asked = [one for _, one in asking if one.stems]
        self._having: dict[str, list[_Asking]] = {}
        self._meant: dict[str, str] = {}  # a word → the one that it may be a slip of
        for one in self._asked:
            for stem in one.stems:
                self._having.setdefault(stem, []).append(one)
        self._held = Counter({stem: len(having) for stem, having in self._having.items()})
        self.passages = tuple(
            passage
            for reading, document in documents(course)
            for passage in passages_of(document, reading.skills)
        )
        self._raw = Counter(
            self._analyser.stem(word)
            for passage in self.passages
            for word in self._analyser.words(f"{passage.heading_path[-1]} {passage.text}").raw
        )
        self._at_work = self.stems(_AT_WORK_TEXT)
        self.general = self._at_work | self.stems(GENERAL_TEXT)
        self.general |= frozenset(map(self._analyser.stem, SMALL_TEXT.split()))
        names = [s.title for s in course.skills.values()]
        names += [said for term in course.glossary for said in (term.term, *term.also)]
        self._terms = self.stems(" . ".join(names))
        self.texts = Counter(
            stem
            for passage in self.passages
            for stem in self.stems(f"{passage.heading_path[-1]} {plain(passage.text)}")
        )

    def asked(
        self, text: str, hidden: frozenset[SkillId] = frozenset(), *, enough: float = ENOUGH
    ) -> str:
        """The heading that asks what a message asks; "" where none does, which is `enough` alike.

        None of a reading whose skills are all `hidden`.
        """
        same = self._exactly.get(_worded(text))
        if same is not None and not (same.skills and hidden.issuperset(same.skills)):
            return same.heading
        stems, kind = self.read(text)
        near = {id(one): one for stem in stems for one in self._having.get(stem, ())}
        at_hand = _AT_HAND.search(fold(text)) is not None
        best, most = "", enough
        for one in near.values():
            if one.skills and hidden.issuperset(one.skills):
                continue
            if self._of_another_thing(text, stems, one.stems) or (
                at_hand and len(stems & one.stems) < 2
            ):
                continue
            share = self._sameness(stems, kind, one.stems, one.kind)
            if share > most or (share == most and not best):
                best, most = one.heading, share
        return best

    def of_matter(self, text: str) -> bool:
        """Whether a message speaks of what the course is about: with a word of its terms, or two of what is asked."""
        stems = self.stems(text) - self._at_work
        named = any(stem in self._terms and self.tells(stem) for stem in stems)
        return named or sum(stem in self._held for stem in stems) > 1

    def is_named(self, stem: str) -> bool:
        """Whether a word is of a skill's title or a term, and tells what is asked."""
        return stem in self._terms and self.tells(stem)

    def tells(self, stem: str) -> bool:
        """Whether a word stands in so few passages that it tells what is asked."""
        return self.texts[stem] <= max(2.0, SPREAD * len(self.passages))

    def headed_like(self, text: str) -> tuple[tuple[Passage, float], ...]:
        """The passages below questions that are somewhat like a message, with how much in 0–1."""
        stems, kind = self.read(text)
        shares: dict[str, float] = {}
        for one in {id(one): one for s in stems for one in self._having.get(s, ())}.values():
            share = self._sameness(stems, kind, one.stems, one.kind)
            shares[one.heading] = max(share, shares.get(one.heading, 0.0))
        near = (p for p in self.passages if shares.get(p.heading_path[-1], 0.0) >= SOMEWHAT)
        return tuple((passage, shares[passage.heading_path[-1]]) for passage in near)

    def going_on(self, text: str, after: str) -> tuple[Passage, ...]:
        """The passages below questions that name what was shown (`after`: its title and heading) and have a word that a
        message adds to that (“do plants have them too”, after mitochondria)."""
        told = frozenset(filter(self.is_named, self.stems(after)))
        added = self.read(text)[0] - told
        headings = {
            one.heading for stem in added for one in self._having.get(stem, ()) if one.stems & told
        }
        return tuple(p for p in self.passages if p.heading_path[-1] in headings)

    def widened(self, text: str) -> str:
        """A message with the readings' own words beside those of its words that they do not have."""
        words = (word.strip("?!.,;:()") for word in written_out(text).split())
        more = dict.fromkeys(
            other
            for word in words
            if len(word) > 2 and not self._raw[self._analyser.stem(word)]
            for other in others_of(word)
            if self._raw[self._analyser.stem(other)]
        )
        return " ".join((text, *more))

    def same(self, text: str, heading: str) -> bool:
        """Whether any heading, such as one of an imported document, asks what a message asks."""
        stems, kind = self.read(text)
        return any(
            bool(parts := self.stems(part))
            and not self._of_another_thing(text, stems, parts)
            and self._sameness(stems, kind, parts, kind_of(part)) >= ENOUGH
            for part in wordings(heading)
        )

    def read(self, text: str) -> tuple[frozenset[str], str]:
        """A message's stems, slips mended, and what it asks for."""
        return frozenset(self._mended(stem) for stem in self.stems(text)), kind_of(text)

    def _of_another_thing(self, text: str, stems: frozenset[str], others: frozenset[str]) -> bool:
        """Whether each of two questions names something of the course that the other does not; where two things are
        compared, whether the other names but one of them."""
        named = bool((stems - others) & self._terms)
        return named and (bool((others - stems) & self._terms) or relation_of(text) == "contrast")

    def _sameness(
        self, stems: frozenset[str], kind: str, others: frozenset[str], other: str
    ) -> float:
        """How much two questions are the same, in 0–1."""
        share = self._share(stems, others)
        return share if kind == other else share - _OTHER_KIND

    def _share(self, first: frozenset[str], other: frozenset[str]) -> float:
        """Twice what both have, of all that they have (Dice 1945), each word by its rarity; in 0–1."""
        both = sum(self._rarity(stem) for stem in first & other)
        return 2 * both / sum(self._rarity(stem) for words in (first, other) for stem in words)

    def _rarity(self, stem: str) -> float:
        # A word that no question has says that another is asked: the more, the fewer of the texts have it. One
        # that nothing has is taken to be common talk.
        held = self._held[stem] or min(self.texts[stem] or COMMON, COMMON)
        return math.log(1 + (len(self._asked) + 1) / held)

    def stems(self, text: str) -> frozenset[str]:
        """The words of a text that questions are compared by, each as the word that stands for it."""
        plainly = _said_plainly(written_out(_CAMEL.sub(" ", text)))
        if self._other_name is not None:  # “the bottom number” is the denominator
            plainly = self._other_name.sub(lambda found: self._term_of[found[0]], plainly)
        words = self._analyser.words(plainly)
        signs = frozenset(_SIGN.findall(text))
        stems = map(self._analyser.stem, words.raw) if self._analyser.base == "en" else words.stems
        return signs | frozenset(self._alike.get(stem, stem) for stem in stems)

    def _mended(self, stem: str) -> str:
        """The readings' own word that a misspelt one may be; looked for once."""
        if stem in self.texts or len(stem) < LEAST_MENDED or is_common(stem, self._analyser.base):
            return stem
        if stem not in self._meant:
            if len(self._meant) >= MOST_MENDED:
                self._meant.clear()
            self._meant[stem] = self._nearest(stem)
        return self._meant[stem]

    def _nearest(self, stem: str) -> str:
        most = slips_forgiven(stem)
        slips = (
            (found, other)
            for other in self.texts
            if other[0] == stem[0]  # hardly anybody misses the first letter
            and abs(len(other) - len(stem)) <= most
            and (found := slips_between(stem, other, most)) is not None
        )
        return min(slips, default=(0, stem))[1]


def _worded(text: str) -> str:
    """A question word for word, without its marks."""
    return " ".join(word.strip("?!.,;:¿¡") for word in written_out(text).split())


def _said_plainly(text: str) -> str:
    """A question without words of talk; "" where nothing else is in it."""
    return " ".join(word for word in fold(text).split() if word.strip("?!.,") not in _OF_TALK)
