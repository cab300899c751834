"""One log on the screen of a phone: what stands, what it comes to, every entry, reports and receipts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from roadstead.arrivals.entries import FIELDS
from roadstead.arrivals.models import LogEntry, MeasuresLog
from roadstead.arrivals.presenters.ships.wording import OUTCOMES, kind, sentence
from roadstead.arrivals.queries.measures import arrivals_of, receipts, reports
from roadstead.arrivals.weighed import Weighed, weigh
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.core.guard_posts import Guarding
from roadstead.core.rest import Stretch
from roadstead.core.texts import DUTIES
from roadstead.core.truth import NO
from roadstead.files import presenters as files
from roadstead.files.sizes import in_words
from roadstead.registry.queries.ports import ports_by_code
from roadstead.visits.presenters.kit_clock import both_times

TONES = {"yes": "good", "no": "alarm", "unknown": "ask"}
FORMS = {
    "stay": ("stay", ""),
    "posts": ("posts", ""),
    "declaration": ("declaration", ""),
    **{code: ("duty", code) for code in ("C1", "C2", "C4")},
}
BY_HAND = frozenset({"photo", "report", "struck"})  # what the forms do not write


@dataclass(frozen=True, slots=True)
class EntryShown:
    """An entry with what became of it. content: as the forms take it back, "" where it cannot be corrected."""

    row: LogEntry
    kind: str
    said: str
    state: str
    clock: str
    content: str


def context(log: MeasuresLog, viewer: Viewer) -> dict[str, Any]:
    """What the template wants; the number of queries does not grow with the entries."""
    held = weigh(log)
    made, port = reports(log), ports_by_code([log.port]).get(log.port)
    limit, record = in_words(settings.LARGEST_UPLOAD), log
    return {
        "log": log,
        "port": f"{port.name}, {port.country_name}" if port else log.port or log.country,
        "person": viewer.user_id,
        "writes": viewer.may(Permission.REPORT_MEASURES, company=log.company) if log.company else False,
        "duties": [(code, DUTIES[code], truth.value, TONES[truth.value]) for code, truth in held.logged.met.items()],
        "guarding": list(_guarding(held.logged.guarding)),
        "beside": [_shown(held.row_of(one), held) for one in held.standing.beside],
        "entries": [_shown(one, held) for one in reversed(held.rows)],
        "stands": stands(held),
        "broken": held.broken,
        "pictures": files.rows(record, viewer),  # type: ignore[arg-type]
        "reports": made,
        "receipts": receipts(log),
        "arrivals": arrivals_of(made, viewer),
        "fresh": held.last != "report" and bool(held.rows),
        "limit": settings.LARGEST_UPLOAD,
        "said_large": _("It has {size}, and at most %(limit)s are taken. It was not sent.") % {"limit": limit},
        "declarations": list(OUTCOMES.items()),
    }


def stands(held: Weighed) -> dict[str, dict[str, str]]:
    """What the forms begin from: by form, the entry that stands, and its uid, which a new one corrects."""
    return {form: _stands(held, name, key) for form, (name, key) in FORMS.items()}


def _stands(held: Weighed, name: str, key: str) -> dict[str, str]:
    one = held.standing.single.get((name, key))
    content = one.content if one else {}
    return {"uid": one.uid if one else "", **{field: _typed(content.get(field, "")) for field in FIELDS[name]}}


def _typed(value: Any) -> str:
    """A value as it is typed: posts one a line."""
    return "\n".join(value) if isinstance(value, list) else str(value)


def _shown(row: LogEntry, held: Weighed) -> EntryShown:
    by_uid = {str(one.uid): one.number for one in held.rows}
    corrected = next((one.number for one in held.rows if one.corrects == str(row.uid)), None)
    state = ""
    if corrected is not None:
        state = _("corrected by entry %(number)s") % {"number": corrected}
    elif row.corrects:
        state = _("corrects entry %(number)s") % {"number": by_uid.get(row.corrects, "")}
    mine = "" if row.kind in BY_HAND or corrected is not None else json.dumps(row.content)
    stamp = {"device": row.device_at, "at": row.typed_at}
    return EntryShown(
        row=row,
        kind=kind(row.kind),
        said=sentence(row.kind, row.content),
        state=state,
        clock=both_times([stamp]) if row.device_at else "",
        content=mine,
    )


def _guarding(found: Guarding | None) -> Iterator[str]:
    """What the guards' hours come to, the worst first."""
    if found is None:
        return
    for post, empty in found.empty.items():
        for one in empty:
            yield _("%(post)s stood empty from %(span)s.") % {"post": post, "span": _span(one)}
    for guard in found.short_of_rest:
        yield _("%(guard)s had too little rest, by the hours of rest in force. More crew, or guards from outside.") % {
            "guard": guard
        }
    if found.accepted is NO:
        yield _("Guards from outside count once both the master and the company security officer accept them.")
    if found.guarded.value == "yes":
        yield _("Every post was guarded all the time.")
    elif not found.empty:
        yield _("Which posts there are was not said, so nobody can tell whether all were guarded.")


def _span(one: Stretch) -> str:
    words = {"first": f"{one.start:%Y-%m-%d %H:%M}", "last": f"{one.end:%Y-%m-%d %H:%M}"}
    return _("%(first)s until %(last)s UTC") % words
