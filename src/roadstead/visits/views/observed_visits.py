"""What was seen on one visit: its page, a new observation, and the review of what earlier visits left open."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions.observing import write_observation
from roadstead.visits.actions.reviewing import review_recommendation
from roadstead.visits.forms.observed import ObservationForm, blank
from roadstead.visits.forms.recommended import ReviewForm
from roadstead.visits.observed_enums import Found
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.presenters import observed_part
from roadstead.visits.presenters.observed import cut, places
from roadstead.visits.queries import kit, recommended
from roadstead.visits.views.observed_reading import FORM, below_visit, done, form_page, tell, visit_of


@needs(Permission.READ_PROGRAMME)
@require_safe
def seen(request: HttpRequest, pk: int) -> HttpResponse:
    """What was observed and recommended on a visit, and what became of what earlier ones left open."""
    viewer, trip = viewer_of(request), visit_of(request, pk)
    context = {"seen": observed_part.part(trip, viewer), "crumbs": below_visit(viewer, trip)}
    return render(request, "visits/observed/visit.html", context)


@needs(Permission.OBSERVE)
@FORM
def observe(request: HttpRequest, pk: int) -> HttpResponse:
    """Write an observation of a visit. The same form sent twice writes once; `?kind=` and `?note=` begin it."""
    viewer, trip, sent = viewer_of(request), visit_of(request, pk), request.method == "POST"
    begin = blank() | {name: request.GET.get(name, "") for name in ("kind", "element", "facility")}
    if (note := kit.note_of(request.GET.get("note", ""), trip, viewer)) is not None:
        begin |= {"text": note.text, "remark": note.remark, "element": note.element, "facility": note.facility_id}
    near = places(kit.facilities_of(trip, viewer))
    form = ObservationForm(request.POST if sent else None, initial=begin, places=near)
    back = f"/desk/visits/{trip.pk}/observed/"
    if sent and form.is_valid():
        uid = form.cleaned_data["uid"] or begin["uid"]
        try:
            write_observation(uid=uid, visit=trip, observed=form.observed, by=viewer)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was written. Only the programme sees it, until it is shared."), back)
    above = below_visit(viewer, trip, (_("What was seen"), back))
    return form_page(request, form, heading=_("Write an observation"), crumbs=above, back=back)


@needs(Permission.OBSERVE)
@FORM
def review(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say what became of a recommendation that earlier visits left open."""
    viewer, trip, sent = viewer_of(request), visit_of(request, pk), request.method == "POST"
    left = recommended.recommendations(viewer).filter(country=trip.country_id, pk=number).first()
    if left is None:
        raise Http404(_("There is no such recommendation."))
    before = recommended.reviews_of(trip, viewer).get(number)
    names = ("found", "before", "after")
    begin = {name: getattr(before, name) for name in names} if before else {"before": left.before, "after": left.after}
    form = ReviewForm(request.POST if sent else None, initial=begin)
    back = f"/desk/visits/{trip.pk}/observed/"
    if sent and form.is_valid():
        said = form.cleaned_data
        found = Found(said.pop("found"))
        try:
            review_recommendation(visit=trip, recommendation=left, found=found, by=viewer, **said)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was noted."), back)
    heading = _("What became of: %(text)s") % {"text": cut(left.text)}
    above = below_visit(viewer, trip, (_("What was seen"), back))
    return form_page(request, form, heading=heading, crumbs=above, back=back)
