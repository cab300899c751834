"""What everyone may read: the list, one record, and the feed."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.http import require_safe

from roadstead.common.access.guards import open_to_all
from roadstead.common.access.viewer import PUBLIC
from roadstead.engagement import queries
from roadstead.engagement.models import Information
from roadstead.engagement.presenters import lists, tables
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.views import crumbs
from roadstead.files import presenters as files

LINKS = ("countries",)
MOST_ENTRIES = 50
KEPT_SECONDS = 60  # so that what is withdrawn is soon withdrawn everywhere


@open_to_all
@require_safe
def information_list(request: HttpRequest) -> HttpResponse:
    """What the programme shares with everyone; the same for whoever asks."""
    context = lists.context(request, queries.public(), links=LINKS)
    return render(request, "engagement/public/list.html", context | {"exports": "engagement:public_information_export"})


@open_to_all
@require_safe
def information_export(request: HttpRequest, form: str) -> HttpResponse:
    """The same list as a file."""
    return tables.answer(request, queries.public(), form, links=LINKS, page="/information/")


@open_to_all
@require_safe
def information(request: HttpRequest, pk: int) -> HttpResponse:
    """One record that everyone may read."""
    record: Information = get_object_or_404(queries.with_names(queries.public()), pk=pk)
    context = {"record": record, "one": shown(record, PUBLIC), "attachments": files.rows(record, PUBLIC)}
    context["crumbs"] = crumbs.public()
    return render(request, "engagement/public/detail.html", context)


@open_to_all
@require_safe
@cache_control(public=True, max_age=KEPT_SECONDS)
def feed(request: HttpRequest) -> HttpResponse:
    """The latest of it as an Atom feed; what was withdrawn says so."""
    address = request.build_absolute_uri
    atom = Atom1Feed(
        title=_("Port security information"),
        link=address(reverse("engagement:public_information_list")),
        description="",
        subtitle=_("What the programme shares with everyone."),
        feed_url=address(reverse("engagement:public_information_feed")),
        language="en",
        author_name="Roadstead",
    )
    for row in queries.with_names(queries.public())[:MOST_ENTRIES]:
        atom.add_item(
            title=row.title,
            link=address(reverse("engagement:public_information", args=[row.pk])),
            description=_("Withdrawn: %(why)s") % {"why": row.withdrawn_why} if row.withdrawn_at else _plain(row.text),
            unique_id=f"urn:uuid:{row.uid}",
            pubdate=row.written_at,
            updateddate=max(row.changed_at, row.marked_at),
        )
    return HttpResponse(atom.writeString("utf-8"), content_type="application/atom+xml; charset=utf-8")


def _plain(text: str) -> str:
    """The text without what XML cannot carry."""
    return "".join(one for one in text if one >= " " or one in "\t\n\r")
