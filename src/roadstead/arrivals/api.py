"""The open address: `POST /api/v1/decisions`, a notice in, a decision out. Nothing is stored.

A plain view, because a decision must cost hardly more than an empty answer; docs/adr/0020 has the figures.
Nothing that a notice says is logged: the log has the path and the status alone.
"""

import re
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.views.decorators.csrf import csrf_exempt

from roadstead.advisories.queries import judge
from roadstead.common import clock, throttle
from roadstead.common.access.guards import answers, open_to_all
from roadstead.common.problems import problem
from roadstead.wire.check import EARLIEST, LATEST
from roadstead.wire.decision import decide_json
from roadstead.wire.errors import NoticeError, Problem
from roadstead.wire.notice import MOST_BYTES

PATH = "/api/v1/decisions"
ALLOWED = "POST, OPTIONS"
JSON = "application/json"
LONGEST_LENGTH = 12  # digits of a Content-Length that are read at all
MOST_THROWN_AWAY = 64 * 1_048_576
COUNTS_ONCE = 8_192  # bytes; a longer notice counts as several, since it takes that much longer to judge
_DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
# Anyone's page may ask; no cookie is read, so there is nothing to steal.
EXPOSED = {"Access-Control-Expose-Headers": "RateLimit, RateLimit-Policy, Retry-After"}
PREFLIGHT = {
    "Allow": ALLOWED,
    "Access-Control-Allow-Origin": "*",
    "Access-Control-Allow-Methods": "POST",
    "Access-Control-Allow-Headers": "Content-Type",
    "Access-Control-Max-Age": "86400",
}
ANSWER = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",  # data, should a browser show it
    "X-Frame-Options": "DENY",
    "Access-Control-Allow-Origin": "*",
}


class RefusedError(Exception):
    """A request that is answered with a problem before any notice is read."""

    def __init__(self, response: HttpResponse) -> None:
        super().__init__(response.status_code)
        self.response = response


@open_to_all
@answers("POST")
@csrf_exempt  # no session, no cookie: nobody's rights could be borrowed
def decisions(request: HttpRequest) -> HttpResponse:
    """A notice in, its decision out."""
    if request.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if request.method != "POST":
        return problem("wrong-method", "Send a notice with POST.", headers={"Allow": ALLOWED, **ANSWER})
    allowance = throttle.decisions.hit(request, _cost(_length(request)))
    try:
        response = _decided(request) if allowance.allowed else throttle.refused()
    except RefusedError as refused:
        response = refused.response
    except NoticeError as error:
        response = _bad_notice(error.problems)
    told = {**ANSWER, "Content-Length": str(len(response.content))}
    if allowance.headers:
        told |= EXPOSED | allowance.headers
    headers = response.headers
    for name, value in told.items():
        headers[name] = value
    return response


def _decided(request: HttpRequest) -> HttpResponse:
    _check_size(request)
    _check_content_type(request)
    known_at = _known_at(request)
    return HttpResponse(decide_json(_body(request), judge(known_at)), content_type=JSON)


def _length(request: HttpRequest) -> int:
    """How long the body is by what its sender says of it; too much where that is no number."""
    said = request.META.get("CONTENT_LENGTH") or "0"
    readable = said.isascii() and said.isdigit() and len(said) <= LONGEST_LENGTH
    return int(said) if readable else MOST_BYTES + 1


def _cost(length: int) -> int:
    """How many requests a body counts as; one that is too large is refused, which costs next to nothing."""
    return 1 + length // COUNTS_ONCE if length <= MOST_BYTES else 1


def _check_size(request: HttpRequest) -> None:
    """Refuse what is too large before anything of it is kept."""
    if _length(request) > MOST_BYTES:
        _throw_away(request)
        raise RefusedError(_too_large())


def _throw_away(request: HttpRequest) -> None:
    """Take in what is still coming and forget it, within reason.

    A sender whose connection closes while it writes (Python's own client, for one) never reads the answer.
    """
    if not request.META.get("wsgi.input_terminated"):
        return  # only a server that ends its input can be read from without knowing how much there is
    source, left = request.META["wsgi.input"], MOST_THROWN_AWAY
    while left > 0:
        try:
            taken = len(source.read(min(left, 65_536)))
        except OSError:
            return
        if not taken:
            return
        left -= taken


def _check_content_type(request: HttpRequest) -> None:
    given, _, parameters = request.META.get("CONTENT_TYPE", "").lower().partition(";")
    charset = parameters.partition("charset=")[2].strip().strip('"')
    coding = request.META.get("HTTP_CONTENT_ENCODING", "identity")
    if given.strip() not in ("", JSON) or charset not in ("", "utf-8", "utf8", "us-ascii") or coding != "identity":
        detail = "Send it with the header Content-Type: application/json, in UTF-8 and not compressed."
        raise RefusedError(problem("wrong-content-type", detail, headers={"Accept-Post": JSON}))


def _known_at(request: HttpRequest) -> date:
    """The day whose knowledge is asked for; today where none is given."""
    if not request.META.get("QUERY_STRING"):
        return clock.today()
    for name in request.GET:
        if name != "known_at":
            raise _bad_parameter(name, "is no parameter of this address; known_at is the only one.")
    given = request.GET.getlist("known_at")
    if len(given) > 1:
        raise _bad_parameter("known_at", "is given more than once.")
    try:
        day = date.fromisoformat(given[0]) if _DAY.fullmatch(given[0]) else None
    except ValueError:
        day = None
    if day is None:
        raise _bad_parameter("known_at", "is not a day; write it as in 2019-06-01.")
    if not EARLIEST <= day.year <= LATEST:
        raise _bad_parameter("known_at", f"lies outside the years {EARLIEST} to {LATEST}.")
    return day


def _body(request: HttpRequest) -> bytes:
    """The whole body, which nobody else reads: straight from a server that ends its input, else as Django does."""
    environ = request.META
    try:
        body = environ["wsgi.input"].read(MOST_BYTES + 1) if environ.get("wsgi.input_terminated") else request.body
    except OSError:
        raise RefusedError(problem("cut-short", "Send the whole notice again.")) from None
    if environ.get("HTTP_TRANSFER_ENCODING"):
        _check_unannounced(request, len(body))
    return bytes(body)


def _check_unannounced(request: HttpRequest, length: int) -> None:
    """A body sent in chunks, whose length nobody announced: count and refuse it as if somebody had."""
    if not throttle.decisions.hit(request, _cost(length) - 1).allowed:
        raise RefusedError(throttle.refused())
    if length > MOST_BYTES:
        _throw_away(request)
        raise RefusedError(_too_large())


def _too_large() -> HttpResponse:
    return _bad_notice([Problem("notice", f"is larger than {MOST_BYTES:,} bytes. Send one arrival at a time.")])


def _bad_notice(problems: list[Problem]) -> HttpResponse:
    count = "One thing is" if len(problems) == 1 else f"{len(problems):,} things are"
    return problem("bad-notice", f"{count} wrong with this notice. Mend what errors names and send it again.", problems)


def _bad_parameter(name: str, message: str) -> RefusedError:
    return RefusedError(problem("bad-parameter", "Mend the address.", [Problem(name[:100], message)]))
