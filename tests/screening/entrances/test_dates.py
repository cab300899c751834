"""The day of an entrance, in the ways it is written."""

from datetime import date, datetime

import pytest

from roadstead.screening.entrances.dates import entrance_day
from roadstead.screening.entrances.errors import RowError


@pytest.mark.parametrize(
    "cell",
    [
        "2023-01-05",
        "2023-01-05 00:00:00",
        "2023-01-05T00:00:00Z",
        "20230105",
        20230105,
        20230105.0,
        "230105",
        "1/5/2023",
        "01/05/23",
        "1/5/2023 12:00:00 AM",
        "05-JAN-2023",
        "5 January 2023",
        "05JAN23",
        44931,  # Excel's count
        datetime(2023, 1, 5, 9),
        date(2023, 1, 5),
    ],
)
def test_a_day_is_read_however_it_is_written(cell: object) -> None:
    assert entrance_day(cell) == date(2023, 1, 5)


@pytest.mark.parametrize(("cell", "year"), [("700105", 1970), ("990105", 1999), ("000105", 2000), ("690105", 2069)])
def test_two_digits_of_a_year(cell: str, year: int) -> None:
    assert entrance_day(cell).year == year


@pytest.mark.parametrize(
    "cell", [None, "", "never", "2023", "2023-13-01", "31/12/2023", "50112", "0", 44931.5, "٢٠٢٣٠١٠٥"]
)
def test_what_is_no_day_or_could_be_two(cell: object) -> None:
    with pytest.raises(RowError) as refused:
        entrance_day(cell)
    assert refused.value.problem.column == "ECDATE"
