"""What remains of a visit: feedback, take-aways, best practice, certificates."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.hosting.actions.after import Said, give_feedback, take_away
from roadstead.hosting.actions.certifying import issue_certificates
from roadstead.hosting.enums import Side
from roadstead.hosting.forms.after import FeedbackForm, PracticeForm, TakeAwayForm
from roadstead.hosting.models import HostingRequest
from roadstead.hosting.presenters import certificate as paper
from roadstead.hosting.queries.arrangements import certificates_of
from roadstead.hosting.queries.requests import delegates_of
from roadstead.hosting.views.acting import FORM, Page, acted, sent, stepped
from roadstead.hosting.views.reading import DESK, above, nothing, request_of
from roadstead.visits.actions.practising import Practice, write_practice

HOST = Permission.HOST_VISITS


@needs(HOST)
@FORM
def feedback(request: HttpRequest, pk: int, side: str) -> HttpResponse:
    """Write what one side says."""
    held = request_of(request, pk)
    if side not in Side.values:
        raise nothing()
    page = Page(_("Feedback of %(side)s") % {"side": Side(side).label}, _("Save"), f"{DESK}{pk}/#after", above(held))
    return said_by(request, held, Side(side), page)


@needs(HOST)
@FORM
def taken(request: HttpRequest, pk: int) -> HttpResponse:
    """Write what one side will do."""
    viewer, held = viewer_of(request), request_of(request, pk)
    form = TakeAwayForm(sent(request))
    explain = _(
        "It stands open with the country until it is kept, and is offered for the agenda of the next visit there."
    )
    page = Page(_("A take-away"), _("Save"), f"{DESK}{pk}/#after", above(held), explain)
    return acted(
        request,
        form,
        page,
        lambda said: take_away(request=held, **(said | {"side": Side(said["side"])}), by=viewer),
    )


@needs(Permission.KEEP_BEST_PRACTICE)
@FORM
def practice(request: HttpRequest, pk: int) -> HttpResponse:
    """Write down a best practice that was seen; it is released as any other."""
    viewer, held = viewer_of(request), request_of(request, pk)
    origins = [("US", _("United States")), (held.country_id, held.country.name)]
    form = PracticeForm(sent(request), origins=origins)
    explain = _(
        "It stays with the programme until its host has agreed, and it is released without naming where it came from."
    )
    page = Page(_("Best practice"), _("Write it down"), f"{DESK}{pk}/#after", above(held), explain)

    def perform(said: Any) -> str:
        given = Practice(said["title"], said["text"], said["elements"], said["origin"])
        return f"/desk/practice/{write_practice(uid=said['uid'], practice=given, by=viewer).pk}/"

    return acted(request, form, page, perform)


@needs(HOST)
@require_POST
def certify(request: HttpRequest, pk: int) -> HttpResponse:
    """Issue certificates for those of the delegation who have none."""
    viewer, held = viewer_of(request), request_of(request, pk)
    done = _("Certificates were issued.")
    return stepped(request, lambda: issue_certificates(request=held, by=viewer), done, f"{DESK}{pk}/#after")


@needs(HOST)
@require_safe
def certificate(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One certificate as PDF."""
    return certificate_file(request, request_of(request, pk), number)


def certificate_file(request: HttpRequest, held: HostingRequest, number: int) -> HttpResponse:
    """The certificate of a delegate, for either side."""
    viewer = viewer_of(request)
    person = next((one for one in delegates_of(held, viewer) if one.pk == number), None)
    issued = certificates_of(held, viewer).get(number)
    if person is None or issued is None:
        raise nothing()
    answer = HttpResponse(paper.make(held, person, issued, request), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="certificate-{issued.code}.pdf"'
    return answer


def said_by(request: HttpRequest, held: HostingRequest, side: Side, page: Page) -> HttpResponse:
    """The page on which one side says what helped."""
    viewer, form = viewer_of(request), FeedbackForm(sent(request))

    def perform(typed: Any) -> None:
        said = Said(typed["helped"], typed["otherwise"], typed["name"])
        give_feedback(request=held, uid=typed["uid"], side=side, said=said, by=viewer)

    return acted(request, form, page, perform)
