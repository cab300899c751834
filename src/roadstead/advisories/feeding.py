"""Every edition as an Atom entry, the newest first: for the server, and for a copy that any mirror serves."""

from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime, time

from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext

from roadstead.advisories import summary
from roadstead.advisories.queries import Entry

Named = Callable[[Entry], str]


def atom(entries: Iterable[Entry], *, home: str, own: str, page: Named, name: Named, guid: str | None = None) -> str:
    """The feed. home: the page of all editions. own: the feed itself. page, name: of an edition; names never change."""
    feed = Atom1Feed(
        title=gettext("Port security advisory: editions"),
        link=home,
        description="",
        subtitle=gettext("What each edition of the US port security advisory changed."),
        feed_url=own,
        language="en",
        author_name="Roadstead",
        feed_guid=guid,
    )
    for entry in entries:
        public = _midnight(entry.edition.known.not_after or entry.day)
        feed.add_item(
            title=summary.title(entry),
            link=page(entry),
            description=summary.sentence(entry),
            unique_id=name(entry),
            pubdate=public,
            updateddate=public,
        )
    return str(feed.writeString("utf-8"))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(), tzinfo=UTC)
