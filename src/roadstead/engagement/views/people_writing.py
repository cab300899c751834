"""Writing people and changing them; entries that may be the same person are shown before anything is saved."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.contact_shape import ContactError, StaleContactError
from roadstead.engagement.actions.contacts import change_contact, retire_contact, write_contact
from roadstead.engagement.forms.contacts import ContactForm, as_it_stands
from roadstead.engagement.models import Contact
from roadstead.engagement.queries.contacts import person
from roadstead.engagement.queries.duplicates import Alike, alike
from roadstead.engagement.views.people_reading import FORM, done, one, page, tell


@needs(Permission.KEEP_CONTACTS)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write a person."""
    if request.method != "POST":
        return _form(request, ContactForm())
    form = ContactForm(request.POST)
    if not form.is_valid() or form.draft is None:
        return _form(request, form)
    found = _unseen(form, alike(form.draft, viewer_of(request)))
    if found:
        return _form(request, form, alike=found, status=409)
    made = write_contact(draft=form.draft, by=viewer_of(request))
    return done(request, made, _("The person was written. Say now which part the person has, and where."))


@needs(Permission.KEEP_CONTACTS)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change an entry; where somebody else was faster, both are shown and nothing is lost."""
    viewer, contact = viewer_of(request), one(request, pk)
    if request.method != "POST":
        return _form(request, ContactForm(initial=as_it_stands(contact)), contact)
    form = ContactForm(request.POST)
    if not form.is_valid() or form.draft is None:
        return _form(request, form, contact)
    found = _unseen(form, alike(form.draft, viewer, besides=contact.pk))
    if found:
        return _form(request, form, contact, alike=found, status=409)
    revision = form.cleaned_data["revision"] or 0
    try:
        change_contact(contact=contact, revision=revision, draft=form.draft, by=viewer)
    except StaleContactError as error:
        return _stale(request, form, error)
    except ContactError as error:
        tell(error, form)
        return _form(request, form, contact)
    return done(request, contact, _("The entry was changed."))


@needs(Permission.KEEP_CONTACTS)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Keep in touch no longer, or again (`again=1`)."""
    contact, again = one(request, pk), bool(request.POST.get("again"))
    try:
        retire_contact(contact=contact, retired=not again, by=viewer_of(request))
    except ContactError as error:
        return done(request, contact, str(error))
    return done(request, contact, _("Kept in touch with again.") if again else _("The person was retired."))


def _unseen(form: ContactForm, found: list[Alike]) -> list[Alike]:
    """The entries alike, unless whoever writes has seen these very ones and goes on."""
    keys = ",".join(str(each.contact.pk) for each in found)
    seen = form.cleaned_data["anyway"]
    if not keys or seen == keys:
        return []
    form.data = {**form.data.dict(), "anyway": keys}  # type: ignore[attr-defined]
    return found


def _stale(request: HttpRequest, form: ContactForm, error: StaleContactError) -> HttpResponse:
    """The page once more: what was typed, beside what the other wrote; sending it again is a decision."""
    form.data = {**form.data.dict(), "revision": str(error.current.revision)}  # type: ignore[attr-defined]
    theirs = person(error.current.pk, viewer_of(request))
    shown = as_it_stands(theirs) if theirs else {}
    labels = [(form.fields[name].label, value) for name, value in shown.items() if name in form.fields and value]
    return _form(request, form, error.current, theirs=labels[1:], stale=str(error), status=409)


def _form(request: HttpRequest, form: ContactForm, contact: Contact | None = None, **more: Any) -> HttpResponse:
    back = reverse("engagement:person", args=[contact.pk]) if contact else reverse("engagement:people")
    said = {"alike": [], "theirs": [], "stale": "", "back": back} | more
    return page(request, "form", contact, form, **said)
