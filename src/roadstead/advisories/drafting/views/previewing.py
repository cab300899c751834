"""A draft as the page of its edition, before anybody publishes it."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from roadstead.advisories import books, presenters
from roadstead.advisories import queries as advisories
from roadstead.advisories.drafting import queries
from roadstead.advisories.drafting.views.acting import above, one
from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission


@needs(Permission.READ_PROGRAMME)
@require_safe
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The page of the edition as it will be, and the list with it; or why there is none."""
    record = one(request, pk)
    shown = queries.preview(record, viewer_of(request))
    context = {"draft": record, "problem": shown.problem, "crumbs": above(record)}
    if shown.book is None or shown.edition is None:
        return render(request, "advisories/drafting/no_preview.html", context)
    with books.as_if(shown.book):
        known = max(clock.today(), record.issued_on or clock.today())
        entry = next(one for one in advisories.entries(known) if one.edition.id == shown.edition.id)
        after = advisories.advisory(entry.day, known)
        context |= {
            **presenters.edition_words(entry),
            "entry": entry,
            "after": after,
            "rows": sorted(after.countries, key=lambda row: row.name.casefold()),
            "wording": presenters.wording_of(entry, advisories.rule_book()),
            "ask": {"query": "", "on": after.on, "known_at": None, "today": None},
            "last_confirmed": after.last_confirmed_on,
        }
        return render(request, "advisories/drafting/preview.html", context)
