"""`meno course import|export|draft`: items from and to other programs, a course from documents."""

import asyncio
import json
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer
from rich.console import Console

from tutor.cli.course import CourseArg, opened, write, write_new
from tutor.cli.options import AsJson
from tutor.errors import BadInput
from tutor.exchange import Format, format_of, read
from tutor.exchange import write as write_items
from tutor.ids import SkillId
from tutor.settings import read_settings

if TYPE_CHECKING:
    from tutor.curriculum.course import Course
    from tutor.exchange.draft import Draft, Lost
    from tutor.retrieval.readers import ReadDocument

_IN_FILE = 500  # items in a file
_NAMED = 5  # items of a line
_SHOWN = 40  # lines of a report; --json has all


def import_(
    file: Annotated[
        Path, typer.Argument(help="GIFT, Moodle XML, QTI 1.2 and 2.1, CSV, OATutor, Anki.")
    ],
    into: Annotated[Path, typer.Option(help="The course's folder.")],
    skill: Annotated[
        str, typer.Option(help="The skill of items whose category or tag names none.")
    ],
    form: Annotated[
        Format | None, typer.Option("--format", help="Needed when the suffix does not tell.")
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Write a file's items into a course as drafts, and say what could not be carried over."""
    from tutor.curriculum.starter import slug, written
    from tutor.exchange.draft import as_yaml, usable
    from tutor.items.grade import Context

    course = opened(into)
    course.skill(SkillId(skill))
    try:
        content = file.read_bytes()
    except OSError as unread:
        raise BadInput(f"The file cannot be read: {unread.strerror}.", where=str(file)) from unread
    found = read(content, file.name, form or format_of(file.name, content))
    if not found.drafts and not found.lost:
        raise BadInput("There is no question in it.", where=str(file), do="Export it once more.")
    name = slug(file.stem, otherwise="items")
    context = Context(language=course.language, decimal_comma=course.decimal_comma)
    made = usable(found, context, prefix=name, taken=frozenset(course.sources))
    made = replace(made, drafts=tuple(_placed(one, course, skill) for one in made.drafts))
    places = list[Path]()
    for at in range(0, len(made.drafts), _IN_FILE):
        number = f"-{at // _IN_FILE + 1}" if at else ""
        places.append(into / "items" / f"{name}{number}.yaml")
    for place in places:
        if place.exists():
            do = "Give the file that you import another name."
            raise BadInput("A file of that name is there.", where=str(place), do=do)
    for at, place in enumerate(places):
        few = made.drafts[at * _IN_FILE : (at + 1) * _IN_FILE]
        write(place, written(as_yaml(few, skill)))
    named = ", ".join(map(str, places)) or "no file"
    _report(f"{len(made.drafts)} drafts written to {named}", made.lost, len(made.drafts), as_json)
    raise typer.Exit(0 if made.drafts else 1)


def _placed(draft: "Draft", course: "Course", otherwise: str) -> "Draft":
    """With a skill of its own, where one of its categories or tags names one of the course."""
    from tutor.curriculum.starter import slug

    names = {slug(name): one.id for one in course.skills.values() for name in (one.id, one.title)}
    own = next((names[slug(name)] for name in draft.about if slug(name) in names), otherwise)
    return draft if own == otherwise else replace(draft, skill=own)


def export(
    course: CourseArg,
    form: Annotated[Format, typer.Option("--format", help="gift, qti, anki or csv.")],
    out: Annotated[Path, typer.Option(help="The file to write.")],
    as_json: AsJson = False,
) -> None:
    """Write a course's items for another program, and say what could not be carried over."""
    from tutor.exchange.draft import drafts_of

    opening = opened(course)
    items = drafts_of(opening)
    made = write_items(items.drafts, opening.title, form)
    write(out, made.content)
    left = {one.item for one in made.lost if one.whole}
    kept = len(items.drafts) - len(left)
    _report(f"{kept} items written to {out}", (*items.lost, *made.lost), kept, as_json)


def draft(
    folder: Annotated[Path, typer.Argument(help="Documents: every format that meno import reads.")],
    out: Annotated[Path, typer.Option(help="The course's folder to make.")],
    title: Annotated[str, typer.Option(help="What the course is called.")] = "",
    model: Annotated[
        bool, typer.Option("--model", help="Also ask the configured model for items (English).")
    ] = False,
) -> None:
    """Propose a course from documents, by rules for English texts: all items are drafts to look over."""
    from tutor.exchange.proposal import proposed
    from tutor.llm import build_model
    from tutor.retrieval.readers import known_suffixes, read_file

    if not folder.is_dir():
        raise BadInput(
            "There is no such folder.", where=str(folder), do="Give a folder of documents."
        )
    if model and build_model(read_settings(dense=False)) is None:
        raise BadInput(
            "No model is configured, so none can be asked for items.",
            do="Set MENO_LLM or a key, as the README says, or leave --model out.",
        )
    documents = []
    for file in sorted(one for one in folder.rglob("*") if one.is_file()):
        if file.suffix.lower().removeprefix(".") not in known_suffixes():
            continue
        try:
            documents.append(read_file(file))
        except BadInput as unread:
            print(f"left out: {unread}")
    if not documents:
        raise BadInput("There is no document that can be read.", where=str(folder))
    more = asyncio.run(_more(documents)) if model else {}
    made = proposed(documents, title or folder.resolve().name, more)
    write_new(out, made.files)
    print(
        f"{out}: {made.skills} skills in the order of {len(documents)} documents, {made.terms} terms, "
        f"{made.items} drafts. Look them over, then run: meno check {out}"
    )
    if made.poor:
        print(
            f"Only a question to mend for: {', '.join(made.poor)}. Write items, or join them to other skills."
        )


async def _more(documents: "Sequence[ReadDocument]") -> "dict[str, tuple[Draft, ...]]":
    """What the model proposes for each section and stood the checks; says what did not."""
    from tutor.app import booked_model
    from tutor.exchange.asking import asked
    from tutor.exchange.proposal import named_sections
    from tutor.items.grade import Context
    from tutor.prompting import PromptBook

    settings = read_settings(dense=False)
    prompts, found = PromptBook(settings.prompts), dict[str, "tuple[Draft, ...]"]()
    lost = list["Lost"]()
    async with booked_model(settings) as chain:
        assert chain is not None, "looked at before"
        for name, section in named_sections(documents).items():
            made = await asked(chain, prompts, section, name, Context(language="en"))
            found[name] = made.drafts
            lost += made.lost
    for why, count in Counter(one.why for one in lost).most_common():
        print(f"the model's: {count} left out: {why}")
    print(f"the model's: {sum(map(len, found.values()))} items kept, marked by-model in their ids")
    return found


def _report(said: str, lost: "Sequence[Lost]", kept: int, as_json: bool) -> None:
    if as_json:
        rows = [{"item": one.item, "why": one.why, "left_out": one.whole} for one in lost]
        print(json.dumps({"items": kept, "lost": rows}, ensure_ascii=False, indent=1))
        return
    screen = Console(highlight=False, markup=False, soft_wrap=True)
    whole = [one for one in lost if one.whole]
    for one in whole[:_SHOWN]:
        screen.print(f"left out: {one.item}: {one.why}")
    if len(whole) > _SHOWN:
        screen.print(f"left out: {len(whole) - _SHOWN} more (--json lists them)")
    for why, count in Counter(one.why for one in lost if not one.whole).most_common():
        named = [one.item for one in lost if one.why == why and not one.whole]
        few = f" ({', '.join(named[:_NAMED])}{' …' if count > _NAMED else ''})"
        screen.print(f"{count} {'item' if count == 1 else 'items'}: {why}{few}")
    screen.print(f"{said}, {len(whole)} left out")
