"""`meno eval …`: grading, predicting and finding, measured; `evals_of_talk` has the rest."""

from pathlib import Path
from typing import Annotated

import typer

from tutor.cli.options import AsJson

app = typer.Typer(help="Measure parts of Meno on rows from a file.", no_args_is_help=True)
Rows = Annotated[
    Path,
    typer.Argument(exists=True, readable=True, help="Rows, or a folder of courses or messages."),
]
File = Annotated[Path, typer.Argument(exists=True, dir_okay=False, readable=True, help="The rows.")]


@app.command("grading")
def grading(
    file: File,
    suite: Annotated[str | None, typer.Option(help="Only this suite.", show_default=False)] = None,
    tier: Annotated[str | None, typer.Option(help="Only this tier.", show_default=False)] = None,
    baseline: Annotated[
        list[str] | None,
        typer.Option(
            help="Compare with string, sympy or math-verify; may be given again.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Grading: accuracy, false accepts and refusals, time per row."""
    from tutor.evals.baselines import Baseline
    from tutor.evals.grading import run

    known = [b.value for b in Baseline]
    if unknown := [b for b in baseline or () if b not in known]:
        raise typer.BadParameter(f"{unknown[0]} is not one of {', '.join(known)}")
    raise typer.Exit(run(file, suite, tier, as_json, [Baseline(b) for b in baseline or ()]))


@app.command("steps")
def steps(
    file: File,
    folds: Annotated[
        int | None,
        typer.Option(min=2, help="Also fit and measure in folds by problem.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """First wrong step in worked solutions against teachers' marks, and in arguments of algebra."""
    from tutor.evals.steps import run

    raise typer.Exit(run(file, as_json, folds))


@app.command("shortanswer")
def shortanswer(
    file: File,
    train: Annotated[
        Path | None, typer.Option(exists=True, help="Rows to fit on first.", show_default=False)
    ] = None,
    folds: Annotated[
        int | None,
        typer.Option(
            min=2,
            help="Cross-validate on the rows: by answer, by question, by module.",
            show_default=False,
        ),
    ] = None,
    embed: Annotated[
        bool | None,
        typer.Option(
            help='With --train or --folds: sentence embeddings of the extra "dense"; on if it is there.',
            show_default=False,
        ),
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(
            file_okay=False,
            help="Keep features and embeddings in this folder, for the next run.",
            show_default=False,
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Short free-text answers: accuracy, macro-F1, the confident half, contradictions."""
    from tutor.evals.shortanswer import run

    raise typer.Exit(run(file, train, as_json, folds=folds, embed=embed, keep=keep))


@app.command("tracing")
def tracing(
    file: File,
    name: Annotated[
        str | None,
        typer.Option(
            help="Salt of the folds; the file's folder when left out.", show_default=False
        ),
    ] = None,
    folds: Annotated[int, typer.Option(min=2, help="Folds over students.")] = 5,
    live: Annotated[
        bool, typer.Option("--live", help="One stream, predict then learn, nothing known.")
    ] = False,
    model: Annotated[str | None, typer.Option(help="Only this model.", show_default=False)] = None,
    plot: Annotated[
        Path | None,
        typer.Option(
            dir_okay=False, help="Draw AUC and calibration into this .svg.", show_default=False
        ),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Predicting the next response on a log: AUC, log-loss, calibration, speed."""
    from tutor.evals.tracing import run

    raise typer.Exit(
        run(file, name=name, folds=folds, live=live, model=model, plot=plot, as_json=as_json)
    )


@app.command("invent-log")
def invent_log(
    family: Annotated[str, typer.Argument(help="assist09, assist15, assist17, statics, …")],
    out: Annotated[Path, typer.Argument(dir_okay=False, help="A .csv or .csv.gz to write.")],
    scale: Annotated[float, typer.Option(min=0.0, help="Share of the students.")] = 1.0,
    seed: Annotated[int, typer.Option(help="Another seed, another log.")] = 0,
) -> None:
    """Write an invented response log with its truth, for `meno eval tracing`."""
    from tutor.evals.tracing.invent import write_invented

    typer.echo(f"{write_invented(out, family, scale=scale, seed=seed)} responses in {out}")


@app.command("retrieval")
def retrieval(
    folder: Annotated[
        Path, typer.Argument(exists=True, file_okay=False, help="corpus, queries, qrels.")
    ],
    queries: Annotated[
        str | None, typer.Option(help="Only this query set.", show_default=False)
    ] = None,
    within: Annotated[str, typer.Option(help="book or all.")] = "book",
    retriever: Annotated[
        str | None, typer.Option(help="ours, bm25, dense or langchain-default.", show_default=False)
    ] = None,
    short: Annotated[bool, typer.Option("--short", help="Bare terms, fragments, typos.")] = False,
    follow_up: Annotated[bool, typer.Option("--follow-up", help="Follow-up forms.")] = False,
    sample: Annotated[
        int | None,
        typer.Option(min=1, help="At most this many queries of each set.", show_default=False),
    ] = None,
    books: Annotated[
        str | None, typer.Option(help="Only these books (comma-separated).", show_default=False)
    ] = None,
    keep: Annotated[
        Path | None,
        typer.Option(help="Folder that keeps passages' vectors for next time.", show_default=False),
    ] = None,
    as_json: AsJson = False,
) -> None:
    """Finding the right page: recall, MRR, nDCG, time and memory."""
    from tutor.evals.retrieval import run

    raise typer.Exit(
        run(
            folder,
            queries=queries,
            within=within,
            retriever=retriever,
            short=short,
            follow_up=follow_up,
            sample=sample,
            books=books,
            keep=keep,
            as_json=as_json,
        )
    )
