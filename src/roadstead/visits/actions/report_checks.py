"""What a text of a report is asked for, and looked through, before two people release it."""

from django.utils.translation import gettext as _

from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.visits.actions.report_shape import ReportError
from roadstead.visits.models import ReportRelease, Visit
from roadstead.visits.queries.report_identifying import identifying
from roadstead.visits.queries.report_withheld import withheld
from roadstead.visits.report_enums import ReleaseState, ReportText

Content = list[dict[str, str]]


def check_releasable(visit: Visit, of: ReportText, content: Content, by: Viewer) -> None:
    """Raises ReportError, in words, where a text must not go to those for whom it is.

    Checked when its release is asked for, and again when it is released, since marks may change between.
    """
    if not content:
        raise ReportError(_("There is no text to release yet."))
    if of == ReportText.HOST:
        check_shared(visit)
    if of == ReportText.PUBLIC:
        _check_public(visit, content, by)
    found = withheld(visit, of, content, by)
    if found:
        where = ", ".join(f"“{heading}”" for heading in found)
        raise ReportError(_WITHHELD[of]() % {"where": where})


def check_shared(visit: Visit) -> None:
    """Raises ReportError where the host does not read the visit, and so would not read its report."""
    if visit.mark != Mark.PARTNER or not visit.states.filter(pk=visit.country_id).exists():
        raise ReportError(_("Share the visit with its State first; its report is read where the visit is."))


def _check_public(visit: Visit, content: Content, by: Viewer) -> None:
    given = ReportRelease.objects.visible_to(by).filter(visit=visit.pk, of=ReportText.HOST)
    if not given.filter(state=ReleaseState.RELEASED).exists():
        raise ReportError(_("Release the host’s version first: the host reads of its visit before everyone does."))
    sure = [one for part in content for one in identifying(visit, part["text"], by) if one.sure]
    if sure:
        named = ", ".join(f"“{one.word}” ({one.kind})" for one in sure)
        raise ReportError(_("The public line tells of people or facilities. Take out: %(named)s") % {"named": named})


_WITHHELD = {
    ReportText.PROGRAMME: lambda: _("What is restricted stands in %(where)s. Write it without, or lift the mark."),
    ReportText.HOST: lambda: _(
        "What was not shared with the host stands in %(where)s. Share the observation, the recommendation or the "
        "facility first, or write it without."
    ),
    ReportText.PUBLIC: lambda: _("What is not public stands in %(where)s. Write it without."),
}
