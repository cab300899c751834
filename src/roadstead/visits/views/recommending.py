"""Making a recommendation and changing it, for either side."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer
from roadstead.registry import queries as registry
from roadstead.registry.queries.facilities import facilities, own_facilities
from roadstead.visits.actions.recommending import change_recommendation, make_recommendation
from roadstead.visits.forms.observed import blank
from roadstead.visits.forms.recommended import RecommendationForm, as_recommended
from roadstead.visits.observed_enums import Side
from roadstead.visits.observed_shape import ObservedError, StaleError
from roadstead.visits.presenters.observed import cut, places
from roadstead.visits.queries.owners import owners
from roadstead.visits.views.observed_reading import (
    FORM,
    Crumbs,
    again,
    desk,
    done,
    form_page,
    observation_of,
    partner,
    recommendation_of,
    tell,
    visit_of,
)

DESK, PARTNER = "/desk/recommendations/", "/partner/recommendations/"
MOST_PLACES = 200


@needs(Permission.OBSERVE)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Recommend something to a host; `?visit=`, `?observation=` or `?country=` say what it is about."""
    viewer = viewer_of(request)
    seen = observation_of(request, key) if (key := _number(request, "observation")) else None
    trip = visit_of(request, key) if (key := _number(request, "visit")) else None
    country = seen.country_id if seen else trip.country_id if trip else ""
    about = {"observation": seen, "visit": trip}
    back = f"/desk/observations/{seen.pk}/" if seen else f"/desk/visits/{trip.pk}/observed/" if trip else DESK
    return _new(request, country, about, DESK, back, desk(viewer, (_("Recommendations"), DESK)))


@needs(Permission.RECOMMEND)
@FORM
def new_to_us(request: HttpRequest) -> HttpResponse:
    """Recommend something to the programme, as a host."""
    if viewer_of(request).holds(Permission.READ_PROGRAMME):
        raise Http404(_("The programme recommends at /desk/recommendations/new/."))
    return _new(request, "", {}, PARTNER, PARTNER, partner((_("Recommendations"), PARTNER)))


@needs(Permission.RECOMMEND)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what one's side recommended; where somebody was faster, nothing typed is lost."""
    viewer = viewer_of(request)
    at_desk = viewer.holds(Permission.READ_PROGRAMME)
    record = recommendation_of(request, pk, shared=not at_desk)
    back = f"{DESK if at_desk else PARTNER}{pk}/"
    above = desk(viewer, (cut(record.text), back)) if at_desk else partner((cut(record.text), back))
    sent = request.method == "POST"
    people = owners(record.country_id, Side(record.toward), viewer)
    data, begin = request.POST if sent else None, as_recommended(record, people)
    form = RecommendationForm(data, initial=begin, countries=[], places=[], people=people)
    said: dict[str, Any] = {"heading": _("Change the recommendation"), "back": back, "crumbs": above}
    if sent and form.is_valid():
        revision = form.cleaned_data["revision"] or 0
        try:
            change_recommendation(recommendation=record, revision=revision, recommended=form.recommended, by=viewer)
        except StaleError as error:
            again(form, error.current.revision)
            return form_page(request, form, stale=str(error), theirs=error.current.text, **said)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was changed."), back)
    return form_page(request, form, **said)


def _new(
    request: HttpRequest, country: str, about: dict[str, Any], page: str, back: str, crumbs: Crumbs
) -> HttpResponse:
    viewer, sent = viewer_of(request), request.method == "POST"
    own, mine = _countries(viewer), _own(viewer)
    asked = request.GET.get("country", "").upper()[:2]
    country = country or (own[0][0] if len(own) == 1 else asked if asked in dict(own) else "")
    country = country or (mine[0].country_id if mine else "")
    near = mine or (facilities(viewer).filter(country=country).order_by("name")[:MOST_PLACES] if country else [])
    toward = Side.HOST if page == DESK else Side.PROGRAMME
    chosen: dict[str, Any] = {"countries": [] if country else own, "places": places(near)}
    chosen["people"] = owners(country, toward, viewer) if country else []
    begin = blank() | {"country": asked, "facility": mine[0].pk if len(mine) == 1 else None}
    form = RecommendationForm(request.POST if sent else None, initial=begin, **chosen)
    if sent and form.is_valid():
        said = form.cleaned_data
        uid, facility = said["uid"] or blank()["uid"], said.get("facility")
        where = country or said.get("country") or ""
        try:
            if not where:
                raise ObservedError(_("Choose a country."), "country")
            made = make_recommendation(
                uid=uid, country=where, recommended=form.recommended, facility=facility, by=viewer, **about
            )
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was recommended."), f"{page}{made.pk}/")
    heading = _("Recommend something to the host") if page == DESK else _("Recommend something to the programme")
    return form_page(request, form, heading=heading, crumbs=crumbs, back=back, button=_("Recommend"))


def _countries(viewer: Viewer) -> list[tuple[str, str]]:
    """The countries for which somebody may recommend."""
    reach = viewer.reach(Permission.RECOMMEND, ScopeKind.COUNTRY)
    return [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]


def _own(viewer: Viewer) -> list[Any]:
    """The facilities for which somebody recommends as their officer; empty for who speaks for a State."""
    if viewer.reach(Permission.RECOMMEND, ScopeKind.COUNTRY) or not viewer.reach(
        Permission.RECOMMEND, ScopeKind.FACILITY
    ):
        return []
    return list(own_facilities(viewer).order_by("name", "pk")[:MOST_PLACES])


def _number(request: HttpRequest, name: str) -> int:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 19 else 0
