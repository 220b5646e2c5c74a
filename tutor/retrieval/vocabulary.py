"""The course's vocabulary: what a message of one to three words names, typos and all (pure)."""

import math
import re
from collections import Counter

from tutor.curriculum.course import Course
from tutor.ids import MisconceptionId, SkillId
from tutor.retrieval.language import Analyser, fold
from tutor.retrieval.likeness import Name, a_slip_away, likeness
from tutor.retrieval.spelling import slips_forgiven
from tutor.retrieval.terms import TermKind, TermMatch, entries, own_words, scored

__all__ = ["TermKind", "TermMatch", "Vocabulary"]

SMALL_WORDS = 0.06  # taken off where a message's small words differ from the term's
LONGEST = 3  # words of content beyond which a message is a question, not a term
MOST_LOOKED_UP = 4096  # words of messages whose likely meaning is remembered
NAMED = 0.5  # how surely a skill or term must be named, for headings to stand back
BESIDE_NAMES = 0.4  # how far they do
FORESEEN = 0.25  # what a claim gains on a wrong idea that the open item foresees
LEAST_OF_IDEA = 2  # words of content that a claim must have to be held against wrong ideas
# Ways of asking for a term; they are taken off before looking.
_ASKING = re.compile(
    r"^(?:(?:hi|hey|hello|ok|so|um|pls|please|and|but)\b[\s,]*)*"
    r"(?:(?:can|could) (?:you|u) )?(?:please )?teach me"
    r"(?: about| some| how to (?:do|use|make|write))?|"
    r"(?:what(?: even| exactly| actually| really)?(?:'?s| is| are| was| were| does| do)?"
    r"(?: even| exactly| actually| really)?|define|explain|describe|who is|tell me about|"
    r"how about|what about|meaning of|definition of|i don'?t (?:get|understand)|help (?:me )?with)\b\s*"
    r"|\b(?:pls|please|again|mean|means|meaning|definition|idk)\b|[?!.,;:“”\"]+"
)


# What stands for something said before (“and an improper one?”, “the bottom number thing”), and names nothing.
_STANDS_FOR = re.compile(r"(?<=\w)\s+(?:ones?|things?|stuff)\b(?=[\s?!.,]*$)")
_PRONOUN = re.compile(
    r"\b(which|this|that|each|another|every|what|no|(?:the )?(?:first|last|other|same|right|wrong)) ones?\b"
)
# Words of talk that some skill's text may happen to have.
_OF_TALK = frozenset(
    ["need", "want", "get", "got", "know", "think", "tell", "thing", "things", "stuff", "way", "actually", "really", "even", "still", "one", "ones", "like", "use", "too"]
)  # fmt: skip
_SIGNS = re.compile(r"(?<![^\s\w])[^\s\w.,;:!?'\"()]{1,3}(?![^\s\w?.,!])|(?<!\S)!=(?!\S)")
_QUESTIONS = frozenset(
    ["how", "what", "when", "where", "which", "who", "why", "it", "this", "that", "i"]
)


class Vocabulary:
    """Skill titles, aliases, glossary terms and headings of one course."""

    def __init__(self, course: Course) -> None:
        self._analyser = Analyser(course.language)
        self._names = tuple(
            self._name(said, match) for said, match in entries(course) if said.strip()
        )
        # Each word of a name once, by its length and with its letters: what a learner's word is compared with.
        self._lexicon: dict[int, list[tuple[str, frozenset[str]]]] = {}
        for word in dict.fromkeys(word for name in self._names for word in name.words):
            self._lexicon.setdefault(len(word), []).append((word, frozenset(word)))
        self._looked_up: dict[str, frozenset[str]] = {}
        self._long_as: dict[int, list[int]] = {}  # a length → the names that are so long
        for at, name in enumerate(self._names):
            self._long_as.setdefault(len(name.said), []).append(at)
        self._having: dict[str, list[int]] = {}  # a word, or "=" and a stem → its names
        for at, name in enumerate(self._names):
            for part in {*name.words, *(f"={stem}" for stem in name.stems)}:
                self._having.setdefault(part, []).append(at)
        self._own = own_words(course, self._analyser)
        self._held = Counter(stem for own in self._own.values() for stem in own)
        self._ideas = {
            one.id: frozenset(self._analyser.content(f"{one.name} {one.says}"))
            for one in course.misconceptions.values()
        }
        self._whole_of: dict[tuple[TermKind, str], frozenset[str]] = {}
        for name in self._names:
            key = (name.match.kind, name.match.term)
            self._whole_of[key] = self._whole_of.get(key, frozenset()) | name.whole

    def match(self, text: str, *, most: int = 4) -> tuple[TermMatch, ...]:
        """What a short message names, best first, one match per term; a longer one must be a name itself."""
        folded = _STANDS_FOR.sub("", fold(text))
        asked = " ".join(_ASKING.sub(" ", folded.replace("’", "'")).split()) or folded
        words = self._analyser.words(asked)
        stems, spoken = frozenset(words.stems), self._spoken(words.raw)
        if len(words.stems) > LONGEST:
            return self._whole_name(stems)
        if not words.raw:
            return tuple(name.match for name in self._names if name.said == asked.strip())[:most]
        if not stems:
            return self._small_word(words.raw)
        small = frozenset(self._whole(words.raw)) - stems
        best: dict[tuple[TermKind, str], TermMatch] = {}
        meant = tuple(self._meant(word) for word in spoken)
        asked = " ".join(spoken)
        letters = frozenset(asked)
        for name in self._nearby(asked, letters, meant, stems):
            score = likeness(asked, letters, meant, stems, name)
            key = (name.match.kind, name.match.term)
            # Among equals, the term that has the small words too is meant ("for loops").
            score -= SMALL_WORDS if score and not small <= self._whole_of[key] else 0
            if score and (key not in best or best[key].score < score):
                best[key] = scored(name.match, score)
        order = list(TermKind)
        if any(one.kind is not TermKind.HEADING and one.score >= NAMED for one in best.values()):
            # “Adding” heads a part of one reading; the skills that are about adding are meant first.
            best = {
                key: scored(one, one.score - BESIDE_NAMES) if one.kind is TermKind.HEADING else one
                for key, one in best.items()
            }
        ranked = sorted(best.values(), key=lambda one: (-one.score, order.index(one.kind)))
        named: dict[str, TermMatch] = {}
        for one in ranked:
            named.setdefault(fold(one.term), one)
        return tuple(named.values())[:most]

    def _whole_name(self, stems: frozenset[str]) -> tuple[TermMatch, ...]:
        """The skill or term that is called by just these words, in any order."""
        named = (self._names[at] for at in self._having.get(f"={min(stems)}", ()))
        found = (name.match for name in named if name.stems == stems)
        return tuple(scored(match, 0.9) for match in found if match.kind is not TermKind.HEADING)[
            :1
        ]

    def near(self, text: str, *, most: int = 4) -> tuple[tuple[SkillId, float], ...]:
        """The skills whose own words hold most of a question's, with the share in 0–1, best first.

        A word counts by how few skills have it (inverse document frequency, Spärck Jones 1972); one that
        none has counts most, so that a question about something else comes near nothing.
        """
        rare = self._rarity(text)
        stems, whole = list(rare), sum(rare.values())
        if not whole:
            return ()
        shares = {
            skill: sum(rare[stem] * own.get(stem, 0.0) for stem in stems) / whole
            for skill, own in self._own.items()
        }
        best = sorted(shares, key=lambda skill: -shares[skill])[:most]
        return tuple((skill, shares[skill]) for skill in best if shares[skill] > 0)

    def idea(
        self, text: str, likely: frozenset[MisconceptionId] = frozenset()
    ) -> tuple[MisconceptionId, float] | None:
        """The misconception whose description holds most of a claim, with the share in 0–1; None for none
        and for several alike. Those that are `likely`, as the open item foresees them, need fewer words."""
        rare = self._rarity(text)
        whole = sum(rare.values())
        if len(rare) < LEAST_OF_IDEA:
            return None
        shares = {
            idea: sum(rare[stem] for stem in rare if stem in held) / whole
            for idea, held in self._ideas.items()
        }
        shares = {
            idea: min(1.0, share + FORESEEN) if share and idea in likely else share
            for idea, share in shares.items()
        }
        ranked = sorted(shares, key=lambda idea: -shares[idea])
        if not ranked or (len(ranked) > 1 and shares[ranked[1]] == shares[ranked[0]]):
            return None  # which of them is meant cannot be told
        return ranked[0], shares[ranked[0]]

    def _rarity(self, text: str) -> dict[str, float]:
        """A text's words of content, each with how few skills have it (nats); those of talk and numbers left out."""
        count = len(self._own) or 1
        content = dict.fromkeys(self._analyser.content(_without_talk(text)))
        words = [stem for stem in content if len(stem) > 1 and not stem[0].isdigit()]
        stems = words if len(words) > 1 else content
        return {
            stem: math.log(1 + count / having)
            if (having := self._held[stem])
            else math.log(1 + count)
            for stem in stems
        }

    def within(self, text: str, *, most: int = 4) -> tuple[TermMatch, ...]:
        """The glossary terms and skills that a longer message names whole, longest first.

        A sign such as “==” is named where it stands by itself.
        """
        folded = _PRONOUN.sub(r"\1", fold(text))
        stems = frozenset(self._analyser.words(folded).stems)
        signs = frozenset(_SIGNS.findall(folded))
        found = [
            (max(len(name.stems), 1), name)
            for name in self._names
            if name.match.kind is not TermKind.HEADING
            and (name.stems <= stems if name.stems else name.said in signs)
        ]
        named: dict[str, TermMatch] = {}
        taken: list[frozenset[str]] = []
        for size, name in sorted(found, key=lambda one: (-one[0], one[1].match.kind != "glossary")):
            mine = name.stems or frozenset({name.said})
            if any(mine < other for other in taken):
                continue  # “cell” within “plant cell” is not what was meant
            taken.append(mine)
            sure = min(0.9, 0.5 + 0.1 * size) if name.stems else 0.9
            named.setdefault(fold(name.match.term), scored(name.match, sure))
        return tuple(named.values())[:most]

    def _name(self, said: str, match: TermMatch) -> Name:
        words = self._analyser.words(said)
        spoken = self._spoken(words.raw)
        stems = frozenset(words.stems)
        named = " ".join(spoken) or fold(said).strip()  # a sign such as “==” has no words
        return Name(named, spoken, stems, match, self._whole(words.raw), frozenset(named))

    def _nearby(
        self,
        said: str,
        letters: frozenset[str],
        meant: tuple[frozenset[str], ...],
        stems: frozenset[str],
    ) -> list[Name]:
        """The names that share a word or a stem with a message, or may be a misspelling of it."""
        keys = {word for words in meant for word in words} | {f"={stem}" for stem in stems}
        near = {at for key in keys for at in self._having.get(key, ())}
        near.update(
            at
            for length in range(len(said) - 2, len(said) + 3)
            for at in self._long_as.get(length, ())
            if len(letters ^ self._names[at].letters) <= 4
        )
        return [self._names[at] for at in sorted(near)]

    def _meant(self, word: str) -> frozenset[str]:
        """The words of names that a word, perhaps misspelt or cut short, may be."""
        if len(word) < 3:
            return frozenset({word})
        if word not in self._looked_up:
            if len(self._looked_up) >= MOST_LOOKED_UP:
                self._looked_up.clear()
            self._looked_up[word] = self._alike(word)
        return self._looked_up[word]

    def _alike(self, word: str) -> frozenset[str]:
        """The same, looked for: half of what reading a message cost, and messages share most words."""
        letters, size = frozenset(word), len(word)
        known = self._held[self._analyser.stem(word)] > 0  # “night” is no slip for “light”
        found = set[str]()
        for length, others in self._lexicon.items():
            if length >= max(3, size):
                found.update(other for other, _ in others if other.startswith(word))
            most = 0 if known else slips_forgiven("x" * length)
            if length >= 3 and abs(size - length) <= most:
                found.update(o for o, held in others if a_slip_away(word, letters, o, held, most))
        return frozenset(found)

    def _whole(self, raw: tuple[str, ...]) -> frozenset[str]:
        return frozenset(self._analyser.stem(word) for word in raw)

    def _small_word(self, raw: tuple[str, ...]) -> tuple[TermMatch, ...]:
        """A small word may be a term's own, such as "while" of the while loops."""
        if len(raw) != 1 or raw[0] in _QUESTIONS:
            return ()
        (stem,) = self._whole(raw)
        held = [name for name in self._names if stem in name.whole and len(name.whole) <= 2]
        named: dict[str, TermMatch] = {}
        for name in held:
            score = 0.5 + 0.5 / len(name.whole)
            named.setdefault(fold(name.match.term), scored(name.match, score))
        return tuple(sorted(named.values(), key=lambda one: -one.score))

    def _spoken(self, raw: tuple[str, ...]) -> tuple[str, ...]:
        """The words without small ones, unless there are no others."""
        return tuple(word for word in raw if not self._analyser.is_stop(word)) or raw


def _without_talk(text: str) -> str:
    """A question without words of talk, unless nothing else is left."""
    words = fold(text).split()
    return " ".join(word for word in words if word.strip("?!.,") not in _OF_TALK) or text
