"""Opening a case, changing it, dropping it; what it rests on."""

from uuid import uuid4

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.acting import FORM, Page
from roadstead.determinations.actions import gathering, opening
from roadstead.determinations.enums import Effect
from roadstead.determinations.forms.cases import ChangeForm, OpenForm, RevisionForm, SourceForm, WhyForm
from roadstead.determinations.models import Case
from roadstead.determinations.queries import sources
from roadstead.determinations.queries.cases import whole
from roadstead.determinations.source import Source
from roadstead.determinations.views.acting import above, acted, one, page_of
from roadstead.registry.queries.facilities import standing_for


@needs(Permission.OPEN_CASES)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Open a case; `?country=` begins it."""
    viewer = viewer_of(request)
    initial = {"uid": uuid4(), "country": request.GET.get("country", "")[:2]}
    form = OpenForm(request.POST if request.method == "POST" else None, initial=initial, viewer=viewer)
    page = Page(_("Open a case"), _("Open it"), reverse("determinations:list"), above())
    return acted(
        request,
        form,
        page,
        lambda said: opening.open_case(
            uid=said["uid"], country=said["country"], effect=Effect(said["effect"]), draft=form.draft, by=viewer
        ),
        lambda made: reverse("determinations:case", args=[made.pk]),
    )


@needs(Permission.OPEN_CASES)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said in a case."""
    viewer, record = viewer_of(request), one(request, pk)
    tiers = {one.facility_id: one.tier for one in whole(record).facilities}
    held = {one.pk: tiers[key] for key, one in standing_for(tiers, viewer).items()} if tiers else {}
    initial = {name: getattr(record, name) for name in ("revision", "title", "finding", "rests", "level")}
    initial |= {"port": record.port_id or "", "facilities": list(held), "tier": next(iter(held.values()), "excepted")}
    form = ChangeForm(request.POST if request.method == "POST" else None, initial=initial, viewer=viewer, case=record)
    page = page_of(record, _("Change the case"), _("Save"), explain=_("Signatures over what it was will end."))
    return acted(
        request,
        form,
        page,
        lambda said: opening.change_case(case=record, revision=said["revision"], draft=form.draft, by=viewer),
    )


@needs(Permission.OPEN_CASES)
@FORM
def drop(request: HttpRequest, pk: int) -> HttpResponse:
    """End a case that leads to no decision."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    page = page_of(record, _("Drop the case"), _("Drop it"), explain=_("It stays on record with its why."), warns=True)
    return acted(request, form, page, lambda said: opening.drop_case(case=record, by=viewer, **said))


@needs(Permission.OPEN_CASES)
@FORM
def give_source(request: HttpRequest, pk: int) -> HttpResponse:
    """Take something into a case that is no record of the programme."""
    viewer, record = viewer_of(request), one(request, pk)
    form = SourceForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    page = page_of(record, _("Add a source"), _("Take it into the case"))
    return acted(
        request,
        form,
        page,
        lambda said: gathering.take_source(case=record, revision=said["revision"], source=form.given, by=viewer),
    )


@needs(Permission.OPEN_CASES)
@require_safe
def offered(request: HttpRequest, pk: int) -> HttpResponse:
    """The observations and settled assessments of the country that are not in the case yet."""
    viewer, record = viewer_of(request), one(request, pk)
    held = whole(record)
    context = {"case": record, "offered": sources.offered(held, viewer), "crumbs": above(record)}
    context["assessments"] = sources.offered_assessments(held, viewer)
    return render(request, "determinations/offered.html", context)


@needs(Permission.OPEN_CASES)
@FORM
def take_observation(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Take an observation into a case, as it is now."""
    viewer, record = viewer_of(request), one(request, pk)
    found = sources.observation(whole(record), key, viewer)
    if found is None:
        raise Http404(_("There is no such observation of the country."))
    return _take(request, record, found)


@needs(Permission.OPEN_CASES)
@FORM
def take_assessment(request: HttpRequest, pk: int, key: int) -> HttpResponse:
    """Take a settled assessment of the country into a case."""
    viewer, record = viewer_of(request), one(request, pk)
    found = sources.assessment(whole(record), key, viewer)
    if found is None:
        raise Http404(_("There is no such settled assessment of the country."))
    return _take(request, record, found)


def _take(request: HttpRequest, record: Case, found: Source) -> HttpResponse:
    viewer = viewer_of(request)
    form = RevisionForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    page = page_of(record, found.title, _("Take it into the case"), explain=found.text)
    return acted(
        request,
        form,
        page,
        lambda said: gathering.take_source(case=record, revision=said["revision"], source=found, by=viewer),
        lambda _made: reverse("determinations:offered", args=[record.pk]),
    )


@needs(Permission.OPEN_CASES)
@FORM
def put_out(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a source out of a case."""
    viewer, record = viewer_of(request), one(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"revision": record.revision})
    heading = _("Take source %(number)s out") % {"number": number}
    page = page_of(record, heading, _("Take it out"), explain=_("It stays on record with its why."), warns=True)
    return acted(request, form, page, lambda said: gathering.put_out(case=record, number=number, by=viewer, **said))
