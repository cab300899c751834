"""What the registry and the accounts below it know to be open with a country."""

from collections.abc import Collection, Iterator

from django.utils.translation import gettext as _

from roadstead.accounts.officers import open_invitations
from roadstead.common import clock
from roadstead.common.access.viewer import Viewer
from roadstead.registry.actions.portfolio_shape import day
from roadstead.registry.enums import AssignmentKind, RequestState
from roadstead.registry.models import Assignment, Facility, FacilityProposal
from roadstead.registry.open_items import OpenItem, register


def proposals(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Changes that partners propose and no officer has answered."""
    facilities = Facility.objects.visible_to(viewer).filter(country__in=countries)
    named = {pk: (country, name) for pk, country, name in facilities.values_list("pk", "country_id", "name")}
    waiting = FacilityProposal.objects.visible_to(viewer).filter(state=RequestState.OPEN)
    for one in waiting.filter(facility__in=facilities.order_by().values("pk")):
        country, name = named[one.facility_id]
        said = _("A change of %(name)s is proposed and waits for an answer.") % {"name": name}
        yield OpenItem(country, said, "/desk/facilities/proposals/")


def invitations(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """People who were invited for a country and have not come yet."""
    for country, role, ends in open_invitations(countries):
        words = {"role": role, "day": day(ends)}
        yield OpenItem(country, _("An invitation (%(role)s) is open until %(day)s.") % words, "/desk/invitations/")


def covers(countries: Collection[str], viewer: Viewer) -> Iterator[OpenItem]:
    """Covers that were arranged for who hands over, and end with it."""
    rows = Assignment.objects.filter(country__in=countries, kind=AssignmentKind.COVER, valid_until__gt=clock.today())
    for row in rows.select_related("officer"):
        words = {"name": row.officer.name, "first": day(row.valid_from)}
        said = _("%(name)s was to cover from %(first)s on; that ends with the hand-over.") % words
        yield OpenItem(row.country_id, said, "/desk/coverage/")


register("proposals of facilities", proposals)
register("invitations", invitations)
register("covers", covers)
