"""What the charts and the map draw, and each in words for those who do not see them."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from roadstead.analytics.figures import Case
from roadstead.analytics.tables import MEASURES, Row, Table, port_name
from roadstead.analytics.words import count
from roadstead.core.country import country_name
from roadstead.registry.queries import PortInfo

BARS = 8


def chart(table: Table, letters: Sequence[str]) -> dict[str, Any]:
    """One table as a chart: columns for months, bars for the rest. The first values only, the largest first."""
    months = table.id == "months"
    most = len(table.rows) if months else BARS
    drawn = [column for column in table.columns if column.measure != "voyages"]
    if len(letters) > 1 or not months:
        drawn = [column for column in drawn if column.measure == table.principal]
    return {
        "kind": "months" if months else "bars",
        "labels": [row.name for row in table.rows[:most]],
        "series": [
            {
                "name": _("Draft %(letter)s") % {"letter": one.label} if len(letters) > 1 else str(one.label),
                "tone": one.letter if len(letters) > 1 else one.measure,
                "values": table.values(one.letter, one.measure)[:most],
            }
            for one in drawn
        ],
        "stacked": months and len(letters) == 1,
        "words": described(table),
    }


def described(table: Table) -> str:
    """A chart in one sentence."""
    rows = [row for row in table.rows if row.numbers[0]]
    measure = str(MEASURES[table.principal])
    if not rows:
        return _("%(heading)s: nothing to draw.") % {"heading": table.heading}
    top = sorted(rows, key=lambda row: -row.numbers[0])
    if table.id == "months":
        text = _("Chart of arrivals per month, %(measure)s: most in %(high)s, %(most)s; fewest in %(low)s, %(least)s.")
        ends = {"high": top[0].name, "low": top[-1].name}
        return text % {"measure": measure, "most": _n(top[0]), "least": _n(top[-1]), **ends}
    largest = "; ".join(f"{row.name}, {_n(row)}" for row in top[:3])
    return _("Bar chart of %(heading)s, %(measure)s. The largest: %(largest)s.") % {
        "heading": table.heading,
        "measure": measure,
        "largest": largest,
    }


def _n(row: Row) -> str:
    return count(row.numbers[0])


def world(cases: Sequence[Case], tables: Sequence[Table], ports: Mapping[str, PortInfo]) -> dict[str, Any]:
    """The map: countries that the drafts change, ports of call there, and US ports where the ships arrive."""
    by_id = {table.id: table for table in tables}
    points = [
        *_points("foreign", by_id["ports"], ports),
        *_points("us", by_id["arrival_ports"], ports),
    ]
    return {"countries": _countries(cases), "points": points}


def _points(kind: str, table: Table, ports: Mapping[str, PortInfo]) -> list[dict[str, Any]]:
    measure = MEASURES[table.principal]
    drafts = len({column.letter for column in table.columns})
    points = []
    for row in table.rows:
        port, most = ports.get(row.key), max(row.numbers[:drafts])
        if port is None or port.latitude is None or not most:
            continue
        words = " / ".join(count(number) for number in row.numbers[:drafts])
        place = {"x": port.longitude, "y": port.latitude, "name": port_name(port)}
        points.append({**place, "kind": kind, "n": most, "words": f"{measure}: {words}"})
    return points


def _countries(cases: Sequence[Case]) -> list[dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for case in cases:
        draft = case.draft
        for change, parts in (("except", draft.exceptions), ("remove", draft.remove), ("add", draft.add)):
            for part in parts:
                found[part.country] = {"iso": part.country, "name": country_name(part.country), "change": change}
    return list(found.values())
