"""Every address that answers GET, asked for every planted record; and what was answered, as one text."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

from django.test import Client

from roadstead.common.access.marks import marked_models
from roadstead.common.access.viewer import PUBLIC, Viewer
from tests.census.addresses import ADDRESSES
from tests.census.asking import accesses, asked
from tests.census.canaries import WORD, Canary, planter_of

PARAMETER = re.compile(r"<(?:(\w+):)?(\w+)>")
SEARCH = f"q={WORD}&standing=every"
# What differs whenever it is asked: secrets against forged forms, of forms sent once, and of second factors.
CHANCE = (
    re.compile(r'name="csrfmiddlewaretoken" value="\w+"'),
    re.compile(r'name="uid" value="[\w-]+"'),
    re.compile(r'"challenge": "[\w-]+"'),
)
SECRETS = {"accounts/2fa/totp/activate/"}  # pages that show a new secret whenever they are asked
# Where more than the words of a record is not kept back, with the reason.
NUMBERED = {
    "desk/log/": "events have numbers without a gap, so that nothing can be taken out unseen",
    "desk/log/events.csv": "the same",
    "desk/log/events.jsonl": "what is withheld is a stub, so that the chain can be followed past it",
    "api/v1/events": "the same",
}


# Addresses of what bears no mark: accounts, tokens, links, watches. One planted record of each sort is enough to see
# that its number means nothing there.
OF_NO_RECORD = (
    "accounts/",
    "agenda/of/",
    "answer/",
    "api/v1/countries/",
    "api/v1/notices/",
    "desk/accounts/",
    "desk/clocks/",
    "desk/closure/<str:code>/",
    "desk/coverage/",
    "desk/hand-overs/",
    "desk/invitations/",
    "desk/portfolios/",
    "me/",
    "outbox/",
    "ships/",
    "watch/",
)


@dataclass(frozen=True)
class Answer:
    """What was answered, without what is left to chance."""

    status: int
    kind: str
    text: str


def addresses(canaries: Sequence[Canary], places: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Routes with the addresses to ask: the census's sample, a search, and each planted record by its numbers."""
    for route in accesses():
        if route in ADDRESSES:
            yield route, asked(ADDRESSES[route], places)
        if "^" in route or "(?P" in route:
            continue  # allauth's own, with secrets
        filled = list(_filled(route, _of_the_model(route, canaries)))
        for path in filled:
            yield route, path
        if len(filled) <= 2:
            for path in filled:
                yield route, f"{path}?{SEARCH}"
    for model in marked_models():
        for question in planter_of(model).questions:
            yield question.partition("?")[0].lstrip("/"), question


def _of_the_model(route: str, canaries: Sequence[Canary]) -> Sequence[Canary]:
    """Those whose model the addresses under a route are of; all, where they are of no single one."""
    found = [one for one in canaries if route.startswith(planter_of(type(one.record)).under)]
    if not found and route.startswith(OF_NO_RECORD):
        return list({one.sort: one for one in canaries if one.in_force}.values())
    return found or canaries


def _filled(route: str, canaries: Sequence[Canary]) -> Iterator[str]:
    """A route with what planted records put into its parameters."""
    parameters = PARAMETER.findall(route)
    if not parameters:
        yield f"/{route}"
    elif all(converter == "slug" for converter, _name in parameters):
        yield from (f"/{PARAMETER.sub(form, route)}" for form in ("csv", "xlsx"))
    else:
        found = {path for one in canaries if one.in_force for path in _filled_by(route, parameters, one)}
        yield from sorted(found)


def _filled_by(route: str, parameters: Sequence[tuple[str, str]], one: Canary) -> Iterator[str]:
    values: dict[str, Sequence[Any]] = {
        "kind": (one.record._meta.label_lower, one.attachment._meta.label_lower),
        "key": (one.record.pk,),
        "name": (one.attachment.name,),
    }
    numbers = (one.record.pk, one.attachment.pk)
    options = [values.get(name, ("x",) if converter == "str" else numbers) for converter, name in parameters]
    plain = PARAMETER.sub("{}", route)
    for chosen in product(*options):
        yield "/" + plain.format(*chosen)


def ask(client: Client, address: str) -> tuple[Answer, Viewer]:
    """What a reader is answered, headers that name something included; and as whom the reader was known."""
    response: Any = client.get(address)
    body = b"".join(response.streaming_content) if response.streaming else response.content
    if body.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(body)) as book:
            body = b"".join(book.read(name) for name in sorted(book.namelist()) if "docProps" not in name)
    text = body.decode("utf-8", "replace")
    for chance in CHANCE:
        text = chance.sub("", text)
    headers = (response.headers.get(name, "") for name in ("Location", "Content-Disposition", "Link"))
    answer = Answer(response.status_code, response.headers.get("Content-Type", ""), "\n".join((*headers, text)))
    return answer, getattr(response.wsgi_request, "viewer", PUBLIC)
