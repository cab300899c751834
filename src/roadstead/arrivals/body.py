"""The body of a request that brings notices: read whole, up to a limit, or refused as cut short or too large."""

from django.http import HttpRequest

AT_ONCE = 65_536
MOST_THROWN_AWAY = 64 * 1_048_576


class CutShortError(Exception):
    """The connection ended before the body did."""


class TooLargeError(Exception):
    """The body is larger than the limit."""


def whole(request: HttpRequest, most: int) -> bytes:
    """All of it. Raises CutShortError, TooLargeError.

    Read past Django's own limit, which is one for forms. A server that ends its input is read from without knowing how
    much there is; any other says the length.
    """
    environ = request.META
    said = environ.get("CONTENT_LENGTH") or ""
    length = int(said) if said.isascii() and said.isdigit() and len(said) <= 12 else None
    source = environ["wsgi.input"] if environ.get("wsgi.input_terminated") else request
    if length is not None and length > most:
        _throw_away(source, length)
        raise TooLargeError
    if length is None and source is request:
        return b""
    body = _read(source, most + 1 if length is None else length)
    if length is not None and len(body) < length:
        raise CutShortError
    if len(body) > most:
        _throw_away(source, MOST_THROWN_AWAY)
        raise TooLargeError
    return body


def _read(source: "HttpRequest", most: int) -> bytes:
    parts, left = [], most
    try:
        while left > 0 and (part := source.read(min(left, AT_ONCE))):
            parts.append(part)
            left -= len(part)
    except OSError:  # Django's own word for it is one, too
        raise CutShortError from None
    return b"".join(parts)


def _throw_away(source: "HttpRequest", length: int) -> None:
    """Take in what is still coming and forget it, within reason: who is still writing would not read the answer."""
    left = min(length, MOST_THROWN_AWAY)
    try:
        while left > 0 and (part := source.read(min(left, AT_ONCE))):
            left -= len(part)
    except OSError:
        return
