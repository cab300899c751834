"""`roadstead advisory`: the list in force, and what changed."""

import typer

app = typer.Typer(name="advisory", help="The advisory: the list in force, and what changed.", no_args_is_help=True)
