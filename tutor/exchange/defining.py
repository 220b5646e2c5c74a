"""Whether “An X is a …” defines X: what a sentence says of one thing, one case or one place does not.

By rules for English, found on readings and textbooks: a definition names a kind and what sets it apart,
and can be read alone. Better to miss one than to fill a glossary with what a teacher throws away.
"""

import re

# First words that point at one thing of the text, or at its order: “the first line”, “our answer”.
_POINTS = frozenset(
    [
        "this",
        "that",
        "these",
        "those",
        "it",
        "they",
        "there",
        "here",
        "he",
        "she",
        "we",
        "you",
        "what",
        "which",
        "who",
        "one",
        "each",
        "every",
        "some",
        "another",
        "other",
        "all",
        "both",
        "something",
        "nothing",
        "everything",
        "my",
        "our",
        "their",
        "his",
        "her",
        "its",
        "first",
        "second",
        "third",
        "last",
        "next",
        "only",
        "same",
        "right",
        "left",
        "true",
        "whole",
        "overall",
        "new",
        "old",
        "best",
        "worst",
        "main",
        "biggest",
        "whose",
        "any",
        "such",
        "many",
        "most",
        "several",
        "two",
        "three",
        "although",
        "though",
        "since",
        "unlike",
        "like",
        "recall",
        "note",
        "following",
        "its",
        "with",
        "for",
        "in",
        "on",
        "at",
        "by",
        "from",
        "to",
        "as",
        "if",
        "when",
        "where",
        "because",
        "while",
        "and",
        "or",
        "but",
        "not",
        "so",
        "then",
        "key",
        "resulting",
        "using",
        "name",
    ]
)
# Last words that name a role in what is being told, and no thing of the subject.
_ROLES = frozenset(
    [
        "question",
        "answer",
        "idea",
        "problem",
        "result",
        "reason",
        "difference",
        "purpose",
        "goal",
        "point",
        "thing",
        "way",
        "rest",
        "number",
        "part",
        "side",
        "line",
        "lines",
        "step",
        "sum",
        "example",
        "case",
        "story",
        "trick",
        "rule",
        "aim",
        "task",
        "value",
        "values",
        "exception",
        "year",
        "day",
        "people",
        "word",
        "words",
        "picture",
        "table",
        "figure",
        "chapter",
        "section",
        "sentence",
        "participants",
        "exams",
        "equations",
        "term",
        "set",
        "answers",
        "graph",
        "month",
    ]
)
# How remarks begin: “an important part”, “the same as before”, “a little like”.
_REMARKS = frozenset(
    [
        "important",
        "primary",
        "major",
        "common",
        "key",
        "great",
        "good",
        "bad",
        "essential",
        "popular",
        "useful",
        "powerful",
        "specific",
        "typical",
        "well-known",
        "little",
        "bit",
        "tiny",
        "first",
        "second",
        "third",
        "next",
        "last",
        "same",
        "only",
        "other",
        "opposite",
        "reverse",
        "reason",
        "result",
        "case",
        "answer",
        "question",
        "stressful",
        "controversial",
        "perfect",
        "classic",
        "central",
        "critical",
        "crucial",
        "vital",
        "complex",
        "interesting",
        "ubiquitous",
        "large",
        "special",
        "deeply",
        "distinctive",
        "serious",
        "highly",
        "hallmark",
        "commonplace",
        "frequent",
        "severe",
        "highest",
        "lowest",
        "least",
        "greatest",
        "largest",
        "significant",
        "growing",
        "relatively",
        "extremely",
        "very",
        "example",
        "main",
        "best",
        "most",
        "more",
        "less",
        "longer",
        "shorter",
        "plain",
        "negative",
        "positive",
    ]
)
_LEANS = re.compile(  # words that need what stood before
    r"\b(?:it|them|they|you|your|he|she|him|we|our|us|here|these|those|this|above|below|so are|so is|"
    r"(?:of|in|on|as|at|like|for) that)\b(?!’)",
    re.IGNORECASE,
)
_SETS_APART = re.compile(
    r"\w\s+(?:that|which|who|whose|where|when|with|of|in|by|used|called|between|for|from|to|made|than|"
    r"through|without|on|over|among|within|consisting|having|based|below|not|at|into|turned|you)\s+\w"
)
_CLAUSE = re.compile(
    r",\s+(?:and\s+|but\s+|so\s+)?(?!which|who|that|where|when|or\b)(?:the |an? )?(?:[\w-]+ ){1,4}(?:is|are|was)\b|"
    r";|,\s+(?:and |but )?so\b|,\s+(?:and|but) (?:asks|has|must|so|then|only)\b|\band (?:must|asks|has|makes|does)\b",
    re.IGNORECASE,
)
_KIND = re.compile(r"(?:(?:an?|the|any|one of)\s+)(?P<first>[\w-]+)", re.IGNORECASE)
# What is said of one case: a value, a picture, an equation of an example.
_OF_A_CASE = re.compile(r"[=<>≤≥]|\bwhich is [-−]?\d|\bas (?:shown|seen)\b|\bof \w+ [a-z]$")
_HANGING = frozenset({"of", "in", "on", "at", "to", "for", "from", "with", "by", "and", "or"})
_FEWEST = 4  # words of a meaning
_NEAR = 30  # characters within which “they” can hardly mean something of the meaning itself
_BACK = frozenset({"it", "they", "them"})


def defines(term: str, means: str, text: str, *, marked: bool = False) -> bool:
    """Whether the meaning defines the term; `text` is the document, `marked` says it was set in bold."""
    words = term.lower().split()
    if words[0] in _POINTS or words[0].endswith("est") or (words[-1] in _ROLES and not marked):
        return False
    if words[-1] in _HANGING or len(words[-1]) == 1 or _OF_A_CASE.search(means.strip()):
        return False
    if re.search(rf"\b{re.escape(term.lower())}\b", means.lower()):
        return False
    if re.search(r"[’']s?\b|\b(?:that|this|these)\b|(?<!of) the\b", term) and not marked:
        return False
    if " of the " in f" {term.lower()} " and not marked:
        return False
    kind = _KIND.match(means)
    first = kind["first"] if kind else means.split()[0]
    if first.lower() in _REMARKS:
        return False
    if means.lower().startswith("all about "):
        return False
    if means.lower().startswith(("what ", "how ", "when ")) and _LEANS.search(means):
        return False
    if "?" in means or len(means.split()) < _FEWEST or not _SETS_APART.search(means):
        return False
    leaning = _LEANS.search(means)
    if _CLAUSE.search(means) or (leaning and (leaning.start() < _NEAR or leaning[0] not in _BACK)):
        return False
    return marked or not is_name(term, text)


def is_name(term: str, text: str) -> bool:
    """Whether a term looks like somebody's or a place's name: written large in midst of a sentence, never small."""
    if not all(word[:1].isupper() for word in term.split()):
        return False
    small = re.escape(term[:1].lower() + term[1:])
    return (
        re.search(rf"\b{small}", text) is None
        and re.search(rf"[a-z,]\s+{re.escape(term)}\b", text) is not None
    )
