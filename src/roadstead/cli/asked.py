"""What every import is asked for."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from roadstead.cli.output import Format


@dataclass(frozen=True, slots=True)
class Asked:
    """What the command line asks for. options: those of one kind only, as given; None where not given."""

    file: Path
    output: Path | None
    rejects: Path | None
    form: Format
    options: Mapping[str, str | None]
