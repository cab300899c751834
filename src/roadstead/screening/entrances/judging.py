"""One row after another: an entrance, or the reason why not."""

import hashlib

from roadstead.screening.entrances import entrance
from roadstead.screening.entrances.columns import Heading, Line, Row
from roadstead.screening.entrances.entrance import Entrance
from roadstead.screening.entrances.errors import Problem, RowError, shown
from roadstead.screening.entrances.places import Places


def judge(line: Line, heading: Heading, places: Places, seen: "Seen") -> Entrance:
    """Raises RowError with the first thing that keeps the row out."""
    if line.spoilt:
        why = f"{line.spoilt}: a quotation mark is opened and not closed"
        raise RowError(Problem("", "", why, "Close or remove the quotation mark; the lines were not read."))
    beyond = [cell for cell in line.cells[len(heading.printed) :] if cell not in (None, "")]
    if beyond:
        why = f"the row has {len(line.cells)} cells, the heading {len(heading.printed)}: they may have moved"
        raise RowError(Problem("", shown(beyond[0]), why, "Put a value that holds the delimiter in quotation marks."))
    row = Row(line, heading.places)
    found = entrance.read(row, places)
    seen.once(found, row)
    return found


class Seen:
    """Entrances already read, as digests: a ship enters a port from one place once a day."""

    def __init__(self) -> None:
        self._rows: dict[bytes, int] = {}
        self.same_day = 0

    def once(self, found: Entrance, row: Row) -> None:
        """Raises RowError for a row that repeats another; counts those that differ only in where the ship came from."""
        if not found.ship:
            return
        visit = f"{found.ship}\n{found.day}\n{row.text('PORT')}\n{row.text('PORT_NAME')}"
        origin = "\n".join(row.text(name) for name in ("WHERE_SCHEDK", "WHERE_PORT", "WHERE_NAME", "WHERE_CTRY"))
        known = self._rows.setdefault(_digest(f"{visit}\n{origin}"), found.row)
        if known != found.row:
            why = f"it repeats row {known}: the same ship, day, port and last port"
            raise RowError(Problem("", shown(row.text("VESSNAME")), why, "Leave one of the two out."))
        self.same_day += self._rows.setdefault(_digest(visit), found.row) != found.row


def _digest(text: str) -> bytes:
    return hashlib.blake2b(text.encode(), digest_size=16).digest()
