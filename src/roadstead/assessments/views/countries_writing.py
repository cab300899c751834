"""Writing the assessment of a country: begun, its sources, its statements, from draft to settled."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.assessments.actions import assessing, settling, sourcing, stating
from roadstead.assessments.country_enums import Confidence, Judgement, SourceKind
from roadstead.assessments.forms import countries as forms
from roadstead.assessments.presenters import countries as presenter
from roadstead.assessments.queries.gathering import offered
from roadstead.assessments.taking import Taken
from roadstead.assessments.views.acting import Page, acted
from roadstead.assessments.views.countries_reading import DESK, above, assessment_of
from roadstead.assessments.views.reading import FORM, stepped
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission

ASSESS = Permission.ASSESS_COUNTRIES
EITHER = (Permission.ASSESS_COUNTRIES, Permission.SETTLE_ASSESSMENTS)


@needs(ASSESS)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Begin one; `?country=` chooses it."""
    viewer, initial = viewer_of(request), {"country": request.GET.get("country", "")[:2]}
    form = forms.BeginCountryForm(_sent(request), initial=initial, viewer=viewer)
    page = Page(_("Assess a country"), _("Begin"), DESK, above())
    made: list[Any] = []
    answer = acted(request, form, page, lambda said: made.append(assessing.begin_assessment(by=viewer, **said)))
    return HttpResponseRedirect(f"{DESK}{made[0].pk}/") if made else answer


@needs(ASSESS)
@FORM
def gather(request: HttpRequest, pk: int) -> HttpResponse:
    """Take records of the programme as sources, as they are now."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    found = offered(held.country_id, viewer)
    form = forms.GatherForm(_sent(request), offered=found)
    more = {"rows": presenter.offered_rows(held, found, form), "record": held}
    heading, template = _("Take records as sources"), "assessments/country/gather.html"
    page = Page(heading, _("Take them"), f"{DESK}{pk}/", above(held), more=more, template=template)
    return acted(
        request,
        form,
        page,
        lambda said: sourcing.take_records(
            assessment=held,
            references=said["references"],
            confidence=Confidence(said["confidence"]),
            until=said["until"],
            by=viewer,
        ),
    )


@needs(ASSESS)
@FORM
def source(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a source that is no record of the programme."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    data = (request.POST, request.FILES) if request.method == "POST" else (None, None)
    form = forms.SourceForm(*data, elements=presenter.element_choices(held))
    explain = _("Each source has its kind, its day, how much it is trusted, and until when it supports anything.")
    page = Page(_("Write a source"), _("Save"), f"{DESK}{pk}/", above(held), explain)
    return acted(
        request,
        form,
        page,
        lambda said: sourcing.write_source(
            assessment=held,
            source=Taken(
                kind=SourceKind(said["kind"]),
                title=said["title"],
                text=said["text"],
                origin=said["origin"],
                dated=said["dated"],
                says=dict.fromkeys(said["elements"], said["says"]),
            ),
            confidence=Confidence(said["confidence"]),
            until=said["until"],
            upload=said["file"],
            by=viewer,
        ),
    )


@needs(ASSESS)
@FORM
def put_out(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take a source out."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    heading = _("Take source %(number)s out") % {"number": number}
    page = Page(heading, _("Take it out"), f"{DESK}{pk}/", above(held), _("It stays on record with its why."), True)
    form = forms.WhyForm(_sent(request))
    perform = sourcing.put_out
    return acted(request, form, page, lambda said: perform(assessment=held, number=number, by=viewer, **said))


@needs(ASSESS)
@FORM
def state(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """State what an element or criterion is, beside what the records suggest."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    more = presenter.element(held, code, viewer)
    if more is None:
        raise Http404(_("There is no such element or criterion in this assessment."))
    form = forms.StateForm(_sent(request), initial=presenter.initial(more["line"]))
    heading = _("State: %(code)s") % {"code": code}
    back = f"{DESK}{pk}/#{code}"
    page = Page(heading, _("State it"), back, above(held), more=more, template="assessments/country/state.html")
    return acted(
        request,
        form,
        page,
        lambda said: stating.state(
            assessment=held, element=code, by=viewer, **(said | {"says": Judgement(said["says"])})
        ),
    )


@needs(ASSESS)
@require_POST
def state_unknown(request: HttpRequest, pk: int) -> HttpResponse:
    """State “not known” of all of which nothing speaks."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    said = _("Stated: what nothing speaks of is not known, with what is missing.")
    return stepped(request, lambda: stating.state_unknown(assessment=held, by=viewer), said, f"{DESK}{pk}/")


@needs(ASSESS)
@FORM
def confidence(request: HttpRequest, pk: int) -> HttpResponse:
    """Say how sure one is, and what that rests on."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    initial = {"confidence": held.confidence, "why": held.confidence_why}
    explain = presenter.basis_of(held, viewer).sentence
    page = Page(_("Confidence"), _("Save"), f"{DESK}{pk}/", above(held), explain)
    return acted(
        request,
        forms.ConfidenceForm(_sent(request), initial=initial),
        page,
        lambda said: stating.say_confidence(
            assessment=held, confidence=Confidence(said["confidence"]), why=said["why"], by=viewer
        ),
    )


@needs(*EITHER)
@FORM
def step(request: HttpRequest, pk: int, what: str) -> HttpResponse:
    """Put it up, settle it, return it, or drop it."""
    viewer, held = viewer_of(request), assessment_of(request, pk)
    steps: dict[str, tuple[str, str, Any]] = {
        "put-up": (_("Put it up"), _("A second person settles it, or returns it."), settling.put_up),
        "settle": (_("Settle it"), _("From then on nothing of it changes."), settling.settle),
        "return": (_("Return it"), _("It becomes a draft again."), settling.give_back),
        "drop": (
            _("Drop it"),
            _("It ends without a result, and stays on record with its why."),
            assessing.drop_assessment,
        ),
    }
    if what not in steps:
        raise Http404(_("There is no such step."))
    heading, explain, perform = steps[what]
    kind = forms.RevisionForm if what in ("put-up", "settle") else forms.WhyForm
    form = kind(_sent(request), initial={"revision": held.revision})
    page = Page(heading, heading, f"{DESK}{pk}/", above(held), explain, what == "drop")
    return acted(request, form, page, lambda said: perform(assessment=held, by=viewer, **said))


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None
