"""A question put as courses put it: without words that only lead in or round off, what a thing is good for, and
the two things that are to be told apart (pure)."""

import re

_CALLS = re.compile(
    (
        r"^(?:(?:ok(?:ay)?|oh|wait|hm+|well|yeah|yes|um+)[\s,]+(?:but|so|and)[\s,]+)?"
        r"(?:(?:teacher|sir|miss|mister|profe|prof|meno|bro|dude|please|pls|ok(?:ay)?|um+|uh+|"
        r"er+m*|hey|hmm+|oh|well|sorry|excuse me|like|"
        r"(?:(?:i (?:would like|want|need|wanted|wish)|i'?d like) to "
        r"(?:know|ask(?: you)?|understand|learn)|(?:may|can) i ask(?: you)?|my question is|"
        r"i (?:was|am) wondering|i wonder)(?= (?:what|why|how|when|where|who|which|if|is|are))|"
        r"(?:i have )?(?:a|one|another) (?:small |quick |short )?question)[\s,.:;!]+)*(?=\S+ \S)"
    ),
    re.IGNORECASE,
)
_ROUNDS_OFF = re.compile(
    (
        r"(?:[\s,]+(?:anyways?|tho|though|like really|really|lol|haha|pls|plz|please|btw|bro|dude|"
        r"sir|miss|teacher|exactly|even|thx|thanks|thank you|in your (?:own )?words|"
        r"in (?:simple|easy|short) words|in short|for dummies|i forgot|i forget|by the way))+"
        r"(?P<marks>[\s?!.]*)$"
    ),
    re.IGNORECASE,
)
_ROLE = re.compile(
    (
        r"^(?P<lead>(?:(?:so|and|but) )*)(?:what(?:'?s| is)?|tell me|explain) the "
        r"(?:role|job|task|purpose|function|work|point|use) of "
        r"(?P<x>(?:(?:the|an?) )?[^\s?!.]+(?: (?!in\b|for\b|inside\b|of\b)[^\s?!.]+)?)"
        r"(?: (?:in|inside|for|of) .*)?[\s?!.]*$"
    ),
    re.IGNORECASE,
)
_MEANT_FOR = re.compile(
    (
        r"^(?P<x>(?:the |an? )?[^\W\d]\S*(?: \S+)?) (?:is|was|are|were) "
        r"(?:only |just |always |something )?(?:for|about|to do with) \S.*$"
    ),
    re.IGNORECASE,
)
# “print means printing on paper right”, “so a variable is like a box”.
LIKENS = re.compile(
    r"^(?:(?:so|and|but|ok|oh|wait|ah|then|hmm+) )*(?:does |is )?"
    r"(?P<x>(?!(?:i|it|it'?s|that|this|they|he|she|you|we|there|what|which|how|why|who|"
    r"the (?:answer|program|output|result|code|computer))\b)(?:(?:the|an?) )?[^\W\d]+"
    r"(?: (?!is\b|means?\b)[^\W\d]+)?) "
    r"(?:means?|(?:is |are )?(?:just |basically |only )*(?:the |a )"
    r"(?:thing|one|bit|part|command|word|way) (?:that|which|to)|"
    r"is (?:kind of |kinda |just |basically |sort of |really )*like|"
    r"are (?:kind of |kinda |just |sort of )*like|is basically|works like) \S.*$",
    re.IGNORECASE,
)
_APART = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        (
            r"\b(?:difference|differences|diff) (?:between|btw|btwn|of|from) (?P<a>.+?) "
            r"(?:and|n|or|vs|to|from|&) (?P<b>.+?)[\s?!.]*$"
        ),
        (
            r"^(?:(?:so|and|but) )*how (?:is|are|does|do) (?P<a>.+?) (?:different|differ) "
            r"(?:from|to|than) (?P<b>.+?)[\s?!.]*$"
        ),
        (
            r"^(?:(?:so|and|but) )*(?:is|are) (?P<a>(?!(?:it|that|this|they|these|those)\b).+?) "
            r"(?:the )?same (?:as|thing as|like) (?P<b>.+?)[\s?!.]*$"
        ),
        r"^(?P<a>[^\W\d]\S*(?: \S+)?) (?:vs\.?|versus) (?P<b>[^\W\d]\S*(?: \S+)?)[\s?!.]*$",
    )
)
_ARTICLE = re.compile(r"^(?:an?|the|one|some)\s+", re.IGNORECASE)
POINTING = re.compile(
    (
        r"(?:it|that|this|they|them|these|those|that one|this one|"
        r"the (?:one|other|first|second|last)(?: one)?|each other|both)"
    ),
    re.IGNORECASE,
)
LONGEST = 3  # words of one of two things that are told apart


def plainly(question: str) -> str:
    """The question without those whom it calls on and what rounds it off; what something's role is, as what it does."""
    bare = _ROUNDS_OFF.sub(lambda found: found["marks"].strip(), _CALLS.sub("", question.strip()))
    role = _ROLE.match(bare)
    return f"{role['lead']}what does {role['x']} do?" if role else bare or question


def of_its_purpose(idea: str) -> str:
    """What an idea of a thing's purpose or sense comes to as a question (“print was for paper” → “what is print for”,
    “a loop is like a circle” → “what is a loop”); "" for other ideas."""
    if found := _MEANT_FOR.match(idea.strip()):
        return f"what is {found['x']} for"
    found = LIKENS.match(idea.strip())
    return f"what is {found['x']}" if found else ""


def told_apart(question: str) -> tuple[str, str]:
    """The two things whose difference a question asks for; two times "" where it asks something else."""
    found = next((hit for pattern in _APART if (hit := pattern.search(question))), None)
    if found is None:
        return "", ""
    first, other = (_ARTICLE.sub("", found[part].strip(" ,'\"“”")) for part in ("a", "b"))
    if POINTING.fullmatch(first) or POINTING.fullmatch(other):
        return "", ""  # a thing that was told just before
    short = max(len(first.split()), len(other.split())) <= LONGEST
    figures = any(map(str.isdigit, first + other))
    return (first, other) if short and not figures else ("", "")
