"""The procedures of a determination, as dated files tell them: steps with the law beside each, and the wait.

Kept apart from the rule book of the judge: no verdict on a ship reads them.
"""

from functools import cache
from pathlib import Path
from typing import Annotated, Literal

from msgspec import Meta

from roadstead.core.advisory import Citation
from roadstead.core.determination import Origin, Procedure, Step, Wait
from roadstead.rulebook import decode, schema, values, yamlfile
from roadstead.rulebook.errors import RuleBookError
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.schema import Record, SourceKey, Text, When

Origins = Annotated[tuple[Origin, ...], Meta(min_length=1)]
Effects = Annotated[tuple[Literal["list", "delist", "except", "withdraw"], ...], Meta(min_length=1)]
EVERY = tuple(Origin)


class StepRecord(Record, frozen=True, kw_only=True):
    """One step; needs: codes of steps above it."""

    code: Annotated[str, Meta(pattern=schema.SOURCE_KEY)]
    title: Text
    text: Text
    law: Text
    source: SourceKey
    needs: tuple[str, ...] = ()
    origins: Origins = EVERY
    ahead: bool = False
    optional: bool = False


class WaitRecord(Record, frozen=True, kw_only=True):
    """The days of the government, from one step to another."""

    days: Annotated[int, Meta(ge=1)]
    since: str
    until: str
    law: Text
    origins: Origins
    waived_by: str
    waiver_law: Text
    source: SourceKey


class ProcedureRecord(Record, frozen=True, kw_only=True):
    """The steps as the law stood from `start` on; the id is the name of the file."""

    title: Text
    start: When
    source: SourceKey
    effects: Effects
    wait: WaitRecord | None = None
    steps: Annotated[tuple[StepRecord, ...], Meta(min_length=1)]


@cache
def shipped() -> tuple[Procedure, ...]:
    """The procedures of the package, the oldest first."""
    return load(DATA)


def load(folder: Path) -> tuple[Procedure, ...]:
    """Every procedure of a folder, the oldest first. Raises RuleBookError naming file, record and field."""
    sources = _sources(folder)
    files = sorted((folder / "procedures").glob("*.yaml"))
    return tuple(sorted((_procedure(file, folder, sources) for file in files), key=lambda one: one.id))


def applying(effect: str) -> Procedure:
    """The newest procedure for a decision of this effect. Raises LookupError where there is none."""
    found = [one for one in shipped() if effect in one.effects]
    if not found:
        raise LookupError(f"no procedure leads to a decision to {effect}")
    return found[-1]


def of_id(id_: str) -> Procedure:
    """The procedure by which a case goes, as it was when the case was opened. Raises LookupError."""
    found = next((one for one in shipped() if one.id == id_), None)
    if found is None:
        raise LookupError(f"no procedure has the id {id_}")
    return found


def _sources(folder: Path) -> dict[str, Citation]:
    file = folder / "sources.yaml"
    read = yamlfile.read(file, file.name).items()
    return {key: values.citation(decode.convert(one, schema.Source, file=file.name, record=key)) for key, one in read}


def _procedure(file: Path, folder: Path, sources: dict[str, Citation]) -> Procedure:
    name = file.relative_to(folder).as_posix()
    record: ProcedureRecord = decode.whole(file, name, ProcedureRecord)
    _check(record, name, file.stem, sources)
    return Procedure(
        id=file.stem,
        title=record.title,
        start=schema.moment(record.start),
        effects=frozenset(record.effects),
        steps=tuple(_step(one, sources) for one in record.steps),
        wait=_wait(record.wait, sources) if record.wait else None,
    )


def _wait(record: WaitRecord, sources: dict[str, Citation]) -> Wait:
    return Wait(
        days=record.days,
        since=record.since,
        until=record.until,
        law=Citation(record.law, sources[record.source].url),
        origins=frozenset(record.origins),
        waived_by=record.waived_by,
        waiver_law=Citation(record.waiver_law, sources[record.source].url),
    )


def _step(record: StepRecord, sources: dict[str, Citation]) -> Step:
    return Step(
        code=record.code,
        title=record.title,
        text=record.text,
        law=Citation(record.law, sources[record.source].url),
        needs=record.needs,
        origins=frozenset(record.origins),
        ahead=record.ahead,
        optional=record.optional,
    )


def _check(record: ProcedureRecord, file: str, id_: str, sources: dict[str, Citation]) -> None:
    """Steps come once, after what they need; everything named is there."""

    def refuse(field: str, problem: str, remedy: str) -> RuleBookError:
        return RuleBookError(file=file, record=id_, field=field, problem=problem, remedy=remedy)

    above: set[str] = set()
    for number, step in enumerate(record.steps):
        if step.code in above:
            raise refuse(f"steps[{number}].code", f"the step {step.code} stands twice", "Keep one of the two.")
        absent = sorted(set(step.needs) - above)
        if absent:
            raise refuse(f"steps[{number}].needs", f"no step above is {', '.join(absent)}", "Move or correct it.")
        above.add(step.code)
    for field in ("since", "until", "waived_by") if record.wait else ():
        if getattr(record.wait, field) not in above:
            raise refuse(f"wait.{field}", f"no step is {getattr(record.wait, field)}", "Name one of the steps.")
    for field, key in _cited(record):
        if key not in sources:
            raise refuse(field, f"no source has the key {key}", "Add it to the sources, or correct the key.")


def _cited(record: ProcedureRecord) -> list[tuple[str, str]]:
    steps = [(f"steps[{number}].source", step.source) for number, step in enumerate(record.steps)]
    waits = [("wait.source", record.wait.source)] if record.wait else []
    return [("source", record.source), *waits, *steps]
