"""The first wording of each section of a report, from the records alone; people write on from there."""

from dataclasses import dataclass
from datetime import UTC
from typing import Any
from zoneinfo import ZoneInfo

from django.utils.translation import gettext as _

from roadstead.visits.enums import Purpose, VisitKind
from roadstead.visits.models import Visit
from roadstead.visits.models.reports import LONGEST_HEADING, LONGEST_SECTION
from roadstead.visits.observed_enums import Found, ObservationKind, RecommendationState
from roadstead.visits.queries.report_records import Records
from roadstead.visits.report_enums import ReportText, SectionKind

K = SectionKind


@dataclass(frozen=True, slots=True)
class Drafted:
    """A section as the records have it."""

    kind: SectionKind
    heading: str
    text: str
    facility: int | None = None


def drafted(records: Records) -> list[Drafted]:
    """The sections of the programme's version or the host's, in their order."""
    given: list[Drafted] = [
        _section(K.SUMMARY, _summary(records)),
        _section(K.GOVERNMENT, _items(records, "government") + _notes(records, None)),
        _section(K.PORTS, [_leg(one) for one in records.legs] + _items(records, "ports")),
        *(_about(records, one) for one in records.facilities),
    ]
    if records.of == ReportText.PROGRAMME:
        given.append(_section(K.EMBASSY, _items(records, "embassy")))
    toured = {one.pk for one in records.facilities}
    general = [_seen(one) for one in records.observations if one.facility_id not in toured]
    given.append(_section(K.OBSERVATIONS, [*_tally(records), *general]))
    given.append(_section(K.RECOMMENDATIONS, [_recommended(one) for one in records.made]))
    given.append(_section(K.LEFT_OPEN, [_left(one, records.reviews.get(one.pk)) for one in records.left]))
    coming = [one for one in (*records.left, *records.made) if not RecommendationState(one.state).ended]
    given.append(_section(K.NEXT_STEPS, [_next(one) for one in coming]))
    return given


def public_line(visit: Visit) -> Drafted:
    """One sentence that says no more than that there was a visit."""
    words = {"country": visit.country.name, "days": _days(visit.first_on, visit.last_on)}
    return Drafted(K.LINE, str(K.LINE.label), _("The programme visited %(country)s, %(days)s.") % words)


def _section(kind: SectionKind, lines: list[str]) -> Drafted:
    return Drafted(kind, str(kind.label), _joined(lines))


def _about(records: Records, facility: Any) -> Drafted:
    lines = [_seen(one) for one in records.observations if one.facility_id == facility.pk]
    return Drafted(
        K.FACILITY, facility.name[:LONGEST_HEADING], _joined(lines + _notes(records, facility.pk)), facility.pk
    )


def _joined(lines: list[str]) -> str:
    return "\n".join(line for line in lines if line)[:LONGEST_SECTION]


def _summary(records: Records) -> list[str]:
    visit = records.visit
    words = {"kind": VisitKind(visit.kind).label, "country": visit.country.name}
    words |= {"days": _days(visit.first_on, visit.last_on), "why": Purpose(visit.purpose).label}
    lines = [_("%(country)s: %(kind)s, %(days)s (%(why)s).") % words]
    if visit.aim:
        lines.append(_("To bring about: %(aim)s") % {"aim": visit.aim})
    if visit.benefit:
        lines.append(_("Benefit to the host: %(benefit)s") % {"benefit": visit.benefit})
    people = [one.name or one.person.name for one in records.team]
    if people:
        lines.append(_("Team: %(people)s.") % {"people": ", ".join(people)})
    return lines


def _leg(leg: Any) -> str:
    return f"{leg.port.name if leg.port else leg.place}: {_days(leg.first_on, leg.last_on)}"


def _items(records: Records, block: str) -> list[str]:
    rows = [one for one in records.items if one.block == block]
    return [_item(one) for one in sorted(rows, key=lambda one: (one.starts_at is None, one.starts_at, one.position))]


def _item(item: Any) -> str:
    at = item.starts_at.astimezone(ZoneInfo(item.zone) if item.zone else UTC) if item.starts_at else None
    parts = (f"{at:%Y-%m-%d %H:%M}" if at else "", item.purpose or item.purpose_local, item.place)
    return "– " + ", ".join(one for one in parts if one)


def _notes(records: Records, facility: int | None) -> list[str]:
    lines = []
    for one in records.notes:
        if one.facility_id == facility:
            lines.append(f"– {one.element}: {one.text}" if one.element and one.text else one.text and f"– {one.text}")
            if one.remark:
                lines.append(_("  The host’s remark: %(remark)s") % {"remark": one.remark})
    return lines


def _tally(records: Records) -> list[str]:
    counts = [
        f"{kind.label}: {sum(one.kind == kind for one in records.observations)}"
        for kind in ObservationKind
        if any(one.kind == kind for one in records.observations)
    ]
    return [", ".join(counts)] if counts else []


def _seen(one: Any) -> str:
    where = ", ".join(part for part in (one.element, one.reference) if part)
    said = f"– {ObservationKind(one.kind).label}{f' ({where})' if where else ''}: {one.text}"
    return f"{said}\n{_('  The host’s remark: %(remark)s') % {'remark': one.remark}}" if one.remark else said


def _recommended(one: Any) -> str:
    words = {"to": one.get_toward_display(), "text": one.text, "owner": one.owner, "due": one.due_on.isoformat()}
    return _("– To %(to)s: %(text)s (%(owner)s, due %(due)s)") % words


def _left(one: Any, review: Any) -> str:
    found = Found(review.found).label if review else RecommendationState(one.state).label
    after = (review.after if review else one.after).strip()
    return f"– {one.text}: {found}{f'. {after}' if after else ''}"


def _next(one: Any) -> str:
    return f"– {one.due_on.isoformat()}, {one.owner}: {one.text}"


def _days(first: Any, last: Any) -> str:
    if first is None:
        return _("no days yet")
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"
