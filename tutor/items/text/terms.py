"""One short answer among a learner's words: said, denied, misspelt, hedged, or another term."""

import re
from collections.abc import Iterable, Sequence
from enum import StrEnum

from tutor.items.text.beside import (
    ERAS,
    HELPING,
    KINDS,
    SUBJECTS,
    TITLES,
    another_initial,
    before_names,
    beside_another,
    beside_the_answer,
    heads_asked,
    is_another_year,
    is_of_another,
    leads_up,
    listed_with_another,
    main_clause,
    repeats_the_question,
    small_beside,
    wholes_asked,
    wholes_before,
    without_tails,
)
from tutor.items.text.clean import without_markup
from tutor.items.text.common_words import is_common
from tutor.items.text.found_phrases import Found, overlap, places, taken_back
from tutor.items.text.number_names import shortened, with_figures
from tutor.items.text.phrases import denied_before, last_thought
from tutor.items.text.speech import Speech, speech
from tutor.items.text.spelling import misspelt, nearly_misspelt, same_word
from tutor.items.text.words import PAUSE, STOP, tokens, words


class Fit(StrEnum):
    """How a response fits the accepted phrases."""

    SAID = "said"  # the answer, perhaps inside a sentence
    MISSPELT = "misspelt"  # the answer with a slip
    DENIED = "denied"  # "not the nucleus"
    HEDGED = "hedged"  # several candidate answers
    PART = "part"  # some words of a phrase of several ("prime" of "prime number")
    DOUBTFUL = "doubtful"  # perhaps a misspelling, too far off to tell
    BURIED = "buried"  # the answer among other words that may change it
    OTHER = "other"  # something else


_TAKEN_BACK = re.compile(r"(?:\.{2,}|…)\s*no,?\s+(?=\w)", re.I)  # "diffusion... no osmosis"


_PHRASAL = frozenset(("take", "took", "taken"))  # "they take in oxygen"


class Terms:
    """Reads responses that should name one of `accepted` phrases.

    `terms` are the course's technical terms; those that are not accepted are rivals, which no
    spelling tolerance reaches. With `spelling` false only case, accents and articles are free. A word
    of the `question` may follow the answer ("metamorphic rock" to "Which kind of rock is it?").
    """

    def __init__(
        self,
        accepted: Sequence[str],
        *,
        terms: Iterable[str] = (),
        language: str = "en",
        spelling: bool = True,
        question: str = "",
    ) -> None:
        self._language = language
        self._speech: Speech = speech(language)
        self._asked = frozenset(words(without_markup(question)))
        self._clause = frozenset(main_clause(question, words(without_markup(question))))
        self._about = beside_the_answer(words(without_markup(question)), self._speech)
        self._spelling = spelling
        phrases = [self._plain(text) for text in accepted]
        numbered = [one for phrase in phrases for one in with_figures(phrase)]  # Elizabeth I
        self._accepted = tuple(dict.fromkeys((*phrases, *numbered)))
        own = {word for phrase in self._accepted for word in phrase}
        others = {self._plain(term) for term in terms}
        others |= without_tails(others, self._accepted)
        self._heads = heads_asked(question) & self._about
        others -= {(head,) for head in self._heads}
        told = [p for p in self._accepted if not self._speech.negators & set(p)]
        self._own = frozenset(word for p in told for word in p)
        self._longer = frozenset(word for p in told if len(p) > 1 for word in p)
        self._wholes = wholes_asked(question) & self._about | wholes_before(others, self._accepted)
        self._rivals = tuple(
            sorted(term for term in others if term and not self._is_accepted(term))
        )
        self._rival_words = frozenset(
            word
            for term in self._rivals
            for word in term
            if not any(same_word(word, mine, language) for mine in own)
        )

    def _plain(self, text: str) -> tuple[str, ...]:
        found = words(without_markup(text))
        return tuple(word for word in found if word not in self._speech.articles) or found

    def _is_accepted(self, term: tuple[str, ...]) -> bool:
        return any(
            len(term) == len(phrase)
            and all(same_word(a, b, self._language) for a, b in zip(term, phrase, strict=True))
            for phrase in self._accepted
        )

    def fit(self, response: str) -> Fit:
        """How `response` fits; never raises."""
        plain = _TAKEN_BACK.sub("... no wait ", without_markup(response))
        found = last_thought(tokens(plain), self._speech)
        mine = self._places(found, self._accepted, loose=self._spelling)
        said = [m for m in mine if not denied_before(found, m.start, m.end, self._speech)]
        others = [
            other
            for other in self._places(found, self._rivals, loose=False)
            if not any(m.start <= other.start and other.end <= m.end for m in mine)
        ]
        if not said:
            return Fit.SAID if self._spaced(found) else self._not_said(found, mine, others)
        kept = [o for o in others if not denied_before(found, o.start, o.end, self._speech)]
        if any(overlap(m, o) for m in said for o in kept):
            return Fit.OTHER  # "cell wall" is not "cell" where the wall is a term of its own
        known = self._own | self._about | self._asked
        if self._hedges(found, said, kept) or taken_back(found, said, others):
            return Fit.HEDGED
        if all(listed_with_another(found, m.start, m.end, self._speech, known) for m in said):
            return Fit.HEDGED  # "france, spain"
        free = any(
            self._stands_free(found, m)
            and not beside_another(found, m.start, m.end, self._speech, self._longer | self._about)
            for m in said
        )
        if self._asks(found, said) or not free:
            return Fit.BURIED
        return Fit.SAID if min(m.slips for m in said) == 0 else Fit.MISSPELT

    def rivals_said(self, response: str, own: frozenset[str] = frozenset()) -> bool:
        """Whether a response names another term of the course without denying it, `own` words apart."""
        found = last_thought(tokens(without_markup(response)), self._speech)
        others = [rival for rival in self._rivals if not own.issuperset(rival)]
        return any(
            not denied_before(found, place.start, place.end, self._speech)
            for place in self._places(found, others, loose=False)
        )

    def _asks(self, found: tuple[str, ...], said: list[Found]) -> bool:
        """Whether a question is put that happens to hold the answer ("how big is a cell")."""
        at = next(
            (i for i, t in enumerate(found) if t not in self._speech.filler - self._speech.asks), 0
        )
        first = found[at] if found else ""
        if at and first in HELPING and found[at - 1] in SUBJECTS:
            return False  # "they are cilia" tells; "are they cilia" asks
        covered = {at for place in said for at in range(place.start, place.end)}
        rest = [token for at, token in enumerate(found) if at not in covered]
        return first in self._speech.asks and len(rest) > 1

    def _not_said(self, found: tuple[str, ...], mine: list[Found], others: list[Found]) -> Fit:
        if mine:
            return Fit.DENIED
        plain = [t for t in self._content(found) if t not in self._rival_words]
        if others or not plain:
            return Fit.OTHER
        if any(
            all(any(same_word(t, word, self._language) for word in phrase) for t in plain)
            and not any(t in self._speech.negators for t in plain)
            for phrase in self._accepted
            if len(phrase) > 1
        ):
            return Fit.PART
        if not self._spelling:
            return Fit.OTHER
        doubtful = [
            typed
            for typed in plain
            if any(
                nearly_misspelt(typed, word, self._language)
                for phrase in self._accepted
                for word in phrase
            )
        ]
        if doubtful and len(plain) > 1 and all(is_common(t, self._language) for t in doubtful):
            return Fit.BURIED  # "mitochondrial DNA": words of their own
        return Fit.DOUBTFUL if doubtful else Fit.OTHER

    def _spaced(self, found: tuple[str, ...]) -> bool:
        """Whether the words are a phrase but for spaces ("photo synthesis"), or by its initials ("ww2")."""
        content = self._content(found)
        glued = {"".join(content), "".join(t for t in found if t not in (STOP, PAUSE))}
        if {g for g in glued if len(g) >= 6} & {"".join(phrase) for phrase in self._accepted}:
            return True
        return any(shortened(phrase, content) for phrase in self._accepted)

    def _content(self, found: Sequence[str]) -> list[str]:
        small = self._speech.filler | self._speech.articles | {STOP, PAUSE}
        return [token for token in found if token not in small]

    def _places(
        self, found: tuple[str, ...], phrases: Sequence[tuple[str, ...]], *, loose: bool
    ) -> list[Found]:
        def slips(typed: str, meant: str) -> int | None:
            if typed == meant or same_word(typed, meant, self._language):
                return 0
            near = loose and misspelt(
                typed, meant, rivals=self._rival_words, language=self._language
            )
            return 1 if near else None

        return places(found, phrases, slips, between=self._speech.articles)

    def _hedges(self, found: tuple[str, ...], said: list[Found], others: list[Found]) -> bool:
        """Whether the answer is only one of several candidates ("mitosis or meiosis")."""
        for place in said:
            beside = (
                found[place.end : place.end + 1],
                found[max(0, place.start - 1) : place.start],
            )
            if any(set(side) & self._speech.ors for side in beside):
                left = list(self._content(found[place.end : place.end + 4]))
                right = self._content(found[max(0, place.start - 3) : place.start])
                names = [t for t in (*left, *right) if t not in self._speech.ors]
                if not self._own.issuperset(names):
                    return True
        if not others:
            return False
        first_reason = next(
            (i for i, token in enumerate(found) if token in self._speech.reasons), len(found)
        )
        covered = {i for m in (*said, *others) for i in range(m.start, m.end)}
        rest = [
            found[i]
            for i in range(first_reason)
            if i not in covered and found[i] not in self._speech.ands | self._speech.ors
        ]
        listed = [o for o in others if o.start < first_reason]
        return bool(listed) and not self._content(rest)

    def _stands_free(self, found: tuple[str, ...], place: Found) -> bool:
        """Whether no word beside the phrase can make another thing of it ("mitochondrial DNA").

        Beside it may stand a mark, a small word, a negator, a reason or the end.
        """
        small = small_beside(self._speech)
        if is_of_another(found, place.start, self._speech):
            return False
        again = repeats_the_question(found, place.start, self._clause, self._speech, self._language)
        if not again and place.start and found[place.start - 1] in ("in", "year", "on", "at"):
            small = self._speech.filler | self._speech.articles
            lone = all(word in small - _PHRASAL for word in found[: place.start - 1])
            return lone and found[place.end : place.end + 1] in (
                (),
                (STOP,),
                (PAUSE,),
            )  # "in Spain"
        before = found[place.start - 1] if place.start else STOP
        after = found[place.end] if place.end < len(found) else STOP
        if leads_up(found, place.start, before_names(self._heads)):
            before = STOP
        if again:
            before = STOP
        if another_initial(found, place.start, small):
            return False
        if is_another_year(found, place.start, place.end):
            return False
        several = place.end - place.start > 1 or found[place.start] in self._longer
        named = several and before in TITLES  # "King Henry VIII"
        whole = any(same_word(before, word, self._language) for word in self._wholes)
        dated = found[place.end - 1].isdigit() and after in ERAS
        return (before in small or named or whole or before in self._longer) and (
            after in small or after in KINDS or after in self._about or dated
        )
