"""What the planner calls its figures, its lines of cost and its answers."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FIGURES: dict[str, str | Promise] = {
    "posts_there": _("Guard posts in the port of call"),
    "hours_there": _("Hours in the port of call"),
    "guard_hour_there": _("A guard for an hour there (0 for crew)"),
    "fee_there": _("Agent’s fee there"),
    "delay_hours": _("Hours of delay for a boarding"),
    "ship_hour": _("The ship for an hour"),
    "posts_us": _("Guard posts in the US port"),
    "hours_us": _("Hours in the US port"),
    "guard_hour_us": _("An armed guard for an hour"),
    "fee_us": _("Fees in the US port"),
}
LINES: dict[str, str | Promise] = {
    "guards_there": _("Guards at the access points in the port of call"),
    "agency_there": _("Agent and papers in the port of call"),
    "delay": _("Delay for boarding or examination in the United States"),
    "guards_us": _("Armed guards in the US port"),
    "fees_us": _("Agent, launches and other fees in the United States"),
}
HEADLINES: dict[str, str | Promise] = {
    "brings": _("A call there brings conditions of entry"),
    "also": _("Conditions of entry apply already, and a call there brings them too"),
    "may": _("A call there may bring conditions of entry"),
    "none": _("A call there brings no conditions of entry"),
    "still": _("A call there brings none, but another call does or may"),
    "frees": _("A call there brings none, and pushes out the call that did"),
}
TONES = {"brings": "alarm", "also": "alarm", "may": "ask", "none": "good", "still": "ask", "frees": "good"}
STATUSES = {
    "brings": "applies",
    "also": "applies",
    "may": "cannot_tell",
    "none": "does_not_apply",
    "still": "does_not_apply",
    "frees": "does_not_apply",
}
