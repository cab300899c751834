"""Saying who answers for which countries: a new officer, a cover, a hand-over, an end. Each a page, with a reason."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from roadstead.accounts import officers
from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry import queries
from roadstead.registry.actions import assigning, handing_over
from roadstead.registry.actions.portfolio_shape import PortfolioError
from roadstead.registry.forms.portfolios import AssignForm, CoverForm, EndForm, HandOverForm, PortfolioForm, day_after
from roadstead.registry.in_scope import needs_officer
from roadstead.registry.queries import portfolios
from roadstead.registry.queries.portfolios import RESPONSIBLE
from roadstead.registry.views import crumbs
from roadstead.registry.views.sending import FORM


@needs(Permission.ASSIGN_OFFICERS)
@FORM
def assign(request: HttpRequest) -> HttpResponse:
    """A responsible officer for countries; `?country=` begins the form."""
    rows = queries.country_rows_where(needs_officer())
    choices = [(one.pk, one.name) for one in rows]
    begin = {"countries": request.GET.getlist("country"), "first": clock.today()}
    form = AssignForm(_sent(request), initial=begin, countries=choices)
    if form.is_valid():
        said = form.cleaned_data
        ends = day_after(said["until"])
        try:
            made = assigning.assign(by=viewer_of(request), **_same(said), until=ends, post=said["post"])
        except PortfolioError as error:
            _tell(error, form)
        else:
            told = ngettext("%(count)s country has its officer.", "%(count)s countries have their officer.", len(made))
            return _done(request, told % {"count": len(made)}, said["officer"])
    return _page(request, form, "assign")


@needs(Permission.ASSIGN_OFFICERS)
@FORM
def cover(request: HttpRequest, officer: int) -> HttpResponse:
    """An officer who covers while another is away."""
    choices, name = _held(officer)
    begin = {"countries": [code for code, _name in choices], "first": clock.today()}
    form = CoverForm(_sent(request), initial=begin, countries=choices, without=officer)
    if form.is_valid():
        said = form.cleaned_data
        try:
            assigning.cover(by=viewer_of(request), **_same(said), until=day_after(said["until"]) or said["until"])
        except PortfolioError as error:
            _tell(error, form)
        else:
            return _done(request, _("The cover is arranged."), officer)
    return _page(request, form, "cover", officer, name)


@needs(Permission.ASSIGN_OFFICERS)
@FORM
def hand_over(request: HttpRequest, officer: int) -> HttpResponse:
    """A portfolio, or part of it, passes to another officer."""
    choices, name = _held(officer)
    begin = {"countries": [code for code, _name in choices], "first": clock.today()}
    form = HandOverForm(_sent(request), initial=begin, countries=choices, without=officer)
    if form.is_valid():
        said = form.cleaned_data
        try:
            made = handing_over.hand_over(
                giver=officer,
                taker=said["officer"],
                countries=said["countries"],
                on=said["first"],
                post=said["post"],
                note=said["note"],
                why=said["why"],
                by=viewer_of(request),
            )
        except PortfolioError as error:
            _tell(error, form)
        else:
            messages.success(request, _("The countries are handed over. Both officers have been told."))
            return HttpResponseRedirect(handing_over.page(made))
    return _page(request, form, "handing_over", officer, name)


@needs(Permission.ASSIGN_OFFICERS)
@FORM
def end(request: HttpRequest, pk: int) -> HttpResponse:
    """An earlier end for an assignment or a cover."""
    line = portfolios.assignment(pk)
    if line is None:
        raise Http404
    form = EndForm(_sent(request))
    if form.is_valid():
        said = form.cleaned_data
        try:
            ends = day_after(said["last"]) or said["last"]
            assigning.end(assignment=pk, until=ends, why=said["why"], by=viewer_of(request))
        except PortfolioError as error:
            form.add_error("last" if error.field == "until" else "why" if error.field == "why" else None, str(error))
        else:
            return _done(request, _("The end is set. The officer has been told."), line.officer)
    return _page(request, form, "end", line.officer, line.officer_name, line=line)


def _held(officer: int) -> tuple[list[tuple[str, str]], str]:
    """The countries of an officer, now or later, and the name. Raises Http404 where there are none."""
    found = portfolios.of_officer(officer, clock.today())
    held = {line.country: line.country_name for line in found if line.kind == RESPONSIBLE}
    if not held:
        raise Http404
    return list(held.items()), officers.names({officer})[officer]


def _same(said: dict[str, Any]) -> dict[str, Any]:
    return {name: said[name] for name in ("countries", "officer", "first", "why")}


def _sent(request: HttpRequest) -> Any:
    return request.POST if request.method == "POST" else None


def _tell(error: PortfolioError, form: PortfolioForm) -> None:
    field = "countries" if error.field == "country" else error.field
    form.add_error(field if field in form.fields else None, str(error))


def _done(request: HttpRequest, told: str, officer: int) -> HttpResponse:
    messages.success(request, told)
    return HttpResponseRedirect(reverse("registry:portfolio", args=[officer]))


def _page(
    request: HttpRequest, form: Any, act: str, officer: int | None = None, name: str = "", **more: Any
) -> HttpResponse:
    above = [(_("Coverage"), reverse("registry:coverage"))]
    if officer is not None:
        above.append((name, reverse("registry:portfolio", args=[officer])))
    context = {"form": form, "officer": officer, "name": name, "crumbs": crumbs.desk(viewer_of(request), *above)}
    status = 422 if form.is_bound and form.errors else 200
    return render(request, f"registry/portfolios/{act}.html", context | more, status=status)
