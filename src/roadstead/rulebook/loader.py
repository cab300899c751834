"""The rule book as one value, read from the files of the package and of an installation."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import TypeVar

from roadstead.core.advisory import RuleBook
from roadstead.rulebook import assemble, decode, local, schema, seal, yamlfile
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.records import Filed, NamedPoint, Records

DATA = Path(__file__).parent / "data"
DATED = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?-[a-z0-9-]+$")
T = TypeVar("T")


@cache
def shipped() -> RuleBook:
    """The rule book as it ships, read once per process."""
    return load()


def load(path: Path | None = None, extra: Path | None = None) -> RuleBook:
    """Read a rule book.

    path: the folder to read (default: the one in the package). extra: a folder of the same layout
    whose records are added; it may lack any part, and may itself be absent. A record in `extra`
    cannot replace one in `path`: an identifier used twice is an error.
    Raises RuleBookError naming file, record and field.
    """
    base = DATA if path is None else path
    if not base.is_dir():
        raise RuleBookError(
            file=str(path), record="", field="", problem="there is no such folder", remedy="Name a rule book's folder."
        )
    return with_folders(local_folders(extra) if extra else [], base)


def local_folders(extra: Path) -> list[Path]:
    """The folders of a local book; what was published must be as it was published. Raises RuleBookError."""
    found = local.folders(extra)
    for folder in found[1:]:
        seal.check(folder)
    return found


def with_folders(folders: list[Path], base: Path = DATA) -> RuleBook:
    """The rule book of `base` and of folders of the same layout. Raises RuleBookError."""
    return assemble.rule_book(read([base, *folders]))


def read(folders: list[Path]) -> Records:
    """All records of the folders, checked one by one against the schema."""
    facilities: dict[str, Filed[schema.FacilityRecord]] = {}
    missing: dict[str, Filed[schema.MissingRowsRecord]] = {}
    for file, name in _files(folders, "facilities"):
        _read_facilities(file, name, facilities, missing)
    return Records(
        editions=_one_per_file(folders, "editions", schema.EditionRecord),
        regimes=_one_per_file(folders, "regimes", schema.RegimeRecord),
        facilities=facilities,
        missing_rows=missing,
        points=_points(folders),
        sources=_many_per_file(folders, "sources", schema.Source),
        duties=_many_per_file(folders, "duties", schema.DutyRecord),
        countries=_many_per_file(folders, "countries", schema.Names),
        sanctions=_many_per_file(folders, "sanctions", schema.SanctionRecord),
        confirmations=_many_per_file(folders, "confirmations", schema.ConfirmationRecord),
        gaps=_many_per_file(folders, "gaps", schema.GapRecord),
    )


def _files(folders: list[Path], part: str) -> Iterator[tuple[Path, str]]:
    """The files of one part: `part.yaml` and `part/*.yaml`, with the name errors give them."""
    for number, folder in enumerate(folders):
        found = [folder / f"{part}.yaml", *sorted((folder / part).glob("*.yaml"))]
        for file in found:
            if file.is_file():
                yield file, str(file) if number else file.relative_to(folder).as_posix()


def _one_per_file(folders: list[Path], part: str, kind: type[T]) -> dict[str, Filed[T]]:
    found: dict[str, Filed[T]] = {}
    for file, name in _files(folders, part):
        if not DATED.match(file.stem):
            raise RuleBookError(
                file=name,
                record=file.stem,
                field="",
                problem="the name of the file does not begin with a day or a month",
                remedy="Name it like 2019-05-30-psa-2-19.yaml, in small letters.",
            )
        _add(found, file.stem, decode.whole(file, name, kind), name)
    return found


def _many_per_file(folders: list[Path], part: str, kind: type[T]) -> dict[str, Filed[T]]:
    found: dict[str, Filed[T]] = {}
    for file, name in _files(folders, part):
        for key, value in yamlfile.read(file, name).items():
            _add(found, key, decode.convert(value, kind, file=name, record=key), name)
    return found


def _read_facilities(
    file: Path,
    name: str,
    facilities: dict[str, Filed[schema.FacilityRecord]],
    missing: dict[str, Filed[schema.MissingRowsRecord]],
) -> None:
    country: str = decode.convert(file.stem, schema.Country, file=name, record=file.stem)
    parts: schema.FacilityFile = decode.convert(
        yamlfile.read(file, name), schema.FacilityFile, file=name, record=country
    )
    for key, value in parts.facilities.items():
        if not key.startswith(f"{country}-"):
            raise RuleBookError(
                file=name,
                record=key,
                field="",
                problem=f"the key does not begin with {country}-",
                remedy="Move the facility to the file of its country.",
            )
        _add(facilities, key, decode.convert(value, schema.FacilityRecord, file=name, record=key), name)
    for key, value in parts.missing_rows.items():
        record = f"{country}/{key}"
        _add(missing, record, decode.convert(value, schema.MissingRowsRecord, file=name, record=record), name)


def _points(folders: list[Path]) -> list[Filed[NamedPoint]]:
    found: list[Filed[NamedPoint]] = []
    for file, name in _files(folders, "policies"):
        for key, values in yamlfile.read(file, name).items():
            kind = schema.POLICY_POINTS.get(key)
            if kind is None:
                raise RuleBookError(
                    file=name,
                    record=key,
                    field="",
                    problem="there is no such point",
                    remedy=f"The points are {', '.join(schema.POLICY_POINTS)}.",
                )
            points: list[schema.AnyPoint] = decode.convert(values, kind, file=name, record=key)
            found.extend(Filed(name, NamedPoint(key, point)) for point in points)
    return found


def _add(target: dict[str, Filed[T]], key: str, record: T, name: str) -> None:
    if key in target:
        raise RuleBookError(
            file=name,
            record=key,
            field="",
            problem=f"the identifier is used twice (also in {target[key].file})",
            remedy="Give the new record an identifier of its own.",
        )
    target[key] = Filed(name, record)
