"""`roadstead advisory keys`: the keys that sign the publication, and their published history."""

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from roadstead.cli.output import Format, chosen, data_dir, stop, write_json

if TYPE_CHECKING:
    from roadstead.publication.history import Keys

app = typer.Typer(
    name="keys",
    help="The keys that sign the publication: make, hand over, revoke, list.",
    no_args_is_help=True,
    rich_markup_mode=None,
)
Root = Annotated[
    Path | None, typer.Option("--root", help="The file of the root's private key, where it is kept elsewhere.")
]
As = Annotated[Format | None, typer.Option("--format", help="Default: text on a terminal, json in a pipe.")]


@app.command("new")
def new(root: Root = None) -> None:
    """Make the first keys; or, with the root key, a new one for a key that was lost or revoked."""
    from roadstead.publication import keyring

    try:
        if keyring.read(_folder()) is None:
            told_first(keyring.begin(_folder(), _now()))
            return
        keys = keyring.renew(_folder(), root, _now())
    except keyring.KeyringError as error:
        stop(str(error))
    _told_current(keys)


@app.command("rotate")
def rotate() -> None:
    """Hand over to a new key; the old one signs for it, and what it signed before still counts."""
    from roadstead.publication import keyring

    try:
        keys = keyring.rotate(_folder(), _now())
    except keyring.KeyringError as error:
        stop(str(error))
    _told_current(keys)


@app.command("revoke")
def revoke(
    key: Annotated[str, typer.Argument(help="The id of the key, as “keys list” shows it.")],
    reason: Annotated[str, typer.Option(help="Why, in a sentence; it is published.")] = "",
    root: Root = None,
) -> None:
    """Declare that nothing signed with a key counts any more, from whatever day it says it is."""
    from roadstead.publication import keyring

    try:
        keys = keyring.revoke(_folder(), key, root, _now(), reason)
    except keyring.KeyringError as error:
        stop(str(error))
    print(f"{key} is revoked. Publish again, so that everybody learns of it: roadstead advisory export DIR.")
    if keys.current is None:
        print("No key signs now. Introduce another: roadstead advisory keys new --root FILE.")


@app.command("list")
def list_keys(form: As = None) -> None:
    """Every key with its standing, since when and until when it signs."""
    from roadstead.publication import history, keyring

    try:
        keys = keyring.read(_folder())
    except keyring.KeyringError as error:
        stop(str(error))
    if keys is None:
        stop("there is no key yet. Make the first with “roadstead advisory keys new”.")
    if chosen(form) is Format.JSON:
        write_json(json.dumps(json.loads(history.written(keys.history))).encode())
        return
    print(f"root {keys.root}  {keys.history.root}")
    for one in keys.by_id.values():
        until = f" until {(one.revoked_at or one.until or '')[:10]}" if one.standing != "current" else ""
        why = f" ({one.reason})" if one.reason else ""
        print(f"key  {one.id}  {one.public}  {one.standing}, since {one.since[:10]}{until}{why}")


def told_first(keys: "Keys") -> None:
    """What to do with the first keys."""
    from roadstead.cli.output import complain
    from roadstead.publication.keyring import root_name

    complain(
        f"made the first keys in {_folder()}. Take {root_name(keys.history.root)} to a place away from this machine: "
        "it alone can replace a key that is lost, and revoke one that is stolen. Publish the root by other means too, "
        f"so that strangers can compare it: {keys.history.root}"
    )


def _told_current(keys: "Keys") -> None:
    if keys.current:
        print(f"The key that signs is now {keys.current.id}. Publish again: roadstead advisory export DIR.")


def _folder() -> Path:
    from roadstead.publication import keyring

    return data_dir() / keyring.FOLDER


def _now() -> str:
    from roadstead.common import clock

    return clock.now().strftime("%Y-%m-%dT%H:%M:%SZ")
