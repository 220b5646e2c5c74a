"""The places of a response that name options, and which of those options it picks or refuses."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from tutor.items.text.option_words import IN_PART
from tutor.items.text.phrases import BE, WRONG, denied_before
from tutor.items.text.speech import Speech
from tutor.items.text.taken_back import TAILS
from tutor.items.text.words import PAUSE, STOP

TURNED = frozenset(
    ("reverse", "inverse", "opposite", "anti", "counter", "pseudo", "reversed", "fake")
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Picked:
    """The options named, by index, in the order named; `denied` those named only to refuse them."""

    named: tuple[int, ...] = ()
    denied: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """An option's name among the tokens of a response."""

    start: int
    end: int
    index: int


def picked(
    mentions: Sequence[Mention],
    found: Sequence[str],
    speech: Speech,
    *,
    among: int,
    which_do: bool | None,
    which_is_wrong: bool = False,
) -> Picked:
    """The options picked of so many; `which_do` tells whether the question asks which do or which do not.

    `which_is_wrong` says that it asks for a wrong one, so that "B is wrong" names B.
    """
    places = sorted(mentions, key=lambda m: m.start)
    if among == 2 and any(m.start and found[m.start - 1] in IN_PART for m in places):
        return Picked()  # "half true"
    behind = tuple(t for t in found[places[-1].end :] if t not in (STOP, PAUSE)) if places else ()
    if any(m.start and found[m.start - 1] in TURNED for m in places):
        return Picked()  # "reverse osmosis" where osmosis is offered
    wrong_first = places and places[0].start and found[0] in WRONG  # "wrong: B"
    if (which_do is not False and behind in TAILS) or (wrong_first and not which_is_wrong):
        return Picked(denied=tuple(dict.fromkeys(m.index for m in places)))
    refused = _which_do_not(found, places, speech) if which_do else set[Mention]()
    for place in places:
        told = which_do is False and _ends_in_not(found, place.end, speech)
        if not told and denied_before(found, place.start, place.end, speech):
            refused.add(place)
    blamed = len(behind) > 1 and behind[-2] in BE and behind[-1] in WRONG
    if blamed and not which_is_wrong and not set(behind) & (speech.reasons | speech.turns):
        refused.add(places[-1])  # "the second one is wrong"
    _spread(refused, found, places, speech)
    firm = tuple(dict.fromkeys(m.index for m in places if m not in refused))
    denied = dict.fromkeys(m.index for m in places if m in refused)
    return Picked(named=firm, denied=tuple(i for i in denied if i not in firm))


def _spread(
    refused: set[Mention], found: Sequence[str], places: Sequence[Mention], speech: Speech
) -> None:
    """Refuse what is refused together with others, and nothing where a bare "no" may mean either."""
    for one, place in pairwise(places):
        beside = set(found[one.end : place.start]) <= speech.articles | {STOP, PAUSE}
        if one.index == place.index and beside and {one, place} & refused:
            refused |= {one, place}  # "b) 0.25 is wrong": the label and its text
        if one in refused and _all_but(found, one.start) and _listed_on(found, one, place, speech):
            refused.add(place)  # "everything but a, c"
    for place in places[1:]:
        if _taken_back(found, place, places, speech):
            refused.discard(place)  # "B? no C": both are named, and it is asked


_ALL = frozenset(("all", "any", "anything", "everything", "each", "every"))


def _all_but(found: Sequence[str], start: int) -> bool:
    """Whether "everything but" stands before a place, perhaps with other options between."""
    before = list(found[max(0, start - 12) : start])
    return any(one in _ALL and other == "but" for one, other in pairwise(before))


def _listed_on(found: Sequence[str], one: Mention, other: Mention, speech: Speech) -> bool:
    """Whether only a comma, an and or an or stands between two options."""
    between = frozenset(found[one.end : other.start]) - speech.articles
    return between <= speech.ands | speech.ors | {PAUSE}


def _taken_back(
    found: Sequence[str], place: Mention, places: Sequence[Mention], speech: Speech
) -> bool:
    """Whether a bare "no" parts an option from the one named before it: "B? no C", "b... no c"."""
    at = place.start - 1
    if speech.stemmer != "english" or at < 1 or found[at] != "no":
        return False
    before = at - 1 if found[at - 1] in (STOP, PAUSE) else at
    return any(other.end == before or other.end == at for other in places if other is not place)


def _ends_in_not(found: Sequence[str], end: int, speech: Speech) -> bool:
    """Whether nothing but "are not" follows, which answers "Which are not mammals?"."""
    behind = [token for token in found[end:] if token not in (STOP, PAUSE)]
    return len(behind) == 2 and behind[0] in BE and behind[1] in speech.negators


_OF_ONE = frozenset(("is", "was", "does"))


def _which_do_not(found: Sequence[str], places: Sequence[Mention], speech: Speech) -> set[Mention]:
    """The options of which it is said that they do not: "copper and silver do not conduct".

    What is joined before such an option is meant with it, unless the verb speaks of one thing alone.
    """
    refused: set[Mention] = set()
    for at, place in enumerate(places):
        behind = found[place.end : place.end + 2]
        if len(behind) < 2 or behind[0] not in BE or behind[1] not in speech.negators:
            continue
        if _names_one(found, place.end + 2, places, speech.turns | {STOP, PAUSE}):
            continue  # "copper is not wood"
        refused.add(place)
        if behind[0] not in _OF_ONE:
            refused |= set(_joined_before(found, places[: at + 1], speech))
    return refused


def _names_one(
    found: Sequence[str], at: int, places: Sequence[Mention], ends: frozenset[str]
) -> bool:
    """Whether an option is named between a place and the end of the clause."""
    end = next((i for i in range(at, len(found)) if found[i] in ends), len(found))
    return any(at <= place.start < end for place in places)


def _joined_before(
    found: Sequence[str], places: Sequence[Mention], speech: Speech
) -> list[Mention]:
    """The options that and or a comma joins to the last one."""
    links = [
        frozenset(found[one.end : next_one.start]) - speech.articles
        for one, next_one in pairwise(places)
    ]
    joined: list[Mention] = []
    for n in range(len(links) - 1, -1, -1):
        if not links[n] or not links[n] <= speech.ands | {PAUSE}:
            break
        if links[n] == {PAUSE} and n and links[n - 1] != {PAUSE}:
            break  # "copper and silver, wood and glass do not"
        joined.append(places[n])
    return joined
