"""Small closed forms that a model fills: pydantic models read out of talkative text."""

import json
from collections.abc import Callable
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from tutor.llm.attachment import Attachment
from tutor.llm.budget import NOBODY, Payer
from tutor.llm.chain import Chain
from tutor.llm.chat import Prompt
from tutor.prompting import Rendered

Form = TypeVar("Form", bound=BaseModel)
LONGEST = 20_000  # characters
STARTS = 40  # braces tried as the beginning of the form
TRIES = 2


async def fill(
    chain: Chain, prompt: Callable[[str], Prompt], form: type[Form], *, payer: Payer = NOBODY
) -> Form | None:
    """The form as a model filled it in, or None when it could not be read twice.

    `prompt` makes the asking from what was wrong with the last form, "" at first. Raises
    ModelFailed.
    """
    wrong = ""
    for _ in range(TRIES):
        found, wrong = read_form(await chain.whole(prompt(wrong), payer=payer), form)
        if found is not None:
            return found
    return None


def form_prompt(
    rendered: Rendered, max_tokens: int, attachments: tuple[Attachment, ...] = ()
) -> Prompt:
    """The asking for a form: nothing left to chance, and marked as a form."""
    return Prompt(
        name=rendered.name,
        version=rendered.version,
        system=rendered.system,
        messages=(("user", rendered.message),),
        max_tokens=max_tokens,
        temperature=0.0,
        form=True,
        attachments=attachments,
    )


def read_form(text: str, form: type[Form]) -> tuple[Form | None, str]:
    """The first JSON object in `text` that fits, and what was wrong when none does.

    Fences, words before and after, and a byte order mark are passed over; fields that the form
    does not have are never looked at.
    """
    decoder, wrong = json.JSONDecoder(), "There is no JSON object in it."
    text = text[:LONGEST]
    at = -1
    for _ in range(STARTS):
        at = text.find("{", at + 1)
        if at < 0:
            break
        try:
            value, _end = decoder.raw_decode(text, at)
            return form.model_validate(value), ""
        except (json.JSONDecodeError, RecursionError):
            continue
        except ValidationError as error:
            first = error.errors(include_url=False, include_input=False)[0]
            where = ".".join(str(part) for part in first["loc"])
            wrong = f"{where}: {first['msg']}" if where else str(first["msg"])
    return None, wrong
