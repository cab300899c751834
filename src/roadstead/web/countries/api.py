"""Countries, for programs: what is open to all, and what of their files the reader may see."""

from typing import Annotated, Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router

from roadstead.common import clock
from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.problems import problem
from roadstead.registry import queries as registry
from roadstead.registry.queries.bodies import languages_of
from roadstead.registry.queries.portfolios import Line
from roadstead.web.countries.api_shapes import CountriesWanted, CountryOut, CountryPage, CountryWhole
from roadstead.web.countries.asked import Asked
from roadstead.web.countries.rows import Named, Row, chosen, gather
from roadstead.web.countries.standing import NEVER, Standing, standings

router = Router(tags=["countries"])


@router.get("/countries", response=CountryPage, summary="Countries with a sea coast", operation_id="country_list")
@signed_in
def country_list(request: HttpRequest, asked: Annotated[CountriesWanted, Query()]) -> CountryPage:
    """By name, with their standing on the advisory, and as far as the reader may see them, facilities, authorities,
    embassies, and for the programme the officer.
    """
    viewer, text = viewer_of(request), asked.q.replace("\0", "").strip()
    wanted = Asked(text=text, region=asked.region, grouping=asked.grouping, status=asked.advisory)
    found = chosen(gather(viewer, clock.today()), wanted)
    shown = found[asked.offset : asked.offset + asked.limit]
    items = [CountryOut(**_fields(row, viewer)) for row in shown]
    return CountryPage(count=len(found), offset=asked.offset, items=items)


@router.get("/countries/{iso2}", response=CountryWhole, summary="One country", operation_id="one_country")
@signed_in
def one_country(request: HttpRequest, iso2: str) -> CountryWhole | HttpResponse:
    """One country or territory by its ISO 3166-1 code, with or without a coast."""
    viewer, on = viewer_of(request), clock.today()
    known = registry.country(iso2.replace("\0", "")) if len(iso2) == 2 else None
    if known is None:
        return problem("not-found", _("There is no such country."))
    row = next((one for one in gather(viewer, on) if one.country.code == known.code), None)
    told = _fields(row, viewer) if row else _without_coast(known, standings(on).get(known.code, Standing(NEVER)))
    told["languages"] = [{"code": one.code, "name": one.name} for one in languages_of(known.code)]
    same = ("official_name", "coast", "capital", "latitude", "longitude")
    return CountryWhole(**told, **{name: getattr(known, name) for name in same})


def _fields(row: Row, viewer: Viewer) -> dict[str, Any]:
    staff = viewer.holds(Permission.READ_PROGRAMME)
    facilities = row.facilities
    return {
        "code": row.country.code,
        "name": row.country.name,
        "region": row.country.region,
        "subregion": row.country.subregion,
        "advisory": {"standing": row.standing.value, "since": row.standing.since},
        "groupings": [{"code": one.body.code, "name": one.body.name, "since": one.since} for one in row.bodies],
        "facilities": {"count": facilities.count, "dated": facilities.dated, "expired": facilities.expired},
        "designated_authorities": _named(row.authorities),
        "embassies": _named(row.embassies),
        "responsible": _officer(row.who.responsible) if staff else None,
        "cover": _officer(row.who.cover) if staff else None,
    }


def _without_coast(known: Any, standing: Standing) -> dict[str, Any]:
    same = ("code", "name", "region", "subregion")
    empty: dict[str, Any] = {"groupings": [], "designated_authorities": [], "embassies": []}
    empty |= {"responsible": None, "cover": None, "facilities": {"count": 0, "dated": 0, "expired": 0}}
    advisory = {"standing": standing.value, "since": standing.since}
    return {name: getattr(known, name) for name in same} | empty | {"advisory": advisory}


def _named(found: Named) -> list[dict[str, Any]]:
    return [{"id": number, "name": name} for number, name in found]


def _officer(line: Line | None) -> dict[str, Any] | None:
    if line is None:
        return None
    return {"id": line.officer, "name": line.officer_name, "post": line.place, "since": line.first, "until": line.until}
