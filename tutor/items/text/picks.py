"""Which of some labelled options a learner's words name: by letter, place, or the text itself."""

import re
from collections.abc import Sequence
from fractions import Fraction

from tutor.items.grade import Option
from tutor.items.text.clean import normal, without_accents, without_markup
from tutor.items.text.mentions import Mention, Picked, picked
from tutor.items.text.option_labels import Labels
from tutor.items.text.option_words import (
    ASKS_FOR_WRONG,
    PARTINGS,
    apart,
    exact_text,
    in_short,
    lone_stems,
    solved,
    without_signs,
)
from tutor.items.text.phrases import last_thought
from tutor.items.text.speech import Speech, speech
from tutor.items.text.spelling import misspelt, same_word, slip_of_four
from tutor.items.text.taken_back import without_tag
from tutor.items.text.words import PAUSE, STOP, stem, term_words, tokens, words

_NO_IDEA = re.compile(r"\b(?:no|zero|not (?:a|any)) (?:idea|clue)\b|\bni idea\b")
SENTENCE = 4  # words of content from which an option says something of what it names


def _is_a_name(text: str) -> bool:
    """Whether each of the words of a text begins with a capital, as proper names do."""
    plain = text.split()
    return bool(plain) and all(word[:1].isupper() and not word.isupper() for word in plain)


_NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def _size(number: str) -> object:
    """The size of a number in figures, without its sign; the text itself where it is written otherwise."""
    try:
        return Fraction(number.strip("-−.,").replace(",", "."))
    except (ValueError, ZeroDivisionError):
        return number


class Picker:
    """Reads responses that pick from labelled options."""

    def __init__(
        self,
        options: Sequence[Option],
        *,
        language: str,
        terms: frozenset[str],
        question: str = "",
    ) -> None:
        self._options = tuple(options)
        self._language = language
        self._speech: Speech = speech(language)
        asked = frozenset(words(without_markup(question)))
        self._which_do = not asked & self._speech.negators if asked else None
        self._asked = frozenset(stem(word, language) for word in asked)
        self._terms = frozenset(stem(term, language) for term in terms if " " not in term)
        self._which_is_wrong = bool(asked & ASKS_FOR_WRONG)
        self._exact = [exact_text(option.text) for option in options]
        self._folded = [text.casefold() for text in self._exact]
        spelt = without_signs([option.text for option in options])
        self._words = [self._content(text) for text in spelt]
        self._all_words = frozenset(word for found in self._words for word in found)
        self._stems = lone_stems(self._all_words, language)
        small = self._speech.filler | self._speech.articles
        self.small = small | self._speech.ands
        self._telling = frozenset(w for w in self._all_words if len(w) > 1 or w not in small)
        self._rivals = self._all_words | {word for term in terms for word in term_words(term)}
        distinct = len(set(self._words)) == len(self._words) and all(self._words)
        symbols = any(re.search(r"[=<>+*/^(){}\[\]]", exact_text(text)) for text in spelt)
        self._by_words = distinct and not symbols
        self._places = Labels(
            of_label={option.label.casefold(): i for i, option in enumerate(options)},
            exact=tuple(self._exact),
            all_words=self._all_words,
            telling=self._telling,
            joining=self._speech.filler | self._speech.ands | self._speech.ors | {STOP, PAUSE},
            by_words=self._by_words,
            speaks_of_numbers=all(re.search(r"\d", text) for text in self._exact),
            speech=self._speech,
        )

    def _content(self, text: str) -> tuple[str, ...]:
        plain = words(without_markup(text))
        return tuple(word for word in plain if word not in self._speech.articles) or plain

    def read(self, response: str) -> Picked:
        """The options that `response` names; none when it names none that can be told."""
        response = without_tag(response)
        whole = self._whole(response)
        if whole is not None:
            return Picked(named=(whole,))
        found = last_thought(tokens(without_markup(response)), self._speech, self._all_words)
        at = self._places
        listed = at.ranged(found) or at.listed(found) or at.glued(found) or at.numbered(found)
        if listed:
            return Picked(named=listed)
        mentions = at.mentioned(found, response)
        if self._by_words:
            mentions += self._mixed(found, self._spelt_out(found))
            mentions = mentions or self._told_apart(found)
        return picked(
            mentions,
            found,
            self._speech,
            among=len(self._options),
            which_do=self._which_do,
            which_is_wrong=self._which_is_wrong,
        )

    def is_helpless(self, response: str) -> bool:
        """Whether a response says only that its writer does not know: "no idea", and neither "no" nor another option."""
        plain = normal(" ".join(words(response)))
        rest = words(_NO_IDEA.sub(" ", plain))
        helpless = rest != words(plain) and self.small.issuperset(rest)
        unsure = plain in self._speech.unsure or helpless
        return unsure and plain not in map(normal, self._exact)

    def nearest(self, response: str) -> int | None:
        """The one option that some telling words of a response stand in, alone; None where there is no such one.

        No answer, but what may be asked back: “nothing happens” beside one option that says “nothing”.
        """
        small = self._speech.filler | self._speech.articles | {STOP, PAUSE}
        said = [token for token in tokens(without_markup(response)) if token not in small]
        if not self._by_words or any(token in self._speech.negators for token in said):
            return None
        told = set[int]()
        for token in said:
            where = [i for i, option in enumerate(self._words) if self._stands(token, option)]
            told |= set(where) if len(where) == 1 else set()
        return told.pop() if len(told) == 1 else None

    def has_nothing_of(self, label: str, said: Sequence[str]) -> bool:
        """Whether `label` is one, and no word of `said` stands in an option or in the question."""
        if label.casefold() not in self._places.of_label or not self._by_words:
            return False
        asked = any(stem(word, self._language) in self._asked for word in said)
        told = any(self._stands(word, option) for word in said for option in self._words)
        return not asked and not told

    def has_another_number(self, label: str, said: str) -> bool:
        """Whether the option with a label has a number, and none of the size of `said`."""
        at = self._places.of_label.get(label.casefold())
        numbers = _NUMBER.findall(self._exact[at]) if at is not None else []
        return bool(numbers) and all(_size(one) != _size(said) for one in numbers)

    def in_labels(self, response: str) -> str:
        """A response with its options in signs as their labels: “y=2x+4” and “(0, 5)” are one thing each."""
        told, said = exact_text(response), False
        for option, text in sorted(
            zip(self._options, self._exact, strict=True), key=lambda pair: -len(pair[1])
        ):
            if re.search(r"[^\w\s]", text):
                one = re.compile(rf"(?<!\w){re.escape(text)}(?!\w)", re.IGNORECASE)
                told, found = one.subn(f" {option.label} ", told)
                said |= found > 0
        return told if said else response

    def is_of_their_kind(self, piece: str) -> bool:
        """Whether a text that names no option looks as if it named one more: "Spain" beside "France", a term."""
        said = words(piece)
        if said and all(stem(word, self._language) in self._terms for word in said):
            return True
        begun = [text.split(" ")[0] for text in self._exact]
        return _is_a_name(piece) and all(map(_is_a_name, begun))

    def _stands(self, typed: str, option: tuple[str, ...]) -> bool:
        return any(self._is_word(typed, word) for word in option)

    def read_list(self, response: str) -> Picked:
        """Like `read`, for responses that give one option a line, or whole texts between commas."""
        for sign in PARTINGS:
            pieces = [piece for piece in re.split(sign, response.strip()) if piece.strip()]
            places = [self._whole(piece) for piece in pieces]
            if len(pieces) > 1 and None not in places:
                return Picked(named=tuple(dict.fromkeys(p for p in places if p is not None)))
        return self.read(apart(response, self._exact))

    def _whole(self, response: str) -> int | None:
        """The option that is the whole response, by exact text, folded text, then label."""
        exact = exact_text(response)
        for texts, typed in ((self._exact, exact), (self._folded, exact.casefold())):
            if texts.count(typed) == 1:
                return texts.index(typed)
        labelled = re.match(r"\s*\(?(\w{1,2})\s*[).:]\s*(?=\S)", response)
        if labelled:  # "C) b = a - c", copied as it is shown
            at = self._places.of_label.get(labelled[1].casefold())
            rest = exact_text(response[labelled.end() :]).casefold()
            if at is not None and rest == self._folded[at]:
                return at
        value = solved(exact.casefold(), self._folded)
        if value is not None and exact.casefold() not in self._places.of_label:
            return value
        bare = normal(response).strip(" .,;:!?()[]\"'-*")
        if bare in self._places.of_label:
            return self._places.of_label[bare]
        meant = in_short(bare, self._folded)
        return self._places.place(bare) if meant is None else meant

    def _spelt_out(self, found: tuple[str, ...]) -> list[Mention]:
        """Options whose words stand in the response, longer ones first, without overlaps."""
        taken: set[int] = set()
        mentions = []
        order = sorted(range(len(self._options)), key=lambda i: -len(self._words[i]))
        for index in order:
            for start in range(len(found)):
                end = self._run(found, start, index)
                if end and not taken & set(range(start, end)):
                    taken |= set(range(start, end))
                    mentions.append(Mention(start, end, index))
        return mentions

    def _mixed(self, found: tuple[str, ...], mentions: list[Mention]) -> list[Mention]:
        """The options named, and those whose own word stands right before one: "nuclear plasma membrane"."""
        taken, mixed = {at for m in mentions for at in range(m.start, m.end)}, list(mentions)
        for one in mentions:
            at = one.start - 1
            if at < 0 or at in taken or found[at] not in self._telling or len(found[at]) < 4:
                continue
            owners = [i for i, option in enumerate(self._words) if found[at] in option]
            if len(owners) == 1 and owners[0] != one.index and len(self._words[owners[0]]) > 1:
                mixed.append(Mention(at, at + 1, owners[0]))
        return mixed

    def _run(self, found: tuple[str, ...], start: int, index: int) -> int:
        """Where the words of an option end that begin at `start`; 0 when they do not stand there."""
        at = start
        for n, word in enumerate(self._words[index]):
            while (
                n and at < len(found) and (found[at] in self._speech.articles or found[at] == PAUSE)
            ):
                at += 1
            if at >= len(found) or not self._is_word(found[at], word):
                return 0
            at += 1
        return at

    def _is_word(self, typed: str, meant: str) -> bool:
        if typed == meant or without_accents(typed) == without_accents(meant):
            return True
        if typed in self._all_words:
            return False
        if same_word(typed, meant, self._language):
            return True
        if len(meant) > 5 and self._stems.get(stem(typed, self._language)) == meant:
            return True  # "evaporate" for "evaporation", where no other option has that stem
        if slip_of_four(typed, meant, rivals=self._rivals, language=self._language):
            return True  # "blu" for "blue"
        return misspelt(typed, meant, rivals=self._rivals, language=self._language)

    def _told_apart(self, found: tuple[str, ...]) -> list[Mention]:
        """The one option that has all the telling words of a response shorter than the option."""
        small = self._speech.filler | self._speech.articles | {STOP, PAUSE, "them"}
        said = [i for i, token in enumerate(found) if token not in small]
        for i, token in enumerate(found):
            if token in self._speech.reasons:
                said = [at for at in said if at < i]
                break
        if not said or any(found[i] in self._speech.negators for i in said):
            return []
        stems = {stem(found[i], self._language) for i in said}
        if stems <= self._asked:
            return []  # “cells” repeats the question, though one option alone has the word
        fits = [
            index
            for index, option in enumerate(self._words)
            if all(self._stands(found[i], option) for i in said)
        ]
        if len(fits) != 1:
            return []
        bare = len(said) == len(found)
        if bare and stems <= self._terms and len(self._words[fits[0]]) >= SENTENCE:
            return []  # what the course is about stands in a whole sentence, and is not its point
        return [Mention(said[0], said[-1] + 1, fits[0])]
