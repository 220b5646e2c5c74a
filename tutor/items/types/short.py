"""A word or phrase: accepted ones with slips of spelling, never another term of the course; or its key ideas."""

from collections.abc import Sequence
from dataclasses import dataclass

from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.maths.in_words.foreign_words import foreign_count
from tutor.items.maths.in_words.words import number_words
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.common_words import make_ready
from tutor.items.text.directions import goes_the_other_way
from tutor.items.text.open_ended import goes_on
from tutor.items.text.plea import talks_to_grader
from tutor.items.text.rubric import Presence, Rubric
from tutor.items.text.speech import speech
from tutor.items.text.taken_back import left_open, without_tag
from tutor.items.text.terms import Fit, Terms
from tutor.items.text.words import content_stems, words
from tutor.items.types._fields import Fields
from tutor.items.types._ideas import ideas_in, said_by_answer

FIELDS = ("answer", "accept", "spelling", "key_ideas")  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """The grader of a word or phrase."""

    accepted: tuple[str, ...]
    terms: Terms
    spelling: bool
    unsure: frozenset[str]
    numbers: frozenset[int | None] = frozenset()  # accepted ones that are said in words
    ideas: Rubric | None = None
    own: frozenset[str] = frozenset()  # words of the question, the answers and the ideas
    topic: frozenset[str] = frozenset()  # their stems, and those of the course's terms
    language: str = "en"

    def grade(self, response: str) -> Grade:
        """Correct for an accepted phrase or all key ideas; a doubtful spelling is asked again, not refused."""
        if response.strip() in self.accepted:  # symbols such as "→" are answers too
            return Grade(verdict=Verdict.CORRECT, read_as=response.strip(), share=1.0)
        problem = why_unreadable(response)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        read = without_markup(response)
        if normal(" ".join(words(response))) in self.unsure:
            return Grade(
                verdict=Verdict.UNREADABLE, note="That is fine. Have a guess, or ask me for a hint."
            )
        if self._says_number(response):
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
        response = without_tag(response)
        fit = self.terms.fit(response)
        open_ended = goes_on(response) and not any(map(goes_on, self.accepted))
        if fit in (Fit.SAID, Fit.MISSPELT) and (open_ended or left_open(response, self.own)):
            fit = Fit.HEDGED
        if self.ideas is None or fit in (Fit.SAID, Fit.MISSPELT, Fit.DENIED, Fit.HEDGED):
            return self._judged(fit, read)
        return self._by_ideas(self.ideas, response, read) or self._judged(fit, read)

    def _says_number(self, response: str) -> bool:
        """Whether the response is an accepted number in figures, small words apart: "son 20"."""
        if not self.numbers:
            return False
        small = speech(self.language).filler
        said = [word for word in words(response) if word not in small]
        return len(said) == 1 and said[0].isdecimal() and _number(said[0]) in self.numbers

    def _by_ideas(self, ideas: Rubric, response: str, read: str) -> Grade | None:
        """The verdict on a response in words of its own; None where it holds none of the ideas."""
        found = ideas.read(read)
        said, size = found.count(Presence.SAID), len(found)
        own = self.terms.rivals_said(response, self.own) or talks_to_grader(response)
        if Presence.DENIED in found:
            if ideas.ambiguous(read):
                return _unclear(read, said / size)
            note = "Look again at what you say is not so."
            return Grade(verdict=Verdict.INCORRECT, read_as=read, note=note, sure=0.85)
        english = self.language.startswith("en")
        model = without_markup(self.accepted[0])
        doubt = self._either(ideas, read) or (english and goes_the_other_way(read, model))
        if said > 1 and doubt:
            return _unclear(read, said / size)
        if said and own:  # another term stands beside them, or a plea for marks
            return _unclear(read, said / size)
        if said == size:
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0, sure=0.93)
        if said:
            note = say("I find one idea of the {size} in that. What else matters here?", size=size)
            if said > 1:
                note = say(
                    "I find {said} ideas of the {size} in that. What else matters here?",
                    said=said,
                    size=size,
                )
            return Grade(
                verdict=Verdict.PARTIAL, read_as=read, note=note, share=said / size, sure=0.85
            )
        own_words = content_stems(read, self.language)
        near = len(own_words) > 2 and own_words & self.topic and not own
        return _unclear(read, 0.0) if near else None  # perhaps the ideas stand in other words

    def _either(self, ideas: Rubric, read: str) -> bool:
        """Whether an "or" that no idea has parts what is said: "carbon dioxide or oxygen"."""
        ors = speech(self.language).ors - frozenset(
            word for idea in ideas.ideas for group in idea.groups for p in group for word in p
        )
        return bool(ors & set(words(read))) and not ors & set(words(self.accepted[0]))

    def _judged(self, fit: Fit, read: str) -> Grade:
        match fit:
            case Fit.SAID:
                return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0)
            case Fit.MISSPELT:
                note = "Watch the spelling."
                return Grade(verdict=Verdict.CORRECT, read_as=read, note=note, share=1.0, sure=0.97)
            case Fit.DENIED | Fit.OTHER:
                return Grade(verdict=Verdict.INCORRECT, read_as=read)
            case Fit.HEDGED:
                note = "I read more than one answer. Which one do you choose?"
                return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
            case Fit.PART:
                note = "That may be part of it. What is the whole name?"
                return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=0.5, sure=0.8)
            case Fit.DOUBTFUL:
                note = say(
                    "I read “{read}”, and I am not sure which word you mean. Can you check the spelling?",
                    read=_cut(read),
                )
                return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
            case Fit.BURIED:
                note = "I am not sure which words are your answer."
                return Grade(verdict=Verdict.UNCLEAR, read_as=read, note=note, share=0.5, sure=0.5)

    def shown(self) -> Shown:
        """A field for a word or phrase."""
        return Shown(kind="text", how="Reply with a word or a short phrase.")

    def answer_text(self) -> str:
        """The first accepted phrase."""
        return self.accepted[0]

    def answer_forms(self) -> tuple[str, ...]:
        """All accepted phrases."""
        return tuple(
            dict.fromkeys((*self.accepted, *(without_markup(text) for text in self.accepted)))
        )

    def samples(self) -> Samples:
        """The phrases in sentences, denied, hedged, and misspelt when spelling is free; one idea alone."""
        first = self.accepted[0]
        ideas = self.ideas.ideas if self.ideas else ()
        alone = " ".join(word for group in ideas[0].groups for word in group[0]) if ideas else ""
        return Samples(
            right=(
                *self.accepted,
                first.upper() if self.spelling else first,
                f"i think its {first}?",
                f"the answer is {first}.",
            ),
            wrong=("zzzzqqq", "purple elephants"),
            near=(
                f"not {first}",
                f"it isn't {first}",
                *((alone,) if len(ideas) > 1 and alone not in self.accepted else ()),
            ),
            unreadable=("", "   ", "🙂🙂", f"{first} or purple elephants", "\x00\x01"),
        )


def _unclear(read: str, share: float) -> Grade:
    note = "I can't be sure about that answer."
    return Grade(verdict=Verdict.UNCLEAR, read_as=read, note=note, share=share, sure=0.5)


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


_TRUTHS = {  # what says the same where nothing else is asked for
    "true": ("t",),
    "false": ("f", "untrue", "not true"),
    "verdadero": ("v",),
    "falso": ("f", "no es verdadero"),
}


def _truth(accepted: Sequence[str]) -> tuple[str, ...]:
    return _TRUTHS.get(normal(accepted[0]), ()) if len(set(map(normal, accepted))) == 1 else ()


def _number(text: str) -> int | None:
    """The whole number that a text is in figures or in words of one of our languages."""
    plain = normal(text).strip(" .!?")
    if plain.isdecimal():
        return int(plain) if len(plain) < 10 else None
    said = number_words(plain) if plain.replace("-", " ").replace(" ", "").isalpha() else None
    if said is not None:
        return int(said) if said.denominator == 1 else None
    return foreign_count(plain)


def build(spec: Spec, context: Context) -> ItemType:
    """A short item of `answer` and optionally `accept`, `spelling` and `key_ideas`."""
    fields = Fields(spec, FIELDS)
    accepted = (fields.text("answer"), *fields.texts("accept", least=0))
    spelling = fields.flag("spelling", default=True)
    ideas = ideas_in(fields, "key_ideas", least=0)
    question = fields.text_or("prompt", "")
    fields.done()
    if spelling:
        make_ready(context.language)
    rubric: Rubric | None = None
    if ideas:
        rubric = Rubric(
            ideas, model_answer=accepted[0], language=context.language, terms=context.terms
        )
        said_by_answer(rubric, accepted[0], where="key_ideas")
    terms = Terms(
        (*accepted, *_truth(accepted)),
        terms=context.terms,
        language=context.language,
        spelling=spelling,
        question=question,
    )
    said = [question, *accepted, *(" ".join(p) for i in ideas for group in i.groups for p in group)]
    about = (*said, *context.terms) if ideas else ()
    return Short(
        accepted=accepted,
        terms=terms,
        spelling=spelling,
        unsure=speech(context.language).unsure,
        numbers=frozenset(map(_number, accepted)) - {None},
        ideas=rubric,
        own=frozenset(word for text in said for word in words(without_markup(text))),
        topic=frozenset[str]().union(*(content_stems(text, context.language) for text in about)),
        language=context.language,
    )
