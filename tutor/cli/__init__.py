"""The command line: one module per group of commands; heavy parts are imported when used."""

import sys

import typer
from rich.console import Console
from rich.markup import escape

from tutor.cli import (
    check,
    course,
    evals_of_talk,
    exchange,
    learners,
    materials,
    people,
    persona,
    regrade,
    serve,
    simulate,
    talk,
)
from tutor.cli.logs import logs_to_stderr
from tutor.errors import MenoError

app = typer.Typer(
    name="meno",
    help="Meno, a conversational tutor for schools: code decides, the model words.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("serve")(serve.serve)
app.command("chat")(talk.chat)
app.command("check")(check.check)
app.command("index")(serve.index)
app.command("import")(materials.import_)
app.command("telegram")(serve.telegram)
app.command("digest")(learners.digest)
app.command("replay")(learners.replay)
app.command("regrade")(regrade.regrade)
app.command("export")(learners.export)
app.command("forget")(learners.forget)
app.command("simulate")(simulate.simulate)
app.command("demo")(serve.demo)
course.app.command("import")(exchange.import_)
course.app.command("export")(exchange.export)
course.app.command("draft")(exchange.draft)
app.add_typer(course.app, name="course")
app.add_typer(people.app, name="people")
app.add_typer(persona.app, name="persona")
app.add_typer(evals_of_talk.app, name="eval")


def main() -> None:
    """Run the command line: an expected error is one sentence and exit code 1, never a trace."""
    logs_to_stderr(chatty=False)
    try:
        app()
    except MenoError as error:
        Console(stderr=True).print(f"[red]Error:[/] {escape(str(error))}", highlight=False)
        sys.exit(1)
    except KeyboardInterrupt:
        Console(stderr=True).print("Stopped.")
        sys.exit(130)
