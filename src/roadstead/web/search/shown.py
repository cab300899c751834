"""Records that were found, as this reader is shown them: name, page, and a line to know each by."""

from collections.abc import Callable, Iterable, Sequence
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import Truncator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.assessments.naming import name_of as name_of_self_assessment
from roadstead.common import clock
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.presenters.people import lines, name_of_person
from roadstead.hosting.naming import name_of as name_of_hosting
from roadstead.registry.queries.facilities import own_facilities
from roadstead.registry.queries.portfolios import of_officers
from roadstead.training.catalogue import title_of
from roadstead.visits.presenters.shown import days
from roadstead.visits.presenters.shown import name_of as name_of_visit
from roadstead.web.search.hits import Hit

Shower = Callable[[Sequence[Any], Viewer], Iterable[Hit]]
BETWEEN = " · "
LONGEST_LINE = 120  # characters of a text that stands for a name


def countries(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    for row in rows:
        yield Hit(row.pk, row.name, _country_page(row.pk, viewer), _joined(row.pk, row.subregion or row.region))


def facilities(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """The programme goes to the desk, a partner to its own; another facility that was shared has no page of its own."""
    desk = viewer.holds(Permission.READ_PROGRAMME)
    own = (
        set()
        if desk
        else set(own_facilities(viewer).filter(pk__in=[row.pk for row in rows]).values_list("pk", flat=True))
    )
    for row in rows:
        page = f"/desk/facilities/{row.pk}/" if desk else f"/partner/facilities/{row.pk}/" if row.pk in own else ""
        yield Hit(str(row.pk), row.name, page, _joined(row.number, row.port_name, row.country.name))


def organisations(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    desk = viewer.holds(Permission.READ_PROGRAMME)
    for row in rows:
        page = f"/desk/organisations/{row.pk}/" if desk else _shared_country(row.country_id, viewer)
        country = row.country.name if row.country else ""
        gone = _("no longer there") if row.retired_at else ""
        yield Hit(str(row.pk), row.name, page, _joined(row.get_kind_display(), row.place, country, gone))


def people(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    desk, held = viewer.holds(Permission.READ_PROGRAMME), {row.pk: row for row in rows}
    for line in lines(rows, viewer):
        page = f"/desk/people/{line.pk}/" if desk else _shared_country(held[line.pk].country_id, viewer)
        part = line.part
        told = _joined(part.title or part.word, part.place, "" if part.now else part.span) if part else ""
        gone = _("no longer kept in touch with") if line.retired else ""
        yield Hit(str(line.pk), name_of_person(held[line.pk]), page, _joined(told, line.country_name, gone))


def information(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    for row in rows:
        gone = _("withdrawn") if row.withdrawn_at else ""
        changed = _("changed on %(day)s") % {"day": _day(row.changed_at.date())}
        yield Hit(
            str(row.pk), row.title, _information_page(row, viewer), _joined(row.get_kind_display(), changed, gone)
        )


def interactions(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    desk = viewer.holds(Permission.READ_PROGRAMME)
    for row in rows:
        page = f"/desk/engagement/{row.pk}/" if desk else ""
        yield Hit(str(row.pk), row.subject, page, _joined(row.get_kind_display(), _day(row.held_on), row.place))


def visits(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    for row in rows:
        page = _visit_page("", row, viewer)
        stands = _joined(row.get_kind_display(), days(row.first_on, row.last_on), row.get_state_display())
        told = _joined(row.country.name, stands)
        yield Hit(str(row.pk), name_of_visit(row), page, told)


def other_visits(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    for row in rows:
        gone = _("does not take place") if row.withdrawn_at else ""
        told = _joined(row.country.name, days(row.first_on, row.last_on), row.purpose, gone)
        yield Hit(str(row.pk), row.agency, _visit_page("others/", row, viewer), told)


def observations(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """At the desk, or for the State that an observation is about; others read no page of it."""
    for row in rows:
        page = _between(row, "observations", viewer)
        context = _joined(row.get_kind_display(), row.reference, row.country.name, row.get_state_display())
        yield Hit(str(row.pk), _line(row.text), page, context)


def recommendations(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    for row in rows:
        page = _between(row, "recommendations", viewer)
        due = _("due on %(day)s") % {"day": _day(row.due_on)}
        yield Hit(str(row.pk), _line(row.text), page, _joined(row.get_state_display(), due, row.country.name))


def practices(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """Nothing of where it came from."""
    desk, shared = viewer.holds(Permission.READ_PROGRAMME), viewer.holds(Permission.READ_SHARED)
    for row in rows:
        released = shared and row.withdrawn_at is None
        page = f"/desk/practice/{row.pk}/" if desk else f"/partner/practice/{row.pk}/" if released else ""
        yield Hit(str(row.pk), row.title, page, ", ".join(row.elements))


def officers(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    held = of_officers([row.pk for row in rows], clock.today())
    for row in rows:
        now = held.get(row.pk, [])
        posts = ", ".join(sorted({line.place for line in now if line.place}))
        count = ngettext("%(n)s country", "%(n)s countries", len(now)) % {"n": len(now)}
        yield Hit(str(row.pk), row.name, f"/desk/portfolios/{row.pk}/", _joined(posts, count))


def posts(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    for row in rows:
        gone = _("no longer a post") if row.former else ""
        yield Hit(row.pk, row.name, f"/desk/coverage/?post={row.pk}", _joined(row.place, gone))


def hostings(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """Reciprocal visits, on the viewer’s own face."""
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    for row in rows:
        told = _joined(Truncator(row.aims).chars(LONGEST_LINE), row.get_state_display())
        yield Hit(str(row.pk), name_of_hosting(row), f"/{face}/hosting/{row.pk}/", told)


def self_assessments(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """The programme goes to the desk, a State or a facility to its own."""
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    for row in rows:
        told = _joined(row.occasion, row.get_state_display())
        yield Hit(str(row.pk), name_of_self_assessment(row), f"/{face}/self-assessments/{row.pk}/", told)


def cases(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """The programme alone reads cases."""
    for row in rows:
        told = _joined(row.country.name, row.get_effect_display(), row.get_state_display())
        yield Hit(str(row.pk), row.title, f"/desk/cases/{row.pk}/", told)


def offerings(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """The programme goes to the desk, a State to its own page, everybody else to the course."""
    for row in rows:
        told = _joined(row.place, _day(row.first_on), row.get_state_display())
        yield Hit(str(row.pk), row.title or title_of(row.course), _offering_page(row, viewer), told)


def training_requests(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """The programme goes to the desk, a State to its own."""
    face = "desk" if viewer.holds(Permission.READ_PROGRAMME) else "partner"
    for row in rows:
        told = _joined(row.country.name, row.get_state_display(), _line(row.aims))
        yield Hit(str(row.pk), title_of(row.course), f"/{face}/training/requests/{row.pk}/", told)


def experts(rows: Sequence[Any], viewer: Viewer) -> Iterable[Hit]:
    """The programme alone reads the roster."""
    for row in rows:
        yield Hit(str(row.pk), row.name, f"/desk/training/experts/{row.pk}/", row.organisation)


def _offering_page(row: Any, viewer: Viewer) -> str:
    if viewer.holds(Permission.READ_PROGRAMME):
        return f"/desk/training/offerings/{row.pk}/"
    if viewer.holds(Permission.READ_SHARED):
        return f"/partner/training/offerings/{row.pk}/"
    return f"/training/courses/{row.course}/"


def _country_page(code: str, viewer: Viewer) -> str:
    if viewer.holds(Permission.READ_PROGRAMME):
        return f"/desk/countries/{code}/"
    return _shared_country(code, viewer) or f"/advisory/countries/{code}/"


def _shared_country(code: str | None, viewer: Viewer) -> str:
    """The page of one's own State, on which what was shared of it stands."""
    states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    mine = code and viewer.holds(Permission.READ_SHARED) and (states is None or code in states)
    return f"/partner/country/?country={code}" if mine else ""


def _between(row: Any, kind: str, viewer: Viewer) -> str:
    """The page of what stands between the programme and a State."""
    if viewer.holds(Permission.READ_PROGRAMME):
        return f"/desk/{kind}/{row.pk}/"
    states = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    own = states is None or row.country_id in states
    return f"/partner/{kind}/{row.pk}/" if own and row.mark == "partner" and row.state != "withdrawn" else ""


def _line(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_LINE else line[: LONGEST_LINE - 1] + "…"


def _information_page(row: Any, viewer: Viewer) -> str:
    if viewer.holds(Permission.READ_PROGRAMME):
        return f"/desk/information/{row.pk}/"
    face = "/information/" if row.mark == "public" else "/partner/information/"
    return f"{face}{row.pk}/"


def _visit_page(below: str, row: Any, viewer: Viewer) -> str:
    """The desk’s page, or that of partners where it was shared with a State of theirs."""
    if viewer.holds(Permission.READ_PROGRAMME):
        return f"/desk/visits/{below}{row.pk}/"
    shared = row.mark == "partner" and viewer.holds(Permission.READ_SHARED)
    return f"/partner/visits/{below}{row.pk}/" if shared else ""


def _joined(*parts: Any) -> str:
    return BETWEEN.join(str(part) for part in parts if part)


def _day(on: date) -> str:
    return date_format(on, "j F Y")


SHOWN: dict[str, Shower] = {
    "country": countries,
    "facility": facilities,
    "person": people,
    "organisation": organisations,
    "interaction": interactions,
    "information": information,
    "visit": visits,
    "other_visit": other_visits,
    "observation": observations,
    "recommended": recommendations,
    "practice": practices,
    "hosting": hostings,
    "self_assess": self_assessments,
    "training": offerings,
    "train_ask": training_requests,
    "expert": experts,
    "case": cases,
    "officer": officers,
    "post": posts,
}
