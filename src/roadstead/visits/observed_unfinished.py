"""What recommendations leave open with a country, for whoever takes it over."""

from collections.abc import Collection, Iterator

from django.db.models import Q
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from roadstead.common.access.viewer import Viewer
from roadstead.registry.open_items import OpenItem
from roadstead.visits.observed_enums import RecommendationState, Side
from roadstead.visits.queries.recommended import ENDED, recommendations

LONGEST = 80  # characters of a text


def recommended(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Recommendations of either side that have not ended."""
    rows = recommendations(viewer).filter(~Q(state__in=ENDED), country__in=countries)
    for one in rows.order_by("due_on", "pk"):
        text = " ".join(one.text.split())
        words = {"text": text if len(text) <= LONGEST else text[: LONGEST - 1] + "…"}
        words |= {"day": date_format(one.due_on, "j F Y"), "state": str(RecommendationState(one.state).label)}
        ours = one.toward == Side.PROGRAMME
        said = _("The host recommends: “%(text)s” (%(state)s, due %(day)s).")
        if not ours:
            said = _("We recommended: “%(text)s” (%(state)s, due %(day)s).")
        yield OpenItem(one.country_id, said % words, f"/desk/recommendations/{one.pk}/")
