"""Who answers for which country, for programs of the programme."""

from datetime import date
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.common import clock
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.days import Day
from roadstead.registry.api.shapes import MOST, Named, Part, typed
from roadstead.registry.queries.coverage import Covered, coverage
from roadstead.registry.queries.portfolios import Line, posts

router = Router(tags=["portfolios"])


class Answering(Schema):
    """An officer for a time."""

    officer: Named
    post: str = Field(description="The code of the post, or nothing", examples=["brunssum"])
    place: str = Field(description="Where the post is", examples=["Brunssum, Netherlands"])
    since: date = Field(examples=["2026-01-01"])
    until: date | None = Field(description="The first day without; null where no end is known")


class PortfolioOut(Schema):
    """A country that needs an officer, and who answers for it on the day asked for."""

    country: str = Field(description="ISO 3166-1", examples=["NG"])
    name: str = Field(examples=["Nigeria"])
    responsible: Answering | None = Field(description="null is a gap: nobody answers for it")
    cover: Answering | None = Field(description="Who covers during an absence")
    following: Answering | None = Field(description="Who comes next")


class PortfolioPage(Part):
    """A part of the coverage of the world."""

    on: date = Field(description="The day", examples=["2026-11-23"])
    gaps: int = Field(description="How many countries, of those that fit, nobody answers for", examples=[0])
    items: list[PortfolioOut]


class PortfoliosWanted(Schema):
    """What is asked of the coverage."""

    on: Day | None = Field(None, description="Any day; today where none is named", examples=["2026-11-23"])
    country: str = Field("", max_length=2, description="ISO 3166-1, as in NG")
    officer: int | None = Field(None, ge=1, le=2**53, description="The number of an officer, responsible or covering")
    post: str = Field("", max_length=40, description="The code of a post")
    state: Literal["", "gap", "covered"] = Field("", description="Countries with a gap, or with a cover, alone")
    offset: int = Field(0, ge=0, le=1_000_000)
    limit: int = Field(25, ge=1, le=MOST)


class PostOut(Schema):
    """A place where liaison officers are stationed."""

    code: str = Field(examples=["brunssum"])
    name: str
    place: str
    country: str
    former: bool = Field(description="No longer a post, as far as is known")
    valid_from: date | None
    valid_until: date | None


@router.get("/portfolios", response=PortfolioPage, summary="Who answers for which country", operation_id="portfolios")
@needs(Permission.READ_PROGRAMME)
def portfolio_list(request: HttpRequest, asked: Annotated[PortfoliosWanted, Query()]) -> PortfolioPage:
    """Every country that needs an officer, by name, with who answers for it on a day, who covers and who comes next."""
    on = asked.on or clock.today()
    found = [row for row in coverage(viewer_of(request), on) if _fits(row, asked)]
    shown = [_shown(row) for row in found[asked.offset : asked.offset + asked.limit]]
    gaps = sum(row.gap for row in found)
    return PortfolioPage(count=len(found), offset=asked.offset, on=on, gaps=gaps, items=shown)


@router.get("/posts", response=list[PostOut], summary="Posts of liaison officers", operation_id="posts")
@needs(Permission.READ_PROGRAMME)
def post_list(request: HttpRequest) -> list[PostOut]:
    """Where officers are stationed, former posts among them."""
    same = ("name", "place", "former", "valid_from", "valid_until")
    return [
        PostOut(code=one.pk, country=one.country_id, **{name: getattr(one, name) for name in same})
        for one in posts(former=True)
    ]


def _fits(row: Covered, asked: PortfoliosWanted) -> bool:
    now = [one for one in (row.who.responsible, row.who.cover) if one]
    return all(
        (
            not asked.country or row.code == typed(asked.country).upper(),
            asked.officer is None or any(one.officer == asked.officer for one in now),
            not asked.post or any(one.post == asked.post for one in now),
            asked.state != "gap" or row.gap,
            asked.state != "covered" or row.who.cover is not None,
        )
    )


def _shown(row: Covered) -> PortfolioOut:
    who: dict[str, Any] = {name: _line(getattr(row.who, name)) for name in ("responsible", "cover", "following")}
    return PortfolioOut(country=row.code, name=row.name, **who)


def _line(one: Line | None) -> Answering | None:
    if one is None:
        return None
    officer = Named(id=one.officer, name=one.officer_name)
    return Answering(officer=officer, post=one.post, place=one.place, since=one.first, until=one.until)
