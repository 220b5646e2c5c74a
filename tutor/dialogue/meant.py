"""What a message means, asked of a model when rules and classifier are unsure.

The model fills a closed form: one of the intents that the reading doubts, or none. Code takes the
choice only when it stands in that list, and grades and decides as ever; the worst that words in a
message can do is to bend the choice among readings that code itself held possible.
"""

from collections.abc import Callable, Sequence

from pydantic import BaseModel, ConfigDict, Field

from tutor.dialogue.compose import language_name
from tutor.dialogue.read import Intent
from tutor.errors import ModelFailed
from tutor.items.item import Item
from tutor.llm.budget import NOBODY, Payer
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.form import fill, form_prompt
from tutor.prompting import Data, PromptBook, PromptError

LONGEST = 600  # characters of a message that are sent

MEANS: dict[Intent, str] = {
    Intent.RESPONSE: "an answer to the open question, right or wrong, or a guess at it",
    Intent.REPLY: "says in own words why or how, as the tutor asked",
    Intent.QUESTION: "asks something about the subject",
    Intent.HINT: "wants a hint on the open question",
    Intent.ANSWER_REQUEST: "wants to be told the answer",
    Intent.EXPLAIN: "wants something explained, or explained again",
    Intent.EXAMPLE: "wants an example",
    Intent.PRACTICE: "wants a question, or the next one",
    Intent.TOPIC: "names a topic to work on",
    Intent.DONT_KNOW: "says not to know",
    Intent.STUCK: "says to be stuck or lost",
    Intent.SKIP: "wants to leave the open question out",
    Intent.TOO_EASY: "finds it too easy",
    Intent.TOO_HARD: "finds it too hard",
    Intent.CLAIM: "says to know the topic already",
    Intent.APPEAL: "says that a judgement was wrong",
    Intent.PLACE: "wants to find out where in the course to begin",
    Intent.OTHER_WAY: "wants it another way: a reading, a video, something to do",
    Intent.PROGRESS: "asks how it is going or what was learned",
    Intent.WHY_THIS: "asks why this question comes now",
    Intent.AGREE: "says yes, or that it is understood",
    Intent.SOCIAL: "a greeting or small talk",
    Intent.THANKS: "says thank you",
    Intent.OFF_TOPIC: "about something that is not the course",
    Intent.ABOUT: "asks about the lesson, the tutor or who sees what is written",
    Intent.FEELING: "says how they are: sad, tired, discouraged, glad",
    Intent.STOP: "wants to stop for today",
    Intent.HELP: "asks what this is or how to use it",
}


class IntentForm(BaseModel):
    """What the model fills in; an empty text when none of the list fits."""

    model_config = ConfigDict(extra="ignore")
    intent: str = Field(default="", max_length=40)


async def pick(
    chain: Chain,
    book: PromptBook,
    text: str,
    doubt: Sequence[Intent],
    item: Item | None,
    language: str,
    *,
    hide: Callable[[str], str] = str,
    payer: Payer = NOBODY,
) -> Intent | None:
    """The intent of `doubt` that a model takes a message to have, or None. Never raises."""
    listed = [intent for intent in doubt if intent in MEANS]
    if len(listed) < 2:
        return None

    def prompt(wrong: str) -> Prompt:
        return _prompt(book, hide(text[:LONGEST]), listed, item, language, wrong)

    try:
        form = await fill(chain, prompt, IntentForm, payer=payer)
    except (ModelFailed, PromptError):
        return None
    if form is None:
        return None
    return next((intent for intent in listed if intent == form.intent.strip().casefold()), None)


def _prompt(
    book: PromptBook,
    text: str,
    listed: Sequence[Intent],
    item: Item | None,
    language: str,
    wrong: str,
) -> Prompt:
    rendered = book.render(
        "form_intent",
        {
            "item": Data(item.prompt if item is not None else ""),
            "said": Data(text),
            "intents": [{"name": str(intent), "means": MEANS[intent]} for intent in listed],
            "language": language_name(language),
            "wrong": wrong,
        },
    )
    return form_prompt(rendered, 40)
