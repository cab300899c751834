"""Acts of the watch on an arrival: who has it, a note, a decision."""

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.arrivals.actions.assigning import assign as assign_to
from roadstead.arrivals.actions.deciding import Said
from roadstead.arrivals.actions.deciding import decide as decide_on
from roadstead.arrivals.actions.noting import write_note
from roadstead.arrivals.forms.acting import AssignForm, DecideForm, NoteForm
from roadstead.arrivals.presenters.acting import colleagues, proposed
from roadstead.arrivals.queries.acting import decisions, notes, proposal_of, seen_of
from roadstead.arrivals.views.acts import Words, act, find
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.choosing import offer

FORM = ["GET", "HEAD", "POST"]


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(FORM)
def assign(request: HttpRequest, pk: int) -> HttpResponse:
    """Take it, give it to a colleague, or give it back."""
    arrival, viewer = find(request, pk), viewer_of(request)
    had = arrival.assigned_to_id
    own = str(viewer.user_id) if had is None else ""
    form = AssignForm(request.POST or None, initial={"to": own, "had": had})
    offer(form, "to", colleagues(arrival, viewer))

    def do(told: dict[str, str]) -> object:
        to = int(told["to"]) if told["to"] else None
        had_then = int(told["had"]) if told["had"] is not None else None
        return assign_to(arrival=arrival, to=to, had=had_then, by=viewer)

    return act(request, arrival, form, do, Words("assign", _("Assign"), _("Assign"), _("It was assigned.")))


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(FORM)
def note(request: HttpRequest, pk: int) -> HttpResponse:
    """Write a word for the watch."""
    arrival, viewer = find(request, pk), viewer_of(request)

    def do(told: dict[str, str]) -> object:
        return write_note(arrival=arrival, text=told["text"], by=viewer)

    before = list(notes(arrival, viewer))
    form = NoteForm(request.POST or None)
    words = Words("note", _("Note"), _("Keep the note"), _("The note was kept."))
    return act(request, arrival, form, do, words, notes=before)


@needs(Permission.ACT_ON_ARRIVALS)
@require_http_methods(FORM)
def decide(request: HttpRequest, pk: int) -> HttpResponse:
    """Decide, with the proposal and its reason beside it."""
    arrival, viewer = find(request, pk), viewer_of(request)
    proposal = proposal_of(arrival)
    form = DecideForm(request.POST or None, initial={"kind": proposal.kind, "seen": seen_of(arrival)})

    def do(told: dict[str, object]) -> object:
        return decide_on(arrival=arrival, said=Said(**told), by=viewer)  # type: ignore[arg-type]  # names of the form

    shown = {"proposed": proposed(proposal), "decisions": list(decisions(arrival)), "seen": seen_of(arrival)}
    return act(
        request, arrival, form, do, Words("decide", _("Decide"), _("Decide"), _("The decision was kept.")), **shown
    )
