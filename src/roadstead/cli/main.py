"""The command's root. Each command imports what it needs when it is called, so that `decide` starts fast."""

import sys
from typing import Annotated

import typer

from roadstead.cli import advisory, audit, convert, decide, generate, imports, packet, screen
from roadstead.cli.output import EXIT_USAGE, complain

app = typer.Typer(
    name="roadstead",
    help="Conditions of entry after a listed port: judge a notice, read the advisory, serve the product.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
)
app.add_typer(advisory.app, name="advisory")
app.add_typer(audit.app, name="audit")
app.command("convert")(convert.convert)
app.command("decide")(decide.decide)
app.command("generate")(generate.generate)
app.command("import")(imports.import_file)
app.add_typer(packet.app, name="packet")
app.command("screen")(screen.screen)


@app.command("serve")
def serve(
    port: Annotated[int, typer.Option(help="The port to listen on.", min=1, max=65535)] = 8000,
    host: Annotated[str, typer.Option(help="The address to listen on.")] = "127.0.0.1",
    workers: Annotated[int, typer.Option(help="Processes.", min=1, max=64)] = 1,
    scale: Annotated[
        int | None,
        typer.Option(
            help="How many times the usual demonstration; 1 where none is there yet.",
            min=1,
            max=10,
            envvar="ROADSTEAD_SCALE",
        ),
    ] = None,
) -> None:
    """Prepare the database, the reference data and the static files, then serve."""
    from roadstead.cli import serve as serving

    raise typer.Exit(serving.serve(host=host, port=port, workers=workers, scale=scale))


@app.command("work")
def work(
    once: Annotated[bool, typer.Option("--once", help="Do everything one time, then end.")] = False,
    parent: Annotated[int | None, typer.Option(hidden=True, help="End when this process has.")] = None,
) -> None:
    """Do what nobody asks for: judge stored notices again, send what is queued, until stopped."""
    from roadstead.cli import work as working

    raise typer.Exit(working.work(once=once, parent=parent))


@app.command(
    "manage", context_settings={"allow_extra_args": True, "ignore_unknown_options": True, "help_option_names": []}
)
def manage(context: typer.Context) -> None:
    """Run one of Django's management commands."""
    from roadstead.cli import serve as serving

    raise typer.Exit(serving.manage(context.args))


def run() -> None:
    """Run the command; whatever goes wrong ends in one clear message."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()  # the reader went away (as `| head` does); there is nobody to tell
        sys.exit(0)
    except RecursionError:
        complain("the input is nested too deeply to be read.")
        sys.exit(EXIT_USAGE)
