"""Reading an export of the log, line by line, however long it is."""

import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, Any

from roadstead.cli.output import stop
from roadstead.core import chain, proof

LONGEST = 16 * 1_048_576  # bytes of one line
_HEAD = re.compile(r"([0-9]{1,15}):([0-9a-f]{64})")


def heads(said: Iterable[str]) -> dict[int, str]:
    """Heads as they were noted down, by number. Ends the command where one is ill-formed, or two contradict."""
    found: dict[int, str] = {}
    for text in said:
        match = _HEAD.fullmatch(text.strip())
        if match is None:
            stop(f"--head: “{text}” is no head; write NUMBER:DIGEST as “roadstead audit head” prints it.")
        number, digest = int(match[1]), match[2]
        if found.setdefault(number, digest) != digest:
            stop(f"--head: event {number} is given with two digests; one of them is wrong.")
    return found


def check(path: Path, noted: dict[int, str]) -> proof.Checked:
    """Follow the chain of an export. Ends the command where it is none, or cannot tell what is asked of it."""
    try:
        with sys.stdin.buffer if str(path) == "-" else path.open("rb") as file:
            return _follow(file, noted)
    except OSError as error:
        stop(f"{path} cannot be read: {error.strerror}.")


def _follow(file: IO[bytes], noted: dict[int, str]) -> proof.Checked:
    lines = _objects(file)
    header = next(lines, None)
    if not isinstance(header, dict) or header.get("schema") != chain.SCHEMA:
        stop(f"line 1 is no header of {chain.SCHEMA}. Export the log as JSON Lines at /desk/log/.")
    after, to = (_end(header, name) for name in ("after", "to"))
    early = [number for number in noted if number < after[0]]
    if early:
        stop(f"--head: the file begins after event {after[0]} and cannot tell about event {early[0]}.")
    if noted.pop(after[0], after[1]) != after[1]:
        return proof.Checked(
            number=after[0], head=after[1], broken_at=after[0], why="it is not the event whose digest was noted"
        )
    if to[0] > after[0] and noted.setdefault(*to) != to[1]:
        return proof.Checked(broken_at=to[0], why=f"its digest was noted as {noted[to[0]]} and is {to[1]}")
    return proof.check(lines, after=after, noted=noted)


def _end(header: dict[str, Any], name: str) -> tuple[int, str]:
    said = header.get(name)
    number, digest = (said.get("number"), said.get("digest")) if isinstance(said, dict) else (None, None)
    if type(number) is not int or number < 0 or not isinstance(digest, str):
        stop(f"line 1: “{name}” does not say a number and a digest.")
    return number, digest


def _objects(file: IO[bytes]) -> Iterator[Any]:
    number = 0
    while line := file.readline(LONGEST + 1):
        number += 1
        if len(line) > LONGEST:
            stop(f"line {number} is longer than any event can be.")
        try:
            yield json.loads(line, object_pairs_hook=_each_once)
        except (ValueError, RecursionError) as error:
            stop(f"line {number} is not JSON ({error}).")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    made = dict(pairs)
    if len(made) != len(pairs):
        raise ValueError("a field stands there twice")
    return made
