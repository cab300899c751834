"""Invented information for the demonstration: one piece of each mark, plainly invented."""

from datetime import timedelta
from uuid import NAMESPACE_URL, uuid5

from django.utils.translation import gettext as _

from roadstead.common import clock
from roadstead.common.access.marks import Mark
from roadstead.common.access.viewer import Viewer
from roadstead.engagement.actions.shape import Content
from roadstead.engagement.actions.writing import write_information
from roadstead.engagement.demonstration.pieces import INVENTED, Piece


def make(*, by: Viewer) -> int:
    """Write what is missing, by an invented person of headquarters; how many pieces there are. A second run adds none.

    Raises PermissionDenied where that person may not release to everyone.
    """
    for piece in INVENTED:
        write_information(
            uid=uuid5(NAMESPACE_URL, f"roadstead/demonstration/information/{piece.name}"),
            content=_content(piece),
            mark=piece.mark,
            states=piece.states,
            reason=piece.reason if piece.mark != Mark.PROGRAMME else "",
            by=by,
        )
    return len(INVENTED)


def _content(piece: Piece) -> Content:
    until = clock.today() + timedelta(days=piece.good_for_days) if piece.good_for_days else None
    text = "\n\n".join(
        (*piece.paragraphs, _("Invented for the demonstration: no real place, person or event is meant."))
    )
    return Content(piece.kind, _("%(title)s (invented)") % {"title": piece.title}, text, piece.countries, until)
