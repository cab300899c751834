"""The parts of a person: finding the place, adding one, ending one, removing what was a mistake."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.actions.positions import add_position, end_position, remove_position
from roadstead.engagement.forms.parts import EndForm, PartForm, ReasonForm
from roadstead.engagement.models import Contact, Position
from roadstead.engagement.presenters.people import part_shown
from roadstead.engagement.queries.positions import place_of, places_of, position_of
from roadstead.engagement.views.people_reading import FORM, done, one, page, tell
from roadstead.registry.queries.places import Place, find_places, place

LONGEST_SEARCH = 100


@needs(Permission.KEEP_CONTACTS)
@FORM
def add(request: HttpRequest, pk: int) -> HttpResponse:
    """Give a person a part: the place is found by words first, `?q=`, and chosen among what is found."""
    contact = one(request, pk)
    words = (request.POST or request.GET).get("q", "").replace("\0", "")[:LONGEST_SEARCH]
    places = _found(request, words, contact)
    form = PartForm(request.POST, places=places) if request.method == "POST" else PartForm(places=places)
    if request.method == "POST" and form.is_valid():
        try:
            add_position(contact=contact, part=form.part, by=viewer_of(request))
        except ContactError as error:
            tell(error, form)
        else:
            return done(request, contact, _("The part was written."))
    return page(request, "part", contact, form, words=words, places=places)


@needs(Permission.KEEP_CONTACTS)
@FORM
def end(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Say when a part ended."""
    contact = one(request, pk)
    row = _row(contact, number)
    form = EndForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            end_position(position=row, until=form.cleaned_data["until"], by=viewer_of(request))
        except ContactError as error:
            tell(error, form)
        else:
            return done(request, contact, _("The part was ended."))
    return page(request, "part_end", contact, form, part=_shown(request, row))


@needs(Permission.KEEP_CONTACTS)
@FORM
def remove(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Remove a part that was written by mistake, with a reason."""
    contact = one(request, pk)
    row = _row(contact, number)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            remove_position(position=row, why=form.cleaned_data["why"], by=viewer_of(request))
        except ContactError as error:
            tell(error, form)
        else:
            return done(request, contact, _("The part was removed."))
    return page(request, "part_remove", contact, form, part=_shown(request, row))


def _found(request: HttpRequest, words: str, contact: Contact) -> list[Place]:
    """What the words find, those of the person’s own country first; and what was chosen, whatever they find."""
    viewer = viewer_of(request)
    found = find_places(words, viewer, limit=15)
    found.sort(key=lambda each: each.country != (contact.country_id or ""))
    chosen = place(request.POST.get("place", ""), viewer) if request.method == "POST" else None
    return found if chosen is None or chosen in found else [chosen, *found]


def _row(contact: Contact, number: int) -> Position:
    row = position_of(contact, number)
    if row is None:
        raise Http404(_("There is no such part."))
    return row


def _shown(request: HttpRequest, row: Position) -> object:
    return part_shown(row, place_of(row, places_of([row], viewer_of(request))), clock.today())
