"""Instruments of assessment: dated versions side by side, and the crosswalk between the two tests.

A version is never changed: what is new is a file beside it. An answer keeps the version it was given under, and the
digest of the very question, so that it can always be read with what was asked.
"""

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from roadstead.rulebook import decode
from roadstead.rulebook.instrument_check import check_crosswalk, check_file_name, check_instrument
from roadstead.rulebook.instrument_schema import AskedOf, CrosswalkRecord, Element, InstrumentRecord, Question
from roadstead.rulebook.loader import DATA
from roadstead.rulebook.records import Filed, refuse


@dataclass(frozen=True, slots=True)
class Version:
    """One version of an instrument, with the name of its file."""

    file: str
    record: InstrumentRecord

    @property
    def name(self) -> str:
        """How it is called among the versions: its day."""
        return self.record.as_of.isoformat()

    def elements(self) -> dict[str, Element]:
        return {one.code: one for one in self.record.elements}

    def questions(self, of: AskedOf) -> Iterator[tuple[Element, Question]]:
        """What is asked of a facility or of a government, in the order of the file."""
        for element in self.record.elements:
            yield from ((element, one) for one in element.questions if one.asked_of == of)


@dataclass(frozen=True, slots=True)
class Instruments:
    """Every version of every instrument, the oldest first, and every version of the crosswalk."""

    versions: dict[str, tuple[Version, ...]]
    crosswalks: tuple[Filed[CrosswalkRecord], ...]

    def latest(self, instrument: str) -> Version:
        """The version in force. Raises KeyError for an instrument that there is not."""
        return self.versions[instrument][-1]

    def version(self, instrument: str, name: str) -> Version | None:
        """One version by its day, or None."""
        return next((one for one in self.versions.get(instrument, ()) if one.name == name), None)

    def in_force(self) -> list[Version]:
        return [found[-1] for found in self.versions.values()]

    def crosswalk(self) -> CrosswalkRecord:
        """The crosswalk in force."""
        return self.crosswalks[-1].record

    def questionnaire(self, of: AskedOf) -> list[tuple[Version, Element, Question]]:
        """All that is asked of a facility or of a government now, out of every instrument."""
        return [(one, element, question) for one in self.in_force() for element, question in one.questions(of)]


def digest(instrument: str, element: str, question: Question) -> str:
    """The fingerprint of a question as it reads; the same in every version that asks the very same."""
    said = [instrument, element, question.code, question.asked_of, question.text]
    content = json.dumps(said, ensure_ascii=False, separators=(",", ":"))
    return "sha256:" + hashlib.sha256(content.encode()).hexdigest()


@cache
def shipped() -> Instruments:
    """The instruments as they ship, read once per process."""
    return load()


def load(path: Path | None = None, extra: Path | None = None) -> Instruments:
    """Read the instruments of a rule book's folder, and those of another folder of the same layout beside them.

    Raises RuleBookError naming file, record and field.
    """
    folders = [DATA if path is None else path, *([extra] if extra is not None else [])]
    versions: dict[str, list[Version]] = {}
    for file, name in _files(folders, "instruments"):
        record: InstrumentRecord = decode.whole(file, name, InstrumentRecord)
        check_file_name(name, file.stem, record.instrument, record.as_of)
        check_instrument(name, record)
        found = versions.setdefault(record.instrument, [])
        if any(one.record.as_of == record.as_of for one in found):
            _twice(name, file.stem, record.instrument)
        found.append(Version(name, record))
    ordered = {key: tuple(sorted(found, key=lambda one: one.record.as_of)) for key, found in sorted(versions.items())}
    made = Instruments(ordered, tuple(_crosswalks(folders)))
    for filed in made.crosswalks:
        check_crosswalk(filed, {key: [one.record for one in found] for key, found in ordered.items()})
    return made


def _crosswalks(folders: list[Path]) -> list[Filed[CrosswalkRecord]]:
    found: list[Filed[CrosswalkRecord]] = []
    for file, name in _files(folders, "crosswalks"):
        record: CrosswalkRecord = decode.whole(file, name, CrosswalkRecord)
        check_file_name(name, file.stem, record.crosswalk, record.as_of)
        if any(one.record.as_of == record.as_of for one in found):
            _twice(name, file.stem, record.crosswalk)
        found.append(Filed(name, record))
    return sorted(found, key=lambda one: one.record.as_of)


def _files(folders: list[Path], part: str) -> Iterator[tuple[Path, str]]:
    for number, folder in enumerate(folders):
        for file in sorted((folder / part).glob("*.yaml")):
            yield file, str(file) if number else file.relative_to(folder).as_posix()


def _twice(name: str, stem: str, what: str) -> None:
    refuse(name, stem, "as_of", f"{what} has another version of that day", "Give the new version a day of its own.")
