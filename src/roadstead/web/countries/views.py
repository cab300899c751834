"""The country list, the country file, and a State's own file for its partners."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.scope import ScopeKind
from roadstead.common.access.viewer import Viewer, as_state
from roadstead.registry import queries as registry
from roadstead.web.countries import file, listing, timeline


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_list(request: HttpRequest) -> HttpResponse:
    """Every country with a sea coast, as table and map."""
    viewer = viewer_of(request)
    context = listing.context(request) | {"crumbs": _home(viewer)}
    return render(request, "web/countries/list.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return listing.answer(request, form)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_file(request: HttpRequest, code: str) -> HttpResponse:
    """Everything on one country."""
    if code != code.upper():
        return HttpResponseRedirect(reverse("countries:file", args=[code.upper()]))
    viewer = viewer_of(request)
    context = file.context(code, viewer, page=request.GET.get("page"))
    context["may_keep"] = viewer.may(Permission.KEEP_REGISTER, country=code)
    context["may_log"] = viewer.may(Permission.KEEP_ENGAGEMENT)
    context["crumbs"] = [*_home(viewer), (_("Countries"), reverse("countries:list"))]
    return render(request, "web/countries/file.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_latest(request: HttpRequest, code: str) -> HttpResponse:
    """The last of what took place, as a part that the country file fetches: the file itself does not wait for it."""
    if registry.country(code) is None:
        raise Http404(_("There is no such country."))
    context = {"latest": timeline.latest_of(code, viewer_of(request))}
    return render(request, "web/countries/parts/latest.html", context)


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_judged(request: HttpRequest, code: str) -> HttpResponse:
    """The assessments and cases of a country, as a part that its file fetches, like the last of its timeline."""
    return _part(request, code, "judged")


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_built(request: HttpRequest, code: str) -> HttpResponse:
    """The reciprocal visits and the training of a country, as a part that its file fetches."""
    return _part(request, code, "built")


@needs(Permission.READ_PROGRAMME)
@require_safe
def country_timeline(request: HttpRequest, code: str) -> HttpResponse:
    """What took place with one country."""
    if code != code.upper():
        return HttpResponseRedirect(reverse("countries:timeline", args=[code.upper()]))
    context = timeline.context(request, code)
    above = [(_("Countries"), reverse("countries:list")), (context["country"].name, f"/desk/countries/{code}/")]
    context["crumbs"] = [*_home(viewer_of(request)), *above]
    return render(request, "web/countries/timeline.html", context)


@needs(Permission.READ_SHARED)
@require_safe
def own_country(request: HttpRequest) -> HttpResponse:
    """One's own State's file, as far as it was shared; `?country=` where somebody has several."""
    viewer = viewer_of(request)
    states = _states(viewer)
    code = request.GET.get("country", "").strip().upper() or (states[0][0] if states else "")
    if code and code not in dict(states):
        raise Http404(_("There is no such country, or its file is not open to you."))
    context = {"states": states if len(states) > 1 else [], "chosen": code, "may_keep": False}
    context["crumbs"] = [(_("Partners"), "/partner/")] if viewer.holds(Permission.USE_PARTNER) else _home(viewer)
    if not code:
        return render(request, "web/countries/own_empty.html", context)
    context |= file.context(code, _eyes(viewer, code), page=request.GET.get("page"))
    return render(request, "web/countries/own.html", context)


def _part(request: HttpRequest, code: str, name: str) -> HttpResponse:
    country = registry.country(code)
    if country is None:
        raise Http404(_("There is no such country."))
    return render(request, f"web/countries/parts/{name}.html", {"country": country})


def _states(viewer: Viewer) -> list[tuple[str, str]]:
    """The States whose shared file is open to somebody, by name; one query."""
    reach = viewer.reach(Permission.READ_SHARED, ScopeKind.COUNTRY)
    return [(one.code, one.name) for one in registry.countries() if reach is None or one.code in reach]


def _eyes(viewer: Viewer, code: str) -> Viewer:
    """The programme's own people see a State's file as its partners do."""
    return as_state(code, by=viewer) if viewer.may(Permission.PREVIEW_AS, country=code) else viewer


def _home(viewer: Viewer) -> list[tuple[str, str]]:
    return [(_("Desk"), "/desk/")] if viewer.holds(Permission.USE_DESK) else [(_("Home"), "/me/home/")]
