"""How surely words as typed name a term of a course: inflected, misspelt, or a part of it (pure)."""

from dataclasses import dataclass

from tutor.retrieval.spelling import slips_between, slips_forgiven
from tutor.retrieval.terms import TermMatch

SHORT = 6  # letters of a term below which its first is taken to be typed as meant


@dataclass(frozen=True, slots=True)
class Name:
    """One way of saying a term."""

    said: str
    words: tuple[str, ...]
    stems: frozenset[str]
    match: TermMatch
    whole: frozenset[str]  # stems of all words, the small ones too: "for" is one in Python
    letters: frozenset[str]


def likeness(
    said: str,
    letters: frozenset[str],
    meant: tuple[frozenset[str], ...],
    stems: frozenset[str],
    name: Name,
) -> float:
    """How surely the words name the term: 1 the same, 0.95 inflected, then misspelt, then a part."""
    if said == name.said:
        return 1.0
    if stems and stems == name.stems:
        return 0.95
    most = slips_forgiven(name.said)
    if said[:1] != name.said[:1] and len(name.said) < SHORT:
        most = 0  # “one” is a word of its own and no slip for “none”
    if most and a_slip_away(said, letters, name.said, name.letters, most):
        wrong = slips_between(said, name.said, most) or 0
        # Letters in the wrong order are a likelier slip than a wrong letter: "mieosis" is meiosis.
        return 0.9 - 0.05 * wrong + 0.02 * (sorted(said) == sorted(name.said))
    if not name.stems:
        return 0.0
    shared = sum(not words.isdisjoint(name.words) for words in meant)
    if shared == len(meant) and len(meant) < len(name.words):
        return 0.5 + 0.3 * shared / len(name.words)
    if stems > name.stems and len(name.said) > 3:
        return 0.5 + 0.3 * len(name.stems) / len(stems)
    return 0.0


def a_slip_away(
    one: str, its_letters: frozenset[str], other: str, other_letters: frozenset[str], most: int
) -> bool:
    """Whether two words are at most so many slips apart; each slip changes at most two letters."""
    return (
        abs(len(one) - len(other)) <= most
        and len(its_letters ^ other_letters) <= 2 * most
        and slips_between(one, other, most) is not None
    )
