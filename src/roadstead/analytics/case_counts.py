"""What the what-if says of a case’s decision, for determinations below, which keep it."""

from django.utils.translation import gettext as _

from roadstead.analytics import queries, reading, typed
from roadstead.analytics.figures import Case, figures
from roadstead.common import clock
from roadstead.determinations.traffic import CannotCountError, Counted, register
from roadstead.screening.errors import ScreeningError


def counted(text: str) -> Counted:
    """The draft tried on the newest set of voyages. Raises CannotCountError."""
    today, said = clock.today(), typed.read(text)
    read = reading.read("a", said, queries.the_list(today))
    if read.draft is None:
        raise CannotCountError(" ".join(problem.message for problem in read.problems))
    chosen = next(iter(queries.voyage_sets()), None)
    if chosen is None:
        raise CannotCountError(_("No voyages are on record here. Say why nothing is counted."))
    try:
        impact = queries.impact(chosen, read.draft, today)
    except ScreeningError as error:
        raise CannotCountError(str(error)) from error
    found = figures(Case("a", text, read.draft, impact))
    first = read.draft.first_day
    return Counted(
        draft=text,
        record=chosen.label,
        invented=chosen.invented,
        voyages=impact.arrivals,
        concerned=impact.concerned,
        caught=found.caught,
        freed=found.freed,
        unclear=found.unclear,
        ships=impact.ships,
        since=first,
        at_sea=impact.at_sea_in_all if first else None,
        rule_book=queries.rule_book_digest(),
    )


register(counted)
