"""Putting on the agenda of a visit what earlier ones left open."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.visits.actions.agenda_items import propose_item
from roadstead.visits.actions.agenda_shape import ItemText
from roadstead.visits.agenda_enums import Block
from roadstead.visits.forms.carrying import CarryForm
from roadstead.visits.presenters.carried import carried, uid_of
from roadstead.visits.queries.agenda import agenda_of, agreements_of
from roadstead.visits.views.acting import FORM, acted
from roadstead.visits.views.reading import one
from roadstead.visits.views.writing import page_of


@needs(Permission.PLAN_VISITS)
@FORM
def carry(request: HttpRequest, pk: int, kind: str, number: int) -> HttpResponse:
    """Put one open thing on the agenda, in words that the host may read."""
    viewer, record = viewer_of(request), one(request, pk)
    found = carried(record.country_id, viewer, record)
    held = next((each for each in found if (each.kind, each.number) == (kind, number)), None)
    agenda = agenda_of(record)
    if held is None or agenda is None:
        raise Http404(_("It is not open any more, or the agenda was not begun."))
    parts = Block.choices_of(record.kind)
    block = held.block if held.block in dict(parts) else parts[0][0]
    initial = {"block": block, "purpose": held.text[:1_000] if held.shared else ""}
    form = CarryForm(request.POST if request.method == "POST" else None, initial=initial)
    form.fields["block"].choices = parts  # type: ignore[attr-defined]
    if not agreements_of(agenda):
        del form.fields["reopen"]
    explain = _("The host reads the agenda. It was shared with the host: its words stand below.")
    if not held.shared:
        explain = _(
            "The host reads the agenda, and this was not shared with it. Say it in words that the host may read."
        )
    page = page_of(record, viewer, _("On the agenda: %(what)s") % {"what": held.word}, _("Put it on"), explain=explain)
    return acted(
        request,
        form,
        page,
        lambda said: propose_item(
            visit=record,
            uid=uid_of(record, held.kind, held.number),
            text=ItemText(said["block"], said["purpose"], prepare=said["prepare"], zone=agenda.zone),
            reopen=bool(said.get("reopen")),
            by=viewer,
        ),
        beside="visits/parts/carried_one.html",
        more={"held": held},
    )
