"""What went wrong, for programs: `application/problem+json` (RFC 9457)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import msgspec
from django.http import HttpResponse

from roadstead.wire.errors import Problem

MEDIA_TYPE = "application/problem+json"
DOCS = "/api/v1/docs"  # where each kind of problem is explained
MOST_ERRORS = 100  # of one notice; whoever has more has another problem
_ENCODER = msgspec.json.Encoder()


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of problem: its status, its title and what it means."""

    status: int
    title: str
    meaning: str


KINDS = {
    "bad-notice": Kind(422, "The notice cannot be judged", "`errors` names every field that is wrong, and the cure."),
    "bad-parameter": Kind(422, "A parameter of the address is wrong", "`errors` names the parameter."),
    "wrong-content-type": Kind(415, "The notice must be JSON", "Send it as application/json, in UTF-8."),
    "wrong-method": Kind(405, "This address answers other methods", "The header Allow names them."),
    "too-many-requests": Kind(429, "Too many requests", "The header Retry-After says how many seconds to wait."),
    "no-token": Kind(401, "Who asks is not known", "The address answers to a token or a signed-in person."),
    "bad-token": Kind(401, "The token is not good", "It is unknown, expired or revoked."),
    "not-allowed": Kind(
        403, "This is not open to you", "Neither the roles of the person nor the rights of the token reach it."
    ),
    "not-found": Kind(404, "There is no such thing", "It does not exist, or is not open to who asks."),
    "cut-short": Kind(400, "The notice ended too early", "The connection broke while the notice was being sent."),
}


class ProblemBody(msgspec.Struct):
    """What went wrong, after RFC 9457."""

    type: str
    title: str
    status: int
    detail: str
    errors: list[Problem]


def problem(
    kind: str, detail: str, errors: Iterable[Problem] = (), headers: Mapping[str, str] | None = None
) -> HttpResponse:
    """The answer that tells of a problem."""
    told = KINDS[kind]
    body = ProblemBody(f"{DOCS}#{kind}", told.title, told.status, detail, [*errors][:MOST_ERRORS])
    return HttpResponse(_ENCODER.encode(body), status=told.status, content_type=MEDIA_TYPE, headers=headers)
