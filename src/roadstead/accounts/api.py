"""Accounts, for programs."""

from datetime import datetime

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from roadstead.accounts import queries
from roadstead.common.access.guards import signed_in, viewer_of

router = Router(tags=["accounts"])


class HeldRole(Schema):
    """A role in force, and what it reaches."""

    role: str = Field(description="Its name, as in liaison")
    everywhere: bool = Field(description="Whether it reaches everything")
    scopes: dict[str, list[str]] = Field(
        description="What it reaches otherwise, by kind: country, facility, company, zone"
    )


class Me(Schema):
    """Who asks, and what that person, or this token, may do."""

    name: str = Field(description="The person’s name")
    roles: list[HeldRole] = Field(description="Roles in force")
    rights: list[str] = Field(description="Rights held; a token has those that it was made with, and no other")
    token_expires_at: datetime | None = Field(description="When this token ends; null for a signed-in browser")


@router.get("/me", response=Me, summary="Who asks, and what they may do", operation_id="who_asks")
@signed_in
def who_asks(request: HttpRequest) -> Me:
    """The roles in force, what they reach, and the rights that a program has with this token."""
    viewer = viewer_of(request)
    roles = []
    for held in viewer.held:
        scopes: dict[str, list[str]] = {}
        for scope in sorted(held.scopes or ()):
            scopes.setdefault(scope.kind.value, []).append(scope.value)
        roles.append(HeldRole(role=held.role, everywhere=held.scopes is None, scopes=scopes))
    return Me(
        name=viewer.name,
        roles=roles,
        rights=sorted(one.value for one in viewer.permissions if viewer.holds(one)),
        token_expires_at=queries.token_ends(viewer),
    )
