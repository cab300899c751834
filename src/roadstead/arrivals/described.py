"""The API described: as an OpenAPI document for programs, and as a page for people.

django-ninja holds what is typed by it and answers at `/api/v1/`; the plain views are added to its document.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import wraps
from typing import Any

import msgspec
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.csrf import csrf_exempt
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.openapi.docs import DocsBase

from roadstead.arrivals import openapi
from roadstead.common.access.guards import SIGNED_IN, Access, open_to_all
from roadstead.common.problems import KINDS, problem
from roadstead.wire.errors import Problem


class DescribedAPI(NinjaAPI):
    """Ninja's own document, with the addresses that plain views answer."""

    def get_openapi_schema(self, *, path_prefix: str | None = None, path_params: Any = None) -> Any:
        document = super().get_openapi_schema(path_prefix=path_prefix, path_params=path_params)
        operations = (operation for methods in document["paths"].values() for operation in methods.values())
        for operation in operations:
            operation["responses"] = {**operation["responses"], **openapi.refusals(operation)}
        document["paths"] = {**openapi.paths(), **document["paths"]}
        document["components"]["schemas"].update(openapi.components())
        document["components"]["securitySchemes"] = openapi.TOKEN
        return document


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a schema, in words."""

    name: str
    kind: str
    required: bool
    description: str


@dataclass(frozen=True, slots=True)
class Operation:
    """One method at one address."""

    method: str
    path: str
    details: dict[str, Any]

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """Each parameter as it stands in the address, with what is said of it."""
        found = self.details.get("parameters", [])
        return [(_placed(one), one.get("description") or _kind(one.get("schema", {}))) for one in found]


class Page(DocsBase):
    """The description as a page of the product: no script and nothing from elsewhere."""

    def render_page(self, request: HttpRequest, api: NinjaAPI, **kwargs: Any) -> HttpResponse:
        document = api.get_openapi_schema()
        context = {
            "document": document,
            "crumbs": [(_("Home"), "/")],
            "operations": list(_operations(document)),
            "schemas": {name: list(_fields(schema)) for name, schema in _schemas(document).items()},
            "problems": KINDS,
            "example": _pretty(openapi.EXAMPLE),
            "address": request.build_absolute_uri("/api/v1/decisions"),
        }
        return render(request, "arrivals/api.html", context)


def _operations(document: dict[str, Any]) -> Iterator[Operation]:
    for path, methods in document["paths"].items():
        for method, details in methods.items():
            yield Operation(method.upper(), path, details)


def _schemas(document: dict[str, Any]) -> dict[str, Any]:
    return {
        name: schema for name, schema in document["components"]["schemas"].items() if schema.get("type") == "object"
    }


def _fields(schema: dict[str, Any]) -> Iterator[Field]:
    required = schema.get("required", ())
    for name, described in schema.get("properties", {}).items():
        parts = [part for part in described.get("anyOf", [described]) if part.get("type") != "null"]
        texts = [described.get("description", ""), *(part.get("description", "") for part in parts)]
        text = next((entry for entry in texts if entry), "")
        yield Field(name, " or ".join(_kind(part) for part in parts), name in required, text)


def _placed(parameter: dict[str, Any]) -> str:
    """As in “?on=” or “{number}”."""
    name = str(parameter["name"])
    return f"{{{name}}}" if parameter.get("in") == "path" else f"?{name}="


def _kind(schema: dict[str, Any]) -> str:
    """A schema in a few words: “text”, “list of CallShape”, “yes | no | unknown”."""
    if "$ref" in schema:
        return str(schema["$ref"]).rsplit("/", 1)[-1]
    if "const" in schema:
        return f"“{schema['const']}”"
    if "enum" in schema:
        return " | ".join(str(value) for value in schema["enum"])
    if schema.get("type") == "array":
        return f"list of {_kind(schema.get('items', {}))}"
    words = {"string": "text", "boolean": "true or false", "integer": "whole number", "object": "object"}
    word = words.get(schema.get("type", ""), "anything")
    return f"{word} ({schema['format']})" if "format" in schema else word


def _pretty(value: Any) -> str:
    return msgspec.json.format(msgspec.json.encode(value), indent=2).decode()


def read_only(view: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """A description is only read; any page may read it, and keep it for a while."""

    @csrf_exempt  # nothing is written, so every other method deserves its 405
    @wraps(view, assigned=())
    def answered(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        if request.method not in ("GET", "HEAD"):
            return problem("wrong-method", "Read it with GET.", headers={"Allow": "GET, HEAD"})
        response = view(request, *args, **kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Cache-Control"] = "public, max-age=300"
        return response

    return answered


api = DescribedAPI(
    title="Roadstead",
    version="1",
    description="Which port calls bring conditions of entry for ships that arrive in the United States.",
    docs=Page(),
    docs_decorator=read_only,
    urls_namespace="api-1",
)


@api.exception_handler(ValidationError)
def wrong_parameter(request: HttpRequest, error: ValidationError) -> HttpResponse:
    """Every parameter that is wrong, in the words of the library that read it."""
    problems = [Problem(".".join(map(str, one["loc"][1:])), str(one["msg"])) for one in error.errors]
    return problem("bad-parameter", _("Mend the address."), problems)


DESCRIPTION = ("api-root", "openapi-json", "openapi-view")


def urls() -> Any:
    """The addresses of the API. The description is open to all; of the rest each operation says who may ask it."""
    patterns, app, namespace = api.urls
    said = _said_by_operations()
    for pattern in patterns:
        if getattr(pattern, "name", "") in DESCRIPTION:
            pattern.callback = open_to_all(pattern.callback)  # type: ignore[type-var]
        elif access := said.get(getattr(pattern, "name", "") or ""):
            view: Any = pattern.callback
            view.access, view.login_required = access, access.signed_in
    # Ninja gives one for each method of an address, and all of them answer every method.
    once = {str(one.pattern): one for one in reversed(patterns)}
    return [one for one in patterns if once[str(one.pattern)] is one], app, namespace


def _said_by_operations() -> dict[str, Access]:
    """By the name of an operation, who may ask it; one that does not say is asked by who is signed in."""
    return {
        operation.view_func.__name__: getattr(operation.view_func, "access", SIGNED_IN)
        for router in api._get_bound_routers()
        for view in router.path_operations.values()
        for operation in view.operations
    }
