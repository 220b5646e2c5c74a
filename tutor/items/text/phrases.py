"""Finding a phrase among a learner's words, and whether it is said or denied."""

from collections.abc import Sequence, Set

from tutor.items.text.speech import Speech
from tutor.items.text.words import PAUSE, STOP

REACH = 5  # words that a negator governs

# "not only the nucleus", "no doubt", "not just": a negator that denies nothing.
_HARMLESS = (("not", "only"), ("not", "just"), ("no", "doubt"), ("not", "merely"))
# Phrases that refuse what follows them.
_REFUSING = (
    *((word, "but") for word in ("anything", "everything", "all", "any", "everyone", "anyone")),
    *((word, "out") for word in ("crossed", "ruled", "rubbed", "scratched", "struck")),
    *(
        ("other", "than"),
        ("rather", "than"),
        ("instead", "of"),
        ("got", "rid"),
        ("apart", "from"),
        ("opposite", "of"),
        ("reverse", "of"),
    ),
)
_PAIRED = frozenset(("neither", "nor", "ni", "weder", "noch", "né", "nem"))
_FRESH = frozenset(("they", "it", "its", "it's", "thats", "that", "es", "c'est"))
BE = frozenset(("is", "are", "was", "were", "would", "can", "could", "does", "do"))
_NO = frozenset(("no", "nope"))
_FRESH_START = frozenset((STOP, PAUSE, "es", "son", "it", "its"))
WRONG = frozenset(("wrong", "incorrect", "false", "untrue"))
_RIGHT = frozenset(("right", "correct", "true"))
_TAG = frozenset(("it", "right", "they", "that", "correct", "answer", "the", STOP))


def last_thought(
    tokens: tuple[str, ...], speech: Speech, own: Set[str] = frozenset()
) -> tuple[str, ...]:
    """What stands after the last correction ("mitosis, no wait, meiosis" keeps "meiosis").

    The correction must follow some word and be followed by one that carries meaning, as the answers' `own`
    words do even where they are small ones ("no wait yes").
    """
    plain = [(i, token) for i, token in enumerate(tokens) if token not in (STOP, PAUSE)]
    cut = 0
    for phrase in speech.corrections:
        parts = phrase.split()
        for at in range(1, len(plain) - len(parts)):
            if [token for _, token in plain[at : at + len(parts)]] != parts:
                continue
            rest = plain[at + len(parts) :]
            small = (speech.filler | speech.articles) - own
            meant = any(t not in small for _, t in rest)
            bare = len(rest) == 1 and len(rest[0][1]) == 1  # "B, no wait, A"
            if meant or bare:
                cut = max(cut, plain[at + len(parts)][0])
    return tokens[cut:]


def denied_before(tokens: Sequence[str], start: int, end: int, speech: Speech) -> bool:
    """Whether the words from `start` to `end` are denied by a negator that reaches them.

    A negator reaches `REACH` words forward, not past a mark, a "but" or a "because"; two of them
    cancel. "X is not it", "X is wrong" deny X from behind; a tag ("X, isn't it?") does not.
    """
    denials = 0
    at, seen, fresh = start - 1, 0, False
    while at >= 0 and seen < REACH:
        token = tokens[at]
        if token in (STOP, PAUSE) or token in speech.turns:
            if tuple(tokens[max(0, at - 1) : at + 1]) in _REFUSING:
                denials += 1
            break
        pair = tuple(tokens[at : at + 2])
        if token in _PAIRED:
            return True
        if (token in speech.negators and pair not in _HARMLESS) or pair in _REFUSING:
            denials += 1
        elif fresh and token not in speech.filler:
            break  # "it is not a, it is b" without its comma: the negator had its word
        fresh = fresh or _opens_anew(tokens, at)
        at, seen = at - 1, seen + 1
    return denials % 2 == 1 or _denied_behind(tokens, end, speech)


def _opens_anew(tokens: Sequence[str], at: int) -> bool:
    """Whether a clause begins at a word: "they", "its", and "it" before its verb, but not "make it denser"."""
    if tokens[at] in ("it", "that"):
        return at + 1 < len(tokens) and tokens[at + 1] in BE
    return tokens[at] in _FRESH


def _denied_behind(tokens: Sequence[str], end: int, speech: Speech) -> bool:
    parted = end
    while parted < len(tokens) and tokens[parted] in (STOP, PAUSE):
        parted += 1
    if set(tokens[parted + 1 : parted + 3]) & (WRONG | _RIGHT):
        end = parted  # "B! is not right", but not "B, isn't it"
    behind = tuple(tokens[end : end + 5])
    if behind[:1] and behind[0] in _NO and (behind[1:2] and behind[1] in _FRESH_START):
        return True  # "lima no, es cusco"
    if len(behind) < 2 or behind[0] not in BE:
        return False
    if behind[1] in WRONG:
        return True
    return behind[1] in speech.negators and (len(behind) == 2 or behind[2] in _TAG)
