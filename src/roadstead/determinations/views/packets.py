"""The frozen evidence of a case: its page, JSON and paper, for each recipient."""

import json

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.determinations.enums import Recipient
from roadstead.determinations.models import Packet
from roadstead.determinations.packet.proof import filed, problems
from roadstead.determinations.presenters import packet as presenter
from roadstead.determinations.queries import packets as queries
from roadstead.determinations.views.acting import above, one


@needs(Permission.READ_PROGRAMME)
@require_safe
def packet(request: HttpRequest, pk: int, number: int, recipient: str) -> HttpResponse:
    """One edition of a packet, with whether it still is what its digest says."""
    record = one(request, pk)
    found = _packet(request, pk, number, recipient)
    context = {
        "case": record,
        "heading": _("Evidence packet %(number)s") % {"number": number},
        "packet": found,
        "content": found.content,
        "recipients": Recipient.choices,
        "decision": presenter.decision(found.content),
        "sections": presenter.sections(found.content),
        "left_out": presenter.left_out(found.content),
        "problems": problems(filed(found.content, found.digest)),
        "viewer": viewer_of(request),
        "crumbs": above(record),
    }
    return render(request, "determinations/packet.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def packet_json(request: HttpRequest, pk: int, number: int, recipient: str) -> HttpResponse:
    """The same as JSON, which `roadstead packet verify` proves."""
    found = _packet(request, pk, number, recipient)
    text = json.dumps(filed(found.content, found.digest), ensure_ascii=False, indent=1)
    return _file(found, text.encode(), "application/json", "json")


@needs(Permission.READ_PROGRAMME)
@require_safe
def packet_pdf(request: HttpRequest, pk: int, number: int, recipient: str) -> HttpResponse:
    """The same on paper."""
    from roadstead.determinations.presenters import packet_paper

    found = _packet(request, pk, number, recipient)
    return _file(found, packet_paper.make(found.content, found.digest), "application/pdf", "pdf")


def _packet(request: HttpRequest, pk: int, number: int, recipient: str) -> Packet:
    """Raises Http404 where the case may not be read, or has no such packet."""
    found = queries.packet(one(request, pk), number, recipient)
    if found is None:
        raise Http404(_("There is no such packet."))
    return found


def _file(found: Packet, body: bytes, kind: str, ending: str) -> HttpResponse:
    name = f"case-{found.case_id}-packet-{found.number}-{found.recipient}.{ending}"
    headers = {"Content-Disposition": f'attachment; filename="{name}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(body, content_type=kind, headers=headers)
