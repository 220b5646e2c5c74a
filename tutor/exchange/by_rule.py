"""Items that rules make of a section: of its terms, lists, tables and worked examples; else a question to mend."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tutor.exchange.asked import answered, questions_of
from tutor.exchange.draft import Draft
from tutor.exchange.examples import worked
from tutor.exchange.markdown import POINT, outside, paragraphs, plainly
from tutor.exchange.outline import Definition, Procedure, Section, procedures, sums
from tutor.exchange.tables import Pairs, pairs_of
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type
from tutor.retrieval.sentences import plain, sentences_of

_MOST_SUMS = 3  # items from worked examples, of one skill
_MOST_PAIRS = 5
_BEGINS, _GISTS = 4, 8  # paragraphs and sentences among which one says what the section is about
_LEAST = 6  # words of such a sentence
_MOST_LEAD = 240  # letters of what introduces a list
_LEAST_POINT, _MOST_POINT, _FEWEST_POINTS = 3, 20, 2  # words of a point; points of a slide
_WORD = re.compile(r"[^\W\d_]{2,}")
_LITTLE = frozenset(
    ("the", "of", "and", "in", "to", "for", "an", "on", "by", "with", "from", "what", "how", "why", "its", "at", "as")
)  # fmt: skip
# A sentence that leans on the one before it, or on a picture.
_LEANS = re.compile(
    r"(?:it|its|this|these|that|those|they|he|she|his|her|their|however|therefore|thus|for example|for instance|"
    r"in addition|moreover|also|as shown|note|notes|see|recall|before|after|let|you|when you|"
    r"one example|another|as we|we will|we were|-|"
    r"while|although|unlike|now that|in (?:these|such|addition|the)|just as|perhaps|of course|"
    r"typically|increasingly|specifically|"
    r"often|sometimes|given|many|most|some|all of|one of the|if|when|(?:there|here) (?:is|are)|studying|"
    r"the (?:first|second|third|fourth|fifth|next|last|other)|we (?:can|have|see|know)|with all|"
    r"from the|to \w+,?|\()\b|"
    r".*\b(?:let[’']s|shown|so far|also|earlier|this|these)\b|.*(?:\(\s*(?:see\s*)?\)|,\s*,|__)",
    re.IGNORECASE,
)
_SAYS = re.compile(
    r"\b(?:is|are|was|were|means?|refers? to|occurs?|describes?|uses?|consists? of|begins?|believed|proposed|"
    r"developed|states?|holds?|explains?|involves?|includes?)\b"
)
# What a speaker says to himself, and what stands at a picture or a table.
_BESIDE = re.compile(r"^Notes: (?:.+\n?)+|^(?:Table|Figure): .*$|^\(Image: .*\)$", re.MULTILINE)


# Words that tell nothing of a subject.
_SAY_NOTHING = """
    about above across after again against almost along already although always among another anything around
    based because become becomes before begin begins behind being below between beyond called cannot certain certainly
    common consider could different during either enough especially even every example famous first following found
    general given gives great greater having however important includes instead itself known large later learned likely
    little looks makes making means might moreover never number often other others particular perhaps possible quite
    rather really result second section several should shown shows similar simple simply since small something
    sometimes still taken takes their there therefore these things third those though three through times together
    toward towards under unlike until using usually various wants where whether which while whose within without
    would written years
"""
_EMPTY = frozenset(_SAY_NOTHING.split())


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A section on its way to a skill, the terms that it explains and the goals that it serves."""

    id: str
    section: Section
    terms: tuple[Definition, ...]
    goals: tuple[str, ...] = ()

    @property
    def where(self) -> str:
        """The first hint of its items."""
        return f"Look at the section “{self.section.title}”."

    def where_beside(self, term: str) -> str:
        """The first hint of an item whose answer is a term: the title may name it."""
        named = term.lower() in self.section.title.lower()
        return "Look at what the section begins with." if named else self.where


def items_of(part: Part, parts: Sequence[Part]) -> Iterator[Draft]:
    """All that the rules find; `parts` are all of the course, in order."""
    everything = [term for one in parts for term in one.terms]
    for term in part.terms:
        yield from _of_term(part, term, everything)
    yield from _meanings(part)
    explained = {term.term for term in part.terms}
    for found in pairs_of(_said(part)):
        if not explained.issuperset(left for left, _ in found.pairs):
            yield _matched(part, found)
    for steps in procedures(_said(part)):
        yield _ordered(part, steps)
    yield from _numbers(part)
    for question, answer in questions_of(_said(part)):
        kind, fields = answered(answer)
        yield Draft(
            id=f"{part.id}-asked", type=kind, prompt=question, fields=fields, hints=(part.where,)
        )
    for question, number, unit in worked(_said(part)):
        fields = {"answer": f"{number} {unit}" if unit else number}
        yield Draft(id=f"{part.id}-worked", type="units" if unit else "number", prompt=question, fields=fields,
                    hints=(part.where, "What is known, and what is asked?"))  # fmt: skip


def otherwise(part: Part, parts: Sequence[Part]) -> Draft:
    """Where no rule found anything: what belongs here, or a question for a teacher to mend."""
    return _belonging(part, parts) or _open(part)


def card(part: Part) -> str:
    """What a card says: the first definition, else how the section begins."""
    if part.terms:
        return f"{part.terms[0].sentence}."
    every = [one for one in paragraphs(_said(part)) if not one.startswith(("- ", "* "))]
    begins, then = ([plain(one) for one in every] + ["", ""])[:2]
    points = _points(part)
    if points and (not begins or begins.endswith(":")):
        return "; ".join(one.rstrip(".;") for one in points[:3])[:600]
    said = sentences_of(begins or part.section.title)[0].text.strip()
    if said.endswith(":") and said == begins and then.startswith("$"):
        return f"{said} {then.replace('$$', '$')}"[:600]
    if not begins:
        rows, steps = next(pairs_of(_said(part)), None), procedures(_said(part))
        if rows:
            return f"{rows.left}: {', '.join(one for one, _ in rows.pairs)}"[:600]
        if steps:
            return "; ".join(one.rstrip(".;") for one in steps[0].steps)[:600]
    return said[:600]


def _said(part: Part) -> str:
    return _BESIDE.sub("", part.section.text)


def _of_term(part: Part, term: Definition, everything: Sequence[Definition]) -> Iterator[Draft]:
    if term.is_listed:
        yield from _named(part, term)
    elif term.sentence.count(term.term) == 1 and ":" not in term.sentence:
        prompt = term.sentence.replace(term.term, "___") + "."
        hints = (
            part.where_beside(term.term),
            f"It begins with “{term.term[0]}”.",
            f"It is “{term.term}”.",
        )
        yield Draft(id=f"{part.id}-cloze", type="blanks", prompt=prompt,
                    fields={"answer": [term.term]}, hints=hints)  # fmt: skip
    others = [one.means for one in _near(term, everything)]
    if len(others) >= 2:
        asked = "What does “{}” mean?" if term.is_listed else "Which of these is true of “{}”?"
        yield Draft(
            id=f"{part.id}-true",
            type="choice",
            prompt=asked.format(term.term),
            fields={"choices": [term.means, *others], "answer": term.means},
            hints=(part.where, "Leave out what is said of other terms."),
        )


def _named(part: Part, term: Definition) -> Iterator[Draft]:
    """The term asked for by its meaning, where that does not name it."""
    stems = {word.lower()[:5] for word in _WORD.findall(term.term) if len(word) > 3}
    told = stems & {word.lower()[:5] for word in _WORD.findall(term.means)}
    if not told:
        hints = (
            part.where_beside(term.term),
            f"It begins with “{term.term[0]}”.",
            f"It is “{term.term}”.",
        )
        yield Draft(id=f"{part.id}-term", type="short", prompt=f"Which term is meant: “{term.means}”?",
                    fields={"answer": term.term}, hints=hints)  # fmt: skip


def _near(term: Definition, everything: Sequence[Definition]) -> list[Definition]:
    """Up to three other definitions, those that follow it in the documents first."""
    at = everything.index(term)
    others = [*everything[at + 1 :], *reversed(everything[:at])]
    return [one for one in others if one.means != term.means][:3]


def _meanings(part: Part) -> Iterator[Draft]:
    """Terms to match with their meanings, a handful at a time."""
    pairs = [(t.term, t.means) for t in part.terms if len(t.means) <= 140]
    for at in range(0, len(pairs), _MOST_PAIRS):
        few = dict(pairs[at : at + _MOST_PAIRS])
        if len(few) >= 3 and len(set(few.values())) == len(few):
            yield Draft(id=f"{part.id}-match", type="match", prompt="Match each term with its meaning.",
                        fields={"answer": few}, hints=(part.where, "Begin with those you are sure of."))  # fmt: skip


def _matched(part: Part, found: Pairs) -> Draft:
    prompt = f"Match ({part.section.title}): {found.left} with {found.right}."
    return Draft(id=f"{part.id}-table", type="match", prompt=prompt,
                 fields={"answer": dict(found.pairs)}, hints=(part.where, "Begin with those you are sure of."))  # fmt: skip


def _ordered(part: Part, found: Procedure) -> Draft:
    said = re.sub(r"^(?:worked )?example(?: \d+)?[.:]\s*", "", found.lead, flags=re.IGNORECASE)
    introduces = (found.lead.endswith((":", "?")) or said != found.lead) and len(said) <= _MOST_LEAD
    if said.endswith(":"):
        said = sentences_of(said)[-1].text.strip().rstrip(":")
    said = said if said and introduces else part.section.title
    return Draft(id=f"{part.id}-order", type="order", prompt=f"Put these steps in order ({said}).",
                 fields={"answer": list(found.steps)}, hints=(part.where, "What has to be there first?"))  # fmt: skip


def _numbers(part: Part) -> Iterator[Draft]:
    """Items from sums of the text that are right: the grader works them out."""
    for left, right in sums(part.section.text)[:_MOST_SUMS]:
        same = item_type("number")({"answer": right}, Context()).grade(left).verdict
        if same in (Verdict.CORRECT, Verdict.PARTIAL):
            yield Draft(id=f"{part.id}-sum", type="number", prompt=f"What is {left}?",
                        fields={"answer": right}, hints=(part.where, "Work it out step by step."))  # fmt: skip


def _points(part: Part) -> list[str]:
    """The points of a section's lists, where they say something."""
    found = (POINT.match(line) for _, line in outside(_said(part).splitlines()))
    made = [plainly(one[1]) for one in found if one]
    return [one for one in made if _LEAST_POINT <= len(one.split()) <= _MOST_POINT and one[-1] not in ":?"]  # fmt: skip


def _belonging(part: Part, parts: Sequence[Part]) -> Draft | None:
    """Which of some points is this section's and none of its neighbours'."""
    own = _points(part)
    at = parts.index(part)
    around = [*parts[at + 1 :], *reversed(parts[:at])]
    others = [points[0] for one in around if (points := _points(one)) and points[0] not in own][:3]
    if len(own) < _FEWEST_POINTS or len(others) < 2:
        return None
    return Draft(
        id=f"{part.id}-belongs",
        type="choice",
        prompt=f"Which of these belongs to “{part.section.title.rstrip('?')}”?",
        fields={"choices": [own[0], *others], "answer": own[0]},
        hints=(part.where, "Leave out what belongs to other sections."),
    )


def _gist(part: Part) -> str:
    """The sentence of a section's first ones that says what its title names; "" where none does."""
    names = {word for word in _WORD.findall(part.section.title.lower()) if word not in _LITTLE}
    best, found = 0.0, ""
    begins = (plain(" ".join(one.split())) for one in islice(paragraphs(_said(part)), _BEGINS))
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


def _telling(said: str, part: Part) -> list[str]:
    """Up to three words of a sentence that the section uses most and the question does not say."""
    asked = {word[:5] for word in _WORD.findall(part.section.title.lower())}
    text = part.section.text.lower()
    words = dict.fromkeys(word for word in re.findall(r"[a-z]{5,}", said.lower()))
    told = [one for one in words if one[:5] not in asked and one not in _EMPTY]
    most = sorted(told, key=lambda one: (-text.count(one), told.index(one)))[:3]
    return sorted(most, key=told.index)


def _open(part: Part) -> Draft:
    """A question for a teacher to mend, its rubric from the words of the sentence that answers it."""
    said = _gist(part) or card(part)
    words = _telling(said, part)
    if not words:  # a formula or a single word: nothing that a rubric could name
        said, words = f"The section is about {part.section.title}.", ["section"]
    rubric = [{"idea": said, "words": [[one] for one in words]}]
    prompt = f"Say in one or two sentences what “{part.section.title}” is about."
    return Draft(id=f"{part.id}-open", type="open", prompt=prompt,
                 fields={"answer": said, "rubric": rubric},
                 hints=("Look at how the section begins.",))  # fmt: skip
