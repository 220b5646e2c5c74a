"""Lists of terms as glossaries, vocabularies and slides have them: a term, then what it means.

One pair alone may be anything (“Note: …”); three of one form after each other are a list.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tutor.exchange.markdown import HEADING, outside, paragraphs, plainly

_FEWEST = 3  # pairs of one form that make a list
_FEWEST_HEADED = 5  # the same where terms are headings: short sections look alike
_MOST_TERM, _MOST_MEANING, _LEAST_MEANING = 5, 60, 3  # words
_FEWEST_ALONE = (
    6  # the same where nothing else is in the section: a slide with three is no glossary
)
_SHARE = 0.7  # of a section's words in its list, from which it is nothing else
_BESIDE = re.compile(
    r"^(?:[-*]\s+)?(?:\*\*|__)?(?P<term>[^\W\d_][^:*_\n.?!;–—|]{1,50}?)(?:\*\*|__)?\s*"
    r"(?::(?:\*\*|__)?\s+|\s[–—-]\s)\s*(?P<means>\S.*?)$",
    re.DOTALL,
)
_BOLD = re.compile(r"^(?:\*\*|__)(?P<term>[^*_\n]{2,50}?):?(?:\*\*|__)$")
_BARE = re.compile(r"^(?P<term>[^\W\d_][^.:;!?,\n|]{1,50})$")
_MARKED = re.compile(r"^\s*(?:[-*|>]|\d+[.)]\s)", re.MULTILINE)  # points, steps, tables
_ROW = re.compile(r"^\|(.+)\|\s*$")
_TERMS = re.compile(r"(?:key )?(?:terms?|words?|vocabulary|concepts?|expressions?)$", re.I)
_MEANINGS = re.compile(r"(?:meanings?|definitions?|explanations?|what it means)$", re.I)
# What is followed by a colon and is no term.
_NO_TERM = re.compile(
    r"(?:notes?|nb|examples?|worked example|common mistakes?|remember|hint|tip|warning|figure|fig|table|image|"
    r"answers?|questions?|step|homework|task|page|slide|video|mon|tues|wednes|thurs|fri|"
    r"satur|sun)(?:day)?s?\b",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Definition:
    """A term, what it means, and the sentence that says so (plain text, without its full stop)."""

    term: str
    means: str
    sentence: str

    @property
    def is_listed(self) -> bool:
        """Whether it stood in a list, so that no sentence says it."""
        return self.sentence == f"{self.term}: {self.means}"


def listed(text: str) -> tuple[Definition, ...]:
    """The terms of a section's lists, each once."""
    found: dict[str, Definition] = {}
    for pairs in (_beside(text), _below(text), _headed(text), _tabled(text)):
        for term, means in pairs:
            one = Definition(term=term, means=means, sentence=f"{term}: {means}")
            found.setdefault(term.lower(), one)
    return tuple(found.values())


def is_list(text: str) -> bool:
    """Whether a section is a list of terms and hardly anything else."""
    terms = listed(text)
    words = sum(len(one.sentence.split()) for one in terms)
    every = len(re.sub(r"[#|*_-]+", " ", text).split())
    return len(terms) >= _FEWEST_ALONE and words >= _SHARE * every


def _runs(
    pairs: Sequence[tuple[str, str] | None], fewest: int = _FEWEST
) -> Iterator[tuple[str, str]]:
    """What stands in runs that are long enough; None ends a run."""
    run: list[tuple[str, str]] = []
    for pair in [*pairs, None]:
        if pair is not None:
            run.append(pair)
            continue
        if len({term.lower() for term, _ in run}) >= fewest:
            yield from run
        run = []


def _pair(term: str, means: str) -> tuple[str, str] | None:
    term, means = plainly(term).strip(" :"), " ".join(plainly(means).split()).rstrip(".")
    words = len(means.split())
    good = (
        1 <= len(term.split()) <= _MOST_TERM
        and _LEAST_MEANING <= words <= _MOST_MEANING
        and not _NO_TERM.match(term)
        and "?" not in means
        and term.lower() != means.lower()
    )
    return (term, means) if good else None


def _beside(text: str) -> Iterator[tuple[str, str]]:
    """“Term: meaning”, a line or a point of a list each."""
    pairs: list[tuple[str, str] | None] = []
    for block in paragraphs(text):
        lines = block.split("\n")
        each = [_BESIDE.match(line) for line in lines]
        for said in each if all(each) else [_BESIDE.match(block)]:
            pairs.append(_pair(said["term"], said["means"]) if said else None)
    return _runs(pairs)


def _below(text: str) -> Iterator[tuple[str, str]]:
    """A term in a line of its own, its meaning in the paragraph below."""
    blocks = [block.removeprefix(": ").strip() for block in paragraphs(text)]
    pairs: list[tuple[str, str] | None] = []
    at = 0
    while at < len(blocks):
        term = _BOLD.match(blocks[at]) or _BARE.match(blocks[at])
        means = blocks[at + 1] if at + 1 < len(blocks) else ""
        sentence = not _BOLD.match(means) and not means.startswith(("- ", "* "))
        pair = _pair(term["term"], means) if term and sentence else None
        pairs.append(pair)
        at += 2 if pair else 1
    return _runs(pairs)


def _headed(text: str) -> Iterator[tuple[str, str]]:
    """Headings, each with a single paragraph below it that does not name it: no text about it, but its meaning."""
    pairs: list[tuple[str, str] | None] = []
    title, below = "", list[str]()
    for line in [*(line for _, line in outside(text.splitlines())), "# "]:
        if line.startswith("#"):
            block = "\n".join(below).strip()
            if title:
                running = "\n\n" not in block and not _MARKED.search(block)
                apart = running and title.lower() not in block.lower()
                pairs.append(_pair(title, block) if apart else None)
            found = HEADING.match(line)
            title, below = (found[2] if found else ""), []
        else:
            below.append(line)
    return _runs(pairs, _FEWEST_HEADED)


def _tabled(text: str) -> Iterator[tuple[str, str]]:
    """Tables whose head says that they are of terms and meanings."""
    columns: tuple[int, int] | None = None
    before: list[str] = []
    for _, line in outside(text.splitlines()):
        row = _ROW.match(line.strip())
        if row is None:
            columns, before = None, []
            continue
        cells = [cell.strip() for cell in re.split(r"(?<!\\)\|", row[1])]
        if set("".join(cells)) <= set("-: "):
            columns = _columns(before)
        elif columns and max(columns) < len(cells):
            pair = _pair(cells[columns[0]], cells[columns[1]])
            if pair:
                yield pair
        before = cells


def _columns(head: Sequence[str]) -> tuple[int, int] | None:
    term = next((at for at, cell in enumerate(head) if _TERMS.match(cell)), None)
    means = next((at for at, cell in enumerate(head) if _MEANINGS.match(cell)), None)
    return None if term is None or means is None else (term, means)
