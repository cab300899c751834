"""Changes that partners propose: the list at the desk, one of them, and the answer."""

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.actions.facility_proposals import accept_proposal, return_proposal
from roadstead.registry.actions.keeping import RegisterError, keeps
from roadstead.registry.enums import RequestState
from roadstead.registry.forms.facility_proposals import AnswerForm
from roadstead.registry.presenters import facility_proposals as shown
from roadstead.registry.queries.facility_proposals import proposals
from roadstead.registry.views.facilities import below
from roadstead.registry.views.sending import FORM, tell

ROWS_A_PAGE = 25


@needs(Permission.READ_PROGRAMME)
@require_safe
def proposal_list(request: HttpRequest) -> HttpResponse:
    """The proposals, those that wait first; `?state=` another kind."""
    viewer, asked = viewer_of(request), request.GET.get("state", RequestState.OPEN.value)
    state = asked if asked in RequestState.values else ""
    page = Paginator(proposals(viewer, state=state), ROWS_A_PAGE).get_page(request.GET.get("page"))
    context = {"page": page, "lines": shown.lines(list(page), viewer), "state": state}
    context |= {"states": RequestState.choices, "crumbs": below(viewer)}
    return render(request, "registry/facilities/proposals.html", context)


@needs(Permission.READ_PROGRAMME)
@FORM
def proposal(request: HttpRequest, pk: int) -> HttpResponse:
    """One proposal beside how the entry stands; an officer of the country accepts it, or returns it with a word."""
    viewer = viewer_of(request)
    one = get_object_or_404(proposals(viewer), pk=pk)
    context = shown.detail(one, viewer)
    form = AnswerForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not keeps(viewer, context["facility"].country_id):
        raise Http404(_("Whoever keeps the register of the country answers this."))
    if request.method == "POST" and form.is_valid():
        accepts = request.POST.get("do") == "accept"
        try:
            act = accept_proposal if accepts else return_proposal
            act(proposal=one, word=form.cleaned_data["word"], by=viewer)
        except RegisterError as error:
            tell(error, form)
        else:
            messages.success(request, _("It was accepted.") if accepts else _("It was returned."))
            return HttpResponseRedirect(reverse("registry:desk_facility_proposals"))
    context |= {"form": form, "crumbs": [*below(viewer), (_("Proposals"), reverse("registry:desk_facility_proposals"))]}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, "registry/facilities/proposal.html", context, status=status)
