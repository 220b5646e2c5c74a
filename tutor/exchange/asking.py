"""Items that a model proposes for a section, each checked by code before a teacher sees it.

The answer must stand in a sentence that the passage supports, the item's own grader must take the
answer for right and every distractor for wrong, and nothing is asked twice.
"""

from collections.abc import Sequence
from typing import Literal

from pydantic import BaseModel, ConfigDict, Field

from tutor.errors import BadCourse, ModelFailed
from tutor.exchange.draft import Draft, Exchanged, Lost, objection
from tutor.exchange.outline import Section
from tutor.ids import CourseId, DocumentId, PassageId
from tutor.items.grade import Context, Verdict
from tutor.items.types import item_type
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.llm.form import fill, form_prompt
from tutor.prompting import Data, PromptBook
from tutor.retrieval.passage import Passage
from tutor.retrieval.support import support

LONGEST = 6_000  # characters of a section that a model is shown
_TOKENS = 1_200


class ItemForm(BaseModel):
    """One item as the model fills it in."""

    model_config = ConfigDict(extra="ignore")
    says: str = Field(max_length=600)
    prompt: str = Field(max_length=600)
    kind: Literal["choice", "short", "number"]
    answer: str = Field(min_length=1, max_length=200)
    distractors: list[str] = Field(default_factory=list, max_length=5)
    hint: str = Field(default="", max_length=300)


class ItemsForm(BaseModel):
    """What the model fills in for a passage."""

    model_config = ConfigDict(extra="ignore")
    items: list[ItemForm] = Field(default_factory=list, max_length=6)


async def asked(
    chain: Chain, prompts: PromptBook, section: Section, name: str, context: Context
) -> Exchanged:
    """The items for a section that stood the checks, and why others did not. Never raises ModelFailed."""
    text = section.text[:LONGEST]

    def prompt(wrong: str) -> Prompt:
        inputs = {
            "title": Data(section.title),
            "passage": Data(text),
            "language": "English",
            "wrong": wrong,
        }
        return form_prompt(prompts.render("form_items", inputs), _TOKENS)

    try:
        form = await fill(chain, prompt, ItemsForm)
    except ModelFailed as failed:
        return Exchanged(lost=(Lost(item=name, why=f"The model gave no items: {failed}"),))
    if form is None:
        return Exchanged(lost=(Lost(item=name, why="The model's form could not be read."),))
    return checked(form.items, section, name, context)


def checked(forms: Sequence[ItemForm], section: Section, name: str, context: Context) -> Exchanged:
    """Drafts of the forms that stand all checks; `name` begins their ids."""
    passage = _passage(section)
    drafts, lost, seen = list[Draft](), list[Lost](), set[str]()
    for number, form in enumerate(forms, start=1):
        label = f"{name}-by-model-{number}"
        draft = _draft(form, label, section.title)
        why = (
            _unsupported(form, passage)
            or objection(draft, context)
            or _unfair(draft, form, context)
        )
        said = " ".join(form.prompt.lower().split())
        if not why and said in seen:
            why = "It asks what another one asks."
        if why:
            lost.append(Lost(item=label, why=why))
            continue
        seen.add(said)
        drafts.append(draft)
    return Exchanged(drafts=tuple(drafts), lost=tuple(lost))


def _draft(form: ItemForm, label: str, title: str) -> Draft:
    fields: dict[str, object] = {"answer": form.answer}
    if form.kind == "choice":
        fields["choices"] = list(dict.fromkeys([form.answer, *form.distractors]))
    hints = tuple(filter(None, (f"Look at the section “{title}”.", form.hint.strip())))
    return Draft(
        id=label, type=form.kind, prompt=form.prompt, fields=fields, hints=hints, solution=form.says
    )


def _unsupported(form: ItemForm, passage: Passage) -> str:
    """Why the passage does not bear the answer, or nothing."""
    if not support(form.says, (passage,), language="en").supported:
        return "The passage does not say what it takes for right."
    if form.answer.strip(" .").lower() not in form.says.lower():
        return "Its answer does not stand in the sentence that it names."
    if form.answer.strip(" .").lower() in form.prompt.lower():
        return "Its question holds its answer."
    return ""


def _unfair(draft: Draft, form: ItemForm, context: Context) -> str:
    """Why its grader would judge wrongly, or nothing."""
    if form.kind == "choice" and len(form.distractors) < 2:
        return "It has too few options."
    try:
        grader = item_type(draft.type)(dict(draft.fields), context)
    except BadCourse as error:
        return str(error)
    for wrong in form.distractors:
        if grader.grade(wrong).verdict is Verdict.CORRECT:
            return f"Its wrong answer “{wrong}” would be graded as correct."
    return ""


def _passage(section: Section) -> Passage:
    return Passage(
        id=PassageId("section"),
        course=CourseId("draft"),
        document=DocumentId("section"),
        title=section.title,
        heading_path=(section.title,),
        text=section.text,
        start=0,
        end=len(section.text),
    )
