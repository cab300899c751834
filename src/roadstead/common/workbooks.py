"""Tables to take away as a workbook; like the CSV, without anything that a spreadsheet would run."""

import io
from collections.abc import Iterable, Sequence

from django.http import HttpResponse

from roadstead.common.sheets import harmless

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def xlsx_answer(name: str, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> HttpResponse:
    """A workbook of one sheet. Control characters, which such a file cannot hold, are left out."""
    from openpyxl import Workbook  # a tenth of a second that no page needs

    book = Workbook(write_only=True)
    sheet = book.create_sheet(name[:31])
    sheet.append([str(column) for column in columns])
    for row in rows:
        sheet.append([_cell(value) for value in row])
    out = io.BytesIO()
    book.save(out)
    disposition = f'attachment; filename="{name}.xlsx"'
    return HttpResponse(out.getvalue(), content_type=XLSX, headers={"Content-Disposition": disposition})


def _cell(value: object) -> object:
    if value is None or isinstance(value, bool | int | float):
        return value
    return "".join(one for one in harmless(value) if one >= " " or one in "\t\n\r")
