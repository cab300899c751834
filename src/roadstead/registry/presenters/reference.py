"""Ports found and the report of a loading, in words."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.registry.enums import DropReason
from roadstead.registry.loading.report import Dropped, LoadReport
from roadstead.registry.queries import PortMatch, PortZone

COUNTS = {
    "countries": gettext_lazy("countries and territories"),
    "withdrawn_codes": gettext_lazy("codes withdrawn from ISO 3166-1"),
    "landlocked": gettext_lazy("countries without a sea coast"),
    "country_names": gettext_lazy("names of countries, in seven languages"),
    "ports": gettext_lazy("ports"),
    "ports_with_position": gettext_lazy("ports with a position"),
    "positions_from_unlocode": gettext_lazy("positions from UN/LOCODE"),
    "positions_from_searoute": gettext_lazy("positions from searoute"),
    "positions_set_by_hand": gettext_lazy("positions set by hand"),
    "port_names": gettext_lazy("names of ports"),
    "zones": gettext_lazy("Captain of the Port zones"),
    "ports_in_zones": gettext_lazy("US ports with their zone"),
}
WHAT = {
    "position": gettext_lazy("position"),
    "port": gettext_lazy("port"),
    "name": gettext_lazy("name"),
    "translation": gettext_lazy("translation"),
    "zone": gettext_lazy("zone"),
}
SHOWN_DIFFERENCES = 5


def count_rows(report: LoadReport) -> list[tuple[str, int]]:
    """What was loaded: label and number."""
    return [(str(COUNTS[key]), number) for key, number in report.counts.items() if key in COUNTS]


def reason_label(reason: str) -> str:
    """The reason in words."""
    return str(DropReason(reason).label) if reason in DropReason else reason


def what_label(what: str) -> str:
    """What was not taken over, in words."""
    return str(WHAT.get(what, what))


def dropped_rows(report: LoadReport) -> list[tuple[int, str, str, str]]:
    """What was not taken over: how many, what, source, reason in words."""
    return [
        (count, what_label(what), source, str(reason.label))
        for what, source, reason, count in report.dropped_by_reason()
    ]


def refused_rows(report: LoadReport) -> list[dict[str, str]]:
    """Every row that was not taken over, and every contradiction, with its reason in words."""
    return [
        {
            "code": row.code,
            "name": row.name,
            "what": what_label(row.what),
            "source": row.source,
            "reason": reason_label(row.reason),
            "detail": row.detail,
        }
        for row in (*report.conflicts, *report.dropped)
    ]


def suggestion(match: PortMatch, zone: PortZone | None) -> dict[str, Any]:
    """A port found, as JSON: `zone` only where one source places it in one zone, `zones` all that it names."""
    row: dict[str, Any] = {
        "code": match.code,
        "name": match.name,
        "country": match.country,
        "country_name": match.country_name,
        "subdivision": match.subdivision,
        "matched": match.matched,
        "kind": match.kind,
        "label": match.label,
        "exact": match.exact,
    }
    if zone is not None:
        row |= {"zone": zone.zone, "zones": list(zone.zones), "zone_confidence": zone.confidence}
    return row


def found_rows(matches: Iterable[PortMatch], zones: Mapping[str, PortZone]) -> list[dict[str, Any]]:
    """Ports found, as rows of a table."""
    return [
        {"match": match, "position": position_text(match.latitude, match.longitude), "zone": zones.get(match.code)}
        for match in matches
    ]


def position_text(latitude: float | None, longitude: float | None) -> str:
    """A position as mariners write it, in degrees and minutes: 10°36′ N 103°31′ E; "" without one."""
    if latitude is None or longitude is None:
        return ""
    north = f"{_minutes(latitude, 2)} {'N' if latitude >= 0 else 'S'}"
    return f"{north} {_minutes(longitude, 3)} {'E' if longitude >= 0 else 'W'}"


def _minutes(degrees: float, width: int) -> str:
    whole, minutes = divmod(round(abs(degrees) * 60), 60)
    return f"{whole:0{width}}°{minutes:02}′"


def report_lines(report: LoadReport, *, every_row: bool) -> Iterator[str]:
    """The report as lines of text for a terminal."""
    if report.changed:
        yield _("Reference data loaded in %(seconds)s s.") % {"seconds": report.seconds}
    else:
        yield _("Nothing changed since the last loading (checked in %(seconds)s s).") % {"seconds": report.seconds}
    for label, number in count_rows(report):
        yield f"  {number:>7,}  {label}"
    yield _("Not taken over:")
    for number, what, source, reason in dropped_rows(report):
        yield f"  {number:>7,}  {what}, {source}: {reason}"
    yield _("The sources contradict one another in %(count)s places.") % {"count": len(report.conflicts)}
    rows = (*report.dropped, *report.conflicts) if every_row else report.conflicts[:SHOWN_DIFFERENCES]
    yield from (_row(row) for row in rows)
    if not every_row:
        yield _("  … every row with --dropped")


def _row(row: Dropped) -> str:
    what = f"{what_label(row.what)}, {row.source}: {reason_label(row.reason)}"
    return f"  {row.code:5}  {row.name}: {what} {row.detail}".rstrip()
