"""Things to be put in order, named by number, letter or text."""

import random
import re
from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Option, Samples, Shown, Spec, Verdict
from tutor.items.maths.reading import notation_of
from tutor.items.maths.valued import Valued
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.open_ended import goes_on
from tutor.items.text.option_words import PLACES
from tutor.items.text.picks import Picker
from tutor.items.text.ranked import RANK_WORDS, by_rank
from tutor.items.text.taken_back import all_taken_back, without_tag
from tutor.items.text.words import words
from tutor.items.types._fields import Fields
from tutor.items.types.choice import LETTERS

_CUTS = (  # what may stand between two things, the surest first
    re.compile(r"\n+"),
    re.compile(r"\n+|->|=>|→|⇒"),
    re.compile(r"[;\n]+"),
    re.compile(r"[,;\n<>→⇒]+|->|\bthen\b|\bfinally\b|\bluego\b|\bdespués\b|\bpuis\b|\bdann\b"),
)
_COUNTED = re.compile(r"(?:^|[\s,;])(\d{1,2})(?:\s*[.):-]\s*|\s+)(?=[^\d\s])")
_PLACED = re.compile(
    r"^\s*(?:and\s+)?([^\d=]*[^\W\d_])\s*(?:=|:|-|–|→|\bis\b|\s)\s*#?(\d{1,2})(?:st|nd|rd|th)?[.!]?\s*$"
)
_MOST_LETTERS = 40  # of one number in any writing
_MARK = re.compile(r"^\s*(?:\d+\s*[.)](?!\d)|(?:first|next|last)\b|and\b|y\b)\s*", re.IGNORECASE)

_CLOSING = frozenset(("last", "end", "done", "finally", "finished", "next", "bye"))
_LEADING_ON = _CLOSING | frozenset(  # from one thing to the next
    ("first", "from", "through", "then", "after", "before", "later", "now", "followed", "by", "into", "to", "goes", "go", "comes", "becomes",
     "turns", "changes", "grows", "starts", "start", "begins", "ends", "order", "luego", "después", "primero",
     *(name for names in PLACES for name in names))
)  # fmt: skip
_OR = frozenset(("or", "oder", "ou"))

FIELDS = ("answer",)  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Order:
    """The grader of an order; `right` holds indices into the options as shown."""

    options: tuple[Option, ...]
    right: tuple[int, ...]
    picker: Picker
    valued: Valued

    def grade(self, response: str) -> Grade:
        """Correct for the right order; partial when most of it runs in the right order."""
        problem = why_unreadable(response)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        own = frozenset(word for option in self.options for word in words(option.text))
        if all_taken_back(response, own) or _left_open(response, own):
            note = say("I am not sure which part is your answer.")
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        found = self._sequence(without_tag(response))
        size = len(self.options)
        read = " ".join(self.options[i].label for i in found)
        if sorted(found) != list(range(size)):
            note = say("I need all {size} in order, each once. {how}", size=size, how=self._how())
            if read:
                note = say(
                    "I need all {size} in order, each once; I read {read}. {how}",
                    size=size,
                    read=read,
                    how=self._how(),
                )
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
        if self.valued.against(found, response):
            note = say("Your numbers run one way and your signs the other. Which do you mean?")
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
        if found == self.right:
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        run = _longest_run([self.right.index(i) for i in found])
        share = (run - 1) / (size - 1)
        if share < 0.5:
            return Grade(verdict=Verdict.INCORRECT, read_as=read)
        note = say(
            "{run} of the {size} follow each other in the right order; something is out of place.",
            run=run,
            size=size,
        )
        return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=share)

    def _sequence(self, response: str) -> tuple[int, ...]:
        size = len(self.options)
        numbered = self._numbered(response) or self._ranked(response)
        if numbered:
            return numbered
        labels = {option.label.casefold(): i for i, option in enumerate(self.options)}
        if self.options[0].label.isdecimal():
            labels |= {letter.casefold(): i for i, letter in enumerate(LETTERS[:size])}
        # Labels alone, perhaps with the texts in brackets after them, are the order as it stands.
        bare = re.findall(r"\w+", normal(response.partition("(")[0]))
        if len(bare) == len(set(bare)) == size and all(b in labels for b in bare):
            return tuple(labels[b] for b in bare)
        plain = normal(re.sub(r"[\[\]()]", " ", response))
        tail = plain.rpartition(":")[2] if ":" in plain else plain
        parts = re.findall(
            r"\w+", re.sub(r"\b(?:and|then|y|et|und|e|to|the order is)\b", " ", tail)
        )
        if len(parts) == size and all(part in labels for part in parts):
            return tuple(labels[part] for part in parts)
        if len(parts) == 1 and len(parts[0]) == size and all(c in labels for c in parts[0]):
            return tuple(labels[c] for c in parts[0])
        loose = [labels[part] for part in parts if part in labels]
        if len(loose) == size < len(parts) and all(len(part) < 3 for part in parts):
            return ()  # "3 1 2 4 5" of four
        if len(loose) == size == len(set(loose)) and not any(c in "aiouye" for c in parts):
            return tuple(loose)
        return self._spelt(response)

    def _numbered(self, response: str) -> tuple[int, ...]:
        """ "1. egg 2. larva", "1 egg, 2 larva": things counted from 1 by the learner; empty for anything else."""
        placed = [_PLACED.match(piece) for piece in re.split(r"[,;\n]+", response)]
        if len(placed) == len(self.options) and all(placed):
            return self._placed([found for found in placed if found])
        marks = list(_COUNTED.finditer(response))
        if sorted(int(mark[1]) for mark in marks) != list(range(1, len(self.options) + 1)):
            return ()
        ends = [mark.start() for mark in marks[1:]] + [len(response)]
        pieces = [response[mark.end() : end] for mark, end in zip(marks, ends, strict=True)]
        named = [self.picker.read(piece.strip(" ,;")).named for piece in pieces]
        told = [(int(mark[1]), found) for mark, found in zip(marks, named, strict=True) if found]
        if not all(self.options[found[0]].label == str(n) for n, found in told):
            told.sort()  # places, and not the labels that the things were shown with
        return tuple(one for _, found in told for one in found) if len(told) == len(marks) else ()

    def _ranked(self, response: str) -> tuple[int, ...]:
        """ "first egg, second larva": things with words for their places; empty for anything else."""
        if any(RANK_WORDS.intersection(words(option.text)) for option in self.options):
            return ()
        named = [self.picker.read(one).named for one in by_rank(response, len(self.options))]
        return tuple(some[0] for some in named) if all(len(some) == 1 for some in named) else ()

    def _placed(self, found: list[re.Match[str]]) -> tuple[int, ...]:
        """ "egg = 1, larva = 2": each thing once with its own place; empty for anything else."""
        places = sorted(found, key=lambda one: int(one[2]))
        if [int(one[2]) for one in places] != list(range(1, len(self.options) + 1)):
            return ()
        named = [self.picker.read(one[1]).named for one in places]
        return tuple(one for some in named for one in some) if all(map(len, named)) else ()

    def _spelt(self, response: str) -> tuple[int, ...]:
        best: tuple[int, ...] = ()
        for cut in _CUTS:
            pieces = [_bare(piece) for piece in cut.split(response) if piece.strip()]
            if len(pieces) > 2 * len(self.options):
                continue
            named = [self._named(piece) for piece in pieces]
            flat = tuple(dict.fromkeys(i for found in named for i in found))
            if len(pieces) > len(self.options) and all(len(found) == 1 for found in named):
                return ()  # one of them stands there twice
            if len(pieces) == len(flat) == len(self.options):
                return flat
            twice = sum(len(found) == 1 for found in named) > len(flat) == len(self.options)
            if twice or (len(flat) == len(self.options) and self._one_more(pieces, named)):
                return ()
            best = flat if len(flat) > len(best) else best
        if self._one_beside(response):
            return ()
        return self._side_by_side(response) or best or self.picker.read_list(response).named

    def _one_beside(self, response: str) -> bool:
        """Whether a bare row of things holds one more, or one of them twice: "egg larva pupa adult frog"."""
        said = [w for w in words(response) if w not in self.picker.small | _LEADING_ON]
        if re.search(r"[,;\n→>]", response) or len(said) > 3 * len(self.options):
            return False
        named = [self._named(word) for word in said]
        own = frozenset(word for option in self.options for word in words(option.text))
        spare = [w for w, found in zip(said, named, strict=True) if not found and w not in own]
        everything = len(set(self.picker.read_list(response).named)) == len(self.options)
        twice = not spare and len(said) > sum(len(words(option.text)) for option in self.options)
        return twice or (everything and 0 < len(spare) <= 2)

    def _one_more(self, pieces: list[str], named: list[tuple[int, ...]]) -> bool:
        """Whether one of the pieces is a thing that is not among these: "…, Mars, Jupiter"."""
        if sum(map(bool, named)) != len(self.options):
            return False
        singly = all(len(found) < 2 for found in named)
        return any(
            self._is_thing(piece, 4 if singly else 2)
            for piece, found in zip(pieces, named, strict=True)
            if not found
        )

    def _is_thing(self, piece: str, most: int) -> bool:
        said = [word for word in words(piece) if word not in ("a", "an", "the")]
        return 0 < len(said) <= most and not frozenset(said) & (self.picker.small | _LEADING_ON)

    def _named(self, piece: str) -> tuple[int, ...]:
        """The things that a piece names, by their words or, where all are numbers, by value."""
        named = self.picker.read(piece).named
        if len(named) == 1:
            return named
        equal = self.valued.place(piece) if len(piece) < _MOST_LETTERS else None
        return named if equal is None else (equal,)

    def _side_by_side(self, response: str) -> tuple[int, ...]:
        """ "seed sprout seedling adult": as many words as things, each naming one; empty for anything else."""
        pieces = response.replace(",", " ").split()
        if len(pieces) != len(self.options):
            return ()
        named = [self._named(piece) for piece in pieces]
        flat = tuple(dict.fromkeys(one for found in named if len(found) == 1 for one in found))
        return flat if len(flat) == len(self.options) else ()

    def _how(self) -> str:
        if self.options[0].label.isalpha():
            return "Reply with the letters in the right order, with spaces between them."
        return "Reply with the numbers in the right order, with spaces between them."

    def shown(self) -> Shown:
        """The things in their shuffled order."""
        return Shown(kind="order", options=self.options, how=self._how())

    def answer_text(self) -> str:
        """The labels in the right order, with the texts."""
        labels = " ".join(self.options[i].label for i in self.right)
        return f"{labels} ({' → '.join(self.options[i].text for i in self.right)})"

    def answer_forms(self) -> tuple[str, ...]:
        """The sequence of labels and of texts, joined in the usual ways."""
        labels = [self.options[i].label for i in self.right]
        texts = [without_markup(self.options[i].text) for i in self.right]
        forms = [sign.join(labels) for sign in (" ", ", ", " → ", " > ")]
        forms += [sign.join(texts) for sign in (", ", " → ", ", then ", " > ", "; ")]
        return tuple(forms)

    def samples(self) -> Samples:
        """The right order in several guises, the reverse, two swapped, one missing."""
        labels = [self.options[i].label for i in self.right]
        texts = [self.options[i].text for i in self.right]
        swapped = [*labels[:-2], labels[-1], labels[-2]]
        return Samples(
            right=(" ".join(labels), ", ".join(labels).lower(), "\n".join(texts), "".join(labels)),
            wrong=(" ".join(reversed(labels)),),
            near=(" ".join(swapped),),
            unreadable=("", "🙂🙂", "zzzzqqq", " ".join(labels[:-1])),
        )


_PLACE_BEHIND = re.compile(
    (
        r"(?<=\w)\s+(?:comes?|goes|is|are|was)\s+"
        r"(?:first|second|third|fourth|fifth|sixth|next|last|after)(?:\s+(?:that|it|of all))?\s*$"
    ),
    re.I,
)


def _bare(piece: str) -> str:
    """A piece without the words that only say its place: "first …", "… comes next"."""
    return _PLACE_BEHIND.sub("", _MARK.sub("", piece))


def _left_open(response: str, own: frozenset[str]) -> bool:
    """Whether it names a choice, goes on without saying how, or turns its signs about: "pupa or adult"."""
    signs = set(re.findall(r"(?<![-=])[<>](?![-=])", response))
    return bool(_OR & frozenset(words(response)) - own) or goes_on(response) or len(signs) > 1


def _longest_run(places: list[int]) -> int:
    """The length of the longest increasing subsequence."""
    best: list[int] = []
    for i, place in enumerate(places):
        best.append(1 + max((best[j] for j in range(i) if places[j] < place), default=0))
    return max(best, default=0)


def build(spec: Spec, context: Context) -> ItemType:
    """An order item of a list `answer` in the right order."""
    fields = Fields(spec, FIELDS)
    texts = fields.texts("answer", least=2)
    fields.done()
    plain = [without_markup(text) for text in texts]
    if len(set(plain)) < len(plain):
        raise BadCourse("Two things are the same.", where="answer", do="Make them different.")
    if len(texts) > 20:
        raise BadCourse("There are too many things.", where="answer", do="Give at most 20.")
    places = list(range(len(texts)))
    random.Random(f"{context.seed}/order").shuffle(places)
    if places == sorted(places):  # the right order must not be shown as the order
        places = places[1:] + places[:1]
    numbers = any(re.search(r"\d", text) or len(text) == 1 for text in plain)
    letters = any(len(text) == 1 and text.isalpha() for text in plain)
    labels = list(LETTERS) if numbers and not letters else [str(n + 1) for n in range(len(texts))]
    options = tuple(
        Option(label=label, text=texts[place]) for label, place in zip(labels, places, strict=False)
    )
    return Order(
        options=options,
        right=tuple(places.index(place) for place in range(len(texts))),
        picker=Picker(options, language=context.language, terms=context.terms),
        valued=Valued([option.text for option in options], notation_of(context)),
    )
