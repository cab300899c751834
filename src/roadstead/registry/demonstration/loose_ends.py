"""What waits for somebody in the demonstration: proposals of partners, names that differ, a file not yet confirmed."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta

from roadstead.common.access.viewer import Viewer
from roadstead.common.invented import Chance, invented
from roadstead.registry.actions.facilities import write_facility
from roadstead.registry.actions.facility_names import add_name
from roadstead.registry.actions.facility_proposals import accept_proposal, propose_change, return_proposal
from roadstead.registry.actions.facility_reading import read_facilities
from roadstead.registry.demonstration.export import file_of, row_of
from roadstead.registry.demonstration.lands import SOURCE
from roadstead.registry.demonstration.terminals import Terminal, later, misspelt
from roadstead.registry.enums import FacilityNameKind
from roadstead.registry.models import Facility, FacilityImport

WAITING = "invented-facilities-newer.csv"
MOST = 100  # of each sort, however large the world is
Here = Mapping[str, Sequence[Terminal]]  # by country


def leave_open(here: Here, partners: Mapping[str, Viewer], *, on: date, by: Viewer) -> None:
    """Everything that waits; once."""
    if FacilityImport.objects.filter(file_name=WAITING).exists():
        return
    some = [one for country in sorted(here) for one in here[country][:3]][: MOST * 3]
    held = {row.number: row for row in Facility.objects.visible_to(by).filter(number__in=[one.number for one in some])}
    for one in some[::20][:MOST]:
        _enter_again(one, by)
    for one in some[::11][:MOST]:
        former = invented(f"Old {one.name.split()[0]} Pier")
        add_name(facility=held[one.number], name=former, kind=FacilityNameKind.FORMER, source=SOURCE, by=by)
    _propose(here, partners, on, by)
    _wait(here, on, by)


def _enter_again(one: Terminal, by: Viewer) -> None:
    """The same facility once more, as a letter has it: without its number, and misspelt."""
    said = {"name": misspelt(one), "port_name": one.port, "source": f"A letter. {SOURCE}"}
    write_facility(country=one.country, said=said, by=by)


def _propose(here: Here, partners: Mapping[str, Viewer], on: date, by: Viewer) -> None:
    """What partners would have changed; some of it is answered."""
    proposals = []
    for place, country in enumerate(sorted(set(partners) & set(here))):
        for one in here[country][:2]:
            facility = Facility.objects.visible_to(partners[country]).get(number=one.number)
            issued = on - timedelta(days=Chance("proposal", one.number).between(2, 30))
            said = {"berths": (facility.berths or 0) + 1, "soc_issued_on": issued}
            said |= {"soc_expires_on": issued.replace(year=issued.year + 5, day=min(issued.day, 28))}
            word = "We have approved the plan anew, and built a berth. Invented."
            proposals.append(propose_change(facility=facility, said=said, word=word, by=partners[country]))
        if place == 1:
            accept_proposal(proposal=proposals[-1], word="Thank you.", by=by)
        if place == 2:
            return_proposal(proposal=proposals[-1], word="Please send us the new Statement, too.", by=by)


def _wait(here: Here, on: date, by: Viewer) -> None:
    """A newer file that nobody has confirmed: new, changed and unchanged rows, and some that cannot be read."""
    countries = sorted(here)[::9][:MOST]
    known = [one for country in countries for one in here[country]]
    newer = [later(one, on) if place % 4 == 0 else one for place, one in enumerate(known)]
    wrong = [row_of(one) for one in known[:4]]
    for row, change in zip(wrong, WRONG, strict=False):
        row.update(change)
    read_facilities(stream=file_of(newer, wrong), file_name=WAITING, by=by)


WRONG = (
    {"number": ""},
    {"number": "9001"},
    {"number": "XXXXX-9999", "country": "XX"},
    {"soc_issued_on": "31/02/2026"},
)
