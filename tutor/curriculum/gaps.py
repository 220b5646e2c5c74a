"""What a course as a whole lacks: variety, prepared words, wrong ideas that are ever told. Pure."""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from tutor.curriculum.course import Course, Term
from tutor.curriculum.source import Source
from tutor.ids import ItemId, SkillId

ENOUGH = 6  # items of a skill from which more than one type is expected


def untold(course: Course) -> Iterator[tuple[int, str, str]]:
    """Misconceptions that no item betrays: their place in the course's list, what, what to do."""
    told = {
        name
        for source in course.sources.values()
        if isinstance(source, Source)
        for name in _texts_in([source.spec, source.wrong])
    }
    for index, one in enumerate(course.misconceptions.values()):
        if one.id not in told:
            yield (
                index,
                f"No item betrays the misconception “{one.id}”, so it is never told.",
                "Name it at a wrong answer or a choice of an item, or take it out.",
            )


def _texts_in(part: object) -> Iterator[str]:
    match part:
        case str():
            yield part
        case Mapping():
            for value in part.values():
                yield from _texts_in(value)
        case list() | tuple():
            for value in part:
                yield from _texts_in(value)


def one_sided(course: Course) -> Iterator[tuple[int, str, str]]:
    """Skills with many items that are all of one type: their place in the course, what, what to do."""
    for index, skill in enumerate(course.skills):
        types = [course.sources[one].type_name for one in course.by_skill.get(skill, ())]
        if len(types) >= ENOUGH and len(set(types)) == 1:
            yield (
                index,
                f"All {len(types)} items of “{skill}” are of the type {types[0]}.",
                "Ask for it in another way too, such as with choices or in a learner's own words.",
            )


def too_early(course: Course) -> Iterator[tuple[ItemId, str, str]]:
    """Prompts with a term of two words or more from a skill that the item's skills do not require.

    A term is known where a reading or the card of one of these skills has it.
    """

    @cache
    def known(skill: SkillId) -> frozenset[SkillId]:
        return frozenset({skill}).union(*(known(one) for one in course.skills[skill].requires))

    @cache
    def taught(skill: SkillId) -> str:
        texts = [one.text for one in course.readings.values() if skill in one.skills]
        return "\n".join([course.skills[skill].card, *texts]).casefold()

    terms = [(word, term) for term in course.glossary for word in _long_words(term)]
    for source in course.sources.values():
        if not isinstance(source, Source):
            continue
        before = frozenset[SkillId]().union(*(known(one) for one in source.skills))
        prompt = source.texts.get("prompt", "").casefold()
        for word, term in terms:
            if term.skill is None or term.skill in before or not _has(prompt, word):
                continue
            if not any(word in taught(one) for one in before):
                yield (
                    source.id,
                    f"The prompt says “{word}”, which “{term.skill}” is to teach; "
                    f"“{source.skills[0]}” does not require that skill.",
                    "Say it in other words, name the skill in the item's `skills`, or require it.",
                )


def _long_words(term: Term) -> list[str]:
    return [word.casefold() for word in (term.term, *term.also) if " " in word]


def _has(text: str, word: str) -> bool:
    return re.search(rf"(?<!\w){re.escape(word)}(?!\w)", text) is not None
