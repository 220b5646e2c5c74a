"""Our intents as the labels of CIMA: guess, question, affirmation, other (Stasaski et al. 2020).

The mapping: a response is a guess; whoever asks something, for a hint, an answer, an explanation or an
example, or says not to know, asks a question; agreement and thanks, alone or opening a longer message,
are an affirmation; what is left is other. The tutor's own reading needs a grader's verdict; here the
open item is an Italian phrase, so words of that tongue stand for it: those of the row's answer, those
that the history has taught, and the tongue's articles.
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np

from tutor.dialogue.intents.likely import Situation, likely
from tutor.dialogue.intents.said import said
from tutor.dialogue.read import Intent
from tutor.evals.intent_fit import fitted
from tutor.items.text.speech import speech

LABELS = ("guess", "question", "affirmation", "other")
_QUESTIONS = frozenset({
    Intent.QUESTION, Intent.HINT, Intent.ANSWER_REQUEST, Intent.EXPLAIN, Intent.EXAMPLE,
    Intent.DONT_KNOW, Intent.STUCK, Intent.TOO_HARD, Intent.TOPIC, Intent.APPEAL,
})  # fmt: skip
_AGREES = frozenset({Intent.AGREE, Intent.THANKS, Intent.CLAIM, Intent.SOCIAL})
_OPENS = re.compile(
    r"^(?:oh+|ok|yes|right|got it|understood|thanks|thank you|great|good|cool|wow|all ?right|sure|perfect|ah+|nice|"
    r"that is right|(?:that |it )?makes sense|i see|i know|i remember|fine|exactly|true|no(?= *$))\b"
)
_APART = re.compile(r"^\W*[^.!?\n]{1,60}[.!\n]")
_THANKS = re.compile(
    r"\b(?:thanks|thank you|i (?:now )?(?:remember|see|get it|understand)|makes sense)\b"
)
_ASKS = re.compile(
    r"\b(?:what|how do|how to|how would|which|why|where|when|who)\b|"
    r"\b(?:can|could|would|will) you\b|\b(?:hint|help|remind me)\b|"
    r"\b(?:not|forgot|forget|forgotten|need|unsure)\b.*\b(?:know|remember|word|words|how|what|say|sure)\b|"
    r"^(?:does|do|are there|is there|should|did)\b"
)
# "Is bed letto?", "so the word for box is scatola, right?": asking for one word, not trying the phrase.
_CONFIRMS = re.compile(r"\b(?:is|are|means?)\b(?! (?:it|that)\b).*\?$|\b(?:correct|right) \?$")
_TAUGHT = re.compile(r"\bis\W+[\"“]([^\"”]+)[\"”]")
_KNOWS = re.compile(
    r"\bi (?:know|knew|remember|see|understand|did)\b|\b(?:got it|understood|thanks?)\b"
)
_ASKED_IF_KNOWN = "do you know"
_BIDS = re.compile(r"(?i)please try|best guess|why don.t you|can you try")
_EXERCISE = ("obj", "prep", "color")
_PENALTY = 2.0  # of the head, which has few rows
_ITALIAN = speech("it")
_SMALL = (_ITALIAN.articles | frozenset({"e", "è", "di", "al", "alla", "allo", "del"})) - {"i"}


def outside_labels(row: Mapping[str, Any]) -> frozenset[str]:
    """The labels that a row gets without anything being fitted on rows like it."""
    words = said(row["utterance"])
    tongue = sum(word in _foreign(row) for word in words.split())
    opens, asks = _OPENS.match(words) is not None, _ASKS.search(words) is not None
    asks = asks or (tongue <= 2 and _CONFIRMS.search(words) is not None)
    rest = _OPENS.sub("", words).strip(" ?")
    found = set[str]()
    if (opens and (_said_apart(row) or not (asks or tongue))) or (
        _THANKS.search(words) and not asks and not tongue
    ):
        found.add("affirmation")
    if asks and (tongue < 2 or not _long_guess(words, tongue)):
        found.add("question")
    elif tongue:
        found.add("guess")
    if asks and _long_guess(words, tongue):
        found.add("guess")
    if found and (found != {"affirmation"} or not rest or len(rest.split()) < 8):
        return frozenset(found)
    return frozenset(found | {_of_intent(words)}) - ({"other"} if found else set())


def _said_apart(row: Mapping[str, Any]) -> bool:
    """Whether what opens a message is a sentence of its own: “Ok! How do you …”, not “Ok, how do you …”."""
    return _APART.match(row["utterance"]) is not None


def _long_guess(words: str, tongue: int) -> bool:
    """Whether most of a message is in the tongue."""
    return tongue >= 4 and tongue * 2 >= len(words.split())


def _of_intent(words: str) -> str:
    """The classifier's reading beside an open item, as a label."""
    intent = Intent(likely(words, Situation(verdict="incorrect", kind="short"))[0][0])
    if intent in _QUESTIONS:
        return "question"
    if intent in _AGREES:
        return "affirmation"
    return "guess" if intent is Intent.RESPONSE else "other"


def _foreign(row: Mapping[str, Any]) -> frozenset[str]:
    """Words of the answer's tongue that may be said: the answer's, the taught, the small ones."""
    taught = [piece for line in row["history"] for piece in _TAUGHT.findall(str(line))]
    whole = " ".join([*(str(row.get(part) or "") for part in ("obj", "prep", "color")), *taught])
    words = frozenset(said(whole.replace("'", " ")).split())
    return (words | _SMALL) - {"is", "the", "to", "of", "in", "on", "a"}


def folded_labels(
    rows: Sequence[Mapping[str, Any]], ruled: Sequence[frozenset[str]], folds: int
) -> list[frozenset[str]]:
    """Labels by a thin head, fitted on the other folds' dialogues: the rules' labels beside a few signs
    of the message and of what the tutor said before it, one logistic regression for each label."""
    x = np.array([_head_signs(row, got) for row, got in zip(rows, ruled, strict=True)])
    dialogue = _dialogues(rows)
    order = np.random.default_rng(5).permutation(len(rows))
    fold = np.array([order[at] % folds for at in dialogue])
    made = [set[str]() for _ in rows]
    for label in LABELS:
        y = np.array([int(label in row["labels"]) for row in rows])
        for k in range(folds):
            weights = fitted(x[fold != k], y[fold != k], 2, penalty=_PENALTY)
            for at in np.flatnonzero(fold == k).tolist():
                if x[at] @ (weights[:, 1] - weights[:, 0]) > 0:
                    made[at].add(label)
    return [frozenset(labels or ruled[at]) for at, labels in enumerate(made)]


def _head_signs(row: Mapping[str, Any], ruled: frozenset[str]) -> list[float]:
    words, before = said(row["utterance"]), "".join(map(str, row["history"][-1:]))
    tongue = sum(word in _foreign(row) for word in words.split())
    opens = _OPENS.match(words) is not None
    own = {said(str(line)) for line in row["history"][1::2]}
    signs = (
        opens, opens and _said_apart(row), _KNOWS.search(words), "?" in words, len(words.split()) <= 3,
        _ASKED_IF_KNOWN in before.casefold(), _BIDS.search(before), _TAUGHT.search(before), words in own,
    )  # fmt: skip
    return [
        *(2.0 * (label in ruled) for label in LABELS),
        min(tongue, 6) / 3,
        *(float(bool(one)) for one in signs),
        1.0,
    ]


def _dialogues(rows: Sequence[Mapping[str, Any]]) -> list[int]:
    """For each row the first row of its dialogue: the same exercise, and the shorter talk opens the longer."""
    talks = [
        ([row.get(part) for part in _EXERCISE], [said(str(line)) for line in (*row["history"], row["utterance"])])
        for row in rows
    ]  # fmt: skip
    first = list(range(len(rows)))
    for at, (exercise, talk) in enumerate(talks):
        for earlier, (other, told) in enumerate(talks[:at]):
            both = min(len(talk), len(told))
            if exercise == other and both > 1 and talk[:both] == told[:both]:
                first[at] = first[earlier]
                break
    return first
