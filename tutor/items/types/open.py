"""Some sentences judged by the ideas of a rubric, with a calibrated scorer as second opinion."""

from dataclasses import dataclass

from tutor.errors import BadCourse
from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import LONGEST_OPEN, normal, why_unreadable, without_markup
from tutor.items.text.directions import goes_the_other_way
from tutor.items.text.plea import talks_to_grader
from tutor.items.text.rubric import Phrase, Presence, Rubric
from tutor.items.text.scorer import Opinion, opinion
from tutor.items.text.speech import speech
from tutor.items.text.turned import turned
from tutor.items.text.words import content_stems, words
from tutor.items.types._fields import Fields
from tutor.items.types._ideas import ideas_in, said_by_answer

_DOUBTED = 0.055  # the scorer's probability below which even all the rubric's words are not enough
_LIKELY = 0.6  # the same above which an answer is not called incomplete


FIELDS = ("answer", "rubric", "contradicts")  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Open:
    """The grader of an answer in sentences."""

    answer: str
    rubric: Rubric
    contradicts: tuple[Phrase, ...]
    topic: frozenset[str]  # stems of the prompt, the answer, the rubric and the course's terms
    prompt: str
    language: str

    def grade(self, response: str) -> Grade:
        """Correct, partial or incorrect as far as words can tell; else unclear, for a judge."""
        problem = why_unreadable(response, longest=LONGEST_OPEN)
        if problem:
            return Grade(verdict=Verdict.UNREADABLE, note=problem)
        text = without_markup(response)
        speaks = speech(self.language)
        if normal(" ".join(words(text))) in speaks.unsure:
            note = "That is fine. Say what you do know, or ask me for a hint."
            return Grade(verdict=Verdict.UNREADABLE, note=note)
        read = _cut(text)
        if any(self.rubric.says(text, phrase) for phrase in self.contradicts):
            note = "Part of that says something that is not so."
            return Grade(verdict=Verdict.INCORRECT, read_as=read, note=note, sure=0.9)
        grade = self._by_ideas(text, read)
        if grade.verdict in (Verdict.CORRECT, Verdict.PARTIAL) and talks_to_grader(response):
            return self._unclear(read, 0.0)  # the rubric's words in a plea are no evidence
        return grade

    def _by_ideas(self, text: str, read: str) -> Grade:
        found = self.rubric.read(text)
        size = len(found)
        said = found.count(Presence.SAID)
        if Presence.DENIED in found:
            if self.rubric.ambiguous(text) or self.rubric.rightly_denies(text):
                return self._unclear(read, said / size)
            note = "Look again at what you say is not so."
            return Grade(verdict=Verdict.INCORRECT, read_as=read, note=note, sure=0.85)
        second = self._second_opinion(text)
        if said and second and self._crossed(text):
            return self._unclear(read, second.correct)
        if said == size:
            if second and second.correct <= _DOUBTED:  # the words without their sense
                return self._unclear(read, second.correct)
            return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0, sure=0.95)
        if said and second and second.correct >= _LIKELY:  # perhaps the rest stands in other words
            return self._unclear(read, second.correct)
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
        return self._without_ideas(text, read, second)

    def _crossed(self, text: str) -> bool:
        """Whether the words of the ideas may stand the other way about."""
        model = without_markup(self.answer)
        return turned(text, model) or goes_the_other_way(text, model)

    def _second_opinion(self, text: str) -> Opinion | None:
        """What the scorer thinks of `text` beside the model answer; it knows English only."""
        if not self.language.startswith("en"):
            return None
        return opinion(text, question=self.prompt, references=(without_markup(self.answer),))

    def _without_ideas(self, text: str, read: str, second: Opinion | None) -> Grade:
        said = content_stems(text, self.language)
        if not said & self.topic:
            return Grade(verdict=Verdict.INCORRECT, read_as=read, sure=0.8)
        if said <= content_stems(self.prompt, self.language):
            note = "That says the question again. What is your own answer?"
            return Grade(verdict=Verdict.UNREADABLE, read_as=read, note=note)
        return self._unclear(read, second.correct if second else 0.0)

    def _unclear(self, read: str, share: float) -> Grade:
        note = "I can't be sure about that answer."
        return Grade(verdict=Verdict.UNCLEAR, read_as=read, note=note, share=share, sure=0.5)

    def shown(self) -> Shown:
        """A field for some sentences."""
        return Shown(kind="long", how="Answer in one to three sentences.")

    def answer_text(self) -> str:
        """The model answer."""
        return self.answer

    def answer_forms(self) -> tuple[str, ...]:
        """The model answer as written."""
        return tuple(dict.fromkeys((self.answer, without_markup(self.answer))))

    def samples(self) -> Samples:
        """The model answer, other topics, contradictions, and noise."""
        return Samples(
            right=(self.answer, self.answer.upper()),
            wrong=("zzzzqqq", "My grandmother baked seven purple elephants."),
            near=tuple(" ".join(phrase) for phrase in self.contradicts),
            unreadable=("", "   ", "🙂🙂", "\x00\x01\x02", "x" * (LONGEST_OPEN + 1)),
        )


def _cut(text: str) -> str:
    return text if len(text) <= 200 else text[:199] + "…"


def build(spec: Spec, context: Context) -> ItemType:
    """An open item of `answer`, `rubric` and optionally `contradicts`."""
    fields = Fields(spec, FIELDS)
    answer = fields.text("answer")
    ideas = ideas_in(fields, "rubric")
    contradicts = tuple(words(text) for text in fields.texts("contradicts", least=0))
    prompt = fields.text_or("prompt", "")
    fields.done()
    if not all(contradicts):
        raise BadCourse("A phrase here has no words.", where="contradicts", do="Write words.")
    rubric = Rubric(ideas, model_answer=answer, language=context.language, terms=context.terms)
    said_by_answer(rubric, answer, where="rubric")
    told = [phrase for phrase in contradicts if rubric.says(without_markup(answer), phrase)]
    if told:
        raise BadCourse(
            f"The model answer itself says {' '.join(told[0])!r}.",
            where="contradicts",
            do="Make the phrase longer or take it out.",
        )
    known = [prompt, answer, *context.terms]
    known += [" ".join(p) for idea in ideas for group in idea.groups for p in group]
    topic = frozenset[str]().union(*(content_stems(text, context.language) for text in known))
    return Open(
        answer=answer,
        rubric=rubric,
        contradicts=contradicts,
        topic=topic,
        prompt=prompt,
        language=context.language,
    )
