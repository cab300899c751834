"""Writing best practice, changing it, the host's consent, releasing and withdrawing."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.registry.forms.marking import as_marked
from roadstead.registry.presenters.marked import label
from roadstead.registry.reach import MarkError
from roadstead.visits.actions.practising import (
    RELEASED,
    change_practice,
    note_consent,
    release_practice,
    withdraw_practice,
    write_practice,
)
from roadstead.visits.forms.observed import blank
from roadstead.visits.forms.practice import ConsentForm, PracticeForm, ReleaseForm, WhyForm, as_practice
from roadstead.visits.models import BestPractice
from roadstead.visits.observed_shape import ObservedError, StaleError
from roadstead.visits.queries.giveaways import giveaways_of
from roadstead.visits.queries.practice import observation
from roadstead.visits.views.observed_reading import FORM, Crumbs, again, desk, done, form_page, tell
from roadstead.visits.views.practice import PAGE, practice_of


@needs(Permission.KEEP_BEST_PRACTICE)
@FORM
def new(request: HttpRequest) -> HttpResponse:
    """Write a best practice; `?observation=` begins it with what was seen."""
    viewer, sent = viewer_of(request), request.method == "POST"
    said = request.GET.get("observation", "")
    seen = observation(int(said), viewer) if said.isascii() and said.isdigit() and len(said) < 19 else None
    begin = blank()
    if seen is not None:
        begin |= {"text": seen.text, "elements": [seen.element], "origin": seen.country_id}
    form = PracticeForm(request.POST if sent else None, initial=begin)
    if sent and form.is_valid():
        uid, facility = form.cleaned_data["uid"] or begin["uid"], seen.facility_id if seen else None
        try:
            made = write_practice(uid=uid, practice=form.practice(facility), observation=seen, by=viewer)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was written. Only the programme sees it, until it is released."), _page(made))
    heading = _("Write a best practice")
    return form_page(request, form, heading=heading, crumbs=desk(viewer, (_("Best practice"), PAGE)), back=PAGE)


@needs(Permission.KEEP_BEST_PRACTICE)
@FORM
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Change it; where somebody else was faster, that is said and nothing typed is lost."""
    viewer, record, sent = viewer_of(request), practice_of(request, pk), request.method == "POST"
    released = record.mark in RELEASED
    form = PracticeForm(request.POST if sent else None, initial=as_practice(record), released=released)
    said: dict[str, Any] = {"heading": _("Change the best practice"), "crumbs": _above(request, record)}
    if sent and form.is_valid():
        typed = form.cleaned_data
        facility = record.origin_facility_id if typed["origin"] == record.origin_id else None
        how: dict[str, Any] = {"revision": typed["revision"] or 0, "looked": typed.get("looked", False)}
        try:
            change_practice(practice=record, to=form.practice(facility), by=viewer, **how)
        except StaleError as error:
            again(form, error.current.revision)
            return form_page(request, form, back=_page(record), stale=str(error), theirs=error.current.text, **said)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was changed."), _page(record))
    return form_page(request, form, back=_page(record), **said)


@needs(Permission.KEEP_BEST_PRACTICE)
@FORM
def consent(request: HttpRequest, pk: int) -> HttpResponse:
    """Note that the host agreed."""
    record, sent = practice_of(request, pk), request.method == "POST"
    form = ConsentForm(request.POST if sent else None, initial={"who": record.consent_by, "on": record.consent_on})
    if sent and form.is_valid():
        try:
            note_consent(practice=record, by=viewer_of(request), **form.cleaned_data)
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was noted."), _page(record))
    heading = _("The host agreed to share it")
    return form_page(request, form, heading=heading, crumbs=_above(request, record), back=_page(record))


@needs(Permission.KEEP_BEST_PRACTICE)
@FORM
def release(request: HttpRequest, pk: int) -> HttpResponse:
    """Say who may see it, after a look at what is left in it that tells where it comes from."""
    viewer, record, sent = viewer_of(request), practice_of(request, pk), request.method == "POST"
    form = ReleaseForm(request.POST if sent else None, initial=as_marked(record), viewer=viewer)
    if sent and form.is_valid():
        typed = form.cleaned_data
        how: dict[str, Any] = {"seen_marked_at": typed["seen"], "looked": typed["looked"]}
        try:
            reached = release_practice(practice=record, by=viewer, **how, **form.said)
        except (ObservedError, MarkError) as error:
            tell(error, form)
        else:
            return done(request, _("It is marked: %(mark)s.") % {"mark": reached.mark.label}, _page(record))
    context = {"form": form, "record": record, "label": label(record), "back": _page(record), "name": record.title}
    found = giveaways_of(record, viewer)
    context |= {"crumbs": _above(request, record), "looked": form["looked"], "found": found}
    return render(request, "visits/observed/mark.html", context, status=422 if form.errors else 200)


@needs(Permission.KEEP_BEST_PRACTICE)
@FORM
def withdraw(request: HttpRequest, pk: int) -> HttpResponse:
    """Say that it holds no longer."""
    record = practice_of(request, pk)
    form = WhyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            withdraw_practice(practice=record, why=form.cleaned_data["why"], by=viewer_of(request))
        except ObservedError as error:
            tell(error, form)
        else:
            return done(request, _("It was withdrawn."), _page(record))
    said = {"heading": _("Withdraw the best practice"), "button": _("Withdraw")}
    return form_page(request, form, crumbs=_above(request, record), back=_page(record), **said)


def _page(record: BestPractice) -> str:
    return f"{PAGE}{record.pk}/"


def _above(request: HttpRequest, record: BestPractice) -> Crumbs:
    return desk(viewer_of(request), (_("Best practice"), PAGE), (record.title, _page(record)))
