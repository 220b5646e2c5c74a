"""Whether a text tells which of two answers it is: “0.35 is smaller”, “the other one”, “it isn't” (pure).

A question that offers two things (“which is larger, 0.4 or 0.35?”), or that is answered by yes or
no, is answered by denying one of them.
"""

import re
from collections.abc import Sequence

from tutor.items.reveal.wordings import asks, sentences

_OR = re.compile(r"(?:,|:| is| are|:) ([\w./%-]+(?: [\w./%-]+)?) or ([\w./%-]+(?: [\w./%-]+)?) ?\?")
_OTHER = re.compile(
    r"\b(?:the other (?:1|one|number|word|way round)|(?:the )?opposite of (?:what you|your)|"
    r"la otra|el otro|lo contrario|das andere|l'autre)\b|العكس"
)
_IT_IS_THE_OTHER = re.compile(
    r"\b(?:it's|it is|it must be|must be|so|then|answer is|choose|pick) "
    r"(?:actually |really )?the other (?:1|one|fraction|number|word|way round)\W*$"
    r"|\bthe other (?:1|one|fraction|number) (?:is|wins|comes out) (?:\w+ )?"
    r"(?:larger|greater|bigger|more|higher|smaller|less|lower|right|ahead|correct)\b"
)
# “Draw the other one, too” gives work, no answer.
_WORK_ON = re.compile(
    r"\b(?:draw|shade|convert|turn|change|write|rewrite|look at|compare|with|cut|into|of|for|"
    r"about|than|and|to|do|on|in) (?:also )?$"
)
_LISTED = re.compile(r": ([^:?]+(?:, (?:or )?[^:?,]+){2,})\W*$")
_PLACED = re.compile(
    r"\bthe (first|second|third|fourth|fifth|last) (?:1|one|word|of them)\b|"
    r"^\W*the (first|second|third|fourth|fifth|last)\W*$"
)
_PLACES = ("first", "second", "third", "fourth", "fifth", "last")
_YES = frozenset({"yes", "true", "sí", "si", "verdadero", "نعم", "صح"})
_NO = frozenset({"no", "false", "falso", "لا", "خطأ"})
_IT_IS_NOT = re.compile(
    r"^\W*(?:(?:no|well|so|then|but|hmm|look),? )*(?:it|that|this|they)"
    r"(?:'s not| is not| isn't|n't| are not| aren't)\b|"
    r"\b(?:so|means|then|that) (?:it|that|this)(?:'s not| is not| isn't)\b"
)
_IT_IS = re.compile(
    r"^\W*(?:(?:yes|well|so|then|but|look),? )*(?:it|that|this) (?:is|does|can|really is)[.,!]"
)
_LESS = r"(?:smaller|less|lower|the smaller one|smallest|shorter|lighter|menor)"
_GREATER = r"(?:larger|greater|bigger|more|higher|longer|heavier|mayor)"
_ASKED = ((re.compile(rf"\b{_GREATER}\b"), _LESS), (re.compile(rf"\b{_LESS}\b"), _GREATER))


def one_of_two(read: str, forms: Sequence[str], shown: str, picked: str) -> str:
    """The words that leave only the right one of two answers; "" when none do."""
    answer = forms[0] if forms else ""
    if answer in _YES | _NO:
        return _of_yes_or_no(read, answer in _YES, picked)
    listed = _of_a_list(read, forms, shown)
    offered = None if listed else _OR.search(shown)
    if offered is None:
        return listed
    one, other = offered[1].strip(" .?"), offered[2].strip(" .?")
    if (one in forms) == (other in forms):
        return ""
    wrong = other if one in forms else one
    for sentence in sentences(read):
        if asks(sentence):
            continue
        hit = _OTHER.search(sentence) if wrong == picked else None
        if hit and not _WORK_ON.search(sentence[: hit.start()]):
            return hit[0]
        if _chosen(picked, wrong) and (hit := _IT_IS_THE_OTHER.search(sentence)):
            return hit[0]
        if wrong not in sentence and wrong != picked:
            continue
        for asked, opposite in _ASKED:
            if not asked.search(shown):
                continue
            found = re.search(rf"(?<![\w.]){re.escape(wrong)} (?:is|es) {opposite}\b", sentence)
            if found:
                return found[0]
            break
    return ""


def _chosen(picked: str, one: str) -> bool:
    """Whether a learner's words begin with `one`, with their grounds behind it: “5/8 because …”."""
    return picked.startswith(one) and not re.match(r"[\w./]", picked[len(one) :])


def _of_yes_or_no(read: str, yes: bool, picked: str) -> str:
    wrong = _NO if yes else _YES
    for sentence in sentences(read):
        if asks(sentence):
            continue
        found = (_IT_IS if yes else _IT_IS_NOT).search(sentence)
        if found is None and picked.strip(" .!?") in wrong:
            found = _OTHER.search(sentence)
        if found:
            return found[0]
    return ""


def _of_a_list(read: str, forms: Sequence[str], shown: str) -> str:
    """“The third one”, where the question lists the words to choose from."""
    listed = _LISTED.search(shown)
    words = [word.strip(" .?") for word in listed[1].split(",")] if listed else []
    for sentence in sentences(read) if words else ():
        hit = None if asks(sentence) else _PLACED.search(sentence)
        if hit is None:
            continue
        at = _PLACES.index(hit[1] or hit[2])
        at = len(words) - 1 if at == len(_PLACES) - 1 else at
        if at < len(words) and words[at] in forms:
            return hit[0]
    return ""
