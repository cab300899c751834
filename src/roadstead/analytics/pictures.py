"""What the charts and the map draw, and each in words for those who do not see them."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.analytics.figures import Case
from roadstead.analytics.naming import Ports, port_name
from roadstead.analytics.numerals import count
from roadstead.analytics.tables import MEASURES, Row, Table
from roadstead.core.country import country_name

BARS = 8


def chart(table: Table, letters: Sequence[str]) -> dict[str, Any]:
    """One table as a chart: columns for months, bars for the rest, the first rows only.

    One draft is drawn by what it does to arrivals, of two each by the arrivals that it changes.
    """
    months = table.id == "months"
    rows = table.rows if months else table.rows[:BARS]
    return {
        "kind": "months" if months else "bars",
        "labels": [_short(table, row) for row in rows],
        "series": _by_measure(table, len(rows)) if len(letters) == 1 else _by_draft(table, rows, letters),
        "stacked": len(letters) == 1,
        "words": described(table),
    }


def _by_measure(table: Table, most: int) -> list[dict[str, Any]]:
    drawn = [column for column in table.columns if column.measure in MEASURES]
    return [
        {"name": str(column.label), "tone": column.measure, "values": table.values(column)[:most]} for column in drawn
    ]


def _by_draft(table: Table, rows: Sequence[Row], letters: Sequence[str]) -> list[dict[str, Any]]:
    name = _("Draft %(letter)s")
    return [
        {
            "name": name % {"letter": letter.upper()},
            "tone": letter,
            "values": [table.changed(row)[letter] for row in rows],
        }
        for letter in letters
    ]


def _short(table: Table, row: Row) -> str:
    """A name as it fits below an axis."""
    return date_format(date.fromisoformat(f"{row.key}-01"), "M Y") if table.id == "months" else row.name


def described(table: Table) -> str:
    """A chart in one sentence."""
    rows = sorted((row for row in table.rows if any(table.changed(row).values())), key=lambda row: -_most(table, row))
    if not rows:
        return _("%(heading)s: nothing to draw.") % {"heading": table.heading}
    if table.id == "months":
        text = _("Chart of the arrivals changed each month: most in %(high)s, %(most)s; fewest in %(low)s, %(least)s.")
        ends = {"high": rows[0].name, "low": rows[-1].name}
        return text % {"most": _said(table, rows[0]), "least": _said(table, rows[-1]), **ends}
    largest = "; ".join(f"{row.name}, {_said(table, row)}" for row in rows[:3])
    text = _("Bar chart of the arrivals changed, %(heading)s. The largest: %(largest)s.")
    return text % {"heading": table.heading, "largest": largest}


def _most(table: Table, row: Row) -> int:
    return max(table.changed(row).values())


def _said(table: Table, row: Row) -> str:
    """The number, or one for each draft."""
    changed = table.changed(row)
    if len(changed) == 1:
        return count(_most(table, row))
    return ", ".join(f"{letter.upper()} {count(number)}" for letter, number in changed.items())


def world(cases: Sequence[Case], tables: Sequence[Table], ports: Ports) -> dict[str, Any]:
    """The map: countries that the drafts change, ports of call there, and US ports where the ships arrive."""
    by_id = {table.id: table for table in tables}
    points = [
        *_points("foreign", by_id["ports"], ports),
        *_points("us", by_id["arrival_ports"], ports),
    ]
    return {"countries": _countries(cases), "points": points}


def _points(kind: str, table: Table, ports: Ports) -> list[dict[str, Any]]:
    words = _("Arrivals changed: %(n)s")
    points = []
    for row in table.rows:
        port, most = ports.get(row.key), _most(table, row)
        if port is None or port.latitude is None or not most:
            continue
        place = {"x": port.longitude, "y": port.latitude, "name": port_name(port)}
        points.append({**place, "kind": kind, "n": most, "words": words % {"n": _said(table, row)}})
    return points


def _countries(cases: Sequence[Case]) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for case in cases:
        draft = case.draft
        for change, parts in (("except", draft.exceptions), ("remove", draft.remove), ("add", draft.add)):
            for part in parts:
                found[part.country] = {"iso": part.country, "name": country_name(part.country), "change": change}
    return list(found.values())
