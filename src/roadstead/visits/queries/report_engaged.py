"""One line of a report's first wording for each item of the agenda, each person met and each promise."""

import re
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from roadstead.engagement.interaction_enums import Side
from roadstead.visits.agenda.snapshots import NEW
from roadstead.visits.queries.report_records import Records
from roadstead.visits.report_enums import ReportText

# How to reach somebody stands in an agenda, and in no report.
REACHED_BY = re.compile(r"[\w.+-]+@[\w-]+\.[\w.]+|\+?\d[\d\s().-]{5,}\d")


def items(records: Records, block: str) -> list[str]:
    """The items of a part as they were made, then what both sides had agreed and did not make."""
    plan = records.became
    rows = sorted((one for one in records.items if one.block == block), key=_when)
    return [_item(one, plan.became.get(str(one.uid), "")) for one in rows] + [
        _("– Agreed, and not made: %(what)s%(why)s") % {"what": _said(one), "why": _why(one.withdrawn_why)}
        for one in plan.dropped
        if one.block == block
    ]


def people(records: Records) -> list[str]:
    """Who was met: by what was logged on these days, then by the agenda."""
    said = []
    for one, met in records.engaged.meetings:
        names = [*(person.name for person in met.contacts), *(name for _pk, name in met.organisations)]
        if names:
            words = {"on": one.held_on.isoformat(), "subject": one.subject, "names": ", ".join(names)}
            said.append(_("– %(on)s, %(subject)s: %(names)s") % words)
    kept_apart = "embassy" if records.of == ReportText.HOST else ""
    for item in sorted(records.items, key=_when):
        named = _names(item.people) if item.block != kept_apart else ""
        if named:
            said.append(_("– By the agenda, %(what)s: %(names)s") % {"what": _said(item), "names": named})
    return said


def promises(records: Records) -> list[str]:
    """What was promised on the visit, then what had been promised before, with what became of it."""
    said = [_promise(one) for one in records.engaged.promised]
    return said + [_("– From before: %(text)s") % {"text": _promise(one)[2:]} for one in records.engaged.before]


def still_promised(records: Records) -> list[str]:
    """Promises that are open."""
    rows = [*records.engaged.before, *records.engaged.promised]
    return [_promise(one) for one in rows if not (one.kept_on or one.dropped_on)]


def _promise(one: Any) -> str:
    words = {"side": Side(one.side).label, "what": one.what}
    if one.kept_on:
        return _("– %(side)s: %(what)s (kept on %(on)s)") % (words | {"on": one.kept_on.isoformat()})
    if one.dropped_on:
        return _("– %(side)s: %(what)s (dropped: %(why)s)") % (words | {"why": one.dropped_why})
    if one.due_on:
        return _("– %(side)s: %(what)s (due %(on)s)") % (words | {"on": one.due_on.isoformat()})
    return _("– %(side)s: %(what)s (open, no day)") % words


def _item(item: Any, became: str) -> str:
    at = item.starts_at.astimezone(ZoneInfo(item.zone) if item.zone else UTC) if item.starts_at else None
    said = "– " + ", ".join(one for one in (f"{at:%Y-%m-%d %H:%M}" if at else "", _said(item), item.place) if one)
    if not became:
        return said
    return (
        said + " " + (_("(added after both sides agreed)") if became == NEW else _("(changed after both sides agreed)"))
    )


def _said(item: Any) -> str:
    return str(item.purpose or item.purpose_local)


def _why(said: str) -> str:
    return f" ({said})" if said else ""


def _names(people: str) -> str:
    return ", ".join(one for line in REACHED_BY.sub("", people).splitlines() if (one := line.strip(" ,;:–-\t")))


def _when(item: Any) -> tuple[bool, Any, int]:
    return item.starts_at is None, item.starts_at, item.position
