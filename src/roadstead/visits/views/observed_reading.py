"""What the pages of observations, recommendations and best practice have in common."""

from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from roadstead.common.access.guards import viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.registry.reach import MarkError
from roadstead.registry.views.reading import one_of
from roadstead.visits.models import Observation, Recommendation, Visit
from roadstead.visits.observed_shape import ObservedError
from roadstead.visits.presenters.observed import visit_name
from roadstead.visits.presenters.observed_fields import fields
from roadstead.visits.queries import kit, observed, recommended

FORM = require_http_methods(["GET", "HEAD", "POST"])
Crumbs = list[tuple[str, str]]


def visit_of(request: HttpRequest, pk: int) -> Visit:
    """A visit that whoever asks may read. Raises Http404."""
    return one_of(request, kit.visits(viewer_of(request)), pk)


def observation_of(request: HttpRequest, pk: int, *, shared: bool = False) -> Observation:
    """An observation that whoever asks may read; shared: of those that were shared with its State. Raises Http404."""
    viewer = viewer_of(request)
    rows = observed.shared_observations(viewer) if shared else observed.observations(viewer)
    found: Observation = one_of(request, observed.with_names(rows), pk)
    return found


def recommendation_of(request: HttpRequest, pk: int, *, shared: bool = False) -> Recommendation:
    """A recommendation that whoever asks may read; shared: of those between its State and the programme."""
    viewer = viewer_of(request)
    rows = recommended.shared_recommendations(viewer) if shared else recommended.recommendations(viewer)
    found: Recommendation = one_of(request, recommended.with_names(rows), pk)
    return found


def desk(viewer: Viewer, *below: tuple[str, str]) -> Crumbs:
    """Above a page of the desk."""
    home = (_("Desk"), "/desk/") if viewer.holds(Permission.USE_DESK) else (_("Home"), "/me/home/")
    return [home, *below]


def partner(*below: tuple[str, str]) -> Crumbs:
    """Above a page for partners."""
    return [(_("Partners"), "/partner/"), *below]


def below_visit(viewer: Viewer, visit: Visit, *below: tuple[str, str]) -> Crumbs:
    """Above a page of what was seen on a visit."""
    page = f"/desk/visits/{visit.pk}/"
    return desk(viewer, (_("Visits"), "/desk/visits/"), (visit_name(visit), page), *below)


def form_page(
    request: HttpRequest, form: Form, *, heading: str, crumbs: Crumbs, back: str, **more: Any
) -> HttpResponse:
    """A page with one form. more: intro, button, theirs (how it stands, where somebody was faster)."""
    said = {"intro": "", "button": _("Save"), "stale": "", "theirs": "", "upload": False} | more
    status = 409 if said["stale"] else 422 if form.is_bound and form.errors else 200
    said |= {"form": form, "fields": fields(form), "heading": heading, "crumbs": crumbs, "back": back}
    return render(request, "visits/observed/form.html", said, status=status)


def tell(error: ObservedError | MarkError, form: Form) -> None:
    """Put what an action refused beside the field that it names."""
    form.add_error(error.field if error.field in form.fields else None, str(error))


def done(request: HttpRequest, said: str, to: str) -> HttpResponse:
    """Back to a page, with a word."""
    messages.success(request, said)
    return HttpResponseRedirect(to)


def again(form: Form, revision: int) -> None:
    """Let a form that was overtaken be sent once more, as a decision."""
    held: Any = form.data
    data = held.copy()
    data["revision"] = str(revision)
    form.data = data
