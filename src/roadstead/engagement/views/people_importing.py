"""Address books in: the file, what would become of each entry, and the word that takes them over."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.sheets import csv_answer
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.actions.importing import confirm_import, discard_import, read_contacts
from roadstead.engagement.addressbook.csvfile import HEADINGS
from roadstead.engagement.addressbook.draft import FileError
from roadstead.engagement.forms.parts import ImportForm
from roadstead.engagement.models import ContactImport
from roadstead.engagement.presenters.people_imports import counts_in_words, row_lines, rows_of
from roadstead.engagement.queries.mergers import contact_import
from roadstead.engagement.views.people_reading import FORM, above, page
from roadstead.registry.enums import ImportState, RowOutcome

ROWS_A_PAGE = 50


@needs(Permission.KEEP_CONTACTS)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Choose a file; it is read and shown, and nothing of it lands yet."""
    form = ImportForm(request.POST, request.FILES) if request.method == "POST" else ImportForm()
    if request.method == "POST" and form.is_valid():
        upload, source = form.cleaned_data["file"], form.cleaned_data["source"]
        try:
            content = upload.read()
            made = read_contacts(file_name=upload.name, content=content, source=source, by=viewer_of(request))
        except FileError as error:
            form.add_error("file", str(error))
        except ContactError as error:
            form.add_error(error.field, str(error))
        else:
            return HttpResponseRedirect(reverse("engagement:people_import", args=[made.pk]))
    return page(request, "import", None, form, columns=HEADINGS.items())


@needs(Permission.KEEP_CONTACTS)
@require_safe
def detail(request: HttpRequest, pk: int) -> HttpResponse:
    """What became, or would become, of each entry; `?outcome=` shows one sort of them."""
    made, viewer = _mine(request, pk), viewer_of(request)
    outcome = request.GET.get("outcome", "")
    rows = rows_of(made, outcome if outcome in RowOutcome.values else "")
    found = Paginator(rows, ROWS_A_PAGE).get_page(request.GET.get("page"))
    counts = made.counts
    context = {
        "made": made,
        "waiting": made.state == ImportState.PREVIEW,
        "good": counts.get(RowOutcome.NEW, 0) + counts.get(RowOutcome.CHANGED, 0),
        "counts": counts_in_words(made),
        "outcome": outcome,
        "page": found,
        "lines": row_lines(found, viewer),
        "crumbs": [*above(viewer), (_("Import"), reverse("engagement:people_import_new"))],
    }
    return render(request, "engagement/people/imported.html", context)


@needs(Permission.KEEP_CONTACTS)
@require_safe
def report(request: HttpRequest, pk: int) -> HttpResponse:
    """The entries that are not taken over, with the reason of each, as CSV."""
    made = _mine(request, pk)
    rows = rows_of(made, RowOutcome.REJECTED)
    lines = ((row.line, row.name, " ".join(words for _column, words in row.problems)) for row in rows)
    return csv_answer("left-out", [_("line"), _("name"), _("why")], lines)


@needs(Permission.KEEP_CONTACTS)
@require_POST
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """Take the good entries over (`take=1`), or discard them all."""
    made, by = _mine(request, pk), viewer_of(request)
    take = bool(request.POST.get("take"))
    try:
        ended: Any = confirm_import(made=made, by=by) if take else discard_import(made=made, by=by)
    except ContactError as error:
        messages.error(request, str(error))
        return HttpResponseRedirect(reverse("engagement:people_import", args=[pk]))
    words = _("%(new)s people were taken over, %(changed)s were added to.") if take else _("Nothing was taken over.")
    messages.success(request, words % {name: ended.counts.get(name, 0) for name in ("new", "changed")})
    return HttpResponseRedirect(reverse("engagement:people_import", args=[pk]))


def _mine(request: HttpRequest, pk: int) -> ContactImport:
    found = contact_import(pk, viewer_of(request))
    if found is None:
        raise Http404(_("There is no such import of yours."))
    return found
