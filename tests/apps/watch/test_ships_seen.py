"""What ships reported at a facility stands on its page, for who may read the arrivals."""

import json
from typing import Any

import pytest

from roadstead.accounts.models import User
from roadstead.accounts.roles import Role
from roadstead.arrivals.actions.taking import take_notice
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Arrival, CallReported
from roadstead.common.access.viewer import Viewer
from roadstead.registry.models import Facility
from roadstead.wire.incoming.reading import read
from roadstead.wire.incoming.value import Incoming
from tests.apps.registry.facilities.made import held, imported, row, world
from tests.apps.watch.notices import document
from tests.people import client_of, holder, viewer

pytestmark = pytest.mark.django_db
NUMBER, NAME = "NGAPP-0001", "Invented Terminal"


def told(by: Viewer, number: int, declaration: str, *, facility: str = "", name: str = NAME, **more: Any) -> Arrival:
    """A ship that called in Nigeria and reports of a facility."""
    said = document(number, country="NG")
    measures = {"declaration_of_security": declaration, **more}
    place = {"facility": facility or None, "facility_name": name}
    said["calls"][0] |= {key: value for key, value in place.items() if value} | {"measures": measures}
    found = read(json.dumps(said).encode())[0]
    assert isinstance(found, Incoming)
    return take_notice(incoming=found, origin=Origin.IMPORT, by=by)[0]


@pytest.fixture
def facility(db: None) -> Facility:
    world()
    imported(row(IMO_Port_Facility_Number=NUMBER, Facility_Name=NAME))
    return held(NUMBER)


def test_refusals_are_counted_by_year_with_the_calls_behind_them(watch: User, facility: Facility) -> None:
    by = viewer(watch)
    told(by, 1, "refused", facility=NUMBER, security_level_2=True)
    told(by, 2, "refused", name="INVENTED  terminal")
    told(by, 3, "signed", name="Elsewhere")
    rows = CallReported.objects.visible_to(by)
    assert rows.filter(declaration="refused").count() == 2
    page = client_of(holder(Role.HEADQUARTERS)).get(f"/desk/facilities/{facility.pk}/").content.decode()
    assert "What ships reported here" in page
    assert "The latest 2 calls behind it" in page
    assert "INVENTED 1" in page
    assert "INVENTED 3" not in page
    assert "matched by name" in page
    assert "What was seen here" in page  # beside the officers’ observations


def test_a_later_version_replaces_what_the_first_reported(watch: User, facility: Facility) -> None:
    by = viewer(watch)
    told(by, 1, "refused", facility=NUMBER)
    told(by, 1, "signed", facility=NUMBER)
    assert list(CallReported.objects.visible_to(by).values_list("declaration", flat=True)) == ["signed"]


def test_partners_are_not_shown_arrivals(watch: User, facility: Facility) -> None:
    told(viewer(watch), 1, "refused", facility=NUMBER)
    partner = holder(Role.FACILITY, NUMBER)
    page = client_of(partner).get(f"/partner/facilities/{facility.pk}/")
    assert page.status_code == 200
    assert "ships reported" not in page.content.decode()
    assert CallReported.objects.visible_to(viewer(partner)).count() == 0
