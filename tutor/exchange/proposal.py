"""A course proposed from documents: every item a draft, every prerequisite a guess from their order."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from tutor.curriculum.starter import persona, slug, written
from tutor.exchange.by_rule import Part, card, items_of, otherwise
from tutor.exchange.draft import Draft, Exchanged, as_yaml, usable
from tutor.exchange.listed import Definition, listed
from tutor.exchange.outline import Section, bare_title, definitions, parted, terms_and_objectives
from tutor.items.grade import Context
from tutor.retrieval.readers import ReadDocument

_WORD = re.compile(r"[^\W\d_]{4,}")
_MOST_GOALS = 8  # of one skill
NO_MORE: Mapping[str, Sequence[Draft]] = MappingProxyType({})


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """The files of a course by their paths, and how much was found."""

    files: Mapping[str, str]
    skills: int
    terms: int
    items: int
    poor: tuple[str, ...] = ()  # titles of skills with nothing but a question to mend


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
    files, taken, count, poor = dict[str, str](), set[str](), 0, list[str]()
    for part in parts:
        made = Exchanged(drafts=(*items_of(part, parts), *more.get(part.id, ())))
        kept = usable(made, context, prefix=part.id, taken=frozenset(taken)).drafts
        if not kept:
            last = otherwise(part, parts)
            kept = usable(Exchanged(drafts=(last,)), context, taken=frozenset(taken)).drafts
            poor += [part.section.title] if last.type == "open" else []
        taken |= {one.id for one in kept}
        count += len(kept)
        files[f"items/{part.id}.yaml"] = written(as_yaml(kept, part.id))
        front = written({"title": part.section.title, "skills": [part.id]})
        files[f"readings/{part.id}.md"] = (
            f"---\n{front}---\n# {part.section.title}\n\n{part.section.text}\n"
        )
    files["course.yaml"] = written(_head(parts, title))
    files["personas/patient-guide.yaml"] = persona()
    return Proposal(
        files=files, skills=len(parts), terms=len(everything), items=count, poor=tuple(poor)
    )


def _parts(documents: Sequence[ReadDocument]) -> list[Part]:
    """Sections with ids of their own; a term belongs to the first that defines it, one of a glossary to the
    first that uses it."""
    made, ids, known = list[Part](), set[str](), set[str]()
    for told in parted(documents):
        section = replace(told, text=_for_learners(told.text))
        found = (*definitions(section.text), *listed(section.text))
        terms = {t.term.lower(): t for t in reversed(found) if t.term.lower() not in known}
        known |= set(terms)
        own = tuple(reversed(terms.values()))
        made.append(Part(id=_free(section, ids), section=section, terms=own))
    for document in documents:
        explained, goals = terms_and_objectives(document)
        unused = []
        for term in (one for one in explained if one.term.lower() not in known):
            known.add(term.term.lower())
            at = _first_use(made, term)
            if at is None:
                unused.append(term)
            else:
                made[at] = replace(made[at], terms=(*made[at].terms, term))
        if unused:
            text = "\n\n".join(f"**{one.term}**: {one.means}." for one in unused)
            section = Section(title=bare_title(document.title), text=text)
            made.append(Part(id=_free(section, ids), section=section, terms=tuple(unused)))
        for goal in goals:
            made = _with_goal(made, goal)
    return made


def _for_learners(text: str) -> str:
    """A section without the speaker's notes, which are for whoever speaks."""
    return re.sub(r"^Notes: (?:.+\n?)+\n*", "", text, flags=re.MULTILINE).strip()


def _free(section: Section, taken: set[str]) -> str:
    """An id made of the section's title that no other has."""
    name, count = slug(section.title), 1
    while name in taken:
        count += 1
        name = f"{slug(section.title)}-{count}"
    taken.add(name)
    return name


def _first_use(parts: Sequence[Part], term: Definition) -> int | None:
    """Which part is the first that uses the term of a glossary."""
    named = re.compile(rf"\b{re.escape(term.term)}", re.IGNORECASE)
    return next((at for at, one in enumerate(parts) if named.search(one.section.text)), None)


def _with_goal(parts: Sequence[Part], goal: str) -> list[Part]:
    """The parts, the goal with the one that shares most of its words, in its title above all."""

    def stems(text: str) -> set[str]:
        return {word.rstrip("s")[:6] for word in _WORD.findall(text.lower())}

    words = stems(goal)

    def shared(part: Part) -> int:
        title, text = stems(part.section.title), stems(part.section.text)
        return 3 * len(words & title) + len(words & text)

    at = max(range(len(parts)), key=lambda i: (shared(parts[i]), -i), default=0)
    return [
        replace(one, goals=(*one.goals, goal)[:_MOST_GOALS]) if i == at else one
        for i, one in enumerate(parts)
    ]


def _head(parts: Sequence[Part], title: str) -> dict[str, object]:
    skills = [
        {
            "id": part.id,
            "title": part.section.title[:300],
            "requires": [parts[at - 1].id] if at else [],
            "card": card(part),
            **({"objectives": list(part.goals)} if part.goals else {}),
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
