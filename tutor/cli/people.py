"""`meno people …`: adding people, classes and families to a school."""

import asyncio
import json
import re
import secrets
from collections.abc import Awaitable, Callable
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from tutor.cli.counted import many
from tutor.cli.options import AsJson, Data
from tutor.errors import BadInput, NotFound
from tutor.ids import ClassId, CourseId, LearnerId, PersonId
from tutor.people.directory import LinkPurpose
from tutor.people.person import AgeBand, Guardianship, Person, Role, SchoolClass
from tutor.settings import read_settings

if TYPE_CHECKING:
    from tutor.channels.parts import Parts

app = typer.Typer(help="Add people, classes and families to a school.", no_args_is_help=True)
PersonArg = Annotated[str, typer.Argument(help="The person's id.")]
LINK = timedelta(days=7)
LONGEST_NAME = 200  # characters
ID = re.compile(r"\w[\w.-]{0,63}")


def _run(data: object, work: Callable[["Parts"], Awaitable[str]]) -> None:
    from tutor import app as composition

    async def within() -> str:
        async with composition.opened(read_settings(data=data, dense=False)) as meno:
            return await work(meno.parts)

    print(asyncio.run(within()))


@app.command("add")
def add(
    name: Annotated[str, typer.Argument(help="The person's full name.")],
    role: Annotated[Role, typer.Option(help="What they are in the school.")] = Role.LEARNER,
    login: Annotated[
        str, typer.Option(help="A name to sign in with, if they have a password.")
    ] = "",
    password: Annotated[
        str, typer.Option(help="8 characters or more; asked for when a login is given without it.")
    ] = "",
    age: Annotated[
        AgeBand, typer.Option(help="How old, as the consent rules need it.")
    ] = AgeBand.UNKNOWN,
    language: Annotated[str, typer.Option(help="en, es, ar …")] = "en",
    id: Annotated[str, typer.Option("--id", help="An id; made up when left out.")] = "",
    data: Data = None,
) -> None:
    """Add a person and print their id and a link that signs them in once."""
    if login and not password:
        password = typer.prompt("Password", hide_input=True, confirmation_prompt=True)
    if login and len(password) < 8:
        raise BadInput("The password is too short.", do="Use 8 characters or more.")

    called = _plain(name, "A person")
    if id:
        _speakable(id)

    async def work(parts: "Parts") -> str:
        made = PersonId(id or f"{role}-{secrets.token_hex(4)}")
        if await parts.people.person(made) is not None:
            raise BadInput(f"There is already somebody with the id “{made}”.", do="Choose another.")
        await parts.people.save_person(
            Person(id=made, role=role, name=called, login=login, language=language, age_band=age)
        )
        if login:
            await parts.people.set_password(made, password)
        return await _with_link(parts, made)

    _run(data, work)


@app.command("link")
def link(person: PersonArg, data: Data = None) -> None:
    """Print a fresh link that signs a person in once, within seven days."""

    async def work(parts: "Parts") -> str:
        await _known(parts, person)
        return await _with_link(parts, PersonId(person))

    _run(data, work)


@app.command("class")
def school_class(
    id: Annotated[str, typer.Argument(help="The class's id; an existing class is added to.")],
    name: Annotated[str, typer.Option(help="What the class is called.")] = "",
    teacher: Annotated[list[str] | None, typer.Option(help="A teacher's id (repeat).")] = None,
    learner: Annotated[list[str] | None, typer.Option(help="A learner's id (repeat).")] = None,
    course: Annotated[list[str] | None, typer.Option(help="A course's id (repeat).")] = None,
    data: Data = None,
) -> None:
    """Make a class, or add teachers, learners and courses to one."""

    _speakable(id)
    called = _plain(name, "A class") if name else ""

    async def work(parts: "Parts") -> str:
        for person in teacher or ():
            await _of_role(parts, person, Role.TEACHER)
        for person in learner or ():
            await _of_role(parts, person, Role.LEARNER)
        for one in course or ():
            parts.book.get(CourseId(one))
        known = await parts.people.school_class(ClassId(id)) or SchoolClass(
            id=ClassId(id), name=called or id
        )
        made = replace(
            known,
            name=called or known.name,
            teachers=tuple(dict.fromkeys((*known.teachers, *map(PersonId, teacher or ())))),
            learners=tuple(dict.fromkeys((*known.learners, *map(LearnerId, learner or ())))),
            courses=tuple(dict.fromkeys((*known.courses, *map(CourseId, course or ())))),
        )
        await parts.people.save_class(made)
        counts = (made.teachers, "teacher"), (made.learners, "learner"), (made.courses, "course")
        return f"{made.name}: " + ", ".join(many(len(those), thing) for those, thing in counts)

    _run(data, work)


@app.command("tie")
def tie(
    guardian: Annotated[str, typer.Argument(help="The guardian's id.")],
    learner: Annotated[str, typer.Argument(help="The learner's id.")],
    data: Data = None,
) -> None:
    """Record that somebody is a learner's guardian."""

    async def work(parts: "Parts") -> str:
        await _of_role(parts, guardian, Role.GUARDIAN)
        await _of_role(parts, learner, Role.LEARNER)
        made = Guardianship(guardian=PersonId(guardian), learner=LearnerId(learner))
        await parts.people.tie(made, parts.clock())
        return f"{guardian} is a guardian of {learner}."

    _run(data, work)


@app.command("list")
def people(data: Data = None, as_json: AsJson = False) -> None:
    """Print everybody: id, role, name."""

    async def work(parts: "Parts") -> str:
        everybody = await parts.people.people()
        if as_json:
            rows = [
                {"id": p.id, "role": p.role, "name": p.name, "login": p.login} for p in everybody
            ]
            return json.dumps(rows, ensure_ascii=False)
        return "\n".join(f"{p.id}\t{p.role}\t{p.name}" for p in everybody) or "Nobody yet."

    _run(data, work)


@app.command("spending")
def spending(
    days: Annotated[int, typer.Option(min=1, max=400, help="The last so many days.")] = 30,
    school_class: Annotated[
        str, typer.Option("--class", help="A class's id; all classes when left out.")
    ] = "",
    data: Data = None,
    as_json: AsJson = False,
) -> None:
    """Print what the model cost: calls, tokens, waiting and money of the school, classes and learners."""
    from tutor.channels.spending import spent_by
    from tutor.cli.spending import as_rows, as_table

    async def work(parts: "Parts") -> str:
        classes = await parts.people.classes(None)
        if school_class:
            classes = tuple(one for one in classes if one.id == school_class)
            if not classes:
                raise NotFound(f"There is no class “{school_class}”.")
        found = await spent_by(parts, classes, days=days)
        assert found is not None  # the application counts always
        if as_json:
            return json.dumps(as_rows(found), ensure_ascii=False)
        return as_table(found)

    _run(data, work)


def _plain(name: str, what: str) -> str:
    """A name without what cannot be printed. Raises BadInput where nothing is left."""
    kept = " ".join("".join(c if c.isprintable() else " " for c in name).split())
    if not kept:
        raise BadInput(f"{what} needs a name.", do="Write it in quotes.")
    return kept[:LONGEST_NAME]


def _speakable(id: str) -> None:
    """Raises BadInput for an id that no address of a page can have."""
    if not ID.fullmatch(id):
        raise BadInput(
            f"“{id}” cannot be an id.", do="Use letters, digits, “-”, “_” and “.”, at most 64."
        )


async def _of_role(parts: "Parts", person: str, role: Role) -> None:
    """Raises NotFound, or BadInput for somebody who is something else in the school."""
    if (await _known(parts, person)).role is not role:
        raise BadInput(f"“{person}” is no {role}.", do=f"Add them with --role {role}.")


async def _known(parts: "Parts", person: str) -> Person:
    found = await parts.people.person(PersonId(person))
    if found is None:
        raise NotFound(
            f"There is nobody with the id “{person}”.", do="`meno people list` has them."
        )
    return found


async def _with_link(parts: "Parts", person: PersonId) -> str:
    token = await parts.people.make_link(person, LinkPurpose.SIGN_IN, parts.clock(), LINK)
    return f"{person}\t{parts.settings.address}/link/{token}"
