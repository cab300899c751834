"""The last loading of reference data."""

from dataclasses import dataclass
from datetime import datetime

from roadstead.registry.loading.report import LoadReport, from_json
from roadstead.registry.models import ReferenceLoad


@dataclass(frozen=True, slots=True)
class LastLoad:
    """When the data were loaded, by whom, and the report."""

    loaded_at: datetime
    by: str
    report: LoadReport


def last_load() -> LastLoad | None:
    """The newest loading; None before the first."""
    row = ReferenceLoad.objects.order_by("-pk").first()
    if row is None:
        return None
    return LastLoad(row.loaded_at, row.by, from_json(row.report, changed=True, seconds=row.seconds))
