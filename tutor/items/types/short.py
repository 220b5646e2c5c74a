"""A word or phrase: accepted ones with slips of spelling, never another term of the course."""

from dataclasses import dataclass

from tutor.items.grade import Context, Grade, ItemType, Samples, Shown, Spec, Verdict
from tutor.items.said import say
from tutor.items.text.clean import normal, why_unreadable, without_markup
from tutor.items.text.speech import speech
from tutor.items.text.terms import Fit, Terms
from tutor.items.text.words import words
from tutor.items.types._fields import Fields

FIELDS = ("answer", "accept", "spelling")  # of its YAML


@dataclass(frozen=True, slots=True, kw_only=True)
class Short:
    """The grader of a word or phrase."""

    accepted: tuple[str, ...]
    terms: Terms
    spelling: bool
    unsure: frozenset[str]

    def grade(self, response: str) -> Grade:
        """Correct for an accepted phrase; a doubtful spelling is asked again, not refused."""
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
        return self._judged(self.terms.fit(response), read)

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
        """The phrases in sentences, denied, hedged, and misspelt when spelling is free."""
        first = self.accepted[0]
        return Samples(
            right=(
                *self.accepted,
                first.upper() if self.spelling else first,
                f"i think its {first}?",
                f"the answer is {first}.",
            ),
            wrong=("zzzzqqq", "purple elephants"),
            near=(f"not {first}", f"it isn't {first}"),
            unreadable=("", "   ", "🙂🙂", f"{first} or purple elephants", "\x00\x01"),
        )


def _cut(text: str) -> str:
    return text if len(text) <= 40 else text[:39] + "…"


def build(spec: Spec, context: Context) -> ItemType:
    """A short item of `answer` and optionally `accept` and `spelling`."""
    fields = Fields(spec, FIELDS)
    accepted = (fields.text("answer"), *fields.texts("accept", least=0))
    spelling = fields.flag("spelling", default=True)
    fields.done()
    return Short(
        accepted=accepted,
        terms=Terms(accepted, terms=context.terms, language=context.language, spelling=spelling),
        spelling=spelling,
        unsure=speech(context.language).unsure,
    )
