"""A certificate as a document, for the authority whose delegate it is, and for who runs training."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.training.models import Offering
from roadstead.training.presenters import paper
from roadstead.training.queries import offerings as queries
from roadstead.training.views.reading import offering_of, told_offering_of


@needs(Permission.KEEP_TRAINING)
@require_safe
def at_desk(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The certificate of a delegate, as PDF."""
    return _paper(request, offering_of(request, pk), number)


@needs(Permission.NOMINATE_FOR_TRAINING)
@require_safe
def for_partner(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """The certificate of one's own delegate, as PDF."""
    return _paper(request, told_offering_of(request, pk), number)


def _paper(request: HttpRequest, held: Offering, number: int) -> HttpResponse:
    one: Any = queries.nomination_of(held.pk, number, viewer_of(request))
    given = queries.certificates_of([one]).get(one.pk) if one is not None else None
    if given is None or given.revoked_on is not None or not given.name:
        raise Http404(_("There is no certificate that is good."))
    at = request.build_absolute_uri(reverse("training:certificate"))
    made = paper.make(paper.content(given, held, one.country.name, f"{at}?code={given.code}"))
    response = HttpResponse(made, content_type="application/pdf")
    response["Content-Disposition"] = f'attachment; filename="certificate-{given.pk}.pdf"'
    return response
