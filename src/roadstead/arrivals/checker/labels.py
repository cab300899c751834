"""What the form calls its fields and their choices."""

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from roadstead.core.notice import Purpose

Choices = tuple[tuple[str, str | Promise], ...]

VOYAGE_LABELS: dict[str, str | Promise] = {
    "to": gettext_lazy("Port of arrival"),
    "eta": gettext_lazy("Arrival (ETA)"),
    "k": gettext_lazy("As known on"),
    "ship": gettext_lazy("Ship’s name"),
    "imo": gettext_lazy("IMO number"),
    "flag": gettext_lazy("Flag"),
    "type": gettext_lazy("Type of ship"),
    "com": gettext_lazy("Commercial vessel"),
}
CALL_LABELS: dict[str, str | Promise] = {
    "p": gettext_lazy("Port or country"),
    "t": gettext_lazy("Terminal"),
    "a": gettext_lazy("Arrived"),
    "d": gettext_lazy("Departed"),
    "u": gettext_lazy("Purpose"),
    "l": gettext_lazy("Security level 2 measures"),
    "g": gettext_lazy("All access points guarded"),
    "s": gettext_lazy("Declaration of Security"),
    "o": gettext_lazy("Actions logged"),
    "r": gettext_lazy("Reported to the Captain of the Port"),
}
PURPOSES: Choices = (
    (Purpose.CARGO, gettext_lazy("Cargo")),
    (Purpose.PASSENGERS, gettext_lazy("Passengers")),
    (Purpose.BUNKERS, gettext_lazy("Bunkers")),
    (Purpose.CREW, gettext_lazy("Crew change")),
    (Purpose.STORES, gettext_lazy("Stores")),
    (Purpose.REPAIRS, gettext_lazy("Repairs")),
    (Purpose.ANCHORAGE, gettext_lazy("Anchorage")),
    (Purpose.SHIP_TO_SHIP, gettext_lazy("Ship to ship")),
    (Purpose.MEDICAL, gettext_lazy("Medical help")),
    (Purpose.CANAL_TRANSIT, gettext_lazy("Canal transit")),
    (Purpose.OTHER, gettext_lazy("Other")),
)
YES_NO: Choices = (
    ("", gettext_lazy("Not known")),
    ("y", gettext_lazy("Yes")),
    ("n", gettext_lazy("No")),
)
DECLARATION: Choices = (
    ("", gettext_lazy("Not known")),
    ("s", gettext_lazy("Signed")),
    ("t", gettext_lazy("Attempted")),
    ("r", gettext_lazy("Refused by the port")),
    ("n", gettext_lazy("Not attempted")),
)


def field_label(name: str) -> str:
    """The label of a field of the address; for those of a call, with the call's number."""
    if name in VOYAGE_LABELS:
        return str(VOYAGE_LABELS[name])
    label = CALL_LABELS.get(name[:1])
    return _("%(label)s of call %(number)s") % {"label": label, "number": name[1:]} if label else name


def purpose_label(code: str) -> str:
    """The word for a purpose; the code itself if it is none."""
    return str(dict(PURPOSES).get(code, code))
