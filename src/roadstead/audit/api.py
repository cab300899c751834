"""What was done, for programs."""

from typing import Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.audit import queries
from roadstead.common.access.guards import needs, viewer_of
from roadstead.common.access.permission import Permission
from roadstead.core import chain

router = Router(tags=["what was done"])
MOST = 1_000  # events in one answer


class End(Schema):
    """One place in the chain."""

    number: int = Field(description="The number of the event; 0 before the first.")
    digest: str = Field(description="Its digest.")


class Asked(Schema):
    """Which events are wanted."""

    after: int = Field(0, ge=0, le=chain.LARGEST, description="The number of the last event that you have.")
    limit: int = Field(100, ge=1, le=MOST, description="How many events at most.")


class Events(Schema):
    """Some of the chain, in order. Ask again after the number of the last one until none comes."""

    chain: Literal["roadstead/audit/1"] = Field(description="The form of the events.")
    head: End = Field(description="The end of the chain at this moment.")
    after: End = Field(description="The event before those given here.")
    events: list[dict[str, Any]] = Field(
        description="Each as in the JSON Lines of the log; one that you may not read is a stub "
        "{number, previous, digest, withheld}, so that the chain can be followed past it."
    )


@router.get("/events", response=Events, summary="What was done, from an event on", operation_id="what_was_done")
@needs(Permission.READ_LOG)
def what_was_done(request: HttpRequest, asked: Query[Asked]) -> dict[str, Any]:
    """The record of everything that was done, in its order. Needs the right to read and export it.

    Each event has the digest of the one before in its own; docs/guides/audit.md says how it is computed.
    """
    viewer = viewer_of(request)
    number, digest = queries.head()
    after, digest_before = queries.before(min(asked.after, number) + 1)
    found = list(queries.links(viewer, after + 1, min(after + asked.limit, number)))
    return {
        "chain": chain.SCHEMA,
        "head": {"number": number, "digest": digest},
        "after": {"number": after, "digest": digest_before},
        "events": found,
    }
