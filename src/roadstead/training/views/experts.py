"""The roster of experts at the desk."""

from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.training.actions import experts as actions
from roadstead.training.catalogue import choices, title_of
from roadstead.training.forms import offering as simple
from roadstead.training.forms import requests as forms
from roadstead.training.models import Expert
from roadstead.training.presenters import roster
from roadstead.training.queries import experts as queries
from roadstead.training.views.acting import Page, acted
from roadstead.training.views.reading import DESK, FORM, desk, expert_of, home, sent

READ, KEEP = Permission.READ_PROGRAMME, Permission.KEEP_TRAINING
AT = f"{DESK}experts/"


@needs(READ)
@require_safe
def expert_list(request: HttpRequest) -> HttpResponse:
    """The roster, held against what the address asks, who fits best first."""
    viewer = viewer_of(request)
    context = roster.context(request, viewer) | {"keeps": viewer.holds(KEEP), "crumbs": desk(home(DESK))}
    return render(request, "training/desk/experts.html", context | {"courses": choices()})


@needs(READ)
@require_safe
def expert_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same as a file."""
    return roster.file(request, viewer_of(request), form)


@needs(READ)
@require_safe
def expert(request: HttpRequest, pk: int) -> HttpResponse:
    """One expert: subjects, days, record of service."""
    held, viewer = expert_of(request, pk), viewer_of(request)
    context = {
        "record": held,
        "subjects": [title_of(code) for code in held.subjects],
        "languages": roster.languages_of(held),
        "regions": roster.regions_of(held, roster.names_of_all()),
        "free": queries.free_of([held])[held.pk],
        "served": roster.service(held, viewer),
        "keeps": viewer.holds(KEEP),
        "crumbs": desk(home(DESK), (_("Experts"), AT)),
    }
    return render(request, "training/desk/expert.html", context)


@needs(KEEP)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Put somebody into the roster."""
    viewer = viewer_of(request)
    page = Page(_("Enter an expert"), _("Enter"), AT, desk(home(DESK), (_("Experts"), AT)))
    made: list[Any] = []
    answer = acted(
        request,
        forms.ExpertForm(sent(request)),
        page,
        lambda said: made.append(actions.write_expert(uid=said["uid"], said=_said(said), by=viewer)),
    )
    return HttpResponseRedirect(f"{AT}{made[0].pk}/") if made else answer


@needs(KEEP)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change what is said of an expert."""
    viewer, held = viewer_of(request), expert_of(request, pk)
    names = ("revision", "name", "organisation", "subjects", "languages", "regions", "note")
    form = forms.ExpertForm(sent(request), initial={name: getattr(held, name) for name in names})
    return acted(
        request,
        form,
        _page(_("Change an expert"), _("Save"), held),
        lambda said: actions.change_expert(expert=held, revision=said["revision"] or 0, said=_said(said), by=viewer),
    )


@needs(KEEP)
@FORM
def retire(request: HttpRequest, pk: int) -> HttpResponse:
    """Take an expert off the roster."""
    viewer, held = viewer_of(request), expert_of(request, pk)
    page = _page(_("Take %(name)s off the roster") % {"name": held.name}, _("Take off"), held, True)
    return acted(
        request, simple.BareForm(sent(request)), page, lambda _said: actions.retire_expert(expert=held, by=viewer)
    )


@needs(KEEP)
@FORM
def days(request: HttpRequest, pk: int) -> HttpResponse:
    """Enter days on which an expert can be sent."""
    viewer, held = viewer_of(request), expert_of(request, pk)
    return acted(
        request,
        forms.DaysForm(sent(request)),
        _page(_("Days on which %(name)s can be sent") % {"name": held.name}, _("Enter"), held),
        lambda said: actions.add_free(expert=held, by=viewer, **said),
    )


@needs(KEEP)
@require_POST
def drop_days(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Take such days away."""
    held = expert_of(request, pk)
    actions.drop_free(expert=held, number=number, by=viewer_of(request))
    return HttpResponseRedirect(f"{AT}{held.pk}/")


def _page(heading: str, button: str, held: Expert, warns: bool = False) -> Page:
    crumbs = desk(home(DESK), (_("Experts"), AT), (held.name, f"{AT}{held.pk}/"))
    return Page(heading, button, f"{AT}{held.pk}/", crumbs, "", warns)


def _said(said: dict[str, Any]) -> actions.ExpertSaid:
    names = ("name", "organisation", "subjects", "languages", "regions", "note")
    return actions.ExpertSaid(**{name: said[name] for name in names})
