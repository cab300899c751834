"""Reading a whole register in: choose a file, look at what it would change, then confirm it or put it aside."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.files.errors import FilesError
from roadstead.files.sizes import too_large
from roadstead.registry.actions.facility_importing import discard_import, import_facilities
from roadstead.registry.actions.facility_reading import read_facilities
from roadstead.registry.actions.keeping import RegisterError
from roadstead.registry.forms.facility_names import ExportForm
from roadstead.registry.importing.columns import COLUMNS
from roadstead.registry.presenters.facility_imports import context as shown
from roadstead.registry.queries.facility_imports import imports
from roadstead.registry.views.facilities import below
from roadstead.registry.views.sending import FORM, tell

LATEST = 20


@needs(Permission.IMPORT_REGISTER)
@FORM
def import_list(request: HttpRequest) -> HttpResponse:
    """The files that were read, and a form to read another; nothing lands by it."""
    viewer, sent = viewer_of(request), request.method == "POST"
    form = ExportForm(request.POST, request.FILES) if sent else ExportForm()
    if sent and form.is_valid():
        upload = form.cleaned_data["file"]
        try:
            _check_size(upload)
            day = form.cleaned_data["exported_on"]
            made = read_facilities(stream=upload, file_name=upload.given, exported_on=day, by=viewer)
        except RegisterError as error:
            tell(error, form)
        except FilesError as error:
            form.add_error("file", str(error))
        else:
            return HttpResponseRedirect(reverse("registry:desk_facility_import", args=[made.pk]))
    context = {"form": form, "imports": list(imports(viewer)[:LATEST]), "columns": list(COLUMNS)}
    context["crumbs"] = below(viewer)
    return render(request, "registry/facilities/imports.html", context, status=422 if sent else 200)


@needs(Permission.IMPORT_REGISTER)
@require_safe
def import_page(request: HttpRequest, pk: int) -> HttpResponse:
    """What a file would change, or has changed, row by row."""
    viewer = viewer_of(request)
    one = get_object_or_404(imports(viewer), pk=pk)
    above = [*below(viewer), (_("Import"), reverse("registry:desk_facility_imports"))]
    return render(request, "registry/facilities/import.html", shown(request, one, viewer) | {"crumbs": above})


@needs(Permission.IMPORT_REGISTER)
@require_POST
def import_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Confirm a preview, or put it aside: `do` is confirm or discard."""
    viewer = viewer_of(request)
    one = get_object_or_404(imports(viewer), pk=pk)
    try:
        if request.POST.get("do") == "confirm":
            done = import_facilities(imported=one, by=viewer)
            words = {"new": done.counts["new"], "changed": done.counts["changed"] + done.counts["kept"]}
            messages.success(request, _("It was taken over: %(new)s new entries, %(changed)s changed.") % words)
        else:
            discard_import(imported=one, by=viewer)
            messages.success(request, _("It was discarded. Nothing of it is in the register."))
    except RegisterError as error:
        messages.warning(request, str(error))
    return HttpResponseRedirect(reverse("registry:desk_facility_import", args=[one.pk]))


def _check_size(upload: Any) -> None:
    """Raises FilesError for what is too large, or could not be written."""
    if upload.is_too_large:
        raise FilesError(too_large(upload.length))
    upload.flush()
