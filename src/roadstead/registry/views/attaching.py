"""Files of a record of the register: attaching one, and removing it. Each kind of record has its own addresses."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _

from roadstead.common.access.guards import viewer_of
from roadstead.files import queries as files
from roadstead.files.errors import FilesError
from roadstead.files.forms import RemovalForm, UploadForm
from roadstead.files.presenters import said_of
from roadstead.registry.actions.attaching import attach_file, remove_file
from roadstead.registry.presenters.marked import label
from roadstead.registry.views.crumbs import Crumbs


def attach(request: HttpRequest, record: Any, *, back: str, crumbs: Crumbs) -> HttpResponse:
    """Attach a file to a record that was read for this person; back: the address of its page."""
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        said = form.cleaned_data
        try:
            made = attach_file(
                marked=record, upload=said["file"], description=said["description"], by=viewer_of(request)
            )
        except FilesError as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, said_of(made, said["file"].given))
            return HttpResponseRedirect(back)
    context = {"form": form, "upload": form, "record": record, "label": label(record), "back": back, "crumbs": crumbs}
    return render(request, "registry/parts/attach.html", context, status=422 if form.errors else 200)


def remove(request: HttpRequest, record: Any, number: int, *, back: str, crumbs: Crumbs) -> HttpResponse:
    """Remove a file, with a reason. Raises Http404 for one that is not there."""
    viewer = viewer_of(request)
    attachment = files.attachments_of(record, viewer).filter(pk=number).first()
    if attachment is None:
        raise Http404(_("There is no such file."))
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            remove_file(marked=record, attachment=attachment, why=form.cleaned_data["why"], by=viewer)
        except FilesError as error:
            form.add_error("why", str(error))
        else:
            messages.success(request, _("The file was removed."))
            return HttpResponseRedirect(back)
    context = {"form": form, "record": record, "attachment": attachment, "back": back, "crumbs": crumbs}
    return render(request, "registry/parts/remove_file.html", context, status=422 if form.errors else 200)
