"""Who may see a person’s entry, its files, and taking away what may not be kept."""

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.contact_forgetting import forget_contact
from roadstead.engagement.actions.contact_marking import attach_file, mark_contact, remove_file
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.forms.parts import ReasonForm
from roadstead.engagement.views.people_reading import FORM, done, one, page, tell
from roadstead.files import queries as files
from roadstead.files.errors import FilesError
from roadstead.files.forms import RemovalForm, UploadForm
from roadstead.files.presenters import said_of
from roadstead.registry.forms.marking import MarkForm, as_marked
from roadstead.registry.presenters.marked import label
from roadstead.registry.reach import MarkError


@needs(Permission.KEEP_CONTACTS)
@FORM
def mark(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see a person’s entry from now on, and why."""
    viewer, contact = viewer_of(request), one(request, pk)
    form = MarkForm(initial=as_marked(contact), viewer=viewer)
    if request.method == "POST":
        form = MarkForm(request.POST, viewer=viewer)
    if request.method == "POST" and form.is_valid():
        seen = form.cleaned_data["seen"]
        try:
            reached = mark_contact(contact=contact, by=viewer, seen_marked_at=seen, **form.said)
        except MarkError as error:
            form.add_error(error.field, str(error))
        else:
            return done(request, contact, _("It is marked: %(mark)s.") % {"mark": reached.mark.label})
    return page(request, "mark", contact, form, label=label(contact))


@needs(Permission.KEEP_CONTACTS)
@FORM
def attach(request: HttpRequest, pk: int) -> HttpResponse:
    """Attach a file."""
    viewer, contact = viewer_of(request), one(request, pk)
    sent = request.method == "POST"
    form = UploadForm(request.POST, request.FILES) if sent else UploadForm()
    if sent and form.is_valid():
        said = form.cleaned_data
        try:
            made = attach_file(contact=contact, upload=said["file"], description=said["description"], by=viewer)
        except (FilesError, ContactError) as error:
            form.add_error("file", str(error))
        else:
            return done(request, contact, said_of(made, said["file"].given))
    return page(request, "attach", contact, form, upload=form)


@needs(Permission.KEEP_CONTACTS)
@FORM
def detach(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Remove a file, with a reason."""
    viewer, contact = viewer_of(request), one(request, pk)
    attachment = files.attachments_of(contact, viewer).filter(pk=number).first()
    if attachment is None:
        raise Http404(_("There is no such file."))
    form = RemovalForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            remove_file(contact=contact, attachment=attachment, why=form.cleaned_data["why"], by=viewer)
        except (FilesError, ContactError) as error:
            form.add_error("why", str(error))
        else:
            return done(request, contact, _("The file was removed."))
    return page(request, "detach", contact, form, attachment=attachment)


@needs(Permission.FORGET_CONTACTS)
@FORM
def forget(request: HttpRequest, pk: int) -> HttpResponse:
    """Take away for good what is kept of a person who refused to be kept."""
    contact = one(request, pk)
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            forgotten = forget_contact(contact=contact, why=form.cleaned_data["why"], by=viewer_of(request))
        except ContactError as error:
            tell(error, form)
        else:
            return done(request, forgotten, _("Name, addresses and note were taken away."))
    return page(request, "forget", contact, form)
