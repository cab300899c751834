"""Notices in, for programs: a file of any format that is read, and its receipt. Needs a token."""

from datetime import datetime
from hashlib import sha256
from typing import Any, Literal
from uuid import UUID

from django.conf import settings
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.arrivals import body, openapi
from roadstead.arrivals.actions.receipts import sent_before
from roadstead.arrivals.actions.taking import take_in
from roadstead.arrivals.enums import Origin
from roadstead.arrivals.models import Sending
from roadstead.arrivals.presenters.receipts import as_data
from roadstead.arrivals.queries.senders import receipts, speaks_for
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.common.access.viewer import Viewer
from roadstead.common.problems import problem
from roadstead.common.throttle import Throttle, refused
from roadstead.wire.errors import Problem
from roadstead.wire.incoming.reading import MOST_BYTES

MOST = 100  # receipts in one answer
COUNTS_ONCE = 65_536  # bytes; a longer file counts as several requests
LIST, ONE = "what_came_in", "one_receipt"
router = Router(tags=["notices"])
notices = Throttle("notices", lambda: int(settings.DECISIONS_PER_MINUTE))


class RowOut(Schema):
    """What became of one notice."""

    at: str = Field(description="Where it stood: its number in the file, or the place of what is wrong")
    ship: str
    outcome: Literal["new", "updated", "same", "older", "cancelled", "rejected"]
    words: str = Field(description="Why it was rejected, or what the arrival wants of the watch")
    digest: str = Field(description="SHA-256 of what is kept of it, “sha256:…”; empty where nothing is")
    arrival: UUID | None = Field(description="The arrival, where the sender may read it")
    verdict: Literal["applies", "does_not_apply", "cannot_tell"] | None


class ReceiptOut(Schema):
    """A receipt, `roadstead/receipt/1`."""

    schema_: Literal["roadstead/receipt/1"] = Field(alias="schema")
    uid: UUID
    digest: str = Field(description="SHA-256 of the bytes that came, “sha256:…”")
    size: int = Field(description="Bytes")
    name: str
    origin: Literal["import", "page", "api", "folder"]
    company: str
    received_at: datetime
    counts: dict[str, int]
    rows: list[RowOut]


class ReceiptsPage(Schema):
    """A part of a list, the latest first."""

    count: int
    offset: int
    items: list[UUID]


class SentAs(Schema):
    """What is said beside the file."""

    name: str = Field("", max_length=200, description="How the file is called")
    company: str = Field("", max_length=200, description="For which company, where the token speaks for several")


class ReceiptsAsked(Schema):
    """Which part of the list."""

    offset: int = Field(0, ge=0, le=1_000_000)
    limit: int = Field(25, ge=1, le=MOST)


@router.post(
    "/notices",
    response={200: ReceiptOut, 201: ReceiptOut},
    by_alias=True,
    summary="Notices in, a receipt out",
    operation_id="send_notices",
    openapi_extra=openapi.sending(),
)
@needs(Permission.TAKE_NOTICES)
def send_notices(request: HttpRequest, asked: Query[SentAs]) -> HttpResponse:
    """One notice or many, in any format that is read: what it is, its content says.

    201 with the receipt; 200 where nothing of it was new; 422 where nothing could be taken in. The same bytes twice
    have one receipt. Names of crew and passengers are dropped at the door. By a token only, one with the right to
    take notices in: a signed-in browser only reads through the API.
    """
    viewer = viewer_of(request)
    allowance = notices.hit(request, _cost(request))
    response = _taken(request, asked, viewer) if allowance.allowed else refused()
    for name, value in allowance.headers.items():
        response[name] = value
    return response


def _taken(request: HttpRequest, asked: SentAs, viewer: Viewer) -> HttpResponse:
    own = speaks_for(viewer)
    company = asked.company or ("" if own is None else next(iter(own), "") if len(own) == 1 else "")
    if own is not None and company not in own:
        told = [Problem("company", "name the company whose ships these are, one that the token speaks for.")]
        return problem("bad-parameter", _("Mend the address."), told)
    try:
        found = body.whole(request, MOST_BYTES)
    except body.CutShortError:
        return problem("cut-short", "Send the whole file again; nothing of it was taken in.")
    except body.TooLargeError:
        return _bad([Problem("file", f"is larger than {MOST_BYTES >> 20} MB. Send fewer notices in one file.")])
    name = asked.name.replace("\0", "").strip()
    again = sent_before(sha256(found).hexdigest(), company) is not None
    sending = take_in(body=found, name=name, origin=Origin.API, by=viewer, company=company)
    return _answer(sending, viewer, again=again)


@router.get("/notices", response=ReceiptsPage, summary="Receipts of notices", operation_id=LIST)
@needs(Permission.TAKE_NOTICES)
def what_came_in(request: HttpRequest, asked: Query[ReceiptsAsked]) -> dict[str, Any]:
    """The receipts that the reader may read, by their uid."""
    rows = receipts(viewer_of(request))
    items = list(rows.values_list("uid", flat=True)[asked.offset : asked.offset + asked.limit])
    return {"count": rows.count(), "offset": asked.offset, "items": items}


@router.get("/notices/{uid}", response=ReceiptOut, by_alias=True, summary="One receipt", operation_id=ONE)
@needs(Permission.TAKE_NOTICES)
def one_receipt(request: HttpRequest, uid: UUID) -> HttpResponse:
    """What became of each notice of something that came in."""
    viewer = viewer_of(request)
    found = receipts(viewer).filter(uid=uid).first()
    if found is None:
        return problem("not-found", _("There is no such receipt, or it is not open to you."))
    return JsonResponse(as_data(found, viewer))


def _answer(sending: Sending, viewer: Viewer, *, again: bool) -> HttpResponse:
    outcomes = {one["outcome"] for one in sending.told}
    if not outcomes - {"rejected"}:
        told = [Problem(one["at"], one["words"]) for one in sending.told]
        return _bad(told or [Problem("file", "holds no notice.")])
    return JsonResponse(as_data(sending, viewer), status=200 if again or not outcomes - {"same", "rejected"} else 201)


def _bad(problems: list[Problem]) -> HttpResponse:
    return problem("bad-notice", "Nothing could be taken in. Mend what errors names and send it again.", problems)


def _cost(request: HttpRequest) -> int:
    said = request.META.get("CONTENT_LENGTH") or "0"
    return 1 + (int(said) if said.isascii() and said.isdigit() and len(said) <= 12 else 0) // COUNTS_ONCE
