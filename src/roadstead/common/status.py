"""How an answer looks: a word, an icon and a colour, never a colour alone."""

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Status:
    """`tone` names a style: alarm and ask catch the eye, good and quiet stay calm."""

    word: str | Promise
    icon: str
    tone: str


TONES = ("alarm", "ask", "good", "quiet")
ICONS = {"alarm": "error", "ask": "help", "good": "check_circle", "quiet": "remove"}

STATUSES = {
    "yes": Status(pgettext_lazy("answer", "Yes"), "check", "quiet"),
    "no": Status(pgettext_lazy("answer", "No"), "close", "quiet"),
    "unknown": Status(pgettext_lazy("answer", "Not known"), "help", "ask"),
    "applies": Status(_("Applies"), "error", "alarm"),
    "does_not_apply": Status(_("Does not apply"), "check_circle", "good"),
    "cannot_tell": Status(_("Cannot tell yet"), "help", "ask"),
    "none": Status(pgettext_lazy("boarding or guards", "None"), "remove", "quiet"),
    "may": Status(pgettext_lazy("boarding", "May happen"), "warning", "ask"),
    "will": Status(pgettext_lazy("boarding", "Will happen"), "error", "alarm"),
    "required": Status(pgettext_lazy("guards", "Required"), "error", "alarm"),
    "captain_of_the_port_decides": Status(_("The Captain of the Port decides"), "warning", "ask"),
    "normally_waived": Status(_("Normally waived"), "info", "quiet"),
    "listed": Status(_("On the list"), "error", "alarm"),
    "not_listed": Status(_("Not on the list"), "check_circle", "good"),
    "excepted": Status(_("Excepted"), "check_circle", "good"),
    "removed": Status(_("Removed"), "remove", "quiet"),
}


def status(value: str, word: str = "", tone: str = "") -> Status:
    """The look of `value`; `word` and `tone` say it otherwise where the question asks for it.

    A value without an entry is shown as its own word: better plain than wrongly coloured.
    """
    known = STATUSES.get(value) or Status(value.replace("_", " ").capitalize(), ICONS["quiet"], "quiet")
    if tone and tone not in TONES:
        raise ValueError(f"The tone “{tone}” of a status is none of {', '.join(TONES)}.")
    icon = ICONS[tone] if tone and tone != known.tone else known.icon
    return Status(word or known.word, icon, tone or known.tone)
