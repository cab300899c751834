"""Shared information, for programs: what is public for everyone, more with a token or a sign-in."""

from datetime import date, datetime
from typing import Annotated, Any, Literal
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.common.access.guards import open_to_all, viewer_of
from roadstead.common.access.marks import Mark
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.problems import problem
from roadstead.engagement import queries
from roadstead.engagement.actions.reading import note_reading
from roadstead.engagement.models import Information
from roadstead.engagement.presenters.shown import shown
from roadstead.engagement.queries import Asked

MOST = 100  # records in one answer
router = Router(tags=["information"])


class InformationOut(Schema):
    """One note or document."""

    id: int
    uid: UUID = Field(description="Its name everywhere, which never changes")
    kind: Literal["note", "document"]
    title: str
    mark: Literal["public", "partner", "programme", "restricted"] = Field(description="Who may see it")
    states: list[str] = Field(description="With which States it was shared: within the programme all, else one’s own")
    countries: list[str] = Field(description="Which countries it is about")
    written_at: datetime
    changed_at: datetime
    valid_until: date | None = Field(description="Its last day; null if it has no end")
    withdrawn_at: datetime | None
    withdrawn_why: str = Field(description="Why it holds no longer")


class InformationWhole(InformationOut):
    """One note or document with its text."""

    text: str


class InformationPage(Schema):
    """A part of a list."""

    count: int = Field(description="How many records fit, of those that this reader may read")
    offset: int
    items: list[InformationOut]


class InformationAsked(Schema):
    """What is asked of the list."""

    q: str = Field("", max_length=200, description="Words in title or text")
    mark: Literal["", "public", "partner", "programme", "restricted"] = ""
    country: str = Field("", max_length=2, description="ISO 3166-1, as in NG")
    kind: Literal["", "note", "document"] = ""
    standing: Literal["in_force", "ended", "every"] = "in_force"
    offset: int = Field(0, ge=0, le=1_000_000)
    limit: int = Field(25, ge=1, le=MOST)


@router.get("/information", response=InformationPage, summary="Shared information", operation_id="information_list")
@open_to_all
def information_list(request: HttpRequest, asked: Annotated[InformationAsked, Query()]) -> InformationPage:
    """What the reader may read, the latest change first. Without a token or a sign-in: what is public."""
    viewer = viewer_of(request)
    wanted = Asked(_typed(asked.q), asked.mark, _typed(asked.country).upper(), asked.kind, asked.standing)
    # To ask for a State would tell with whom else something was shared.
    links = ("states", "countries") if viewer.holds(Permission.READ_PROGRAMME) else ("countries",)
    found = queries.find(queries.readable(viewer), wanted, links=links)
    rows = queries.with_names(found)[asked.offset : asked.offset + asked.limit]
    items = [InformationOut(**_fields(row, viewer)) for row in rows]
    return InformationPage(count=found.count(), offset=asked.offset, items=items)


@router.get("/information/{number}", response=InformationWhole, summary="One of it", operation_id="one_information")
@open_to_all
def one_information(request: HttpRequest, number: int) -> InformationWhole | HttpResponse:
    """One note or document with its text. Reading a restricted one is recorded."""
    viewer = viewer_of(request)
    row = queries.with_names(queries.readable(viewer)).filter(pk=number).first()
    if row is None:
        return problem("not-found", _("There is no such record, or it is not open to you."))
    if row.mark == Mark.RESTRICTED:
        note_reading(information=row, way="api", by=viewer)
    return InformationWhole(**_fields(row, viewer), text=row.text)


def _fields(row: Information, viewer: Viewer) -> dict[str, Any]:
    one = shown(row, viewer)
    same = ("kind", "title", "mark", "written_at", "changed_at", "valid_until", "withdrawn_at", "withdrawn_why")
    states, countries = ([code for code, _name in pairs] for pairs in (one.states, one.countries))
    said = {name: getattr(one, name) for name in same}
    return said | {"id": one.pk, "uid": row.uid, "states": states, "countries": countries}


def _typed(text: str) -> str:
    return text.replace("\0", "").strip()
