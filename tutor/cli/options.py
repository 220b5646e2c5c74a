"""Options that several commands share."""

from pathlib import Path
from typing import Annotated

import typer

Data = Annotated[
    Path | None,
    typer.Option(
        "--data",
        help="Folder for the database and index (MENO_DATA_DIR, default var).",
        show_default=False,
    ),
]
Curricula = Annotated[
    Path | None,
    typer.Option(
        "--curricula",
        help="Folder of courses (MENO_CURRICULA, default: the bundled ones).",
        show_default=False,
    ),
]
AsJson = Annotated[bool, typer.Option("--json", help="Print JSON for a program to read.")]
