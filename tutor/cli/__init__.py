"""The command line: one module per group of commands; heavy parts are imported when used."""

import typer

from tutor.cli import check

app = typer.Typer(
    name="meno",
    help="Meno, a conversational tutor for schools.",
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    add_completion=False,
)
app.command("check")(check.check)


@app.callback()
def _root() -> None:
    """Meno, a conversational tutor for schools."""


def main() -> None:
    """Run the command line."""
    app()
