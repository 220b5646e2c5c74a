"""What documents are about: sections from headings, definitions, steps in lists, sums that are worked out.

By rules over Markdown, for English texts: they find a part of what a teacher would, and everything
that they find is shown to one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.exchange.defining import defines
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.sentences import plain, sentences_of

_HEADING = re.compile(r"^(#{1,6})\s+(.+?)\s*#*\s*$")
_MARK = re.compile(r"<!--.*?-->")
# Headings of what stands around the matter: a book's furniture, whatever the book is about.
_SKIPPED = re.compile(
    r"^(?:(?:section|chapter|unit|lesson|module)\s+)?(?:contents|table of contents|index|introduction|preface|"
    r"overview|references|bibliography|works cited|notes|exercises?|problems|practice.*|homework.*|summary|recap|"
    r"conclusion|answers?(?: key)?|key (?:terms?|equations?|concepts?|takeaways|ideas|points)(?: and summary)?|"
    r"objective \d+:.*|activity:.*|concepts in review|glossary|vocabulary|(?:learning )?(?:objectives|outcomes|goals)|review(?: .*)?|"
    r"(?:self-?check|check your understanding|discussion|critical thinking|personal application|test).*|"
    r"(?:further|suggested) (?:reading|research)|resources|(?:useful )?links|acknowledge?ments|copyright.*)$",
    re.IGNORECASE,
)
_DEFINES = re.compile(
    r"^(?:(?:An?|The)\s+)?(?:\*\*|__)?(?P<term>[A-Za-z][\w'’-]*(?: [a-z][\w'’-]*){0,3}?)(?:\*\*|__)?"
    r"\s+(?:(?P<verb>is|are|means)\s+(?P<means>(?:an?|the|any|when|all|one of|how|what)\s+.{8,220}?)|"
    r"(?P<refers>refers? to|(?:is|are) defined as)\s+(?P<meant>[a-z].{10,220}?))\.?$"
)
_NAMED = re.compile(
    r"^[-*]?\s*\*\*(?P<term>[^*]{2,50}?)\s*:?\*\*\s*[:–—-]\s*(?P<means>.{10,220}?)\.?$"
)
_STEP = re.compile(r"^\s{0,3}(\d+)[.)]\s+(.+)$")
_SUM = re.compile(
    r"(?<![\w=+*/^.−-])(?P<left>[\d.]+(?:/\d+)?(?:\s*[+×·*÷/−-]\s*[\d.]+(?:/\d+)?){1,3})\s*=\s*"
    r"(?P<right>-?\d+(?:\.\d+)?(?:/\d+)?)(?![\w./]*\s*[=+×*÷^−-])"
)
_LEAD = 150  # words before the first heading that are a section of their own
MOST_SKILLS = 60
MOST_SECTIONS = 40  # of several documents; with more, each document is a skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under one heading; `text` is Markdown without the heading."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term, what it means, and the sentence that says so (plain text, without its full stop)."""

    term: str
    means: str
    sentence: str


def sections(document: ReadDocument) -> tuple[Section, ...]:
    """The sections that could be skills: at the shallowest level with two headings or more.

    What stands before the first of them is one as well where it is long, named by the document.
    """
    lines = _MARK.sub("", document.text).splitlines()
    heads = [(at, found) for at, line in _outside(lines) if (found := _HEADING.match(line))]
    levels = [len(found[1]) for _, found in heads]
    level = next((one for one in range(1, 7) if levels.count(one) >= 2), 0)
    cuts = [(at, _plain(found[2])) for at, found in heads if len(found[1]) == level]
    if not cuts:
        return (Section(title=document.title, text="\n".join(lines).strip()),)
    ends = [at for at, _ in cuts[1:]] + [len(lines)]
    made = [
        Section(title=title, text="\n".join(lines[at + 1 : end]).strip())
        for (at, title), end in zip(cuts, ends, strict=True)
    ]
    lead = "\n".join(line for line in lines[: cuts[0][0]] if not _HEADING.match(line)).strip()
    if len(lead.split()) >= _LEAD:
        made.insert(0, Section(title=document.title, text=lead))
    return tuple(one for one in made if one.text and one.title and not _SKIPPED.match(one.title))


def parted(documents: Sequence[ReadDocument]) -> tuple[Section, ...]:
    """The sections of all documents; whole documents, where that would be too many skills."""
    found = tuple(_told_apart([(one, sections(one)) for one in documents]))
    if len(documents) < 3 or len(found) <= MOST_SECTIONS:
        return found[:MOST_SKILLS]
    whole = (Section(title=one.title, text=_MARK.sub("", one.text).strip()) for one in documents)
    return tuple(one for one in whole if one.text)[:MOST_SKILLS]


def _told_apart(
    found: Sequence[tuple[ReadDocument, Sequence[Section]]],
) -> Iterator[Section]:
    """The sections, those of one title in several documents with the document's: three “Initiation” are none."""
    titles = Counter(one.title.casefold() for _, theirs in found for one in theirs)
    for document, theirs in found:
        for one in theirs:
            same = titles[one.title.casefold()] > 1 and one.title != document.title
            yield replace(one, title=f"{one.title} ({document.title})") if same else one


def _outside(lines: Sequence[str]) -> Iterator[tuple[int, str]]:
    """Lines that are not in a fenced block."""
    fenced = False
    for at, line in enumerate(lines):
        if line.lstrip().startswith(("```", "~~~")):
            fenced = not fenced
        elif not fenced:
            yield at, line


def definitions(text: str) -> tuple[Definition, ...]:
    """Sentences of the form “An X is a …”, and lines of the form “**X**: …”; each term once."""
    found: dict[str, Definition] = {}
    for block in paragraphs(text):
        named = _NAMED.match(" ".join(block.split()))
        if named:
            term, means = _plain(named["term"]), _plain(named["means"])
            if defines(term, means, text, marked=True):
                one = Definition(term=term, means=means, sentence=f"{term}: {means}")
                found.setdefault(term.lower(), one)
            continue
        for sentence in (one.text for one in sentences_of(" ".join(block.split()))):
            said = _DEFINES.match(sentence.strip())
            if said is None:
                continue
            term, means = said["term"].strip(), _plain(said["means"] or said["meant"])
            if defines(term, means, text, marked="**" in sentence[: said.end("term") + 2]):
                one = Definition(term=term, means=means, sentence=_plain(sentence).rstrip("."))
                found.setdefault(term.lower(), one)
    return tuple(found.values())


def paragraphs(text: str) -> Iterator[str]:
    """Paragraphs of running text and single points of lists; no headings, tables or fenced blocks."""
    gathered: list[str] = []
    for _, line in _outside(text.splitlines()):
        point = re.match(r"\s*[-*]\s", line)
        if not line.strip() or point or line.startswith(("#", "|", ">")) or _STEP.match(line):
            if gathered:
                yield "\n".join(gathered)
            gathered = [line.strip()] if point else []
        else:
            gathered.append(line.strip())
    if gathered:
        yield "\n".join(gathered)


def procedures(text: str) -> tuple[tuple[str, ...], ...]:
    """Numbered lists of three to seven short steps."""
    made: list[tuple[str, ...]] = []
    steps: list[str] = []
    for line in [*(line for _, line in _outside(text.splitlines())), "end"]:
        found = _STEP.match(line)
        if found and int(found[1]) == len(steps) + 1:
            steps.append(_plain(found[2]))
        elif line.strip():
            if 3 <= len(steps) <= 7 and len(set(steps)) == len(steps):
                made.append(tuple(steps))
            steps = [_plain(found[2])] if found and found[1] == "1" else []
    return tuple(one for one in made if all(len(step) <= 150 for step in one))


def sums(text: str) -> tuple[tuple[str, str], ...]:
    """Calculations with their results, as worked examples write them: (“3/5 + 1/5”, “4/5”)."""
    written = re.sub(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}", r"\1/\2", text).replace("$", " ")
    written = written.replace("\\times", "×").replace("\\cdot", "×").replace("\\div", "÷")
    found = ((" ".join(one["left"].split()), one["right"]) for one in _SUM.finditer(written))
    return tuple(dict.fromkeys(found))


def _plain(text: str) -> str:
    """Without marks of emphasis, links and anchors."""
    return plain(re.sub(r"\s*\{#[^}]*\}", "", text))
