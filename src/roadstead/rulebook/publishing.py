"""Publishing an edition into the local rule book: checked with the whole book, then there at once, and for good.

No Django, no database: `publish(folder, edition, today=…)` is all that a determination or a command needs.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from roadstead.core.advisory import RuleBook
from roadstead.rulebook import loader, local, newcomer, schema, seal, spells, staging
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.written import yaml_of


@dataclass(frozen=True, kw_only=True)
class NewEdition:
    """An edition to be published, with what it needs that is not on record yet.

    id: like `2026-12-01-psa-1-26`, the day it takes effect and the number or a few words. sources, facilities,
    countries, confirmations: records by key (names: the printed names of a country, the usual one first).
    regimes: new wordings of consequences, by an id like that of an edition.
    """

    id: str
    record: schema.EditionRecord
    sources: Mapping[str, schema.Source] = field(default_factory=dict)
    facilities: Mapping[str, schema.FacilityRecord] = field(default_factory=dict)
    countries: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    confirmations: Mapping[str, schema.ConfirmationRecord] = field(default_factory=dict)
    regimes: Mapping[str, schema.RegimeRecord] = field(default_factory=dict)


@dataclass(frozen=True)
class Published:
    """Where the edition lies, and the digest of the whole book with it."""

    id: str
    folder: Path
    digest: str


def publish(book: Path, edition: NewEdition, *, today: date) -> Published:
    """Write the edition into the local book; from then on every reader has it. Killed at any point: all of it or none.

    Publishing the very same edition again (after a crash, say) changes nothing and says where it lies.
    Raises RuleBookError, naming record and field, where the book with this edition would be wrong.
    """
    parent = book / local.PUBLISHED
    with staging.alone(parent):
        files, target = _files(edition), parent / edition.id
        if target.is_dir() and _same(target, files):
            return Published(edition.id, target, loader.load(extra=book).digest)
        staged = staging.stage(parent, edition.id, files)
        digest = _checked(book, edition, staged, today).digest
        staging.write(staged / seal.NAME, seal.text(staged).encode())
        staging.settle(staged, edition.id)
        return Published(edition.id, target, digest)


def lies(book: Path, edition: NewEdition) -> bool:
    """Whether this very edition was published already. Raises RuleBookError where what lies there was changed."""
    target = book / local.PUBLISHED / edition.id
    return target.is_dir() and _same(target, _files(edition))


def check(book: Path, edition: NewEdition, *, today: date) -> RuleBook:
    """The whole book as it would be with this edition; nothing stays written. Raises RuleBookError."""
    parent = book / local.PUBLISHED
    with staging.alone(parent):
        return _checked(book, edition, staging.stage(parent, edition.id, _files(edition)), today)


def _checked(book: Path, edition: NewEdition, staged: Path, today: date) -> RuleBook:
    """Read what was written, as every reader will; it must also say what was meant."""
    before = loader.load(extra=book)
    newcomer.check_record(edition.id, edition.record, before, today)
    try:
        after = loader.with_folders([*loader.local_folders(book), staged])
    except RuleBookError as error:
        raise _at_home(error, staged) from error
    spells.check_spells(edition.id, after)
    return after


def _files(edition: NewEdition) -> dict[str, bytes]:
    if not loader.DATED.fullmatch(edition.id):
        raise RuleBookError(
            file="editions",
            record=edition.id,
            field="",
            problem="the identifier does not begin with a day or a month",
            remedy="Write it like 2019-05-30-psa-2-19, in small letters.",
        )
    files = {f"editions/{edition.id}.yaml": yaml_of(edition.record)}
    files |= {f"regimes/{key}.yaml": yaml_of(regime) for key, regime in edition.regimes.items()}
    for country in sorted({key[:2] for key in edition.facilities}):
        own = {key: one for key, one in edition.facilities.items() if key[:2] == country}
        files[f"facilities/{country}.yaml"] = yaml_of({"facilities": own})
    for part in ("sources", "countries", "confirmations"):
        if records := getattr(edition, part):
            files[f"{part}.yaml"] = yaml_of(dict(records))
    return files


def _same(target: Path, files: Mapping[str, bytes]) -> bool:
    seal.check(target)
    there = {path.relative_to(target).as_posix(): path.read_bytes() for path in target.rglob("*") if path.is_file()}
    there.pop(seal.NAME)
    return there == files


def _at_home(error: RuleBookError, staged: Path) -> RuleBookError:
    """The error with the name the file would have had."""
    name = error.file.removeprefix(f"{staged}/")
    return RuleBookError(file=name, record=error.record, field=error.field, problem=error.problem, remedy=error.remedy)
