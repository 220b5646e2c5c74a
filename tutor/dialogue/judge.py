"""An open response against its rubric, with a model filling a closed form and code deciding.

The model says which ideas it finds and quotes the words; an idea counts only when the quote
stands in the response and holds a word of that idea. Code makes the verdict. A response that talks to
its grader is not sent at all: it stays unclear, for the teacher, so that no instruction in it
can raise the grade.
"""

import re
import unicodedata
from collections.abc import Callable
from contextlib import suppress
from typing import Annotated

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field

from tutor.dialogue.compose import language_name
from tutor.errors import ModelFailed
from tutor.items.grade import Grade, Verdict
from tutor.items.item import Item
from tutor.items.text.plea import talks_to_grader
from tutor.items.text.words import content_stems
from tutor.items.types.open import Open
from tutor.llm.budget import NOBODY, Payer
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.form import fill, form_prompt
from tutor.prompting import Data, PromptBook, PromptError

SURE = 0.85  # of a model's grade: never that of an exact grader


def _said(quote: object) -> object:
    """A quote that a model leaves out as null is none."""
    return "" if quote is None else quote


Quote = Annotated[str, BeforeValidator(_said), Field(max_length=2000)]


class FoundIdea(BaseModel):
    """Whether one idea of the rubric (counted from 1) is in the response, and in which words."""

    model_config = ConfigDict(extra="ignore")
    number: int = Field(ge=1, le=50)
    found: bool
    quote: Quote = ""


class GradeForm(BaseModel):
    """What the model fills in."""

    model_config = ConfigDict(extra="ignore")
    ideas: list[FoundIdea] = Field(max_length=50)
    contradiction: bool = False
    contradiction_quote: Quote = ""


async def judge(
    chain: Chain,
    book: PromptBook,
    item: Item,
    response: str,
    language: str,
    *,
    hide: Callable[[str], str] = str,
    show: Callable[[str], str] = str,
    payer: Payer = NOBODY,
) -> Grade | None:
    """The grade, or None when there is none to be had (it stays unclear). Never raises."""
    kind = item.type
    if not isinstance(kind, Open) or talks_to_grader(response):
        return None

    def prompt(wrong: str) -> Prompt:
        return _prompt(book, item, kind, hide(response), language, wrong)

    with suppress(ModelFailed, PromptError):
        form = await fill(chain, prompt, GradeForm, payer=payer)
        return decide(form, kind, response, show) if form is not None else None
    return None


def decide(
    form: GradeForm, kind: Open, response: str, show: Callable[[str], str] = str
) -> Grade | None:
    """The verdict from the ideas that the form proves; None when it proves nothing.

    Every idea proved and nothing contradicted is correct, some are partial; a proved
    contradiction is incorrect. No idea and no contradiction stays unclear: a right answer in
    words that neither code nor model knows must not be called wrong.
    """
    asked = range(1, len(kind.rubric.ideas) + 1)
    proved = {
        idea.number
        for idea in form.ideas
        if idea.found
        and idea.number in asked
        and _proves(show(idea.quote), response, kind, _matter(kind, idea.number))
    }
    read = response.strip()
    read = read if len(read) <= 200 else read[:199] + "…"
    if form.contradiction and _proves(show(form.contradiction_quote), response, kind, kind.topic):
        if proved:  # both at once: not for a model to settle
            return None
        return Grade(
            verdict=Verdict.INCORRECT,
            read_as=read,
            note="Part of that says something that is not so.",
            sure=SURE,
        )
    share = len(proved) / len(asked)
    if not proved:
        return None
    if len(proved) == len(asked):
        return Grade(verdict=Verdict.CORRECT, read_as=read, share=1.0, sure=SURE)
    noun = "idea" if len(proved) == 1 else "ideas"
    note = f"I find {len(proved)} {noun} of the {len(asked)} in that. What else matters here?"
    return Grade(verdict=Verdict.PARTIAL, read_as=read, note=note, share=share, sure=SURE)


def _matter(kind: Open, number: int) -> frozenset[str]:
    """The stems of what an idea of the rubric is about: its own text and words."""
    idea = kind.rubric.ideas[number - 1]
    said = [idea.idea, *(" ".join(phrase) for group in idea.groups for phrase in group)]
    return content_stems(" ".join(said), kind.language)


def _proves(quote: str, response: str, kind: Open, matter: frozenset[str]) -> bool:
    """Whether a quote stands in the response and holds a word of the matter."""
    words = _folded(quote)
    if not words or f" {words} " not in f" {_folded(response)} ":
        return False
    return bool(content_stems(quote, kind.language) & matter)


def _folded(text: str) -> str:
    """Letters and digits alone, in lower case, with single spaces."""
    folded = unicodedata.normalize("NFKC", text).casefold()
    return " ".join(re.findall(r"\w+", folded))


def _prompt(
    book: PromptBook, item: Item, kind: Open, response: str, language: str, wrong: str
) -> Prompt:
    rendered = book.render(
        "form_grade",
        {
            "item": Data(item.prompt),
            "answer": Data(kind.answer),
            "ideas": [Data(idea.idea) for idea in kind.rubric.ideas],
            "response": Data(response),
            "language": language_name(language),
            "wrong": wrong,
        },
    )
    return form_prompt(rendered, 200 + 80 * len(kind.rubric.ideas))
