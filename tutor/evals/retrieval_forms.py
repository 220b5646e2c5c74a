"""Reading retrieval sets, and making short and follow-up forms of their queries by rule (pure)."""

import gzip
import json
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tutor.errors import BadInput
from tutor.ids import CourseId, DocumentId
from tutor.retrieval.language import Analyser, fold
from tutor.retrieval.passage import StoredDocument

WITH_OPTIONS = "+o"
_LEAST_LETTERS = 5  # a shorter word gets no slip: too little would be left of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A query with its gold pages. `before` is the query that a follow-up follows, or None."""

    id: str
    set: str
    text: str
    book: str
    gold: frozenset[str]
    before: "Asked | None" = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RetrievalSet:
    """Pages as documents (course = book) and the queries whose gold is among them."""

    documents: tuple[StoredDocument, ...]
    asked: tuple[Asked, ...]


def read_set(directory: Path) -> RetrievalSet:
    """Read `corpus.jsonl.gz`, `queries.jsonl.gz` and `qrels.tsv`; raises BadInput."""
    documents = tuple(_document(row) for row in _rows(directory / "corpus.jsonl.gz"))
    book_of = {str(one.id): str(one.course) for one in documents}
    gold: dict[str, set[str]] = {}
    for line in _text(directory / "qrels.tsv").splitlines()[1:]:
        query, page, *_ = line.split("\t")
        if page in book_of:
            gold.setdefault(query, set()).add(page)
    asked: list[Asked] = []
    for row in _rows(directory / "queries.jsonl.gz"):
        if pages := gold.get(row["id"]):
            books = sorted(book_of[page] for page in pages)
            one = Asked(
                id=row["id"],
                set=row["set"],
                text=row["text"],
                book=row["book"] if row["book"] in books else books[0],
                gold=frozenset(pages),
            )
            asked.append(one)
            if options := row.get("opts"):
                text = " ".join((one.text, *options))
                asked.append(replace(one, set=one.set + WITH_OPTIONS, text=text))
    return RetrievalSet(documents=documents, asked=tuple(asked))


def only_books(held: RetrievalSet, books: Sequence[str] | None) -> RetrievalSet:
    """The pages of some books and the queries whose gold is in them; of all without `books`."""
    if not books:
        return held
    documents = tuple(one for one in held.documents if one.course in books)
    book_of = {str(one.id): str(one.course) for one in documents}
    asked: list[Asked] = []
    for one in held.asked:
        if gold := one.gold & book_of.keys():
            theirs = sorted(book_of[page] for page in gold)
            book = one.book if one.book in theirs else theirs[0]
            asked.append(replace(one, book=book, gold=frozenset(gold)))
    return RetrievalSet(documents=documents, asked=tuple(asked))


def within_book(asked: Iterable[Asked], held: RetrievalSet) -> tuple[Asked, ...]:
    """The queries with only the gold pages of their own book."""
    book_of = {str(one.id): str(one.course) for one in held.documents}
    return tuple(
        replace(one, gold=frozenset(page for page in one.gold if book_of[page] == one.book))
        for one in asked
    )


def short_forms(held: RetrievalSet) -> tuple[Asked, ...]:
    """What learners type instead. From "What is X?" queries: `bare`, X alone; `typo`, X with one
    slip in its longest word (of five letters or more): two neighbours swapped, a letter dropped,
    doubled or changed, which and where by the query's checksum. From all other questions:
    `fragment`, their two rarest words of content (by pages of the corpus), in order.
    """
    analyser, rarity = _rarity(held)
    made: list[Asked] = []
    for one in held.asked:
        if one.set.endswith(WITH_OPTIONS):
            continue
        if one.set == "gq":
            term = fold(one.text).removeprefix("what is ").strip(" ?")
            made.append(replace(one, set="bare", text=term))
            if (slipped := _slipped(term, zlib.crc32(one.id.encode()))) != term:
                made.append(replace(one, set="typo", text=slipped))
        elif one.set != "gd" and (words := _rarest(one.text, analyser, rarity, 2)):
            made.append(replace(one, set="fragment", text=" ".join(words)))
    return tuple(made)


def follow_ups(held: RetrievalSet) -> tuple[Asked, ...]:
    """Of each two neighbouring questions about the same page, the second as a follow-up.

    The first is asked in full; the second becomes "and <its two rarest words>?", to be understood
    with what the first one found.
    """
    analyser, rarity = _rarity(held)
    last: dict[frozenset[str], Asked] = {}
    made: list[Asked] = []
    for one in held.asked:
        if one.set in {"gq", "gd"} or one.set.endswith(WITH_OPTIONS):
            continue
        before = last.pop(one.gold, None)
        if before is None:
            last[one.gold] = one
        elif words := _rarest(one.text, analyser, rarity, 2):
            text = f"and {' '.join(words)}?"
            made.append(replace(one, set="follow-up", text=text, before=before))
    return tuple(made)


def markdown(title: str, sections: Sequence[dict[str, Any]]) -> str:
    """A page as Markdown: its title, then each section under its heading path."""
    parts = [f"# {title}"]
    shown: tuple[str, ...] = ()
    for section in sections:
        path = tuple(" ".join(str(one).split()) for one in section["h"])
        shared = 0
        while shared < min(len(path), len(shown)) and path[shared] == shown[shared]:
            shared += 1
        if path != shown:
            # Going back up to a parent repeats the parent's heading.
            first = shared - 1 if shared == len(path) and path else shared
            parts += [
                f"{'#' * min(level + 2, 6)} {path[level]}" for level in range(first, len(path))
            ]
        shown = path
        parts += section["p"]
    return "\n\n".join(parts)


def _document(row: dict[str, Any]) -> StoredDocument:
    return StoredDocument(
        id=DocumentId(row["id"]),
        course=CourseId(row["book"]),
        title=row["title"],
        path="",
        digest=row["id"],
        text=markdown(row["title"], row["secs"]),
    )


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    try:
        with gzip.open(path, "rt", encoding="utf-8") as lines:
            for line in lines:
                yield json.loads(line)
    except (OSError, EOFError, json.JSONDecodeError) as broken:
        raise BadInput(
            f"The file cannot be read: {broken}.",
            where=str(path),
            do="Give a directory with corpus.jsonl.gz, queries.jsonl.gz and qrels.tsv.",
        ) from broken


def _text(path: Path) -> str:
    try:
        return path.read_text("utf-8")
    except OSError as broken:
        raise BadInput(f"The file cannot be read: {broken}.", where=str(path)) from broken


def _rarity(held: RetrievalSet) -> tuple[Analyser, Counter[str]]:
    analyser = Analyser("en")
    counts: Counter[str] = Counter()
    for document in held.documents:
        counts.update(set(analyser.words(document.text).raw))
    return analyser, counts


def _rarest(text: str, analyser: Analyser, counts: Counter[str], most: int) -> list[str]:
    """The rarest words that the corpus knows, in the order of the text."""
    raw = dict.fromkeys(analyser.words(text).raw)
    words = [word for word in raw if counts[word] and word.isalpha() and not analyser.is_stop(word)]
    rarest = sorted(words, key=lambda word: counts[word])[:most]
    return [word for word in words if word in rarest]


def _slipped(term: str, dice: int) -> str:
    words = term.split()
    longest = max(words, key=len, default="")
    if len(longest) < _LEAST_LETTERS or not longest.isalpha():
        return term
    at = 1 + dice // 4 % (len(longest) - 2)
    before, here, after = longest[:at], longest[at], longest[at + 1 :]
    slips = (
        before + after[0] + here + after[1:],
        before + after,
        before + here + here + after,
        before + ("e" if here != "e" else "a") + after,
    )
    words[words.index(longest)] = slips[dice % 4]
    return " ".join(words)
