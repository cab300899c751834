"""Files of information: attaching one, and removing it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.attaching import attach_file, remove_file
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.views import crumbs
from roadstead.engagement.views.reading import one
from roadstead.engagement.views.writing import FORM
from roadstead.files import queries as files
from roadstead.files.errors import FilesError
from roadstead.files.forms import RemovalForm, UploadForm
from roadstead.files.presenters import said_of


@needs(Permission.WRITE_INFORMATION)
@FORM
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a file."""
    viewer, record = viewer_of(request), one(request, pk)
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        said = form.cleaned_data
        try:
            made = attach_file(information=record, upload=said["file"], description=said["description"], by=viewer)
        except FilesError as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, said_of(made, said["file"].given))
            return HttpResponseRedirect(reverse("engagement:desk_information", args=[record.pk]))
    context = {"form": form, "upload": form, "record": record, "one": shown(record, viewer)}
    context["crumbs"] = crumbs.below_desk(viewer, record)
    return render(request, "engagement/desk/attach.html", context, status=422 if form.errors else 200)


@needs(Permission.WRITE_INFORMATION)
@FORM
def remove(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Remove a file, with a reason."""
    viewer, record = viewer_of(request), one(request, pk)
    attachment = files.attachments_of(record, viewer).filter(pk=number).first()
    if attachment is None:
        raise Http404(_("There is no such file."))
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            remove_file(information=record, attachment=attachment, why=form.cleaned_data["why"], by=viewer)
        except FilesError as error:
            form.add_error("why", str(error))
        else:
            messages.success(request, _("The file was removed."))
            return HttpResponseRedirect(reverse("engagement:desk_information", args=[record.pk]))
    context = {"form": form, "record": record, "attachment": attachment, "one": shown(record, viewer)}
    context["crumbs"] = crumbs.below_desk(viewer, record)
    return render(request, "engagement/desk/remove_file.html", context, status=422 if form.errors else 200)
