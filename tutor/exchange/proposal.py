"""A course proposed from documents: every item a draft, every prerequisite a guess from their order."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from types import MappingProxyType

from tutor.curriculum.starter import persona, slug, written
from tutor.exchange.draft import Draft, Exchanged, as_yaml, usable
from tutor.exchange.outline import (
    Definition,
    Section,
    definitions,
    paragraphs,
    parted,
    procedures,
    sums,
)
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type
from tutor.retrieval.readers import ReadDocument
from tutor.retrieval.sentences import plain, sentences_of

_MOST_SUMS = 3  # items from worked examples, of one skill
_MOST_PAIRS = 5
_BEGINS, _GISTS = 4, 8  # paragraphs and sentences among which one says what the section is about
_LEAST = 6  # words of such a sentence
_WORD = re.compile(r"[^\W\d_]{2,}")
_LITTLE = frozenset(
    ("the", "of", "and", "in", "to", "for", "an", "on", "by", "with", "from", "what", "how", "why", "its", "at", "as")
)  # fmt: skip
# A sentence that leans on the one before it, or on a picture.
_LEANS = re.compile(
    r"(?:it|its|this|these|that|those|they|he|she|his|her|their|however|therefore|thus|for example|for instance|"
    r"in addition|moreover|also|as shown|note|see|recall|before|after|let|you|when you|one example|another|as we|we will|we were|-)\b|.*(?:\(\s*(?:see\s*)?\)|,\s*,|__)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|means?|refers? to|occurs?|describes?|uses?|consists? of|begins?|believed|proposed|"
    r"developed|states?|holds?|explains?|involves?|includes?)\b"
)
NO_MORE: Mapping[str, Sequence[Draft]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The files of a course by their paths, and how much was found."""

    files: Mapping[str, str]
    skills: int
    terms: int
    items: int


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A section on its way to a skill."""

    id: str
    section: Section
    terms: tuple[Definition, ...]


def named_sections(documents: Sequence[ReadDocument]) -> Mapping[str, Section]:
    """The sections that become skills, by the ids that these will have."""
    return {part.id: part.section for part in _parts(documents)}


def proposed(
    documents: Sequence[ReadDocument], title: str, more: Mapping[str, Sequence[Draft]] = NO_MORE
) -> Proposal:
    """The course; it passes `meno check` and asks nothing until a teacher took `draft: true` out.

    `more` are drafts by the ids of their skills, beside those made by rule.
    """
    parts = _parts(documents)
    everything = [term for part in parts for term in part.terms]
    context = Context(terms=frozenset(term.term for term in everything))
    files, taken, count = dict[str, str](), set[str](), 0
    for part in parts:
        made = Exchanged(drafts=(*_items(part, everything), *more.get(part.id, ())))
        kept = usable(made, context, prefix=part.id, taken=frozenset(taken)).drafts
        kept = kept or usable(Exchanged(drafts=(_open(part),)), context).drafts
        taken |= {one.id for one in kept}
        count += len(kept)
        files[f"items/{part.id}.yaml"] = written(as_yaml(kept, part.id))
        front = written({"title": part.section.title, "skills": [part.id]})
        files[f"readings/{part.id}.md"] = (
            f"---\n{front}---\n# {part.section.title}\n\n{part.section.text}\n"
        )
    files["course.yaml"] = written(_head(parts, title))
    files["personas/patient-guide.yaml"] = persona()
    return Proposal(files=files, skills=len(parts), terms=len(everything), items=count)


def _parts(documents: Sequence[ReadDocument]) -> list[_Part]:
    """Sections with ids of their own; a term belongs to the first that defines it."""
    made, ids, known = list[_Part](), set[str](), set[str]()
    for section in parted(documents):
        name, count = slug(section.title), 1
        while name in ids:
            count += 1
            name = f"{slug(section.title)}-{count}"
        ids.add(name)
        terms = tuple(t for t in definitions(section.text) if t.term.lower() not in known)
        known |= {term.term.lower() for term in terms}
        made.append(_Part(id=name, section=section, terms=terms))
    return made


def _head(parts: Sequence[_Part], title: str) -> dict[str, object]:
    skills = [
        {
            "id": part.id,
            "title": part.section.title[:300],
            "requires": [parts[at - 1].id] if at else [],
            "card": f"{_first(part)}",
        }
        for at, part in enumerate(parts)
    ]
    glossary = [
        {"term": term.term, "means": f"{term.means[:1].upper()}{term.means[1:]}.", "skill": part.id}
        for part in parts
        for term in part.terms
    ]
    return {
        "title": title,
        "description": "A draft made from documents: look over order, items and glossary.",
        "default_persona": "patient-guide",
        "skills": skills,
        "glossary": glossary,
    }


def _first(part: _Part) -> str:
    """What a card says: the first definition, else how the section begins."""
    if part.terms:
        return f"{part.terms[0].sentence}."
    begins = plain(next(paragraphs(part.section.text), "")) or part.section.title
    return sentences_of(begins)[0].text.strip()[:600]


def _items(part: _Part, everything: Sequence[Definition]) -> Iterator[Draft]:
    where = f"Look at the section “{part.section.title}”."
    for term in part.terms:
        if term.sentence.count(term.term) == 1 and ":" not in term.sentence:
            prompt = term.sentence.replace(term.term, "___") + "."
            hints = (where, f"It begins with “{term.term[0]}”.", f"It is “{term.term}”.")
            yield Draft(id=f"{part.id}-cloze", type="blanks", prompt=prompt,
                        fields={"answer": [term.term]}, hints=hints)  # fmt: skip
        others = [one.means for one in _near(term, everything)]
        if len(others) >= 2:
            yield Draft(
                id=f"{part.id}-true",
                type="choice",
                prompt=f"Which of these is true of “{term.term}”?",
                fields={"choices": [term.means, *others], "answer": term.means},
                hints=(where, "Leave out what is said of other terms."),
            )
    pairs = {t.term: t.means for t in part.terms if len(t.means) <= 140}
    if len(pairs) >= 3:
        few = dict(list(pairs.items())[:_MOST_PAIRS])
        yield Draft(id=f"{part.id}-match", type="match", prompt="Match each term with its meaning.",
                    fields={"answer": few}, hints=(where, "Begin with those you are sure of."))  # fmt: skip
    for steps in procedures(part.section.text):
        yield Draft(id=f"{part.id}-order", type="order",
                    prompt=f"Put these steps in order ({part.section.title}).",
                    fields={"answer": list(steps)}, hints=(where, "What has to be there first?"))  # fmt: skip
    yield from _numbers(part, where)


def _near(term: Definition, everything: Sequence[Definition]) -> list[Definition]:
    """Up to three other definitions, those that follow it in the documents first."""
    at = everything.index(term)
    others = [*everything[at + 1 :], *reversed(everything[:at])]
    return [one for one in others if one.means != term.means][:3]


def _numbers(part: _Part, where: str) -> Iterator[Draft]:
    """Items from sums of the text that are right: the grader works them out."""
    for left, right in sums(part.section.text)[:_MOST_SUMS]:
        same = item_type("number")({"answer": right}, Context()).grade(left).verdict
        if same in (Verdict.CORRECT, Verdict.PARTIAL):
            yield Draft(id=f"{part.id}-sum", type="number", prompt=f"What is {left}?",
                        fields={"answer": right}, hints=(where, "Work it out step by step."))  # fmt: skip


def _gist(part: _Part) -> str:
    """The sentence of a section's first ones that says what its title names; "" where none does."""
    names = {word for word in _WORD.findall(part.section.title.lower()) if word not in _LITTLE}
    best, found = 0.0, ""
    begins = (
        plain(" ".join(one.split())) for one in islice(paragraphs(part.section.text), _BEGINS)
    )
    for sentence in islice((s.text.strip() for one in begins for s in sentences_of(one)), _GISTS):
        words = [word.removesuffix("s") for word in _WORD.findall(sentence.lower())]
        named = sum(name.removesuffix("s") in words for name in names) / max(len(names), 1)
        if (
            not named
            or sentence.endswith(("?", ":"))
            or len(words) < _LEAST
            or _LEANS.match(sentence)
        ):
            continue
        if (score := named + (0.5 if _SAYS.search(sentence) else 0.0)) > best:
            best, found = score, sentence
    return found[:600]


def _open(part: _Part) -> Draft:
    """Where no rule found anything: a question for a teacher to mend, its rubric from the words."""
    said = _gist(part) or _first(part)
    words = [
        word
        for word in dict.fromkeys(said.lower().replace(".", " ").replace(",", " ").split())
        if word.isascii() and word.isalpha() and len(word) > 4
    ]
    if not words:  # a formula or a single word: nothing that a rubric could name
        said, words = f"The section is about {part.section.title}.", ["section"]
    rubric = [{"idea": said, "words": [[one] for one in words[:3]]}]
    prompt = f"Say in one or two sentences what “{part.section.title}” is about."
    return Draft(id=f"{part.id}-open", type="open", prompt=prompt,
                 fields={"answer": said, "rubric": rubric},
                 hints=("Look at how the section begins.",))  # fmt: skip
