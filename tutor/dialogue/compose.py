"""From what is to be worded to the prompt that asks for it. Pure."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from tutor.dialogue.scene import Scene
from tutor.dialogue.wording.asking import Wording
from tutor.learner_state.events import Event, MessageReceived, Replied
from tutor.llm.chat import Prompt
from tutor.prompting import Data, PromptBook

HISTORY = 3  # turns
HISTORY_CHARACTERS = 400  # of one remembered message

LANGUAGES = {
    "ar": "Arabic", "de": "German", "en": "English", "es": "Spanish", "fr": "French", "he": "Hebrew",
    "hi": "Hindi", "it": "Italian", "ja": "Japanese", "nl": "Dutch", "pl": "Polish",
    "pt": "Portuguese", "ru": "Russian", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
HUMOUR = (
    "No jokes.",
    "Friendly and matter-of-fact; no jokes.",
    "A light touch now and then is welcome, never at the learner’s cost.",
    "A little playful humour is welcome, never at the learner’s cost.",
)
OBJECTIONS = {
    "leak": "it gives the answer of the open question away",
    "false": "a computation in it is wrong",
    "unsupported": "neither the passages nor the question say this",
    "polarity": "it contradicts the verdict",
    "length": "it is too long",
    "hard": "its words are too hard for the reader’s age",
    "questions": "it asks more than one question",
    "tone": "it flatters or belittles",
    "human": "it claims to be a person",
    "machine": "it shows a label, a mark or words about its instructions; write to the learner only",
    "unsafe": "no tutor says that to a child",
    "deed": "it claims or promises a deed (telling somebody, grading, another question)",
    "link": "it holds a link or address",
    "name": "it uses somebody’s name",
    "language": "it is in another language",
    "off_limits": "its subject is off limits",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """A past message and its reply; either may be ""."""

    learner: str
    tutor: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Refused:
    """Why a draft was refused, or a sentence of it left out: the rule, and the sentence that broke it."""

    rule: str
    said: str
    leaves_out: bool = False


def compose(
    book: PromptBook,
    wanted: Wording,
    scene: Scene,
    *,
    history: Sequence[Exchange] = (),
    hide: Callable[[str], str] = str,
    refused: Refused | None = None,
) -> Prompt:
    """The rendered prompt. `hide` takes out what identifies people. Raises PromptError."""
    persona = scene.persona
    inputs: dict[str, object] = {
        "voice": Data(persona.voice),
        "samples": [Data(sample) for sample in persona.samples[:3]],
        "off_limits": Data(", ".join(persona.off_limits)),
        "language": language_name(scene.course.language),
        "reading_age": persona.reading_age,
        "max_words": wanted.max_words,
        "humour": HUMOUR[max(0, min(persona.humour, len(HUMOUR) - 1))],
        "history": [
            {"learner": Data(hide(turn.learner)), "tutor": Data(hide(turn.tutor))}
            for turn in history
        ],
        "said": Data(hide(_said(scene))),
        "keep": Data(hide(wanted.keep)),
        "objection": OBJECTIONS.get(refused.rule, refused.rule) if refused else "",
        "refused": Data(hide(refused.said) if refused else ""),
        **wanted.inputs,
    }
    rendered = book.render(wanted.name, inputs)
    return Prompt(
        name=rendered.name,
        version=rendered.version,
        system=rendered.system,
        messages=(("user", rendered.message),),
        max_tokens=120 + 6 * wanted.max_words,
        temperature=0.4,
    )


def history(events: Iterable[Event], before: str = "") -> tuple[Exchange, ...]:
    """The last few turns, oldest first, without the message `before` and all after it."""
    said: dict[str, str] = {}
    found: list[Exchange] = []
    for event in events:
        if isinstance(event, MessageReceived):
            if event.message == before:
                break
            said[event.message] = "" if event.text.startswith("/") else event.text
        elif isinstance(event, Replied):
            reply = str(event.outbound.get("text", ""))
            found.append(Exchange(learner=_cut(said.get(event.message, "")), tutor=_cut(reply)))
    return tuple(found[-HISTORY:])


def language_name(tag: str) -> str:
    """A language's English name, or its tag where we have none."""
    return LANGUAGES.get(tag.partition("-")[0].lower(), tag)


def _said(scene: Scene) -> str:
    text = scene.reading.text
    return "" if text.startswith("/") else text


def _cut(text: str) -> str:
    return text if len(text) <= HISTORY_CHARACTERS else text[:HISTORY_CHARACTERS] + "…"
