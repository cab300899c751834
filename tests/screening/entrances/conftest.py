"""Invented entrances: small files in the shape of the Corps of Engineers' list. No ship or visit in them is real."""

import csv
import io
from pathlib import Path

import pytest

from roadstead.screening.entrances.importing import Request, run
from roadstead.screening.entrances.report import Report

COLUMNS = (  # noqa: SIM905 - reads as the file's own heading
    "TYPEDOC ECDATE PORT PWW_IND PORT_NAME VESSNAME RIG RIG_DESC ICST ICST_DESC FLAG FLAG_CTRY WHERE_IND WHERE_PORT "
    "WHERE_SCHEDK WHERE_NAME WHERE_CTRY NRT GRT DRAFT_FT DRAFT_IN CONTAINER IMO"
).split()
INVENTED = {
    "TYPEDOC": "0",
    "ECDATE": "2023-01-05",
    "PORT": "2012",
    "PWW_IND": "W",
    "PORT_NAME": "Houston, TX",
    "VESSNAME": "INVENTED ONE",
    "ICST_DESC": "CONTAINER SHIP",
    "FLAG_CTRY": "Marshall Is",
    "WHERE_IND": "F",
    "WHERE_SCHEDK": "30765",
    "WHERE_NAME": "Maracaibo",
    "WHERE_CTRY": "Venezuela",
    "IMO": "9074729",
}
Cells = dict[str, object]


def row(**changes: object) -> Cells:
    """One invented row, changed as asked."""
    return INVENTED | changes


def written(rows: list[Cells], delimiter: str = ",", columns: list[str] = COLUMNS) -> str:
    stream = io.StringIO()
    writer = csv.DictWriter(stream, columns, delimiter=delimiter, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue()


class Importer:
    """Imports what it is given and keeps where it wrote."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.output = folder / "voyages.parquet"

    def file(self, content: str | bytes, name: str = "entrances.csv") -> Path:
        path = self.folder / name
        path.write_bytes(content if isinstance(content, bytes) else content.encode())
        return path

    def path(self, path: Path, **options: object) -> Report:
        return run(Request(**{"input": path, "output": self.output, **options}))  # type: ignore[arg-type]

    def rows(self, *rows: Cells, **options: object) -> Report:
        return self.path(self.file(written(list(rows))), **options)

    def text(self, content: str | bytes, **options: object) -> Report:
        return self.path(self.file(content), **options)

    def voyages(self) -> list[Cells]:
        import pyarrow.parquet as pq

        found: list[Cells] = pq.read_table(self.output).to_pylist()
        return found

    def voyage(self, **changes: object) -> Cells:
        """The one voyage of one row."""
        report = self.rows(row(**changes))
        assert not report.rejected_rows
        return self.voyages()[0]

    def refusal(self, **changes: object) -> tuple[str, str]:
        """The column and the reason for which one row is left out."""
        (left_out,) = self.rows(row(**changes)).rejected_rows
        assert left_out.remedy.endswith(".")
        return left_out.column, left_out.why


@pytest.fixture
def importer(tmp_path: Path) -> Importer:
    return Importer(tmp_path)
