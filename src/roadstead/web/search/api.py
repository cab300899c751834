"""The search, for programs."""

from typing import Annotated, Any, Literal

from django.http import HttpRequest
from ninja import Query, Router, Schema
from pydantic import Field

from roadstead.common.access.guards import signed_in, viewer_of
from roadstead.web.search.asked import LONGEST, read
from roadstead.web.search.hits import Group
from roadstead.web.search.searching import WORDS, search

router = Router(tags=["search"])
MOST = 100  # of a kind in one answer
KINDS: dict[str, Any] = {"enum": list(WORDS)}


class FoundOut(Schema):
    """One thing found."""

    key: str = Field(description="Its number, or its code", examples=["12"])
    name: str = Field(examples=["Example Terminal (invented)"])
    context: str = Field(description="A line to know it by", examples=["NGAPP-0001 · Apapa · Nigeria"])
    field: str = Field(description="Which of its texts fits, where that is not its name", examples=["also called"])
    matched: str = Field(description="That text", examples=["Apapa Quay (invented)"])
    page: str = Field(description="Its page, as far as this reader has one", examples=["/desk/facilities/12/"])


class GroupOut(Schema):
    """What was found of one kind."""

    kind: str = Field(examples=["facility"], json_schema_extra=KINDS)
    count: int = Field(description="How many there are that this reader may see; of ports at most 50", examples=[1])
    items: list[FoundOut] = Field(description="The best first")


class SearchOut(Schema):
    """What was found."""

    q: str = Field(description="What was asked", examples=["apapa"])
    near: bool = Field(description="Whether these are similar spellings, nothing being spelt so", examples=[False])
    groups: list[GroupOut] = Field(description="By kind; none where nothing was found, or too little was asked")


class SearchWanted(Schema):
    """What is asked of the search."""

    q: str = Field("", max_length=LONGEST, description="Words in any order, in any script", examples=["apapa quay"])
    # Pydantic reads the values of an enum; a type checker cannot.
    kind: Literal[("", *WORDS)] = Field("", description="One kind alone")  # type: ignore[valid-type]
    near: bool = Field(False, description="Similar spellings at once")
    offset: int = Field(0, ge=0, le=1_000_000, description="How many of each kind to leave out")
    limit: int = Field(5, ge=1, le=MOST, description="How many of each kind to give")


@router.get("/search", response=SearchOut, summary="Everything by words", operation_id="search_everything")
@signed_in
def search_everything(request: HttpRequest, asked: Annotated[SearchWanted, Query()]) -> SearchOut:
    """Countries, ports, facilities, people, organisations, information, officers, posts and advisories by words.

    Only what the reader may see is found and counted. Where nothing is spelt so, similar spellings are given.
    """
    wanted = read({"q": asked.q, "kind": asked.kind, "near": "1" if asked.near else ""}, WORDS)
    groups, meant = search(wanted, viewer_of(request), first=asked.offset, most=asked.limit)
    return SearchOut(q=wanted.text, near=meant.near, groups=[_group(one) for one in groups])


def _group(group: Group) -> GroupOut:
    items = [
        FoundOut(
            key=one.key,
            name=one.name,
            context=one.context,
            field=str(one.field),
            matched=one.matched,
            page=one.href,
        )
        for one in group.hits
    ]
    return GroupOut(kind=group.kind, count=group.total, items=items)
