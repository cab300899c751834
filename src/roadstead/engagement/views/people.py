"""People outside the programme at the officers’ desk: the list, and one of them."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.exporting import note_people_export
from roadstead.engagement.presenters import people_files, people_lists, person
from roadstead.engagement.queries.contacts import find_people, readable_people, with_parts
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.people_reading import above, one


@needs(Permission.READ_PROGRAMME)
@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Whom the programme knows, as far as this person may read it."""
    viewer = viewer_of(request)
    context = people_lists.context(request)
    context |= {"keeps": viewer.may(Permission.KEEP_CONTACTS), "crumbs": crumbs.desk(viewer)}
    return render(request, "engagement/people/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file, which is recorded."""
    if form not in people_files.FORMS:
        raise Http404(_("There is no such file."))
    viewer = viewer_of(request)
    found = list(with_parts(find_people(readable_people(viewer), people_lists.read(request.GET), viewer)))
    if request.method == "GET":
        note_people_export(form=form, people=found, by=viewer)
    return people_files.answer(request, found, form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def card(request: HttpRequest, pk: int) -> HttpResponse:
    """One person as a vCard, which is recorded."""
    contact = one(request, pk, way="export")
    if request.method == "GET":
        note_people_export(form="vcf", people=(), by=viewer_of(request), one=contact)
    return people_files.answer(request, [contact], "vcf", f"person-{pk}")


@needs(Permission.READ_PROGRAMME)
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """One person; an entry that was joined with another leads there."""
    viewer, contact = viewer_of(request), one(request, pk)
    if contact.merged_into_id is not None:
        return HttpResponseRedirect(reverse("engagement:person", args=[contact.merged_into_id]))
    context = person.detail(contact, viewer) | {"crumbs": above(viewer)}
    return render(request, "engagement/people/detail.html", context)
