"""The report of a loading in words."""

from collections.abc import Iterator

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.registry.enums import DropReason
from roadstead.registry.loading.report import Dropped, LoadReport

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
SHOWN_DIFFERENCES = 5


def count_rows(report: LoadReport) -> list[tuple[str, int]]:
    """What was loaded: label and number."""
    return [(str(COUNTS[key]), number) for key, number in report.counts.items() if key in COUNTS]


def reason_label(reason: str) -> str:
    """The reason in words."""
    return str(DropReason(reason).label) if reason in DropReason else reason


def dropped_rows(report: LoadReport) -> list[tuple[int, str, str, str]]:
    """What was not taken over: how many, what, source, reason in words."""
    return [(count, what, source, str(reason.label)) for what, source, reason, count in report.dropped_by_reason()]


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
    return f"  {row.code:5}  {row.name}: {row.what}, {row.source}: {reason_label(row.reason)} {row.detail}".rstrip()
