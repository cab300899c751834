"""A partner's own facilities: its State's, or the one whose security officer it is; and what it proposes."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.facility_proposals import may_propose, propose_change, withdraw_proposal
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.forms.facilities import as_it_stands
from roadstead.registry.forms.facility_proposals import ProposalForm
from roadstead.registry.models import Facility
from roadstead.registry.presenters import facilities, facility
from roadstead.registry.presenters import facility_proposals as shown
from roadstead.registry.queries import facilities as queries
from roadstead.registry.queries.facility_proposals import proposals
from roadstead.registry.views.crumbs import Crumbs
from roadstead.registry.views.reading import one_of
from roadstead.registry.views.sending import FORM, tell

PAGE = "/partner/facilities/"
READERS = (Permission.READ_SHARED, Permission.READ_OWN_FACILITY)
ROWS_A_PAGE = 25


@needs(*READERS)
@require_safe
def facility_list(request: HttpRequest) -> HttpResponse:
    """One's own facilities, as the programme has them."""
    viewer = viewer_of(request)
    context = facilities.context(request, queries.own_facilities(viewer)) | {"crumbs": _crumbs()}
    context["may_propose"] = viewer.holds(Permission.PROPOSE_FACILITY)
    return render(request, "registry/facilities/partner_list.html", context)


@needs(*READERS)
@require_safe
def facility_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return facilities.answer(request, queries.own_facilities(viewer_of(request)), form, PAGE)


@needs(*READERS)
@require_safe
def facility_page(request: HttpRequest, pk: int) -> HttpResponse:
    """One's own facility as the programme has it, with what was proposed and waits."""
    viewer = viewer_of(request)
    kept = queries.kept_instead(pk, viewer)
    if kept is not None:
        return HttpResponseRedirect(reverse("registry:partner_facility", args=[kept]))
    context = facility.partner_detail(_one(request, pk), viewer) | {"crumbs": _crumbs(_list())}
    return render(request, "registry/facilities/partner_detail.html", context)


@needs(Permission.PROPOSE_FACILITY)
@FORM
def propose(request: HttpRequest, pk: int) -> HttpResponse:
    """Propose that the register say otherwise."""
    viewer, record = viewer_of(request), _one(request, pk)
    if not may_propose(record, viewer):
        raise PermissionDenied(Permission.PROPOSE_FACILITY.meaning)
    given: dict[str, Any] = {"viewer": viewer, "country": record.country_id}
    sent = request.method == "POST"
    form = ProposalForm(request.POST, **given) if sent else ProposalForm(initial=as_it_stands(record), **given)
    if sent and form.is_valid():
        word = form.cleaned_data["word"]
        try:
            made = propose_change(facility=record, said=form.said, word=word, by=viewer)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It was proposed. An officer of the programme answers it; you are told."))
            return HttpResponseRedirect(reverse("registry:partner_facility_proposal", args=[made.pk]))
    above = _crumbs(_list(), (record.name, reverse("registry:partner_facility", args=[record.pk])))
    context = {"form": form, "record": record, "crumbs": above}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "registry/facilities/propose.html", context, status=status)


@needs(*READERS)
@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """What was proposed about one's own facilities, and what became of it."""
    viewer = viewer_of(request)
    page = Paginator(proposals(viewer), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": shown.lines(list(page), viewer), "crumbs": _crumbs(_list())}
    return render(request, "registry/facilities/partner_proposals.html", context)


@needs(*READERS)
@FORM
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal; who made it may take it back until it is answered."""
    viewer = viewer_of(request)
    one = get_object_or_404(proposals(viewer), pk=pk)
    if request.method == "POST":
        try:
            withdraw_proposal(proposal=one, by=viewer)
        except RegisterError as error:
            messages.warning(request, str(error))
        else:
            messages.success(request, _("It was taken back."))
        return HttpResponseRedirect(reverse("registry:partner_facility_proposal", args=[one.pk]))
    above = _crumbs(_list(), (_("Proposals"), reverse("registry:partner_facility_proposals")))
    return render(request, "registry/facilities/partner_proposal.html", shown.detail(one, viewer) | {"crumbs": above})


def _one(request: HttpRequest, pk: int) -> Facility:
    return one_of(request, queries.with_names(queries.own_facilities(viewer_of(request))), pk)


def _list() -> tuple[str, str]:
    return _("Our facilities"), reverse("registry:partner_facilities")


def _crumbs(*below: tuple[str, str]) -> Crumbs:
    return [(_("Partners"), "/partner/"), *below]
