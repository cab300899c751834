"""The description of the whole API as an OpenAPI 3.1 document.

The shapes come from the wire package; what a JSON Schema can say beyond types is added here.
"""

from functools import cache
from typing import Any

import msgspec

from roadstead.common.problems import KINDS, MEDIA_TYPE, ProblemBody
from roadstead.core.decision import APPLIES, CANNOT_TELL, DOES_NOT_APPLY
from roadstead.core.judge import SCHEMA as DECISION
from roadstead.core.listing import AdvisoryOn
from roadstead.core.notice import Declaration, Purpose
from roadstead.wire.decision import schemas
from roadstead.wire.shapes import SCHEMA as NOTICE

REF = "#/components/schemas/{name}"
Json = dict[str, Any]
JSON = "application/json"
ANYTHING: Json = {"type": "object"}
TEXT: Json = {"type": "string"}

EXAMPLE: Json = {
    "schema": NOTICE,
    "vessel": {"name": "EXAMPLE", "imo": "9074729", "flag": "PA"},
    "arrival": {"port": "USHOU", "eta": "2019-06-01T06:00:00Z"},
    "calls": [
        {"country": "NL", "port": "NLRTM", "departed": "2019-05-18T20:00:00Z"},
        {
            "country": "DJ",
            "port": "DJJIB",
            "facility_name": "Doraleh Container Terminal",
            "arrived": "2019-05-10T02:00:00Z",
            "departed": "2019-05-11T18:00:00Z",
            "measures": {"security_level_2": True, "declaration_of_security": "refused"},
        },
    ],
}
RATE_HEADERS = {
    "RateLimit-Policy": "How many requests a client may make in how many seconds; absent where there is no limit.",
    "RateLimit": "How many are left, and in how many seconds the count begins anew.",
}


@cache
def components() -> Json:
    """Every schema by name, those of `msgspec` with the narrower facts that types cannot say."""
    _, others = msgspec.json.schema_components([ProblemBody, AdvisoryOn], ref_template=REF)
    found = {**schemas(REF), **others}
    for schema in found.values():
        schema.pop("additionalProperties", None)  # an unknown field is ignored, and named in the warnings
        schema["description"] = " ".join(schema.get("description", "").split())
    for path, narrower in _NARROWER.items():
        name, _, field = path.partition(".")
        _narrow(found[name]["properties"], field, narrower)
    return found


def _narrow(properties: Json, field: str, narrower: Json) -> None:
    """Say more about a field; where it may be null, about its other kind."""
    schema = properties[field]
    schema = next((kind for kind in schema.get("anyOf", ()) if kind.get("type") != "null"), schema)
    schema.update(narrower)


_TIME: Json = {"format": "date-time"}
_OUTCOME: Json = {"enum": [APPLIES, DOES_NOT_APPLY, CANNOT_TELL]}
_NARROWER: dict[str, Json] = {
    "NoticeShape.schema": {"const": NOTICE},
    "NoticeShape.calls": {"description": "In any order and number; US calls may be among them."},
    "ArrivalShape.eta": _TIME,
    "CallShape.departed": _TIME,
    "CallShape.arrived": _TIME,
    "CallShape.purpose": {"enum": list(Purpose)},
    "MeasuresShape.declaration_of_security": {"enum": list(Declaration)},
    "Decision.schema": {"const": DECISION},
    "Decision.outcome": _OUTCOME,
    "Decision.digest": {
        "pattern": "^sha256:[0-9a-f]{64}$",
        "description": "The same notice, rule book and known_at give the same digest on every machine.",
    },
    "CallVerdict.departed": _TIME,
    "Tests.arrival_in_us": _OUTCOME,
    "Tests.visit_to_listed_port": _OUTCOME,
    "InPort.boarding": {"description": "As the edition in force words it."},
    "InPort.armed_guards": {"description": "As the edition in force words it."},
    "Change.outcome": _OUTCOME,
}


def _problems(*kinds: str) -> Json:
    """The answers that tell of these problems, by status."""
    answers: Json = {}
    for kind in kinds:
        told = KINDS[kind]
        answer = answers.setdefault(
            str(told.status),
            {"description": "", "content": {MEDIA_TYPE: {"schema": {"$ref": REF.format(name="ProblemBody")}}}},
        )
        answer["description"] = f"{answer['description']} {told.title}: {told.meaning}".strip()
    return answers


TOKEN: Json = {
    "token": {"type": "http", "scheme": "bearer", "description": "A token made at /me/tokens/, as in rst_…"},
}


def refusals(operation: Json) -> Json:
    """The answers of an operation that asks who it is, beside those it names itself."""
    answers = _problems("no-token", "bad-token", "not-allowed", "wrong-method")
    parameters = operation.get("parameters", [])
    wrong = _problems("bad-parameter") if parameters else {}
    if any(one["in"] == "path" for one in parameters):
        wrong |= _problems("not-found")
    return {status: said for status, said in (answers | wrong).items() if status not in operation["responses"]}


def _headers(**said: str) -> Json:
    return {name: {"description": text, "schema": {"type": "string"}} for name, text in said.items()}


def _decide() -> Json:
    limited = _headers(**RATE_HEADERS)
    answers = _problems("bad-notice", "bad-parameter", "cut-short", "wrong-content-type", "too-many-requests")
    answers["429"]["headers"] = {**limited, "Retry-After": {"schema": {"type": "integer"}}}
    decision = {JSON: {"schema": {"$ref": REF.format(name="Decision")}}}
    return {
        "operationId": "decide",
        "summary": "A notice in, a decision out",
        "description": (
            "Does this ship, after these calls, meet conditions of entry, which, and why? No account is needed, "
            "nothing is stored, and nothing that the notice says is logged. Any page may ask (CORS)."
        ),
        "tags": ["decisions"],
        "parameters": [_day("known_at", "Answer as the advisory was known on that day. Absent: as known today.")],
        "requestBody": {
            "required": True,
            "description": "At most 1 MiB and 500 calls. A field that is not known is ignored, and a warning names it.",
            "content": {JSON: {"schema": {"$ref": REF.format(name="NoticeShape")}, "example": EXAMPLE}},
        },
        "responses": {
            "200": {"description": "The decision, with its reasons.", "content": decision, "headers": limited},
            **answers,
        },
    }


def sending() -> Json:
    """What ninja does not know of the address that takes notices in."""
    answers = _problems("bad-notice", "bad-parameter", "cut-short", "too-many-requests")
    binary: Json = {"schema": {"type": "string", "format": "binary"}}
    return {
        "requestBody": {
            "required": True,
            "description": (
                "The file as it is: XML of the US notice (shapes 3.3 to 4.1) or of ISO 28005-2, the notice’s workbook "
                "(.xlsx), roadstead/notice/1 as JSON or JSON Lines, or CSV. At most 32 MB. The content says what it is."
            ),
            "content": {"application/octet-stream": binary},
        },
        "responses": answers,
    }


def _text(name: str, description: str, longest: int | None = None) -> Json:
    schema = TEXT if longest is None else {**TEXT, "maxLength": longest}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _day(name: str, description: str) -> Json:
    empty = "|" if "empty" in description else ""
    schema = {"type": "string", "pattern": f"^([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}{empty})$", "examples": ["2019-06-01"]}
    return {"name": name, "in": "query", "required": False, "description": description, "schema": schema}


def _read(operation: str, summary: str, media_type: str, schema: Json, tag: str, **more: Any) -> Json:
    """An address that is only read."""
    answer = {"description": summary, "content": {media_type: {"schema": schema}}}
    return {
        "operationId": operation,
        "summary": summary,
        "tags": [tag],
        "responses": {"200": answer, **more.pop("answers", {})},
        **more,
    }


def paths() -> Json:
    """Every address of the API with its operations."""
    return {"/api/v1/decisions": {"post": _decide()}, **_advisory_paths(), **_other_paths()}


def _advisory_paths() -> Json:
    on = _day("on", "The list in force on that day. Absent or empty: today.")
    known_at = _day("known_at", "As the advisory was known on that day. Absent or empty: as known today.")
    edges = [_text("a", "A day, or an edition like 2-19.", 80), _text("b", "A day or an edition. Empty: today.", 80)]
    listed: Json = {"$ref": REF.format(name="AdvisoryOn")}
    days = {"parameters": [on, known_at], "answers": _problems("bad-parameter")}
    return {
        "/advisory.json": {
            "get": _read("advisory", "The list in force, as data", JSON, listed, "advisory", **days),
        },
        "/advisory.csv": {
            "get": _read("advisoryTable", "The list in force, as a table", "text/csv", TEXT, "advisory", **days),
        },
        "/advisory/compare.json": {
            "get": _read(
                *("compare", "What changed between two days or editions", JSON, ANYTHING, "advisory"),
                parameters=[*edges, known_at],
                answers=_problems("bad-parameter"),
            )
        },
        "/advisory.atom": {
            "get": _read("feed", "Every edition, the newest first", "application/atom+xml", TEXT, "advisory"),
        },
        "/.well-known/port-security-advisory.json": {
            "get": _read("wellKnown", "Where the advisory is published", JSON, ANYTHING, "advisory"),
        },
    }


def _other_paths() -> Json:
    status: Json = {
        "type": "object",
        "properties": {"status": {"type": "string"}, "reason": {"type": "string"}},
        "required": ["status"],
    }
    not_ready = {"503": {"description": "Not ready; reason says why.", "content": {JSON: {"schema": status}}}}
    asked = [_text("q", "A code, or a name in some spelling."), _text("country", "Two letters to stay within.")]
    return {
        "/ports/": {
            "get": _read("ports", "Ports by code or name, the best ten", JSON, ANYTHING, "ports", parameters=asked),
        },
        "/healthz": {"get": _read("alive", "Up", JSON, status, "about")},
        "/readyz": {
            "get": _read("ready", "Ready to serve, with its database", JSON, status, "about", answers=not_ready)
        },
        "/api/v1/openapi.json": {"get": _read("openapi", "This description", JSON, ANYTHING, "about")},
    }
