"""Whether the ideas of a rubric are said, denied or missing in a text of some sentences."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from tutor.items.text.phrases import denied_before
from tutor.items.text.speech import Speech, speech
from tutor.items.text.spelling import misspelt, same_word
from tutor.items.text.words import PAUSE, STOP, stem, term_words, tokens

Phrase = tuple[str, ...]

# After these, a negated clause may say the same as the positive one ("without light it cannot grow").
# "Not enough" and "not until" deny an amount and a time, not the thing.
_TURNABLE = frozenset(
    (
        *("without", "unless", "if", "when", "cannot", "can", "sin", "sans", "ohne"),
        *("enough", "until", "till"),
    )
)


class Presence(StrEnum):
    """What a text does with one idea."""

    SAID = "said"
    DENIED = "denied"
    MISSING = "missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class Idea:
    """One idea: it is said when each group has one of its words in the text."""

    idea: str
    groups: tuple[tuple[Phrase, ...], ...]


class Rubric:
    """Looks for ideas in a text by stems and spelling; a word that the text denies does not count.

    A group that holds a negator, or whose word the model answer itself denies, is an idea about
    something that is not so: there a denial is what is looked for.
    """

    def __init__(
        self,
        ideas: Sequence[Idea],
        *,
        model_answer: str,
        language: str = "en",
        terms: Iterable[str] = (),
    ) -> None:
        self.ideas = tuple(ideas)
        self._language = language
        self._speech: Speech = speech(language)
        own = {word for idea in ideas for group in idea.groups for p in group for word in p}
        self._own = frozenset(own)
        self._rivals = frozenset(
            word
            for term in terms
            for word in term_words(term)
            if not any(same_word(word, mine, language) for mine in own)
        )
        model = tokens(model_answer)
        self._negative = tuple(
            frozenset(g for g, group in enumerate(idea.groups) if self._is_negative(group, model))
            for idea in ideas
        )

    def _is_negative(self, group: Sequence[Phrase], model: Phrase) -> bool:
        if any(word in self._speech.negators for phrase in group for word in phrase):
            return True
        places = [place for phrase in group for place in self._places(model, phrase)]
        return bool(places) and all(self._denied(model, a, b) for a, b in places)

    def read(self, text: str) -> tuple[Presence, ...]:
        """What `text` does with each idea, in the rubric's order."""
        found = tokens(text)
        return tuple(self._presence(i, found) for i in range(len(self.ideas)))

    def says(self, text: str, phrase: Phrase) -> bool:
        """Whether `text` says `phrase`, its words near each other and in order, undenied.

        A negator in the phrase itself is matched like any other word.
        """
        found = tokens(text)
        negative = any(word in self._speech.negators for word in phrase)
        for start, end in self._places(found, phrase, gap=2):
            inside = any(token in self._speech.negators for token in found[start:end])
            if negative or not (inside or denied_before(found, start, end, self._speech)):
                return True
        return False

    def ambiguous(self, text: str) -> bool:
        """Whether a denial in `text` may be half of a double one ("without …, it cannot …")."""
        found = tokens(text)
        denials = sum(token in self._speech.negators for token in found)
        return denials > 1 or bool(denials and set(found) & _TURNABLE)

    def rightly_denies(self, text: str) -> bool:
        """Whether `text` says an idea about something that is not so: its denial may be that one."""
        said = self.read(text)
        return any(
            negative and presence is Presence.SAID
            for negative, presence in zip(self._negative, said, strict=True)
        )

    def _presence(self, index: int, found: Phrase) -> Presence:
        denied = False
        for g, group in enumerate(self.ideas[index].groups):
            places = [place for phrase in group for place in self._places(found, phrase)]
            if not places:
                return Presence.MISSING
            if g in self._negative[index]:
                continue
            if all(self._denied(found, a, b) for a, b in places):
                denied = True
        return Presence.DENIED if denied else Presence.SAID

    def _denied(self, found: Phrase, start: int, end: int) -> bool:
        inside = any(token in self._speech.negators for token in found[start:end])
        return inside != denied_before(found, start, end, self._speech)

    def _places(self, found: Phrase, phrase: Phrase, *, gap: int = 1) -> list[tuple[int, int]]:
        """Where the words of `phrase` stand in order with at most `gap` words between two of them."""
        places = []
        for start, token in enumerate(found):
            if not self._is_word(token, phrase[0]):
                continue
            at = start + 1
            for meant in phrase[1:]:
                reach = range(at, min(at + gap + 1, len(found)))
                hit = next((i for i in reach if self._is_word(found[i], meant)), None)
                if hit is None or STOP in found[at:hit]:
                    break
                at = hit + 1
            else:
                places.append((start, at))
        return places

    def _is_word(self, typed: str, meant: str) -> bool:
        if typed == meant:
            return True
        if typed in (STOP, PAUSE):
            return False
        alike = typed[:2] == meant[:2] or not (typed.isascii() and meant.isascii())
        if alike and same_word(typed, meant, self._language):
            return True
        if alike and len(meant) >= 4 and stem(typed, self._language) == stem(meant, self._language):
            return True
        return typed not in self._own and misspelt(
            typed, meant, rivals=self._rivals, language=self._language
        )
