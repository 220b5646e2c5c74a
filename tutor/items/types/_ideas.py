"""Ideas that an answer must hold, as authors list them: `{idea: …, words: [[…], […]]}`."""

from collections.abc import Mapping

from tutor.errors import BadCourse
from tutor.items.text.clean import without_markup
from tutor.items.text.rubric import Idea, Presence, Rubric
from tutor.items.text.words import words
from tutor.items.types._fields import Fields, as_text


def ideas_in(fields: Fields, name: str, *, least: int = 1) -> list[Idea]:
    """The ideas of the list `name`; raises BadCourse with the place of a wrong one."""
    return [
        _idea(entry, f"{name}[{i}]") for i, entry in enumerate(fields.entries(name, least=least))
    ]


def _idea(entry: object, where: str) -> Idea:
    if not isinstance(entry, Mapping):
        raise BadCourse(
            "An idea is `{idea: …, words: [[…], […]]}`.", where=where, do="See docs/items.md."
        )
    fields = Fields(entry, ("idea", "words"))
    idea = fields.text("idea")
    groups = []
    for g, group in enumerate(fields.entries("words")):
        place = f"{where}.words[{g}]"
        alternatives = group if isinstance(group, list | tuple) else [group]
        phrases = tuple(words(without_markup(as_text(text, where=place))) for text in alternatives)
        if not phrases or not all(phrases):
            raise BadCourse("This list of words is empty.", where=place, do="Write a word.")
        groups.append(phrases)
    fields.done()
    return Idea(idea=idea, groups=tuple(groups))


def said_by_answer(rubric: Rubric, answer: str, *, where: str) -> None:
    """Raises BadCourse where the answer itself misses an idea."""
    read = rubric.read(without_markup(answer))
    missing = [
        idea.idea
        for idea, presence in zip(rubric.ideas, read, strict=True)
        if presence is not Presence.SAID
    ]
    if missing:
        raise BadCourse(
            f"The model answer does not say the idea {missing[0]!r} in the rubric's words.",
            where=where,
            do="Put its word into `answer`, or the answer's word into `words`.",
        )
