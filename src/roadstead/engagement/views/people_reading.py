"""What the pages about one person have in common."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.actions.reading import note_reading
from roadstead.engagement.models import Contact
from roadstead.engagement.presenters.people import name_of_person
from roadstead.engagement.queries.contacts import person
from roadstead.engagement.views import crumbs

FORM = require_http_methods(["GET", "HEAD", "POST"])


def one(request: HttpRequest, pk: int, *, way: str = "page") -> Contact:
    """A person whom whoever asks may read; reading a restricted entry is recorded.

    Raises Http404 for what may not be read, by the same query as for what does not exist.
    """
    found = person(pk, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such person, or the entry is not open to you."))
    if request.method == "GET" and found.mark == Mark.RESTRICTED:
        note_reading(information=found, way=way, by=viewer_of(request))
    return found


def above(viewer: Viewer, contact: Contact | None = None) -> list[tuple[str, str]]:
    """Above a page below the list, or below a person."""
    found = [*crumbs.desk(viewer), (_("People"), reverse("engagement:people"))]
    if contact is not None:
        found.append((name_of_person(contact), reverse("engagement:person", args=[contact.pk])))
    return found


def page(request: HttpRequest, template: str, contact: Contact | None, form: Any, **more: Any) -> HttpResponse:
    """A page with a form; 422 where what was typed is wrong."""
    viewer = viewer_of(request)
    status = more.pop("status", 0) or (422 if form is not None and form.is_bound and form.errors else 200)
    context = {"form": form, "record": contact, "name": name_of_person(contact) if contact else ""}
    context |= {"crumbs": above(viewer, contact)} | more
    return render(request, f"engagement/people/{template}.html", context, status=status)


def done(request: HttpRequest, contact: Contact, words: str) -> HttpResponse:
    """Back to the person, with a word."""
    messages.success(request, words)
    return HttpResponseRedirect(reverse("engagement:person", args=[contact.pk]))


def tell(error: ContactError, form: Form) -> None:
    """Put what an action refused beside the field that it names."""
    form.add_error(error.field if error.field in form.fields else None, str(error))
