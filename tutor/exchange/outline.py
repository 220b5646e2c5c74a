"""What documents are about: sections from headings, definitions, steps in lists, sums that are worked out.

By rules over Markdown, for English texts: they find a part of what a teacher would, and everything
that they find is shown to one.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tutor.exchange.defining import defines
from tutor.exchange.listed import Definition as Definition
from tutor.exchange.listed import is_list, listed
from tutor.exchange.markdown import HEADING, POINT, STEP, outside, paragraphs, plainly
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.sentences import sentences_of

_MARK = re.compile(r"<!--.*?-->")
# Headings of what stands around the matter: a book's furniture, whatever the book is about.
_SKIPPED = re.compile(
    r"^(?:(?:section|chapter|unit|lesson|module)\s+)?(?:contents|table of contents|index|introduction|preface|"
    r"overview|references|bibliography|works cited|notes|exercises?|problems|practice.*|homework.*|summary|recap|"
    r"conclusion|answers?(?: key)?|key (?:terms?|equations?|concepts?|takeaways|ideas|points)(?: and summary)?|"
    r"objective \d+:.*|activity:.*|concepts in review|glossary|vocabulary|"
    r"(?:learning )?(?:objectives|outcomes|goals)|(?:our |the )?aims?(?: (?:of|for) .*)?|"
    r"review(?: .*)?|"
    r"(?:self-?check|check your understanding|discussion|critical thinking|personal application|test).*|"
    r"(?:further|suggested) (?:reading|research)|resources|(?:useful )?links|acknowledge?ments|copyright.*)$",
    re.IGNORECASE,
)
_SLIDES = re.compile(r"^<!-- slide: ", re.MULTILINE)
_PAGES = re.compile(r"^<!-- page: ", re.MULTILINE)
# Slides that carry nothing.
_EMPTY_SLIDE = re.compile(
    r"^(?:(?:any )?questions?\W*|thank(?:s| you)\b.*|agenda|outline|today\b.*|welcome\b.*|the end\W*|plan)$",
    re.I,
)
_GOES_ON = re.compile(r"\s*\((?:cont(?:inued|[’']d|\.)?|\d+(?:\s*/\s*\d+)?)\)$", re.IGNORECASE)
_OBJECTIVES = re.compile(
    r"(?:learning )?(?:objectives|outcomes|goals)|success criteria|^aims?\b", re.I
)
_OF_TERMS = re.compile(r"\b(?:glossary|vocabulary|key (?:terms|words)|word list)\b", re.I)
_ABLE = re.compile(
    r"\b(?:be able to|will learn|you will|should know|objectives|outcomes)\b[^.]*$", re.I
)
_DEFINES = re.compile(
    r"^(?:(?:An?|The)\s+)?(?:\*\*|__)?(?P<term>[A-Za-z][\w'’-]*(?: [a-z][\w'’-]*){0,3}?)(?:\*\*|__)?"
    r"\s+(?:(?P<verb>is|are|means)\s+(?P<means>(?:an?|the|any|when|all|one of|how|what)\s+.{8,220}?)|"
    r"(?P<refers>refers? to|(?:is|are) defined as)\s+(?P<meant>[a-z].{10,220}?))\.?$"
)
_NAMED = re.compile(
    r"^[-*]?\s*\*\*(?P<term>[^*]{2,50}?)\s*:?\*\*\s*[:–—-]\s*(?P<means>.{10,220}?)\.?$"
)
_SUM = re.compile(
    r"(?<![\w=+*/^.−-])(?P<left>[\d.]+(?:/\d+)?(?:\s*[+×·*÷/−-]\s*[\d.]+(?:/\d+)?){1,3})\s*=\s*"
    r"(?P<right>-?\d+(?:\.\d+)?(?:/\d+)?)(?![\w./]*\s*[=+×*÷^−-])"
)
_LEAD = 150  # words before the first heading that are a section of their own
_LEAST_SLIDE = 6  # words of a slide that is not a title alone
_ENOUGH = 4  # sections of one level with which nobody looks deeper
_MOSTLY = 0.7  # of a document's headings, that are questions in a list of questions
MOST_SKILLS = 60
MOST_SECTIONS = 40  # of several documents; with more, each document is a skill


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a document under one heading; `text` is Markdown without the heading."""

    title: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Procedure:
    """Steps in their order, and what introduces them, "" where nothing does."""

    lead: str
    steps: tuple[str, ...]


def sections(document: ReadDocument, *, deeper: bool = True) -> tuple[Section, ...]:
    """The sections that could be skills: at the shallowest level with several headings.

    Where these are few and `deeper`, those of the level with the most. What stands before the first of them, or
    between a heading above them and them, is one as well where it is long.
    """
    slides = bool(_SLIDES.search(document.text))
    made = [one for one in _every(document, deeper) if one.text and one.title]
    if slides:
        made = [one for one in _as_one(made) if not _is_bare(one)]
    elif len(made) > 1 and _PAGES.search(document.text) and _is_bare(made[0]):
        made = made[1:]  # a title with a name below it
    kept = (one for one in made if not _SKIPPED.match(one.title) and not _is_of_terms(one))
    return tuple(kept)


def terms_and_objectives(document: ReadDocument) -> tuple[tuple[Definition, ...], tuple[str, ...]]:
    """What the document's glossaries explain, and what its lists of objectives name."""
    terms: dict[str, Definition] = {}
    goals: list[str] = []
    for one in _every(document, deeper=True):
        if _is_of_terms(one):
            terms |= {term.term.lower(): term for term in listed(one.text)}
        elif _OBJECTIVES.search(one.title):
            goals += _points(one.text)
    return tuple(terms.values()), tuple(dict.fromkeys(goals))


def _is_of_terms(section: Section) -> bool:
    named = _OF_TERMS.search(section.title) is not None
    return (named and bool(listed(section.text))) or is_list(section.text)


def _points(text: str) -> Iterator[str]:
    for _, line in outside(text.splitlines()):
        found = POINT.match(line) or STEP.match(line)
        words = plainly(found[found.re.groups]).rstrip(" ;,.") if found else ""
        if words:
            yield f"{words[:1].upper()}{words[1:]}."


def _every(document: ReadDocument, deeper: bool) -> tuple[Section, ...]:
    """All sections of the document, furniture and glossaries too."""
    lines = _MARK.sub("", document.text).splitlines()
    heads = [(at, found) for at, line in outside(lines) if (found := HEADING.match(line))]
    level = _level([(len(found[1]), found[2]) for _, found in heads], deeper)
    whole = Section(title=document.title, text="\n".join(lines).strip())
    asked = [found[2].endswith("?") for _, found in heads if len(found[1]) == level]
    if not level or _is_of_terms(whole) or sum(asked) >= max(_ENOUGH - 1, _MOSTLY * len(asked)):
        return (whole,)
    cuts = [(at, len(found[1]), plainly(found[2])) for at, found in heads if len(found[1]) <= level]
    ends = [at for at, _, _ in cuts[1:]] + [len(lines)]
    made = []
    above = "\n".join(lines[: cuts[0][0]]).strip()
    if len(above.split()) >= _LEAD:
        made.append(Section(title=document.title, text=above))
    lead = ""  # what a heading says before the first one below it: short, it begins that one
    for (at, depth, title), end, below in zip(cuts, ends, [*cuts[1:], None], strict=True):
        text = "\n\n".join(filter(None, (lead, "\n".join(lines[at + 1 : end]).strip())))
        leads = depth < level and below is not None and below[1] > depth
        lead = text if leads and len(text.split()) < _LEAD else ""
        if not leads or len(text.split()) >= _LEAD:
            named = document.title if leads and at == cuts[0][0] else title
            made.append(Section(title=named, text=text))
    return tuple(made)


def _level(heads: Sequence[tuple[int, str]], deeper: bool) -> int:
    """The level of headings at which a document is cut; 0 where none has two."""
    counts = Counter(level for level, _ in heads)
    real = Counter(level for level, title in heads if not _SKIPPED.match(plainly(title)))
    levels = [one for one in range(1, 7) if counts[one] >= 2]
    if not levels or not deeper:
        return next(iter(levels), 0)
    many = next((one for one in levels if real[one] >= _ENOUGH), 0)
    return many or max(levels, key=lambda one: (real[one], -one))


def _as_one(slides: Sequence[Section]) -> list[Section]:
    """Neighbouring slides of one title, “(continued)” or not, together."""
    made: list[Section] = []
    for one in slides:
        title = _GOES_ON.sub("", one.title)
        if made and made[-1].title.casefold() == title.casefold():
            made[-1] = replace(made[-1], text=f"{made[-1].text}\n\n{one.text}")
        else:
            made.append(replace(one, title=title))
    return made


def _is_bare(slide: Section) -> bool:
    """Whether a slide says nothing: a title with a name below it, “Questions?”."""
    words = len(slide.text.split())
    return words < _LEAST_SLIDE or _EMPTY_SLIDE.match(slide.title) is not None


def parted(documents: Sequence[ReadDocument]) -> tuple[Section, ...]:
    """The sections of all documents; whole documents, where that would be too many skills."""
    for deeper in (True, False):
        found = tuple(_told_apart([(one, sections(one, deeper=deeper)) for one in documents]))
        if len(found) <= MOST_SECTIONS:
            return found or _lists(documents)
    if len(documents) < 3:
        return found[:MOST_SKILLS]
    whole = (Section(title=one.title, text=_MARK.sub("", one.text).strip()) for one in documents)
    return tuple(one for one in whole if one.text)[:MOST_SKILLS]


def _lists(documents: Sequence[ReadDocument]) -> tuple[Section, ...]:
    """Documents that are nothing but glossaries, each as a section."""
    every = (replace(s, title=bare_title(s.title)) for one in documents for s in _every(one, True))
    return tuple(one for one in every if _is_of_terms(one))[:MOST_SKILLS]


def bare_title(title: str) -> str:
    """What a glossary is of: “Glossary: Ecosystems” is of ecosystems."""
    return re.sub(
        r"^(?:glossary|vocabulary|key (?:terms|words)|word list)\s*[:–—-]\s*", "", title, flags=re.I
    )


def _told_apart(
    found: Sequence[tuple[ReadDocument, Sequence[Section]]],
) -> Iterator[Section]:
    """The sections, those of one title in several documents with the document's: three “Initiation” are none."""
    titles = Counter(one.title.casefold() for _, theirs in found for one in theirs)
    for document, theirs in found:
        for one in theirs:
            same = titles[one.title.casefold()] > 1 and one.title != document.title
            yield replace(one, title=f"{one.title} ({document.title})") if same else one


def definitions(text: str) -> tuple[Definition, ...]:
    """Sentences of the form “An X is a …”, and lines of the form “**X**: …”; each term once."""
    found: dict[str, Definition] = {}
    for block in paragraphs(text):
        named = _NAMED.match(" ".join(block.split()))
        if named:
            term, means = plainly(named["term"]), plainly(named["means"]).rstrip(" :")
            if defines(term, means, text, marked=True):
                one = Definition(term=term, means=means, sentence=f"{term}: {means}")
                found.setdefault(term.lower(), one)
            continue
        for sentence in (one.text for one in sentences_of(" ".join(block.split()))):
            said = _DEFINES.match(sentence.strip())
            if said is None:
                continue
            term = said["term"].strip()
            means = plainly(said["means"] or said["meant"]).rstrip(" :")
            if defines(term, means, text, marked="**" in sentence[: said.end("term") + 2]):
                one = Definition(term=term, means=means, sentence=plainly(sentence).rstrip(".: "))
                found.setdefault(term.lower(), one)
    return tuple(found.values())


def procedures(text: str) -> tuple[Procedure, ...]:
    """Numbered lists of three to seven short steps; goals and questions are none."""
    made: list[Procedure] = []
    steps: list[str] = []
    lead = above = ""
    for line in [*(line for _, line in outside(text.splitlines())), "end"]:
        found = STEP.match(line)
        if found and int(found[1]) == len(steps) + 1:
            lead = lead if steps else above
            steps.append(plainly(found[2]))
        elif line.strip():
            if 3 <= len(steps) <= 7 and len(set(steps)) == len(steps):
                made.append(Procedure(lead=lead, steps=tuple(steps)))
            steps, lead = ([plainly(found[2])], above) if found and found[1] == "1" else ([], "")
            above = "" if line.startswith(("#", "|")) else plainly(line)
    return tuple(one for one in made if _is_procedure(one))


def _is_procedure(one: Procedure) -> bool:
    short = all(len(step) <= 150 for step in one.steps)
    asked = any(step.endswith("?") for step in one.steps)
    return short and not asked and not _ABLE.search(one.lead)


def sums(text: str) -> tuple[tuple[str, str], ...]:
    """Calculations with their results, as worked examples write them: (“3/5 + 1/5”, “4/5”)."""
    written = re.sub(r"\\[dt]?frac\{(\d+)\}\{(\d+)\}", r"\1/\2", text).replace("$", " ")
    written = written.replace("\\times", "×").replace("\\cdot", "×").replace("\\div", "÷")
    found = ((" ".join(one["left"].split()), one["right"]) for one in _SUM.finditer(written))
    return tuple(dict.fromkeys(found))
