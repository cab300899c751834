"""Host units at the desk: the list, one with its calendar, writing."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.hosting.actions import units as actions
from roadstead.hosting.forms.hosts import UNIT, BusyForm, UnitForm
from roadstead.hosting.presenters import units as presenter
from roadstead.hosting.views.acting import FORM, Page, acted, sent, stepped
from roadstead.hosting.views.reading import UNITS, above, above_units, unit_of

KEEP, READ = Permission.KEEP_HOST_UNITS, Permission.READ_PROGRAMME


@needs(READ)
@require_safe
def unit_list(request: HttpRequest) -> HttpResponse:
    """Every unit that hosts, with its load."""
    viewer = viewer_of(request)
    context = presenter.listed(viewer, every=request.GET.get("standing") == "every") | {
        "may": viewer.may(KEEP),
        "crumbs": above(),
    }
    return render(request, "hosting/desk/units.html", context)


@needs(READ)
@require_safe
def unit_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return presenter.file(viewer_of(request), form)


@needs(READ)
@require_safe
def unit(request: HttpRequest, pk: int) -> HttpResponse:
    """One unit: what it shows, its calendar, whom it hosts."""
    viewer, held = viewer_of(request), unit_of(request, pk)
    context = presenter.page(held, viewer) | {"may": viewer.may(KEEP), "crumbs": above_units()}
    return render(request, "hosting/desk/unit.html", context)


@needs(KEEP)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write a unit."""
    viewer, form = viewer_of(request), UnitForm(sent(request))
    page = Page(_("A host unit"), _("Save"), UNITS, above_units())
    return acted(
        request,
        form,
        page,
        lambda said: f"{UNITS}{actions.keep_unit(uid=said['uid'], said=form.said, by=viewer).pk}/",
    )


@needs(KEEP)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is kept of a unit."""
    viewer, held = viewer_of(request), unit_of(request, pk)
    begins = {name: getattr(held, name) for name in (*UNIT, "revision")} | {"zone": held.zone_id}
    form = UnitForm(sent(request), initial=begins)
    page = Page(held.name, _("Save"), f"{UNITS}{pk}/", above_units(held))
    return acted(
        request,
        form,
        page,
        lambda said: actions.change_unit(unit=held, revision=said["revision"] or 0, said=form.said, by=viewer),
    )


@needs(KEEP)
@FORM
def busy(request: HttpRequest, pk: int) -> HttpResponse:
    """Note days on which it hosts nobody."""
    viewer, held = viewer_of(request), unit_of(request, pk)
    page = Page(_("Days without a delegation"), _("Save"), f"{UNITS}{pk}/", above_units(held))
    return acted(request, BusyForm(sent(request)), page, lambda said: actions.block_days(unit=held, **said, by=viewer))


@needs(KEEP)
@require_POST
def free(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take such days out again."""
    viewer, held = viewer_of(request), unit_of(request, pk)
    done = _("These days are free again.")
    return stepped(request, lambda: actions.free_days(unit=held, busy=number, by=viewer), done, f"{UNITS}{pk}/")


@needs(KEEP)
@require_POST
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that it hosts no more."""
    viewer, held = viewer_of(request), unit_of(request, pk)
    revision = request.POST.get("revision", "")
    number = int(revision) if revision.isdecimal() and len(revision) < 9 else 0
    done = _("It hosts no more; what it hosted stays.")
    return stepped(request, lambda: actions.retire_unit(unit=held, revision=number, by=viewer), done, UNITS)
