"""`meno chat`: the tutor in a terminal."""

import asyncio
from typing import Annotated

import typer
from rich.console import Console

from tutor.cli.options import Curricula, Data
from tutor.errors import NotFound
from tutor.ids import CourseId, LearnerId, PersonId
from tutor.settings import Settings, read_settings


def chat(
    course: Annotated[str, typer.Argument(help="The course, by its folder's name (fractions).")],
    name: Annotated[
        str, typer.Option(help="Your name; the same name goes on where it stopped.")
    ] = "",
    persona: Annotated[
        str,
        typer.Option(
            help="Whose voice and help, by the file's name (quiz-host); kept for next time."
        ),
    ] = "",
    data: Data = None,
    curricula: Curricula = None,
) -> None:
    """Talk with the tutor in the terminal. The same turn as on the web."""
    settings = read_settings(data=data, curricula=curricula, dense=False)
    asyncio.run(_chat(settings, CourseId(course), name, persona))


async def _chat(settings: Settings, course: CourseId, name: str, persona: str) -> None:
    from tutor import app as composition
    from tutor.channels import console
    from tutor.people.person import AgeBand, Person, Role

    screen = Console()

    def read_line() -> str | None:
        try:
            return screen.input("[bold]> [/]")
        except EOFError:
            return None

    async with composition.opened(settings) as meno:
        voices = meno.parts.book.get(course).personas
        if persona and persona not in voices:
            raise NotFound(
                f"The course {course} has no persona “{persona}”.",
                do=f"One of: {', '.join(voices)}.",
            )
        learner = LearnerId(
            "console-" + ("".join(c for c in name.casefold() if c.isalnum())[:40] or "you")
        )
        if await meno.parts.people.person(PersonId(learner)) is None:
            await meno.parts.people.save_person(
                Person(
                    id=PersonId(learner),
                    role=Role.LEARNER,
                    name=name.strip(),
                    age_band=AgeBand.ADULT,  # whoever runs commands decides for themselves
                )
            )
        if persona:
            await meno.parts.people.prefer(PersonId(learner), {"persona": persona})
        await console.chat(meno.parts, learner, course, read_line, screen)
