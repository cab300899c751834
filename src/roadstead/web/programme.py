"""The loop of a port security programme, as the home page draws it."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _


@dataclass(frozen=True, slots=True)
class Link:
    """One link of the loop. `here` says how much of it this product does today: all, part or none."""

    name: str | Promise
    sentence: str | Promise
    here: str = "none"
    path: str = ""


LOOP = (
    Link(_("Engage"), _("Liaison officers keep in touch with port States all year round.")),
    Link(_("Visit"), _("Both sides agree on an agenda, then look at ports together.")),
    Link(_("Assess"), _("What was seen is held against the ISPS Code and the law.")),
    Link(
        _("Determine"),
        _("The Coast Guard finds the measures effective, or not. The government is told and gets time to act."),
    ),
    Link(_("Advise"), _("If they are not, an advisory names the country and warns ships."), "all", "/advisory/"),
    Link(_("Screen"), _("Each arriving ship’s last five foreign ports are held against the list."), "all", "/check/"),
    Link(
        _("Act and relieve"),
        _("Ships may be boarded or guarded. Those that took care are spared the most."),
        "part",
        "/check/",
    ),
    Link(_("Learn"), _("Training and visits in return help the port. When it improves, the listing ends.")),
)
