"""What somebody asks for, checked before it is written."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _

from roadstead.hosting.errors import HostingError, line_of, text_of
from roadstead.hosting.models.requests import LONGEST_AIMS, MOST_DAYS, MOST_PEOPLE
from roadstead.hosting.topics import topics

FIELDS = ("aims", "topics", "size", "languages", "earliest", "latest", "days")
A_DAY = timedelta(days=1)  # it is yesterday still somewhere
FURTHEST = timedelta(days=3 * 366)


@dataclass(frozen=True, slots=True)
class Ask:
    """What is wanted. topics: codes; earliest, latest: between which it suits; days: how long."""

    aims: str
    topics: Collection[str] = ()
    size: int | None = None
    languages: str = ""
    earliest: date | None = None
    latest: date | None = None
    days: int | None = None

    def fields(self, today: date) -> dict[str, Any]:
        """The columns it fills. Raises HostingError, naming the field."""
        if unknown := sorted(set(self.topics) - set(topics())):
            raise HostingError(_("There is no topic “%(code)s”.") % {"code": unknown[0]}, "topics")
        if self.size is not None and not 1 <= self.size <= MOST_PEOPLE:
            raise HostingError(_("A delegation has from 1 to %(most)s people.") % {"most": MOST_PEOPLE}, "size")
        if self.days is not None and not 1 <= self.days <= MOST_DAYS:
            raise HostingError(_("A visit lasts from 1 to %(most)s days.") % {"most": MOST_DAYS}, "days")
        self._check_window(today)
        return {
            "aims": text_of(
                self.aims, most=LONGEST_AIMS, field="aims", must=_("Say what the visit is to bring about.")
            ),
            "topics": [code for code in topics() if code in self.topics],
            "size": self.size,
            "languages": line_of(self.languages, most=100, field="languages"),
            "earliest": self.earliest,
            "latest": self.latest,
            "days": self.days,
        }

    def _check_window(self, today: date) -> None:
        """Raises HostingError for days that are over, far away, or too few for the visit."""
        for name, day in (("earliest", self.earliest), ("latest", self.latest)):
            if day is not None and day < today - A_DAY:
                raise HostingError(_("That day is over. Choose one that is still to come."), name)
            if day is not None and day > today + FURTHEST:
                raise HostingError(_("That day is more than three years away. Look at the year."), name)
        if self.earliest and self.latest:
            if self.latest < self.earliest:
                raise HostingError(_("The last day that suits lies before the first."), "latest")
            if self.days and (self.latest - self.earliest).days + 1 < self.days:
                raise HostingError(_("Between these days there are fewer than the visit lasts."), "days")
