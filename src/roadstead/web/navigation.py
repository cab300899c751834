"""The one list of where a visitor may go; addresses are written out, so that a face may be built later."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the header. `path` is also the beginning of the addresses that belong to it."""

    label: str | Promise
    path: str

    def leads(self, path: str) -> bool:
        """Whether the page at `path` belongs under this entry."""
        return path == self.path if self.path == "/" else path.startswith(self.path)


PUBLIC = (
    Entry(_("Home"), "/"),
    Entry(_("Advisory"), "/advisory/"),
    Entry(_("Check a voyage"), "/check/"),
    Entry(_("Ports"), "/reference/"),
    Entry(_("What if"), "/desk/what-if/"),
    Entry(_("API"), "/api/v1/docs"),
)


def current(path: str) -> Entry | None:
    """The entry under which `path` lies, if any."""
    return next((entry for entry in PUBLIC if entry.leads(path)), None)
