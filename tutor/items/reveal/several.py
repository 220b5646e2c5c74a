"""Answers of several parts, sums in another order and open answers in other words (pure).

A list is told when its parts stand together, in any order unless the order is the answer; a sum or
a product when a formula has the same terms and factors; an open answer when most of what is new in
it is said.
"""

import itertools
import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache

MOST_PARTS = 4  # of which every order is looked for
ENOUGH = 0.75  # share of an open answer's new words that tells it
LEAST_WORDS = 4  # new words, below which an open answer is told by its own phrase only
_STEM = 5  # letters that a word is compared by
_SPLIT = re.compile(r"\s*(?:,|;|→|>|\band\b|\by\b|\bund\b|\bet\b|\bthen\b)\s*")
_AND = (
    r"(?:\s*(?:[,;/&→<>|]|\b(?:and|then|or|before|followed by|first|next|y|luego|o|e|et|puis|und|"
    r"dann|oder)\b|(?<!\w)(?:ثم|و|أو|او)\s?))+"
    r"\s*(?:[a-z] ?= ?|the |el |la |los |las |le |les |der |die |das |option |ال)?"
)
_COMMON = frozenset(
    [
        "about",
        "above",
        "after",
        "again",
        "also",
        "because",
        "been",
        "before",
        "being",
        "below",
        "between",
        "both",
        "could",
        "does",
        "doing",
        "down",
        "during",
        "each",
        "from",
        "have",
        "having",
        "here",
        "into",
        "itself",
        "more",
        "most",
        "only",
        "other",
        "over",
        "same",
        "should",
        "some",
        "such",
        "than",
        "that",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "through",
        "under",
        "until",
        "very",
        "were",
        "what",
        "when",
        "where",
        "which",
        "while",
        "whose",
        "will",
        "with",
        "would",
        "your",
        "porque",
        "para",
        "como",
        "este",
        "esta",
        "estos",
        "estas",
        "entre",
        "cuando",
        "donde",
        "tiene",
        "tienen",
        "desde",
        "hasta",
        "sobre",
        "pero",
        "todos",
        "todas",
        "cada",
        "muchos",
    ]
)
_LABEL = re.compile(r"(?<!\w)[A-Z](?!\w)")
_SIGNED = re.compile(r"^[a-z]{2,} ?-(?=\w)")
_FORMULA = re.compile(r"[^\s,;:=<>?!\"'«»]+(?: ?[-+*] ?[^\s,;:=<>?!\"'«»]+)*")


def may_list(cased: str, forms: Sequence[str]) -> bool:
    """Whether all parts of a form are somewhere in the text: cheap, before `listed` is compiled.

    A part of one letter is a label, and stands as a capital.
    """
    lower, labels = cased.casefold(), {one.casefold() for one in _LABEL.findall(cased)}
    return any(
        len(parts) > 1
        and all(part in (labels if len(part) == 1 and part.isalpha() else lower) for part in parts)
        for parts in map(_parts, forms)
    )


@lru_cache(maxsize=2048)
def _parts(form: str) -> tuple[str, ...]:
    return tuple(_SPLIT.split(form.strip("{}()[] ")))


@lru_cache(maxsize=256)
def listed(forms: tuple[str, ...], labels: bool, ordered: bool) -> re.Pattern[str] | None:
    """Wordings of the forms that have several parts; None when none has.

    With `labels`, parts of one letter must be capitals: a text read with its case is needed.
    """
    found: list[str] = []
    for form in forms:
        parts = [part for part in _SPLIT.split(form.strip("{}()[] ")) if part]
        if not 2 <= len(parts) <= 8 or len(set(parts)) < len(parts):
            continue
        if all(len(part) == 1 and part.isalpha() for part in parts):
            if not labels:
                continue
            parts = [part.upper() for part in parts]
        orders = (
            [tuple(parts)] if ordered or len(parts) > MOST_PARTS else itertools.permutations(parts)
        )
        found += [_AND.join(map(_in_any_number, order)) for order in orders]
    if not found:
        return None
    return re.compile(rf"(?<![\w.^/-])(?:{'|'.join(dict.fromkeys(found))})(?![\w^/]|\.\d)")


def _in_any_number(part: str) -> str:
    """A part, and its plural where it is a word: “cells → tissue” lists “cell → tissue”."""
    return re.escape(part) + ("s?" if len(part) > 2 and part.isalpha() else "")


_FIRST = re.compile(r"\b(?:first|then|next|last|smallest|largest|primero|luego|zuerst|dann)\b")


def in_order(sentence: str, forms: Sequence[str]) -> str:
    """The form whose parts a sentence names one after the other, saying that it puts them in order."""
    if len(_FIRST.findall(sentence)) < 2:
        return ""
    for form in forms:
        parts, at = [part for part in _SPLIT.split(form) if part], 0
        for part in parts if len(parts) >= 3 else ():
            at = sentence.find(part, at) + 1
            if not at:
                break
        else:
            if len(parts) >= 3:
                return form
    return ""


def rewritten(read: str, forms: Sequence[str], shown: str) -> str:
    """The formula of the text that is one of the forms with its terms or factors in another order."""
    wanted = {_terms(form) for form in forms if re.search(r"[a-z]", form)}
    wanted = {terms for terms in wanted if len(terms) > 1 or (terms and len(terms[0][1]) > 1)}
    turned = _turned(read, forms, shown)
    if turned or not wanted:
        return turned
    for hit in _FORMULA.finditer(read):
        written = (
            hit[0].rstrip(".)") if hit[0].count("(") < hit[0].count(")") else hit[0].rstrip(".")
        )
        written = _SIGNED.sub("-", written)  # “us -14+2x”
        if _terms(written) in wanted and re.sub(r"\s", "", written) not in re.sub(r"\s", "", shown):
            return written
    return ""


def _turned(read: str, forms: Sequence[str], shown: str) -> str:
    """The form whose sides stand in the text in the other order: “4/x = y”."""
    for form in forms:
        left, equal, right = re.sub(r"[\s*]", "", form).partition("=")
        if not equal or not left or not right or "=" in right or left == right:
            continue
        spread = r"[ *]*".join(map(re.escape, f"{right}={left}"))
        other = re.compile(rf"(?<![\w.^*/+-]){spread}(?![\w^*/(+-]| ?[*/+^-])")
        if other.search(read) and not other.search(shown):
            return form
    return ""


@lru_cache(maxsize=1024)
def _terms(written: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Signed terms, each with its bracketed factors, sorted; empty for what is no formula."""
    tight = re.sub(r"[\s*]", "", written)
    if not re.search(r"[-+(]", tight) or not re.fullmatch(r"[\w.^/()+√-]{3,80}", tight):
        return ()
    if re.search(r"[^\W\d_]{3}", tight):
        return ()  # a word
    terms, depth, start, sign = [], 0, 0, "+"
    for at, char in enumerate(tight + "+"):
        if (
            char in "+-"
            and not depth
            and (at == len(tight) or at == 0 or tight[at - 1] not in "^/(")
        ):
            if at > start:
                terms.append((sign, _factors(tight[start:at])))
            sign, start = char, at + 1
        depth += (char == "(") - (char == ")")
    return tuple(sorted(terms))


def _factors(term: str) -> tuple[str, ...]:
    if "/" in term:
        return (term,)
    found = re.findall(r"\([^()]*\)(?:\^\w+)?|[^()]+", term)
    return tuple(sorted(_SUM.sub(_in_order, factor) for factor in found))


_SUM = re.compile(r"^\((\w+)\+(\w+)\)")


def _in_order(hit: re.Match[str]) -> str:
    first, second = sorted(hit.groups())
    return f"({first}+{second})"


def mostly_said(read: str, answer: str, shown: str) -> str:
    """What an open answer says that the question does not, when the text says most of it."""
    new = _stems(answer) - _stems(shown)
    if len(new) < LEAST_WORDS:
        return ""
    said = _stems(read) & new
    return answer if len(said) >= ENOUGH * len(new) else ""


@lru_cache(maxsize=512)
def _stems(text: str) -> frozenset[str]:
    plain = "".join(
        c for c in unicodedata.normalize("NFKD", text.casefold()) if unicodedata.category(c) != "Mn"
    )
    words = re.findall(r"[^\W\d_]{4,}", plain)
    return frozenset(word.removeprefix("ال")[:_STEM] for word in words if word not in _COMMON)
