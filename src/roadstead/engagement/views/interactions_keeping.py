"""Who may see an interaction, its files, and taking it back."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.interaction_marking import attach_file, mark_interaction, remove_file
from roadstead.engagement.actions.interaction_shape import InteractionError
from roadstead.engagement.actions.interaction_states import discard_interaction
from roadstead.engagement.actions.updating import settle_invitation
from roadstead.engagement.forms.promises import WhyForm
from roadstead.engagement.views.interactions_reading import done, one, page, tell
from roadstead.engagement.views.people_reading import FORM
from roadstead.files import queries as files
from roadstead.files.errors import FilesError
from roadstead.files.forms import RemovalForm, UploadForm
from roadstead.files.presenters import said_of
from roadstead.registry.forms.marking import MarkForm, as_marked
from roadstead.registry.presenters.marked import label
from roadstead.registry.reach import MarkError


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see an interaction from now on, and why."""
    viewer, record = viewer_of(request), one(request, pk)
    form = MarkForm(initial=as_marked(record), viewer=viewer)
    if request.method == "POST":
        form = MarkForm(request.POST, viewer=viewer)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            reached = mark_interaction(interaction=record, by=viewer, seen_marked_at=seen, **form.said)
        except MarkError as error:
            form.add_error(error.field, str(error))
        else:
            return done(request, record, _("It is marked: %(mark)s.") % {"mark": reached.mark.label})
    return page(request, "mark", record, form, label=label(record))


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def discard(request: HttpRequest, pk: int) -> HttpResponse:
    """Take back what was written by mistake, with a reason."""
    record = one(request, pk)
    off = _("The organiser cancelled it.") if record.origin_said.get("cancelled") else ""
    form = WhyForm(request.POST if request.method == "POST" else None, initial={"why": off})
    if request.method == "POST" and form.is_valid():
        try:
            discard_interaction(interaction=record, why=form.cleaned_data["why"], by=viewer_of(request))
        except InteractionError as error:
            tell(error, form)
        else:
            return done(request, record, _("It was taken back."))
    return page(request, "discard", record, form)


@needs(Permission.KEEP_ENGAGEMENT)
@require_POST
def invitation(request: HttpRequest, pk: int) -> HttpResponse:
    """Take over what a newer invitation says otherwise, or leave the record as it is."""
    record, seen, take = one(request, pk), request.POST.get("revision", ""), "take" in request.POST
    revision = int(seen) if seen.isascii() and seen.isdigit() and len(seen) < 10 else 0
    try:
        settle_invitation(interaction=record, take=take, revision=revision, by=viewer_of(request))
    except InteractionError as error:
        messages.warning(request, str(error))
        return HttpResponseRedirect(reverse("engagement:interaction", args=[record.pk]))
    return done(request, record, _("It was taken over.") if take else _("It was left as it is."))


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a file."""
    viewer, record = viewer_of(request), one(request, pk)
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        said = form.cleaned_data
        try:
            made = attach_file(interaction=record, upload=said["file"], description=said["description"], by=viewer)
        except (FilesError, InteractionError) as error:
            form.add_error("file", str(error))
        else:
            return done(request, record, said_of(made, said["file"].given))
    return page(request, "attach", record, form, upload=form)


@needs(Permission.KEEP_ENGAGEMENT)
@FORM
def detach(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Remove a file, with a reason."""
    viewer, record = viewer_of(request), one(request, pk)
    attachment = files.attachments_of(record, viewer).filter(pk=number).first()
    if attachment is None:
        raise Http404(_("There is no such file."))
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            remove_file(interaction=record, attachment=attachment, why=form.cleaned_data["why"], by=viewer)
        except (FilesError, InteractionError) as error:
            form.add_error("why", str(error))
        else:
            return done(request, record, _("The file was removed."))
    return page(request, "detach", record, form, attachment=attachment)
