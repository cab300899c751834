"""Entries that may be one person: found, looked at side by side, joined, and parted again."""

from typing import Any

from django.contrib import messages
from django.core.paginator import Paginator
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.engagement.actions.contact_shape import ContactError
from roadstead.engagement.actions.joining import merge_contacts, part_contacts, preview
from roadstead.engagement.actions.telling_apart import tell_apart
from roadstead.engagement.forms.parts import APART, JoinForm
from roadstead.engagement.models import Contact
from roadstead.engagement.presenters.people import lines
from roadstead.engagement.queries.contacts import people_by_keys, people_countries, readable_people, with_parts
from roadstead.engagement.queries.duplicates import pairs
from roadstead.engagement.queries.mergers import merger, told_apart
from roadstead.engagement.views.people_reading import FORM, above, done, one, page, tell

PAIRS_A_PAGE = 20


@needs(Permission.KEEP_CONTACTS)
@require_safe
def duplicates(request: HttpRequest) -> HttpResponse:
    """Pairs of entries that may be one person; `?country=` compares the names of a country as they are spelt."""
    viewer = viewer_of(request)
    country = request.GET.get("country", "").replace("\0", "").upper()[:2]
    found = Paginator(pairs(viewer, country=country), PAIRS_A_PAGE).get_page(request.GET.get("page"))
    keys = {pk for each in found for pk in (each.one.pk, each.other.pk)}
    shown = {each.pk: each for each in lines(with_parts(people_by_keys(keys, viewer)), viewer)}
    rows = [(shown[each.one.pk], shown[each.other.pk], each.why, each.score) for each in found]
    context = {"page": found, "rows": rows, "country": country, "crumbs": above(viewer)}
    context["countries"] = people_countries(readable_people(viewer))
    return render(request, "engagement/people/duplicates.html", context)


@needs(Permission.KEEP_CONTACTS)
@FORM
def join(request: HttpRequest, pk: int, other: int) -> HttpResponse:
    """Two entries side by side, with what would follow which way; then the act."""
    viewer, both = viewer_of(request), (one(request, pk), one(request, other))
    if pk == other or any(each.merged_into_id is not None for each in both):
        raise Http404(_("These are not two entries."))
    form = JoinForm(request.POST if request.method == "POST" else None, keys=[pk, other], initial={"keep": pk})
    if request.method == "POST" and form.is_valid():
        try:
            return _decided(request, both, form.cleaned_data["keep"], form.cleaned_data["why"])
        except ContactError as error:
            tell(error, form)
    shown = lines(both, viewer)
    chosen = str(form["keep"].value())
    found = told_apart(both[0], both[1], viewer)
    ways = [_way(shown[at], both[at], both[1 - at], viewer, chosen) for at in (0, 1)]
    return page(request, "join", None, form, ways=ways, apart=APART, told=found)


@needs(Permission.KEEP_CONTACTS)
@FORM
def part(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """Undo a joining."""
    contact, row = one(request, pk), merger(number, viewer_of(request))
    if row is None or row.kept_id != pk:
        raise Http404(_("There is no such joining."))
    form = Form(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            part_contacts(merger=row, by=viewer_of(request))
        except ContactError as error:
            tell(error, form)
        else:
            return done(request, contact, _("They are two entries again."))
    return page(request, "unjoin", contact, form, merger=row)


def _decided(request: HttpRequest, both: tuple[Contact, Contact], keep: str, why: str) -> HttpResponse:
    """Join two entries, or keep that they are two people. Raises ContactError."""
    viewer = viewer_of(request)
    if keep == APART:
        tell_apart(one=both[0], other=both[1], why=why, by=viewer)
        messages.success(request, _("They are two people; the list does not name them again."))
        return redirect("engagement:people_duplicates")
    kept, merged = both if keep == str(both[0].pk) else both[::-1]
    merge_contacts(kept=kept, merged=merged, why=why, by=viewer)
    return done(request, kept, _("The two entries are one now."))


def _way(shown: Any, kept: Contact, merged: Contact, viewer: Any, chosen: str) -> dict[str, Any]:
    """One of the two ways: which entry stays, and what follows."""
    return {"one": shown, "preview": preview(kept, merged, viewer), "chosen": chosen == str(kept.pk)}
