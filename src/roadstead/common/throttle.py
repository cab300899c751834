"""Rate limits for what is open to everyone: so many requests a minute for each client, per process.

A limit of one process is a fence against accidents and crude floods, not against an army; that is the
reverse proxy's work. Memory is bounded: beyond `MOST_CLIENTS` the window that began first is forgotten.
"""

import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache, wraps
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from math import ceil
from threading import Lock

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from limits import RateLimitItem, RateLimitItemPerMinute
from limits.storage import Storage
from limits.strategies import FixedWindowRateLimiter

from roadstead.common.problems import problem

MOST_CLIENTS = 50_000  # windows kept for each limit; about ten megabytes
IPV6_PREFIX = 64  # what one household or company is given; a single address inside it costs nothing
ALL_LIMITS: list["Throttle"] = []
View = Callable[..., HttpResponseBase]


class BoundedMemory(Storage):
    """Counters in memory, for limits of one and the same length. Windows stand in the order they began.

    The storage that comes with `limits` starts a thread for every sweep and has no bound.
    """

    STORAGE_SCHEME = None

    def __init__(self, most: int = MOST_CLIENTS, clock: Callable[[], float] = time.monotonic) -> None:
        super().__init__()
        self.most, self.clock = most, clock
        self._windows: OrderedDict[str, list[float]] = OrderedDict()  # key: count, end
        self._lock = Lock()

    @property
    def base_exceptions(self) -> type[Exception]:
        return ValueError

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        now = self.clock()
        with self._lock:
            window = self._windows.get(key)
            if window is None or window[1] <= now:
                self._make_room(now)
                self._windows.pop(key, None)
                window = self._windows[key] = [0, now + expiry]
            window[0] += amount
            return int(window[0])

    def get(self, key: str) -> int:
        window = self._windows.get(key)
        return int(window[0]) if window and window[1] > self.clock() else 0

    def get_expiry(self, key: str) -> float:
        window = self._windows.get(key)
        return window[1] if window else self.clock()

    def check(self) -> bool:
        return True

    def reset(self) -> int:
        with self._lock:
            count = len(self._windows)
            self._windows.clear()
            return count

    def clear(self, key: str) -> None:
        with self._lock:
            self._windows.pop(key, None)

    def _make_room(self, now: float) -> None:
        while self._windows:
            _, end = self._windows[next(iter(self._windows))]
            if end > now and len(self._windows) < self.most:
                return
            self._windows.popitem(last=False)


@dataclass(frozen=True, slots=True)
class Allowance:
    """Whether a request may pass, and what is left of the window."""

    allowed: bool
    headers: dict[str, str]


UNLIMITED = Allowance(allowed=True, headers={})


class Throttle:
    """One limit by name. `per_minute` is asked at each request, so that a setting may change; 0 is no limit."""

    def __init__(self, name: str, per_minute: Callable[[], int], storage: BoundedMemory | None = None) -> None:
        self.name, self.per_minute = name, per_minute
        self.storage = storage or BoundedMemory()
        self._limiter = FixedWindowRateLimiter(self.storage)
        ALL_LIMITS.append(self)

    def hit(self, request: HttpRequest, cost: int = 1) -> Allowance:
        """Count a request against its client's window; a dear one as several, but never as more than a whole window."""
        amount = self.per_minute()
        if not amount:
            return UNLIMITED
        item = _per_minute(amount)
        key = client(request)
        allowed = self._limiter.hit(item, key, cost=min(cost, amount))
        stats = self._limiter.get_window_stats(item, key)
        seconds = max(1, ceil(stats.reset_time - self.storage.clock()))
        headers = {
            "RateLimit-Policy": f'"{self.name}";q={amount};w={item.get_expiry()}',
            "RateLimit": f'"{self.name}";r={stats.remaining};t={seconds}',
        }
        if not allowed:
            headers["Retry-After"] = str(seconds)
        return Allowance(allowed, headers)

    def reset(self) -> None:
        """Forget every client."""
        self.storage.reset()

    def __call__(self, view: View) -> View:
        """Guard a view: what is over the limit is answered with 429 and never reaches it."""

        @wraps(view)
        def guarded(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
            allowance = self.hit(request)
            response = view(request, *args, **kwargs) if allowance.allowed else refused()
            for name, value in allowance.headers.items():
                response[name] = value
            return response

        return guarded


def refused() -> HttpResponse:
    """The answer to a request over the limit."""
    return problem("too-many-requests", "Wait as many seconds as Retry-After says, then go on.")


def client(request: HttpRequest) -> str:
    """The address that a limit counts by: the client's own, as the nearest trusted proxy saw it."""
    address = str(request.META.get("REMOTE_ADDR", ""))
    hops = settings.TRUSTED_PROXIES
    forwarded = request.META.get("HTTP_X_FORWARDED_FOR") if hops else None
    if forwarded:
        # Each proxy adds on the right whom it saw; what stands further left anyone may have written.
        seen = forwarded.split(",")
        address = seen[-min(hops, len(seen))]
    return _network(address)


@lru_cache(maxsize=4_096)
def _network(text: str) -> str:
    """An IPv4 address as it is, an IPv6 address by its network; anything else is one client."""
    address = _parsed(text)
    if isinstance(address, IPv6Address):
        mapped = address.ipv4_mapped
        return str(mapped) if mapped else str(IPv6Network((int(address), IPV6_PREFIX), strict=False))
    return str(address) if address else "unknown"


def _parsed(text: str) -> IPv4Address | IPv6Address | None:
    """An address with or without a port, brackets or a zone."""
    text = text.strip().strip('"')
    host = text[1:].partition("]")[0] if text.startswith("[") else text
    if host.count(":") == 1:
        host = host.partition(":")[0]
    try:
        return ip_address(host.partition("%")[0])
    except ValueError:
        return None


@lru_cache(maxsize=64)
def _per_minute(amount: int) -> RateLimitItem:
    return RateLimitItemPerMinute(amount)


decisions = Throttle("decisions", lambda: int(settings.DECISIONS_PER_MINUTE))
