"""One line of a report's first wording for each record of what was seen and recommended."""

from typing import Any

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.visits.enums import Purpose, VisitKind
from roadstead.visits.observed_enums import Found, ObservationKind, RecommendationState
from roadstead.visits.queries.report_records import Records


def summary(records: Records) -> list[str]:
    """What the visit was: kind, days, purpose, what it was for, by whom."""
    visit = records.visit
    words = {"kind": VisitKind(visit.kind).label, "country": visit.country.name}
    words |= {"days": days(visit.first_on, visit.last_on), "why": Purpose(visit.purpose).label}
    said = [_("%(country)s: %(kind)s, %(days)s (%(why)s).") % words]
    if visit.aim:
        said.append(_("To bring about: %(aim)s") % {"aim": visit.aim})
    if visit.benefit:
        said.append(_("Benefit to the host: %(benefit)s") % {"benefit": visit.benefit})
    people = [one.name or one.person.name for one in records.team]
    if people:
        said.append(_("Team: %(people)s.") % {"people": ", ".join(people)})
    return said


def leg(one: Any) -> str:
    """A place with its days."""
    return f"{one.port.name if one.port else one.place}: {days(one.first_on, one.last_on)}"


def notes(records: Records, facility: int | None) -> list[str]:
    """The notes about a facility, or about none, each with the host's remark."""
    said = []
    for one in records.notes:
        if one.facility_id == facility:
            said.append(f"– {one.element}: {one.text}" if one.element and one.text else one.text and f"– {one.text}")
            if one.remark:
                said.append(_("  The host’s remark: %(remark)s") % {"remark": one.remark})
    return said


def seen(one: Any) -> str:
    """An observation, with its reference and the host's remark."""
    where = ", ".join(part for part in (one.element, one.reference) if part)
    said = f"– {ObservationKind(one.kind).label}{f' ({where})' if where else ''}: {one.text}"
    return f"{said}\n{_('  The host’s remark: %(remark)s') % {'remark': one.remark}}" if one.remark else said


def recommended(one: Any) -> str:
    """A recommendation that was made on the visit."""
    words = {"to": one.get_toward_display(), "text": one.text, "owner": one.owner, "due": one.due_on.isoformat()}
    return _("– To %(to)s: %(text)s (%(owner)s, due %(due)s)") % words


def left(one: Any, review: Any) -> str:
    """What had been recommended before, what was found of it, and how it was and is."""
    found = Found(review.found).label if review else RecommendationState(one.state).label
    before, after = ((review or one).before.strip(), (review or one).after.strip())
    said = f"– {one.text}: {found}"
    if before:
        said += "\n" + _("  Before: %(text)s") % {"text": before}
    return said + ("\n" + _("  Now: %(text)s") % {"text": after} if after else "")


def coming(one: Any) -> str:
    """A recommendation that is still to be done."""
    return f"– {one.due_on.isoformat()}, {one.owner}: {one.text}"


def days(first: Any, last: Any) -> str:
    """The days of a visit or a place, as ISO has them."""
    if first is None:
        return _("no days yet")
    return first.isoformat() if first == last else f"{first.isoformat()} – {last.isoformat()}"


def days_in_words(first: Any, last: Any) -> str:
    """The same for everyone: “22 November 2026”, “30 May 2027 to 2 June 2027”."""
    if first is None:
        return _("no days yet")
    said = date_format(first, "j F Y")
    return said if first == last else _("%(first)s to %(last)s") % {"first": said, "last": date_format(last, "j F Y")}
