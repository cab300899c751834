"""A page with files, as an app above would make it: for the tests, and to be looked at."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.template import engines
from django.urls import include, path

from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.config.urls import handler400, handler403, handler404, handler500
from roadstead.config.urls import urlpatterns as product
from roadstead.engagement.models import Information
from roadstead.files import actions, presenters
from roadstead.files.errors import FilesError
from roadstead.files.forms import UploadForm

__all__ = ["handler400", "handler403", "handler404", "handler500", "urlpatterns"]
PAGE = """{% extends "base.html" %}
{% block title %}A record{% endblock %}
{% block head %}<link rel="stylesheet" href="{% static "files/files.css" %}">{% endblock %}
{% block main %}
  <h1>A record</h1>
  <h2>Files</h2>
  {% include "files/parts/attachments.html" %}
  <h2>Attach a file</h2>
  <form method="post" enctype="multipart/form-data" class="usa-form maxw-none">
    {% csrf_token %}{% include "files/parts/upload.html" %}
    <button class="usa-button">Attach</button>
  </form>
{% endblock %}"""


@signed_in
def record(request: HttpRequest, number: int) -> HttpResponse:
    viewer = viewer_of(request)
    found = Information.objects.visible_to(viewer).get(pk=number)
    form = UploadForm(request.POST, request.FILES) if request.method == "POST" else UploadForm()
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = actions.attach(record=found, upload=said["file"], description=said["description"], by=viewer)
        except FilesError as error:
            form.add_error("file", str(error))
        else:
            messages.success(request, presenters.said_of(made, said["file"].given))
            return HttpResponseRedirect(request.path)
    context = {"attachments": presenters.rows(found, viewer), "upload": form, "remove_at": f"/test/{number}/files/"}
    page = engines["django"].from_string(PAGE)
    return HttpResponse(page.render(context, request))


urlpatterns = [path("test/<int:number>/", record), path("", include(product))]
