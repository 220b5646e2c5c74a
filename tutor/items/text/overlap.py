"""What an answer in sentences shares with its references, as numbers for the scorer.

Overlap of words, stems, near words and letters with each reference, the same without the words of
the question (which anybody can repeat), numbers, negation, opposites and length. The mix follows
what worked on the SemEval-2013 joint student response task (Dzikovska et al., SemEval 2013; Sultan
et al., NAACL 2016, for demoting the words of the question).
"""

import itertools
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from tutor.items.text.lexicon import opposites, say_the_same
from tutor.items.text.spelling import distance
from tutor.items.text.words import stem, words

Weigh = Callable[[str], float]

_FUNCTION_WORDS = (
    "a an the is are was were be been being am of to in on at for with from by as it its they them "
    "their theirs he she his her i you your we our us this that these those there here and or but "
    "so if then than because when while which who what how why where do does did done have has had "
    "will would can could may might should must very just also too into about up out get got one "
    "some any each"
)
_NEGATORS = frozenset(
    ["not", "no", "never", "none", "nothing", "neither", "nor", "without", "cannot"]
)
_UNSURE = (("idk",), ("dunno",), ("i", "do", "not", "know"), ("i", "am", "not", "sure"))
_LONGEST = 400  # words of an answer that are looked at; more tell nothing new

# Of each reference, in the order in which `_against` gives them.
_PAIR = (
    *("word_recall", "word_precision", "word_f1", "near_recall", "near_precision", "near_f1"),
    *("new_recall", "new_precision", "new_f1", "letter_recall", "letter_precision"),
    *("letter_cosine", "bigram_recall", "bigram_precision", "run_recall", "run_precision"),
    *("opposed", "opposed_any", "negation_differs", "negations_more", "numbers_strange"),
    *("letters_strange", "length_ratio"),
)
_BEST_OF = _PAIR[:16]
_WHOLE = (
    *("mean_near", "mean_new", "mean_cosine", "least_opposed", "least_negation"),
    *("negations", "length", "content_length", "from_question", "strange", "strange_share"),
    *("letters_of_question", "all_recall", "unsure", "same_text"),
)
FEATURES = (*_PAIR, *(f"best_{name}" for name in _BEST_OF), *_WHOLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A text with everything that comparing it needs."""

    words: tuple[str, ...]
    stems: tuple[str, ...]
    content: tuple[str, ...]  # stems that carry meaning, each once
    bigrams: frozenset[tuple[str, str]]
    letters: Mapping[str, int]  # counts of runs of three and four letters
    norm: float  # of `letters`
    numbers: frozenset[str]
    labels: frozenset[str]  # single letters by which things are named ("bulb C")
    negations: int


@lru_cache(maxsize=1)
def function_stems() -> frozenset[str]:
    """The stems of English words that carry grammar rather than meaning."""
    return frozenset(stem(word) for word in _FUNCTION_WORDS.split())


@lru_cache(maxsize=4096)
def text_of(raw: str) -> Text:
    """The parts of `raw` that are compared."""
    found = words(raw)[:_LONGEST]
    stems = tuple(stem(word) for word in found)
    once = tuple(dict.fromkeys(stems))
    joined = f" {' '.join(found)} "
    letters = Counter(
        joined[i : i + size] for size in (3, 4) for i in range(len(joined) - size + 1)
    )
    return Text(
        words=found,
        stems=stems,
        content=tuple(word for word in once if word not in function_stems()),
        bigrams=frozenset(itertools.pairwise(stems)),
        letters=letters,
        norm=math.sqrt(sum(count * count for count in letters.values())),
        numbers=frozenset(word for word in found if word[0].isdigit()),
        labels=frozenset(w for w in found if len(w) == 1 and w.isalpha() and w not in "ai"),
        negations=sum(word in _NEGATORS for word in found),
    )


def weights_of(texts: Iterable[str]) -> Weigh:
    """Inverse document frequency over `texts`: rare stems weigh more (Spärck Jones, 1972)."""
    seen: Counter[str] = Counter()
    count = 0
    for raw in texts:
        seen.update(set(text_of(raw).stems))
        count += 1

    def weigh(word: str) -> float:
        return math.log((count + 1) / (seen.get(word, 0) + 0.5))

    return weigh


def equally(word: str) -> float:
    """The weight of any stem where there is no question bank to count in."""
    return 1.0


@lru_cache(maxsize=200_000)
def likeness(one: str, other: str) -> float:
    """How far one stem may stand for another, 0 to 1: itself, a synonym, a slip, a long relative."""
    if one == other:
        return 1.0
    if say_the_same(one, other):
        return 0.8
    short = min(len(one), len(other))
    if short < 4 or one.isdigit() or other.isdigit():
        return 0.0
    edits = distance(one, other, 1 if short < 7 else 2)
    if edits <= (1 if short < 7 else 2):
        return 0.9 if edits == 1 and one[0] == other[0] else 0.7
    return 0.7 if one[:5] == other[:5] and short >= 5 else 0.0


def features(
    answer: str, question: str, references: Sequence[str], weigh: Weigh = equally
) -> tuple[float, ...]:
    """The numbers of `FEATURES` for an answer; `references` holds at least one text."""
    said, asked = text_of(answer), text_of(question)
    refs = [text_of(reference) for reference in references]
    rows = [_against(said, ref, asked, weigh) for ref in refs]
    near, new, cosine = _PAIR.index("near_f1"), _PAIR.index("new_recall"), 11
    nearest = max(rows, key=lambda row: row[near] + 0.5 * row[new] + row[cosine])
    best = [max(row[i] for row in rows) for i in range(len(_BEST_OF))]
    means = [sum(row[i] for row in rows) / len(rows) for i in (near, new, cosine)]
    opposed, negation = _PAIR.index("opposed"), _PAIR.index("negation_differs")
    least = [min(row[i] for row in rows) for i in (opposed, negation)]
    return (*nearest, *best, *means, *least, *_whole(said, asked, refs, weigh))


def _whole(said: Text, asked: Text, refs: Sequence[Text], weigh: Weigh) -> tuple[float, ...]:
    every = dict.fromkeys(word for ref in refs for word in ref.stems)
    known = set(asked.stems)
    strange = sum(
        word not in known and max((likeness(word, r) for r in every), default=0.0) < 0.6
        for word in said.content
    )
    shared = sum(min(n, asked.letters.get(run, 0)) for run, n in said.letters.items())
    return (
        float(said.negations),
        math.log(len(said.stems) + 1),
        math.log(len(said.content) + 1),
        _found(said.content, asked.stems, weigh),
        float(strange),
        strange / max(1, len(said.content)),
        shared / max(1, sum(said.letters.values())),
        _near([word for word in every if word not in function_stems()], said.content, weigh),
        float(any(said.words[: len(start)] == start for start in _UNSURE)),
        float(any(said.words == ref.words for ref in refs)),
    )


def _against(said: Text, ref: Text, asked: Text, weigh: Weigh) -> tuple[float, ...]:
    wanted = ref.content or tuple(dict.fromkeys(ref.stems))
    known = set(asked.stems)
    new_said = [word for word in said.content if word not in known]
    new_wanted = [word for word in wanted if word not in known]
    recall, precision = _found(wanted, said.content, weigh), _found(said.content, wanted, weigh)
    near_r, near_p = _near(wanted, said.content, weigh), _near(said.content, wanted, weigh)
    new_r = _near(new_wanted, said.content, weigh) if new_wanted else near_r
    new_p = _near(new_said, wanted, weigh)
    shared = sum(min(n, ref.letters.get(run, 0)) for run, n in said.letters.items())
    dot = sum(n * ref.letters.get(run, 0) for run, n in said.letters.items())
    both = len(said.bigrams & ref.bigrams)
    run = _longest_common(said.stems, ref.stems)
    own, theirs = set(said.stems), set(ref.stems)
    against = [w for w in own if w not in theirs and opposites(w) & theirs]
    return (
        *(recall, precision, _f1(precision, recall), near_r, near_p, _f1(near_p, near_r)),
        *(new_r, new_p, _f1(new_p, new_r)),
        shared / max(1, sum(ref.letters.values())),
        shared / max(1, sum(said.letters.values())),
        dot / (said.norm * ref.norm) if said.norm and ref.norm else 0.0,
        both / max(1, len(ref.bigrams)),
        both / max(1, len(said.bigrams)),
        run / max(1, len(ref.stems)),
        run / max(1, len(said.stems)),
        float(sum(not opposites(w) & own and (w not in known or len(w) < 5) for w in against)),
        float(len(against)),
        float(said.negations % 2 != ref.negations % 2),
        float(said.negations - ref.negations),
        float(len(said.numbers - ref.numbers - asked.numbers)),
        float(len(said.labels - ref.labels)),
        math.log((len(said.stems) + 1) / (len(ref.stems) + 1)),
    )


def _found(sought: Sequence[str], among: Iterable[str], weigh: Weigh) -> float:
    """The weight of the stems of `sought` that stand in `among`, as a share."""
    total = sum(weigh(word) for word in sought)
    there = set(among)
    return sum(weigh(word) for word in sought if word in there) / total if total else 0.0


def _near(sought: Sequence[str], among: Sequence[str], weigh: Weigh) -> float:
    """Like `_found`, with near words counted by their likeness."""
    total = sum(weigh(word) for word in sought)
    if not total:
        return 0.0
    return (
        sum(weigh(w) * max((likeness(w, other) for other in among), default=0.0) for w in sought)
        / total
    )


def _f1(precision: float, recall: float) -> float:
    return 2 * precision * recall / (precision + recall) if precision + recall else 0.0


def _longest_common(one: Sequence[str], other: Sequence[str]) -> int:
    """The length of the longest common subsequence."""
    row = [0] * (len(other) + 1)
    for word in one:
        before = 0
        for j, theirs in enumerate(other, 1):
            above = row[j]
            row[j] = before + 1 if word == theirs else max(above, row[j - 1])
            before = above
    return row[-1]
