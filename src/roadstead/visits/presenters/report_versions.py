"""The versions of a section as a page shows them: of what one person saved within minutes, the last."""

from datetime import timedelta
from typing import Any

from roadstead.visits.models import ReportSection, ReportVersion, Visit
from roadstead.visits.queries import reports
from roadstead.visits.report.comparing import compared

ONE_SITTING = timedelta(minutes=10)


def context(section: ReportSection, visit: Visit, asked: dict[str, str], *, writes: bool) -> dict[str, Any]:
    """What the page wants. asked: a and b, the numbers of two versions; every: "1" shows each saving."""
    rows = reports.versions_of(section)
    by_number = {str(one.revision): one for one in rows}
    shown = rows if asked.get("every") else sittings(rows)
    after = by_number.get(asked.get("b", ""), rows[0])
    earlier = [one for one in shown if one.revision < after.revision]
    before = by_number.get(asked.get("a", ""), earlier[0] if earlier else None)
    return {
        "visit": visit,
        "section": section,
        "rows": shown,
        "hidden": len(rows) - len(shown),
        "every": asked.get("every", ""),
        "before": before,
        "after": after,
        "first": str(before.revision) if before else "",
        "lines": compared(before.text if before else "", after.text),
        "numbers": [(str(one.revision), str(one.revision)) for one in shown],
        "writes": writes,
    }


def sittings(rows: list[ReportVersion]) -> list[ReportVersion]:
    """Of versions, the newest first, the last of each time that one person wrote. None is thrown away for it."""
    kept: list[ReportVersion] = []
    above: ReportVersion | None = None  # the next newer one, shown or not
    for one in rows:
        same = above is not None and (above.by_id, above.drafted) == (one.by_id, one.drafted)
        if not (same and above is not None and above.at - one.at <= ONE_SITTING):
            kept.append(one)
        above = one
    return kept
